"""The index of a conference's file."""
