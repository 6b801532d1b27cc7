"""A length-preserving character map: what the parser reads instead of the report, offset for offset."""

from __future__ import annotations

import re
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


# Addresses, which pages glue to the last word of an embedded message: "a été libéré.pic.twitter.com/…".
_ADDRESS = re.compile(r"(?:https?://|pic\.twitter\.com/|\bt\.co/)[^\s«»\"<>]*[^\s«»\"<>.,;:!?)]")


_SPACES = {code: " " for code, mark in _STRAIGHT.items() if mark == " " and code != ord("\t")}


def plain_spaces(text: str) -> str:
    """Common spaces in place of narrow and unbroken ones. `len(plain_spaces(text)) == len(text)` always."""
    return text.translate(_SPACES)


@lru_cache(maxsize=4)  # several layers ask for the same report in turn
def straighten(text: str) -> str:
    """Straight marks, plain spaces, blanks for web addresses. `len(straighten(text)) == len(text)` always."""
    return _ADDRESS.sub(lambda m: " " * len(m[0]), text.translate(_STRAIGHT))
