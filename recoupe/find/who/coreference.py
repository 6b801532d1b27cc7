"""Who is who inside one report: candidates and pronouns -> parties.

Names first (full names own their short forms), then one walk through the text: descriptions by the report's own
appositions and titles, pronouns and possessives by agreement, grammatical role and nearness. What cannot be told stays untold.
"""

from __future__ import annotations

from recoupe.find.who.antecedents import Antecedents
from recoupe.find.who.candidates import Candidate
from recoupe.find.who.descriptions import Descriptions
from recoupe.find.who.groupstold import is_pair
from recoupe.find.who.naming import Naming
from recoupe.find.who.parties import Party, Resolved, Scene
from recoupe.find.who.pronouns import Pronoun, find_pronouns
from recoupe.find.who.takenup import FEW, WILLED
from recoupe.find.who.unnamed import name_unnamed
from recoupe.lang.cues import first_words
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
        name_unnamed(self.scene)
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
        if not number or is_pair(self.scene, c):
            return False
        few = any(self.words[k].lower in FEW for k in range(c.core, c.head))
        return self.words[c.head].dep not in (("nsubj", "obl:agent", "nsubj:pass") if few else ("nsubj", "obl:agent"))

    def _things(self) -> list[int]:
        """Subjects that no candidate covers: what "il" may stand for instead of a person."""
        covered: set[int] = set()
        for c in self.scene.candidates:
            covered.update(range(c.first, c.last))
        return [w.i for w in self.words if w.pos == "NOUN" and w.dep.startswith("nsubj") and w.i not in covered]
