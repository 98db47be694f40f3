"""Changes to opinions: one file per verb."""
