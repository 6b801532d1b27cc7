"""What keeps two like numbers apart: a forecast and a measure, a denial, two matches, or no number at all."""

from __future__ import annotations

import re

from recoupe.find.done.moods import is_conditional, tense_of, verb_group
from recoupe.match.count.measures import Quantity, quantities_of
from recoupe.match.count.populations import MONEY
from recoupe.match.count.recounts import are_counted_anew
from recoupe.match.desk import Desk
from recoupe.parse.document import Parsed, Word
from recoupe.types import Figure, Span

_LENGTHS = frozenset(("kilomètre", "mètre", "centimètre"))
_WEATHER = frozenset(("degré", "kilomètre par heure", "kilomètre/heure"))
# "184 kilomètres entre Pau et Luchon": the ends of a stretch.
_ENDS = re.compile(r"[^.;:,\d]{0,16}\bentre (?P<ends>[^.;:,\d]{3,60})")
# "le 100 m", "au 4x100m": the singular before a plural number, or the runners of a relay, make it the name of a race.
_RACE = re.compile(r"(?i)(?:\b(?:le|du|au|un|ce|son|dernier) |\d ?[x×] ?)\d{2,5} ?m(?:ètres)?\b")
# What players do is done anew in each match.
_OF_A_MATCH = frozenset("but essai panier arrêt tir passe rebond ace corner penalty".split())
_AHEAD = frozenset("attendre prévoir craindre pouvoir devoir aller risquer".split())
_FLOORS, _DIGITS = ("more_than", "at_least"), 3


def are_two_counts(desk: Desk, a: Figure, b: Figure, *, equal: bool) -> bool:
    """Do the words beside two like numbers of two reports say that they are two? `equal`: neither is finer."""
    if is_denied(desk, a) != is_denied(desk, b) or _of_two_sexes(desk, a, b) or are_counted_anew(desk, a, b, equal=equal):
        return True
    units = {a.unit, b.unit}
    if units <= _WEATHER | _LENGTHS and _on_other_days(desk, a, b):
        return True
    if (units <= _WEATHER or not equal and units <= _WEATHER | _LENGTHS) and is_foretold(desk, a) != is_foretold(desk, b):
        return True  # "pourraient atteindre 110 km/h" is no word about how much it blew
    if a.unit in _LENGTHS and (desk.is_elsewhere(a.span, b.span) or _is_told_to_the_end(a, b) or _of_two_stretches(desk, a, b)):
        return True
    days = [desk.order[f.span.report][0] for f in (a, b)]
    return units <= _OF_A_MATCH and days[0] != days[1]


def are_two_sums(desk: Desk, a: Span, b: Span) -> bool:
    """Do the sentences of two words tell sums of money, and none in common?"""
    told = ([q for q in quantities_of(desk, s.report) if q.figure.unit in MONEY and _beside(desk, q, s)] for s in (a, b))
    left, right = ({q.figure.low for q in sums} for sums in told)
    return bool(left and right and not left & right)


def _beside(desk: Desk, quantity: Quantity, span: Span) -> bool:
    """Does it stand in the sentence of these words?"""
    words = desk.readings[span.report].parsed.at(span.start, span.end)
    return bool(words) and quantity.sentence == desk.readings[span.report].parsed.words[words[0]].sent


def _on_other_days(desk: Desk, a: Figure, b: Figure) -> bool:
    """Each day has its own weather and stage: do their sentences name days, and none in common?"""
    at = [desk.readings[f.span.report].parsed.at(f.span.start, f.span.end) for f in (a, b)]
    left, right = (desk.days_of(f.span.report, w[0]) if w else frozenset() for f, w in zip((a, b), at, strict=True))
    return bool(left and right and not left & right)


def _of_two_sexes(desk: Desk, a: Figure, b: Figure) -> bool:
    """ "Les 55 qualifiés", "les 55 qualifiées": of the one race and of the other."""
    ends = (parsed.text[f.span.start :].split()[:2] for f in (a, b) for parsed in (desk.readings[f.span.report].parsed,))
    left, right = ((words[-1] if words else "").rstrip(",.;:") for words in ends)
    return left.endswith("s") and right.endswith("s") and (left[:-1] + "es" == right or right[:-1] + "es" == left)


def is_denied(desk: Desk, figure: Figure) -> bool:
    """Does it stand in what somebody denies: "conteste avoir perdu 300 hommes"?"""
    told = (s for s in desk.readings[figure.span.report].statements if s.act == "deny")
    return any(x.start <= figure.span.start < x.end for s in told for x in s.spans)


def is_foretold(desk: Desk, figure: Figure) -> bool:
    """Does its verb tell what is to come or may come?"""
    parsed = desk.readings[figure.span.report].parsed
    at = parsed.at(figure.span.start, figure.span.end)
    word = parsed.words[at[0]] if at else None
    while word is not None:
        if word.pos in ("VERB", "AUX"):
            if word.lemma in _AHEAD or is_ahead(parsed, word):
                return True
            if word.feat("VerbForm") != "Inf":
                return False
        word = parsed.words[word.head] if word.head != word.i else None
    return False


def is_ahead(parsed: Parsed, verb: Word) -> bool:
    """Is a verb in the future or the conditional?"""
    finite = verb_group(parsed, verb.i)[0]
    return finite is not None and (is_conditional(finite) or tense_of(finite) == "Fut")


def _is_told_to_the_end(a: Figure, b: Figure) -> bool:
    """ "plus de 71,5 kilomètres" and 93: a bound told to its last digit is no rounding of another number."""
    fine = any(f.bound in _FLOORS and len(f"{f.low:g}".replace(".", "").rstrip("0")) >= _DIGITS for f in (a, b))
    return fine and a.low != b.low


def _of_two_stretches(desk: Desk, a: Figure, b: Figure) -> bool:
    """Does each name the ends of its stretch, and other ones?"""
    found = [_ENDS.match(desk.readings[f.span.report].report.text, f.span.end) for f in (a, b)]
    left, right = (frozenset(re.findall(r"[A-ZÀ-Ý][\w-]+", m["ends"])) if m else frozenset() for m in found)
    return bool(left and right and not left & right)


def names_race(desk: Desk, figure: Figure) -> bool:
    """Is it metres in a report that calls a race by its length?"""
    return figure.unit == "mètre" and bool(_RACE.search(desk.readings[figure.span.report].report.text))
