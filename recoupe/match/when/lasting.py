"""How long the one lease, debate, ban or reign of an affair lasts: lengths of one kind of thing, whatever words tell them.

Each report must tell one length of that kind only; lengths that agree are one, lengths that exclude each other contradict.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Literal

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.idiom import plain_turn, turn
from recoupe.match.acts.slots import days_between
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, fitting, shown, touches
from recoupe.match.when.spells import Spell, find_spells
from recoupe.parse.document import Parsed
from recoupe.types import Difference, SlotVerdict, Span

COLUMNS = ("thing", "title", "words", "says", "way", "whose", "example")
_BESIDE = 40  # letters before what may be an age
_WEEKS = 14  # days between two reports on one thing
_FAR = 5  # times as long: no longer one thing
# A length wished for, possible or left behind is none of the thing itself.
_AGE, _ENDS = re.compile(r"[A-ZÀ-Ý][\w'’-]+, $"), re.compile(r"\s?(?:[,.;)]|$)")
_NAME = 40  # letters before an age
_UNREAL = re.compile(
    r"(?i)\b(?:requ(?:é|iè|er|is)\w*|réclam\w+|demand\w+|encour\w+|risqu\w+|passible|jusqu['’]à|au lieu d|initialement|"
    r"d['’]abord|propos\w+|souhait\w+|pourrait|pourraient|devait|devaient|si |habituel\w*|en moyenne|chaque|tous les|"
    r"peu(?:t|vent) durer|intérêt général|l['’]an dernier)"
)
# "en grève depuis six jours" grows by itself, "prolongé de 24 heures" is only what comes on top.
_GROWS = re.compile(r"(?i)\b(?:depuis|reconduit\w*|reconduct\w+|renouvel\w+|prolong\w+|supplémentaires?|de plus)\b")
_RECALLED = re.compile(r"(?i)\b(?:avait|avaient) ")
_PLANNED = re.compile(r"\b(?:(?:doi(?:t|vent)|devr(?:a|ont)) durer|durer(?:a|ont)|prévue?s?|à venir|prochaine?s?)\b")
_CLAUSE = re.compile(r"[;:.!?«»()\n]")


# person: everybody may have one; named: so many have one that only the same person's lengths may exclude each other.
Whose = Literal["", "person", "named"]


@dataclass(frozen=True, slots=True)
class Thing:
    """A kind of thing that lasts."""

    name: str
    title: str
    moves: bool  # it may be prolonged
    whose: Whose


@dataclass(frozen=True, slots=True)
class Lasting:
    """So long lasts this thing, of these persons when it is somebody's own."""

    thing: Thing
    spell: Spell
    persons: frozenset[str]
    planned: bool


def draft_lasting(desk: Desk, told: Sequence[Draft]) -> Iterator[Draft]:
    """One matter for each kind of thing of which two reports tell one length each, but for the lengths already told."""
    known = {s for d in told for x in d.differences for v in x.values for s in v.evidence}
    by_thing: dict[tuple[str, str], dict[str, list[Lasting]]] = defaultdict(lambda: defaultdict(list))
    for report in sorted(desk.readings):
        for spell in find_spells(desk, report) if len(desk.related[report]) > 1 else ():
            if one := find_lasting(desk, spell):
                for person in (*sorted(one.persons), "~"):  # by person first, then whoever it is
                    by_thing[one.thing.name, person][report].append(one)
    for key in sorted(by_thing):
        for group in _groups(desk, by_thing[key]):
            if len(group) > 1 and not all(touches(g.spell.span, known) for g in group) and (draft := _draft(desk, group)):
                known.update(g.spell.span for g in group)
                yield draft


def _groups(desk: Desk, rows: Mapping[str, Sequence[Lasting]]) -> Iterator[list[Lasting]]:
    """The lengths of reports that tell one each, by affair."""
    ones = {r: rows[r][0] for r in sorted(rows) if _is_one(rows[r])}
    yield from fitting((ones[r] for r in sorted(ones)), partial(_one, desk))


def find_lasting(desk: Desk, spell: Spell) -> Lasting | None:
    """What a length is of: the one kind of thing named beside it, else in its clause."""
    parsed = desk.readings[spell.span.report].parsed
    words = parsed.at(spell.span.start, spell.span.end)
    if not words:
        return None
    if _AGE.search(parsed.text, max(0, spell.span.start - _NAME), spell.span.start) and _ENDS.match(parsed.text, spell.span.end):
        return None  # "Marc Delvaux, 64 ans, …"
    sentence = parsed.sentence_of(words[0])
    clause = _clause(parsed.text, sentence.start, spell.span, sentence.end)
    if _UNREAL.search(parsed.text, clause[0], clause[1]):
        return None
    text = plain_turn(parsed.text[clause[0] : clause[1]])
    said = frozenset(name for name, pattern in _turns().items() if pattern.search(text))
    near = frozenset(n for lemma in spell.things for n in _by_word().get(lemma, ()))
    held = (w for w in parsed.words[sentence.first : sentence.last] if clause[0] <= w.start < clause[1])
    own = _own_clause(parsed, words)
    around = frozenset(n for w in held if w.i in own for form in (w.lemma, w.lower) for n in _by_word().get(plain(form), ()))
    if spell.aged:  # "une interdiction de stade de trois ans", not "un infirmier de 42 ans"
        before = plain_turn(parsed.text[max(clause[0], spell.span.start - _BESIDE) : spell.span.start])
        said, around = frozenset(n for n in said if _turns()[n].search(before)), frozenset()
    names = near if len(near) == 1 else said if len(said) == 1 else around if not near | said else frozenset()
    if len(names) != 1:
        return None
    thing = things()[min(names)]
    if thing.moves and (_GROWS.search(parsed.text, *clause) or _RECALLED.search(parsed.text, *clause)):
        return None
    persons = _persons(desk, spell.span.report, clause) if thing.whose else frozenset[str]()
    return Lasting(thing, spell, persons, bool(_PLANNED.search(text)))


def _own_clause(parsed: Parsed, words: range) -> range:
    """Where a length stands in an adjunct of a noun, that noun and the adjunct: "une enquête sur des vols commis depuis mars"."""
    above = next((parsed.words[parsed.words[i].head] for i in words if parsed.words[i].head not in words), None)
    if above is None or not above.dep.startswith("acl"):
        return range(len(parsed.words))
    return range(above.head, parsed.right[above.i] + 1)


def _clause(text: str, start: int, span: Span, end: int) -> tuple[int, int]:
    """The stretch between two strong marks that holds a length."""
    before = [m.end() for m in _CLAUSE.finditer(text, start, span.start)]
    after = _CLAUSE.search(text, span.end, end)
    return (before[-1] if before else start, after.start() if after else end)


def _persons(desk: Desk, report: str, clause: tuple[int, int]) -> frozenset[str]:
    reading = desk.readings[report]
    here = (m.actor for m in reading.mentions if clause[0] <= m.span.start < clause[1])
    return frozenset(a for a in here if a in desk.actors and desk.actors[a].kind == "person")


def _is_one(rows: Sequence[Lasting]) -> bool:
    """Do all lengths of a report agree?"""
    return all(a.spell.meets(b.spell) for a in rows for b in rows)


def _one(desk: Desk, a: Lasting, b: Lasting) -> bool:
    """May both be of one thing: reports of one affair and of the same days, no two persons, lengths not worlds apart?"""
    left, right = a.spell, b.spell
    if (
        right.span.report not in desk.related[left.span.report]
        or left.exact * _FAR < right.exact
        or right.exact * _FAR < left.exact
    ):
        return False
    if a.persons and b.persons and not a.persons & b.persons and not left.meets(right):
        return False
    days = [desk.published(x.span.report) for x in (left, right)]
    known = [d for d in days if d and d.earliest and d.latest]
    return len(known) < 2 or days_between(known[0], known[1]) <= _WEEKS


def _draft(desk: Desk, group: Sequence[Lasting]) -> Draft | None:
    verdict = _verdict(desk, group)
    if verdict is None:
        return None
    spans = [g.spell.span for g in sorted(group, key=lambda g: (desk.order[g.spell.span.report], g.spell.span))]
    numbers = dict.fromkeys(" ".join(desk.text(s).split()).lower() for s in spans)
    title = f"{group[0].thing.title} : {', puis '.join(numbers) if verdict == 'updated' else ' / '.join(numbers)}"
    return draft_values(desk, "duration", title, Difference("duration", verdict, shown(desk, spans)))


def _verdict(desk: Desk, group: Sequence[Lasting]) -> SlotVerdict | None:
    thing, spells = group[0].thing, [g.spell for g in group]
    if _is_one(group):
        return "same" if len({(x.exact, x.low, x.high) for x in spells}) == 1 else "refined"
    if thing.whose == "named" and not frozenset.intersection(*(g.persons for g in group)):
        return None
    if not thing.moves:
        return "contradicted" if len({g.planned for g in group}) == 1 else None
    days = {desk.order[x.span.report][0] for x in spells}
    return "updated" if len(days) == len(spells) and "" not in days else None


@cache
def things() -> dict[str, Thing]:
    """Each kind of thing by its name."""
    return {
        row["thing"]: Thing(row["thing"], row["title"], row["way"] == "moves", _whose(row["whose"]))
        for row in read_table("lang/fr/lasting.tsv", COLUMNS)
    }


def _whose(cell: str) -> Whose:
    return "named" if cell == "named" else "person" if cell == "person" else ""


@cache
def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_table("lang/fr/lasting.tsv", COLUMNS):
        for word in row.many("words"):
            found[plain(word)].append(row["thing"])
    return {word: tuple(names) for word, names in found.items()}


@cache
def _turns() -> dict[str, re.Pattern[str]]:
    rows = [(row["thing"], row.many("says")) for row in read_table("lang/fr/lasting.tsv", COLUMNS)]
    return {name: re.compile(rf"\b(?:{'|'.join(map(turn, says))})(?!\w)") for name, says in rows if says}
