"""Descriptions -> parties: "le ministre", "les deux pays", "cet homme de 34 ans", by the report's own appositions and titles."""

from __future__ import annotations

from collections.abc import Callable

from recoupe.find.who.antecedents import Antecedents
from recoupe.find.who.bodiestold import body_of
from recoupe.find.who.candidates import Candidate
from recoupe.find.who.groupstold import group_of, is_pair, pair_of
from recoupe.find.who.officeholders import known_holder, person_called
from recoupe.find.who.parties import Party, Scene
from recoupe.find.who.personstaken import person_taken_up
from recoupe.find.who.personstold import likely_person
from recoupe.find.who.pronouns import Pronoun
from recoupe.find.who.takenup import AGES, DEFENDERS, PUBLIC

# "L'homme d'affaires", "la femme politique": what a person does, as "le banquier".
_MEN_OF = (("affaires",), ("politique",), ("église",), ("lettres",), ("loi",), ("télévision",), ("médias",), ("théâtre",))


class Descriptions:
    """Whom a noun phrase of the report stands for, or whom it introduces."""

    def __init__(self, scene: Scene, antecedents: Antecedents) -> None:
        self.scene, self.parsed, self.words = scene, scene.parsed, scene.parsed.words
        self.antecedents = antecedents
        self.country_told: tuple[int, Party] | None = None

    def find(self, c: Candidate) -> Party | None:
        """The party of this description, made where it introduces one; None where it is nobody's or cannot be told."""
        noun = c.noun
        assert noun is not None
        if c.apposed is not None and (party := self.scene.owner[c.apposed]) is not None:
            self.scene.call(party, c, self._whose(c))
            return party
        if c.predicate:
            self._predicate(c)
            return None
        if noun.lemma in ("pays", "royaume") and not c.plural or (noun.lemma == "pays" and self._bare_country(c)):
            return self._country(c)
        if is_pair(self.scene, c):
            return pair_of(self.scene, c)
        if c.kind == "group":
            return group_of(self.scene, c)
        if c.kind == "organisation":
            return body_of(self.scene, c)
        return self._person(c)

    def _whose(self, c: Candidate) -> Party | None:
        """The party that a possessive before the noun stands for."""
        if c.determiner != "pos":
            return None
        return self.antecedents.possessor(Pronoun(c.first, "possessive", None, self.words[c.first].lower.startswith("leur")))

    def _defended(self, c: Candidate) -> Party | None:
        """ "Son client": whom the lawyer just told of defends."""
        lawyer = self._whose(c)
        served = [r.of for r in lawyer.roles if r.lemma in DEFENDERS and r.of is not None] if lawyer else []
        return self.scene.parties[served[-1]] if served else None

    def _predicate(self, c: Candidate) -> None:
        """ "Jean Dupont est le maire de Lyon": the subject is called so, the words are no mention."""
        for kid in self.parsed.kids(c.head, "nsubj"):
            k = self.scene.covering.get(kid.i)
            party = self.scene.owner[k] if k is not None else self.scene.at.get(kid.i)
            if party is not None and party.kind == "person" and not (kid.lower in ("il", "elle") and self._unsure(c, party)):
                self.scene.call(party, c)

    def _unsure(self, c: Candidate, party: Party) -> bool:
        """ "La montre lui a été offerte alors qu'il était ministre": with another such person near, no office is learnt."""
        here = self.words[c.head].sent
        near = [r.party for r in self.scene.refs[-40:] if here - r.sentence <= 3 and r.party is not None]
        return any(p is not party and p.kind in ("person", "role") and self.scene.agrees(p, party.gender) for p in near)

    def _bare_country(self, c: Candidate) -> bool:
        if c.determiner not in ("def", "dem", "pos"):
            return False
        return c.core == c.head and self.words[c.core - 1].lower not in ("les", "ces", "ses", "leurs", "des", "aux")

    def _country(self, c: Candidate) -> Party | None:
        """ "le pays", "ce pays", "son pays": the possessor's state, else the state told of last."""
        if c.determiner == "pos":
            owner = self.antecedents.possessor(Pronoun(c.first, "possessive", None, self.words[c.first].lower.startswith("leur")))
            return self.scene.home(owner)
        if c.first and self.words[c.first - 1].lower == "dont" and c.first - 1 in self.scene.at:
            return self.scene.home(self.scene.at[c.first - 1])
        here = self.words[c.head].sent
        if self.country_told is not None and here - self.words[self.country_told[0]].sent <= 2:
            return self._tell(c, self.country_told[1])
        for ref in reversed(self.scene.refs):
            if ref.party is not None and ref.party.kind == "state" and here - ref.sentence <= 3:
                return self._tell(c, ref.party)
        return None

    def _tell(self, c: Candidate, state: Party) -> Party:
        """Remember which state "le pays" stands for: the next "ce pays" is the same."""
        self.country_told = (c.head, state)
        return state

    def _person(self, c: Candidate) -> Party | None:
        noun = c.noun
        assert noun is not None
        if c.determiner == "ind":
            return self._someone(c, None)
        if noun.lemma == "intéressé":
            return self._latest(lambda p: p.kind == "person" and self.scene.agrees(p, c.gender))
        role = self.scene.role(c, noun.lemma)
        if c.determiner in ("def", "dem", "") and (
            party := person_called(self.scene, c, role) or known_holder(self.scene, c, role)
        ):
            if c.country and party.country is None:
                party.country = c.country
            return party
        called = noun.lemma in ("homme", "femme") and c.key[:1] in _MEN_OF and c.determiner == "def"
        plain = (
            called or not role.key - AGES or (c.last - c.head - 1 == len(c.key) and c.country is None and noun.lemma in PUBLIC)
        )
        if c.determiner in ("def", "dem") and plain and (party := likely_person(self.scene, c, role)):
            party.roles.append(role)
            return party
        if c.determiner == "def" and (party := person_taken_up(self.scene, c, role)):
            party.roles.append(role)
            return party
        if noun.lemma == "client" and c.determiner == "pos" and (served := self._defended(c)):
            return served
        return self._someone(c, self._whose(c))

    def _someone(self, c: Candidate, owner: Party | None) -> Party:
        """An unnamed person of this report. An indefinite always introduces a new one."""
        assert c.noun is not None
        key: tuple[str, ...] = (
            "someone",
            c.noun.lemma,
            " ".join(sorted(c.key)),
            str(owner.n) if owner else "",
            c.determiner == "pos" and "p" or "",
        )
        if c.determiner == "ind":  # a teaser and the text below it may introduce the same person in the same words
            told = len(c.key) > 1 or c.last + 4 > len(self.words)
            key = ("new", self.scene.text(c.first, c.last if told else c.last + 4))
        party = self.scene.by_key.get(key)
        if party is None:
            party = self.scene.new(c.kind or "role", self.scene.text(c.core, c.last), key)
            party.country, party.gender = c.country, c.gender
            party.roles.append(self.scene.role(c, c.noun.lemma))
            if owner is not None:
                party.roles[-1].of = owner.n
                if owner.kind == "state" and c.noun.kind == "office":
                    party.country = party.roles[-1].country = party.country or owner.country
        return party

    def _latest(self, fits: Callable[[Party], bool]) -> Party | None:
        found = [p for p in self.scene.pool() if p.seen >= 0 and fits(p)]
        return max(found, key=lambda p: (p.seen, -p.n)) if found else None
