"""Two wordings word by word: what they share, and whether what differs turns the meaning round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Indel

from recoupe.match.copying.shingles import Token

_NE = frozenset(("ne", "n"))
_DENYING = frozenset(("pas", "jamais", "rien", "personne", "aucun", "aucune", "nul", "nulle", "guere", "plus"))
_ALONE = frozenset(("pas", "jamais"))  # they deny without "ne": "c'est pas vrai", "jamais des fautes"
_NOT_QUITE = frozenset("seulement uniquement forcement toujours encore tout tous simplement necessairement vraiment".split())
_FORMS = (  # words of grammar that are one word here: elided, or told of oneself and of another
    "ne n", "que qu", "de d du des", "ce c", "le l la les", "il j je nous elle ils elles on tu vous", "se s m me t te",
    "son mon ma mes notre nos sa ses leur leurs votre vos ton ta tes", "a ai avons ont as avez", "est suis sommes sont es etes",
    "etait etais etions etaient etiez",
)  # fmt: skip
_FULL = {form: forms.split()[0] for forms in _FORMS for form in forms.split()}
_GAP = 4  # words on one side of an edit; a longer one is a clause left out
_EDGE = 2  # words before the first or behind the last one in common that still belong to what is compared
_STEM = 4

Edit = tuple[tuple[Token, ...], tuple[Token, ...]]


@dataclass(frozen=True, slots=True)
class Alignment:
    """How two wordings lie side by side."""

    common: int  # words in common, in one order
    content: int  # of these the ones that carry meaning
    run: int  # the longest stretch in common
    cover: float  # share of the shorter wording
    edits: tuple[Edit, ...]  # what differs between the words in common, and close by
    words: tuple[Token, ...] = ()  # those in common


def align(left: Sequence[Token], right: Sequence[Token]) -> Alignment:
    """Lay two wordings side by side by their words, whatever the endings."""
    ops = Indel.opcodes([key(t) for t in left], [key(t) for t in right])
    blocks = [(o.src_start, o.src_end, o.dest_start, o.dest_end) for o in ops if o.tag == "equal"]
    if not blocks:
        return Alignment(0, 0, 0, 0.0, ())
    common = [t for a, b, _, _ in blocks for t in left[a:b]]
    edits = list(_gaps(left, right, blocks))
    return Alignment(
        len(common),
        sum(_carries(t) for t in common),
        max(b - a for a, b, _, _ in blocks),
        len(common) / min(len(left), len(right)),
        tuple(edits),
        tuple(common),
    )


def _gaps(left: Sequence[Token], right: Sequence[Token], blocks: Sequence[tuple[int, int, int, int]]) -> Iterator[Edit]:
    """What lies between the stretches in common, and a word or two at either end."""
    first, last = blocks[0], blocks[-1]
    if max(first[0], first[2]) <= _EDGE:
        yield tuple(left[: first[0]]), tuple(right[: first[2]])
    for (_, b, _, d), (a, _, c, _) in pairwise(blocks):
        if max(a - b, c - d) <= _GAP:
            yield tuple(left[b:a]), tuple(right[d:c])
    if max(len(left) - last[1], len(right) - last[3]) <= _EDGE:
        yield tuple(left[last[1] :]), tuple(right[last[3] :])


def key(token: Token) -> str:
    """A word without its ending, a word of grammar in its full form: "niées" and "nié", "n'" and "ne"."""
    return _key(token.plain, _carries(token))


@lru_cache(maxsize=1 << 14)
def _key(word: str, carries: bool) -> str:
    if not carries:
        return _FULL.get(word, word)
    bare = word.rstrip("s")
    bare = bare[:-2] if bare.endswith("ee") else bare.removesuffix("e")
    return bare[: max(_STEM, len(bare) - 2)] if len(bare) > 1 else word


def _carries(token: Token) -> bool:
    return token.content or token.masked in "@0#"


def negates(edits: Sequence[Edit], left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Is one of two aligned wordings denied, the other not, and nothing else put in the place of what is denied?"""
    spoken = [t.plain for edit in edits for side in edit for t in side]
    if not _NOT_QUITE.isdisjoint(spoken) and {"rien", "personne", "jamais"}.isdisjoint(spoken):
        return False  # "pas seulement", "pas encore"
    denying = [(a, b) for a, b in edits if any(t.plain in _DENYING for t in (*a, *b))]
    if any(a and b and (_says(a) or _says(b)) for a, b in denying):
        return False  # "me fait confiance", "ne me fait pas peur"; "rarement", "jamais"
    bare = [(a, b) for a, b in edits if not _says(a) and not _says(b)]  # "je ne regrette rien" left out denies nothing
    mine, theirs = [a for a, _ in bare], [b for _, b in bare]
    return _denials(mine, left, theirs) % 2 != _denials(theirs, right, mine) % 2


def _says(side: Sequence[Token]) -> bool:
    return any(_carries(t) and t.plain not in _DENYING for t in side)


def _denials(sides: Sequence[Sequence[Token]], whole: Sequence[Token], others: Sequence[Sequence[Token]]) -> int:
    """How many times the words that only this wording has deny: "ne … plus rien" does so once."""
    count = sum(t.plain in _NE for side in sides for t in side)
    if not count:
        bare = not any(t.plain in _NE for t in whole)
        for side, other in zip(sides, others, strict=True):
            alone = bare or any(t.plain in ("que", "qu") for t in other)  # "ne veut pas partir", "ne veut que partir"
            count = max(count, int(alone and any(t.plain in _ALONE for t in side)))
    return count + sum(bool(side) and side[-1].plain == "sans" for side in sides)


def swaps(edits: Sequence[Edit]) -> Iterator[tuple[Token, Token]]:
    """A word that carries meaning, with the one that stands in its place."""
    for a, b in edits:
        left, right = ([t for t in side if _carries(t)] for side in (a, b))
        if len(left) == len(right) == 1:
            yield left[0], right[0]
