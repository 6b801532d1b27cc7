"""Runs in dateparser's environment: texts -> times with EDTF values as precise as the words."""

import calendar
import datetime
import json
import sys
from pathlib import Path

from dateparser.search import search_dates


def main(source: str, target: str) -> None:
    out = {}
    for item in json.loads(Path(source).read_text(encoding="utf-8")):
        day = datetime.datetime.fromisoformat(item["published"] or "2020-01-01")
        settings = {"RELATIVE_BASE": day}
        found = search_dates(item["text"], languages=["fr"], add_period=True, settings=settings) or []
        whens, cursor = [], 0
        for words, date, period in found:
            start = item["text"].find(words, cursor)
            if start < 0:  # it gives words, not offsets, and sometimes not the text's own
                continue
            cursor = start + len(words)
            whens.append({"span": [start, cursor], "value": value(date, period), "duration": None})
        out[item["id"]] = {"whens": whens}
    Path(target).write_text(json.dumps(out, ensure_ascii=False), encoding="utf-8")


def value(date, period):
    if period == "year":
        return f"{date.year:04}"
    if period == "month":
        return f"{date.year:04}-{date.month:02}"
    if period == "week":
        monday = date.date() - datetime.timedelta(days=calendar.weekday(date.year, date.month, date.day))
        return f"{monday}/{monday + datetime.timedelta(days=6)}"
    return date.date().isoformat()


main(*sys.argv[1:])
