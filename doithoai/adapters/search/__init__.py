"""Find and compare texts, with and without diacritics."""
