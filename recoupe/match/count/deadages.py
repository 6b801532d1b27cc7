"""How old the one dead of an affair was: "s'est éteinte à 78 ans", "elle avait 74 ans quand la mort l'a emportée".

Each report may call the dead by a name, a pronoun or a noun of its own; one that tells of several dead answers nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.match.asked.asked import Answer, Scene
from recoupe.match.asked.meantby import is_of_kin, subject_of
from recoupe.match.count.ages import bearer
from recoupe.parse.document import Sentence
from recoupe.types import Figure

_DIES = re.compile(
    r"(?:est|était|fut) (?:mort|décédé)e?\b|s'(?:est|était) (?:éteint|noyé|tué|écrasé)e?\b|n'a(?:vait)? pas survécu|"
    r"(?:a|avait) (?:\w+ ){0,2}?(?:été (?:\w+ )?(?:tué|abattu)|trouvé la mort|perdu la vie|succombé|péri|rendu l'âme)|"
    r"(?:l'a|l'avait) emportée?|(?:retrouvé|découvert)e? (?:mort|sans vie)e?|meurt\b|décède\b|s'éteint\b"
)
_AT = re.compile(r"\b(?:mort|décédé|éteint|disparu|emporté)e?\b[^.;:«»]{0,50}? (?:à|à l'âge de|à l'âge respectable de) $")
_AGED = re.compile(r"\b(?:(?:avait|âgée? de|aurait eu|fêté ses|soufflé ses)|(?:une?|le|la|cet?|cette) (?:jeune )?[\w-]+ de) $")
_MANY = re.compile(
    r"\b(?:victimes|morts\b(?! de)|tués|tuées|décès|défunts|noyés|noyées|cadavres|corps sans vie|sont morte?s|ont péri|"
    r"ont (?:succombé|perdu|trouvé|laissé|été tué))"
)
_HAD = re.compile(r"(?<!n')\b(?:avait(?: fêté ses| soufflé ses)?|était âgée? de) $")
_ONCE = re.compile(r"\b(?:quand|lorsqu|à l'époque|alors|depuis|déjà|seulement|en (?:19|20)\d\d)\b|lorsqu")
_MOURNED = re.compile(
    r"\b(?:est (?:mort|décédé)e?|s'est (?:éteint|noyé|tué)e?|obsèques|funérailles|marche blanche|n'est plus|inhumée?|enterrée?|"
    r"a été (?:tué|abattu|assassiné|poignardé|inhumé)e?|retrouvée? (?:morte?|sans vie)|a succombé)\b"
)
_NEAR = 70  # letters before an age, or behind it, in which the death is told
_LEAST, _MOST = 1, 120


def is_of_many(scene: Scene) -> bool:
    """Does the report tell of several dead?"""
    return bool(_MANY.search(scene.text))


def dead_ages(scene: Scene) -> Iterator[Answer]:
    """The ages that a report gives to the one who died."""
    if is_of_many(scene):
        return
    dead = frozenset(a for sentence in scene.parsed.sentences for a in _dead_in(scene, sentence))
    for figure in scene.desk.readings[scene.report].figures:
        if figure.unit in ("âge", "an") and figure.bound == "exact" and figure.low and figure.low == figure.high:
            if _LEAST <= figure.low <= _MOST and (answer := _answer(scene, figure, dead)):
                yield answer


def _answer(scene: Scene, figure: Figure, dead: frozenset[str]) -> Answer | None:
    words = scene.parsed.at(figure.span.start, figure.span.end)
    if not words or scene.desk.is_furniture(figure.span):
        return None
    sentence = scene.parsed.sentence_of(words[0])
    start, end = figure.span.start, figure.span.end
    found = bearer(scene.desk, figure.span) or next(_actors(scene, words[-1]), None)
    aged = figure.unit == "âge" or bool(_AGED.search(scene.text, max(sentence.start, start - 20), start))
    told = (
        _AT.search(scene.text, max(sentence.start, start - _NEAR), start)
        or aged
        and (_DIES.search(scene.text, end, min(sentence.end, end + _NEAR)) or found is not None and found in dead)
    )
    told = told or _had(scene, sentence, start)
    if not told or is_of_kin(scene.parsed.text, sentence.start, start):
        return None
    of = scene.named((found,)) if found else frozenset[str]()
    return Answer(
        "dead", f"{figure.low:g} ans", figure.span, of, scene.sources(words[0]), low=figure.low or 0, high=figure.low or 0
    )


def _had(scene: Scene, sentence: Sentence, start: int) -> bool:
    """ "Elle avait 84 ans", in the report of a death: that is how old she was then."""
    if not _HAD.search(scene.text, max(sentence.start, start - 20), start) or not _MOURNED.search(scene.text):
        return False
    return not _ONCE.search(scene.text, sentence.start, sentence.end)


def _dead_in(scene: Scene, sentence: Sentence) -> Iterator[str]:
    """The persons who die in a sentence, by its subject."""
    for match in _DIES.finditer(scene.text, sentence.start, sentence.end):
        words = scene.parsed.at(*match.span())
        if words:
            yield from _actors(scene, words[-1])


def _actors(scene: Scene, i: int) -> Iterator[str]:
    """Whom the subject of a word stands for."""
    subject = subject_of(scene, i)
    for mention in scene.desk.readings[scene.report].mentions:
        if subject is not None and mention.span.start <= subject.start < mention.span.end:
            yield mention.actor
