"""By which way they broke in, and where to they fled: "par le toit", "par la porte"; "vers la côte", "vers la frontière"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.families import kinds
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown
from recoupe.match.where.bearings import POINTS
from recoupe.parse.document import Parsed, Word
from recoupe.types import Difference, Mention, SlotVerdict, Span

_REACH = 9  # words between the verb and its way
_ASIDE = 90  # degrees from which two bearings exclude one another
_BY = re.compile(r"(?i)(?:par|à travers|via) ")
_TOWARDS = re.compile(r"(?i)(?:vers |plein (?=nord|sud|est|ouest)|(?:en |la )?(?:direction|route) (?:d['’]|de |du |des ))")
_TAKEN = re.compile(r"(?i)\bpris la (?:fuite|tangente|poudre|direction|route)\b|\bprenant la (?:fuite|direction|route)\b")
_NAME = re.compile(r"(?:(?:le |la |les |l['’])?)([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w-]+)*)")
_BROKEN = frozenset(("window",))  # a pane may be broken for what lies behind it
_PEOPLE = frozenset(("ils", "elles", "il", "elle", "qui", "on"))


@dataclass(frozen=True, slots=True)
class Route:
    """These words tell a way in ("in") or where to somebody fled ("away"). No kinds: only a name or a bearing."""

    span: Span
    role: str
    kinds: frozenset[str]
    name: str = ""
    point: int = -1


def draft_routes(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each way in and each flight that two reports of an affair tell, each report one."""
    found: dict[str, list[Route]] = defaultdict(list)
    for report in sorted(desk.readings):
        if len(desk.related[report]) > 1:
            routes = list(_routes(desk, report))
            for role in ("in", "away"):
                mine = [r for r in routes if r.role == role]
                if mine and all((r.kinds, r.name, r.point) == (mine[0].kinds, mine[0].name, mine[0].point) for r in mine):
                    found[role].append(mine[0])
    out: list[Draft] = []
    for role in sorted(found):
        rows = found[role]
        while rows:
            group = [r for r in rows if r.span.report in desk.related[rows[0].span.report]]
            rows = [r for r in rows if r not in group]
            if draft := _draft(desk, group):
                out.append(draft)
    return tuple(out)


def _routes(desk: Desk, report: str) -> Iterator[Route]:
    parsed = desk.readings[report].parsed
    for word in parsed.words:
        lemma = plain(word.lemma)
        if word.pos not in ("VERB", "ADJ") and not (word.pos == "NOUN" and lemma == "fuite"):
            continue
        if lemma in _words("in"):
            yield from _entries(parsed, word, _BY)
        elif lemma in _words("force"):
            going = word.feat("VerbForm") == "Part" and word.feat("Tense") == "Pres"
            yield from (r for r in _entries(parsed, word, None) if going or not r.kinds & _BROKEN)
        elif lemma in _words("flee") or lemma in ("prendre", "fuite") and _TAKEN.search(_near(parsed, word)):
            yield from _flights(parsed, word)


def _near(parsed: Parsed, word: Word) -> str:
    return parsed.text[max(0, word.start - 12) : word.end + 16]


def _entries(parsed: Parsed, word: Word, lead: re.Pattern[str] | None) -> Iterator[Route]:
    """ "entrés par le toit", "en forçant une fenêtre"."""
    if not _is_culprit(parsed, word):
        return
    for other in _after(parsed, word):
        if lead is None or lead.match(parsed.text, other.start):
            phrase = _phrase(parsed, other if lead is None else parsed.words[min(other.i + 1, len(parsed.words) - 1)])
            found = frozenset(k for w in phrase for k in _kinds("opening").get(plain(w.lemma), ()))
            if found:
                yield Route(Span(parsed.report, word.start, phrase[-1].end), "in", found)
                return


def _flights(parsed: Parsed, word: Word) -> Iterator[Route]:
    """ "ont filé vers la côte", "a pris la fuite en direction de Lille"."""
    if not _is_culprit(parsed, word, vehicles=True):
        return
    for other in _after(parsed, word):
        lead = _TOWARDS.match(parsed.text, other.start)
        if not lead:
            continue
        named = _NAME.match(parsed.text, lead.end())
        if named:
            yield Route(Span(parsed.report, word.start, named.end(1)), "away", frozenset(), plain(named[1]))
            return
        phrase = _phrase(parsed, parsed.words[parsed.at(lead.end(), lead.end() + 1)[0]])
        point = next((POINTS[w.lower] for w in phrase if w.lower in POINTS), -1)
        found = frozenset(k for w in phrase for k in _kinds("side").get(plain(w.lemma), ()))
        if found or point >= 0:
            yield Route(Span(parsed.report, word.start, phrase[-1].end), "away", found, "", point)
            return


def _after(parsed: Parsed, word: Word) -> Iterator[Word]:
    """The words that may tell the way: of the same clause, not past the next verb."""
    last = min(parsed.sentence_of(word.i).last, word.i + 1 + _REACH)
    for other in parsed.words[word.i + 1 : last]:
        if other.pos in ("SCONJ", "CCONJ") or other.pos == "VERB" and other.feat("VerbForm") == "Fin":
            return
        yield other


def _phrase(parsed: Parsed, first: Word) -> tuple[Word, ...]:
    """A noun phrase from its first word: "la porte des cuisines"."""
    end = first.i
    for word in parsed.words[first.i : min(first.i + 7, parsed.sentence_of(first.i).last)]:
        if word.pos in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ", "PRON", "ADV"):
            break
        if word.pos in ("NOUN", "PROPN", "ADJ"):
            end = word.i
        if word.lower in ("par", "vers", "à", "avec", "avant", "après", "dans", "sur", "au") and word.i > first.i:
            break
    return parsed.words[first.i : end + 1]


def _is_culprit(parsed: Parsed, word: Word, *, vehicles: bool = False) -> bool:
    """Do those break in or flee who do such things, or a pronoun that may mean them? No policemen, no smoke."""
    subject = None
    for verb in (word, *parsed.ancestors(word.i)):
        subject = next(parsed.kids(verb.i, "nsubj"), None)
        if subject is not None or verb.head == verb.i:
            break
    if subject is None:
        sentence = parsed.sentence_of(word.i)
        return any(plain(w.lemma) in _words("who") for w in parsed.words[sentence.first : sentence.last] if w.pos == "NOUN")
    if subject.lower == "qui":
        above = next((a for a in parsed.ancestors(subject.i) if a.pos in ("NOUN", "PROPN")), None)
        subject = above or subject
    lemma = plain(subject.lemma)
    if vehicles and kinds([lemma]) & {"road"}:
        return True
    return subject.lower in _PEOPLE or lemma in _words("who")


def _draft(desk: Desk, group: list[Route]) -> Draft | None:
    """The matter of these routes; None where nothing is sure or nothing differs."""
    verdicts = {_compare(desk, a, b) for i, a in enumerate(group) for b in group[i + 1 :]}
    verdict = next((v for v in ("contradicted", "refined") if v in verdicts), None)
    if len(group) < 2 or verdict is None:
        return None
    values = shown(desk, (r.span for r in group))
    title = ("Par où ils sont entrés : " if group[0].role == "in" else "Direction de la fuite : ") + " / ".join(
        v.value or "" for v in values
    )
    slot = "instrument" if group[0].role == "in" else "direction"
    told: SlotVerdict = "contradicted" if verdict == "contradicted" else "refined"
    return draft_values(desk, "route", title, Difference(slot, told, values))


def _compare(desk: Desk, a: Route, b: Route) -> str:
    if a.kinds and b.kinds:
        return "" if a.kinds & b.kinds else "contradicted"
    if a.point >= 0 and b.point >= 0:
        angle = min(abs(a.point - b.point), 360 - abs(a.point - b.point))
        return "contradicted" if angle >= _ASIDE else "refined" if angle else ""
    if a.name and b.name:
        left, right = _land(desk, a), _land(desk, b)
        if a.name == b.name or _knows(desk, a, b) or _knows(desk, b, a):
            return ""
        apart = bool(left and right and left != right)
        return "contradicted" if apart or _is_land(desk, a) == _is_land(desk, b) else ""  # a town may lie in that state
    named, sided = (a, b) if a.name else (b, a)
    if named.name and "water" in sided.kinds and _is_land(desk, named) and not _knows(desk, sided, named):
        return "contradicted"  # to the frontier, not to the sea
    return ""


def _knows(desk: Desk, a: Route, b: Route) -> bool:
    """Does the report of one flight name the place of the other: then they may be two stages of one way?"""
    return desk.knows_place(a.span.report, b.name)


def _land(desk: Desk, route: Route) -> frozenset[str]:
    """The state of a named place, where known: towards Liège may be towards Belgium."""
    named = (desk.actors[m.actor] for m in _named(desk, route))
    return frozenset(a.country for a in named if a.country)


def _is_land(desk: Desk, route: Route) -> bool:
    return any(desk.actors[m.actor].kind == "state" for m in _named(desk, route))


def _named(desk: Desk, route: Route) -> list[Mention]:
    span = route.span
    mentions = desk.readings[span.report].mentions
    return [m for m in mentions if span.start <= m.span.start and m.span.end <= span.end and m.actor in desk.actors]


def culprits() -> frozenset[str]:
    """Plain words for one who breaks the law: within an affair one of them may stand for another."""
    return _words("who")


@cache
def _words(name: str) -> frozenset[str]:
    """The plain words of a class of the table."""
    return frozenset(plain(w) for row in _rows() if row["class"] == name for w in row["words"].split(", "))


@cache
def _kinds(name: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in _rows():
        if row["class"] == name:
            for word in row["words"].split(", "):
                found[plain(word)].append(row["kind"])
    return {word: tuple(names) for word, names in found.items()}


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(r.cells for r in read_table("lang/fr/routes.tsv", ("class", "kind", "words", "example")))
