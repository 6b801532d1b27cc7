"""Of which country they are: "le suspect, un Belge", "de nationalité néerlandaise"; "sous pavillon maltais", "panaméen"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from recoupe.lang.countries import countries, demonyms
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.governing import keys_of
from recoupe.match.asked.asked import Answer, Question, Scene, draft_asked
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.match.who.callings import DEEDS
from recoupe.parse.document import Sentence, Word
from recoupe.types import Span

COLUMNS = ("kind", "words", "example")
KINDS = ("culprit", "crew", "victim", "says", "land", "flag")
_HOLDERS = ("culprit", "crew", "victim")
_TITLES = {"culprit": "Nationalité du suspect", "crew": "Nationalité de l'équipage", "victim": "Nationalité", "flag": "Pavillon"}
_LEAD, _BEHIND = 24, 3  # letters before a demonym; words between a noun and the adjective behind it
_BACK = 2  # sentences in which a pronoun's noun is looked for
_ALL = frozenset(("tous", "toutes", "exclusivement", "uniquement", "entièrement", "intégralement"))
_THIS = frozenset(("un", "une", "le", "la", "ce", "cette", "l'"))
_HELD = re.compile(
    r"(?i)\b(?:arrêté|interpellé|soupçonné|suspecté|garde à vue|écroué|appréhendé|placé en détention|mis en examen)\b"
)
_OF = frozenset(("de", "d'", "du", "des"))
_COMPLEMENT = 5  # words behind "auteur" that say of what
_HARMS = frozenset(("$harm", "$fire", "$wreck", "$vanish", "$strike_air"))
_FROM = "born "  # where somebody comes from is no nationality


def draft_nations(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each suspect, crew or ship that two reports give to two countries."""
    question = Question(find_nations, lambda a: ("country", _TITLES[a.question.removeprefix(_FROM)]), _excludes)
    return draft_asked(desk, drafts, question)


def _excludes(a: Answer, b: Answer) -> bool:
    """Two countries, or all of one country here and some of another there."""
    left, right = (frozenset(x.value.removesuffix("*").split("+")) for x in (a, b))
    return not left & right or left != right and (a.value.endswith("*") or b.value.endswith("*"))


def find_nations(scene: Scene) -> Iterator[Answer]:
    """The countries that a report gives to the suspect, the crew, the victim or the ship of its affair, in text order."""
    text = scene.text
    for number, sentence in enumerate(scene.parsed.sentences):
        words = scene.parsed.words[sentence.first : sentence.last]
        named = [(w, question, code) for w in words for question, code in _told(scene, text, number, w)]
        for question in dict.fromkeys(q for _, q, _ in named):
            rows = [(w, code) for w, q, code in named if q == question]
            whole = "*" if any(w.lower in _ALL for w in words) else ""
            value = "+".join(sorted({code for _, code in rows})) + whole
            span = Span(scene.report, rows[0][0].start, rows[-1][0].end)
            if not scene.desk.is_furniture(span):
                firm = scene.is_firm(sentence, rows[0][0].i, of_suspect=True)
                yield Answer(question, value, span, frozenset(), scene.sources(rows[0][0].i), firm)


def _told(scene: Scene, text: str, number: int, word: Word) -> Iterator[tuple[str, str]]:
    """Of whom or what a word tells the country, and which."""
    code = demonyms().get(word.lower)
    if code is None and word.text not in _lands():
        return
    lead = text[max(0, word.start - _LEAD) : word.start].rstrip()
    if code is None:
        land = _lands().get(word.text) if lead.endswith(_words("land")) else None
        holder = _holder(scene, number, word) if land else None
        if land and holder:
            yield _FROM + holder, land
        return
    if lead.endswith(_words("flag")):
        yield "flag", code
        return
    holder = _holder(scene, number, word)
    if holder and (lead.endswith(_words("says")) or _is_said_of(scene, word, holder)):
        yield holder, code


def _is_said_of(scene: Scene, word: Word, holder: str) -> bool:
    """ "Le suspect belge", "le suspect est belge", "ce Belge", "un équipage de 22 Indiens"."""
    words = scene.parsed.words
    before = words[word.i - 1] if word.i else word
    if word.text[:1].isupper():
        counted = holder == "crew" and (before.lower in ("les", "des", "de") or before.text[:1].isdigit() or before.pos == "NUM")
        return counted or before.lower in _THIS or before.pos == "NUM"
    near = words[max(0, word.i - _BEHIND) : word.i]
    if any(w.sent == word.sent and plain(w.lemma) in nouns_of(holder) for w in near) and not any(w.lemma == "de" for w in near):
        return True
    copula = any(scene.parsed.kids(word.i, "cop"))
    return copula or holder == "crew" and before.lower in _ALL


def _holder(scene: Scene, number: int, word: Word) -> str | None:
    """The kind of the nearest noun that has a nationality: here, else in the sentences before, which a pronoun may take up."""
    sentence = scene.parsed.sentences[number]
    for back in range(number, max(-1, number - 1 - _BACK), -1):
        if found := _nearest(scene, scene.parsed.sentences[back], word):
            return found
    first = scene.parsed.sentences[max(0, number - _BACK)].start
    return "culprit" if _HELD.search(scene.parsed.text, first, sentence.end) else None  # "un homme a été arrêté": he is it


def _nearest(scene: Scene, sentence: Sentence, word: Word) -> str | None:
    held = [
        (abs(w.i - word.i), kind)
        for w in scene.parsed.words[sentence.first : sentence.last]
        if w.pos in ("NOUN", "ADJ")
        for kind in _HOLDERS
        if plain(w.lemma) in nouns_of(kind) and (kind == "crew" or w.feat("Number") != "Plur") and not _is_feat(scene, w)
    ]
    return min(held, default=(0, None))[1]


def _is_feat(scene: Scene, word: Word) -> bool:
    """ "Auteur d'une belle remontée", "l'auteur du livre": of no deed that anybody is sought for."""
    behind = scene.parsed.words[word.i + 1 : word.i + 1 + _COMPLEMENT]
    if word.lemma != "auteur" or not any(w.lower in _OF for w in behind[:2]):
        return False
    of = [plain(w.lemma) for w in behind if w.pos == "NOUN"]
    return not any(o.startswith(tuple(DEEDS)) or keys_of(o) & _HARMS for o in of)


@cache
def _words(kind: str) -> tuple[str, ...]:
    rows = read_table("lang/fr/belongings.tsv", COLUMNS)
    return tuple(w for r in rows if r.one_of("kind", KINDS) == kind for w in r.many("words"))


@cache
def nouns_of(kind: str) -> frozenset[str]:
    """The plain nouns of those who have a nationality in news: culprit, crew, victim."""
    return frozenset(map(plain, _words(kind)))


@cache
def _lands() -> Mapping[str, str]:
    return {name: c.code for c in countries().values() for name in (c.name, *c.aliases)}
