"""A stretch of text that may mention a party."""

from __future__ import annotations

from dataclasses import dataclass, field

from recoupe.find.who.name import Name
from recoupe.lang.nouns import ActorNoun
from recoupe.types import ActorKind, Form

# Bodies' nouns that often mean a thing, a place or a moment unless something specifies them.
VAGUE = frozenset(
    """commission conseil cabinet comité chambre cour direction formation équipe journal radio télévision site groupe
    administration mouvement ligue alliance banque agence laboratoire école église association institution fondation
    brigade présidence école coopérative collectif congrès université hôpital quotidien défense société
    entreprise fédération chaîne union""".split()
)


@dataclass(slots=True)
class Candidate:
    """words[first:last] may stand for an actor; `head` is the word that does."""

    first: int
    last: int
    head: int
    form: Form
    kind: ActorKind | None = None
    name: Name | None = None
    noun: ActorNoun | None = None
    country: str | None = None
    gender: str | None = None
    plural: bool = False
    determiner: str = ""  # def, dem, pos, ind, num or "" for none
    core: int = -1  # first word after the determiner
    key: tuple[str, ...] = ()  # lower-case words that narrow the noun
    titles: list[str] = field(default_factory=list)
    title_noun: ActorNoun | None = None
    apposed: int | None = None  # index of the candidate it is set beside ("Iouri Ouchakov, conseiller du Kremlin")
    predicate: bool = False
    speaks: bool = False  # subject of a verb of saying, or a source
