"""Pronouns and possessives -> parties, by agreement, grammatical role and nearness. What cannot be told stays untold."""

from __future__ import annotations

from recoupe.find.who.parties import Party, Reference, Scene
from recoupe.find.who.pronouns import Pronoun
from recoupe.find.who.takenup import DEFENDERS, MAKING, REPROACH
from recoupe.lang.nouns import actor_nouns

_IMPERSONAL = 2.5  # what a body or a thing loses as the one that is helped, or that has a lawyer


class Antecedents:
    """Whom a pronoun of the report stands for, given who was told of before it."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.parsed, self.words = scene, scene.parsed, scene.parsed.words

    def resolve(self, p: Pronoun) -> bool:
        """Note whom the pronoun stands for; False when that cannot be told."""
        if p.kind == "possessive":
            party = self.possessor(p)
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
            self.scene.note(p.word, p.last, p.word, "possessive" if p.kind == "possessive" else "pronoun", party)
        return party is not None

    def _subject(self, p: Pronoun) -> Party | None:
        found = self._ahead(p) or self._salient(p, human=p.cue)
        return found or (self._both(p) if p.plural else None)

    def _both(self, p: Pronoun) -> Party | None:
        """ "Paul Denis et Léa Roy ... Ils ...": the persons joined as a subject just before."""
        here = self.words[p.word].sent
        for ref in reversed(self.scene.refs):
            if here - ref.sentence > 1:
                return None
            first = ref.party
            if first is None or first.kind not in ("person", "role", "state") or ref.role != "subject":
                continue
            both = self.scene.joined(ref.word)
            if both is not None and not (p.gender == "f" and any(self.scene.parties[n].gender == "m" for n in both.members)):
                return both
        return None

    def _ahead(self, p: Pronoun) -> Party | None:
        """ "Alors qu'il quittait Lyon, Jean Dupont ...": the named subject of the main clause."""
        words = self.words
        verb = words[words[p.word].head]
        if p.word - self.parsed.sentence_of(p.word).first > 4 or verb.dep.split(":")[0] != "advcl" or verb.head <= verb.i:
            return None
        for kid in self.parsed.kids(verb.head, "nsubj"):
            n = self.scene.covering.get(kid.i)
            party = (
                self.scene.owner[n] if n is not None and kid.i > p.word and self.scene.candidates[n].name is not None else None
            )
            if party is not None:
                fits = (
                    party.plural == p.plural and self.scene.agrees(party, p.gender) and party.kind in ("person", "organisation")
                )
                return party if fits else None
        return None

    def _salient(self, p: Pronoun, human: bool = False, skip: Party | None = None, personal: bool = False) -> Party | None:
        """The best antecedent by agreement, role and nearness; None when a thing fits better or nothing fits well."""
        sentence = self.words[p.word].sent
        over = human and not self.scene.quoted[p.word]  # who speaks was told of before what he says, however long that is
        best: tuple[float, int, Party | None] | None = None
        for ref in reversed(self.scene.refs):
            away = sentence - ref.sentence
            if over and not self.scene.quoted[ref.word]:
                away = self.scene.ranks[sentence] - self.scene.ranks[ref.sentence]
            if away > 2:
                if over and self.scene.quoted[ref.word]:
                    continue
                break
            if ref.word >= p.word or (ref.party is not None and ref.party is skip):
                continue
            score = self._score(p, ref, away, human)
            if score is None:
                continue
            if personal and (ref.party is None or ref.party.kind in ("organisation", "state")):
                score -= _IMPERSONAL
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
        if self.scene.quoted[p.word] != self.scene.quoted[ref.word]:
            # Whoever says "« Ma sœur est là », dit-elle" is none of those whom the words between the marks tell of.
            score -= 4.0 if human and party is not None and self.scene.quoted[ref.word] else 1.0
        return score

    def _object(self, p: Pronoun) -> Party | None:
        verb, sentence = self.words[p.word].head, self.words[p.word].sent
        subject = self._governor(verb)
        for ref in reversed(self.scene.refs):
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
        return self._salient(p, human=True, skip=subject, personal=True)

    def _governor(self, verb: int) -> Party | None:
        """The subject of a verb or, of an infinitive, of the verb it depends on: "Ferrand doit le rencontrer"."""
        for _ in range(4):
            if subject := next((self.scene.at[k.i] for k in self.parsed.kids(verb, "nsubj") if k.i in self.scene.at), None):
                return subject
            if self.words[verb].dep not in ("xcomp", "conj"):
                return None
            verb = self.words[verb].head
        return None

    def _last_named(self, p: Pronoun) -> Party | None:
        """ "celui-ci", "ce dernier": the party named last that agrees."""
        for ref in reversed(self.scene.refs):
            if self.words[p.word].sent - ref.sentence > 1:
                break
            party = ref.party
            if party is None or party.kind == "place" or ref.plural != p.plural or ref.gender != p.gender or ref.word >= p.word:
                continue
            if ref.role == "inner" and party.kind == "organisation":
                continue  # "le porte-parole du gouvernement ... Ce dernier": the one who speaks, not whose he is
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
        if above in self.scene.at and self.words[above].sent == self.words[p.word].sent:
            return self.scene.at[above]
        for found in reversed(self.scene.out[-8:]):
            if found.first <= j < found.last and found.form not in ("adjective", "possessive", "pronoun"):
                outer = [
                    r for r in self.scene.out[-8:] if r.first <= found.first and r.last >= found.last and r.form != "adjective"
                ]
                return outer[0].party if outer else found.party
        return None

    def possessor(self, p: Pronoun) -> Party | None:
        """Whose: the subject of the clause, the party it is joined to, or the topic when it stands inside the subject."""
        words, i = self.words, p.word
        noun = words[i].head
        if words[noun].dep == "conj" and words[words[noun].head].i in self.scene.at:
            first = self.scene.at[words[words[noun].head].i]
            return first if first.plural == p.plural else None
        if (found := self._controller(i, p.plural)) is not None:
            return found
        return self._salient(Pronoun(i, "possessive", None, p.plural), personal=self._personal(noun))

    def _personal(self, noun: int) -> bool:
        """Does this noun belong to persons ("son avocate", "sa mère"), rather than to whoever acts?"""
        known = actor_nouns().get(self.words[noun].lower)
        return known is not None and (known.kind == "kin" or known.lemma in DEFENDERS)

    def _controller(self, i: int, plural: bool) -> Party | None:
        words, node, steps = self.words, self.words[i].head, 0
        while steps < 12:
            steps += 1
            subject = next(iter(self.parsed.kids(node, "nsubj")), None)
            if subject is not None:
                inside = self.parsed.left[subject.i] <= i <= self.parsed.right[subject.i]
                party = self.scene.at.get(subject.i) or self.scene.standing(subject.i)
                if not inside:
                    target = self._praised(node, i)
                    party = target or party
                    if party is not None and party.plural == plural and party.kind != "place":
                        return party
                    if party is not None and plural and (both := self.scene.joined(subject.i)):
                        return both
                    if party is not None or subject.pos == "NOUN":
                        return None
            if words[node].head == node:
                return None
            below, node = node, words[node].head
            if words[below].dep == "xcomp" and words[node].lemma in MAKING:
                target = next((self.scene.at[k.i] for k in self.parsed.kids(node, "obj", "iobj") if k.i in self.scene.at), None)
                if target is not None and target.plural == plural:
                    return target
        return None

    def _praised(self, verb: int, i: int) -> Party | None:
        """ "féliciter X pour sa résistance": X's, not the subject's."""
        if self.words[verb].lemma not in REPROACH:
            return None
        if not any(w.lower == "pour" for w in self.words[max(verb, i - 3) : i]):
            return None
        return next((self.scene.at[k.i] for k in self.parsed.kids(verb, "obj") if k.i in self.scene.at), None)
