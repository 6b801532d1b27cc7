"""What two reports tell with numbers that exclude each other, or as done and not done, is nothing that they share."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "Le ferry Astrolabe s'est échoué lundi 5 mai 2025 devant le port de Corvel. "


@pytest.mark.parametrize(
    ("left", "right", "agreement"),
    [
        ("Une vague de sept mètres a déferlé.", "Une vague de 7 mètres a déferlé.", "shared"),
        ("Il est tombé 414 mm de pluie.", "Il est tombé près de 410 mm de pluie.", "shared"),
        # Told as two counts already: the act itself stays one.
        ("Le maire a promis 3 500 logements aux sinistrés.", "Le maire a promis 2 000 logements aux sinistrés.", "shared"),
    ],
)
def test_numbers_that_exclude_each_other_are_nothing_shared(left: str, right: str, agreement: str) -> None:
    found = [m for m in matters_of(left, right, start=START) if len(m.reports) > 1 and m.title in (left[:-1], right[:-1])]
    assert {m.agreement for m in found} == {agreement}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Une vague de sept mètres a déferlé.", "Une vague de trois mètres a déferlé."),
        ("Le maire a promis 3 500 tuiles aux sinistrés.", "Le maire a promis 2 000 tuiles aux sinistrés."),
    ],
)
def test_an_act_with_two_numbers_is_opposed_in_them_and_shared_nowhere(left: str, right: str) -> None:
    words = left.split()[:3]
    found = [m for m in matters_of(left, right, start=START) if len(m.reports) > 1 and m.title.split()[:3] == words]
    assert [(m.agreement, [d.slot for d in m.differences]) for m in found] == [("contradicted", ["figure"])]


def test_an_act_done_and_not_done_is_nothing_shared() -> None:
    left, right = "Le maire avait donné l'ordre d'évacuer.", "Aucun ordre d'évacuer n'avait été donné."
    found = [m for m in matters_of(left, right, start=START) if m.title in (left[:-1], right[:-1]) and len(m.reports) > 1]
    assert [m.agreement for m in found] == ["related"]


def test_the_passages_stand_first() -> None:
    left, right = "Une vague de sept mètres a déferlé.", "Une vague de trois mètres a déferlé."
    start = "Les deux barrages de Sarnac ont cédé mercredi 7 mai 2025 au-dessus de la ville. "
    found = matters_of(left, right, start=start, days=("2025-05-08", "2025-05-18"))
    assert [[d.slot for d in m.differences] for m in found if m.agreement == "related"] == [["passage", "date"]]
