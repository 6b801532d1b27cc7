"""Bodies that a noun stands for: "le parquet de Paris", later "le parquet"; "la compagnie" after its name."""

from __future__ import annotations

from recoupe.find.who.candidates import VAGUE, Candidate
from recoupe.find.who.gazetteer import place_adjectives
from recoupe.find.who.parties import Party, Scene, fold
from recoupe.find.who.takenup import MOVEMENTS, ORGANS, QUALIFIED, QUALITIES, kinds_taken_up
from recoupe.lang.nouns import actor_nouns, first_names

_CLUBS = frozenset("FC AS RC OGC US SC AC AJ EA SM CA CO UBB SU Stade Olympique Racing Sporting Real Athletic Union".split())
_OTHER = frozenset(("other",))  # a body of a kind that no noun takes up


def body_of(scene: Scene, c: Candidate) -> Party | None:
    """ "le parquet de Paris", later "le parquet"; "la compagnie" after its name."""
    assert c.noun is not None
    key = ("body", c.noun.lemma, " ".join(sorted(c.key)))
    party = scene.by_key.get(key)
    if party is None and c.country and c.noun.lemma in ORGANS:
        party = next((p for p in scene.pool() if p.country == c.country and p.roles and _is_organ(p, c)), None)
    if party is None and c.determiner in ("def", "dem"):
        party = _body_told(scene, c)
    if party is None and c.determiner == "def" and not c.key and c.noun.lemma in VAGUE:
        if (party := _named_so(scene, c.noun.lemma)) is not None or not c.speaks or c.noun.lemma == "société":
            return party  # "la société change": everybody
    if party is None and c.country and c.determiner in ("def", "dem") and c.noun.lemma in MOVEMENTS:
        fitting = [p for p in _companies(scene, "mouvement", c.head) if p.country == c.country]
        party = fitting[0] if len(fitting) == 1 else None
    if party is None:
        party = scene.new("organisation", scene.text(c.core, c.last), key)
        party.country, party.gender = c.country, c.noun.gender
        party.roles.append(scene.role(c, c.noun.lemma))
    return party


def _body_told(scene: Scene, c: Candidate) -> Party | None:
    """The body told of before that these words take up: "le parquet", "l'association de consommateurs"."""
    assert c.noun is not None
    narrow = {k for k in c.key if not scene.demonym(k) and k not in place_adjectives()} - QUALITIES
    after = scene.words[c.last].text if c.last < len(scene.words) else ""
    if after[:1].isupper() and after not in first_names() and after not in ("M.", "Mme"):
        return None  # a name follows: "la chaîne La Une"
    if narrow:
        common = not any(w.text[0].isupper() for w in scene.words[c.head + 1 : c.last])
        bodies = _companies(scene, c.noun.lemma, c.head) if common else []
        bodies = [p for p in bodies if _kinds(p) & {"ngo", "union", "party", "club"}]
        return bodies[0] if len(bodies) == 1 and _close(scene, bodies[0], c.head) else None
    fitting = [p for p in scene.pool() if p.seen >= 0 and any(r.lemma == c.noun.lemma for r in p.roles)]
    bare = c.noun.lemma in QUALIFIED and not c.key
    fitting = fitting or ([] if bare else _companies(scene, c.noun.lemma, c.head))
    if c.country is not None:
        fitting = [p for p in fitting if p.country in (None, c.country)]
    return max(fitting, key=lambda p: (p.seen, -p.n)) if fitting else None


def _named_so(scene: Scene, lemma: str) -> Party | None:
    """ "L'agence" after "l'Agence des médicaments": the body whose name begins so, if there is one."""
    known = [p for p in scene.pool() if p.kind == "organisation" and p.seen >= 0 and fold(p.name).startswith(lemma + " ")]
    return known[0] if len(known) == 1 else None


def _is_organ(party: Party, c: Candidate) -> bool:
    """ "L'armée syrienne du président Assad" is "l'armée syrienne"; the navy of the same state is not."""
    return party.kind == "organisation" and c.noun is not None and party.roles[0].lemma == c.noun.lemma


def _companies(scene: Scene, lemma: str, at: int) -> list[Party]:
    """Named bodies that "la compagnie", "le quotidien", "l'ONG" may stand for: those of the right kind."""
    wanted = kinds_taken_up().get(lemma)
    if wanted is None:
        return []
    named = [p for p in scene.pool() if p.kind == "organisation" and p.named and p.seen >= 0]
    fitting = [p for p in named if _kinds(p) & wanted]
    unknown = [p for p in named if not _kinds(p)]
    if "company" in wanted:
        return fitting + (unknown if "unknown" in wanted else [])
    here = scene.words[at].sent
    near = [p for p in fitting if here - scene.words[p.seen].sent <= 2]
    if len(fitting) > 1 and "media" not in wanted:
        return near if len(near) == 1 else []
    if (
        len(unknown) != 1
        or "unknown" not in wanted
        and (not wanted & {"ngo", "union", "party"} or _is_labelled(scene, unknown[0]))
    ):
        return fitting
    return fitting or unknown


def _is_labelled(scene: Scene, party: Party) -> bool:
    """ "L'usine Marlen": the noun before the name says what it is, and that it is no union."""
    first = party.seen
    while first and scene.words[first].pos == "PROPN" and scene.words[first - 1].pos == "PROPN":
        first -= 1
    before = scene.words[first - 1] if first else None
    return before is not None and before.pos == "NOUN" and before.sent == scene.words[first].sent


def _kinds(party: Party) -> frozenset[str]:
    """What kind of body this is: as the tables say, as the report calls it, as its own first word says."""
    if party.sort:
        return frozenset((party.sort,))
    called = [r.lemma for r in party.roles]
    words = party.name.split(" ")
    if len(words) > 1 and words[0] in _CLUBS:
        return frozenset(("club",))
    nouns = (actor_nouns().get(w.lower()) for w in words[:2])
    called.extend(n.lemma for n in nouns if n is not None and n.kind == "organisation")
    kinds = [kinds_taken_up().get(lemma, _OTHER) for lemma in called]
    return frozenset[str]().union(*kinds)


def _close(scene: Scene, party: Party, at: int) -> bool:
    """Was this party told of within the last three sentences?"""
    return scene.words[at].sent - scene.words[party.seen].sent <= 3
