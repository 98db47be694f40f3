"""What the hall pages take in, one module per part of the sitting."""
