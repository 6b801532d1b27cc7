"""Why lines that are close stand side by side: what they have in common, or what keeps them apart."""

from __future__ import annotations

import re

from recoupe.show.reasons import reason_words
from recoupe.show.view import View
from recoupe.show.words import say
from recoupe.types import Matter

_WEIGHT = re.compile(r" \([+-][\d,]+\)$")
_MOST = 3  # reasons told


def closeness(view: View, matter: Matter) -> str:
    """Of a close matter, by its strongest link: "Peut-être le même fait : mêmes acteurs, même jour". "" where none is kept."""
    held = frozenset(matter.events)
    links = {k.id: k for e in matter.events for k in view.links_at.get(e, ()) if k.left in held and k.right in held}
    best = max(links.values(), key=lambda k: (k.verdict == "unsure", k.score, k.id), default=None)
    if best is None:
        return ""
    told = [_WEIGHT.sub("", reason) for reason in best.reasons]
    told = told[: _MOST if best.verdict == "unsure" else 1]  # what keeps two apart comes first
    words = ", ".join((reason_words(r) if view.lang == "en" else None) or r for r in told)
    return say(f"closeness.{best.verdict}", view.lang, why=words)
