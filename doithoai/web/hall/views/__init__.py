"""The hall's pages, one module per page."""
