"""Mends what the parser is known to break, on plain words: moods, lemmas, lost verbs, subjects, title and name.

Each repair is a fact of French that the model gets wrong often enough to cost speakers; none looks at a single sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.parse.auxiliaries import free_participle
from recoupe.parse.complements import raise_said_clause
from recoupe.parse.document import Sentence, Word
from recoupe.parse.morphology import correct_mood
from recoupe.parse.subjects import (
    claim_pair_after_stop,
    free_bare_coordination,
    join_title_and_name,
    name_the_opener,
    turn_inverted_subject,
)
from recoupe.parse.tags import correct_case, correct_lemma, correct_tag
from recoupe.parse.verbs import find_lost_verb, raise_finite_modifier


def repair(words: list[Word], sentences: Sequence[Sentence]) -> None:
    """Correct words in place, sentence by sentence."""
    for word in words:
        correct_mood(word)
        correct_tag(word, words)
        correct_lemma(word)
        correct_case(word, words)
    for sentence in sentences:
        find_lost_verb(words, sentence)
        free_participle(words, sentence)
        raise_finite_modifier(words, sentence)
        name_the_opener(words, sentence)
        free_bare_coordination(words, sentence)
        claim_pair_after_stop(words, sentence)
        join_title_and_name(words, sentence)
        turn_inverted_subject(words, sentence)
        raise_said_clause(words, sentence)
