"""The English verb group and its French counterpart: tense, voice, mood and negation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from recoupe.gloss.french import Person, Tense, Verb, verb
from recoupe.gloss.nodes import Node

_MODALS: dict[str, tuple[str, Tense]] = {
    "can": ("pouvoir", "present"), "could": ("pouvoir", "conditional"), "may": ("pouvoir", "conditional"),
    "might": ("pouvoir", "conditional"), "must": ("devoir", "present"), "should": ("devoir", "conditional"),
    "ought": ("devoir", "conditional"),
}  # fmt: skip
_MISSED = ("could", "should", "ought")
_SIMPLE: dict[str, Tense] = {"will": "future", "shall": "future", "would": "conditional"}
# Told in the imperfect: these last, they do not happen.
_LASTING = frozenset(("be", "have", "know", "want", "live", "need", "hope", "belong", "own", "carry", "hold", "remain"))
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_REFLEXIVES = {"je": "me", "nous": "nous", "vous": "vous"}
_NOBODY = frozenset(("nobody", "none", "nothing", "neither", "no-one", "no one"))
# What nobody does without an object.
_UNDERGONE = frozenset(
    "injure wound kill arrest jail detain imprison evacuate rescue hospitalise hospitalize displace convict acquit sentence "
    "cancel postpone destroy damage ban name shelve suspend".split()
)
Mood = Literal["", "hearsay", "expected"]  # told in the conditional; told as what "devrait" happen
EXPECTED = frozenset("expect schedule set plan slate project predict forecast".split())
HEARSAY = frozenset("believe think report say allege suspect know presume rumor rumour understand consider estimate".split())


@dataclass(frozen=True, slots=True)
class Agreement:
    """Gender, number and person of a subject."""

    gender: str = "m"
    plural: bool = False
    speaker: Literal["", "je", "nous", "vous"] = ""

    @property
    def person(self) -> Person:
        """Of the verb."""
        return self.speaker or ("ils" if self.plural else "il")


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group: `front` is what stands before the main form ("n'", "a", "pas", "été"), `main` the main form."""

    front: tuple[str, ...]
    main: str


def first_word(french: str) -> str:
    """The word of a French verb that is inflected, with its reflexive pronoun: "porter plainte" -> "porter"."""
    words = french.split()
    return " ".join(words[: 2 if words[:1] == ["se"] else 1])


def negation(node: Node) -> str | None:
    """ "pas", "jamais", "plus" for a word that denies the verb."""
    if node.french in ("ne plus", "plus") and node.dep in ("advmod", "neg"):
        return "plus"
    return None if node.dep != "neg" else "jamais" if node.lemma.lower() == "never" else "pas"


def is_nobody(node: Node) -> bool:
    """ "Nobody", "nothing", "none"."""
    return node.text.lower().removesuffix(" of") in _NOBODY


def denied_by(node: Node) -> str | None:
    """ "rien" for "did nothing", "" for a subject or object that denies by itself ("nobody", "no train"): French adds "ne"."""
    for kid in node.kids:
        if kid.dep in ("nsubj", "nsubjpass", "dobj", "attr"):
            if kid.dep == "dobj" and kid.text.lower() == "nothing" and not kid.kids:
                return "rien"
            if is_nobody(kid) or any(k.dep == "poss" and is_nobody(k) for k in kid.kids):
                return ""
            if any(k.text.lower() in ("no", "neither") and k.dep == "det" for k in kid.kids):
                return ""
    return None


def read_group(node: Node, french: Verb, subject: Agreement, mood: Mood = "") -> Group:
    """The French group for an English verb with its auxiliaries."""
    helpers = [k for k in node.kids if k.dep in ("aux", "auxpass") and k.order < node.order]
    lemmas = [_lemma(k, node) for k in helpers]
    passive = any(k.dep == "auxpass" and lemma != "have" for k, lemma in zip(helpers, lemmas, strict=True))
    passive = passive or not helpers and _undergone(node)
    finite = _finite(node, helpers, lemmas, mood)
    perfect = "have" in lemmas
    no = next((word for k in node.kids if (word := negation(k))), denied_by(node))
    modal = next((m for m in lemmas if m in _MODALS), None)
    missed = perfect and modal in _MISSED  # "should have acted" -> "aurait dû agir"
    perfect = perfect and not missed
    chain = _chain(node, french, finite, subject, passive=passive, perfect=perfect)
    if modal or mood == "expected":
        name, tense = _MODALS[modal or "should"]
        may = verb(name)
        chain = [
            *((verb("avoir").form(tense, subject.person), may.participle) if missed else (may.form(tense, subject.person),)),
            *chain,
        ]
    if french.reflexive and not passive and finite != "participle":
        own = _REFLEXIVES.get(subject.person, "se")
        chain = [*chain[:-1], own, chain[-1]] if finite in ("infinitive", "gerund") or modal or mood else [own, *chain]
    return Group(*_negated(chain, no, "present" if modal or mood == "expected" else finite))


def _lemma(helper: Node, node: Node) -> str:
    """The lemma of a helper; "he's been hurt", "he's left the party" have "has", whatever the parser says."""
    if helper.text.lower() in ("'s", "’s") and helper.lemma.lower() == "be":
        been = any(k.lemma.lower() == "be" and k is not helper and k.feat("VerbForm") == "Part" for k in node.kids)
        active = node.feat("Aspect") == "Perf" and (node.first("dobj") is not None or node.lemma == "have")
        return "have" if been or active else "be"
    return helper.lemma.lower()


def _undergone(node: Node) -> bool:
    """ "Three were killed and ten injured": told of whom it was done to, without a helper."""
    past = node.feat("Tense") == "Past" and node.dep not in ("amod", "acl")
    bare = past and not any(k.dep in ("dobj", "ccomp", "xcomp", "oprd") for k in node.kids)
    return bare and node.lemma.lower() in _UNDERGONE and any(k.dep in ("nsubj", "nsubjpass") for k in node.kids)


def _finite(node: Node, helpers: Sequence[Node], lemmas: Sequence[str], mood: Mood) -> Tense | None:
    """The tense of the first form; None for the past, told with an auxiliary; "participle" for a bare participle."""
    if mood:
        return "conditional" if mood == "hearsay" else "infinitive"
    simple = next((_SIMPLE[m] for m in lemmas if m in _SIMPLE), None)
    if simple:
        return simple
    if "to" in lemmas or any(m in _MODALS for m in lemmas):
        return "infinitive"
    lead = next((h for h in helpers if h.feat("VerbForm") == "Fin" or h.lemma.lower() in ("do", "have", "be")), None)
    if lead is not None:
        return "imperfect" if lead.feat("Tense") == "Past" else "present"
    if node.feat("VerbForm") == "Inf":
        return "infinitive"
    if node.feat("VerbForm") == "Part":
        if node.feat("Aspect") == "Prog":
            return "gerund"
        counted = any(k.dep == "mark" and k.lemma == "with" for k in node.kids) or node.dep == "pcomp"
        return None if any(k.dep == "nsubj" for k in node.kids) and not counted else "participle"  # "with half the votes counted"
    if node.feat("Tense") == "Past":
        return "imperfect" if node.lemma in _LASTING else None
    return "present"


def _chain(node: Node, french: Verb, finite: Tense | None, subject: Agreement, *, passive: bool, perfect: bool) -> list[str]:
    """The forms in order, without "se" and negation."""
    agreed = french.past(subject.gender, subject.plural)
    past = agreed if french.with_etre or passive else french.participle
    helper = verb("être" if french.with_etre else "avoir")
    did = any(k.lemma == "do" and k.dep == "aux" for k in node.kids)
    if passive:
        return [*_passive(finite, perfect, subject.person), past]
    if finite == "participle":
        return [agreed]
    if perfect or finite is None or (did and finite == "imperfect"):
        tense: Tense = "present" if finite is None or did else finite
        return [helper.form(tense, subject.person), past]
    return [french.form(finite, subject.person)]


def _passive(finite: Tense | None, perfect: bool, person: Person) -> list[str]:
    """The forms of "être" in a passive: what was done is told with "a été"."""
    be, have = verb("être"), verb("avoir")
    if perfect:
        return [have.form(finite or "present", person), be.participle]
    if finite in (None, "imperfect"):
        return [have.form("present", person), be.participle]
    if finite == "participle":
        return [be.participle]
    return [be.form(finite, person)]


def _negated(chain: Sequence[str], no: str | None, finite: Tense | None) -> tuple[tuple[str, ...], str]:
    """ "n'a pas dit", "ne dira pas", "ne pas dire"."""
    if no is None:
        return tuple(chain[:-1]), chain[-1]
    word = (no,) if no else ()
    if chain[0] in ("se", *_REFLEXIVES.values()) and len(chain) > 1:
        front, main = _negated(chain[1:], no, finite)
        return ("ne", chain[0], *front[1:]), main
    if finite in ("infinitive", "gerund") and len(chain) == 1:
        return ("ne", *word), chain[-1]
    if len(chain) == 1:
        return ("ne",), f"{chain[0]} {no}".rstrip()
    return ("ne", chain[0], *word, *chain[1:-1]), chain[-1]
