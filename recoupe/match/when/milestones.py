"""In which year it was built, last inspected, or had burnt before; in which year he was born or chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.families import kinds
from recoupe.match.acts.idiom import turn
from recoupe.match.asked.asked import Answer, Question, Scene, draft_asked
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.parse.document import Sentence, Word
from recoupe.types import Span

COLUMNS = ("kind", "title", "of", "words", "example")
OF = ("thing", "person")
_YEAR = re.compile(
    r"\b(?:en|depuis|de|à|dès|courant|fin|début) (?P<year>(?:19|20)\d\d)\b(?! (?:euros|personnes|mètres))"
    r"|\bl'année (?P<of>(?:19|20)\d\d)\b"
)
_DATING = frozenset("remonter dater effectuer réaliser mener faire achever terminer dérouler tenir intervenir".split())
_NEAR = 90  # letters between a year and what is told of it
_LOOSELY = re.compile(r"(?:vers|autour d|aux alentours d|environ|années|entre|avant|après)[^,;.]{0,12}$")
# Another one's year, or one of several.
_OTHER = re.compile(r"(?i)\b(?:autres?|voisine?s?|second|seconde|deuxième|semblable|similaires?|\w+ fois|à \w+ reprises)\b")
_AGO = re.compile(r"(?i)\bil y a\b")


def draft_milestones(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each thing or person to which two reports give two years of one kind."""
    return draft_asked(desk, drafts, Question(find_milestones, lambda a: ("date", _rows()[a.question][0])))


def find_milestones(scene: Scene) -> Iterator[Answer]:
    """The years that a report gives to what is told of a kind, in text order."""
    text = scene.text
    for sentence in scene.parsed.sentences:
        for match in _YEAR.finditer(text, sentence.start, sentence.end):
            if _LOOSELY.search(text, max(sentence.start, match.start() - 20), match.start()):
                continue
            group = "year" if match["year"] else "of"
            for kind, found in _told(text, sentence, match):
                if _is_parted(scene, found, match):
                    continue
                yield from _answers(scene, sentence, kind, found, Span(scene.report, match.start(group), match.end(group)))


def _told(text: str, sentence: Sentence, year: re.Match[str]) -> Iterator[tuple[str, re.Match[str]]]:
    """The kinds of what is told beside a year: the nearest word of each, in its clause."""
    start, end = max(sentence.start, year.start() - _NEAR), min(sentence.end, year.end() + _NEAR)
    near = [
        (max(0, year.start() - m.end(), m.start() - year.end()), kind, m)
        for kind, (_, _, form) in _rows().items()
        for m in form.finditer(text, start, end)
        if not re.search(r"[;:]", text[min(m.end(), year.end()) : max(m.start(), year.start())])
    ]
    if near:
        _, kind, match = min(near, key=lambda n: (n[0], n[1]))
        yield kind, match


def _is_parted(scene: Scene, told: re.Match[str], year: re.Match[str]) -> bool:
    """Does another verb stand between the two: "bâti sur une faille signalée dès 1998"? Then the year is that verb's."""
    between = scene.parsed.at(min(told.end(), year.end()), max(told.start(), year.start()))
    verbs = (scene.parsed.words[i] for i in between)
    return any(w.pos == "VERB" and w.lemma not in _DATING for w in verbs)


def _answers(scene: Scene, sentence: Sentence, kind: str, match: re.Match[str], year: Span) -> Iterator[Answer]:
    at = scene.parsed.at(year.start, year.end)
    words = scene.parsed.words[sentence.first : sentence.last]
    if any(w.lower in ("il", "elle", "ils", "elles") for w in words):  # of what the sentence before tells
        words = scene.parsed.words[scene.parsed.sentences[max(0, words[0].sent - 1)].first : sentence.last]
    of = _persons(scene, sentence) if _rows()[kind][1] == "person" else _things(words)
    other = _OTHER.search(scene.parsed.text, sentence.start, sentence.end)
    if not at or scene.desk.is_furniture(year) or not of or other:
        return
    value = scene.parsed.text[year.start : year.end]
    yield Answer(
        kind, value, year, of, scene.sources(at[0]), firm=not _AGO.search(scene.parsed.text, sentence.start, sentence.end)
    )


def _things(words: Sequence[Word]) -> frozenset[str]:
    """The nouns and names of a sentence, and the kinds of things that they are."""
    nouns = [plain(w.lemma) for w in words if w.pos in ("NOUN", "PROPN") and len(w.lemma) > 3 and w.text.isalpha()]
    telling = frozenset(nouns) - news_words() - function_words()
    return telling | frozenset(k for k in kinds(telling) if k[0] != "@")


def _persons(scene: Scene, sentence: Sentence) -> frozenset[str]:
    mentions = scene.desk.readings[scene.report].mentions
    return scene.named(m.actor for m in mentions if sentence.start <= m.span.start < sentence.end)


@cache
def _rows() -> Mapping[str, tuple[str, str, re.Pattern[str]]]:
    """Each kind with its title, whether it is of a thing or a person, and the words that tell it."""
    return {
        r["kind"]: (r["title"], r.one_of("of", OF), re.compile(rf"(?<![\w-])(?:{'|'.join(map(turn, r.many('words')))})(?!\w)"))
        for r in read_table("lang/fr/milestones.tsv", COLUMNS)
    }
