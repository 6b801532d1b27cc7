"""The PLOVER code of an event (manual of September 2021): type, mode, context, with its rules for the future and the unreal."""

from __future__ import annotations

from recoupe.find.done.effects import Stance
from recoupe.lang.frames import Sense
from recoupe.parse.document import Parsed
from recoupe.types import Plover

# What is only promised, planned or possible of these is an agreement, not yet the act (manual, AGREE).
PROSPECTIVE = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID"))
# Codes whose mode is what the complement says: asked for, refused, threatened.
ASKING = frozenset(("REQUEST", "REJECT", "THREATEN"))
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
    "aviation": "aerial",
    "hélicoptère": "aerial",
    "missile": "heavy-weapons",
    "roquette": "heavy-weapons",
    "char": "heavy-weapons",
    "artillerie": "heavy-weapons",
    "obus": "heavy-weapons",
    "obu": "heavy-weapons",  # what the lemmatiser makes of it
    "bombe": "explosives",
    "mine": "explosives",
    "explosif": "explosives",
    "cocktail": "primitive",
    "pierre": "primitive",
    "kamikaze": "suicide-attack",
    "suicide": "suicide-attack",
    "kalachnikov": "firearms",
    "balle": "firearms",
    "fusil": "firearms",
    "chimique": "unconventional",
    "lacrymogène": "crowd-control",
}
_FAR = 14  # words between a verb and what it asks for
# Whose work it is when things burn: "les flammes ont détruit la grange" is no assault.
FLAMES = frozenset("incendie feu flamme explosion sinistre éruption lave eau".split())
RIOTERS = frozenset("émeutier manifestant casseur supporter".split())
ARMS = frozenset(
    "couteau machette hache balle fusil arme tir drone missile obus roquette frappe attaque attentat bombardement agression"
    " kalachnikov pistolet grenade".split()
)
EASED = frozenset("offensive hostilité grève bombardement combat réforme expulsion couvre-feu".split())
MEDIA = frozenset("site messagerie internet réseau application plateforme chaîne média".split())
PHONED = frozenset("téléphone téléphonique visioconférence téléphoner visio".split())
MANY_SIDED = frozenset("sommet g7 g20 otan onu ue asean brics ministériel vingt-sept plénier".split())
_GIVEN = frozenset(("AID", "COOPERATE", "CONSULT", "SUPPORT", "AGREE", "RETREAT", "CONCEDE", "MOBILIZE"))
_THREATS = {"PROTEST": "restrict", "COERCE": "restrict", "SANCTION": "relations", "MOBILIZE": "violence"}
_THREATENING = frozenset("ATTACK KILL SHELL FIRE PROTEST STRIKE BAN OPPOSE".split())
# What the words of a demand or a refusal ask for, the first that fits.
ASKED = (
    (
        "change",
        frozenset(
            "démission démissionner réforme réformer élection loi référendum limogeage limoger gouvernement politique hausse"
            " augmenter augmentation salaire abrogation abroger constitution dissolution dissoudre départ destitution limogeage"
            " remaniement moratoire fermeture interdiction interdire régulation indépendance référendum justice".split()
        ),
    ),
    (
        "yield",
        frozenset(
            "libérer libération relâcher cessez-le-feu trêve lever levée retrait retirer rouvrir réouverture cesser"
            " otage prisonnier évacuer embargo blocus sanction amnistie couvre-feu relaxe désarmement accès".split()
        ),
    ),
    (
        "meet",
        frozenset("rencontrer rencontre négocier négociation dialoguer dialogue discussion discuter réunion réunir".split()),
    ),
    (
        "assist",
        frozenset(
            "aide aider appui concours secours assistance soutien soutenir renfort envoi envoyer livrer livraison fournir arme"
            " financement financer accueillir asile participer coopérer coopération médecin char drone missile avion munition"
            " prêt crédit milliard subvention vivre médicament matériel équipement casque commerce".split()
        ),
    ),
)
THREATENED = (
    ("restrict", frozenset("grève bloquer blocage boycott boycotter couvre-feu interdire fermer blocus".split())),
    ("arrest", frozenset("arrêter arrestation emprisonner prison".split())),
    ("expel", frozenset("expulser expulsion".split())),
    ("relations", frozenset("rompre quitter suspendre relation négociation accord sanction retirer".split())),
    ("territory", frozenset("envahir annexer occuper".split())),
    (
        "violence",
        frozenset(
            "attaquer bombarder frapper tuer détruire riposter représailles attaque exécuter mort tirer raser guerre".split()
        ),
    ),
)
CONTEXTS = (
    ("military", frozenset("militaire armée arme missile troupe soldat défense munition guerre nucléaire".split())),
    ("economic", frozenset("économique commercial commerce économie dette échange marché".split())),
    ("humanitarian", frozenset("humanitaire réfugié sinistré vivre médicament".split())),
    ("election", frozenset("élection électoral scrutin présidentielle vote candidat".split())),
    ("terrorism", frozenset("terroriste terrorisme attentat jihadiste djihadiste".split())),
    ("legal", frozenset("justice tribunal judiciaire procès juge".split())),
)


def code_event(
    sense: Sense,
    stance: Stance,
    content: frozenset[str],
    joint: bool,
    doers: frozenset[str] = frozenset(),
    asked: frozenset[str] = frozenset(),
) -> Plover | None:
    """The code of an event, None when the tables give none or the words leave it unclear.

    `content`: lemmas of its clause; `doers`: of its subject; `asked`: of the infinitive or clause it asks for, offers or refuses.
    """
    kind, mode = sense.plover, sense.mode or None
    context = sense.context or context_of(content)
    if stance.status == "hypothetical":
        return None
    if stance.status == "requested":  # "qu'on nous envoie des renforts"; under "demander" the verb carries the code
        return Plover("REQUEST", _asked_mode(kind, mode), context) if kind and stance.finite else None
    if not kind:
        return _uncoded(sense, stance, content, context)
    if stance.negated:
        return _refused(kind, mode, stance, context)
    if kind == "ASSAULT":
        return _assault(sense, stance, content, doers, context)
    unreal = stance.status in UNREAL or (stance.conditional and not stance.perfect and stance.status == "alleged")
    if kind == "MOBILIZE" and sense.frame == "MOBILIZE" and joint:
        kind, mode = "COOPERATE", None
    if kind in PROSPECTIVE and unreal:
        return Plover("AGREE", mode if mode == "visit" else None, context)
    if kind == "RETREAT" and unreal:
        return Plover("CONCEDE", None, context)
    if stance.act == "threaten" and kind in _THREATS:
        return Plover("THREATEN", _THREATS[kind], context)
    if kind == "SANCTION" and content & EASED:  # "la suspension de l'offensive"
        return Plover("CONCEDE", None, context)
    if kind == "PROTEST" and sense.frame == "BLOCKADE" and content & MEDIA:
        return Plover("COERCE", "censor", context)
    if kind == "PROTEST" and "faim" in content:
        mode = "hunger"
    return Plover(kind, mode or (None if sense.frame == "DENY" else _mode(kind, content | asked)), context)


def complement(parsed: Parsed, predicate: int) -> frozenset[str]:
    """The lemmas of the infinitive or clause under a verb: what is asked for, offered, refused or threatened."""
    return frozenset(w.lemma for k in asked_for(parsed, predicate) for w in parsed.words[k : k + _FAR] if _under(parsed, w.i, k))


def asked_for(parsed: Parsed, predicate: int) -> tuple[int, ...]:
    """The infinitives and the verbs of "que" clauses under a verb, also those the parser hung on its object."""
    return tuple(
        k
        for k in parsed.subtree(predicate)
        if predicate < k <= predicate + _FAR
        and parsed.words[k].pos == "VERB"
        and (parsed.words[k].feat("VerbForm") == "Inf" or parsed.words[k].dep.startswith("ccomp"))
    )[:1]


def _under(parsed: Parsed, i: int, top: int) -> bool:
    return i == top or any(w.i == top for w in parsed.ancestors(i))


def _uncoded(sense: Sense, stance: Stance, content: frozenset[str], context: str | None) -> Plover | None:
    """What has no code of its own gets one from an armed hand ("blessé au couteau") or from the pledge above it."""
    hurt = sense.frame in ("INJURE", "DIE") and stance.tense == "past" and not stance.negated
    if hurt and content & ARMS and not content & ACCIDENT:
        return Plover("ASSAULT", _weapon(content), context)
    if sense.frame == "STRIKE" and stance.status in ("happened", "ongoing") and not stance.negated:
        return Plover("PROTEST", "strike", context)  # "les éboueurs sont en grève"
    if stance.act == "pledge" and stance.status == "announced" and not stance.negated and sense.frame not in _THREATENING:
        return Plover("AGREE", None, context)
    return None


def _refused(kind: str, mode: str | None, stance: Stance, context: str | None) -> Plover | None:
    """What will not be given is refused; what did not happen is no event."""
    if kind not in _GIVEN or not (stance.status in UNREAL or stance.finite is False):
        return None
    return Plover("REJECT", _asked_mode(kind, mode), context)


def _assault(sense: Sense, stance: Stance, content: frozenset[str], doers: frozenset[str], context: str | None) -> Plover | None:
    mode = sense.mode or None
    if (content | doers) & NATURE and sense.frame in ("ATTACK", "KILL") or doers & FLAMES:
        return None
    if content & ACCIDENT and sense.frame in ("KILL", "EXPLODE", "FIRE") and mode != "suicide-attack":
        return None
    if stance.act in ("threaten", "pledge"):
        return Plover("THREATEN", "violence", context)
    if doers & RIOTERS and mode in ("destroy", "primitive", None):
        return Plover("PROTEST", "riot", context)
    if mode in (None, "firearms", "explosives", "heavy-weapons", "aerial"):
        mode = _weapon(content | doers) or mode
    return Plover("ASSAULT", mode, context)


def _weapon(content: frozenset[str]) -> str | None:
    if "arme" in content and content & {"blanc", "feu"}:
        return "primitive" if "blanc" in content else "firearms"
    return next((mode for word, mode in WEAPONS.items() if word in content), None)


def _asked_mode(kind: str, mode: str | None) -> str | None:
    """The mode of a request or a refusal, from the code of what is asked or refused."""
    if kind == "CONSULT":
        return "meet"
    if kind in ("AID", "COOPERATE", "MOBILIZE", "SUPPORT"):
        return "assist"
    if mode == "resign":
        return "change"
    return "yield" if kind in ("RETREAT", "CONCEDE") else None


def _mode(kind: str, words: frozenset[str]) -> str | None:
    """The mode that the words around it show, where the table leaves it open."""
    if kind == "CONSULT":
        return "phone" if words & PHONED else "multilateral" if words & MANY_SIDED else None
    if kind in ("REQUEST", "REJECT"):
        return next((mode for mode, lemmas in ASKED if words & lemmas), None)
    if kind == "THREATEN":
        return next((mode for mode, lemmas in THREATENED if words & lemmas), None)
    return None


def context_of(content: frozenset[str]) -> str | None:
    """The general context that the words of the clause show, the first that fits."""
    return next((name for name, words in CONTEXTS if content & words), None)
