"""One Django app per stage of the dialogue, stacked in cycle order."""
