"""What news asks of every affair and each report answers once: answers of two reports that exclude each other, side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from recoupe.find.done.moods import is_asked
from recoupe.match.acts.hearts import kinds_named, kinds_of
from recoupe.match.acts.idiom import plain_turn
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order, touches
from recoupe.parse.document import Parsed, Sentence
from recoupe.types import Difference, SlotVerdict, Span, Value

HEAD = 3  # sentences that tell what a report is about
# What is only held possible, wished, asked or feared answers nothing.
_OPEN = re.compile(
    r"(?i)\b(?:peut-être|probable\w*|vraisembl\w*|sans doute|hypothèses?|pistes?|pourrai\w+|pourron\w|pourra|devrai\w+|devrait|"
    r"serai(?:t|ent)|aurai(?:t|ent)|sembl\w+|soupçon\w+|éventuel\w*|crain\w+|craign\w+|risqu\w+|menac\w+|réclam\w+|"
    r"requi(?:s|se|ert|erts)|réquisit\w+|demand\w+|exig\w+|souhait\w+|voul\w+|veut|veulent|esp[éè]r\w+|faute de|plutôt que|"
    r"rumeurs?|tent(?:é|er|ait|aient|ative|atives)|essa[yi]\w+|envisag\w+|encour\w+|passible|doi(?:t|vent)|faut|"
    r"possib\w+|supposé\w*|prétend\w*|faux|fausse|intox|contrairement)\b|\b(?:si|s['’]il) "
)
_MARK = re.compile(r"[,;:!?«»()“”]|\.(?!\d)| – | — ")
# Not "le dimanche précédent", "la semaine précédente": that dates, and tells of no other case.
_NO_DAY = "".join(
    f"(?<!{w} )" for w in "lundi mardi mercredi jeudi vendredi samedi dimanche jour soir matin nuit semaine".split()
)
# What is told of another time or another case.
_BESIDE = re.compile(
    r"(?i)\b(?:il y a (?:\w+ )?(?:ans|mois)|l['’]an(?:née)? dernier|l['’]année dernière|à l['’]époque|autrefois|jadis|"
    r"par le passé|"
    + _NO_DAY
    + r"précédent\w*|rappel\w+|comme (?:en|lors|celui|celle|ceux)|autre affaire|autres? (?:attaque|drame|accident|"
    r"procès)|en (?:19|20)\d\d|première instance)\b"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """By these words a report answers a question. Not `firm`: it only speaks of it, and answers in no clear way."""

    question: str
    value: str
    span: Span
    of: frozenset[str] = frozenset()  # whom or what it is said of, where that is told
    sources: tuple[str, ...] = ()
    firm: bool = True
    low: float = 0.0
    high: float = 0.0


_TURNING = ("state", "contrary")  # matters that rest on their difference alone
Excludes = Callable[[Answer, Answer], bool]


def differ(a: Answer, b: Answer) -> bool:
    """Each value excludes every other."""
    return a.value != b.value


@dataclass(frozen=True, slots=True)
class Question:
    """How a kind of question is asked of each report, and how answers of two that exclude each other are shown."""

    find: Callable[[Scene], Iterable[Answer]]
    label: Callable[[Answer], tuple[str, str]]  # the slot, and what the title says before the answers
    excludes: Excludes = differ
    told: Callable[[Desk, Answer], str] = lambda desk, a: " ".join(desk.text(a.span).split())
    verdict: Callable[[Desk, Sequence[Answer]], SlotVerdict | None] = lambda desk, group: "contradicted"
    word: bool = False  # one answer on somebody's word makes a dispute of it


def draft_asked(desk: Desk, drafts: Sequence[Draft], question: Question) -> list[Draft]:
    """The matters, with one more for each question to which two reports of an affair give answers that exclude each other."""
    answers = [a for r in sorted(desk.readings) if len(desk.related[r]) > 1 for a in question.find(scene_of(desk, r))]
    out = list(drafts)
    for group in set_apart(desk, answers, question.excludes):
        verdict = question.verdict(desk, group)
        out = _without_turns(out, group) if verdict == "contradicted" else out
        if verdict and not _is_shown(out, group):
            slot, label = question.label(group[0])
            told = dict.fromkeys(question.told(desk, a) for a in group)
            title = f"{label} : {(', puis ' if verdict == 'updated' else ' / ').join(told)}"
            if draft := _draft(desk, group, slot, title, verdict, word=question.word):
                out.append(draft)
    return out


def set_apart(desk: Desk, answers: Iterable[Answer], excludes: Excludes) -> Iterator[list[Answer]]:
    """For each question the answers of reports that tell one each, where two exclude each other."""
    found: dict[str, dict[str, list[Answer]]] = defaultdict(lambda: defaultdict(list))
    for answer in answers:
        found[answer.question][answer.span.report].append(answer)
    for question in sorted(found):
        lone = {r: len({a.of for a in rows if a.of}) < 2 for r, rows in found[question].items()}
        told = [a for r in sorted(found[question]) for a in _clear(found[question][r], excludes)]
        taken: set[tuple[str, frozenset[str]]] = set()
        for a, b in combinations(told, 2):
            key = (a.span.report, a.of)
            if key in taken or not _of_one(desk, a, b, lone) or not excludes(a, b):
                continue
            group = [a, b]
            for other in told:
                if all(_of_one(desk, other, g, lone) for g in group):
                    group.append(other)
            taken.update((g.span.report, g.of) for g in group)
            yield sorted(group, key=lambda x: (desk.order[x.span.report], x.span))


def _clear(rows: Sequence[Answer], excludes: Excludes) -> list[Answer]:
    """The first firm answer of a report on each thing, where nothing else that it says stands against it."""
    out: list[Answer] = []
    for row in sorted((r for r in rows if r.firm), key=lambda a: a.span):
        against = any((not x.of or not row.of or x.of & row.of) and excludes(row, x) for x in rows)
        if not against and all(x.of != row.of for x in out):
            out.append(row)
    return out


def _of_one(desk: Desk, a: Answer, b: Answer, lone: dict[str, bool]) -> bool:
    """Are two answers of two reports of one affair, and of one person or thing?"""
    one, two = a.span.report, b.span.report
    if one == two or two not in desk.related[one]:
        return False
    if desk.are_weeks_apart(one, two) and not a.of & b.of:
        return False  # the aeroplane of another month
    return bool(a.of & b.of) or not (a.of and b.of) and lone[one] and lone[two]


def _draft(desk: Desk, group: Sequence[Answer], slot: str, title: str, verdict: SlotVerdict, *, word: bool) -> Draft | None:
    """The matter of these answers; disputed where all are on somebody's word, or `word`: somebody's word is enough."""
    values = in_order([Value(a.span.report, a.value, (a.span,)) for a in group])
    said = verdict == "contradicted" and (any if word else all)(a.sources for a in group)
    return draft_values(desk, "asked", title, Difference(slot, "wording" if said else verdict, values), disputed=said)


def _is_shown(drafts: Iterable[Draft], group: Sequence[Answer]) -> bool:
    """Does a matter set two of these answers against each other already?"""
    for difference in (x for d in drafts for x in d.differences if x.verdict in ("contradicted", "updated")):
        spans = [s for v in difference.values for s in v.evidence]
        if sum(touches(a.span, spans) for a in group) > 1:
            return True
    return False


def _without_turns(drafts: Sequence[Draft], group: Sequence[Answer]) -> list[Draft]:
    """The matters but for those that take two of these answers, which exclude each other, for two states in turn."""
    return [d for d in drafts if d.kind not in _TURNING or d.agreement != "updated" or not _is_shown((d,), group)]


class Scene:
    """One report: what it is about, and which of its sentences tell of that, firmly, and on whose word."""

    __slots__ = ("_voices", "desk", "heads", "parsed", "report", "text")

    def __init__(self, desk: Desk, report: str) -> None:
        self.desk, self.report = desk, report
        reading = desk.readings[report]
        self.parsed: Parsed = reading.parsed
        self.text = plain_turn(self.parsed.text)  # for the turns of the tables
        self._voices = {i: s for s in reading.statements for i in s.words}
        events = (e for n in range(HEAD) for e in desk.by_sentence.get((report, n), ()))
        opening = (w for w in self.parsed.words if w.sent < HEAD and w.pos == "NOUN")
        self.heads = frozenset(k for e in events for k in kinds_of(e)) | frozenset(
            k for w in opening for k in kinds_named(w.lemma)
        )

    def affair(self) -> frozenset[str]:
        """What the reports of its affair are about."""
        return frozenset(k for near in self.desk.related[self.report] for k in scene_of(self.desk, near).heads)

    def is_firm(self, sentence: Sentence, word: int, *, of_suspect: bool = False) -> bool:
        """Does the clause of a word tell what is so, and its sentence what is now and here, and asks nothing?

        `of_suspect`: "soupçonné de" only says who is meant.
        """
        text, at = self.parsed.text, self.parsed.words[word]
        marks = [m.end() for m in _MARK.finditer(text, sentence.start, at.start)]
        behind = _MARK.search(text, at.end, sentence.end)
        clause = (marks[-1] if marks else sentence.start, behind.start() if behind else sentence.end)
        beside = _BESIDE.search(text, sentence.start, sentence.end)
        doubts = (m for m in _OPEN.finditer(text, *clause) if not of_suspect or not m[0].lower().startswith("soupçonn"))
        return not (any(doubts) or beside or is_asked(self.parsed, word))

    def sources(self, word: int) -> tuple[str, ...]:
        """On whose word the report tells it; "?" for somebody unknown."""
        statement = self._voices.get(word)
        return (statement.speakers or ("?",)) if statement else ()

    def named(self, actors: Iterable[str]) -> frozenset[str]:
        """Those of these actors that are persons with a name."""
        known = (self.desk.actors[a] for a in actors if a in self.desk.actors)
        return frozenset(a.id for a in known if a.kind == "person" and a.name[:1].isupper())


def scene_of(desk: Desk, report: str) -> Scene:
    """The scene of a report, one for all questions."""
    if report not in desk.scenes:
        desk.scenes[report] = Scene(desk, report)
    return desk.scenes[report]
