"""The rank or post of one person told in two ways that exclude each other: "le brigadier Roy", "le capitaine Roy".

"Chef de l'armée de terre" and "chef d'état-major interarmées"; not a rank and a higher one that the days bring ("promu à titre
posthume"), nor ranks that a form of address takes for one ("le colonel" of a lieutenant-colonel).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.idiom import plain_turn, turn
from recoupe.match.asked.asked import Answer, Question, Scene, draft_asked
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.match.who.called import of
from recoupe.match.who.portraits import callings_in
from recoupe.types import SlotVerdict, Span

RANKS = ("rank", "words", "example")
POSTS = ("office", "heads", "field", "words", "example")
_TITLES = {"rank": "Grade", "post": "Fonction"}
_RAISED = re.compile(
    r"(?i)\b(?:promu\w*|promotion|titre posthume|élevé\w* au grade|galons?|nommé\w* (?:au grade|général|colonel|capitaine))\b"
)
_ABOARD = re.compile(
    r"(?i)\b(?:navires?|bateaux?|ferry|cargo|paquebot|pétrolier|chalutier|voilier|avion|airbus|boeing|équipage|sélection|équipe)\b"
)
_NEW = re.compile(
    r"\b(?:nommée?|désignée?|devien\w*|deviendra|sera|futur\w*|nouvel(?:le)?|nouveau|jusque-là|jusqu'ici|intérim)\b"
)
_NEAR = 24  # letters before a post that may say that it is a new one
_LEAD = 40  # letters before a name in which its rank stands


def draft_posts(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each person to whom two reports give two ranks, or two posts, that exclude each other."""
    question = Question(
        find_posts, lambda a: ("role", f"{_TITLES[a.question.split()[0]]} {of(desk.actors[min(a.of)].name)}"), verdict=_verdict
    )
    return draft_asked(desk, drafts, question)


def find_posts(scene: Scene) -> Iterator[Answer]:
    """The ranks and posts that a report gives to persons with a name, in text order."""
    yield from _ranks(scene)
    yield from _posts(scene)


def _ranks(scene: Scene) -> Iterator[Answer]:
    """The ranks right before a name: "le capitaine Paul Roy"; whoever commands a ship is both its captain and its commander."""
    if _RAISED.search(scene.parsed.text) or _ABOARD.search(scene.parsed.text):
        return
    for mention in scene.desk.readings[scene.report].mentions:
        actor = scene.desk.actors.get(mention.actor)
        if mention.form not in ("name", "title") or actor is None or actor.kind != "person" or not actor.name[:1].isupper():
            continue
        text = scene.parsed.text
        found = _rank_form().search(text, max(0, mention.span.start - _LEAD), mention.span.end)
        words = scene.parsed.at(mention.span.start, mention.span.end)
        if found and words and not scene.desk.is_furniture(mention.span):
            span = Span(scene.report, found.start("rank"), mention.span.end)
            rank = _rank_words()[plain_turn(found["rank"])]
            yield Answer(f"rank {actor.id}", rank, span, frozenset((actor.id,)), scene.sources(words[0]))


def _posts(scene: Scene) -> Iterator[Answer]:
    """The posts that a report calls somebody by: "Luc Roy, ministre de la Défense"."""
    for calling in callings_in(scene.desk, scene.report):
        phrase, actor = calling.phrase, scene.desk.actors[calling.actor]
        told = scene.parsed.span(phrase.first, phrase.last)
        if actor.kind != "person" or not calling.firm or calling.past is not False or phrase.former:
            continue
        if _NEW.search(scene.text, max(0, told.start - _NEAR), told.end):
            continue
        text = scene.text[told.start : told.end]
        for office, heads, fields in _offices():
            if plain(phrase.noun) in heads and len(named := [f for f, form in fields if form.search(text)]) == 1:
                sources = scene.sources(phrase.first)
                yield Answer(f"post {office} {actor.id}", named[0], told, frozenset((actor.id,)), sources)


def _verdict(desk: Desk, group: Sequence[Answer]) -> SlotVerdict | None:
    """Of one time: days bring somebody another post."""
    pairs = combinations(group, 2)
    one = any(a.value != b.value and not desk.are_days_apart(a.span.report, b.span.report) for a, b in pairs)
    return "contradicted" if one else None


@cache
def _rank_words() -> dict[str, str]:
    return {plain_turn(w): row["rank"] for row in read_table("lang/fr/worn_ranks.tsv", RANKS) for w in row.many("words")}


@cache
def _rank_form() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(_rank_words(), key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<![\w-])(?i:(?P<rank>{words})) (?:(?:[A-ZÀ-Þ][\w'’.-]*|d[eu]|van|von|ben|bin|el|al-\w+)(?: |$))+$")


@cache
def _offices() -> tuple[tuple[str, frozenset[str], tuple[tuple[str, re.Pattern[str]], ...]], ...]:
    """Each office with the nouns of its holders and the fields of which each has one."""
    rows = read_table("lang/fr/posts.tsv", POSTS)
    found = []
    for office in dict.fromkeys(r["office"] for r in rows):
        mine = [r for r in rows if r["office"] == office]
        forms = tuple((r["field"], re.compile(rf"(?<![\w-])(?:{'|'.join(map(turn, r.many('words')))})(?!\w)")) for r in mine)
        found.append((office, frozenset(plain(h) for h in mine[0].many("heads")), forms))
    return tuple(found)
