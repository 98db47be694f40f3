"""The running order for the chair."""
