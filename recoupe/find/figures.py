"""Figures of a report: every counted quantity with its bounds and the thing it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recoupe.find.count.amounts import HALF, apply_scale, low_and_high, read_bounds, scale_of, share_of
from recoupe.find.count.counted import find_counted, find_unit_elsewhere
from recoupe.find.count.numerals import Tokens, lex
from recoupe.find.count.uncounted import is_label, refers_back
from recoupe.find.count.unitforms import scaled_unit
from recoupe.find.whens import TimeExpression
from recoupe.parse.document import Parsed
from recoupe.types import Figure, Span, make_id


def find_figures(parsed: Parsed, times: Sequence[TimeExpression]) -> tuple[Figure, ...]:
    """Every figure, in order. Dates, clock times, ordinals, phone numbers and numbers inside names are none."""
    tokens = lex(parsed.text)
    letters = "".join(tokens.letters)
    if not _NUMBER.search(letters):
        return ()
    taken = _Taken(times)
    found: list[Figure] = []
    for match in _FIGURE.finditer(letters):
        states = _two_states(tokens, match)
        ones = [_figure(parsed, tokens, m, taken, found[-1] if found else None) for m in states or (match,)]
        if states and (first := ones[0]) and (last := ones[1]):
            whole = tokens.low[last.span.start : tokens.ends[match.end() - 1]]
            ones[0] = _like(first, last, scale_of(whole), tokens.ends[match.end("r1") - 1])
        found += [f for f in ones if f is not None]
    return tuple(found)


def _like(first: Figure, last: Figure, scale: float, end: int) -> Figure:
    """The first of two states in the unit and the scale of the last: "de 80 à 35 millions d'euros"."""
    times = scale if scale and first.low is not None and first.low < scale else 1.0
    low, high = (None if n is None else n * times for n in (first.low, first.high))
    span = replace(first.span, end=end)
    known = make_id("f", span.report, span.start, span.end)
    unit, head = (first.unit, first.head) if first.unit else (last.unit, last.head)
    return replace(first, id=known, span=span, low=low, high=high, unit=unit, head=head)


def _two_states(tokens: Tokens, match: re.Match[str]) -> tuple[re.Match[str], ...]:
    """ "est passé de 287 à 143": two numbers, each of its own time, and no range."""
    if match["r1"] is None or match[0][0] != "f" or match[0][-2] != "a":
        return ()
    low, high = (tokens.values[match.start(name)] for name in ("r1", "r2"))
    falls = isinstance(low, float) and isinstance(high, float) and low > high
    start = tokens.starts[match.start()]
    if not falls and not CHANGED.search(tokens.low, max(0, start - 16), start):
        return ()
    ones = (_FIGURE.match(match.string, match.start(name), match.end(name)) for name in ("r1", "r2"))
    return tuple(m for m in ones if m)


CHANGED = re.compile(r"(?:pass|ramen|rédui|abaiss|port|mont|descen|chut|grimp|augment|tomb|bondi|recul|progress)\w* $")


# Letters of `find.count.numerals`: a number, two numbers with "à", "ou", "et" or a hyphen between, "une dizaine", "des dizaines".
_ONE = r"[dwunY]"
_NUMBER = re.compile(r"[dwunY120]")
_FIGURE = re.compile(
    rf"(?P<between>E(?P<l1>{_ONE})k(?P<l2>{_ONE}))"
    rf"|(?P<span>f?(?P<r1>[dwnYu])(?:a|o|-)(?P<r2>[dwnY]))"
    rf"|(?P<abouts>(?:S|f|[dwunY])?2(?:f[2w])?|Sw|u?1f[2w])"
    rf"|(?P<about>(?:u?\??1|[dwnu]1))"
    rf"|(?P<part>(?:[dwu]|l)3)"
    rf"|(?P<none>0)"
    rf"|(?P<one>{_ONE})"
)


class _Taken:
    """Stretches of text that are times already."""

    def __init__(self, times: Sequence[TimeExpression]) -> None:
        self.spans = [(t.span.start, t.span.end) for t in times]
        self.k = 0

    def covers(self, start: int, end: int) -> bool:
        while self.k < len(self.spans) and self.spans[self.k][1] <= start:
            self.k += 1
        return self.k < len(self.spans) and self.spans[self.k][0] < end


def _figure(parsed: Parsed, tokens: Tokens, match: re.Match[str], taken: _Taken, last_figure: Figure | None) -> Figure | None:
    first, last = match.start(), match.end()
    kind = next(k for k in ("between", "span", "abouts", "about", "part", "none", "one") if match[k] is not None)
    values = [v for v in tokens.values[first:last] if isinstance(v, float)]
    if not values:
        return None
    start, end = tokens.starts[first], tokens.ends[last - 1]
    if tokens.letters[first] == "f" and tokens.low[start : start + 3] != "des":
        start = tokens.starts[first + 1]
    if taken.covers(start, end) and not (kind == "one" and tokens.letters[first] == "Y" and _counts_many(parsed, start, end)):
        return None
    end = apply_scale(tokens.low, kind, values, start, end)
    if kind == "span" and (values[0] >= values[1] or tokens.letters[last - 2] == "a" and values[1] > 1000 * values[0]):
        return None
    words = parsed.at(start, end)
    if not words or is_label(parsed, tokens, kind, first, last, start, end, words) or refers_back(parsed, words):
        return None
    if tokens.letters[last - 1] == "w" and tokens.low[tokens.starts[last - 1] : tokens.ends[last - 1]] in _MANY:
        kind = "abouts"  # "plusieurs millions", "des milliards"
    low, high, bound = low_and_high(kind, values, match[0])
    unit, head, unit_end, population = find_counted(parsed, tokens, kind, words, end)
    unit, scale = scaled_unit(unit) if unit else (unit, 1.0)
    low, high = (None if n is None else n * scale for n in (low, high))
    if unit is None or _is_none(parsed, tokens, kind, first, end, words, unit, head):
        return None
    unit, head = (unit, head) if unit else find_unit_elsewhere(parsed, tokens.low, start, words, last_figure, head)
    if kind == "one" and (share := share_of(parsed, tokens.low, values[0], end)):
        high = low = share[0]  # "neuf Français sur dix" is a share of them, not a count
        end = unit_end = share[1]
        unit, population = "%", tuple(sorted({*population, *([unit] if unit else [])}))
    if kind == "one" and (half := HALF.match(tokens.low, max(end, unit_end))):
        low = high = values[0] + 0.5 * (scale_of(tokens.low[start:end]) or 1)  # "quatre ans et demi"
        end = unit_end = half.end()
    start, low, high, bound = read_bounds(tokens.low, start, end, max(end, unit_end), low, high, bound)
    span_end = unit_end if unit in ("%", "euro", "dollar") and unit_end > end else end
    span = Span(parsed.report, start, span_end)
    return Figure(make_id("f", parsed.report, start, span_end), span, low, high, bound, unit, head=head, population=population)


_MANY = frozenset(("millions", "milliards"))


def _is_none(parsed: Parsed, tokens: Tokens, kind: str, first: int, end: int, words: range, unit: str, head: int) -> bool:
    """Does the number count nothing: "trois fois", "aucun doute", an article "un"?"""
    if unit == "fois" or (kind == "none" and unit not in _CASUALTIES):
        return True
    article = kind == "one" and tokens.letters[first] == "u"
    return article and not _counts_one(parsed, words, head) and not share_of(parsed, tokens.low, 1.0, end)


def _counts_many(parsed: Parsed, start: int, end: int) -> bool:
    """ "1900 maisons inondées": four digits before a noun in the plural are no year."""
    words = parsed.at(start, end)
    after = parsed.words[words[-1] + 1] if words and words[-1] + 1 < len(parsed.words) else None
    if after is None or after.start != end + 1 or after.pos in ("VERB", "AUX", "DET", "PRON", "ADP", "CCONJ", "SCONJ"):
        return False
    return after.text.islower() and after.lower.endswith(("s", "x")) and after.lower != after.lemma.lower()


def _counts_one(parsed: Parsed, words: range, head: int) -> bool:
    """ "un mort", "une seule victime" count; "un homme" does not."""
    if head < 0:
        return False
    after = parsed.words[words[-1] + 1]
    return after.lower in ("seul", "seule") or parsed.words[head].lemma.lower() in _CASUALTIES and head == words[-1] + 1


_CASUALTIES = frozenset(
    "mort blessé victime disparu décès tué rescapé survivant million milliard blessée morte arrestation interpellation otage"
    " prisonnier".split()
)
