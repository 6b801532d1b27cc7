"""The matters in groups, and the words each rests on."""

from __future__ import annotations

from dataclasses import replace

from recoupe.show.groups import group_matters
from recoupe.show.view import View
from recoupe.types import Difference
from tests.show.sample import sample

DOSSIER = sample()


def test_groups_come_in_the_order_an_editor_needs() -> None:
    assert [(a, len(ms)) for a, ms in group_matters(View(DOSSIER))] == [
        ("contradicted", 1),
        ("disputed", 1),
        ("updated", 1),
        ("refined", 1),
        ("shared", 2),
        ("related", 1),
        ("single", 10),
    ]


def test_who_is_who_stands_behind_what_happened() -> None:
    matters = [m for m in DOSSIER.matters if m.agreement in ("shared", "refined") and len(m.reports) > 1]
    role = replace(
        matters[0], id="x-role", reports=tuple(r.id for r in DOSSIER.reports), differences=(Difference("role", "same", ()),)
    )
    view = View(replace(DOSSIER, matters=(role, *DOSSIER.matters)))
    group = next(rows for agreement, rows in group_matters(view) if agreement == role.agreement)
    assert group[-1].id == "x-role"
