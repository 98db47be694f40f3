"""Pictures (PNG, JPEG, WebP) → a small clean PNG."""
