"""What a line calls its party when its own words only point: a pronoun, a possessive, by the name the report gives."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.match.desk import Desk
from recoupe.parse.document import Parsed, Word

_OWNING = frozenset("son sa ses leur leurs".split())
# What ties a clause behind another to it, so that its pronoun is the other's subject: "le navire entrait au port quand il …".
_TIED = frozenset("quand lorsque lorsqu' alors parce car avant puisque puisqu' tandis après dès".split())
_VOWELS = "aeiouyàâéèêëîïôöœhAEIOUYÀÂÉÈÊËÎÏÔÖŒH"
_MUTE = ("Hél", "Henri", "Herv", "Hipp", "Hon", "Hort", "Hub", "Haïti")  # names whose h is not heard
_NAMED = frozenset(("person", "state", "organisation"))


def named(desk: Desk, actors: Sequence[str]) -> str:
    """The name of the first of these that has one."""
    record = desk.actors.get(actors[0]) if actors else None
    return record.name if record and record.kind in _NAMED and record.name[:1].isupper() else ""


def pronoun_named(desk: Desk, parsed: Parsed, word: Word) -> str:
    """Whom a pronoun stands for, by name."""
    sources = sources_before(desk, parsed, word)
    return named(desk, [m.actor for m in desk.readings[parsed.report].mentions if m.head == word.i and m.actor not in sources])


def sources_before(desk: Desk, parsed: Parsed, word: Word) -> frozenset[str]:
    """Who is the source of a sentence, and so not its subject: "selon lui, il transportait des armes"."""
    words = parsed.words
    cue = next((w for w in words[parsed.sentence_of(word.i).first : word.i] if _is_source_cue(words, w)), None)
    if cue is None:
        return frozenset()
    end = next((w.start for w in words[cue.i : word.i] if w.text == ","), word.start)
    return frozenset(m.actor for m in desk.readings[parsed.report].mentions if cue.start < m.span.start < end)


def _is_source_cue(words: Sequence[Word], word: Word) -> bool:
    return word.lower == "selon" or word.lower == "après" and words[word.i - 1].lower == "d'"


def owner_named(desk: Desk, parsed: Parsed, first: int, noun: int, end: int) -> str:
    """ "Son extradition" -> "L'extradition de Hugo Lestang"; "" where nobody is known to own it."""
    word = parsed.words[first]
    if word.lower not in _OWNING or noun <= first:
        return ""
    owners = [m.actor for m in desk.readings[parsed.report].mentions if m.span.start == word.start and m.form == "possessive"]
    if not (name := named(desk, owners)):
        return ""
    last = _core_end(parsed, noun, end)
    rest = parsed.text[parsed.words[last].end : end]
    return (
        f"{_article(parsed, first, noun)}{parsed.text[parsed.words[first + 1].start : parsed.words[last].end]} {of(name)}{rest}"
    )


def of(name: str) -> str:
    """A name behind "de": "d'Oslo", "d'Hélène", "de Hollande"."""
    return f"d'{name}" if name[:1] in _VOWELS and name[:1] not in "hH" or name.startswith(_MUTE) else f"de {name}"


def main_subject(parsed: Parsed, pronoun: Word, verb: int) -> int | None:
    """The subject of the main clause, for a pronoun of the clause of time or cause behind it that agrees with it."""
    clause = parsed.words[verb]
    marks = {k.lower for k in parsed.kids(verb, "mark", "advmod") if k.i < pronoun.i}
    if not clause.dep.startswith("advcl") or not marks & _TIED or clause.head > verb:
        return None
    for subject in parsed.kids(clause.head, "nsubj"):
        fits = all(subject.feat(f) in (None, pronoun.feat(f)) for f in ("Gender", "Number"))
        if subject.pos in ("NOUN", "PROPN") and fits and subject.i < clause.head:
            return subject.i
    return None


def _core_end(parsed: Parsed, noun: int, end: int) -> int:
    """The last word of a noun with what makes one word of it: "garde à vue", "quartier général", "discours d'investiture"."""
    last = noun
    for word in parsed.words[noun + 1 : parsed.right[noun] + 1]:
        bare = word.pos == "NOUN" and word.head == noun and not any(parsed.kids(word.i, "det"))
        held = parsed.words[word.head]
        tie = word.lower in ("de", "d'", "à", "en") and held.head == noun and not any(parsed.kids(held.i, "det"))
        if word.end > end or not (word.pos == "ADJ" and word.head == noun or bare or tie):
            break
        last = word.i
    return last if parsed.words[last].pos != "ADP" else last - 1


def _article(parsed: Parsed, first: int, noun: int) -> str:
    word, after = parsed.words[noun], parsed.words[first + 1]
    if parsed.words[first].lower in ("ses", "leurs"):
        return "Les "
    if after.text[:1] in _VOWELS and after.text[:1] not in "hH":
        return "L'"
    return "La " if word.feat("Gender") == "Fem" or parsed.words[first].lower == "sa" else "Le "
