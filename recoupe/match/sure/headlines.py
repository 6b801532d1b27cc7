"""A headline that says more than its own text: done where the text has it planned or alleged, or in a stronger word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.families import acts, kinds
from recoupe.match.acts.happening import LOOSE
from recoupe.match.acts.levels import SURE
from recoupe.match.desk import Desk
from recoupe.match.dispute.limits import denies, limits
from recoupe.match.drafts import Draft, agree, in_order
from recoupe.parse.document import Parsed, Sentence
from recoupe.types import Claim, Difference, Event, Span, Value

COLUMNS = ("strong", "weak", "denied", "example")
_LONGEST = 160  # characters of a headline
_LEAD = 2  # sentences below a headline that should bear it out
_AHEAD = frozenset(("planned", "announced"))
_DOUBTED = frozenset(("alleged", "possible"))
_TAKING_UP = frozenset(("il", "elle", "ils", "elles", "lui", "son", "sa", "ses", "leur", "leurs"))
_OPEN = ("accuser", "soupconner", "suspecter", "presumer", "poursuivre", "risquer", "menacer", "pouvoir", "si", "vers", "contre")
_TAKEN_BACK = frozenset(("none", "so_far", "part"))
_TOP = 4  # sentences below a headline that need not name what it names
_SHOWN = 400  # characters of what is shown beside a headline
_ROOT = 4  # letters of a verb that a line in capitals must show
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
        own = words.start <= event.trigger.start < words.end  # else the nearest only
        if own and event.id in owner:  # reports that say as little as the text stand beside it
            others = [desk.events[e] for e in drafts[owner[event.id]].events]
            values += [
                Value(o.report, status, (_clause(desk, o),)) for o in others if o.lemma == event.lemma and o.report != report
            ]
        difference = Difference("certainty", "wording", in_order(values))
        if own and event.id in owner:
            found.setdefault(owner[event.id], []).append((difference, event))
        else:
            alone.append(_draft(desk, difference, event, "" if own else f"« {' '.join(desk.text(top).split())} »"))
    return [_with(d, [x for x, _ in found[n]]) if n in found else d for n, d in enumerate(drafts)] + alone


def find_headline(parsed: Parsed) -> Sentence | None:
    """The first line when it is a headline: short, without a full stop, with text below it."""
    first = parsed.sentences[0] if parsed.sentences else None
    if first is None or first.paragraph == parsed.sentences[-1].paragraph:
        return None
    line = [s for s in parsed.sentences if s.paragraph == first.paragraph]
    text = parsed.text[first.start : line[-1].end].rstrip()
    if len(text) > _LONGEST or text.endswith(_MARKS) and not text.isupper():
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
    events, parsed = desk.readings[report].events, desk.readings[report].parsed
    above = (e for e in events if e.trigger.start < headline.end and not e.slots.nominal)  # "une élection disputée" may lie ahead
    top = [e for e in above if e.frame not in LOOSE - {"GENERIC"} and _is_sure(desk, e)]
    for event in top:
        below = [o for o in events if o.trigger.start >= headline.end and _one_act(event, o) and _share(desk, event, o)]
        rows = [(o, c) for o in below for c in desk.claims.get(o.id, ())[:1]]
        if not rows or any(c.status in SURE and not c.negated for _, c in rows):
            continue
        past = event.slots.tense == "past"
        weak = [(o, c) for o, c in rows if c.status in _DOUBTED or past and _is_ahead(parsed, event, o, c) or c.negated]
        if weak:
            other, claim = weak[0]
            return other, _clause(desk, other), "denied" if claim.negated else claim.status
    return None


def _is_ahead(parsed: Parsed, top: Event, below: Event, claim: Claim) -> bool:
    """Still to come in the text, in a word for the same act: not "une élection disputée", which may be one to come."""
    word = parsed.words[top.slots.head]
    bare = word.dep.startswith("acl") and not top.agents and not top.slots.doer
    return claim.status in _AHEAD and not bare and (top.lemma == below.lemma or _is_one_word(top, below))


def _is_sure(desk: Desk, event: Event) -> bool:
    claims = desk.claims.get(event.id, ())
    return bool(claims) and all(c.status in SURE and not c.sources and not c.negated for c in claims)


def _one_act(a: Event, b: Event) -> bool:
    return a.lemma.lower() == b.lemma.lower() or _is_one_word(a, b) or a.frame == b.frame and a.frame not in LOOSE


def _is_one_word(a: Event, b: Event) -> bool:
    return bool(acts(frozenset([a.lemma.lower()])) & acts(frozenset([b.lemma.lower()])))


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
    """Another act, in a weaker word or by a denial: "rompt" above, "rappelle son ambassadeur" or "ne sont pas rompues" below."""
    if _is_open(parsed, headline):
        return None
    rows = _rows_of(parsed, headline)
    loud = bool(rows) or _is_loud(parsed, headline)
    found: list[tuple[int, int, Sentence, tuple[str, ...]]] = []
    for row in (*rows, *_own_words(parsed, headline)):
        told = [_lemmas(parsed, s) for s in body]
        flat = [s for s, t in zip(body, told, strict=True) if _flatly(parsed, s, t, row)]
        for n, (sentence, text) in enumerate(zip(body, told, strict=True)):
            cues = limits(parsed, sentence)
            if (weak := _says_less(parsed, sentence, text, row)) and ("oppose" in cues or set(flat) <= {sentence}):
                related = _common(desk, report, parsed, headline, sentence)
                if related or cues or n < _TOP:
                    found.append((-len(cues) - related, n, sentence, weak))
    for n, sentence in enumerate(body if loud else ()):  # whatever its words, it takes back what was said so loud
        cues = limits(parsed, sentence)
        if "oppose" in cues and cues & _TAKEN_BACK and (n < _TOP or _common(desk, report, parsed, headline, sentence)):
            found.append((0, n, sentence, ()))
    for _, _, sentence, weak in sorted(found):
        if (shown := _event_in(desk, report, sentence, weak)) is not None:
            return *shown, next((c.status for c in desk.claims.get(shown[0].id, ())), "happened")
    return None


def _is_loud(parsed: Parsed, headline: Sentence) -> bool:
    text = parsed.text[headline.start : headline.end]
    return text.isupper() or "!" in text


def _is_open(parsed: Parsed, headline: Sentence) -> bool:
    """Does the headline itself leave it open?"""
    top = _lemmas(parsed, headline)
    return any(_told(top, w) for w in _OPEN)


def _own_words(parsed: Parsed, headline: Sentence) -> Iterator[_Row]:
    """What a headline counts, which its text may deny in the same word: "400 licenciements", "pas de licenciement"."""
    words = parsed.words[headline.first : headline.last]
    for number, word in pairwise(words):
        lemma = plain(word.lemma)
        if number.pos == "NUM" and word.pos == "NOUN" and lemma not in news_words() and lemma not in function_words():
            yield _Row((lemma,), (), (lemma,))


def _rows_of(parsed: Parsed, headline: Sentence) -> list[_Row]:
    """What of the table the headline says; in a line of capitals the lemmas are not to be trusted."""
    top = _lemmas(parsed, headline)
    if not parsed.text[headline.start : headline.end].isupper():
        return [r for r in _ladder() if any(_told(top, w) for w in r.strong)]
    return [r for r in _ladder() if any(_told(top, w) or (root := _root(w)) and f" {root}" in top for w in r.strong)]


def _root(word: str) -> str:
    """A verb without its ending: "retrouver" -> "retrouv"."""
    bare = word[:-2] if word[-2:] in ("er", "ir") else ""
    return bare if len(bare) >= _ROOT and " " not in bare else ""


def _says_less(parsed: Parsed, sentence: Sentence, text: str, row: _Row) -> tuple[str, ...]:
    """The words of a sentence that say less than the headline."""
    denied = tuple(w for w in (*row.denied, *row.strong) if _told(text, w) and denies(parsed, sentence, w))
    weak = tuple(w for w in row.weak if _told(text, w) and not denies(parsed, sentence, w))
    return denied or (() if any(_told(text, w) for w in row.strong) else weak)


def _flatly(parsed: Parsed, sentence: Sentence, text: str, row: _Row) -> bool:
    return any(_told(text, w) and not denies(parsed, sentence, w) for w in row.strong)


def _event_in(desk: Desk, report: str, sentence: Sentence, weak: Iterable[str]) -> tuple[Event, Span] | None:
    """The event of the weaker word with its clause; else any of the sentence, or the nearest, with the whole sentence."""
    events = desk.readings[report].events
    here = [e for e in events if sentence.start <= e.trigger.start < sentence.end]
    heads = {w.split()[0] for w in weak}
    if (own := next((e for e in here if plain(e.lemma) in heads), None)) and not own.slots.nominal:
        return own, _clause(desk, own)
    near = min(here or events, key=lambda e: (abs(e.trigger.start - sentence.start), e.id), default=None)
    if near is None:
        return None
    whole = Span(report, sentence.start, sentence.end)
    return near, whole if sentence.end - sentence.start < _SHOWN else _clause(desk, near)


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


@dataclass(frozen=True, slots=True)
class _Row:
    """A step down: what a headline says, what says less, what says less when denied."""

    strong: tuple[str, ...]
    weak: tuple[str, ...]
    denied: tuple[str, ...]


@cache
def _ladder() -> tuple[_Row, ...]:
    rows = read_table("lang/fr/overstatements.tsv", COLUMNS)
    return tuple(_Row(*(tuple(map(plain, r.many(c))) for c in COLUMNS[:3])) for r in rows)


def _clause(desk: Desk, event: Event) -> Span:
    clause = desk.clause(event)
    return clause if clause.end - clause.start < _SHOWN else event.trigger


def _draft(desk: Desk, difference: Difference, event: Event, title: str) -> Draft:
    claims = tuple(sorted(c.id for c in desk.claims.get(event.id, ())))
    return Draft("headline", (event.id,), claims, (event.report,), agree(1, (difference,)), (difference,), title)


def _with(draft: Draft, differences: Sequence[Difference]) -> Draft:
    """The matter with the headline beside it; one difference of certainty is enough."""
    old = [d for d in draft.differences if d.slot == "certainty"]
    values = in_order([v for d in (*old, *differences) for v in d.values])
    merged = Difference("certainty", old[0].verdict if old else "wording", values)
    kept = tuple(d for d in draft.differences if d.slot != "certainty")
    return replace(draft, differences=(*kept, merged))
