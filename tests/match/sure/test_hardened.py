"""Doubted in one report, told as done in another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.lang.markup import parse_markup
from recoupe.lang.modality import asides
from recoupe.lang.tables import read_table
from recoupe.match.acts.clauses import COLUMNS
from recoupe.match.desk import lay_desk
from recoupe.match.sure.doubts import DoubtReader
from recoupe.match.sure.hardened import draft_hardened
from recoupe.parse.document import Parsed
from recoupe.pipeline import read_report
from recoupe.types import Report, When
from tests.match.crossing import verdicts_on

FALL = "Deux alpinistes sont morts samedi dans une chute au pic de Vesles. Le guide de Vesles est rentré seul. "


def found(parse_many: Callable[[list[str]], list[Parsed]], weak: str, flat: str, days: tuple[str, str]) -> list[tuple[str, str]]:
    """Slot and verdict of what this step alone sets side by side."""
    texts = [FALL + weak, FALL + flat]
    readings = []
    for name, text, parsed, day in zip("ab", texts, parse_many(texts), days, strict=True):
        report = Report(name, None, text, "fr", published=When(f"w-{name}", None, day, day, day))
        readings.append(read_report(report, replace(parsed, report=name)))
    return [(x.slot, x.verdict) for d in draft_hardened(lay_desk(readings), []) for x in d.differences]


@pytest.mark.parametrize(
    ("weak", "flat", "hardened"),
    [
        ("Le guide aurait négligé la météo, selon un proche.\n", "Le guide avait négligé la météo.\n", True),
        ("Un câble se serait rompu, dit un secouriste.\n", "Un câble a lâché.\n", True),
        # told as done on somebody's word; an act that is confirmed; the one man of whom it is told; what one only thinks of
        ("Le guide aurait agi seul.\n", "Le guide a agi seul, affirme le procureur.\n", True),
        ("Une enquête aurait été ouverte à Vesles.\n", "Le parquet a confirmé l'ouverture d'une enquête à Vesles.\n", True),
        ("Un randonneur aurait été blessé.\n", "Un randonneur souffre de blessures aux jambes, précise la police.\n", True),
        ("Le guide envisagerait son départ de Vesles.\n", "Le guide envisageait de quitter Vesles.\n", True),
        ("Le guide aurait été blessé.\n", "Un randonneur souffre de blessures aux jambes, précise la police.\n", False),
        ("Le guide pourrait quitter Vesles.\n", "Le guide envisageait de quitter Vesles.\n", False),
        # an adverb, an aside of doubt
        ("Un câble s'est vraisemblablement rompu.\n", "Un câble a lâché.\n", True),
        ("Le guide a négligé la météo, dit-on à Vesles.\n", "Le guide avait négligé la météo.\n", True),
        # what a thing consists in, what it is for
        ("La règle qui consisterait à payer le guide a été lue.\n", "La règle qui consiste à payer le guide est lue.\n", False),
        (
            "Une loi autoriserait Luc Vial à rester guide.\n",
            "Ils rejettent la loi permettant à Luc Vial de rester guide.\n",
            False,
        ),
        # Another thing is done; another thing does it; denied; a condition.
        ("Le guide aurait négligé la météo, selon un proche.\n", "Le guide avait négligé sa famille.\n", False),
        ("Le guide aurait perdu la vue, selon un proche.\n", "Le guide avait perdu ses gants.\n", False),
        ("Un câble se serait rompu, dit un secouriste.\n", "Une porte du refuge a lâché.\n", False),
        ("Le guide aurait négligé la météo, selon un proche.\n", "Le guide n'avait pas négligé la météo.\n", False),
        ("Le guide aurait négligé la météo, selon un proche.\n", "Le juge dira si le guide a négligé la météo.\n", False),
    ],
)
def test_a_clause_that_is_doubted_and_told_flatly(
    parse_many: Callable[[list[str]], list[Parsed]], weak: str, flat: str, hardened: bool
) -> None:
    rows = found(parse_many, weak, flat, ("2024-03-12", "2024-03-12"))
    assert (("certainty", "refined") in rows, bool(rows)) == (hardened, hardened)


def test_sentences_that_are_each_others_best(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    """What needs sentences to be set side by side first: the number and the kind of people are the same, the word is not."""
    weak, flat = "Trente ouvriers seraient portés disparus à Vesles.\n", "Trente travailleurs sont manquants à Vesles.\n"
    assert "refined" in verdicts_on("certainty", weak, flat, start=FALL)


def test_words_of_a_name_tell_no_act_and_a_side_is_no_coast(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    text = "Côté pluie, le bureau des Nations unies irrite le maire de Vesles."
    parsed = replace(parse_many([text])[0], report="a")
    reader = DoubtReader(lay_desk([read_report(Report("a", None, text, "fr"), parsed)]), "a")
    assert [w.text for w in parsed.words if reader.is_predicate(w)] == ["irrite"]
    assert list(reader.keys(0)) == []


def test_every_aside_of_doubt() -> None:
    """The example of each row holds one of its phrases."""
    rows = read_table("lang/fr/hedges.tsv", ("phrases", "effect", "example"))
    assert [r.where for r in rows if not asides().search(parse_markup(r["example"])[0])] == []


def test_who_tells_it_as_done_is_named(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    rows = found(
        parse_many,
        "Un randonneur aurait été blessé.\n",
        "Un randonneur souffre de blessures, précise la police.\n",
        ("2024-03-12",) * 2,
    )
    assert rows == [("certainty", "refined"), ("source", "wording")]


def test_two_sums_are_no_surer_one_than_the_other() -> None:
    first = "Luc Fabre aurait touché 45 000 euros de la mairie."
    assert "refined" in verdicts_on("certainty", first, "Luc Fabre a touché ces 45 000 euros de la mairie.")
    assert "refined" not in verdicts_on("certainty", first, "S'y ajoutent 100 000 euros touchés de la mairie par Luc Fabre.")


def test_what_may_be_done_is_no_less_sure_than_what_is_done() -> None:
    possible, done = "Le juge pourrait entendre Luc Fabre à Belmont.", "Le juge entend Luc Fabre à Belmont."
    assert set(verdicts_on("certainty", possible, done)) == {"wording"}
    assert "refined" in verdicts_on(
        "certainty", "Le juge aurait entendu Luc Fabre à Belmont.", "Le juge a entendu Luc Fabre à Belmont."
    )


def test_what_was_possible_and_is_done_later_has_come_about(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    rows = found(
        parse_many, "Le refuge pourrait fermer ses portes.\n", "Le refuge a fermé ses portes.\n", ("2024-03-12", "2024-03-20")
    )
    assert rows == [("status", "updated")]


def test_a_source_lost_on_the_way_is_named(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    told = (
        "Selon un proche, le guide de Vesles avait négligé la météo de samedi.\n",
        "Le guide avait négligé la météo de samedi.\n",
    )
    assert ("source", "wording") in found(parse_many, *told, ("2024-03-12", "2024-03-12"))


@pytest.mark.parametrize(
    ("weak", "flat"),
    [
        ("Le guide aurait bu, selon un proche.\n", "Le guide était ivre.\n"),
        ("Le guide est soupçonné dans trois morts.\n", "Le guide a tué trois personnes.\n"),
        ("Le guide pourrait se présenter aux élections.\n", "Le guide est candidat.\n"),
    ],
)
def test_a_rumour_comes_back_in_another_word(parse_many: Callable[[list[str]], list[Parsed]], weak: str, flat: str) -> None:
    assert ("certainty", "refined") in found(parse_many, weak, flat, ("2024-03-12", "2024-03-12"))


def test_every_row_of_the_rumours_has_an_example() -> None:
    rows = list(read_table("lang/fr/rumours.tsv", COLUMNS))
    assert len(rows) > 30
    assert [r.where for r in rows if not r["example"]] == []


@pytest.mark.parametrize(
    ("weak", "flat", "hardened"),
    [
        # one of them; two of one count; another word for the act
        ("Une femme enceinte serait parmi les blessés.\n", "Une femme enceinte figure parmi les victimes.\n", True),
        ("Les deux usines seraient dans le rouge.\n", "Les deux sites perdent de l'argent.\n", True),
        ("Le véhicule se serait renversé.\n", "Le véhicule a basculé dans le ravin.\n", True),
        ("Une femme enceinte serait parmi les blessés.\n", "Une femme armée figure parmi les suspects.\n", False),
        ("Les deux usines seraient dans le rouge.\n", "Les trois sites perdent de l'argent.\n", False),
    ],
)
def test_a_rumour_in_other_words(parse_many: Callable[[list[str]], list[Parsed]], weak: str, flat: str, hardened: bool) -> None:
    assert (("certainty", "refined") in found(parse_many, weak, flat, ("2024-03-12", "2024-03-12"))) == hardened


def test_what_came_true_is_shown_once() -> None:
    left, right = (
        "Un vent fort devrait frapper les quais de Vesles mardi.",
        "Les quais de Vesles ont été frappés par un vent fort.",
    )
    assert verdicts_on("status", left, right, start=FALL, days=("2024-03-11", "2024-03-13")) == ["updated"]
