"""The overseers' pages, one module per page."""
