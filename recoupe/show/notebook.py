"""A dossier or a matter in a notebook cell: a small escaped fragment, no script, no style sheet."""

from __future__ import annotations

from markupsafe import Markup

from recoupe.show.differences import differing, sides_of
from recoupe.show.groups import group_matters
from recoupe.show.oneline import clean
from recoupe.show.overview import head_title, size_words
from recoupe.show.stances import stances_of
from recoupe.show.view import View
from recoupe.show.words import SIGNS, say
from recoupe.types import Dossier, Matter


def html(record: Dossier | Matter, dossier: Dossier | None = None, lang: str = "fr") -> str:
    """What a notebook shows for this record; a matter alone has no words to show without its `dossier`."""
    if isinstance(record, Dossier):
        return str(_dossier(View(record, lang)))
    return str(_matter(record, View(dossier or Dossier(), lang)))


def _dossier(view: View) -> Markup:
    """Title, numbers and one row a matter that more than one report has."""
    lang = view.lang
    matters = [m for agreement, group in group_matters(view) if agreement not in ("single", "related") for m in group]
    rows = Markup("").join(
        Markup("<tr><td>{} {}</td><td>{}</td><td>{}</td></tr>").format(
            SIGNS[m.agreement], say(f"agreement.{m.agreement}", lang), clean(m.title), ", ".join(view.label(r) for r in m.reports)
        )
        for m in matters
    )
    head = Markup("<p><strong>{}</strong><br>{}</p>").format(head_title(view), " · ".join(size_words(view)))
    return head + Markup("<table>{}</table>").format(rows)


def _matter(matter: Matter, view: View) -> Markup:
    """Title, agreement, and each report's words on what differs (or who stands how)."""
    lang = view.lang
    head = Markup("<p><strong>{}</strong><br>{} {}</p>").format(
        clean(matter.title), SIGNS[matter.agreement], say(f"agreement.{matter.agreement}", lang)
    )
    cells = []
    for difference in differing(view, matter):
        for side in sides_of(view, difference):
            value = view.value(difference.slot, side.value) or ""
            who = ", ".join(view.label(r) for r in side.reports)
            cells.append((say(f"slot.{difference.slot}", lang), who, value, view.words(side.spans[:1])))
    for stance in () if cells else stances_of(view, matter):
        who, how = view.holder(stance.claim), view.stance_words(stance.claim)
        cells.append((view.label(stance.report), who, how, view.words(stance.spans)))
    rows = Markup("").join(map(_row, cells))
    return head + Markup("<table>{}</table>").format(rows)


def _row(cells: tuple[str, ...]) -> Markup:
    """One row of a table."""
    return Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells))
