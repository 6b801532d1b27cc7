"""From gold stories to what is scored: the program's dossiers, and dossiers of layers that were given gold input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recoupe.evaluate.gold import GoldReport, GoldSpan, GoldStory
from recoupe.find.claims import find_claims
from recoupe.find.events import find_events
from recoupe.find.figures import find_figures
from recoupe.find.statements import find_statements
from recoupe.find.whens import anchor_whens, find_times
from recoupe.lang.languages import GLOSSED
from recoupe.parse.document import Parsed
from recoupe.pipeline import Reading, compare_reports, cross_read, read_report
from recoupe.types import Actor, ActorKind, Dossier, Form, Mention, Report, Span, Statement, When, make_id


def reports_of(story: GoldStory, *, dated: bool = False) -> tuple[Report, ...]:
    """The reports of a story as the program gets them, under the gold's ids. `dated`: also the dates kept from it."""
    return tuple(_report(r, r.published or (r.published_gold if dated else None)) for r in story.reports)


def _report(gold: GoldReport, published: str | None) -> Report:
    report = Report(gold.id, None, gold.text, gold.lang or "fr", gold.title, gold.outlet, gold.url)
    if not published:
        return report
    day = published[:10]
    when = When(make_id("w", gold.id, "published"), None, day, earliest=day, latest=day)
    return replace(report, published=when, published_basis="given")


def is_mixed(story: GoldStory) -> bool:
    """Has it a report that is read through another language? Layers cannot be given the gold of one: it has no French words."""
    return any(r.lang in GLOSSED for r in story.reports)


def end_to_end(story: GoldStory, parsed: Sequence[Parsed]) -> Dossier:
    """The program's own dossier of a story; `parsed` goes with its reports, where all are French."""
    reports = reports_of(story)
    if is_mixed(story):
        return compare_reports(reports)
    return cross_read(reports, [read_report(r, p) for r, p in zip(reports, parsed, strict=True)])


def dated_times(story: GoldStory, parsed: Sequence[Parsed]) -> Dossier:
    """A dossier whose whens were anchored on the gold dates of publication: what is wrong there is the grammar's fault."""
    reports = reports_of(story, dated=True)
    whens: list[When] = []
    for report, document in zip(reports, parsed, strict=True):
        whens += anchor_whens(document, read_report(report, document).times, report.published)
    return Dossier(reports=reports, whens=tuple(whens))


def given_mentions(story: GoldStory, parsed: Sequence[Parsed]) -> Dossier:
    """Statements and claims found from the gold's mentions and actors: what is wrong there is not the mentions' fault."""
    reports = reports_of(story)
    return _flat(reports, [_reading(story, r, p, told=False) for r, p in zip(reports, parsed, strict=True)])


def given_statements(story: GoldStory, parsed: Sequence[Parsed]) -> Dossier:
    """Claims found from the gold's mentions and statements: what is wrong there is the claims' (and events') own fault."""
    reports = reports_of(story)
    return _flat(reports, [_reading(story, r, p, told=True) for r, p in zip(reports, parsed, strict=True)])


def given_readings(story: GoldStory, parsed: Sequence[Parsed]) -> Dossier:
    """Matters joined from readings with the gold's dates, mentions and statements: the faults left are of events and matching."""
    reports = reports_of(story, dated=True)
    return cross_read(reports, [_reading(story, r, p, told=True) for r, p in zip(reports, parsed, strict=True)])


def _reading(story: GoldStory, report: Report, document: Parsed, *, told: bool) -> Reading:
    """What the program reads in a report when it is given the gold's mentions, and (`told`) the gold's statements."""
    times = find_times(document)
    mentions, actors = _gold_mentions(story, document)
    if told:
        statements = _gold_statements(story, document)
    else:
        statements, mentions, actors = find_statements(document, mentions, actors, times)
    figures = find_figures(document, times)
    events = find_events(document, mentions, actors, times, figures, statements)
    claims = find_claims(document, events, statements, mentions, actors)
    return Reading(
        report,
        document,
        times=times,
        mentions=mentions,
        actors=actors,
        figures=figures,
        statements=statements,
        events=events,
        claims=claims,
    )


def _flat(reports: Sequence[Report], readings: Sequence[Reading]) -> Dossier:
    """The readings as one dossier; gold actors need no matching, they carry one id in every report."""
    actors = {a.id: a for r in readings for a in r.actors}
    return Dossier(
        reports=tuple(reports),
        mentions=tuple(m for r in readings for m in r.mentions),
        actors=tuple(actors[k] for k in sorted(actors)),
        statements=tuple(s for r in readings for s in r.statements),
        events=tuple(e for r in readings for e in r.events),
        claims=tuple(c for r in readings for c in r.claims),
    )


_KINDS: tuple[ActorKind, ...] = ("person", "state", "organisation", "group", "role", "place")


def _gold_mentions(story: GoldStory, document: Parsed) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """The gold's mentions in one report, and the actors they and its statements need."""
    mentions = []
    for gold in story.mentions:
        if gold.span.report == document.report:
            form: Form = gold.form or "name"  # type: ignore[assignment]
            span = _span(gold.span)
            ident = make_id("m", span.report, span.start, span.end, form)
            mentions.append(Mention(ident, span, gold.actors[0], form, _head(document, gold.span)))
    speakers = {a for s in story.statements for a in s.speaker if s.spans[0].report == document.report}
    used = {m.actor for m in mentions} | speakers
    actors = tuple(
        Actor(a.id, a.name, next((k for k in _KINDS if k == a.kind), "person"), a.country, (a.name, *a.forms))
        for a in story.actors
        if a.id in used
    )
    return tuple(sorted(mentions, key=lambda m: (m.span, m.id))), actors


def _gold_statements(story: GoldStory, document: Parsed) -> tuple[Statement, ...]:
    """The gold's statements in one report; those without a mode, annotated for their words alone, are left out."""
    statements = []
    for gold in story.statements:
        if gold.spans[0].report != document.report or not gold.mode:
            continue
        spans = tuple(_span(s) for s in gold.spans)
        speaker_span = _span(gold.speaker_span) if gold.speaker_span else None
        statements.append(
            Statement(
                make_id("s", document.report, spans[0].start, spans[-1].end, gold.id),
                spans,
                gold.mode,  # type: ignore[arg-type]
                gold.act or "say",
                _span(gold.cue) if gold.cue else None,
                gold.speaker[0] if len(gold.speaker) == 1 else gold.speaker or None,
                speaker_span,
                cue_word=_head(document, gold.cue) if gold.cue else -1,
                words=tuple(i for s in spans for i in document.at(s.start, s.end)),
                speakers=gold.speaker,
            )
        )
    return tuple(sorted(statements, key=lambda s: (s.spans[0], s.id)))


def _head(document: Parsed, span: GoldSpan) -> int:
    """The word of a span that hangs on a word outside it."""
    inside = document.at(span.start, span.end)
    return next((i for i in inside if document.words[i].head == i or document.words[i].head not in inside), -1)


def _span(gold: GoldSpan) -> Span:
    return Span(gold.report, gold.start, gold.end)
