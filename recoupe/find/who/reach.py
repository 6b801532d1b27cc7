"""How far a noun phrase reaches to the right: "le ministre de la Défense", "la députée PS de la Somme"."""

from __future__ import annotations

from collections.abc import Mapping

from recoupe.find.who.candidates import Candidate
from recoupe.find.who.name import Name
from recoupe.lang.nouns import ActorNoun
from recoupe.parse.document import Word

_DE = frozenset(("de", "du", "des", "d'"))
# Words behind a noun of office that the tagger takes for others than adjectives.
_AFTER_NOUN = frozenset("pontife délégué déléguée délégués déléguées adjoint adjointe".split())
_PARTIES = frozenset("Parti Front Rassemblement Mouvement Union Alliance Parti Ligue Bloc Debout".split())
_ELECTIONS = frozenset(
    "présidentielle mairie élection élections primaire municipales législatives succession investiture vice-présidence".split()
)
_CALLED_PLACES = frozenset("région ville commune département métropole province canton île village station".split())


class Reach:
    """Reads the right edge of phrases, over the names of the report and the phrases already read further right."""

    __slots__ = ("demonyms", "extent", "name_at", "words")

    def __init__(
        self, words: tuple[Word, ...], name_at: Mapping[int, Name], extent: Mapping[int, Candidate], demonyms: Mapping[str, str]
    ) -> None:
        self.words, self.name_at, self.extent, self.demonyms = words, name_at, extent, demonyms

    def right(self, i: int, noun: ActorNoun) -> tuple[int, tuple[str, ...]]:
        """The end of the phrase whose noun is word i, and the words that narrow it."""
        words, n, j = self.words, len(self.words), i + 1
        key: list[str] = []
        steps, at_seen = 0, False
        while j < n and steps < 6:
            steps += 1
            if words[j].start - words[j - 1].end > 1:
                break
            if (label := self._label(i, j, noun)) > j:
                j = label
                continue
            if j in self.name_at:
                break
            word = words[j]
            if (word.pos == "ADJ" or word.lower in self.demonyms or word.lower in _AFTER_NOUN) and word.lower not in (
                "tel",
                "telle",
                "même",
            ):
                key.append(word.lower)
                j += 1
                continue
            if (
                words[j].start == words[j - 1].end
                and (word.text[0] == "-" or words[j - 1].text[-1] == "-")
                and word.pos != "PRON"
            ):
                j += 1
                continue
            listed = word.lower in (",", "et") and noun.lemma == "ministre" and self._portfolio(j + 1)
            k = j + 1 if listed else j
            if word.lower in ("à", "au", "aux") and at_seen:
                break
            at_seen = at_seen or word.lower in ("à", "au", "aux")
            end = self._complement(k, noun)
            if end is None:
                break
            key.extend(w.lower for w in words[j:end] if w.pos in ("NOUN", "PROPN", "ADJ", "X"))
            j = end
        return j, tuple(key)

    def _label(self, i: int, j: int, noun: ActorNoun) -> int:
        """Past the party of an elected person, "la députée PS de la Somme", "le sénateur (LR) Paul Denis"; else j."""
        words = self.words
        if noun.kind != "office" or any(
            words[k].pos != "ADJ" and k not in self.name_at and words[k].text != ")" for k in range(i + 1, j)
        ):
            return j
        name = self.name_at.get(j + (words[j].text == "("))
        if (
            name is None
            or name.kind != "organisation"
            or not (name.known or name.text.isupper() or name.text.split(" ")[0] in _PARTIES)
        ):
            return j
        end = name.last
        if words[j].text == "(":
            if end >= len(words) or words[end].text != ")":
                return j
            end += 1
        after = words[end] if end < len(words) else None
        follows = after is not None and (after.lower in _DE or after.text in "(," or end in self.name_at)
        return end if follows else j

    def _portfolio(self, j: int) -> bool:
        """Is "de la Défense" at word j one more portfolio of the same ministers?"""
        words, n = self.words, len(self.words)
        if j >= n or words[j].lower not in _DE:
            return False
        k = j + 2 if j + 1 < n and words[j + 1].pos == "DET" else j + 1
        return k < n and words[k].text[0].isupper()

    def _complement(self, j: int, noun: ActorNoun) -> int | None:
        """The end of "de la Défense", "du Kremlin", "en politique étrangère" at word j."""
        words, n = self.words, len(self.words)
        lower = words[j].lower
        if lower in ("en", "à", "au", "aux") and noun.kind in ("office", "job"):
            return self._field(j, noun)
        if lower not in _DE:
            return None
        k = j + 1
        while k < n and (words[k].pos in ("DET", "NUM") or words[k].lower in ("la", "l'", "le", "les")):
            k += 1
        if k >= n or words[k].start - words[k - 1].end > 1:
            return None
        if k in self.name_at:
            inner = self.name_at[k]
            return inner.last if inner.first >= k else None
        if k in self.extent:
            return self.extent[k].last
        if words[k].pos in ("NOUN", "PROPN", "X") or (words[k].pos == "ADJ" and k + 1 < n and words[k + 1].pos == "NOUN"):
            k = k + 1 if words[k].pos == "ADJ" and words[k + 1].pos == "NOUN" else k
            verb = words[words[k].head]
            if words[k].dep.split(":")[0] in ("obl", "obj", "xcomp") and verb.i < j and verb.pos == "VERB":
                return None  # "accuse l'armée | de crimes", "fait payer par la commune | des travaux"
            if words[k].lower in _CALLED_PLACES and k + 1 in self.name_at and self.name_at[k + 1].kind == "place":
                return self.name_at[k + 1].last  # "présidente de la région Île-de-France"
            return self.extent[k].last if k in self.extent else k + 1
        return None

    def _field(self, j: int, noun: ActorNoun) -> int | None:
        """The end of "en politique étrangère", "aux Anciens combattants", "à Paris" behind an office at word j."""
        words, n = self.words, len(self.words)
        near = [self.name_at[m] for m in (j + 1, j + 2) if m in self.name_at]
        if any(name.known and name.known.sort == "media" for name in near):
            return None  # "le député de la Somme | au Figaro": whom he told it
        k = j + 1
        while k < n and words[k].pos == "DET":
            k += 1
        if k >= n:
            return None
        if words[j].lower == "en":
            fits = words[k].pos == "NOUN" and words[k].lower in ("chef", "politique", "matière", "charge", "exercice")
        else:
            fits = (words[k].text[0].isupper() or words[k].lower in _ELECTIONS) and noun.kind == "office"
        if not fits or k in self.name_at:
            return self.name_at[k].last if fits else None
        two = words[k].text[0].isupper() and k + 1 < n and words[k + 1].pos in ("NOUN", "ADJ")
        return k + 2 if two else k + 1  # "ministre déléguée aux Anciens combattants"
