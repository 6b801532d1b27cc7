"""Who is who inside one report: candidates and pronouns -> parties.

Names first (full names own their short forms), then one walk through the text: descriptions by the report's own
appositions and titles, pronouns and possessives by agreement, grammatical role and nearness. What cannot be told stays untold.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from recoupe.find.gazetteer import Known, known_at, place_adjectives
from recoupe.find.holders import offices_of
from recoupe.find.phrases import Candidate, country_name
from recoupe.find.pronouns import CUES, Pronoun, find_pronouns
from recoupe.find.takenup import (
    AGES,
    ATTITUDE,
    CULPRITS,
    FAMILY_FIRST,
    FEW,
    GIVE,
    HEADS_OF_STATE,
    MAKING,
    MOVEMENTS,
    PUBLIC,
    PUBLIC_OFFICES,
    REPROACH,
    SEEN,
    SMALL_WORDS,
    SORTS,
    STANDING,
    STATE_WORDS,
    TITLES_OF_PAIRS,
    TOWARDS,
    WIDER,
)
from recoupe.lang.countries import countries, demonyms
from recoupe.lang.nouns import actor_nouns, first_names
from recoupe.parse.document import Parsed
from recoupe.types import ActorKind, Form


@dataclass(slots=True)
class Role:
    """Something a party was called: "ministre" with what narrows it."""

    lemma: str
    concept: str
    key: frozenset[str]
    country: str | None


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


def resolve(parsed: Parsed, candidates: list[Candidate]) -> tuple[list[Resolved], list[Party]]:
    """The mentions that could be resolved, in order, and their parties."""
    return _Resolver(parsed, candidates).run()


class _Resolver:
    def __init__(self, parsed: Parsed, candidates: list[Candidate]) -> None:
        self.parsed, self.words, self.candidates = parsed, parsed.words, candidates
        self.parties: list[Party] = []
        self.by_key: dict[tuple[str, ...], Party] = {}
        self.full: dict[str, list[Party]] = {}  # last or first word of a full name -> its persons
        self.owner: list[Party | None] = [None] * len(candidates)
        self.at: dict[int, Party] = {}  # word -> party that stands there
        self.refs: list[Reference] = []
        self.out: list[Resolved] = []
        self.union = "Union européenne" in parsed.text or "UE" in parsed.text or "européen" in parsed.text
        self.country_told: tuple[int, Party] | None = None
        self.covering: dict[int, int] = {}  # word -> the candidate, name before description, that holds it
        self.by_core: dict[int, int] = {}
        for n in range(len(candidates) - 1, -1, -1):
            if candidates[n].form != "adjective":
                for i in range(candidates[n].first, min(candidates[n].last, candidates[n].first + 40)):
                    if i not in self.covering or candidates[n].name is not None:
                        self.covering[i] = n
                if candidates[n].name is not None:
                    self.by_core[candidates[n].core] = n
        self.full_at: dict[int, list[int]] = {}  # party -> [first full name, weight]
        self.quoted = [False] * len(self.words)
        for quote in parsed.quotes:
            for i in parsed.at(quote.inner_start, quote.inner_end):
                self.quoted[i] = True

    def run(self) -> tuple[list[Resolved], list[Party]]:
        self._names()
        pronouns = find_pronouns(self.parsed)
        things = self._things()
        steps: list[tuple[int, int, int, Candidate | Pronoun | None]] = []
        steps.extend((c.first, -c.last, n, c) for n, c in enumerate(self.candidates))
        steps.extend((p.word, -p.word - 1, -1, p) for p in pronouns)
        steps.extend((i, -i - 1, -2, None) for i in things)
        steps.sort(key=lambda s: s[:3])
        for at, _, n, step in steps:
            if isinstance(step, Candidate):
                self._candidate(n, step)
            elif isinstance(step, Pronoun):
                self._pronoun(step)
            else:
                self._refer(at, at + 1, None)
        self._name_offices()
        used = {id(r.party): r.party for r in self.out}
        for party in list(used.values()):
            for m in party.members:
                used[id(self.parties[m])] = self.parties[m]
        return self.out, sorted(used.values(), key=lambda p: p.n)

    def _name_offices(self) -> None:
        """ "L'animateur" of the teaser is the one man the report goes on to name, if nobody else comes into question."""
        for gender in ("m", "f"):
            known = [p for p in self._pool() if p.kind == "person" and p.named and p.gender in (gender, None) and p.count]
            holders = [p for p in known if not p.titles]
            public = [
                p
                for p in self._pool()
                if p.kind == "role" and p.gender == gender and p.count and p.roles and p.roles[0].lemma in PUBLIC_OFFICES
            ]
            if len(holders) == 1 and len(public) == 1 and holders[0].gender == gender and self._definite(public[0]):
                if not self._side_by_side(public[0], holders[0]):
                    self._absorb(public[0], holders[0])

    def _side_by_side(self, office: Party, person: Party) -> bool:
        """Do both stand in one sentence (then they are two), or does the office never act?"""
        where = [{r.sentence for r in self.refs if r.party is p} for p in (office, person)]
        return bool(where[0] & where[1]) or not any(r.party is office and r.role == "subject" for r in self.refs)

    def _definite(self, party: Party) -> bool:
        found = [c for n, c in enumerate(self.candidates) if self.owner[n] is party]
        foreign = any(self._demonym(k) for c in found for k in c.key)
        return bool(found) and not foreign and all(c.determiner == "def" for c in found)

    def _absorb(self, old: Party, new: Party) -> None:
        new.names.update(old.names)
        new.titles.setdefault(old.name)
        new.roles.extend(old.roles)
        new.count += old.count
        self.out = [Resolved(r.first, r.last, r.head, r.form, new) if r.party is old else r for r in self.out]
        for k in range(len(self.owner)):
            if self.owner[k] is old:
                self.owner[k] = new

    def _pool(self) -> list[Party]:
        """The parties worth asking: all of them, or in a text of book length the first and the latest."""
        return self.parties if len(self.parties) <= 900 else self.parties[:300] + self.parties[-600:]

    # --- names

    def _new(self, kind: ActorKind, name: str, key: tuple[str, ...] | None = None) -> Party:
        party = Party(len(self.parties), kind, name)
        self.parties.append(party)
        if key is not None:
            self.by_key[key] = party
        return party

    def _names(self) -> None:
        for n, c in enumerate(self.candidates):
            if c.name is not None and c.kind == "person" and " " in c.name.text and "." not in c.name.text:
                person = self.owner[n] = self._full_name(c)
                self._count_full(person, c)
        for n, c in enumerate(self.candidates):
            if c.form == "adjective":
                self.owner[n] = self.state(c.country or "")
            elif c.name is not None and self.owner[n] is None:
                self.owner[n] = self._name(c)
        self._bind_acronyms()
        for n, c in enumerate(self.candidates):
            if (party := self.owner[n]) is not None and c.name is not None:
                self._learn(party, c)
        for c in self.candidates:  # what a later apposition says ("Paul Denis, ministre des Sports") holds from the start
            if c.apposed is not None and (party := self.owner[c.apposed]) is not None:
                self._call(party, c)

    def state(self, code: str) -> Party:
        """The party of a state by its code."""
        party = self.by_key.get(("state", code))
        if party is None:
            kind: ActorKind = "place" if countries()[code].kind == "territory" else "state"
            party = self._new(kind, country_name(code), ("state", code))
            party.country, party.named = code, True
        return party

    def _full_name(self, c: Candidate) -> Party:
        assert c.name is not None
        text = c.name.text
        party = self.by_key.get(("person", fold(text)))
        if party is None:
            party = self._new("person", text, ("person", fold(text)))
            party.named = True
            tokens = text.split(" ")
            for part in dict.fromkeys((tokens[-1], tokens[0], " ".join(tokens[1:]), " ".join(tokens[-2:]))):
                self.full.setdefault(fold(part), []).append(party)
        return party

    def _name(self, c: Candidate) -> Party | None:
        name = c.name
        assert name is not None
        if name.known is not None and c.kind != "person":
            return self._known(c)
        if c.kind == "person":
            return self._short_name(c)
        key = (c.kind or "", fold(name.text))
        found = self.by_key.get(key)
        if found is None:
            found = self._new(c.kind or "organisation", name.text, key)
            found.named = True
        return found

    def _known(self, c: Candidate) -> Party:
        known = c.name.known if c.name else None
        assert known is not None
        if known.sort in ("country", "territory") and known.country:
            party = self.state(known.country)
            party.gender = known.gender if known.gender != "p" else "m"
            party.plural = known.plural
            return party
        if known.name == "Bruxelles" and self.union and self._metonym(c):
            c.form, c.kind = "metonym", "organisation"
            union = known_at("Union européenne", 0)
            assert union is not None
            return self._institution(union[1])
        if known.sort == "capital" and known.country and self._metonym(c):
            c.form, c.kind = "metonym", "state"
            return self.state(known.country)
        return self._institution(known)

    def _institution(self, known: Known) -> Party:
        key = (known.kind, known.name)
        party = self.by_key.get(key)
        if party is None:
            party = self._new(known.kind, known.name, key)
            party.country, party.plural, party.named = known.country, known.plural, True
            party.sort = known.sort
            party.gender = known.gender if known.gender in ("m", "f") else None
        return party

    def _short_name(self, c: Candidate) -> Party:
        """The person whose full name ends (or, rarely, begins) with this one."""
        assert c.name is not None
        text = c.name.text
        short = text.split(" ")[-1] if "." in text.split(" ")[0] else text
        fitting = [p for p in self.full.get(fold(short), ()) if self._fits_part(p, short) and self._agrees(p, c.gender)]
        if fitting:
            before = [p for p in fitting if self._first_full(p) < c.first] or fitting
            return min(before, key=lambda p: (-self._weight(p), p.n))
        key = ("person", fold(text))
        party = self.by_key.get(key)
        if party is None or not self._agrees(party, c.gender):
            party = self._new("person", text, key if party is None else (*key, c.gender or ""))
            party.named = True
        return party

    def _fits_part(self, party: Party, short: str) -> bool:
        tokens = party.name.split(" ")
        if fold(party.name).endswith(fold(short)) and short != tokens[0]:
            return True
        return tokens[0] in FAMILY_FIRST or tokens[0] in first_names() or len(self.full.get(fold(short), ())) == 1

    def _agrees(self, party: Party, gender: str | None) -> bool:
        return party.gender is None or gender is None or party.gender == gender

    def _first_full(self, party: Party) -> int:
        return self.full_at.get(party.n, [len(self.words), 0])[0]

    def _weight(self, party: Party) -> int:
        """How often the report writes this full name; a title in office counts (the living "Kim" before his grandfather)."""
        return self.full_at.get(party.n, [0, 0])[1]

    def _count_full(self, party: Party, c: Candidate) -> None:
        found = self.full_at.setdefault(party.n, [c.first, 0])
        found[0] = min(found[0], c.first)
        found[1] += 1 + 2 * (c.title_noun is not None and c.title_noun.kind == "office")

    def _learn(self, party: Party, c: Candidate) -> None:
        assert c.name is not None
        party.names.setdefault(c.name.text)
        if party.kind == "person":
            party.gender = party.gender or c.gender
            if len(c.name.text) > len(party.name) and fold(party.name) in fold(c.name.text):
                party.name = c.name.text
        if c.title_noun is not None:
            for title in c.titles:
                party.titles.setdefault(title)
            party.roles.append(self._role(c, c.title_noun.lemma))
            if party.country is None and (c.title_noun.kind != "kin" or c.title_noun.lemma == "homologue"):
                party.country = c.country

    def _bind_acronyms(self) -> None:
        """ "Comité d'enquête (SK)": from here on both are one. The acronym's own party is folded into the long name's."""
        self._bind_initials()
        for n, c in enumerate(self.candidates):
            party = self.owner[n]
            j = c.last
            if party is None or c.kind != "organisation" or j + 2 >= len(self.words) or self.words[j].text != "(":
                continue
            for m in range(n + 1, min(n + 4, len(self.candidates))):
                other = self.candidates[m]
                if (
                    other.first == j + 1
                    and other.name is not None
                    and self.words[other.last].text == ")"
                    and other.kind != "person"
                ):
                    self._merge(self.owner[m], party)

    def _bind_initials(self) -> None:
        """ "Tribunal arbitral du sport ... Le TAS": the initials of the words that carry meaning."""
        long: dict[str, Party | None] = {}
        for party in self.parties:
            if party.kind == "organisation" and party.name.count(" ") > 1:
                letters = "".join(w[0] for w in party.name.replace("'", " ").split() if w.lower() not in SMALL_WORDS).upper()
                long[letters] = None if letters in long else party
        for party in list(self.parties):
            if party.kind == "organisation" and party.name.isupper() and not party.sort:
                self._merge(party, long.get(party.name) or party)

    def _merge(self, old: Party | None, new: Party) -> None:
        if old is None or old is new:
            return
        new.country = new.country or old.country
        for k in range(len(self.owner)):
            if self.owner[k] is old:
                self.owner[k] = new

    def _metonym(self, c: Candidate) -> bool:
        """Does this capital act (the government), rather than lie somewhere (the place)?"""
        inside = range(c.core, c.name.last if c.name else c.last)
        word = next((self.words[i] for i in inside if self.words[i].head not in inside), self.words[c.core])
        head = self.words[word.head]
        case = next((k.lower for k in self.parsed.kids(word.i, "case")), "")
        before = self.words[c.first - 1] if c.first else None
        if not case and before is not None and before.pos == "ADP":
            case = before.lower
        dep = word.dep.split(":")[0]
        if dep == "conj":
            other = self.candidates[self.by_core[head.i]] if head.i in self.by_core else None
            return other is not None and not case and (other.form == "metonym" or other.kind == "state" or self._metonym(other))
        if dep in ("nsubj", "dep", "dislocated") and not case and (dep == "nsubj" or head.i > word.i):
            return head.lemma not in STANDING and head.pos in ("VERB", "AUX", "ADJ", "NOUN")
        if dep == "obj" and not case:
            return head.lemma in TOWARDS
        if case in ("contre", "entre", "avec", "selon", "par", "pour"):
            return (
                head.pos == "VERB" and head.lemma not in ("passer", "transiter", "partir") or case in ("contre", "entre", "selon")
            )
        if case in ("de", "d'"):
            return head.pos == "NOUN" and (head.lemma in ATTITUDE or head.lower.rstrip("s") in ATTITUDE)
        return case == "à" and head.lemma in GIVE

    # --- the walk

    def _candidate(self, n: int, c: Candidate) -> None:
        party = self.owner[n]
        if party is None and c.noun is not None:
            party = self._description(c)
            self.owner[n] = party
        if party is None:
            return
        if c.predicate and c.name is None:
            return
        if c.form == "description" and c.kind == "group" and self._counted(c):
            return
        self._note(c.first, c.last, c.head, c.form, party)

    def _counted(self, c: Candidate) -> bool:
        """ "32 survivants" is a figure; "trois hommes ont attaqué" are a party."""
        number = any(self.words[k].pos == "NUM" for k in range(c.core, c.head))
        if not number or self._two(c):
            return False
        few = any(self.words[k].lower in FEW for k in range(c.core, c.head))
        return self.words[c.head].dep not in (("nsubj", "obl:agent", "nsubj:pass") if few else ("nsubj", "obl:agent"))

    def _note(self, first: int, last: int, head: int, form: Form, party: Party) -> None:
        self.out.append(Resolved(first, last, head, form, party))
        if form not in ("adjective", "possessive"):
            party.count += 1
            party.seen = head
            self.at[head] = party
            self._refer(first, last, party)
        text = " ".join(self.parsed.text[self.words[first].start : self.words[last - 1].end].split())
        if form not in ("pronoun", "possessive", "adjective"):
            party.names.setdefault(text)

    def _refer(self, first: int, last: int, party: Party | None) -> None:
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

    def _things(self) -> list[int]:
        """Subjects that no candidate covers: what "il" may stand for instead of a person."""
        covered: set[int] = set()
        for c in self.candidates:
            covered.update(range(c.first, c.last))
        return [w.i for w in self.words if w.pos == "NOUN" and w.dep.startswith("nsubj") and w.i not in covered]

    # --- descriptions

    def _role(self, c: Candidate, lemma: str) -> Role:
        return Role(lemma, self._concept(c, lemma), frozenset(c.key) - {"ancien", "ancienne", "ex"}, c.country)

    def _concept(self, c: Candidate, lemma: str) -> str:
        """One word for an office that has many: "le chef de l'État", "le président", "le dirigeant" -> head."""
        key = set(c.key)
        first = self.words[c.core].lower if 0 <= c.core < len(self.words) else ""
        if first in ("premier", "première") and lemma == "ministre":
            return "premier"
        if lemma == "chef" and "gouvernement" in key or lemma == "chancelier":
            return "premier"
        if (lemma == "chef" and "diplomatie" in key) or (lemma == "ministre" and "étrangères" in key):
            return "diplomat"
        if lemma in ("pontife", "pape") or "pontife" in key:
            return "pope"
        if lemma in HEADS_OF_STATE:
            rest = {k for k in key if k not in STATE_WORDS and not self._demonym(k)}
            if not rest and (lemma != "chef" or key & STATE_WORDS):
                return "leader" if lemma in ("dirigeant", "leader") else "head"
        return ""

    def _demonym(self, word: str) -> bool:
        return word in demonyms()

    def _description(self, c: Candidate) -> Party | None:
        noun = c.noun
        assert noun is not None
        if c.apposed is not None and (party := self.owner[c.apposed]) is not None:
            self._call(party, c)
            return party
        if c.predicate:
            self._predicate(c)
            return None
        if noun.lemma in ("pays", "royaume") and not c.plural or (noun.lemma == "pays" and self._bare_country(c)):
            return self._country(c)
        if self._two(c):
            return self._pair(c)
        if c.kind == "group":
            return self._group(c)
        if c.kind == "organisation":
            return self._body(c)
        return self._person(c)

    def _call(self, party: Party, c: Candidate) -> None:
        """The party is called so: "conseiller du Kremlin"."""
        assert c.noun is not None
        party.roles.append(self._role(c, c.noun.lemma))
        party.titles.setdefault(self._text(c.core, c.last))
        if party.kind == "person":
            party.gender = party.gender or c.noun.gender
            if party.country is None and c.noun.kind in ("office", "job"):
                party.country = c.country

    def _predicate(self, c: Candidate) -> None:
        """ "Jean Dupont est le maire de Lyon": the subject is called so, the words are no mention."""
        for kid in self.parsed.kids(c.head, "nsubj"):
            k = self.covering.get(kid.i)
            party = self.owner[k] if k is not None else self.at.get(kid.i)
            if party is not None and party.kind == "person":
                self._call(party, c)

    def _bare_country(self, c: Candidate) -> bool:
        if c.determiner not in ("def", "dem", "pos"):
            return False
        return c.core == c.head and self.words[c.core - 1].lower not in ("les", "ces", "ses", "leurs", "des", "aux")

    def _country(self, c: Candidate) -> Party | None:
        """ "le pays", "ce pays", "son pays": the possessor's state, else the state told of last."""
        if c.determiner == "pos":
            owner = self._possessor(Pronoun(c.first, "possessive", None, self.words[c.first].lower.startswith("leur")))
            return self._home(owner)
        if c.first and self.words[c.first - 1].lower == "dont" and c.first - 1 in self.at:
            return self._home(self.at[c.first - 1])
        here = self.words[c.head].sent
        if self.country_told is not None and here - self.words[self.country_told[0]].sent <= 2:
            return self._tell(c, self.country_told[1])
        for ref in reversed(self.refs):
            if ref.party is not None and ref.party.kind == "state" and here - ref.sentence <= 3:
                return self._tell(c, ref.party)
        return None

    def _tell(self, c: Candidate, state: Party) -> Party:
        """Remember which state "le pays" stands for: the next "ce pays" is the same."""
        self.country_told = (c.head, state)
        return state

    def _home(self, party: Party | None) -> Party | None:
        if party is None:
            return None
        return self.state(party.country) if party.country and party.kind in ("person", "role", "state") else None

    def _two(self, c: Candidate) -> bool:
        two = any(self.words[k].lower in ("deux", "2") for k in range(c.core, c.head))
        known = c.determiner in ("def", "dem")
        return bool(two and known and c.noun and (c.noun.weak or c.noun.lemma in TITLES_OF_PAIRS) and not c.key)

    def _pair(self, c: Candidate) -> Party | None:
        """The last two states (or persons) told of: "les deux pays", "les deux hommes"."""
        states = bool(c.noun and c.noun.weak)
        if states and (joined := self._coordinated(c)):
            return joined
        found: list[Party] = []
        for ref in reversed(self.refs):
            if self.words[c.head].sent - ref.sentence > 3 or len(found) == 2:
                break
            p = ref.party
            fits = p is not None and (p.kind == "state" if states else p.kind == "person" and p.gender != "f")
            if p is not None and fits and p not in found:
                found.append(p)
        if states and len(found) == 1:
            homes = [self._home(r.party) for r in self.refs[-8:] if r.party is not None and r.party.kind == "person"]
            found.extend([h for h in homes if h is not None and h not in found][:1])
        if not states and len(found) < 2:
            return self._group(c)
        if len(found) < 2:
            return None
        return self.together(found[::-1], c.gender or "m")

    def _coordinated(self, c: Candidate) -> Party | None:
        """The two states last joined by "et": "entre la Russie et la Corée du Nord"."""
        for n in range(len(self.candidates) - 2, -1, -1):
            left, right = self.candidates[n], self.candidates[n + 1]
            if right.first >= c.first or left.kind != "state" or right.kind != "state" or left.form == "adjective":
                continue
            one, other = self.owner[n], self.owner[n + 1]
            joined = [w.lower for w in self.words[left.last : right.core]]
            if one is not None and other is not None and one is not other and joined[:1] == ["et"] and len(joined) <= 3:
                return self.together([one, other], c.gender or "m")
        return None

    def together(self, members: list[Party], gender: str) -> Party:
        """The party of several."""
        ordered = sorted(members, key=lambda p: p.n)
        key = ("pair", *(str(p.n) for p in ordered))
        party = self.by_key.get(key)
        if party is None:
            party = self._new("group", " et ".join(p.name for p in ordered), key)
            party.members, party.plural, party.gender = tuple(p.n for p in ordered), True, gender
        return party

    def _group(self, c: Candidate) -> Party:
        assert c.noun is not None
        key: tuple[str, ...] = ("group", c.noun.lemma, c.country or "", " ".join(sorted(c.key)))
        party = None
        if c.determiner in ("def", "dem", ""):
            party = self.by_key.get(key) or (self._latest_group(c) if not c.key else None)
        if c.determiner == "pos":
            key = (*key, "pos")
            party = self.by_key.get(key)
        if party is None:
            party = self._new("group", self._text(c.core, c.last), key)
            party.country, party.gender, party.plural = c.country, c.noun.gender, c.plural
            party.roles.append(self._role(c, c.noun.lemma))
        return party

    def _latest_group(self, c: Candidate) -> Party | None:
        assert c.noun is not None
        fitting = [p for p in self._pool() if p.kind == "group" and any(r.lemma == c.noun.lemma for r in p.roles) and p.seen >= 0]
        return max(fitting, key=lambda p: (p.seen, -p.n)) if fitting else None

    def _body(self, c: Candidate) -> Party:
        """ "le parquet de Paris", later "le parquet"; "la compagnie" after its name."""
        assert c.noun is not None
        key = ("body", c.noun.lemma, " ".join(sorted(c.key)))
        party = self.by_key.get(key)
        if (
            party is None
            and c.determiner in ("def", "dem")
            and not set(c.key) - {"aérienne", "automobile", "américain", "français"}
        ):
            fitting = [p for p in self._pool() if p.seen >= 0 and any(r.lemma == c.noun.lemma for r in p.roles)]
            fitting = fitting or self._companies(c.noun.lemma)
            party = max(fitting, key=lambda p: (p.seen, -p.n)) if fitting else None
        if party is None and c.country and c.determiner in ("def", "dem") and c.noun.lemma in MOVEMENTS:
            fitting = [p for p in self._companies("mouvement") if p.country == c.country]
            party = fitting[0] if len(fitting) == 1 else None
        if party is None:
            party = self._new("organisation", self._text(c.core, c.last), key)
            party.country, party.gender = c.country, c.noun.gender
            party.roles.append(self._role(c, c.noun.lemma))
        return party

    def _companies(self, lemma: str) -> list[Party]:
        """Named bodies that "la compagnie", "le quotidien", "le club" may stand for: those of the right sort."""
        sorts = SORTS.get(lemma)
        if sorts is None:
            return []
        named = [p for p in self._pool() if p.kind == "organisation" and p.named and p.seen >= 0]
        # Bodies without a country are the United Nations and their like: no "groupe", no "compagnie".
        return [p for p in named if p.sort in sorts and (p.sort != "organisation" or p.country)]

    def _person(self, c: Candidate) -> Party | None:
        noun = c.noun
        assert noun is not None
        if c.determiner == "ind":
            return self._someone(c, None)
        if noun.lemma == "intéressé":
            return self._latest(lambda p: p.kind == "person" and self._agrees(p, c.gender))
        role = self._role(c, noun.lemma)
        if c.determiner in ("def", "dem", "") and (party := self._holder(c, role) or self._known_holder(c, role)):
            if c.country and party.country is None:
                party.country = c.country
            return party
        plain = not role.key - AGES or (c.last - c.head - 1 == len(c.key) and c.country is None and noun.lemma in PUBLIC)
        if c.determiner in ("def", "dem") and plain and (party := self._likely(c, role)):
            party.roles.append(role)
            return party
        owner = self._possessor(Pronoun(c.first, "possessive", None, False)) if c.determiner == "pos" else None
        return self._someone(c, owner)

    def _likely(self, c: Candidate, role: Role) -> Party | None:
        """ "le trentenaire", "cet homme", "l'humoriste": the person just told of, if there is only one it fits."""
        noun = c.noun
        assert noun is not None
        somebody = noun.kind == "person" or noun.lemma in ("fille", "femme")
        people = noun.lemma in demonyms() or noun.lemma in place_adjectives()
        known = people or noun.lemma in PUBLIC or (somebody and (c.determiner == "dem" or noun.lemma in SEEN))
        if not known and not somebody:
            return None
        here = self.words[c.head].sent
        fitting = [
            p
            for p in self._pool()
            if p.kind in ("person", "role")
            and not p.plural
            and p.seen >= 0
            and self._agrees(p, c.gender)
            and here - self.words[p.seen].sent <= (3 if known else 4)
            and (not p.named if not known else p.named or somebody)
            and not (noun.kind in ("job", "office") and self._otherwise(p, noun.kind))
        ]
        if people:
            fitting = [p for p in fitting if here - self.words[p.seen].sent <= 2]
            if c.country:
                fitting = [p for p in fitting if p.country in (None, c.country)]
                fitting = [p for p in fitting if p.country] or fitting
            for party in fitting[:1] if len(fitting) == 1 else ():
                party.country = party.country or c.country
        elif noun.lemma in CULPRITS:
            lemmas = [[r.lemma for r in p.roles] for p in fitting]
            fitting = [p for p, called in zip(fitting, lemmas, strict=True) if set(called) & (CULPRITS | SEEN)]
        elif not known:
            fitting = [p for p in fitting if p.kind == "person"]
        if noun.lemma in PUBLIC and len(fitting) != 1:
            subjects = [r.party for r in self.refs[-12:] if r.role == "subject" and r.party in fitting and here - r.sentence <= 1]
            fitting = [subjects[-1]] if subjects and all(p is subjects[0] for p in subjects) and subjects[-1] else []
        return max(fitting, key=lambda p: (p.seen, -p.n)) if fitting else None

    def _otherwise(self, party: Party, kind: str) -> bool:
        """Has the report given this person an office, when a job is looked for, or the reverse?"""
        nouns = [actor_nouns().get(r.lemma) for r in party.roles]
        return any(n is not None and n.kind in ("job", "office") and n.kind != kind for n in nouns)

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
            key = ("new", self._text(c.first, c.last) if len(c.key) > 1 else str(c.first))
        party = self.by_key.get(key)
        if party is None:
            party = self._new(c.kind or "role", self._text(c.core, c.last), key)
            party.country, party.gender = c.country, c.gender
            party.roles.append(self._role(c, c.noun.lemma))
        return party

    def _holder(self, c: Candidate, role: Role) -> Party | None:
        """Whom the report has called so before, else whom it will: same office, same country, nothing that excludes it."""
        best: tuple[int, int, Party] | None = None
        for party in self._pool():
            if party.kind not in ("person", "role") or not self._agrees(party, c.gender):
                continue
            if not any(self._same_role(role, other, party) for other in party.roles):
                continue
            rank = (party.seen, -party.n)
            if best is None or rank > best[:2]:
                best = (*rank, party)
        return best[2] if best else None

    def _known_holder(self, c: Candidate, role: Role) -> Party | None:
        """The one person named here who is known to hold this office of this state."""
        former = any(self.words[k].lower in ("ancien", "ancienne", "ex", "futur", "future") for k in range(c.core, c.head))
        if not role.concept or former or (role.key - STATE_WORDS and not role.country and role.concept != "premier"):
            return None
        wanted = {"head", "premier"} if role.concept == "leader" else {role.concept}
        found: list[tuple[Party, str]] = []
        for party in self._pool():
            if party.kind == "person" and party.named and self._agrees(party, c.gender):
                held = {k for o, k in offices_of().get(fold(party.name), ()) if o in wanted}
                found.extend((party, k) for k in sorted(held) if not role.country or k == role.country)
        if len(found) > 1 and not role.country:
            found = [f for f in found if f[1] == "FRA"]
        return found[0][0] if len(found) == 1 else None

    def _same_role(self, role: Role, other: Role, party: Party) -> bool:
        country = other.country or party.country
        if role.country and country and role.country != country:
            return False
        if role.concept and role.concept == other.concept:
            return bool(role.country) == bool(other.country) or party.seen >= 0
        if "leader" in (role.concept, other.concept) and {role.concept, other.concept} & {"head", "premier"}:
            return bool(role.country) == bool(country) or party.seen >= 0
        if not role.key and other.lemma in WIDER.get(role.lemma, ()):
            return party.seen >= 0
        if role.lemma != other.lemma or (role.concept and other.concept):
            return False
        if not role.key:
            return party.seen >= 0
        return role.key == other.key or bool(role.key & {k for k in other.key if not self._demonym(k)})

    def _latest(self, fits: Callable[[Party], bool]) -> Party | None:
        found = [p for p in self._pool() if p.seen >= 0 and fits(p)]
        return max(found, key=lambda p: (p.seen, -p.n)) if found else None

    # --- pronouns

    def _pronoun(self, p: Pronoun) -> None:
        if p.kind == "possessive":
            party = self._possessor(p)
        elif p.kind == "relative":
            party = self._antecedent(p)
        elif p.kind == "last":
            party = self._last_named(p)
        elif p.kind == "object":
            party = self._object(p)
        else:
            party = self._subject(p)
        if party is not None:
            if p.kind == "subject" and party.kind in ("person", "role") and p.gender and party.gender is None:
                party.gender = p.gender
            self._note(p.word, p.last, p.word, "possessive" if p.kind == "possessive" else "pronoun", party)

    def _subject(self, p: Pronoun) -> Party | None:
        found = self._ahead(p) or self._salient(p, human=p.cue)
        return found or (self._both(p) if p.plural else None)

    def _both(self, p: Pronoun) -> Party | None:
        """ "Paul Denis et Léa Roy ... Ils ...": the persons joined as a subject just before."""
        here = self.words[p.word].sent
        for ref in reversed(self.refs):
            if here - ref.sentence > 1:
                return None
            first = ref.party
            if first is None or first.kind not in ("person", "role", "state") or ref.role != "subject":
                continue
            both = self._joined(ref.word)
            if both is not None and not (p.gender == "f" and any(self.parties[n].gender == "m" for n in both.members)):
                return both
        return None

    def _ahead(self, p: Pronoun) -> Party | None:
        """ "Alors qu'il quittait Lyon, Jean Dupont ...": the named subject of the main clause."""
        words = self.words
        verb = words[words[p.word].head]
        if p.word - self.parsed.sentence_of(p.word).first > 4 or verb.dep.split(":")[0] != "advcl" or verb.head <= verb.i:
            return None
        for kid in self.parsed.kids(verb.head, "nsubj"):
            n = self.covering.get(kid.i)
            party = self.owner[n] if n is not None and kid.i > p.word and self.candidates[n].name is not None else None
            if party is not None:
                fits = party.plural == p.plural and self._agrees(party, p.gender) and party.kind in ("person", "organisation")
                return party if fits else None
        return None

    def _salient(self, p: Pronoun, human: bool = False, skip: Party | None = None) -> Party | None:
        """The best antecedent by agreement, role and nearness; None when a thing fits better or nothing fits well."""
        sentence = self.words[p.word].sent
        best: tuple[float, int, Party | None] | None = None
        for ref in reversed(self.refs):
            away = sentence - ref.sentence
            if away > 2:
                break
            if ref.word >= p.word or (ref.party is not None and ref.party is skip):
                continue
            score = self._score(p, ref, away, human)
            if score is None:
                continue
            if best is None or (score, ref.word) > best[:2]:
                best = (score, ref.word, ref.party)
        return best[2] if best and best[0] >= 2.0 else None

    def _score(self, p: Pronoun, ref: Reference, away: int, human: bool) -> float | None:
        party = ref.party
        if ref.plural != p.plural and not (party is not None and party.kind == "group" and not party.plural and not p.plural):
            return None
        if p.gender and ref.gender and p.gender != ref.gender:
            return None
        if party is None and human:
            return None
        if party is not None and party.kind == "place":
            return None
        score = {"subject": 5.0, "object": 2.5, "agent": 3.0, "other": 1.5, "inner": 1.0}[ref.role]
        score += (1.0 if ref.main else 0.0) - 2.0 * away
        if ref.gender is None and p.gender:
            score -= 0.5 if party is not None and party.kind == "person" else 1.5
        if party is not None:
            score += 0.4 * min(party.count, 5)
            if party.kind in ("person", "role") or (p.plural and party.kind == "group"):
                score += 1.5
        else:
            score -= 0.5
        if ref.tail:
            score += 1.5 if human else -2.5
        if self.quoted[p.word] != self.quoted[ref.word]:
            score -= 1.0
        return score

    def _object(self, p: Pronoun) -> Party | None:
        verb, sentence = self.words[p.word].head, self.words[p.word].sent
        subject = next((self.at.get(k.i) for k in self.parsed.kids(verb, "nsubj")), None)
        for ref in reversed(self.refs):
            if ref.sentence != sentence:
                break
            if ref.word >= p.word or ref.role not in ("object", "other", "agent"):
                continue
            party = ref.party
            if party is None or party is subject or party.kind == "place" or ref.plural != p.plural:
                continue
            if party.kind == "organisation" or (p.gender and ref.gender and p.gender != ref.gender):
                continue
            return party
        return self._salient(p, human=True, skip=subject)

    def _last_named(self, p: Pronoun) -> Party | None:
        """ "celui-ci", "ce dernier": the party named last that agrees."""
        for ref in reversed(self.refs):
            if self.words[p.word].sent - ref.sentence > 1:
                break
            party = ref.party
            if party is None or party.kind == "place" or ref.plural != p.plural or ref.gender != p.gender or ref.word >= p.word:
                continue
            # "Interrogé par Le Figaro, celui-ci ...": in its own sentence only a person or group will do.
            if party.kind in ("person", "role", "group") or self.words[p.word].sent != ref.sentence:
                return party
        return None

    def _antecedent(self, p: Pronoun) -> Party | None:
        """The party whose words end right before the relative pronoun, the outermost of them."""
        j = p.word - 1
        if j >= 0 and self.words[j].text in (",", "»", '"', "”"):
            j -= 1
        verb = self.words[self.words[p.word].head]
        above = verb.head if verb.dep.startswith("acl") else -1
        if above in self.at and self.words[above].sent == self.words[p.word].sent:
            return self.at[above]
        for found in reversed(self.out[-8:]):
            if found.first <= j < found.last and found.form not in ("adjective", "possessive", "pronoun"):
                outer = [r for r in self.out[-8:] if r.first <= found.first and r.last >= found.last and r.form != "adjective"]
                return outer[0].party if outer else found.party
        return None

    def _possessor(self, p: Pronoun) -> Party | None:
        """Whose: the subject of the clause, the party it is joined to, or the topic when it stands inside the subject."""
        words, i = self.words, p.word
        noun = words[i].head
        if words[noun].dep == "conj" and words[words[noun].head].i in self.at:
            first = self.at[words[words[noun].head].i]
            return first if first.plural == p.plural else None
        if (found := self._controller(i, p.plural)) is not None:
            return found
        return self._salient(Pronoun(i, "possessive", None, p.plural))

    def _controller(self, i: int, plural: bool) -> Party | None:
        words, node, steps = self.words, self.words[i].head, 0
        while steps < 12:
            steps += 1
            subject = next(iter(self.parsed.kids(node, "nsubj")), None)
            if subject is not None:
                inside = self.parsed.left[subject.i] <= i <= self.parsed.right[subject.i]
                party = self.at.get(subject.i) or self._covering(subject.i)
                if not inside:
                    target = self._praised(node, i)
                    party = target or party
                    if party is not None and party.plural == plural and party.kind != "place":
                        return party
                    if party is not None and plural and (both := self._joined(subject.i)):
                        return both
                    if party is not None or subject.pos == "NOUN":
                        return None
            if words[node].head == node:
                return None
            below, node = node, words[node].head
            if words[below].dep == "xcomp" and words[node].lemma in MAKING:
                target = next((self.at[k.i] for k in self.parsed.kids(node, "obj", "iobj") if k.i in self.at), None)
                if target is not None and target.plural == plural:
                    return target
        return None

    def _joined(self, i: int) -> Party | None:
        """ "Moscou et Pyongyang": the party of both subjects."""
        n = self.covering.get(i)
        inside = range(self.candidates[n].first, self.candidates[n].last) if n is not None else range(i, i + 1)
        others = [self.at[k.i] for w in inside for k in self.parsed.kids(w, "conj") if k.i in self.at and k.i not in inside]
        return self.together([self.at[i], *others], "m") if others and i in self.at else None

    def _praised(self, verb: int, i: int) -> Party | None:
        """ "féliciter X pour sa résistance": X's, not the subject's."""
        if self.words[verb].lemma not in REPROACH:
            return None
        if not any(w.lower == "pour" for w in self.words[max(verb, i - 3) : i]):
            return None
        return next((self.at[k.i] for k in self.parsed.kids(verb, "obj") if k.i in self.at), None)

    def _covering(self, i: int) -> Party | None:
        for found in reversed(self.out[-10:]):
            if found.first <= i < found.last and found.form not in ("adjective", "possessive"):
                return found.party
        return None

    def _text(self, first: int, last: int) -> str:
        return " ".join(self.parsed.text[self.words[first].start : self.words[last - 1].end].split())


def fold(text: str) -> str:
    """A name as a key: lower case, hyphens as blanks."""
    return text.lower().replace("-", " ")
