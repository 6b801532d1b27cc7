"""One report -> occurrences: mentions, times, figures, statements, events, claims."""
