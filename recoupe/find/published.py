"""When a report was published, from its own words: a distribution over days, with the clue that cut it."""

from __future__ import annotations

import heapq
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from recoupe.find.times.calendar import month_of
from recoupe.find.whens import TimeExpression
from recoupe.lang.tables import read_table
from recoupe.parse.document import Parsed, Sentence
from recoupe.types import DateGuess, PublishedBasis, When, make_id

if TYPE_CHECKING:
    from recoupe.pipeline import Reading

Found = tuple[When | None, PublishedBasis, tuple[str, ...], tuple[DateGuess, ...]]
FIRST_YEAR, LAST_YEAR = 1985, 2035
TABLES_END = 2026  # the terms of office are known up to here; a later year needs its own words
DAY = timedelta(days=1)
SURE = 0.35  # weight from which the best day is given as the date; below it the month or the year


def infer_published(readings: Sequence[Reading], today: str | None = None) -> dict[str, Found]:
    """For every report its date, on what it rests, why, and the days it may be (at most ten, weights sum to 1).

    A given date is kept; a date in the address comes next; else the words of the report and of those on the same affair
    decide. `today` only bounds the answer: no clock is read.
    """
    last = date.fromisoformat(today[:10]) if today else date(LAST_YEAR, 12, 31)
    out: dict[str, Found] = {}
    known: dict[str, date] = {}
    for reading in readings:
        given = _given(reading)
        if given is not None:
            out[reading.report.id] = given
            if given[0] is not None and (day := _iso(given[0].value)) is not None:
                known[reading.report.id] = day
    if len(out) == len(readings):
        return out
    cases = {r.report.id: _case(r, last) for r in readings if r.report.id not in out}
    for group in _affairs(readings):
        open_cases = [cases[r] for r in group if r in cases]
        _share(open_cases, [known[r] for r in group if r in known])
    for case in cases.values():
        out[case.report] = _answer(case)
    return out


def _iso(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


# A slash or hyphen date in an address: /2024/06/18/, /2024-06-18, 20240618 between marks.
_URL_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def _given(reading: Reading) -> Found | None:
    report = reading.report
    if report.published is not None:
        basis: PublishedBasis = report.published_basis if report.published_basis != "unknown" else "given"
        return report.published, basis, report.published_why, report.published_distribution
    if report.url and (found := _URL_DATE.search(report.url)):
        day = _iso("-".join(found.group(1, 3, 4)))
        if day is not None:
            return _when(report.id, day.isoformat(), day, day), "metadata", (f"L'adresse porte la date {found[0]}.",), ()
    return None


# ---------------------------------------------------------------- one report: clues, and the days they leave


@dataclass(frozen=True, slots=True)
class _Clue:
    """One clue: how much it speaks for a day (log weight), and the sentence that says so."""

    score: Callable[[date], float]
    why: str
    shared: bool = False  # about the affair, so it holds for the other reports on it: terms of office, years


@dataclass(slots=True)
class _Case:
    """One report without a date: its clues and candidate days with their log weights."""

    report: str
    clues: list[_Clue]
    seeds: set[date]  # days that the words name: the day of publication lies near one of them
    years: set[int]
    last: date
    weights: dict[date, float]
    why: list[str]
    coarse: bool = False  # no day is named: the candidates stand for years


def _case(reading: Reading, last: date) -> _Case:
    parsed = reading.parsed
    case = _Case(reading.report.id, [], set(), set(), last, {}, [])
    leaders = _leaders_in(parsed)
    case.clues += _terms(leaders)
    case.clues += _lengths(parsed, reading.times, leaders)
    case.clues += _explicit_years(parsed, reading.times)
    seen: set[tuple[object, ...]] = set()
    previous: TimeExpression | None = None
    for e in reading.times:
        _read_time(case, parsed, e, previous, seen)
        previous = e
    return case


def _read_time(
    case: _Case, parsed: Parsed, e: TimeExpression, previous: TimeExpression | None, seen: set[tuple[object, ...]]
) -> None:
    """Add what one time expression says of the day of publication."""
    words = f"« {parsed.text[e.span.start : e.span.end]} »"
    for m in e.meaning.parts():
        if m.kind not in ("day", "days") or m.base == "told" or m.left is not None:
            continue
        if m.month is None and m.day is None:
            key: tuple[object, ...] = ("weekday", m.weekday, e.tense in ("future", "present"), m.which)
            if m.weekday is not None and m.which in ("", "this") and key not in seen:
                seen.add(key)
                case.clues.append(_weekday_clue(words, m.weekday, e.tense, m.which))
            continue
        if m.month is None or m.day is None:
            continue
        key = (m.year, m.month, m.day, m.weekday, e.dateline)
        if key in seen:
            continue
        seen.add(key)
        deictic = _deictic_before(parsed, e, previous)
        days = _days_of(m.year, m.month, m.day, m.weekday)
        case.seeds.update(days)
        style = (
            "dateline"
            if e.dateline
            else "this"
            if m.which == "this" or deictic is not None
            else "weekday"
            if m.weekday is not None
            else "plain"
        )
        tense = "future" if m.which == "next" else "past" if m.which == "last" else e.tense
        case.clues.append(_date_clue(words, days, style, tense, deictic or 0, m.year, m.weekday is not None))


def _deictic_before(parsed: Parsed, e: TimeExpression, previous: TimeExpression | None) -> int | None:
    """ "hier, mardi 18 juin": the shift of the word just before, None without one."""
    if (
        previous is None
        or previous.meaning.kind != "shift"
        or previous.meaning.base != "published"
        or previous.meaning.unit != "day"
    ):
        return None
    if parsed.text[previous.span.end : e.span.start].strip(" ,(\u00a0"):
        return None
    return int(previous.meaning.shift * (previous.meaning.count or 0))


def _days_of(year: int | None, month: int, day: int, weekday: int | None) -> list[date]:
    """The days that fit; all years when none is told, those where the weekday fits when one is."""
    days = []
    for y in (year,) if year else range(FIRST_YEAR, LAST_YEAR + 1):
        if 1 <= y <= 9000 and day <= month_of(y, month)[1].day:
            days.append(date(y, month, day))
    fits = [d for d in days if weekday is None or d.weekday() == weekday]
    return fits or days


# Measured on nothing but news usage: what a bare weekday, a date, a dateline are worth by their distance in days.
_PAST_WEEKDAY = tuple(map(math.log, (0.45, 0.26, 0.1, 0.07, 0.05, 0.04, 0.03)))
_NEXT_WEEKDAY = tuple(map(math.log, (0.22, 0.26, 0.16, 0.12, 0.1, 0.08, 0.06)))


def _weekday_clue(words: str, weekday: int, tense: str, which: str) -> _Clue:
    ahead = tense in ("future", "present")
    names = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()

    def score(day: date) -> float:
        back, fore = (day.weekday() - weekday) % 7, (weekday - day.weekday()) % 7
        if which == "this":
            return 0.0 if back == 0 else -1.5 if min(back, fore) == 1 else -3.0
        if tense == "none":
            return max(_PAST_WEEKDAY[back], _NEXT_WEEKDAY[fore]) - 0.3
        return _NEXT_WEEKDAY[fore] if ahead else _PAST_WEEKDAY[back]

    side = "à venir ou en cours" if ahead else "passé"
    return _Clue(score, f"{words} : un {names[weekday]} {side}, à quelques jours de la publication.")


def _date_clue(words: str, days: list[date], style: str, tense: str, shift: int, year: int | None, weekday: bool) -> _Clue:
    floor = {"dateline": -9.0, "this": -8.0, "weekday": -7.5, "plain": -5.5}[style]

    near = _by_year(days)

    def score(day: date) -> float:
        best = -20.0
        for named in near.get(day.year, ()):
            best = max(best, _distance(day, named + timedelta(days=-shift), style, tense))
        return max(best, floor if year is None or day.year >= year or tense == "future" else floor - 3)

    if style == "dateline":
        why = f"{words} ouvre le texte comme date de dépêche."
    elif year is None and weekday:
        years = ", ".join(str(d.year) for d in days if d.year >= 2010)
        why = f"{words} ne tombe juste qu'en {years} (depuis 2010)."
    else:
        why = f"{words} : jour nommé, {'à venir' if tense == 'future' else 'passé ou proche'}."
    return _Clue(score, why)


def _by_year(days: list[date]) -> dict[int, list[date]]:
    """For each year the days a text may name that lie near it: all when they are one or two, else those of the years around."""
    years = range(FIRST_YEAR - 1, LAST_YEAR + 2)
    if len(days) <= 2:
        return dict.fromkeys(years, days)
    return {year: [d for d in days if abs(d.year - year) <= 1] for year in years}


def _distance(day: date, named: date, style: str, tense: str) -> float:
    """Log weight of publication on `day` when the text names `named`."""
    gap = (day - named).days
    if style == "dateline":
        return 0.0 if gap == 0 else -3.0 if gap == 1 else -6.0
    if style == "this":
        return 0.0 if gap == 0 else -2.2 if gap == 1 else -4.0 if abs(gap) == 2 else -8.0
    if tense == "future" and gap > 0 or tense == "past" and gap < 0:
        return -5.0 - min(abs(gap), 30) / 10
    steps = abs(gap)
    near = (-0.9, -1.2, -1.9, -2.4, -2.8, -3.0, -3.2)
    if tense == "future":  # an event ahead is told on the eve more often than on its day
        near = (-1.6, -0.9, -1.5, -1.9, -2.2, -2.5, -2.7)
    if steps < 7:
        return near[steps] if gap >= 0 else near[steps] - 0.1
    return max(-3.4 - steps / (12 if style == "weekday" else 40), -7.0)


def _explicit_years(parsed: Parsed, times: Sequence[TimeExpression]) -> list[_Clue]:
    """The latest year told as past bounds the year of publication from below, and is likely near it."""
    past: list[tuple[int, str]] = []
    future: list[tuple[int, str]] = []
    for e in times:
        for m in e.meaning.parts():
            if m.year and m.kind in ("day", "days", "month", "year", "season") and FIRST_YEAR - 200 < m.year <= LAST_YEAR:
                ahead = e.tense == "future" or m.which == "next"
                if ahead and (not e.firm or _on_noun(parsed, e)):
                    continue  # "son concert de 2013 sera rediffusé" says nothing of 2013
                (future if ahead else past).append((m.year, parsed.text[e.span.start : e.span.end]))
    clues: list[_Clue] = []
    if past:
        year, words = max(past)
        gaps = (0.0, -0.5, -1.3, -1.8, -2.1, -2.4)

        def score(day: date, year: int = year) -> float:
            gap = day.year - year
            return (-2.5 + 1.0 * gap if gap < 0 else gaps[gap] if gap < 6 else -2.4 - 0.08 * min(gap, 40)) * 1.0

        clues.append(_Clue(score, f"« {words} » : la dernière année dite au passé est {year}.", shared=True))
    if future:
        year, words = min(future)

        def ahead_score(day: date, year: int = year) -> float:
            return -1.5 * min(day.year - year, 4) if day.year > year else -0.1 * min(year - day.year, 20)

        clues.append(_Clue(ahead_score, f"« {words} » est à venir : pas après {year}.", shared=True))
    return clues


def _on_noun(parsed: Parsed, e: TimeExpression) -> bool:
    outside = (parsed.words[i].head for i in range(e.first, e.last))
    return any(parsed.words[h].pos in ("NOUN", "PROPN") for h in outside if not e.first <= h < e.last)


# ---------------------------------------------------------------- persons in office


@dataclass(frozen=True, slots=True)
class _Term:
    name: str
    office: str
    start: date
    end: date | None


@cache
def _terms_by_surname() -> dict[str, tuple[_Term, ...]]:
    terms: dict[str, tuple[_Term, ...]] = {}
    for row in read_table("data/leaders.tsv", ("name", "office", "country", "start", "end", "example")):
        term = _Term(row["name"], row["office"], date.fromisoformat(row["start"]), _iso(row["end"]))
        last = row["name"].lower().replace("-", " ").split()[-1]
        terms[last] = (*terms.get(last, ()), term)
    return terms


_OFFICE = frozenset(
    "président présidente chef cheffe dirigeant dirigeante leader chancelier chancelière ministre première premier roi pape"
    " secrétaire"
    " homologue numéro maire souverain pontife prédécesseur maréchal gouvernement".split()
)
_FORMER = frozenset("ancien ancienne ex anciens feu défunt futur future candidat candidate".split())


@dataclass(frozen=True, slots=True)
class _Leader:
    """A person of the table, named here in office (or not)."""

    name: str
    words: str
    sentence: int
    in_office: bool
    terms: tuple[_Term, ...]


def _leaders_in(parsed: Parsed) -> list[_Leader]:
    """Persons of the leaders' table who are named in full, with or without their office beside the name."""
    table = _terms_by_surname()
    found: list[_Leader] = []
    for word in parsed.words:
        last = word.lower.rsplit("-", 1)[-1]
        if last not in table or not word.text[:1].isupper() and not word.lower.startswith("al-") and "-" not in word.text:
            continue
        for name in sorted({t.name for t in table[last]}):
            start = word.end - len(name)
            if parsed.text[max(start, 0) : word.end].lower() != name.lower():
                continue
            terms = tuple(t for t in table[last] if t.name == name)
            office = _office_before(parsed, next(iter(parsed.at(start, word.end))))
            found.append(_Leader(name, parsed.text[start : word.end], word.sent, office, terms))
    return found


def _office_before(parsed: Parsed, i: int) -> bool:
    """Is an office named right before the name that begins at word i: "le président russe(,) V. P.", not "l'ancien président"?"""
    words = parsed.words
    if i > 1 and words[i - 1].text == ",":
        if words[i - 2].text[:1].isupper() and words[i - 2].lower not in ("état", "république", "etat"):
            return False
        i -= 1
    before = [w.lower for w in words[max(0, i - 7) : i]]
    for k in range(len(before) - 1, -1, -1):
        if before[k] in (".", ",", ";", ":", '"') or before[k] in _FORMER or before[k].startswith("ex-"):
            return False
        if before[k] in _OFFICE:
            return not any(b in _FORMER or b.startswith("ex-") for b in before[max(0, k - 2) : k])
    return False


def _terms(leaders: list[_Leader]) -> list[_Clue]:
    clues: list[_Clue] = []
    for name in sorted({x.name for x in leaders if x.in_office}):
        terms = next(x.terms for x in leaders if x.name == name)

        def score(day: date, terms: tuple[_Term, ...] = terms) -> float:
            return 0.0 if any(t.start <= day and (t.end is None or day <= t.end) for t in terms) else -3.0

        shown = ", ".join(f"{t.start.year}-{t.end.year if t.end else ''}" for t in terms)
        clues.append(_Clue(score, f"« {name} » est dit en fonction ({terms[0].office}, {shown}).", shared=True))
    return clues


def _lengths(parsed: Parsed, times: Sequence[TimeExpression], leaders: list[_Leader]) -> list[_Clue]:
    """ "il y a plus de 20 ans", "depuis 24 ans" beside a person in office: the year counted back to lies in that career."""
    clues: list[_Clue] = []
    for e in times:
        m = e.meaning
        back = m.kind == "lasting" or (m.kind == "shift" and m.shift < 0)
        if not back or m.unit != "year" or not m.count or m.count < 3:
            continue
        words = parsed.text[e.span.start : e.span.end]
        if terms := _first_leader(parsed, parsed.sentence_of(e.first), leaders):
            clues.append(_length_clue(words, int(m.count), terms[0].name, terms))
    return clues


def _first_leader(parsed: Parsed, sentence: Sentence, leaders: list[_Leader]) -> tuple[_Term, ...]:
    """The terms of the first person of the table in a sentence; a surname alone counts when the report has the full name
    or nobody else in the table bears it."""
    full = {x.name for x in leaders}
    for word in parsed.words[sentence.first : sentence.last]:
        terms = _terms_by_surname().get(word.lower, ()) if word.pos == "PROPN" else ()
        names = sorted({t.name for t in terms})
        known = [n for n in names if n in full] or (names if len(names) == 1 else [])
        if known:
            return tuple(t for t in terms if t.name == known[0])
    return ()


def _length_clue(words: str, count: int, name: str, terms: tuple[_Term, ...]) -> _Clue:
    first = min(t.start for t in terms).year + count

    def score(day: date) -> float:
        return 0.0 if day.year >= first else max(-1.2 * (first - day.year), -2.5)

    return _Clue(score, f"« {words} » avec {name}, en fonction depuis {first - count} : plutôt pas avant {first}.", shared=True)


# ---------------------------------------------------------------- reports on one affair help one another


def _affairs(readings: Sequence[Reading]) -> list[list[str]]:
    """Ids of reports that share many names: one affair. Every report is in exactly one group."""
    names = {r.report.id: _names(r.parsed) for r in readings}
    days = {r.report.id: _named_days(r) for r in readings}
    ids = sorted(names)
    group = {i: i for i in ids}

    def root(i: str) -> str:
        while group[i] != i:
            i = group[i]
        return i

    for k, a in enumerate(ids):
        for b in ids[k + 1 :]:
            if root(a) == root(b):
                continue
            common = len(names[a] & names[b])
            smaller = min(len(names[a]), len(names[b]))
            if (common >= 4 and common >= 0.35 * smaller) or (common >= 2 and common >= 0.15 * smaller and days[a] & days[b]):
                group[max(root(a), root(b))] = min(root(a), root(b))
    groups: dict[str, list[str]] = {}
    for i in ids:
        groups.setdefault(root(i), []).append(i)
    return [groups[k] for k in sorted(groups)]


def _named_days(reading: Reading) -> frozenset[tuple[int, int]]:
    parts = [m for e in reading.times for m in e.meaning.parts() if m.kind in ("day", "days")]
    return frozenset((m.month, m.day) for m in parts if m.month and m.day)


def _names(parsed: Parsed) -> frozenset[str]:
    return frozenset(w.lower for w in parsed.words if w.pos == "PROPN" and len(w.lower) > 2)


def _share(cases: list[_Case], known: list[date]) -> None:
    """Weigh the days of every open report of one affair, with the clues that hold for all of them."""
    shared = _unique([c for case in cases for c in case.clues if c.shared])
    seeds = sorted({s for case in cases for s in case.seeds} | set(known))
    every = _candidates(set(seeds), cases[0].last) if cases else []
    for case in cases:
        own = [c for c in case.clues if not c.shared]
        common = shared if len(cases) > 1 or known else _unique([c for c in case.clues if c.shared])
        candidates = _candidates(case.seeds or set(known), case.last) or every
        case.coarse = not candidates
        if case.coarse and common:
            candidates = [d for y in range(FIRST_YEAR, LAST_YEAR + 1) if (d := date(y, 7, 1)) <= case.last]
            own = []
        scores = _year_scores(common, candidates)
        for day in candidates:
            weight = scores[day.year] + sum(c.score(day) for c in own)
            if known:
                gap = min(abs((day - k).days) for k in known)
                weight -= min(0.5 * gap, 6.0)
            case.weights[day] = weight
        case.why = [c.why for c in (*own, *common)]
    _approach(cases)


def _unique(clues: list[_Clue]) -> list[_Clue]:
    seen: set[str] = set()
    return [c for c in clues if not (c.why in seen or seen.add(c.why))]  # type: ignore[func-returns-value]


def _candidates(seeds: set[date], last: date) -> list[date]:
    days = {s + k * DAY for s in seeds if s.year > FIRST_YEAR - 1 for k in range(-8, 15)}
    return sorted(d for d in days if d <= last)


def _usual(year: int) -> float:
    """Log weight of a year before any clue: reports that are read by machine are rarely old, and the tables end in 2026."""
    return -0.1 * max(2012 - year, 0) - 0.9 * max(year - TABLES_END, 0)


def _year_scores(clues: list[_Clue], candidates: list[date]) -> dict[int, float]:
    """Shared clues are about years (or terms of office): one day of each year stands for it, the candidates' middle one."""
    by_year: dict[int, list[date]] = {}
    for day in candidates:
        by_year.setdefault(day.year, []).append(day)
    return {y: _usual(y) + sum(c.score(days[len(days) // 2]) for c in clues) for y, days in by_year.items()}


_REACH = 40  # days; beyond them the pull is under a millionth
_FADE = tuple(math.exp(-gap / 2.5) for gap in range(_REACH + 1))


def _approach(cases: list[_Case]) -> None:
    """Reports on one affair come out within days of one another: each draws the others' likely days nearer."""
    tops = {case.report: _top(case.weights, 25) for case in cases}
    if len(cases) < 2:
        return
    near = {report: _near_days(top) for report, top in sorted(tops.items()) if top}
    pulls: dict[tuple[str, ...], dict[date, float]] = {}  # most reports of a large affair are drawn by the same eight
    for case in cases:
        others = tuple(report for report in near if report != case.report)[:8]
        known = pulls.setdefault(others, {})
        for day in case.weights:
            if day not in known:
                product = math.prod(1e-4 + near[report].get(day.toordinal(), 0.0) for report in others)
                known[day] = math.log(product) / max(len(others), 1)
            case.weights[day] += known[day]
    for case in cases:
        if len(cases) > 1:
            case.why.append(f"{len(cases)} textes sur la même affaire ont paru à peu de jours les uns des autres.")


def _near_days(top: list[tuple[date, float]]) -> dict[int, float]:
    """How near each day is to another report's likely days. Worked out once a report: 200 reports of one affair share it."""
    near: dict[int, float] = {}
    for day, weight in top:
        at = day.toordinal()
        for gap in range(-_REACH, _REACH + 1):
            near[at + gap] = near.get(at + gap, 0.0) + weight * _FADE[abs(gap)]
    return near


def _top(weights: dict[date, float], count: int) -> list[tuple[date, float]]:
    """The likeliest days with weights that sum to 1 over all days."""
    if not weights:
        return []
    high = max(weights.values())
    total = sum(math.exp(w - high) for w in weights.values())
    ranked = heapq.nsmallest(count, weights.items(), key=lambda x: (-x[1], x[0]))
    return [(day, math.exp(w - high) / total) for day, w in ranked]


# ---------------------------------------------------------------- the answer


def _answer(case: _Case) -> Found:
    ranked = _top(case.weights, len(case.weights))
    if not ranked:
        return None, "unknown", (), ()
    if case.coarse:
        return _answer_year(case, ranked)
    shown = ranked[:10]
    total = sum(w for _, w in shown)
    distribution = tuple(DateGuess(d.isoformat(), round(w / total, 4)) for d, w in shown)
    why = tuple(_unique_text(case.why))
    best, weight = ranked[0]
    if weight >= SURE:
        return _when(case.report, best.isoformat(), best, best), "inferred", why, distribution
    month = sum(w for d, w in ranked if (d.year, d.month) == (best.year, best.month))
    if month >= 0.5:
        return _when(case.report, f"{best:%Y-%m}", *month_of(best.year, best.month)), "inferred", why, distribution
    year = sum(w for d, w in ranked if d.year == best.year)
    if year >= 0.5:
        return _when(case.report, f"{best:%Y}", date(best.year, 1, 1), date(best.year, 12, 31)), "inferred", why, distribution
    return None, "unknown", why, distribution


def _answer_year(case: _Case, ranked: list[tuple[date, float]]) -> Found:
    year, weight = ranked[0][0].year, ranked[0][1]
    if weight < 0.5:
        return None, "unknown", (), ()
    total = sum(w for _, w in ranked[:10])
    guesses = tuple(DateGuess(f"{d:%Y}", round(w / total, 4)) for d, w in ranked[:10])
    return _when(case.report, str(year), date(year, 1, 1), date(year, 12, 31)), "inferred", tuple(_unique_text(case.why)), guesses


def _unique_text(lines: list[str]) -> list[str]:
    return list(dict.fromkeys(lines))


def _when(report: str, value: str, earliest: date, latest: date) -> When:
    return When(make_id("w", report, "published"), None, value, earliest.isoformat(), latest.isoformat(), "absolute")
