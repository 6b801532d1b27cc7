"""Who said what: cues, quotations and sources, and whose voice goes on."""
