"""The French text of a gloss, piece by piece, each with the English characters it stands for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from recoupe.gloss.french import elides


@dataclass(frozen=True, slots=True)
class Piece:
    """One French word or mark for source[start:end]; start == end for a word that English leaves out.

    `glued`: English sets no blank before it; asked of marks only.
    """

    text: str
    start: int
    end: int
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Gloss:
    """A text in French words, and where each character of it comes from."""

    text: str
    starts: tuple[int, ...]  # of the pieces, in the French text
    ends: tuple[int, ...]
    sources: tuple[tuple[int, int], ...]  # in the English text, piece for piece
    original: str  # the English text

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The English stretch that text[start:end] stands for: from its first to its last word. Never empty."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        told = [s for s in self.sources[first:last] if s[0] < s[1]]
        if not told:  # only words that English leaves out: the nearest word that it says
            told = [s for s in (*self.sources[last:], *reversed(self.sources[:first])) if s[0] < s[1]][:1]
        if not told:
            return 0, len(self.original)
        return min(s for s, _ in told), max(e for _, e in told)


_ELIDED = frozenset(("le", "la", "de", "que", "se", "ne", "je", "ce", "lorsque", "puisque", "jusque"))
_CONTRACTED = {
    ("de", "le"): "du",
    ("de", "les"): "des",
    ("à", "le"): "au",
    ("à", "les"): "aux",
    ("de", "des"): "de",
    ("de", "du"): "de",
}
_IS = ("est", "était", "étaient", "a", "avait", "aurait")  # "c'est", where "cet avion"
_OPENING = tuple("([{")


def join(pieces: Iterable[Piece], source: str) -> Gloss:
    """One text: articles contracted, vowels elided, blanks and line ends as the English has them."""
    done: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    sources: list[tuple[int, int]] = []
    at = 0
    before: Piece | None = None
    for piece in _fused(list(pieces)):
        blank = " " if before is not None and _apart(before, piece, source) else ""
        done.append(blank + piece.text)
        starts.append(at + len(blank))
        at += len(blank) + len(piece.text)
        ends.append(at)
        sources.append((piece.start, piece.end))
        before = piece
    return Gloss("".join(done), tuple(starts), tuple(ends), tuple(sources), source)


def _apart(before: Piece, piece: Piece, source: str) -> bool:
    """Does a blank stand between the two? None at a line end, behind an elided word, around marks that English sets close."""
    if before.text == "\n" or piece.text == "\n" or before.text.endswith("'"):
        return False
    if before.text in _OPENING:
        return False
    if piece.text in ("«", "»") or before.text == "«":
        return True
    if not piece.text[:1].isalnum():
        return not piece.glued
    joined = before.start < before.end == piece.start < piece.end
    return not (joined and not before.text[-1:].isalpha())


def _fused(pieces: Sequence[Piece]) -> list[Piece]:
    """ "de le" -> "du", "le avion" -> "l'avion", "sa équipe" -> "son équipe"."""
    out: list[Piece] = []
    for k, piece in enumerate(pieces):
        before = out[-1] if out else None
        if before is not None and piece.text[:1].isalnum():
            last = before.text.rpartition(" ")[2]
            elided = last.rpartition("'")[2]  # "jusqu'à" ends in "à"
            first, _, rest = piece.text.partition(" ")
            whole = _CONTRACTED.get((elided.lower(), first))
            if whole and not (first == "le" and _elided_next(rest, pieces, k)):
                front = before.text[: len(before.text) - len(elided)]
                whole = whole.title() if elided.istitle() else whole
                out[-1] = _both(before, piece, front + whole, keep=bool(rest))
                if rest:
                    out.append(replace(piece, text=rest))
                continue
            low = last.lower()
            if low in _ELIDED and elides(piece.text):
                noun = low == "ce" and first not in _IS
                out[-1] = replace(before, text=before.text + "t" if noun else before.text[:-1] + "'")
            elif low in ("sa", "ma") and elides(piece.text):
                out[-1] = replace(before, text=before.text[:-1] + "on")
            elif low == "si" and first in ("il", "ils"):
                out[-1] = replace(before, text=before.text[:-1] + "'")
        out.append(piece)
    return out


def _elided_next(rest: str, pieces: Sequence[Piece], k: int) -> bool:
    """ "de le avion" is "de l'avion": the article loses its vowel before it can be contracted."""
    following = rest or (pieces[k + 1].text if k + 1 < len(pieces) else "")
    return elides(following)


def _both(left: Piece, right: Piece, text: str, *, keep: bool) -> Piece:
    if keep:  # the words behind the article keep their own place
        return replace(left, text=text)
    told = [p for p in (left, right) if p.start < p.end] or [left]
    return Piece(text, min(p.start for p in told), max(p.end for p in told), left.glued)
