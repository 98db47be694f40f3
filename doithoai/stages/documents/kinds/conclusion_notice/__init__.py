"""The notice of the conclusion (TB)."""
