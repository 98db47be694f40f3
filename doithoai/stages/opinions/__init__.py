"""What citizens said, from whatever door it came in."""
