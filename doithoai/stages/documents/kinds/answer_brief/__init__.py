"""The answer brief of a unit."""
