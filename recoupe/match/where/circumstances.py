"""Where, which way, when: the questions of circumstance, each answered from every report on its own and set side by side."""

from __future__ import annotations

from collections.abc import Callable

from recoupe.match.count.rosters import draft_rosters
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.match.when.hours import draft_hours
from recoupe.match.where.coarse import draft_grounds
from recoupe.match.where.journeys import draft_journeys
from recoupe.match.where.routes import draft_routes
from recoupe.match.where.seats import draft_seats
from recoupe.match.where.sites import draft_sites
from recoupe.match.where.whence import draft_whence
from recoupe.match.who.presence import draft_presences

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
