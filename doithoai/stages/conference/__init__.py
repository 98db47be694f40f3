"""The sitting: agenda, running order, minutes, conclusion, review."""
