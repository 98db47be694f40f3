"""Base page, components, CSS, vendored scripts: what every audience shares."""
