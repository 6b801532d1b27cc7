"""What one verb group says by itself: negation, tense, mood, adverbs of doubt, and how long a present tense lasts."""

from __future__ import annotations

from functools import lru_cache

from recoupe.find.done.arguments import UNACCUSATIVE
from recoupe.find.done.wordforms import is_participle
from recoupe.lang.frames import participles
from recoupe.lang.modality import aside_effects, asides, lead_effect, modality
from recoupe.parse.document import Parsed, Word
from recoupe.types import Certainty, Status

NEGATORS = frozenset(("pas", "jamais", "guère", "aucunement", "nullement"))
WITH_NE = frozenset(("plus", "rien", "personne", "aucun", "aucune", "ni", "nul", "nulle", "point"))
NEGATIVE_DETERMINERS = frozenset(("aucun", "aucune", "nul", "nulle"))
BARE_NE = frozenset(("cesser", "oser", "savoir"))
STATIVE = frozenset(("COMPRISE", "STATE"))
# Frames that fill a stretch of time: in the present tense they are going on, the others are told as news.
DURATIVE = frozenset(
    "SUPPORT COOPERATE INVESTIGATE NEGOTIATE PROTEST STRIKE AID ATTENTION OPPOSE PLAN WATCH BLOCKADE PLAY".split()
)
_MOVING = UNACCUSATIVE | {"tourner", "ntrer", "venir", "accourir", "jaillir"}  # also "repartir", "redescendre"
_STILL = frozenset(("toujours", "encore", "actuellement", "depuis", "continuellement", "quotidiennement", "chaque"))
_SOON = frozenset(("demain", "après-demain", "prochainement", "bientôt", "prochain", "prochaine", "prochains", "prochaines"))
_BESIDE = 12  # words between a verb and an aside of doubt
_ASKS = frozenset((":", "«", "“"))
_KNOWN = frozenset(("le", "la", "l'", "les", "ce", "cet", "cette", "ces"))
_FUTURE = ("rai", "ras", "ra", "rons", "rez", "ront")
# What may stand behind "si" without a condition: "si l'on ose dire", "si possible".
_SET_SI = (("ose",), ("oser",), ("peut", "dire"), ("veut",), ("possible",), ("besoin",), ("nécessaire",), ("croit",))
_OPEN = frozenset(("qui", "pourquoi", "comment", "où", "quand", "combien", "quel", "quelle", "quels", "quelles", "lequel"))


def is_negated(parsed: Parsed, i: int) -> bool:
    """Is the predicate i negated? "ne … que" and the expletive "ne" are no negations."""
    ne = que = False
    for k in parsed.children[i]:
        kid = parsed.words[k]
        if kid.lower in ("ne", "n'"):
            ne = True
        elif kid.dep in ("advmod", "aux:tense", "obj", "nsubj", "nsubj:pass", "mark", "obl:mod", "case", "fixed"):
            if kid.lower in NEGATORS:
                if kid.lower == "jamais" and k and parsed.words[k - 1].lower in ("si", "s'"):
                    continue  # "si jamais il est réélu"
                if ne or parsed.words[k - 1].text != ",":  # "la bataille, pas la guerre" denies something else
                    return True
                continue
            if ne and (kid.lower in WITH_NE) and not (kid.lower == "plus" and _compares(parsed, k)):
                return True
            if kid.lower in ("que", "qu'") and ne and k > i:
                que = True
        if kid.dep in ("obj", "nsubj", "nsubj:pass", "obl:arg", "obl:mod", "obl:agent"):
            if any(parsed.words[d].lower in NEGATIVE_DETERMINERS for d in parsed.children[k]):
                return True
            if kid.lower in ("rien", "personne", "aucun", "aucune", "nul") and not any(parsed.kids(k, "det", "nummod")):
                return True  # nobody; "tuant une personne" is somebody
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
    """The finite word of a predicate (an auxiliary or itself) and whether the group is perfect ("a signé", "se serait enfui")."""
    word = parsed.words[i]
    finite: Word | None = None
    perfect = reflexive = passive = False
    for k in parsed.children[i]:
        kid = parsed.words[k]
        if kid.dep.startswith(("aux", "cop")):
            if kid.feat("VerbForm") == "Fin" or kid.feat("Mood") in ("Ind", "Cnd", "Sub", "Imp"):
                finite = finite or kid
            if kid.dep == "aux:tense" or (kid.dep == "aux:pass" and word.lemma.removeprefix("re") in _MOVING):
                perfect = True
            elif kid.dep == "cop" and participles().get(word.lower) in UNACCUSATIVE:
                perfect = True  # "serait mort de vieillesse", read as an adjective
            passive = passive or kid.dep == "aux:pass"
        elif kid.lower in ("se", "s'", "me", "m'", "te", "t'") and k < i:
            reflexive = True
    perfect = perfect or (reflexive and passive)
    if finite is None and word.pos in ("VERB", "AUX"):
        mistaken = word.feat("VerbForm") == "Part" and word.feat("Tense") == "Past" and not is_participle(word)
        if mistaken or word.feat("VerbForm") == "Fin" or word.feat("Mood"):
            finite = word
    return finite, perfect


def is_conditional(finite: Word) -> bool:
    """Is it in the conditional by its ending, too? The tagger takes some imperfects for it ("transportait")."""
    return finite.feat("Mood") == "Cnd" and finite.lower.endswith(("rais", "rait", "rions", "riez", "raient"))


def tense_of(finite: Word) -> str | None:
    """The tense, checked against the ending: the tagger calls some presents imperfect or future."""
    tense, form = finite.feat("Tense"), finite.lower
    if form.endswith(_FUTURE) and form.startswith(finite.lemma.rstrip("e")) and form != finite.lemma:
        return "Fut"
    if finite.feat("VerbForm") == "Part":  # a finite form taken for a participle
        return "Imp" if form.endswith(("ait", "aient")) else "Past" if form.endswith(("èrent", "irent", "urent")) else "Pres"
    if form.endswith(("erai", "erons", "erez", "eront")) and finite.lemma.endswith("er") and form[:2] == finite.lemma[:2]:
        return "Fut"  # "paierai", "jettera": the stem changes
    if tense == "Imp" and not form.endswith(("ais", "ait", "aient", "ions", "iez")):
        return "Pres"
    if tense == "Fut" and not form.endswith(_FUTURE):
        return "Pres"
    if tense == "Past" and form.endswith("ent") and not form.endswith(("èrent", "irent", "urent", "inrent")):
        return "Pres"
    return tense


def present_status(parsed: Parsed, i: int, frame: str) -> Status:
    """The present tense: a state, something going on, news told in the present, or ("se rend demain") the near future."""
    if frame in STATIVE:
        return "state"
    near = {k.lower for k in parsed.kids(i)}
    for k in parsed.kids(i, "obl", "nmod", "obj", "xcomp"):
        near |= {g.lower for g in parsed.kids(k.i)}
        near |= {h.lower for g in parsed.kids(k.i, "nmod") for h in parsed.kids(g.i)}
    if near & _SOON:
        return "planned"
    lemma = parsed.words[i].lemma
    reflexive = "se " if near & {"se", "s'"} else ""
    if lasting := modality().get(("present", reflexive + lemma)):
        return "state" if lasting == "state" else "ongoing"
    return "ongoing" if frame in DURATIVE or near & _STILL else "happened"


def has_si(parsed: Parsed, i: int) -> bool:
    """Does "si" open the clause of verb i? "Même si" concedes a fact and is no condition."""
    if any(_is_set(parsed, k.i) for k in parsed.kids(i) if k.lower == "si"):
        return False
    for k in parsed.kids(i):
        elided = k.lower == "s'" and parsed.words[k.i + 1].lower in ("il", "ils") and k.i < i  # "s'il", however tagged
        if elided or k.lower in ("si", "s'") and k.pos in ("SCONJ", "ADV") and k.dep in ("mark", "advmod") and k.i < i:
            return k.i == 0 or parsed.words[k.i - 1].lower != "même"
    first = parsed.words[parsed.left[i]]
    return first.lower == "si" and first.head == i and parsed.words[first.i - 1].lower != "même"


def _is_set(parsed: Parsed, si: int) -> bool:
    """Does "si" begin a set phrase of the speaker's: "si l'on ose dire", "si j'ose", "si l'on en croit X"?"""
    after = [w.lower for w in parsed.words[si + 1 : si + 6] if w.lower not in ("l'", "on", "j'", "je", "en", "le", "m'")]
    return any(after[: len(turn)] == list(turn) for turn in _SET_SI)


def lead_of(parsed: Parsed, i: int) -> str | None:
    """The effect of the turn before an infinitive or before a noun: "sur le point de signer", "en cas de victoire"."""
    start = i
    for k in parsed.kids(i):
        if k.i < start and k.dep.startswith(("aux", "expl", "iobj", "obj", "advmod", "det", "amod", "nummod", "cop")):
            start = k.i
    sentence = parsed.sentence_of(i)
    if start == sentence.first:
        return None
    last = parsed.words[start - 1].lower
    if last not in ("de", "d'", "du", "des", "à", "au", "aux", "pour", "que", "qu'"):
        return None
    return lead_effect([w.lower for w in parsed.words[max(sentence.first, start - 5) : start]])


def aside_of(parsed: Parsed, i: int) -> str:
    """What an aside of doubt makes of verb i, where no other verb stands between: "a coulé, dit-on"; "" without one."""
    sent = parsed.words[i].sent
    for at, effect in _asides(parsed):
        if parsed.words[at].sent == sent and abs(at - i) <= _BESIDE:
            between = parsed.words[min(at, i) + 1 : max(at, i)]
            if not any(w.pos == "VERB" and w.feat("VerbForm") in ("Fin", "Part", "Inf") and w.i != at for w in between):
                return effect
    return ""


@lru_cache(maxsize=16)
def _asides(parsed: Parsed) -> tuple[tuple[int, str], ...]:
    """The last word before the verb, or the first behind it, of each aside of a text, and what it does."""
    effects = aside_effects()
    found = []
    for match in asides().finditer(parsed.text):
        effect = effects[match.group().lower().replace("’", "'")]
        if effect != "open" and (words := parsed.at(match.start(), match.end())):
            found += [(words[0], effect), (words[-1], effect)] if len(words) > 1 else [(words[0], effect)]
    return tuple(found)


def adverbs_of(parsed: Parsed, i: int) -> tuple[Certainty | None, str | None]:
    """How certain the adverbs beside a verb make it, and "alleged" where one ("prétendument") says so."""
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


def is_asked(parsed: Parsed, i: int) -> bool:
    """Does word i stand in a yes-or-no question? "Qui a tué le juge ?" takes the killing for granted."""
    sentence = parsed.sentence_of(i)
    last = sentence.last - 1
    while last > sentence.first and parsed.words[last].text in '»”")':
        last -= 1
    if parsed.words[last].text != "?" or _aside(parsed, i, sentence.first, last):
        return False
    return not any(w.lower in _OPEN for w in parsed.words[sentence.first : min(sentence.first + 6, i)])


def _aside(parsed: Parsed, i: int, first: int, last: int) -> bool:
    """Is word i no part of what is asked: before the quotation or the colon that asks, or taken for granted ("l'incendie", in a
    relative clause)?
    """
    words = parsed.words
    opening = next((k for k in range(last, first, -1) if words[k].text in _ASKS), -1)
    if opening > i:
        return True
    word = words[i]
    if word.pos == "NOUN" and not any(k.dep == "cop" for k in parsed.kids(i)):
        up = words[word.head]
        if any(k.lower in _KNOWN or k.feat("Poss") == "Yes" for k in parsed.kids(i, "det")):
            return word.dep.startswith(("nmod", "obl")) or up.pos == "NOUN"
    return any(up.dep.startswith("acl") for up in (word, *parsed.ancestors(i)))


def preposition_mark(parsed: Parsed, up: Word) -> str:
    """ "de" in "vient de signer": the mark of the infinitive under `up`."""
    for k in parsed.kids(up.i, "xcomp", "advcl", "ccomp"):
        if k.i < up.i:
            continue
        for m in parsed.kids(k.i, "mark", "case"):
            return m.lemma
    return ""


def is_copular(parsed: Parsed, word: Word) -> bool:
    """Is this the predicate of "être": "la visite est possible"?"""
    return any(k.dep == "cop" for k in parsed.kids(word.i))
