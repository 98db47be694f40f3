"""The slip that passes an opinion up (PC)."""
