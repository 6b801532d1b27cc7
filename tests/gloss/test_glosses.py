"""English sentences in French words: golden cases, tables word by word, nothing lost, everything put back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from recoupe.gloss import lexicon
from recoupe.gloss.french import agree, plural, verb
from recoupe.gloss.headlines import lower_headlines
from recoupe.gloss.layout import lay_out
from recoupe.gloss.nodes import read_tree
from recoupe.gloss.pieces import Gloss
from recoupe.gloss.reports import gloss
from recoupe.gloss.transfer import Transfer
from recoupe.gloss.verbs import EXPECTED, HEARSAY, first_word
from recoupe.lang.plain import plain
from recoupe.lang.tables import Row, read_table
from recoupe.parse.document import Parsed
from recoupe.parse.spacy import parse_english
from recoupe.types import Report

CASES = Path(__file__).resolve().parents[1] / "cases" / "en" / "glosses.txt"


def _parsed(sentences: Sequence[str]) -> list[Parsed]:
    return list(parse_english(Report(f"r-{k}", None, text, "en") for k, text in enumerate(sentences)))


def _glosses(sentences: Sequence[str]) -> list[Gloss]:
    laid = [lay_out(text) for text in sentences]
    return [gloss(p, text, own) for p, text, own in zip(_parsed([x.text for x in laid]), sentences, laid, strict=True)]


def test_sentences_read_as_french() -> None:
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    pairs = [tuple(line.split(" => ")) for line in lines]
    made = [g.text for g in _glosses([english for english, _ in pairs])]
    assert list(zip([e for e, _ in pairs], made, strict=True)) == pairs


def test_no_word_with_a_meaning_is_lost() -> None:
    lines = [line.split(" => ")[0] for line in CASES.read_text(encoding="utf-8").splitlines() if " => " in line]
    lost = []
    for parsed in _parsed(lines):
        for sentence in parsed.sentences:
            nodes, root = read_tree(parsed, sentence)
            assert root is not None
            told = [(p.start, p.end) for p in Transfer(nodes).gloss(root) if p.start < p.end]
            meant = [n for n in nodes if n.pos in ("NOUN", "PROPN", "VERB", "NUM", "ADJ") and n.lemma not in HEARSAY | EXPECTED]
            lost += [n.text for n in meant if not any(start < n.end and n.start < end for start, end in told)]
    assert lost == []


TABLES = {
    "nouns": (lexicon.NOUNS, "noun"),
    "adjectives": (lexicon.ADJECTIVES, "adjective"),
    "demonyms": (lexicon.DEMONYMS, "demonym"),
    "verbs": (lexicon.VERBS, "verb"),
    "phrases": (lexicon.PHRASES, "phrase"),
    "words": (lexicon.WORDS, "word"),
    "names": (lexicon.NAMES, "name"),
}


@pytest.mark.parametrize("table", sorted(TABLES))
def test_each_row_of_the_tables_glosses_its_example(table: str) -> None:
    rows = read_table(f"lang/en/{table}.tsv", TABLES[table][0])
    made = _glosses([r["example"] for r in rows])
    missed = [row.where for row, g in zip(rows, made, strict=True) if not _told(table, row, g.text)]
    assert missed == []


def _told(table: str, row: Row, text: str) -> bool:
    """Does the gloss hold the French of the row, in any form?"""
    low = f" {plain(text)} "
    return any(plain(form) in low for form in _forms(table, row))


def _forms(table: str, row: Row) -> set[str]:
    french = row["french"]
    if table == "verbs":
        forms = verb(first_word(french))
        tenses = ("present", "imperfect", "future", "conditional", "infinitive", "gerund", "participle")
        return {forms.form(t, p) for t in tenses for p in ("il", "ils", "je", "nous", "vous")}  # type: ignore[arg-type]
    if table in ("adjectives", "demonyms"):
        return {agree(french, gender, many) for gender in "mf" for many in (False, True)}
    return {french, plural(french), french.removeprefix("ne "), re.sub(r"(?:^| )(?:de|à)$", "", french)}


def test_given_names_are_no_offices() -> None:
    rows = read_table("lang/en/given_names.tsv", lexicon.GIVEN_NAMES)
    made = _glosses([r["example"] for r in rows])
    assert [row.where for row, g in zip(rows, made, strict=True) if f"{row['name']} Tanner" not in g.text] == []


def test_irregular_verbs_have_their_forms() -> None:
    columns = ("infinitive", "participle", "present", "ant", "stem", "etre", "example")
    for row in read_table("lang/en/french_verbs.tsv", columns):
        forms = verb(row["infinitive"])
        helper = {False: "a", True: "est"}[forms.with_etre]
        pronoun = "il"
        assert f"{pronoun} {helper} {forms.participle}, " in row["example"] + ", ", row.where
        assert row["example"].rsplit(" ", 1)[-1] in forms.present, row.where


def test_every_character_of_a_gloss_comes_from_the_report() -> None:
    text = 'Two men died in Baku on Dec. 25, officials said.\n\n"It was dark," said the mayor\'s brother.\nDone.'
    (made,) = _glosses([text])
    assert made.text.count("\n") == text.count("\n")
    for word, english in (("hommes", "men"), ("Bakou", "Baku"), ("25 décembre", "Dec. 25"), ("frère", "brother")):
        at = made.text.index(word)
        start, end = made.source(at, at + len(word))
        assert english in text[start:end]
    whole = [made.source(k, k + 1) for k in range(len(made.text))]
    assert all(0 <= start < end <= len(text) for start, end in whole)


def test_a_headline_in_capitals_is_lowered_but_its_names() -> None:
    text = "Bridge Collapses Near Oslo, Killing Three\nThe bridge fell in Oslo. It Was Old."
    assert lower_headlines(text) == "bridge collapses near Oslo, killing three\nThe bridge fell in Oslo. It Was Old."
