"""The matters in groups, and the words each rests on."""

from __future__ import annotations

from recoupe.show.groups import group_matters
from recoupe.show.view import View
from tests.show.sample import sample

DOSSIER = sample()


def test_groups_come_in_the_order_an_editor_needs() -> None:
    assert [(a, len(ms)) for a, ms in group_matters(View(DOSSIER))] == [
        ("contradicted", 1),
        ("disputed", 1),
        ("updated", 1),
        ("refined", 1),
        ("shared", 2),
        ("single", 10),
        ("related", 1),
    ]
