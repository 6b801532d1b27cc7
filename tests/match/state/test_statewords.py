"""The states of a holder agree with it and read as a heading."""

from __future__ import annotations

import pytest

from recoupe.lang.tables import read_table
from recoupe.match.state.statewords import agreed
from tests.match.crossing import matters_of

START = "À Belmont, la crue du Gardouin a surpris la commune de Corvel et la préfète, Anne Sorel. "
DAYS = ("2025-05-12", "2025-05-14")
# Labels of the table with what they are of two women or two roads.
SHE = {
    "fermé": "fermées", "rouvert": "rouvertes", "favori ou candidat": "favorites ou candidates", "captif": "captives",
    "mis en examen": "mises en examen", "clos": "closes", "rompu": "rompues", "introuvable": "introuvables", "mort": "mortes",
    "interdit": "interdites", "à l'arrêt": "à l'arrêt", "pronostic vital engagé": "pronostic vital engagé", "aveux": "aveux",
    "démission": "démission", "non identifié": "non identifiées", "expulsé ou rappelé": "expulsées ou rappelées",
}  # fmt: skip


def test_a_label_agrees_with_its_holder() -> None:
    assert {label: agreed(label, True, True) for label in SHE} == SHE


def test_every_label_is_given_as_of_one_man() -> None:
    rows = read_table("lang/fr/ladders.tsv", ("scale", "rung", "label", "part", "words", "example"))
    labels = {r["label"].lstrip("?!") for r in rows}
    assert sorted(x for x in labels if x.split()[0].endswith(("ée", "és", "ées", "ue", "us")) and x != "repris") == []


@pytest.mark.parametrize(
    ("left", "right", "title"),
    [
        ("L'école du bourg fermera mardi.", "L'école du bourg a rouvert.", "École : bientôt fermée, puis rouverte"),
        ("Les habitants ont été évacués.", "Les habitants ont regagné leur domicile.", "Habitants : évacués, puis de retour"),
        ("Les éboueurs sont en grève.", "La grève est terminée.", "Grève : en cours, puis terminée"),
        ("Le conseil doit se prononcer mardi.", "Le conseil a rendu son avis.", "Conseil : décision annoncée, puis effective"),
        ("L'usine a suspendu sa production.", "L'usine a rallumé ses fours.", "Production : à l'arrêt, puis relancée"),
    ],
)
def test_a_heading_of_two_states(left: str, right: str, title: str) -> None:
    found = matters_of(left, right, start=START, days=DAYS)
    assert [m.title for m in found if any(d.slot == "status" and d.verdict == "updated" for d in m.differences)] == [title]
