"""Replies, hand-overs, extensions, follow-up."""
