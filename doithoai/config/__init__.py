"""The roof: settings, urls, the server's edge, and the wiring of drawer members."""
