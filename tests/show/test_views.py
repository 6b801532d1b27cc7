"""The terminal view, the Markdown note and the page as text, over an invented affair that holds one of everything."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.cells import cell_len

import recoupe
from recoupe.pipeline import compare_reports
from recoupe.show.affair import news
from recoupe.show.lines import single_lines
from recoupe.show.markdown import escape, render_markdown
from recoupe.show.notebook import html
from recoupe.show.page import render_page
from recoupe.show.terminal import render
from recoupe.show.view import View, speakers_of
from recoupe.show.words import WORDS, date_words, reason_words, say
from recoupe.types import Dossier, Report, Span, Statement
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


def test_groups_come_in_the_order_an_editor_needs() -> None:
    assert [(a, len(ms)) for a, ms in View(DOSSIER).groups()] == [
        ("contradicted", 1),
        ("disputed", 1),
        ("updated", 1),
        ("refined", 1),
        ("shared", 2),
        ("single", 10),
        ("related", 1),
    ]


def test_numbers_and_origins() -> None:
    view = View(DOSSIER)
    numbers = view.numbers()
    assert (numbers.reports, numbers.origins, numbers.first, numbers.last) == (4, 3, "2025-03-04", "2025-03-06")
    assert view.origins() == (("apo", "courrier"), ("littoral",), ("radio",))


def test_sides_put_equal_values_together() -> None:
    view = View(DOSSIER)
    (day,) = view.groups()[0][1][0].differences
    assert [(s.value, s.reports) for s in view.sides(day)] == [("2025-03-04", ("apo", "courrier")), ("2025-03-05", ("littoral",))]


def test_context_stays_in_the_sentence() -> None:
    view = View(DOSSIER)
    (day,) = view.groups()[0][1][0].differences
    assert view.context(view.sides(day)[1].spans[0]) == ("Le feu s’est déclaré ", " peu avant minuit.")


def test_nested_sources_are_told_innermost_first() -> None:
    nested = next(c for c in DOSSIER.claims if len(c.sources) == 2)
    assert View(DOSSIER).holder(nested) == "Une source proche de l’enquête, d’après Radio Estuaire"


def test_joint_and_unknown_speakers() -> None:
    plain = Statement("s", (), "indirect", "say", speaker=None)
    assert [
        speakers_of(plain),
        speakers_of(replace(plain, speaker="a")),
        speakers_of(replace(plain, speaker=("a", "b"))),
        speakers_of(replace(plain, speaker="a", speakers=("a", "b"))),
    ] == [(), ("a",), ("a", "b"), ("a", "b")]
    assert View(DOSSIER).speeches()[-1].speakers == ()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [60, 79, 100, 160])
def test_terminal_keeps_its_width_and_says_every_matter(width: int, lang: str) -> None:
    text = render(DOSSIER, width=width, lang=lang)
    assert max(cell_len(line) for line in text.splitlines()) <= width
    assert "\x1b" not in text
    flat = re.sub(r"\s+", " ", text).replace("‹", "").replace("›", "")
    view = View(DOSSIER, lang)
    said = [view.words(view.evidence(m)) if m.agreement == "single" else m.title for m in DOSSIER.matters]
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


def test_matters_of_one_sentence_make_one_line() -> None:
    port = next(m for m in DOSSIER.matters if m.title == "Le port fermé aux camions")
    claim = next(c for c in DOSSIER.claims if c.id == port.claims[0])
    (span,) = claim.evidence
    part = replace(claim, id="part", status="planned", evidence=(replace(span, start=span.end - len("aux camions")),))
    dossier = replace(
        DOSSIER, claims=(*DOSSIER.claims, part), matters=(*DOSSIER.matters, replace(port, id="x2", claims=("part",)))
    )
    view = View(dossier)
    lines = dict(single_lines(view, dict(view.groups())["single"]))["courrier"]
    assert [(line.words, line.told(view), len(line.matters)) for line in lines] == [
        ("La société Valmorel prévoit de reconstruire d’ici à 2027.", "Valmorel : prévu", 1),
        ("Le port reste fermé aux camions.", "présenté comme un état de fait, prévu", 2),
    ]


def test_what_is_shared_on_a_slot_is_shown_in_the_words_of_each_report() -> None:
    view = View(DOSSIER)
    matter = dict(view.groups())["contradicted"][0]
    alike = replace(matter, differences=tuple(replace(d, verdict="same") for d in matter.differences))
    assert ([view.words([s]) for s in view.common(alike)], view.common(matter)) == (
        ["mardi 4 mars", "mardi 4 mars", "mercredi 5 mars"],
        (),
    )


def test_one_value_on_all_sides_is_told_apart_by_its_words() -> None:
    view = View(DOSSIER)
    day = dict(view.groups())["contradicted"][0].differences[0]
    alike = replace(day, slot="polarity", values=tuple(replace(v, value="happened") for v in day.values))
    assert [(s.value, s.reports) for s in view.sides(alike)] == [(None, ("apo", "courrier")), (None, ("littoral",))]
    voices = replace(day, slot="source", values=tuple(replace(v, value=None) for v in day.values))
    assert [(view.value("source", s.value), len(s.reports)) for s in view.sides(voices)] == [("le texte lui-même", 3)]


def test_slots_that_matching_names_have_words() -> None:
    source = "".join(p.read_text(encoding="utf-8") for p in sorted((Path(recoupe.__file__).parent / "match").glob("*.py")))
    slots = set(re.findall(r"Difference\(\s*\"(\w+)\"", source))
    assert "polarity" in slots
    assert sorted(s for s in slots if f"slot.{s}" not in WORDS) == []


def test_a_title_or_an_initial_ends_no_sentence() -> None:
    view = View(DOSSIER)
    text = "Hier, M. Ferrand a vu J. Dupré. Le port est fermé."
    view.texts["apo"] = text
    start = text.index("a vu")
    claim = replace(DOSSIER.claims[0], id="c", evidence=(Span("apo", start, start + 4),))
    view.claims["c"] = claim
    matter = replace(DOSSIER.matters[0], claims=("c",), differences=())
    ((_, (line,)),) = single_lines(view, [matter])
    assert line.pieces == (("Hier, M. Ferrand ", False), ("a vu", True), (" J. Dupré.", False))


@pytest.mark.parametrize("view", [render, render_markdown, render_page])
def test_a_report_in_another_language_is_named_and_not_counted(view: Callable[[Dossier], str]) -> None:
    other = Report(id="z", path="z.txt", text="Der Hafen ist geschlossen.", lang="de")
    shown = view(replace(DOSSIER, reports=(*DOSSIER.reports, other)))
    assert ("laissé de côté" in shown, "4 textes" in shown, "5 textes" in shown) == (True, True, False)


def test_a_disputed_matter_has_two_camps() -> None:
    view = View(DOSSIER)
    (matter,) = dict(view.groups())["disputed"]
    camps = view.camps(matter)
    assert [[view.holders(v.claims) for v in camp] for camp in camps] == [["Syndicat des dockers", "Malo Kervella"], ["Valmorel"]]
    for claim in camps[0][0].claims:  # told as the act of denying, the same words stand on the other side
        view.events[claim.event] = replace(view.events[claim.event], frame="DENY")
    assert "Syndicat des dockers" in [view.holders(v.claims) for v in view.camps(matter)[1]]


def test_what_others_belie_is_no_denial() -> None:
    """The minister's words are negative, and it is they that the audit belies."""
    start = "À Belmont, une réunion sur le port s'est tenue lundi. "
    told = "Le gardien n'avait jamais présenté de danger, a assuré Jules Armand. Des propos contredits depuis par un audit."
    dossier = compare_reports([Report("a", None, start + told, "fr"), Report("b", None, start, "fr")])
    view = View(dossier)
    (matter,) = dict(view.groups())["disputed"]
    assert ["Jules Armand" in {view.holders(v.claims) for v in camp} for camp in view.camps(matter)] == [True, False]


def test_that_somebody_accuses_is_no_side_of_the_dispute() -> None:
    view = View(DOSSIER)
    (matter,) = dict(view.groups())["disputed"]
    charge = next(c for c in view.dossier_claims(matter) if c.status == "alleged")
    view.events["act"] = replace(view.events[charge.event], id="act", frame="ACCUSE")
    view.claims["act"] = replace(charge, id="act", event="act", status="happened", sources=())
    told = replace(matter, claims=(*matter.claims, "act"))
    assert view.camps(told) == view.camps(matter)


def test_a_large_dossier_stays_a_page() -> None:
    page = render_page(large())
    found = [attrs for _, attrs in _elements(page)]
    assert {m.id for m in large().matters} <= {attrs.get("id") for attrs in found}
    assert len(page) < 3_000_000


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        ("2024-06-18", "mardi 18 juin 2024", "Tuesday 18 June 2024"),
        ("2024-06", "juin 2024", "June 2024"),
        ("2000", "2000", "2000"),
        ("../2004-06-17", "jusqu’au jeudi 17 juin 2004", "until Thursday 17 June 2004"),
        ("2004/..", "à partir de 2004", "from 2004"),
        ("2024-05-01T14:30", "mercredi 1er mai 2024, 14 h 30", "Wednesday 1 May 2024, 14:30"),
        ("2024-02-30", "30 février 2024", "30 February 2024"),
        ("hier", "hier", "hier"),
        (None, "sans date", "undated"),
    ],
)
def test_date_words(value: str | None, french: str, english: str) -> None:
    assert (date_words(value), date_words(value, "en")) == (french, english)


def test_every_label_has_both_languages_and_no_verdict_on_truth() -> None:
    assert all(french and english for french, english in WORDS.values())
    shown = " ".join(w for pair in WORDS.values() for w in pair).lower()
    assert not re.search(r"\b(vrai|faux|vérité|true|false|truth)\b", shown)


def test_joint_holders_stand_side_by_side() -> None:
    said = Statement("s1", (), "indirect", "deny", speaker=("a-x", "a-y"))
    claim = replace(DOSSIER.claims[0], sources=("a-y", "a-x"))
    assert View(replace(DOSSIER, statements=(*DOSSIER.statements, said))).holder(claim) == "A-x et a-y"


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


def test_only_direct_speech_stands_in_our_quotation_marks() -> None:
    view = View(DOSSIER)
    quoted = {view.words((s,)) for d in DOSSIER.statements if d.mode == "direct" for s in d.spans}
    shown = {s.direct: view.words(s.spans) for m in DOSSIER.matters for s in view.stances(m)}
    assert set(shown) == {True, False}
    assert all(any(view.words(s.spans) in q for q in quoted) for m in DOSSIER.matters for s in view.stances(m) if s.direct)
    text = render(DOSSIER, width=160)
    assert ("« Tout le monde le savait »" in text, "│ avoir coupé les alarmes" in text) == (True, True)
    assert "« avoir coupé les alarmes »" not in text + render_markdown(DOSSIER)


def test_a_notebook_shows_a_dossier() -> None:
    assert DOSSIER._repr_html_() == html(DOSSIER)


def test_the_title_is_the_headline_that_the_other_reports_bear_out() -> None:
    texts = {
        "a": "Un train déraille près de Morlette\n\nUn train régional a déraillé mardi.",
        "b": "Drame\n\nLe train de Morlette a déraillé près du pont.",
        "c": "Que s'est-il passé à Morlette ?\n\nUn train déraille, trois morts près de la gare.",
    }
    reports = tuple(Report(name, None, text, "fr") for name, text in texts.items())
    assert View(Dossier(reports=reports)).title() == "Un train déraille près de Morlette"
    assert View(Dossier(reports=reports[1:])).title() == say("title", "fr")  # a word and a question are no headlines
    caption = replace(reports[0], text="Un train déraille près de Morlette (Photo Agence Sillage)\n\nUn train a déraillé.")
    assert View(Dossier(reports=(caption, *reports[1:]))).title() == say("title", "fr")  # nor are the words under a picture


def test_the_summary_points_at_what_is_contradicted_and_changed() -> None:
    keys = [(key, m.agreement) for key, m in View(DOSSIER).lead()]
    assert keys[-2:] == [("lead.contradicted", "contradicted"), ("lead.updated", "updated")]
    assert len(keys) <= 3


def test_the_news_of_a_report_comes_gravest_first() -> None:
    text = news(DOSSIER, {"littoral"})
    signs = [line[0] for line in text.splitlines()[1:] if line and not line.startswith(" ")]
    assert signs == [s for s in ("≠", "⇄", "↻", "+", "1") if s in signs]
    assert signs[0] == "≠"
    assert news(DOSSIER, {"unknown"}) == ""


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Aucune origine commune trouvée.", "No common origin found."),
        ("Deux rapports citent la même source : Kremlin.", "Several reports cite the same source: Kremlin."),
        ("Une phrase sans patron.", None),
    ],
)
def test_reasons_are_translated_or_left_as_french(french: str, english: str | None) -> None:
    assert reason_words(french) == english
