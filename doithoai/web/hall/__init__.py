"""Pages for the sitting itself: running order, conclusion, minutes."""
