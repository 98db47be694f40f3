"""Changes to duties: one file per verb."""
