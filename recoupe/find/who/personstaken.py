"""Persons that the words of an office or a job take up: "l'ancienne ministre du Budget", "a dit l'animateur"."""

from __future__ import annotations

from recoupe.find.who.candidates import Candidate
from recoupe.find.who.parties import Party, Reference, Role, Scene
from recoupe.find.who.personstold import named_beside
from recoupe.find.who.pronouns import CUES
from recoupe.find.who.takenup import AGES, HEADS
from recoupe.find.who.unnamed import otherwise


def person_taken_up(scene: Scene, c: Candidate, role: Role) -> Party | None:
    """ "L'ancienne ministre du Budget", "le présentateur de 73 ans", "a dit l'animateur": the person just told of.

    Such words seldom bring a new person in: one who is new is named beside them.
    """
    assert c.noun is not None
    if named_beside(scene, c):
        return None
    aged = bool(role.key & {"ans", "printemps"}) and not role.key - AGES
    verb = scene.words[scene.words[c.head].head]
    speaks = scene.words[c.head].dep.startswith("nsubj") and verb.i < c.head and verb.lemma in CUES and not role.key - AGES
    present = any(scene.words[k].lower in ("actuel", "actuelle", "ex") for k in range(c.core, c.head))
    if not (role.former or aged or speaks or present) or c.noun.kind not in ("office", "job", "person") or c.plural:
        return None
    near = _recent(scene, c, role)
    if not near:
        return None
    acting = [r for r in near if r.role == "subject" and r.main] or [r for r in near if r.role == "subject"]
    several = len({id(r.party) for r in near}) > 1
    if several and not acting:
        near = [r for r in near if r.sentence == near[-1].sentence]
        several = len({id(r.party) for r in near}) > 1
    return acting[-1].party if acting else None if several else near[-1].party


def _recent(scene: Scene, c: Candidate, role: Role) -> list[Reference]:
    """Where the report's own voice told, a moment ago, of persons who may be called so and are not told of beside it."""
    here, quoted = scene.words[c.head].sent, scene.quoted
    beside = {id(r.party) for r in scene.refs[-20:] if r.sentence == here}
    if any(r.party is not None and r.party.kind == "role" for r in scene.refs[-20:] if r.sentence == here):
        return []  # "les tarifs avancés par le ministre ... l'ancien maire de Lens": who is who is not told
    found: list[Reference] = []
    away, last = 0, here
    for ref in reversed(scene.refs[-60:]):
        if quoted[ref.word] or ref.sentence == here:
            continue
        if ref.sentence != last:  # sentences of a quotation do not count
            between = range(ref.sentence, last)
            away += sum(1 for n in between if not quoted[scene.parsed.sentences[n].last - 1]) or 1
            last = ref.sentence
        if away > 3:
            break
        if ref.party is not None and id(ref.party) not in beside and _may_be(scene, ref.party, c, role):
            found.append(ref)
    return found[::-1]


def _may_be(scene: Scene, party: Party, c: Candidate, role: Role) -> bool:
    """Is this a named person whom nothing that was said keeps from being called so?"""
    assert c.noun is not None
    if party.kind != "person" or not party.named or not scene.agrees(party, c.gender):
        return False
    if c.country and party.country not in (None, c.country):
        return False
    if role.concept in HEADS and (party.gender is None or otherwise(party, "job")):
        return False  # a head of government is none of the ministers told of beside
    same = [r for r in party.roles if r.lemma == role.lemma and r.key and role.key]
    return not same and not (not role.former and otherwise(party, c.noun.kind))
