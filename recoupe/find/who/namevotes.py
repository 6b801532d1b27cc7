"""What the mentions of a name say together of its kind: one person, body or place throughout a report."""

from __future__ import annotations

from dataclasses import replace

from recoupe.find.who.kinds import Weights, evidence_at
from recoupe.find.who.name import Name
from recoupe.parse.document import Parsed
from recoupe.types import ActorKind

_ENOUGH = 1.5  # without the model's voice a lone "par X" makes no name
_MODEL = 3.0  # what the model's label weighs: less than "à X" or "X, 45 ans", more than a guess


def vote(parsed: Parsed, names: list[Name]) -> tuple[Name, ...]:
    """Short forms follow the full name they end or begin; other names what their neighbours and the model say, all told."""
    surnames: set[str] = set()
    for name in names:
        if name.kind == "person" and " " in name.text:
            surnames.update((name.text.rsplit(" ", 1)[1], name.text.split(" ", 1)[1]))
    weights = _weigh(parsed, names)
    decided: list[Name] = []
    persons = {n.first for n in names if n.kind == "person" and " " in n.text}
    for name in names:
        if name.sure:
            decided.append(name)
            continue
        before = [w.lower for w in parsed.words[max(0, name.first - 2) : name.first]]
        if name.last in persons and before and before[-1] in ("le", "la", "l'", "un", "une") and before[0] != "de":
            continue  # "l'Insoumise Danielle Simonnet": what she is, no name
        kind: ActorKind | None = "person" if name.text in surnames and not _acts_as_body(parsed, name) else None
        if kind is None and (found := weights.get(name.text.lower())):
            kind = min(found, key=lambda k, found=found: (-found[k], k))  # type: ignore[misc]
        if kind is not None:
            decided.append(replace(name, kind=kind))
    return tuple(decided)


def _acts_as_body(parsed: Parsed, name: Name) -> bool:
    """ "Krantz emploie 12 000 personnes": the firm, though its owner bears the name."""
    told = list(evidence_at(parsed.words, name.first, name.last))
    return sum(w for k, w in told if k == "organisation") > sum(w for k, w in told if k == "person") + 1


def _weigh(parsed: Parsed, names: list[Name]) -> dict[str, Weights]:
    """For each spelling that is not sure everywhere, what all its places say of its kind."""
    doubtful = {n.text.lower() for n in names if not n.sure}
    places: dict[str, list[Name]] = {}
    for name in names:
        if name.text.lower() in doubtful:
            places.setdefault(name.text.lower(), []).append(name)
    opening = {s.first for s in parsed.sentences if not s.start or "\n" in parsed.text[max(0, s.start - 1) : s.start]}
    found: dict[str, Weights] = {}
    for text, here in places.items():
        weights: Weights = {}
        labelled = sum(name.kind is not None for name in here)
        for name in here:
            if name.kind is not None:
                weights[name.kind] = weights.get(name.kind, 0.0) + (5.0 if name.sure else _MODEL / labelled)
            for kind, weight in evidence_at(parsed.words, name.first, name.last, name.first in opening):
                weights[kind] = weights.get(kind, 0.0) + weight
        if any(w >= _ENOUGH for w in weights.values()):
            found[text] = weights
    return found
