"""The minutes (BB)."""
