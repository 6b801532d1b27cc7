"""Terms in leaders.tsv against REIGN (effective leaders to March 2021) and Wikidata (in office in 2021 and 2022)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table

COLUMNS = ("name", "office", "country", "start", "end", "example")
#: Where REIGN's code of a state is not the ISO one.
STATES = {
    "FRA": "FRN", "GBR": "UKG", "DEU": "GMY", "KOR": "ROK", "ESP": "SPN", "DZA": "ALG", "LBY": "LIB", "POL": "POL", "PHL": "PHI",
    "ZAF": "SAF", "ZWE": "ZIM", "COD": "DRC", "CIV": "CDI", "GAB": "GAB", "TCD": "CHA", "NER": "NIR", "BDI": "BUI", "GMB": "GAM",
    "NGA": "NIG", "NLD": "NTH", "AUS": "AUL", "KAZ": "KZK", "MLI": "MLI", "IRN": "IRN", "CHN": "CHN", "TUN": "TUN", "HUN": "HUN",
}  # fmt: skip
_NEAR = 31  # days: REIGN counts from the election or the resignation, the table from the oath
_SAME = 78  # likeness of a name and its transliteration
#: REIGN holds the effective leader; the table the office, or the office that a text would name.
DIFFERS = {
    "Alassane Ouattara 2010-12-04": "contested by his predecessor until April 2011",
    "Bachar al-Assad 2000-07-17": "an interim president held the office for a month",
    "Bachar el-Assad 2000-07-17": "an interim president held the office for a month",
    "Boris Eltsine 1991-07-10": "president of the Russian republic inside the Union before August",
    "Michel Temer 2016-05-12": "interim president from May 2016",
    "Dilma Rousseff 2011-01-01": "suspended in May 2016, out of office in August",
    "Hu Jintao 2003-03-15": "party secretary until November 2012, president until March 2013",
    "Xi Jinping 2013-03-14": "party secretary in November 2012, president in March 2013",
    "Paul Kagame 2000-04-22": "effective leader as vice-president from 1994",
    "Park Geun-hye 2013-02-25": "suspended in December 2016, out of office in March 2017",
    "Raul Castro 2006-07-31": "interim president before 2008; party secretary after the presidency",
    "Robert Mugabe 1980-04-18": "elected in March, in office in April",
    "Vladimir Poutine 1999-08-09": "prime minister before he was president",
}


@dataclass(frozen=True, slots=True)
class Term:
    name: str
    country: str
    start: date
    end: date


def _ours() -> list[Term]:
    """Terms up to the end of REIGN; offices that one person held without a gap are one."""
    terms: list[Term] = []
    for row in sorted(read_table("data/leaders.tsv", COLUMNS), key=lambda r: (r["name"], r["start"])):
        end = min(date.fromisoformat(row["end"] or "2021-03-31"), date(2021, 3, 31))
        term = Term(row["name"], row["country"], date.fromisoformat(row["start"]), end)
        last = terms[-1] if terms else term
        if (last.name, last.country) == (term.name, term.country) and 0 <= (term.start - last.end).days < 3:
            term = Term(term.name, term.country, terms.pop().start, term.end)
        terms.append(term)
    return terms


def _number(text: str, other: int) -> int:
    return int(text) if text.strip().isdigit() else other


def _reign(source: Path) -> Iterator[Term]:
    with source.open(encoding="utf-8", errors="replace") as lines:
        for r in csv.DictReader(lines):
            start = date(_number(r["syear"], 1900), _number(r["smonth"], 1), _number(r["sdate"], 1))
            year = _number(r["eyear"], 2021)
            yield Term(plain(r["leader"]), r["stateabb"], start, date(year, _number(r["emonth"], 3), 28))


def _same(name: str, listed: str) -> bool:
    ours = plain(name).replace("-", " ")
    inside = fuzz.partial_ratio(ours, listed) if len(listed) > 5 else 0
    return max(inside, fuzz.ratio(ours.split()[-1], listed)) >= _SAME


def test_terms_against_reign(shared: Path) -> None:
    source = shared / "data" / "leaders" / "reign_leaderlist_3_21.csv"
    if not source.is_file():
        pytest.skip("the list of leaders is not here")
    spells: dict[str, list[Term]] = {}
    for spell in _reign(source):
        spells.setdefault(spell.country, []).append(spell)
    checked, wrong = 0, []
    for term in _ours():
        same = [s for s in spells.get(STATES.get(term.country, term.country), ()) if _same(term.name, s.name)]
        near = [s for s in same if s.start <= term.end and term.start <= s.end]
        if near and f"{term.name} {term.start}" not in DIFFERS:
            checked += 1
            first = min(abs((s.start - term.start).days) for s in near)
            last = min(abs((s.end - term.end).days) for s in near)
            if first > _NEAR or last > _NEAR:
                wrong.append((term.name, str(term.start), str(term.end), [(str(s.start), str(s.end)) for s in near]))
    assert not wrong, wrong
    assert checked >= 80, checked


def test_years_against_wikidata(shared: Path) -> None:
    folder = shared / "data" / "leaders"
    if not folder.is_dir():
        pytest.skip("the list of leaders is not here")
    years: dict[str, set[str]] = {}
    for source in sorted(folder.glob("every_politician_2021_*.csv")):
        with source.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                fields = {key.lower(): value for key, value in row.items()}
                years.setdefault(plain(fields["officeholderlabel"]), set()).add(fields["start_year"])
    checked, wrong = 0, []
    for row in read_table("data/leaders.tsv", COLUMNS):
        if not row["end"] or row["end"] >= "2022-06":
            listed = years.get(plain(row["name"]), set())
            checked += bool(listed)
            if listed and row["start"] <= "2022-06" and row["start"][:4] not in listed:
                wrong.append((row["name"], row["office"], row["start"], sorted(listed)))
    assert not wrong, wrong
    assert checked >= 20, checked
