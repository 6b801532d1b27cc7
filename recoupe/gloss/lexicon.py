"""The English words that a gloss knows, from the tables in lang/en: journalists can edit them, one word a line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale

from recoupe.lang.countries import countries
from recoupe.lang.tables import Row, read_table


@dataclass(frozen=True, slots=True)
class Noun:
    """A French noun: its singular, its gender, whether French has it in the plural only."""

    french: str
    gender: str  # "m" or "f"
    number: str = ""  # "p": French has it in the plural only, "s": in the singular only


@dataclass(frozen=True, slots=True)
class Phrase:
    """English words that have one French equivalent together."""

    words: tuple[str, ...]
    kind: str
    french: str
    gender: str  # of a noun; the article of a name ("le", "la", "les", "l'", "")


@cache
def _rows(table: str, columns: tuple[str, ...]) -> dict[str, tuple[Row, ...]]:
    """Rows by the word in their first column, in the order of the table."""
    found: dict[str, list[Row]] = {}
    for row in read_table(f"lang/en/{table}.tsv", columns):
        found.setdefault(row[columns[0]], []).append(row)
    return {word: tuple(rows) for word, rows in found.items()}


def _fitting(rows: Iterable[Row], around: Collection[str]) -> Row | None:
    """The first row whose `with` is met by the lemmas around, or that asks for none."""
    return next((r for r in rows if not r["with"] or any(w in around for w in r.many("with"))), None)


NOUNS = ("noun", "french", "gender", "with", "example")
VERBS = ("verb", "french", "infinitive", "with", "example")
ADJECTIVES = ("adjective", "french", "place", "example")
DEMONYMS = ("demonym", "french", "example")
PHRASES = ("phrase", "kind", "french", "gender", "example")
WORDS = ("word", "kind", "french", "example")
NAMES = ("name", "french", "gender", "example")
GIVEN_NAMES = ("name", "example")


def noun(lemma: str, around: Collection[str]) -> Noun | None:
    """The French noun for an English lemma, None when the table lacks it."""
    row = _fitting(_rows("nouns", NOUNS).get(lemma, ()), around)
    return Noun(row["french"], row.one_of("gender", ("m", "f", "mp", "fp", "ms", "fs"))[0], row["gender"][1:]) if row else None


def verb(lemma: str, around: Collection[str]) -> tuple[str, str] | None:
    """The French infinitive and what stands before an infinitive that follows it (de, à, -; empty: not said)."""
    row = _fitting(_rows("verbs", VERBS).get(lemma, ()), around)
    return (row["french"], row["infinitive"]) if row else None


@cache
def verb_tails(lemma: str) -> tuple[tuple[str, ...], ...]:
    """What may stand behind a verb in a row of its own, longest first: ("part", "in"), ("part",) of "take"."""
    return _tails().get(lemma, ())


@cache
def _tails() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, set[tuple[str, ...]]] = {}
    for key in _rows("verbs", VERBS):
        first, *rest = key.split()
        if rest:
            found.setdefault(first, set()).add(tuple(rest))
    return {first: tuple(sorted(own, key=lambda t: (-len(t), t))) for first, own in found.items()}


def base_forms(word: str) -> tuple[str, ...]:
    """What a verb or noun in this form may be in the tables, likeliest first: "scared" -> scare, scar; "crashes" -> crash.

    >>> base_forms("scared")
    ('scared', 'scare', 'scar')
    """
    found = [word]
    for ending, puts in (
        ("ies", ("y",)),
        ("ied", ("y",)),
        ("es", ("e", "")),
        ("ed", ("e", "")),
        ("ing", ("e", "")),
        ("s", ("",)),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            base = word.removesuffix(ending)
            found += [base + put for put in puts]
            if ending in ("ed", "ing") and base[-1:] == base[-2:-1]:
                found.append(base[:-1])  # "scammed"
            break
    return tuple(dict.fromkeys(found))


def knows(lemma: str) -> bool:
    """Does a table of common words have it?"""
    tables = (("nouns", NOUNS), ("verbs", VERBS), ("adjectives", ADJECTIVES), ("words", WORDS))
    return any(lemma in _rows(name, columns) for name, columns in tables)


@cache
def given_names() -> frozenset[str]:
    """Given names that are common nouns, too: "Bill", "Grace"."""
    return frozenset(row["name"] for row in read_table("lang/en/given_names.tsv", GIVEN_NAMES))


def is_grammar(lower: str) -> bool:
    """Is it a word of grammar or an adverb?"""
    return lower in _rows("words", WORDS)


def is_name(name: str) -> bool:
    """Is it a name of one word that French has its own form or article for: "Kenya", "London"?"""
    return any(p.kind == "name" and p.words == (name,) for p in phrases().get(name.lower(), ()))


def adjective(lemma: str) -> tuple[str, bool] | None:
    """The French adjective (masculine singular) and whether it stands before its noun."""
    rows = _rows("adjectives", ADJECTIVES).get(lemma)
    return (rows[0]["french"], rows[0]["place"] == "before") if rows else None


def demonym(word: str) -> str | None:
    """ "Kazakh" -> "kazakh"; plurals are met, too."""
    rows = _rows("demonyms", DEMONYMS)
    found = rows.get(word) or rows.get(word.removesuffix("s"))
    return found[0]["french"] if found else None


def word(lower: str, *kinds: str) -> str | None:
    """The French of a function word or adverb of one of these kinds."""
    for kind in kinds:
        for row in _rows("words", WORDS).get(lower, ()):
            if row["kind"] == kind:
                return row["french"]
    return None


def _tokens(phrase: str) -> tuple[str, ...]:
    """As the parser's tokenizer cuts it: "far-right" is three."""
    return tuple(re.findall(r"'s|[^\s'-]+|-|'", phrase))


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """Phrases by their first word, longest first."""
    found: dict[str, list[Phrase]] = {}
    for row in read_table("lang/en/phrases.tsv", PHRASES):
        words = _tokens(row["phrase"])
        found.setdefault(words[0], []).append(Phrase(words, row["kind"], row["french"], row["gender"]))
    for row in read_table("lang/en/names.tsv", NAMES):
        words = _tokens(row["name"])
        article = {"m": "le", "f": "la", "mp": "les", "fp": "les"}.get(row["gender"], "")
        found.setdefault(words[0].lower(), []).append(Phrase(words, "name", row["french"], article))
    for row in read_table("lang/en/demonyms.tsv", DEMONYMS):
        words = tuple(row["demonym"].split())
        if len(words) > 1:  # "South Korean"
            found.setdefault(words[0].lower(), []).append(Phrase(words, "demonym", row["french"], ""))
    for name, (french, article) in _states().items():
        words = _tokens(name)
        found.setdefault(words[0].lower(), []).append(Phrase(words, "name", french, article))
    return {first: tuple(sorted(own, key=lambda p: (-len(p.words), p.kind))) for first, own in found.items()}


@cache
def _phrases_at() -> dict[tuple[str, str], tuple[Phrase, ...]]:
    """Phrases by their first two words; ("oslo", "") for one word alone."""
    found: dict[tuple[str, str], list[Phrase]] = {}
    for first, own in phrases().items():
        for phrase in own:
            found.setdefault((first, phrase.words[1].lower() if len(phrase.words) > 1 else ""), []).append(phrase)
    return {key: tuple(own) for key, own in found.items()}


def phrases_from(first: str, second: Collection[str], lemma: str) -> Iterator[Phrase]:
    """What may begin with a word, longest first; `second`: the forms of the next word, `lemma`: of the first alone."""
    table = _phrases_at()
    for form in second:
        yield from table.get((first, form), ())
    yield from table.get((first, ""), ())
    if lemma != first:
        yield from table.get((lemma, ""), ())


@cache
def _states() -> dict[str, tuple[str, str]]:
    """English name of a state -> its French name and article, by way of the territories of the Unicode locale data."""
    articles = {c.name: c.article for c in countries().values()}
    english, french = Locale("en").territories, Locale("fr").territories
    found = {}
    for code, name in english.items():
        own = french.get(code)
        if len(code) == 2 and own in articles:
            found[name.replace("&", "and")] = (own, articles[own])
    return found
