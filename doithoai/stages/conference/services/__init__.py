"""Changes to conference: one file per verb."""
