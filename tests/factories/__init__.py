"""Rows for tests, one module per group of models. Every name in them is invented. No surprises: plain defaults."""
