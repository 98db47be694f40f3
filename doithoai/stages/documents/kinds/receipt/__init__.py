"""The receipt for an opinion."""
