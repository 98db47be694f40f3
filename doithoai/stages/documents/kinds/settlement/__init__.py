"""The settlement of costs."""
