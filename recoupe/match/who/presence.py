"""Was he there? "Sous les yeux de la ministre" in one report, "la ministre n'était pas à Cannes" in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.occasions import occasions
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown
from recoupe.parse.document import Sentence
from recoupe.types import Difference, Mention, Span

COLUMNS = ("way", "where", "words", "example")
WAYS, WHERES = ("here", "away", "gone"), ("before", "first", "after", "opening")
_FORMS = ("name", "title", "description", "acronym")
_AUX = r"(?:(?:a|avait|est|était|fut|ayant|étant|été|s['’](?:est|était)|y|aussi|également|pourtant|même|toujours|alors) ){0,4}"
_NOT = (
    r"(?P<no>(?:n['’](?:a|avait|est|était|y (?:a|avait|est|était)) (?:pas|jamais|point|guère)|n['’]ont pas"
    r"|ne (?:sera|figurait|comptait|faisait) pas) (?:pu |été |fait |voulu )?)"
)
_FILLED = (
    "par ",
    "en ",
    "à ",
    "depuis ",
    "devant ",
    "de ",
    "dans ",
    "au ",
    "sur ",
)  # turns that may stand behind what else he did
_ELSEWHERE = re.compile(
    r",?(?: qui)? n['’](?:est|était) pas (?:à |au |dans |en |chez |place |sur (?=la scène|scène|place))(?:la |l['’])?"
    r"(?:[A-ZÀ-Þ][\w-]+|salle|tribune|cérémonie|soirée|scène|place)"
)
_NOT_THERE = re.compile(r",?(?: qui)? n['’]y (?:est|était|sera) pas(?= ?[,.;:!?]| non plus|$)")  # not "n'y est pas retourné"
_ARRIVED = re.compile(
    r"(?i)(?:à|dès|lors de) (?P<who>son) arrivée (?:au |à |aux |dans |chez |devant |sur )(?:la |le |l['’])?"
    r"[\w-]+(?: [A-ZÀ-Þ][\w-]+)?"
)
_TITLE = r"(?:la |le |l['’]|les |son |sa )?(?:[\w-]+ ){0,2}(?:(?:la |le |l['’])[\w-]+, )?"
_OFFICE = re.compile(r"(?i)(?:le |la |l['’])\w")  # "le roi": of an affair one
_COME = re.compile(
    r"(?i)(?:présent|là|venu|assist|déplac|fait le|pris place|en tribune|dans la salle)"
)  # denied, he was not there
_END = re.compile(r"(?i)[;:.]|\bmais\b|\btandis que\b|\balors que\b")
_DAY = r"(?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|toujours|finalement|alors))?"
_REACH = 90  # characters after the person in which a word tells where he was


@dataclass(frozen=True, slots=True)
class Presence:
    """This person was there, was elsewhere, or took no part, by these words."""

    span: Span
    actor: str
    way: str
    around: frozenset[str]  # kinds of occasion that its sentence names
    days: frozenset[str]


def draft_presences(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each person whom one report tells as there and another as not, on one occasion."""
    found: dict[str, dict[str, list[Presence]]] = defaultdict(lambda: defaultdict(list))
    for report in sorted(desk.readings):
        if len(desk.related[report]) > 1:
            for told in _presences(desk, report):
                found[_who(desk, told.actor)][report].append(told)
    out: list[Draft] = []
    for actor in sorted(found):
        rows = [told[0] for report, told in sorted(found[actor].items()) if len({t.way == "here" for t in told}) == 1]
        pair = next(((a, b) for i, a in enumerate(rows) for b in rows[i + 1 :] if _contrary(desk, a, b)), None)
        if pair and (draft := _draft(desk, *pair)):
            out.append(draft)
    return tuple(out)


def _who(desk: Desk, actor: str) -> str:
    """Somebody by name; an office without a name by its noun, for each report has its own."""
    known = desk.actors[actor]
    return "=" + plain(known.name) if known.kind == "role" and not any(c.isupper() for c in known.name) else actor


def _presences(desk: Desk, report: str) -> Iterator[Presence]:
    reading = desk.readings[report]
    parsed = reading.parsed
    for mention in reading.mentions:
        actor = desk.actors.get(mention.actor)
        at = parsed.at(mention.span.start, mention.span.end)
        named = actor is not None and actor.kind in ("person", "role") and any(w[:1].isupper() for w in actor.name.split())
        named = named or actor is not None and actor.kind == "role" and bool(_OFFICE.match(desk.text(mention.span)))
        if not named or mention.form not in (*_FORMS, "possessive") or not at:
            continue
        sentence = parsed.sentence_of(at[0])
        if told := way_of(parsed.text, mention, sentence):
            way, start, end = told
            words = parsed.words[sentence.first : sentence.last]
            around = occasions(w.lemma for w in words if w.pos in ("NOUN", "VERB", "PROPN"))
            whens = (w for w in reading.whens if w.span and sentence.start <= w.span.start < sentence.end)
            days = frozenset(w.earliest[:10] for w in whens if w.earliest and w.earliest == w.latest)
            yield Presence(Span(report, start, end), mention.actor, way, around, days)


def way_of(text: str, mention: Mention, sentence: Sentence) -> tuple[str, int, int] | None:
    """Whether these words stand for somebody who was there, and the words that tell it."""
    start, end = mention.span.start, mention.span.end
    if mention.form == "possessive":  # "a-t-il dit à son arrivée au théâtre"
        arrived = next((m for m in _ARRIVED.finditer(text, sentence.start, sentence.end) if m.start("who") == start), None)
        return ("here", arrived.start(), arrived.end()) if arrived else None
    if found := _before().search(text, max(sentence.start, start - 40), start):
        return _way(found, "before"), found.start(), end
    if found := _first().match(text, sentence.start, start):
        return _way(found, "first"), found.start(), end
    stop = min(sentence.end, end + _REACH)
    if cut := _END.search(text, end, stop):
        stop = cut.start()
    if found := _ELSEWHERE.match(text, end, stop):
        return "off", start, found.end()
    if found := _NOT_THERE.match(text, end, stop):
        return "gone", start, found.end()
    if found := _far().match(text, end, stop):
        return _way(found, "after"), start, found.end()
    if found := _after().match(text, end, stop):
        way = _way(found, "after")
        if not found["no"]:
            return way, start, found.end()
        if way == "here" and _COME.match(found["told"]):
            return "gone", start, found.end()
    colon = text.rfind(":", sentence.start, start) + 1  # "Gala de Nice : dans la salle, le maire …"
    if found := _opening().match(text, colon or sentence.start, start):
        return _way(found, "opening"), found.start(), end
    return None


def _contrary(desk: Desk, a: Presence, b: Presence) -> bool:
    """Is he there in one and not in the other, on one occasion?"""
    if (a.way == "here") == (b.way == "here") or b.span.report not in desk.related[a.span.report]:
        return False
    if a.days and b.days and not a.days & b.days:
        return False
    here, other = (a, b) if a.way == "here" else (b, a)
    told = plain(desk.text(here.span).split()[-1])
    actor = desk.actors[a.actor]
    if other.way == "off" and told not in plain(" ".join((actor.name, *actor.names, *actor.roles))):
        if told[:6] in desk.plain_text(other.span.report):
            return False  # he was not at the Assembly: he did elsewhere what the other report tells
    if a.around and b.around:
        return bool(a.around & b.around)
    return bool((a.around or _told(desk, a.span.report)) & (b.around or _told(desk, b.span.report)))


def _told(desk: Desk, report: str) -> frozenset[str]:
    """The occasions that a report names."""
    words = desk.readings[report].parsed.words
    return occasions(w.lemma for w in words if w.pos in ("NOUN", "VERB", "PROPN"))


def _draft(desk: Desk, a: Presence, b: Presence) -> Draft | None:
    name = desk.actors[a.actor].name
    values = shown(desk, (a.span, b.span))
    title = f"{name[:1].upper()}{name[1:]} : sur place, ou non"
    return draft_values(desk, "presence", title, Difference("place", "contradicted", values))


def _way(found: re.Match[str], where: str) -> str:
    return next((way for way, form in _compiled(where) if form.fullmatch(found["told"])), "here")


@cache
def _compiled(where: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((way, re.compile(rf"(?i){form.replace(' ', _DAY + ' ', 1)}")) for way, form in _forms(where))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?P<told>{_union('before')}) ?{_TITLE}$")


@cache
def _first() -> re.Pattern[str]:
    return re.compile(rf"(?i)\W*(?P<told>{_union('first')}) {_TITLE}$")


@cache
def _far() -> re.Pattern[str]:
    """Behind the person, and behind what else he did: "… a suivi la messe depuis son bureau"."""
    far = "|".join(form for _, form in _forms("after") if form.startswith(_FILLED))
    return re.compile(rf"(?i)(?:, [^,;]{{0,40}})?,?(?: qui)? (?:(?:(?! qu['’e]| qui |[,;]).){{0,50}} )?(?P<told>{far})(?!\w)")


@cache
def _after() -> re.Pattern[str]:
    """Behind the person, the first turn of the table: "…, qui suivait la retransmission", "… était absente"."""
    near = "|".join(form.replace(" ", _DAY + " ", 1) for _, form in _forms("after") if not form.startswith(_FILLED))
    return re.compile(rf"(?i)(?:, [^,;]{{0,40}})?,?(?: qui)? (?:{_NOT}|{_AUX})(?P<told>{near})(?!\w)")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        rf"(?i)\W*(?P<told>{_union('opening')})\b[^,;:.]{{0,50}}, (?:[\w’' -]{{0,40}}, )?(?:la |le |l['’]|son |sa )?$"
    )


def _union(where: str) -> str:
    return "|".join(form for _, form in _forms(where))


@cache
def _forms(where: str) -> tuple[tuple[str, str], ...]:
    """Way and pattern of each turn of the table, longer ones first."""
    rows = read_table("lang/fr/presence.tsv", COLUMNS)
    found = [(r.one_of("way", WAYS), w) for r in rows if r.one_of("where", WHERES) == where for w in r.many("words")]
    return tuple((way, _pattern(words)) for way, words in sorted(found, key=lambda f: (-len(f[1]), f[1])))


def _pattern(words: str) -> str:
    """The words as written, with the endings of the feminine and the plural, and "de" in all its forms."""
    forms = re.escape(words).replace("\\ ", " ").replace("'", "['’]").replace(" … ", r"\b.{0,40}? ")
    return re.sub(r"(?<=[éstu])(?<!depuis)(?= |$)", "e?s?", re.sub(r"\bde$", "(?:de|d['’]|du|des)", forms))
