"""Names that name no party where they stand: a maker's product, an event, a platform, a field of office, a storm."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from recoupe.find.who.gazetteer import Known
from recoupe.find.who.nameruns import HEADS, PLAIN
from recoupe.find.who.nonames import WORKS
from recoupe.parse.document import Word
from recoupe.types import ActorKind


def storms_of(words: Sequence[Word]) -> frozenset[str]:
    """Names that a report says once of a storm or a rocket: a thing throughout."""
    return frozenset(w.text for b, w in pairwise(words) if b.lower in _STORMS and w.text[0].isupper())


def is_nobody(words: Sequence[Word], storms: Collection[str], start: int, last: int) -> bool:
    """Is this run a field, a plain word, a storm, a thing that bears a name, or the title of a work?"""
    word, before, alone = words[start], words[start - 1].lower if start else "", last - start == 1
    if alone and word.lower in _FIELDS and before and before not in ("l'", "le"):
        return True
    if word.lower in PLAIN or alone and (word.lower in HEADS or word.text in storms):
        return True
    return before in _NAMED_THINGS and alone or before in WORKS


def is_product(words: Sequence[Word], first: int, last: int, kind: ActorKind) -> bool:
    """ "un Airbus A320", "deux Boeing", "Embraer 190": what a maker makes."""
    if kind != "organisation" or last - first > 1:
        return False
    after = words[last] if last < len(words) else None
    if first and words[first].lower in _MAKERS and words[first - 1].pos == "DET":
        return True
    return (first > 0 and words[first - 1].lower in ("un", "une", "deux", "trois", "quatre")) or (
        after is not None and after.text[0].isdigit() and after.start - words[last - 1].end == 1
    )


def is_event(words: Sequence[Word], i: int, known: Known) -> bool:
    """ "Tour de France", "sur Twitter": neither the state nor the company is a party there."""
    if i and known.sort == "platform":
        return not _acts(words, i)
    return i > 1 and known.kind == "state" and words[i - 1].lower in ("de", "du", "d'") and words[i - 2].text in _EVENTS


def _acts(words: Sequence[Word], i: int) -> bool:
    """Does the name at word i do something, or is something asked of it? Else a platform is only where things are read."""
    word = words[i]
    if words[i - 1].lower in ("selon", "chez", "contre", "par"):
        return True
    return word.dep.startswith(("nsubj", "obl:agent")) or (i + 1 < len(words) and words[i + 1].dep == "ROOT")


# What they make goes by their name as soon as it has an article: "le Cessna", "l'Airbus".
_MAKERS = frozenset(
    """airbus boeing embraer cessna bombardier tupolev antonov soukhoï iliouchine fokker peugeot renault citroën mercedes ferrari
    porsche bmw audi volkswagen toyota ford opel fiat tesla kawasaki yamaha""".split()
)
# What a minister or a director is in charge of: "la directrice régionale de la Santé".
_FIELDS = frozenset(
    """santé justice économie finances transports éducation culture sports environnement agriculture logement énergie budget
    industrie pêche immigration recherche tourisme communication télécommunications cohésion fonction sécurité""".split()
)
# What bears a name without being a party: "le prix Nobel", "l'ouragan Katia", "la fusée Ariane".
_NAMED_THINGS = frozenset(
    """prix trophée maladie syndrome loi opération rallye tournoi satellite fusée cyclone ouragan typhon tempête virus
    programme missile drone sonde système astéroïde navire bateau paquebot cargo ferry vaccin circuit""".split()
)
_STORMS = frozenset(("ouragan", "cyclone", "typhon", "tempête", "dépression", "fusée", "sonde"))  # named once, a thing throughout
_EVENTS = frozenset(("Tour", "Coupe", "Stade", "Championnat", "Championnats", "Prix", "Open", "Collège", "Comédie", "Banque"))
