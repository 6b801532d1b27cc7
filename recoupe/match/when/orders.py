"""Which came first: "parti avant la perquisition" in one report, "après la perquisition" in another.

Two happenings of one affair, each by its act, and the order in which a report tells them: by a preposition ("avant le vote"), a
clause ("avant que", "dès que"), a perfect participle ("ayant appris"), or one happening already over when the other came ("avait
déjà quitté"). Two reports that tell opposite orders of the same two exclude each other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from recoupe.find.done.arguments import read_clause
from recoupe.find.done.moods import is_negated, verb_group
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.hearts import kinds_named
from recoupe.match.asked.asked import Answer, Question, Scene, draft_asked
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.parse.document import Parsed, Word
from recoupe.types import Span

COLUMNS = ("kind", "name", "words", "example")
KINDS = ("before", "after", "during", "act")
_REACH = 7  # words between the link and the happening it leads to
_STATED = frozenset(
    "avoir être produire intervenir survenir dérouler tenir dater remonter".split()
)  # "la vente a eu lieu après …"
_NOUNS = frozenset(("suite", "issue", "lendemain", "fois"))
_LEADS = re.compile(r"(?i)(?:\bla suite|\bà l['’]issue|\bau lendemain|\ble lendemain|\bune fois)$")
_DONE = re.compile(r"(?i)\bdéjà\b")


def draft_orders(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each two happenings that two reports tell in opposite orders."""
    return draft_asked(desk, drafts, Question(find_orders, lambda _: ("order", "Ordre")))


def find_orders(scene: Scene) -> Iterator[Answer]:
    """The orders that a report tells, in text order: of which two happenings, and which of them came first."""
    parsed = scene.parsed
    for word in parsed.words:
        order = _links().get(word.lower)
        if order is None or word.lower in _NOUNS and not _LEADS.search(parsed.text, max(0, word.start - 12), word.end):
            continue
        sentence = parsed.sentence_of(word.i)
        done = _DONE.search(parsed.text, sentence.start, sentence.end)
        for behind, ahead in _pairs(parsed, word):
            over = order == "during" and done and verb_group(parsed, ahead.i)[1]
            firm = scene.is_firm(sentence, behind.i) and not is_negated(parsed, ahead.i)
            if firm and (over or order != "during"):
                yield from _told(scene, word, behind, ahead, earlier=behind if order == "after" else ahead)


def _told(scene: Scene, link: Word, behind: Word, ahead: Word, *, earlier: Word) -> Iterator[Answer]:
    """The order, under every two acts that the words may name."""
    span = Span(scene.report, link.start, max(link.end, behind.end))
    if scene.desk.is_furniture(span):
        return
    later = ahead if earlier is behind else behind
    for one in sorted(_acts(earlier)):
        for other in sorted(_acts(later) - _acts(earlier)):
            low, high = sorted((one, other))
            yield Answer(f"{low} / {high}", one, span, _who(scene, ahead, behind), scene.sources(link.i))


def _who(scene: Scene, *acts: Word) -> frozenset[str]:
    """The persons who do either, or whom its sentence names; "?" where a pronoun leaves it open."""
    reading, parsed = scene.desk.readings[scene.report], scene.parsed
    subjects = {k.i for a in acts for k in parsed.kids(a.i, "nsubj", "nsubj:pass")}
    subjects.update(i for a in acts if a.pos == "VERB" for i in read_clause(parsed, a.i).subjects)
    sentence = parsed.sentence_of(acts[0].i)
    here = [m for m in reading.mentions if sentence.start <= m.span.start < sentence.end and m.form != "possessive"]
    doers = [m for m in here if m.head in subjects] or here
    return scene.named(m.actor for m in doers) or frozenset("?" if subjects else "")


def _pairs(parsed: Parsed, link: Word) -> Iterator[tuple[Word, Word]]:
    """What stands behind the link, and what is set before or after it: the verb above, or the subject of a mere "a eu lieu"."""
    last = min(parsed.sentence_of(link.i).last, link.i + 1 + _REACH)
    behind = next((w for w in parsed.words[link.i + 1 : last] if w.pos in ("NOUN", "VERB") and _acts(w)), None)
    if behind is None or _is_own(parsed, behind) or any(w.pos == "PUNCT" for w in parsed.words[link.i : behind.i]):
        return
    for above in parsed.ancestors(behind.i):
        if link.i <= above.i <= behind.i:
            continue
        subject = next(parsed.kids(above.i, "nsubj", "nsubj:pass"), None)
        if above.lemma in _STATED and subject is not None and _acts(subject):
            yield behind, subject
            return
        held = (parsed.words[i] for i in read_clause(parsed, above.i).objects) if above.pos == "VERB" else ()
        act = above if above.pos in ("VERB", "NOUN") and _acts(above) else next((w for w in held if _acts(w)), None)
        if act is not None:
            yield behind, act  # "avait envoyé un appel de détresse avant …"
            return


@cache
def _by_lemma(lemma: str) -> frozenset[str]:
    return frozenset((*_named().get(lemma, ()), *kinds_named(lemma)))


def _is_own(parsed: Parsed, word: Word) -> bool:
    """ "Avant de se donner la mort": what one does to oneself is not the death of which another report tells."""
    above = parsed.words[word.head]
    return word.lemma == "mort" and above.lemma == "donner" and any(k.lower in ("se", "s'") for k in parsed.kids(above.i))


def _acts(word: Word) -> frozenset[str]:
    """The happenings that a word may name: of the table, or such as affairs are about."""
    return _by_lemma(plain(word.lemma))


@cache
def _named() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_table("lang/fr/orders.tsv", COLUMNS):
        for word in row.many("words") if row.one_of("kind", KINDS) == "act" else ():
            found[plain(word)].append(row["name"])
    return {word: tuple(names) for word, names in found.items()}


@cache
def _links() -> Mapping[str, str]:
    """Words that set one happening before or after another."""
    rows = read_table("lang/fr/orders.tsv", COLUMNS)
    return {w: r["kind"] for r in rows if r.one_of("kind", KINDS) != "act" for w in r.many("words")}
