"""The how-many-eth to do or to suffer it: "le premier auteur algérien couronné", "le deuxième Algérien à le recevoir".

"Le deuxième gouvernement à tomber", "le troisième chef de cabinet renversé"; "élu au premier tour", "il a fallu deux tours".
Of one class of persons and one feat there is one such rank; "la première femme noire" and "la deuxième femme" may both be true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.lang.countries import demonyms
from recoupe.lang.nouns import actor_nouns
from recoupe.lang.numbers import ordinals
from recoupe.lang.plain import function_words, news_words, plain
from recoupe.lang.roots import root
from recoupe.match.acts.idiom import SMALL_NUMBERS
from recoupe.match.asked.asked import Answer, Question, Scene, draft_asked
from recoupe.match.asked.meantby import person_of
from recoupe.match.count.measuring import person_nouns
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.match.who.callings import kin_of
from recoupe.parse.document import Sentence, Word
from recoupe.types import Span

_VALUE = ordinals(2, 20) | {"second": 2, "seconde": 2, "premier": 1, "première": 1}
_WORDS = "|".join(sorted(_VALUE, key=len, reverse=True))
_RANK = rf"(?<![\w-])(?:(?P<word>{_WORDS})|(?P<digits>\d{{1,2}})(?:e|è|ème|ième|er|ère|nde?))"
_LEADER = r"(?:gouvernement|cabinet|exécutif|chef (?:de |du |de l')(?:gouvernement|cabinet|exécutif)|premi(?:er|ère) ministre)"
_FALLEN = re.compile(
    rf"{_RANK} {_LEADER}(?: [\w'-]+){{0,2}}? (?:à (?:tomber|chuter|être (?:renversé|censuré)|subir)|"
    r"(?:renversé|censuré|tombé|chassé|balayé|démis)e?\b|poussée? dehors|mise? en minorité)"
)
_CENSURED = re.compile(
    rf"{_RANK} (?:motion de )?(?:censure|défiance) "
    r"(?:adoptée|votée|réussie|à (?:passer|aboutir|être (?:adoptée|votée))|qui (?:aboutit|passe))"
)
_FIRST_TO_FALL = re.compile(rf"première fois[^.;:]{{0,40}}? qu'un {_LEADER} (?:tombe|chute|est (?:renversé|censuré))")
_TURN = r"(?:tour de scrutin|tour|scrutin|vote)\b"
_WON = re.compile(
    r"\b(?:élue?|réélue?|désignée?|choisie?|couronnée?|sacrée?|récompensée?|primée?|distinguée?|emport\w+|vainqueure?|"
    rf"décernée?|attribuée?|s'est imposée?|s'impose)\b[^.;:!?()«»]{{0,60}}? "
    rf"(?:au|dès le|lors du|à l'issue du|au terme du) {_RANK} {_TURN}"
)
_NEEDED = re.compile(
    r"\b(?:a fallu|aura fallu|fallut|fallait|avait fallu)(?: [\w']+){0,2}? "
    r"(?P<n>un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+) "
    r"(?:tours?|scrutins?|votes?)\b"
)
# Who is chosen by a few in as many rounds as it takes; a people chooses in its second round, and of many seats.
_JURY = re.compile(r"(?i)\b(?:jury|jurés?|conclave|cardinaux|académi\w+|lauréate?s?|prix|grands électeurs)\b")
_BALLOT = re.compile(r"(?i)\b(?:élections?|élue?s?|scrutin|bulletins?|suffrages?|voix|urnes)\b")
_OTHER_VOTE = re.compile(r"\ben (?:19|20)\d\d\b|\bavai(?:t|ent) (?:déjà )?été (?:ré)?élu|\bdéjà\b")
_SINCE = re.compile(
    r"\bdepuis (?:[\w'-]+ ){0,4}?(?:19|20)\d\d\b|\bdepuis (?!1958)|\b(?:de|cette) (?:la )?(?:législature|année|saison|mandat)\b"
)
_DIGITS = re.compile(r"(?P<digits>\d{1,2})(?:e|è|ème|ième|er|ère|nde?)")
_DONE = re.compile(r"(?:élu|réélu|nommé|désigné|choisi|couronné|sacré|récompensé|primé|distingué|titré|admis|promu|décoré)e?$")
_SUFFERED = frozenset("mourir deceder perir succomber disparaitre tomber subir etre perdre".split())  # whose number grows
_CLASSED = 3  # words behind a rank in which the class is told
_REACH = 9  # words behind it in which the feat is told


@dataclass(frozen=True, slots=True)
class Feat(Answer):
    """A rank: what narrows its class, the kin of its noun, and of what the feat is told."""

    narrow: frozenset[str] = frozenset()
    noun: str = ""
    objects: frozenset[str] = frozenset()


def draft_feats(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each feat in which two reports give one somebody two ranks."""
    return draft_asked(desk, drafts, Question(find_feats, lambda _: ("rank", "Rang"), _excludes))


def find_feats(scene: Scene) -> Iterator[Feat]:
    """The ranks that a report tells of those who did or suffered something, in text order."""
    for sentence in scene.parsed.sentences:
        told = scene.text[sentence.start : sentence.end]
        if "ième" in told or "premi" in told or "second" in told or "tour" in told or re.search(r"\d[eè]", told):
            rows = [*_fallen(scene, sentence), *_rounds(scene, sentence)]
            yield from rows or _classed(scene, sentence)


def _value(match: re.Match[str]) -> int:
    return int(match["digits"]) if match["digits"] else _VALUE[match["word"]]


def _fallen(scene: Scene, sentence: Sentence) -> Iterator[Feat]:
    """ "Le deuxième gouvernement à tomber", "la deuxième censure adoptée"."""
    forms = (_FALLEN, _CENSURED, _FIRST_TO_FALL)
    for match in (m for form in forms for m in form.finditer(scene.text, sentence.start, sentence.end)):
        value = 1 if match.re is _FIRST_TO_FALL else _value(match)
        since = _SINCE.search(scene.text, match.start(), sentence.end)
        yield _feat(scene, sentence, "fallen", value, match, frozenset((since[0],)) if since else frozenset(), of=frozenset())


def _rounds(scene: Scene, sentence: Sentence) -> Iterator[Feat]:
    """ "Élu au premier tour", "il a fallu deux tours"."""
    jury = bool(_JURY.search(scene.parsed.text))
    if _OTHER_VOTE.search(scene.text, sentence.start, sentence.end) or not (jury or _BALLOT.search(scene.parsed.text)):
        return
    for match in _WON.finditer(scene.text, sentence.start, sentence.end):
        of = frozenset[str]() if jury else person_of(scene, sentence, Span(scene.report, *match.span()))
        if jury or of:
            yield _feat(scene, sentence, "round", _value(match), match, of=of)
    for match in _NEEDED.finditer(scene.text, sentence.start, sentence.end):
        n = int(match["n"]) if match["n"].isdigit() else SMALL_NUMBERS[match["n"]]
        yield _feat(scene, sentence, "round", n, match, of=frozenset())


def _feat(
    scene: Scene,
    sentence: Sentence,
    question: str,
    value: int,
    match: re.Match[str],
    narrow: frozenset[str] = frozenset(),
    *,
    of: frozenset[str],
) -> Feat:
    word = scene.parsed.at(*match.span())[0]
    return Feat(question, str(value), Span(scene.report, *match.span()), of, scene.sources(word), narrow=narrow)


def _classed(scene: Scene, sentence: Sentence) -> Iterator[Feat]:
    """ "Le premier auteur algérien couronné", "la deuxième femme à diriger la banque"."""
    words = scene.parsed.words
    for word in words[sentence.first : sentence.last]:
        value = _VALUE.get(word.lower, 0) or (int(match["digits"]) if (match := _DIGITS.fullmatch(word.lower)) else 0)
        behind = [w for w in words[word.i + 1 : word.i + 1 + _REACH] if w.sent == word.sent]
        found = _class_of(behind) if value and behind else None
        if found is None:
            continue
        question, noun, narrow, size = found
        end = _feat_end(behind, size)
        if not end:
            continue
        span = Span(scene.report, word.start, behind[end - 1].end)
        objects = _objects(behind[size:])
        of = person_of(scene, sentence, span)
        yield Feat(question, str(value), span, of, scene.sources(word.i), narrow=narrow, noun=noun, objects=objects)


def _class_of(behind: Sequence[Word]) -> tuple[str, str, frozenset[str], int] | None:
    """The class that words behind a rank tell, its noun, what narrows it, and how many words: "auteur algérien"."""
    first = behind[0]
    state = demonyms().get(first.lower)
    known = actor_nouns().get(first.lower)
    noun = known.lemma if known else first.lemma.lower()
    if not state and not known and noun not in person_nouns():
        return None
    size, narrow = 1, set()
    while size < min(_CLASSED, len(behind)):
        word = behind[size]
        code = demonyms().get(word.lower)
        if code:
            state = state or code
        elif word.pos == "ADJ" and not _DONE.match(word.lower):
            narrow.add(plain(word.lemma))
        else:
            break
        size += 1
    woman = noun == "femme"
    if not state and not woman:
        return None
    if not woman and first.feat("Gender") == "Fem" and first.lower not in demonyms():
        narrow.add("f")
    return (
        f"class {'femme ' if woman else ''}{state or ''}",
        "" if first.lower in demonyms() or woman else noun,
        frozenset(narrow),
        size,
    )


def _feat_end(behind: Sequence[Word], size: int) -> int:
    """How many words reach to the end of the feat: "à le recevoir", "couronné"; 0 where none is told, or only what befell him."""
    rest = [w for w in behind[size:] if w.text != ","]
    if rest and rest[0].lower == "à":
        verb = next((n for n, w in enumerate(rest[1:5], 1) if w.feat("VerbForm") == "Inf"), 0)
        passive = verb and rest[verb].lemma == "être"
        if passive:
            verb = verb + 1 if verb + 1 < len(rest) and _DONE.match(rest[verb + 1].lower) else 0
        return size + verb + 1 if verb and plain(rest[verb].lemma) not in _SUFFERED else 0
    return size + 1 if rest and _DONE.match(rest[0].lower) else 0


def _objects(rest: Sequence[Word]) -> frozenset[str]:
    """The roots of the nouns and names that the feat is told of."""
    told = []
    for word in rest:
        if word.text in (",", ";", ":", ".", "(", "depuis", "après", "en"):
            break
        if word.pos in ("NOUN", "PROPN"):
            told.append(plain(word.lemma))
    return frozenset(root(w) for w in told if w not in news_words() and w not in function_words())


def _excludes(a: Answer, b: Answer) -> bool:
    """Two ranks in one class, narrowed alike, of one feat."""
    if not isinstance(a, Feat) or not isinstance(b, Feat) or a.value == b.value or a.narrow != b.narrow:
        return False
    if a.noun and b.noun and a.noun != b.noun and not kin_of(a.noun) & kin_of(b.noun):
        return False
    return not a.objects or not b.objects or bool(a.objects & b.objects)
