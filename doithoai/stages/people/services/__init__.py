"""Changes to people: one file per verb."""
