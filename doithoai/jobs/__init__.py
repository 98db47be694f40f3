"""Background and batch work: thin, one service call each."""
