"""The notice to a citizen of where his opinion went."""
