"""Benchmarks: each row measures the limit, ours and a peer in turn, in one run, and prints medians and both ratios."""
