"""A participant in words: the lemmas of its heads and of what narrows them, and where they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple, Protocol

from recoupe.find.done.objects import UNITS
from recoupe.find.done.senses import ABOUT, MEASURES
from recoupe.find.done.wordforms import TIME_NOUNS, preposition_of
from recoupe.parse.document import Parsed
from recoupe.types import ActorKind, Mention, Span


class Part(NamedTuple):
    """Lemmas (the heads first) and one span a head."""

    lemmas: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


NO_PART = Part()
NARROWING = frozenset(("NOUN", "PROPN", "ADJ"))  # what may narrow a noun


class Known(Protocol):
    """What is asked about the mentions of the report."""

    @property
    def named(self) -> Mapping[int, ActorKind]:
        """Kinds of actors by word."""

    def at(self, i: int) -> Mention | None:
        """The mention at word i."""


def named_part(parsed: Parsed, known: Known, heads: Iterable[int], place: Collection[int]) -> Part:
    """Lemmas of the heads, then of what narrows them; one span a head."""
    found = {_real(parsed, h) for h in heads}
    if not found:
        return NO_PART
    words = parsed.words
    lemmas: list[str] = []
    rest: list[str] = []
    spans: list[Span] = []
    seen: set[int] = set()
    last = -1
    for head in sorted(found):
        if head in seen or head in place or words[head].pos not in _NAMING or words[head].lemma in TIME_NOUNS:
            continue
        mention = known.at(head)
        if mention and mention.form == "name":
            phrase = [k for k in parsed.at(mention.span.start, mention.span.end) if words[k].pos in _NAMING or k == head]
        else:
            phrase = sorted(_phrase(parsed, head, place))
        if last >= 0 and _same_name(parsed, last, head):  # "le président Paul Martin", read as two subjects
            rest += [words[k].lemma for k in phrase]
            spans[-1], last = Span(parsed.report, spans[-1].start, words[phrase[-1]].end), phrase[-1]
            continue
        seen.update(phrase)
        lemmas.append(words[head].lemma)
        rest += [words[k].lemma for k in phrase if k != head]
        spans.append(parsed.span(phrase[0], phrase[-1] + 1))
        last = phrase[-1]
    return Part((*lemmas, *(r for r in dict.fromkeys(rest) if r not in lemmas)), tuple(spans))


def whole_part(parsed: Parsed, heads: list[int]) -> Part:
    """Purposes with all that hangs on them: "aider à prolonger les combats"."""
    if not heads:
        return NO_PART
    words = parsed.words
    lemmas: list[str] = [words[h].lemma for h in heads]
    rest: list[str] = []
    spans: list[Span] = []
    for head in heads:
        stop = next(
            (k for k in range(head + 1, parsed.right[head] + 1) if words[k].text in _BREAKS or words[k].dep == "acl:relcl"),
            parsed.right[head] + 1,
        )
        rest += [words[k].lemma for k in range(head + 1, stop) if words[k].pos in _NAMING]
        first = head
        while first > parsed.left[head] and words[first - 1].head == head and words[first - 1].dep.startswith(("aux", "obj")):
            first -= 1
        spans.append(parsed.span(first, stop))
    return Part((*lemmas, *(r for r in dict.fromkeys(rest) if r not in lemmas)), tuple(spans))


def _same_name(parsed: Parsed, last: int, head: int) -> bool:
    words = parsed.words
    if words[head].pos != "PROPN" or words[head].dep == "conj" or not 0 < head - last <= 3:
        return False
    return all(words[k].pos == "PROPN" for k in range(last + 1, head))


def _real(parsed: Parsed, i: int) -> int:
    """The noun a relative pronoun or a word of measure stands for: "des dizaines de salariés"."""
    word = parsed.words[i]
    if word.pos == "PRON" and word.lower in _RELATIVES:
        return next((up.head for up in parsed.ancestors(i) if up.dep.startswith("acl")), i)
    if word.lemma in MEASURES or word.lemma in ABOUT or word.lemma in UNITS:
        return next((k.i for k in parsed.kids(i, "nmod") if k.pos in ("NOUN", "PROPN") and k.i > i), i)
    return i


def _phrase(parsed: Parsed, i: int, place: Collection[int], depth: int = 0) -> list[int]:
    """The head and what narrows it: adjectives, "de" complements, the rest of a name."""
    out = [i]
    if depth > 3 or not parsed.children[i]:
        return out
    words = parsed.words
    clause = False
    for k in parsed.children[i]:
        kid = words[k]
        if clause or k > i + 8:
            break  # behind "parti" in "un navire parti de Lima" it belongs to that, whatever the parser says
        clause = k > i and kid.dep in ("acl", "conj", "acl:relcl")
        if kid.pos not in NARROWING or k in place or kid.lemma in TIME_NOUNS or not kid.dep.startswith(_NARROWS):
            continue
        if kid.dep == "nmod" and k - i > 1 and preposition_of(parsed, k) != "de":
            continue
        out += _phrase(parsed, k, place, depth + 1)
    return out


_NARROWS = ("amod", "nmod", "flat", "compound")
_BREAKS = frozenset((",", ";", ":", "–", "—", "(", ")", "où", "qui", "dont"))
_NAMING = frozenset(("NOUN", "PROPN", "ADJ", "VERB"))  # "les blessés" may be tagged as any of the last three
_RELATIVES = frozenset(("qui", "que", "qu'", "lequel", "laquelle", "lesquels", "lesquelles"))
