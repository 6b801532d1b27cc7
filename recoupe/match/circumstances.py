"""Where, which way, when: the questions of circumstance, each answered from every report on its own and set side by side."""

from __future__ import annotations

from collections.abc import Callable

from recoupe.match.coarse import draft_grounds
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.match.hours import draft_hours
from recoupe.match.journeys import draft_journeys
from recoupe.match.presence import draft_presences
from recoupe.match.rosters import draft_rosters
from recoupe.match.routes import draft_routes
from recoupe.match.seats import draft_seats
from recoupe.match.sites import draft_sites
from recoupe.match.whence import draft_whence

_QUESTIONS: tuple[Callable[[Desk], tuple[Draft, ...]], ...] = (
    draft_journeys,
    draft_routes,
    draft_presences,
    draft_sites,
    draft_hours,
    draft_whence,
    draft_rosters,
    draft_grounds,
    draft_seats,
)


def draft_circumstances(desk: Desk) -> tuple[Draft, ...]:
    """The matters of all questions of circumstance."""
    return tuple(draft for ask in _QUESTIONS for draft in ask(desk))
