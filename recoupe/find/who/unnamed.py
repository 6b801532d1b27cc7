"""Offices told of without a name whose holder the report names elsewhere: "le maire de Pau" of the teaser is quoted below.

Each witness answers one question about an unnamed office: who, among the persons named, may be meant? The first that knows wins.
All of them ask that nothing which was said keeps the two apart.
"""

from __future__ import annotations

from functools import cached_property

from recoupe.find.furniture import site_stretches, told
from recoupe.find.who.holders import offices_of
from recoupe.find.who.parties import Party, Reference, Resolved, Role, Scene, fold
from recoupe.find.who.pronouns import CUES
from recoupe.find.who.takenup import (
    AGES,
    APART,
    APPOINTED,
    HEADS,
    HEADS_OF_STATE,
    POSTS,
    PUBLIC,
    PUBLIC_OFFICES,
    REPLYING,
    narrower,
)
from recoupe.lang.cues import first_words
from recoupe.lang.nouns import NounClass, actor_nouns


def name_unnamed(scene: Scene) -> None:
    """Give the mentions of unnamed offices to the named persons who hold them, as far as the report tells."""
    unnamed = Unnamed(scene)
    for witness in (unnamed.bound, unnamed.alone, unnamed.topic, unnamed.post, unnamed.voice, unnamed.bound):
        for party in scene.pool():
            if party.kind != "role" or party.plural or not party.count or not party.roles or not unnamed.definite(party):
                continue
            if witness != unnamed.bound and unnamed.acts_upon(party):
                continue
            if (person := witness(party)) is not None:
                absorb(scene, party, person)


def absorb(scene: Scene, old: Party, new: Party) -> None:
    """From here on both are one."""
    new.names.update(old.names)
    new.titles.setdefault(old.name)
    new.roles.extend(old.roles)
    new.count += old.count
    old.count = 0
    scene.out = [Resolved(r.first, r.last, r.head, r.form, new) if r.party is old else r for r in scene.out]
    for k in range(len(scene.owner)):
        if scene.owner[k] is old:
            scene.owner[k] = new


class Unnamed:
    """Who may hold an office of this report."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.words, self.sentences = scene, scene.words, scene.parsed.sentences

    # --- the witnesses

    def bound(self, office: Party) -> Party | None:
        """ "L'ancien maire de Lure condamné" in the headline: the one former mayor whom the text below names."""
        role = office.roles[0]
        wider = narrower().get(role.lemma, frozenset())  # "l'élue de Loire-Atlantique", by name the députée of that department
        same = [
            (p, r)
            for p in self.scene.pool()
            if p is not office and p.count
            for r in p.roles
            if (r.lemma == role.lemma or role.key and r.lemma in wider) and r.former == role.former
            if r.concept == role.concept or "premier" not in (r.concept, role.concept)
        ]
        called = list({id(p): p for p, _ in same}.values())
        if len(called) != 1 or not called[0].named or called[0].kind != "person":
            return None
        fits = any(not r.key or not role.key or r.key & role.key for _, r in same)
        agrees = self.scene.agrees(called[0], office.gender)
        return called[0] if fits and agrees and not self._side_by_side(office, called[0]) else None

    def alone(self, office: Party) -> Party | None:
        """ "L'animateur" of the teaser: the one man the report goes on to name, if nobody else comes into question."""
        offices = [p for p in self._offices(office.gender) if p.roles[0].lemma in PUBLIC_OFFICES]
        if [p.n for p in offices if not p.roles[0].concept] != [office.n]:
            return None  # the head of a state is no man of the street
        holders = [p for p in self._people(office.gender) if not p.titles and fold(p.name) not in offices_of()]
        if len(holders) != 1 or holders[0].gender != office.gender or not self._acts(office) or not self._opens(office):
            return None
        return None if self._side_by_side(office, holders[0]) or self._replies(office) else holders[0]

    def topic(self, office: Party) -> Party | None:
        """ "Le célèbre animateur" of the first lines: the person told of thrice at least, and twice as often as the next."""
        role, people = office.roles[0], [p for p in self._people(office.gender) if p.count > 2]
        people.sort(key=lambda p: (-p.count, p.n))
        if not people or people[0].gender != office.gender or len(people) > 1 and people[0].count < 2 * people[1].count:
            return None
        if (
            role.lemma not in PUBLIC
            or role.key - AGES
            or role.former
            and role.concept in HEADS
            or self._begins(office) >= self._begins(people[0])
        ):
            return None
        apart = self._side_by_side(office, people[0]) or otherwise(people[0], actor_nouns()[role.lemma].kind)
        held = {o for o, _ in offices_of().get(fold(people[0].name), ())}
        return None if apart or role.concept and held and role.concept not in held else people[0]

    def post(self, office: Party) -> Party | None:
        """ "La présidente du parti estime ... Marine Lebrun a rappelé": one post, and one person without any beside it."""
        nouns = actor_nouns()
        posts = [p for p in self._offices(office.gender, either=True) if nouns[p.roles[0].lemma].kind == "office"]
        posts = [p for p in posts if p.roles[0].concept not in HEADS and self.definite(p)]
        if office.n not in {p.n for p in posts} or len({p.roles[0].lemma for p in posts}) != 1 or not self._speaks(office):
            return None
        people = self._people(office.gender)
        lemma = office.roles[0].lemma
        if any(p.named and p.kind == "person" and r.lemma == lemma for p in self.scene.pool() for r in p.roles):
            return None  # somebody named holds such a post
        plain = [p for p in people if not p.titles and not otherwise(p, "job")]
        beside = [p for p in plain if (self._speaks(p) or self._acts(p)) and self._near(office, p)]
        if len(beside) != 1 or beside[0].gender != office.gender or fold(beside[0].name) in offices_of():
            return None
        return None if self._replies(office) or self._side_by_side(office, beside[0]) else beside[0]

    def voice(self, office: Party) -> Party | None:
        """ "François Bayron ... « Une erreur », juge le maire de Pau": a second post of the one person just told of."""
        role, noun = office.roles[0], actor_nouns().get(office.roles[0].lemma)
        if not office.gender or noun is None or noun.kind not in ("office", "job"):
            return None
        if role.lemma in APART or role.concept in HEADS:
            return None
        if not (self._speaks(office) or self._leads(office)) or self._replies(office) or self._apart(office):
            return None
        if noun.kind == "job" and not self._speaks(office):
            return None
        person = self._just_told(office) or (self._soon_named(office) if noun.kind == "office" else None)
        return person if person is not None and self._may_hold(person, office, role) else None

    # --- who is there

    def _people(self, gender: str | None) -> list[Party]:
        """The persons named in the report who may be of this gender."""
        return [p for p in self.scene.pool() if p.kind == "person" and p.named and p.count and p.gender in (gender, None)]

    def _offices(self, gender: str | None, either: bool = False) -> list[Party]:
        genders = (gender, None) if either else (gender,)
        return [p for p in self.scene.pool() if p.kind == "role" and p.gender in genders and p.count and p.roles]

    def definite(self, party: Party) -> bool:
        """Is this always "le maire", and never of another country?"""
        found = [c for n, c in enumerate(self.scene.candidates) if self.scene.owner[n] is party]
        foreign = any(self.scene.demonym(k) for c in found for k in c.key)
        return bool(found) and not foreign and all(c.determiner == "def" for c in found)

    def _begins(self, party: Party) -> int:
        """The first candidate that is this party."""
        return next((n for n, owner in enumerate(self.scene.owner) if owner is party), 0)

    def _opens(self, office: Party) -> bool:
        """Is the office told of before anybody is named, as in a teaser?"""
        first = next((r.word for r in self.scene.refs if r.party is office), -1)
        named = (r for r in self.scene.refs if r.party is not None and r.party.kind == "person" and r.party.named)
        return not any(r.word < first for r in named)

    def _near(self, one: Party, other: Party) -> bool:
        """Are both told of within two sentences, by the report's own voice?"""
        where = [[r.sentence for r in self.scene.refs if r.party is p and not self.scene.quoted[r.word]] for p in (one, other)]
        return any(abs(a - b) <= 2 for a in where[0][:4] for b in where[1][:4])

    def _just_told(self, party: Party) -> Party | None:
        """The one named person of the report's own last three sentences before this party comes up."""
        own, away, last = self._own_refs, 0, -1
        first = next((k for k, r in enumerate(own) if r.party is party), -1)
        if first < 0:
            return None
        here = own[first].sentence
        near: list[Reference] = []
        for ref in reversed(own[:first]):
            away += ref.sentence not in (last, here)
            last = ref.sentence
            if away > 3:
                break
            if ref.party is None or ref.party.kind != "person" or not self.scene.agrees(ref.party, party.gender):
                continue
            if ref.sentence == here:
                return None  # both in one sentence: they are two
            near.append(ref)
        if len({id(r.party) for r in near}) == 1:
            return near[0].party
        acting = [r for r in near if r.role == "subject" and r.main]
        nearest = {id(r.party): r.party for r in acting if r.sentence == acting[0].sentence}
        return next(iter(nearest.values())) if len(nearest) == 1 else None

    def _soon_named(self, party: Party) -> Party | None:
        """A teaser tells of "le ministre de la Culture": the first one whom the text names, if he acts there."""
        own = self._own_refs
        first = next((r for r in own if r.party is party), None)
        people = [r for r in own if r.party is not None and r.party.kind == "person" and r.party.named]
        if first is None or not people or people[0].word < first.word:
            return None
        people = [r for r in people if r.party is not None and self.scene.agrees(r.party, party.gender)]
        if not people:
            return None
        ranks = {n: k for k, n in enumerate(sorted({r.sentence for r in own}))}
        away = ranks[people[0].sentence] - ranks[first.sentence]
        acting = people[0].role == "subject" and (people[0].main or people[0].tail)
        alone = all(r.party is people[0].party for r in people if r.sentence == people[0].sentence)
        return people[0].party if 0 < away <= 4 and acting and alone else None

    @cached_property
    def _own_refs(self) -> list[Reference]:
        """Who stands where in the report's own words: not in quotations, not in what the site prints."""
        site = site_stretches(self.scene.parsed.text)
        return [r for r in self.scene.refs if not self.scene.quoted[r.word] and told(site, self.sentences[r.sentence])]

    # --- what keeps two apart, and who speaks

    def _side_by_side(self, office: Party, person: Party) -> bool:
        """Do both stand in one sentence? Then they are two."""
        own = [r for r in self.scene.refs if self.words[r.word].pos != "PRON"]
        where = [{r.sentence for r in own if r.party is p} for p in (office, person)]
        return bool(where[0] & where[1])

    def _may_hold(self, person: Party, office: Party, role: Role) -> bool:
        """Does nothing that was said keep this person from the office?"""
        if not person.named or person.gender != office.gender or " " not in person.name:
            return False
        held_of = {o for o, _ in offices_of().get(fold(person.name), ())}
        if held_of and (not role.key or "head" in held_of and role.lemma not in HEADS_OF_STATE):
            return False  # "le président" beside a head of government: whose is told elsewhere; a head of state is no mayor
        if role.lemma in APPOINTED and not role.former and person.roles:
            return False  # who is told of with another post is no minister besides
        if office.country and person.country not in (None, office.country):
            return False
        held = [r for r in person.roles if not r.former]
        if any(r.concept for r in held):
            return False  # who leads a state, a government or its diplomacy has no second post
        if any(r.lemma == role.lemma and r.key and role.key and not r.key & role.key for r in held):
            return False
        if not role.former and any((r.lemma in APPOINTED) != (role.lemma in APPOINTED) for r in held if r.lemma in POSTS):
            return role.lemma not in POSTS
        own = [r for r in self._own_refs if self.words[r.word].pos != "PRON"]
        return not {r.sentence for r in own if r.party is office} & {r.sentence for r in own if r.party is person}

    def _apart(self, party: Party) -> bool:
        """ "Le maire de Blois a également réagi", "le consultant, Jean Roux,": somebody else than who was just told of."""
        spoke = False
        for ref in (r for r in self.scene.refs if r.party is party):
            here = [w for w in self.words[max(0, ref.word - 6) : ref.word + 15] if w.sent == ref.sentence]
            if any(w.lower in ("également", "aussi", "côté", "part", "tandis", "contrairement") for w in here):
                return True
            beside = [w for w in here if w.i > ref.word][:6]
            comma = next((k for k, w in enumerate(beside) if w.text == ","), len(beside))
            if any(w.pos == "PROPN" and w.dep.startswith(("appos", "flat")) for w in beside[comma + 1 : comma + 2]):
                return True
            before = {w.lower for w in here if w.i < ref.word}
            spoke |= ref.role == "subject" or bool(before & {"selon", "d'après", "après"})
        return not spoke

    def _replies(self, party: Party) -> bool:
        """Who replies is not the one who was just told of."""
        heads = [self.words[self.words[r.word].head].lemma for r in self.scene.refs if r.party is party]
        return any(lemma in REPLYING for lemma in heads)

    def _speaks(self, party: Party) -> bool:
        """Is this party the subject of a verb of saying, or a source?"""
        for ref in self.scene.refs:
            if ref.party is not party:
                continue
            verb = self.words[self.words[ref.word].head]
            source = any(w.lower in ("selon", "pour", "d'après") for w in self.words[max(0, ref.word - 3) : ref.word])
            after = self.words[ref.word + 1 : ref.word + 6]
            spoken = next((w for w in after if w.pos == "VERB"), None) if not any(w.text in ",.;" for w in after[:3]) else None
            verbs = [v for v in (verb if ref.role == "subject" else None, spoken) if v is not None]
            if source or any(v.lemma in CUES or v.lemma in first_words() for v in verbs):
                return True
        return False

    def _leads(self, party: Party) -> bool:
        """Does this party open a sentence of the report's own voice as its subject: "Le président du club s'est félicité"?"""
        for ref in (r for r in self._own_refs if r.party is party and r.role == "subject" and r.main):
            candidate = self.scene.covering.get(ref.word)
            if candidate is not None and self.scene.candidates[candidate].first == self.sentences[ref.sentence].first:
                return True
        return False

    def acts_upon(self, party: Party) -> bool:
        """ "Le président de l'Assemblée lui avait demandé de partir": somebody else than who was just told of."""
        heads = {self.words[r.word].head for r in self.scene.refs if r.party is party and r.role == "subject"}
        kids = (k for h in heads for k in self.scene.parsed.kids(h, "obj", "iobj"))
        return any(k.lower in ("lui", "le", "la", "l'") and k.pos == "PRON" and k.i < k.head for k in kids)

    def _acts(self, party: Party) -> bool:
        return any(r.party is party and r.role == "subject" for r in self.scene.refs)


def otherwise(party: Party, kind: NounClass) -> bool:
    """Has the report given this person an office, when a job is looked for, or the reverse?"""
    nouns = [actor_nouns().get(r.lemma) for r in party.roles]
    return any(n is not None and n.kind in ("job", "office") and n.kind != kind for n in nouns)
