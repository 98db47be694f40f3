"""Files in: docx, txt, md → clean lines. `gate.py` tells what a file is and hands it to the folder that can read it."""
