"""Actors across reports: variants joined, namesakes kept apart, whatever the order of the reports."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from recoupe.match.who.actors import match_actors
from recoupe.match.who.names import compare_names
from recoupe.match.who.sounds import sound
from recoupe.parse.document import Parsed
from recoupe.pipeline import Reading
from recoupe.types import Actor, Mention, Office, Report, Span, make_id


def reading(report: str, *actors: tuple[str, str, str | None, tuple[str, ...]]) -> Reading:
    """A reading that holds nothing but actors (name, kind, country, roles), each mentioned once."""
    made = tuple(
        Actor(make_id("la", report, name), name, kind, country, (name,), roles)  # type: ignore[arg-type]
        for name, kind, country, roles in actors
    )
    mentions = tuple(Mention(make_id("m", report, n), Span(report, n, n + 1), actor.id, "name") for n, actor in enumerate(made))
    parsed = Parsed(report, "", (), (), (), ())
    return Reading(Report(report, None, ""), parsed, mentions=mentions, actors=made)


def joined(*readings: Reading) -> list[list[str]]:
    """The names that ended up in one actor, for every actor of several names or reports."""
    actors, identity, _ = match_actors(readings)
    local = {a.id: f"{r.report.id}:{a.name}" for r in readings for a in r.actors}
    groups = {a.id: sorted(local[k] for k, v in identity.items() if v == a.id) for a in actors}
    return sorted(g for g in groups.values() if len(g) > 1)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Youri Ouchakov", "Yuri Ushakov", "same"),
        ("Moussa Ould Hamza", "Moussa Ag Hamzah", "same"),
        ("Bart van Dijkstra", "Bart van Dykstra", "same"),
        ("Abdourahamane Tchiani", "Abdourahmane Tiani", "same"),
        ("Kim Jong Un", "Kim Jong-un", "same"),
        ("Oleksandr Kovalenko", "Aleksandr Kovalenko", "same"),
        ("Yusuf Dabbar", "Youssef Dabbar", "same"),
        ("Anna Kovalenko", "Oleksandr Kovalenko", "different"),
        ("Kim Jong Un", "Kim Jong Il", "different"),
        ("Ilham Aliev", "Ilham Aliyev", "same"),
        ("Sergueï Lavrov", "Sergei Lavrov", "same"),
        ("Jean Martin", "Marie Martin", "different"),
        ("Pierre Martin", "Pierre Marlin", "unsure"),
        ("Nora Traun-Vidal", "Nora Trun-Vidal", "unsure"),
        ("Marie Anne Vidal", "Marie Anna Vidal", "different"),
        ("J. Martin", "Jean Martin", "same"),
        ("Mathieu D.", "Mathieu Delorme", "unsure"),
        ("Iris Lescure", "Iris Lescure-Valet", "unsure"),
        ("Iris Lescure", "Iris Lescureux-Valet", "different"),
        ("Pedro Salas", "Pedro Salas Ortuño", "unsure"),
        ("Salas Ortuño", "Pedro Luis Salas Ortuño", "same"),
        ("Luis Salas", "Pedro Luis Salas", "different"),
        ("Mathieu D.", "Mathieu Carrel", "different"),
        ("Solange de Lassus", "Solange Lassus", "same"),
        ("Frédérique de Lassus", "Frederica de Lassus", "unsure"),
        ("Daniel Rocard", "Danielle Rocard", "different"),
    ],
)
def test_compare_names(left: str, right: str, verdict: str) -> None:
    assert compare_names(left, right)[0] == verdict == compare_names(right, left)[0]


def test_sound_folds_transliterations() -> None:
    assert len({sound(n) for n in ("Ouchakov", "Ushakov", "Ouchakof")}) == 1


def test_reports_are_joined_by_name_office_and_country() -> None:
    a = reading("a", ("Youri Ouchakov", "person", "RUS", ()), ("Russie", "state", "RUS", ()), ("Kim Jong Un", "person", None, ()))
    b = reading("b", ("Iouri Ouchakov", "person", None, ()), ("Fédération russe", "state", "RUS", ()))
    c = reading("c", ("Ouchakov", "person", None, ()), ("Kim Jong Il", "person", None, ()))
    d = reading("d", ("président russe", "role", "RUS", ()), ("Vladimir Poutine", "person", "RUS", ("président russe",)))
    e = reading("e", ("chef de l'État russe", "role", "RUS", ()))
    assert joined(a, b, c, d, e) == [
        ["a:Russie", "b:Fédération russe"],
        ["a:Youri Ouchakov", "b:Iouri Ouchakov", "c:Ouchakov"],
        ["d:Vladimir Poutine", "d:président russe", "e:chef de l'État russe"],
    ]


def test_a_surname_that_two_persons_bear_stays_alone() -> None:
    a = reading("a", ("Jean Martin", "person", None, ()))
    b = reading("b", ("Marie Martin", "person", None, ()))
    c = reading("c", ("Martin", "person", None, ()))
    assert joined(a, b, c) == []


def test_a_name_that_no_table_knows_is_one_actor_of_one_kind() -> None:
    a = reading("a", ("Dulcor", "person", None, ()), ("Estrov", "place", None, ()), ("Kardan", "state", None, ()))
    b = reading("b", ("Dulcor", "organisation", None, ()), ("Estrov", "person", None, ()), ("Kardan", "place", None, ()))
    c = holding(reading("c", ("Dulcor", "organisation", None, ("compagnie",))), {"Dulcor": Office("compagnie", "")})
    actors, _, _ = match_actors([a, b, c])
    assert joined(a, b, c) == [["a:Dulcor", "b:Dulcor", "c:Dulcor"], ["a:Estrov", "b:Estrov"], ["a:Kardan", "b:Kardan"]]
    assert {x.name: x.kind for x in actors if x.name != "Estrov"} == {"Dulcor": "organisation", "Kardan": "state"}


def test_spellings_of_one_unknown_name_meet_within_an_affair_whatever_kind_each_report_guesses() -> None:
    a = reading("a", ("Zarnova", "place", None, ()), ("In-Tessa", "place", None, ()), ("Korvalis", "organisation", None, ()))
    a = replace(a, actors=(*a.actors, *reading("a", ("Drolin", "organisation", None, ())).actors))
    b = reading("b", ("Zarnowa", "person", None, ()), ("Intessa", "place", None, ()), ("Korvalix", "person", None, ()))
    b = replace(b, actors=(*b.actors, *reading("b", ("Drolins", "person", None, ())).actors))  # its people
    c = reading("c", ("Korvalis", "organisation", None, ()), ("Korvalix", "organisation", None, ()))  # has both: two names
    one = {"a": {"b": 0.4}, "b": {"a": 0.4}}
    with_affairs, without = (
        sorted(sorted(k for k, v in identity.items() if v == x) for x in set(identity.values()))
        for _, identity, _ in (match_actors([a, b], one), match_actors([a, b]))
    )
    names = {x.id: x.name for r in (a, b) for x in r.actors}
    assert sorted(sorted(names[i] for i in group) for group in with_affairs) == [
        ["Drolin"],
        ["Drolins"],
        ["In-Tessa", "Intessa"],
        ["Korvalis", "Korvalix"],
        ["Zarnova", "Zarnowa"],
    ]
    assert all(len(group) == 1 for group in without)
    three = match_actors([a, b, c], {"a": {"b": 0.4, "c": 0.4}, "b": {"a": 0.4, "c": 0.4}, "c": {"a": 0.4, "b": 0.4}})[1]
    assert three[a.actors[2].id] != three[b.actors[2].id]


def holding(found: Reading, offices: dict[str, Office]) -> Reading:
    """The reading with actors that hold these offices; `of` may be the name of another actor of it."""
    ids = {a.name: a.id for a in found.actors}
    held = {n: replace(o, of=ids.get(o.of, o.of)) for n, o in offices.items()}
    return replace(found, actors=tuple(replace(a, held=(held[a.name],)) if a.name in held else a for a in found.actors))


def test_one_lawyer_and_one_ambassador() -> None:
    a = holding(
        reading(
            "a", ("Paul Denis", "person", None, ()), ("Anne Leroy", "person", None, ()), ("ambassadeur à Paris", "role", None, ())
        ),
        {"Anne Leroy": Office("avocat", "Paul Denis"), "ambassadeur à Paris": Office("ambassadeur", "Kardan", ("paris",))},
    )
    b = holding(
        reading("b", ("Paul Denis", "person", None, ()), ("avocate", "role", None, ()), ("Victor Sandu", "person", None, ())),
        {"avocate": Office("avocat", "Paul Denis"), "Victor Sandu": Office("ambassadeur", "Kardan", ("paris",))},
    )
    c = holding(
        reading("c", ("Marc Vidal", "person", None, ()), ("avocat", "role", None, ()), ("ambassadeur", "role", None, ())),
        {"avocat": Office("avocat", "Marc Vidal"), "ambassadeur": Office("ambassadeur", "Lorvie", ("paris",))},
    )
    wanted = [["a:Anne Leroy", "b:avocate"], ["a:Paul Denis", "b:Paul Denis"], ["a:ambassadeur à Paris", "b:Victor Sandu"]]
    assert joined(a, b, c) == wanted


PLACES: tuple[tuple[str, str, None, tuple[str, ...]], ...] = (("Lens", "place", None, ()), ("Dulcor", "organisation", None, ()))


def test_the_only_prosecutor_of_an_affair() -> None:
    bare, office = {"procureur": Office("procureur", "")}, Office("procureur", "", ("lens",))
    a = holding(reading("a", *PLACES, ("Léa Roy", "person", None, ())), {"Léa Roy": office})
    b = holding(reading("b", *PLACES, ("procureur", "role", None, ())), bare)
    other = holding(reading("c", *PLACES, ("Guy Brun", "person", None, ())), {"Guy Brun": Office("procureur", "", ("lyon",))})
    far = holding(reading("d", ("procureur", "role", None, ())), bare)
    assert ["a:Léa Roy", "b:procureur"] in joined(a, b)
    assert ["a:Léa Roy", "b:procureur"] not in joined(a, b, other)
    assert joined(a, far) == []


def test_culprits_are_one_band_if_their_numbers_agree() -> None:
    def told(report: str, name: str, noun: str) -> Reading:
        return holding(reading(report, *PLACES, (name, "group", None, ())), {name: Office(noun, "")})

    four, band = told("a", "Quatre individus cagoulés", "individu"), told("b", "commando", "commando")
    three = told("c", "Trois voleurs", "voleur")
    assert ["a:Quatre individus cagoulés", "b:commando"] in joined(four, band)
    assert not any("c:Trois voleurs" in group for group in joined(four, three))
    _, identity, links = match_actors([four, three])
    unsure = {identity[four.actors[-1].id], identity[three.actors[-1].id]}
    assert [link.verdict for link in links if {link.left, link.right} == unsure] == ["unsure"]


def test_a_slip_of_the_pen_is_one_party_within_an_affair() -> None:
    town, other = ("Corbon", "place", None, ()), ("Vaux-le-Pré", "place", None, ())
    a = reading("a", ("Marc Ferrand", "person", None, ()), town)
    b = reading("b", ("Marc Ferrant", "person", None, ()), town)
    both = reading("b", ("Marc Ferrant", "person", None, ()), ("Marc Ferrand", "person", None, ()), town)
    far = reading("b", ("Marc Ferrant", "person", None, ()), other)
    names = ["a:Marc Ferrand", "b:Marc Ferrant"]
    assert [names in joined(a, x) for x in (b, both, far)] == [True, False, False]


def test_a_surname_heard_alike_is_one_person_within_an_affair() -> None:
    town = ("Corbon", "place", None, ())
    a = reading("a", ("Marc Thibault", "person", None, ()), town)
    b = reading("b", ("Marc Thibaud", "person", None, ()), town)
    c = reading("b", ("Marc Thierry", "person", None, ()), town)
    assert [["a:Marc Thibault", "b:" + name] in joined(a, x) for x, name in ((b, "Marc Thibaud"), (c, "Marc Thierry"))] == [
        True,
        False,
    ]


def test_letters_are_the_body_that_a_report_of_the_affair_spells() -> None:
    a = reading("a", *PLACES, ("Syndicat des eaux du Lez", "organisation", None, ()))
    b = reading("b", *PLACES, ("SEL", "organisation", None, ()))
    far = reading("b", ("SEL", "organisation", None, ()))
    assert [["a:Syndicat des eaux du Lez", "b:SEL"] in joined(a, x) for x in (b, far)] == [True, False]


def test_the_only_insurer_of_an_affair() -> None:
    named = holding(reading("a", *PLACES, ("Assur'Nord", "organisation", None, ())), {"Assur'Nord": Office("assureur", "")})
    bare = holding(reading("b", *PLACES, ("assureur", "organisation", None, ())), {"assureur": Office("assureur", "")})
    other = holding(reading("c", *PLACES, ("Gardia", "organisation", None, ())), {"Gardia": Office("assureur", "")})
    names = ["a:Assur'Nord", "b:assureur"]
    assert [names in joined(*rs) for rs in ((named, bare), (named, bare, other))] == [True, False]


def test_a_hall_may_go_by_its_first_word() -> None:
    town, mayor = ("Corbon", "place", None, ()), ("Anne Sorel", "person", None, ())
    a = reading("a", ("Alcazar Music Hall", "place", None, ()), town, mayor)
    b = reading("b", ("Alcazar", "person", None, ()), town, mayor)
    c = reading("b", ("Alcazar", "person", None, ("joueur",)), town, mayor)
    assert [["a:Alcazar Music Hall", "b:Alcazar"] in joined(a, x) for x in (b, c)] == [True, False]


def test_order_of_reports_does_not_matter() -> None:
    readings = [
        reading("a", ("Ilham Aliev", "person", "AZE", ()), ("Comité d'enquête", "organisation", None, ())),
        reading("b", ("Ilham Aliyev", "person", None, ()), ("Comité d'enquête russe", "organisation", "RUS", ())),
        reading("c", ("Aliev", "person", None, ()), ("Aktaou", "place", None, ())),
        reading("d", ("Aktau", "place", None, ()), ("responsables américains", "group", "USA", ())),
        reading("e", ("responsables américains", "group", "USA", ())),
    ]
    wanted = match_actors(readings)
    shuffled = list(readings)
    random.Random(7).shuffle(shuffled)
    assert match_actors(shuffled) == wanted == match_actors(readings[::-1])
    assert len(wanted[0]) == 4


def test_a_surname_cut_to_its_letter_is_the_only_one_it_fits() -> None:
    town = ("Belmont", "place", None, ())
    short = reading("a", ("Mathieu D.", "person", None, ()), town)
    full = reading("b", ("Mathieu Delorme", "person", None, ()), town)
    two = reading("c", ("Mathieu Delorme", "person", None, ()), ("Mathieu Dufour", "person", None, ()), town)
    assert [["a:Mathieu D.", f"{x.report.id}:Mathieu Delorme"] in joined(short, x) for x in (full, two)] == [True, False]


def test_one_report_that_names_both_keeps_them_apart() -> None:
    both = reading("a", ("Paul Rémond", "person", None, ()), ("Paul Henri Rémond", "person", None, ()))
    other = reading("b", ("Paul Henri Rémond", "person", None, ()))
    assert joined(both, other) == [["a:Paul Henri Rémond", "b:Paul Henri Rémond"]]


def test_a_number_in_a_name_is_one_in_letters_and_in_figures() -> None:
    left = reading("a", ("Les Dix Lacs", "organisation", None, ()))
    right = reading("b", ("Mouvement 10 Lacs", "organisation", None, ()))
    assert joined(left, right) == [["a:Les Dix Lacs", "b:Mouvement 10 Lacs"]]
