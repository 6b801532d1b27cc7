"""Status, negation and innermost source of events, on sentences of our own (tests/cases/fr/claims.txt)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from recoupe.find.claims import find_claims
from recoupe.find.events import find_events
from recoupe.find.mentions import find_mentions
from recoupe.find.statements import find_statements
from recoupe.find.whens import find_times
from recoupe.lang.markup import Mark, parse_markup
from recoupe.parse.document import Parsed
from recoupe.types import Actor, Claim, Event

CASES = Path(__file__).resolve().parents[1] / "cases" / "fr"


def cases(name: str) -> list[tuple[str, tuple[Mark, ...]]]:
    lines = (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [parse_markup(line.strip()) for line in lines if line.strip() and not line.startswith("#")]


def read(parsed: Parsed) -> tuple[tuple[Event, ...], tuple[Claim, ...], dict[str, Actor]]:
    mentions, actors = find_mentions(parsed)
    times = find_times(parsed)
    statements, mentions, actors = find_statements(parsed, mentions, actors, times)
    events = find_events(parsed, mentions, actors, times, (), statements)
    return events, find_claims(parsed, events, statements, mentions, actors), {a.id: a for a in actors}


def right(mark: Mark, claim: Claim, actors: dict[str, Actor]) -> bool:
    if claim.status != mark.label.removeprefix("not_") or claim.negated != mark.label.startswith("not_"):
        return False
    if mark.value is None:
        return True
    names = (actors[claim.sources[-1]].name, *actors[claim.sources[-1]].names) if claim.sources else ()
    return any(mark.value.lower() in n.lower() for n in names)


def test_status_negation_and_source(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    marked = cases("claims")
    wrong: list[str] = []
    for (text, marks), parsed in zip(marked, parse_many([t for t, _ in marked]), strict=True):
        events, claims, actors = read(parsed)
        for mark in marks:
            ids = {e.id for e in events if e.trigger.start < mark.end and e.trigger.end > mark.start}
            found = [c for c in claims if c.event in ids]
            if not any(right(mark, c, actors) for c in found):
                seen = [(c.status, c.negated, [actors[s].name for s in c.sources]) for c in found]
                wrong.append(f"{text}: {mark.label} {mark.value or ''} at {text[mark.start : mark.end]!r}, found {seen}")
    assert len(marked) >= 60 and not wrong, "\n".join(wrong)


def test_a_denial_answers_the_accusation(parse: Callable[[str], Parsed]) -> None:
    """One event, two holders: who alleges it and who denies it."""
    text = "Londres a accusé Moscou de livrer des armes à la milice. Moscou nie ces accusations."
    events, claims, actors = read(parse(text))
    supply = next(e for e in events if e.frame == "SUPPLY")
    stances = {(c.status, actors[c.sources[-1]].country) for c in claims if c.event == supply.id and c.sources}
    assert stances == {("alleged", "GBR"), ("denied", "RUS")}


def test_joint_holders_claim_each_for_themselves(parse: Callable[[str], Parsed]) -> None:
    events, claims, actors = read(parse("Moscou et Pyongyang nient ces accusations."))
    denial = next(e.id for e in events if e.frame == "DENY")
    assert sorted([actors[s].country for s in c.sources] for c in claims if c.event == denial) == [["PRK"], ["RUS"]]


def test_evidence_starts_with_its_clause(parse: Callable[[str], Parsed]) -> None:
    """Neither the dateline nor the source that opens the sentence is part of what happened."""
    texts = {
        "BRÉCY, 7 février 2025 (ANP) - Un train a déraillé jeudi.": "Un train a déraillé jeudi",
        "D'après la préfecture, le train roulait à 120 km/h lundi.": "le train roulait à 120 km/h lundi",
        "Selon le préfet, le barrage a cédé lundi.": "le barrage a cédé lundi",
    }
    seen = {}
    for text in texts:
        _, claims, _ = read(parse(text))
        seen[text] = text[claims[0].evidence[0].start : claims[0].evidence[0].end]
    assert seen == texts


def test_evidence_is_short_and_holds_the_trigger(parse: Callable[[str], Parsed]) -> None:
    text = (
        "Le ministre, qui revenait de Rome, a annoncé que l'usine fermerait, selon Le Monde, avant que les ouvriers ne débrayent."
    )
    events, claims, _ = read(parse(text))
    by_id = {e.id: e for e in events}
    assert claims and all(
        c.evidence[0].start <= by_id[c.event].trigger.start < by_id[c.event].trigger.end <= c.evidence[0].end for c in claims
    )


def test_what_is_held_likely(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    texts = [
        "Selon toute vraisemblance, le chalutier a coulé dans la nuit.",
        "Le chalutier a coulé, semble-t-il, vers minuit.",
        "Le chalutier doit avoir coulé vers minuit.",
        "Selon les premiers éléments, le chalutier a coulé.",
    ]
    found = [[(c.status, c.certainty) for c in read(parsed)[1]] for parsed in parse_many(texts)]
    assert found == [[("happened", "probable")]] * 3 + [[("happened", "certain")]]
