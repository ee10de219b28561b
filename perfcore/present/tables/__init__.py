"""Which tables can be taken away from each page?"""
