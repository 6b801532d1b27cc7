"""What a matter is called: titles and lines from the words of the reports."""
