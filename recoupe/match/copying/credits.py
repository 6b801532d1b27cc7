"""Which press agency a report credits for its text. A credit under a photograph is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from recoupe.lang.tables import read_table
from recoupe.types import Report, Span

_NEAR = 4  # a credit stands in one of the first or last lines
_PICTURE = re.compile(
    r"(?i)\b(?:photos?|photographie|crédits?\s+photos?|image|illustration|légende|infographie|capture|vidéo|archives?)\b|©\s*(?!\d{4})"
)
_SHORT = 90
_NAME = r"(?:l['’])?(?:agence (?:de presse )?)?(?P<agency>[A-Z]{2,6}\b|Agence France-Presse|Reuters|Belga|Associated Press)"
_RELAY = re.compile(
    rf"\b(?:à|auprès de|cité\w* par|interrogé\w* par|contacté\w* par|joint\w* par|rapporte|selon|d['’]après) (?:l['’])?{_NAME}"
)
_BESIDE = re.compile(r"\((?P<agency>[A-Z]{2,6})\)")  # "…, dit un rescapé (AGS)."
# Whoever is credited with these words is an agency, known or not: "(avec AGS)", "AGS et rédaction", "La rédaction avec AGS".
_SHARED = re.compile(
    r"\((?:avec|d['’]après|source\s*:|sources\s*:)\s+(?:l['’])?(?:agence )?(?P<agency>[A-Z]{2,6})\)\W*$"
    r"|^\W*(?:[Ll]a |[Nn]otre )?[Rr]édaction,?\s+(?:avec|et|/)\s+(?:l['’])?(?P<by>[A-Z]{2,6})\W*$"
    r"|^\W*(?P<first>[A-Z]{2,6})\s*(?:et|,|/|avec|\+)\s+(?:la |notre )?rédaction\W*$"
    r"|[.!?»\"”]\s*\((?P<last>[A-Z]{2,6})\)\W*$",
)
# "PARIS, 9 mars (AFP) -": whoever stands in brackets after the place is the agency, known or not.
_DATELINE = re.compile(r"^\s*[A-ZÀ-Ý][A-ZÀ-Ý'’ -]{2,}(?:,[^()\n]{3,40})? ?\(([A-Z]{2,8}|Reuters)\)\s*[-–—]")


@dataclass(frozen=True, slots=True)
class Credit:
    """These words credit this agency for the text."""

    agency: str
    span: Span


def find_credits(report: Report) -> tuple[Credit, ...]:
    """The agencies credited for the text, in order, each once: "(AFP)", "avec Reuters", "Source : Belga"."""
    found: dict[str, Credit] = {}
    for start, line, edge in _lines(report.text):
        if not edge:
            continue
        for form, pattern in _patterns():
            for match in pattern.finditer(line):
                agency = _agencies()[" ".join(match["agency"].casefold().split())]
                if agency not in found and _credits_text(line, match, form):
                    low, high = match.span("agency")
                    found[agency] = Credit(agency, Span(report.id, start + low, start + high))
        if (shared := _SHARED.search(line)) and not _PICTURE.search(line[max(0, shared.start() - 60) :]):
            group = shared.lastgroup or "agency"
            agency = _known(shared[group])
            if agency not in found:
                found[agency] = Credit(agency, Span(report.id, start + shared.start(group), start + shared.end(group)))
    if (head := _DATELINE.match(report.text)) and (name := _known(head[1])) not in found:
        found[name] = Credit(name, Span(report.id, head.start(1), head.end(1)))
    return tuple(sorted(found.values(), key=lambda c: c.span))


def find_relays(text: str) -> frozenset[str]:
    """Agencies to which somebody in the text spoke ("a indiqué à l'AFP"), or whose account it gives."""
    found = set()
    for match in (*_RELAY.finditer(text), *_BESIDE.finditer(text)):
        if not _PICTURE.search(text[max(0, match.start() - _SHORT) : match.end()].rpartition("\n")[2]):
            found.add(_known(match["agency"]))
    return frozenset(found)


def _known(name: str) -> str:
    """The name under which an agency compares."""
    return _agencies().get(name.casefold(), name)


def _lines(text: str) -> list[tuple[int, str, bool]]:
    """Start, words and "is near an end" of each line that is not empty."""
    lines = [(m.start(), m[0]) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
    last = len(lines) - _NEAR
    return [(start, line, i < _NEAR or i >= last) for i, (start, line) in enumerate(lines)]


def _credits_text(line: str, match: re.Match[str], form: str) -> bool:
    """Is this the credit of the text, not of a picture nor a source quoted in a sentence?"""
    if _PICTURE.search(line[max(0, match.start() - 60) : match.end() + 12]):
        return False
    if form == "paren":  # "(AFP)" closes the text or follows the dateline; inside a sentence it may only explain a name
        head, tail = line[: match.start()], line[match.end() :]
        return not tail.strip(" .–—-") or len(head) < _SHORT and bool(re.match(r"\s*[-–—:]", tail))
    if form == "alone":
        return len(line.strip()) < _SHORT
    if form == "with" and re.search(r"[.!?»]\s*$", line[: match.start()]) and not line[match.end() :].strip(" ."):
        return True
    return form == "label" or len(line.strip()) < _SHORT  # "avec AFP" counts in a by-line, not in a sentence


@cache
def _agencies() -> dict[str, str]:
    rows = read_table("data/agencies.tsv", ("name", "forms", "country", "example"))
    return {form.casefold(): row["name"] for row in rows for form in row.many("forms")}


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    forms = sorted(_agencies(), key=lambda n: (-len(n), n))
    names = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
    agency = rf"(?:(?i:l['’]\s?)?)(?P<agency>(?i:{names}))"
    more = r"(?:\s*(?:,|et|/|-|avec)\s*[\w ]{2,24})?"
    return (
        ("paren", re.compile(rf"\((?:avec\s+)?{agency}{more}\)")),
        ("label", re.compile(rf"(?:^|\s)[Ss]ources?\s*:\s*{agency}\b")),
        ("with", re.compile(rf"\b(?:[Aa]vec|AVEC)\s+{agency}\b")),
        ("alone", re.compile(rf"^\W*{agency}{more}\W*$")),
    )
