"""Names -> parties: full names own their short forms, acronyms their expansions, capitals act for their governments."""

from __future__ import annotations

from recoupe.find.who.acronyms import find_acronyms
from recoupe.find.who.candidates import Candidate
from recoupe.find.who.gazetteer import Known, known_at
from recoupe.find.who.parties import Party, Scene, fold
from recoupe.find.who.takenup import ATTITUDE, FAMILY_FIRST, GIVE, SMALL_WORDS, STANDING, TOWARDS
from recoupe.lang.nouns import first_names

# Who goes by a first name alone.
_REIGNING = frozenset("pape roi reine prince princesse empereur impératrice sultan émir frère soeur sœur saint sainte".split())


class Naming:
    """Gives every name of a report its party, before the walk begins."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.parsed, self.words = scene, scene.parsed, scene.parsed.words
        text = scene.parsed.text
        self.full: dict[str, list[Party]] = {}  # last or first word of a full name -> its persons
        self.full_at: dict[int, list[int]] = {}  # party -> [first full name, weight]
        self.union = "Union européenne" in text or "UE" in text or "européen" in text

    def bind(self) -> None:
        for n, c in enumerate(self.scene.candidates):
            if c.name is not None and c.kind == "person" and " " in c.name.text and "." not in c.name.text:
                person = self.scene.owner[n] = self._full_name(c)
                self._count_full(person, c)
        for n, c in enumerate(self.scene.candidates):
            if c.form == "adjective":
                self.scene.owner[n] = self.scene.state(c.country or "")
            elif c.name is not None and self.scene.owner[n] is None:
                self.scene.owner[n] = self._name(c)
        self._bind_acronyms()
        for n, c in enumerate(self.scene.candidates):
            if (party := self.scene.owner[n]) is not None and c.name is not None:
                self._learn(party, c)
        for c in self.scene.candidates:  # what a later apposition says ("Paul Denis, ministre des Sports") holds from the start
            if c.apposed is not None and (party := self.scene.owner[c.apposed]) is not None:
                self.scene.call(party, c)

    def _full_name(self, c: Candidate) -> Party:
        assert c.name is not None
        text = c.name.text
        party = self.scene.by_key.get(("person", fold(text)))
        if party is None:
            party = self._longer_name(text)
        if party is None:
            party = self.scene.new("person", text, ("person", fold(text)))
            party.named = True
        tokens = text.split(" ")
        for part in dict.fromkeys((tokens[-1], tokens[0], " ".join(tokens[1:]), " ".join(tokens[-2:]))):
            if party not in (known := self.full.setdefault(fold(part), [])):
                known.append(party)
        party.gender = party.gender or c.gender  # "Anne Arnal" is not who "M. Arnal" stands for
        return party

    def _longer_name(self, text: str) -> Party | None:
        """The one name that ends or begins so: "Thomas Hans Hansson" for "Hans Hansson", "Ana Salas Ortuño" for "Ana Salas".

        Not a given name of two words: "Jean Paul" is no short for "Jean Paul Morel".
        """
        name, words = fold(text), text.split(" ")
        ends = [p for p in self.full.get(fold(words[-1]), ()) if fold(p.name).endswith(" " + name)]
        found = ends or [p for p in self.full.get(fold(words[0]), ()) if _is_start(p.name, text) or _is_start(text, p.name)]
        return found[0] if len(found) == 1 else None

    def _name(self, c: Candidate) -> Party | None:
        name = c.name
        assert name is not None
        if name.known is not None and c.kind != "person":
            return self._known(c)
        if c.kind == "person":
            return self._short_name(c)
        key = (c.kind or "", fold(name.text))
        found = self.scene.by_key.get(key)
        if found is None:
            found = self.scene.new(c.kind or "organisation", name.text, key)
            found.named = True
        return found

    def _known(self, c: Candidate) -> Party:
        known = c.name.known if c.name else None
        assert known is not None
        if known.sort in ("country", "territory") and known.country:
            party = self.scene.state(known.country)
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
            return self.scene.state(known.country)
        return self._institution(known)

    def _institution(self, known: Known) -> Party:
        key = (known.kind, known.name)
        party = self.scene.by_key.get(key)
        if party is None:
            party = self.scene.new(known.kind, known.name, key)
            party.country, party.plural, party.named = known.country, known.plural, True
            party.sort = known.sort
            party.gender = known.gender if known.gender in ("m", "f") else None
        return party

    def _short_name(self, c: Candidate) -> Party:
        """The person whose full name ends (or, rarely, begins) with this one."""
        assert c.name is not None
        text = c.name.text
        short = text.split(" ")[-1] if "." in text.split(" ")[0] else text
        fitting = [p for p in self.full.get(fold(short), ()) if self._fits_part(p, short) and self.scene.agrees(p, c.gender)]
        if c.title_noun is not None and c.title_noun.lemma in _REIGNING:  # "le pape François" is no "François Arnal"
            fitting = [p for p in fitting if short != p.name.split(" ")[0]]
        if fitting:
            before = [p for p in fitting if self._first_full(p) < c.first] or fitting
            return min(before, key=lambda p: (-self._weight(p), p.n))
        key = ("person", fold(text))
        party = self.scene.by_key.get(key)
        if party is None or not self.scene.agrees(party, c.gender):
            party = self.scene.new("person", text, key if party is None else (*key, c.gender or ""))
            party.named = True
        return party

    def _fits_part(self, party: Party, short: str) -> bool:
        tokens = party.name.split(" ")
        if fold(party.name).endswith(fold(short)) and short != tokens[0]:
            return True
        return tokens[0] in FAMILY_FIRST or tokens[0] in first_names() or len(self.full.get(fold(short), ())) == 1

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
            party.roles.append(self.scene.role(c, c.title_noun.lemma))
            if party.country is None and (c.title_noun.kind != "kin" or c.title_noun.lemma == "homologue"):
                party.country = c.country

    def _bind_acronyms(self) -> None:
        """ "Comité d'enquête (SK)": from here on both are one. The acronym's own party is folded into the long name's."""
        self._bind_initials()
        candidates, owner = self.scene.candidates, self.scene.owner
        at = {c.name.first: n for n, c in enumerate(candidates) if c.name is not None}
        for acronym in find_acronyms(self.parsed):
            long, short = at.get(acronym.first), at.get(acronym.short)
            if long is not None and short is not None and owner[long] is not None and candidates[long].kind == "organisation":
                self.scene.merge(owner[short], owner[long])  # type: ignore[arg-type]
        for n, c in enumerate(candidates):
            party = owner[n]
            j = c.last
            if party is None or c.kind != "organisation" or j + 2 >= len(self.words) or self.words[j].text != "(":
                continue
            for m in range(n + 1, min(n + 4, len(candidates))):
                other = candidates[m]
                if (
                    other.first == j + 1
                    and other.name is not None
                    and self.words[other.last].text == ")"
                    and (other.kind == "organisation" or other.form == "acronym")
                ):
                    self.scene.merge(owner[m], party)

    def _bind_initials(self) -> None:
        """ "Tribunal arbitral du sport ... Le TAS": the initials of the words that carry meaning."""
        long: dict[str, Party | None] = {}
        for party in self.scene.parties:
            if party.kind == "organisation" and party.name.count(" ") > 1:
                letters = "".join(w[0] for w in party.name.replace("'", " ").split() if w.lower() not in SMALL_WORDS).upper()
                long[letters] = None if letters in long else party
        for party in list(self.scene.parties):
            if party.kind in ("organisation", "place") and party.name.isupper() and not party.sort and party.country is None:
                self.scene.merge(party, long.get(party.name) or party)

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
            other = self.scene.candidates[self.scene.by_core[head.i]] if head.i in self.scene.by_core else None
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


def _is_start(short: str, full: str) -> bool:
    """Is the second name the first one with more of the surname: "Ana Salas", "Ana Salas Ortuño"?"""
    words = short.split(" ")
    return len(words) > 1 and words[-1] not in first_names() and fold(full).startswith(fold(short) + " ")
