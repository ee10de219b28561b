"""Which kinds of value can stand behind a key, as a reader and as a JSON Schema?"""
