"""What are the tables that a page's reader can take away? One module a page."""
