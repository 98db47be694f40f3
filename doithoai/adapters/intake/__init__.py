"""In: paper, phone, spreadsheet, village head, web form."""
