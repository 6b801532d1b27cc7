"""Text of reports for one line of a view: no line breaks, and nothing that could forge a terminal or a page."""

from __future__ import annotations

import re

# Control and direction marks; line and paragraph separators.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def clean(text: str) -> str:
    """Text for one line: white space to single spaces, control and direction marks out, nothing at either end."""
    return clean_inside(text).strip() if text else ""


def clean_inside(text: str) -> str:
    """The same for a piece of a line: a space at either end stays."""
    return _SPACE.sub(" ", _CONTROL.sub("", text))
