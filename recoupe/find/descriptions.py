"""Descriptions -> parties: "le ministre", "les deux pays", "cet homme de 34 ans", by the report's own appositions and titles."""

from __future__ import annotations

from collections.abc import Callable

from recoupe.find.antecedents import Antecedents
from recoupe.find.candidates import VAGUE, Candidate
from recoupe.find.gazetteer import place_adjectives
from recoupe.find.holders import offices_left, offices_of, took_office
from recoupe.find.parties import Party, Reference, Role, Scene, fold
from recoupe.find.pronouns import CUES, Pronoun
from recoupe.find.takenup import (
    AGES,
    ARMED,
    BANDS,
    CULPRITS,
    DECADES,
    DEFENDERS,
    HARMING,
    HEADS,
    MOVEMENTS,
    ORGANS,
    PUBLIC,
    QUALIFIED,
    QUALITIES,
    SEEN,
    STATE_WORDS,
    TITLES_OF_PAIRS,
    kinds_taken_up,
)
from recoupe.find.unnamed import otherwise
from recoupe.lang.countries import demonyms
from recoupe.lang.nouns import actor_nouns, first_names

_CLUBS = frozenset("FC AS RC OGC US SC AC AJ EA SM CA CO UBB SU Stade Olympique Racing Sporting Real Athletic Union".split())
# "L'homme d'affaires", "la femme politique": what a person does, as "le banquier".
_MEN_OF = (("affaires",), ("politique",), ("église",), ("lettres",), ("loi",), ("télévision",), ("médias",), ("théâtre",))
_CHILDREN = frozenset("enfant garçon garçonnet fille fillette bébé nourrisson adolescent adolescente écolier écolière".split())
_OTHER = frozenset(("other",))  # a body of a kind that no noun takes up


class Descriptions:
    """Whom a noun phrase of the report stands for, or whom it introduces."""

    def __init__(self, scene: Scene, antecedents: Antecedents) -> None:
        self.scene, self.parsed, self.words = scene, scene.parsed, scene.parsed.words
        self.antecedents = antecedents
        self.country_told: tuple[int, Party] | None = None
        self.at = 0  # head of the description that is looked at

    def find(self, c: Candidate) -> Party | None:
        noun = c.noun
        assert noun is not None
        self.at = c.head
        if c.apposed is not None and (party := self.scene.owner[c.apposed]) is not None:
            self.scene.call(party, c, self._whose(c))
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
        for ref in reversed(self.scene.refs):
            if self.words[c.head].sent - ref.sentence > 3 or len(found) == 2:
                break
            p = ref.party
            fits = p is not None and (p.kind == "state" if states else p.kind == "person" and p.gender != "f")
            if p is not None and fits and p not in found:
                found.append(p)
        if states and len(found) == 1:
            homes = [self.scene.home(r.party) for r in self.scene.refs[-8:] if r.party is not None and r.party.kind == "person"]
            found.extend([h for h in homes if h is not None and h not in found][:1])
        if not states and len(found) < 2:
            return self._group(c)
        if len(found) < 2:
            return None
        return self.scene.together(found[::-1], c.gender or "m")

    def _coordinated(self, c: Candidate) -> Party | None:
        """The two states last joined by "et": "entre la Finlande et la Suède"."""
        for n in range(len(self.scene.candidates) - 2, -1, -1):
            left, right = self.scene.candidates[n], self.scene.candidates[n + 1]
            if right.first >= c.first or left.kind != "state" or right.kind != "state" or left.form == "adjective":
                continue
            one, other = self.scene.owner[n], self.scene.owner[n + 1]
            joined = [w.lower for w in self.words[left.last : right.core]]
            if one is not None and other is not None and one is not other and joined[:1] == ["et"] and len(joined) <= 3:
                return self.scene.together([one, other], c.gender or "m")
        return None

    def _group(self, c: Candidate) -> Party:
        assert c.noun is not None
        key: tuple[str, ...] = ("group", c.noun.lemma, c.country or "", " ".join(sorted(c.key)))
        party = None
        if band := self._culprits(c):
            band.roles.append(self.scene.role(c, c.noun.lemma))
            return band
        if c.determiner in ("def", "dem", ""):
            party = self.scene.by_key.get(key) or (self._latest_group(c) if not c.key else None)
        if c.determiner == "pos":
            key = (*key, "pos")
            party = self.scene.by_key.get(key)
        if party is None:
            party = self.scene.new("group", self.scene.text(c.core, c.last), key)
            party.country, party.gender, party.plural = c.country, c.noun.gender, c.plural
            party.roles.append(self.scene.role(c, c.noun.lemma))
        return party

    def _culprits(self, c: Candidate) -> Party | None:
        """ "Les malfaiteurs", "le commando": the one band of culprits, or of masked or armed men, that the report tells of."""
        assert c.noun is not None
        if c.noun.lemma not in BANDS or c.determiner not in ("def", "dem") or set(c.key) - ARMED:
            return None
        bands = [p for p in self.scene.pool() if p.kind == "group" and p.seen >= 0 and p.roles and self._is_band(p)]
        return bands[0] if len(bands) == 1 else None

    def _is_band(self, party: Party) -> bool:
        return any(r.lemma in BANDS or (r.lemma in ("individu", "homme", "personne") and r.key & ARMED) for r in party.roles)

    def _latest_group(self, c: Candidate) -> Party | None:
        assert c.noun is not None
        fitting = [
            p for p in self.scene.pool() if p.kind == "group" and any(r.lemma == c.noun.lemma for r in p.roles) and p.seen >= 0
        ]
        return max(fitting, key=lambda p: (p.seen, -p.n)) if fitting else None

    def _named_so(self, lemma: str) -> Party | None:
        """ "L'agence" after "l'Agence des médicaments": the body whose name begins so, if there is one."""
        known = [
            p for p in self.scene.pool() if p.kind == "organisation" and p.seen >= 0 and fold(p.name).startswith(lemma + " ")
        ]
        return known[0] if len(known) == 1 else None

    def _body(self, c: Candidate) -> Party | None:
        """ "le parquet de Paris", later "le parquet"; "la compagnie" after its name."""
        assert c.noun is not None
        key = ("body", c.noun.lemma, " ".join(sorted(c.key)))
        party = self.scene.by_key.get(key)
        if party is None and c.country and c.noun.lemma in ORGANS:
            party = next((p for p in self.scene.pool() if p.country == c.country and p.roles and self._is_organ(p, c)), None)
        if party is None and c.determiner in ("def", "dem"):
            party = self._body_told(c)
        if party is None and c.determiner == "def" and not c.key and c.noun.lemma in VAGUE:
            if (party := self._named_so(c.noun.lemma)) is not None or not c.speaks or c.noun.lemma == "société":
                return party  # "la société change": everybody
        if party is None and c.country and c.determiner in ("def", "dem") and c.noun.lemma in MOVEMENTS:
            fitting = [p for p in self._companies("mouvement") if p.country == c.country]
            party = fitting[0] if len(fitting) == 1 else None
        if party is None:
            party = self.scene.new("organisation", self.scene.text(c.core, c.last), key)
            party.country, party.gender = c.country, c.noun.gender
            party.roles.append(self.scene.role(c, c.noun.lemma))
        return party

    def _body_told(self, c: Candidate) -> Party | None:
        """The body told of before that these words take up: "le parquet", "l'association de consommateurs"."""
        assert c.noun is not None
        narrow = {k for k in c.key if not self.scene.demonym(k) and k not in place_adjectives()} - QUALITIES
        after = self.words[c.last].text if c.last < len(self.words) else ""
        if after[:1].isupper() and after not in first_names() and after not in ("M.", "Mme"):
            return None  # a name follows: "la chaîne La Une"
        if narrow:
            common = not any(w.text[0].isupper() for w in self.words[c.head + 1 : c.last])
            bodies = self._companies(c.noun.lemma) if common else []
            bodies = [p for p in bodies if self._kinds(p) & {"ngo", "union", "party", "club"}]
            return bodies[0] if len(bodies) == 1 and self._close(bodies[0]) else None
        fitting = [p for p in self.scene.pool() if p.seen >= 0 and any(r.lemma == c.noun.lemma for r in p.roles)]
        bare = c.noun.lemma in QUALIFIED and not c.key
        fitting = fitting or ([] if bare else self._companies(c.noun.lemma))
        if c.country is not None:
            fitting = [p for p in fitting if p.country in (None, c.country)]
        return max(fitting, key=lambda p: (p.seen, -p.n)) if fitting else None

    def _close(self, party: Party) -> bool:
        """Was this party told of within the last three sentences?"""
        return self.words[self.at].sent - self.words[party.seen].sent <= 3

    def _is_organ(self, party: Party, c: Candidate) -> bool:
        """ "L'armée syrienne du président Assad" is "l'armée syrienne"; the navy of the same state is not."""
        return party.kind == "organisation" and c.noun is not None and party.roles[0].lemma == c.noun.lemma

    def _companies(self, lemma: str) -> list[Party]:
        """Named bodies that "la compagnie", "le quotidien", "l'ONG" may stand for: those of the right kind."""
        wanted = kinds_taken_up().get(lemma)
        if wanted is None:
            return []
        named = [p for p in self.scene.pool() if p.kind == "organisation" and p.named and p.seen >= 0]
        fitting = [p for p in named if self._kinds(p) & wanted]
        unknown = [p for p in named if not self._kinds(p)]
        if "company" in wanted:
            return fitting + (unknown if "unknown" in wanted else [])
        here = self.words[self.at].sent
        near = [p for p in fitting if here - self.words[p.seen].sent <= 2]
        if len(fitting) > 1 and "media" not in wanted:
            return near if len(near) == 1 else []
        return fitting or (unknown if len(unknown) == 1 and ("unknown" in wanted or wanted & {"ngo", "union", "party"}) else [])

    def _kinds(self, party: Party) -> frozenset[str]:
        """What kind of body this is: as the tables say, as the report calls it, as its own first word says."""
        if party.sort:
            return frozenset((party.sort,))
        called = [r.lemma for r in party.roles]
        words = party.name.split(" ")
        if len(words) > 1 and words[0] in _CLUBS:
            return frozenset(("club",))
        nouns = (actor_nouns().get(w.lower()) for w in words[:2])
        called.extend(n.lemma for n in nouns if n is not None and n.kind == "organisation")
        kinds = [kinds_taken_up().get(lemma, _OTHER) for lemma in called]
        return frozenset[str]().union(*kinds)

    def _person(self, c: Candidate) -> Party | None:
        noun = c.noun
        assert noun is not None
        if c.determiner == "ind":
            return self._someone(c, None)
        if noun.lemma == "intéressé":
            return self._latest(lambda p: p.kind == "person" and self.scene.agrees(p, c.gender))
        role = self.scene.role(c, noun.lemma)
        if c.determiner in ("def", "dem", "") and (party := self._holder(c, role) or self._known_holder(c, role)):
            if c.country and party.country is None:
                party.country = c.country
            return party
        called = noun.lemma in ("homme", "femme") and c.key[:1] in _MEN_OF and c.determiner == "def"
        plain = (
            called or not role.key - AGES or (c.last - c.head - 1 == len(c.key) and c.country is None and noun.lemma in PUBLIC)
        )
        if c.determiner in ("def", "dem") and plain and (party := self._likely(c, role)):
            party.roles.append(role)
            return party
        if c.determiner == "def" and (party := self._taken_up(c, role)):
            party.roles.append(role)
            return party
        if noun.lemma == "client" and c.determiner == "pos" and (served := self._defended(c)):
            return served
        return self._someone(c, self._whose(c))

    def _likely(self, c: Candidate, role: Role) -> Party | None:
        """ "le trentenaire", "cet homme", "l'humoriste": the person just told of, if there is only one it fits."""
        noun = c.noun
        assert noun is not None
        if self._named_beside(c):
            return None
        somebody = noun.kind == "person" or noun.lemma in ("fille", "femme")
        people = noun.lemma in demonyms() or noun.lemma in place_adjectives()
        known = people or noun.lemma in PUBLIC or c.determiner == "dem" or (somebody and noun.lemma in SEEN)
        if not known and not somebody:
            return None
        if noun.lemma == "victime" and (harmed := self._harmed()) is not None:
            return harmed
        if noun.lemma in DECADES and (aged := self._aged(DECADES[noun.lemma], c.gender)) is not None:
            return aged
        here = self.words[c.head].sent
        fitting = [
            p
            for p in self.scene.pool()
            if p.kind in ("person", "role")
            and not p.plural
            and p.seen >= 0
            and self.scene.agrees(p, c.gender)
            and here - self.words[p.seen].sent <= (3 if known else 4)
            and (not p.named if not known else p.named or somebody)
            and (c.determiner == "dem" or not (noun.kind in ("job", "office") and otherwise(p, noun.kind)))
        ]
        fitting = [p for p in fitting if self._can_be(p, c)]
        if people:
            return self._compatriot(c) or self._of_country(c, [p for p in fitting if here - self.words[p.seen].sent <= 2])
        if noun.lemma in CULPRITS:
            harmed = self._harmed()
            called = [{r.lemma for r in p.roles} for p in fitting]
            suspects = [names & (CULPRITS | SEEN) and "victime" not in names for names in called]
            fitting = [p for p, suspect in zip(fitting, suspects, strict=True) if suspect and p is not harmed]
        elif not known:
            fitting = [p for p in fitting if p.kind == "person"]
        if noun.lemma in PUBLIC and len(fitting) != 1:
            return self._acting(fitting, here)
        return max(fitting, key=lambda p: (p.seen, -p.n)) if fitting else None

    def _named_beside(self, c: Candidate) -> bool:
        """ "La présidente sortante Vera Linhart", "l'ancien chef du parti Jean Roux": who it is stands right behind."""
        k = c.last
        while k < len(self.words) and self.words[k].pos == "ADJ" and self.words[k].text.islower() and k < c.last + 2:
            k += 1
        inside = any(self.words[i].text.split("-")[0] in first_names() for i in range(c.head + 2, c.last))
        return inside or k > c.last and k < len(self.words) and self.words[k].text in first_names()

    def _can_be(self, party: Party, c: Candidate) -> bool:
        """Do the words exclude nothing that is told or known of this person: no child has an office, no man is "la ministre"."""
        noun = c.noun
        assert noun is not None
        if noun.lemma in _CHILDREN and (otherwise(party, "office") or otherwise(party, "job")):
            return False
        if noun.kind == "office" and noun.gender == "f" and party.gender is None:
            return False
        concept = self.scene.concept(c, noun.lemma)
        bare = any(not r.concept and not r.key and r.lemma == noun.lemma for r in party.roles)
        if concept in HEADS and party.roles and not bare and concept not in {r.concept for r in party.roles}:
            return False  # a minister of something is not "le Premier ministre"
        lands = {country for _, country in offices_of().get(fold(party.name), ())}
        return not (c.country and party.country is None and lands and c.country not in lands)

    def _acting(self, fitting: list[Party], here: int) -> Party | None:
        """The one of several persons who acts alone in this sentence or the one before, by the report's own words."""
        near = [r for r in self.scene.refs[-12:] if r.role == "subject" and here - r.sentence <= 1]
        subjects = [r.party for r in near if r.party in fitting and not self.scene.quoted[r.word]]
        return subjects[-1] if subjects and all(p is subjects[0] for p in subjects) else None

    def _of_country(self, c: Candidate, fitting: list[Party]) -> Party | None:
        """ "Le Portugais", of whom no country was told: the only person just told of is one."""
        if c.country:
            fitting = [p for p in fitting if p.country in (None, c.country)]
            fitting = [p for p in fitting if p.country] or (fitting if len(fitting) == 1 else [])
        if len(fitting) == 1:
            fitting[0].country = fitting[0].country or c.country
        return max(fitting, key=lambda p: (p.seen, -p.n)) if fitting else None

    def _compatriot(self, c: Candidate) -> Party | None:
        """ "Le Portugais": the one person of that country of whom the report has told."""
        if c.country is None:
            return None
        found = [p for p in self.scene.pool() if p.kind == "person" and p.named and p.seen >= 0 and p.country == c.country]
        return found[0] if len(found) == 1 and self.scene.agrees(found[0], c.gender) and found[0].plural == c.plural else None

    def _aged(self, decade: int, gender: str | None) -> Party | None:
        """ "Luc Roy, 34 ans ... Le trentenaire": the only person whose age was told and fits."""
        found: dict[int, Party] = {}
        for told in self.scene.out[-80:]:
            after = self.words[told.last : told.last + 3]
            age = after[1].text if len(after) == 3 and after[0].text in (",", "(") and after[2].lower == "ans" else ""
            if age.isdecimal() and int(age) // 10 == decade and self.scene.agrees(told.party, gender):
                found[told.party.n] = told.party
        return next(iter(found.values())) if len(found) == 1 else None

    def _harmed(self) -> Party | None:
        """ "Un cycliste a été renversé ... La victime": the only person of the last sentences whom somebody harmed."""
        found: dict[int, Party] = {}
        for ref in reversed(self.scene.refs[-40:]):
            if self.words[self.at].sent - ref.sentence > 4:
                break
            word, party = self.words[ref.word], ref.party
            if party is None or party.kind not in ("person", "role") or party.plural or ref.sentence == self.words[self.at].sent:
                continue
            if word.dep.startswith(("nsubj:pass", "obj")) and self.words[word.head].lemma in HARMING:
                found[party.n] = party
        return next(iter(found.values())) if len(found) == 1 else None

    def _taken_up(self, c: Candidate, role: Role) -> Party | None:
        """ "L'ancienne ministre du Budget", "le présentateur de 73 ans", "a dit l'animateur": the person just told of.

        Such words seldom bring a new person in: one who is new is named beside them.
        """
        assert c.noun is not None
        if self._named_beside(c):
            return None
        aged = bool(role.key & {"ans", "printemps"}) and not role.key - AGES
        verb = self.words[self.words[c.head].head]
        speaks = self.words[c.head].dep.startswith("nsubj") and verb.i < c.head and verb.lemma in CUES and not role.key - AGES
        present = any(self.words[k].lower in ("actuel", "actuelle", "ex") for k in range(c.core, c.head))
        if not (role.former or aged or speaks or present) or c.noun.kind not in ("office", "job", "person") or c.plural:
            return None
        near = self._recent(c, role)
        if not near:
            return None
        acting = [r for r in near if r.role == "subject" and r.main] or [r for r in near if r.role == "subject"]
        several = len({id(r.party) for r in near}) > 1
        if several and not acting:
            near = [r for r in near if r.sentence == near[-1].sentence]
            several = len({id(r.party) for r in near}) > 1
        return acting[-1].party if acting else None if several else near[-1].party

    def _recent(self, c: Candidate, role: Role) -> list[Reference]:
        """Where the report's own voice told, a moment ago, of persons who may be called so and are not told of beside it."""
        here, quoted = self.words[c.head].sent, self.scene.quoted
        beside = {id(r.party) for r in self.scene.refs[-20:] if r.sentence == here}
        if any(r.party is not None and r.party.kind == "role" for r in self.scene.refs[-20:] if r.sentence == here):
            return []  # "les tarifs avancés par le ministre ... l'ancien maire de Lens": who is who is not told
        found: list[Reference] = []
        away, last = 0, here
        for ref in reversed(self.scene.refs[-60:]):
            if quoted[ref.word] or ref.sentence == here:
                continue
            if ref.sentence != last:  # sentences of a quotation do not count
                between = range(ref.sentence, last)
                away += sum(1 for n in between if not quoted[self.parsed.sentences[n].last - 1]) or 1
                last = ref.sentence
            if away > 3:
                break
            if ref.party is not None and id(ref.party) not in beside and self._may_be(ref.party, c, role):
                found.append(ref)
        return found[::-1]

    def _may_be(self, party: Party, c: Candidate, role: Role) -> bool:
        """Is this a named person whom nothing that was said keeps from being called so?"""
        assert c.noun is not None
        if party.kind != "person" or not party.named or not self.scene.agrees(party, c.gender):
            return False
        if c.country and party.country not in (None, c.country):
            return False
        if role.concept in HEADS and (party.gender is None or otherwise(party, "job")):
            return False  # a head of government is none of the ministers told of beside
        same = [r for r in party.roles if r.lemma == role.lemma and r.key and role.key]
        return not same and not (not role.former and otherwise(party, c.noun.kind))

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

    def _holder(self, c: Candidate, role: Role) -> Party | None:
        """Whom the report has called so before, else whom it will: same office, same country, nothing that excludes it."""
        best: tuple[int, int, Party] | None = None
        for party in self.scene.pool():
            if party.kind not in ("person", "role") or not self.scene.agrees(party, c.gender):
                continue
            if not any(self.scene.same_role(role, other, party) for other in party.roles):
                continue
            rank = (party.seen, -party.n)
            if best is None or rank > best[:2]:
                best = (*rank, party)
        return best[2] if best else None

    def _known_holder(self, c: Candidate, role: Role) -> Party | None:
        """The one person named here who is known to hold this office of this state."""
        to_come = any(self.words[k].lower in ("futur", "future") for k in range(c.core, c.head))
        if not role.concept or to_come or (role.key - STATE_WORDS and not role.country):
            return None
        offices = offices_left() if role.former else offices_of()
        wanted = {"head", "premier"} if role.concept == "leader" else {role.concept}
        found: list[tuple[Party, str]] = []
        for party in self.scene.pool():
            if party.kind == "person" and party.named and self.scene.agrees(party, c.gender):
                held = {k for o, k in offices.get(fold(party.name), ()) if o in wanted}
                found.extend((party, k) for k in sorted(held) if not role.country or k == role.country)
        if len(found) > 1 and not role.country:
            found = [f for f in found if f[1] == "FRA"]
        if len(found) > 1 and role.concept == "head" and not role.former and len({k for _, k in found}) == 1:
            running = [f for f in found if not any(r.lemma == "candidat" for r in f[0].roles)]
            began = {p.n: took_office().get((fold(p.name), role.concept, k), "") for p, k in running}
            found = sorted(running, key=lambda f: (began[f[0].n], -f[0].n))[-1:]  # beside a predecessor, the one who followed
        return found[0][0] if len(found) == 1 else None

    def _latest(self, fits: Callable[[Party], bool]) -> Party | None:
        found = [p for p in self.scene.pool() if p.seen >= 0 and fits(p)]
        return max(found, key=lambda p: (p.seen, -p.n)) if found else None
