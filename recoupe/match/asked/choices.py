"""Questions of news with few answers: did he give himself up or was he shot, was it claimed, was the house evacuated?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from recoupe.lang.plain import plain
from recoupe.lang.tables import Row, read_table
from recoupe.match.acts.idiom import turn
from recoupe.match.acts.slots import days_between
from recoupe.match.asked.asked import Answer, Question, Scene, draft_asked, scene_of
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.parse.document import Parsed, Sentence, Word
from recoupe.types import SlotVerdict, Span

COLUMNS = ("question", "slot", "way", "hearts", "about", "who", "answer", "turns", "example")
CLASSES = ("name", "words", "example")
WAYS, ABOUT = ("fixed", "moves"), ("person", "thing", "affair")
_PRONOUNS = frozenset(("il", "elle", "l'", "lui", "qui", "celui-ci", "celle-ci", "ce dernier", "cette dernière"))
_NOT = re.compile(r"\b(?:pas|jamais|aucune?|ni|sans|plus|non|personne|nul)\b[^,;.:]{0,16}$")
_APPEAL = re.compile(r"\b(?:en appel|cour d'appel|cassation|requis|requiert|réquisit\w+|encourt)\b")
_YET = re.compile(
    r"\b(?:pour l'heure|pour l'instant|pour le moment|à ce stade|encore|toujours pas|jusqu'(?:ici|à présent)|dans l'immédiat)\b"
)
_FIRST = re.compile(r"[^ *']+(?:'|(?=(\*)))?")
_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|donc|alors|finalement|pourtant|toujours|bien|aussi)(?!\w)"
_BEFORE_DAY = re.compile(rf" (?={_DAY})")  # told in a text by "~": in each turn they would make it ten times as long
_TITLED = re.compile(r"\b(?:M\.|Mme|Mlle|Me) ((?:(?:de |Le |La |Du |De )?[A-ZÀ-Þ][\w’'-]+)(?: [A-ZÀ-Þ][\w’'-]+)?)")
_SHOUT = 4  # words of a line that leaves out of whom it is said
_AT_ONCE = 2  # days between two reports within which what moves cannot go back
_STEM = 4  # letters of a stem by which its turns are looked up
_TRIED = "jugement"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question."""

    question: str
    slot: str
    moves: bool
    hearts: frozenset[str]
    about: str
    who: frozenset[str]
    answer: str
    rung: int
    turns: tuple[str, ...]


def draft_choices(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each question to which two reports of an affair give answers that exclude each other."""
    question = Question(
        lambda scene: find_choices(scene, scene.affair()),
        lambda a: (choices()[a.question][0].slot, a.question.capitalize()),
        told=lambda desk, a: a.value,
        verdict=_verdict,
        word=True,
    )
    return draft_asked(desk, drafts, question)


def find_choices(scene: Scene, heads: frozenset[str]) -> Iterator[Answer]:
    """The answers that a report gives to the questions of the table, those it only speaks of not firm. `heads`: the affair's."""
    text = scene.text
    appeal = bool(_APPEAL.search(text))
    for start, end, row in _found(scene.parsed, text):
        if (row.hearts and not row.hearts & heads) or appeal and row.question == _TRIED:
            continue
        yield from _answer(scene, text, start, end, row)


def _found(parsed: Parsed, text: str) -> list[tuple[int, int, Choice]]:
    """Where the turns of the questions stand; of two of one question that overlap the longer one."""
    found: list[tuple[int, int, Choice]] = []
    text = _BEFORE_DAY.sub("~", text)
    for word in parsed.words:
        for key in dict.fromkeys((word.lower, word.lower[:_STEM] + "*", word.lower[: _STEM - 1] + "*")):
            for row, pattern in _turns().get(key, ()):
                if match := _compiled(pattern).match(text, word.start):
                    found.append((word.start, match.end(), row))
    kept: list[tuple[int, int, Choice]] = []
    for start, end, row in sorted(found, key=lambda f: (f[0] - f[1], f[0])):
        if not any(s < end and start < e and r.question == row.question for s, e, r in kept):
            kept.append((start, end, row))
    return sorted(kept, key=lambda f: f[:2])


def _answer(scene: Scene, text: str, start: int, end: int, row: Choice) -> Iterator[Answer]:
    parsed = scene.parsed
    at = parsed.at(start, end)
    span = Span(scene.report, start, end)
    if not at or scene.desk.is_furniture(span):
        return
    sentence = parsed.sentence_of(at[0])
    of = _of(scene, sentence, at, row)
    denied = bool(_NOT.search(text, max(sentence.start, start - 40), start))
    firm = of is not None and not denied and scene.is_firm(sentence, at[-1])
    yield Answer(row.question, row.answer, span, of or frozenset(), scene.sources(at[-1]), firm)


def _of(scene: Scene, sentence: Sentence, at: range, row: Choice) -> frozenset[str] | None:
    """Whom or what it is said of: one person, one thing; empty where the affair has one, None where it may be of another."""
    if row.about == "affair":
        return frozenset()
    words = scene.parsed.words[sentence.first : sentence.last]
    nouns = [w for w in words if w.pos in ("NOUN", "ADJ", "PROPN", "PRON") and row.who & {plain(w.lemma), w.lower}]
    if row.about == "thing":
        return frozenset("=" + plain(w.lemma) for w in nouns) or None
    persons = _persons(scene, words)
    number = words[0].sent
    if len(words) <= _SHOUT and not persons and number + 1 < len(scene.parsed.sentences):  # "Relaxé !"
        follows = scene.parsed.sentences[number + 1]
        persons = _persons(scene, scene.parsed.words[follows.first : follows.last])
    if len(persons) > 1 or any(_is_several(w) for w in words if at[0] <= w.i <= at[-1]):
        return None
    if persons:
        return persons
    before = scene.parsed.words[scene.parsed.sentences[max(0, words[0].sent - 2)].first : sentence.first]
    if any(w.lower in _PRONOUNS for w in words):
        nouns = nouns or [w for w in before if w.pos == "NOUN" and plain(w.lemma) in row.who]
    return frozenset() if nouns and not any(w.feat("Number") == "Plur" for w in nouns) else None


def _is_several(word: Word) -> bool:
    """ "Ont été retrouvés": several."""
    participle = word.feat("VerbForm") == "Part" or word.lower.endswith(("és", "ées"))
    return participle and word.pos in ("VERB", "ADJ") and word.feat("Number") == "Plur"


def _persons(scene: Scene, words: Sequence[Word]) -> frozenset[str]:
    """The persons that a sentence names or takes up by a pronoun, but for those on whose word it is told."""
    desk, first, last = scene.desk, words[0].start, words[-1].end
    here = [m for m in desk.readings[scene.report].mentions if first <= m.span.start < last and m.form != "possessive"]
    speakers = {s for w in words for s in scene.sources(w.i)}
    told = [m for m in here if m.actor not in speakers] or here  # "il a reconnu les faits": the speaker himself
    known = [m.actor for m in told if m.actor in desk.actors]
    for titled in _TITLED.finditer(scene.parsed.text, first, last) if not known else ():
        known += [a.id for a in desk.actors.values() if a.name.endswith(" " + titled[1])]
    return scene.named(known)


def _verdict(desk: Desk, group: Sequence[Answer]) -> SlotVerdict | None:
    """Contradicted; of what moves updated where the later report tells a later answer; None where it may be another time."""
    rungs = {row.answer: row.rung for row in choices()[group[0].question]}
    days = [desk.published(a.span.report) for a in group]
    known = [d for d in days if d and d.earliest and d.latest]
    first = choices()[group[0].question][0]
    apart = max((days_between(known[0], d) for d in known), default=0)
    if not first.moves:
        return _of_fixed(desk, group, {row.answer for row in choices()[group[0].question] if row.moves})
    steps = [rungs[a.value] for a in group]
    grows = all(x <= y for x, y in pairwise(steps))
    if len(known) == len(group) and apart and grows:
        return "updated"
    if apart > _AT_ONCE:
        return None  # jailed, and months later free again
    return None if _open_yet(desk, group) else "contradicted"


def _of_fixed(desk: Desk, group: Sequence[Answer], moving: set[str]) -> SlotVerdict:
    """Contradicted; updated where each earlier report has what may still move ("en fuite") and each later one what ended it."""
    days = [(desk.order[a.span.report][0], a.value in moving) for a in group]
    before, after = ([day for day, moves in days if moves is m] for m in (True, False))
    return "updated" if before and after and "" not in before and max(before) < min(after) else "contradicted"


def _open_yet(desk: Desk, group: Sequence[Answer]) -> bool:
    """Does a report say that it may still change?"""
    for answer in group:
        scene = scene_of(desk, answer.span.report)
        sentence = scene.parsed.sentence_of(scene.parsed.at(answer.span.start, answer.span.end)[0])
        if _YET.search(scene.text, sentence.start, sentence.end):
            return True
    return False


@cache
def choices() -> dict[str, tuple[Choice, ...]]:
    """The answers of each question, in the order in which the one may follow the other."""
    found: dict[str, list[Choice]] = defaultdict(list)
    for row in read_table("lang/fr/asked.tsv", COLUMNS):
        rows = found[row["question"]]
        rows.append(
            Choice(
                row["question"],
                row["slot"],
                row.one_of("way", WAYS) == "moves",
                _words(row, "hearts"),
                row.one_of("about", ABOUT),
                frozenset(map(plain, _words(row, "who"))),
                row["answer"],
                len(rows),
                row.many("turns"),
            )
        )
    return {question: tuple(rows) for question, rows in found.items()}


def _words(row: Row, column: str) -> frozenset[str]:
    """The words of a cell, and those of each class ("@culprit") that it names."""
    found: set[str] = set()
    for word in row.many(column):
        found.update(_classes()[word[1:]] if word.startswith("@") else (word,))
    return frozenset(found)


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    return {row["name"]: row.many("words") for row in read_table("lang/fr/asked_of.tsv", CLASSES)}


@cache
def _turns() -> dict[str, tuple[tuple[Choice, str], ...]]:
    """By the first word of the turns, or its stem: the answers and how they are told."""
    found: dict[str, list[tuple[Choice, str]]] = defaultdict(list)
    for choice in (row for rows in choices().values() for row in rows):
        forms: dict[str, list[str]] = defaultdict(list)
        for words in choice.turns:
            first = _FIRST.match(words)
            key = first[0][:_STEM] + "*" if first and first[1] else first[0] if first else words
            forms[key].append(_form(words))
        for key, told in forms.items():
            found[key].append((choice, rf"(?:{'|'.join(sorted(told, key=len, reverse=True))})(?!\w)"))
    return {key: tuple(rows) for key, rows in found.items()}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when a report first holds its first word: all of them at once would cost half a second of a cold start."""
    return re.compile(pattern)


def _form(words: str) -> str:
    """As `turn`, for a text marked by `_BEFORE_DAY`; a day may stand between two words, an elided article behind those of "…"."""
    parts = (_BEFORE_DAY.sub(r"(?:~\\w+)??~", turn(part)).replace(" ", r"(?:~\w+)? ") for part in words.split(" … "))
    return r"(?:[ ~][\w'-]+){0,3}[ ~](?:[ldnsjm]')?".join(parts)
