"""Numbers: what they say, what they count, and which count nothing."""
