"""The loudspeaker bulletin."""
