"""Files in: docx, txt, pdf, scans -> clean lines."""
