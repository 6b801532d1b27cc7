"""At what time of day it befell: "vers 14 heures" in one report, "à l'aube", "en pleine nuit" in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from recoupe.find.done.wordforms import TIME_NOUNS
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.hearts import kinds_of
from recoupe.match.acts.idiom import turn
from recoupe.match.asked.asked import Answer, Question, Scene, draft_asked, scene_of
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.match.when.dayparts import COLUMNS, bounds, parts
from recoupe.match.when.hours import HOUR, LOOSELY, ZONE, minutes_of
from recoupe.parse.document import Sentence
from recoupe.types import Span

_DAY = 1440
_EXACT, _ROUGH, _CALL = 5, 30, 75  # minutes: around an hour, around "vers", before a call for help
_GAP = 60  # minutes that must lie between two times that exclude each other
_FAR = 180  # minutes within which two hours must be of one thing by name
_SHORT = 25  # minutes between two hours both told exactly
_QUESTION = "onset"
_AT = re.compile(
    r"(?:\b(?:à|a|vers|dès|il (?:est|était)|sur le coup de|peu (?:après|avant)|aux? alentours d[e']|autour d[e']|environ) ?"
    r"|[.!?\n«–—•-] ?)$"
)
_DAY_NAMED = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|aujourd'hui|veille|lendemain)\b"
    r"|\bc(?:e|et|ette) (?:matin|midi|après-midi|soir|nuit)\b|\b\d{1,2}(?:er)? [a-zéû]{3,}"
)
_SOME_DAY = frozenset(("?",))  # a day is named that cannot be told
_BARE = 12  # letters of a line that is but an hour
_ENTRY = re.compile(r"(?:^|\n)[^\w\n]*$")  # the hour of an entry of a live page


def draft_onsets(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each happening that two reports put at times of day that exclude each other."""
    question = Question(
        lambda scene: find_onsets(scene) if scene.affair() else (),
        lambda _: ("time", "Heure"),
        lambda a, b: _excludes(desk, a, b),
        told=lambda desk, a: " ".join(desk.text(a.span).split()).lower(),
    )
    return draft_asked(desk, drafts, question)


def find_onsets(scene: Scene) -> Iterator[Answer]:
    """The times of day at which a report says that what it is about began or befell, in text order."""
    text = scene.text
    for sentence in scene.parsed.sentences:
        inside = (sentence.start, sentence.end)
        if not (parts().search(text, *inside) or HOUR.search(text, *inside)):
            continue
        for span, low, high in _times(scene, text, sentence):
            role = _role(scene, text, sentence, span)
            at = scene.parsed.at(span.start, span.end)
            if role and at and not scene.desk.is_furniture(span):
                firm = scene.is_firm(sentence, at[0]) and role != "other"
                value = scene.parsed.text[span.start : span.end]
                named = _DAY_NAMED.search(text, *inside)
                days = (scene.desk.days_of(scene.report, at[0]) or _SOME_DAY) if named else frozenset[str]()
                early = low - _CALL if role == "alert" else low
                yield Answer(_QUESTION, value, span, days, scene.sources(at[0]), firm, early, high)


def _times(scene: Scene, text: str, sentence: Sentence) -> Iterator[tuple[Span, int, int]]:
    """The hours and parts of the day in a sentence, with the first and last minute that they may mean."""
    for match in parts().finditer(text, sentence.start, sentence.end):
        low, high = bounds()[match[0]]
        yield Span(scene.report, match.start(), match.end()), low, high
    for match in HOUR.finditer(text, sentence.start, sentence.end):
        minutes, lead = minutes_of(match), text[max(0, match.start() - 24) : match.start()]
        if minutes < 0 or not _AT.search(lead) or ZONE.match(text, match.end()) or _ENTRY.search(lead) and _stamps(scene, text):
            continue
        if re.match(r" (?:du soir|de l'après-midi)", text[match.end() :]) and minutes < 720:
            minutes += 720
        loose = _ROUGH if LOOSELY.search(lead) else _EXACT
        yield Span(scene.report, match.start(), match.end()), minutes - loose, minutes + loose


def _stamps(scene: Scene, text: str) -> bool:
    """Is it a live page, where each entry has its hour?"""
    return sum(bool(_ENTRY.search(text[: m.start()][-12:])) for m in HOUR.finditer(text)) > 1


def _role(scene: Scene, text: str, sentence: Sentence, span: Span) -> str:
    """What the time is of: the happening itself, the call for help, or another moment; "" where that is not told."""
    number = _number(scene, sentence)
    follows = sentence.end - sentence.start <= _BARE and number + 1 < len(scene.parsed.sentences)
    inside = (sentence.start, scene.parsed.sentences[number + follows].end)
    if _words("other").search(text, *inside):
        return "other"
    if _words("alert").search(text, *inside):
        return "alert"
    told = (e for e in scene.desk.by_sentence.get((scene.report, number), ()) if not e.slots.nominal)
    if _words("begin").search(text, *inside) or any(scene.heads & frozenset(kinds_of(e)) for e in told):
        return "begin"
    return ""


def _number(scene: Scene, sentence: Sentence) -> int:
    return scene.parsed.words[sentence.first].sent


def _excludes(desk: Desk, a: Answer, b: Answer) -> bool:
    """Two times of day with an hour between them, of one day where both name one, and of one kind of happening."""
    left, right = (scene_of(desk, x.span.report).heads for x in (a, b))
    if a.span.report != b.span.report and left and right and not left & right:
        return False
    if a.of and b.of and not a.of & b.of:
        return False
    clocks = bool(HOUR.match(a.value) and HOUR.match(b.value))
    apart = min(abs(a.low - b.low + turn_) for turn_ in (-_DAY, 0, _DAY))
    if clocks and apart < _FAR and not _nouns(desk, a) & _nouns(desk, b):
        return False  # a roof gave way at four, a bridge at six
    gap = _SHORT if a.high - a.low == b.high - b.low == 2 * _EXACT else _GAP
    return all(a.low + turn_ > b.high + gap or b.low > a.high + turn_ + gap for turn_ in (-_DAY, 0, _DAY))


def _nouns(desk: Desk, answer: Answer) -> frozenset[str]:
    """The nouns of the sentence that tells a time."""
    parsed = desk.readings[answer.span.report].parsed
    sentence = parsed.sentence_of(parsed.at(answer.span.start, answer.span.end)[0])
    held = (w for w in parsed.words[sentence.first : sentence.last] if w.pos == "NOUN" and w.lemma not in TIME_NOUNS)
    return frozenset(plain(w.lemma) for w in held)


@cache
def _words(kind: str) -> re.Pattern[str]:
    rows = read_table("lang/fr/dayparts.tsv", COLUMNS)
    forms = sorted((turn(w) for r in rows if r["kind"] == kind for w in r.many("words")), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?!\w)")
