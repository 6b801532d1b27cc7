"""What the persons in office whom a report names say of its year: their terms, and the years counted back to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from recoupe.find.dating.clues import YearClue
from recoupe.find.whens import TimeExpression
from recoupe.lang.tables import read_table
from recoupe.parse.document import Parsed, Sentence


def read_offices(parsed: Parsed, times: Sequence[TimeExpression]) -> list[YearClue]:
    """The clues of the leaders that a report names. An optional layer: without the table dates are only less sure."""
    leaders = _leaders_in(parsed)
    return [*_terms(leaders), *_lengths(parsed, times, leaders)]


@dataclass(frozen=True, slots=True)
class _Term:
    name: str
    office: str
    start: date
    end: date | None


@cache
def _terms_by_surname() -> dict[str, tuple[_Term, ...]]:
    terms: dict[str, tuple[_Term, ...]] = {}
    for row in read_table("data/leaders.tsv", ("name", "office", "country", "start", "end", "example")):
        end = date.fromisoformat(row["end"]) if row["end"] else None
        term = _Term(row["name"], row["office"], date.fromisoformat(row["start"]), end)
        last = row["name"].lower().replace("-", " ").split()[-1]
        terms[last] = (*terms.get(last, ()), term)
    return terms


_OFFICE = frozenset(
    "président présidente chef cheffe dirigeant dirigeante leader chancelier chancelière ministre première premier roi pape"
    " secrétaire"
    " homologue numéro maire souverain pontife prédécesseur maréchal gouvernement".split()
)
_FORMER = frozenset("ancien ancienne ex anciens feu défunt futur future candidat candidate".split())


@dataclass(frozen=True, slots=True)
class _Leader:
    """A person of the table, named here in office (or not)."""

    name: str
    words: str
    sentence: int
    in_office: bool
    terms: tuple[_Term, ...]


def _leaders_in(parsed: Parsed) -> list[_Leader]:
    """Persons of the leaders' table who are named in full, with or without their office beside the name."""
    table = _terms_by_surname()
    found: list[_Leader] = []
    for word in parsed.words:
        last = word.lower.rsplit("-", 1)[-1]
        if last not in table or not word.text[:1].isupper() and not word.lower.startswith("al-") and "-" not in word.text:
            continue
        for name in sorted({t.name for t in table[last]}):
            start = word.end - len(name)
            if parsed.text[max(start, 0) : word.end].lower() != name.lower():
                continue
            terms = tuple(t for t in table[last] if t.name == name)
            office = _office_before(parsed, next(iter(parsed.at(start, word.end))))
            found.append(_Leader(name, parsed.text[start : word.end], word.sent, office, terms))
    return found


def _office_before(parsed: Parsed, i: int) -> bool:
    """Is an office named right before the name that begins at word i: "le président russe(,) V. P.", not "l'ancien président"?"""
    words = parsed.words
    if i > 1 and words[i - 1].text == ",":
        if words[i - 2].text[:1].isupper() and words[i - 2].lower not in ("état", "république", "etat"):
            return False
        i -= 1
    before = [w.lower for w in words[max(0, i - 7) : i]]
    for k in range(len(before) - 1, -1, -1):
        if before[k] in (".", ",", ";", ":", '"') or before[k] in _FORMER or before[k].startswith("ex-"):
            return False
        if before[k] in _OFFICE:
            return not any(b in _FORMER or b.startswith("ex-") for b in before[max(0, k - 2) : k])
    return False


def _terms(leaders: list[_Leader]) -> list[YearClue]:
    clues: list[YearClue] = []
    for name in sorted({x.name for x in leaders if x.in_office}):
        terms = next(x.terms for x in leaders if x.name == name)

        def score(day: date, terms: tuple[_Term, ...] = terms) -> float:
            return 0.0 if any(t.start <= day and (t.end is None or day <= t.end) for t in terms) else -3.0

        shown = ", ".join(f"{t.start.year}-{t.end.year if t.end else ''}" for t in terms)
        clues.append(YearClue(score, f"« {name} » est dit en fonction ({terms[0].office}, {shown})."))
    return clues


def _lengths(parsed: Parsed, times: Sequence[TimeExpression], leaders: list[_Leader]) -> list[YearClue]:
    """ "il y a plus de 20 ans", "depuis 24 ans" beside a person in office: the year counted back to lies in that career."""
    clues: list[YearClue] = []
    for e in times:
        m = e.meaning
        back = m.kind == "lasting" or (m.kind == "shift" and m.shift < 0 and m.base == "published")
        if not back or m.unit != "year" or not m.count or m.count < 3:
            continue
        words = parsed.text[e.span.start : e.span.end]
        if terms := _first_leader(parsed, parsed.sentence_of(e.first), leaders):
            clues.append(_length_clue(words, int(m.count), terms[0].name, terms))
    return clues


def _first_leader(parsed: Parsed, sentence: Sentence, leaders: list[_Leader]) -> tuple[_Term, ...]:
    """The terms of the first person of the table in a sentence; a surname alone counts when the report has the full name
    or nobody else in the table bears it."""
    full = {x.name for x in leaders}
    for word in parsed.words[sentence.first : sentence.last]:
        terms = _terms_by_surname().get(word.lower, ()) if word.pos == "PROPN" else ()
        names = sorted({t.name for t in terms})
        known = [n for n in names if n in full] or (names if len(names) == 1 else [])
        if known:
            return tuple(t for t in terms if t.name == known[0])
    return ()


def _length_clue(words: str, count: int, name: str, terms: tuple[_Term, ...]) -> YearClue:
    first = min(t.start for t in terms).year + count

    def score(day: date) -> float:
        return 0.0 if day.year >= first else max(-1.2 * (first - day.year), -2.5)

    return YearClue(score, f"« {words} » avec {name}, en fonction depuis {first - count} : plutôt pas avant {first}.")
