"""The speaker card."""
