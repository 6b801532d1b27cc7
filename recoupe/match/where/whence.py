"""Whence and whither: "parti de Sète" and "parti de Toulon"; where a thing was made, "en Chine" and "au Vietnam"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.families import kinds
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown
from recoupe.match.where.journeys import NAME, OTHER, Leg, mover_of, one_mover, view_of
from recoupe.parse.document import Parsed, Word
from recoupe.types import Difference, Span

COLUMNS = ("role", "verbs", "prepositions", "example")
_TITLES = {"from": "Départ", "to": "Destination", "made": "Origine"}
_FORMS = {"du": "de", "d'": "de", "des": "de", "au": "à", "aux": "à", "jusqu'": "à"}
_REACH = 5
_TURNED = re.compile(r"\b(?:derout|detourn|devi|demi-tour|urgence|correspondance|escale)")  # then it had two ends
_LEAD = 3  # sentences in which a report brings in what it tells of
_LOOSE = frozenset("un une des plusieurs certains d'autres deux trois quelques".split())
_GENERAL = frozenset("produit objet chose pièce marchandise arme drogue tir homme femme personne".split())


@dataclass(frozen=True, slots=True)
class Place:
    """This named place, in this role, of this mover or made thing."""

    leg: Leg
    role: str
    name: str
    kind: str  # "state" or "place"
    country: str | None


def draft_whence(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each journey or thing to which two reports give two beginnings or two ends."""
    found: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for report in sorted(desk.readings):
        if len(desk.related[report]) > 1:
            for place in _places(desk, report):
                found[place.role][report].append(place)
    out: list[Draft] = []
    for role in sorted(found):
        lone = [place for _, places in sorted(found[role].items()) for place in places if _is_lone(place, places)]
        seen: set[tuple[str, str]] = set()
        for a, b in ((a, b) for i, a in enumerate(lone[:40]) for b in lone[i + 1 : 40]):
            pair = (a.leg.span.report, b.leg.span.report)
            if pair not in seen and _contrary(desk, a, b) and (draft := _draft(desk, a, b)):
                seen.add(pair)
                out.append(draft)
    return tuple(out)


def _is_lone(place: Place, places: list[Place]) -> bool:
    """Does its report give the role to no other place of what may be the same?"""
    if place.role == "made":
        places = [p for p in places if plain(p.leg.mover.lemma) == plain(place.leg.mover.lemma)]
    return len({p.name for p in places}) == 1


def _contrary(desk: Desk, a: Place, b: Place) -> bool:
    """Two places of one kind, of one thing, neither known to the other report."""
    one, two = a.leg.span.report, b.leg.span.report
    if (
        one == two
        or two not in desk.related[one]
        or a.name == b.name
        or a.leg.days
        and b.leg.days
        and not a.leg.days & b.leg.days
    ):
        return False
    if desk.knows_place(one, b.name) or desk.knows_place(two, a.name):
        return False
    known = a.country and b.country and a.country != b.country
    if a.kind != b.kind and not known:
        return False
    if a.role == "to" and any(_TURNED.search(desk.plain_text(r)) for r in (one, two)):
        return False
    if a.role == "made":
        return plain(a.leg.mover.lemma) == plain(b.leg.mover.lemma) and plain(a.leg.mover.lemma) not in _GENERAL
    return one_mover(desk, a.leg, b.leg)


def _places(desk: Desk, report: str) -> Iterator[Place]:
    parsed = desk.readings[report].parsed
    for word in parsed.words:
        rows = _rows().get(_lemma(parsed, word), ()) if word.pos in ("VERB", "NOUN", "ADJ") else ()
        for role, prepositions in rows:
            named = _named(parsed, word, prepositions)
            verb = word.pos != "NOUN" or role == "from" and "obj" not in prepositions and word.lower.startswith("parti")
            mover = named and (mover_of(parsed, word) or _beside(parsed, word) if verb else _carrier(parsed, word))
            if not mover or not _is_known(parsed, mover) or role == "to" and word.pos == "VERB" and not view_of(parsed, word):
                continue
            if not named or OTHER.search(parsed.text, max(0, mover.start - 12), mover.end + 12):
                continue
            if role == "made" and (mover.pos != "NOUN" or kinds([plain(mover.lemma)]) & {"people"}):
                continue
            start, end = named
            if told := _ground(desk, report, start):
                span = Span(report, min(mover.start if abs(mover.start - word.start) < 60 else word.start, word.start), end)
                leg = Leg(span, "in" if role == "to" else "out", frozenset(), mover, desk.days_of(parsed.report, word.i))
                yield Place(leg, role, plain(parsed.text[start:end]), *told)
                break


def _lemma(parsed: Parsed, word: Word) -> str:
    """Its lemma; of a "partie" behind a comma, which the tagger takes for a noun, the verb's."""
    left = re.fullmatch("parties?|partis?", word.lower) and word.i > 0 and parsed.words[word.i - 1].text == ","
    return "partir" if left else plain(word.lemma)


def _is_known(parsed: Parsed, mover: Word) -> bool:
    """Is it the one that the report tells of: definite, named, or brought in by its first sentences?"""
    articles = [k.lower for k in parsed.kids(mover.i, "det")]
    if mover.pos == "PROPN" or any(a not in _LOOSE for a in articles):
        return True
    return mover.sent < _LEAD and mover.feat("Number") != "Plur"


def _named(parsed: Parsed, word: Word, prepositions: frozenset[str]) -> tuple[int, int] | None:
    """The name behind one of the prepositions, close to the verb."""
    last = min(parsed.sentence_of(word.i).last, word.i + 1 + _REACH)
    for other in parsed.words[word.i + 1 : last]:
        if other.pos in ("VERB", "SCONJ", "CCONJ") or other.text in ",;:":
            return None
        form = _FORMS.get(other.lower, other.lower)
        start = other.start if "obj" in prepositions else other.end + (0 if other.lower.endswith("'") else 1)
        if ("obj" in prepositions or form in prepositions) and (named := NAME.match(parsed.text, start)):
            return named.start(1), named.end(1)
        if "obj" in prepositions:
            return None
    return None


def _carrier(parsed: Parsed, word: Word) -> Word | None:
    """What travels "à destination de": the noun before."""
    first = parsed.sentence_of(word.i).first
    before = [w for w in parsed.words[max(first, word.i - 6) : word.i - 1] if w.pos in ("NOUN", "PROPN")]
    return before[-1] if before else None


def _beside(parsed: Parsed, word: Word) -> Word | None:
    """The noun that a participle stands beside: "l'embarcation, partie de Tanger"."""
    head = parsed.words[word.head]
    return head if word.feat("VerbForm") in ("Part", None) and head.pos in ("NOUN", "PROPN") else None


def _ground(desk: Desk, report: str, start: int) -> tuple[str, str | None] | None:
    """Whether a name is that of a state or of a smaller place, and its country; None for what is no place."""
    for mention in desk.readings[report].mentions:
        actor = desk.actors.get(mention.actor)
        if actor and mention.span.start <= start < mention.span.end:
            return (actor.kind, actor.country) if actor.kind in ("place", "state") else None
    return None


def _draft(desk: Desk, a: Place, b: Place) -> Draft | None:
    values = shown(desk, (a.leg.span, b.leg.span))
    title = f"{_TITLES[a.role]} : " + " / ".join(v.value or "" for v in values)
    return draft_values(desk, "whence", title, Difference("place", "contradicted", values))


@cache
def _rows() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    found: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for row in read_table("lang/fr/whence.tsv", COLUMNS):
        for verb in row.many("verbs"):
            found[plain(verb)].append((row.one_of("role", _TITLES), frozenset(row.many("prepositions"))))
    return {verb: tuple(rows) for verb, rows in found.items()}
