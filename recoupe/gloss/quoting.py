"""Quotations of an English report in its gloss: their marks stand around the French for the words they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.gloss.nodes import Node
from recoupe.gloss.pieces import Piece
from recoupe.parse.quotes import find_quotes

MARKS = ('"', "“", "”", "``", "''")
_ENGLISH = "\"“”‘’'"
_OUTSIDE = ("que", "de")  # what French adds before a quotation: said "that it was late"


@dataclass(frozen=True, slots=True)
class Quoted:
    """text[start:end] is quoted; where its marks stand, `closing` None where it has none; `nested` inside another."""

    opening: int
    closing: int | None
    start: int
    end: int
    nested: bool


def find_quoted(text: str) -> tuple[Quoted, ...]:
    """The quotations in English marks, inner ones first.

    >>> [text[q.start : q.end] for text in ["It was ‘a trap’, he said."] for q in find_quoted(text)]
    ['a trap']
    """
    found = [
        Quoted(q.start, q.end - 1 if q.closed else None, q.inner_start, q.inner_end, q.level > 0)
        for q in find_quotes(text)
        if q.mark in ('"', "“", "‘", "'") and text[q.start] in _ENGLISH
    ]
    return tuple(sorted(found, key=lambda q: (-q.start, q.end)))


def place_quotes(pieces: Sequence[Piece], quotes: Sequence[Quoted], start: int, end: int) -> list[Piece]:
    """The pieces of text[start:end] with French marks, the comma behind: "We tried," -> « Nous avons essayé »,

    Where the gloss has moved words, the marks move with those that they hold.
    """
    out = [p for p in pieces if p.text not in MARKS]
    for quote in quotes:
        if quote.end <= start or end <= quote.start:
            continue
        held = [k for k, p in enumerate(out) if quote.start <= p.start < p.end <= quote.end]
        if not held:
            continue
        first, last = held[0], held[-1] + 1
        if quote.closing is not None and quote.end <= end:
            last -= out[last - 1].text == ","
            out.insert(last, Piece("”" if quote.nested else "»", quote.closing, quote.closing + 1))
        if start <= quote.start:
            while first > 0 and _belongs(out[first - 1], quote):
                first -= 1
            out.insert(first, Piece("“" if quote.nested else "«", quote.opening, quote.opening + 1))
    return [p for k, p in enumerate(out) if p.text != "," or k + 1 == len(out) or out[k + 1].text not in (".", ",")]


def _belongs(piece: Piece, quote: Quoted) -> bool:
    """Is this word, which English leaves out, or this inner mark the first thing that the quotation holds?"""
    added = piece.start == piece.end and piece.text not in _OUTSIDE
    return quote.start <= piece.start < quote.end and (added or piece.text in ("“", "«"))


def wants_que(nodes: Sequence[Node], node: Node) -> bool:
    """A clause that English lets follow without "that": not a whole quotation, a question or an infinitive."""
    if node.dep != "ccomp" or node.pos not in ("VERB", "AUX") or node.has_to():
        return False
    if node.feat("VerbForm") == "Part" and not node.first("aux", "auxpass"):
        return False  # "found the body missing"
    at = node.flat()[0].order
    asks = any(k.dep == "mark" or k.order < node.order and k.text.lower().startswith(("wh", "how")) for k in node.kids)
    asks = asks or (nodes[at].french or nodes[at].text).lower().startswith(("what", "which", "whose", "how", "combien"))
    opens = at + 1 if nodes[at].text in MARKS else at
    while opens > 0 and nodes[opens - 1].text in MARKS:
        opens -= 1
    whole = opens < at or nodes[at].text in MARKS
    return not asks and not (whole and nodes[opens - 1 if opens else 0].text in (",", ":"))
