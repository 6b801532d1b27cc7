"""English noun phrases: what stands before and behind the noun in French, and how it agrees."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from recoupe.gloss import lexicon
from recoupe.gloss.french import agree, plural
from recoupe.gloss.nodes import Node
from recoupe.gloss.verbs import Agreement

_ARTICLES = {"m": ("le", "un"), "f": ("la", "une")}
_POSSESSIVES = {
    "his": ("son", "sa", "ses"), "her": ("son", "sa", "ses"), "its": ("son", "sa", "ses"), "my": ("mon", "ma", "mes"),
    "our": ("notre", "notre", "nos"), "your": ("votre", "votre", "vos"), "their": ("leur", "leur", "leurs"),
}  # fmt: skip
_DEICTICS = ("ce", "cette", "ces")
_COUNTING = frozenset(
    "in after by with near during following from outside over into on".split()
)  # "killed in crash": "dans un accident"
_UNCOUNTED = frozenset(  # bare in any sentence, so no sign of a headline
    "police army government parliament opposition court custody hospital prison jail school church bed town power "
    "office war peace health education justice security safety water food money cash gas oil fuel energy electricity "
    "fraud violence corruption traffic inflation growth unemployment poverty climate weather rain snow fog smoke sea "
    "land air space evidence aid help support staff crew media press pay debt tax trade work business "
    "industry tourism football tennis rugby cricket sport research".split()
)
_PLURAL_PRONOUNS = frozenset(("they", "we", "them", "us", "these", "those", "others"))
_SPEAKERS: dict[str, Literal["je", "nous", "vous"]] = {"i": "je", "we": "nous", "you": "vous"}


@dataclass(frozen=True, slots=True)
class Head:
    """A noun in French with its agreement. `known`: a table has it."""

    french: str
    agreement: Agreement
    known: bool


def head_of(node: Node, around: Collection[str]) -> Head:
    """The head noun of a phrase: from the tables, or as the report writes it."""
    count = next((k for k in node.kids if k.dep == "nummod" and k.kind != "sum"), None)
    several = count is not None and count.text.lower() not in ("one", "1") or node.gender in ("mp", "fp")
    many = node.plural or several or (node.pos == "NUM" or node.kind == "number") and node.text.lower() not in ("one", "1")
    around = (*around, "#") if count is not None else around
    if node.french is not None and node.kind == "name":
        gender = "f" if node.gender in ("la", "fp") else "m"
        return Head(node.french, Agreement(gender, node.gender == "les"), True)
    if node.kind == "age":
        if node.dep in ("acomp", "attr"):  # "the bridge is 15 years old"
            return Head("âgé " + (node.french or ""), Agreement(), True)
        return Head("personne " + (node.french or ""), Agreement("f"), True)
    if node.french is not None:
        gender = node.gender[:1] or "m"
        french = plural(node.french) if many and node.kind == "noun" and len(node.gender) < 2 else node.french
        return Head(french, Agreement(gender, many), True)
    if node.pos == "PRON":
        low = node.text.lower()
        asked = {"what": "ce que", "who": "qui"}.get(low) if node.dep in ("dobj", "attr") and not node.opens_relative() else None
        asked = {"it": "cela", "them": "eux", "him": "lui"}.get(low) if node.dep == "pobj" else asked
        pointing = low == "that" and not node.opens_relative()
        return Head(
            "cela" if pointing else asked or lexicon.word(low, "pronoun") or node.text,
            Agreement(_gender(low), low in _PLURAL_PRONOUNS, _SPEAKERS.get(low, "")),
            True,
        )
    common = node.pos in ("NOUN", "VERB") or node.text.islower()
    found = (lexicon.noun(node.text.lower(), around) or lexicon.noun(node.lemma.lower(), around)) if common else None
    if found is not None:
        many = found.number == "p" or (many and found.number != "s")
        return Head(plural(found.french) if many and not found.number else found.french, Agreement(found.gender, many), True)
    people = lexicon.demonym(node.text)
    if people is not None and node.text[:1].isupper():
        return Head(agree(people, "m", many).capitalize(), Agreement("m", many), True)
    number = lexicon.word(node.text.lower(), "number", "pronoun") if node.pos in ("NUM", "NOUN") else None
    return Head(number or node.text, Agreement("m", many), number is not None)


def _gender(pronoun: str) -> str:
    return "f" if pronoun in ("she", "her") else "m"


def determiner(node: Node, agreement: Agreement) -> str | None:
    """The French determiner for an English one, agreed; None when French has none there."""
    low, slot = node.text.lower(), 2 if agreement.plural else (1 if agreement.gender == "f" else 0)
    if low == "the":
        return the(agreement)
    if low in ("a", "an"):
        return _ARTICLES[agreement.gender][1]
    if low in ("this", "that", "these", "those"):
        return _DEICTICS[slot]
    if low in _POSSESSIVES:
        return _POSSESSIVES[low][slot]
    if low == "any" and not _denied(node):
        return "des" if agreement.plural else agree("tout", agreement.gender, False)
    if low in ("no", "any"):
        return "de" if low == "any" and agreement.plural else agree("aucun", agreement.gender, False)
    if low == "neither":
        return agree("aucun", agreement.gender, False) + " des deux"
    if low == "both":
        return "les deux"
    if low == "all":
        return "toutes les" if agreement.gender == "f" else "tous les"
    if low == "another":
        return _ARTICLES[agreement.gender][1] + " autre"
    if low == "some":
        return "des" if agreement.plural else "du" if agreement.gender == "m" else "de la"
    return lexicon.word(low, "determiner", "adjective")


def _denied(node: Node) -> bool:
    """Does it stand below a verb that is denied, or behind "without"?"""
    above = node.head
    while above is not None:
        if above.first("neg") or above.lemma in ("without", "deny", "reject", "dismiss", "refuse"):
            return True
        above = above.head
    return False


def the(agreement: Agreement) -> str:
    """The definite article."""
    return "les" if agreement.plural else _ARTICLES[agreement.gender][0]


def bare_article(node: Node, agreement: Agreement, *, headline: bool = False) -> str | None:
    """What French sets before a noun that English leaves bare: "officials said" -> "des responsables ont dit"."""
    if headline and not agreement.plural and node.dep in ("nsubj", "nsubjpass", "dobj", "pobj") and node.lemma not in _UNCOUNTED:
        above = node.head
        if node.dep != "pobj" or above is not None and above.text.lower() in _COUNTING:
            return the(agreement) if any(k.lemma == "of" for k in node.kids) else _ARTICLES[agreement.gender][1]
    if node.dep in ("nsubj", "nsubjpass", "dobj", "attr") or (
        node.dep == "conj" and node.head is not None and node.head.dep in ("nsubj", "dobj")
    ):
        return "des" if agreement.plural else _ARTICLES[agreement.gender][0]
    if (
        node.dep == "pobj"
        and agreement.plural
        and node.pos != "PROPN"
        and node.head is not None
        and node.head.kind != "determiner"
        and node.head.lemma.lower() not in ("of", "without")
    ):
        return "des"
    return None


def adjective_of(node: Node, agreement: Agreement) -> tuple[str, bool] | None:
    """A modifier as a French adjective, agreed, and whether it stands before its noun."""
    people = lexicon.demonym(node.text) if node.text[:1].isupper() else None
    if people is not None:
        return agree(people, agreement.gender, agreement.plural), False
    found = lexicon.adjective(node.lemma.lower()) or lexicon.adjective(node.text.lower())
    if found is None:
        return None
    french = agree(found[0], agreement.gender, agreement.plural)
    graded = node.feat("Degree") in ("Cmp", "Sup") and node.text.lower() != node.lemma.lower()  # "bigger", "the biggest"
    if graded and node.feat("Degree") == "Sup" and not found[1] and lexicon.adjective(node.text.lower()) is None:
        return f"{the(agreement)} plus {french}", False  # "the deadliest attack" -> "l'attaque la plus meurtrière"
    return ("plus " + french if graded and lexicon.adjective(node.text.lower()) is None else french), found[1]
