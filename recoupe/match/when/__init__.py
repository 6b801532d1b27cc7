"""When it was: days, hours, lengths of time and the order of events."""
