"""Persons by their office: whom the report has called so, or who is known to hold it."""

from __future__ import annotations

from recoupe.find.who.candidates import Candidate
from recoupe.find.who.holders import offices_left, offices_of, took_office
from recoupe.find.who.parties import Party, Role, Scene, fold
from recoupe.find.who.takenup import STATE_WORDS


def person_called(scene: Scene, c: Candidate, role: Role) -> Party | None:
    """Whom the report has called so before, else whom it will: same office, same country, nothing that excludes it."""
    best: tuple[int, int, Party] | None = None
    for party in scene.pool():
        if party.kind not in ("person", "role") or not scene.agrees(party, c.gender):
            continue
        if not any(scene.same_role(role, other, party) for other in party.roles):
            continue
        rank = (party.seen, -party.n)
        if best is None or rank > best[:2]:
            best = (*rank, party)
    return best[2] if best else None


def known_holder(scene: Scene, c: Candidate, role: Role) -> Party | None:
    """The one person named here who is known to hold this office of this state."""
    to_come = any(scene.words[k].lower in ("futur", "future") for k in range(c.core, c.head))
    if not role.concept or to_come or (role.key - STATE_WORDS and not role.country):
        return None
    offices = offices_left() if role.former else offices_of()
    wanted = {"head", "premier"} if role.concept == "leader" else {role.concept}
    found: list[tuple[Party, str]] = []
    for party in scene.pool():
        if party.kind == "person" and party.named and scene.agrees(party, c.gender):
            held = {k for o, k in offices.get(fold(party.name), ()) if o in wanted}
            found.extend((party, k) for k in sorted(held) if not role.country or k == role.country)
    if len(found) > 1 and not role.country:
        found = [f for f in found if f[1] == "FRA"]
    if len(found) > 1 and role.concept == "head" and not role.former and len({k for _, k in found}) == 1:
        running = [f for f in found if not any(r.lemma == "candidat" for r in f[0].roles)]
        began = {p.n: took_office().get((fold(p.name), role.concept, k), "") for p, k in running}
        found = sorted(running, key=lambda f: (began[f[0].n], -f[0].n))[-1:]  # beside a predecessor, the one who followed
    return found[0][0] if len(found) == 1 else None
