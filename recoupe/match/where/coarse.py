"""Where it was: loosely in one report, by name in another ("à l'étranger", "à Anvers"); or in two towns ("à Seix", "à Aulus")."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.hearts import kinds as hearts
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, labelled, shown
from recoupe.match.where.journeys import NAME
from recoupe.match.where.routes import culprits
from recoupe.match.where.sites import actors_of, acts_of, is_craft, party_of
from recoupe.parse.document import Parsed, Word
from recoupe.types import Difference, SlotVerdict, Span

COLUMNS = ("class", "words", "example")
_REACH = 70  # characters behind the act
_SIDE = r"(?:nord|sud|est|ouest|centre)(?:-(?:est|ouest))?"
_OF = re.compile(r" (?:de |d['’]|du )")
_CLEFT = re.compile(r"(?i)\bc['’](?:est|était) (?:bien )?(?:à|au|aux) $")
_CLAUSE = 14  # words that a clause behind "c'est à Nice que" may hold before what happened
_LEAD = 2  # sentences that tell what a report is about
_KNOWN = frozenset(("le", "la", "l'", "l’", "ce", "cet", "cette"))
_AGAIN = ("l'a été", "l’a été", "l'avait été", "l’avait été")  # "l'ours abattu l'a été à Aulus"


@dataclass(frozen=True, slots=True)
class Ground:
    """This act befell this party there; `name` of the town, empty where the words are loose."""

    span: Span
    act: str
    name: str
    actors: frozenset[str]
    days: frozenset[str]
    heart: bool = False  # the happening that a report has but one of


def draft_grounds(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each act that one report places loosely and another in a town, or that two place in two towns."""
    found: dict[str, dict[str, list[Ground]]] = defaultdict(lambda: defaultdict(list))
    for report in sorted(desk.readings):
        if len(desk.related[report]) > 1:
            for ground in _grounds(desk, report):
                found[ground.act][report].append(ground)
    out: list[Draft] = []
    for act in sorted(found):
        rows = [rows[0] for _, rows in sorted(found[act].items()) if len({(r.name, r.actors) for r in rows}) == 1]
        loose, named = [r for r in rows if not r.name], [r for r in rows if r.name]
        for a in loose[:10]:
            finer = [b for b in named if _of_one(desk, a, b)]
            if finer and (draft := _draft(desk, [a, *finer[:3]], "refined")):
                out.append(draft)
        apart = next(((a, b) for i, a in enumerate(named[:20]) for b in named[i + 1 : 20] if _apart(desk, a, b)), None)
        if apart and (draft := _draft(desk, apart, "contradicted")):
            out.append(draft)
    return tuple(out)


def _apart(desk: Desk, a: Ground, b: Ground) -> bool:
    """Two towns of one act, neither of which the other report names."""
    if a.name == b.name or not _of_one(desk, a, b):
        return False
    return not (desk.knows_place(a.span.report, b.name) or desk.knows_place(b.span.report, a.name))


def _of_one(desk: Desk, a: Ground, b: Ground) -> bool:
    """May both tell one act: no two persons, no two days, the town not that of the loose report's own words?"""
    one, two = a.span.report, b.span.report
    if one == two or two not in desk.related[one] or a.days and b.days and not a.days & b.days:
        return False
    if desk.are_days_apart(one, two):
        return False
    if a.actors & b.actors or a.heart and b.heart:
        return True
    said = [frozenset(x[1:] for x in g.actors if x.startswith("=")) for g in (a, b)]
    return bool(said[0] & culprits() and said[1] & culprits())  # "le tueur", "le tireur"


def _grounds(desk: Desk, report: str) -> Iterator[Ground]:
    parsed = desk.readings[report].parsed
    opening = (plain(w.lemma) for w in parsed.words if w.sent < _LEAD and w.pos in ("VERB", "NOUN"))
    lead = tuple(dict.fromkeys(kind for lemma in opening for kind in _struck().get(lemma, ())))
    for word in parsed.words:
        if word.pos not in ("VERB", "NOUN", "ADJ"):
            continue
        lemma = plain(word.lemma)
        struck = _struck().get(lemma, ())
        for kind in struck or (k for k in lead if lemma in hearts()[k].wider and _is_known(parsed, word)):
            if _is_news(parsed, word) and (town := _town_of(desk, parsed, word)):
                start, end, name = town
                span = Span(report, min(word.start, start), max(word.end, end))
                yield Ground(span, kind, name, frozenset(), desk.days_of(parsed.report, word.i), True)
        for act, group in acts_of().get(lemma, ()):
            party = party_of(parsed, word)
            many = "Plur" in (
                word.feat("Number") if word.feat("VerbForm") == "Part" else None,
                party.feat("Number") if party else None,
            )
            if many or group == "craft" and not is_craft(party):
                continue
            if told := _place(desk, parsed, word):
                (start, end), name = told
                span = Span(report, min(word.start, start), end)
                yield Ground(span, act, name, actors_of(desk, party, report), desk.days_of(parsed.report, word.i))


def _is_news(parsed: Parsed, word: Word) -> bool:
    """Is it the one happening: told by the first sentences, or taken up as known?"""
    if word.feat("Number") == "Plur":
        return False
    return word.sent < _LEAD or _is_known(parsed, word)


def _is_known(parsed: Parsed, word: Word) -> bool:
    """ "L'accident", "ce drame"."""
    return word.pos == "NOUN" and any(k.lower in _KNOWN for k in parsed.kids(word.i, "det"))


def _town_of(desk: Desk, parsed: Parsed, word: Word) -> tuple[int, int, str] | None:
    """The town of what happened: behind its noun, or behind the verb that says that it was."""
    sentence = parsed.sentence_of(word.i)
    whose = _OF.match(parsed.text, word.end) if word.pos == "NOUN" else None
    named = NAME.match(parsed.text, whose.end()) if whose else None
    if named and desk.is_place(parsed.report, named.start(1)):
        return named.start(1), named.end(1), plain(named[1])
    for match in _town().finditer(parsed.text, sentence.start, sentence.end):
        named = NAME.match(parsed.text, match.end())
        at = parsed.at(named.start(1), named.end(1)) if named else ()
        if named and at and desk.is_place(parsed.report, named.start(1)) and _is_of(parsed, parsed.words[at[0]], word):
            return match.start(), named.end(1), plain(named[1])
    return None


def _is_of(parsed: Parsed, town: Word, word: Word) -> bool:
    """Does the town hang on the word of what happened, or on the verb of which that is the subject? "C'est à Nice que …"."""
    if _CLEFT.search(parsed.text, max(0, town.start - 12), town.start):
        return 0 < word.i - town.i < _CLAUSE
    for above in parsed.ancestors(town.i):
        if above.i == word.i:
            return True
        if above.pos == "VERB":
            if above.lemma in _words("happen") and above.head == word.i:
                return True  # "la collision survenue à Nice"
            subjects = list(parsed.kids(above.i, "nsubj"))
            if any(k.i == word.i for k in subjects):
                return True
            mine = any(k.i <= word.i <= parsed.right[k.i] for k in subjects)
            return mine and above.lemma in _words("happen")
    return False


def _place(desk: Desk, parsed: Parsed, word: Word) -> tuple[tuple[int, int], str] | None:
    """The first place behind the act: loose words, or a town."""
    text, end = parsed.text, parsed.sentence_of(word.i).end
    again = next((at for turn in _AGAIN if (at := text.find(turn, word.end, end)) >= 0), word.end)
    stop = min(again + _REACH, end)
    loose = min((m for p in _loose() if (m := p.search(text, again, stop))), key=lambda m: m.start(), default=None)
    for match in _town().finditer(text, again, stop):
        named = NAME.match(text, match.end())
        if _is_of_other(parsed, word, match.start()):
            return None
        if named and not (loose and loose.start() <= match.start()) and desk.is_place(parsed.report, named.start(1)):
            return (match.start(), named.end(1)), plain(named[1])
    return (loose.span(), "") if loose and not _is_of_other(parsed, word, loose.start()) else None


def _is_of_other(parsed: Parsed, word: Word, start: int) -> bool:
    """Does another verb stand between a noun and the place: "le meurtre de Luc Roy : un homme a été arrêté à Nice"?

    Behind a verb, does the place hang on the next one: "arrêté puis conduit à Nice"?
    """
    if word.pos == "VERB":
        at = parsed.at(start, start + 1)
        own = next((a for i in at for a in parsed.ancestors(i) if a.pos == "VERB"), word)
        return word.i < own.i < at[0] if at else False
    between = itertools.takewhile(lambda w: w.start < start, parsed.words[word.i + 1 : word.i + 30]) if word.pos == "NOUN" else ()
    return any(w.pos == "VERB" and w.lemma not in _words("happen") for w in between)


def _draft(desk: Desk, told: Sequence[Ground], verdict: SlotVerdict) -> Draft | None:
    values = shown(desk, [g.span for g in told])
    title = labelled("Lieu", values)
    return draft_values(desk, "ground", title, Difference("place", verdict, values))


@cache
def _words(kind: str) -> tuple[str, ...]:
    """The words of a class of the table, longer ones first."""
    rows = read_table("lang/fr/grounds.tsv", COLUMNS)
    return tuple(sorted((w for r in rows if r["class"] == kind for w in r.many("words")), key=lambda w: (-len(w), w)))


@cache
def _struck() -> dict[str, tuple[str, ...]]:
    """Plain words for what befalls one town, with their kinds."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, kind in sorted(hearts().items()):
        for word in sorted(kind.words - frozenset(map(plain, _words("many")))) if name in _words("struck") else ():
            found[word].append(name)
    return {word: tuple(names) for word, names in found.items()}


def _union(kind: str) -> str:
    return "|".join(re.escape(w).replace("'", "['’]") for w in _words(kind))


@cache
def _loose() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words of no place in particular; and those of one near a name."""
    side = rf"(?:dans|sur) (?:le |la |l['’])(?:côte |littoral |quart )?{_SIDE}(?: (?:du|de la|de l['’])\s?\w+)?"
    vague = rf"(?:en|dans la) (?:{_union('vague')})(?: [a-zà-ÿ-]{{5,}})?"
    area = rf"dans (?:le |la |l['’]|une? )(?:{_union('area')})\b(?: (?!de )[a-zà-ÿ-]{{4,}})?(?! (?:de |d['’])[A-ZÀ-Þ])"
    near = rf"(?:{_union('near')}) (?:de |d['’]|du )(?:la |l['’])?(?-i:[A-ZÀ-Þ])[\w’'-]+"
    return re.compile(rf"(?i)\b(?:{_union('loose')}|{side}|{vague}|{area})\b(?! (?:de |d['’])(?-i:[A-ZÀ-Þ]))"), re.compile(
        rf"(?i)\b{near}"
    )


@cache
def _town() -> re.Pattern[str]:
    """What stands before the town."""
    turns = [re.escape(w[:-3]) + " (?:de |d['’]|du )" if w.endswith(" de") else re.escape(w) + " " for w in _words("town")]
    return re.compile(rf"(?<![\w’'-])(?i:{'|'.join(turns)})")
