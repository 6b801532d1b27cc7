"""A word that names an event, with the predicate that carries its arguments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recoupe.find.done.arguments import Clause
from recoupe.lang.frames import Sense

ACTIVE_STATES = frozenset("FLEE STRIKE STATE TRAVEL STAY RESIGN".split())  # of these the subject is the doer
GENERIC = Sense("GENERIC", "", "", "")
ANNOUNCE = Sense("ANNOUNCE", "", "", "")
STATE = Sense("STATE", "", "", "")
STAY = Sense("STAY", "", "", "")
OPINION = Sense("OPINION", "", "", "")


@dataclass(frozen=True, slots=True)
class Trigger:
    """Word `i` names an event of this sense; `predicate` carries its mood and its arguments (a support verb, or `i` itself)."""

    i: int
    predicate: int
    sense: Sense
    clause: Clause
    nominal: bool = False  # named by a noun without a support verb
    undergone: bool = False  # "subir une attaque": the subject is the target
    occurring: bool = False  # "la réunion a eu lieu": the trigger is the subject


def heads(triggers: Iterable[Trigger]) -> dict[int, Trigger]:
    """Triggers by the word that names them and by their predicate."""
    found: dict[int, Trigger] = {}
    for trigger in triggers:
        found.setdefault(trigger.predicate, trigger)
        found[trigger.i] = trigger
    return found
