"""What the law and the plan say. Standard library only: no Django, clock, disk or network."""
