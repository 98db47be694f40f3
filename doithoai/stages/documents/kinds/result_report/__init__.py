"""The result report (BC)."""
