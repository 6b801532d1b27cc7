"""Lists of things and people in common nouns: shortened, worded otherwise, or counted by another report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from recoupe.lang.plain import function_words, plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.afar import may_be_others
from recoupe.match.acts.families import kinds, word_families
from recoupe.match.acts.idiom import SMALL_NUMBERS
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown
from recoupe.parse.document import Parsed, Sentence, Word
from recoupe.types import Difference, Figure, Span

COLUMNS = ("class", "words", "example")
_LINKS = frozenset(("et", "ou"))
_SKIPPED = ("DET", "ADP", "ADJ", "NUM", "ADV")
_GOODS = ("supply", "take", "buy")
_DAYS = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche hier matin soir nuit janvier mai juin juillet aout".split()
)
_ONE = frozenset(("le", "la", "l'", "son", "sa", "leur", "mon", "ma"))
_PEOPLE = frozenset(("personne", "homme", "femme", "enfant", "gens", "jeune", "fois", "an", "jour", "mois", "heure", "année"))
_BODIES = frozenset(("people", "suspect", "troops", "police", "workers"))
_PERSONS = frozenset(
    "homme femme enfant fille garcon adulte adolescent mineur mort blesse ressortissant bebe couple garde".split()
)
_COUNTED = frozenset(("personne", "homme", "blessé", "passager", "individu", "victime", "", "mort", "suspect"))
_FEW, _MANY = 2, 3
_LONGEST = 8  # words of one member
_NUMBER = r"[A-Z]{0,3}-?\d{1,6}"
_RANGE = re.compile(rf"(?i)\b(?P<noun>[a-zà-ÿ]{{3,}}s) (?:n[°o]s? ?)?{_NUMBER}(?:, {_NUMBER})*(?: à | et ){_NUMBER}\b")
_COUNT = "plusieurs|quelques|certains|certaines|divers|diverses|trois|quatre|cinq|six|sept|huit|neuf|dix"
_SEVERAL = re.compile(rf"(?i)\b(?:{_COUNT}) (?P<noun>[a-zà-ÿ]{{3,}}s)\b")
_TIMES = frozenset(
    "ans jours mois heures minutes années semaines siècles euros dollars degrés mètres kilomètres articles".split()
)


@dataclass(frozen=True, slots=True)
class Member:
    """One thing of a list: its head noun, and how many where that is told."""

    head: str
    of: bool  # it begins with "de"
    deep: bool  # its noun has a complement of its own: "les ministres de la Santé"
    named: bool
    count: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Roster:
    """These things, one after the other, in one sentence."""

    span: Span
    members: tuple[Member, ...]
    sentence: int
    around: frozenset[str]  # lemmas of its sentence outside the list

    @property
    def split(self) -> bool:
        """Is a later member but a complement of the first one: "la droite et du centre"?"""
        first, *rest = self.members
        return first.deep and not first.of and any(m.of for m in rest)

    @property
    def heads(self) -> frozenset[str]:
        """The head nouns."""
        return frozenset(m.head for m in self.members)


def draft_rosters(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each list that two related reports give, not alike, or that one gives and the other counts."""
    found = {r: tuple(_rosters(desk, r)) for r in sorted(desk.readings) if len(desk.related[r]) > 1}
    ranges = {r: {m["noun"].lower(): m for m in _RANGE.finditer(desk.readings[r].report.text)} for r in found}
    counts = {r: _counts(desk, r) for r in found}
    out: list[Draft] = []
    for report in (r for r in sorted(found) if found[r] or ranges[r]):
        for other in sorted(desk.related[report] - {report}):
            pairs = [
                *_shortened(desk, found[report], found.get(other, ())),
                *_totals(desk, found[report], counts.get(other, ())),
                *_ranges(desk, report, ranges[report], other),
            ]
            seen: set[Span] = set()
            for a, b in pairs:
                if a not in seen and (draft := _draft(desk, a, b)):
                    seen.add(a)
                    out.append(draft)
    return tuple({d.differences[0].values: d for d in out}.values())


def _rosters(desk: Desk, report: str) -> Iterator[Roster]:
    parsed = desk.readings[report].parsed
    for n, sentence in enumerate(parsed.sentences):
        for zone in _zones(parsed, sentence):
            members = tuple(m for piece in _trimmed(zone) if (m := _member(piece)))
            if len(members) >= _FEW and not all(m.named for m in members):
                first, last = members[0].first, members[-1].last
                if any(_is_called(parsed, i) for i in range(first, last + 1)):
                    continue  # "la doyenne, la boulangère Lise Varenne, et …": whoever has a name is no common noun
                inside = range(first, last + 1)
                outside = (w for w in parsed.words[sentence.first : sentence.last] if w.i not in inside)
                around = frozenset(plain(w.lemma) for w in outside if w.pos in ("NOUN", "VERB", "PROPN", "ADJ"))
                yield Roster(parsed.span(first, last + 1), members, n, around)


def _is_called(parsed: Parsed, i: int) -> bool:
    """Does a full name stand here that no "de" hangs on a noun: "la Suissesse Lise Varenne"?"""
    full = parsed.words[i].pos == "PROPN" and any(parsed.kids(i, "flat:name"))
    return full and not any(parsed.kids(i, "case"))


def _zones(parsed: Parsed, sentence: Sentence) -> Iterator[list[list[Word]]]:
    """Stretches without a verb, cut at commas and "et", the last cut being an "et"."""
    pieces: list[list[Word]] = [[]]
    linked = False
    for word in (*parsed.words[sentence.first : sentence.last], None):
        link = word is not None and word.lower in _LINKS
        ends = word is None or _is_end(word, pieces[-1]) or linked and word.text == ","
        if ends:
            if linked and len(pieces) >= _FEW:
                yield pieces
            pieces, linked = [[]], False
        elif link or word is not None and word.text == ",":
            linked = linked or link
            if pieces[-1]:
                pieces.append([])
        elif word is not None:
            pieces[-1].append(word)


def _trimmed(zone: list[list[Word]]) -> list[list[Word]]:
    """Without what stands before the list: "le 3 mai, ", "avec à bord "."""
    while len(zone) > _FEW and _is_before(zone):
        zone = zone[1:]
    return zone


def _is_before(zone: list[list[Word]]) -> bool:
    """Does the first piece tell when or how, or is it a name before common nouns?"""
    heads = [next((w for w in piece if w.pos in ("NOUN", "PROPN")), None) for piece in (zone[0], zone[-1])]
    if not zone[0] or heads[0] is None or heads[1] is None:
        return True
    lead = zone[0][0].pos == "ADP" and zone[0][0].lemma != "de"
    return lead or heads[0].pos != heads[1].pos or plain(heads[0].lemma) in _DAYS


def _is_end(word: Word, piece: list[Word]) -> bool:
    """Does a list end, or not yet begin, at this word?"""
    if word.pos == "VERB" and word.feat("VerbForm") == "Part" and piece and piece[-1].pos in ("NOUN", "ADJ"):
        return False  # "frontières fermées"
    return word.pos in ("VERB", "AUX", "PRON", "SCONJ") or word.pos == "PUNCT" and word.text != ","


def _member(piece: list[Word]) -> Member | None:
    """A noun phrase; of a longer first piece its last one."""
    if not piece:
        return None
    start = max((k for k, w in enumerate(piece) if w.pos == "ADP" and w.lemma != "de"), default=-1) + 1
    phrase = piece[start:]
    head = next((w for w in phrase if w.pos in ("NOUN", "PROPN")), None)
    if head is None or len(phrase) > _LONGEST:
        return None
    before = [w.lower for w in phrase if w.i < head.i]
    if head.lower.endswith("aine"):
        return None  # "une trentaine" is no one
    count = next(
        (SMALL_NUMBERS[w] for w in before if w in SMALL_NUMBERS), 1 if set(before) & _ONE and head.feat("Number") != "Plur" else 0
    )
    deep = any(w.lemma == "de" and w.i > head.i for w in phrase)
    return Member(plain(head.lemma), phrase[0].lemma == "de", deep, head.pos == "PROPN", count, phrase[0].i, phrase[-1].i)


def _shortened(desk: Desk, mine: tuple[Roster, ...], theirs: tuple[Roster, ...]) -> Iterator[tuple[Span, Span]]:
    """Lists of two reports that hold things in common and are not the same list."""
    for a in mine:
        for b in theirs:
            common = (a.heads & b.heads) - _PEOPLE - function_words()
            if a.span.report > b.span.report or _names_all(a, b) or may_be_others(desk, a.span, b.span):
                continue
            whole = not (a.split or b.split)
            alike = len(common) >= _FEW and max(len(a.members), len(b.members)) >= _MANY and _kindred(a, b.around)
            if whole and (alike or common and _goods(a, b)) or _parts_of_one(a, b):
                yield a.span, b.span


def _names_all(a: Roster, b: Roster) -> bool:
    """Does the sentence of the shorter list name all of the longer one? Then neither is finer."""
    short, long = sorted((a, b), key=lambda r: len(r.heads))
    return long.heads <= short.heads | short.around


def _parts_of_one(a: Roster, b: Roster) -> bool:
    """Do both tell the parts of one whole: "la délégation comprend …", "une délégation composée de …"?"""
    composed = all(r.around & _words("compose") for r in (a, b))
    return composed and bool(a.around & b.around & _words("whole"))


def _goods(a: Roster, b: Roster) -> bool:
    """Do both tell, at some length, what was brought, taken or bought?"""
    long = min(len(a.members), len(b.members)) >= _MANY
    return long and any(a.around & _words(kind) and b.around & _words(kind) for kind in _GOODS)


def _counts(desk: Desk, report: str) -> tuple[tuple[Figure, str], ...]:
    """The exact numbers of a report, each with the plain form of what it counts."""
    rows = (f for f in desk.readings[report].figures if f.bound == "exact" and f.low == f.high and f.head >= 0)
    return tuple((f, plain(f.unit or "")) for f in rows)


def _totals(desk: Desk, rosters: tuple[Roster, ...], counts: tuple[tuple[Figure, str], ...]) -> Iterator[tuple[Span, Span]]:
    """A list whose members make up the number of another report, or whose noun another report counts."""
    for roster in rosters:
        total = sum(m.count for m in roster.members) if all(m.count for m in roster.members) else 0
        head, size, split = roster.members[0].head, len(roster.members), roster.split
        for figure, unit in counts:
            if total >= _MANY and figure.low == total and figure.unit in _COUNTED:
                people = all(m.head in _PERSONS or kinds([m.head]) & _BODIES for m in roster.members)
                if people and _kindred(roster, _around(desk, figure)):
                    yield roster.span, figure.span
            if split and unit == head and (figure.low or 0) >= size:
                around = _around(desk, figure)
                if any(roster.around & _words(kind) and around & _words(kind) for kind in ("with", "compose")):
                    yield roster.span, _phrase(desk, figure)


def _kindred(roster: Roster, around: frozenset[str]) -> bool:
    """Do both sentences tell of acts or things of one family?"""
    left, right = (frozenset(f for w in words for f in word_families(w)) for words in (roster.around, around))
    return bool(left & right or roster.around & around)


def _around(desk: Desk, figure: Figure) -> frozenset[str]:
    parsed = desk.readings[figure.span.report].parsed
    sentence = parsed.sentence_of(parsed.at(figure.span.start, figure.span.end)[0])
    words = parsed.words[sentence.first : sentence.last]
    held = (plain(w.lemma) for w in words if w.pos in ("NOUN", "VERB", "PROPN", "ADJ"))
    return frozenset(w for w in held if len(w) > 2) - function_words() - _PEOPLE


def _phrase(desk: Desk, figure: Figure) -> Span:
    words = desk.readings[figure.span.report].parsed.words
    return Span(figure.span.report, figure.span.start, max(figure.span.end, words[figure.head].end))


def _ranges(desk: Desk, report: str, mine: Mapping[str, re.Match[str]], other: str) -> Iterator[tuple[Span, Span]]:
    """ "plusieurs lots" here, "les lots 031 à 038" there."""
    for match in _SEVERAL.finditer(desk.readings[other].report.text) if mine else ():
        noun = match["noun"].lower()
        if noun in mine and noun not in _TIMES:
            yield Span(report, *mine[noun].span()), Span(other, *match.span())


def _draft(desk: Desk, a: Span, b: Span) -> Draft | None:
    values = shown(desk, (a, b))
    title = "Liste : " + " / ".join(v.value or "" for v in values)
    return draft_values(desk, "roster", title, Difference("list", "refined", values))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(plain(w) for r in read_table("lang/fr/rosters.tsv", COLUMNS) if r["class"] == kind for w in r.many("words"))
