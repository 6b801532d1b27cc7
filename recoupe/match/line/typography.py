"""A line set as a French page is set: spaces, marks, elisions, no marks of a site's own."""

from __future__ import annotations

import re

_STEPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"\s*\[(?:\d{1,3}|réf\.[^\]]*)\]", ""),  # "les rebelles [1] essayaient"
        (r"\b([LlDdNnSsJjMmCc]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)(['’])\s+(?=[\wÀ-ÿ«])", r"\1\2"),  # "l' Ukraine"
        (r"\s+([,.])(?=\s|$)", r"\1"),  # "la Vesle , la Rance"
        (r",(?:\s*,)+", ","),
        (r"\b(\d{1,3}) (ers?|ères?|es?)\b(?=\s)", r"\1\2"),  # "le 45 e président"
        (r"\(\s+", "("),
        (r"\s+\)", ")"),
        (r"\b(de|du|des|la|le|les|un|une|et|à|au|en|dans|sur|pour) \1\b(?! \1)", r"\1"),  # a word written twice
        (r"(?<![\w\"])\"([^\"«»]+)\"(?![\w\"])", r"« \1 »"),
        (r"“([^“”«»]+)”", r"« \1 »"),
        (r"«\s*", "« "),
        (r"\s*»", " »"),
    )
)


def tidy_type(text: str) -> str:
    """One line with the spaces and marks of a printed page; words and numbers stay as they are."""
    text = " ".join(text.split())
    for pattern, put in _STEPS:
        text = pattern.sub(put, text)
    return text.strip()
