"""How English reports are laid out: what needs no parser (datelines, bylines, stamps), and the rest as sentences are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from recoupe.gloss import lexicon
from recoupe.gloss.headlines import lower_headlines
from recoupe.gloss.pieces import Piece
from recoupe.gloss.quoting import Quoted, find_quoted
from recoupe.gloss.times import DATE, find_wholes
from recoupe.lang.countries import countries
from recoupe.lang.tables import read_table


@dataclass(frozen=True, slots=True)
class Layout:
    """A report as the parser reads it: `text` has a character for each of the report's.

    `fixed` are the pieces of the gloss that need no parser, in order; `quotes` the quotations: their marks are double in `text`.
    """

    text: str
    fixed: tuple[Piece, ...] = ()
    quotes: tuple[Quoted, ...] = ()


def lay_out(text: str) -> Layout:
    """Datelines, bylines, stamps and the site's own lines set apart, headlines in small letters, all quotation marks double.

    >>> lay_out("OSLO, March 4 (AP) — A bridge fell.").text
    '                     A bridge fell.'
    """
    quotes = find_quoted(text)
    fixed: list[Piece] = []
    plain = text
    for start, end, pieces in _set_apart(text):
        fixed += pieces
        plain = plain[:start] + " " * (end - start) + plain[end:]
    letters = list(lower_headlines(plain))
    for quote in quotes:
        for at in (quote.opening, quote.closing):
            if at is not None and letters[at] != " ":
                letters[at] = '"'
        if text[quote.opening - 2 : quote.opening] == ": " and text[quote.start].isupper():
            letters[quote.opening - 1] = "\n"  # He said: "We tried.": the parser reads what is said as a sentence of its own
    return Layout("".join(letters), tuple(fixed), quotes)


def _set_apart(text: str) -> Iterator[tuple[int, int, list[Piece]]]:
    """The stretches that need no parser, with their pieces (none for what a site prints around its reports)."""
    behind_byline = False
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        start, words = line.start(), line[0]
        pieces = _line(words, start, behind_byline)
        behind_byline = pieces is not None and (behind_byline or bool(_BYLINE.match(words)))
        if pieces is not None:
            yield start, line.end(), pieces
            continue
        if found := _head(words, start):
            yield start, start + found[0], found[1]
        if label := _INSIDE.search(words, found[0] if found else 0):
            yield start + label.start(), start + label.end(), []


def _line(words: str, start: int, behind_byline: bool) -> list[Piece] | None:
    """The pieces of a line that says who wrote and when; none for one of the site; None for a line of the report."""
    if len(words) > _LONGEST:
        return None
    if _furniture().fullmatch(words.strip()) or behind_byline and _ROLE.search(words) and words.strip()[-1] not in ".!?":
        return []
    return _byline(words, start) or _signature(words, start) or _stamp(words, start)


_LONGEST = 200  # characters of a line that is not the report's own
_WORD = r"[A-Z][\w.'’-]+"
_NAME = rf"{_WORD}(?: (?:{_WORD}|de|da|van|von|der|bin|al))*"
_BYLINE = re.compile(
    r"\W*(?:(?:EXCLUSIVE|Exclusive|Analysis|Words|Story|Report|Comment):?\s+)?(?:[Bb]y|BY):? "
    rf"(?P<names>{_NAME}(?:(?:, | and | & ){_NAME})*)"
    r"(?:\s*[,/|–—]\s*[^.!?]{0,80}|\s+in [A-Z][^.!?]{0,60})?\W*"
)
_ROLE = re.compile(
    r"(?i)\b(?:correspondents?|reporters?|editors?|writers?|columnists?|staff|bureau|desk|news|special to|in [A-Z]\w+)\b"
)
_TIMELY = re.compile(r"(?i)day\b|morning|evening|night|noon|january|february|march|april|june|july|august|\w+ber\b|law\b")


def _byline(words: str, start: int) -> list[Piece] | None:
    """ "By Jane Roe / Staff writer" -> "Par Jane Roe"."""
    found = _BYLINE.fullmatch(words)
    if found is None or _TIMELY.search(found["names"]):
        return None
    at = start + found.start("names")
    pieces = [Piece("Par", start, at - 1)]
    for name in re.finditer(rf"(?P<and>, | and | & )?(?P<name>{_NAME})", found["names"]):
        if _ROLE.search(name["name"]):
            continue
        if name["and"]:
            pieces.append(Piece("et", at + name.start("and"), at + name.end("and")))
        pieces.append(Piece(name["name"].removeprefix("The "), at + name.start("name"), at + name.end("name")))
    return pieces if len(pieces) > 1 else None


_SIGNED = re.compile(
    r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}),? (?:in [A-Z]\w+(?: [A-Z]\w+)?|(?:[\w'’&-]+ ){0,3}"
    r"(?i:correspondent|reporter|editor|columnist|writer))(?: in [A-Z]\w+)?\s*"
)


def _signature(words: str, start: int) -> list[Piece] | None:
    """ "Ada Stone, Scotland correspondent", "Ada Stone in Oslo" on a line of its own -> "Par Ada Stone"."""
    found = _SIGNED.fullmatch(words)
    if found is None or _ROLE.match(found["name"]):
        return None
    at = start + found.start("name")
    return [Piece("Par", at, at), Piece(found["name"], at, start + found.end("name"))]


_STAMPED = re.compile(
    r"(?i)\b(?:(?P<new>(?:last )?(?:updated|modified|revised))|(?:(?:first|originally) )?(?:published|posted|filed|created))\b"
)
_CLOCK = re.compile(
    r"(?i)\b\d{1,2}[:.]?\d{0,2}\s?(?:[ap]\.?m\b\.?|h\b)?|\b(?:GMT|BST|EST|EDT|ET|PST|PDT|CET|CEST|UTC|on|at|and|of)\b"
)


def _stamp(words: str, start: int) -> list[Piece] | None:
    """ "Published March 4, 2026 | Updated 10:02" -> "Publié le 4 mars 2026"; a date alone on its line; None for other lines."""
    days = [w for w in find_wholes(words) if w.kind == "time" and DATE.fullmatch(words[w.start : w.end])]
    rest = words
    for day in days:
        rest = rest[: day.start] + " " * (day.end - day.start) + rest[day.end :]
    verbs = list(_STAMPED.finditer(rest))
    if not days and not verbs or re.search(r"[^\W\d_]", _CLOCK.sub("", _WEEKDAY.sub("", _STAMPED.sub("", rest)))):
        return None
    pieces: list[Piece] = []
    for day in days:
        verb = next((v for v in reversed(verbs) if v.end() <= day.start), None)
        french = day.french.removeprefix("le ")
        if verb is not None:
            low = "mis à jour" if verb["new"] else "publié"
            pieces.append(Piece(low if pieces else low.capitalize(), start + verb.start(), start + verb.end()))
            french = "le " + french
        pieces.append(Piece(french, start + day.start, start + day.end))
    return pieces


_WEEKDAY = re.compile(r"\b(?:Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun)\b")
_MOMENT = re.compile(
    r"(?P<clock>\d{1,2}[:.]\d\d(?: ?[ap]m)?(?: (?:GMT|BST|CET|ET))?)(?![\w.])(?: ?[|–—:-] *| +|$)(?=[^\W\d_a-z]|[\"“‘']|$)"
)
_LABEL = re.compile(r"(?:BREAKING|JUST IN|UPDATED?|WATCH|LIVE|DEVELOPING|EXCLUSIVE|ANALYSIS|URGENT|FLASH)(?: NEWS)?\s?[:|–—-]\s*")

_INSIDE = re.compile(r"(?<=[a-z] )(?:LIVE(?: UPDATES)?|BREAKING|EXCLUSIVE|VIDEO)(?=:|$| [-–—|])")  # "Valencia floods LIVE: …"


def _head(words: str, start: int) -> tuple[int, list[Piece]] | None:
    """Where the head of a line ends that is no part of its sentence: the clock of a live page, "BREAKING:", a dateline."""
    if moment := _MOMENT.match(words):
        bar = [Piece("|", start + moment.end("clock"), start + moment.end("clock"))] if words[moment.end() :].strip() else []
        return moment.end(), [Piece(moment["clock"], start, start + moment.end("clock")), *bar]
    label = _LABEL.match(words)
    at = label.end() if label else 0
    end, pieces = _dateline(words[at:], start + at) or (0, [])
    return (at + end, pieces) if at + end else None


_PLACE = r"(?P<place>[A-Z][\w.'’-]+(?: (?:of |de |al-|the )?[A-Z][\w.'’-]+){0,3})"
_REGION = r"(?:, (?P<region>(?!\w+day\b)[A-Z][\w.]+(?: [A-Z][\w.]+){0,2}))?"
_DATELINE = re.compile(
    rf"\W{{0,3}}{_PLACE}(?:{_REGION}(?:,? \(?(?P<date>{DATE.pattern})\)?)|{_REGION.replace('region', 'land')})"
    r"(?:,? ?[(/](?P<agency>[A-Z][\w .&-]{1,24})[)/])?\s?(?P<dash>—|–|--?|:|_)\s+(?=[A-Z\d\"“‘'«])"
)


def _dateline(words: str, start: int) -> tuple[int, list[Piece]] | None:
    """Where a dateline ends, and its French pieces: "OSTEND, Belgium (March 4) —" -> "OSTENDE (Belgique), 4 mars -"."""
    found = _DATELINE.match(words)
    if found is None or not (found["date"] or found["agency"] or _is_town(found["place"], found["dash"], found["land"])):
        return None
    pieces = [Piece(_name(found["place"]), start + found.start("place"), start + found.end("place"))]

    def add(text: str, group: str, before: str = "", after: str = "") -> None:
        low, high = start + found.start(group), start + found.end(group)
        pieces.extend(Piece(mark, low, low, mark == ",") for mark in before)
        pieces.append(Piece(text, low, high))
        pieces.extend(Piece(mark, high, high, True) for mark in after)

    region = "region" if found["region"] else "land"
    if found[region]:
        add(_name(found[region]), region, "(", ")")
    if found["date"]:
        add(next(w.french for w in find_wholes(found["date"])), "date", ",")
    if found["agency"]:
        add(found["agency"], "agency", "(", ")")
    pieces.append(Piece("-", start + found.start("dash"), start + found.end("dash")))
    return found.end(), pieces


def _is_town(place: str, dash: str, land: str | None) -> bool:
    """Does it stand for a town: its state behind it, or in capitals before a dash and no label of the site ("UPDATE")?"""
    if land is not None and _name(land) in (row.name for row in countries().values()):
        return dash != ":"
    return place.isupper() and len(place) > 2 and dash != ":" and not any(lexicon.knows(w) for w in place.lower().split())


def _name(place: str) -> str:
    """Its French name, in capitals where it is written so."""
    for phrase in lexicon.phrases().get(place.split()[0].lower(), ()):
        if phrase.kind == "name" and " ".join(phrase.words).lower() == place.lower():
            return phrase.french.upper() if place.isupper() else phrase.french
    return place


@cache
def _furniture() -> re.Pattern[str]:
    rows = read_table("lang/en/furniture.tsv", ("pattern", "example"))
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows), re.IGNORECASE)
