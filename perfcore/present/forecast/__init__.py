"""How is it told and drawn where a measure will end the year?"""
