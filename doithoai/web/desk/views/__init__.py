"""Desk pages, one module per noun."""
