"""The languages the program can analyse."""

READABLE = ("fr",)  # ISO 639-1; a report in another language is named and left out
