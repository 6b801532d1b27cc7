"""Which French verb an English one is given: its row of the table, by the words behind it and by what it has for an object."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.gloss import lexicon
from recoupe.gloss.nodes import Node
from recoupe.gloss.nominals import Glosser, Row
from recoupe.gloss.verbs import SUBJECTS

_LINKED = ("prt", "prep", "agent", "advmod", "dobj", "oprd", "acomp")
_PARTICLES = frozenset("off up out down away back over".split())
_WITH_ON = ("turn", "take", "put", "switch", "carry", "bring", "hand", "let", "call", "move", "try")


def find_row(glosser: Glosser, node: Node) -> Row:
    """With the most of the words behind the verb, else its own."""
    lemma = node.lemma.lower()
    around = frozenset((*glosser.around, mark)) if (mark := _objects(node)) else glosser.around
    forms = dict.fromkeys((lemma, *lexicon.base_forms(node.text.lower())))  # the model's lemma is wrong at times
    calls = node.first("oprd") is not None and node.first("dobj") is not None
    around = frozenset((*around, "oprd")) if calls else around
    apart: Row | None = None
    for form in forms:
        for rest in lexicon.verb_tails(form):
            covered = _covered(glosser, node, rest)
            if covered and (found := lexicon.verb(f"{form} {' '.join(rest)}", around)):
                if covered[0].order == node.order + 1:
                    return Row(*found, covered)
                apart = apart or Row(*found, covered)
    if apart is not None:
        return apart
    found = next((row for form in forms if (row := lexicon.verb(form, around))), None)
    return Row(*found) if found else Row("")


def _objects(node: Node) -> str:
    """For the tables: "-", a verb without an object, "+", one that an infinitive follows, "" any other."""
    deps = {k.dep for k in node.kids}
    undergone = node.dep in ("acl", "amod", "advcl", "oprd") and node.feat("Aspect") == "Perf" and not deps & {"aux", *SUBJECTS}
    if undergone or deps & {"dobj", "auxpass", "ccomp", "oprd"}:
        return ""
    if "xcomp" not in deps:
        return "-"
    return "+" if any(k.dep == "xcomp" and k.has_to() for k in node.kids) else ""


def _covered(glosser: Glosser, node: Node, rest: Sequence[str]) -> tuple[Node, ...]:
    """The nodes below a verb that say these words: right behind it, or its own particles and prepositions further on."""
    found: list[Node] = []
    at = 0
    while at < len(rest):
        word = rest[at]
        behind = (found[-1] if found else node).order + 1
        following = glosser.nodes[behind] if behind < len(glosser.nodes) else None
        if following is not None and following.below(node) and word in following.forms():
            found.append(following)
            at += 1
            continue
        own = word == "in" or word == "on" and node.lemma in _WITH_ON  # with an object, the "in" of another phrase
        loose = word not in _PARTICLES and not (own and node.first("dobj"))
        linked = _LINKED if loose else ("prt", "advmod")  # "pulled from the sea off Malta"
        apart = (
            k for k in node.behind() if k not in found and (k.dep in linked and k.text.lower() == word or _says(k, rest[at:]))
        )
        other = next(apart, None)
        if other is None:
            return ()
        found.append(other)
        at += len(other.text.split())
    return tuple(found)


def _says(node: Node, rest: Sequence[str]) -> bool:
    """Does a phrase of several words say the next of these: "out of", "under control"?"""
    words = node.text.lower().split() if node.kind != "word" else []
    return len(words) > 1 and words == list(rest[: len(words)])
