"""Plain text and markdown → lines."""
