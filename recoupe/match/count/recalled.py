"""Is a count that of this happening and of now: not an earlier one, another's, one over years, or one of a part?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from recoupe.find.figures import CHANGED
from recoupe.parse.document import Parsed
from recoupe.types import Figure

_DONT = re.compile(r"(?i)\b(?:dont|parmi (?:lesquel\w+|eux|elles)|y compris|parmi)\s+(?:au moins |plus de |près de |environ )?$")
_AMONG = re.compile(
    r"(?i)^ (?:d['’]entre )?(?:des|de ces|de ses|de leurs) "
    r"(?:\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|cent)"
)
_MORE = re.compile(
    r"(?i) (?:nouveaux|nouvelles) |(?: \w+)? (?:supplémentaires?|de plus\b(?! qu)|en plus\b|additionnels?|additionnelles?)"
)
# What has been done for some of the dead so far: their number is no toll.
_SOME_OF = re.compile(r"(?i)\b(?:identifiée?s|autopsiée?s|inhumée?s|enterrée?s|rapatriée?s|formellement reconnue?s)\b")
_ALONE = re.compile(r"(?i)\b(?:la|le|les) seule?s? \w+|\brien qu['’]")  # "la seule province d'Al Haouz déplore"
_FORMER = re.compile(
    r"(?i)\b(?:d'abord|d’abord|auparavant|précédent\w*|plus tôt|jusque-là|jusqu'ici|au départ|"
    r"initialement|dans un premier temps|puis de|la veille(?! d))\b|\b(?:contre|au lieu de)[^,;:\d]*$"
    r"|\bet non (?:pas |plus )?(?:les? )?$"
)
# After the number these tell its own time; "contre" and "au lieu de" there lead to the other number.
_EARLIER = re.compile(r"(?i)\b(?:plus tôt|jusque-là|jusqu'ici|au départ|initialement|dans un premier temps|la veille(?! d))\b")
_NOT = re.compile(r"(?i)\b(?:pas|non)\b[^.;:\d]{0,24}$")
_BUT = re.compile(
    r"(?i)[^.;:\d]{0,60}?\bmais (?:bien |plutôt |plus de |près de |environ |de |à |d['’])*"
    r"(?:\d|\w+ (?:mille|cents?|millions?|milliards?))"
)
_MANY_TIMES = re.compile(
    r"(?i)\bdepuis (?:le début|la création|l['’]an|l['’]année|(?:début |fin |mi-)?(?:janvier|février|mars|avril|mai|juin|juillet|"
    r"août|septembre|octobre|novembre|décembre)|\d{4}|\w+ (?:ans|mois)\b)|\bchaque (?:année|mois|semaine|jour)|\ben moyenne\b"
)
# "un an après celle de Lorge, qui avait fait 37 morts"
_OF_ANOTHER = re.compile(r"(?i)\b(?:après|depuis|avant|lors de|rappel\w+|souvenir de) (?:celui|celle|ceux|celles)\b[^.;:]*$")
# "un autre car transportait 52 voyageurs", whatever the parser makes of "car"
_ANOTHER_DOES = re.compile(r"(?i)(?:^|[\n;:.«(—–-] ?)une? (?:autre|second|seconde|deuxième|troisième) [^;:.,\d]{1,40}$")
_YEARS_AGO = re.compile(
    r"(?i)[^.;:,\d]{0,50}, (?:\w+ (?:ans|mois) (?:plus tôt|auparavant)|il y a \w+ ans)\b"
)  # "ses dix-huit morts, six ans plus tôt"
_RATE = re.compile(r"(?i)[^.,;:]{0,24}\b(?:par|chaque) (?:an|année|mois|semaine|jour|heure|minute|personne|habitant)\b")


@dataclass(frozen=True, slots=True)
class Around:
    """The words of its sentence before and after a figure."""

    words: range  # the figure's own
    sentence: int
    start: str  # from the beginning of the sentence
    before: str  # the nearest ones
    tail: str
    near: str  # the nearest ones behind it, up to the next number or mark


def look_around(parsed: Parsed, figure: Figure) -> Around:
    """The words before and behind a figure in its sentence."""
    words = parsed.at(figure.span.start, figure.span.end)
    sentence = parsed.words[words[0] if words else 0].sent if parsed.words else -1
    bounds = parsed.sentences[sentence]
    tail = parsed.text[figure.span.end : min(bounds.end, figure.span.end + 60)]
    return Around(
        words,
        sentence,
        parsed.text[bounds.start : figure.span.start],
        parsed.text[max(bounds.start, figure.span.start - 40) : figure.span.start],
        tail,
        re.split(r"[,;:.]| et (?=\d|un |deux |trois )", tail)[0],
    )


def is_part(around: Around) -> bool:
    """Does it count some of those counted before ("dont 4", "deux des 12", "déjà identifiés")?"""
    return bool(
        _DONT.search(around.before) or _AMONG.match(around.tail) or _ALONE.search(around.start) or _SOME_OF.search(around.near)
    )


def is_former(parsed: Parsed, figure: Figure, around: Around) -> bool:
    """Is it told as an earlier count?"""
    if _FORMER.search(_since_but(around.before)) or _EARLIER.search(around.near):
        return True
    return _is_denied(around.before, around.tail) or _is_left(parsed, figure, around.tail)


def counted_elsewhere(parsed: Parsed, around: Around) -> str:
    """ "many" for what is counted over several happenings, "other" for another one's count."""
    if _MANY_TIMES.search(around.start) or _MANY_TIMES.search(around.near) or _RATE.match(around.tail):
        return "many"
    if _OF_ANOTHER.search(around.start) or _ANOTHER_DOES.search(around.start) or _YEARS_AGO.match(around.tail):
        return "other"
    return "other" if _another(parsed, around.words) or _MORE.match(around.tail) else ""


def _since_but(before: str) -> str:
    """The words before a figure from the last "mais" on: "pas 30, cru d'abord, mais 70" says d'abord of the first."""
    return re.split(r"(?i)\bmais\b", before)[-1]


def _is_denied(before: str, tail: str) -> bool:
    """The first number of "pas 60 000 tonnes, …, mais 48 200": denied for another."""
    return bool(_NOT.search(before) and _BUT.match(tail))


def _is_left(parsed: Parsed, figure: Figure, tail: str) -> bool:
    """The state before a change: "ramené de 287 à 143"."""
    low = parsed.text[max(0, figure.span.start - 20) : figure.span.start].lower()
    return low.endswith("de ") and bool(CHANGED.search(low[:-3])) and bool(re.match(r"[^.;:]{0,24}? à \w", tail))


def _another(parsed: Parsed, words: range) -> bool:
    """Is it told of another one ("un autre feu a brûlé 60 hectares")?"""
    above = parsed.ancestors(words[-1]) if words else iter(())
    subjects = (k for w in above if w.pos == "VERB" for k in parsed.kids(w.i, "nsubj") if k.i < words[0])
    return any(k.lemma == "autre" and k.i < s.i for s in subjects for k in parsed.kids(s.i))
