"""Communes, villages, units, users, and who holds which post and when."""
