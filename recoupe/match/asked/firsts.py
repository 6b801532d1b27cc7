"""Who was the first to come out, go in, speak, shoot or notice: "X est apparu le premier", "Y est descendu avant les autres"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from recoupe.find.done.arguments import read_clause
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.openacts import is_open
from recoupe.match.asked.asked import Answer, Question, Scene, draft_asked
from recoupe.match.asked.doerwords import cleft_noun
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.parse.document import Word
from recoupe.types import Span

COLUMNS = ("act", "label", "verbs", "example")
# "Le premier à sortir" has its verb behind it; "le premier ministre" and "la première fois" are no such words.
_FIRST = re.compile(
    r"\b(?:(?P<to>(?:le premier|la première) à)(?= )|"
    r"(?:le premier|la première)(?= ?[,.;:!?]| (?:en|de|du|des|dans|sur|vers|le|la|les|l'|que)\b|$)|"
    r"en premier(?! lieu)\b|avant (?:tous |toutes )?(?:les autres|tout le monde))"
)
_REACH = 7  # words from the verb to the words that call it first


def draft_firsts(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each act that two reports have two persons do first."""
    question = Question(find_firsts, lambda a: ("agent", _acts_by_label()[a.question]))
    return draft_asked(desk, drafts, question)


def find_firsts(scene: Scene) -> Iterator[Answer]:
    """Who did something first, by name, in text order."""
    for match in _FIRST.finditer(scene.text):
        at = scene.parsed.at(match.start(), match.end())
        verb = _verb(scene, at[0], at[-1], behind=bool(match["to"])) if at else None
        if verb is None or (who := _doer(scene, verb, at[0])) is None:
            continue
        actor, start = who
        span = Span(scene.report, min(start, match.start()), max(match.end(), verb.end))
        sentence = scene.parsed.sentence_of(verb.i)
        firm = scene.is_firm(sentence, verb.i) and not (is_open(scene.parsed, verb) and not match["to"])
        if not scene.desk.is_furniture(span):
            yield Answer(_acts()[plain(verb.lemma)], actor, span, frozenset(), scene.sources(verb.i), firm)


def _verb(scene: Scene, first: int, last: int, *, behind: bool) -> Word | None:
    """The verb of the table that is done first."""
    sentence = scene.parsed.sentence_of(first)
    words = scene.parsed.words
    near = words[last : min(sentence.last, last + _REACH)] if behind else words[max(sentence.first, first - _REACH) : first][::-1]
    return next((w for w in near if w.pos in ("VERB", "ADJ") and plain(w.lemma) in _acts()), None)


def _doer(scene: Scene, verb: Word, first: int) -> tuple[str, int] | None:
    """The person by name who does it, and where his name begins."""
    cleft = cleft_noun(scene.parsed, verb.i)
    heads = [cleft] if cleft is not None else [*read_clause(scene.parsed, verb.i).subjects]
    heads += [w.i for w in scene.parsed.kids(first, "nsubj")]  # "X a été le premier à sortir"
    for mention in scene.desk.readings[scene.report].mentions:
        if mention.form in ("name", "title") and mention.actor in scene.named((mention.actor,)):
            if set(scene.parsed.at(mention.span.start, mention.span.end)) & set(heads):
                return mention.actor, mention.span.start
    return None


@cache
def _acts() -> dict[str, str]:
    """The act that each verb tells, plain."""
    return {plain(v): row["act"] for row in read_table("lang/fr/firsts.tsv", COLUMNS) for v in row.many("verbs")}


@cache
def _acts_by_label() -> dict[str, str]:
    return {row["act"]: row["label"] for row in read_table("lang/fr/firsts.tsv", COLUMNS)}
