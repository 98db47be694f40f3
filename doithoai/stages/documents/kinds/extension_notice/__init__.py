"""The notice that an answer takes longer."""
