"""What the newest reports bring, as text: what they contradict, dispute, change, sharpen and add, in that order."""

from __future__ import annotations

from collections import defaultdict

from recoupe.match.affair import what_is_new
from recoupe.show.groups import evidence_of
from recoupe.show.oneline import clean
from recoupe.show.view import View
from recoupe.show.words import SIGNS, join, say
from recoupe.types import Dossier, Matter

_ORDER = ("contradicted", "disputed", "updated", "refined", "single")


def news(dossier: Dossier, reports: set[str], lang: str = "fr") -> str:
    """The news in these reports, one line a matter, with their own words. Empty when none of them is in the dossier."""
    view = View(dossier, lang)
    names = tuple(view.label(r.id) for r in view.reports if r.id in reports)
    if not names:
        return ""
    by: dict[str, list[Matter]] = defaultdict(list)
    for matter in what_is_new(dossier, reports):
        by["single" if set(matter.reports) <= reports else _kind(matter)].append(matter)
    lines = [say("news", lang, who=join(names, lang))]
    for kind in _ORDER:
        if by[kind]:
            lines.append(f"{SIGNS[kind]} {say(f'news.{kind}', lang)}")
        lines += [f"  - {_line(view, matter, reports)}" for matter in by[kind]]
    if len(lines) == 1:
        lines.append(say("news.none", lang))
    return "\n".join(lines) + "\n\n"


def _kind(matter: Matter) -> str:
    return matter.agreement if matter.agreement in _ORDER else "refined"


def _line(view: View, matter: Matter, reports: set[str]) -> str:
    """The title and the new reports' own words."""
    own = [s for s in evidence_of(view, matter) if s.report in reports][:1]
    title, words = clean(matter.title) or "…", view.words(own)
    return title if not words or words.casefold() in title.casefold() else f"{title} │ {words}"
