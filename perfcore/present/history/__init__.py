"""How is a measure's history drawn?"""
