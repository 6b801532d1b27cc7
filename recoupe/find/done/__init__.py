"""What happens: the words that name an event, who takes part, and how the text presents it."""
