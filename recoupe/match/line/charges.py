"""What is disputed, as a line: who says it, or its own sentence, where that can stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.match.line.phrasing import WHOLE
from recoupe.match.line.shortening import fit
from recoupe.match.line.titles import tidied, trim
from recoupe.match.who.called import pronoun_named
from recoupe.parse.document import Word
from recoupe.types import Span

_POINTS = frozenset("ce c' cet cette ces son sa ses leur leurs mais et puis ainsi là là-haut dont où comme".split())
_SAYS_I = frozenset("je j' nous vous me m' mon ma mes notre nos votre vos".split())
_THIRD = frozenset("il elle ils elles".split())
_MARKS = re.compile(r"[?!:;«»\"“”]")


def charge_lines(desk: Desk, draft: Draft) -> Iterator[str]:
    """Lines for a quarrel whose label cannot stand alone: the charge with who brings it, where quoted, or its sentence."""
    charged = [v for d in draft.differences if d.slot == "polarity" for v in d.values if v.value != "denied"]
    for span in (s for v in charged for s in v.evidence[:1]):
        parsed = desk.readings[span.report].parsed
        words = [parsed.words[i] for i in parsed.at(span.start, span.end)]
        if _stands_alone(words) and not _is_infinitive(words):
            if " ".join(desk.text(span).split()) == draft.title:
                return  # the label tells it
            yield trim(desk.text(span), WHOLE)
        elif line := _quoted(desk, span, words) or whole_sentence(desk, span):
            yield line


def whole_sentence(desk: Desk, span: Span) -> str | None:
    """The sentence of these words, where it is short or can be made so, and needs no other to be understood."""
    parsed = desk.readings[span.report].parsed
    at = parsed.at(span.start, span.end)
    if not at:
        return None
    sentence = parsed.sentence_of(at[0])
    words = parsed.words[sentence.first : sentence.last]
    end = words[-1].end
    root = next((w.i for w in words if w.head == w.i), sentence.first)
    who = pronoun_named(desk, parsed, words[0]) if words[0].lower in _THIRD else ""
    if not _stands_alone(words[1:] if who else words) or any(w.lower in _SAYS_I for w in words):
        return None
    if end - words[0].start > WHOLE:
        end = fit(parsed, sentence.first, root, end, WHOLE) or end
    text = " ".join(f"{who} {parsed.text[words[bool(who)].start : end]}".split()).rstrip(" .")
    if len(text) > WHOLE or end < (span.start + span.end) / 2 or _MARKS.search(text):
        return None
    return trim(tidied(text), WHOLE)


def _stands_alone(words: Sequence[Word]) -> bool:
    """Does it say something, and begin with nothing that points?"""
    if not words or words[0].lower in _POINTS or words[0].pos in ("PUNCT", "CCONJ", "SCONJ"):
        return False
    if words[0].pos == "PRON" and words[0].lower not in ("se", "s'"):
        return False
    return any(w.feat("VerbForm") == "Fin" for w in words)


def _is_infinitive(words: Sequence[Word]) -> bool:
    return any(w.feat("VerbForm") == "Inf" for w in words[:2]) and words[0].pos in ("VERB", "AUX", "ADV")


def _quoted(desk: Desk, span: Span, words: Sequence[Word]) -> str | None:
    """ "Jean Roy : « Ils savaient »"."""
    if not any(w.feat("VerbForm") == "Fin" for w in words):
        return None
    for statement in desk.readings[span.report].statements:
        record = desk.actors.get(statement.speakers[0]) if statement.speakers else None
        if statement.mode == "direct" and record and any(s.start < span.end and span.start < s.end for s in statement.spans):
            said = " ".join(desk.text(span).split()).rstrip(" .")
            return trim(f"{record.name[:1].upper()}{record.name[1:]} : « {said} »")
    return None
