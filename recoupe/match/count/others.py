"""A number told as some and the others: "la « Dame au chat » et trois autres toiles" are another report's "quatre toiles"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.match.acts.families import kinds, word_families
from recoupe.match.acts.idiom import SMALL_NUMBERS
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, labelled, shown
from recoupe.types import Difference, Figure, Span

_COUNT = "|".join(sorted((w for w in SMALL_NUMBERS if w.isalpha()), key=lambda w: (-len(w), w)))
# "et trois autres toiles", "et trois communes voisines"
_OTHERS = re.compile(
    rf"(?i)\b(?:et|ainsi que)(?: avec (?:elle|lui|eux|elles))? (?:de |d['’]|à |dans )?(?P<n>{_COUNT}|\d{{1,2}}) "
    r"(?:autres (?P<noun>[a-zà-ÿ-]{4,})|(?P<near>[a-zà-ÿ-]{4,}) (?:voisine?s|alentour|limitrophes|avoisinante?s))\b"
)
_BACK = 160  # characters before it that may name the first of them
_ITEM = re.compile(r"[A-ZÀ-Ý«\"“]")
_MOST = 4  # are named before the others
_GENERAL = frozenset("personne homme femme individu chose".split())


@dataclass(frozen=True, slots=True)
class _Sum:
    """Some that are named, and others."""

    span: Span
    total: int
    noun: str


def draft_others(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each sum of some and others that another report gives as one number, or strings together."""
    out: list[Draft] = []
    by_unit: dict[tuple[str, float], list[Figure]] = defaultdict(list)
    reports = [r for r in sorted(desk.readings) if len(desk.related[r]) > 1]
    for figure in (f for r in reports for f in desk.readings[r].figures):
        if figure.unit and figure.low is not None and figure.low == figure.high and figure.bound == "exact":
            for key in sorted(_keys(figure.unit)):
                by_unit[key, figure.low].append(figure)
    for report in reports:
        for told in _sums(desk, report):
            rows = {f.id: f for key in sorted(_keys(told.noun)) for f in by_unit[key, float(told.total)]}
            spans = [_phrase(desk, f) for _, f in sorted(rows.items()) if _fits(desk, told, f)]
            if spans and (draft := _draft(desk, told.span, spans)):
                out.append(draft)
    return tuple(out)


def _keys(noun: str) -> frozenset[str]:
    lemma = plain(noun)
    return frozenset({"=" + lemma, *("~" + f for f in word_families(lemma)), *kinds((noun.lower(),))})


def _sums(desk: Desk, report: str) -> Iterator[_Sum]:
    parsed = desk.readings[report].parsed
    for match in _OTHERS.finditer(parsed.text):
        group = "noun" if match["noun"] else "near"
        at = parsed.at(match.start(group), match.end(group))
        number = SMALL_NUMBERS.get(match["n"].lower()) or (int(match["n"]) if match["n"].isdigit() else 0)
        if not at or not number:
            continue
        sentence = parsed.sentence_of(at[0])
        first = _first(parsed.text, max(sentence.start, match.start() - _BACK), match.start())
        named = _named(parsed.text[first : match.start()])
        if 0 < named <= _MOST:
            yield _Sum(Span(report, first, match.end()), named + number, parsed.words[at[0]].lemma.lower())


def _first(text: str, start: int, end: int) -> int:
    """Where the phrase before "et" begins: behind the last verb or preposition, at its first name or article."""
    rest = text[start:end]
    cut = max(
        (m.end() for m in re.finditer(r"(?i)\b(?:ont|a|sont|est|de|d['’]|par|dont|avec|à|volé|emporté|dérobé|tué) ", rest)),
        default=0,
    )
    return start + cut


def _named(words: str) -> int:
    """How many are named before the others: each piece between commas that holds a name or an article."""
    pieces = [p for p in re.split(r",(?![^«]*»)", words) if p.strip()]
    return (
        len(pieces)
        if pieces and all(_ITEM.search(p) or re.match(r"(?i)\s*(?:la|le|l['’]|une?|son|sa) ", p) for p in pieces)
        else 0
    )


def _fits(desk: Desk, told: _Sum, figure: Figure) -> bool:
    """Is it a number of another report, of the same affair, told in like words?"""
    report = figure.span.report
    if report == told.span.report or report not in desk.related[told.span.report] or told.noun in _GENERAL:
        return False
    return bool(_about(desk, told.span) & _about(desk, _phrase(desk, figure)))


def _about(desk: Desk, span: Span) -> frozenset[str]:
    """Content words of the sentence with their families."""
    parsed = desk.readings[span.report].parsed
    sentence = parsed.sentence_of(parsed.at(span.start, span.end)[0])
    held = parsed.words[sentence.first : sentence.last]
    words = {plain(w.lemma) for w in held if w.pos in ("NOUN", "VERB", "PROPN") and not span.start <= w.start < span.end}
    words = {w for w in words if len(w) > 2} - news_words() - function_words()
    return frozenset(words | {"~" + f for w in words for f in word_families(w)})


def _phrase(desk: Desk, figure: Figure) -> Span:
    words = desk.readings[figure.span.report].parsed.words
    end = words[figure.head].end if 0 <= figure.head < len(words) else figure.span.end
    return Span(figure.span.report, figure.span.start, max(end, figure.span.end))


def _draft(desk: Desk, told: Span, rows: list[Span]) -> Draft | None:
    values = shown(desk, (told, *rows))
    title = labelled("Liste", values)
    return draft_values(desk, "list", title, Difference("list", "refined", values))
