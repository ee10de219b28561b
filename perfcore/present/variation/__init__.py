"""How is it told whether a result is signal or noise, in words and in pictures?"""
