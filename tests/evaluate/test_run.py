"""`recoupe evaluate` from gold files to table, page, JSON and saved scores."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recoupe.errors import InputError
from recoupe.evaluate.gold import read_gold
from recoupe.evaluate.intervals import intervals
from recoupe.evaluate.outcome import Outcome
from recoupe.evaluate.result import phenomena_of
from recoupe.evaluate.run import evaluate, run

STORY = """id: small
exhaustive: statements times figures
actor vik: Ingrid Vik | person | NOR |
== a | published=2025-03-10 | phenomena=agency
« [s=1 direct say: Le port rouvrira [t=2025-03-11: mardi]] », [c=1: a dit] [m=vik by=1: Ingrid Vik].
Un <script> de [f=12: douze pages] l’annonce.
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "small.mark"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_the_table_the_page_and_the_scores_are_written(gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, data, scores = tmp_path / "e.html", tmp_path / "e.json", tmp_path / "scores.json"
    assert run([gold], html=page, json_file=data, save_file=scores, errors=5) == 0
    first = capsys.readouterr().out
    assert "statements.speaker" in first
    assert "given gold mentions:" in first
    assert "statements.found / agency" in first
    figures = {f["metric"]: f["ratio"] for f in json.loads(data.read_text(encoding="utf-8"))["figures"]}
    assert figures["statements.found.f1"] == figures["statements.speaker"] == figures["times.value"] == 1.0
    html = page.read_text(encoding="utf-8")
    assert "<script>" not in html
    assert "http" not in html
    changed = json.loads(scores.read_text(encoding="utf-8"))
    next(f for f in changed["figures"] if f["metric"] == "times.value")["ratio"] = 0.5
    scores.write_text(json.dumps(changed), encoding="utf-8")
    assert run([gold], save_file=scores) == 0
    again = capsys.readouterr().out
    assert "+0.500" in next(line for line in again.splitlines() if line.startswith("times.value"))
    assert json.loads(scores.read_text(encoding="utf-8"))["digest"] == changed["digest"]


def test_saved_scores_of_other_gold_are_said_to_be(gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scores = tmp_path / "scores.json"
    scores.write_text('{"digest": "0", "figures": [{"metric": "times.value", "ratio": 1}]}', encoding="utf-8")
    run([gold], save_file=scores)
    assert "of other gold" in capsys.readouterr().err
    scores.write_text("[]", encoding="utf-8")
    with pytest.raises(InputError, match="no saved scores"):
        run([gold], save_file=scores)


def test_folders_without_gold_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no gold story here"):
        read_gold([tmp_path])
    (tmp_path / "x.mark").write_text("nothing", encoding="utf-8")
    with pytest.raises(InputError, match="no marked-up story"):
        read_gold([tmp_path / "x.mark"])


def test_intervals_hold_the_ratio_and_repeat() -> None:
    outcomes = [Outcome("times.value", i % 3 > 0, 1, f"s/{i // 4}") for i in range(60)]
    (low, high) = intervals(outcomes)["times.value"]
    assert low < 2 / 3 < high
    assert intervals(list(reversed(outcomes))) == intervals(outcomes)


def test_divergences_are_split_by_what_they_show() -> None:
    outcomes = [
        Outcome("divergences.precision.found", True, 1, "a", phenomena=("quote",)),
        Outcome("divergences.precision.typed", True, 1, "a", phenomena=("quote",)),
        Outcome("divergences.update.typed", False, 1, "b", phenomena=("quote", "toll")),
        Outcome("shared.pairs", True, 1, "b", phenomena=("quote",)),
    ]
    figures = {f.metric: (f.hits, f.out_of) for f in phenomena_of(outcomes)}
    assert figures == {"divergences.typed / quote": (1, 2), "divergences.typed / toll": (0, 1)}


def test_a_story_with_english_reports_is_scored_on_their_own_words(tmp_path: Path) -> None:
    source = (
        "id: mixed\nexhaustive:\nactor stone: Ada Stone | person\n== a | lang=en\nTwo men died in Oslo. "
        "“[s=1 direct say: We tried],” [m=stone by=1: Ada Stone] [c=1: said].\n"
        "== b\nDeux hommes sont morts à Oslo, a dit Ada Stone."
    )
    (tmp_path / "mixed.mark").write_text(source, encoding="utf-8")
    found = evaluate(read_gold([tmp_path]))
    assert {m: found.ratio(m) for m in ("statements.found.recall", "statements.speaker")} == {
        "statements.found.recall": 1.0,
        "statements.speaker": 1.0,
    }
    assert found.blame == ()
