"""Who it was: persons, names and offices across reports, where they were born and what they are called."""
