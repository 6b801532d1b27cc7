"""Runs in edsnlp's environment: texts -> times with EDTF values as precise as the words."""

import datetime
import json
import sys
from pathlib import Path

import edsnlp

UNITS = (("year", "P{}Y"), ("month", "P{}M"), ("week", "P{}W"), ("day", "P{}D"), ("hour", "PT{}H"), ("minute", "PT{}M"))


def main(source: str, target: str) -> None:
    nlp = edsnlp.blank("eds")
    nlp.add_pipe("eds.sentences")
    nlp.add_pipe("eds.dates")
    out = {}
    for item in json.loads(Path(source).read_text(encoding="utf-8")):
        day = datetime.datetime.fromisoformat(item["published"] or "2020-01-01")
        doc = nlp(item["text"])
        whens = [
            {"span": [s.start_char, s.end_char], "value": value(s._.date, day), "duration": None}
            for s in doc.spans.get("dates", ())
        ]
        whens += [
            {"span": [s.start_char, s.end_char], "value": None, "duration": duration(s._.duration)}
            for s in doc.spans.get("durations", ())
        ]
        out[item["id"]] = {"whens": sorted(whens, key=lambda w: w["span"])}
    Path(target).write_text(json.dumps(out, ensure_ascii=False), encoding="utf-8")


def value(date, day):
    """The day it computes, cut to the smallest unit that the words give."""
    try:
        at = date.to_datetime(note_datetime=day, infer_from_context=True)
    except (ValueError, OverflowError):
        return None
    if at is None:
        return None
    given = {unit for unit, n in date.model_dump().items() if n is not None}
    if given & {"day", "hour", "minute", "second"}:
        return at.date().isoformat()
    if "week" in given:
        monday = at.date() - datetime.timedelta(days=at.weekday())
        return f"{monday}/{monday + datetime.timedelta(days=6)}"
    return f"{at.year:04}-{at.month:02}" if "month" in given else f"{at.year:04}"


def duration(length):
    parts = length.model_dump()
    return next((form.format(parts[unit]) for unit, form in UNITS if parts.get(unit)), None)


main(*sys.argv[1:])
