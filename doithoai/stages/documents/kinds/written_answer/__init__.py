"""The written answer to one citizen (official letter)."""
