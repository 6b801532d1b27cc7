"""Words in plain form, and which of them say nothing about what a report is about."""

from __future__ import annotations

from functools import cache, lru_cache

from anyascii import anyascii

from recoupe.lang.tables import read_table


def plain(text: str) -> str:
    """Lower case ASCII: "Été" -> "ete"."""
    return text.lower() if text.isascii() else _ascii(text)


@lru_cache(maxsize=1 << 16)  # words come back all the time; longer texts pass through
def _ascii(text: str) -> str:
    return text.translate(_letters()).lower()


class _Letters(dict[int, str]):
    """The ASCII of every character that was met."""

    def __missing__(self, code: int) -> str:
        found = self[code] = anyascii(chr(code))
        return found


@cache
def _letters() -> _Letters:
    return _Letters()


@cache
def function_words() -> frozenset[str]:
    """French words of grammar, in plain form."""
    return _words("lang/fr/function_words.tsv")


@cache
def news_words() -> frozenset[str]:
    """Lemmas that any news report may hold ("dire", "président", "mardi"): they tie no two reports."""
    return _words("lang/fr/news_words.tsv")


def _words(table: str) -> frozenset[str]:
    return frozenset(plain(word) for row in read_table(table, ("words", "example")) for word in row.many("words"))
