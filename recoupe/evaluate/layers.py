"""One story's gold against its dossier: mentions, statements, times, figures, propositions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from recoupe.evaluate.comparison import Comparison, half_shared
from recoupe.evaluate.dates import bounds
from recoupe.evaluate.gold import GoldFigure, GoldProposition, GoldSpan, GoldStatement, GoldTime
from recoupe.evaluate.outcome import Outcome, found
from recoupe.evaluate.pairing import best_pairs
from recoupe.evaluate.words import Place, Words, overlap
from recoupe.types import Claim, Figure, Statement, When


def score_mentions(c: Comparison) -> Iterator[Outcome]:
    """Mention spans, the share of them that stand for the right actor, and B³ over the mentions of one actor."""
    linked = {
        i
        for i, j in c.mention_pairs.items()
        if any(c.same.get(a) == c.dossier.mentions[j].actor for a in c.gold.mentions[i].actors)
    }
    for report in c.gold.reports:
        gold = [i for i, m in enumerate(c.gold.mentions) if m.span.report == report.id]
        given = sum(m.span.report == report.id for m in c.dossier.mentions)
        for name, right in (("span", set(c.mention_pairs)), ("linked", linked)):
            hits = sum(i in right for i in gold)
            yield from found(
                f"mentions.{name}",
                hits=hits,
                gold=len(gold),
                given=given,
                exhaustive=c.exhaustive("mentions"),
                unit=c.unit(report.id),
            )
    for i, mention in enumerate(c.gold.mentions):
        unit, words = c.unit(mention.span.report), c.texts.quote(mention.span)
        if i not in c.mention_pairs:
            yield Outcome("errors.mentions", 0, 0, unit, words, "missed", c.phenomena(mention, mention.span.report))
        elif i not in linked:
            actor = c.found_actors.get(c.dossier.mentions[c.mention_pairs[i]].actor)
            note = f"stands for {'/'.join(mention.actors)}, the dossier has {actor.name if actor else None!r}"
            yield Outcome("errors.mentions", 0, 0, unit, words, note, c.phenomena(mention, mention.span.report))
    yield from _b_cubed(c)


def _b_cubed(c: Comparison) -> Iterator[Outcome]:
    """B³ (Bagga and Baldwin 1998) over mentions of one actor: how much of its cluster each finds, and finds rightly."""
    single = [i for i, m in enumerate(c.gold.mentions) if len(m.actors) == 1]
    clusters, guesses = defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)
    for i in single:
        clusters[c.gold.mentions[i].actors[0]].add(i)
        if i in c.mention_pairs:
            guesses[c.dossier.mentions[c.mention_pairs[i]].actor].add(i)
    for i in single:
        mine = clusters[c.gold.mentions[i].actors[0]]
        theirs = guesses[c.dossier.mentions[c.mention_pairs[i]].actor] if i in c.mention_pairs else set[int]()
        both, unit = len(mine & theirs), c.unit(c.gold.mentions[i].span.report)
        yield Outcome("mentions.b3.recall", both / len(mine), 1, unit)
        yield Outcome("mentions.b3.precision", both / max(len(theirs), 1), int(i in c.mention_pairs), unit)


def score_statements(c: Comparison) -> Iterator[Outcome]:
    """Statements found, and of those found the speaker, mode, act and cue."""
    given = c.dossier.statements
    gold_words = [c.texts.words(s.spans) for s in c.gold.statements]
    given_words = [c.texts.words(s.spans) for s in given]
    partial = [s.partial for s in c.gold.statements]

    def score(i: int, j: int) -> float:
        a, b = gold_words[i], given_words[j]
        if partial[i]:
            return overlap(a, b) + 1 if len(a & b) >= 0.5 * len(a) and len({r for r, _ in b}) == 1 else 0
        return half_shared(a, b)

    pairs = best_pairs(range(len(gold_words)), range(len(given)), score)
    yield from _located(c, "statements", c.gold.statements, given, lambda s: s.spans, pairs)
    for i, j in pairs.items():
        if not c.gold.statements[i].optional:
            yield from _statement(c, c.gold.statements[i], given[j])


def _statement(c: Comparison, gold: GoldStatement, given: Statement) -> Iterator[Outcome]:
    """The attributes of a statement that was found: speaker, mode, act, cue."""
    report = gold.spans[0].report
    unit, words, shows = c.unit(report), c.texts.quote(gold.spans[0]), c.phenomena(gold, report)
    if gold.speaker:
        speakers = given.voices
        right = any(c.same_actor(a, b, gold.speaker_span) for a in gold.speaker for b in speakers)
        right = right or (gold.accept_unknown and not speakers)
        note = "" if right else f"speaker is {'/'.join(gold.speaker)}, the dossier has {_names(c, speakers)}"
        yield Outcome("statements.speaker", right, 1, unit, words, note, shows)
    for name, want, got in (("mode", gold.mode, given.mode), ("act", gold.act, given.act)):
        if want:
            yield Outcome(
                f"statements.{name}", want == got, 1, unit, words, "" if want == got else f"{name} {want}, not {got}", shows
            )
    if gold.cue:
        right = bool(c.texts.words([gold.cue]) & c.texts.words([given.cue]))
        got_cue = c.texts.quote(given.cue) if given.cue else None
        note = "" if right else f"cue is {c.texts.quote(gold.cue)!r}, the dossier has {got_cue!r}"
        yield Outcome("statements.cue", right, 1, unit, words, note, shows)


def score_times(c: Comparison) -> Iterator[Outcome]:
    """Time expressions, their values, and the dates of publication that were kept from the program."""
    given = [w for w in c.dossier.whens if w.span is not None]
    pairs = _pair_values(c, c.gold.times, given, 0.5)
    yield from _located(c, "times", c.gold.times, given, lambda w: (w.span,), pairs)
    for i, j in pairs.items():
        if not c.gold.times[i].optional:
            yield _time(c, c.gold.times[i], given[j])
    inferred = {r.id: r.published.value if r.published else None for r in c.dossier.reports}
    for report in c.gold.reports:
        want = (report.published_gold,) if report.published_gold else report.published_any
        if want and not report.published:
            got = inferred.get(report.id)
            right = isinstance(got, str) and got[:10] in want
            note = "" if right else f"published {want[0]}, the dossier has {got}"
            yield Outcome("times.published", right, 1, c.unit(report.id), report.text[:60].replace("\n", " "), note)


def _time(c: Comparison, gold: GoldTime, given: When) -> Outcome:
    """The value of a time that was found: by both ends or by its length."""
    want = {bounds(v) for v in (gold.value, *gold.values)} - {None}
    ends = (given.earliest[:10] if given.earliest else None, given.latest[:10] if given.latest else None)
    right = bounds(given.value) in want or ends in want or bool(gold.duration and gold.duration == given.duration)
    note = "" if right else f"is {gold.value or gold.duration}, the dossier has {given.value or given.duration}"
    return Outcome(
        "times.value", right, 1, c.unit(gold.span.report), c.texts.quote(gold.span), note, c.phenomena(gold, gold.span.report)
    )


def score_figures(c: Comparison) -> Iterator[Outcome]:
    """Quantities, and their values: both ends, or the bound with the right end."""
    given = c.dossier.figures
    pairs = _pair_values(c, c.gold.figures, given, 0.2)
    yield from _located(c, "figures", c.gold.figures, given, lambda f: (f.span,), pairs)
    for i, j in pairs.items():
        gold, got = c.gold.figures[i], given[j]
        if gold.optional:
            continue
        right = (got.low, got.high) == (gold.low, gold.high) or (got.bound == gold.bound and gold.low in (got.low, got.high))
        note = "" if right else f"is {gold.bound} {gold.low}-{gold.high}, the dossier has {got.bound} {got.low}-{got.high}"
        unit, shows = c.unit(gold.span.report), c.phenomena(gold, gold.span.report)
        yield Outcome("figures.value", right, 1, unit, c.texts.quote(gold.span), note, shows)


def score_propositions(c: Comparison) -> Iterator[Outcome]:
    """Claims by the words they rest on; of those located the status, negation, innermost source, agents and PLOVER code."""
    given = c.dossier.claims
    gold_words = [c.texts.words([p.span]) for p in c.gold.propositions]
    evidence = [c.texts.words(k.evidence) for k in given]
    triggers = [c.texts.words([c.events[k.event].trigger]) if k.event in c.events else frozenset() for k in given]

    def score(i: int, j: int) -> float:
        a, shared = gold_words[i], overlap(gold_words[i], evidence[j])
        inside = bool(a & triggers[j])
        if not inside and shared < 0.5:
            return 0
        same_status = 0.05 if given[j].status in c.gold.propositions[i].statuses else 0
        return shared + (0.5 + 0.5 / len(a) if inside else 0) + same_status

    pairs = best_pairs(range(len(gold_words)), range(len(given)), score)
    yield from _located(c, "propositions", c.gold.propositions, given, lambda k: k.evidence, pairs)
    for i, j in pairs.items():
        if not c.gold.propositions[i].optional:
            yield from _proposition(c, c.gold.propositions[i], given[j])


def _proposition(c: Comparison, gold: GoldProposition, given: Claim) -> Iterator[Outcome]:
    """The attributes of a claim that was found: status, negation, innermost source, agents, PLOVER code."""
    unit, words = c.unit(gold.span.report), c.texts.quote(gold.span)
    shows = c.phenomena(gold, gold.span.report)

    def outcome(name: str, right: bool, note: str) -> Outcome:
        return Outcome(name, right, 1, unit, words, "" if right else note, shows)

    right = given.status in gold.statuses
    yield outcome("propositions.status", right, f"status {'/'.join(gold.statuses)}, not {given.status}")
    if gold.negated is not None and not gold.negated_any:
        yield outcome("propositions.negation", given.negated == gold.negated, f"negated {gold.negated}, not {given.negated}")
    if gold.sources is not None:
        inner = given.sources[-1:]
        no_source = gold.sources in ((), ("?",))
        right = not inner if no_source else any(c.same_actor(a, b) for a in gold.sources for b in inner)
        yield outcome("propositions.source", right, f"source is {'/'.join(gold.sources) or 'the report'}, not {_names(c, inner)}")
    event = c.events.get(given.event)
    if gold.agents is not None:
        agents = event.agents if event else ()
        pairs = best_pairs(gold.agents, agents, lambda a, b: float(c.same_actor(a, b)))
        yield from found(
            "propositions.agents", hits=len(pairs), gold=len(gold.agents), given=len(agents), exhaustive=True, unit=unit
        )
    if gold.plover == "":
        return
    code = event.plover if event else None
    if isinstance(gold.plover, dict):
        for part in ("type", "mode"):
            if want := gold.plover.get(part):
                got = getattr(code, part) if code else None
                yield outcome(f"plover.{part}", want == got, f"PLOVER {part} {want}, not {got}")
    else:
        yield outcome("plover.none", code is None, f"no PLOVER type, the dossier has {code.type if code else None}")


def _located(
    c: Comparison,
    layer: str,
    gold: Sequence[Any],
    given: Sequence[Any],
    spans: Callable[[Any], Sequence[Place | None]],
    pairs: dict[int, int],
) -> Iterator[Outcome]:
    """Found or missed, report by report; what an optional gold item was paired with neither costs nor earns."""
    reports = [_place(g).report for g in gold]
    free = {pairs[i] for i, g in enumerate(gold) if g.optional and i in pairs}
    where = [next((s.report for s in spans(p) if s), "") for p in given]
    for report in c.gold.reports:
        must = [i for i, g in enumerate(gold) if reports[i] == report.id and not g.optional]
        count = sum(where[j] == report.id and j not in free for j in range(len(given)))
        hits = sum(i in pairs for i in must)
        yield from found(
            f"{layer}.found", hits=hits, gold=len(must), given=count, exhaustive=c.exhaustive(layer), unit=c.unit(report.id)
        )
    for i, g in enumerate(gold):
        if not g.optional:
            shows = c.phenomena(g, reports[i])
            note = "" if i in pairs else "missed"
            unit = c.unit(reports[i])
            yield Outcome(f"phenomena.{layer}", i in pairs, 1, unit, c.texts.quote(_place(g)), note, shows)
    if c.exhaustive(layer):
        for j in sorted(set(range(len(given))) - set(pairs.values())):
            span = next((s for s in spans(given[j]) if s), None)
            if span:
                yield Outcome(f"errors.{layer}", 0, 0, c.unit(span.report), c.texts.quote(span), "not in the gold")


def _pair_values(
    c: Comparison, gold: Sequence[GoldTime] | Sequence[GoldFigure], given: Sequence[When] | Sequence[Figure], least: float
) -> dict[int, int]:
    """gold index -> dossier index, by words in common, at least this share of them."""
    mine = [c.texts.words([g.span]) for g in gold]
    theirs = [c.texts.words([w.span]) for w in given]

    def score(a: Words, b: Words) -> float:
        shared = overlap(a, b)
        return shared if shared >= least else 0

    return best_pairs(mine, theirs, score)


def _place(gold: Any) -> GoldSpan:
    span: GoldSpan = gold.spans[0] if isinstance(gold, GoldStatement) else gold.span
    return span


def _names(c: Comparison, actors: Sequence[str]) -> str:
    return ", ".join(c.found_actors[a].name if a in c.found_actors else a for a in actors) or "nobody"
