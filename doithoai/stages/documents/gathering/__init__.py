"""Reads from the database the facts that several kinds of document share. What one kind alone needs is in `queries.py`."""
