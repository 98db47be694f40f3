"""The invitation (GM)."""
