"""Hanging one word on another without harm, and what several repairs ask of a tree."""

from __future__ import annotations

from recoupe.parse.document import Word

TIME_NOUNS = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche an fois mois jour semaine année heure matin soir".split()
)


def attach(words: list[Word], word: Word, head: int, dep: str) -> None:
    """Hang word on head, unless that would close a circle or unseat a root."""
    i = head
    while words[i].head != i:
        if i == word.i:
            return
        i = words[i].head
    if i != word.i:
        word.head, word.dep = head, dep


def has_case(words: list[Word], name: Word) -> bool:
    return any(words[k].head == name.i and words[k].dep in ("case", "mark") for k in range(max(0, name.i - 3), name.i))
