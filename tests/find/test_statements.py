"""Statements: every row of the cue tables, marked-up sentences, and promises that hold on any text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.errors import TableError
from recoupe.find.mentions import find_mentions
from recoupe.find.statements import find_statements
from recoupe.lang.cues import noun_cues, phrase_cues, verb_cues
from recoupe.lang.markup import parse_markup
from recoupe.lang.tables import read_table
from recoupe.parse.document import Parsed
from recoupe.types import Statement

CASES = Path(__file__).resolve().parents[1] / "cases" / "fr" / "statements.txt"
_DETERMINERS = ("le ", "la ", "les ", "l'", "un ", "une ", "des ", "du ", "son ", "sa ", "ses ", "ce ")


def bare(words: str) -> str:
    """Words without outer marks and determiner: what a reader would underline either way."""
    words = words.strip(' .,;:«»"“”?!\u00a0').lower()
    for determiner in _DETERMINERS:
        if words.startswith(determiner):
            return words[len(determiner) :].strip(' «»"')
    return words


def told(parsed: Parsed, statement: Statement) -> tuple[str, tuple[str, ...], str]:
    """Cue, contents and speaker of a statement as words."""

    def words(start: int, end: int) -> str:
        return parsed.text[start:end]

    cue = words(statement.cue.start, statement.cue.end) if statement.cue else ""
    speaker = words(statement.speaker_span.start, statement.speaker_span.end) if statement.speaker_span else ""
    return (
        bare(cue),
        tuple(bare(words(s.start, s.end)) for s in statement.spans),
        "" if speaker.startswith("-") else bare(speaker),
    )


def expected(source: str) -> tuple[str, list[tuple[str, tuple[str, ...], str]]]:
    """The text of a case and what must be found, by the numbers of its marks."""
    text, marks = parse_markup(source)
    groups: dict[str, dict[str, list[str]]] = {}
    for mark in marks:
        groups.setdefault(mark.value or "", {}).setdefault(mark.label, []).append(bare(text[mark.start : mark.end]))
    rows = [
        ((g.get("cue") or [""])[0], tuple(g["content"]), (g.get("speaker") or [""])[0]) for g in groups.values() if "content" in g
    ]
    return text, rows


def read(parsed: Parsed) -> tuple[Statement, ...]:
    mentions, actors = find_mentions(parsed)
    return find_statements(parsed, mentions, actors, ())[0]


def cases() -> list[str]:
    return [line for line in CASES.read_text(encoding="utf-8").split("\n") if line.strip() and not line.startswith("#")]


def test_marked_up_sentences(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    sources = cases()
    wanted = [expected(source) for source in sources]
    wrong = []
    for source, (_, rows), parsed in zip(sources, wanted, parse_many([text for text, _ in wanted]), strict=True):
        found = sorted(told(parsed, s) for s in read(parsed))
        if found != sorted(rows):
            wrong.append((source, found))
    assert not wrong


def test_every_row_of_the_cue_tables(parse: Callable[[str], Parsed]) -> None:
    cues = [*verb_cues().values(), *noun_cues().values(), *phrase_cues().values()]
    assert len(verb_cues()) >= 350 and len(noun_cues()) >= 80
    marked = [expected(cue.example) for cue in cues]
    parsed = parse("\n".join(text for text, _ in marked))
    found = read(parsed)
    at, wrong = 0, []
    for cue, (text, rows) in zip(cues, marked, strict=True):
        mine = [(told(parsed, s), s.act) for s in found if at <= s.spans[0].start <= at + len(text)]
        if (rows[0], cue.act) not in [((c if rows[0][0] else "", content, speaker), act) for (c, content, speaker), act in mine]:
            wrong.append((cue.name, cue.example, mine))
        at += len(text) + 1
    assert not wrong


def test_acts_and_modes(parse: Callable[[str], Parsed]) -> None:
    parsed = parse("Le maire a nié les faits. Le préfet a dénoncé un « crime ». « Je pars », a dit Marie Dubourg.")
    assert [(s.mode, s.act) for s in read(parsed)] == [("indirect", "deny"), ("mixed", "criticise"), ("direct", "say")]


def test_joint_speakers_and_first_persons(parse: Callable[[str], Parsed]) -> None:
    parsed = parse("Paris et Berlin ont annoncé un accord. « Nous sommes prêts », a déclaré Claire Vannier.")
    mentions, actors = find_mentions(parsed)
    statements, mentions, actors = find_statements(parsed, mentions, actors, ())
    names = {a.id: a.name for a in actors}
    we = next(m for m in mentions if parsed.text[m.span.start : m.span.end] == "Nous")
    assert (len(statements[0].speakers), names[we.actor]) == (2, "Claire Vannier")


def test_an_unattributed_quotation_has_no_speaker(parse: Callable[[str], Parsed]) -> None:
    parsed = parse("La rue est calme.\n« On nous a laissés seuls pendant trois jours entiers. »\nLe marché a rouvert.")
    assert [(s.mode, s.speaker) for s in read(parsed)] == [("direct", None)]


def test_a_cue_row_with_an_unknown_frame_names_its_line(tmp_path: Path) -> None:
    row = read_table("lang/fr/cues.tsv", ("verb", "act", "frame", "example"))[0]
    with pytest.raises(TableError, match=r"cues.tsv:\d+: act 'denie' unknown"):
        type(row)({**row.cells, "act": "denie"}, row.where).one_of("act", ("say", "deny"))


_PIECES = st.sampled_from(
    [
        "« ",
        " »",
        "“",
        "”",
        '"',
        "Le maire a dit que ",
        "a-t-il ajouté",
        ", ",
        ". ",
        "selon la police",
        "accuse ",
        "\n",
        ": ",
        "Paul Lestang ",
        "oui ",
        "— ",
    ]
)


@settings(max_examples=12, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=14))
def test_spans_lie_in_the_report_whatever_the_text(pieces: list[str]) -> None:
    from recoupe.parse.spacy import parse as parse_reports
    from recoupe.types import Report

    text = "".join(pieces)
    parsed = next(iter(parse_reports([Report(id="t", path=None, text=text, lang="fr")])))
    statements, mentions, actors = find_statements(parsed, (), (), ())
    known = {a.id for a in actors}
    assert all(0 <= span.start < span.end <= len(text) for s in statements for span in s.spans)
    assert len({s.id for s in statements}) == len(statements)
    assert {a for s in statements for a in s.speakers} | {m.actor for m in mentions} <= known


def test_same_statements_in_other_marks(parse: Callable[[str], Parsed]) -> None:
    text = "« Le port est fermé », a déclaré le capitaine. Il évoque « une tempête rare »."
    straight = text.replace("« ", '"').replace(" »", '"')
    curly = text.replace("« ", "“").replace(" »", "”")
    found = [[told(p, s) for s in read(p)] for p in (parse(text), parse(straight), parse(curly))]
    assert found[0] == found[1] == found[2] and len(found[0]) == 2
