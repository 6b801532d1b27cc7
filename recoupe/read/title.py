"""The headline of a text file, when its layout shows one."""

from __future__ import annotations

import re

from recoupe.lang.printed import is_byline, is_date_line

_LONGEST = 20  # words; longer first lines are leads, not headlines
_HEADING = re.compile(r"\s{0,3}#\s+(.+?)\s*#*\s*$")


def find_title(text: str, *, markdown: bool = False) -> str | None:
    """The first line when it reads as a headline: short, no final stop, then a blank line and a longer text. None when in doubt.

    Lines above it that print the date of the page or name its author are passed over.

    >>> find_title("Un incendie ravage un entrepôt à Lens\\n\\nLe feu a pris mardi soir dans la zone industrielle.")
    'Un incendie ravage un entrepôt à Lens'
    >>> find_title("Le feu a pris mardi soir.\\n\\nIl était maîtrisé mercredi.")
    """
    line, _, rest = text.lstrip("\n").partition("\n")
    while rest and (not line.strip() or is_date_line(line) or is_byline(line)):
        line, _, rest = rest.lstrip("\n").partition("\n")
    if markdown and (heading := _HEADING.match(line)):
        return heading[1]
    title, body = line.strip(), rest.lstrip("\n")
    blank_follows = rest[:1] == "\n" or not rest.partition("\n")[0].strip()
    if not body.strip() or not blank_follows or not 3 <= len(title.split()) <= _LONGEST or title[-1] in ".,;:…":
        return None
    return title if max(map(len, body.split("\n"))) > len(title) else None
