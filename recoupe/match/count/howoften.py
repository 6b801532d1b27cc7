"""How often: "a-t-il martelé à cinq reprises" in one report, "criait trois fois" in another, of one person and one act.

"Plusieurs fois" and "à de nombreuses reprises" say no number; "trois fois plus" and "trois fois champion" say something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from recoupe.find.done.moods import is_negated
from recoupe.lang.cues import verb_cues
from recoupe.lang.numbers import cardinals
from recoupe.lang.plain import plain
from recoupe.match.acts.families import act_words, word_families
from recoupe.match.asked.asked import Answer, Question, Scene, draft_asked
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.parse.document import Sentence, Word
from recoupe.types import Span

_NUMBERS = cardinals(1, 20) | {"trente": 30, "quarante": 40, "cinquante": 50, "cent": 100, "une": 1}
_N = "|".join(sorted(_NUMBERS, key=lambda w: (-len(w), w)))
_TIMES = re.compile(
    rf"(?i)(?<![\w,-])(?:à (?P<r>{_N}|\d{{1,3}}) reprises"
    rf"|(?P<n>{_N}|\d{{1,3}}) fois"
    r"(?! (?:plus|moins|par|sur|champion\w*|vainqueur|le |la |les |l['’]|son |sa |ses |supérieur|que\b|de\b)))(?!\w)"
)
_NO_COUNT = re.compile(
    r"(?i)(?:\b(?:encore|la|les|chaque|d['’]autres|au moins|moins|plus|quelque|environ|ou|pour la) (?:de |d['’])?)$"
)
_SAYING = frozenset("martelé scander crier hurler clamer marteler répéter lancer asséner redire dire".split())
_QUOTE = re.compile(r"[«“\"](?P<words>[^»”\"]{8,200})[»”\"]")
_NOUN = re.compile(r"(?i)(?<= )(?:fois|reprises)(?!\w)")
_LENGTH = 24  # letters before "fois" in which its number may stand
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LIGHT = frozenset("être avoir faire pouvoir devoir voir venir prendre mettre passer donner".split())


def draft_times(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each act of a person that two reports count differently."""
    question = Question(find_times_of, lambda _: ("figure", "Nombre de fois"), _excludes, told=lambda _, a: a.value)
    return draft_asked(desk, drafts, question)


def _excludes(a: Answer, b: Answer) -> bool:
    """Two counts, of one year where both name one."""
    return a.value != b.value and not (a.low and b.low and a.low != b.low)


def find_times_of(scene: Scene) -> Iterator[Answer]:
    """How often a report says that somebody did something, in text order."""
    parsed = scene.parsed
    for noun in _NOUN.finditer(parsed.text):
        match = _TIMES.search(parsed.text, max(0, noun.start() - _LENGTH), noun.end() + _LENGTH)
        if not match or match.end() != noun.end():
            continue
        words = parsed.at(*match.span())
        if not words or _NO_COUNT.search(parsed.text, max(0, match.start() - 14), match.start()):
            continue
        sentence = parsed.sentence_of(words[0])
        verb = next((a for a in parsed.ancestors(words[-1]) if a.pos == "VERB"), None)
        span = Span(scene.report, *match.span())
        if verb is None or is_negated(parsed, verb.i) or scene.desk.is_furniture(span):
            continue
        count = (match["r"] or match["n"]).lower()
        value = f"{int(count) if count.isdigit() else _NUMBERS[count]} fois"
        year = _YEAR.search(parsed.text, sentence.start, sentence.end)
        low = float(year[0]) if year else 0.0
        for key, of in _keys(scene, sentence, verb):
            yield Answer(key, value, span, of, scene.sources(words[0]), scene.is_firm(sentence, words[0]), low)


def _keys(scene: Scene, sentence: Sentence, verb: Word) -> Iterator[tuple[str, frozenset[str]]]:
    """What is counted, and of whom: a saying by its words, another act by its verb or the noun that names it."""
    parsed = scene.parsed
    if plain(verb.lemma) in _sayings():
        quote = _QUOTE.search(parsed.text, sentence.start, sentence.end)
        if quote:
            yield "say", frozenset((" ".join(plain(quote["words"]).strip(" .!?,").split()),))
        return
    mentions = scene.desk.readings[scene.report].mentions
    people = scene.named(m.actor for m in mentions if sentence.start <= m.span.start < sentence.end)
    noun = next((k for k in parsed.kids(verb.i, "obj") if k.pos == "NOUN"), None)
    act = plain(noun.lemma) if noun is not None else plain(verb.lemma) if verb.lemma not in _LIGHT else ""
    if act and people:
        yield from ((name, people) for name in (act, *act_words(act), *word_families(act)))


@cache
def _sayings() -> frozenset[str]:
    return frozenset(plain(lemma) for lemma, _, _ in verb_cues()) | frozenset(map(plain, _SAYING))
