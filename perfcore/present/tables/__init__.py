"""What does each page offer to take away?"""
