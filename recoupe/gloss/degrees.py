"""Degrees and counts whose English words have no like: "as big as", "too early", "seven more", "how many", "one in five"."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.gloss.nodes import Node

_BEFORE = {"as": "aussi", "too": "trop", "so": "si"}
_SCORES = frozenset("dozen score hundred thousand million".split())


def plain_degrees(nodes: Sequence[Node]) -> None:
    """Give such words their French in place."""
    for node in nodes:
        low = node.text.lower()
        if node.kind != "word":
            continue
        if node.pos == "NOUN" and low.endswith(("wards", "doors")) and not node.kids:
            node.pos = "ADV"  # "moved northwards", whatever the tagger says
        if low in _BEFORE and node.dep in ("advmod", "quantmod"):
            _degree(nodes, node, low)
        elif low == "more" and node.dep in ("amod", "advmod") and node.head is not None:
            _others(node, node.head)
        elif low == "enough" and node.head is not None and node.head.pos in ("ADJ", "ADV") and node.head.order == node.order - 1:
            node.order, node.head.order = node.head.order, node.order  # "good enough" -> "assez bon"
        elif low == "how" and node.dep == "advmod" and node.head is not None:
            _how(node, node.head)
        elif low == "in" and node.head is not None and node.head.pos == "NUM" and node.first("pobj"):
            _share(node, node.head)


def _degree(nodes: Sequence[Node], node: Node, low: str) -> None:
    """ "as big as" -> "aussi gros que"; "too early" -> "trop tôt"."""
    above = node.head
    if above is None or above.pos not in ("ADJ", "ADV") or above.order != node.order + 1:
        return
    node.french, node.kind = _BEFORE[low], "adverb"
    if low != "as":
        return
    second = next((n for n in nodes[above.order + 1 :] if n.text.lower() == "as"), None)
    if second is not None and (second.below(above) or above.head is not None and second.below(above.head)):
        second.french = "que"


def _others(node: Node, above: Node) -> None:
    """ "seven more" -> "sept autres", "dozens more" -> "des dizaines d'autres"."""
    if above.order == node.order - 1 and (above.pos == "NUM" or above.lemma in _SCORES):
        node.french, node.kind = "autres" if above.pos == "NUM" else "d'autres", "adverb"


def _how(node: Node, above: Node) -> None:
    """ "how many people" -> "combien de personnes"."""
    if above.lemma in ("many", "much") and above.order == node.order + 1:
        counts = above.dep == "amod"
        above.french, above.kind = "combien de" if counts else "combien", "determiner" if counts else "adverb"
        above.kids.remove(node)


def _share(node: Node, above: Node) -> None:
    """ "one in five workers" -> "un ouvrier sur cinq": told as "un sur cinq ouvriers"."""
    thing = node.first("pobj")
    if thing is not None and (thing.pos == "NUM" or any(k.dep == "nummod" for k in thing.kids)) and node.order == above.order + 1:
        node.french = "sur"
