"""All readings of a run on one desk, with the look-ups that matching needs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recoupe.find.affair.affairs import Affairs, find_affairs
from recoupe.find.furniture import blank_furniture, find_furniture
from recoupe.lang.plain import plain
from recoupe.match.acts.affairs import gap_between, relate
from recoupe.match.acts.sides import party_keys_of
from recoupe.match.readings import Reading
from recoupe.types import Actor, Claim, Event, Figure, Mention, Span, Statement, When

if TYPE_CHECKING:
    from recoupe.match.alike.tellings import Closeness
    from recoupe.match.asked.asked import Scene
    from recoupe.match.count.measures import Quantity
    from recoupe.match.dispute.denials import Denial
    from recoupe.match.dispute.turns import Turn

_DATE = re.compile(r"\b\d{1,2}(?:er)? [^\W\d]{3,}|\d/\d")
_DAYS, _WEEKS = 5, 21  # days
_SURE = 0.8  # weight of a day of publication that "lundi" may be counted from
_AT = (" à ", " À ", " en ", " En ", " au ", " Au ", " aux ", "À ", "En ")

Place = tuple[str, int]  # a report, a sentence of it


@dataclass(slots=True)
class Desk:
    """Records by id, events by place, claims by event, and which reports tell of one affair. Read-only once laid."""

    readings: dict[str, Reading]
    related: dict[str, frozenset[str]]
    actors: dict[str, Actor]
    whens: dict[str, When]
    figures: dict[str, Figure]
    events: dict[str, Event]
    statements: dict[str, Statement]
    claims: dict[str, tuple[Claim, ...]]  # by event
    by_sentence: dict[tuple[str, int], tuple[Event, ...]]
    mentions: dict[Span, str]  # span -> actor
    named: dict[str, str]  # name -> actor
    order: dict[str, tuple[str, str]] = field(default_factory=dict)  # report -> (day of publication, id)
    grounds: dict[str, list[tuple[int, str]]] = field(default_factory=dict)  # report -> (start, place or state named there)
    furniture: dict[str, list[tuple[int, int]]] = field(default_factory=dict)  # report -> lines of its site
    parties: dict[str, frozenset[str]] = field(default_factory=dict)  # actor -> keys, see `sides`
    clauses: dict[str, Span] = field(default_factory=dict)  # event -> the words that tell it, filled on demand
    cast: dict[str, frozenset[str]] = field(default_factory=dict)  # report -> all actors it mentions, filled on demand
    denials: dict[str, tuple[Denial, ...]] = field(default_factory=dict)  # report -> who denies what, filled on demand
    spellings: dict[str, frozenset[str]] = field(default_factory=dict)  # plain name of a place -> all its names
    quantities: dict[str, tuple[Quantity, ...]] = field(default_factory=dict)  # report -> what its figures measure, on demand
    distant: dict[tuple[str, str], int] = field(default_factory=dict)  # two reports -> days between them, on demand
    texts: dict[str, str] = field(default_factory=dict)  # report -> its text in plain form, filled on demand
    nearest: set[tuple[Place, Place]] = field(default_factory=set)  # sentences of two reports, each other's best
    close: dict[tuple[Place, Place], Closeness] = field(default_factory=dict)  # the same, by what makes them worth comparing
    scenes: dict[str, Scene] = field(default_factory=dict)  # report -> what it is about and how firmly, filled on demand
    turns: dict[str, Turn] = field(default_factory=dict)  # statement -> what it tells in a quarrel, filled on demand

    def text(self, span: Span) -> str:
        """The words of a span."""
        return self.readings[span.report].report.text[span.start : span.end]

    def published(self, report: str) -> When | None:
        """When a report was published, None when unknown."""
        return self.readings[report].report.published

    def are_days_apart(self, a: str, b: str) -> bool:
        """Did two reports come out more than five days apart, and name no day in common? Each may tell its own happening."""
        return self._are_apart(a, b, _DAYS)

    def are_weeks_apart(self, a: str, b: str) -> bool:
        """Did two reports come out more than three weeks apart, and name no day in common?"""
        return self._are_apart(a, b, _WEEKS)

    def _are_apart(self, a: str, b: str, limit: int) -> bool:
        if (a, b) not in self.distant:
            gap = gap_between(self.published(a), self.published(b))
            if gap > _DAYS and self._days_named(a) & self._days_named(b):
                gap = 0
            self.distant[a, b] = self.distant[b, a] = gap
        return self.distant[a, b] > limit

    def _days_named(self, report: str) -> frozenset[str]:
        """The days that a report names, its own among them."""
        whens = (w for w in (*self.readings[report].whens, self.published(report)) if w and w.earliest and w.latest)
        return frozenset(w.earliest[:10] for w in whens if w.earliest and w.latest and w.earliest[:10] == w.latest[:10])

    def is_weeks_before(self, a: str, b: str) -> bool:
        """Did a come out weeks before b, as far as is known? Then it answers nothing that b tells as news."""
        return self.are_weeks_apart(a, b) and self.order[a][0] < self.order[b][0]

    def is_day_unsure(self, report: str) -> bool:
        """Was its day of publication inferred, with another one nearly as likely?"""
        guesses = self.readings[report].report.published_distribution
        return bool(guesses) and max(g.weight for g in guesses) < _SURE

    def clause(self, event: Event) -> Span:
        """The words that tell an event: its claim's evidence, or its trigger."""
        if event.id not in self.clauses:
            here = (s for c in self.claims.get(event.id, ()) for s in c.evidence if s.start <= event.trigger.start < s.end)
            self.clauses[event.id] = next(here, event.trigger)
        return self.clauses[event.id]

    def places_in(self, span: Span) -> tuple[str, ...]:
        """Places and states named after "à", "en", "au" within these words."""
        rows = self.grounds.get(span.report, ())
        text = self.readings[span.report].report.text
        found = []
        for start, actor in rows[bisect_left(rows, (span.start, "")) :]:
            if start >= span.end:
                break
            if text[:start].endswith(_AT):
                found.append(actor)
        return tuple(found[:2])

    def is_place(self, report: str, start: int) -> bool:
        """Does a place's name stand at this character?"""
        here = (m for m in self.readings[report].mentions if m.span.start <= start < m.span.end)
        return any(m.actor in self.actors and self.actors[m.actor].kind == "place" for m in here)

    def plain_text(self, report: str) -> str:
        """The whole text of a report in plain form."""
        if report not in self.texts:
            self.texts[report] = plain(self.readings[report].report.text)
        return self.texts[report]

    def knows_place(self, report: str, name: str) -> bool:
        """Does a report name the place of this plain name anywhere, under whatever name or spelling?"""
        text = self.plain_text(report)
        return any(spelling in text for spelling in self.spellings.get(name, frozenset((name,))))

    def days_of(self, report: str, word: int) -> frozenset[str]:
        """The days that the sentence of a word names."""
        reading = self.readings[report]
        sentence = reading.parsed.sentence_of(word)
        whens = (w for w in reading.whens if w.span and sentence.start <= w.span.start < sentence.end)
        return frozenset(w.earliest[:10] for w in whens if w.earliest and w.earliest == w.latest)

    def has_date(self, when: When) -> bool:
        """Do its words give a date, not only a weekday: "le 3 juin", "3/6"?"""
        return when.span is not None and bool(_DATE.search(self.text(when.span)))

    def is_elsewhere(self, a: Span, b: Span) -> bool:
        """Does the sentence of one name a town or state of which the other's report never speaks?"""
        for here, there in ((a, b), (b, a)):
            parsed = self.readings[here.report].parsed
            words = parsed.at(here.start, here.end)
            sentence = parsed.sentence_of(words[0]) if words else None
            places = set(self.places_in(Span(here.report, sentence.start, sentence.end))) if sentence else set()
            if places and not places & self._spoken_of(there.report):
                return True
        return False

    def _spoken_of(self, report: str) -> frozenset[str]:
        """All actors that a report mentions."""
        if report not in self.cast:
            self.cast[report] = frozenset(m.actor for m in self.readings[report].mentions)
        return self.cast[report]

    def is_furniture(self, span: Span) -> bool:
        """Do these words belong to the site, not to the report?"""
        lines = self.furniture.get(span.report)
        return lines is not None and any(start <= span.start < end for start, end in lines)

    def event_at(self, span: Span) -> Event | None:
        """The event that tells the words of `span`: the tightest clause that holds them, else the nearest in their sentence."""
        parsed = self.readings[span.report].parsed
        words = parsed.at(span.start, span.end)
        if not words:
            return None
        sentence = parsed.words[words[0]].sent
        here = self.by_sentence.get((span.report, sentence), ())
        for beside in (sentence - 1, sentence + 1):  # a bare headline or a quotation may hold no event of its own
            here = here or self.by_sentence.get((span.report, beside), ())

        def rank(event: Event) -> tuple[bool, int, int]:
            clause = self.clause(event)
            inside = clause.start <= span.start and span.end <= clause.end
            return (
                not inside,
                clause.end - clause.start if inside else abs(event.trigger.start - span.start),
                event.trigger.start,
            )

        return min(here, key=rank, default=None)


def lay_desk(readings: Sequence[Reading], affairs: Affairs | None = None) -> Desk:
    """Put the readings of a run on the desk. `affairs` where they were found before."""
    ordered = sorted(readings, key=lambda r: r.report.id)
    claims: dict[str, list[Claim]] = defaultdict(list)
    by_sentence: dict[tuple[str, int], list[Event]] = defaultdict(list)
    for reading in ordered:
        for claim in reading.claims:
            claims[claim.event].append(claim)
        for event in reading.events:
            words = reading.parsed.at(event.trigger.start, event.trigger.end)
            if words:
                by_sentence[reading.report.id, reading.parsed.words[words[0]].sent].append(event)
    actors = {a.id: a for r in ordered for a in r.actors}
    related = _with_twins(ordered, relate(ordered, find_affairs(ordered) if affairs is None else affairs))
    return Desk(
        readings={r.report.id: r for r in ordered},
        related=related,
        furniture=_furniture(ordered, related),
        actors=actors,
        whens={w.id: w for r in ordered for w in r.whens},
        figures={f.id: f for r in ordered for f in r.figures},
        events={e.id: e for r in ordered for e in r.events},
        statements={s.id: s for r in ordered for s in r.statements},
        claims={e: tuple(cs) for e, cs in claims.items()},
        by_sentence={k: tuple(v) for k, v in by_sentence.items()},
        named={a.name: a.id for r in ordered for a in r.actors},
        mentions={m.span: m.actor for r in ordered for m in r.mentions},
        order={r.report.id: ((r.report.published.earliest or "") if r.report.published else "", r.report.id) for r in ordered},
        grounds={
            r.report.id: sorted((m.span.start, m.actor) for m in r.mentions if _is_ground(actors.get(m.actor), m))
            for r in ordered
        },
        parties=party_keys_of(actors),
        spellings=_spellings(actors.values()),
    )


def _spellings(actors: Iterable[Actor]) -> dict[str, frozenset[str]]:
    """The plain forms of all names of the places that have several: "Liège" and "Luik", "Zwijnaarde" and "Zwynaarde"."""
    found: dict[str, frozenset[str]] = {}
    for actor in actors:
        names = frozenset(map(plain, (actor.name, *actor.names))) if actor.kind in ("place", "state") else frozenset()
        for name in names if len(names) > 1 else ():
            found[name] = found.get(name, names) | names
    return found


def _is_ground(actor: Actor | None, mention: Mention) -> bool:
    return actor is not None and actor.kind in ("place", "state") and mention.form in ("name", "metonym")


def _with_twins(readings: Sequence[Reading], related: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Reports of the same words tell of one affair, however short they are."""
    by_text: dict[str, list[str]] = defaultdict(list)
    for reading in readings:
        by_text[" ".join(reading.report.text.split())].append(reading.report.id)
    twins = {r: frozenset(group) for group in by_text.values() for r in group if len(group) > 1}
    return {r: others | twins.get(r, frozenset()) for r, others in related.items()}


def _furniture(readings: Sequence[Reading], related: dict[str, frozenset[str]]) -> dict[str, list[tuple[int, int]]]:
    """Lines that reports of several affairs hold alike, and lines of code."""
    texts = {r.report.id: r.report.text for r in readings}
    lines = find_furniture(sorted(set(texts.values())))
    held = {line: [r for r in sorted(texts) if line in texts[r]] for line in lines if line}
    common = {line for line, owners in held.items() if any(o not in related[owners[0]] for o in owners)}
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for report in sorted(texts):
        blank, start = blank_furniture(texts[report], frozenset(common)), 0
        for line, rest in zip(texts[report].split("\n"), blank.split("\n"), strict=True):
            if line.strip() and not rest.strip():
                found[report].append((start, start + len(line)))
            start += len(line) + 1
    return dict(found)
