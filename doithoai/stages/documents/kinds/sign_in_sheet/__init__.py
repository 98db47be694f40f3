"""The sign-in sheet."""
