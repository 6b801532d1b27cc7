"""In which town somebody was born or lives: "né à Oran" and "natif de Mostaganem", "habite Levier" and "domicilié à Pons"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import Levenshtein

from recoupe.lang.countries import countries
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.idiom import turn
from recoupe.match.asked.asked import Answer, Question, Scene, draft_asked
from recoupe.match.asked.meantby import is_of_kin, person_of, subject_of
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.match.who.nations import nouns_of
from recoupe.match.who.sounds import sound
from recoupe.parse.document import Sentence
from recoupe.types import Span

COLUMNS = ("kind", "sex", "words", "example")
KINDS = ("born", "lives")
_TITLES = {"born": "Lieu de naissance", "lives": "Domicile"}
_NAME = (
    r"(?P<town>(?:(?:Saint|Sainte|Le|La|Les|L')[- ]?)?[A-ZÀ-Þ][\w'-]*"
    r"(?:[- ](?:(?:de|du|la|le|les|sur|en|d|l)[- '])?[A-ZÀ-Þ][\w-]*)*)"
)
_CHILD = re.compile(rf"(?i:\b(?:enfant|fils|fille) (?:de |d')){_NAME},? (?i:où (?:il|elle) (?:a vu le jour|est née?))")
_REGIONS = ("ie", "agne", "aine", "ace", "ence", "ogne", "andre", "andres", "ande")
# What was so at another time, or of somebody's kin.
_OTHER_TIME = re.compile(
    r"(?i)\b(?:depuis|jusqu'|avant de|après avoir|puis|longtemps|autrefois|enfance|adolescence|grandi|à l'époque|désormais|"
    r"jadis|naguère|alors que|s'(?:est|était) (?:install|établi)\w*|ancien domicile|serai\w+|aurai\w+)\b"
)
_HELD = re.compile(
    r"(?i)\b(?:arrêté|interpell|soupçonn|suspect|garde à vue|écrou|appréhend|détention|mise? en examen|inculp|poursuivi|agi seul|"
    r"fait feu|balles|tiré|coups? de (?:feu|couteau)|tentative d'assassinat)"
)
_ROLES = ("culprit", "victim")
_OPEN = frozenset(("auteur", "conducteur", "chauffeur", "etudiant", "etudiante"))  # who has done nothing, too
_GAP = 5  # letters between two spellings of one name, at most


@dataclass(frozen=True, slots=True)
class Lived(Answer):
    """A town, and what is told of the person: the sex, the part in the affair ("none" for a name of whom none is told)."""

    sex: str = ""
    role: str = ""


def draft_lives(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each person whom two reports have born, or living, in two towns."""
    question = Question(find_lives, lambda a: ("place", _TITLES[a.question.split()[0]]), _excludes)
    return draft_asked(desk, drafts, question)


def find_lives(scene: Scene) -> Iterator[Answer]:
    """The towns of birth and of residence that a report tells of its persons, in text order."""
    text = scene.parsed.text.replace("’", "'")
    for sentence in scene.parsed.sentences:
        rows = [(kind, sex, m) for kind, sex, form in _forms() for m in form.finditer(text, sentence.start, sentence.end)]
        rows += [("born", "", m) for m in _CHILD.finditer(text, sentence.start, sentence.end)]
        for kind, sex, match in sorted(rows, key=lambda r: (r[2].start(), -r[2].end())):
            span = Span(scene.report, *match.span())
            words = scene.parsed.at(match.start(), match.end())
            if not words or scene.desk.is_furniture(span) or _is_wide(match) or _is_other(text, sentence, match, kind):
                continue
            yield _lived(scene, sentence, kind, sex, match)
            break


def _is_wide(match: re.Match[str]) -> bool:
    """A country or a region, which may hold the other's town."""
    town = match["town"]
    bare = match[0][: match.start("town") - match.start()].rstrip().lower()
    return plain(town) in _lands() or bare.endswith((" de", " d'")) and plain(town).endswith(_REGIONS)


def _is_other(text: str, sentence: Sentence, match: re.Match[str], kind: str) -> bool:
    """Is it told of another time, or of somebody's kin?"""
    if is_of_kin(text, sentence.start, match.start()):
        return True
    return kind == "lives" and bool(_OTHER_TIME.search(text, sentence.start, sentence.end))


def _lived(scene: Scene, sentence: Sentence, kind: str, sex: str, match: re.Match[str]) -> Lived:
    """The answer, with what is told of the person."""
    span = Span(scene.report, *match.span())
    words = scene.parsed.at(*match.span())
    named, subject = person_of(scene, sentence, span), subject_of(scene, words[0])
    role = _role(scene, named) if named else next((r for r in _ROLES if subject and plain(subject.lemma) in _nouns(r)), "")
    gender = {"Masc": "m", "Fem": "f"}.get(subject.feat("Gender") or "", "") if subject and not sex else sex
    return Lived(kind, plain(match["town"]), span, named, scene.sources(words[0]), sex=gender, role=role)


def _role(scene: Scene, named: frozenset[str]) -> str:
    """ "culprit" where a report tells of somebody as one who is held or has done it."""
    parsed = scene.parsed
    for mention in scene.desk.readings[scene.report].mentions:
        words = parsed.at(mention.span.start, mention.span.end) if mention.actor in named else ()
        if words:
            sentence = parsed.sentence_of(words[0])
            if any(plain(parsed.words[i].lemma) in _nouns("culprit") for i in words):
                return "culprit"
            if _HELD.search(parsed.text, sentence.start, sentence.end):
                return "culprit"
    return "none"


def _excludes(a: Answer, b: Answer) -> bool:
    """Two towns, of persons of one sex and one part in the affair, as far as is told."""
    if not isinstance(a, Lived) or not isinstance(b, Lived) or a.sex and b.sex and a.sex != b.sex:
        return False
    if not a.of & b.of and a.role and b.role and a.role != b.role:
        return False
    if a.value in b.value or b.value in a.value or sound(a.value) == sound(b.value):
        return False
    return min(len(a.value), len(b.value)) < _GAP or Levenshtein.distance(a.value, b.value, score_cutoff=2) > 2


def _nouns(role: str) -> frozenset[str]:
    return nouns_of(role) - _OPEN


@cache
def _forms() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Each turn with its town, by kind and sex."""
    found = []
    for row in read_table("lang/fr/lives.tsv", COLUMNS):
        turns = "|".join(turn(w) for w in sorted(row.many("words"), key=lambda w: -len(w)))
        form = rf"(?<![\w-])(?i:{turns})(?:(?<=')| ){_NAME}"
        found.append((row.one_of("kind", KINDS), row.one_of("sex", ("", "m", "f")), re.compile(form)))
    return tuple(found)


@cache
def _lands() -> frozenset[str]:
    return frozenset(plain(n) for c in countries().values() for n in (c.name, *c.aliases))
