"""The plan for security and logistics (PA)."""
