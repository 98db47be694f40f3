"""Changes to oversight: one file per verb."""
