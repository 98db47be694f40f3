"""The notice of a conference (TB)."""
