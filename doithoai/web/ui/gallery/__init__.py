"""The gallery of shared parts, for developers. Everybody in it is invented."""
