"""The PLOVER code of an event (manual of September 2021): type, mode, context, with its rules for the future and the unreal."""

from __future__ import annotations

from recoupe.find.factuality import Stance
from recoupe.lang.frames import Sense
from recoupe.types import Plover

# What is only promised, planned or possible of these is an agreement, not yet the act (manual, AGREE).
PROSPECTIVE = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID"))
UNREAL = frozenset(("planned", "announced", "possible"))
ACCIDENT = frozenset(
    "accident séisme tremblement crash chute incendie avalanche collision inondation tempête ouragan cyclone crue naufrage noyade"
    " canicule éboulement effondrement glissement maladie virus épidémie train voiture camion bus car route foudre cancer".split()
)
# What strikes without meaning to: "la canicule a frappé le pays" is no assault.
NATURE = frozenset(
    "canicule séisme tempête ouragan cyclone typhon sécheresse inondation crue crise épidémie virus maladie pandémie orage grêle"
    " gel avalanche foudre vague chaleur froid tsunami famine récession inflation".split()
)
WEAPONS = {
    "couteau": "primitive",
    "machette": "primitive",
    "hache": "primitive",
    "drone": "drone",
    "avion": "aerial",
    "aérien": "aerial",
    "hélicoptère": "aerial",
    "missile": "heavy-weapons",
    "roquette": "heavy-weapons",
    "char": "heavy-weapons",
    "artillerie": "heavy-weapons",
    "obus": "heavy-weapons",
    "bombe": "explosives",
    "mine": "explosives",
    "explosif": "explosives",
    "kamikaze": "suicide-attack",
    "suicide": "suicide-attack",
    "kalachnikov": "firearms",
    "balle": "firearms",
    "fusil": "firearms",
    "chimique": "unconventional",
    "lacrymogène": "crowd-control",
}
CONTEXTS = (
    ("military", frozenset("militaire armée arme missile troupe soldat défense munition guerre nucléaire".split())),
    ("economic", frozenset("économique commercial commerce économie dette échange marché".split())),
    ("humanitarian", frozenset("humanitaire réfugié sinistré vivre médicament".split())),
    ("election", frozenset("élection électoral scrutin présidentielle vote candidat".split())),
    ("terrorism", frozenset("terroriste terrorisme attentat jihadiste djihadiste".split())),
    ("legal", frozenset("justice tribunal judiciaire procès juge".split())),
)


def code_event(sense: Sense, stance: Stance, content: frozenset[str], joint: bool) -> Plover | None:
    """The code of an event, None when the tables give none or the words leave it unclear."""
    kind, mode = sense.plover, sense.mode or None
    if not kind or stance.status in ("requested", "hypothetical"):
        return None
    if kind == "ASSAULT":
        if content & NATURE and sense.frame in ("ATTACK", "KILL"):
            return None
        if content & ACCIDENT and sense.frame in ("KILL", "EXPLODE", "FIRE"):
            return None
        mode = (
            mode if mode not in (None, "firearms", "explosives") else next((m for w, m in WEAPONS.items() if w in content), mode)
        )
    if kind == "MOBILIZE" and sense.frame == "MOBILIZE" and joint:
        kind, mode = "COOPERATE", None
    if stance.negated and kind in ("AID", "COOPERATE", "CONSULT", "SUPPORT", "AGREE") and stance.finite is False:
        return Plover(
            "REJECT", "meet" if kind == "CONSULT" else "assist" if kind in ("AID", "COOPERATE") else None, sense.context or None
        )
    if kind in PROSPECTIVE and stance.status in UNREAL:
        kind, mode = "AGREE", mode if mode == "visit" else None
    if kind == "RETREAT" and stance.status in UNREAL and mode in ("withdraw", "release", "disarm", "ceasefire", "access", None):
        kind, mode = "CONCEDE", None
    return Plover(kind, mode, sense.context or context_of(content))


def context_of(content: frozenset[str]) -> str | None:
    """The general context that the words of the clause show, the first that fits."""
    return next((name for name, words in CONTEXTS if content & words), None)
