"""A length-preserving character map: what the parser reads instead of the report, offset for offset."""

from __future__ import annotations

from functools import lru_cache

_STRAIGHT = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "‛": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "‹": '"',
        "›": '"',
        "\u00a0": " ",
        "\u202f": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u200a": " ",
        "\u2002": " ",
        "\u2003": " ",
        "\u3000": " ",
        "\u2010": "-",
        "\u2011": "-",
        "\t": " ",
    }
)


@lru_cache(maxsize=4)  # several layers ask for the same report in turn
def straighten(text: str) -> str:
    """Curly marks to straight ones and odd spaces to plain ones. `len(straighten(text)) == len(text)` always."""
    return text.translate(_STRAIGHT)
