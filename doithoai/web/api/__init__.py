"""Doors for machines: calendar feeds, health."""
