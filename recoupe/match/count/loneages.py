"""Of what age is the one child, driver or pilot whom an affair leaves unnamed: "un garçon de 3 ans", "un bambin de 5 ans".

A report that tells of several of them, or of two ages of one kind, answers nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.lang.tables import read_table
from recoupe.match.asked.asked import Answer, Question, Scene, draft_asked
from recoupe.match.count.deadages import dead_ages
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.types import Figure, Span

COLUMNS = ("part", "sex", "nouns", "most", "many", "example")
_AGED = re.compile(r"(?:âgée? (?:de |d')|[,(] ?|\bde |\bd')$")
# "le garde-frein, Luc Roy, 40 ans"
_NAMED = r"(?:, (?!(?:sa|son|ses|une?|la|le|les|et|deux|dont|âgée?)\b)[\w'-]+(?: [\w'-]+){0,2}(?=,? ?$))?"
_BETWEEN = r"(?: (?!et |ou |puis |de |d'|des |que |qui )[\w'-]+){0,3}?"  # "un enfant allemand de trois ans"
_BEHIND = r" ans,? (?:(?:un|une|le|la|cet?|cette|son|sa|leur|ce) |l')(?:jeune |petite? )?"
_OTHER = re.compile(r"\b(?:autre|second|seconde|deuxième|troisième|chacun|respectivement|aînée?)\b")
_REACH = 60  # letters before an age in which its noun may stand
_BIRTHDAY = 1  # years that may pass between two reports


@dataclass(frozen=True, slots=True)
class Part:
    """One part under nouns of one sex, the highest age that they mean, and what tells of several."""

    name: str
    sex: str
    most: float
    nouns: frozenset[str]
    many: re.Pattern[str]


def draft_lone_ages(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each unnamed person to whom two reports give two ages."""
    return draft_asked(desk, drafts, Question(find_lone_ages, lambda _: ("age", "Âge"), _excludes))


def find_lone_ages(scene: Scene) -> Iterator[Answer]:
    """The ages that a report gives to the one child, driver … of whom it tells."""
    yield from dead_ages(scene)
    for figure in scene.desk.readings[scene.report].figures:
        if figure.unit not in ("âge", "an") or figure.bound != "exact" or not figure.low or figure.low != figure.high:
            continue
        part = _part_of(scene.text, figure)
        words = scene.parsed.at(figure.span.start, figure.span.end)
        if part is None or not words or figure.low > part.most or part.many.search(scene.text):
            continue
        sentence = scene.parsed.sentence_of(words[0])
        if _OTHER.search(scene.text, sentence.start, sentence.end) or scene.desk.is_furniture(figure.span):
            continue
        of = frozenset((part.sex,)) if part.sex else frozenset[str]()
        value, span = f"{figure.low:g} ans", Span(scene.report, figure.span.start, figure.span.end)
        yield Answer(part.name, value, span, of, scene.sources(words[0]), low=figure.low, high=figure.low)


def _part_of(text: str, figure: Figure) -> Part | None:
    """The part that the noun right before or behind an age names."""
    start, end = figure.span.start, figure.span.end
    ages = _AGED.search(text, max(0, start - 12), start)
    before = _before().search(text, max(0, start - _REACH), ages.start()) if ages else None
    found = before or _behind().match(text, end)
    return _parts()[found["noun"]] if found else None


def _excludes(a: Answer, b: Answer) -> bool:
    """Two ages; not those of a child and of a grown-up, of whom a word may both be said."""
    return a.low != b.low and max(a.low, b.low) <= 3 * min(a.low, b.low) + _BIRTHDAY


@cache
def _parts() -> Mapping[str, Part]:
    found: dict[str, Part] = {}
    for row in read_table("lang/fr/lone_persons.tsv", COLUMNS):
        several = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, row.many('many')))})(?!\w)")
        nouns = frozenset(row.many("nouns"))
        part = Part(row["part"], row["sex"], float(row["most"]), nouns, several)
        found |= dict.fromkeys(sorted(nouns), part)
    return found


@cache
def _nouns() -> str:
    return "|".join(re.escape(n) for n in sorted(_parts(), key=lambda n: (-len(n), n)))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<noun>{_nouns()})(?!\w)(?:{_NAMED}|{_BETWEEN}),? ?$")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"{_BEHIND}(?P<noun>{_nouns()})(?!\w)")
