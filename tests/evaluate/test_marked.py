"""Marked-up stories compile to the gold format, and say where they are wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from recoupe.errors import InputError
from recoupe.evaluate.gold import checked, digest, read_gold
from recoupe.evaluate.marked import compile_stories, compile_story

STORY = """id: fire
exhaustive: statements
actor mayor: Anne Delvaux | person | BEL | la maire
actor BEL: Belgique | state | BEL |
fact F1 shared: the fire
diff D1 update refined ph=toll,rounding: number of dead
copy a b independent: nothing in common
== a | outlet=Le Soir du Lac | published=2031-03-04 | phenomena=agency live
« [s=1 direct say: Tout a brûlé], [c=1: a dit] [m=mayor by=1: la maire [m=BEL: belge]]. [s=1: Tout.] » \
[e=D1: [f=2+: Au moins deux morts]] [t=2031-03-03|2031-03-02 dur=P1D: lundi].
--
F1: Tout #2
== b
[s=1 indirect @mayor: [p=alleged|possible neg ag=mayor pl=ACCUSE/allege: [m=mayor: Elle] n’aurait rien vu]]. \
[e=D1: [f=3-5: Trois à cinq morts]], [e=F1: le feu].
"""


def test_a_story_compiles_whole() -> None:
    story = compile_story(STORY)
    a, b = (r["text"] for r in story["reports"])
    assert a == "« Tout a brûlé, a dit la maire belge. Tout. » Au moins deux morts lundi.\n"

    def span(report: str, words: str, start: int) -> dict[str, Any]:
        return {"report": report, "start": start, "end": start + len(words), "text": words}

    assert story["statements"] == [
        {
            "id": "a-S1",
            "spans": [span("a", "Tout a brûlé", 2), span("a", "Tout.", 38)],
            "mode": "direct",
            "act": "say",
            "cue": span("a", "a dit", 16),
            "speaker": ["mayor"],
            "speaker_span": span("a", "la maire belge", 22),
        },
        {"id": "b-S1", "spans": [span("b", "Elle n’aurait rien vu", 0)], "mode": "indirect", "speaker": ["mayor"]},
    ]
    assert story["mentions"] == [
        {"span": span("a", "la maire belge", 22), "actors": ["mayor"], "form": "description"},
        {"span": span("a", "belge", 31), "actors": ["BEL"], "form": "adjective"},
        {"span": span("b", "Elle", 0), "actors": ["mayor"], "form": "pronoun"},
    ]
    assert [(f["low"], f["high"], f["bound"]) for f in story["figures"]] == [(2, None, "at_least"), (3, 5, "between")]
    assert story["times"] == [
        {"span": span("a", "lundi", a.index("lundi")), "duration": "P1D", "value": "2031-03-03", "values": ["2031-03-02"]}
    ]
    assert story["propositions"] == [
        {
            "id": "b-P1",
            "span": span("b", "Elle n’aurait rien vu", 0),
            "status": ["alleged", "possible"],
            "negated": True,
            "sources": ["mayor"],
            "agents": ["mayor"],
            "plover": {"type": "ACCUSE", "mode": "allege"},
        }
    ]
    assert story["matters"][0]["evidence"] == [span("a", "Tout", 38), span("b", "le feu", b.index("le feu"))]
    assert [e["report"] for e in story["divergences"][0]["evidence"]] == ["a", "b"]
    assert story["divergences"][0]["accept"] == ["refined"]
    assert story["divergences"][0]["phenomena"] == ["toll", "rounding"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("by=1:", "by=7:"), "'7'"),
        (("m=mayor by", "m=nobody by"), "'nobody' is not declared"),
        (("[f=2+:", "[f=two:"), "figure 'two' cannot be read"),
        (("F1: Tout #2", "F1: Tout #3"), "'Tout' is not in the text"),
        (("exhaustive:", "exhausting:"), "is no line of a story's head"),
        (("[c=1: a dit]", "[z=1: a dit]"), "mark 'z' unknown"),
    ],
)
def test_a_wrong_mark_is_named(change: tuple[str, str], message: str) -> None:
    with pytest.raises(InputError, match=re.escape(message)):
        compile_story(STORY.replace(*change), "fire.mark")


def test_several_stories_share_a_file(tmp_path: Path) -> None:
    (tmp_path / "two.mark").write_text(STORY + "\n" + STORY.replace("id: fire", "id: smoke"), encoding="utf-8")
    assert [s.id for s in read_gold([tmp_path])] == ["fire", "smoke"]
    with pytest.raises(InputError, match="two stories have the id 'fire'"):
        read_gold([tmp_path / "two.mark", tmp_path / "two.mark"])


def test_json_and_marked_gold_are_the_same_story(tmp_path: Path) -> None:
    (tmp_path / "a.mark").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps(compile_stories(STORY)[0]), encoding="utf-8")
    (tmp_path / "other.json").write_text('{"not": "gold"}', encoding="utf-8")
    assert read_gold([tmp_path / "a.mark"]) == read_gold([tmp_path / "b.json"])
    assert len(read_gold([tmp_path / "b.json"])) == 1


def test_gold_whose_spans_do_not_quote_is_refused() -> None:
    story = compile_story(STORY)
    story["times"][0]["span"]["start"] += 1
    with pytest.raises(InputError, match="the gold has 'lundi', the text 'undi'"):
        checked(story, "fire.json")
    story = compile_story(STORY)
    story["statements"][0]["speaker"] = ["stranger"]
    with pytest.raises(InputError, match="actor 'stranger' is not among"):
        checked(story, "fire.json")
    with pytest.raises(InputError, match="not a gold story"):
        checked({"id": 3}, "fire.json")


def test_the_digest_sees_every_change() -> None:
    first, second = (checked(compile_story(s), "x") for s in (STORY, STORY.replace("t=2031-03-03", "t=2031-03-01")))
    assert digest([first]) != digest([second])
    assert digest([first]) == digest([checked(compile_story(STORY), "y")])
