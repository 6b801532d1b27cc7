"""One act in two words, one thing under two names: the tables, and that the relations hold both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.lang.tables import read_table
from recoupe.match.acts.families import acts, kinds, kinship, relatives

FRAMES = sorted(
    {f for row in read_table("lang/fr/happenings.tsv", ("family", "strength", "frames", "example")) for f in row.many("frames")}
)
TABLES = {
    "lang/fr/happenings.tsv": ("family", "strength", "frames", "example"),
    "lang/fr/things.tsv": ("kind", "nouns", "example"),
    "lang/fr/kin_words.tsv": ("act", "words", "example"),
    "lang/fr/carriers.tsv": ("kind", "words", "example"),
    "lang/fr/shunning.tsv": ("kind", "words", "example"),
    "lang/fr/opposites.tsv": ("kind", "left", "right", "example"),
}


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_row_has_an_example(name: str) -> None:
    assert [r.where for r in read_table(name, TABLES[name]) if not r["example"]] == []


@given(st.sampled_from(FRAMES), st.sampled_from(FRAMES))
def test_kinship_goes_both_ways_and_needs_a_common_family(a: str, b: str) -> None:
    assert kinship(a, b) == kinship(b, a)
    assert bool(kinship(a, b)) == (a == b or bool(set(relatives(a)) & set(relatives(b))))


@pytest.mark.parametrize(
    ("a", "b", "kin"),
    [
        ("CRASH", "DISASTER", "near"),
        ("CRASH", "ATTACK", "far"),
        ("ARREST", "VISIT", ""),
        ("MEET", "PHONE", "near"),
        ("MEET", "MEET", "same"),
    ],
)
def test_how_two_frames_stand(a: str, b: str, kin: str) -> None:
    assert kinship(a, b) == kin


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [("rame", "train", True), ("drone", "appareil", True), ("procureur", "parquet", True), ("train", "tableau", False)],
)
def test_two_nouns_may_name_one_kind_of_thing(a: str, b: str, one: bool) -> None:
    assert bool(kinds([a]) & kinds([b])) is one


@pytest.mark.parametrize(
    ("a", "b", "one"), [("dérober", "voler", True), ("écoper", "condamner", True), ("voler", "condamner", False)]
)
def test_two_verbs_may_tell_one_act(a: str, b: str, one: bool) -> None:
    assert bool(acts(frozenset([a])) & acts(frozenset([b]))) is one
