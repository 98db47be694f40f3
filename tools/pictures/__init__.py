"""Pictures of the twenty main pages and the tour that shows them: `make pictures`."""
