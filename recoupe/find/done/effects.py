"""What a governing word ("nie", "promet de", "le risque de") makes of the event under it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from recoupe.find.done.moods import preposition_mark
from recoupe.lang.frames import verb_lemma
from recoupe.lang.modality import modality, views
from recoupe.lang.nouns import actor_nouns
from recoupe.parse.document import Parsed, Word
from recoupe.types import Certainty, Status

Tense = Literal["past", "present", "future", "none"]
# Verbs that leave their complement's negation alone: "il n'a pas accusé X d'avoir volé" says nothing of "volé".
_OWN_NEGATION = frozenset(("requested", "announced", "denied", "alleged", "said"))
# "N'a pas confirmé la mort", "rien ne prouve que": nothing is said against it, nor for it.
CONFIRMING = frozenset("confirmer prouver établir démontrer attester vérifier corroborer indiquer".split())
_REPUTED = frozenset(("censé", "supposé", "réputé", "présumé"))
_THREATS = frozenset(("menacer", "menace"))
_WILLING = frozenset(("prêt", "disposé", "intention", "promesse", "engagement"))  # a verb of promise is an event of its own


@dataclass(frozen=True, slots=True)
class Stance:
    """How the words themselves put an event; `holder` is the word whose attitude it is (accuser, nier), -1 for none."""

    status: Status
    negated: bool = False
    certainty: Certainty = "certain"
    tense: Tense = "none"
    holder: int = -1
    conditional: bool = False
    perfect: bool = False
    finite: bool = True
    act: Literal["", "pledge", "threaten"] = ""  # what the word above does with what it announces


def effect_of(parsed: Parsed, up: Word) -> tuple[str | None, bool]:
    """The effect of the governing word, None when the tables do not know it, and whether it is the view of its subject."""
    table = modality()
    for key in _keys(parsed, up):
        if effect := table.get(key):
            return effect, key in views()
    return None, False


def _keys(parsed: Parsed, up: Word) -> list[tuple[str, str]]:
    """Where to look a word up, the most particular first."""
    if up.pos == "ADJ":
        return [("adjective", up.lemma), ("adjective", up.lower)]
    if up.pos not in ("VERB", "AUX"):
        return [("adjective" if any(k.dep == "cop" for k in parsed.kids(up.i)) else "noun", up.lemma), ("noun", up.lemma)]
    lemma = verb_lemma(up.lemma, up.lower)
    keys: list[tuple[str, str]] = []
    if any(k.lower in ("se", "s'") and k.dep.startswith(("expl", "obj", "iobj")) for k in parsed.kids(up.i)):
        keys.append(("verb", "se " + lemma))
    if up.feat("VerbForm") == "Part" or any(k.dep in ("aux:pass", "cop") for k in parsed.kids(up.i)):
        keys += [("passive", lemma), ("adjective", up.lower.rstrip("es")), ("adjective", up.lower)]
    return [*keys, ("verb", lemma)]


def threatens(parsed: Parsed, i: int) -> bool:
    """Is the subject of "menacer" somebody: "le syndicat menace de partir", not "le mur menace de tomber"?"""
    subjects = [k for k in parsed.kids(i, "nsubj") if k.pos == "NOUN"]
    return not subjects or any(k.lower in actor_nouns() for k in subjects)


def apply_effect(
    parsed: Parsed, effect: str, up: Word, own: Stance, outer: Stance, keep: bool = False, held: bool = False
) -> Stance:
    """`own` (a past infinitive or a clause keeps its tense) as the word `up`, with this effect and stance, presents it."""
    if up.lemma == "menacer" and up.pos == "VERB" and not threatens(parsed, up.i):
        effect, held = "possible", False
    found = _apply(parsed, effect, up, own, outer, keep)
    return replace(found, holder=up.i) if held and found.holder < 0 else found


def _apply(parsed: Parsed, effect: str, up: Word, own: Stance, outer: Stance, keep: bool) -> Stance:
    negated = own.negated != (outer.negated and effect not in _OWN_NEGATION)
    if up.lemma in CONFIRMING and outer.negated:
        return Stance("possible", own.negated, "unknown", own.tense, finite=False)
    if up.lemma == "falloir":  # "il ne faut pas céder" asks not to give in
        return Stance("requested", own.negated != outer.negated, "unknown", "future", up.i, finite=False)
    if up.lemma == "hésiter" and outer.negated:  # "n'a pas hésité à frapper" struck
        return replace(outer, negated=own.negated, finite=False)
    if effect == "due":
        if keep and own.status == "happened" and outer.tense == "present" and not outer.conditional:  # "doit avoir coulé"
            return replace(own, certainty="probable", negated=negated)
        return _due(parsed, up, outer, negated)
    if up.lemma == "impossible" and outer.negated:  # "il n'est pas impossible que"
        return Stance("possible", own.negated, "possible", own.tense, finite=False)
    if keep and own.status == "happened" and up.lower.rstrip("es") in _REPUTED:  # "est censé avoir fui"
        return Stance("alleged", negated, "unknown", own.tense, finite=False)
    if effect == "possible" and up.lemma in ("pouvoir", "permettre") and any(k.dep == "aux:tense" for k in parsed.kids(up.i)):
        if outer.conditional or outer.status == "possible":  # "aurait pu exploser": it did not
            return Stance("hypothetical", negated, "unknown", "past", finite=False)
        if outer.status == "happened":  # "a pu sauter", "n'a pas pu freiner"
            return Stance("happened", negated, "probable", "past", finite=False)
    if effect in ("aspect", "recent"):
        return _phase(parsed, effect, up, own, outer, negated)
    if effect == "said":
        return replace(own, holder=up.i)
    if effect == "probable":
        return replace(own, certainty="probable", negated=negated)
    if effect in ("negated", "excluded", "denied", "alleged", "requested", "announced"):
        return _set(effect, up, own, outer)
    if keep and own.status == "happened" and effect == "possible":
        return Stance("possible", negated, "possible", own.tense, finite=False)
    if outer.status == "hypothetical" or effect == "hypothetical":
        return Stance("hypothetical", negated, "unknown", "future", finite=False)
    status: Status = "possible" if effect == "possible" or outer.conditional else "planned"
    return Stance(status, negated, "possible" if status == "possible" else "probable", "future", finite=False)


def _phase(parsed: Parsed, effect: str, up: Word, own: Stance, outer: Stance, negated: bool) -> Stance:
    """ "Commence à fuir" is as the beginning is; "vient de fuir" has fled."""
    if effect == "recent" and preposition_mark(parsed, up) != "de":
        return own
    recent = effect == "recent" and outer.status in ("happened", "ongoing", "planned")
    status: Status = "happened" if recent else outer.status
    return replace(outer, status=status, negated=negated, tense="past" if recent else outer.tense)


def _set(effect: str, up: Word, own: Stance, outer: Stance) -> Stance:
    """What a word of refusing, denying, charging, asking or promising makes of the event, whatever its own tense."""
    if effect == "negated":
        if outer.status in ("planned", "possible", "requested", "alleged", "announced", "hypothetical"):
            return Stance(outer.status, own.negated == outer.negated, outer.certainty, outer.tense, finite=False)
        return Stance("happened", own.negated == outer.negated, "certain", "past", finite=False)
    if effect == "excluded":
        return Stance("possible", own.negated == outer.negated, "possible", "future", finite=False)
    if effect == "denied":
        return Stance("denied", own.negated, "certain", own.tense, up.i, finite=False)
    if effect == "alleged":
        return Stance("alleged", own.negated, "unknown", own.tense, up.i, finite=False)
    if effect == "requested":
        return Stance("requested", own.negated, "unknown", "future", up.i, finite=False)
    if own.status == "happened" and own.tense == "past":  # "jure n'avoir rien volé"
        return replace(own, holder=up.i)
    if outer.negated:
        return Stance("planned", True, "possible", "future", up.i, finite=False)
    act: Literal["", "pledge", "threaten"] = "threaten" if up.lemma in _THREATS else "pledge" if up.lemma in _WILLING else ""
    return Stance("announced", own.negated, "probable", "future", up.i, finite=False, act=act)


def _due(parsed: Parsed, up: Word, outer: Stance, negated: bool) -> Stance:
    """Devoir: "doit" plans, "devrait" guesses, "a dû" has done, "aurait dû" has not."""
    if outer.conditional and outer.perfect:
        return Stance("happened", not negated, "certain", "past", finite=False)
    if outer.conditional:
        return Stance("possible", negated, "possible", outer.tense, conditional=True, finite=False)
    if outer.status == "hypothetical":
        return Stance("hypothetical", negated, "unknown", "future", finite=False)
    if outer.tense == "past" and outer.status == "happened" and any(k.dep == "aux:tense" for k in parsed.kids(up.i)):
        return Stance("happened", negated, "probable", "past", finite=False)
    return Stance("planned", negated, "probable", "future", finite=False)
