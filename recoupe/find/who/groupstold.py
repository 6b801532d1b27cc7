"""Groups and pairs that a noun stands for: "les malfaiteurs", "les deux pays", "les deux hommes"."""

from __future__ import annotations

from recoupe.find.who.candidates import Candidate
from recoupe.find.who.parties import Party, Scene
from recoupe.find.who.takenup import ARMED, BANDS, TITLES_OF_PAIRS


def group_of(scene: Scene, c: Candidate) -> Party:
    assert c.noun is not None
    key: tuple[str, ...] = ("group", c.noun.lemma, c.country or "", " ".join(sorted(c.key)))
    party = None
    if band := _culprits(scene, c):
        band.roles.append(scene.role(c, c.noun.lemma))
        return band
    if c.determiner in ("def", "dem", ""):
        party = scene.by_key.get(key) or (_latest_group(scene, c) if not c.key else None)
    if c.determiner == "pos":
        key = (*key, "pos")
        party = scene.by_key.get(key)
    if party is None:
        party = scene.new("group", scene.text(c.core, c.last), key)
        party.country, party.gender, party.plural = c.country, c.noun.gender, c.plural
        party.roles.append(scene.role(c, c.noun.lemma))
    return party


def pair_of(scene: Scene, c: Candidate) -> Party | None:
    """The last two states (or persons) told of: "les deux pays", "les deux hommes"."""
    states = bool(c.noun and c.noun.weak)
    if states and (joined := _coordinated(scene, c)):
        return joined
    found: list[Party] = []
    for ref in reversed(scene.refs):
        if scene.words[c.head].sent - ref.sentence > 3 or len(found) == 2:
            break
        p = ref.party
        fits = p is not None and (p.kind == "state" if states else p.kind == "person" and p.gender != "f")
        if p is not None and fits and p not in found:
            found.append(p)
    if states and len(found) == 1:
        homes = [scene.home(r.party) for r in scene.refs[-8:] if r.party is not None and r.party.kind == "person"]
        found.extend([h for h in homes if h is not None and h not in found][:1])
    if not states and len(found) < 2:
        return group_of(scene, c)
    if len(found) < 2:
        return None
    return scene.together(found[::-1], c.gender or "m")


def is_pair(scene: Scene, c: Candidate) -> bool:
    two = any(scene.words[k].lower in ("deux", "2") for k in range(c.core, c.head))
    known = c.determiner in ("def", "dem")
    return bool(two and known and c.noun and (c.noun.weak or c.noun.lemma in TITLES_OF_PAIRS) and not c.key)


def _coordinated(scene: Scene, c: Candidate) -> Party | None:
    """The two states last joined by "et": "entre la Finlande et la Suède"."""
    for n in range(len(scene.candidates) - 2, -1, -1):
        left, right = scene.candidates[n], scene.candidates[n + 1]
        if right.first >= c.first or left.kind != "state" or right.kind != "state" or left.form == "adjective":
            continue
        one, other = scene.owner[n], scene.owner[n + 1]
        joined = [w.lower for w in scene.words[left.last : right.core]]
        if one is not None and other is not None and one is not other and joined[:1] == ["et"] and len(joined) <= 3:
            return scene.together([one, other], c.gender or "m")
    return None


def _culprits(scene: Scene, c: Candidate) -> Party | None:
    """ "Les malfaiteurs", "le commando": the one band of culprits, or of masked or armed men, that the report tells of."""
    assert c.noun is not None
    if c.noun.lemma not in BANDS or c.determiner not in ("def", "dem") or set(c.key) - ARMED:
        return None
    bands = [p for p in scene.pool() if p.kind == "group" and p.seen >= 0 and p.roles and _is_band(p)]
    return bands[0] if len(bands) == 1 else None


def _is_band(party: Party) -> bool:
    return any(r.lemma in BANDS or (r.lemma in ("individu", "homme", "personne") and r.key & ARMED) for r in party.roles)


def _latest_group(scene: Scene, c: Candidate) -> Party | None:
    assert c.noun is not None
    fitting = [p for p in scene.pool() if p.kind == "group" and any(r.lemma == c.noun.lemma for r in p.roles) and p.seen >= 0]
    return max(fitting, key=lambda p: (p.seen, -p.n)) if fitting else None
