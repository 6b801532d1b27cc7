"""A dossier with its words for readers."""

from __future__ import annotations

from dataclasses import replace

from recoupe.show.differences import sides_of
from recoupe.show.groups import group_matters
from recoupe.show.speeches import group_statements
from recoupe.show.view import View
from recoupe.types import Actor, Statement
from tests.show.sample import sample

DOSSIER = sample()


def test_context_stays_in_the_sentence() -> None:
    view = View(DOSSIER)
    (day,) = group_matters(view)[0][1][0].differences
    assert view.context(sides_of(view, day)[1].spans[0]) == ("Le feu s’est déclaré ", " peu avant minuit.")


def test_nested_sources_are_told_innermost_first() -> None:
    nested = next(c for c in DOSSIER.claims if len(c.sources) == 2)
    assert View(DOSSIER).holder(nested) == "Une source proche de l’enquête, d’après Radio Estuaire"


def test_joint_and_unknown_speakers() -> None:
    plain = Statement("s", (), "indirect", "say", speaker=None)
    assert [
        plain.voices,
        replace(plain, speaker="a").voices,
        replace(plain, speaker=("a", "b")).voices,
        replace(plain, speaker="a", speakers=("a", "b")).voices,
    ] == [(), ("a",), ("a", "b"), ("a", "b")]
    assert group_statements(View(DOSSIER))[-1].speakers == ()


def test_joint_holders_stand_side_by_side() -> None:
    said = Statement("s1", (), "indirect", "deny", speaker=("a-x", "a-y"))
    claim = replace(DOSSIER.claims[0], sources=("a-y", "a-x"))
    assert View(replace(DOSSIER, statements=(*DOSSIER.statements, said))).holder(claim) == "A-x et a-y"


def test_an_article_makes_no_other_name() -> None:
    actor = Actor(
        "a",
        "préfecture",
        "organisation",
        names=("La préfecture", "préfecture", "les services de l’État", "Les services de l’État"),
    )
    assert View(DOSSIER).other_names(actor) == ("Les services de l’État",)


def test_a_state_is_told_in_the_reader_s_language() -> None:
    assert [View(DOSSIER, lang).value("status", "bientôt fermées") for lang in ("fr", "en")] == ["bientôt fermées", "soon closed"]
