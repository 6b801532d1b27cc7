"""Who is who: what related reports call one person or body ("chef de la Ligue", "ancien boxeur"), one matter a role."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, fitting, in_order
from recoupe.match.who.callings import Phrase, are_one_role, covers
from recoupe.match.who.nameless import Nameless, nameless_in
from recoupe.match.who.portraits import Calling, callings_in
from recoupe.types import Difference, SlotVerdict, Span, Value

# Of these everybody knows who is one, or the noun says no more than respect.
_EVERYBODY = frozenset("président roi reine prince princesse empereur pape sultan émir".split())
_STATE = frozenset(("republi", "etat"))
_NO_JOBS = frozenset(("premier ministre", "numéro un", "monsieur"))
_ARTICLE = re.compile(r"^(?:l['’]une? des |une? des |(?:le|la|un|une|son|sa) |l['’])", re.IGNORECASE)
_BRACKETS = re.compile(r"\s?\(\s?([A-ZÀ-Þ][^()]{1,40}?)\s?\)")
_SHOWN = 3  # places shown of one report

Told = Mapping[str, Sequence[Calling]]  # actor -> all it is called


def add_roles(desk: Desk, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, and one for each role that two related reports give one person or body."""
    told: dict[str, list[Calling]] = defaultdict(list)
    reports = [r for r in sorted(desk.readings) if len(desk.related[r]) > 1]
    for report in reports:
        for calling in callings_in(desk, report):
            if is_worth(calling.phrase):
                told[calling.actor].append(calling)
    nameless = {r: nameless_in(desk, r) for r in reports}
    made = (_draft(desk, group) for actor in sorted(told) for group in _groups(desk, told, actor, nameless))
    return (*drafts, *(d for d in made if d and is_printed(desk, d)))


def is_printed(desk: Desk, draft: Draft) -> bool:
    """Does it say more than that two reports give one person one function, or days later a fuller one? No editor prints that."""
    verdict = draft.differences[0].verdict
    if verdict == "refined":
        return not any(desk.are_days_apart(a, b) for a, b in combinations(draft.reports, 2))
    return verdict != "same"


def is_worth(phrase: Phrase) -> bool:
    """Does the calling say something that not everybody knows, and that is not bare?"""
    narrow = {a for a in phrase.about if not a.startswith("@") and a not in _STATE}
    if phrase.noun in _EVERYBODY or phrase.noun == "chef" and "etat" in phrase.about:
        return bool(narrow)
    return bool(phrase.about) or phrase.kind == "job" and phrase.noun not in _NO_JOBS


def _groups(desk: Desk, told: Told, actor: str, nameless: Mapping[str, Nameless]) -> Iterator[list[Calling]]:
    """Callings of one role in related reports, the fullest first."""
    ordered = sorted(told[actor], key=lambda c: (-len(c.phrase.about), not c.firm, c.report, c.span))
    for group in fitting(ordered, lambda a, b: b.report in desk.related[a.report] and are_one_role(a.phrase, b.phrase)):
        if any(c.firm for c in group):
            whole = [*group, *_unnamed(desk, told, group, nameless)]
            if len({c.report for c in whole}) > 1:
                yield whole


def _unnamed(desk: Desk, told: Told, group: Sequence[Calling], nameless: Mapping[str, Nameless]) -> Iterator[Calling]:
    """What other reports that speak of the holder say by the role alone: "l'ancien maire de X", "la présidence de X"."""
    best = group[0]
    here = {(c.report, c.phrase.first) for c in group}
    others = (c for a in sorted(told) if a != best.actor for c in told[a] if c.phrase.noun == best.phrase.noun)
    rivals = (c for c in others if (c.report, c.phrase.first) not in here)
    if not best.phrase.about and not best.phrase.former or any(covers(c.phrase, best.phrase) for c in rivals):
        return
    own = {c.report for c in group}
    for report in sorted(desk.related[best.report]):
        told_so = nameless[report].of(best.phrase.noun, best.actor, offices=report in own) if report in nameless else ()
        for phrase, span in told_so:
            if any(covers(phrase, c.phrase) for c in group):
                yield Calling(best.actor, report, phrase, span, False, True if phrase.former else None)


def _draft(desk: Desk, group: Sequence[Calling]) -> Draft | None:
    by_report: dict[str, list[Calling]] = defaultdict(list)
    for calling in group:
        by_report[calling.report].append(calling)
    values = [Value(r, _words(desk, rows[0]), _places(rows)) for r, rows in by_report.items()]
    best = max(group, key=lambda c: (not c.phrase.field, c.firm, len(c.phrase.about), -len(_words(desk, c))))
    verdict, told = _verdict(desk, by_report), in_order(values)
    differences: tuple[Difference, ...] = (Difference("role", verdict, told),)
    if verdict == "updated" and len({rows[0].phrase.words for rows in by_report.values()}) > 1:
        differences = (*differences, Difference("name", "wording", told))
    title = f"{desk.actors[best.actor].name} : {_words(desk, best)}"
    return draft_values(desk, "role", title, *differences)


def _places(rows: Sequence[Calling]) -> tuple[Span, ...]:
    """Where one report says it, each place once."""
    spans = list(dict.fromkeys(c.span for c in sorted(rows, key=lambda c: not c.firm)))
    return tuple(s for s in spans if not any(o != s and o.start <= s.start and s.end <= o.end for o in spans))[:_SHOWN]


def _verdict(desk: Desk, by_report: Mapping[str, Sequence[Calling]]) -> SlotVerdict:
    before = [r for r, rows in by_report.items() if {c.past for c in rows} == {False} and any(c.firm for c in rows)]
    after = [r for r, rows in by_report.items() if any(c.past for c in rows)]
    if before and after:
        days = [desk.order[r][0] for r in (*before, *after)]
        gone = all(days) and max(desk.order[r][0] for r in before) < min(desk.order[r][0] for r in after)
        return "updated" if gone else "wording"
    phrases = [rows[0].phrase for rows in by_report.values()]
    nouns, wholes = {p.noun for p in phrases}, {_without_state(p.words) for p in phrases}
    if _names_in_brackets(desk, by_report):
        return "same"
    if len(nouns) == len(wholes) == 1:
        return "same" if len({p.years for p in phrases}) == 1 else "refined"
    return "wording" if len(wholes) == 1 else "refined"


def _without_state(words: frozenset[str]) -> frozenset[str]:
    """What narrows a calling but for a nationality beside other words or none: "journaliste", "journaliste belge"."""
    return frozenset(w for w in words if not w.startswith("@"))


def _names_in_brackets(desk: Desk, by_report: Mapping[str, Sequence[Calling]]) -> bool:
    """ "La jeunesse du parti au pouvoir (PRN)" is "la jeunesse du PRN": behind the one calling stands a name of the other."""
    texts = {r: _words(desk, rows[0]) for r, rows in by_report.items()}
    for report, rows in by_report.items():
        parsed = desk.readings[report].parsed
        found = _BRACKETS.match(parsed.text, parsed.words[rows[0].phrase.last - 1].end)
        if found and any(found[1] in told for r, told in texts.items() if r != report):
            return True
    return False


def _words(desk: Desk, calling: Calling) -> str:
    """The calling without its article, as a title shows it."""
    parsed = desk.readings[calling.report].parsed
    phrase = calling.phrase
    text = " ".join(desk.text(parsed.span(phrase.first, phrase.last)).split())
    if phrase.field:
        text = f"{phrase.noun} : {text}"
    text = _ARTICLE.sub("", text).rstrip(" ,")
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
