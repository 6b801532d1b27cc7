"""The languages the program can analyse."""

READABLE = ("fr", "en")  # ISO 639-1; a report in another language is named and left out
GLOSSED = ("en",)  # read through French: recoupe.gloss
