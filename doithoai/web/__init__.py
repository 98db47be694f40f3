"""Pages by audience, never by table."""
