"""On which day was what one affair has once: "avait décollé … le 15 février" here, "le lancement, le 14 février" there.

The day must hang on the word of the act itself, a verb in the past or a definite noun, and both must be of one party or thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from recoupe.find.done.moods import is_negated
from recoupe.find.times.tense import tense_at
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.families import kinds
from recoupe.match.asked.asked import Answer, Question, Scene, draft_asked
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.parse.document import Parsed, Word
from recoupe.types import Span, When

COLUMNS = ("act", "words", "who", "example")
WHO = ("person", "thing", "one")
_CLIMB = 4  # words up the tree from a day to its act
_BEFALLS = frozenset(
    "avoir produire survenir intervenir dater remonter débuter commencer dérouler tenir installer établir monter".split()
)
_OTHER = frozenset("un une autre second seconde deuxième troisième nouveau nouvelle premier première précédent dernier".split())
_PLURALS = frozenset("obsèques funérailles noces".split())  # of one thing
_WEEK = 7
_MOST = 12  # days between two tellings of one act
_NAMED = re.compile(
    r"(?i)\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|avant-hier|aujourd['’]hui)\b"
    r"|\b\d{1,2}(?:er)? [a-zéû]{3,}|\bc(?:e|et|ette) (?:matin|midi|après-midi|soir)\b"
)
_DATE = re.compile(r"le (?:\w+ )?\d{1,2}(?:er)? [a-zéû]{3,}")
_PHRASE = re.compile(r"(?:^|[,;:.(«]\s?|\s[–—]\s)(?P<phrase>[^,;:.()«»–—]+), $")
_CLOSED = re.compile(r"\s?[,.;:)]")
_LATE = re.compile(r"(?i)\b(?:nuit|soir|soirée|minuit)\b")
_ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "nmod", "appos")


def draft_onetimes(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each act to which two reports give two days."""
    return draft_asked(desk, drafts, Question(find_days, lambda _: ("date", "Date"), _excludes, told=lambda _, a: a.value))


def find_days(scene: Scene) -> Iterator[Answer]:
    """The days that a report gives to acts of the table, in text order."""
    parsed, unsure = scene.parsed, scene.desk.is_day_unsure(scene.report)
    for when in scene.desk.readings[scene.report].whens:
        if when.span is None or not (day := _day(when)) or unsure and not scene.desk.has_date(when):
            continue
        words = parsed.at(when.span.start, when.span.end)
        if not words or not _NAMED.search(parsed.text, when.span.start, when.span.end) or scene.desk.is_furniture(when.span):
            continue
        act = _apposed_to(scene, words, day) or _beside(parsed, words)
        if act is None or not _is_told(parsed, act, words[0]) or _is_another(parsed, act):
            continue
        sentence = parsed.sentence_of(words[0])
        for name in act_names(plain(act.lemma)):
            of = _whose(scene, act)
            if _who()[name] == "one":
                of = frozenset()
            elif _who()[name] == "person" and not of:
                continue
            firm = scene.is_firm(sentence, act.i)
            value = parsed.text[when.span.start : when.span.end]
            span = Span(scene.report, min(act.start, when.span.start), max(act.end, when.span.end))
            number = float(day.toordinal())
            yield Answer(name, " ".join(value.split()), span, of, scene.sources(words[0]), firm, number, number)


def _day(when: When) -> date | None:
    """The one day that the words name."""
    if not when.earliest or not when.latest or when.earliest[:10] != when.latest[:10] or when.duration or when.flags:
        return None
    try:
        return date.fromisoformat(when.earliest[:10])
    except ValueError:  # a year that the calendar of the program does not know
        return None


def _act_above(parsed: Parsed, words: range) -> Word | None:
    """The act on which a day hangs: the nearest word above it, or the subject of a mere "a eu lieu"."""
    top = next((parsed.words[i] for i in words if parsed.words[i].head not in words), None)
    if top is None:
        return None
    word = parsed.words[top.head]
    for _ in range(_CLIMB):
        if act_names(plain(word.lemma)):
            return word
        if word.pos in ("VERB", "AUX"):
            subjects = parsed.kids(word.i, "nsubj", "nsubj:pass")
            told = word.lemma.lower() in _BEFALLS
            return next((s for s in subjects if act_names(plain(s.lemma))), None) if told else None
        if word.head == word.i:
            return None
        word = parsed.words[word.head]
    return None


def _apposed_to(scene: Scene, words: range, day: date) -> Word | None:
    """ "Depuis son départ de Sète, le 9 mai, …": the noun that begins the phrase before the comma."""
    parsed = scene.parsed
    sentence = parsed.sentence_of(words[0])
    start, end = parsed.words[words[0]].start, parsed.words[words[-1]].end
    match = _PHRASE.search(parsed.text[sentence.start : start])
    published = scene.desk.published(scene.report)
    if not match or not _DATE.match(parsed.text, start) or not _CLOSED.match(parsed.text, end):
        return None
    if published and published.earliest and published.earliest[:10] == day.isoformat():
        return None
    held = parsed.at(sentence.start + match.start("phrase"), sentence.start + match.end("phrase"))
    nouns = [parsed.words[i] for i in held if parsed.words[i].pos == "NOUN"]
    return nouns[0] if nouns and act_names(plain(nouns[0].lemma)) else None


def _beside(parsed: Parsed, words: range) -> Word | None:
    """The act above a day, a noun only where no more than a comma stands between: else the day may be that of the clause."""
    before = [w for w in parsed.words[max(0, words[0] - 3) : words[0]] if w.pos not in ("ADP", "DET") and w.text != ","]
    if before and before[-1].pos == "NOUN" and act_names(plain(before[-1].lemma)):
        return before[-1]  # wherever the parser hung the day
    act = _act_above(parsed, words)
    between = parsed.text[act.end : parsed.words[words[0]].start] if act else ""
    return None if act and act.pos == "NOUN" and "," in between and between.strip() != "," else act


def _is_told(parsed: Parsed, act: Word, when: int) -> bool:
    """Is the act told as past and done, and not as one of several?"""
    if any(plain(k.lower) in _OTHER or k.lower in _OTHER for k in parsed.kids(act.i, "det", "amod") if k.i < act.i):
        return False
    if act.pos == "VERB":
        return tense_at(parsed, when) == "past" and not is_negated(parsed, act.i)
    verb = next((a for a in parsed.ancestors(act.i) if a.pos in ("VERB", "AUX")), None)
    ahead = verb is not None and tense_at(parsed, verb.i) == "future"
    denied = verb is not None and verb.lemma.lower() in _BEFALLS and is_negated(parsed, verb.i)
    one = act.feat("Number") != "Plur" or act.lower in _PLURALS
    return act.pos == "NOUN" and one and not ahead and not denied


def _whose(scene: Scene, act: Word) -> frozenset[str]:
    """Who or what takes part, as the actor it is, or as a kind of thing."""
    parsed = scene.parsed
    heads = {k.i: k for k in parsed.kids(act.i, *_ARGUMENTS) if k.pos in ("NOUN", "PROPN", "PRON")}
    told = (m.actor for m in scene.desk.readings[scene.report].mentions if m.head in heads)
    actors = frozenset(a for a in told if a in scene.desk.actors and scene.desk.actors[a].kind in ("person", "organisation"))
    told_of = [k for k in heads.values() if k.pos == "NOUN" and not act_names(plain(k.lemma))]
    nouns = [plain(k.lemma) for k in told_of]
    found = actors or frozenset(k for k in kinds(nouns) if k[0] != "@") or frozenset("=" + n for n in nouns)
    return frozenset(k + "+" for k in found) if any(k.feat("Number") == "Plur" for k in told_of) else found


def _is_another(parsed: Parsed, act: Word) -> bool:
    """Does it befall one of several: "un sixième salarié", "l'autre suspect"?"""
    heads = parsed.kids(act.i, *_ARGUMENTS)
    beside = (plain(k.lemma) for h in heads for k in parsed.kids(h.i, "amod", "det"))
    return any(k.endswith("ieme") or k in ("autre", "second", "dernier") for k in beside)


def _excludes(a: Answer, b: Answer) -> bool:
    """Two days, near enough to be of one happening."""
    apart = abs(a.low - b.low)
    if apart % _WEEK == 0 and not all(any(c.isdigit() for c in x.value) for x in (a, b)):
        return False  # "mercredi" and "le 12 mars", a Wednesday: of which week is not told
    return 1 <= apart <= _MOST and not (apart == 1 and any(_LATE.search(x.value) for x in (a, b)))


@cache
def act_names(lemma: str) -> tuple[str, ...]:
    """The acts of the table that a plain lemma may tell."""
    return _by_word().get(lemma, ())


@cache
def _by_word() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_table("lang/fr/onetime.tsv", COLUMNS):
        for word in row.many("words"):
            found[plain(word)].append(row["act"])
    return {word: tuple(names) for word, names in found.items()}


@cache
def _who() -> Mapping[str, str]:
    return {row["act"]: row.one_of("who", WHO) for row in read_table("lang/fr/onetime.tsv", COLUMNS)}
