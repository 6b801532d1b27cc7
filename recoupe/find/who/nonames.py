"""Words whose capitals name nobody: lines printed in capitals, and titles of works."""

from __future__ import annotations

from recoupe.parse.document import Parsed

# What has a title of its own: behind it a quotation, or a name that is no person's, is a work ("le film « Carbone »").
WORKS = frozenset(
    """film court-métrage long-métrage série téléfilm feuilleton documentaire émission jeu chanson tube single morceau titre album
    clip disque comédie pièce spectacle opéra ballet roman livre ouvrage essai recueil nouvelle bd manga poème tableau toile
    sculpture exposition revue podcast rubrique sketch""".split()
)


def shouting(parsed: Parsed) -> frozenset[int]:
    """Words of sentences printed in capitals: capitals say nothing there."""
    found: set[int] = set()
    for s in parsed.sentences:
        inside = range(s.first, s.last)
        letters = [i for i in inside if parsed.words[i].text[0].isalpha() and len(parsed.words[i].text) > 1]
        if len(letters) > 3 and sum(parsed.words[i].text.isupper() for i in letters) > 0.6 * len(letters):
            found.update(inside)
    return frozenset(found)


def titles(parsed: Parsed) -> frozenset[int]:
    """Words of a short quotation that stands behind the noun of a work: its title."""
    found: set[int] = set()
    for quote in parsed.quotes:
        inside = parsed.at(quote.inner_start, quote.inner_end)
        if not inside or len(inside) > 10 or inside[0] < 2:
            continue
        nouns = [w.lemma.lower() for w in parsed.words[max(0, inside[0] - 3) : inside[0]] if w.pos in ("NOUN", "ADJ", "PROPN")]
        if any(noun in WORKS for noun in nouns):
            found.update(inside)
    return frozenset(found)
