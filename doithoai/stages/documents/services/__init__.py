"""Changes to documents: one file per verb."""
