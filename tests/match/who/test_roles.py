"""What two reports call one person or body: one matter a role, and none for what differs."""

from __future__ import annotations

import pytest

from recoupe.lang.nouns import actor_nouns
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.who import roles
from recoupe.match.who.callings import COLUMNS, kin_of
from tests.match.crossing import matters_of, verdicts_on

START = "Une explosion a détruit samedi 10 mai 2025 la conserverie Orsel à Belmont, a indiqué la préfecture. "
ONE_ROLE = [
    # title, apposition, copula, relative, participle, post, description
    ("Le maire de Valcourt Paul Denis est venu.", "Paul Denis, maire de Valcourt, est venu.", "same", "maire de Valcourt"),
    (
        "Paul Denis est le maire de Valcourt depuis 2014.",
        "Paul Denis, élu maire de Valcourt en 2014, est venu.",
        "same",
        "maire de Valcourt en 2014",
    ),
    (
        "Le maire de Valcourt, Paul Denis, est venu.",
        "Paul Denis est venu. Le maire de Valcourt a pleuré.",
        "same",
        "maire de Valcourt",
    ),
    ("Ancien boxeur, Paul Denis est venu.", "L'ex-boxeur Paul Denis est venu.", "same", "ex-boxeur"),
    (
        "Paul Denis, qui préside le conseil régional, est venu.",
        "Le président du conseil régional, Paul Denis, est venu.",
        "same",
        "président du conseil régional",
    ),
    (
        "Paul Denis travaillait comme vigile à la mairie de Valcourt.",
        "Paul Denis, agent de sécurité à la mairie de Valcourt, est venu.",
        "wording",
        "vigile à la mairie de Valcourt",
    ),
    (
        "Paul Denis, avocat, fondateur de la revue Sarabande, est venu.",
        "Paul Denis, l'un des fondateurs de Sarabande, est venu.",
        "refined",
        "fondateur de la revue Sarabande",
    ),
    (
        "Une mission présidée par Paul Denis est venue.",
        "Paul Denis, président de la mission, est venu.",
        "same",
        "président de la mission",
    ),
    (
        "La députée LR du Gard Marie Denis est venue.",
        "Marie Denis, députée du Gard, est venue.",
        "refined",
        "députée LR du Gard",
    ),
    (
        "Paul Denis, ancien agent de sécurité, est venu.",
        "Ex-vigile, Paul Denis est venu.",
        "wording",
        "ex-vigile",
    ),
    (
        "L'attaque perpétrée par Paul Denis a duré une heure.",
        "Paul Denis, l'auteur de la tuerie, est mort.",
        "refined",
        "auteur de la tuerie",
    ),
    (
        "Marie Denis, la femme du boulanger, est venue.",
        "L'épouse du boulanger, Marie Denis, est venue.",
        "wording",
        "femme du boulanger",
    ),
    (
        "Le gouverneur de la région, Paul Denis, est venu.",
        "Paul Denis, gouverneur régional, est venu.",
        "refined",
        "gouverneur régional",
    ),
    (
        "Marie Denis, avocate née à Valcourt, est venue.",
        "Marie Denis, originaire de Valcourt, est venue.",
        "same",
        "née à Valcourt",
    ),
    (
        "Paul Denis élu président du conseil de la Mer.",
        "Paul Denis, président du conseil de la Mer, est venu.",
        "same",
        "président du conseil de la Mer",
    ),
    (
        "Marc Roux, son successeur à la mairie de Valcourt, est venu.",
        "Marc Roux a pris la suite à la mairie de Valcourt.",
        "same",
        "successeur à la mairie de Valcourt",
    ),
    (
        "Le mouvement Orlan, officieusement une milice au service du pouvoir, est venu.",
        "Le mouvement Orlan est venu. Une véritable milice au service du pouvoir a pillé la ville.",
        "same",
        "milice au service du pouvoir",
    ),
    (
        "Paul Denis, ministre de la Mer, est venu.",
        "Paul Denis a quitté son poste de ministre de la Mer.",
        "same",
        "ministre de la Mer",
    ),
]
TWO_ROLES = [
    ("Paul Denis, maire de Valcourt, est venu.", "Paul Denis, conseiller régional de Morvanie, est venu."),
    ("Paul Denis, directeur du collège Rimbaud, est venu.", "Paul Denis, directeur de la revue Sarabande, est venu."),
    ("Paul Denis, président de la région Morvanie, est venu.", "Paul Denis, président de la commission de Morvanie, est venu."),
    ("Paul Denis, vice-président de la région, est venu.", "Paul Denis, président de la région, est venu."),
    ("Le ministre Paul Denis est venu.", "Le ministre Paul Denis est reparti."),
    ("Paul Denis, maire de Valcourt, est venu.", "Jean Denis, maire de Valcourt, est venu."),
    ("L'avocate de la famille Klein est venue.", "L'avocate de la famille Klein est repartie."),
    ("Le président français Paul Denis est venu.", "Le président français Paul Denis est reparti."),
]


@pytest.fixture(name="_all_printed")
def _print_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roles, "is_printed", lambda desk, draft: True)


def test_news_of_a_role() -> None:
    """Two reports that call one person one thing tell no news of it, nor does a fuller word for it weeks later."""
    near, far = ("2025-05-10", "2025-05-10"), ("2025-05-10", "2025-07-10")
    start = "Le navire Astrolabe a coulé près de Valcourt. "
    same = "Le maire de Valcourt Paul Denis est venu.", "Paul Denis, maire de Valcourt, est venu."
    fuller = "Paul Denis, fondateur de la revue Sarabande, est venu.", "Paul Denis, l'un des fondateurs de Sarabande, est venu."
    found = [verdicts_on("role", *t, start=start, days=days) for t in (same, fuller) for days in (near, far)]
    assert found == [[], [], ["refined"], []]


def _roles(left: str, right: str, days: tuple[str, ...] = ("2025-05-10", "2025-05-10")) -> list[tuple[str, str]]:
    found = [(m, d) for m in matters_of(left, right, start=START, days=days) for d in m.differences if d.slot == "role"]
    assert all(m.events for m, _ in found)  # a matter rests on what happened
    return [(d.verdict, m.title) for m, d in found]


@pytest.mark.usefixtures("_all_printed")
@pytest.mark.parametrize(("left", "right", "verdict", "called"), ONE_ROLE)
def test_one_role(left: str, right: str, verdict: str, called: str) -> None:
    assert [(v, title.split(" : ", 1)[1]) for v, title in _roles(left, right)] == [(verdict, called)]


@pytest.mark.parametrize(("left", "right"), TWO_ROLES)
def test_two_roles(left: str, right: str) -> None:
    assert _roles(left, right) == []


def test_who_was_in_office_first_and_then_no_more() -> None:
    left, right = "Le ministre de la Mer, Paul Denis, est venu.", "L'ancien ministre de la Mer, Paul Denis, est venu."
    later = [_roles(left, right, days)[0][0] for days in (("2025-05-10", "2025-05-12"), ("2025-05-10", "2025-05-10"))]
    assert later == ["updated", "wording"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Paul Denis, maire de Valcourt, est venu.", "Le maire de Valcourt Paul Denis est venu."),
        ("Le journaliste belge Paul Denis est venu.", "Le journaliste Paul Denis est venu."),
        ("Le mouvement Orlan, la milice du parti au pouvoir (PRN), est venu.", "Le mouvement Orlan, la milice du PRN, est venu."),
    ],
)
def test_one_function_of_one_person_is_no_matter(left: str, right: str) -> None:
    assert _roles(left, right) == []


@pytest.mark.usefixtures("_all_printed")
def test_a_role_told_without_its_holder() -> None:
    left = "Paul Denis, ancien maire de Valcourt, est venu."
    told = "Paul Denis a parlé. La foule a hué l'ancien maire de Valcourt."
    assert [bool(_roles(left, right)) for right in (told, told.replace("Valcourt", "Sorel"))] == [True, False]


@pytest.mark.usefixtures("_all_printed")
def test_an_office_without_its_holder_is_his_in_whose_sentence_it_stands() -> None:
    left = "Le président du conseil de la Mer, Paul Denis, est venu."
    told = "Paul Denis est venu. Il a quitté la présidence du conseil de la Mer."
    apart = "Paul Denis est venu. Qui prendra la présidence du conseil de la Mer ?"
    assert [bool(_roles(left, right)) for right in (told, apart)] == [True, False]


def test_every_row_has_an_example_with_one_of_its_nouns() -> None:
    rows = read_table("lang/fr/role_nouns.tsv", COLUMNS)
    masculine = {form: noun.lemma for form, noun in actor_nouns().items()}
    bare = []
    for row in rows:
        words = [w.strip(".,") for w in row["example"].lower().replace("l'", "").split()]
        forms = {plain(masculine.get(w, w)) for w in words} | {plain(w) for w in words}
        text = plain(" ".join(masculine.get(w, w) for w in words))
        nouns = {plain(n.lower()) for n in row.many("nouns")}
        if not nouns & forms and not any(n in text for n in nouns):
            bare.append(row.where)
    assert (bare, "boxer" in kin_of("boxeur")) == ([], True)
