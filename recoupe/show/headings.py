"""The headings that `match` writes in French, in the reader's language; what is a report's own words stays as it is."""

from __future__ import annotations

import re
from functools import cache

from recoupe.lang.tables import read_table
from recoupe.match.state.statewords import agreed

COLUMNS = ("kind", "french", "english", "example")
_OF = re.compile(r"^(?P<label>Âge|Part des voix|Nombre) d(?:e (?P<who>.+)|['’](?P<whose>.+))$")
_NOTED = re.compile(r"^(?P<label>.+?) \((?P<note>[^()]+)\)$")
_LINKS = ((re.compile(r", puis "), ", then "), (re.compile(r" ou "), " or "), (re.compile(r"(?<=\d) à (?=\d)"), " to "))
_MOODS = {"bientôt": "soon", "non": "not", "pas": "not", "plus": "no longer"}
_WHOLE = (
    (re.compile(r"^« (.+) » : le jour de la semaine et la date s'excluent$"), r"“\1”: the weekday excludes the date"),
    (
        re.compile(r"^(\d+) morts et (\d+) survivants ne font pas (\d+) personnes à bord$"),
        r"\1 dead and \2 survivors do not make \3 people on board",
    ),
    (re.compile(r"^(.+) : sur place, ou non$"), r"\1: there, or not"),
    (re.compile(r"^(.+) : soupçonnée?s? ou coupables?$"), r"\1: suspected or guilty"),
)
_NOTE = re.compile(r" \((?:date|heure|durée|lieu|prix)\)$")
_NOTES = {"date": "date", "heure": "time", "durée": "duration", "lieu": "place", "prix": "price"}
_LABELS = {"Âge": "Age", "Part des voix": "Share of the vote", "Nombre": "Number"}


def heading(title: str, lang: str) -> str:
    """A matter's title for readers of `lang`: "Nombre de morts : 4, puis 7" is "Dead: 4, then 7" in English."""
    if lang != "en" or "«" in title and not title.startswith("«"):
        return title
    for pattern, english in _WHOLE:
        if pattern.match(title):
            return pattern.sub(english, title)
    label, colon, rest = title.partition(" : ")
    if colon and (told := _label(label)):
        return f"{told}: {_linked(rest)}"
    if colon and (told := _states(rest)):
        return f"{label}: {told}"
    noted = _NOTED.match(title)
    if noted and (note := _NOTES.get(noted["note"])):
        return f"{noted['label']} ({note})"
    return title


def without_note(title: str) -> str:
    """A title that `match` wrote without the note on which slot of the fact it is: "Le feu a pris (heure)"."""
    return _NOTE.sub("", title)


def _label(label: str) -> str | None:
    """The label before the colon, with whose it is, or what it is narrowed by."""
    known = _table("label")
    if label in known:
        return known[label]
    if noted := _NOTED.match(label):
        return f"{known[noted['label']]} ({noted['note']})" if noted["label"] in known else None
    found = _OF.match(label)
    return f"{_LABELS[found['label']]} of {found['who'] or found['whose']}" if found else None


def _linked(words: str) -> str:
    for pattern, english in _LINKS:
        words = pattern.sub(english, words)
    return re.sub(r"\bans$", "years", words)


def _states(rest: str) -> str | None:
    """States one after the other, None when one is no state of ours."""
    told: list[str] = []
    for part in re.split(r", puis ", rest):
        words = state_words(part)
        if words is None:  # two ends of one affair: "condamné ou relaxé"
            halves = [state_words(half) if half != "non" else "not" for half in part.split(" ou ")]
            if len(halves) < 2 or None in halves:
                return None
            words = " or ".join(h for h in halves if h)
        told.append(words)
    return ", then ".join(told)


def state_words(part: str) -> str | None:
    """The English for a state that `match` tells in French ("bientôt fermées": "soon closed"), None for one we do not know."""
    known = _forms()
    mood, _, bare = part.partition(" ")
    if part in known or mood not in _MOODS:
        for after, english in ((" annoncée", "announced"), (" annoncé", "announced")):
            if part.endswith(after) and (label := known.get(part.removesuffix(after))):
                return f"{label} {english}"
        return {"effectif": "effective", "effective": "effective"}.get(part) or known.get(part)
    return f"{_MOODS[mood]} {known[bare]}" if bare in known else None


@cache
def _table(kind: str) -> dict[str, str]:
    return {row["french"]: row["english"] for row in read_table("data/headings.tsv", COLUMNS) if row["kind"] == kind}


@cache
def _forms() -> dict[str, str]:
    """The states in every gender and number."""
    return {
        agreed(label, she, many): english
        for label, english in _table("state").items()
        for she in (False, True)
        for many in (False, True)
    }
