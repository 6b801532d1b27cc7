"""What keeps two like answers of two reports apart: another doer, year, scope or phase, or another one of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.find.done.moods import is_conditional, verb_group
from recoupe.lang.plain import plain
from recoupe.lang.roots import root
from recoupe.match.acts.families import kinship
from recoupe.match.acts.happening import LOOSE
from recoupe.match.acts.premises import are_two_sorts
from recoupe.match.alike.surroundings import Surroundings, names_of
from recoupe.match.count.twocounts import is_ahead
from recoupe.match.desk import Desk
from recoupe.match.when.dayspans import names_day
from recoupe.parse.document import Parsed, Word

_ASKED = frozenset("requerir requisition demander reclamer exiger solliciter proposer offrir souhaiter esperer vouloir".split())
_OTHER = frozenset("autre second deuxieme troisieme nouveau nouvel semblable similaire".split())
_NEW = frozenset(("nouveau", "nouvel"))
_THE = frozenset(("le", "la", "l'", "les", "son", "sa", "ses", "leur", "leurs"))
_COUNTS = frozenset("bilan chiffre decompte total estimation score resultat sondage pointage releve mesure".split())
# A noun by the word before it: the parser takes many an aftershock for the verb "répliquer".
_AFTERSHOCK = re.compile(r"(?i)\b(?:une|la|les|des|cette|ces|nouvelles?|fortes?|violentes?|premières?)\s+répliques?\b")
_WORLD = frozenset("monde planete europe continent mondial international".split())  # over all of which something is counted
_ENDS = frozenset("finir achever terminer clore fermer maitriser eteindre circonscrire rouvrir reprendre retablir".split())
_END_FRAMES = frozenset(("END", "CLOSE", "STRIKE_END"))
# What follows what happened, and what follows one another of whom it befell: each has its own hour.
_AFTER = frozenset("ARREST HOSPITALISE RELEASE DISCOVER SENTENCE BURY".split())
_HARM = frozenset("INJURE KILL DIE RESCUE TOLL".split())
_CHANGED = re.compile(r"(?i)\b(?:avanc|report|repouss|retard|prolong|décal)ée?s?\b")
_SUBJECTS = ("nsubj", "nsubj:pass")


def are_two_acts(desk: Desk, x: Surroundings, y: Surroundings, *, dated: bool = True, sure: bool = True) -> bool:
    """Do the words around two answers of two reports say that they were told of two things?

    Not `dated`: the answers are days. Not `sure`: what one report holds possible may be what the other tells as done.
    """
    left, right = (desk.readings[s.report].parsed for s in (x, y))
    return (
        _is_another(left, x) != _is_another(right, y)
        or sure
        and is_wished(desk, x) != is_wished(desk, y)
        or bool(x.sentence & _WORLD) != bool(y.sentence & _WORLD)
        or dated
        and have_two_years(desk, x, y)
        or differ(_persons(desk, x), _persons(desk, y))
        or _of_two_doers(desk, x, y)
    )


def are_two_times(desk: Desk, x: Surroundings, y: Surroundings) -> bool:
    """The same for two hours: was one planned, or moved, or that of an end?"""
    left, right = (desk.readings[s.report].parsed for s in (x, y))
    verbs = left.words[x.verb], right.words[y.verb]
    if is_ahead(left, verbs[0]) != is_ahead(right, verbs[1]) or any(
        _CHANGED.search(_text(p, s)) for p, s in ((left, x), (right, y))
    ):
        return True
    if (plain(verbs[0].lemma) in _ENDS) != (plain(verbs[1].lemma) in _ENDS):
        return True
    frames = [_frame(desk, s) for s in (x, y)]
    if (frames[0] in _AFTER) != (frames[1] in _AFTER):
        return True
    return set(frames) <= _AFTER | _HARM and have_two_frames(desk, x, y)


def are_start_and_end(desk: Desk, x: Surroundings, y: Surroundings) -> bool:
    """Does one clause tell the end of something, the other its beginning or another act?"""
    frames = [_frame(desk, s) for s in (x, y)]
    return all(frames) and (frames[0] in _END_FRAMES) != (frames[1] in _END_FRAMES)


def have_two_frames(desk: Desk, x: Surroundings, y: Surroundings) -> bool:
    """Are the acts of both clauses known, and of two kinds?"""
    frames = [_frame(desk, s) for s in (x, y)]
    return all(frames) and not kinship(frames[0], frames[1])


def have_one_frame(desk: Desk, x: Surroundings, y: Surroundings) -> bool:
    """Are the acts of both clauses known, and of one kind?"""
    frames = [_frame(desk, s) for s in (x, y)]
    return all(frames) and bool(kinship(frames[0], frames[1]))


def _frame(desk: Desk, where: Surroundings) -> str:
    """The act that the verb of a clause tells, "" where the tables do not know it."""
    verb = desk.readings[where.report].parsed.words[where.verb]
    here = desk.by_sentence.get((where.report, where.row), ())
    return next((e.frame for e in here if e.trigger.start <= verb.start < e.trigger.end and e.frame not in LOOSE), "")


def is_wished(desk: Desk, where: Surroundings) -> bool:
    """Is it asked for, offered, only forecast or possible: "requis six ans", "obtiendrait 38 sièges", "peut en recevoir 900"?"""
    parsed = desk.readings[where.report].parsed
    finite = verb_group(parsed, where.verb)[0]
    can = any(plain(w.lemma) == "pouvoir" for w in (parsed.words[where.verb], parsed.words[parsed.words[where.verb].head]))
    return bool(where.path & _ASKED) or can or finite is not None and is_conditional(finite)


def days_of(desk: Desk, where: Surroundings) -> frozenset[str]:
    """The days that a sentence names, by more than an hour."""
    sentence = desk.readings[where.report].parsed.sentences[where.row]
    here = (w for w in desk.readings[where.report].whens if w.span and sentence.start <= w.span.start < sentence.end)
    known = (w for w in here if w.earliest and w.latest and w.span and names_day(desk.text(w.span)))
    return frozenset(w.earliest[:10] for w in known if w.earliest and w.latest and w.earliest[:10] == w.latest[:10])


def have_two_years(desk: Desk, x: Surroundings, y: Surroundings) -> bool:
    """Does a clause date its act in a year of which the other report does not tell? Not "la mine, ouverte en 1957"."""
    if not x.years and not y.years:
        return False
    told = [s.years | {desk.order[s.report][0][:4]} for s in (x, y)]
    return differ(x.years, told[1]) or differ(y.years, told[0])


def _text(parsed: Parsed, where: Surroundings) -> str:
    sentence = parsed.sentences[where.row]
    return parsed.text[sentence.start : sentence.end]


def differ(a: frozenset[str], b: frozenset[str]) -> bool:
    """Are both told, and nothing in common?"""
    return bool(a and b and not a & b)


def _persons(desk: Desk, where: Surroundings) -> frozenset[str]:
    """The persons whom a sentence names."""
    known = (desk.actors[a] for a in where.actors if a in desk.actors)
    return frozenset(a.id for a in known if a.kind == "person" and a.name[:1].isupper() and " " in a.name)


def _is_another(parsed: Parsed, where: Surroundings) -> bool:
    """Is it told of another one of its kind: an aftershock, a second train? Not "un nouveau bilan"."""
    nouns = (*_subjects(parsed, where), *(parsed.words[i] for i in _up(parsed, where)))
    told = (k for n in nouns if plain(n.lemma) not in _COUNTS for k in parsed.kids(n.i, "amod", "det"))
    return (
        any(plain(k.lemma) in _OTHER and not _is_the_new(parsed, k) for k in told)
        or _AFTERSHOCK.search(_text(parsed, where)) is not None
    )


def _is_the_new(parsed: Parsed, word: Word) -> bool:
    """ "La nouvelle maire", "les nouvelles rames": one that came in the place of another, not one more."""
    articles = (k.lower for k in parsed.kids(word.head, "det"))
    return plain(word.lemma) in _NEW and any(a in _THE for a in articles)


def _up(parsed: Parsed, where: Surroundings) -> Iterator[int]:
    """The nouns between an answer and its verb."""
    i = where.head
    while i != where.verb and parsed.words[i].head != i:
        i = parsed.words[i].head
        if parsed.words[i].pos == "NOUN":
            yield i


def _subjects(parsed: Parsed, where: Surroundings) -> list[Word]:
    """The nouns that are its subject, or that of the verb above an infinitive: "la gare doit rouvrir"."""
    verb = parsed.words[where.verb]
    above = [verb.head] if verb.dep == "xcomp" and verb.feat("VerbForm") == "Inf" else []
    return [w for i in (verb.i, *above) for w in parsed.kids(i, *_SUBJECTS) if w.pos == "NOUN" and w.i != where.head]


def _of_two_doers(desk: Desk, x: Surroundings, y: Surroundings) -> bool:
    """One verb of two things or persons: "le toit s'est effondré à 4 h 40", "un pont s'est effondré à 6 h 10"."""
    left, right = (desk.readings[s.report].parsed for s in (x, y))
    if left.words[x.verb].pos != "VERB" or root(plain(left.words[x.verb].lemma)) != root(plain(right.words[y.verb].lemma)):
        return False
    mine, theirs = _subjects(left, x), _subjects(right, y)
    if mine and theirs:
        nouns = [frozenset(plain(w.lemma) for w in side) for side in (mine, theirs)]
        return are_two_sorts(*nouns) or not any(names_of(plain(a.lemma)) & names_of(plain(b.lemma)) for a in mine for b in theirs)
    named = [_named_subject(desk, s) for s in (x, y)]
    if all(named):
        return named[0] != named[1]
    several = [any(w.feat("Number") == "Plur" for w in side) for side in (mine, theirs)]
    return bool(named[0] and several[1] or named[1] and several[0])  # "Luc Roy est retrouvé", "deux hommes sont retrouvés"


def _named_subject(desk: Desk, where: Surroundings) -> str:
    """The person who is the subject by name, "" for none."""
    reading = desk.readings[where.report]
    places = {i for w in reading.parsed.kids(where.verb, *_SUBJECTS) for i in (w.i, w.i + 1)}
    here = (m for m in reading.mentions if m.form in ("name", "title") and m.actor in desk.actors)
    held = (m.actor for m in here if places & set(reading.parsed.at(m.span.start, m.span.end)))
    return next((a for a in held if desk.actors[a].kind == "person"), "")
