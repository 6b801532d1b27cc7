"""The affairs written for cross-reading hold what docs/affairs.md says, and their gold is sound."""

from __future__ import annotations

import importlib.util
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from recoupe.evaluate.crossing import RIGHT
from recoupe.evaluate.gold import GoldStory, read_gold, read_stories

ROOT = Path(__file__).resolve().parents[2]
AFFAIRS = ROOT / "gold" / "affairs"
HALVES = ("dev", "test")


@pytest.mark.parametrize("half", HALVES)
def test_each_half_has_six_affairs_of_four_to_eight_reports(half: str) -> None:
    stories = read_gold([AFFAIRS / half])
    assert len(stories) >= 6
    assert {s.id: len(s.reports) for s in stories if not 4 <= len(s.reports) <= 8} == {}
    words = {f"{s.id}/{r.id}": len(r.text.split()) for s in stories for r in s.reports}
    assert {k: n for k, n in words.items() if not 60 <= n <= 350} == {}
    assert any(r.published is None for s in stories for r in s.reports)


@pytest.mark.parametrize("half", HALVES)
def test_each_half_plants_every_kind_and_as_many_false_friends(half: str) -> None:
    stories = read_gold([AFFAIRS / half])
    kinds = Counter(d.type for s in stories for d in s.divergences)
    apart = sum(f.kind == "apart" for s in stories for f in s.matters)
    friends = kinds.pop("different-object") + apart
    assert set(kinds) == set(RIGHT)
    assert kinds["precision"] == max(kinds.values())
    assert kinds["contradiction"] < kinds.total() / 5
    assert friends >= 0.8 * kinds.total()
    shown = {name for s in stories for d in s.divergences for name in d.phenomena}
    assert {"quote", "headline", "weekday", "rounding", "list", "hardened", "source-lost", "spelling", "earlier-page"} <= shown


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("kind", ["affairs", "stories"])
def test_every_item_points_at_what_it_needs(kind: str, half: str) -> None:
    wrong = [f"{s.id} {name}" for s in read_gold([ROOT / "gold" / kind / half]) for name in _wrong(s)]
    assert wrong == []


def _wrong(story: GoldStory) -> list[str]:
    """Two objects need two places, else joining one of them rightly would count as a fault; a difference needs two."""
    bad = [f.id for f in story.matters if f.kind == "apart" and len(f.evidence) != 2]
    bad += [f.id for f in story.matters if f.kind != "apart" and len({e.report for e in f.evidence}) < 2]
    for d in story.divergences:
        places = {(e.report, e.start, e.end) for e in d.evidence}
        right = len(places) == 2 if d.type == "different-object" else len(places) >= 1 + (d.type != "single-source")
        bad += [] if right and len(places) == len(d.evidence) else [d.id]
    return bad


def test_affairs_share_no_passage_with_one_another_or_with_other_gold() -> None:
    owner: dict[tuple[str, ...], str] = {}
    for story in read_gold([ROOT / "gold"]):
        for report in story.reports:
            for passage in _passages(report.text, 12):
                assert owner.setdefault(passage, story.id) == story.id


def test_nothing_is_copied_from_the_shared_data(shared: Path) -> None:
    files = (*shared.glob("reports/*.txt"), *shared.glob("gold/stories/*/*.txt"))
    theirs = {p for f in files for p in _passages(f.read_text(encoding="utf-8"), 9)}
    for story in read_gold([AFFAIRS, ROOT / "gold" / "stories"]):
        for report in story.reports:
            assert [p for p in _passages(report.text, 9) if p in theirs] == []


def _passages(text: str, size: int) -> list[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]


def test_an_affair_can_be_handed_out_as_files(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("build", ROOT / "gold" / "build.py")
    assert spec
    assert spec.loader
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    source = AFFAIRS / "dev" / "02-row.mark"
    for path, content in build.outputs(source, tmp_path).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    folder = tmp_path / "affair-row"
    assert read_stories(folder / "gold.json") == read_stories(source)
    lines = [json.loads(line) for line in (folder / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == ["a", "b", "c", "d", "e"]
    assert "published" not in lines[3]
