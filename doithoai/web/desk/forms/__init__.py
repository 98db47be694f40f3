"""What desk pages take in, one module per noun."""
