"""How a text presents an event: status, negation, certainty, and by whose attitude, from mood, tense, modals and scope.

The scheme follows FactBank (Saurí and Pustejovsky 2009) with the statuses of the dossier.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from recoupe.find.done.doers import hangs_on_object, paired
from recoupe.find.done.effects import CONFIRMING, apply_effect, effect_of
from recoupe.find.done.effects import Stance as Stance
from recoupe.find.done.moods import (
    STATIVE,
    adverbs_of,
    aside_of,
    has_si,
    is_copular,
    is_negated,
    lead_of,
    present_status,
    tense_of,
    verb_group,
)
from recoupe.find.done.nominals import nominal_stance
from recoupe.find.done.wordforms import is_infinitive
from recoupe.lang.modality import modality as modality
from recoupe.parse.document import Parsed, Word
from recoupe.types import Status

_ORDINALS = ("premier", "seul", "dernier", "deuxième", "second", "unique")
COMMENT = frozenset("souligner montrer marquer illustrer témoigner refléter traduire signaler confirmer suggérer".split())
# Acts done by the very thing that is done "pour": "ont défilé pour dénoncer la loi".
_VOICED = frozenset(("REQUEST", "PROTEST", "CRITICISE", "ACCUSE", "SUPPORT", "PRAISE", "DENY"))
_DECIDING = frozenset(("décision", "décider", "choix", "choisir"))
_VOUCHING = frozenset("dire garantir assurer annoncer laisser permettre".split())  # "rien ne dit que": it is left open
_RUMOURS = frozenset("rumeur bruit on-dit ragot racontar".split())
_POINTING = frozenset("indiquer suggérer montrer désigner".split())  # "tout indique que"
_IMAGINED = frozenset("scénario hypothèse cas éventualité possibilité monde situation".split())
_SELF = frozenset(("dire", "sentir", "trouver", "montrer", "déclarer", "juger", "avouer"))
_RULES = frozenset("interdire autoriser limiter restreindre encadrer réglementer réserver fermer ouvrir régir prohiber".split())
_KEEPING = frozenset(("rester", "demeurer", "porter"))
_ORDERING = frozenset("dire crier hurler lancer répéter écrire souffler signifier répondre".split())
_OPENING = frozenset((":", "«", "“", "–", "—"))
_THAT = frozenset(("avant", "pour", "afin", "jusque", "jusqu'"))


def read_stance(parsed: Parsed, i: int, frame: str, nominal: bool = False) -> Stance:
    """The stance the text takes on the event whose predicate is word i (of a nominal event: the noun)."""
    return _stance(parsed, i, frame, nominal)


@lru_cache(maxsize=1 << 10)  # events and claims ask the same
def _stance(parsed: Parsed, i: int, frame: str, nominal: bool) -> Stance:
    return nominal_stance(parsed, i, frame, _verbal_stance) if nominal else _verbal_stance(parsed, i, frame, 0)


def _verbal_stance(parsed: Parsed, i: int, frame: str, depth: int) -> Stance:
    word = parsed.words[i]
    finite, perfect = verb_group(parsed, i)
    negated = is_negated(parsed, i)
    certainty, adverb = adverbs_of(parsed, i)
    caused = any(k.lemma == "faire" and k.i < i for k in parsed.kids(i))  # "s'est fait voler"
    if finite is not None and is_infinitive(word) and finite.lemma == "être" and not caused:
        return Stance("planned", negated, "probable", "future", finite=False)  # "l'objectif est d'éviter une crue"
    if finite is not None:
        stance = _finite(parsed, i, finite, perfect, frame, negated)
        stance = _under_clause(parsed, i, stance, depth)
    elif word.feat("VerbForm") == "Inf" or any(k.feat("VerbForm") == "Inf" and k.dep.startswith("aux") for k in parsed.kids(i)):
        stance = _infinitive(parsed, i, frame, perfect, negated, depth)
    else:
        stance = _participle(parsed, i, frame, perfect, negated, depth)
    if not depth and not adverb and (aside := aside_of(parsed, i)):
        adverb, certainty = (aside, certainty) if aside == "alleged" else (adverb, certainty or "probable")
    if adverb == "alleged" and stance.status in ("happened", "ongoing", "state"):
        return replace(stance, status="alleged", certainty="unknown")
    if certainty and stance.certainty == "certain":
        stance = replace(stance, certainty=certainty)
    return stance


def _finite(parsed: Parsed, i: int, finite: Word, perfect: bool, frame: str, negated: bool) -> Stance:
    mood, tense = finite.feat("Mood"), tense_of(finite)
    lemma = parsed.words[i].lemma
    if has_si(parsed, i) and not _conceded(parsed, i, perfect):  # a condition, or an open question: "le juge dira si …"
        return Stance("hypothetical", negated, "unknown", "present")
    if mood == "Cnd":
        return _conditional(parsed, i, perfect, negated)
    if lemma == "falloir":
        return Stance("requested", negated, "unknown", "present")
    if mood == "Imp" or _wished(parsed, i):
        return Stance("requested", negated, "unknown", "future")
    if tense == "Fut" and any(has_si(parsed, k.i) for k in parsed.kids(i, "advcl")):
        return Stance("hypothetical", negated, "unknown", "future")
    if tense == "Fut":
        return Stance("planned", negated, "probable", "past" if perfect else "future")
    if tense == "Past" or perfect:
        return Stance("happened", negated, "certain", "past", perfect=perfect)
    if tense == "Imp":
        status: Status = "state" if frame in STATIVE else "happened"
        return Stance(status, negated, "certain", "past")
    passive = any(k.dep == "aux:pass" for k in parsed.kids(i))
    if passive and lemma == "attendre":
        return Stance("planned", negated, "probable", "future")
    if passive and lemma in _RULES:  # "les feux sont interdits": what is in force
        return Stance("ongoing", negated, "certain", "present")
    status = present_status(parsed, i, frame)
    if status == "planned":
        return Stance(status, negated, "probable", "future")
    return Stance(status, negated, "certain", "present")


# "La rivière baisse pour retrouver son lit": what came of it, no aim.
_CHANGING = frozenset(
    """chuter tomber grimper monter descendre baisser augmenter progresser reculer passer diminuer bondir plonger remonter
    s'effondrer effondrer croître décroître""".split()
)
_REACHED = frozenset(
    "atteindre établir élever tomber passer devenir finir terminer revenir stabiliser retrouver représenter".split()
)
_STILL = frozenset(
    ("toujours", "encore", "rester", "demeurer", "revanche", "autre")
)  # "si l'une est libre, l'autre est toujours détenue"


def _conceded(parsed: Parsed, i: int, perfect: bool) -> bool:
    """ "Si le Sénat a soutenu le texte, les députés l'ont rejeté": two facts set side by side, no condition."""
    word = parsed.words[i]
    if not perfect or not word.dep.startswith("advcl") or word.head == i:
        return False
    finite, past = verb_group(parsed, word.head)
    if finite is None or finite.feat("Mood") != "Ind" or tense_of(finite) not in ("Pres", "Past"):
        return False
    return past or any(w.lemma in _STILL for w in parsed.words[i + 1 : parsed.sentence_of(i).last])


def _wished(parsed: Parsed, i: int) -> bool:
    """ "Qu'on nous envoie des renforts": a clause that opens a sentence, or a quotation, with "que"."""
    first = parsed.sentence_of(i).first
    for k in parsed.kids(i):
        if k.lower in ("que", "qu'") and k.pos == "SCONJ" and k.i < i:
            before = parsed.words[k.i - 1]
            up = parsed.words[parsed.words[i].head]
            if parsed.words[i].dep.startswith("ccomp") and up.i < k.i and up.pos == "VERB":
                return False  # pensent « que l'homme a fui »
            return k.i == first or before.text in _OPENING or (before.text == '"' and before.end == k.start)
    return False


def _conditional(parsed: Parsed, i: int, perfect: bool, negated: bool) -> Stance:
    if any(has_si(parsed, k.i) for k in parsed.kids(i, "advcl", "ccomp")):
        return Stance("hypothetical", negated, "unknown", "none", conditional=True, perfect=perfect)
    if parsed.words[i].lemma in ("falloir", "aimer", "souhaiter", "vouloir", "valoir"):
        return Stance("requested", negated, "unknown", "present", conditional=True)
    if parsed.words[i].lemma in ("devoir", "pouvoir"):
        return Stance("possible", negated, "possible", "future", conditional=True, perfect=perfect)
    if not perfect and _imagined(parsed, i):
        return Stance("hypothetical", negated, "unknown", "none", conditional=True)
    return Stance("alleged", negated, "unknown", "past" if perfect else "present", conditional=True, perfect=perfect)


def _imagined(parsed: Parsed, i: int) -> bool:
    """ "Écarte tout scénario où il contesterait": a relative clause on what is imagined or refused."""
    word = parsed.words[i]
    if not word.dep.startswith("acl") or word.head == i:
        return False
    noun = parsed.words[word.head]
    if noun.lemma in _IMAGINED:
        return True
    up = parsed.words[noun.head]
    if up.i == noun.i or up.pos not in ("VERB", "AUX"):
        return False
    effect, _ = effect_of(parsed, up)
    loose = any(k.lower in ("tout", "toute", "un", "une", "aucun", "aucune") for k in parsed.kids(noun.i, "det"))
    return loose and (effect in ("excluded", "denied", "negated") or is_negated(parsed, up.i))


def _under_clause(parsed: Parsed, i: int, stance: Stance, depth: int) -> Stance:
    """What the verb above a "que" clause does to it: "il nie que", "il faut que", "il semble que", "après que"."""
    word = parsed.words[i]
    if word.head == i or depth > 3:
        return stance
    base = word.dep.split(":", 1)[0]
    up = parsed.words[word.head]
    if (
        base == "advcl"
        and any(k.lower in _THAT for k in parsed.kids(i, "mark"))
        and any(k.lower in ("que", "qu'") for k in parsed.kids(i, "mark", "fixed"))
    ):
        return Stance("planned", stance.negated, "probable", "future")
    if base not in ("ccomp", "xcomp", "csubj") or stance.status == "hypothetical":
        return stance
    effect, held = effect_of(parsed, up)
    subject = next((k.lower for k in parsed.kids(up.i, "nsubj", "expl:subj")), "")
    if subject == "rien" and up.lemma in _VOUCHING or up.lemma in CONFIRMING and is_negated(parsed, up.i):
        return Stance("possible", stance.negated, "unknown", stance.tense, finite=False)
    if any(k.lemma in _RUMOURS for k in parsed.kids(up.i, "nsubj")) and stance.status in ("happened", "ongoing", "state"):
        return replace(stance, status="alleged", certainty="unknown", holder=-1)
    if subject == "tout" and up.lemma in _POINTING and stance.certainty == "certain":
        return replace(stance, certainty="probable")
    if effect in (None, "said", "announced") and stance.tense == "present" and stance.status in ("happened", "ongoing"):
        if _governor_stance(parsed, up, "GENERIC", 4).status in ("planned", "possible"):
            return replace(stance, status="planned", certainty="probable", tense="future")  # "devrait annoncer qu'il quitte …"
    if effect is None or effect in ("said", "aspect", "recent", "announced", "alleged", "planned") and _mood(parsed, i) != "Sub":
        if effect == "alleged" and stance.status in ("happened", "ongoing", "state"):
            return replace(stance, status="alleged", certainty="unknown", holder=up.i)
        return replace(stance, holder=up.i) if held else stance
    return apply_effect(parsed, effect, up, stance, _governor_stance(parsed, up, "GENERIC", 4), keep=True, held=held)


def _mood(parsed: Parsed, i: int) -> str | None:
    finite, _ = verb_group(parsed, i)
    return finite.feat("Mood") if finite else None


def _infinitive(parsed: Parsed, i: int, frame: str, perfect: bool, negated: bool, depth: int) -> Stance:
    """An infinitive has no tense of its own: its status is what the word above makes of it."""
    word = parsed.words[i]
    perfect = perfect or word.lemma == "avoir"  # "admet avoir pollué", its participle read as an adjective
    own = Stance("planned", negated, "probable", "future", finite=False)
    if perfect:
        own = Stance("happened", negated, "certain", "past", finite=False)
    if depth > 5:
        return own
    if (suspected := _suspected_before(parsed, i)) is not None:
        return apply_effect(parsed, "alleged", suspected, own, Stance("happened"), keep=perfect)
    if lead := lead_of(parsed, i):
        return _led(parsed, i, lead, own, depth)
    if word.head == i:
        return own if perfect else Stance("possible", negated, "possible", "none", finite=False)
    up, base = _governor(parsed, i)
    if base == "conj" and up.i < i:
        return replace(_verbal_stance(parsed, up.i, frame, depth + 1), negated=negated)
    effect, held = effect_of(parsed, up)
    marks = {k.lower for k in parsed.kids(i, "mark", "case")}
    if frame == "REJECT" and up.lemma in _DECIDING and not perfect and effect in ("planned", None):
        return replace(_governor_stance(parsed, up, frame, depth), negated=negated, finite=False)  # "décidé de refuser": refused
    if effect == "said" and not perfect:
        if marks & {"de", "d'"} and up.lemma in _ORDERING:  # "a dit aux élèves de sortir"
            return Stance("requested", negated, "unknown", "future", up.i, finite=False)
        own = Stance("ongoing", negated, "certain", "present", finite=False)  # "disent examiner les images"
    if "pour" in marks and word.lemma in _REACHED and up.lemma in _CHANGING:
        return replace(_verbal_stance(parsed, up.i, "GENERIC", depth + 1), negated=negated, finite=False)
    if base == "advcl" and marks & {"pour", "afin"} and effect != "alleged":
        if frame in _VOICED and not perfect and (up.pos in ("VERB", "AUX") or is_copular(parsed, up)):
            outer = _verbal_stance(parsed, up.i, "GENERIC", depth + 1)  # "manifestent pour demander": by that they ask
            return replace(outer, negated=negated, finite=False)
        return own
    if marks & {"après", "sans"}:
        return replace(own, status="happened", negated=negated or "sans" in marks)
    if effect is None:
        return _ungoverned(parsed, frame, up, base, own, depth)
    return apply_effect(parsed, effect, up, own, _governor_stance(parsed, up, frame, depth), keep=perfect, held=held)


def _suspected_before(parsed: Parsed, i: int) -> Word | None:
    """ "L'homme soupçonné d'avoir volé le bus, …": the participle right before, though parsed apart."""
    marks = [k.i for k in parsed.kids(i, "mark", "case") if k.lower in ("de", "d'") and k.i < i]
    before = parsed.words[marks[0] - 1] if marks and marks[0] else None
    if before is None or before.i == parsed.words[i].head or before.feat("VerbForm") != "Part":
        return None
    return before if effect_of(parsed, before)[0] == "alleged" else None


def _governor(parsed: Parsed, i: int) -> tuple[Word, str]:
    """The word an infinitive depends on, and how: in "appelle les partis à négocier" on the verb, wherever the parser hung it."""
    word = parsed.words[i]
    above = hangs_on_object(parsed, i)
    if parsed.words[word.head].pos == "NOUN" and effect_of(parsed, parsed.words[word.head])[0]:
        above = -1  # "reconsidère son refus d'armer": the noun says more than the verb
    if above >= 0:
        return parsed.words[above], "xcomp"
    return parsed.words[word.head], word.dep.split(":", 1)[0]


def _ungoverned(parsed: Parsed, frame: str, up: Word, base: str, own: Stance, depth: int) -> Stance:
    """An infinitive under a word that the tables do not know."""
    if _ordinal(parsed, up):  # "le premier à reconnaître", "le seul à avoir signé"
        outer = _verbal_stance(parsed, up.i, "GENERIC", depth + 1)
        status: Status = "planned" if outer.tense == "future" else "happened"
        return Stance(status, own.negated, outer.certainty, outer.tense, finite=False)
    if up.pos in ("VERB", "AUX") and base in ("xcomp", "ccomp") and own.status != "happened":
        outer = _verbal_stance(parsed, up.i, frame, depth + 1)
        denied = outer.negated and up.lemma == "être"  # "aucune victime n'est à déplorer"
        return replace(outer, negated=own.negated != denied)
    return own


def _led(parsed: Parsed, i: int, lead: str, own: Stance, depth: int) -> Stance:
    """An infinitive after a turn: "au lieu de signer", "sur le point de signer", "avant de signer"."""
    word = parsed.words[i]
    if lead == "untrue":
        return Stance("happened", not own.negated, "certain", "past", finite=False)
    if lead in ("follows", "aspect"):  # it comes true with what the sentence tells
        verbs = [w for w in parsed.ancestors(i) if w.pos in ("VERB", "AUX") or is_copular(parsed, w)]
        above = next((w for w in verbs if verb_group(parsed, w.i)[0]), verbs[0] if verbs else word)
        if above.i == i:
            return own
        outer = _verbal_stance(parsed, above.i, "GENERIC", depth + 1)
        if outer.status in ("happened", "ongoing", "state"):
            status: Status = "ongoing" if lead == "aspect" and outer.tense == "present" else "happened"
            return Stance(status, own.negated, "certain", outer.tense, finite=False)
        return Stance(outer.status, own.negated, outer.certainty, outer.tense, finite=False)
    if lead == "hypothetical":
        return Stance("hypothetical", own.negated, "unknown", "future", finite=False)
    if lead == "possible":
        return Stance("possible", own.negated, "possible", "future", finite=False)
    return own if own.status == "happened" else Stance("planned", own.negated, "probable", "future", finite=False)


def _ordinal(parsed: Parsed, up: Word) -> bool:
    return up.lemma in _ORDINALS or any(k.lemma in _ORDINALS for k in parsed.kids(up.i, "amod"))


def _governor_stance(parsed: Parsed, up: Word, frame: str, depth: int) -> Stance:
    if up.pos in ("VERB", "AUX") or is_copular(parsed, up):
        return _verbal_stance(parsed, up.i, frame, depth + 1)
    above = parsed.words[up.head]  # "n'a pas l'intention de partir"
    return Stance("happened", above.lemma == "avoir" and above.i != up.i and is_negated(parsed, above.i), "certain", "past")


def _participle(parsed: Parsed, i: int, frame: str, perfect: bool, negated: bool, depth: int) -> Stance:
    word = parsed.words[i]
    if word.head == i or depth > 4:
        # a headline without its auxiliary: "Deux hommes arrêtés à Lyon"
        return Stance("state" if frame in STATIVE else "happened", negated, "certain", "past", finite=False)
    up = parsed.words[word.head]
    base = word.dep.split(":", 1)[0]
    if word.feat("Tense") == "Pres" or (word.feat("VerbForm") == "Part" and word.lower.endswith("ant")):
        return _present_participle(parsed, word, up, frame, negated, depth)
    if base == "conj" and (up.pos in ("VERB", "AUX") or is_copular(parsed, up)):
        return replace(_verbal_stance(parsed, up.i, frame, depth + 1), negated=negated)
    if (pair := paired(parsed, i)) >= 0:
        return replace(_verbal_stance(parsed, pair, frame, depth + 1), negated=negated)
    if base in ("xcomp", "ccomp") and up.lemma in _SELF and any(k.lemma == "se" for k in parsed.kids(up.i)):
        return Stance("opinion", negated, "certain", "present", up.i, finite=False)
    if base == "xcomp" and up.lemma in _KEEPING:  # "resteront fermées", "n'est porté disparu"
        kept = _verbal_stance(parsed, up.i, frame, depth + 1)
        return replace(kept, negated=negated != kept.negated, finite=False)
    effect, held = effect_of(parsed, up) if base == "xcomp" else (None, False)
    if effect:
        own = Stance("happened", negated, "certain", "past", finite=False)
        return apply_effect(parsed, effect, up, own, _governor_stance(parsed, up, "GENERIC", 4), keep=True, held=held)
    status: Status = "state" if frame in STATIVE else "happened"
    for above in parsed.ancestors(i):  # "une délégation composée de …" under a future stays planned
        if above.pos in ("VERB", "AUX"):
            if frame in STATIVE and _verbal_stance(parsed, above.i, "GENERIC", depth + 2).tense == "future":
                status = "planned"
            break
    return Stance(status, negated, "certain", "past", finite=False)


def _present_participle(parsed: Parsed, word: Word, up: Word, frame: str, negated: bool, depth: int) -> Stance:
    if word.lemma in COMMENT:
        return Stance("opinion", negated, "certain", "present", finite=False)
    if word.dep.startswith("acl"):
        return Stance(present_status(parsed, word.i, frame), negated, "certain", "present", finite=False)
    return replace(_governor_stance(parsed, up, frame, depth), negated=negated, finite=False)
