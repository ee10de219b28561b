"""How do the entries of the file become the framework's values?"""
