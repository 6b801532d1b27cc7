"""Verbs of speech in a parsed report: which words are the cue, in what form, and whether somebody really speaks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from recoupe.find.said.miscues import NEVER, VERBAL, after_quotation, before_que, is_gerund, makes_known, mistaken_for, told_like
from recoupe.lang.cues import Cue, expressions, first_words, verb_cues
from recoupe.parse.document import Parsed, Word

CLITICS = frozenset("se s' me m' te t' lui leur le la l' les y en ne n' nous vous".split())
INVERTED = frozenset("-il -elle -ils -elles -on -t-il -t-elle -t-ils -t-elles -t-on".split())
_FILLERS = frozenset(
    "par exemple conséquent ailleurs suite de son côté pour sa part à tour nouveau en effet depuis lors dès hier ainsi".split()
)
_NOT = frozenset("pas plus jamais guère point aucun aucune aucunement nullement ni".split())
_WISHES = frozenset(("souhaiter", "vouloir", "aimer"))  # "il voudrait" says a wish of today
_SAID = frozenset(
    "fait dit redit prédit contredit écrit décrit promet".split()
)  # a present that the tagger takes for a participle
# An infinitive reports speech only under a verb that says the speaking took place.
_REALISED = frozenset(
    "tenir venir finir oser continuer préférer contenter commencer empresser risquer permettre arrêter cesser hésiter "
    "profiter terminer".split()
)
_UNREAL = frozenset(("devoir", "pouvoir", "vouloir", "aller"))  # "devrait en profiter pour dire": not said yet


@dataclass(frozen=True, slots=True)
class Hit:
    """This verb is a cue: words[first:last + 1], its head word `word`."""

    word: int
    first: int
    last: int
    cue: Cue
    form: Literal["finite", "participle", "infinitive"]
    passive: bool = False
    clitic: int = -1  # the subject pronoun that follows its verb ("a-t-il ajouté")
    reflexive: bool = False


def find_hits(parsed: Parsed) -> list[Hit]:
    """Every verb cue, in order. Negated, asked and merely imagined speech is no cue."""
    known = first_words() | {"voir"}
    hits = []
    for word in parsed.words:
        if word.pos in NEVER:
            continue
        lemma = word.lemma if word.lemma in known and word.pos in VERBAL else mistaken_for(parsed, word, known)
        if lemma is not None and (hit := _hit(parsed, word, lemma)) is not None:
            hits.append(hit)
    return hits


def _hit(parsed: Parsed, word: Word, lemma: str) -> Hit | None:
    words, i = parsed.words, word.i
    if i and words[i - 1].end == word.start and words[i - 1].text[-1] == "-":
        return None  # "bande-annonce"
    sentence = parsed.sentences[word.sent]
    first, auxiliary, reflexive, negated, clitic = _group(parsed, i, sentence.first)
    last = i
    while last + 1 < sentence.last and (
        words[last + 1].lower in INVERTED
        or (words[last + 1].lower in ("-t", "t") and last + 2 < sentence.last and words[last + 2].lower in INVERTED)
    ):
        last += 1
        clitic = last if words[last].lower in INVERTED else clitic
    gerund = lemma != word.lemma and is_gerund(parsed, word)
    bare = clitic < 0 and auxiliary is None and not reflexive and not gerund and lemma != "démentir"
    verb = (lemma != word.lemma and (before_que(parsed, word) or after_quotation(parsed, word))) or told_like(parsed, word)
    if word.pos in ("NOUN", "ADJ", "ADV") and bare and not verb and not makes_known(parsed, word):
        return None
    cue, last = _cue(words, word, lemma, reflexive, last, sentence.last)
    if word.lemma == "voir":
        cue = verb_cues().get(("y", "voir", False)) if any(w.lower == "y" for w in words[first:i]) else None
    if cue is None or _set_expression(words, word, lemma, last, sentence.last):
        return None
    if _sentences(words, cue.name, last, sentence.last) or _addresses_reader(words, word, first, sentence.first):
        return None
    form = "participle" if gerund else _form(words, word, auxiliary, clitic)
    if form is None or (negated and _denied(words, i, sentence.last)):
        if form is None or lemma != "exclure" or reflexive:
            return None
        cue = replace(cue, act="say", frames=cue.frames | {"N"})  # "n'exclut pas une hausse", "n'exclut pas de partir"
    bearer = auxiliary or word
    if form == "finite" and clitic < 0 and _not_yet(bearer, auxiliary is not None or cue.name in _WISHES):
        return None
    if bearer.feat("Mood") == "Imp" and clitic < 0 and word.dep == "ROOT" and not any(parsed.kids(i, "nsubj")):
        return None if word.feat("Person") != "3" else Hit(i, first, last, cue, form, False, clitic, reflexive)
    if form == "infinitive":
        first = _insists(words, first, sentence.first)
        if words[first].lemma == "tenir" or _historic(parsed, first):
            form = "finite"
        elif not _realised(parsed, word):
            return None
    passive = auxiliary is not None and not reflexive and any(words[k].dep == "aux:pass" for k in parsed.children[i])
    passive = passive or _impersonal(words, auxiliary, word, first)
    return Hit(i, first, last, cue, form, passive, clitic, reflexive)


def _set_expression(words: tuple[Word, ...], word: Word, lemma: str, last: int, limit: int) -> bool:
    """ "Si l'on en croit X", "à en croire X": a phrase; "veut dire": no wish."""
    if lemma == "croire":
        return any(w.lower == "en" for w in words[max(0, word.i - 2) : word.i])
    return lemma == "vouloir" and last + 1 < limit and words[last + 1].lower == "dire"


def _insists(words: tuple[Word, ...], first: int, floor: int) -> int:
    """ "tient à préciser la préfecture": where the cue begins; `first` itself where nobody insists."""
    insists = first - 2 >= floor and words[first - 1].lower == "à" and words[first - 2].lemma == "tenir"
    return first - 2 if insists and words[first - 2].feat("VerbForm") == "Fin" else first


def _not_yet(bearer: Word, wished: bool) -> bool:
    """Said tomorrow or perhaps. A future by its ending too: the tagger takes "recommande" for one."""
    if bearer.feat("Tense") == "Fut" and bearer.lower.endswith(("ra", "ras", "rai", "rons", "rez", "ront")):
        return True
    return bearer.feat("Mood") == "Cnd" and not wished


def _impersonal(words: tuple[Word, ...], auxiliary: Word | None, word: Word, first: int) -> bool:
    """ "Il lui est reproché des irrégularités": a passive that the parser does not see."""
    before = words[first - 1].lower if first else ""
    done = auxiliary is not None and auxiliary.lemma == "être" and word.feat("VerbForm") == "Part"
    return done and before == "il" and word.lemma not in ("revenir", "convenir")


_PENALTIES = frozenset(
    "peine prison amende réclusion perpétuité mort sursis verser payer mois an année jour euro dollar franc travail bracelet "
    "détention emprisonnement inéligibilité ferme".split()
)


def _sentences(words: tuple[Word, ...], name: str, last: int, limit: int) -> bool:
    """A court's act, no speech: "reconnaître coupable de", "condamner à deux ans de prison"."""
    if name == "reconnaître":
        return any(w.lemma in ("coupable", "responsable") for w in words[last + 1 : min(limit, last + 3)])
    if name != "condamner":
        return False
    for k in range(last + 1, min(limit - 1, last + 22)):
        if words[k].text in ".;:«":
            return False
        if words[k].lower in ("à", "au", "aux") and any(w.lemma.lower() in _PENALTIES for w in words[k + 1 : min(limit, k + 5)]):
            return True
    return False


def _addresses_reader(words: tuple[Word, ...], word: Word, first: int, floor: int) -> bool:
    """ "Notez que", "Rappelons que": the report speaks to its reader."""
    return first == word.i == floor and word.lower.endswith(("ez", "ons"))


def _group(parsed: Parsed, i: int, floor: int) -> tuple[int, Word | None, bool, bool, int]:
    """Walk left over auxiliaries, clitics and adverbs: first word, finite auxiliary, reflexive, negated, inverted clitic."""
    words = parsed.words
    first, auxiliary, reflexive, negated, clitic = i, None, False, False, -1
    k = i - 1
    while k >= max(floor, i - 8):
        word = words[k]
        if word.lower in CLITICS and word.pos != "DET" or word.lower in ("se", "s'", "ne", "n'") and word.pos != "SCONJ":
            if word.dep.startswith("nsubj") and word.lower in ("nous", "vous") and _person(words, i, auxiliary):
                break
            first = k
            reflexive |= word.lower in ("se", "s'")
            negated |= word.lower in ("ne", "n'")
        elif word.lower in INVERTED or word.lower == "-t" or (word.lower == "t" and words[k + 1].lower in INVERTED):
            if words[i].lower.endswith("ant"):
                break  # "explique-t-elle tout en assurant": two cues
            first = k
            if word.lower in INVERTED and clitic < 0:
                clitic = k
        elif word.text == "," and auxiliary is None and (apart := _set_between(words, k, floor)) > 0:
            k = apart  # "avait, lui, annoncé", "s'est, de son côté, félicité"
            continue
        elif word.lemma in ("avoir", "être") and word.pos in ("AUX", "VERB", "X"):
            first = k
            auxiliary = word
        elif word.lower == "d'" and words[k + 1].lower in ("ailleurs", "abord", "emblée"):
            pass  # "a d'ailleurs lancé"
        elif word.pos != "ADV" and word.lower not in _NOT and word.lower not in _FILLERS:
            break
        k -= 1
    return first, auxiliary, reflexive, negated, clitic


def _person(words: tuple[Word, ...], i: int, auxiliary: Word | None) -> bool:
    """A verb of the first or second person plural: in "nous explique un voisin" "nous" is told, it does not tell."""
    return (auxiliary or words[i]).lower.endswith(("ons", "mes", "ez", "tes"))


def _set_between(words: tuple[Word, ...], comma: int, floor: int) -> int:
    """The auxiliary before what two commas set apart from its participle; -1 without one."""
    for k in range(comma - 2, max(floor, comma - 8), -1):
        if words[k].feat("VerbForm") == "Fin":
            return -1
        if words[k].text == ",":
            before = words[k - 1]
            return k - 1 if before.lemma in ("avoir", "être") and before.feat("VerbForm") != "Inf" else -1
    return -1


def _cue(words: tuple[Word, ...], word: Word, lemma: str, reflexive: bool, last: int, limit: int) -> tuple[Cue | None, int]:
    """The table's entry: a fixed expression first ("faire savoir"), then the reflexive or plain verb."""
    cues = verb_cues()
    for rest in expressions().get(lemma, ()):
        parts = rest.split()
        at = last + 1
        while at < min(limit, last + 4) and words[at].lower != parts[0] and words[at].pos in ("ADV", "PRON"):
            at += 1
        if [w.lower for w in words[at : min(limit, at + len(parts))]] == parts and (cue := cues.get((lemma, rest, reflexive))):
            return cue, at + len(parts) - 1
    return cues.get((lemma, "", reflexive)), last


def _form(
    words: tuple[Word, ...], word: Word, auxiliary: Word | None, clitic: int
) -> Literal["finite", "participle", "infinitive"] | None:
    kind = word.feat("VerbForm")
    if auxiliary is not None:
        if auxiliary.feat("VerbForm") == "Inf":
            return "infinitive"
        return "participle" if auxiliary.feat("VerbForm") == "Part" else "finite"
    if kind == "Inf" and 0 <= clitic < word.i:
        return "infinitive"  # "peut-il assurer que": nobody assures anything
    if clitic >= 0 or kind == "Fin" or (word.pos in ("NOUN", "ADJ", "ADV") and kind is None):
        return "finite"
    if kind == "Part" and word.lemma.endswith("ir") and word.lower.endswith("it"):
        return "finite"  # "avertit": a present, which the tagger takes for a participle
    if word.lower.endswith("ant") and word.pos in ("VERB", "AUX"):
        return "participle"
    if kind == "Inf" or (kind is None and word.lower == word.lemma and word.pos == "VERB"):
        return "infinitive"
    if kind == "Part":
        if word.lower == word.lemma[:-1] and word.lemma.endswith("er"):
            return "finite"  # "conteste": no participle ends so
        before = words[word.i - 1] if word.i else word
        subject = any(w.head == word.i and w.dep.startswith("nsubj") for w in words[max(0, word.i - 12) : word.i + 8])
        if (
            word.lower in _SAID
            and not word.dep.startswith(("acl", "amod"))
            and (subject or before.text in ',»"”' or word.lower == "fait" and before.pos == "CCONJ")
        ):
            return "finite"
        head = words[word.head]
        if (
            word.dep == "conj"
            and head.i < word.i
            and head.pos == "VERB"
            and any(w.pos == "AUX" and w.head == head.i for w in words[max(0, head.i - 6) : head.i])
        ):
            return "finite"  # "a annoncé ... et promis"
    return None


def _denied(words: tuple[Word, ...], i: int, limit: int) -> bool:
    """ "n'a pas dit que" says nothing of what was said; "ne cesse de répéter" and the expletive "ne" do."""
    around = words[max(0, i - 5) : min(limit, i + 3)]
    return any(w.lower in _NOT and w.sent == words[i].sent for w in around)


def _historic(parsed: Parsed, first: int) -> bool:
    """ "Et d'ajouter : ...", "Et le maire de conclure": an infinitive at the head of its sentence that tells what came next."""
    words, floor = parsed.words, parsed.sentences[parsed.words[first].sent].first
    if (
        first - floor > 7
        or first - 2 < floor
        or words[first - 1].lower not in ("de", "d'")
        or words[floor].lower not in ("et", "avant")
    ):
        return False
    return not any(w.pos in ("VERB", "AUX") or w.pos == "PUNCT" for w in words[floor:first])


def _realised(parsed: Parsed, word: Word) -> bool:
    words, k = parsed.words, word.i
    before = [w.lower for w in words[max(0, k - 4) : k]]
    if (
        before
        and before[-1] in ("avoir", "être")
        and "après" in before
        or before[-2:] == ["avant", "de"]
        or before[-2:] == ["avant", "d'"]
    ):
        return True
    if len(before) > 2 and before[-1] in ("de", "d'") and before[-2].startswith("content") and before[-3] in ("se", "s'"):
        return True  # "se contente de rappeler": an adjective for the tagger
    above = next(iter(parsed.ancestors(k)), None)
    if above is None or above.lemma not in _REALISED:
        return False
    return not any(w.lemma in _UNREAL and w.feat("VerbForm") == "Fin" for w in words[max(0, above.i - 3) : above.i])
