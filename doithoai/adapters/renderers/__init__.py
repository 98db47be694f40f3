"""Files out: docx, pdf, html, xlsx."""
