"""The words that tell one event as a line that can stand alone: a headline, somebody who does something, the noun of the act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.find.done.arguments import read_clause
from recoupe.match.acts.agreeing import agreeing, number_of
from recoupe.match.acts.nearby import is_severed, is_time, near_subject, said_already
from recoupe.match.desk import Desk
from recoupe.match.line.shortening import fit
from recoupe.match.sure.headlines import find_headline
from recoupe.match.who.called import main_subject, named, owner_named, pronoun_named, sources_before
from recoupe.parse.document import Parsed, Sentence, Word
from recoupe.types import Event

LONG = 90
WHOLE = 100  # characters of a line that need not be cut
MOST = 130  # characters of a line that cannot be cut without breaking off: that is worse than a long one
_CLIMB = 4  # verbs between an infinitive and the verb that carries it
_OF_ANOTHER = 5  # faults of a line whose verb goes with another subject
_SUBJECT = 60  # characters of a subject told with all that stands beside it
_SAYS_I = frozenset("je j' nous vous tu on me m'".split())
_THIRD = frozenset("il elle ils elles lui celui-ci celle-ci ceux-ci celles-ci dernier dernière".split())
_VAGUE = frozenset("ce c' cela ça ceci celui celle ceux celles qui que tout rien personne y en autre autres certains".split())
_STOPS = frozenset(', ; : ( ) – — « » " “ ” …'.split())
_RELATIVE = frozenset("qui que qu' dont où lequel laquelle lesquels lesquelles".split())
_POINTS = frozenset("ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos".split())
_LEADING = frozenset("ainsi alors puis ensuite enfin cependant mais pourtant aussi".split())
_MANY = frozenset("millier centaine dizaine douzaine vingtaine trentaine quarantaine cinquantaine soixantaine million".split())
_PARTICIPLE = re.compile(r"(?:é|u|[is]|it|ert|aint)e?s?$")
_AGES = frozenset("an mois jour heure année semaine lundi mardi mercredi jeudi vendredi samedi dimanche".split())
_CLITIC = ("expl", "iobj", "obj", "advmod", "aux", "cop")
_HEADLINE = 105
_SAYING = 18  # characters of a saying that may stand for the act of saying it
_LABEL = re.compile(
    r"^(?:(?:rappel|en direct|direct|live|vidéos?|photos?|images?|réactions?|infographie|mise à jour|màj|maj|alerte(?: info)?"
    r"|urgent|exclusif|info \w+|replay|document|en images|récit|reportage|analyse|décryptage|portrait|page actualisée)"
    r"\s*[.:|–—-]+\s*"
    r"|\d{1,2} ?[hH:] ?(?:\d{2})?\s*[-–—:]\s+|\d{1,2}h(?:\d{2})?\s+(?=(?-i:[A-ZÀ-Ý])))+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tail:
    """The words of a report with which a line ends: from word `first` to before character `end`, told of word `root`."""

    parsed: Parsed
    first: int
    root: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line for an event, and how far it is from what an editor would print (0 = may be printed)."""

    text: str
    faults: int
    tail: Tail | None = None

    def fitted(self) -> str:
        """The line as it may be printed: no half of a phrase at its end, and short; as it is where that cannot be."""
        tail = self.tail
        if tail is None:
            return self.text
        start = tail.parsed.words[tail.first].start
        told = tail.parsed.text[start : tail.end]
        if not self.text.endswith(told):
            return self.text
        lead = self.text[: len(self.text) - len(told)]
        for room, soft in ((WHOLE, False), (MOST, False), (WHOLE, True), (MOST, True)):
            end = fit(tail.parsed, tail.first, tail.root, tail.end, room - len(lead), soft=soft)
            if end is not None:
                return lead + tail.parsed.text[start:end]
        return self.text


def phrase(desk: Desk, event: Event) -> Line:
    """The clearest line for one event, in the words of its report."""
    parsed = desk.readings[event.report].parsed
    head, predicate = event.slots.head, event.slots.predicate
    if not 0 <= head < len(parsed.words):
        return Line(desk.text(event.trigger), 6)
    i = predicate if 0 <= predicate < len(parsed.words) else head
    top = _headline(parsed, i)
    if top is not None:
        return top
    if event.slots.nominal and i == head:
        return noun_line(desk, parsed, head)
    return _verbal(desk, event, parsed, i)


def _headline(parsed: Parsed, i: int) -> Line | None:
    """The headline as it stands, for the act that heads it."""
    top = find_headline(parsed)
    if top is None or parsed.words[i].start >= top.end:
        return None
    text = unlabelled(" ".join(parsed.text[top.start : top.end].split()))
    root = parsed.words[i].head == i or parsed.words[i].dep in ("parataxis", "conj") and is_finite(parsed, i)
    if not root or not 15 <= len(text) <= _HEADLINE or text.endswith("?") or text[:1] in '"«“' or _speaks(parsed, top):
        return None
    first = next((k for k in range(top.first, top.last) if text.startswith(parsed.words[k].text)), top.first)
    return Line(text, -1, Tail(parsed, first, max(first, i), parsed.words[top.last - 1].end))


def _speaks(parsed: Parsed, top: Sentence) -> bool:
    return any(w.lower in _SAYS_I for w in parsed.words[top.first : top.last])


def unlabelled(text: str) -> str:
    """Without "EN DIRECT", "Rappel :", the time of a live page."""
    return _LABEL.sub("", text)


def noun_line(desk: Desk, parsed: Parsed, i: int) -> Line:
    """ "La libération des otages": the noun of the act with what belongs to it."""
    words, first = parsed.words, noun_start(parsed, i)
    end = words[_noun_end(parsed, i)].end
    if whole := owner_named(desk, parsed, first, i, end):
        return Line(whole, 2)
    text = _from(parsed, first, end)
    faults = 2 + _bare(words[first], words[i]) + 2 * (len(text) < 14)
    return Line(text, faults, Tail(parsed, i, i, end))


def _noun_end(parsed: Parsed, i: int, room: int = LONG) -> int:
    """The last word of what belongs to a noun: up to a comma, a relative clause, a finite verb."""
    words, last, skipped = parsed.words, i, 0
    for k in range(i + 1, parsed.right[i] + 1):
        word = words[k]
        if (aside := _bracketed(parsed, k, i)) or k <= skipped:
            room += words[aside].end - word.start if aside else 0
            skipped = max(skipped, aside)
            continue
        if word.lower in _STOPS or word.lower in _RELATIVE or word.feat("VerbForm") == "Fin" or word.end - words[i].start > room:
            break
        last = k
    if words[last].text.isdigit() and last < parsed.right[i] and words[last + 1].pos in ("NOUN", "NUM"):
        last = _unit_end(parsed, last + 1, parsed.right[i])
    while last > i and (words[last].pos in ("ADP", "DET", "CCONJ", "SCONJ", "PUNCT", "PRON", "AUX") or _cuts(words, last)):
        last -= 1
    return last


def _unit_end(parsed: Parsed, k: int, right: int) -> int:
    """The last word of what a number counts, whose noun is word k: "20 | millions d'euros"."""
    words = parsed.words
    while k + 2 <= right and words[k + 1].lower in ("de", "d'") and words[k + 2].pos == "NOUN":
        k += 2
    return k


def _bracketed(parsed: Parsed, k: int, i: int) -> int:
    """The end of brackets that open with word k within what belongs to noun i: "la mort (en mai) | de Luc Fabre"; else 0."""
    words = parsed.words
    if words[k].text != "(":
        return 0
    end = next((j for j in range(k + 1, parsed.right[i]) if words[j].text == ")"), 0)
    return end if end and words[end + 1].lower in ("de", "d'", "du", "des") else 0


def _cuts(words: Sequence[Word], last: int) -> bool:
    """Would a noun phrase that ends with this word break off: "un montant de 20 | millions", "les chiffres concernant | …"?"""
    word, after = words[last], words[last + 1] if last + 1 < len(words) else None
    if after is None or after.sent != word.sent or after.text in _STOPS:
        return False
    number = word.pos == "NUM" or word.text.isdigit()
    return number and after.pos in ("NOUN", "NUM", "ADJ") or word.feat("VerbForm") == "Part" and word.feat("Tense") == "Pres"


def _verbal(desk: Desk, event: Event, parsed: Parsed, i: int) -> Line:
    words = parsed.words
    carrier = _carrier(parsed, i)
    end = max(desk.clause(event).end, words[i].end)
    if carrier is None and words[i].dep.startswith("acl") and words[i].feat("VerbForm") == "Part":
        return _narrowed(parsed, words[i].head, i, end)
    if (said := _first_person(desk, event, parsed, i)) is not None:
        return said
    if carrier is None:
        above = next((w.i for w in parsed.ancestors(i) if is_finite(parsed, w.i)), None)
        if above is None:
            return Line(desk.text(desk.clause(event)), 7)
        line = clause_line(desk, event, above, max(end, words[parsed.right[above]].end))
        return Line(line.text, line.faults + 3)
    return clause_line(desk, event, carrier, end)


def _first_person(desk: Desk, event: Event, parsed: Parsed, i: int) -> Line | None:
    """ "J'ai pu arrêter le feu": with its speaker and its marks."""
    verb = _carrier(parsed, i)
    heads = {i, i if verb is None else verb}
    mine = any(k.lower in _SAYS_I for h in heads for k in parsed.kids(h))
    if not mine and not any(parsed.words[h].feat("Person") in ("1", "2") for h in heads):
        return None
    for statement in desk.readings[event.report].statements:
        if statement.speakers and any(s.start <= event.trigger.start < s.end for s in statement.spans):
            record = desk.actors.get(statement.speakers[0])
            if record is not None:
                return Line(f"{record.name} : « {desk.text(desk.clause(event)).strip()} »", 5)
    return None


def _carrier(parsed: Parsed, i: int) -> int | None:
    """The finite verb that carries this one: itself, "a agressé et volé", "veut partir"."""
    for _ in range(_CLIMB):
        word = parsed.words[i]
        if is_finite(parsed, i):
            return i
        if word.dep not in ("xcomp", "conj", "ccomp") or word.head == i or word.i < word.head:
            return None
        i = word.head
    return None


def is_finite(parsed: Parsed, i: int) -> bool:
    """Is it a verb in a finite form, by itself or with its auxiliary?"""
    group = (parsed.words[i], *parsed.kids(i, "aux", "cop"))
    return parsed.words[i].pos in ("VERB", "AUX", "ADJ", "NOUN") and any(w.feat("VerbForm") == "Fin" for w in group)


def _narrowed(parsed: Parsed, i: int, verb: int, end: int) -> Line:
    """ "Les otages détenus par la milice": the noun with its participle."""
    words, first = parsed.words, noun_start(parsed, i)
    end = max(end, words[i].end)
    after = words[verb + 1] if verb + 1 < len(words) and words[verb + 1].sent == words[verb].sent else None
    if end == words[verb].end and after and (after.pos == "ADJ" or _PARTICIPLE.search(after.lower) and after.pos == "VERB"):
        end = after.end  # "un homme porté | disparu"
    text = _from(parsed, first, end)
    aside = any(w.lower in _STOPS for w in words[i + 1 : verb])  # "l'ancien président, diffusé dimanche"
    return Line(text, 2 + _bare(words[first], words[i]) + 3 * aside, Tail(parsed, i, i, end))


def _bare(first: Word, noun: Word) -> int:
    """How bad it is to begin so: "cette", "de" after a negation, a common noun without its article."""
    if first.lower in ("de", "d'") or first.i == noun.i and noun.pos == "NOUN" and not first.text[:1].isupper():
        return 2
    return int(first.lower in _POINTS)


def clause_line(desk: Desk, event: Event, i: int, end: int) -> Line:
    """Subject and finite verb i, told in the sentence of an event, and what follows to the end of the clause."""
    parsed = desk.readings[event.report].parsed
    words = parsed.words
    start = _group_start(parsed, i)
    subjects = read_clause(parsed, i).subjects
    before = [s for s in subjects if s < start and words[s].pos != "PUNCT"]
    rest, tail = parsed.text[words[start].start : end], Tail(parsed, start, i, end)
    open_end = (
        words[i].end >= end and i + 1 < len(words) and words[i + 1].lower in ("que", "qu'", ":")
    )  # "le texte prévoit | que"
    s = agreeing(parsed, before[0], i) if before else None
    if s is not None and words[s].pos in ("VERB", "AUX"):
        s = None
    lame = (
        s is None
        or _is_inner(parsed, s, start, i)
        or words[s].lemma.lower() in _AGES
        or words[s].lower in _RELATIVE
        or is_severed(parsed, s, start)
    )
    if lame or s and words[start - 1].lower == "qui" and words[s - 1].text == ",":  # "le Zénith, salle qui a …"
        v = i  # "…, 25 ans, a tué deux passants et en a blessé un": the subject stands before the first verb
        while said_already(parsed, _group_start(parsed, v), v) and words[v].dep == "conj" and words[words[v].head].pos == "VERB":
            v = words[v].head
        g = _group_start(parsed, v)
        whole, held = parsed.text[words[g].start : end], Tail(parsed, g, v, end)
        if (
            not said_already(parsed, g, v)
            and (v == i or s is None or is_time(words[s]))
            and (near := _nearest(parsed, g, v, whole, held))
        ):
            return near
    if not before:
        return _inverted(desk, event, parsed, i) or Line(rest, 3 if subjects and not words[i].dep.startswith("acl") else 5, tail)
    if s is None:
        return Line(_from(parsed, _subject_start(parsed, before[0], i), words[start].start) + rest, 6, tail)
    told, faults = _subject(desk, parsed, words[s])
    if not told and words[s].lower in _THIRD and (told := _third(desk, event, parsed, s, i)):
        faults = 1
    whole = _from(parsed, _subject_start(parsed, s, i), words[start].start)
    if not told:
        return Line(whole + rest, faults, tail)
    beside = words[s].sent == words[i].sent and _is_plain(parsed, s, start, whole)
    beside = beside and not ("," in whole and len(whole) + len(rest) > WHOLE)
    if whole.rstrip().endswith(",") and whole.count(",") == 1:
        whole = whole.rstrip(" ,") + " "  # "Giuseppe Conte, a fait"
    pointed = words[noun_start(parsed, s)].lower in _POINTS and not whole.startswith(told)  # "sa liste": told by its owner
    beside = beside and words[s].pos in ("NOUN", "PROPN") and not pointed
    text = whole + rest if beside else f"{told} {rest}"
    stopped = any(w.text in ".–—" for w in words[s + 1 : start]) and words[s].pos == "NUM"  # "12 mai 2016. – Ce jeudi …"
    several = number_of(parsed, i) == "Plur" and words[s].pos == "PROPN"  # "Anne Roux et Luc Fabre …", of whom one is told
    lone = several and not re.search(r"(?i)^(?:les|des|nos|ces|\d+) | (?:et|ou|ni|&) |, ", text[: -len(rest)])
    broken = 3 * (open_end + stopped + (words[i].dep == "acl:relcl" and words[i].end >= end)) + _OF_ANOTHER * lone
    return Line(text, faults + (len(text) > LONG + 30) + _unreal(parsed, i) + broken, tail)


def _is_inner(parsed: Parsed, s: int, start: int, i: int) -> bool:
    """Is subject s but what narrows another noun: "un modèle du formulaire circule"?"""
    linked = any(w.lower in _RELATIVE for w in parsed.words[s:start])
    return parsed.words[i].dep.startswith("acl") and not linked and any(k.i < s for k in parsed.kids(s, "case"))


def _nearest(parsed: Parsed, start: int, i: int, rest: str, tail: Tail) -> Line | None:
    """The verb with the noun phrase that stands before it, whatever the parser took for its subject."""
    found = near_subject(parsed, start, i)
    if found is None:
        return None
    first, last = found
    pointing = parsed.words[first].lower in _POINTS
    subject = parsed.text[parsed.words[first].start : parsed.words[last].end]
    return Line(f"{subject} {rest}", 1 + pointing + _unreal(parsed, i), tail)


def _third(desk: Desk, event: Event, parsed: Parsed, s: int, i: int) -> str:
    """Whom "il", subject of word i, stands for: the doer of the act, the subject of the main clause."""
    sources = sources_before(desk, parsed, parsed.words[s])
    if doer := named(desk, [a for a in event.agents if a not in sources]):
        return doer
    main = main_subject(parsed, parsed.words[s], i)
    return _subject(desk, parsed, parsed.words[main])[0] if main is not None else ""


def _inverted(desk: Desk, event: Event, parsed: Parsed, i: int) -> Line | None:
    """ "Le vote est faussé, accuse Jean Roy": what he says, behind his name."""
    for statement in desk.readings[event.report].statements:
        cue, record = statement.cue, desk.actors.get(statement.speakers[0]) if statement.speakers else None
        if cue and record and cue.start <= parsed.words[i].start < cue.end and record.name[:1].isupper():
            said = " ".join(desk.text(statement.spans[0]).split()).strip(" ,")
            if len(said) >= _SAYING:
                return Line(f"{record.name} : « {said[:1].upper()}{said[1:]} »" if statement.mode == "direct" else said, 4)
    return None


def _unreal(parsed: Parsed, i: int) -> int:
    """A clause that hangs on another, above all after "si", and a question."""
    word = parsed.words[i]
    asked = parsed.words[parsed.sentence_of(i).last - 1].text == "?"
    unless = any(k.lower in ("si", "s'") for k in parsed.kids(i, "mark"))
    wished = any(w.feat("Mood") == "Sub" for w in (word, *parsed.kids(i, "aux", "cop")))  # "qu'ils aient été libérés"
    return int(word.dep in ("advcl", "acl:relcl")) + 3 * (asked or unless or wished)


def _is_plain(parsed: Parsed, s: int, start: int, whole: str) -> bool:
    """May subject and verb be told with all that stands between them?"""
    between = parsed.words[s + 1 : start]
    return len(whole) <= _SUBJECT and not any(w.lower in _RELATIVE or w.text in ';:«»()"' for w in between)


def _group_start(parsed: Parsed, i: int) -> int:
    """The first word of the verb with its auxiliaries and clitics."""
    near = [i]
    for kid in parsed.kids(i):
        pronoun = kid.pos == "PRON" or kid.lower in ("ne", "n'", "se", "s'")
        if kid.i < i and kid.dep.partition(":")[0] in _CLITIC and (kid.pos == "AUX" or pronoun and kid.lower not in _RELATIVE):
            near.append(kid.i)
    return min(near)


def noun_start(parsed: Parsed, s: int) -> int:
    """The first word of a noun phrase: its article, a number, a name before a title, what is written in one word with it."""
    words, first = parsed.words, s
    while first > 0 and words[first].sent == words[first - 1].sent and _belongs(parsed, first, s):
        first -= 1
    while first > 0 and (words[first].pos != "DET" or words[first].text.isdigit()) and _is_digits(words[first - 1], words[first]):
        first -= 1  # "2 000", of which the parser made two; "5.530", which it took for a mark
    if first > 1 and words[first - 1].lower in ("de", "d'") and words[first - 2].lemma in _MANY:
        first = noun_start(parsed, first - 2)  # "plusieurs milliers de passagers bloqués"
    if first < s and (words[first].lower in _LEADING or words[first].pos == "ADV" and words[first + 1].pos == "DET"):
        first += 1
    two = [w.lower for w in words[max(0, first - 2) : first + 1]]
    if two[-2:] == ["au", "moins"] or two[-2:] == ["au", "plus"]:
        return first - 1
    return first - 2 if len(two) == 3 and two[0] in ("près", "plus", "moins") and two[1] in ("de", "d'") else first


def _is_digits(before: Word, word: Word) -> bool:
    """Does a number stand right before?"""
    return word.start - before.end <= 1 and before.sent == word.sent and before.text.replace(".", "").replace(",", "").isdigit()


_FUSED = {"du": "Le ", "au": "Le ", "des": "Les ", "aux": "Les "}


def _from(parsed: Parsed, first: int, end: int) -> str:
    """The words from here, with the article that stands fused in the preposition before: "des pluies" -> "Les pluies"."""
    before = parsed.words[first - 1] if first else None
    bare = parsed.words[first].pos in ("NOUN", "ADJ")
    article = _FUSED.get(before.lower, "") if before and before.pos == "ADP" and bare else ""
    if parsed.words[first].lower == "de" and parsed.words[first + 1].text.endswith("s"):  # "il n'a pas reçu de lettres"
        return "Des " + parsed.text[parsed.words[first + 1].start : end]
    return article + parsed.text[parsed.words[first].start : end]


def _subject_start(parsed: Parsed, s: int, i: int) -> int:
    """The first word of a subject; "l'entourage du ministre", where the parser took the minister alone."""
    words, first = parsed.words, noun_start(parsed, s)
    inner = first > 1 and words[first - 1].lower in ("du", "des", "de", "d'") and words[first - 2].pos in ("NOUN", "PROPN")
    return noun_start(parsed, first - 2) if inner and not words[i].dep.startswith("acl") else first


def _belongs(parsed: Parsed, first: int, s: int) -> bool:
    """Does the word before go with the noun phrase?"""
    word, before = parsed.words[first], parsed.words[first - 1]
    if before.text in "'’" and first > 1 and parsed.words[first - 2].end == before.start and word.start - before.end <= 1:
        return True  # "l' accord", of which the parser made three
    if before.end == word.start and before.text not in _STOPS:
        return before.pos != "ADP"
    if before.pos in ("DET", "NUM") or before.head == s and before.dep in ("det", "nummod"):
        return word.pos != "DET" or before.pos == "DET" or word.text.isdigit()
    if word.pos == "DET" and before.pos == "NOUN":
        return False  # "classé sans suite | l'enquête"
    return first > parsed.left[s] and before.pos not in ("PUNCT", "CCONJ", "SCONJ", "VERB", "AUX", "ADP")


def _subject(desk: Desk, parsed: Parsed, word: Word) -> tuple[str, int]:
    """The words for a subject, a pronoun by the name of whom it stands for, and how bad they are."""
    if word.lower in _SAYS_I:
        return "", 6
    if word.lower in _THIRD or word.pos == "PRON" and word.lower not in _VAGUE:
        name = pronoun_named(desk, parsed, word)
        return name, 1 if name else 4
    if word.lower in _VAGUE:
        return "", 4
    first, end = noun_start(parsed, word.i), parsed.words[_noun_end(parsed, word.i, _SUBJECT)].end
    if whole := owner_named(desk, parsed, first, word.i, end):
        return whole, 1
    text = _from(parsed, first, end)
    return text, _bare(parsed.words[first], word) + 4 * (word.lemma.lower() in _AGES)
