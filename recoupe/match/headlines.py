"""A headline that says more than its own text: done where the text has it planned or alleged, or in a stronger word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.lang.tables import read_table
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, agree, in_order
from recoupe.match.families import acts, kinds
from recoupe.match.levels import HEDGED, SURE
from recoupe.match.merge import LOOSE
from recoupe.parse.document import Parsed, Sentence
from recoupe.types import Difference, Event, Span, Value

COLUMNS = ("strong", "weak", "example")
_LONGEST = 160  # characters of a headline
_LEAD = 2  # sentences below a headline that should bear it out
_AHEAD = frozenset(("planned", "announced"))
_TAKING_UP = frozenset(("il", "elle", "ils", "elles", "lui"))
_MARKS = (".", "…", "»", '"', ":", ";", "?")


def judge_headlines(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with the headlines that outrun their own text set beside that text."""
    owner = {e: n for n, d in enumerate(drafts) if d.kind == "event" for e in d.events}
    found: dict[int, list[tuple[Difference, Event]]] = {}
    alone: list[Draft] = []
    for report in sorted(desk.readings):
        headline = find_headline(desk.readings[report].parsed)
        if headline is None or not (weaker := _weaker(desk, report, headline)):
            continue
        event, words, status = weaker
        top = Span(report, headline.start, headline.end)
        values = [Value(report, "happened", (top,)), Value(report, status, (words,))]
        if event.id in owner:  # reports that say as little as the text stand beside it
            others = [desk.events[e] for e in drafts[owner[event.id]].events]
            values += [Value(o.report, status, (_clause(desk, o),)) for o in others if o.lemma == event.lemma]
        difference = Difference("certainty", "wording", in_order(values))
        if event.id in owner:
            found.setdefault(owner[event.id], []).append((difference, event))
        else:
            alone.append(_draft(desk, difference, event))
    return [_with(d, [x for x, _ in found[n]]) if n in found else d for n, d in enumerate(drafts)] + alone


def find_headline(parsed: Parsed) -> Sentence | None:
    """The first line when it is a headline: short, without a full stop, with text below it."""
    first = parsed.sentences[0] if parsed.sentences else None
    if first is None or first.paragraph == parsed.sentences[-1].paragraph:
        return None
    line = [s for s in parsed.sentences if s.paragraph == first.paragraph]
    text = parsed.text[first.start : line[-1].end].rstrip()
    if len(text) > _LONGEST or text.endswith(_MARKS):
        return None
    return Sentence(first.first, line[-1].last, first.start, line[-1].end, first.paragraph)


def _weaker(desk: Desk, report: str, headline: Sentence) -> tuple[Event, Span, str] | None:
    """The words of the text that say less than its headline, with the event and the status they give it."""
    parsed = desk.readings[report].parsed
    body = [s for s in parsed.sentences if s.paragraph > headline.paragraph]
    return (
        _hedged(desk, report, headline)
        or _milder(desk, report, parsed, headline, body)
        or _alleged(desk, report, headline, body[:_LEAD])
    )


def _alleged(desk: Desk, report: str, headline: Sentence, lead: Sequence[Sentence]) -> tuple[Event, Span, str] | None:
    """A past act told flatly, and a lead that only alleges one of the same two parties."""
    events = desk.readings[report].events
    top = [e for e in events if e.trigger.start < headline.end]
    if len(top) != 1 or top[0].slots.nominal or top[0].slots.tense != "past" or not _is_sure(desk, top[0]):
        return None
    parsed = desk.readings[report].parsed
    above = _names(parsed, headline)
    for sentence in lead:
        told = [(e, c) for e in events if sentence.start <= e.trigger.start < sentence.end for c in desk.claims.get(e.id, ())[:1]]
        if len(above & _names(parsed, sentence)) > 1:
            weak = next((e for e, c in told if c.status == "alleged" and not c.negated), None)
            return (weak, _clause(desk, weak), "alleged") if weak else None
    return None


def _names(parsed: Parsed, sentence: Sentence) -> set[str]:
    """Words with a capital, that of the first word of the line let pass."""
    words = parsed.words[sentence.first : sentence.last]
    return {plain(w.text) for w in words if w.text[:1].isupper() and len(w.text) > 2}


def _hedged(desk: Desk, report: str, headline: Sentence) -> tuple[Event, Span, str] | None:
    """One act: done in the headline, only possible or alleged in the text, or still ahead."""
    events = desk.readings[report].events
    above = (e for e in events if e.trigger.start < headline.end and not e.slots.nominal)  # "une élection disputée" may lie ahead
    top = [e for e in above if e.frame not in LOOSE - {"GENERIC"} and _is_sure(desk, e)]
    for event in top:
        below = [o for o in events if o.trigger.start >= headline.end and _one_act(event, o) and _share(desk, event, o)]
        rows = [(o, c) for o in below for c in desk.claims.get(o.id, ())[:1]]
        if not rows or any(c.status in SURE and not c.negated for _, c in rows):
            continue
        past = event.slots.tense == "past"
        weak = [(o, c) for o, c in rows if c.status in HEDGED - {"opinion"} or past and c.status in _AHEAD or c.negated]
        if weak:
            other, claim = weak[0]
            return other, _clause(desk, other), "denied" if claim.negated else claim.status
    return None


def _is_sure(desk: Desk, event: Event) -> bool:
    claims = desk.claims.get(event.id, ())
    return bool(claims) and all(c.status in SURE and not c.sources and not c.negated for c in claims)


def _one_act(a: Event, b: Event) -> bool:
    left, right = frozenset([a.lemma.lower()]), frozenset([b.lemma.lower()])
    return left == right or bool(acts(left) & acts(right)) or a.frame == b.frame and a.frame not in LOOSE


def _share(desk: Desk, a: Event, b: Event) -> bool:
    """A party, or a thing of one kind, takes part in both."""
    if {*a.agents, *a.targets} & {*b.agents, *b.targets}:
        return True
    left, right = (frozenset(_things(e)) for e in (a, b))
    return bool(left & right or kinds(left) & kinds(right))


def _things(event: Event) -> Iterator[str]:
    slots = event.slots
    for word in (*slots.doer, *slots.undergoer, *slots.object):
        if (p := plain(word)) not in news_words() and p not in function_words():
            yield p


def _milder(
    desk: Desk, report: str, parsed: Parsed, headline: Sentence, body: Sequence[Sentence]
) -> tuple[Event, Span, str] | None:
    """Another act, in a weaker word: "rompt" above, "rappelle son ambassadeur" below."""
    top = _lemmas(parsed, headline)
    rows = [(strong, weak) for strong, weak in _ladder() if any(_told(top, s) for s in strong)]
    if not rows:
        return None
    told = [_lemmas(parsed, s) for s in body]
    for strong, weak in rows:
        if any(_told(text, s) for text in told for s in strong):
            continue  # the text says it too
        for sentence, text in zip(body, told, strict=True):
            if any(_told(text, w) for w in weak) and _common(desk, report, parsed, headline, sentence):
                event = _event_in(desk, report, parsed, sentence, weak)
                if event is not None:
                    return event, _clause(desk, event), next((c.status for c in desk.claims.get(event.id, ())), "happened")
    return None


def _event_in(desk: Desk, report: str, parsed: Parsed, sentence: Sentence, weak: Iterable[str]) -> Event | None:
    """The event of the weaker word, or any of its sentence."""
    here = [e for e in desk.readings[report].events if sentence.start <= e.trigger.start < sentence.end]
    heads = {w.split()[0] for w in weak}
    return next((e for e in here if plain(e.lemma) in heads), here[0] if here else None)


def _common(desk: Desk, report: str, parsed: Parsed, a: Sentence, b: Sentence) -> bool:
    """Do both lines name one party, or one thing?"""
    rows = desk.readings[report].mentions
    left, right = ({m.actor for m in rows if s.start <= m.span.start < s.end} for s in (a, b))
    if left & right or any(w.lower in _TAKING_UP for w in parsed.words[b.first : b.last]):
        return True  # "il lui est interdit": whoever the text is about
    nouns = [
        {plain(w.lemma) for w in parsed.words[s.first : s.last] if w.pos in ("NOUN", "PROPN")} - news_words() for s in (a, b)
    ]
    return bool(nouns[0] & nouns[1])


def _lemmas(parsed: Parsed, sentence: Sentence) -> str:
    return " " + " ".join(plain(w.lemma) for w in parsed.words[sentence.first : sentence.last]) + " "


def _told(text: str, words: str) -> bool:
    return f" {words} " in text


@cache
def _ladder() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    rows = read_table("lang/fr/overstatements.tsv", COLUMNS)
    return tuple((tuple(map(plain, r.many("strong"))), tuple(map(plain, r.many("weak")))) for r in rows)


def _clause(desk: Desk, event: Event) -> Span:
    clause = desk.clause(event)
    return clause if clause.end - clause.start < 400 else event.trigger


def _draft(desk: Desk, difference: Difference, event: Event) -> Draft:
    claims = tuple(sorted(c.id for c in desk.claims.get(event.id, ())))
    return Draft("headline", (event.id,), claims, (event.report,), agree(1, (difference,)), (difference,))


def _with(draft: Draft, differences: Sequence[Difference]) -> Draft:
    """The matter with the headline beside it; one difference of certainty is enough."""
    old = [d for d in draft.differences if d.slot == "certainty"]
    values = in_order([v for d in (*old, *differences) for v in d.values])
    merged = Difference("certainty", old[0].verdict if old else "wording", values)
    kept = tuple(d for d in draft.differences if d.slot != "certainty")
    return replace(draft, differences=(*kept, merged))
