"""One happening told several times in one report is one occasion: "effectuera une visite … ce voyage … la visite"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from recoupe.match.desk import Desk
from recoupe.match.shingles import function_words, plain
from recoupe.types import Claim, Event, When

LOOSE = frozenset(
    ("GENERIC", "STATE", "OPINION", "ATTENTION", "SAY", "ANNOUNCE", "CHANGE", "PUBLISH", "ATTEND", "POSSESS", "OTHER", "")
)
_DEMONSTRATIVE = frozenset(("ce", "cet", "cette", "ces"))
# What befalls one party, or strikes one place, once in an affair.
ONCE = frozenset(("ARREST", "DIE", "BIRTH", "CRASH", "DISASTER", "BLAST", "RESIGN", "ELECT"))
_FIRST = frozenset(("premier", "deuxième", "second", "troisième", "quatrième", "cinquième", "précédent", "prochain", "ancien"))
_SINCE = re.compile(r"(?i)\b(?:depuis|en \w+ ans|de l['’]année|du mandat)\b")
_MARKS = frozenset(("marquer", "constituer", "représenter", "être"))


@dataclass(frozen=True, slots=True)
class Occasion:
    """One happening as one report tells it: its events and what fills its slots."""

    report: str
    block: str
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    lemmas: frozenset[str]
    agents: frozenset[str]  # keys of parties, see `party_keys`
    targets: frozenset[str]
    places: frozenset[str]
    objects: frozenset[str]
    content: frozenset[str]
    whens: tuple[When, ...]
    ordinals: frozenset[str]
    tenses: frozenset[str]
    named: frozenset[str] = frozenset()  # keys of parties that are called by a name, not "ce pays" or "ils"

    @property
    def id(self) -> str:
        """The id of its first event stands for it in links."""
        return self.events[0].id


def find_occasions(desk: Desk, report: str) -> tuple[Occasion, ...]:
    """The events of a report, those of one happening merged, in order of their first mention."""
    blocks: dict[str, list[Occasion]] = defaultdict(list)
    for event in sorted(desk.readings[report].events, key=lambda e: (e.trigger, e.id)):
        one = _occasion(desk, event)
        known = blocks[one.block]
        home = _home(desk, event, one, known)
        if home is None:
            known.append(one)
        else:
            known[home] = _merged(known[home], one)
    found = [o for block in blocks.values() for o in block]
    return tuple(sorted(found, key=lambda o: (o.events[0].trigger, o.id)))


def party_keys(desk: Desk, actors: Iterable[str]) -> frozenset[str]:
    """Keys under which parties compare: the actor itself and, for a state, its country."""
    keys: set[str] = set()
    for actor in actors:
        keys.add(actor)
        record = desk.actors.get(actor)
        if record and record.country and record.kind in ("state", "place"):
            keys.add("=" + record.country)
        if record and record.country and record.kind in ("state", "person"):
            keys.add("~" + record.country)  # a leader and the state stand on one side
        if record and record.kind == "group" and " et " in record.name:  # "les deux pays": each of the two
            parts = [desk.named[n] for n in re.split(r", | et ", record.name) if n in desk.named]
            keys.update(party_keys(desk, parts))
    return frozenset(keys)


def _occasion(desk: Desk, event: Event) -> Occasion:
    slots = event.slots
    frame = event.frame
    when = _when(desk, event)
    text = desk.readings[event.report].report.text
    tail = text[event.trigger.end : event.trigger.end + 90].split(".")[0]
    ordinals = frozenset(m for m in slots.modifiers if m in _FIRST) if not _SINCE.search(tail) else frozenset()
    return Occasion(
        event.report,
        frame if frame not in LOOSE else f"{frame}:{event.lemma.lower()}",
        (event,),
        desk.claims.get(event.id, ()),
        frozenset([event.lemma.lower()]),
        party_keys(desk, event.agents),
        party_keys(desk, event.targets),
        _places(desk, event),
        frozenset(_content(slots.object)) - _names(desk, event),
        frozenset(_content(slots.content)),
        (when,) if when else (),
        ordinals,
        frozenset([slots.tense]),
        _named(desk, event),
    )


def _names(desk: Desk, event: Event) -> frozenset[str]:
    """Words of the parties and the place: they fill slots of their own and are no theme."""
    parties = {*event.agents, *event.targets}
    rows = [(desk.mentions.get(s), s) for s in (*event.slots.agent_spans, *event.slots.target_spans)]
    spans = [s for a, s in rows if a in parties and desk.actors[a].kind in ("person", "state", "place", "group")]
    spans += [event.slots.place_span] if event.slots.place_span else []
    return frozenset(_plain(w) for s in spans if s.end - s.start < 60 for w in re.findall(r"[^\W\d_]{2,}", desk.text(s)))


def _named(desk: Desk, event: Event) -> frozenset[str]:
    """Parties told by name here: only these can set two happenings apart."""
    rows = [(desk.mentions.get(s), s) for s in (*event.slots.agent_spans, *event.slots.target_spans)]
    return party_keys(desk, (a for a, s in rows if a and any(c.isupper() for c in desk.text(s)[1:] or desk.text(s))))


def _when(desk: Desk, event: Event) -> When | None:
    """Its time, unless that lies after the report although the event is told as past (then it is another's)."""
    when, published = desk.whens.get(event.when or ""), desk.published(event.report)
    if (
        when
        and when.earliest
        and published
        and published.latest
        and event.slots.tense == "past"
        and when.earliest > published.latest
    ):
        return None
    if when and when.span and desk.text(when.span).lower().startswith("depuis"):
        return None  # that is when the last one was
    return when


@cache
def _plain(lemma: str) -> str:
    return plain(lemma)


def _content(lemmas: Iterable[str]) -> Iterable[str]:
    return (_plain(x) for x in lemmas if len(x) > 2 and _plain(x) not in function_words() and not x[0].isdigit())


def _places(desk: Desk, event: Event) -> frozenset[str]:
    keys = set(party_keys(desk, [event.place] if event.place else []))
    if event.slots.place_name:
        keys.update(_plain(w) for w in re.findall(r"[^\W\d_]{3,}", event.slots.place_name) if _plain(w) not in function_words())
    return frozenset(keys)


def _home(desk: Desk, event: Event, one: Occasion, known: list[Occasion]) -> int | None:
    """The occasion told before that this event belongs to; None = a new one."""
    if not known:
        return None
    best: tuple[float, int] | None = None
    pointing = _points_back(desk, event)
    for i, other in enumerate(known):
        if clash(one, other):
            continue
        score = _likeness(one, other)
        if pointing == "this" and not (one.agents | one.targets):
            past = "past" in other.tenses
            # "Ce voyage intervient …" is the one the report is about; "depuis cette visite" the last one told as past.
            fits = not past if event.slots.tense in ("present", "future") else past or len(known) == 1
            score += 2.0 + i * 0.1 if fits else 0.5
        elif pointing == "the" and not (one.objects - {"etat"}):
            score += 1.2 if i == 0 else 1.0
        if score >= 1.8 and (best is None or score > best[0]):
            best = (score, i)
    return best[1] if best else None


def _points_back(desk: Desk, event: Event) -> str:
    """ "this" for "cette visite", "the" for a definite noun, "" otherwise."""
    if not event.slots.nominal or not event.slots.definite:
        return ""
    parsed = desk.readings[event.report].parsed
    i = event.slots.head
    if not 0 <= i < len(parsed.words):
        return "the"
    return "this" if any(w.lower in _DEMONSTRATIVE for w in parsed.kids(i, "det")) else "the"


def clash(a: Occasion, b: Occasion) -> bool:
    """What two tellings of one happening can never differ in: days apart, ordinals, parties, planned against long past."""
    if a.ordinals != b.ordinals and (a.ordinals or b.ordinals):
        return True
    if any(_disjoint(x, y) for x in a.whens for y in b.whens):
        return True
    if a.report == b.report and {"future"} in (a.tenses, b.tenses) and "past" in (a.tenses | b.tenses) and not _planned(a, b):
        return True
    return opposed(a, b, a.agents, b.agents) or opposed(a, b, a.targets, b.targets)


def _planned(a: Occasion, b: Occasion) -> bool:
    return all(any(c.status in ("planned", "announced", "possible", "alleged", "denied") for c in o.claims) for o in (a, b))


def _disjoint(a: When, b: When) -> bool:
    if not a.earliest or not a.latest or not b.earliest or not b.latest or a.duration or b.duration:
        return False
    return a.latest < b.earliest or b.latest < a.earliest


def met(a: frozenset[str], b: frozenset[str]) -> int:
    """1 when one party stands in both, not only its side."""
    return int(any(not key.startswith("~") for key in a & b))


def opposed(a: Occasion, b: Occasion, left: frozenset[str], right: frozenset[str]) -> bool:
    """Are both parties named, and none the same?"""
    return bool(left & a.named and right & b.named and not left & right)


def _likeness(a: Occasion, b: Occasion) -> float:
    """How many slots speak for one happening, inside one report."""
    score = 1.0 * met(a.agents, b.agents) + 0.8 * met(a.targets, b.targets) + 0.6 * bool(a.places & b.places)
    score += 1.0 * any(x.value == y.value for x in a.whens for y in b.whens)
    bare = any(not (o.agents or o.targets or o.places or any(w.earliest for w in o.whens)) for o in (a, b))
    if a.objects and b.objects and not (bare and all(e.slots.nominal for o in (a, b) for e in o.events[:1])):
        score += 1.4 if a.objects & b.objects and a.lemmas & b.lemmas else 1.0 if a.objects & b.objects else -0.8
    if bare and (a.tenses & b.tenses or "none" in a.tenses | b.tenses) and a.block.split(":")[0] not in LOOSE:
        score += 1.8 if a.block in ONCE else 1.5  # told again in passing
    return score + 0.4 * bool(a.lemmas & b.lemmas)


def _merged(a: Occasion, b: Occasion) -> Occasion:
    return replace(
        a,
        events=(*a.events, *b.events),
        claims=tuple(dict.fromkeys((*a.claims, *b.claims))),
        lemmas=a.lemmas | b.lemmas,
        agents=a.agents | b.agents,
        targets=a.targets | b.targets,
        places=a.places | b.places,
        objects=a.objects | b.objects,
        content=a.content | b.content,
        whens=tuple(dict.fromkeys((*a.whens, *b.whens))),
        ordinals=a.ordinals | b.ordinals,
        tenses=a.tenses | b.tenses,
        named=a.named | b.named,
    )
