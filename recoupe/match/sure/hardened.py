"""What one report only suspects or holds possible and another tells as done: clause against clause, whatever joins them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from recoupe.lang.plain import plain
from recoupe.match.acts.afar import may_be_others
from recoupe.match.acts.attribution import may_be_one, source_name
from recoupe.match.acts.clauses import LIGHT
from recoupe.match.acts.slots import compare_whens
from recoupe.match.count.twocounts import are_two_sums
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order, touches
from recoupe.match.sure.doubts import DOUBTED, DoubtReader, Told
from recoupe.types import Difference, Span, Value, When

_SAME, _KIN, _FRAME = 2.0, 1.4, 1.5  # the verbs: one word, one family, one kind of act
_PARTY, _LIKE, _OTHER = 1.2, 0.8, -1.0  # who it is told of: the same, one of its kind, somebody else
_THING = 0.8  # each thing else that is the same
_ENOUGH = 2.5
_SURE, _HALF = 3.9, 2.1
_OFTEN = 60  # clauses of an affair that hold one core before it says nothing
_SHOWN = 8  # reports set beside one that doubts
_LIGHT_WORDS = frozenset(plain(w) for w in LIGHT)
_ONCE = frozenset("F:" + f for f in "RESIGN CLOSE CRASH SINK MARRY CANCEL SELL BUY".split())  # what befalls one party once
_CLIMB = 8  # words between a date and the verb it hangs on


def draft_hardened(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each clause that is doubted in one report, or told on a word, and flatly told in others."""
    readers = {r: DoubtReader(desk, r) for r in sorted(desk.readings) if len(desk.related[r]) > 1}
    doubted = {r: list(reader.doubted()) for r, reader in readers.items()}
    wanted = {c for told in doubted.values() for t in told for c in t.cores}
    if not wanted:
        return list(drafts)
    index: dict[str, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for report, reader in readers.items():
        for told in reader.flat(wanted):
            for core in told.cores & wanted:
                index[core][report].append(told)
    known, homes = known_places(drafts, ("certainty", "source", "status")), _homes(desk, drafts)
    out = []
    for report in sorted(doubted):
        for weak in doubted[report]:
            strong = [t for t in _best(desk, weak, index, homes) if not is_held(known.get((report, t.report), ()), weak, t)]
            if strong and (draft := draft_told(desk, weak, strong)):
                out.append(draft)
    return [*drafts, *out]


def known_places(
    drafts: Sequence[Draft], slots: Sequence[str] = ("certainty", "source")
) -> dict[tuple[str, str], list[tuple[Span, Span]]]:
    """The places that matters already set side by side on one of these slots."""
    found: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
    for difference in (x for d in drafts for x in d.differences if x.slot in slots and len(d.reports) > 1):
        told = [(v.report, s) for v in difference.values[:_SHOWN] for s in v.evidence]
        for left, x in told:
            for right, y in told:
                if left != right:
                    found[left, right].append((x, y))
    return found


def _homes(desk: Desk, drafts: Sequence[Draft]) -> dict[tuple[str, int], set[int]]:
    """Which matters of several reports stand in a sentence."""
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    for n, draft in enumerate(drafts):
        if len(draft.reports) > 1 and draft.kind in ("event", "echo"):
            told = (s for d in draft.differences if d.slot == "telling" for v in d.values for s in v.evidence)
            for span in (*told, *(desk.events[e].trigger for e in draft.events)):
                parsed = desk.readings[span.report].parsed
                if words := parsed.at(span.start, span.end):
                    found[span.report, parsed.words[words[0]].sent].add(n)
    return found


def is_held(places: Sequence[tuple[Span, Span]], weak: Told, strong: Told) -> bool:
    """Do known places set these two clauses side by side?"""
    return any(touches(x, [weak.span]) and touches(y, [strong.span]) for x, y in places)


def _best(desk: Desk, weak: Told, index: dict[str, dict[str, list[Told]]], homes: dict[tuple[str, int], set[int]]) -> list[Told]:
    """The clause of each other report that tells the same act, where one fits best."""
    rows: dict[str, dict[int, Told]] = defaultdict(dict)
    related = desk.related[weak.report] - {weak.report}
    for core in sorted(weak.cores):
        held = index.get(core, {})
        told = [t for r in held.keys() & related for t in held[r]]
        for t in told if len(told) <= _OFTEN else ():
            if not t.finite and t.lemma != weak.lemma:
                continue  # "une réforme permettant …": what it is for, not what it did
            if weak.status in DOUBTED or not t.teller:  # what is doubted may be told as done on somebody's word
                rows[t.report][t.word] = t
    mine = homes.get((weak.report, weak.sentence), set())
    out = []
    for report in sorted(rows):
        scored = []
        for i, told_ in rows[report].items():
            places = (weak.report, weak.sentence), (report, told_.sentence)
            joined = bool(mine & homes.get(places[1], set()))
            near = (min(places), max(places)) in desk.nearest
            bar = _HALF if joined or near else _ENOUGH if weak.status in DOUBTED else _SURE  # for a lost source alone more
            score = _score(weak, told_, joined, near)
            if score >= bar and not _are_two(desk, weak, told_):
                scored.append((score, -i, told_))
        if scored:
            out.append(max(scored, key=lambda row: row[:2])[2])
        elif weak.rumour and weak.status in DOUBTED:
            out += _only_one(desk, weak, [t for _, t in sorted(rows[report].items())])
    return out[:_SHOWN]


def _only_one(desk: Desk, weak: Told, rows: Sequence[Told]) -> list[Told]:
    """ "Un homme aurait été blessé": the one man of whom the other report tells it."""
    nouns = {k for k in weak.subject if k.lstrip("~")[:2] == "n:"}
    if not nouns or any(k[:2] == "@n" and " " in k for k in weak.subject):
        return []
    fits = [t for t in rows if {c for c in weak.cores & t.cores if c[0] in "lfr"} and nouns & t.subject and t.finite]
    found = [t for t in fits if not weak.objects or weak.objects & t.objects]
    return found if len(found) == 1 and not _are_two(desk, weak, found[0]) else []


def _score(a: Told, b: Told, joined: bool, near: bool = False) -> float:
    """How surely two clauses tell one act: 0 where too little is the same. `near`: their sentences are each other's best."""
    if a.objects and b.objects and not a.objects & b.objects and not any(c[0] == "e" for c in a.cores & b.cores):
        return 0.0  # "a perdu la vue", "a perdu ses gants"
    shared = {k for k in a.subject & b.subject if k[0] != "~"}
    party = _PARTY if shared else _LIKE if a.subject & b.subject else _OTHER if a.subject and b.subject else 0.0
    things = min(2, len(a.things & b.things))
    common = a.cores & b.cores
    rules = []
    if a.lemma == b.lemma and a.lemma not in _LIGHT_WORDS:
        alone = party >= 0 and a.alone and b.alone and not a.objects
        rules.append((_SAME, party >= _PARTY or party >= 0 and things > 0 or things > 1 or alone))
    counted = party >= _LIKE and bool(a.count) and a.count == b.count  # "les deux usines", "les deux sites"
    if frames := {c for c in common if c[0] == "F"}:
        rules.append((_FRAME + _THING * (counted and not things), things > 0 and party >= 0 or counted))
        rules.append((_FRAME, party == _PARTY and bool(frames & _ONCE)))
    if {c for c in common if c[0] in "fre"}:  # somebody does many things of one family; a window breaks once
        thing = any(k[0] == "n" for k in shared) and not any(k[0] == "@" for k in shared)
        rumour = party == _PARTY and any(c[0] in "re" for c in common)
        rules.append((_KIN, party == _PARTY and (things > 0 or thing) or counted or rumour))
    if near and common:
        same = len(_parts(a) & _parts(b))
        kin = _KIN if any(c[0] != "F" for c in common) else _KIN / 2
        rules.append((kin + _THING * (min(2, same) - things), same > 0 and (party >= 0 or same > 1)))
    if joined and common:  # their sentences tell one fact already: who and what may stand in other places
        party = max(party, 0.0)
        kin = _KIN if any(c[0] != "F" for c in common) else _KIN / 2  # one kind of act alone ("entrer", "partir") is little
        shared_ = bool(_parts(a) & _parts(b))
        rules.append((kin + _THING * (not things and not party), shared_ or not a.subject or not b.subject))
    return max((act + party + _THING * things for act, enough in rules if enough), default=0.0)


def _parts(told: Told) -> set[str]:
    """Who and what takes part, in whatever place, and how many."""
    return {k for k in told.subject | told.objects | told.things | told.counts if k[0] != "~" or k[:3] == "~n:"}


def _are_two(desk: Desk, a: Told, b: Told) -> bool:
    """Do numbers or days part them, or the days between two that name nobody?"""
    if may_be_others(desk, a.span, b.span) or are_two_sums(desk, a.span, b.span):
        return True
    if a.numbers and b.numbers and not a.numbers & b.numbers:
        return True
    left, right = (list(act_days(desk, t)) for t in (a, b))
    return any(compare_whens(x, y) == "disjoint" for x in left for y in right)


def act_days(desk: Desk, told: Told) -> Iterator[When]:
    """When it was, by the words that hang on its own verb: not "qu'il avait ravie en 2014"."""
    parsed = desk.readings[told.report].parsed
    for when in desk.readings[told.report].whens:
        if when.span and not when.duration and told.span.start <= when.span.start and when.span.end <= told.span.end:
            i = next(iter(parsed.at(when.span.start, when.span.end)), told.word)
            for _ in range(_CLIMB):
                word = parsed.words[i]
                if i == told.word or word.head == i or word.dep.startswith(("acl", "advcl", "ccomp")):
                    break
                i = word.head
            if i == told.word or parsed.words[i].head == i:
                yield when


def _nearest(desk: Desk, span: Span) -> str:
    event = desk.event_at(span)
    return event.id if event else ""


def draft_told(desk: Desk, weak: Told, strong: Sequence[Told]) -> Draft | None:
    """Doubted here, done there; on somebody's word here, on nobody's there; what was possible, and done later, has come about."""
    differences = []
    if weak.status in DOUBTED:
        values = [Value(weak.report, weak.status, (weak.span,)), *(Value(t.report, "happened", (t.span,)) for t in strong)]
        came = _came_later(desk, weak, strong)
        differences.append(Difference("status" if came else "certainty", "updated" if came else "refined", in_order(values)))
    if source := _sources(desk, (weak, *strong)):
        differences.append(source)
    events = tuple(sorted({e for t in (weak, *strong) if (e := t.event or _nearest(desk, t.span))}))
    return draft_values(desk, "stance", "", *differences, events=events) if differences else None


def _sources(desk: Desk, told: Sequence[Told]) -> Difference | None:
    """On whose word each tells it, where that differs and nobody is unknown."""
    speakers: dict[Told, str | None] = {}
    for t in told:
        said = desk.statements[t.teller] if t.teller else None
        if said and not (said.speakers and said.speaker_span):
            return None
        speakers[t] = said.speakers[0] if said else None
    named = [s for s in speakers.values() if s]
    if not named or len(named) == len(told) and may_be_one(desk, named):
        return None
    values = []
    for t, who in speakers.items():
        beside = desk.statements[t.teller].speaker_span if who else None
        values.append(Value(t.report, source_name(desk, who), (beside, t.span) if beside else (t.span,)))
    return Difference("source", "refined" if len(named) == len(told) else "wording", in_order(values))


def _came_later(desk: Desk, weak: Told, strong: Sequence[Told]) -> bool:
    """Only possible, no rumour, and every report that has it done is later."""
    if any(c[0] == "e" for c in weak.cores):
        return False  # to think of it is no act
    first, then = desk.order[weak.report][0], [desk.order[t.report][0] for t in strong]
    return weak.status == "possible" and not weak.rumour and bool(first) and all(first < day for day in then)
