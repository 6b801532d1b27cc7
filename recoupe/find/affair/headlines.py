"""Two headlines of one affair: the same happening in the same place ("Attentat à Nice : …"), or one name in both, days apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from recoupe.find.who.gazetteer import known_names
from recoupe.lang.frames import noun_senses
from recoupe.lang.nouns import first_names
from recoupe.lang.plain import function_words, news_words, plain
from recoupe.lang.tables import read_table
from recoupe.parse.document import Parsed
from recoupe.types import Report

#: What happens at a place and on a day of its own; an accord, a reform or a word of praise may be told of any.
_HAPPENINGS = frozenset(
    "ARREST ATTACK BLAST CHARGE CRASH DIE DISASTER ELECT KILL PROTEST RESIGN RIOT SEARCH SENTENCE STEAL STRIKE".split()
)
_LEAD = 3  # sentences that say what a report is about
_ONE_HAPPENING, _ONE_NAME = 3, 7  # days apart, at most
_WORD = re.compile(r"[^\W\d_][\w'-]*")


@dataclass(frozen=True, slots=True)
class Headline:
    """What happened and whom or where, by the headline of a report and by its first sentences, in plain form."""

    day: date | None
    happenings: frozenset[str]
    names: frozenset[str]
    lead_happenings: frozenset[str]
    lead_names: frozenset[str]


def read_headline(report: Report, parsed: Parsed) -> Headline:
    """The headline of a report, empty where it has none."""
    title = _WORD.findall((report.title or "").replace("’", "'"))
    last = parsed.sentences[min(_LEAD, len(parsed.sentences)) - 1].last if parsed.sentences else 0
    lead = parsed.words[:last]
    happenings = _happenings(word.lower() for word in title)
    told = _happenings(w.lemma.lower() for w in lead if w.pos == "NOUN")
    # The first word of a headline has a capital, whatever it is: a name is what the report uses as one.
    used = {w.text for w in parsed.words if w.pos == "PROPN"}
    day = _day(report)
    names = _names((w for w in title if w.split("'")[-1] in used), day)
    return Headline(day, happenings, names, happenings | told, names | _names((w.text for w in lead if w.pos == "PROPN"), day))


def pair_headlines(headlines: Sequence[Headline]) -> Iterator[tuple[int, int, bool]]:
    """Pairs of one affair by their headlines: the places of both, and whether one happening (or but a name) ties them."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, h in enumerate(headlines):
        for name in h.lead_names:
            holders[name].append(i)
    met = {(min(i, j), max(i, j)) for i, h in enumerate(headlines) for name in h.names for j in holders[name] if i != j}
    for i, j in sorted(met):
        a, b = headlines[i], headlines[j]
        if one_happening(a, b):
            yield i, j, True
        elif one_name(a, b):
            yield i, j, False


def one_happening(a: Headline, b: Headline) -> bool:
    """Does one headline name a happening and a place (or a person) that the other report begins with, within days?"""
    if _apart(a, b) > _ONE_HAPPENING:
        return False
    return any(x.happenings & y.lead_happenings and x.names & y.lead_names for x, y in ((a, b), (b, a)))


def one_name(a: Headline, b: Headline) -> bool:
    """Do both headlines name one that is not in the news every day, within days?"""
    return _apart(a, b) <= _ONE_NAME and bool(a.names & b.names)


def _apart(a: Headline, b: Headline) -> int:
    return abs((a.day - b.day).days) if a.day and b.day else 10**6


def _day(report: Report) -> date | None:
    value = report.published.value if report.published else None
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _happenings(words: Iterable[str]) -> frozenset[str]:
    frames = _frames()
    found = (frames.get(form) for word in words for form in (word, word.rstrip("sx"), word.split("-")[0]))
    return frozenset(f for f in found if f)


def _names(words: Iterable[str], day: date | None) -> frozenset[str]:
    """Names in plain form that are not in the news every day."""
    names = frozenset(plain(w.split("'")[-1]) for w in words if len(w) > 2) - _everyday()
    return frozenset(n for n in names if not any(day is None or a <= day <= b for a, b in _in_office().get(n, ())))


@cache
def _frames() -> dict[str, str]:
    return {noun: sense.frame for noun, sense in noun_senses().items() if sense.frame in _HAPPENINGS}


@cache
def _everyday() -> frozenset[str]:
    """Single words of names that many affairs hold: states, capitals, bodies, first names; no other city."""
    known = [(name, k.sort) for rows in known_names().values() for name, k in rows]
    words = (*(name for name, sort in known if sort not in _PLACES), *first_names(), *noun_senses())
    every = frozenset(plain(part) for name in words for part in (name, *name.replace("-", " ").split()))
    return every - frozenset(plain(name) for name, sort in known if sort == "city") | function_words() | news_words()


@cache
def _in_office() -> dict[str, tuple[tuple[date, date], ...]]:
    """Surnames of leaders with the days on which the news speak of them every day: their terms and the year around."""
    terms: dict[str, tuple[tuple[date, date], ...]] = {}
    for row in read_table("data/leaders.tsv", ("name", "office", "country", "start", "end", "example")):
        start = date.fromisoformat(row["start"]) - _YEAR
        end = date.fromisoformat(row["end"]) + _YEAR if row["end"] else date.max
        for part in row["name"].replace("-", " ").split():
            terms[plain(part)] = (*terms.get(plain(part), ()), (start, end))
    return terms


_PLACES = frozenset(("city", "region", "site"))
_YEAR = timedelta(days=365)
