"""Changes to answers: one file per verb."""
