"""Matters of vague number: "plusieurs points de suture" in one report, "six points de suture" in another."""

from __future__ import annotations

from collections import defaultdict

from recoupe.match.acts.afar import may_be_others
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown
from recoupe.parse.document import Parsed, Word
from recoupe.types import Difference, Figure, Span

_VAGUE = frozenset(("plusieurs", "quelques", "divers", "diverses", "maints"))
_GENERAL = frozenset("personne homme femme fois jour mois an année heure minute semaine chose million milliard millier".split())


def draft_vague(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each thing that one report counts and another only calls several."""
    several: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for report in sorted(desk.readings):
        counted = {f.unit for f in desk.readings[report].figures}
        parsed = desk.readings[report].parsed
        for word in parsed.words:
            if word.lower in _VAGUE and (noun := counted_noun(parsed, word, 2)) and noun.lemma.lower() not in counted | _GENERAL:
                several[noun.lemma.lower(), _with(parsed, noun)].append(Span(report, word.start, _end(parsed, noun)))
    exact: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for report in sorted(desk.readings):
        parsed = desk.readings[report].parsed
        for figure in desk.readings[report].figures:
            if figure.head > 0 and figure.unit and _plain(figure):
                noun = parsed.words[figure.head]
                key = (noun.lemma.lower(), _with(parsed, noun))
                if key in several:
                    exact[key].append(Span(report, figure.span.start, max(figure.span.end, _end(parsed, noun))))
    drafts = (_draft(desk, span, exact[key]) for key in sorted(several) for span in several[key])
    return tuple(d for d in drafts if d)


def _plain(figure: Figure) -> bool:
    return figure.bound in ("exact", "about") and (figure.low or 0) > 1


def counted_noun(parsed: Parsed, word: Word, reach: int) -> Word | None:
    """The noun that "plusieurs" stands before, no comma between; none for an adjective behind its own."""
    if word.pos == "ADJ" and word.head < word.i and parsed.words[word.head].pos == "NOUN":
        return None
    for other in parsed.words[word.i + 1 : word.i + 1 + reach]:
        if other.sent != word.sent or other.pos == "PUNCT":
            return None
        if other.pos == "NOUN":
            return other
    return None


def _with(parsed: Parsed, noun: Word) -> str:
    """What narrows the noun: its complement with "de"."""
    return next((k.lemma.lower() for k in parsed.kids(noun.i, "nmod") if 0 < k.i - noun.i <= 3), "")


def _end(parsed: Parsed, noun: Word) -> int:
    return next((k.end for k in parsed.kids(noun.i, "nmod") if 0 < k.i - noun.i <= 3), noun.end)


def _draft(desk: Desk, span: Span, counted: list[Span]) -> Draft | None:
    """A matter, when the complement or the sentence says that both count one thing and each report counts it once."""
    rows = [s for s in counted if s.report in desk.related[span.report] and s.report != span.report and _alike(desk, span, s)]
    rows = [s for s in rows if sum(o.report == s.report for o in rows) == 1]
    if not rows:
        return None
    values = shown(desk, (span, *rows))
    numbers = " / ".join(dict.fromkeys((v.value or "").lower() for v in values))
    return draft_values(desk, "count", f"Nombre : {numbers}", Difference("number", "refined", values))


def _alike(desk: Desk, a: Span, b: Span) -> bool:
    """One complement ("points de suture"), or a word of the sentence beside the noun."""
    words, days = [], []
    for span in (a, b):
        parsed = desk.readings[span.report].parsed
        at = parsed.at(span.start, span.end)
        days.append(desk.days_of(span.report, at[0]))
        sentence = parsed.sentence_of(at[0])
        held = parsed.words[sentence.first : sentence.last]
        words.append({w.lemma.lower() for w in held if w.pos in ("NOUN", "VERB", "PROPN", "ADJ") and not at[0] <= w.i <= at[-1]})
    if all(days) and not days[0] & days[1] or may_be_others(desk, a, b):
        return False
    many = len(desk.text(a).split()) > 2
    return many or bool(words[0] & words[1])
