"""From a cue to its subject: the head words of who speaks, by the tree where it holds, by the order of the words elsewhere."""

from __future__ import annotations

from recoupe.find.said.cueing import Hit
from recoupe.find.who.nounphrases import (
    NOMINAL,
    SUBJECT_PRONOUNS,
    TIMES,
    agrees,
    case_of,
    is_one_of,
    joined,
    phrase,
    prepositional,
)
from recoupe.find.who.relatives import _NO_CASE, noun_of_relative
from recoupe.lang.nouns import first_names
from recoupe.parse.document import Parsed, Word

_STOPS = frozenset(("que", "qu'", ":", ";", "(", "«", "»", '"', "“", "”"))


def subject_heads(parsed: Parsed, hit: Hit, *, follows: bool = False) -> tuple[int, ...]:
    """Head words of the cue's subject (several when coordinated), () when the text does not show one."""
    if hit.clitic >= 0:
        return (hit.clitic,)
    if follows:
        found = _following(parsed, hit)
        heads = joined(parsed, found) if found >= 0 else ()
        return _with_first(parsed, hit, heads) if len(heads) == 1 else heads
    if hit.passive:
        agent = _agent(parsed, hit)
        return joined(parsed, agent) if agent >= 0 else ()
    if (found_up := _climb(parsed, hit)) is not None:
        return found_up
    return preceding_heads(parsed, hit) if hit.form == "finite" else ()


def _with_first(parsed: Parsed, hit: Hit, heads: tuple[int, ...]) -> tuple[int, ...]:
    """ "ont indiqué à l'agence un élu et deux habitants": the parser holds the second of two for the subject."""
    words, second = parsed.words, heads[0]
    start = second
    while start > hit.last + 1 and words[start - 1].pos in ("DET", "NUM", "ADJ"):
        start -= 1
    if words[start - 1].lower != "et" or words[second].pos not in ("NOUN", "PROPN"):
        return heads
    nouns = [k for k in range(hit.last + 1, start - 1) if words[k].pos in ("NOUN", "PROPN") and not prepositional(parsed, k)]
    first = next((k for k in nouns if words[k].lemma.lower() not in TIMES and not _told_to(parsed, k)), -1)
    return (first, second) if first >= 0 and not words[first].dep.startswith("flat") else heads


def _agent(parsed: Parsed, hit: Hit) -> int:
    """Who a passive cue says has spoken: behind "par"; -1 where nobody is named."""
    words = parsed.words
    agents = (w for w in parsed.kids(hit.word, "obl:agent") if w.lemma.lower() not in _MEANS)
    agent = next((w.i for w in agents if case_of(parsed, w.i) == "par"), -1)
    if agent >= 0:
        return agent
    # "accusé de viol par deux femmes": the parser hangs the agent on the complement
    limit = min(parsed.sentences[words[hit.word].sent].last - 1, hit.last + 12)
    after = range(hit.last + 1, limit)
    par = next((k for k in after if words[k].lower == "par" and words[words[k].head].lemma not in _MEANS), -1)
    return words[par].head if par >= 0 and words[par].head > par and words[words[par].head].pos in NOMINAL else -1


def _climb(parsed: Parsed, hit: Hit) -> tuple[int, ...] | None:
    """The subject of the cue or of a verb above it; None where the tree holds none."""
    words = parsed.words
    at: int | None = hit.word
    for _ in range(7):
        if at is None:
            break
        if at != hit.word and words[at].lemma in _CAUSING and hit.form == "participle":  # "a poussé X à nier, affirmant que"
            moved = next((w.i for w in parsed.kids(at, "obj") if w.i < hit.first and w.pos in NOMINAL), -1)
            return joined(parsed, moved) if moved >= 0 else ()
        if at != hit.word and words[at].lemma in _ENABLING and hit.form == "infinitive":
            return _enabled(parsed, at, hit)
        found = _own_subject(parsed, at, hit)
        if found >= 0 and hit.form == "finite" and (_set_apart(parsed, found, at, hit) or _disagrees(parsed, found, at, hit)):
            found = _preceding(parsed, hit)
        if found >= 0:
            return joined(parsed, found)
        word = words[at]
        if word.dep.startswith("acl") and words[word.head].pos in NOMINAL:
            return joined(parsed, _out_of_place(parsed, word.head))
        at = (
            word.head
            if word.head != at and word.dep.split(":")[0] in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "dep", "obl", "acl")
            else None
        )
        if at is not None and words[at].pos in NOMINAL and hit.form == "finite":
            at = None
    return None


def _disagrees(parsed: Parsed, found: int, at: int, hit: Hit) -> bool:
    """ "..., un texte qui divise, les syndicats ont annoncé": the parser took one thing for those who act."""
    if at != hit.word or not found < hit.first or agrees(parsed, hit, found):
        return False
    nearer = _preceding(parsed, hit)
    return nearer > found and agrees(parsed, hit, nearer)


def _out_of_place(parsed: Parsed, noun: int) -> int:
    """ "le discours de Paul Denis à Prague appelant à": not the town, but what or who was there."""
    words = parsed.words
    if words[noun].pos == "PROPN" and case_of(parsed, noun) in ("à", "en", "dans") and words[words[noun].head].pos in NOMINAL:
        return words[noun].head
    return noun


def _set_apart(parsed: Parsed, subject: int, at: int, hit: Hit) -> bool:
    """A subject that is none: "Lille : le maire annonce"; or another clause's: "Les fouilles vont et Paul Lestang espère"."""
    words = parsed.words
    if any(w.text == ":" for w in words[subject + 1 : hit.first]):
        return _preceding(parsed, hit) >= 0
    if at == hit.word or words[hit.first - 1].pos != "PROPN":
        return False
    nearer = _preceding(parsed, hit)
    first = phrase(parsed, nearer)[0] if nearer > subject else 0
    return first > subject and words[first - 1].pos == "CCONJ"


_MEANS = frozenset("suite ailleurs exemple téléphone écrit voie mail courriel biais intermédiaire endroit erreur hasard".split())
_ENABLING = frozenset("permettre valoir donner offrir".split())


def _enabled(parsed: Parsed, verb: int, hit: Hit) -> tuple[int, ...]:
    """ "Ce chiffre a permis à la ministre de déclarer que": who was enabled to speak."""
    for kid in parsed.kids(verb, "obl", "iobj"):
        if kid.i < hit.first and kid.pos in NOMINAL and case_of(parsed, kid.i) in ("à", "au", "aux"):
            return joined(parsed, kid.i)
    return ()


_CAUSING = frozenset("pousser amener conduire obliger contraindre forcer inviter inciter".split())


def preceding_heads(parsed: Parsed, hit: Hit) -> tuple[int, ...]:
    """The subject by the order of the words alone, for when the tree is broken."""
    before = _preceding(parsed, hit)
    return joined(parsed, before) if before >= 0 else ()


def _own_subject(parsed: Parsed, at: int, hit: Hit) -> int:
    """The subject among a verb's children, through a relative pronoun to its antecedent; -1 without one."""
    words = parsed.words
    kids = [w for w in parsed.kids(at, "nsubj", "expl:subj") if w.lower not in ("que", "qu'", "dont", "-t", "t")]
    if not kids:
        return -1
    kids = [w for w in kids if not (hit.first <= w.i < hit.word and w.lower in ("nous", "vous"))]
    kids = [w for w in kids if not w.text[0].isdigit() and (w.lemma.lower() not in TIMES or w.i > at)]
    if not kids:  # "Ce 26 décembre, le ministère dévoilait": a date is nobody
        return -1
    free = [w for w in kids if not any(c.i < w.i and c.lower not in _NO_CASE for c in parsed.kids(w.i, "case"))]
    if not free:  # "Sur les réseaux sociaux, Lucas Morel a réagi": the name hangs on the noun of the place
        named = [k for w in kids for k in parsed.kids(w.i, "appos") if k.pos == "PROPN" and k.i < at]
        return named[-1].i if named else -1
    kids = free
    before = [w for w in kids if w.i < at]
    if hit.form == "participle" and at == hit.word and not before:
        return -1
    chosen = (before or kids)[0]
    if before and (apposed := _bare_apposition(parsed, chosen, at)) >= 0:
        return apposed
    if len(before) > 1 and before[-1].pos in ("NOUN", "PROPN") and _own_clause(parsed, before[0].i, before[-1].i):
        chosen = before[-1]
    if chosen.lower in ("qui", "lequel", "laquelle", "lesquels", "lesquelles"):
        if chosen.i > 0 and words[chosen.i - 1].lower == "ce":
            return chosen.i - 1
        return noun_of_relative(parsed, at, chosen.i)
    if chosen.lower in ("-", "ci", "là") and chosen.i > 0:
        return chosen.i - 1
    if chosen.dep.startswith("expl") and chosen.lower in ("se", "s'"):
        return -1
    if chosen.lower in ("un", "une") and (member := _one_of(parsed, chosen.i, hit.first)) >= 0:
        return member
    return _nearer(parsed, chosen, at)


def _bare_apposition(parsed: Parsed, chosen: Word, verb: int) -> int:
    """ "Troisième femme à gagner, la cinéaste a dit": a noun without article opens the sentence, its bearer follows; -1."""
    words, first = parsed.words, parsed.sentences[chosen.sent].first
    if (
        chosen.pos != "NOUN"
        or any(parsed.kids(chosen.i, "det"))
        or chosen.i - first > 2
        or words[first].pos not in ("NOUN", "ADJ")
    ):
        return -1
    comma = next((k for k in range(chosen.i + 1, verb - 2) if words[k].text == ","), -1)
    if comma < 0 or words[comma + 1].pos not in ("DET", "PROPN"):
        return -1
    if any(w.feat("VerbForm") == "Fin" for w in words[chosen.i : comma]):
        return -1
    return next((k for k in range(comma + 1, min(verb, comma + 5)) if words[k].pos in ("NOUN", "PROPN")), -1)


def _one_of(parsed: Parsed, one: int, limit: int) -> int:
    """ "Un des chefs du mouvement, Paul Denis, dément": the name between commas; -1 without one."""
    for noun in parsed.kids(one, "nmod"):
        for name in parsed.kids(noun.i, "appos"):
            if name.pos == "PROPN" and noun.i < name.i < limit and parsed.words[name.i - 1].text == ",":
                return name.i
    return -1


def _own_clause(parsed: Parsed, first: int, second: int) -> bool:
    """ "Alors que les dons affluent, Le Courrier explique": has the first of two subjects a verb and a comma of its own?"""
    words = parsed.words
    opened = any(w.pos == "SCONJ" or w.lower in ("que", "qu'") for w in words[parsed.sentences[words[first].sent].first : first])
    verbs = [w.i for w in words[first + 1 : second] if w.pos in ("VERB", "AUX")]
    return opened and bool(verbs) and any(w.text == "," for w in words[verbs[-1] : second])


def _nearer(parsed: Parsed, subject: Word, verb: int) -> int:
    """ "Après l'affaire visant A, B s'est exprimé": of two names that only a comma joins one alone speaks."""
    words = parsed.words
    bearer = next((k for k in parsed.kids(verb, "aux") if k.feat("VerbForm") == "Fin"), words[verb])
    if subject.pos != "PROPN" or bearer.feat("Number") != "Sing":
        return subject.i
    joined = [k for k in parsed.kids(subject.i, "conj", "appos") if k.pos == "PROPN" and subject.i < k.i < verb]
    joined = [k for k in joined if k.dep == "conj" or k.text in first_names() and subject.text in first_names()]
    return joined[0].i if len(joined) == 1 and words[joined[0].i - 1].text == "," else subject.i


def _following(parsed: Parsed, hit: Hit) -> int:
    """The subject after its verb: "a répété mardi au micro Marie Dubourg"."""
    words = parsed.words
    limit = parsed.sentences[words[hit.word].sent].last
    one = hit.last + 1 + (hit.last + 1 < limit and words[hit.last + 1].lower == "l'")
    if one + 1 < limit and is_one_of(parsed, one):
        return one  # "raconte l'un des pompiers"
    subjects = (w for w in parsed.kids(hit.word, "nsubj") if w.i > hit.last and w.lemma.lower() not in TIMES)
    kid = next((w.i for w in subjects if not _stopped(parsed, hit.last + 1, w.i) and not _told_to(parsed, w.i)), -1)
    if kid >= 0:
        return kid
    for k in range(hit.last + 1, min(limit, hit.last + 16)):
        word = words[k]
        verbal = word.pos in ("VERB", "AUX") and word.feat("VerbForm") in ("Fin", "Inf") and word.text[0].islower()
        if word.lower in _STOPS or verbal or word.pos == "SCONJ":
            return -1
        if word.pos == "NOUN" and word.lemma == "ensemble":
            continue
        free = k == hit.last + 1 or not prepositional(parsed, k) and not _beside_another(parsed, k)  # "a mis en avant X"
        former = word.lower in _FORMER and words[k - 1].pos == "DET" and words[min(k + 1, limit - 1)].pos not in ("NOUN", "PROPN")
        noun = word.pos in ("NOUN", "PROPN") or former or (word.pos == "VERB" and words[k - 1].pos == "DET" and k - 1 > hit.last)
        if noun and word.lemma.lower() not in TIMES and free and not _told_to(parsed, k):
            if words[k - 1].pos == "PROPN" and word.text in first_names() and prepositional(parsed, k - 1):
                return k  # "a écrit sur Twitter Paul Denis"
            if words[k - 1].pos == "PROPN" or word.dep.startswith("flat"):
                continue
            return k
        if word.lower in ("eux", "elles") and words[k - 1].lower in ("d'", "entre"):
            return k  # "croit l'un d'eux"
        if word.pos == "PRON" and word.lower in ("celui-ci", "celle-ci", "ceux-ci", "celui", "celle", "certains", "plusieurs"):
            return k
    return -1


_FORMER = frozenset("ancien ancienne anciens anciennes proche proches fidèle fidèles".split())  # "raconte un ancien du club"


def _told_to(parsed: Parsed, i: int) -> bool:
    """ "a indiqué à l'AFP Paul Denis": the name before which a preposition stands is not the one who speaks."""
    words = parsed.words
    if words[i].pos != "PROPN":
        return False
    k = i - 1  # "auprès de l'agence Orvane": over the noun and its article
    k -= words[k].lemma.lower() in _MEDIA
    k -= words[k].pos == "DET"
    k -= words[k].lower in ("de", "d'", "du")
    towards = k < i - 1 and words[k].lower in _TOWARDS_MEDIA and words[k].sent == words[i].sent
    return towards or any(w.i < i and w.lower in _TOWARDS_MEDIA for w in parsed.kids(i, "case"))


_MEDIA = frozenset("agence journal quotidien hebdomadaire magazine chaîne site radio télévision revue station".split())
_TOWARDS_MEDIA = frozenset("à au aux sur dans chez devant auprès".split())


def _beside_another(parsed: Parsed, i: int) -> bool:
    """ "sur BFMTV/RMC": the second name stands under the preposition of the first."""
    words = parsed.words
    if words[i].pos != "PROPN" or i < 2 or words[i - 1].text not in ("/", "-"):
        return False
    return words[i - 2].pos == "PROPN" and prepositional(parsed, i - 2)


def _stopped(parsed: Parsed, first: int, last: int) -> bool:
    return any(w.lower in _STOPS for w in parsed.words[first:last])


def _preceding(parsed: Parsed, hit: Hit) -> int:
    """The nearest noun phrase before the verb that no preposition governs, in the same clause."""
    words = parsed.words
    floor = parsed.sentences[words[hit.word].sent].first
    best = -1
    k, skipped = hit.first, False
    while k > max(floor, hit.first - 30):
        k -= 1
        word = words[k]
        if word.pos in ("VERB", "AUX") and word.feat("VerbForm") == "Fin" and not skipped:
            qui = next((w.i for w in words[max(floor, k - 6) : k] if w.lower == "qui"), -1)
            if qui > floor:  # "La CGT, qui dénonce ..., appelle": over the relative clause
                k, skipped = qui, True
                continue
        if word.lower in ("»", "”", ";", ":") or (word.pos == "VERB" and word.feat("VerbForm") == "Fin"):
            if k > floor + 1 and words[k - 1].text == words[hit.first - 1].text == "," and words[k - 2].pos == "PROPN":
                continue  # "Paul Denis, figure des riverains, affirme": a noun that the tagger takes for a verb
            if best < 0 and word.pos == "VERB" and words[hit.first - 1].pos == "CCONJ":
                return _own_subject(parsed, k, hit)  # "Les services revoient ce chiffre et font état de"
            break
        if word.pos == "SCONJ":
            break
        if (
            word.pos in NOMINAL
            and not word.dep.startswith("flat")
            and not prepositional(parsed, k)
            and not (word.dep == "obj" and word.head < k and words[word.head].feat("VerbForm") == "Fin")
            and word.lemma.lower() not in TIMES
        ):
            if word.pos == "PRON" and word.lower not in SUBJECT_PRONOUNS:
                continue
            best = k
            if word.pos == "PRON" or k == floor or words[k - 1].text != ",":
                break
    return best
