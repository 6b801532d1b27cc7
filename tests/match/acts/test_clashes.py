"""Contradictions of kind: opposite acts, two starts, two ways, two doers; and what looks like them and is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.match.acts.opposites import opposition, sides_of
from recoupe.parse.document import Parsed
from recoupe.pipeline import cross_read, read_report
from recoupe.types import Report, When
from tests.match.crossing import verdicts_on

ParseMany = Callable[[list[str]], list[Parsed]]
TOWN = "La scène se passe à Bellançon, chez les Tuileries Morvan.\n"  # what makes one affair of two short reports


def clashes(parse_many: ParseMany, left: str, right: str, days: tuple[str, str] = ("2024-03-12", "2024-03-12")) -> list[str]:
    """What two reports of one affair say differently, as "slot verdict": contradicted and updated only."""
    readings = []
    texts = [TOWN + left, TOWN + right]
    for name, text, day, parsed in zip("ab", texts, days, parse_many(texts), strict=True):
        when = When(f"w-{name}", None, day, day, day)
        report = Report(name, f"{name}.txt", text, "fr", published=when, published_basis="given")
        readings.append(read_report(report, replace(parsed, report=name)))
    found = cross_read([r.report for r in readings], readings)
    told = {f"{d.slot} {d.verdict}" for m in found.matters for d in m.differences if d.verdict in ("contradicted", "updated")}
    return sorted(told | {m.agreement for m in found.matters if m.agreement == "contradicted" and not m.differences})


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        # opposite acts of one party on one thing, on one day
        (
            "Lundi, le conseil municipal a rejeté le projet.",
            "Le conseil municipal a adopté le projet lundi.",
            "polarity contradicted",
        ),
        ("Le tribunal a relaxé Paul Vernet lundi.", "Le tribunal a condamné Paul Vernet lundi.", "polarity contradicted"),
        ("Le gérant, Luc Abadie, a démissionné lundi.", "Luc Abadie n'a pas démissionné.", "polarity contradicted"),
        # one state, two starts
        ("Les ouvriers bloquent l'usine depuis lundi.", "L'usine est bloquée depuis samedi.", "date contradicted"),
        # one journey, two origins
        (
            "Le bus, parti de Lormont, a heurté un arbre.",
            "Le bus, parti de Gradignan, a heurté un arbre.",
            "origin contradicted",
        ),
        (
            "Le planeur, qui avait décollé de Nantes, s'est posé dans un champ.",
            "Le planeur, qui avait décollé de Rennes, s'est posé dans un champ.",
            "origin contradicted",
        ),
        # which side of the walls
        (
            "La fusée a été tirée devant le stade.",
            "La fusée a été tirée à l'intérieur du stade.",
            "place contradicted",
        ),
        # who did it to whom
        ("Le tram a percuté la camionnette.", "La camionnette a percuté le tram.", "agent contradicted"),
        (
            "Paul Vernet a téléphoné à Luc Abadie lundi.",
            "C'est Luc Abadie qui a téléphoné à Paul Vernet lundi.",
            "agent contradicted",
        ),
        # with what; whether
        ("Le gardien a été blessé par une bouteille.", "Un briquet a blessé le gardien.", "instrument contradicted"),
        ("Le conducteur est mort.", "Le conducteur a survécu.", "polarity contradicted"),
        ("L'aéroport a été fermé toute la nuit.", "L'aéroport n'a jamais été fermé.", "polarity contradicted"),
        (
            "Le randonneur a été retrouvé vivant mercredi.",
            "Le corps du randonneur a été retrouvé mercredi.",
            "polarity contradicted",
        ),
        # one happening, two days
        (
            "Un incendie s'est déclaré dimanche soir à Bellançon.",
            "L'incendie de Bellançon a pris samedi soir, selon le parquet.",
            "date contradicted",
        ),
        # on which side
        (
            "Un séisme a frappé. L'épicentre se trouve au nord-est de Lormont.",
            "Un séisme a frappé. L'épicentre a été situé au sud de Lormont.",
            "direction contradicted",
        ),
        # put off
        ("La ligne doit rouvrir le 24 mars.", "Le trafic reprendra le 31 mars.", "date updated"),
        ("Douze manifestants sont détenus.", "Les manifestants arrêtés mardi ont été relâchés.", "polarity updated"),
        ("C'est l'hôpital qui a donné l'alerte.", "Un magasin a donné l'alerte.", "agent contradicted"),
        # states that follow one another
        ("Le feu n'est pas maîtrisé.", "Le feu a été éteint jeudi.", "polarity updated"),
        ("Trois ouvriers sont retenus dans l'atelier.", "Les trois ouvriers ont été libérés mardi.", "polarity updated"),
    ],
)
def test_what_cannot_both_be_right(parse_many: ParseMany, left: str, right: str, told: str) -> None:
    days = ("2024-03-12", "2024-03-15" if told.endswith("updated") else "2024-03-12")
    assert told in clashes(parse_many, left, right, days)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # a rounded direction, another place, another thing
        ("L'épicentre se trouve au nord-est de Lormont.", "L'épicentre a été situé au nord de Lormont."),
        ("L'épicentre se trouve au nord de Lormont.", "L'épicentre a été situé au sud de Gradignan."),
        ("L'épicentre se trouve au nord de Lormont.", "Le barrage a cédé au sud de Lormont."),
        ("L'hôpital a donné l'alerte.", "Un magasin a donné l'alerte."),  # both may have
        ("C'est l'hôpital qui a donné l'alerte.", "Un magasin a donné des vivres."),
        ("C'est l'hôpital qui a donné l'alerte.", "La clinique a reçu l'alerte."),
        # another fire, another walker
        ("Un incendie s'est déclaré dimanche soir à Bellançon.", "Un incendie s'était déclaré samedi à Grisel."),
        ("Un incendie s'est déclaré dimanche soir à Bellançon.", "Un autre incendie avait pris samedi soir à Bellançon."),
        ("Le randonneur a été retrouvé vivant mercredi.", "Le corps d'une skieuse a été retrouvé mercredi."),
        # another party hurt, a wider name, another harm
        ("Le gardien a été blessé par une bouteille.", "Un briquet a blessé un spectateur."),
        ("Le gardien a été blessé par une bouteille.", "Un projectile a blessé le gardien."),
        ("Le gardien a été blessé par une bouteille.", "Le gardien a été soigné par un médecin."),
        # another person, another day
        ("Le conducteur est mort.", "Le passager a survécu."),
        ("Le conducteur n'est pas mort.", "Le conducteur a survécu."),
        ("L'aéroport a été fermé lundi.", "L'aéroport n'a pas été fermé mardi."),
        ("La ligne doit rouvrir le 24 mars.", "La gare doit rouvrir le 31 mars."),
        # other parties, other things, other days
        ("Lundi, le conseil municipal a rejeté le projet.", "Le conseil régional a adopté le projet lundi."),
        ("Lundi, le conseil municipal a rejeté le budget.", "Le conseil municipal a adopté la motion lundi."),
        ("Le conseil municipal a rejeté le projet lundi.", "Le conseil municipal a adopté le projet mardi."),
        ("Le tribunal a relaxé Paul Vernet lundi.", "Le tribunal a condamné Luc Abadie lundi."),
        ("Le tribunal a relaxé Paul Vernet lundi.", "La cour d'appel a condamné Paul Vernet mardi."),
        # only planned, feared, asked for
        ("Le conseil municipal a rejeté le projet lundi.", "Le maire espère que le conseil municipal adoptera le projet."),
        ("Le gérant, Luc Abadie, a démissionné lundi.", "La semaine dernière, Luc Abadie disait qu'il ne démissionnerait pas."),
        ("Le gérant, Luc Abadie, a démissionné lundi.", "Paul Vernet n'a pas démissionné."),
        # two sites, two states
        ("Les ouvriers bloquent l'usine depuis lundi.", "Le pont est bloqué depuis samedi."),
        ("Les ouvriers bloquent l'usine depuis lundi.", "Les ouvriers réclament une prime depuis samedi."),
        ("L'usine est bloquée depuis lundi matin.", "L'usine est bloquée depuis lundi."),
        # counts of two spans of time, two links of one chain
        ("La guerre a fait 90.000 morts depuis 2011.", "Depuis lundi, la guerre a fait 910 morts."),
        ("Les pluies ont tué Paul Vernet lundi.", "Les inondations ont tué Paul Vernet lundi."),
        # two vehicles, origin against destination, one place in two words
        ("Le bus, parti de Lormont, a heurté un arbre.", "L'ambulance, partie de Gradignan, a secouru les blessés."),
        ("Le bus, parti de Lormont, a heurté un arbre.", "Le bus se rendait à Gradignan."),
        ("Le bus, parti de Lormont, a heurté un arbre.", "Le bus, parti de la gare de Lormont, a heurté un arbre."),
        # both may have called, on two days
        ("Paul Vernet a téléphoné à Luc Abadie lundi.", "Luc Abadie a téléphoné à Paul Vernet mardi."),
        ("Paul Vernet a accusé Luc Abadie lundi.", "Luc Abadie a accusé Paul Vernet."),
        ("Paul Vernet a téléphoné à Luc Abadie lundi.", "C'est Luc Abadie qui a prévenu les pompiers."),
    ],
)
def test_what_only_looks_like_it(parse_many: ParseMany, left: str, right: str) -> None:
    assert [told for told in clashes(parse_many, left, right) if told.endswith("contradicted")] == []


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("rejeter", "approuver", "opposed"),
        ("acquitter", "condamner", "final"),
        ("retenir", "liberer", "then"),
        ("rejeter", "refuser", ""),
        ("rejeter", "partir", ""),
    ],
)
def test_how_two_acts_stand(a: str, b: str, kind: str) -> None:
    left, right = sides_of(frozenset([a])), sides_of(frozenset([b]))
    assert (opposition(left, right), opposition(right, left)) == (kind, kind)


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("Luc Abadie doit démissionner mercredi.", "Luc Abadie a démissionné.", ["updated"]),
        ("Anne Colin pourrait démissionner.", "Luc Abadie a démissionné.", []),
    ],
)
def test_what_came_about_is_of_one_party(parse_many: ParseMany, left: str, right: str, told: list[str]) -> None:
    found = clashes(parse_many, left, right, ("2024-03-12", "2024-03-14"))
    assert [f.split()[1] for f in found if f.startswith("status")] == told


def test_the_name_of_an_act_says_not_that_it_took_place() -> None:
    start = "Luc Abadie, le maire de Corvel, vise la région. "
    left = "Son entourage a annoncé qu'il se présenterait à l'élection régionale de 2025."
    right = "Sa candidature intervient avant l'élection régionale de 2025."
    assert verdicts_on("status", left, right, start=start, days=("2024-03-12", "2024-03-14")) == ["wording"]


def test_what_a_thing_is_made_of_comes_not_about() -> None:
    start = "Luc Abadie, le préfet de Belmont, se rendra lundi à Corvel. "
    left = "Il conduira une délégation importante, composée des maires de la vallée et de l'armateur Colin."
    right = "La délégation de Corvel comprend des maires et des armateurs."
    assert verdicts_on("status", left, right, start=start, days=("2024-03-12", "2024-03-12")) == []


def test_an_act_and_the_one_that_follows_it_have_a_day_each(parse_many: ParseMany) -> None:
    fire = "Un feu de forêt menace Sorbières depuis le samedi 9 mars 2024. "
    told = clashes(parse_many, fire + "L'incendie brûle depuis samedi.", fire + "L'incendie est éteint depuis lundi.")
    assert "polarity updated" in told
    assert "date contradicted" not in told
