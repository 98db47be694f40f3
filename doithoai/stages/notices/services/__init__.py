"""Changes to notices: one file per verb."""
