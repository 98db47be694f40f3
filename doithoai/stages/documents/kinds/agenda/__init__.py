"""The programme and the house rules."""
