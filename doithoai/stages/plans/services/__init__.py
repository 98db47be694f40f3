"""Changes to plans: one file per verb."""
