"""At whose wish it was done: "annulé à la demande des Grecs", "c'est le producteur qui a décidé", "émane du préfet"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.idiom import turn
from recoupe.match.asked.asked import Scene, scene_of
from recoupe.match.asked.doers import Doing
from recoupe.match.desk import Desk
from recoupe.parse.document import Parsed, Sentence, Word
from recoupe.types import Mention, Span

COLUMNS = ("kind", "name", "words", "example")
KINDS = ("measure", "decision", "of", "by", "from", "asks")
_ACT = "wish "
_LEAD = 3  # sentences that tell what was decided
_REACH = 5  # words from a preposition to the noun of who wished it
_BEFORE = 9  # words before "a décidé" in which who decided stands
_CLEFT = re.compile(r"\bc(?:'est|e sont|'était|'étaient) ")
_NAMED = ("name", "title", "acronym")
_NOBODY = frozenset("date heure fin suite raison cause surprise moment jour veille".split())


def find_wishes(desk: Desk, report: str) -> Iterator[Doing]:
    """Who wished or decided a measure, in text order."""
    scene = scene_of(desk, report)
    text = scene.text
    if not _any().search(text):
        return
    lead = _measures(text, 0, scene.parsed.sentences[min(_LEAD, len(scene.parsed.sentences)) - 1].end)
    for sentence in scene.parsed.sentences:
        measures = _measures(text, sentence.start, sentence.end)
        if not measures and len(lead) == 1 and _words("decision").search(text, sentence.start, sentence.end):
            measures = lead
        if len(measures) != 1:
            continue
        for word, alone in _wishers(scene.parsed, text, sentence):
            if scene.is_firm(sentence, word.i) or _of_wish(text, word):
                yield _doing(scene, word, min(measures), alone=alone)


def _of_wish(text: str, word: Word) -> bool:
    """ "À la demande de": the wish is told, not wished."""
    return bool(_words("of").search(text, max(0, word.start - 40), word.start))


def _wishers(parsed: Parsed, text: str, sentence: Sentence) -> Iterator[tuple[Word, bool]]:
    """The noun of who wished it, and whether nobody else did."""
    for kind, lead in (("of", r" (?:de |d'|du |des )"), ("by", r"(?: \w+)? par "), ("from", r" (?:de |d'|du |des )")):
        for match in _words(kind).finditer(text, sentence.start, sentence.end):
            behind = re.compile(lead).match(text, match.end())
            if behind and (word := _noun(parsed, behind.end(), sentence)):
                yield word, False
    for match in _words("asks").finditer(text, sentence.start, sentence.end):
        at = parsed.at(match.start(), match.end())
        cleft = _CLEFT.search(text, sentence.start, match.start())
        if cleft:
            subject = _noun(parsed, cleft.end(), sentence)
        else:
            near = parsed.words[max(sentence.first, at[0] - _BEFORE) : at[0]] if at else ()
            subject = next((w for w in near if w.pos in ("NOUN", "PROPN") and w.dep.startswith(("nsubj", "root", "ROOT"))), None)
        if subject is not None and plain(subject.lemma) not in _NOBODY:
            yield subject, bool(cleft)


def _noun(parsed: Parsed, start: int, sentence: Sentence) -> Word | None:
    """The first noun from here on."""
    at = parsed.at(start, start + 1)
    words = parsed.words[at[0] : min(sentence.last, at[0] + _REACH)] if at else ()
    noun = next((w for w in words if w.pos in ("NOUN", "PROPN")), None)
    return noun if noun is not None and plain(noun.lemma) not in _NOBODY else None


def _doing(scene: Scene, word: Word, measure: str, *, alone: bool) -> Doing:
    mention = _mention(scene, word)
    span = Span(scene.report, mention.span.start, mention.span.end) if mention else Span(scene.report, word.start, word.end)
    actor = mention.actor if mention and mention.form in _NAMED else None  # "l'artiste" is told by its noun
    return Doing(
        scene.report,
        _ACT + measure,
        "",
        "",
        None,
        frozenset(),
        word.i,
        actor,
        plain(word.lemma),
        span,
        alone,
        0,
        scene.sources(word.i),
    )


def _mention(scene: Scene, word: Word) -> Mention | None:
    """The party that the noun names, by the longest of its mentions."""
    here = (m for m in scene.desk.readings[scene.report].mentions if m.span.start <= word.start < m.span.end)
    return max(here, key=lambda m: (m.head == word.i, m.span.end - m.span.start, m.id), default=None)


def _measures(text: str, start: int, end: int) -> frozenset[str]:
    return frozenset(name for name, form in _named().items() if form.search(text, start, end))


@cache
def _named() -> dict[str, re.Pattern[str]]:
    rows = read_table("lang/fr/wishes.tsv", COLUMNS)
    return {r["name"]: _form(r.many("words")) for r in rows if r.one_of("kind", KINDS) == "measure"}


@cache
def _words(kind: str) -> re.Pattern[str]:
    return _form(tuple(w for r in read_table("lang/fr/wishes.tsv", COLUMNS) if r["kind"] == kind for w in r.many("words")))


@cache
def _any() -> re.Pattern[str]:
    rows = read_table("lang/fr/wishes.tsv", COLUMNS)
    return _form(tuple(w for r in rows if r["kind"] not in ("measure", "decision") for w in r.many("words")))


def _form(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(map(turn, words), key=len, reverse=True))})(?!\w)")
