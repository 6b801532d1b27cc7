"""Nouns that go together: "X et Y", the items of a list, the two ends of "entre X et Y"."""

from __future__ import annotations

from recoupe.find.done.wordforms import NOMINAL, preposition_of
from recoupe.parse.document import Parsed


def coordinated(parsed: Parsed, heads: list[int]) -> list[int]:
    """Each head followed by the nouns coordinated with it."""
    out: list[int] = []
    for head in heads:
        if head not in out:
            out.append(head)
        if parsed.children[head] and parsed.words[head].pos in NOMINAL:
            _join(parsed, head, out, 0)
    return out


def _join(parsed: Parsed, head: int, out: list[int], depth: int) -> None:
    """Add the conjuncts of a head, those of its conjuncts, and the second item of a list that the parser took for an apposition
    ("une réunion, un dîner et un concert").
    """
    words = parsed.words
    for k in parsed.children[head]:
        kid = words[k]
        if kid.pos not in NOMINAL or k in out:
            continue
        if kid.dep == "conj":
            named = kid.pos == "NOUN" and kid.text[:1].isupper() and not words[head].text[:1].isupper()
            if named and preposition_of(parsed, k) == "de":
                continue  # "une délégation des ministres de la Santé et des Transports"
            if closes_between(parsed, head, k):
                continue  # "la collision entre un ferry et un chalutier"
        elif kid.dep != "appos" or k < head or not is_list_item(parsed, k):
            continue
        out.append(k)
        if depth < 6 and parsed.children[k]:
            _join(parsed, k, out, depth + 1)


def other_end(parsed: Parsed, i: int) -> int:
    """The Y of "entre X et Y" for its X, word i, wherever the parser hung it; -1 without one."""
    words = parsed.words
    for kid in parsed.kids(i, "conj"):
        return kid.i
    k = parsed.right[i] + 1
    if k < len(words) and words[k].lower == "et":
        return next((j for j in range(k + 1, min(k + 4, len(words))) if words[j].pos in ("NOUN", "PROPN")), -1)
    return -1


def closes_between(parsed: Parsed, head: int, k: int) -> bool:
    """Does word k close an "entre X et …" on the head: neither its conjunct nor a subject beside it?"""
    return any(
        head < kid.i < k and preposition_of(parsed, kid.i) == "entre" and other_end(parsed, kid.i) == k
        for kid in parsed.kids(head, "nmod", "obl")
    )


def is_list_item(parsed: Parsed, k: int) -> bool:
    """Is word k no apposition but an item of a list: one with an article of its own, and one more behind it."""
    kids = list(parsed.kids(k, "det", "conj"))
    return any(d.dep == "det" and d.lower in ("un", "une", "des") for d in kids) and any(
        c.dep == "conj" and any(d.lower in ("un", "une", "des", "de", "d'") for d in parsed.kids(c.i)) for c in kids
    )
