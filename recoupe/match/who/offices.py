"""One office, one holder: "son avocate" here is Me X, son avocat, there; "le procureur" is the one the other reports name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from recoupe.find.who.takenup import ORGANS
from recoupe.lang.nouns import actor_nouns
from recoupe.match.who.joined import Joined
from recoupe.types import Actor, Office

Local = Sequence[tuple[str, Actor]]  # (report, actor of that report)

# Offices of which a state, a body or a person has many: the noun alone does not say who.
_MANY = frozenset(
    """conseiller député sénateur élu responsable juge membre dirigeant cadre représentant officier magistrat vice-président
    candidat adjoint eurodéputé commissaire collaborateur délégué secrétaire fils fille frère sœur ami proche cousin
    oncle tante neveu nièce enfant voisin collègue petit-fils diplomate gouverneur général colonel policier
    vice-ministre parlementaire militaire""".split()
)
_DEFENDERS = frozenset(("avocat", "défenseur"))
# Offices and parts that one affair has once: told bare in one report, by name or at length in another.
_ONE_PER_AFFAIR = frozenset(
    """procureur préfet maire bourgmestre sous-préfet proviseur recteur évêque archevêque bâtonnier gérant ex-maire ex-préfet
    directeur patron PDG pdg propriétaire entraîneur sélectionneur conservateur curé architecte capitaine commandant pilote
    chauffeur conducteur fondateur romancier cinéaste réalisateur lauréat gardien veilleur concierge""".split()
)
_PERSONS_PER_AFFAIR = frozenset(
    """suspect accusé prévenu condamné tireur forcené ravisseur meurtrier kamikaze fugitif adolescent adolescente fillette
    quadragénaire quinquagénaire sexagénaire septuagénaire octogénaire trentenaire vainqueur veuf""".split()
)
_SECOND = frozenset("adjoint adjointe général générale national nationale antiterroriste délégué déléguée".split())
_BODIES_PER_AFFAIR = frozenset(
    """tribunal préfecture parquet mairie municipalité sous-préfecture rectorat diocèse assureur constructeur avionneur fabricant
    compagnie opérateur transporteur hôpital université clinique régie présidence""".split()
)
_CULPRITS = frozenset(
    """malfaiteur voleur cambrioleur braqueur assaillant agresseur ravisseur tireur commando cagoulé pirate kidnappeur
    terroriste bandit gangster""".split()
)
_SMALL_WORDS = frozenset("de du des la le les l d et à au aux pour en sur".split())
_ANYBODY = frozenset(("individu", "homme", "personne"))
_MASKED = re.compile(r"cagoul|armé|masqué|encagoul", re.IGNORECASE)
_NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10}


def match_holders(local: Local, joined: Joined, affairs: dict[str, frozenset[str]]) -> list[tuple[str, str, str, str]]:
    """Join the holders of one office and the culprits of one deed; return pairs left in doubt (ids, verdict, reason)."""
    _match_owned(local, joined)
    _match_organs(local, joined)
    near = kindred(local, joined)
    _match_bare(local, joined, near, _ONE_PER_AFFAIR, ("role",))
    _match_bare(local, joined, near, _PERSONS_PER_AFFAIR, ("person",))
    _match_bare(local, joined, near, _BODIES_PER_AFFAIR, ("organisation",))
    _match_acronyms(local, joined, {r: near[r] | affairs.get(r, frozenset()) for r in near})
    return _match_culprits(local, joined, near)


def _match_owned(local: Local, joined: Joined) -> None:
    """The same office of the same party, whose holder is one: "l'ambassadeur de X à Paris", "son avocate"."""
    found: dict[tuple[str, str, tuple[str, ...]], list[Actor]] = {}
    for _, actor in local:
        if actor.kind not in ("person", "role"):
            continue
        for office in actor.held:
            if office.of and _single(office):
                of = joined.find(office.of) if office.of in joined.parent else office.of.lower()
                found.setdefault((office.noun, of, office.key), []).append(actor)
    for key in sorted(found):
        holders = found[key]
        if len({joined.find(a.id) for a in holders if named(a)}) > 1:
            continue
        for other in holders[1:]:
            joined.join(holders[0].id, other.id, f"même fonction auprès de la même partie : {key[0]}", 0.85)


def _match_organs(local: Local, joined: Joined) -> None:
    """ "L'armée morévienne" and "l'armée de Morévie": of these a state has one each."""
    found: dict[tuple[str, str], str] = {}
    for _, actor in local:
        if actor.kind == "organisation":
            for office in actor.held[:1]:
                if office.noun in ORGANS and office.of and not office.key:
                    first = found.setdefault((office.noun, office.of.lower()), actor.id)
                    joined.join(first, actor.id, f"même organe du même État : {office.noun}", 0.9)


def _single(office: Office) -> bool:
    noun = office.noun.removeprefix("ex-")
    if noun in ("head", "premier", "diplomat", "pope") or noun in _DEFENDERS:
        return True
    known = actor_nouns().get(noun)
    if known is None or known.kind not in ("office", "kin") or noun in _MANY:
        return False
    return noun != "ministre" or bool(office.key)


def named(actor: Actor) -> bool:
    """Is this a person with a name?"""
    return actor.kind == "person" and any(c.isupper() for c in actor.name)


def kindred(local: Local, joined: Joined) -> dict[str, frozenset[str]]:
    """Report -> the reports that tell of the same affair: at least two named persons, bodies or places in common."""
    told: dict[str, set[str]] = {}
    for report, actor in local:
        known = told.setdefault(report, set())
        if actor.kind in ("person", "organisation", "place") and any(c.isupper() for c in actor.name) and not actor.country:
            known.add(joined.find(actor.id))
    holders: dict[str, list[str]] = defaultdict(list)
    for report, known in told.items():
        for name in known:
            holders[name].append(report)
    shared = {r: Counter(other for name in told[r] for other in holders[name]) for r in sorted(told)}
    return {r: frozenset((r, *(other for other, count in found.items() if count >= 2))) for r, found in shared.items()}


def _match_bare(
    local: Local, joined: Joined, near: dict[str, frozenset[str]], nouns: frozenset[str], kinds: tuple[str, ...]
) -> None:
    """ "Le procureur" of one report is the only procureur that its kindred reports tell of."""
    found: dict[str, list[tuple[str, Actor]]] = defaultdict(list)
    for report, actor in local:
        for noun in {o.noun for o in actor.held if o.noun in nouns and not set(o.key) & _SECOND}:
            found[noun].append((report, actor))
    for noun, holders in sorted(found.items()):
        for report, actor in holders:
            if actor.kind not in kinds or not _bare(actor):
                continue
            others = [(r, a) for r, a in holders if r in near[report]]
            fuller = {joined.find(a.id) for _, a in others if a.kind not in kinds or not _bare(a)}
            twice = len(others) > len({(r, joined.find(a.id)) for r, a in others}) or len(others) > len({r for r, _ in others})
            if len(fuller) <= 1 and not twice:
                for _, other in others:
                    joined.join(actor.id, other.id, f"seul « {noun} » dont parlent les textes", 0.75)


def _bare(actor: Actor) -> bool:
    """Is this actor told by one common noun only?"""
    return " " not in actor.name and not any(c.isupper() for c in actor.name[1:]) and actor.name[:1].islower()


def _match_acronyms(local: Local, joined: Joined, near: dict[str, frozenset[str]]) -> None:
    """ "L'ARS" here, "l'agence régionale de santé" there: letters that one body of the kindred reports gives or spells."""
    spelt: dict[str, list[tuple[str, Actor]]] = defaultdict(list)
    for report, actor in local:
        if actor.kind == "organisation" and " " in actor.name:
            letters = {n.split(" ")[-1] for n in actor.names if n.split(" ")[-1].isupper() and len(n.split(" ")) < 3}
            for short in sorted({*letters, _initials(actor.name)}):
                if len(short) > 2:
                    spelt[short].append((report, actor))
    for report, actor in local:
        short = actor.name
        if (
            actor.kind in ("organisation", "place")
            and short.isupper()
            and short in spelt
            and not (actor.country and actor.kind == "place")
        ):
            found = [a for r, a in spelt[short] if r in near[report]]
            if len({joined.find(a.id) for a in found}) == 1:
                joined.join(found[0].id, actor.id, f"« {short} » : sigle de « {found[0].name} »", 0.85)


def _initials(name: str) -> str:
    """The capitals of a long name: "Agence régionale de santé" -> "ARS"."""
    words = re.split(r"[\s'’-]+", name)
    return "".join(w[0] for w in words if w and w.lower() not in _SMALL_WORDS).upper()


def _match_culprits(local: Local, joined: Joined, near: dict[str, frozenset[str]]) -> list[tuple[str, str, str, str]]:
    """ "Quatre individus cagoulés" here, "le commando" there: the only culprits each report knows, if their numbers agree."""
    by_report: dict[str, list[Actor]] = {}
    for report, actor in local:
        if actor.kind == "group" and _culprits(actor):
            by_report.setdefault(report, []).append(actor)
    alone = [(r, found[0]) for r, found in sorted(by_report.items()) if len(found) == 1]
    number = {joined.find(a.id): count for _, a in alone if (count := _count(a)) is not None}
    doubts: list[tuple[str, str, str, str]] = []
    for n, (report, actor) in enumerate(alone):
        for other, also in alone[n + 1 :]:
            one, two = joined.find(actor.id), joined.find(also.id)
            if other not in near[report] or one == two:
                continue
            left, right = number.get(one), number.get(two)
            if left is None or right is None or left == right:
                joined.join(actor.id, also.id, "seuls auteurs du fait dans chaque texte", 0.7)
                if (count := left or right) is not None:
                    number[joined.find(actor.id)] = count
            else:
                doubts.append((actor.id, also.id, "unsure", f"auteurs du fait, en nombre différent ({left} / {right})"))
    return doubts


def _culprits(actor: Actor) -> bool:
    nouns = {o.noun for o in actor.held}
    if nouns & _CULPRITS:
        return True
    return bool(nouns & _ANYBODY) and any(_MASKED.search(name) for name in (actor.name, *actor.names))


def _count(actor: Actor) -> int | None:
    for name in (actor.name, *actor.names):
        first = name.lower().split(" ", 1)[0]
        if first in _NUMBERS or first.isdigit():
            return _NUMBERS.get(first) or int(first)
    return None
