"""The JSON dossier keeps to the contract and comes back as it went."""

from __future__ import annotations

import dataclasses
import json
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.errors import InputError
from recoupe.show.json import SCHEMA, dossier_schema, parse_json, read_dossier, render_json, sorted_dossier
from recoupe.types import Dossier, Mention, Report, Slots, Span, Statement
from tests.show.sample import sample

TEXT = "Moscou et Pyongyang nient tout."
REPORT = Report("r1", "a.txt", TEXT, "fr")


def _statement(**changes: Any) -> Statement:
    return dataclasses.replace(Statement("s1", (Span("r1", 0, 31),), "indirect", "deny"), **changes)


def _spans(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        own = [value] if {"report", "start", "end"} <= value.keys() else []
        return own + [s for v in value.values() for s in _spans(v)]
    return [s for v in value for s in _spans(v)] if isinstance(value, list) else []


def test_the_published_schema_is_that_of_the_records() -> None:
    published = json.loads(resources.files("recoupe").joinpath(SCHEMA).read_text(encoding="utf-8"))
    assert published == dossier_schema()


def test_a_dossier_fits_the_schema_and_its_spans_quote() -> None:
    written = json.loads(render_json(sample()))
    jsonschema.Draft202012Validator(dossier_schema()).validate(written)
    texts = {r["id"]: r["text"] for r in written["reports"]}
    spans = _spans(written)
    assert len(spans) > 50
    assert all(0 <= s["start"] < s["end"] <= len(texts[s["report"]]) for s in spans)


def test_the_schema_refuses_what_is_not_in_the_contract() -> None:
    written = json.loads(render_json(Dossier(reports=(REPORT,), statements=(_statement(),))))
    written["statements"][0]["mode"] = "sung"
    with pytest.raises(jsonschema.ValidationError, match="sung"):
        jsonschema.validate(written, dossier_schema())


def test_internal_fields_stay_inside() -> None:
    event = sample().events[0]
    dossier = Dossier(
        events=(dataclasses.replace(event, slots=Slots(head=7)),), mentions=(Mention("m", Span("r", 0, 1), "a", "name", 3),)
    )
    written = json.loads(render_json(dossier))
    assert "slots" not in written["events"][0]
    assert written["mentions"] == [{"id": "m", "span": {"report": "r", "start": 0, "end": 1}, "actor": "a", "form": "name"}]


@pytest.mark.parametrize(
    ("changes", "speaker"),
    [
        ({}, None),
        ({"speaker": "a1"}, "a1"),
        ({"speaker": ("a1",)}, "a1"),
        ({"speakers": ("a1", "a2"), "speaker": "a1"}, ["a1", "a2"]),
        ({"speaker": ("a1", "a2")}, ["a1", "a2"]),
    ],
)
def test_speaker_is_one_id_or_several_or_null(changes: dict[str, Any], speaker: object) -> None:
    written = json.loads(render_json(Dossier(reports=(REPORT,), statements=(_statement(**changes),))))
    assert written["statements"][0]["speaker"] == speaker


def test_a_dossier_comes_back_as_it_went(tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    path.write_bytes(render_json(sample()))
    back = read_dossier(path)
    assert render_json(back) == path.read_bytes()
    assert back.matters == sorted_dossier(sample()).matters


@given(st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_show(random: Any) -> None:
    dossier = sample()
    lists = {f.name: list(getattr(dossier, f.name)) for f in dataclasses.fields(dossier)}
    for records in lists.values():
        random.shuffle(records)
    assert render_json(Dossier(**{name: tuple(records) for name, records in lists.items()})) == render_json(dossier)


@given(
    st.text(st.characters(exclude_categories=("Cs",))),
    st.dictionaries(st.text(max_size=5), st.integers() | st.text() | st.none()),
)
def test_any_text_and_meta_come_back(text: str, meta: dict[str, Any]) -> None:
    dossier = Dossier(reports=(Report("r1", None, text, meta=meta),))
    assert parse_json(render_json(dossier)) == dossier


@pytest.mark.parametrize("content", ["", "[]", '{"reports": 3}', "%PDF"])
def test_a_file_that_is_no_dossier_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(content)
    with pytest.raises(InputError, match=r"x\.json: no dossier"):
        read_dossier(path)
