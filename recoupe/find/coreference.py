"""Who is who inside one report: candidates and pronouns -> parties.

Names first (full names own their short forms), then one walk through the text: descriptions by the report's own
appositions and titles, pronouns and possessives by agreement, grammatical role and nearness. What cannot be told stays untold.
"""

from __future__ import annotations

from recoupe.find.antecedents import Antecedents
from recoupe.find.descriptions import Descriptions
from recoupe.find.furniture import site_stretches, told
from recoupe.find.holders import offices_of
from recoupe.find.naming import Naming
from recoupe.find.parties import Party, Reference, Resolved, Role, Scene, fold
from recoupe.find.phrases import Candidate
from recoupe.find.pronouns import CUES, Pronoun, find_pronouns
from recoupe.find.takenup import AGES, APART, APPOINTED, FEW, HEADS, POSTS, PUBLIC, PUBLIC_OFFICES, REPLYING, WILLED
from recoupe.lang.cues import first_words
from recoupe.lang.nouns import actor_nouns
from recoupe.parse.document import Parsed


def resolve(parsed: Parsed, candidates: list[Candidate]) -> tuple[list[Resolved], list[Party]]:
    """The mentions that could be resolved, in order, and their parties."""
    return _Resolver(parsed, candidates).run()


class _Resolver:
    def __init__(self, parsed: Parsed, candidates: list[Candidate]) -> None:
        self.scene, self.parsed, self.words = Scene(parsed, candidates), parsed, parsed.words
        self.naming = Naming(self.scene)
        self.antecedents = Antecedents(self.scene)
        self.descriptions = Descriptions(self.scene, self.antecedents)
        self.site = site_stretches(parsed.text)

    def run(self) -> tuple[list[Resolved], list[Party]]:
        self.naming.bind()
        pronouns = find_pronouns(self.parsed)
        things = self._things()
        steps: list[tuple[int, int, int, Candidate | Pronoun | None]] = []
        steps.extend((c.first, -c.last, n, c) for n, c in enumerate(self.scene.candidates))
        steps.extend((p.word, -p.word - 1, -1, p) for p in pronouns)
        steps.extend((i, -i - 1, -2, None) for i in things)
        steps.sort(key=lambda s: s[:3])
        early: list[Pronoun] = []
        for at, _, n, step in steps:
            if isinstance(step, Candidate):
                self._candidate(n, step)
            elif isinstance(step, Pronoun):
                if not self.antecedents.resolve(step) and self._opening(step):
                    early.append(step)
            else:
                self.scene.refer(at, at + 1, None)
        self._name_ahead(early)
        self._name_headlines()
        self._name_offices()
        self._name_topic()
        self._name_posts()
        self._name_voices()
        used = {id(r.party): r.party for r in self.scene.out}
        for party in list(used.values()):
            for m in party.members:
                used[id(self.scene.parties[m])] = self.scene.parties[m]
        return self.scene.out, sorted(used.values(), key=lambda p: p.n)

    def _opening(self, p: Pronoun) -> bool:
        """ "Il explique son choix" before anybody was told of: a teaser that hides the name for a sentence."""
        if p.kind != "subject" or p.plural or not p.gender:
            return False
        speaks = p.cue or self.words[self.words[p.word].head].lemma in first_words()
        opens = p.word == self.parsed.sentence_of(p.word).first and self.words[self.words[p.word].head].lemma in WILLED
        known = any(r.party.kind in ("person", "role") and self.scene.agrees(r.party, p.gender) for r in self.scene.out)
        return (speaks or opens) and not known

    def _name_ahead(self, early: list[Pronoun]) -> None:
        """Give those pronouns the first person named behind them, at most four sentences on."""
        for p in early:
            behind = sorted((r for r in self.scene.out if r.first > p.word), key=lambda r: (r.first, -r.last))
            here = self.words[p.word].sent  # who is named in the same sentence is somebody else
            person = next((r for r in behind if r.form == "name" and r.party.kind == "person"), None)
            if person is None or not self.scene.agrees(person.party, p.gender):
                continue
            if 0 < self.words[person.first].sent - here <= 4:
                self.scene.out.append(Resolved(p.word, p.last, p.word, "pronoun", person.party))
                person.party.count += 1

    def _name_topic(self) -> None:
        """ "Le célèbre animateur" of the first lines is the person of whom the whole report then tells."""
        begun: dict[int, int] = {}
        for n, owner in enumerate(self.scene.owner):
            if owner is not None:
                begun.setdefault(owner.n, n)
        for gender in ("m", "f"):
            topic = self._topic(gender)
            for party in self.scene.pool() if topic else ():
                if topic is None or party.kind != "role" or party.gender != gender or not party.count or not party.roles:
                    continue
                role = party.roles[0]
                if role.lemma not in PUBLIC or role.key - AGES or begun.get(party.n, 0) >= begun.get(topic.n, 0):
                    continue
                apart = self._side_by_side(party, topic, acting=False) or self.descriptions.otherwise(
                    topic, actor_nouns()[role.lemma].kind
                )
                if not apart and self._definite(party):
                    self._absorb(party, topic)

    def _name_posts(self) -> None:
        """ "La présidente du parti estime ... Marine Lebrun a rappelé": one post, and one person without any beside it."""
        nouns = actor_nouns()
        for gender in ("m", "f"):
            people = [p for p in self.scene.pool() if p.kind == "person" and p.named and p.gender in (gender, None) and p.count]
            plain = [
                p
                for p in people
                if not p.titles and not any(nouns[r.lemma].kind == "office" for r in p.roles if r.lemma in nouns)
            ]
            posts = [
                p
                for p in self.scene.pool()
                if p.kind == "role"
                and p.count
                and p.gender in (gender, None)
                and p.roles
                and nouns[p.roles[0].lemma].kind == "office"
            ]
            posts = [p for p in posts if p.roles[0].concept not in ("head", "premier", "leader") and self._definite(p)]
            if len({p.roles[0].lemma for p in posts}) != 1:
                continue
            if any(
                p.named and p.kind == "person" and r.lemma == posts[0].roles[0].lemma for p in self.scene.pool() for r in p.roles
            ):
                continue  # somebody named holds such a post
            tied = False
            for post in sorted(posts, key=lambda p: (not self._speaks(p), p.n)):
                beside = [p for p in plain if (self._speaks(p) or self._acts(p)) and self._near(post, p)]
                if len(beside) != 1 or beside[0].gender != gender or fold(beside[0].name) in offices_of():
                    continue
                bare = tied and not post.roles[0].key  # "le ministre", when "le ministre des Sports" is he
                if self._replies(post) or self._side_by_side(post, beside[0], acting=False):
                    continue
                if bare or self._speaks(post):
                    self._absorb(post, beside[0])
                    tied = True

    def _name_voices(self) -> None:
        """ "François Bayron ... « Une erreur », juge le maire de Pau": a second post of the one person just told of."""
        nouns = actor_nouns()
        for party in self.scene.pool():
            if party.kind != "role" or party.plural or not party.count or not party.roles or not party.gender:
                continue
            role, noun = party.roles[0], nouns.get(party.roles[0].lemma)
            if noun is None or noun.kind not in ("office", "job") or role.lemma in APART or role.concept in HEADS:
                continue
            if not self._definite(party) or not self._speaks(party) or self._replies(party) or self._apart(party):
                continue
            person = self._just_told(party) or (self._soon_named(party) if noun.kind == "office" else None)
            if person is not None and self._may_hold(person, party, role):
                self._absorb(party, person)

    def _soon_named(self, party: Party) -> Party | None:
        """A teaser tells of "le ministre de la Culture": the first one whom the text names, if he acts there."""
        own = self._own_refs()
        first = next((k for k, r in enumerate(own) if r.party is party), -1)
        people = [r for r in own if r.party is not None and r.party.kind == "person" and r.party.named]
        if first < 0 or not people or people[0].word < own[first].word:
            return None
        people = [r for r in people if r.party is not None and self.scene.agrees(r.party, party.gender)]
        if not people:
            return None
        ranks = {n: k for k, n in enumerate(sorted({r.sentence for r in own}))}
        away = ranks[people[0].sentence] - ranks[own[first].sentence]
        acting = people[0].role == "subject" and (people[0].main or people[0].tail)
        alone = all(r.party is people[0].party for r in people if r.sentence == people[0].sentence)
        return people[0].party if 0 < away <= 4 and acting and alone else None

    def _own_refs(self) -> list[Reference]:
        """Who stands where in the report's own words: not in quotations, not in what the site prints."""
        sentences = self.parsed.sentences
        return [r for r in self.scene.refs if not self.scene.quoted[r.word] and told(self.site, sentences[r.sentence])]

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

    def _just_told(self, party: Party) -> Party | None:
        """The one named person of the report's own last three sentences before this party comes up."""
        own, away, last = self._own_refs(), 0, -1
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

    def _may_hold(self, person: Party, office: Party, role: Role) -> bool:
        """Does nothing that was said keep this person from the office?"""
        if not person.named or person.gender != office.gender or fold(person.name) in offices_of() or " " not in person.name:
            return False
        if role.lemma in APPOINTED and not role.former and person.roles:
            return False  # who is told of with another post is no minister besides
        if office.country and person.country not in (None, office.country):
            return False
        held = [r for r in person.roles if not r.former]
        if any(r.lemma == role.lemma and r.key and role.key and not r.key & role.key for r in held):
            return False
        if not role.former and any((r.lemma in APPOINTED) != (role.lemma in APPOINTED) for r in held if r.lemma in POSTS):
            return role.lemma not in POSTS
        where = [
            {r.sentence for r in self._own_refs() if r.party is p and self.words[r.word].pos != "PRON"} for p in (office, person)
        ]
        return not where[0] & where[1]

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
            told = next((w for w in after if w.pos == "VERB"), None) if not any(w.text in ",.;" for w in after[:3]) else None
            for spoken in (verb if ref.role == "subject" else None, told):
                if spoken is not None and (spoken.lemma in CUES or spoken.lemma in first_words()) or source:
                    return True
        return False

    def _acts(self, party: Party) -> bool:
        return any(r.party is party and r.role == "subject" for r in self.scene.refs)

    def _near(self, one: Party, other: Party) -> bool:
        """Are both told of within two sentences, by the report's own voice?"""
        where = [[r.sentence for r in self.scene.refs if r.party is p and not self.scene.quoted[r.word]] for p in (one, other)]
        return any(abs(a - b) <= 2 for a in where[0][:4] for b in where[1][:4])

    def _topic(self, gender: str) -> Party | None:
        """The person of this gender who is told of at least three times, and twice as often as the next."""
        people = [p for p in self.scene.pool() if p.kind == "person" and p.named and p.gender in (gender, None) and p.count > 2]
        people.sort(key=lambda p: (-p.count, p.n))
        if not people or people[0].gender != gender or len(people) > 1 and people[0].count < 2 * people[1].count:
            return None
        return people[0]

    def _name_headlines(self) -> None:
        """ "L'ancien maire de Lure condamné" in the headline is the one former mayor whom the report names below."""
        first = self.parsed.sentences[0].paragraph if self.parsed.sentences else 0
        for party in self.scene.pool():
            if party.kind != "role" or not party.count or not party.roles or not self._definite(party):
                continue
            seen = [n for n, owner in enumerate(self.scene.owner) if owner is party]
            role = party.roles[0]
            if self.parsed.sentence_of(self.scene.candidates[seen[0]].head).paragraph != first:
                continue
            same = [
                (p, r)
                for p in self.scene.pool()
                if p is not party and p.count
                for r in p.roles
                if r.lemma == role.lemma and r.former == role.former
            ]
            called = list({id(p): p for p, _ in same}.values())
            if len(called) != 1 or not called[0].named or called[0].kind != "person":
                continue
            fits = any(not r.key or not role.key or r.key & role.key for _, r in same)
            if fits and self.scene.agrees(called[0], party.gender) and not self._side_by_side(party, called[0], acting=False):
                self._absorb(party, called[0])

    def _name_offices(self) -> None:
        """ "L'animateur" of the teaser is the one man the report goes on to name, if nobody else comes into question."""
        for gender in ("m", "f"):
            known = [p for p in self.scene.pool() if p.kind == "person" and p.named and p.gender in (gender, None) and p.count]
            holders = [p for p in known if not p.titles and fold(p.name) not in offices_of()]
            public = [
                p
                for p in self.scene.pool()
                if p.kind == "role" and p.gender == gender and p.count and p.roles and p.roles[0].lemma in PUBLIC_OFFICES
            ]
            public = [
                p for p in public if not p.roles[0].concept or not p.roles[0].key
            ]  # the head of a state is no man of the street
            if len(holders) == 1 and len(public) == 1 and holders[0].gender == gender and self._definite(public[0]):
                if self._opens(public[0]) and not self._side_by_side(public[0], holders[0]) and not self._replies(public[0]):
                    self._absorb(public[0], holders[0])

    def _opens(self, office: Party) -> bool:
        """Is the office told of before anybody is named, as in a teaser?"""
        first = next((r.word for r in self.scene.refs if r.party is office), -1)
        return not any(
            r.word < first for r in self.scene.refs if r.party is not None and r.party.kind == "person" and r.party.named
        )

    def _side_by_side(self, office: Party, person: Party, acting: bool = True) -> bool:
        """Do both stand in one sentence (then they are two), or, if it has to, does the office never act?"""
        own = [r for r in self.scene.refs if self.words[r.word].pos != "PRON"]
        where = [{r.sentence for r in own if r.party is p} for p in (office, person)]
        return bool(where[0] & where[1]) or acting and not any(r.party is office and r.role == "subject" for r in self.scene.refs)

    def _definite(self, party: Party) -> bool:
        found = [c for n, c in enumerate(self.scene.candidates) if self.scene.owner[n] is party]
        foreign = any(self.scene.demonym(k) for c in found for k in c.key)
        return bool(found) and not foreign and all(c.determiner == "def" for c in found)

    def _absorb(self, old: Party, new: Party) -> None:
        new.names.update(old.names)
        new.titles.setdefault(old.name)
        new.roles.extend(old.roles)
        new.count += old.count
        self.scene.out = [Resolved(r.first, r.last, r.head, r.form, new) if r.party is old else r for r in self.scene.out]
        for k in range(len(self.scene.owner)):
            if self.scene.owner[k] is old:
                self.scene.owner[k] = new

    def _candidate(self, n: int, c: Candidate) -> None:
        party = self.scene.owner[n]
        if party is None and c.noun is not None:
            party = self.descriptions.find(c)
            self.scene.owner[n] = party
        if party is None:
            return
        if c.predicate and c.name is None:
            return
        if c.form == "description" and c.kind == "group" and self._counted(c):
            return
        self.scene.note(c.first, c.last, c.head, c.form, party)

    def _counted(self, c: Candidate) -> bool:
        """ "32 survivants" is a figure; "trois hommes ont attaqué" are a party."""
        number = any(self.words[k].pos == "NUM" for k in range(c.core, c.head))
        if not number or self.descriptions._two(c):
            return False
        few = any(self.words[k].lower in FEW for k in range(c.core, c.head))
        return self.words[c.head].dep not in (("nsubj", "obl:agent", "nsubj:pass") if few else ("nsubj", "obl:agent"))

    def _things(self) -> list[int]:
        """Subjects that no candidate covers: what "il" may stand for instead of a person."""
        covered: set[int] = set()
        for c in self.scene.candidates:
            covered.update(range(c.first, c.last))
        return [w.i for w in self.words if w.pos == "NOUN" and w.dep.startswith("nsubj") and w.i not in covered]
