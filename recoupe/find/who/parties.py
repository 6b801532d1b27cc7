"""The parties of one report while they are being gathered, and the scene in which they stand: who was told of where."""

from __future__ import annotations

from dataclasses import dataclass, field

from recoupe.find.who.candidates import Candidate
from recoupe.find.who.phrases import country_name
from recoupe.find.who.pronouns import CUES
from recoupe.find.who.takenup import AGES, FORMER, HEADS_OF_STATE, HOUSED, SEATS, STATE_WORDS, narrower
from recoupe.lang.countries import countries, demonyms
from recoupe.parse.document import Parsed
from recoupe.types import ActorKind, Form


@dataclass(slots=True)
class Role:
    """Something a party was called: "ministre" with what narrows it."""

    lemma: str
    concept: str
    key: frozenset[str]
    country: str | None
    former: bool = False
    of: int | None = None  # the party whose it is: "son avocate"


@dataclass(slots=True)
class Party:
    """One party being gathered."""

    n: int
    kind: ActorKind
    name: str
    country: str | None = None
    gender: str | None = None
    plural: bool = False
    named: bool = False
    names: dict[str, None] = field(default_factory=dict)
    titles: dict[str, None] = field(default_factory=dict)
    roles: list[Role] = field(default_factory=list)
    members: tuple[int, ...] = ()
    count: int = 0
    seen: int = -1  # word of the latest mention
    sort: str = ""  # of a known institution: media, club, seat ...


@dataclass(frozen=True, slots=True)
class Reference:
    """A place where a party (None: some thing) stands, for what comes after to point at."""

    word: int
    sentence: int
    party: Party | None
    role: str  # subject, object, agent, other, inner
    main: bool
    tail: bool  # the inverted subject of a cue after its quotation
    gender: str | None
    plural: bool


@dataclass(frozen=True, slots=True)
class Resolved:
    """words[first:last] stand for this party."""

    first: int
    last: int
    head: int
    form: Form
    party: Party


class Scene:
    """What the reader of one report knows so far: the parties, where each of them stands, and what they were called."""

    def __init__(self, parsed: Parsed, candidates: list[Candidate]) -> None:
        self.parsed, self.words, self.candidates = parsed, parsed.words, candidates
        self.parties: list[Party] = []
        self.by_key: dict[tuple[str, ...], Party] = {}
        self.owner: list[Party | None] = [None] * len(candidates)
        self.at: dict[int, Party] = {}  # word -> party that stands there
        self.refs: list[Reference] = []
        self.out: list[Resolved] = []
        self.covering: dict[int, int] = {}  # word -> the candidate, name before description, that holds it
        self.by_core: dict[int, int] = {}
        for n in range(len(candidates) - 1, -1, -1):
            if candidates[n].form != "adjective":
                for i in range(candidates[n].first, min(candidates[n].last, candidates[n].first + 40)):
                    if i not in self.covering or candidates[n].name is not None:
                        self.covering[i] = n
                if candidates[n].name is not None:
                    self.by_core[candidates[n].core] = n
        self.adjectives = {self.words[c.head].lower for c in candidates if c.form == "adjective"}
        self.quoted = [False] * len(self.words)
        for quote in parsed.quotes:
            for i in parsed.at(quote.inner_start, quote.inner_end):
                self.quoted[i] = True

        self.ranks: list[int] = []  # by sentence: how many of the report's own words came before it
        for sentence in parsed.sentences:
            own = any(not self.quoted[i] and self.words[i].pos != "PUNCT" for i in range(sentence.first, sentence.last))
            self.ranks.append((self.ranks[-1] if self.ranks else 0) + own)

    def pool(self) -> list[Party]:
        """The parties worth asking: all of them, or in a text of book length the first and the latest."""
        return self.parties if len(self.parties) <= 900 else self.parties[:300] + self.parties[-600:]

    def new(self, kind: ActorKind, name: str, key: tuple[str, ...] | None = None) -> Party:
        party = Party(len(self.parties), kind, name)
        self.parties.append(party)
        if key is not None:
            self.by_key[key] = party
        return party

    def state(self, code: str) -> Party:
        """The party of a state by its code."""
        party = self.by_key.get(("state", code))
        if party is None:
            kind: ActorKind = "place" if code in countries() and countries()[code].kind == "territory" else "state"
            party = self.new(kind, country_name(code), ("state", code))
            party.country, party.named = code, True
        return party

    def agrees(self, party: Party, gender: str | None) -> bool:
        return party.gender is None or gender is None or party.gender == gender

    def merge(self, old: Party | None, new: Party) -> None:
        if old is None or old is new:
            return
        new.country = new.country or old.country
        for k in range(len(self.owner)):
            if self.owner[k] is old:
                self.owner[k] = new

    def note(self, first: int, last: int, head: int, form: Form, party: Party) -> None:
        self.out.append(Resolved(first, last, head, form, party))
        if form not in ("adjective", "possessive"):
            party.count += 1
            party.seen = head
            self.at[head] = party
            self.refer(first, last, party)
        text = " ".join(self.parsed.text[self.words[first].start : self.words[last - 1].end].split())
        if form not in ("pronoun", "possessive", "adjective"):
            party.names.setdefault(text)

    def refer(self, first: int, last: int, party: Party | None) -> None:
        """Remember that a party (or a thing) stands here, in this grammatical role."""
        role, word = "other", first
        for i in range(first, last):
            w = self.words[i]
            if first <= w.head < last and w.head != i:
                continue
            dep = w.dep.split(":")
            if dep[0] == "nsubj":
                role, word = "subject", i
                break
            if dep[0] in ("obj", "iobj") or w.dep == "obl:arg":
                role, word = "object", i
            elif w.dep == "obl:agent" and role == "other":
                role, word = "agent", i
            elif dep[0] == "nmod" and role == "other":
                role, word = "inner", i
            elif dep[0] == "conj" and role == "other" and any(r.word == w.head and r.role == "subject" for r in self.refs[-6:]):
                role, word = "subject", i
        verb = self.words[self.words[word].head]
        if role == "subject" and verb.pos == "PROPN":
            role = "other"  # "Le vice-président sera Paul Denis": tells who holds a post, and the talk is of another
        main = role == "subject" and verb.dep in ("ROOT", "root", "conj")
        tail = role == "subject" and word > verb.i and verb.lemma in CUES
        if party is not None:
            gender, plural = party.gender, party.plural
            self.at.setdefault(word, party)
        else:
            w = self.words[first]
            gender = {"Masc": "m", "Fem": "f"}.get(w.feat("Gender") or "")
            plural = w.feat("Number") == "Plur"
        self.refs.append(Reference(word, self.words[first].sent, party, role, main, tail, gender, plural))

    def demonym(self, word: str) -> bool:
        return word in demonyms() or word in self.adjectives

    def home(self, party: Party | None) -> Party | None:
        if party is None:
            return None
        return self.state(party.country) if party.country and party.kind in ("person", "role", "state") else None

    def together(self, members: list[Party], gender: str) -> Party:
        """The party of several."""
        ordered = sorted(members, key=lambda p: p.n)
        key = ("pair", *(str(p.n) for p in ordered))
        party = self.by_key.get(key)
        if party is None:
            party = self.new("group", " et ".join(p.name for p in ordered), key)
            party.members, party.plural, party.gender = tuple(p.n for p in ordered), True, gender
        return party

    def text(self, first: int, last: int) -> str:
        return " ".join(self.parsed.text[self.words[first].start : self.words[last - 1].end].split())

    def joined(self, i: int) -> Party | None:
        """ "Moscou et Pyongyang": the party of both subjects."""
        n = self.covering.get(i)
        inside = range(self.candidates[n].first, self.candidates[n].last) if n is not None else range(i, i + 1)
        others = [self.at[k.i] for w in inside for k in self.parsed.kids(w, "conj") if k.i in self.at and k.i not in inside]
        return self.together([self.at[i], *others], "m") if others and i in self.at else None

    def standing(self, i: int) -> Party | None:
        for found in reversed(self.out[-10:]):
            if found.first <= i < found.last and found.form not in ("adjective", "possessive"):
                return found.party
        return None

    def role(self, c: Candidate, lemma: str) -> Role:
        called = c.titles[0] if c.name is not None and c.titles else self.text(c.core, c.head + 1)
        former = any(w in FORMER or w.startswith("ex-") for w in called.lower().split())
        return Role(lemma, self.concept(c, lemma), frozenset(c.key) - FORMER, c.country, former)

    def concept(self, c: Candidate, lemma: str) -> str:
        """One word for an office that has many: "le chef de l'État", "le président", "le dirigeant" -> head."""
        key = set(c.key)
        if lemma == "ministre" and any(w.lower in ("premier", "première") for w in self.words[max(c.core, 0) : max(c.head, 0)]):
            return "premier"
        if lemma == "chef" and "gouvernement" in key or lemma == "chancelier":
            return "premier"
        if (lemma == "chef" and "diplomatie" in key) or (lemma == "ministre" and "étrangères" in key):
            return "diplomat"
        if lemma in HOUSED and (seat := next((s for s in sorted(key) if s in SEATS), "")):
            return SEATS[seat]
        if lemma in ("pontife", "pape") or "pontife" in key:
            return "pope"
        if lemma in HEADS_OF_STATE:
            rest = {k for k in key if k not in STATE_WORDS and not self.demonym(k)}
            if not rest and (lemma != "chef" or key & STATE_WORDS):
                return "leader" if lemma in ("dirigeant", "leader") else "head"
        return ""

    def same_role(self, role: Role, other: Role, party: Party) -> bool:
        country = other.country or party.country
        if role.country and country and role.country != country:
            return False
        if (role.concept or other.concept) and role.former != other.former:
            return False  # "l'ancien chef de l'État" is not the one in office
        if role.concept and role.concept == other.concept:
            return bool(role.country) == bool(other.country) or party.seen >= 0
        if other.concept == "leader" and not country:
            return False  # "le dirigeant Paul Denis" may lead a firm: he is not "le chef de l'État" for that
        if "leader" in (role.concept, other.concept) and {role.concept, other.concept} & {"head", "premier"}:
            return bool(role.country) == bool(country) or party.seen >= 0
        if not {k for k in role.key if not self.demonym(k)} - AGES and other.lemma in narrower().get(role.lemma, ()):
            return party.seen >= 0
        if role.lemma != other.lemma or (role.concept and other.concept):
            return False
        if "premier" in (role.concept, other.concept):
            return False  # "le Premier ministre" is not the minister of something
        if not role.key:
            return party.seen >= 0
        return role.key == other.key or bool(role.key & {k for k in other.key if not self.demonym(k)})

    def call(self, party: Party, c: Candidate, owner: Party | None = None) -> None:
        """The party is called so: "conseiller du Kremlin", by whose it is: "son avocate"."""
        assert c.noun is not None
        party.roles.append(self.role(c, c.noun.lemma))
        party.roles[-1].of = owner.n if owner is not None else None
        party.titles.setdefault(self.text(c.core, c.last))
        if party.kind == "person":
            party.gender = party.gender or c.noun.gender
            if party.country is None and c.noun.kind in ("office", "job"):
                party.country = c.country


def fold(text: str) -> str:
    """A name as a key: lower case, hyphens as blanks."""
    return text.lower().replace("-", " ")
