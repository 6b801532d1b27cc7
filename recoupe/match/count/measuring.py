"""What a figure measures by its own words: the noun it counts, what befalls that, the verb that counts it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from recoupe.lang.nouns import actor_nouns
from recoupe.lang.tables import read_table
from recoupe.match.count.plights import find_plight
from recoupe.match.count.populations import find_populations, populations, things_counted
from recoupe.parse.document import Parsed, Word
from recoupe.types import Figure

COLUMNS = ("measure", "units", "verbs", "says", "moves", "title", "example")
PEOPLE = "people"
COMES_TO = frozenset(
    "passer monter grimper élever atteindre porter alourdir établir tomber redescendre descendre dépasser ramener réduire "
    "abaisser chuter augmenter limiter fixer corriger rectifier réviser revoir".split()
)
_COUNT_NOUNS = frozenset("nombre bilan total chiffre décompte".split())
_ABOARD = re.compile(r"(?i)(?:à (?:son |leur )?bord|transportait|transportant|embarqu)")
_LIFE = re.compile(r"(?i)(?:coût|cout|perd|ôt|enlev|fauch)\w* la vie|trouv\w+ la mort|laiss\w+ la vie")
_SPEED = re.compile(
    r"(?i)^\s*(?:km\s?/\s?h|kilomètres?[- ](?:heure|à l['’]heure|par heure)|nœuds?\b|mètres? (?:par|à la) seconde)"
)
# Only of these is one speed told at one time; a wind has many.
_VEHICLES = frozenset(
    "train rame convoi tgv ter locomotive voiture véhicule car bus autocar autobus camion poids-lourd moto scooter avion "
    "appareil hélicoptère bateau navire ferry vedette planeur tramway métro automobiliste conducteur chauffeur motard "
    "pilote".split()
)
_PACE = frozenset("vitesse allure".split())
_WINDS = frozenset("vent rafale bourrasque tempête tornade ouragan cyclone tourbillon".split())
_LIMIT = re.compile(r"(?i)\blimit\w+ (?:de vitesse )?(?:est |était )?(?:fixée )?(?:à|de)\s*$|\bau lieu (?:de|des)\s*$")
_DEATHS = re.compile(r"(?i)\b(?:morts?|tuée?s?|décès|victimes?|décédée?s?|péri)\b")
_BELOW = 5  # words that a participle may stand behind its noun
_DAYS_OF_WEEK = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
_TIMES = frozenset("an année mois semaine jour journée nuit heure minute seconde siècle âge".split())
PERSONS = frozenset(("rescuer", "investigator", "suspect", "attacker", "demonstrator"))
_OWN = frozenset("périr mourir décéder disparaître survivre manifester défiler réchapper".split())


def find_measure(parsed: Parsed, figure: Figure, near: str) -> tuple[str, str]:
    """The measure of a figure, "" for none known, and the narrower kind that is counted."""
    if _SPEED.match(parsed.text[figure.span.end : figure.span.end + 24]):
        limit = _LIMIT.search(parsed.text[max(0, figure.span.start - 40) : figure.span.start])
        words = parsed.at(figure.span.start, figure.span.end)
        sentence = parsed.sentence_of(words[0]) if words else None
        told = {w.lemma.lower() for w in parsed.words[sentence.first : sentence.last]} if sentence else set()
        if told & _WINDS and not limit:
            return "wind", ""
        return ("speed", "") if told & (_VEHICLES | _PACE) and not limit else ("", "limit")
    unit = "" if figure.unit in _DAYS_OF_WEEK else figure.unit  # "17 blessés mardi"
    if unit in _TIMES:
        return "", unit
    own = by_unit().get(unit, "")
    whoever = own in (PEOPLE, "passenger", "aboard") or unit in ("", "nom")
    persons = own in PERSONS or unit in person_nouns() or not own and unit in actor_nouns()
    if (whoever or persons) and (plight := find_plight(parsed, figure)):
        return plight, "" if whoever or own == plight else unit
    if own and own != PEOPLE:
        return own, ""
    befallen = _befallen(parsed, figure) if unit != "%" and unit not in things_counted() else ""
    people = own == PEOPLE or not unit
    if befallen and (people or unit):
        return befallen, "" if people else unit
    if (people or unit in person_nouns()) and (said := _said(near)):
        return said, "" if people else unit
    if not unit and (counted := _counted_before(parsed, figure)):
        return counted
    persons = people or unit in person_nouns()
    if persons and unit and _ABOARD.search(near):
        return "aboard", "" if people else unit
    head = figure.head if figure.head >= 0 else None
    if persons and head is not None:
        start = max(0, figure.span.start - 45)
        clause = (
            re.split(r"[;.]", parsed.text[start : figure.span.start])[-1] + parsed.text[figure.span.start : figure.span.end + 20]
        )
        if _LIFE.search(clause):
            return "dead", "" if people else unit
        if people and _ABOARD.search(clause):
            return "aboard", ""
    return own, "" if own else unit


@cache
def measures() -> dict[str, tuple[str, bool]]:
    """Title of each measure and whether its number moves with the news."""
    named = {p.name: (p.title, p.way == "moves") for p in populations().values() if p.way != "role"}
    return named | {row["measure"]: (row["title"], row["moves"] == "yes") for row in _rows()}


@cache
def person_nouns() -> frozenset[str]:
    """Nouns for persons of any calling ("élève", "conducteur"): what befalls people befalls them."""
    rows = read_table("lang/fr/person_nouns.tsv", ("nouns", "example"))
    return frozenset(noun for row in rows for noun in row.many("nouns"))


@cache
def _rows() -> tuple:  # type: ignore[type-arg]
    return read_table("lang/fr/measures.tsv", COLUMNS)


@cache
def by_unit() -> dict[str, str]:
    """The measure of each counted noun."""
    return {unit: row["measure"] for row in _rows() for unit in row.many("units")}


@cache
def _by_verb() -> dict[str, str]:
    return {verb: row["measure"] for row in _rows() for verb in row.many("verbs")}


def _counted_before(parsed: Parsed, figure: Figure) -> tuple[str, str] | None:
    """What "le nombre d'élèves hospitalisés est passé à 41" counts: the measure and the narrower kind."""
    words = parsed.at(figure.span.start, figure.span.end)
    if not words:
        return None
    verb = next((w for w in parsed.ancestors(words[-1]) if w.pos == "VERB" and w.dep != "nmod"), None)  # "le nombre de tués"
    if verb is None or verb.lemma not in COMES_TO:
        return None
    subject = next((w for w in parsed.kids(verb.i, "nsubj", "obj") if w.lemma in _COUNT_NOUNS), None)
    counted = next((w for w in parsed.kids(subject.i, "nmod")), None) if subject else None
    grim = subject is not None and subject.lemma == "bilan" and _DEATHS.search(parsed.text)
    toll = ("dead", "") if grim else None  # "le bilan du séisme est monté à 45"
    if counted is None:
        return toll
    noun = counted.lemma.lower()
    own = by_unit().get(noun, "") or _by_verb().get(noun, "")  # "le nombre de tués"
    if own and own != PEOPLE:
        return own, ""
    told = find_populations(parsed, replace(figure, unit=noun, head=counted.i), people=own == PEOPLE or noun in person_nouns())
    if named := next((p for p in told if p.way != "role"), None):
        return named.name, ""
    kinds = (_by_verb().get(k.lemma.lower()) or by_unit().get(k.lemma.lower(), "") for k in parsed.kids(counted.i, "acl", "amod"))
    measure = next((kind for kind in kinds if kind and kind != PEOPLE), "")
    return (measure, "" if own == PEOPLE else noun) if measure else toll


def _said(near: str) -> str:
    """The measure that the words after the number name: "onze sont portées disparues"."""
    low = near.lower()[:48]
    return next((row["measure"] for row in _rows() if any(stem in low for stem in row.many("says"))), "")


def _befallen(parsed: Parsed, figure: Figure) -> str:
    """The measure named by the verb that the counted people undergo: "tuer 40 personnes", "dix policiers blessés"."""
    words = parsed.at(figure.span.start, figure.span.end)
    if not words:
        return ""
    if measure := _beside(parsed, words):
        return measure
    if figure.head < 0 or figure.head >= len(parsed.words):
        return ""
    if figure.head < words[0]:  # "dix-neuf personnes ont péri et trente ont été blessées": its own verb, not the first one's
        return _next_verb(parsed, words)
    noun = parsed.words[figure.head]
    while noun.dep == "conj" and parsed.words[noun.head].pos == "NOUN" and not _narrowed(parsed, noun):
        noun = parsed.words[noun.head]  # "un policier et deux stadiers ont été blessés"
    verbs: list[Word] = [k for k in parsed.kids(noun.i, "acl", "amod") if 0 < k.i - noun.i <= (_BELOW if k.pos == "VERB" else 3)]
    for kid in parsed.kids(noun.i, "nmod"):  # "deux soldats français morts": taken for a noun
        if 0 < kid.i - noun.i <= 3 and not any(True for _ in parsed.kids(kid.i, "case", "det")):
            verbs.append(kid)
    governor = parsed.words[noun.head]
    if noun.dep == "nmod" and governor.i < noun.i:
        verbs.append(governor)  # "la détention de onze personnes"
    if noun.dep.startswith(("obj", "nsubj")) and governor.i != noun.i:
        passive = any(True for _ in parsed.kids(governor.i, "aux:pass")) or governor.lemma in _OWN or noun.dep.startswith("obj")
        if passive or noun.dep == "nsubj:pass":
            verbs.append(governor)
    for verb in verbs:
        if any(k.lower in ("pas", "jamais") for k in parsed.kids(verb.i, "advmod")):
            continue  # "la moitié des électeurs ne se sont pas déplacés"
        if measure := _by_verb().get(verb.lemma.lower()) or by_unit().get(verb.lemma.lower(), ""):
            return "" if measure == PEOPLE else measure
    return ""


def _narrowed(parsed: Parsed, noun: Word) -> bool:
    """Has it a participle of its own ("deux maisons inondées et trois routes coupées")?"""
    return any(0 < k.i - noun.i <= 2 for k in parsed.kids(noun.i, "acl", "amod"))


def _next_verb(parsed: Parsed, words: range) -> str:
    """The measure named by the next verb of the clause."""
    for word in parsed.words[words[-1] + 1 : words[-1] + 6]:
        if word.pos == "PUNCT" or word.sent != parsed.words[words[0]].sent:
            break
        if word.pos in ("VERB", "ADJ") and (measure := _by_verb().get(word.lemma.lower()) or by_unit().get(word.lemma.lower())):
            return "" if measure == PEOPLE else measure
    return ""


def _beside(parsed: Parsed, words: range) -> str:
    """The measure named right before or after the number: "ont tué 40 …", "en ont blessé 100", "29 hospitalisés"."""
    after = parsed.words[words[-1] + 1] if words[-1] + 1 < len(parsed.words) else None
    if after is not None and after.pos in ("ADJ", "VERB", "NOUN"):
        measure = by_unit().get(after.lemma.lower()) or _by_verb().get(after.lemma.lower(), "")
        if measure not in ("", PEOPLE, "object"):
            return measure
    for i in range(words[0] - 1, max(-1, words[0] - 4), -1):
        word = parsed.words[i]
        if word.pos == "PUNCT" or word.dep == "cc":
            break
        if word.pos == "VERB":
            passive = any(True for _ in parsed.kids(i, "aux:pass"))
            return "" if passive else _by_verb().get(word.lemma.lower(), "")
    return ""
