"""What the parser hangs on an auxiliary that a negation parts from its participle: "le maire n'a pas démissionné"."""

from __future__ import annotations

from recoupe.parse.document import Sentence, Word
from recoupe.parse.tree import attach

_NEGATIONS = frozenset(("pas", "plus", "jamais", "guère", "rien", "point", "toujours", "encore", "pourtant", "finalement"))
_OWN = ("aux", "fixed", "flat", "punct")
_AUXILIARIES = frozenset(("avoir", "être"))
_BETWEEN = 4  # words that may part an auxiliary from its participle


def free_participle(words: list[Word], sentence: Sentence) -> None:
    """Subject, objects and the rest of an auxiliary belong to its participle, which is the verb of the clause."""
    for aux in words[sentence.first : sentence.last]:
        if aux.lemma not in _AUXILIARIES or aux.pos not in ("AUX", "VERB"):
            continue
        if not aux.dep.startswith("aux"):
            participle = _lost_participle(words, aux, sentence)
            if participle is None:
                continue
            _lead(words, aux, participle)
        head = words[aux.head]
        aux.pos = "AUX"
        for child in words[sentence.first : sentence.last]:
            if child.head == aux.i and child.i != aux.i and not child.dep.startswith(_OWN):
                attach(words, child, head.i, child.dep)


def _lost_participle(words: list[Word], aux: Word, sentence: Sentence) -> Word | None:
    """The participle behind "n'a pas" that was read as what one has."""
    behind = words[aux.i + 1 : min(aux.i + 1 + _BETWEEN, sentence.last)]
    if aux.lemma != "avoir" or not behind or behind[0].lower not in _NEGATIONS:
        return None
    for word in behind:
        if word.head == aux.i and word.dep in ("xcomp", "obj", "amod") and _is_participle(word):
            return word
        if word.pos != "ADV":
            break
    return None


def _is_participle(word: Word) -> bool:
    """A participle, or an adjective whose lemma is a verb."""
    return (
        word.feat("VerbForm") == "Part"
        or word.pos == "ADJ"
        and word.lemma.endswith(("er", "ir", "re"))
        and word.lower != word.lemma
    )


def _lead(words: list[Word], aux: Word, participle: Word) -> None:
    """Let the participle take the place of its auxiliary."""
    is_root = aux.head == aux.i
    participle.head, participle.dep = (participle.i, aux.dep) if is_root else (aux.head, aux.dep)
    if participle.pos != "VERB":
        participle.pos, participle.morph = "VERB", "Tense=Past|VerbForm=Part"
    aux.pos, aux.head, aux.dep = "AUX", participle.i, "aux:tense"
