"""How a text presents an event: status, negation, certainty, and by whose attitude, from mood, tense, modals and scope.

The scheme follows FactBank (Saurí and Pustejovsky 2009) with the statuses of the dossier.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from recoupe.find.arguments import UNACCUSATIVE, hangs_on_object, is_participle, preposition_of
from recoupe.lang.frames import reflexive_key, verb_lemma
from recoupe.lang.tables import read_table
from recoupe.parse.document import Parsed, Word
from recoupe.types import Certainty, Status

Tense = Literal["past", "present", "future", "none"]
NEGATORS = frozenset(("pas", "jamais", "guère", "aucunement", "nullement"))
WITH_NE = frozenset(("plus", "rien", "personne", "aucun", "aucune", "ni", "nul", "nulle", "point"))
NEGATIVE_DETERMINERS = frozenset(("aucun", "aucune", "nul", "nulle"))
BARE_NE = frozenset(("cesser", "oser", "savoir"))
# What has happened when it is announced: "le parquet annonce onze arrestations".
REPORTED = frozenset("ARREST KILL DIE INJURE TOLL ATTACK CRASH DISASTER BLAST RESIGN WIN LOSE DISCOVER SENTENCE".split())
STATIVE = frozenset(("COMPRISE", "STATE"))
# Frames that fill a stretch of time: in the present tense they are going on, the others are told as news.
DURATIVE = frozenset(
    "SUPPORT COOPERATE SANCTION INVESTIGATE NEGOTIATE PROTEST STRIKE AID ATTENTION OPPOSE GENERIC PLAN CHANGE ECON_RISE ECON_FALL"
    " WATCH BLOCKADE TRAVEL PREVENT PLAY MOBILIZE BAN".split()
)
LASTING = frozenset(
    "désapprouver inquiéter préoccuper surveiller soutenir craindre détenir retenir assiéger occuper contester mener"
    " poursuivre".split()
)
# Verbs over in a moment: their present tells news ("il emmène ses troupes").
PUNCTUAL = frozenset(
    "emmener prendre quitter ouvrir lancer poser frapper entrer sortir arriver partir tomber remporter battre emporter jeter"
    " saisir franchir toucher heurter percuter renverser apercevoir surprendre interrompre remettre rejoindre déposer retirer"
    " confier devancer dépasser égaliser offrir céder obtenir rompre renvoyer ramener arracher briser ranger retrouver".split()
)
COMMENT = frozenset("souligner montrer marquer illustrer témoigner refléter traduire signaler confirmer suggérer".split())


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


@cache
def modality() -> dict[tuple[str, str], str]:
    """Effects by (kind, word)."""
    rows = read_table("lang/fr/modality.tsv", ("word", "kind", "effect", "example"))
    return {(r["kind"], reflexive_key(r["word"])): r["effect"] for r in rows}


def read_stance(parsed: Parsed, i: int, frame: str, nominal: bool = False) -> Stance:
    """The stance the text takes on the event whose predicate is word i (of a nominal event: the noun)."""
    return _nominal_stance(parsed, i, frame) if nominal else _verbal_stance(parsed, i, frame, 0)


def is_negated(parsed: Parsed, i: int) -> bool:
    """Is the predicate i negated? "ne … que" and the expletive "ne" are no negations."""
    ne = que = False
    for k in parsed.children[i]:
        kid = parsed.words[k]
        if kid.lower in ("ne", "n'"):
            ne = True
        elif kid.dep in ("advmod", "aux:tense", "obj", "nsubj", "nsubj:pass", "mark", "obl:mod", "case", "fixed"):
            if kid.lower in NEGATORS:
                return True
            if ne and (kid.lower in WITH_NE) and not (kid.lower == "plus" and _compares(parsed, k)):
                return True
            if kid.lower in ("que", "qu'") and ne and k > i:
                que = True
        if kid.dep in ("obj", "nsubj", "nsubj:pass", "obl:arg", "obl:mod", "obl:agent"):
            if any(parsed.words[d].lower in NEGATIVE_DETERMINERS for d in parsed.children[k]):
                return True
            if kid.lower in ("rien", "personne", "aucun", "aucune", "nul"):
                return True
    if ne and not que and parsed.words[i].lemma in BARE_NE:
        return True  # "ne cesse de", "ne saurait": no "pas" needed
    mark = [kid.lower for kid in parsed.kids(i, "mark", "case")]
    return "sans" in mark or (ne and not que and _pas_nearby(parsed, i))


def _compares(parsed: Parsed, k: int) -> bool:
    after = parsed.words[k + 1].lower if k + 1 < len(parsed.words) else ""
    return after in ("de", "d'", "que", "qu'")


def _pas_nearby(parsed: Parsed, i: int) -> bool:
    """The parser sometimes hangs "pas" on a neighbour: look at the words around the verb."""
    sentence = parsed.sentence_of(i)
    for k in range(max(sentence.first, i - 4), min(sentence.last, i + 4)):
        if parsed.words[k].lower in NEGATORS and any(
            parsed.words[m].lower in ("ne", "n'") for m in range(max(sentence.first, k - 4), k + 1)
        ):
            return parsed.words[k].head in (i, parsed.words[i].head) or abs(k - i) <= 1
    return False


def verb_group(parsed: Parsed, i: int) -> tuple[Word | None, bool]:
    """The finite word of a predicate (an auxiliary or itself) and whether the group is perfect ("a signé", "aurait fourni")."""
    word = parsed.words[i]
    finite: Word | None = None
    perfect = False
    for k in parsed.children[i]:
        kid = parsed.words[k]
        if kid.dep.startswith(("aux", "cop")):
            if kid.feat("VerbForm") == "Fin" or kid.feat("Mood") in ("Ind", "Cnd", "Sub", "Imp"):
                finite = finite or kid
            if kid.dep == "aux:tense" or (kid.dep == "aux:pass" and word.lemma in UNACCUSATIVE):
                perfect = True
    if finite is None and word.pos in ("VERB", "AUX"):
        mistaken = word.feat("VerbForm") == "Part" and word.feat("Tense") == "Past" and not is_participle(word)
        if mistaken or word.feat("VerbForm") == "Fin" or word.feat("Mood"):
            finite = word
    return finite, perfect


def _verbal_stance(parsed: Parsed, i: int, frame: str, depth: int) -> Stance:
    word = parsed.words[i]
    finite, perfect = verb_group(parsed, i)
    negated = is_negated(parsed, i)
    certainty, adverb = _adverbs(parsed, i)
    if finite is not None:
        stance = _finite(parsed, i, finite, perfect, frame, negated)
        stance = _under_clause(parsed, i, stance, depth)
    elif word.feat("VerbForm") == "Inf" or any(k.feat("VerbForm") == "Inf" and k.dep.startswith("aux") for k in parsed.kids(i)):
        stance = _infinitive(parsed, i, frame, perfect, negated, depth)
    else:
        stance = _participle(parsed, i, frame, perfect, negated, depth)
    if adverb == "alleged" and stance.status in ("happened", "ongoing", "state"):
        return _with(stance, status="alleged", certainty="unknown")
    if certainty and stance.certainty == "certain":
        stance = _with(stance, certainty=certainty)
    return stance


def _finite(parsed: Parsed, i: int, finite: Word, perfect: bool, frame: str, negated: bool) -> Stance:
    mood, tense = finite.feat("Mood"), _tense(finite)
    lemma = parsed.words[i].lemma
    if _in_condition(parsed, i):
        return Stance("hypothetical", negated, "unknown", "present")
    if mood == "Cnd":
        return _conditional(parsed, i, perfect, negated)
    if lemma in ("falloir",):
        return Stance("requested", negated, "unknown", "present")
    if mood == "Imp":
        return Stance("requested", negated, "unknown", "future")
    if tense == "Fut":
        return Stance("planned", negated, "probable", "past" if perfect else "future")
    if tense == "Past" or perfect:
        return Stance("happened", negated, "certain", "past")
    if tense == "Imp":
        status: Status = "state" if frame in STATIVE else "happened"
        return Stance(status, negated, "certain", "past")
    passive = any(k.dep == "aux:pass" for k in parsed.kids(i))
    if passive and lemma == "attendre":
        return Stance("planned", negated, "probable", "future")
    if passive and frame not in STATIVE:
        return Stance("ongoing" if frame in DURATIVE else "happened", negated, "certain", "present")
    return Stance(_present(parsed, i, frame), negated, "certain", "present")


def _tense(finite: Word) -> str | None:
    """The tense, checked against the ending: the tagger calls some presents imperfect or future."""
    tense, form = finite.feat("Tense"), finite.lower
    if finite.feat("VerbForm") == "Part":
        return "Pres"
    if (
        form.endswith(("rai", "ras", "ra", "rons", "rez", "ront"))
        and form.startswith(finite.lemma.rstrip("e"))
        and form != finite.lemma
    ):
        return "Fut"
    if tense == "Imp" and not form.endswith(("ais", "ait", "aient", "ions", "iez")):
        return "Pres"
    if tense == "Fut" and not form.endswith(("rai", "ras", "ra", "rons", "rez", "ront")):
        return "Pres"
    if tense == "Past" and form.endswith("ent") and not form.endswith(("èrent", "irent", "urent", "inrent")):
        return "Pres"
    return tense


def _present(parsed: Parsed, i: int, frame: str) -> Status:
    """The present tense: a state, something going on, or news told in the present."""
    if frame in STATIVE:
        return "state"
    if frame == "GENERIC" and parsed.words[i].lemma in PUNCTUAL:
        return "happened"
    if frame in DURATIVE or parsed.words[i].lemma in LASTING:
        return "ongoing"
    return "happened"


def _conditional(parsed: Parsed, i: int, perfect: bool, negated: bool) -> Stance:
    if any(_si(parsed, k.i) for k in parsed.kids(i, "advcl")):
        return Stance("hypothetical", negated, "unknown", "none", conditional=True, perfect=perfect)
    if parsed.words[i].lemma in ("falloir", "aimer", "souhaiter", "vouloir", "valoir"):
        return Stance("requested", negated, "unknown", "present", conditional=True)
    if parsed.words[i].lemma in ("devoir", "pouvoir"):
        return Stance("possible", negated, "possible", "future", conditional=True)
    return Stance("alleged", negated, "unknown", "past" if perfect else "present", conditional=True, perfect=perfect)


def _si(parsed: Parsed, i: int) -> bool:
    return any(
        k.lower in ("si", "s'") and k.pos in ("SCONJ", "ADV") and k.dep in ("mark", "advmod") and k.i < i for k in parsed.kids(i)
    )


def _in_condition(parsed: Parsed, i: int) -> bool:
    if not parsed.words[i].dep.startswith("advcl"):
        return False
    if _si(parsed, i):
        return True
    first = parsed.words[parsed.left[i]]
    return first.lower == "si" and first.head == i


def _under_clause(parsed: Parsed, i: int, stance: Stance, depth: int) -> Stance:
    """What the verb above a "que" clause does to it: "il nie que", "il faut que", "il semble que", "après que"."""
    word = parsed.words[i]
    if word.head == i or depth > 3:
        return stance
    base = word.dep.split(":", 1)[0]
    up = parsed.words[word.head]
    if (
        base == "advcl"
        and any(k.lower in ("avant", "pour", "afin") for k in parsed.kids(i, "mark"))
        and any(k.lower in ("que", "qu'") for k in parsed.kids(i, "mark", "fixed"))
    ):
        return Stance("planned", stance.negated, "probable", "future")
    if base not in ("ccomp", "xcomp", "csubj"):
        return stance
    effect = _effect(parsed, up)
    if effect is None or effect in ("said", "aspect", "recent", "announced", "alleged", "planned") and _mood(parsed, i) != "Sub":
        if effect == "alleged" and stance.status in ("happened", "ongoing", "state"):
            return _with(stance, status="alleged", certainty="unknown", holder=up.i)
        return stance
    return _apply(parsed, effect, up, stance, keep=True)


def _mood(parsed: Parsed, i: int) -> str | None:
    finite, _ = verb_group(parsed, i)
    return finite.feat("Mood") if finite else None


def _infinitive(parsed: Parsed, i: int, frame: str, perfect: bool, negated: bool, depth: int) -> Stance:
    """An infinitive has no tense of its own: its status is what the word above makes of it."""
    word = parsed.words[i]
    perfect = perfect or word.lemma == "avoir"  # "admet avoir pollué", its participle read as an adjective
    own = Stance(
        "happened" if perfect else "planned",
        negated,
        "certain" if perfect else "probable",
        "past" if perfect else "future",
        finite=False,
    )
    if depth > 5:
        return own
    if word.head == i:
        return own if perfect else Stance("possible", negated, "possible", "none", finite=False)
    above = hangs_on_object(parsed, i)
    up = parsed.words[above if above >= 0 else word.head]
    base = "xcomp" if above >= 0 else word.dep.split(":", 1)[0]
    if base == "conj" and up.i < i:
        stance = _verbal_stance(parsed, up.i, frame, depth + 1)
        return _with(stance, negated=negated)
    effect = _effect(parsed, up)
    marks = {k.lower for k in parsed.kids(i, "mark", "case")}
    if base == "advcl" and marks & {"pour", "afin"} and effect != "alleged":
        return own
    if marks & {"après", "sans", "avant"}:
        return _with(own, status="planned" if "avant" in marks else "happened", negated=negated or "sans" in marks)
    if effect is None:
        if _ordinal(parsed, up):  # "le premier à reconnaître", "le seul à avoir signé"
            outer = _verbal_stance(parsed, up.i, "GENERIC", depth + 1)
            return Stance(
                "planned" if outer.tense == "future" else "happened", negated, outer.certainty, outer.tense, finite=False
            )
        if up.pos in ("VERB", "AUX") and base in ("xcomp", "ccomp") and not perfect:
            return _with(_verbal_stance(parsed, up.i, frame, depth + 1), negated=negated)
        return own
    outer = _governor_stance(parsed, up, frame, depth)
    return _apply(parsed, effect, up, own, keep=perfect, outer=outer)


def _ordinal(parsed: Parsed, up: Word) -> bool:
    if up.lemma in ("premier", "seul", "dernier", "deuxième", "second", "unique"):
        return True
    return any(k.lemma in ("premier", "seul", "dernier", "deuxième", "second") for k in parsed.kids(up.i, "amod"))


def _governor_stance(parsed: Parsed, up: Word, frame: str, depth: int) -> Stance:
    if up.pos in ("VERB", "AUX") or any(k.dep == "cop" for k in parsed.kids(up.i)):
        return _verbal_stance(parsed, up.i, frame, depth + 1)
    return Stance("happened", False, "certain", "past")


def _effect(parsed: Parsed, up: Word) -> str | None:
    """The effect of the governing word, None when the tables do not know it."""
    table = modality()
    if up.pos in ("VERB", "AUX"):
        lemma = verb_lemma(up.lemma, up.lower)
        if any(k.lemma == "se" and k.dep.startswith(("expl", "obj", "iobj")) for k in parsed.kids(up.i)) and (
            e := table.get(("verb", "se " + lemma))
        ):
            return e
        if any(k.dep in ("aux:pass", "cop") for k in parsed.kids(up.i)) and (
            e := table.get(("passive", lemma))
            or table.get(("adjective", up.lower.rstrip("es")))
            or table.get(("adjective", up.lower))
        ):
            return e
        return table.get(("verb", lemma))
    if up.pos == "ADJ":
        return table.get(("adjective", up.lemma)) or table.get(("adjective", up.lower))
    return table.get(("noun", up.lemma))


def _apply(parsed: Parsed, effect: str, up: Word, own: Stance, keep: bool = False, outer: Stance | None = None) -> Stance:
    """`own` (a past infinitive or a clause keeps its tense) as the governing word `up` with this effect presents it."""
    outer = outer or _governor_stance(parsed, up, "GENERIC", 4)
    negated = own.negated != (outer.negated and effect not in ("requested", "announced", "denied", "alleged", "said"))
    if effect == "due":
        if outer.conditional:
            return Stance("possible", negated, "possible", outer.tense, conditional=True, finite=False)
        past = outer.tense == "past" and outer.perfect is False and outer.status == "happened"
        if past and any(k.dep == "aux:tense" for k in parsed.kids(up.i)):
            return Stance("happened", negated, "probable", "past", finite=False)
        return Stance("planned", negated, "probable", "future", finite=False)
    if effect in ("aspect", "recent"):
        if effect == "recent" and preposition_mark(parsed, up) != "de":
            return own
        status = "happened" if effect == "recent" else outer.status
        return Stance(
            status,
            negated,
            outer.certainty,
            "past" if effect == "recent" else outer.tense,
            outer.holder,
            outer.conditional,
            outer.perfect,
            outer.finite,
        )
    if effect == "said":
        return _with(own, holder=up.i)
    if effect == "probable":
        return _with(own, certainty="probable", negated=negated)
    if effect == "negated":
        if outer.status in ("planned", "possible", "requested", "alleged", "announced"):
            return Stance(outer.status, not own.negated, outer.certainty, outer.tense, finite=False)
        return Stance("happened", own.negated == outer.negated, "certain", "past", finite=False)
    if effect == "excluded":
        return Stance("possible", own.negated == outer.negated, "possible", "future", finite=False)
    if effect == "denied":
        return Stance("denied", own.negated, "certain", own.tense, up.i, finite=False)
    if effect == "alleged":
        return Stance("alleged", own.negated, "unknown", own.tense, up.i, finite=False)
    if effect == "requested":
        return Stance("requested", own.negated, "unknown", "future", up.i, finite=False)
    if effect == "announced":
        if outer.negated:
            return Stance("planned", True, "possible", "future", up.i, finite=False)
        return Stance("announced", own.negated, "probable", "future", up.i, finite=False)
    if keep and own.status == "happened" and effect in ("possible",):
        return Stance("possible", negated, "possible", own.tense, finite=False)
    if outer.status == "hypothetical":
        return Stance("hypothetical", negated, "unknown", "future", finite=False)
    status = "possible" if effect == "possible" or outer.conditional else "planned"
    return Stance(status, negated, "possible" if status == "possible" else "probable", "future", finite=False)


def preposition_mark(parsed: Parsed, up: Word) -> str:
    """ "de" in "vient de signer": the mark of the infinitive under `up`."""
    for k in parsed.kids(up.i, "xcomp", "advcl", "ccomp"):
        for m in parsed.kids(k.i, "mark", "case"):
            return m.lemma
    return ""


def _participle(parsed: Parsed, i: int, frame: str, perfect: bool, negated: bool, depth: int) -> Stance:
    word = parsed.words[i]
    if word.head == i or depth > 4:
        # a headline without its auxiliary: "Deux hommes arrêtés à Lyon"
        return Stance("state" if frame in STATIVE else "happened", negated, "certain", "past", finite=False)
    up = parsed.words[word.head]
    base = word.dep.split(":", 1)[0]
    if word.feat("Tense") == "Pres" or (word.feat("VerbForm") == "Part" and word.lower.endswith("ant")):
        if word.lemma in COMMENT:
            return Stance("opinion", negated, "certain", "present", finite=False)
        outer = _governor_stance(parsed, up, frame, depth)
        if base == "acl":
            status: Status = "state" if frame in STATIVE else "ongoing" if frame in DURATIVE else "happened"
            outer = Stance(status, False, "certain", "present")
        return Stance(outer.status, negated, outer.certainty, outer.tense, outer.holder, outer.conditional, outer.perfect, False)
    if base == "conj" and (up.pos in ("VERB", "AUX") or any(k.dep == "cop" for k in parsed.kids(up.i))):
        outer = _verbal_stance(parsed, up.i, frame, depth + 1)
        return _with(outer, negated=negated)
    if (
        base in ("xcomp", "ccomp")
        and up.lemma in ("dire", "sentir", "trouver", "montrer", "déclarer", "juger", "avouer")
        and any(k.lemma == "se" for k in parsed.kids(up.i))
    ):
        return Stance("opinion", negated, "certain", "present", up.i, finite=False)
    if base == "xcomp" and (effect := _effect(parsed, up)):
        return _apply(parsed, effect, up, Stance("happened", negated, "certain", "past", finite=False), keep=True)
    status = "state" if frame in STATIVE else "happened"
    for above in parsed.ancestors(i):  # "une délégation composée de …" under a future stays planned
        if above.pos in ("VERB", "AUX"):
            if frame in STATIVE and _verbal_stance(parsed, above.i, "GENERIC", depth + 2).tense == "future":
                status = "planned"
            break
    return Stance(status, negated, "certain", "past", finite=False)


def _adverbs(parsed: Parsed, i: int) -> tuple[Certainty | None, str | None]:
    table = modality()
    for kid in parsed.kids(i, "advmod", "obl", "discourse"):
        effect = table.get(("adverb", kid.lower))
        if effect == "alleged":
            return None, "alleged"
        if effect in ("possible", "probable"):
            return ("possible" if effect == "possible" else "probable"), None
        if kid.lower == "doute" and kid.i and parsed.words[kid.i - 1].lower == "sans":
            return "probable", None
    return None, None


def _nominal_stance(parsed: Parsed, i: int, frame: str) -> Stance:
    """An event named by a noun: told as a fact unless an adjective or the word above says otherwise."""
    word = parsed.words[i]
    table = modality()
    durative = frame in DURATIVE and frame not in ("GENERIC", "PLAN", "TRAVEL", "PLAY")
    own = Stance("ongoing" if durative else "happened", False, "certain", "none", finite=False)
    for kid in parsed.kids(i, "amod", "acl"):
        effect = table.get(("tag", kid.lemma)) or table.get(("tag", kid.lower.rstrip("es")))
        if effect == "alleged":
            return _with(own, status="alleged", certainty="unknown")
        if effect == "possible":
            return _with(own, status="possible", certainty="possible", tense="future")
        if effect == "planned":
            return _with(own, status="planned", certainty="probable", tense="future")
    if any(k.lower in NEGATIVE_DETERMINERS for k in parsed.kids(i, "det")) or preposition_of(parsed, i) == "sans":
        own = _with(own, negated=True)
    if word.head == i:
        return own
    up = parsed.words[word.head]
    base = word.dep.split(":", 1)[0]
    if base == "conj":
        return _with(_nominal_stance(parsed, up.i, frame), negated=own.negated) if up.pos in ("NOUN", "PROPN") else own
    if up.pos == "NOUN" and base in ("nmod", "obl", "acl"):
        effect = _effect(parsed, up)
        if effect and effect not in ("aspect", "said"):
            return _apply(parsed, effect, up, own, outer=Stance("happened"))
        return own
    if up.pos not in ("VERB", "AUX") and not any(k.dep == "cop" for k in parsed.kids(up.i)):
        return own
    subject = base == "nsubj"
    if not subject and (base == "obj" or base == "obl"):
        effect = _effect(parsed, up)
        if (
            effect
            and (base == "obj" or preposition_of(parsed, i) in ("à", "de", "pour", ""))
            and effect not in ("aspect", "recent", "said", "due")
        ):
            outer = _verbal_stance(parsed, up.i, "GENERIC", 3)
            if (
                effect == "alleged"
                and up.lemma in ("critiquer", "dénoncer", "féliciter", "remercier", "blâmer")
                and base == "obj"
            ):
                return own
            if effect == "announced" and (up.lemma == "accepter" or (up.lemma == "annoncer" and frame in REPORTED)):
                return _with(own, holder=up.i if up.lemma == "annoncer" else -1)
            return _apply(parsed, effect, up, own, outer=outer)
    outer = _verbal_stance(parsed, up.i, "GENERIC", 3)
    if frame == "TOLL" and (base == "obj" or subject) and outer.status not in ("ongoing", "state"):
        return outer
    if outer.tense == "future" and frame not in ("SANCTION", "SUPPORT", "COOPERATE", "ACCUSE") and (subject or base == "obj"):
        return Stance(
            outer.status, own.negated or (outer.negated and base == "obj"), outer.certainty, "future", outer.holder, finite=False
        )
    if outer.negated and base == "obj":
        own = _with(own, negated=True)
    return own


def _with(stance: Stance, **changes: object) -> Stance:
    from dataclasses import replace

    return replace(stance, **changes)  # type: ignore[arg-type]
