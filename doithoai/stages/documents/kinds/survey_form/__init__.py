"""The survey of people's satisfaction."""
