"""The examples are what their marked-up stories say, and their gold is sound."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from recoupe.evaluate.gold import GoldStory, read_gold, read_stories

ROOT = Path(__file__).resolve().parents[1]
AFFAIRS = ("crue", "proces", "visite")


def _builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build", ROOT / "gold" / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", AFFAIRS)
def test_the_files_are_those_of_the_marked_up_story(name: str) -> None:
    made = _builder().outputs(ROOT / "gold" / "examples" / f"{name}.mark")
    there = {p: p.read_text(encoding="utf-8") for p in (ROOT / "examples" / name).iterdir()}
    assert made == there, "run python gold/build.py"


@pytest.mark.parametrize("name", AFFAIRS)
def test_an_affair_has_every_layer(name: str) -> None:
    (story,) = read_stories(ROOT / "examples" / name / "gold.json")
    layers = (story.mentions, story.statements, story.times, story.figures, story.propositions, story.matters, story.divergences)
    assert {"statements", "times", "figures"} <= set(story.exhaustive)
    assert all(layers)
    assert 3 <= len(story.reports) <= 5
    assert all(110 <= len(r.text.split()) <= 400 for r in story.reports)


def test_the_planted_phenomena_are_there() -> None:
    stories = read_gold([ROOT / "examples"])
    kinds = {d.type for s in stories for d in s.divergences}
    assert {"contradiction", "update", "dispute", "precision", "certainty", "attribution", "naming", "different-object"} <= kinds
    assert {c.relation for s in stories for c in s.copies} >= {"same_text", "same_origin", "same_quote", "independent"}


@pytest.mark.parametrize("half", ["dev", "test"])
def test_each_half_of_our_gold_has_its_reports(half: str) -> None:
    stories = read_gold([ROOT / "gold" / half])
    assert sum(len(s.reports) for s in stories) >= 35
    assert all(s.id.startswith(f"{half}-") for s in stories)
    assert [s.id for s in stories if not _attributed(s)] == []


def _attributed(story: GoldStory) -> bool:
    return all(s.speaker or s.accept_unknown for s in story.statements)


def test_no_report_is_written_twice_or_shares_long_passages_between_affairs() -> None:
    stories = read_gold([ROOT / "examples", ROOT / "gold" / "dev", ROOT / "gold" / "test"])
    owner: dict[tuple[str, ...], str] = {}
    for story in stories:
        for report in story.reports:
            words = re.findall(r"\w+", report.text.lower())
            for i in range(len(words) - 11):
                assert owner.setdefault(tuple(words[i : i + 12]), story.id) == story.id


def test_nothing_is_copied_from_the_shared_data(shared: Path) -> None:
    theirs = set()
    for file in (*shared.glob("reports/*.txt"), *shared.glob("gold/stories/*/*.txt")):
        words = re.findall(r"\w+", file.read_text(encoding="utf-8").lower())
        theirs |= {tuple(words[i : i + 9]) for i in range(len(words) - 8)}
    for story in read_gold([ROOT / "examples", ROOT / "gold" / "dev", ROOT / "gold" / "test"]):
        for report in story.reports:
            words = re.findall(r"\w+", report.text.lower())
            shared_words = [" ".join(words[i : i + 9]) for i in range(len(words) - 8) if tuple(words[i : i + 9]) in theirs]
            assert shared_words == []
