"""Pages for overseers: the Front, the upper level, the police sheet."""
