"""Who must be told what; channel.py says what a channel must offer."""
