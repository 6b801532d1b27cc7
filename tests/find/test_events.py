"""Frames and parties of events, on sentences of our own (tests/cases/fr/events.txt)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.find.events import find_events
from recoupe.find.mentions import find_mentions
from recoupe.find.statements import find_statements
from recoupe.lang.markup import Mark, parse_markup
from recoupe.parse.document import Parsed
from recoupe.types import Event, Mention

CASES = Path(__file__).resolve().parents[1] / "cases" / "fr" / "events.txt"


def read(parsed: Parsed) -> tuple[tuple[Event, ...], tuple[Mention, ...]]:
    mentions, actors = find_mentions(parsed)
    statements, mentions, actors = find_statements(parsed, mentions, actors, ())
    return find_events(parsed, mentions, actors, (), (), statements), mentions


def right(mark: Mark, events: tuple[Event, ...], mentions: tuple[Mention, ...]) -> bool:
    if mark.label == "e":
        return any(e.frame == mark.value and e.trigger.start < mark.end and e.trigger.end > mark.start for e in events)
    if mark.label == "place":
        return any(e.slots.place_span and e.slots.place_span.start <= mark.start < e.slots.place_span.end for e in events)
    if mark.label == "theme":
        return any(e.slots.object_span and e.slots.object_span.start <= mark.start < e.slots.object_span.end for e in events)
    here = {m.actor for m in mentions if m.span.start < mark.end and m.span.end > mark.start}
    return any(here & set(e.agents if mark.label == "agent" else e.targets) for e in events)


def test_frames_and_parties(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    marked = [parse_markup(line.strip()) for line in lines if line.strip() and not line.startswith("#")]
    wrong: list[str] = []
    for (text, marks), parsed in zip(marked, parse_many([t for t, _ in marked]), strict=True):
        events, mentions = read(parsed)
        for mark in marks:
            if not right(mark, events, mentions):
                seen = [(e.frame, text[e.trigger.start : e.trigger.end], len(e.agents), len(e.targets)) for e in events]
                wrong.append(f"{text}: {mark.label} {mark.value or ''} {text[mark.start : mark.end]!r}, found {seen}")
    assert not wrong, "\n".join(wrong)


def test_on_the_spot_is_the_place_told_before(parse: Callable[[str], Parsed]) -> None:
    events, _ = read(parse("Un train a déraillé jeudi à Brécy. Le ministre doit se rendre sur place vendredi."))
    assert [(e.frame, e.slots.place_name) for e in events] == [("CRASH", "Brécy"), ("VISIT", "Brécy")]


def test_one_event_a_trigger(parse: Callable[[str], Parsed]) -> None:
    events, _ = read(parse("Le président a effectué une visite à Rome, où il a rencontré le pape. La visite a duré deux jours."))
    assert len({e.id for e in events}) == len(events) == 3


def test_items_of_a_programme_are_events(parse: Callable[[str], Parsed]) -> None:
    events, _ = read(parse("La visite comprend un dîner, une réception et des signatures de contrats."))
    assert ("SIGN", ("contrat",)) in [(e.frame, e.slots.object) for e in events]
    events, _ = read(parse("Le dossier contient une photo, une lettre et des signatures de contrats."))
    assert "SIGN" not in [e.frame for e in events]


def test_a_joint_party_acts_as_its_members(parse: Callable[[str], Parsed]) -> None:
    events, mentions = read(parse("Le Pérou et le Chili négocient depuis mardi. Les deux pays ont signé un accord."))
    both = {m.actor for m in mentions if m.form == "name"}
    assert [set(e.agents) for e in events if e.frame == "SIGN"] == [both]


def test_no_event_where_the_words_only_sound_like_one(parse: Callable[[str], Parsed]) -> None:
    assert [e.frame for e in read(parse("Le suspect a été placé en garde à vue."))[0]] == ["ARREST"]
    assert "TEST_WEAPON" not in [e.frame for e in read(parse("Le laboratoire a lancé un essai clinique."))[0]]
    assert [e.frame for e in read(parse("La mairie veut faire baisser la pression."))[0]] == ["ECON_FALL"]
    assert "LOSE" not in [e.frame for e in read(parse("Une passante a été touchée par une balle perdue."))[0]]


def test_reflexive_verbs_of_their_own(parse: Callable[[str], Parsed]) -> None:
    assert "DISCOVER" not in [e.frame for e in read(parse("La gare se trouvait près du port."))[0]]
    assert "RETREAT" not in [e.frame for e in read(parse("Le chanteur veut se rendre célèbre."))[0]]
    assert "RETREAT" in [e.frame for e in read(parse("Le fugitif s'est rendu."))[0]]


def test_a_survey_that_says_so_is_no_event(parse: Callable[[str], Parsed]) -> None:
    events, _ = read(parse("Selon une enquête de la ville, le tunnel a fermé."))
    assert [e.frame for e in events] == ["CLOSE"]


def test_the_object_is_what_it_is_done_to(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    lines = CASES.with_name("objects.txt").read_text(encoding="utf-8").splitlines()
    cases = [parse_markup(line.strip()) for line in lines if line.strip() and not line.startswith("#")]
    wrong: list[str] = []
    for (text, marks), parsed in zip(cases, parse_many([t for t, _ in cases]), strict=True):
        trigger = next(m for m in marks if m.label == "event")
        wanted = [(m.start, m.end) for m in marks if m.label == "object"]
        told = [e.slots.object_span for e in read(parsed)[0] if trigger.start <= e.trigger.start < trigger.end]
        found = [(s.start, s.end) for s in told if s]
        if found != wanted:
            wrong.append(f"{text}: {[text[a:b] for a, b in found]}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "Le préfet de La Réunion n'a rien dit.",
        "Le sénateur a signé un appel du Parti radical.",
        "Le maire n'était pas au courant.",
        "Le magazine Lyon Match le raconte.",
        "L'entretien des voies coûte cher.",
        "Le fromage a été retiré de la vente.",
        "Tout sera prêt d'ici la fin du mois.",
    ],
)
def test_words_that_name_no_event_here(text: str, parse: Callable[[str], Parsed]) -> None:
    assert not {e.frame for e in read(parse(text))[0]} & {"TRAVEL", "PLAY", "MEET", "SELL", "END", "LAUNCH"}


def test_one_killed_by_two_is_no_toll(parse: Callable[[str], Parsed]) -> None:
    assert [e.frame for e in read(parse("Deux motards ont tué un gendarme."))[0]] == ["KILL"]


@pytest.mark.parametrize("text", ["L'intervention de police a duré.", "L'intervention de la police a duré."])
def test_an_article_within_an_event_of_several_words_may_stand_or_not(text: str, parse: Callable[[str], Parsed]) -> None:
    assert [(e.frame, e.lemma) for e in read(parse(text))[0]] == [("INTERVENE", "intervention")]


def test_a_penalty_told_by_a_verb_is_no_event_of_its_own(parse: Callable[[str], Parsed]) -> None:
    events, _ = read(parse("Le notaire a été condamné à quatre ans de prison, dont deux ferme."))
    assert [e.frame for e in events] == ["SENTENCE"]
    events, _ = read(parse("La procureure a requis deux ans de prison ferme."))
    assert "SENTENCE" not in [e.frame for e in events]


def test_what_a_fire_may_have_done_leaves_the_fire_certain(parse: Callable[[str], Parsed]) -> None:
    events, _ = read(parse("L'incendie de Sarnac pourrait avoir détruit la halle."))
    assert [(e.lemma, e.slots.tense) for e in events] == [("incendie", "none"), ("détruire", "past")]
