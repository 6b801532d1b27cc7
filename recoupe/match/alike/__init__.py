"""Sentences of two reports that tell one fact in other words, and what two places have in common."""
