"""The order of work, in plain sight: inputs -> reports -> readings -> dossier."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from recoupe.find.affair.affairs import find_affairs
from recoupe.find.claims import find_claims
from recoupe.find.dating.nearest import as_written, days_around, without_years
from recoupe.find.events import find_events
from recoupe.find.figures import find_figures
from recoupe.find.furniture import site_stretches, told
from recoupe.find.mentions import find_mentions
from recoupe.find.published import infer_published
from recoupe.find.statements import find_statements
from recoupe.find.whens import TimeExpression, anchor_whens, find_times
from recoupe.match.copying.copies import find_copies
from recoupe.match.matters import match_matters
from recoupe.match.who.actors import match_actors
from recoupe.parse.document import Parsed
from recoupe.types import (
    Actor,
    Claim,
    DateGuess,
    Dossier,
    Event,
    Failure,
    Figure,
    Link,
    Mention,
    PublishedBasis,
    Report,
    Statement,
    When,
)

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in one report. Ids of actors are the report's own until `match_actors` has spoken."""

    report: Report
    parsed: Parsed
    times: tuple[TimeExpression, ...] = ()
    whens: tuple[When, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()


def compare(inputs: Sequence[str | Path] | str | Path, *, today: str | None = None, progress: Progress | None = None) -> Dossier:
    """Read files, folders, JSON Lines or standard input ("-") and cross-read them into one dossier.

    What cannot be read is listed in `Dossier.failures`; the rest goes on. `today` (ISO date) only bounds inferred
    publication dates; the machine's clock is never an input.
    """
    from recoupe.read import read_inputs

    reports, failures = read_inputs(inputs)
    return compare_reports(reports, failures=failures, today=today, progress=progress)


def compare_reports(
    reports: Sequence[Report], *, failures: Sequence[Failure] = (), today: str | None = None, progress: Progress | None = None
) -> Dossier:
    """Cross-read reports that are already in memory. The result does not depend on their order."""
    from recoupe.gloss.reports import in_french, put_back
    from recoupe.lang.languages import READABLE
    from recoupe.parse.spacy import parse

    ordered = sorted(reports, key=lambda r: r.id)
    readable, glosses, lost = in_french([r for r in ordered if r.lang in READABLE])
    readings: list[Reading] = []
    for number, (report, parsed) in enumerate(zip(readable, parse(readable), strict=True), 1):
        try:
            readings.append(read_report(report, parsed))
        except Exception as error:  # a bug of ours must not cost the other reports
            reason = f"could not be analysed ({type(error).__name__}: {error}), a fault of recoupe; the others are used"
            lost.append(Failure(report.path or report.id, reason))
        if progress:
            progress(number, len(readable))
    return put_back(cross_read(ordered, readings, failures=(*failures, *lost), today=today), glosses)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Our records hold no cycles: the search for some, set off by every few hundred of them, costs a tenth of the work."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@_uncollected()
def read_report(report: Report, parsed: Parsed) -> Reading:
    """Everything one report says, before it is dated and before it is compared. Pure. Its text is that of `parsed`."""
    site = site_stretches(parsed.text)  # what the site prints around the report is nobody's news
    times = find_times(parsed)
    mentions, actors = find_mentions(parsed)
    mentions, actors = _told(site, mentions, actors)
    statements, mentions, actors = find_statements(parsed, mentions, actors, times)
    statements = tuple(s for s in statements if told(site, s.spans[0]))
    figures = tuple(f for f in find_figures(parsed, times) if told(site, f.span))
    events = find_events(parsed, mentions, actors, times, figures, statements)
    events = tuple(e for e in events if told(site, e.trigger))
    claims = find_claims(parsed, events, statements, mentions, actors)
    return Reading(
        replace(report, text=parsed.text),
        parsed,
        times,
        (),
        mentions,
        actors,
        _placed(figures, events),
        statements,
        events,
        claims,
    )


def _told(
    site: tuple[tuple[int, int], ...], mentions: tuple[Mention, ...], actors: tuple[Actor, ...]
) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """Without the mentions that only the site makes, and the actors of whom nothing is left."""
    kept = tuple(m for m in mentions if told(site, m.span))
    if len(kept) == len(mentions):
        return mentions, actors
    lost = {m.actor for m in mentions} - {m.actor for m in kept}
    lost -= {office.of for a in actors if a.id not in lost for office in a.held}
    return kept, tuple(a for a in actors if a.id not in lost)


@_uncollected()
def cross_read(
    reports: Sequence[Report], readings: Sequence[Reading], *, failures: Sequence[Failure] = (), today: str | None = None
) -> Dossier:
    """Date the readings, join their actors, match their matters: one dossier."""
    affairs = find_affairs(readings)
    dates = infer_published(readings, today=today, affairs=affairs)
    around = days_around({report: (when, guesses) for report, (when, *_, guesses) in dates.items()}, affairs)
    dated = [_date(reading, dates[reading.report.id], around.get(reading.report.id)) for reading in readings]
    actors, identity, links = match_actors(dated, affairs)
    known = {a.id: a for a in actors}
    named = [_rename(reading, identity, known) for reading in dated]
    copies = find_copies([r.report for r in named], named)
    matters, more_links = match_matters(named, copies, affairs)
    by_id = {reading.report.id: reading.report for reading in named}
    told = [replace(by_id.get(r.id, r), text=r.text) for r in reports]  # read with plain spaces, printed as it came
    return _dossier(told, named, actors, matters, copies, (*links, *more_links), failures)


def _placed(figures: tuple[Figure, ...], events: tuple[Event, ...]) -> tuple[Figure, ...]:
    """Figures with the event that counts them."""
    owner = {f: (e.id, e.when) for e in reversed(events) for f in e.figures}
    return tuple(replace(f, event=owner[f.id][0], when=f.when or owner[f.id][1]) if f.id in owner else f for f in figures)


def _date(
    reading: Reading, found: tuple[When | None, PublishedBasis, tuple[str, ...], tuple[DateGuess, ...]], around: date | None
) -> Reading:
    when, basis, why, distribution = found
    report = replace(
        reading.report,
        published=when,
        published_basis=basis,
        published_why=why,
        published_distribution=distribution,
        around=around.isoformat() if around else "",
    )
    return replace(reading, report=report, whens=anchor_whens(reading.parsed, reading.times, when, around))


def _rename(reading: Reading, identity: Mapping[str, str], known: Mapping[str, Actor]) -> Reading:
    """The reading with the dossier's actors in place of the report's own."""

    def one(actor: str | None) -> str | None:
        return None if actor is None else identity.get(actor, actor)

    def many(actors: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(identity.get(a, a) for a in actors))

    def speaker(s: Statement) -> Any:
        return many(s.speaker) if isinstance(s.speaker, tuple) else one(s.speaker)

    return replace(
        reading,
        mentions=tuple(Mention(m.id, m.span, identity.get(m.actor, m.actor), m.form, m.head) for m in reading.mentions),
        actors=tuple(dict.fromkeys(known[identity[a.id]] for a in reading.actors)),
        statements=tuple(
            replace(s, speaker=speaker(s), speakers=many(s.speakers), addressee=one(s.addressee))
            if s.speaker or s.speakers or s.addressee
            else s
            for s in reading.statements
        ),
        events=tuple(
            replace(e, agents=many(e.agents), targets=many(e.targets), place=one(e.place))
            if e.agents or e.targets or e.place
            else e
            for e in reading.events
        ),
        claims=tuple(replace(c, sources=many(c.sources)) if c.sources else c for c in reading.claims),
    )


def _dossier(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    actors: Sequence[Actor],
    matters: Sequence[Any],
    copies: Sequence[Any],
    links: Sequence[Link],
    failures: Sequence[Failure],
) -> Dossier:
    used = {m.actor for r in readings for m in r.mentions}
    used |= {a for r in readings for s in r.statements for a in (*s.speakers, *_as_tuple(s.speaker), s.addressee) if a}
    used |= {a for r in readings for e in r.events for a in (*e.agents, *e.targets)}
    used |= {a for r in readings for c in r.claims for a in c.sources}
    kept = {a.id for a in actors if a.id in used}
    return Dossier(
        reports=tuple(reports),
        mentions=tuple(m for r in readings for m in r.mentions),
        actors=tuple(sorted((a for a in actors if a.id in kept), key=lambda a: a.id)),
        whens=tuple(as_written(w) for r in readings for w in r.whens),
        figures=tuple(f for r in readings for f in r.figures),
        statements=tuple(s for r in readings for s in r.statements),
        events=tuple(e for r in readings for e in r.events),
        claims=tuple(c for r in readings for c in r.claims),
        matters=without_years(matters, [w for r in readings for w in r.whens if w.assumed]),
        copies=tuple(copies),
        links=tuple(link for link in links if not _dangles(link, kept)),
        failures=tuple(failures),
    )


def _dangles(link: Link, kept: set[str]) -> bool:
    return any(side.startswith("a-") and side not in kept for side in (link.left, link.right))


def _as_tuple(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else value
