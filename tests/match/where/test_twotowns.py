"""Two towns of one act in a matter that tells it as one."""

from __future__ import annotations

import pytest

from tests.match.crossing import matters_of

START = "Le gardien Luc Fabre a été brûlé dimanche pendant le match contre Belmont. "
DAYS = ("2025-03-05", "2025-03-06")


def _places(left: str, right: str, days: tuple[str, str] = DAYS, start: str = START) -> list[tuple[str, list[str | None]]]:
    """Title and values of each matter that opposes two places."""
    found = matters_of(left, right, start=start, days=days)
    told = ((m, d) for m in found for d in m.differences if d.slot == "place" and d.verdict == "contradicted")
    return [(m.title, [v.value for v in d.values]) for m, d in told]


@pytest.mark.parametrize(
    ("left", "right", "values"),
    [
        (
            "Luc Fabre a été soigné dans une clinique de Corvel.",
            "C'est à l'hôpital d'Orvalle que le gardien a été soigné.",
            ["dans une clinique de Corvel", "à l'hôpital d'Orvalle"],
        ),
        (
            "Les blessés ont été conduits à l'hôpital de Corvel.",
            "Les blessés ont été soignés dans une clinique d'Orvalle.",
            ["à l'hôpital de Corvel", "dans une clinique d'Orvalle"],
        ),
        (
            "La cérémonie d'hommage s'est tenue dans une chapelle de Corvel.",
            "La cérémonie d'hommage a eu lieu à Orvalle.",
            ["dans une chapelle de Corvel", "à Orvalle"],
        ),
        (
            "Luc Fabre a été opéré dans une clinique de Corvel.",
            "Luc Fabre a été opéré dans la maison qu'il loue à Orvalle.",
            ["dans une clinique de Corvel", "à Orvalle"],
        ),
    ],
)
def test_one_act_in_two_towns(left: str, right: str, values: list[str]) -> None:
    assert values in [v for _, v in _places(left, right)]


def test_the_title_tells_both_towns() -> None:
    left = "Les blessés ont été conduits à l'hôpital de Corvel."
    titles = [t for t, _ in _places(left, "Les blessés ont été soignés dans une clinique d'Orvalle.")]
    assert titles == ["Les blessés ont été soignés à l'hôpital de Corvel ou dans une clinique d'Orvalle"]


SITE = "Luc Fabre a été soigné dans une clinique de Corvel."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (SITE, "C'est à l'hôpital de Corvel que le gardien a été soigné."),
        (SITE, "C'est à l'hôpital d'Orvalle, un quartier de Corvel, que le gardien a été soigné."),
        (SITE, "C'est à l'hôpital d'Orvalle que le gardien a été soigné. Le train de Corvel était en retard."),
        (SITE, "C'est près d'Orvalle que le gardien a été soigné."),
        (SITE, "Le gardien a été soigné, puis il est allé à l'hôpital d'Orvalle."),
        (SITE, "L'arbitre a été soigné à l'hôpital d'Orvalle."),
        ("Luc Fabre a été soigné au Mali.", "C'est à l'hôpital de Bamako que le gardien a été soigné."),
        ("Le ministre a été reçu à l'Élysée.", "Le ministre a été reçu à Paris."),
        (SITE + " Il avait été soigné à l'hôpital de Belmont.", "C'est à l'hôpital d'Orvalle que le gardien a été soigné."),
    ],
)
def test_towns_that_may_both_be_right(left: str, right: str) -> None:
    assert not _places(left, right)


def test_reports_days_apart_may_tell_two_acts() -> None:
    assert not _places(SITE, "C'est à l'hôpital d'Orvalle que le gardien a été soigné.", ("2025-03-05", "2025-03-16"))


def test_where_one_is_led_after_an_arrest_is_not_where_it_was() -> None:
    start = "La bijouterie Delorme a été dévalisée dimanche. "
    first = "Luc Fabre a été arrêté à Corvel."
    assert _places(first, "Luc Fabre a été arrêté à Orvalle.", start=start)
    assert not _places(first, "Luc Fabre a été arrêté puis conduit à Orvalle.", start=start)
