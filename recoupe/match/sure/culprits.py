"""Guilt told in a noun where another report only suspects: "les deux passeurs" here, "soupçonnés d'avoir tenu la barre" there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.lang.nouns import actor_nouns
from recoupe.lang.numbers import cardinals
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.match.line.sayings import pointless
from recoupe.parse.document import Parsed, Sentence, Word
from recoupe.types import Difference, Span, Value

COLUMNS = ("nouns", "deeds", "example")
CAUGHT = ("kind", "words", "example")
KINDS = ("taken", "heard", "known")
_DEFINITE = frozenset(("le", "la", "l'", "les", "ce", "cet", "cette", "ces", "son", "sa", "ses", "nos"))
_RESERVED = ("presum", "suppos", "suspect", "potentiel", "eventuel", "soupconn")
_SUSPECTED = frozenset(("soupconner", "suspecter", "suspect", "presumer", "presume", "inculper"))
_OPEN = frozenset("participer operation fait affaire dossier complicite examen".split())  # suspected of what the report is about
_PENALTY = frozenset("prison reclusion perpetuite an mois ferme sursis".split())
_SHOWN = 2  # sentences of a report that call them so
_NUMBERS = cardinals(2, 16)
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class _Named:
    """A sentence that calls somebody guilty, or only suspects: the words of the deed, how many they are."""

    span: Span
    words: frozenset[str]
    count: int | None
    many: bool = False
    shown: str = ""
    calls: frozenset[str] = frozenset()  # of one that suspects: nouns of guilt that it gives them all the same


def draft_culprits(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each noun of guilt in the voice of one report, with the reports that only suspect the same people."""
    guilty = {r: list(_guilty(desk, r)) for r in sorted(desk.readings) if len(desk.related[r]) > 1}
    if not any(guilty.values()):
        return ()
    open_ = {r: list(_suspected(desk, r)) for r in guilty}
    whole = {r: frozenset(plain(w.lemma) for w in desk.readings[r].parsed.words) for r in guilty}
    found: dict[tuple[str, ...], dict[Span, Value]] = defaultdict(dict)
    titles: dict[tuple[str, ...], str] = {}
    for report in guilty:
        for label in guilty[report]:
            key = tuple(sorted(label.words))
            for other in sorted(desk.related[report] - {report}):
                if any(x.words == label.words for x in guilty[other]):
                    continue  # it calls them so, too
                fits = (s for s in open_[other] if _is_one(label, s, whole[other]))
                if weak := next(
                    iter(sorted(fits, key=lambda s: (not label.words & s.words, not _SUSPECTED & s.words, s.span))), None
                ):
                    found[key][label.span] = Value(report, "happened", (label.span,))
                    found[key][weak.span] = Value(other, "alleged", (weak.span,))
                    titles.setdefault(key, _title(label.shown))
    drafts = (
        draft_values(desk, "culprit", titles[k], Difference("certainty", "refined", in_order(list(found[k].values()))))
        for k in sorted(found)
    )
    return tuple(d for d in drafts if d)


def _title(shown: str) -> str:
    """ "Les deux passeurs : soupçonnés ou coupables"."""
    words = pointless(" ".join(shown.split()))
    many, she = words.lower().startswith("les "), words.lower().startswith("la ")
    return f"{words[:1].upper()}{words[1:]} : soupçonné{'e' * she}{'s' * many} ou coupable{'s' * many}"


def _is_one(label: _Named, suspicion: _Named, told: frozenset[str]) -> bool:
    """Are these the people of the noun: suspected of its deed, or as many in a report of that deed, and not called so there?"""
    if label.shown.split()[-1:] and plain(label.shown.split()[-1]) in suspicion.calls:
        return False  # "le tireur est mort, la police évoque un suspect isolé"
    if label.count and suspicion.count and label.count != suspicion.count:
        return False
    if label.words & suspicion.words:
        return True
    open_ = label.many and suspicion.many and not _OPEN.isdisjoint(suspicion.words)
    return bool(label.words & told) and (open_ or bool(label.count and label.count == suspicion.count))


def _guilty(desk: Desk, report: str) -> Iterator[_Named]:
    """The sentences where a report calls people guilty who are taken, heard or known, in its own voice; none after a verdict."""
    parsed = desk.readings[report].parsed
    said = {i for s in desk.readings[report].statements for i in s.words}
    said |= {i for q in parsed.quotes for i in parsed.at(q.inner_start, q.inner_end)}
    if any(is_verdict(parsed, s) for s in parsed.sentences):
        return
    seen: Counter[frozenset[str]] = Counter()
    for word in parsed.words:
        if word.pos not in ("NOUN", "PROPN", "ADJ") or word.i in said:
            continue
        known = deeds().get(plain(word.lemma)) or deeds().get(plain(word.lower)) or frozenset()
        sentence = parsed.sentence_of(word.i)
        if not known or seen[known] >= _SHOWN or not _is_flat(parsed, word) or not _is_caught(parsed, sentence, word):
            continue
        seen[known] += 1
        shown = parsed.text[parsed.words[_first(parsed, word)].start : word.end]
        many = word.feat("Number") != "Sing"
        count = _count(parsed.words[_first(parsed, word) : word.i]) if many else 1
        yield _Named(_span(parsed, sentence, word), known, count, many, shown[:1].lower() + shown[1:])


def is_verdict(parsed: Parsed, sentence: Sentence) -> bool:
    """After the verdict it is what they are; an older one says nothing of this deed."""
    lemmas = {plain(w.lemma) for w in parsed.words[sentence.first : sentence.last]}
    if "deja" in lemmas:
        return False
    return (
        "condamner" in lemmas and bool(lemmas & _PENALTY) or "coupable" in lemmas and bool(lemmas & {"reconnaitre", "declarer"})
    )


def _is_flat(parsed: Parsed, word: Word) -> bool:
    """Definite, and without a reserve in its sentence."""
    sentence = parsed.sentence_of(word.i)
    words = parsed.words[sentence.first : sentence.last]
    if any(plain(w.lower).startswith(_RESERVED) or w.feat("Mood") == "Cnd" for w in words):
        return False
    return parsed.words[_first(parsed, word)].lower in _DEFINITE


def _first(parsed: Parsed, word: Word) -> int:
    """The article before a noun: "les sept jeunes voleurs"."""
    i = word.i - 1
    while i > 0 and parsed.words[i].pos in ("NUM", "ADJ") and parsed.words[i].lower not in _DEFINITE:
        i -= 1
    return max(i, 0)


def _is_caught(parsed: Parsed, sentence: Sentence, word: Word) -> bool:
    """Is what is said of them said only of people who are known: taken, heard, of such an age, named beside the noun?"""
    words = parsed.words[sentence.first : sentence.last]
    written = " " + " ".join(plain(w.lemma) for w in words) + " "
    if any(f" {c} " in written for c in _caught()):
        return True
    return any(k.pos == "PROPN" and k.dep.startswith(("appos", "flat")) and k.text[:1].isupper() for k in parsed.kids(word.i))


def _suspected(desk: Desk, report: str) -> Iterator[_Named]:
    """The sentences where a report has people suspected or charged."""
    parsed = desk.readings[report].parsed
    for sentence in parsed.sentences:
        words = parsed.words[sentence.first : sentence.last]
        lemmas = frozenset(plain(w.lemma) for w in words)
        if lemmas & _SUSPECTED or {"mettre", "examen"} <= lemmas or {"garde", "vue"} <= lemmas:
            first = next((w for w in words if w.lower in _NUMBERS and _counts_people(parsed, w)), None)
            many = first is not None or any(w.feat("Number") == "Plur" and plain(w.lemma) in _SUSPECTED for w in words)
            lemmas |= {w + "r" for w in lemmas if w.endswith("e")}  # "piraté" left as it stands
            count = _NUMBERS[first.lower] if first else None
            yield _Named(_span(parsed, sentence, words[0]), lemmas, count, many, calls=_calls(parsed, words))


def _calls(parsed: Parsed, words: Sequence[Word]) -> frozenset[str]:
    """The definite nouns of guilt among these words, none that a reserve stands beside ("le tireur présumé")."""
    named = (w for w in words if w.pos == "NOUN" and (plain(w.lemma) in deeds() or plain(w.lower) in deeds()))
    flat = (w for w in named if parsed.words[_first(parsed, w)].lower in _DEFINITE)
    return frozenset(plain(w.lower) for w in flat if not any(plain(k.lower).startswith(_RESERVED) for k in parsed.kids(w.i)))


def _counts_people(parsed: Parsed, number: Word) -> bool:
    noun = parsed.words[number.head]
    return noun.pos == "NOUN" and (noun.lemma in actor_nouns() or plain(noun.lemma) in _SUSPECTED)


def _count(words: Sequence[Word]) -> int | None:
    """ "Les deux", "ces sept": how many they are."""
    return next((_NUMBERS[w.lower] for w in words if w.lower in _NUMBERS), None)


def _span(parsed: Parsed, sentence: Sentence, word: Word) -> Span:
    whole = sentence.end - sentence.start < _LONGEST
    return Span(parsed.report, sentence.start, sentence.end) if whole else Span(parsed.report, word.start, word.end)


@cache
def deeds() -> dict[str, frozenset[str]]:
    """Nouns of guilt, with the words of the deed."""
    rows = read_table("lang/fr/culprits.tsv", COLUMNS)
    return {plain(n): frozenset(map(plain, r.many("deeds"))) for r in rows for n in r.many("nouns")}


@cache
def _caught() -> tuple[str, ...]:
    rows = read_table("lang/fr/caught.tsv", CAUGHT)
    return tuple(plain(w).replace("d'", "de ") for r in rows if r.one_of("kind", KINDS) for w in r.many("words"))
