"""Addresses of desk pages, one list per noun."""
