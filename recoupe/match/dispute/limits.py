"""Words that take back or limit what was said louder before them: "pourtant", "à ce stade", "un sur trois", a denial."""

from __future__ import annotations

from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.parse.document import Parsed, Sentence

COLUMNS = ("kind", "words", "example")
KINDS = ("oppose", "so_far", "part", "grant")
_WHOLLY = frozenset(("aucun", "aucune", "rien", "nul", "nulle", "personne", "jamais", "moindre"))
_DENYING = _WHOLLY | {"pas", "sans"}
_DEFINITE = frozenset(("le", "la", "l'", "les", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs"))
_NEAR = 9  # words between a word of denial and what it denies
_STOPS = frozenset((",", ";", ":", ".", "et", "mais", "«", "»", '"', "(", ")"))


def limits(parsed: Parsed, sentence: Sentence) -> frozenset[str]:
    """The kinds of words in a sentence that limit what was said before; "none" for a denial of all of it."""
    words = parsed.words[sentence.first : sentence.last]
    written = _line([plain(w.lower).replace("'", "' ").rstrip() for w in words])
    lemmas = _line([plain(w.lemma) for w in words])
    found = {kind for cue, kind in _cues() if cue in written or cue in lemmas}
    if _is_only(parsed, sentence):
        found.add("part")
    if any(plain(w.lower) in _WHOLLY for w in words):
        found.add("none")
    return frozenset(found)


def denies(parsed: Parsed, sentence: Sentence, told: str) -> bool:
    """Does a sentence deny these lemmas: "n'est pas rompu", "aucun lien", "n'évoque le moindre tir", "n'a perdu que"?"""
    words = parsed.words[sentence.first : sentence.last]
    lemmas, wanted = [plain(w.lemma) for w in words], told.split()
    for n in range(len(words) - len(wanted) + 1):
        if lemmas[n : n + len(wanted)] == wanted and _is_denied([plain(w.lower) for w in words], n, len(wanted)):
            return True
    return False


def _is_denied(words: list[str], at: int, size: int) -> bool:
    """A word of denial shortly before, or just behind a verb, in one clause; "n'a revendiqué l'attentat" denies no "attentat"."""
    if at and words[at - 1] in _DEFINITE:
        return False
    for step in range(1, _NEAR + 1):
        if at - step < 0 or words[at - step] in _STOPS:
            break
        if words[at - step] in _DENYING:
            return True
    behind = words[at + size : at + size + 2]
    return "pas" in behind or "jamais" in behind or any(w in ("que", "qu'", "aucun", "aucune") for w in behind[:1])


def _is_only(parsed: Parsed, sentence: Sentence) -> bool:
    """ "Ne … que" within a few words."""
    words = parsed.words[sentence.first : sentence.last]
    for n, word in enumerate(words):
        if word.lower in ("ne", "n'"):
            near = [w.lower for w in words[n + 1 : n + 6]]
            if any(w in ("que", "qu'") for w in near) and not {"pas", "plus", "jamais", "rien"} & set(near):
                return True
    return False


def _line(words: list[str]) -> str:
    return " " + " ".join(words) + " "


@cache
def _cues() -> tuple[tuple[str, str], ...]:
    rows = read_table("lang/fr/limits.tsv", COLUMNS)
    return tuple(
        (_line(plain(w).replace("'", "' ").split()), row.one_of("kind", KINDS)) for row in rows for w in row.many("words")
    )
