"""English reports beside French ones: joined by what they tell, shown in their own words."""

from __future__ import annotations

from recoupe.pipeline import compare_reports
from recoupe.types import Dossier, Report

FRENCH = (
    "OSTENDE, 4 mars 2025 - Un ferry reliant Ostende à Ramsgate a coulé mardi au large de Dunkerque. Douze personnes sont "
    "mortes, a annoncé la préfecture maritime. « Nous avons tout tenté », a déclaré le capitaine, Luc Maes."
)
ENGLISH = (
    "Ferry Sinks Off Dunkirk, Killing 14\n\n"
    'A ferry sank off Dunkirk on Tuesday, killing 14 people, officials said. "We tried everything," the captain, Luc Maes, said. '
    "The ship was bound from Ostend to Ramsgate."
)


def _dossier() -> Dossier:
    return compare_reports((Report("fr", None, FRENCH, "fr"), Report("en", None, ENGLISH, "en")))


def test_an_english_report_is_joined_with_a_french_one() -> None:
    dossier = _dossier()
    (toll,) = (d for m in dossier.matters for d in m.differences if d.slot == "figure" and d.verdict != "same")
    words = {v.report: [dossier.words(s) for s in v.evidence] for v in toll.values}
    assert words == {"fr": ["Douze personnes"], "en": ["14 people"]}
    (sinking,) = (m for m in dossier.matters if m.agreement == "shared")
    day = next(d for d in sinking.differences if d.slot == "date")
    assert {v.report: [dossier.words(s) for s in v.evidence] for v in day.values} == {"fr": ["mardi"], "en": ["on Tuesday"]}


def test_all_that_is_found_stands_on_english_words() -> None:
    dossier = _dossier()
    english = {r.id: r.text for r in dossier.reports}["en"]
    assert english == ENGLISH
    said = [(dossier.words(s.spans[0]), s.speaker) for s in dossier.statements if s.spans[0].report == "en"]
    names = {a.id: a.name for a in dossier.actors}
    assert ("We tried everything", "Luc Maes") in [(w, names.get(str(s))) for w, s in said]


def test_the_same_bytes_in_any_order() -> None:
    reports = [Report("fr", None, FRENCH, "fr"), Report("en", None, ENGLISH, "en")]
    assert compare_reports(reports) == compare_reports(reports[::-1])


def test_a_line_told_in_french_is_titled_by_the_french_report() -> None:
    french = "Un incendie a détruit lundi une scierie à Corbon. Personne n'a été blessé."
    english = "A fire destroyed a sawmill in Corbon on Monday. Nobody was hurt, police said."
    found = compare_reports((Report("fr", None, french, "fr"), Report("en", None, english, "en"))).matters
    assert {m.title for m in found} == {"Un incendie a détruit lundi une scierie à Corbon", "Personne n'a été blessé"}
