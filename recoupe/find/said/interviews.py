"""Interviews printed as a dialogue: "Le Courrier : Quand partez-vous ?" and, on the next line, "Jeanne Morel : Lundi."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recoupe.find.said.page import Draft, Page
from recoupe.find.who.attribution import Parties
from recoupe.types import Actor

# A label: at most five words, the first with a capital, and a colon; or initials ("J. M. :").
_LABEL = re.compile(r"[ \t\u00a0]*(?:[-–—•][ \u00a0])?(?P<name>[A-ZÀ-Ý][^\n:;«»“”\"?!]{0,40}?)[ \u00a0\u202f]?:[ \u00a0](?=\S)")
_INITIALS = re.compile(r"(?:[A-ZÀ-Ý]\.?[ \u00a0-]?){2,4}$")


@dataclass(frozen=True, slots=True)
class _Turn:
    """text[start:end] is what the one called `name` says."""

    name: str
    label: int
    start: int
    end: int


def find_interviews(page: Page, parties: Parties) -> None:
    """The answers of an interview, each a statement of the person whose name stands before it."""
    turns = _turns(page.parsed.text)
    asked = {t.name for t in turns if page.parsed.text[t.start : t.end].endswith("?")}
    if len(turns) < 3 or len({t.name for t in turns}) < 2 or not asked:
        return
    for turn in turns:
        person = _person(parties, turn.name)
        if person is None or page.quote_at(turn.start) >= 0:
            continue
        words = page.parsed.at(turn.label, turn.start)
        heads = (words[0],) if words else ()
        page.add(
            Draft(
                [(turn.start, turn.end)], "direct", "say", None, -1, heads, (person.id,), limit=words[-1] - 1 if words else None
            )
        )
        page.claim(turn.start, turn.end)


def _turns(text: str) -> list[_Turn]:
    turns, at = [], 0
    for line in text.split("\n"):
        if found := _LABEL.match(line):
            start, end = at + found.end(), at + len(line.rstrip())
            if end > start:
                turns.append(_Turn(found["name"].strip(), at + found.start("name"), start, end))
        at += len(line) + 1
    return turns


def _person(parties: Parties, name: str) -> Actor | None:
    """Whom the label names: by the name or a part of it, or by the initials of one person of the report."""
    people = [a for a in parties.actors.values() if a.kind in ("person", "role")]
    named = [a for a in people if name in (a.name, *a.names) or a.name.endswith(" " + name)]
    if not named and _INITIALS.match(name):
        letters = re.sub(r"[^\w]", "", name)
        named = [a for a in people if "".join(part[0] for part in re.split(r"[ -]", a.name) if part[:1].isupper()) == letters]
    return named[0] if len(named) == 1 else None
