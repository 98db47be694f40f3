"""Rules that bind a conference: what a rule must offer, and how rules compete."""
