"""The terminal view, the Markdown note and the page as text, over an invented affair that holds one of everything."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from rich.cells import cell_len

from recoupe.show.groups import evidence_of, group_matters
from recoupe.show.markdown import escape, render_markdown
from recoupe.show.news import news
from recoupe.show.notebook import html
from recoupe.show.page import render_page
from recoupe.show.terminal import render
from recoupe.show.view import View
from recoupe.show.words import say
from recoupe.types import Difference, Dossier, Report, Value
from tests.show.sample import large, sample

DOSSIER = sample()
LANGUAGES = ("fr", "en")


class _Elements(HTMLParser):
    """Collects the elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def _elements(page: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = _Elements()
    parser.feed(page)
    return parser.found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [60, 79, 100, 160])
def test_terminal_keeps_its_width_and_says_every_matter(width: int, lang: str) -> None:
    text = render(DOSSIER, width=width, lang=lang)
    assert max(cell_len(line) for line in text.splitlines()) <= width
    assert "\x1b" not in text
    flat = re.sub(r"\s+", " ", text).replace("‹", "").replace("›", "")
    view = View(DOSSIER, lang)
    said = [view.words(evidence_of(view, m)) if m.agreement == "single" else m.title for m in DOSSIER.matters]
    assert [words for words in said if words not in flat] == []
    assert say("unknown_speaker", lang) in flat


def test_terminal_shows_both_wordings_side_by_side() -> None:
    line = next(line for line in render(DOSSIER, width=120).splitlines() if "[1][2] mardi 4 mars 2025" in line)
    assert "[3] mercredi 5 mars 2025" in line


def test_terminal_colour_only_when_asked_and_control_characters_never() -> None:
    assert "\x1b[" in render(DOSSIER, width=80, color=True)
    hostile = Dossier(reports=(Report("r", None, "a\x1b[31m", outlet="Nom\x1b]0;pris\x07\u202e"),))
    assert "\x1b" not in render(hostile, width=80)
    assert "\u202e" not in render(hostile, width=80)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_dossier_is_shown_by_every_view(lang: str) -> None:
    empty = Dossier()
    texts = (render(empty, lang=lang), render_markdown(empty, lang), render_page(empty, lang))
    assert all(say("empty", lang) in text for text in texts)


def test_markdown_escapes_what_reports_say() -> None:
    assert escape("*rien* à _voir_ | [ici](x) <b>") == r"\*rien\* à \_voir\_ \| \[ici\]\(x) \<b\>"
    assert (escape("1. non"), escape("- non"), escape("16-18 mars")) == (r"1\. non", r"\- non", "16-18 mars")
    note = render_markdown(DOSSIER)
    assert not re.search(r"(?<!\\)<(script|img|b)", note)
    assert not re.search(r"(?<!\\)\]\(", note)


def test_markdown_sets_the_two_camps_of_a_dispute_apart() -> None:
    (matter,) = dict(group_matters(View(DOSSIER)))["disputed"]
    _, _, note = render_markdown(DOSSIER).partition(f"### {escape(matter.title)}")
    told, _, against = note.partition("\n### ")[0].partition("*Le dément ou le conteste*")
    assert ("*L’avance ou le rapporte*" in told, "Syndicat des dockers" in told, "Valmorel" in against) == (True, True, True)


def test_markdown_tells_a_source_in_one_line() -> None:
    source = Difference("source", "wording", (Value("apo", "Valmorel", ()), Value("radio", None, ())))
    matters = tuple(replace(m, differences=(source,)) if m.agreement == "shared" else m for m in DOSSIER.matters)
    note = render_markdown(replace(DOSSIER, matters=matters))
    assert re.findall(r"(?m)^Source : .*", note)[:1] == [
        "Source : Valmorel (Agence Presse-Ouest) · le texte lui-même (Radio Estuaire)"
    ]
    assert "Source “" not in note


def test_reports_of_one_origin_are_said_to_be() -> None:
    assert re.search(r"\[1\].*, \[2\].* : même origine\n", render(DOSSIER))


def test_markdown_tables_have_one_row_a_side() -> None:
    days = ("| mardi 4 mars 2025 |", "| mercredi 5 mars 2025 |")
    rows = [line for line in render_markdown(DOSSIER).splitlines() if any(day in line for day in days)]
    assert rows == [
        "| Agence Presse-Ouest, Le Courrier des Grèves | mardi 4 mars 2025 | *mardi 4 mars* |",
        "| L’Écho du Littoral | mercredi 5 mars 2025 | *mercredi 5 mars* |",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_holds_nothing_that_loads_or_runs_but_its_own(lang: str) -> None:
    elements = _elements(render_page(DOSSIER, lang))
    assert [a for t, a in elements if t == "script" and a.get("type") != "application/json"] == [{}]
    assert [t for t, _ in elements if t in ("img", "iframe", "object", "embed", "video", "audio", "base")] == []
    assert [a for _, a in elements if "src" in a or "style" in a or any(k.startswith("on") for k in a)] == []
    assert {a.get("href") for t, a in elements if t == "link"} == {"data:,"}


def test_page_ids_are_unique_and_evidence_lies_in_the_reports() -> None:
    elements = _elements(render_page(DOSSIER))
    ids = [a["id"] for _, a in elements if "id" in a]
    assert len(ids) == len(set(ids))
    lengths = {str(i): len(r.text) for i, r in enumerate(View(DOSSIER).reports, 1)}
    evidence = [a["data-ev"] or "" for _, a in elements if "data-ev" in a]
    assert all(evidence)
    for part in ";".join(evidence).split(";"):
        report, ranges = part.split(":")
        for piece in ranges.split(","):
            start, end = map(int, piece.split("-"))
            assert 0 <= start < end <= lengths[report]


def test_same_bytes_twice_and_in_any_order_of_records() -> None:
    turned = replace(
        DOSSIER,
        reports=DOSSIER.reports[::-1],
        mentions=DOSSIER.mentions[::-1],
        actors=DOSSIER.actors[::-1],
        statements=DOSSIER.statements[::-1],
        claims=DOSSIER.claims[::-1],
        copies=DOSSIER.copies[::-1],
    )
    assert [render_page(turned), render(turned, width=90), render_markdown(turned)] == [
        render_page(DOSSIER),
        render(DOSSIER, width=90),
        render_markdown(DOSSIER),
    ]


@pytest.mark.parametrize("view", [render, render_markdown, render_page])
def test_a_report_in_another_language_is_named_and_not_counted(view: Callable[[Dossier], str]) -> None:
    other = Report(id="z", path="z.txt", text="Der Hafen ist geschlossen.", lang="de")
    shown = view(replace(DOSSIER, reports=(*DOSSIER.reports, other)))
    assert ("laissé de côté" in shown, "4 textes" in shown, "5 textes" in shown) == (True, True, False)


def test_a_large_dossier_stays_a_page() -> None:
    page = render_page(large())
    found = [attrs for _, attrs in _elements(page)]
    assert {m.id for m in large().matters} <= {attrs.get("id") for attrs in found}
    assert len(page) < 3_000_000


def test_notebook_fragment_is_escaped() -> None:
    hacked = next(m for m in DOSSIER.matters if "piraté" in m.title)
    fragment = html(hacked, DOSSIER)
    assert "&lt;b&gt;piraté&lt;/b&gt;" in fragment
    assert "<script" not in fragment
    assert html(DOSSIER).count("<tr>") == 6


def test_a_side_without_words_says_so_in_every_view() -> None:
    matter = DOSSIER.matters[0]
    silent = replace(matter.differences[0].values[0], value=None, evidence=())
    difference = replace(matter.differences[0], values=(silent, *matter.differences[0].values[1:]))
    dossier = replace(DOSSIER, matters=(replace(matter, differences=(difference,)),))
    assert all(say("silent") in text for text in (render(dossier, width=100), render_markdown(dossier), render_page(dossier)))
    assert 'data-ev=""' not in render_page(dossier)


def test_a_notebook_shows_a_dossier() -> None:
    assert DOSSIER._repr_html_() == html(DOSSIER)


def test_the_news_of_a_report_comes_gravest_first() -> None:
    text = news(DOSSIER, {"littoral"})
    signs = [line[0] for line in text.splitlines()[1:] if line and not line.startswith(" ")]
    assert signs == [s for s in ("≠", "⇄", "↻", "+", "1") if s in signs]
    assert signs[0] == "≠"
    assert news(DOSSIER, {"unknown"}) == ""
