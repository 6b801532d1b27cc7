"""Two or three values side by side in one label: what they share told once, "ou" between them."""

from __future__ import annotations

import re
from itertools import takewhile

from recoupe.lang.plain import function_words
from recoupe.types import SlotVerdict

_SLASH = " / "
_MOST = 3  # values that a label holds
_LONG = 32  # characters of a value from which its day goes without saying
_EDGES = " ,;:–—«»"
_ROUGH = r"environ|près de|plus de|moins de|au moins|quelque|presque|à peine|un peu plus de|un peu moins de"
_WORDS = (
    r"plusieurs|quelques|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    r"|vingt|trente|quarante|cinquante|soixante|cent"
)
_LARGE = r"\s(?:millions?|milliards?|milliers?|mille|cents?)(?:\sd(?:e\s|['’]))?"
_NUMBER = re.compile(
    rf"(?i)^(?P<number>(?:(?:{_ROUGH})\s)*(?:\d+(?:er|re|e|ème|ère)|\w+ième|premi\w+|seconde?"
    rf"|(?:\d[\d., \u00a0\u202f]*|(?:{_WORDS})(?:-(?:{_WORDS}|et|mille))*)(?![\w])(?:{_LARGE})?"
    rf"|une?\s(?:\w+aine|million|milliard|millier)\sd(?:e\s|['’])(?:(?:millions|milliards)\sd(?:e\s|['’]))?))"
    r"\s*(?P<noun>[^\W\d].*)?$"
)
_SUM = re.compile(r"(?:millions?|milliards?|aine)$")
_VOWELS = "aeiouyéèêàâh"
_OF = re.compile(r"(?i)\s*\bd(?:e|['’])\s*$")
_DAY = re.compile(
    r"(?i),?\s(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain)(?:\s(?:matin|soir|midi|\d{1,2}\s\w+))?\b,?"
    r"|,?\sle\s\d{1,2}(?:er)?\s[a-zéû]+(?:\s\d{4})?,?|\sen\s(?:fin|milieu|début)\sde\s\w+(?:-midi)?,?"
)
_POINTING = re.compile(r"(?i)^(?P<one>ce|cet|cette|son|sa)\s|^(?P<many>ces|ses|leurs)\s")
_TOGETHER = re.compile(r"(?i)(,\s|\set\s)(?:de la|à la|d['’]|de|du|des|à|au|aux)\s(?=\w)|(,\s|\set\s)d['’](?=\w)")
_ARTICLES = {"du": "le ", "au": "le ", "des": "les ", "aux": "les ", "de la": "la ", "à la": "la "}
_NO = re.compile(r"(?!)")
_LEADS = {  # what a value begins with in its sentence and not behind its label
    "Durée": re.compile(r"(?i)^(?:pendant|durant|en|pour|depuis)\s(?=un|\d|deux|trois|près|plus)"),
    "Direction de la fuite": re.compile(r"(?i)^.*?\b(?=(?:en direction d|vers |à travers |par |du côté d))"),
    "Heure": re.compile(r"(?i)^(?:à|il est|il était)\s(?=\d)"),
}
_COUNTING = re.compile(rf"(?:{_WORDS}|{_ROUGH.replace(' ', '|')}|\w+ième|\w+aine)")
_WEEKDAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche hier demain".split())
_UNITS = frozenset("euros euro dollars dollar livres km kilomètres mètres hectares degrés tonnes couronnes francs".split())
_COUNTS = ("Nombre", "Rang", "Prix", "Aide")


def either(title: str, verdict: SlotVerdict = "refined") -> str:
    """ "Nombre : plusieurs points de suture / six points de suture" -> "Points de suture : plusieurs ou six"."""
    label, colon, rest = title.partition(" : ")
    if not colon or "«" in rest:
        return title
    values = _apart([_LEADS.get(label, _NO).sub("", _lowered(v.strip(_EDGES))) for v in rest.split(_SLASH)])
    if label == "Liste":
        return _capital(pointless(max(values, key=lambda v: (len(v) > 2, any(c.isdigit() for c in v), len(v), v))))
    if verdict == "same":
        values = [max((v for v in values if len(v) <= 2 * _LONG), key=lambda v: (len(v), v), default=values[0])]
    if verdict == "refined" and len(values) > 2:  # the loosest and the closest say enough
        short = [v for v in values if len(v) <= 2 * _LONG] or values
        close = [v for v in short if any(c.isdigit() for c in v)]
        loose = [v for v in short if v not in close]
        values = [loose[0], close[-1]] if loose and close else short[:2]
    if label == "Âge" and len(values) == 2 and not values[0][:1].isdigit():
        return f"{_capital(values[0])} : {values[1]}"
    if label in _COUNTS and (told := _counted(label, values)):
        return told
    if label == "Trajet" and len({v.split(maxsplit=1)[0].strip(",") for v in values}) == 1 and all(" " in v for v in values):
        label, values = values[0].split()[0].strip(","), [re.sub(r"^qui ", "", v.split(maxsplit=1)[1]) for v in values]
    values = [re.sub(r"\s+", " ", _DAY.sub(" ", v)).strip() if len(v) > _LONG and label == "Lieu" else v for v in values]
    return f"{label} : {_joined(values)}"


def pointless(words: str) -> str:
    """A phrase with its article where it points at somebody: "ces braqueurs" -> "les braqueurs"."""
    found = _POINTING.match(words)
    if found is None:
        return words
    rest = words[found.end() :]
    if found["many"]:
        return f"les {rest}"
    if found["one"].lower() in ("cet", "son") and rest[:1].lower() in _VOWELS:
        return f"l'{rest}"
    return f"{'la' if found['one'].lower() in ('cette', 'sa') else 'le'} {rest}"


def strung(words: str, before: str = "") -> str:
    """The members of a list without the prepositions that tie them to what stands before: "du maire, de son adjoint".

    `before`: the word that stands before the first.
    """

    def plain_member(found: re.Match[str]) -> str:
        link = found[1] or found[2]
        tie = found[0][len(link) :].strip().lower().rstrip("'’")
        return link + _ARTICLES.get(tie, "")

    return _ARTICLES.get(before.lower(), "") + _TOGETHER.sub(plain_member, words)


def _counted(label: str, values: list[str]) -> str | None:
    """Numbers of one noun, the noun first: "Ouvriers : une dizaine ou douze"; of two nouns, without a label that says nothing."""
    numbers = [m for v in values if (m := _NUMBER.match(v))]
    if len(numbers) < len(values):
        return _capital(_joined(values)) if label == "Rang" else None
    nouns = list(dict.fromkeys(m["noun"].lower() for m in numbers if m["noun"]))
    told = [_OF.sub("", m["number"].strip()) for m in numbers]
    if not nouns:
        return None
    if len(nouns) > 1 or len(values) == 1:
        return _capital(_joined(values)) if label in ("Nombre", "Rang") else None
    noun = next(m["noun"] for m in numbers if m["noun"])
    if label != "Nombre" or noun.lower().split()[0] in _UNITS:
        tie = ("d'" if noun[:1].lower() in _VOWELS else "de ") if _SUM.search(told[-1]) else ""
        words = f"{' ou '.join(told)} {tie}{noun}"
        return _capital(words) if label in ("Nombre", "Rang") else f"{label} : {words}"
    return f"{_capital(noun)} : {' ou '.join(told)}"


def _apart(values: list[str]) -> list[str]:
    """The values that say something of their own: not one held whole in another."""
    kept: list[str] = []
    for n, value in enumerate(values):
        others = [*kept, *values[n + 1 :]]
        if value and not any(value.lower() in other.lower() for other in others):
            kept.append(value)
    return kept[:_MOST] or values[:1]


def _lowered(value: str) -> str:
    """Without the capital of the sentence that it began: "Douze cents euros" beside "1 200 euros"."""
    first = re.split(r"[\s'’-]", value, maxsplit=1)[0].lower()
    small = (
        first in function_words()
        or first in _WEEKDAYS
        or re.fullmatch(rf"(?:{_WORDS}|{_ROUGH.replace(' ', '|')}|\w+ième|\w+aine)", first)
    )
    if small and value.isupper():
        return value.lower()  # "QUATRE MILLIONS" of a headline in capitals
    return value[:1].lower() + value[1:] if small else value


def _joined(values: list[str]) -> str:
    """What all begin with told once: "quartier général à Saratov ou à Samara"."""
    split = [v.split() for v in values]
    common = [w[0] for w in takewhile(lambda w: len({x.lower() for x in w}) == 1, zip(*split, strict=False))]
    while common and common[-1].lower() in function_words():
        common.pop()
    cut = len(common) if len(common) >= 2 and all(len(s) > len(common) for s in split) else 0
    return " ou ".join([values[0], *(" ".join(s[cut:]) for s in split[1:])])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
