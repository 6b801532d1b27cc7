"""Persons that a noun of what they plainly are stands for: "le trentenaire", "cet homme", "la victime", "l'humoriste"."""

from __future__ import annotations

from recoupe.find.who.candidates import Candidate
from recoupe.find.who.gazetteer import place_adjectives
from recoupe.find.who.holders import offices_of
from recoupe.find.who.parties import Party, Role, Scene, fold
from recoupe.find.who.takenup import CULPRITS, DECADES, HARMING, HEADS, PUBLIC, SEEN
from recoupe.find.who.unnamed import otherwise
from recoupe.lang.countries import demonyms
from recoupe.lang.nouns import first_names

_CHILDREN = frozenset("enfant garçon garçonnet fille fillette bébé nourrisson adolescent adolescente écolier écolière".split())


def likely_person(scene: Scene, c: Candidate, role: Role) -> Party | None:
    """ "le trentenaire", "cet homme", "l'humoriste": the person just told of, if there is only one it fits."""
    noun = c.noun
    assert noun is not None
    if named_beside(scene, c):
        return None
    somebody = noun.kind == "person" or noun.lemma in ("fille", "femme")
    people = noun.lemma in demonyms() or noun.lemma in place_adjectives()
    known = people or noun.lemma in PUBLIC or c.determiner == "dem" or (somebody and noun.lemma in SEEN)
    if not known and not somebody:
        return None
    if noun.lemma == "victime" and (harmed := _harmed(scene, c.head)) is not None:
        return harmed
    if noun.lemma in DECADES and (aged := _aged(scene, DECADES[noun.lemma], c.gender)) is not None:
        return aged
    here = scene.words[c.head].sent
    fitting = [
        p
        for p in scene.pool()
        if p.kind in ("person", "role")
        and not p.plural
        and p.seen >= 0
        and scene.agrees(p, c.gender)
        and here - scene.words[p.seen].sent <= (3 if known else 4)
        and (not p.named if not known else p.named or somebody)
        and (c.determiner == "dem" or not (noun.kind in ("job", "office") and otherwise(p, noun.kind)))
    ]
    fitting = [p for p in fitting if _can_be(scene, p, c)]
    if people:
        return _compatriot(scene, c) or _of_country(c, [p for p in fitting if here - scene.words[p.seen].sent <= 2])
    if noun.lemma in CULPRITS:
        harmed = _harmed(scene, c.head)
        called = [{r.lemma for r in p.roles} for p in fitting]
        suspects = [names & (CULPRITS | SEEN) and "victime" not in names for names in called]
        fitting = [p for p, suspect in zip(fitting, suspects, strict=True) if suspect and p is not harmed]
    elif not known:
        fitting = [p for p in fitting if p.kind == "person"]
    if noun.lemma in PUBLIC and len(fitting) != 1:
        return _acting(scene, fitting, here)
    return max(fitting, key=lambda p: (p.seen, -p.n)) if fitting else None


def named_beside(scene: Scene, c: Candidate) -> bool:
    """ "La présidente sortante Vera Linhart", "l'ancien chef du parti Jean Roux": who it is stands right behind."""
    k = c.last
    while k < len(scene.words) and scene.words[k].pos == "ADJ" and scene.words[k].text.islower() and k < c.last + 2:
        k += 1
    inside = any(scene.words[i].text.split("-")[0] in first_names() for i in range(c.head + 2, c.last))
    return inside or k > c.last and k < len(scene.words) and scene.words[k].text in first_names()


def _can_be(scene: Scene, party: Party, c: Candidate) -> bool:
    """Do the words exclude nothing that is told or known of this person: no child has an office, no man is "la ministre"."""
    noun = c.noun
    assert noun is not None
    if noun.lemma in _CHILDREN and (otherwise(party, "office") or otherwise(party, "job")):
        return False
    if noun.kind == "office" and noun.gender == "f" and party.gender is None:
        return False
    concept = scene.concept(c, noun.lemma)
    bare = any(not r.concept and not r.key and r.lemma == noun.lemma for r in party.roles)
    if concept in HEADS and party.roles and not bare and concept not in {r.concept for r in party.roles}:
        return False  # a minister of something is not "le Premier ministre"
    lands = {country for _, country in offices_of().get(fold(party.name), ())}
    return not (c.country and party.country is None and lands and c.country not in lands)


def _acting(scene: Scene, fitting: list[Party], here: int) -> Party | None:
    """The one of several persons who acts alone in this sentence or the one before, by the report's own words."""
    near = [r for r in scene.refs[-12:] if r.role == "subject" and here - r.sentence <= 1]
    subjects = [r.party for r in near if r.party in fitting and not scene.quoted[r.word]]
    return subjects[-1] if subjects and all(p is subjects[0] for p in subjects) else None


def _of_country(c: Candidate, fitting: list[Party]) -> Party | None:
    """ "Le Portugais", of whom no country was told: the only person just told of is one."""
    if c.country:
        fitting = [p for p in fitting if p.country in (None, c.country)]
        fitting = [p for p in fitting if p.country] or (fitting if len(fitting) == 1 else [])
    if len(fitting) == 1:
        fitting[0].country = fitting[0].country or c.country
    return max(fitting, key=lambda p: (p.seen, -p.n)) if fitting else None


def _compatriot(scene: Scene, c: Candidate) -> Party | None:
    """ "Le Portugais": the one person of that country of whom the report has told."""
    if c.country is None:
        return None
    found = [p for p in scene.pool() if p.kind == "person" and p.named and p.seen >= 0 and p.country == c.country]
    return found[0] if len(found) == 1 and scene.agrees(found[0], c.gender) and found[0].plural == c.plural else None


def _aged(scene: Scene, decade: int, gender: str | None) -> Party | None:
    """ "Luc Roy, 34 ans ... Le trentenaire": the only person whose age was told and fits."""
    found: dict[int, Party] = {}
    for told in scene.out[-80:]:
        after = scene.words[told.last : told.last + 3]
        age = after[1].text if len(after) == 3 and after[0].text in (",", "(") and after[2].lower == "ans" else ""
        if age.isdecimal() and int(age) // 10 == decade and scene.agrees(told.party, gender):
            found[told.party.n] = told.party
    return next(iter(found.values())) if len(found) == 1 else None


def _harmed(scene: Scene, at: int) -> Party | None:
    """ "Un cycliste a été renversé ... La victime": the only person of the last sentences whom somebody harmed."""
    found: dict[int, Party] = {}
    for ref in reversed(scene.refs[-40:]):
        if scene.words[at].sent - ref.sentence > 4:
            break
        word, party = scene.words[ref.word], ref.party
        if party is None or party.kind not in ("person", "role") or party.plural or ref.sentence == scene.words[at].sent:
            continue
        if word.dep.startswith(("nsubj:pass", "obj")) and scene.words[word.head].lemma in HARMING:
            found[party.n] = party
    return next(iter(found.values())) if len(found) == 1 else None
