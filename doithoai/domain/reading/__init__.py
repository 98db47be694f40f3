"""An official document's lines -> what it says: headings, dates, duties, people."""
