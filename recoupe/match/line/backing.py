"""How much of a line the other reports of its matter bear out: a title tells what they share, not the news of one of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType

from recoupe.lang.plain import function_words, plain
from recoupe.lang.roots import root
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.types import Span

_WORD = re.compile(r"[^\W\d_]{3,}")
_MOST, _SOME = 0.6, 0.4  # of the words of a line that no other report has
_TELLING_ALIKE = ("shared", "refined")  # else each report has its own: how it stands now, the other side, another fact
_APART = 0.5  # of the words behind a colon that are one report's own news
_TOPIC = 18  # characters of a topic that may stand alone

Backing = Mapping[str, frozenset[str]]  # report -> roots of what the other reports of the matter say
NONE: Backing = MappingProxyType({})


def backing_of(desk: Desk, draft: Draft) -> Backing:
    """For each report of a matter the roots of the words of the others in the sentences that tell it."""
    if draft.agreement not in _TELLING_ALIKE:
        return {}
    spans = {desk.events[e].trigger for e in draft.events}
    spans |= {s for d in draft.differences for v in d.values for s in v.evidence}
    held: dict[str, set[str]] = defaultdict(set)
    for span in spans:
        held[span.report] |= _roots_around(desk, span)
    others = {r: [held[o] for o in held if held[o] != held[r]] for r in held}  # a copy bears nothing out
    return {r: frozenset().union(*others[r]) for r in held if others[r]}


def lacks(backing: Backing, report: str, line: str, *, headline: bool = False) -> int:
    """How much worse a line is for what only its own report says; a headline, which has its own news to tell, the more."""
    if report not in backing:
        return 0
    share = _unheard(line, backing[report])
    return (share > _MOST) + 2 * (headline and share > _SOME)


def topic_of(backing: Backing, report: str, headline: str) -> str:
    """What a headline tells before its colon, where only that is borne out: "Séisme au Japon | : le récit d'un pompier"."""
    topic, colon, rest = headline.partition(" : ")
    if not colon or report not in backing or len(topic) < _TOPIC:
        return ""
    return topic if _unheard(rest, backing[report]) >= _APART and _unheard(topic, backing[report]) < _APART else ""


def _unheard(line: str, roots: frozenset[str]) -> float:
    """The share of the words of a line that are not among these."""
    words = _content(line)
    return len(words - roots) / len(words) if words else 0.0


def _content(text: str) -> frozenset[str]:
    return frozenset(root(w) for w in map(plain, _WORD.findall(text)) if w not in function_words())


def _roots_around(desk: Desk, span: Span) -> frozenset[str]:
    """Roots of the sentence that these words stand in."""
    parsed = desk.readings[span.report].parsed
    at = parsed.at(span.start, span.end)
    if not at:
        return frozenset()
    sentence = parsed.sentence_of(at[0])
    lemmas = (plain(w.lemma) for w in parsed.words[sentence.first : sentence.last])
    return _content(parsed.text[sentence.start : sentence.end]) | frozenset(root(x) for x in lemmas)
