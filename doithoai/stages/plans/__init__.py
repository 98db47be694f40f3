"""Yearly plan, single conferences, villages chosen, tasks."""
