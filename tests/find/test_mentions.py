"""Mentions and their actors: marked-up sentences, table examples, and what must hold for any report."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.find.mentions import find_mentions
from recoupe.find.who.gazetteer import EXONYMS, INSTITUTIONS, PLACES, place_adjectives
from recoupe.find.who.takenup import kinds_taken_up
from recoupe.lang.countries import COLUMNS, inflect
from recoupe.lang.markup import parse_markup
from recoupe.lang.nouns import actor_nouns, first_names
from recoupe.lang.tables import read_table
from recoupe.parse.document import Parsed

CASES = Path(__file__).parents[1] / "cases" / "fr"
_LEADING = re.compile(r"^(?:l['’]|d['’]|(?:le|la|les|un|une|des|du|de) )", re.IGNORECASE)


def cases() -> list[str]:
    lines = [line for name in ("mentions.txt", "mentions_texts.txt") for line in (CASES / name).read_text("utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The span less its leading determiner: "la Grèce" and "Grèce" are one mention."""
    found = _LEADING.match(text[start:end])
    return (start + found.end() if found and start + found.end() < end else start), end


def differences(parsed: Parsed, source: str) -> list[str]:
    """What find_mentions makes of a marked-up text against its marks; nothing when they agree."""
    text, marks = parse_markup(source)
    mentions, _ = find_mentions(parsed)
    found = {bare(text, m.span.start, m.span.end): m.actor for m in mentions}
    faults, actor_of = [], {}
    for mark in marks:
        words = text[mark.start : mark.end]
        actor = found.get(bare(text, mark.start, mark.end))
        if mark.label == "none":
            faults += [f"{words!r} is no mention"] if actor else []
        elif actor is None:
            faults.append(f"{words!r} was not found")
        elif actor_of.setdefault(mark.label, actor) != actor:
            faults.append(f"{words!r} is another actor than the first {mark.label}")
    if len(set(actor_of.values())) < len(actor_of):
        faults.append(f"actors {sorted(actor_of)} were taken for one")
    return faults


def test_cases(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    sources = cases()
    parsed = parse_many([parse_markup(s)[0] for s in sources])
    wrong = {s: faults for s, p in zip(sources, parsed, strict=True) if (faults := differences(p, s))}
    assert wrong == {}


def test_same_bytes_twice_and_every_mention_has_its_actor(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    parsed = parse_many([parse_markup(s)[0] for s in cases()])
    for p in parsed:
        mentions, actors = find_mentions(p)
        assert (mentions, actors) == find_mentions(p)
        assert {m.actor for m in mentions} <= {a.id for a in actors}
        assert len({m.id for m in mentions}) == len(mentions)
        assert all(0 <= m.span.start < m.span.end <= len(p.text) for m in mentions)


def test_a_headline_names_the_office_that_the_text_binds(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    source = (
        "[a: L'ancien préfet de Lorne] jugé en appel\n\n"
        "La cour a entendu [a: l'ancien préfet Guy Marsan] lundi. [b: L'actuelle préfète], [b: Nora Bellec], était absente."
    )
    (parsed,) = parse_many([parse_markup(source)[0]])
    assert differences(parsed, source) == []


KINDS = {
    "Un train a déraillé près de Valdorne. Valdorne pleure ses morts.": {"Valdorne": "place"},
    "VALDORNE, 7 février (ANP) - Le bilan s'alourdit.": {"VALDORNE": "place"},
    "La compagnie Dulcor ferme deux lignes. Dulcor s'explique.": {"Dulcor": "organisation"},
    "Dulcor, qui exploite la ligne, rejette cette version.": {"Dulcor": "organisation"},
    "Norbel, filiale du groupe Tarmac, recrute.": {"Norbel": "organisation", "Tarmac": "organisation"},
    "Le Kardan a rappelé son ambassadeur. Le gouvernement du Kardan proteste.": {"Kardan": "state"},
    "Selon Brumel, 43 ans, la porte était ouverte.": {"Brumel": "person"},
    "Le ministre de la Défense Hugo Lantier est attendu à Estrov, la capitale.": {"Hugo Lantier": "person", "Estrov": "place"},
}


def test_kinds_of_unknown_names(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    found = {}
    for text, parsed in zip(KINDS, parse_many(list(KINDS)), strict=True):
        _, actors = find_mentions(parsed)
        found[text] = {a.name: a.kind for a in actors if a.name in KINDS[text]}
    assert found == KINDS


def table_examples() -> list[tuple[str, str]]:
    """(where, example) of every row that has one."""
    tables = (
        ("data/countries.tsv", COLUMNS),
        ("data/institutions.tsv", INSTITUTIONS),
        ("data/places.tsv", PLACES),
        ("data/exonyms.tsv", EXONYMS),
        ("lang/fr/roles.tsv", ("masculine", "feminine", "class", "example")),
        ("lang/fr/groups.tsv", ("noun", "gender", "number", "example")),
        ("lang/fr/organisations.tsv", ("noun", "gender", "example")),
    )
    return [(row.where, row["example"]) for name, columns in tables for row in read_table(name, columns) if row["example"]]


def test_table_examples(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    """Countries are marked by their code (in small letters here), other rows by what they stand for."""
    rows = table_examples()
    texts = [parse_markup(_small(example)) for _, example in rows]
    wrong = []
    for (where, _), (text, marks), parsed in zip(rows, texts, parse_many([t for t, _ in texts]), strict=True):
        mentions, actors = find_mentions(parsed)
        by_id = {a.id: a for a in actors}
        found = {bare(text, m.span.start, m.span.end): by_id[m.actor] for m in mentions}
        for mark in marks:
            actor = found.get(bare(text, mark.start, mark.end))
            country = mark.label.upper() if len(mark.label) == 3 and mark.label != "org" else None
            if mark.label == "place" and actor is None and text[mark.start : mark.end] in place_adjectives():
                continue
            if actor is None or (country and actor.country != country):
                wrong.append(f"{where}: {text[mark.start : mark.end]!r} is {actor and (actor.name, actor.country)}")
    assert wrong == []


def test_nouns_that_take_up_a_body(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    """In every example of takes_up.tsv and wider.tsv one letter stands for one actor; those of no_bodies.tsv name nobody."""
    rows = read_table("lang/fr/takes_up.tsv", ("noun", "kinds", "example"))
    others = read_table("lang/fr/no_bodies.tsv", ("noun", "words", "example"))
    wider = read_table("lang/fr/wider.tsv", ("noun", "narrower", "example"))
    sources = [row["example"] for row in (*rows, *others, *wider) if row["example"]]
    parsed = parse_many([parse_markup(s)[0] for s in sources])
    wrong = {s: faults for s, p in zip(sources, parsed, strict=True) if (faults := differences(p, s))}
    assert wrong == {}


def test_kinds_of_bodies_are_known() -> None:
    kinds = {row["kind"] for row in read_table("data/institutions.tsv", INSTITUTIONS)} | {"unknown"}
    assert frozenset[str]().union(*kinds_taken_up().values()) <= kinds


def _small(example: str) -> str:
    return re.sub(r"\[([A-Z]{3}): ", lambda m: f"[{m[1].lower()}: ", example)


@pytest.mark.parametrize(
    ("masculine", "feminine"),
    [
        ("américain", "américaine"),
        ("iranien", "iranienne"),
        ("turc:turque", "turque"),
        ("russe", "russe"),
        ("coréen", "coréenne"),
    ],
)
def test_feminine_demonyms(masculine: str, feminine: str) -> None:
    assert inflect(masculine)[1] == feminine


def test_noun_tables_are_whole() -> None:
    assert actor_nouns()["porte-parole"].gender is None
    assert actor_nouns()["procureurs"].plural
    assert first_names()["Marine"] == "f"
