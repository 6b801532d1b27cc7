"""One happening told several times in one report is one occasion: "effectuera une visite … ce voyage … la visite"."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from recoupe.match.acts.families import kinship
from recoupe.match.acts.fillers import is_part, occasion_of
from recoupe.match.acts.happening import HAPPENINGS, LOOSE, ONCE, Occasion, block_key, called_alike, clash, merged, met, misnamed
from recoupe.match.acts.slots import days_between
from recoupe.match.desk import Desk
from recoupe.types import Event

_NEWS = 14  # days
_KIN = 2.4  # asked of two tellings whose frames are kin, not the same
_DEMONSTRATIVE = frozenset(("ce", "cet", "cette", "ces"))


def find_occasions(desk: Desk, report: str) -> tuple[Occasion, ...]:
    """The events of a report, those of one happening merged, in order of their first mention."""
    blocks: dict[str, list[Occasion]] = defaultdict(list)
    for event in sorted(desk.readings[report].events, key=lambda e: (e.trigger, e.id)):
        if desk.is_furniture(event.trigger) or is_part(desk, event):
            continue
        one = occasion_of(desk, event)
        if _takes_up(one, blocks):
            continue
        known = blocks[one.block]
        home = _home(desk, event, one, known)
        if home is not None:
            known[home] = merged(known[home], one)
        elif not _told_otherwise(one, blocks):
            known.append(one)
    found = [o for block in blocks.values() for o in block]
    kinds = [_kinds(o) if _is_news(desk, o) else frozenset() for o in found]
    count = Counter(key for keys in kinds for key in keys)
    found = [replace(o, lone=frozenset(k for k in keys if count[k] == 1)) for o, keys in zip(found, kinds, strict=True)]
    return tuple(sorted(found, key=lambda o: (o.events[0].trigger, o.id)))


def _is_news(desk: Desk, occasion: Occasion) -> bool:
    """Not dated weeks before its report: what is recalled leaves the news the only one of its kind."""
    published = desk.published(occasion.report)
    whens = [w for w in occasion.whens if w.earliest and w.latest]
    if occasion.remote or not published or not published.earliest or not published.latest or not whens:
        return not occasion.remote
    return any(w.latest is None or w.latest >= published.earliest or days_between(w, published) <= _NEWS for w in whens)


def _kinds(occasion: Occasion) -> frozenset[str]:
    return occasion.acts | occasion.themes | {block_key(occasion.block)}


def _takes_up(one: Occasion, blocks: dict[str, list[Occasion]]) -> bool:
    """Merge what tells a happening of the kind told before, with nothing that sets the two apart ("le feu avait pris samedi")."""
    acts_ = one.acts & HAPPENINGS
    for block in sorted(blocks) if acts_ and one.block != "CONTAIN" else ():
        for n, other in enumerate(blocks[block]):
            apart = one.places and other.places and not one.places & other.places
            if (
                acts_ & other.acts
                and other.block != "CONTAIN"
                and not apart
                and one.remote == other.remote
                and not misnamed(one, other)
                and not clash(one, other)
            ):
                blocks[block][n] = merged(other, one)
                return True
    return False


def _told_otherwise(one: Occasion, blocks: dict[str, list[Occasion]]) -> bool:
    """Merge it into a happening told before under a kin frame ("a déraillé … le drame"); False when there is none."""
    if one.frame in LOOSE:
        return False
    for block in sorted(blocks):
        for n, other in enumerate(blocks[block]):
            if other.frame in LOOSE or kinship(one.frame, other.frame) != "near" or clash(one, other):
                continue
            if _likeness(one, other) >= _KIN:
                blocks[block][n] = merged(other, one)
                return True
    return False


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


def _likeness(a: Occasion, b: Occasion) -> float:
    """How many slots speak for one happening, inside one report."""
    score = 1.0 * met(a.agents, b.agents) + 0.8 * met(a.targets, b.targets) + 0.6 * bool(a.places & b.places)
    score += 1.0 * any(x.value == y.value for x in a.whens for y in b.whens)
    bare = any(not (o.agents or o.targets or o.places or any(w.earliest for w in o.whens)) for o in (a, b))
    named = called_alike(a, b)
    if a.objects and b.objects and not (bare and all(e.slots.nominal for o in (a, b) for e in o.events[:1])):
        score += 1.4 if a.objects & b.objects and named else 1.0 if a.objects & b.objects else -0.8
    if bare and (a.tenses & b.tenses or "none" in a.tenses | b.tenses) and a.block.split(":")[0] not in LOOSE:
        score += 1.8 if a.block in ONCE else 1.5  # told again in passing
    if a.block == b.block and a.block in ONCE and (met(a.agents, b.agents) or met(a.targets, b.targets)):
        score += 1.0  # it befalls one party once
    if "future" in a.tenses & b.tenses and met(a.agents, b.agents):
        score += 0.4  # a party plans one of a kind at a time
    if a.main and b.main and a.block == b.block and a.frame not in LOOSE:
        score += 1.6  # a headline and the sentence below it tell one thing
    return score + 0.4 * named
