"""The command line: read arguments, call one service, print."""
