"""How long after something began: "une heure et 45 minutes après le début de la plongée", "90 minutes après le départ".

Both reports must count minutes or hours from one act and tell one such delay each; such as cannot be one exclude each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recoupe.lang.numbers import cardinals
from recoupe.lang.plain import plain
from recoupe.match.acts.hearts import kinds_named
from recoupe.match.asked.asked import Answer, Question, Scene, draft_asked
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.match.when.lengths import SECONDS, reach
from recoupe.match.when.onetimes import act_names
from recoupe.parse.document import Parsed, Word
from recoupe.types import Span

_NUMBERS = cardinals(2, 69) | {"un": 1, "une": 1, "soixante-dix": 70, "quatre-vingts": 80, "quatre-vingt-dix": 90}
_N = rf"(?:\d{{1,3}}|{'|'.join(sorted(map(re.escape, _NUMBERS), key=lambda w: (-len(w), w)))})"
_U = r"secondes?|minutes?|heures?"  # "une semaine après l'incendie" dates the report, and each report otherwise
_AFTER = re.compile(
    rf"(?i)(?<![\w-])"
    rf"(?P<bound>un peu (?:plus|moins) d['’e] ?|plus d['’e] ?|moins d['’e] ?|près d['’e] ?|environ |à peine |quelque )?"
    rf"(?:(?P<quarters>un quart|trois quarts) d['’]heure|(?P<half>une demi-heure)|(?P<n>{_N}) (?P<unit>{_U})"
    rf"(?: et (?P<more>demie?|quart)|(?: et|,)? (?P<m>{_N}) (?P<small>minutes?|secondes?))?)"
    r"(?: (?:seulement|environ|exactement|à peine|tout juste|à peu près))?,? après"
)
_LINK = re.compile(r"(?i)(?<!\w)après(?! tout| coup| que j)(?!\w)")
_LENGTH = 70  # letters before "après" in which a length may stand
_BEHIND = 7  # words between "après" and the act
_STOPS = ("PUNCT", "SCONJ", "CCONJ")
_ABOUT, _MORE = 0.15, 1.34  # part that "environ" may be off; how far "plus de" reaches


def draft_delays(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each act after which two reports count two lengths of time."""
    question = Question(find_delays, lambda _: ("duration", "Délai"), _excludes, told=lambda _, a: a.value)
    return draft_asked(desk, drafts, question)


def find_delays(scene: Scene) -> Iterator[Answer]:
    """The lengths of time that a report counts from an act, in text order."""
    parsed = scene.parsed
    for link in _LINK.finditer(parsed.text):
        match = _AFTER.search(parsed.text, max(0, link.start() - _LENGTH), link.end())
        if not match or match.end() != link.end():
            continue
        words = parsed.at(*match.span())
        act = _act_behind(parsed, words[-1] + 1) if words else None
        if act is None or scene.desk.is_furniture(Span(scene.report, *match.span())):
            continue
        low, high = _seconds(match)
        sentence = parsed.sentence_of(words[0])
        span = Span(scene.report, match.start(), act.end)
        for name in _names(act):
            firm = scene.is_firm(sentence, words[0])
            value = parsed.text[match.start() : match.end()].rsplit(" ", 1)[0]
            yield Answer(name, value, span, frozenset(), scene.sources(words[0]), firm, low, high)


def _act_behind(parsed: Parsed, first: int) -> Word | None:
    """The first act behind "après": "le début de la plongée", "avoir décollé", "son départ"."""
    for word in parsed.words[first : first + _BEHIND]:
        if word.pos in _STOPS or word.sent != parsed.words[first].sent:
            return None
        if word.pos in ("NOUN", "VERB") and _names(word):
            return word
    return None


def _names(act: Word) -> tuple[str, ...]:
    """The acts of the tables that a word may tell."""
    lemma = plain(act.lemma)
    if act.lower.endswith("é") and act.pos == "NOUN":
        lemma += "r"  # "avoir appareillé", taken for a noun
    return act_names(lemma) or tuple(sorted(kinds_named(lemma)))


def _seconds(match: re.Match[str]) -> tuple[float, float]:
    """The least and the most that the words mean."""
    if match["quarters"] or match["half"]:
        exact = {"u": 900.0, "t": 2700.0}[match["quarters"][0].lower()] if match["quarters"] else 1800.0
        slack = exact * 0.2
    else:
        count, size = _count(match["n"]), SECONDS[_unit(match["unit"])]
        more = {"": 0.0, "d": 0.5, "q": 0.25}[(match["more"] or "")[:1].lower()] * size
        small = _count(match["m"]) * SECONDS[_unit(match["small"])] if match["m"] else 0.0
        exact = count * size + more + small
        slack = (
            SECONDS[_unit(match["small"])] if match["m"] else reach(count, _unit(match["unit"])) * size * (0.5 if more else 1.0)
        )
    bound = (match["bound"] or "").lower()
    if "plus" in bound:
        return exact, exact * (1.2 if bound.startswith("un peu") else _MORE)
    if bound.startswith(("moins", "près", "à peine", "un peu moins")):
        return exact / _MORE, exact
    wide = max(slack, _ABOUT * exact) if bound else slack
    return exact - wide, exact + wide


def _count(word: str) -> float:
    return float(word) if word.isdigit() else float(_NUMBERS[word.lower()])


def _unit(word: str) -> str:
    return word.lower().rstrip("s")


def _excludes(a: Answer, b: Answer) -> bool:
    """Two lengths that cannot be one, of one order of size."""
    apart = a.low > b.high or b.low > a.high
    return apart and max(a.high, b.high) <= 6 * min(a.high, b.high)
