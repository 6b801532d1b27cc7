"""French nouns that stand for people and bodies, and first names, in all their forms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from recoupe.lang.tables import read_table

NounClass = Literal["office", "job", "person", "kin", "group", "organisation"]


@dataclass(frozen=True, slots=True)
class ActorNoun:
    """One form of a noun that can stand for an actor. `lemma` is the masculine singular; gender None = either."""

    lemma: str
    kind: NounClass
    gender: str | None
    plural: bool
    weak: bool = False  # stands for an actor only with a number, a demonstrative or a possessive ("les deux pays")


@cache
def actor_nouns() -> dict[str, ActorNoun]:
    """Every form, in lower case, of the nouns of roles.tsv, groups.tsv and organisations.tsv."""
    found: dict[str, ActorNoun] = {}
    for row in read_table("lang/fr/groups.tsv", ("noun", "gender", "number", "example")):
        number = row.one_of("number", ("s", "p", "w"))
        noun, gender = row["noun"], row.one_of("gender", ("m", "f"))
        found[noun.lower()] = ActorNoun(noun.lower(), "group", gender, number != "s", number == "w")
    for row in read_table("lang/fr/organisations.tsv", ("noun", "gender", "example")):
        noun, gender = row["noun"], row.one_of("gender", ("m", "f"))
        found.setdefault(noun.lower(), ActorNoun(noun.lower(), "organisation", gender, False))
        found.setdefault(plural(noun.lower()), ActorNoun(noun.lower(), "organisation", gender, True))
    for row in read_table("lang/fr/roles.tsv", ("masculine", "feminine", "class", "example")):
        _add_role(found, row["masculine"], row["feminine"], row.one_of("class", ("office", "job", "person", "kin")))
    return found


def _add_role(found: dict[str, ActorNoun], masculine: str, feminine: str, kind: str) -> None:
    lemma = (masculine or feminine).lower()
    for form, gender in ((masculine, "m"), (feminine, "f")):
        if not form:
            continue
        either = None if masculine == feminine else gender
        for shape, many in ((form.lower(), False), (plural(form.lower()), True)):
            known = found.get(shape)
            if known is None or known.kind == "organisation" or (known.kind == "group" and many and known.plural):
                found[shape] = ActorNoun(lemma, kind, either, many)  # type: ignore[arg-type]


@cache
def other_senses() -> dict[str, frozenset[str]]:
    """Noun of a body -> the words beside which it is none ("régime" -> "alimentaire")."""
    rows = read_table("lang/fr/no_bodies.tsv", ("noun", "words", "example"))
    return {row["noun"]: frozenset(row["words"].split(" ")) for row in rows}


def plural(noun: str) -> str:
    """The regular French plural.

    >>> [plural(n) for n in ("maire", "général", "neveu", "fils")]
    ['maires', 'généraux', 'neveux', 'fils']
    """
    if noun[-1] in "sxz":
        return noun
    if noun.endswith("al"):
        return noun[:-2] + "aux"
    return noun + ("x" if noun.endswith(("eau", "eu")) else "s")


@cache
def first_names() -> dict[str, str]:
    """First names as written -> "m", "f" or "e" (either)."""
    rows = read_table("lang/fr/first_names.tsv", ("name", "gender", "example"))
    return {row["name"]: row.one_of("gender", ("m", "f", "e")) for row in rows}
