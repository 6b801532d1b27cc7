"""Report -> sentences and Universal Dependencies words; `spacy.py` is the only module that knows spaCy."""
