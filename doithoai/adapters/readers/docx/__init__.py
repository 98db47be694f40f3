"""Word documents (.docx) → lines."""
