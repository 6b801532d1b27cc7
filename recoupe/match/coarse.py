"""Where it was, loosely in one report and by name in another: "à l'étranger" and "à Anvers", "en banlieue", "à Créteil"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.lang.plain import plain
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown
from recoupe.match.journeys import NAME, days_near
from recoupe.match.routes import culprits
from recoupe.match.sites import actors_of, acts_of, is_craft, party_of
from recoupe.parse.document import Parsed, Word
from recoupe.types import Difference, Span

_REACH = 70  # characters behind the act
_COUNTRY = r"[A-ZÀ-Þ][\w’'-]+"
_SIDE = r"(?:nord|sud|est|ouest|centre)(?:-(?:est|ouest))?"
_LOOSE = re.compile(
    r"(?i)\b(?:à l['’]étranger|hors (?:de france|des frontières|du pays)|dans un pays (?:voisin|étranger|tiers)"
    r"|(?:en|dans la) (?:région|(?:proche |grande )?banlieue|périphérie|campagne|montagne) ?(?:[a-zà-ÿ-]{5,})?"
    r"|dans l['’](?:agglomération|arrière-pays|outre-mer|extrême [a-z]+)(?: [a-zà-ÿ-]{4,})?"
    r"|dans (?:le|un) (?:département|canton|district|village|bourg|quartier|faubourg|secteur|hameau|coin)\b(?: voisin| reculé)?"
    rf"|(?:dans|sur) (?:le |la |l['’])(?:côte |littoral |quart )?{_SIDE}(?: (?:du|de la|de l['’])\s?\w+)?"
    r"|dans les (?:environs|alentours|faubourgs|collines|montagnes|hauteurs)"
    r"|en (?:pleine )?(?:mer|montagne|forêt|ville|province|europe|afrique|asie)"
    r"|sur une (?:île|plage|autoroute|route|aire)"
    r"|dans une (?:ville|commune|localité|bourgade|station|île)(?: [a-zà-ÿ-]{4,})?)\b"
)
_NEAR = re.compile(rf"(?:près|à proximité|non loin|aux environs|aux portes|au large) (?:de |d['’]|du )(?:la |l['’])?{_COUNTRY}")
_TOWN = re.compile(r"(?<![\w’'-])(?:à|À|au|Au|aux) ")


@dataclass(frozen=True, slots=True)
class Ground:
    """This act befell this party there; `name` of the town, empty where the words are loose."""

    span: Span
    act: str
    name: str
    actors: frozenset[str]
    days: frozenset[str]


def draft_grounds(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each act that one report places loosely and another in a town."""
    found: dict[str, dict[str, list[Ground]]] = defaultdict(lambda: defaultdict(list))
    for report in sorted(desk.readings):
        if len(desk.related[report]) > 1:
            for ground in _grounds(desk, report):
                found[ground.act][report].append(ground)
    out: list[Draft] = []
    for act in sorted(found):
        rows = [rows[0] for _, rows in sorted(found[act].items()) if len({(r.name, r.actors) for r in rows}) == 1]
        loose, named = [r for r in rows if not r.name], [r for r in rows if r.name]
        for a in loose[:10]:
            finer = [b for b in named if _of_one(desk, a, b)]
            if finer and (draft := _draft(desk, a, finer[:3])):
                out.append(draft)
    return tuple(out)


def _of_one(desk: Desk, a: Ground, b: Ground) -> bool:
    """May both tell one act: no two persons, no two days, the town not that of the loose report's own words?"""
    one, two = a.span.report, b.span.report
    if one == two or two not in desk.related[one] or a.days and b.days and not a.days & b.days:
        return False
    if a.actors & b.actors:
        return True
    said = [frozenset(x[1:] for x in g.actors if x.startswith("=")) for g in (a, b)]
    return bool(said[0] & culprits() and said[1] & culprits())  # "le tueur", "le tireur"


def _grounds(desk: Desk, report: str) -> Iterator[Ground]:
    parsed = desk.readings[report].parsed
    for word in parsed.words:
        for act, group in acts_of().get(plain(word.lemma), ()) if word.pos in ("VERB", "NOUN", "ADJ") else ():
            party = party_of(parsed, word)
            many = "Plur" in (
                word.feat("Number") if word.feat("VerbForm") == "Part" else None,
                party.feat("Number") if party else None,
            )
            if many or group == "craft" and not is_craft(party):
                continue
            if told := _place(desk, parsed, word):
                (start, end), name = told
                span = Span(report, min(word.start, start), end)
                yield Ground(span, act, name, actors_of(desk, party, report), days_near(desk, parsed, word))


def _place(desk: Desk, parsed: Parsed, word: Word) -> tuple[tuple[int, int], str] | None:
    """The first place behind the act: loose words, or a town."""
    text, stop = parsed.text, min(word.end + _REACH, parsed.sentence_of(word.i).end)
    loose = min((m for p in (_LOOSE, _NEAR) if (m := p.search(text, word.end, stop))), key=lambda m: m.start(), default=None)
    for match in _TOWN.finditer(text, word.end, stop):
        named = NAME.match(text, match.end())
        if named and not (loose and loose.start() < match.start()) and _is_town(desk, parsed.report, named.start(1)):
            return (match.start(), named.end(1)), plain(named[1])
    return (loose.span(), "") if loose else None


def _is_town(desk: Desk, report: str, start: int) -> bool:
    here = (m for m in desk.readings[report].mentions if m.span.start <= start < m.span.end)
    return any(m.actor in desk.actors and desk.actors[m.actor].kind == "place" for m in here)


def _draft(desk: Desk, a: Ground, finer: list[Ground]) -> Draft | None:
    values = shown(desk, (a.span, *(b.span for b in finer)))
    title = "Lieu : " + " / ".join(dict.fromkeys(v.value or "" for v in values))
    return draft_values(desk, "ground", title, Difference("place", "refined", values))
