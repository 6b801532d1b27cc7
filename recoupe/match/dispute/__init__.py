"""Who accuses, denies and answers: disputed acts, quarrels and their turns."""
