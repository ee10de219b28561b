"""How is the illustrative data made?"""
