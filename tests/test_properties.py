"""What always holds of a dossier, whatever its quality: on the example affairs, and on the same texts in other dress."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from recoupe.pipeline import compare, compare_reports
from recoupe.read import read_inputs
from recoupe.show.json import render_json
from recoupe.types import Dossier, Report, Span, When

EXAMPLES = Path(__file__).parents[1] / "examples"
AFFAIRS = sorted(p.name for p in EXAMPLES.iterdir() if p.is_dir())


def _reports(affair: str) -> list[Report]:
    folder = EXAMPLES / affair
    inputs = sorted(folder.glob("*.jsonl")) or sorted(folder.glob("*.txt"))
    reports, failures = read_inputs(inputs)
    assert not failures
    return list(reports)


@pytest.fixture(scope="module")
def dossiers() -> dict[str, Dossier]:
    return {affair: compare_reports(_reports(affair)) for affair in AFFAIRS}


def _spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _spans(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)


@pytest.mark.parametrize("affair", AFFAIRS)
def test_every_span_quotes_its_report(dossiers: dict[str, Dossier], affair: str) -> None:
    dossier = dossiers[affair]
    texts = {r.id: r.text for r in dossier.reports}
    bad = [s for s in _spans(dossier) if not (s.report in texts and 0 <= s.start < s.end <= len(texts[s.report]))]
    assert bad == []


@pytest.mark.parametrize("affair", AFFAIRS)
def test_every_id_is_unique_and_every_reference_leads_somewhere(dossiers: dict[str, Dossier], affair: str) -> None:
    record = json.loads(render_json(dossiers[affair]))
    lists = ("reports", "mentions", "actors", "whens", "figures", "statements", "events", "claims", "matters", "copies", "links")
    ids = [x["id"] for name in lists for x in record[name]]
    assert len(ids) == len(set(ids))
    by_list = {name: {x["id"] for x in record[name]} for name in lists}
    references = {
        "mentions": {"actor": "actors"},
        "statements": {"speaker": "actors", "addressee": "actors", "when": "whens"},
        "events": {"report": "reports", "agents": "actors", "targets": "actors", "when": "whens", "figures": "figures"},
        "claims": {"event": "events", "sources": "actors", "statement": "statements"},
        "matters": {"events": "events", "claims": "claims", "reports": "reports"},
        "copies": {"left": "reports", "right": "reports"},
    }
    lost = [
        (name, x["id"], field, value)
        for name, fields in references.items()
        for x in record[name]
        for field, target in fields.items()
        for value in (x[field] if isinstance(x[field], list) else [x[field]])
        if value is not None and value not in by_list[target]
    ]
    assert lost == []


@pytest.mark.parametrize("affair", AFFAIRS)
def test_no_claim_without_evidence_and_no_matter_without_words(dossiers: dict[str, Dossier], affair: str) -> None:
    dossier = dossiers[affair]
    assert dossier.matters
    assert [c.id for c in dossier.claims if not c.evidence] == []
    assert [m.id for m in dossier.matters if not m.events and not m.claims and not m.differences] == []


@pytest.mark.parametrize("affair", AFFAIRS)
def test_same_bytes_twice_and_in_any_order(dossiers: dict[str, Dossier], affair: str) -> None:
    again = compare_reports(list(reversed(_reports(affair))))
    assert render_json(again) == render_json(dossiers[affair])


def test_the_names_of_files_do_not_matter(tmp_path: Path, dossiers: dict[str, Dossier]) -> None:
    affair = next(a for a in AFFAIRS if list((EXAMPLES / a).glob("*.txt")))
    for number, path in enumerate(sorted((EXAMPLES / affair).glob("*.txt"))):
        (tmp_path / f"{9 - number}.txt").write_bytes(path.read_bytes())
    renamed = compare([tmp_path])
    plain = compare(sorted((EXAMPLES / affair).glob("*.txt")))
    assert [(m.id, m.title, m.agreement) for m in renamed.matters] == [(m.id, m.title, m.agreement) for m in plain.matters]


def _stances(dossier: Dossier) -> list[tuple[str, str, str]]:
    """What was found, without offsets: the words of each statement, its speaker's name, its act."""
    names = {a.id: a.name for a in dossier.actors}
    return sorted(
        (
            re.sub(r"[«»“”\"\s]+", " ", " ".join(dossier.words(s) for s in statement.spans)).strip(),
            str(names.get(str(statement.speaker))),
            statement.act,
        )
        for statement in dossier.statements
    )


DRESSES: dict[str, Callable[[str], str]] = {
    "curly quotes": lambda t: re.sub(r"«\s*", "“", re.sub(r"\s*»", "”", t)),
    "straight quotes": lambda t: re.sub(r"«\s*", '"', re.sub(r"\s*»", '"', t)),
    "no-break spaces": lambda t: re.sub(r" ([»:;!?])", "\u00a0\\1", re.sub(r"« ", "«\u00a0", t)),
    "curly apostrophes": lambda t: t.replace("'", "’"),
}
TEXT = (
    "Le maire de Saint-Aubin, Paul Mercier, a dénoncé lundi 3 mars 2025 « une faute grave » du préfet.\n"
    "« Nous avions demandé ces travaux », a-t-il ajouté. « Personne n'a répondu. »\n"
    "La préfecture dément ces accusations. Selon elle, l'État a versé deux millions d'euros.\n"
)


@pytest.mark.parametrize("dress", DRESSES)
def test_the_dress_of_a_text_changes_nothing(dress: str) -> None:
    plain = compare_reports([Report(id="a", path=None, text=TEXT, lang="fr")])
    other = compare_reports([Report(id="a", path=None, text=DRESSES[dress](TEXT), lang="fr")])
    fold = str.maketrans({"’": "'", "\u00a0": " "})
    assert [tuple(part.translate(fold) for part in s) for s in _stances(other)] == _stances(plain)


def test_line_ends_of_other_systems_are_read_alike(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    (tmp_path / "b.txt").write_bytes(TEXT.encode())
    read = [read_inputs([tmp_path / name])[0][0].text for name in ("a.txt", "b.txt")]
    assert read[0] == read[1] == TEXT


def test_a_moved_publication_date_moves_what_hangs_on_it() -> None:
    text = "Le conseil a voté mardi la fermeture de l'usine. Les salariés partiront vendredi."

    def values(day: str) -> list[str | None]:
        published = When(id="w-given", span=None, value=day, earliest=day, latest=day)
        report = Report(id="a", path=None, text=text, lang="fr", published=published, published_basis="given")
        return [w.value for w in compare_reports([report]).whens]

    assert values("2025-03-13") == ["2025-03-11", "2025-03-14"]
    assert values("2025-03-20") == ["2025-03-18", "2025-03-21"]
