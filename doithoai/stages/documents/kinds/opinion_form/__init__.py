"""The paper form for an opinion."""
