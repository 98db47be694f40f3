"""Changes to rulebook: one file per verb."""
