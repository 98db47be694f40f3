"""Django parts with no dialogue noun in them. A closed list."""
