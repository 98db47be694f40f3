"""What the people of a commune do in the browser, one module per stage of the cycle. Only pages are used, no service."""
