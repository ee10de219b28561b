"""What of each page can be taken away, one module a page."""
