"""The cost estimate."""
