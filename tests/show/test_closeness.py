"""Why close lines stand side by side, in the reader's language."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import recoupe.match.acts.comparing
import recoupe.match.alike.tellings
from recoupe.match.alike.weighing import REASONS
from recoupe.show.closeness import closeness
from recoupe.show.reasons import reason_words
from recoupe.show.view import View
from recoupe.types import Dossier, Event, Link, Matter, Report, Span

_TEXT = "Le pont de Corvel a été fermé."
_REPORTS = tuple(Report(r, None, _TEXT, "fr") for r in "ab")
_EVENTS = tuple(Event(f"e{r}", r, (Span(r, 0, 29),), Span(r, 24, 29), "fermer", "CLOSE") for r in "ab")
_MATTER = Matter("x", "Le pont", ("ea", "eb"), (), ("a", "b"), "related", (), 2, ())


def _view(lang: str, *links: Link) -> View:
    return View(Dossier(reports=_REPORTS, events=_EVENTS, matters=(_MATTER,), links=links), lang)


def test_the_strongest_link_is_told_without_its_weights() -> None:
    weak = Link("ea", "eb", "unsure", 0.3, ("mêmes noms (+0,3)",), "k1")
    strong = Link("ea", "eb", "unsure", 0.6, ("mêmes acteurs (+1,2)", "mêmes mots (+0,7)"), "k2")
    assert closeness(_view("fr", weak, strong), _MATTER) == "Peut-être le même fait : mêmes acteurs, mêmes mots"
    assert closeness(_view("en", weak, strong), _MATTER) == "Perhaps the same fact: same parties, same words"


def test_of_what_is_kept_apart_the_bar_alone_is_told() -> None:
    link = Link("ea", "eb", "different", 0.6, ("un autre jour", "mêmes mots (+0,7)"), "k1")
    assert closeness(_view("fr", link), _MATTER) == "Proches, mais un autre jour"
    assert closeness(_view("en", link), _MATTER) == "Close, but another day"


def test_a_matter_without_links_says_nothing() -> None:
    assert closeness(_view("fr"), _MATTER) == ""


def _reasons(module: object, *functions: str) -> set[str]:
    """The fixed sentences that these functions of a module give as reasons."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    found = (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n.name in functions)
    yielded = (n.value for f in found for n in ast.walk(f) if isinstance(n, ast.Yield | ast.Return) and n.value)
    texts = (n.value for y in yielded for n in ast.walk(y) if isinstance(n, ast.Constant) and isinstance(n.value, str))
    return {t for t in texts if " " in t and not t.endswith((" : ", "(", ", ", " / "))}


def test_every_reason_has_its_english() -> None:
    told = {
        *REASONS.values(),
        *_reasons(recoupe.match.acts.comparing, "_parties", "_circumstances", "_doubts", "_bars"),
        *_reasons(recoupe.match.alike.tellings, "_why_two"),
    }
    assert len(told) > 25
    assert [t for t in sorted(told) if reason_words(t) is None] == []


@pytest.mark.parametrize(
    ("reason", "english"),
    [("même objet : pont", "same object: pont"), ("même type de fait (crash)", "same kind of fact"), ("sans rapport", None)],
)
def test_reasons_in_english(reason: str, english: str | None) -> None:
    assert reason_words(reason) == english
