"""What the page benchmarks need beside the product: a large table, the limit, and a page as the Django tutorial writes it."""
