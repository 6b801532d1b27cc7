"""How many did it, were aboard, made up the convoy: "trois individus", "ils étaient cinq", "au nombre de quatre", "le trio"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.lang.countries import demonyms
from recoupe.lang.numbers import cardinals
from recoupe.lang.tables import Row, read_table
from recoupe.match.acts.slots import days_between
from recoupe.match.asked.asked import Answer, Question, Scene, draft_asked
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.parse.document import Sentence
from recoupe.types import Figure, SlotVerdict, Span

COLUMNS = ("kind", "name", "counted", "words", "example")
KINDS = ("class", "turn")
_HEARTS = {
    "doers": frozenset(("robbery", "shooting", "murder", "abduction", "escape", "blast")),
    "aboard": frozenset[str](),
    "fleet": frozenset[str](),
}
_TITLES = {"doers": "Nombre d'auteurs", "aboard": "Nombre de personnes à bord", "fleet": "Nombre de véhicules"}
_MANY = {"duo": 2, "tandem": 2, "trio": 3, "quatuor": 4, "quintette": 5}
_PART = re.compile(
    r"(?:\b(?:dont|parmi|autres?|entre eux|seuls?|encore|derniers?|premiers?|restants?|chacun)\b|\bsur )[^,;.]{0,20}$"
)
_REST = re.compile(
    r"^ (?:autres|derniers|premiers|d'entre|des |de (?:ces|ses|leurs|nos) |ans\b|heures?\b|minutes?\b|jours?\b|mois\b|fois\b|"
    r"ou |à \w+ (?!bord))"
)
# "un autre car transportait 52 voyageurs": not the one of the affair.
_ANOTHER = re.compile(r"\b(?:une? autre|une? second|une? seconde|une? deuxième|une? troisième) [^;.]{0,60}$")
_LOOSELY = re.compile(r"(?:moins|plus de|près de|environ|quelque|jusqu'à|une|à peine) $")
_TAKEN = re.compile(
    r"\b(?:arrêt|interpell|garde à vue|identifi|condamn|jugé|écrou|mis en examen|mis en cause|comparai|abattu|tué|blessé|mort|"
    r"neutralisé|cueilli|appréhend|soupçonn|relâch|libér|entendu|placé)"
)
_LATER = 3  # days after which an inquiry may have found more of them
_PEOPLE, _ALL, _LOOKS, _AGAIN = "passagers", "personnes", "looks", "again"
_SOME = "some"  # children, soldiers: others may be aboard with them
_RIDERS = re.compile(r"(?i)passag|voyageu")
_WATCH = 2  # of the doers, who may have waited outside
_BEHIND_WHEEL = re.compile(
    r"(?i)\b(?:complices?|guetteurs?|faisai\w+ le guet|au volant|attendai\w+|resté\w* (?:dehors|au volant|à l['’]extérieur|dans))"
)
_CREW, _SHARE = 8, 1.25  # who may be aboard besides the passengers
_BEFORE, _BEHIND, _NEAR = 160, 120, 60  # letters


@dataclass(frozen=True, slots=True)
class Turn:
    """How a number is told, and of whom."""

    question: str
    counted: str
    form: re.Pattern[str]


def draft_crews(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each crew of an affair that two reports count differently."""
    question = Question(
        lambda scene: find_crews(scene, scene.affair()),
        lambda a: ("figure", _TITLES[a.question]),
        _excludes,
        verdict=_verdict,
    )
    return draft_asked(desk, drafts, question)


def find_crews(scene: Scene, heads: frozenset[str]) -> Iterator[Answer]:
    """The numbers that a report gives of those who did it, were aboard or rode along. `heads`: what the affair is about."""
    text = scene.text
    figures = {f.span.start: f for f in scene.desk.readings[scene.report].figures}
    asked = {q for q, hearts in _HEARTS.items() if not hearts or hearts & heads}
    found: dict[int, Answer] = {}
    for sentence in scene.parsed.sentences if asked else ():
        if not _number().search(text, sentence.start, sentence.end):
            continue
        for turn in turns():
            for match in turn.form.finditer(text, sentence.start, sentence.end) if turn.question in asked else ():
                answer = _answer(scene, text, sentence, turn, match, figures.get(match.start("n")))
                if answer:
                    found.setdefault(answer.span.start, answer)
    yield from (found[start] for start in sorted(found))


def _answer(
    scene: Scene, text: str, sentence: Sentence, turn: Turn, match: re.Match[str], figure: Figure | None
) -> Answer | None:
    at = scene.parsed.at(match.start("n"), match.end("n"))
    low, high = _bounds(text, match, figure)
    span = Span(scene.report, match.start("n"), match.end() if match.end() - match.end("n") < _NEAR else match.end("n"))
    if not at or not low or not _is_whole(text, match, sentence, turn) or scene.desk.is_furniture(span):
        return None
    firm = scene.is_firm(sentence, at[0])
    value = turn.counted if turn.counted in (_PEOPLE, _ALL) else f"{low:g}"
    if value == _PEOPLE and not _RIDERS.search(match[0]):
        value = _SOME
    return Answer(turn.question, value, span, frozenset(), scene.sources(at[0]), firm, low, high)


def _is_whole(text: str, match: re.Match[str], sentence: Sentence, turn: Turn) -> bool:
    """Is it no part of them, no age, and of the doers none of whom something else is told: arrested, hurt, shot?"""
    before = text[max(sentence.start, match.start("n") - 30) : match.start("n")]
    if turn.question != "doers" and _ANOTHER.search(text, sentence.start, match.start("n")):
        return False
    if _PART.search(before) or _REST.match(text[match.end("n") : match.end("n") + _NEAR]):
        return False
    if turn.question == "doers" and _TAKEN.search(text, match.start(), min(sentence.end, match.end() + _NEAR)):
        return False
    if turn.counted == _AGAIN:
        return bool(_any("fleet").search(text, max(0, sentence.start - _BEFORE), match.start()))
    near = (max(0, sentence.start - _BEFORE), min(len(text), match.end() + _BEHIND))
    return turn.counted != _LOOKS or any(_any(name).search(text, *near) for name in ("look", "deed", "who"))


def _bounds(text: str, match: re.Match[str], figure: Figure | None) -> tuple[float, float]:
    """From so many to so many; nothing where the number is open or loose."""
    if figure is not None and any(noun in demonyms() for noun in figure.population):
        return 0.0, 0.0  # "37 passagers turcs": those of one country
    if figure is not None:
        exact = figure.low is not None and figure.high is not None and figure.bound in ("exact", "between")
        return (figure.low or 0.0, figure.high or 0.0) if exact else (0.0, 0.0)
    words, start = match["n"], match.start("n")
    told = float(_MANY.get(words, 0) or cardinals(2, 69).get(words, 0) or (int(words) if words.isdigit() else 0))
    return (0.0, 0.0) if _LOOSELY.search(text, max(0, start - 10), start) else (told, told)


def _excludes(a: Answer, b: Answer) -> bool:
    """Two numbers of which not both can be; besides passengers there may be a crew."""
    if a.low <= b.high and b.low <= a.high:
        return False
    if _SOME in (a.value, b.value):
        some, others = (a, b) if a.value == _SOME else (b, a)
        return others.value == _ALL and some.low > others.high
    if {a.value, b.value} == {_PEOPLE, _ALL}:
        people, everybody = (a, b) if a.value == _PEOPLE else (b, a)
        return people.low > everybody.high or everybody.low > people.high * _SHARE + _CREW
    return True


def _one_stayed_behind(desk: Desk, group: Sequence[Answer]) -> bool:
    """Does a report tell of one who drove or kept watch: three may have come in, and four have done it?"""
    few = max(a.low for a in group) - min(a.low for a in group) <= _WATCH
    doers = group[0].question == "doers" and few
    return doers and any(_BEHIND_WHEEL.search(desk.readings[a.span.report].report.text) for a in group)


def _verdict(desk: Desk, group: Sequence[Answer]) -> SlotVerdict | None:
    if _one_stayed_behind(desk, group):
        return None
    if group[0].question == "aboard" and any(desk.are_days_apart(a.span.report, b.span.report) for a in group for b in group):
        return None  # of another flight
    days = [d for a in group if (d := desk.published(a.span.report)) and d.earliest and d.latest]
    return "updated" if any(days_between(days[0], d) > _LATER for d in days) else "contradicted"


@cache
def _rows(kind: str) -> tuple[Row, ...]:
    return tuple(r for r in read_table("lang/fr/crews.tsv", COLUMNS) if r.one_of("kind", KINDS) == kind)


@cache
def _classes() -> dict[str, str]:
    """The words of each class as one form, longer ones first."""
    found = {r["name"]: sorted(r.many("words"), key=lambda w: (-len(w), w)) for r in _rows("class")}
    return {name: "|".join(map(re.escape, words)) for name, words in found.items()}


@cache
def _any(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_classes()[name]})(?!\w)")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_numbers()}|{_classes()['trio']})(?![\w-])")


@cache
def _numbers() -> str:
    return "|".join((r"\d{1,4}", *sorted(cardinals(2, 69), key=len, reverse=True)))


@cache
def turns() -> tuple[Turn, ...]:
    """The turns of the table, in its order."""
    return tuple(Turn(r["name"], r["counted"], re.compile(_form(r["words"]))) for r in _rows("turn"))


def _form(words: str) -> str:
    """The expression of one turn: its slots filled, up to three words for "…"."""
    slots = {"n": rf"(?P<n>{_numbers()})", "trio": rf"(?P<n>{_classes()['trio']})"}
    parts = (slots.get(p) or f"(?:{_classes()[p]})" if i % 2 else re.escape(p) for i, p in enumerate(re.split(r"[{}]", words)))
    return (
        r"(?<![\w-])"
        + "".join(parts)
        .replace(r"\ ……\ ", r"(?: [\w'-]+){0,9} ")
        .replace(r"\ …\ ", r"(?: [\w'-]+){0,3} ")
        .replace(r"\ ", " ")
        .replace("à ", "[àa] ")
        + r"(?![\w-])"
    )
