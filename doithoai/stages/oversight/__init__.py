"""Findings, indicators, reports; reads all, changes only its own tables."""
