"""Date-time specifications of recognizers_fr that follow news usage; the reasons for leaving out the others are in tests/data."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from collections.abc import Callable

from accuracy.shared import ROOT, data, ratio, read_all, table


def section() -> str:
    """How many of those that follow news usage are found, and what was set aside and why."""
    no_news = _no_news()
    wanted: list[tuple[str, int, int]] = []
    aside: Counter[str] = Counter()
    for spec in json.loads(data("data", "recognizers_fr", "datetime_fr_checked.json").read_text(encoding="utf-8")):
        for result in spec["Results"]:
            words = result["Text"].strip()
            start = result.get("Start", spec["Input"].find(words))
            kind = (result.get("Type") or result["TypeName"]).removeprefix("datetimeV2.")
            why = no_news(kind, words, spec["Input"][:start]) if start >= 0 else "words that are not in the input"
            if why is None:
                wanted.append((spec["Input"], start, start + result.get("Length", len(result["Text"]))))
            else:
                aside[why] += 1
    texts = sorted({text for text, _, _ in wanted})
    times = {text: reading.times for text, reading in zip(texts, read_all((str(i), t) for i, t in enumerate(texts)), strict=True)}
    touched = sum(any(x.span.start < b and x.span.end > a for x in times[t]) for t, a, b in wanted)
    exact = sum(any(_same(t, (x.span.start, x.span.end), (a, b)) for x in times[t]) for t, a, b in wanted)
    rows = [
        ["specifications that follow news usage", str(len(wanted)), ""],
        ["· found", str(touched), ratio(touched, len(wanted))],
        ["· found with the same limits (leading prepositions and articles apart)", str(exact), ratio(exact, len(wanted))],
    ]
    rows += [[f"set aside: {why}", str(count), ""] for why, count in sorted(aside.items(), key=lambda x: (-x[1], x[0]))]
    return table(("", "items", "share"), rows)


_LEADING = frozenset("le la les l' l’ du de des d' en dans à au aux depuis pendant vers entre jusqu' jusqu’".split())


def _same(text: str, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
    return _core(text[slice(*ours)]) == _core(text[slice(*theirs)])


def _core(words: str) -> str:
    parts = words.lower().replace("'", "' ").replace("’", "’ ").split()
    while len(parts) > 1 and parts[0] in _LEADING:
        parts.pop(0)
    return " ".join(parts).strip(" .,;")


def _no_news() -> Callable[[str, str, str], str | None]:
    path = ROOT / "tests" / "data" / "test_recognizers.py"
    spec = importlib.util.spec_from_file_location("news_usage", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Callable[[str, str, str], str | None] = module.no_news
    return found
