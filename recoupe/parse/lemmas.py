"""The dictionary form of a French word, from the lemma tables that come with the model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

_BY_RULE = ("noun", "verb", "adj", "adp", "adv", "aux", "cconj", "det", "pron", "punct", "sconj")


class Lemmas:
    """Looks words up as spaCy's French lemmatizer does: known lemma, exception, ending rule, plain list, the word itself.

    Read from the tables directly because spaCy takes 2 s to wrap them, and searches its word list from end to end.
    `key` is the number by which the tables are keyed.
    """

    def __init__(self, tables: Mapping[str, Mapping[int, Any]], key: Callable[[str], int]) -> None:
        self._key = key
        self._plain = tables["lemma_lookup"]
        self._known = {pos: frozenset(tables["lemma_index"].get(key(pos), ())) for pos in _BY_RULE}
        self._exceptions = {pos: tables["lemma_exc"].get(key(pos), {}) for pos in _BY_RULE}
        self._rules = {pos: tables["lemma_rules"].get(key(pos), ()) for pos in _BY_RULE}
        self._cache: dict[tuple[str, str], str] = {}

    def lemma(self, word: str, upos: str) -> str:
        """The lemma of a word form with this part of speech (UPOS)."""
        found = self._cache.get((word, upos))
        if found is None:
            found = self._cache[word, upos] = self._find(word, upos.lower())
        return found

    def _find(self, word: str, pos: str) -> str:
        if pos not in _BY_RULE:
            return str(self._plain.get(self._key(word), (word,))[0])
        word = word.lower()
        if word in self._known[pos]:
            return word
        if exceptions := self._exceptions[pos].get(word):
            return str(exceptions[0])
        return self._by_rule(word, pos) or str(self._plain.get(self._key(word), (word,))[0])

    def _by_rule(self, word: str, pos: str) -> str | None:
        """The first ending rule that gives a known word, else the first that gives any."""
        unknown = None
        for old, new in self._rules[pos]:
            if word.endswith(old) and (form := word[: len(word) - len(old)] + new):
                if form in self._known[pos] or not form.isalpha():
                    return str(form)
                unknown = unknown or str(form)
        return unknown
