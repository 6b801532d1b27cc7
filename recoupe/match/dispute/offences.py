"""What one person, or one inquiry, is pursued for, as the law calls it: in a later report it may bear another name.

"Poursuivi pour blessures involontaires", then "mis en examen pour homicide involontaire".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.idiom import plain_turn, turn
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.match.state.holders import Book, Holder
from recoupe.match.state.ladders import ANY, PERSONS
from recoupe.match.state.oneholder import same_person
from recoupe.parse.document import Parsed, Sentence, Word
from recoupe.types import Difference, SlotVerdict, Span, Value, When

COLUMNS = ("kind", "label", "words", "example")
_INQUIRY = frozenset("enquête information instruction procédure".split())
_PURSUE = frozenset(
    "poursuivre inculper accuser soupçonner suspecter condamner juger mettre charger renvoyer écrouer arrêter interpeller "
    "déférer incarcérer reconnaître déclarer relaxer acquitter interroger comparaître répondre viser ouvrir retenir".split()
)
_WITH_NOUN = frozenset("mettre ouvrir viser retenir requalifier".split())
_BY = frozenset(("pour", "de", "d'", "du", "des", "sur", "coupable", "chef", "chefs", "en", "avec", "porte", "vise"))
_CUE = re.compile(
    r"(?i)poursui|inculp|accus|soupçon|suspect|condamn|jug|examen|charg|renvoy|écrou|arrêt|interpel|défér|incarcér|coupable|relax|"
    r"acquit|interrog|comparaî|répond|enquête|information|instruction|procédure"
)
_MORE = re.compile(r"\b(?:aussi|également|en outre|par ailleurs|s'ajoute\w*|en plus)\b")  # one charge more, no other one
_BEFORE = 16  # words before the name of an offence among which the word that pursues stands
_AFTER = 3
_ASIDE = 15  # words from the word that pursues to him who is pursued
_LONGEST = 260
_MANY = 3  # charges at once: one report lists more of them than another


@dataclass(frozen=True, slots=True)
class _Charge:
    """By this report, this holder (None = the inquiry) is pursued for this."""

    report: str
    kind: str
    label: str
    holder: Holder | None
    span: Span
    convicted: tuple[When, ...] | None  # when, if somebody was convicted of it: that stands, whatever comes later


def draft_offences(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each person and each inquiry whose charge bears another name in a later report."""
    told: dict[str, list[list[_Charge]]] = {}
    for report in sorted(desk.readings):
        if len(desk.related[report]) > 1 and desk.order[report][0]:
            if groups := _by_holder(list(_charges(desk, report))):
                told[report] = groups
    out: list[Draft] = []
    done: set[tuple[str, int]] = set()
    for report in sorted(told, key=lambda r: desk.order[r]):
        for n, group in enumerate(told[report]):
            if (report, n) in done:
                continue
            chain = [group]
            for other in sorted(desk.related[report] & told.keys() - {report}, key=lambda r: desk.order[r]):
                for m, later in enumerate(told[other]):
                    if desk.order[other] > desk.order[report] and _is_one(desk, told, group, later):
                        chain.append(later)
                        done.add((other, m))
                        break
            if draft := _draft(desk, chain):
                out.append(draft)
    return [*drafts, *out]


def _charges(desk: Desk, report: str) -> Iterator[_Charge]:
    """The offences of a report with who is pursued for them, in text order."""
    parsed = desk.readings[report].parsed
    book: Book | None = None
    for sentence in parsed.sentences:
        if not _CUE.search(parsed.text, sentence.start, sentence.end):
            continue
        told = plain_turn(parsed.text[sentence.start : sentence.end])
        if _is_past(desk, report, sentence) or _MORE.search(told):
            continue
        for match in _pattern().finditer(told):
            start = sentence.start + match.start()
            words = parsed.at(start, sentence.start + match.end())
            word = _pursuer(parsed, sentence, words[0]) if words else None
            if word is None:
                continue
            book = book or Book(desk, report)
            inquiry = plain(word.lemma) in {plain(w) for w in _INQUIRY}
            holder = None if inquiry else _pursued(book, word)
            if inquiry or holder is not None:
                first = max(sentence.first, min(word.i, words[0]))
                span = Span(report, parsed.words[first].start, sentence.start + match.end())
                kind, label = _labels()[match.lastgroup or ""]
                if not desk.is_furniture(span):
                    yield _Charge(report, kind, label, holder, span, _whens(desk, report, sentence) if _is_final(word) else None)


def _is_final(word: Word) -> bool:
    return word.lemma in ("condamner", "condamnation")


def _whens(desk: Desk, report: str, sentence: Sentence) -> tuple[When, ...]:
    here = (w for w in desk.readings[report].whens if w.span and sentence.start <= w.span.start < sentence.end)
    return tuple(w for w in here if w.earliest and w.latest and not w.duration)


def _is_past(desk: Desk, report: str, sentence: Sentence) -> bool:
    """Does the sentence tell of a year before that of the report? "Condamné en 2012 pour favoritisme"."""
    year = desk.order[report][0][:4]
    here = (w for w in desk.readings[report].whens if w.span and sentence.start <= w.span.start < sentence.end)
    return any(w.latest and w.latest[:4] < year for w in here)


def _pursuer(parsed: Parsed, sentence: Sentence, i: int) -> Word | None:
    """The word before an offence that pursues somebody for it, a word of the kind "pour", "de" between."""
    near = parsed.words[max(sentence.first, i - _BEFORE) : i]
    if not near or not any(w.lower in _BY for w in near[-_AFTER:]):
        return None
    for word in reversed(near):
        if word.lemma in _INQUIRY or word.lemma == "examen":
            return word
        if word.lemma in _PURSUE and word.pos in ("VERB", "ADJ", "NOUN"):
            if word.lemma in _WITH_NOUN:
                return next((w for w in near if w.lemma == "examen" or w.lemma in _INQUIRY), None)
            return word
        if word.text in ".;:" or word.lemma in ("qui", "après", "victime", "témoin"):
            return None
    return None


def _pursued(book: Book, word: Word) -> Holder | None:
    """Whom the word pursues: its subject in the passive, its object, or the noun it stands beside."""
    parsed = book.parsed
    verb = parsed.words[word.head] if word.lemma == "examen" else word
    kids = parsed.kids(verb.i, "nsubj:pass", "obj", "nsubj")
    passive = any(parsed.kids(verb.i, "aux:pass", "cop")) or verb.lemma in ("comparaître", "répondre")
    rows = [k.i for k in kids if (k.dep == "obj") != passive]
    if verb.dep.startswith(("acl", "amod", "appos")) or not rows:
        rows += [verb.head, *(k.i for k in parsed.kids(parsed.words[verb.head].i, "nsubj", "nsubj:pass"))]
    held = (book.holder(i) for i in (*rows, *_near(parsed, word, active=any(parsed.kids(verb.i, "aux:tense")) and not passive)))
    return next((h for h in held if h is not None and PERSONS in h.kinds), None)


def _near(parsed: Parsed, word: Word, *, active: bool) -> Iterator[int]:
    """The nouns and names before a participle, or behind an active verb, where the parser hung them elsewhere."""
    sentence = parsed.sentence_of(word.i)
    behind = parsed.words[word.i + 1 : min(sentence.last, word.i + _ASIDE)]
    before = parsed.words[max(sentence.first, word.i - _ASIDE) : word.i]
    for near in behind if active else reversed(before):
        if near.pos in ("NOUN", "PROPN") and not any(parsed.kids(near.i, "case")):
            yield near.i


def _by_holder(charges: Sequence[_Charge]) -> list[list[_Charge]]:
    """The charges of a report by who is pursued."""
    groups: list[list[_Charge]] = []
    for charge in charges:
        home = next((g for g in groups if _same(g[0].holder, charge.holder)), None)
        if home is None:
            groups.append([charge])
        else:
            home.append(charge)
    return groups


def _same(a: Holder | None, b: Holder | None) -> bool:
    if a is None or b is None:
        return a is b
    return bool(a.keys & b.keys) or not (a.keys and b.keys) and same_person(a, b)


def _is_one(desk: Desk, told: dict[str, list[list[_Charge]]], a: Sequence[_Charge], b: Sequence[_Charge]) -> bool:
    """One party; or the only one whom either report tells as pursued, unless both have names."""
    left, right = a[0].holder, b[0].holder
    if left is None or right is None:
        return left is right
    if left.keys & right.keys:
        return True
    lone = all(sum(g[0].holder is not None for g in told[x[0].report]) == 1 for x in (a, b))
    return lone and (same_person(left, right) or not (left.named and right.named) and _agree(left, right))


def _agree(a: Holder, b: Holder) -> bool:
    """Nobody in particular in one of them ("l'homme", "le suspect", "le tireur"), of one number."""
    return a.plural == b.plural and ANY in a.kinds | b.kinds and (a.male is None or b.male is None or a.male == b.male)


def _draft(desk: Desk, chain: Sequence[Sequence[_Charge]]) -> Draft | None:
    """Updated where a later report has none of the charges of the one before it; contradicted where one conviction is told."""
    kinds = [{c.kind for c in group} for group in chain]
    if len(chain) < 2 or any(len(k) > _MANY for k in kinds):
        return None
    turned = [
        (a, b)
        for i, (x, a) in enumerate(zip(kinds, chain, strict=True))
        for y, b in zip(kinds[i + 1 :], chain[i + 1 :], strict=True)
        if not x & y and desk.order[a[0].report][0] < desk.order[b[0].report][0]
    ]
    settled = [pair for pair in turned if all(c.convicted is not None for group in pair for c in group)]
    clash = any(_of_one_day(a, b) for a, b in settled)
    if not clash and len(settled) == len(turned):
        return None
    verdict: SlotVerdict = "contradicted" if clash else "updated"
    by_report: dict[str, list[_Charge]] = defaultdict(list)
    for group in chain:
        by_report[group[0].report] += group
    values = [
        Value(r, ", ".join(dict.fromkeys(c.label for c in rows)), tuple(dict.fromkeys(c.span for c in rows)))
        for r, rows in by_report.items()
    ]
    ordered = sorted(values, key=lambda v: desk.order[v.report])
    between = " ou " if clash else ", puis "
    title = "Qualification des faits : " + between.join(dict.fromkeys(v.value or "" for v in ordered))
    return draft_values(desk, "offence" if clash else "state", title, Difference("status", verdict, in_order(values)))


def _of_one_day(a: Sequence[_Charge], b: Sequence[_Charge]) -> bool:
    """Was somebody convicted at one time of what the reports call by two names?"""
    left, right = ([w for c in group for w in c.convicted or ()] for group in (a, b))
    return any((x.earliest or "") <= (y.latest or "") and (y.earliest or "") <= (x.latest or "") for x in left for y in right)


@cache
def _labels() -> dict[str, tuple[str, str]]:
    rows = read_table("lang/fr/offences.tsv", COLUMNS)
    return {row["kind"]: (row["kind"], row["label"]) for row in rows}


@cache
def _pattern() -> re.Pattern[str]:
    """All names of offences, the longest first; the group that matched names the kind."""
    rows = [(turn(w), row["kind"]) for row in read_table("lang/fr/offences.tsv", COLUMNS) for w in row.many("words")]
    kinds: dict[str, list[str]] = defaultdict(list)
    for words, kind in sorted(rows, key=lambda r: -len(r[0])):
        kinds[kind].append(words)
    order = sorted(kinds, key=lambda k: (-max(map(len, kinds[k])), k))
    return re.compile(r"(?<!\w)(?:" + "|".join(rf"(?P<{k}>{'|'.join(kinds[k])})" for k in order) + r")(?!\w)")
