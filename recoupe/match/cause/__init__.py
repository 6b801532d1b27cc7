"""What brought a mishap about: causes named with a verb of cause, beside it, or in a table."""
