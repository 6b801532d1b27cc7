"""English read through French: a report is glossed word by word, read, and every finding is put back on its English words."""
