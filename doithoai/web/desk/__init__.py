"""Pages for the commune's own people: clerk, chair, units, village heads."""
