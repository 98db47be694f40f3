"""Drawers that fit the outside world; no member knows another."""
