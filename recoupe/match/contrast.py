"""Do two sentences exclude one another? The same words around one slot that cannot be both: polarity, a number, an antonym."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from recoupe.errors import ModelError
from recoupe.lang.languages import GLOSSED, tell_language
from recoupe.lang.plain import function_words, plain
from recoupe.lang.roots import stem as root
from recoupe.lang.tables import read_table
from recoupe.match.acts.families import acts
from recoupe.parse.document import Parsed, Word
from recoupe.types import Report, Span

Verdict = Literal["contradicted", "compatible", "unknown"]

_COVER = 0.4  # share of the shorter sentence's content that both must have before a difference is a contradiction
_COVER_WORDS = 2
_KEPT = 0.34  # of what a negative sentence says, the other must say as much
# A denial in other words: shares of either sentence's content that both must have, when the negated word is in both, when not.
_NAMED, _NAMED_BACK = 0.4, 0.3
_UNNAMED, _UNNAMED_BACK = 0.6, 0.5
_NEGATIONS = 2
_MANY = 4  # words in common beside which one of its own weighs little
_NOT_ALL = frozenset("seulement toujours forcement necessairement uniquement encore tout totalement completement meme".split())
_WEAKER = frozenset("moins si parfois souvent certain peut-etre".split())
_NEGATORS = frozenset(("pas", "jamais", "aucun", "aucune", "nul", "nulle", "rien", "point", "guère", "ni"))
_MEASURES = frozenset(("mètre", "mois", "an", "jour", "heure", "minute", "âge"))
_FALSE = frozenset(
    ("faux", "mensonger", "infondé", "inexact", "erroné", "démentir", "nier", "contester", "réfuter", "infirmer", "inexistant")
)
_DOUBT = frozenset(
    (
        "pouvoir",
        "moins",
        "si",
        "peut-être",
        "certain",
        "parfois",
        "souvent",
        "toujours",
        "seulement",
        "tout",
        "forcément",
        "nécessairement",
        "uniquement",
        "encore",
    )
)


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two sentences stand so to each other, on this slot, by these words (offsets into either sentence)."""

    verdict: Verdict
    slot: str | None = None
    left: Span | None = None
    right: Span | None = None
    cover: float = 0.0


def contrast(a: str, b: str, lang: str | None = None) -> Contrast:
    """Compare two sentences, French or English; `lang` ("fr", "en") is told by their little words where it is not given.

    `contradicted` is said only when nearly all else is the same; `compatible` when the one repeats the other; else `unknown`.
    The spans stand on the words of the sentences as given. ModelError when the model of a language is not installed.
    """
    return contrast_all([(a, b)], lang)[0]


def contrast_all(pairs: list[tuple[str, str]], lang: str | None = None) -> list[Contrast]:
    """The same for many pairs, parsed together."""
    from recoupe.parse.spacy import parse

    reports = [
        Report(side + str(i), None, text, lang or tell_language(text))
        for i, pair in enumerate(pairs)
        for side, text in zip("ab", pair, strict=True)
    ]
    if not any(r.lang in GLOSSED for r in reports):
        parsed = list(parse(reports))
        return [contrast_parsed(parsed[2 * i], parsed[2 * i + 1]) for i in range(len(pairs))]
    from recoupe.gloss.reports import in_french, put_back

    read, glosses, lost = in_french(reports)
    if lost:
        raise ModelError(lost[0].reason)
    parsed = list(parse(read))
    return [put_back(contrast_parsed(parsed[2 * i], parsed[2 * i + 1]), glosses) for i in range(len(pairs))]


def contrast_parsed(a: Parsed, b: Parsed) -> Contrast:
    """The same for two sentences that are parsed already."""
    left, right = _content(a), _content(b)
    small = min(len(left), len(right))
    common = set(left) & set(right)
    cover = round(len(common) / small, 3) if small else 0.0
    if small < _COVER_WORDS or cover < _COVER or len(common) < _COVER_WORDS:
        return Contrast("unknown", cover=cover)
    for slot, found in (
        ("polarity", _polarity(a, b, common) or _paraphrase(a, b)),
        ("figure", _figures(a, b, common)),
        ("words", _antonyms(a, b, left, right)),
    ):
        if found and not _other_names(a, b):
            return Contrast("contradicted", slot, found[0], found[1], cover)
    return Contrast("compatible" if cover >= 0.9 else "unknown", cover=cover)


def _other_names(a: Parsed, b: Parsed) -> bool:
    """Does each name somebody or some place that the other does not?"""
    left, right = ({plain(w.text) for w in p.words if w.pos == "PROPN" and w.text[:1].isupper()} for p in (a, b))
    return bool(left - right) and bool(right - left)


def _content(parsed: Parsed) -> dict[str, Word]:
    """Content lemmas of a sentence with their first word."""
    found: dict[str, Word] = {}
    for word in parsed.words:
        if (
            word.pos in ("NOUN", "PROPN", "VERB", "ADJ")
            and (lemma := plain(word.lemma)) not in function_words()
            and len(lemma) > 1
        ):
            found.setdefault(lemma, word)
    return found


def _polarity(a: Parsed, b: Parsed, common: set[str]) -> tuple[Span, Span] | None:
    """One sentence negates a predicate that the other asserts, and nothing softens either."""
    left, right = dict(_negated(a)), dict(_negated(b))
    if len(left) > 1 or len(right) > 1 or bool(left) == bool(right):
        return None
    (negative, other), flipped = ((left, b), False) if left else ((right, a), True)
    lemma, cue = next(iter(negative.items()))
    denied = b if flipped else a
    mine = set(_content(denied)) - {lemma}
    after = [x for w in denied.words[cue.i + 1 :] if (x := plain(w.lemma)) in mine and x != lemma]
    if len(mine & common) < _KEPT * len(mine) or not _numbers(denied) <= _numbers(other) or after and after[0] not in common:
        return None  # it negates something of its own
    if any(plain(w.lemma) in _DOUBT for p in (a, b) for w in p.words):
        return None
    target = next((w for w in other.words if plain(w.lemma) == lemma), None)
    if target is None:
        return None
    here, there = Span((b if flipped else a).report, cue.start, cue.end), Span(other.report, target.start, target.end)
    return (there, here) if flipped else (here, there)


def _paraphrase(a: Parsed, b: Parsed) -> tuple[Span, Span] | None:
    """One sentence denies in its own words what the other asserts: "n'entraînent pas de stérilité", "rendent stériles"."""
    left, right = tuple(_negated(a)), tuple(_negated(b))
    if bool(left) == bool(right) or max(len(left), len(right)) > _NEGATIONS:
        return None
    (negatives, denied, other), flipped = ((left, a, b), False) if left else ((right, b, a), True)
    cue = negatives[0][1]
    after = denied.words[cue.i + 1] if cue.i + 1 < len(denied.words) else None
    if after and plain(after.lower) in _NOT_ALL or any(plain(w.lemma) in _WEAKER for p in (a, b) for w in p.words):
        return None
    heads = {_form(lemma) for lemma, _ in negatives}
    mine, theirs = ({_form(x): w for x, w in _content(p).items()} for p in (denied, other))
    common = (set(mine) & set(theirs)) - heads
    named = heads & set(theirs)
    share, back = (_NAMED, _NAMED_BACK) if named else (_UNNAMED, _UNNAMED_BACK)
    if (
        len(common) < _COVER_WORDS
        or len(common) < share * len(set(mine) - heads)
        or len(common) < back * len(set(theirs) - heads)
    ):
        return None
    behind = next((f for w in denied.words[cue.i + 1 :] if (f := _form(plain(w.lemma))) in mine and f not in heads), None)
    if behind is not None and behind not in common and (named or len(common) < _MANY):
        return None  # it negates something of its own
    target = theirs[min(named)] if named else next((w for w in other.words if w.head == w.i and w.pos != "PUNCT"), other.words[0])
    here, there = Span(denied.report, cue.start, cue.end), Span(other.report, target.start, target.end)
    return (there, here) if flipped else (here, there)


@cache
def _form(lemma: str) -> str:
    """One form for words of one act or one root: "stérilité", "stérile"."""
    known = sorted(acts(frozenset([lemma])))
    return known[0] if known else root(lemma)


def _numbers(parsed: Parsed) -> set[str]:
    return {w.lower for w in parsed.words if w.text[0].isdigit() or w.pos == "NUM"}


def _negated(parsed: Parsed) -> Iterator[tuple[str, Word]]:
    """Lemmas under a negation (or called false), with the word that negates them."""
    for word in parsed.words:
        if word.lower in _NEGATORS and not (word.lower in ("pas", "point") and word.pos == "NOUN"):
            head = parsed.words[word.head]
            if any(k.lower in ("que", "qu'") and k.dep == "advmod" for k in parsed.kids(head.i)):
                continue  # "ne … que" affirms
            if head.pos in ("AUX", "DET", "PRON") and head.head != head.i:
                head = parsed.words[head.head]
            yield plain(head.lemma), word
        elif word.lower == "personne" and _is_nobody(parsed, word):
            yield plain(parsed.words[word.head].lemma), word
        elif plain(word.lemma) in _FALSE:
            inner = next((k for k in parsed.kids(word.i, "ccomp", "csubj", "obj", "nsubj") if k.pos in ("VERB", "NOUN")), None)
            if inner is not None:
                yield plain(inner.lemma), word


def _is_nobody(parsed: Parsed, word: Word) -> bool:
    """ "Personne n'a vu": without an article, beside a verb with "ne"."""
    return not any(parsed.kids(word.i, "det")) and any(k.lower in ("ne", "n'", "n’") for k in parsed.kids(word.head))


def _figures(a: Parsed, b: Parsed, common: set[str]) -> tuple[Span, Span] | None:
    """One unit, told of the same things, with numbers that exclude one another."""
    from recoupe.find.figures import find_figures
    from recoupe.find.whens import find_times
    from recoupe.match.acts.slots import compare_figures

    left, right = (find_figures(p, find_times(p)) for p in (a, b))
    if len(left) != 1 or len(right) != 1 or len(common) < 4:
        return None
    x, y = left[0], right[0]
    if (
        x.unit
        and x.unit == y.unit
        and x.unit not in _MEASURES
        and x.bound == y.bound == "exact"
        and compare_figures(x, y) == "disjoint"
    ):
        return x.span, y.span
    return None


def are_antonyms(a: str, b: str) -> bool:
    """Do these two plain lemmas exclude one another?"""
    return b in _opposites().get(a, frozenset())


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_table("lang/fr/antonyms.tsv", ("left", "right", "example")):
        for other in row.many("right"):
            found.setdefault(plain(row["left"]), set()).add(plain(other))
            found.setdefault(plain(other), set()).add(plain(row["left"]))
    return {word: frozenset(others) for word, others in found.items()}


def _antonyms(a: Parsed, b: Parsed, left: dict[str, Word], right: dict[str, Word]) -> tuple[Span, Span] | None:
    """A word of one sentence whose opposite stands in the other, neither being in both and none negated."""
    if dict(_negated(a)) or dict(_negated(b)):
        return None
    for lemma in sorted(set(left) - set(right)):
        for other in sorted(_opposites().get(lemma, frozenset()) & set(right) - set(left)):
            x, y = left[lemma], right[other]
            return Span(a.report, x.start, x.end), Span(b.report, y.start, y.end)
    return None
