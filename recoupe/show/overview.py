"""The head of a dossier: its title, its numbers, the days it covers, and three sentences."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from recoupe.show.cast import chief_parties
from recoupe.show.datewords import date_words
from recoupe.show.groups import ORDER, group_matters, matter_key
from recoupe.show.leadline import lead_line
from recoupe.show.oneline import clean
from recoupe.show.origins import group_origins
from recoupe.show.stances import stances_of
from recoupe.show.view import View
from recoupe.show.words import say
from recoupe.types import Agreement, Matter


@dataclass(frozen=True, slots=True)
class Numbers:
    """The affair in numbers."""

    reports: int
    origins: int
    statements: int
    matters: int
    actors: int
    by_agreement: tuple[tuple[Agreement, int], ...]
    first: str | None  # ISO day of the earliest dated report
    last: str | None


def head_title(view: View) -> str:
    """The line that says what most reports begin with, else the parties."""
    return lead_line(view) or chief_parties(view) or say("title", view.lang)


def summary(view: View, title: str) -> tuple[tuple[str, Matter], ...]:
    """At most three sentences under the dossier's title, each on one matter: what most say, what is opposed, what changed.

    Each is the key of its first words (`lead.shared`, see `words`) and the matter.
    """
    groups = dict(group_matters(view))
    picked: list[tuple[str, Matter]] = []
    shared = sorted(groups.get("shared", ()), key=lambda m: (not _tells(view, m), -len(m.reports), matter_key(view, m)))
    if (told := [m for m in shared if clean(m.title) != title]) and _tells(view, told[0]):
        picked.append(("lead.shared_all" if len(told[0].reports) == len(view.reports) else "lead.shared", told[0]))
    against = next((("lead." + a, groups[a][0]) for a in ("contradicted", "disputed") if a in groups), None)
    picked += [against] if against else []
    changed = next((("lead." + a, groups[a][0]) for a in ("updated", "refined") if a in groups), None)
    picked += [changed] if changed else []
    return tuple(picked)


def affair_numbers(view: View) -> Numbers:
    """The numbers of the first line."""
    counts = Counter(m.agreement for m in view.dossier.matters)
    days = [(r.published.earliest, r.published.latest) for r in view.reports if r.published and r.published.earliest]
    return Numbers(
        len(view.reports) - len(view.unread),
        len(group_origins(view)),
        len(view.dossier.statements),
        len(view.dossier.matters),
        len(view.dossier.actors),
        tuple((a, counts[a]) for a in ORDER),
        min((first for first, _ in days), default=None),
        max((last or first for first, last in days), default=None),
    )


def size_words(view: View) -> tuple[str, ...]:
    """How many reports of how many origins, and of which days where any is known."""
    numbers, days = affair_numbers(view), publication_days(view)
    counts = (say("n_reports", view.lang, n=numbers.reports), say("n_origins", view.lang, n=numbers.origins))
    return (*counts, days) if days else counts


def publication_days(view: View) -> str | None:
    """The days between which the reports were published."""
    numbers = affair_numbers(view)
    if numbers.first is None or numbers.last is None:
        return None
    first = date_words(numbers.first, view.lang, weekday=False)
    return first if numbers.first == numbers.last else f"{first} – {date_words(numbers.last, view.lang, weekday=False)}"


def _tells(view: View, matter: Matter) -> bool:
    """Is the title a sentence of some length about what somebody did: no label such as "Rang : 76e", no words only quoted?"""
    title = clean(matter.title)
    if len(title) < 25 or title.endswith("…") or re.search(r"[:«“\"]|^Les faits du ", title):
        return False
    events = [view.events[e] for e in matter.events if e in view.events]
    told = not all(stance.direct for stance in stances_of(view, matter))
    return told and any(e.agents or e.targets for e in events) and view.is_fact(matter)
