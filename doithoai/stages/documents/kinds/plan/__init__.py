"""The yearly plan (KH)."""
