"""The titles of all matters of a run: a sentence where one tells it, else a label; no two alike in one affair."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from recoupe.lang.plain import plain
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, touches
from recoupe.match.line.backing import backing_of, lacks
from recoupe.match.line.charges import charge_lines, whole_sentence
from recoupe.match.line.holding import holding
from recoupe.match.line.phrasing import WHOLE
from recoupe.match.line.sayings import either
from recoupe.match.line.titles import SURE, lines_of, ranked_lines, statuses_of, trim
from recoupe.match.line.toldof import stands, told_of
from recoupe.types import Difference, Event, SlotVerdict, Span, Value

# Labels that say of nothing what it is: the sentence with the closest value says more than they do.
_BARE = re.compile(r"^(?:Nombre|Date|Durée|Heure|Lieu|Rang|Liste|Âge|Moyen|Prix|Vote|Aide|Numéro)(?: : |$)")
_LABEL = re.compile(r"^[^:«]{3,60} : ")
_MARGIN = 1  # faults by which a second line may be worse than the one that another matter has already
_LEAST = 25  # characters of a second line
_PLAIN = 1  # faults of a line that may stand for a label
_TOLD_OF = ("Date", "Heure", "Durée", "Lieu", "Prix")  # labels of what happened, told by a sentence of it
_POOR = 4  # faults of a line for which a whole sentence is taken, where the line is short or begins with half a clause
_FEEBLE = 3
_SHORT = 18
_FRAGMENT = re.compile(
    r"(?i)(?:a|ont|est|sont|avait|avaient|été|avoir|être|se|s['’]|lui|y|en|ne|n['’]|qui|que|dont|ils?|elles?|son|sa|ses|leurs?|celui|ce)"
    r"(?:\b|(?<=['’]))"
)
_HEADED = re.compile(r"(?:Le|La|Les|Un|Une|Des|Deux|Trois|\d+) |L['’]|(?:\S+ ){1,6}(?:a|ont|est|sont|avait|était|sera|va) ")
_FAIR = 2  # faults of a line that is better than a bare number
_SAYS_NOTHING = ("Nombre", "Liste", "Moyen", "Rang")
_NAMES_ILL = ("Aide : ", "Moyen : ")
_FEW = 4  # words of a label that says nothing by itself: "Cinq toiles", "Moyen : un bateau"
_SNATCH = 4  # words and marks of a quote that says nothing without its clause: "« héros »"
_MORE = 10  # characters by which a line says more than the bare value
_ON_WHOSE_WORD = re.compile(r"(?i),? (?:selon|d['’]après|de source|à en croire|aux dires d)\b[^,;]*$")
_ANSWERS = frozenset(("number", "hours", "dates", "thing", "towns"))
_BETWEEN: dict[SlotVerdict, str] = {"contradicted": " ou ", "updated": " puis "}
_ITS_ARTICLE = re.compile(r"(?i)\ble (?=\d)")  # "reporté au 3 juin puis 12 septembre"
_COUNTING = frozenset(("count", "gauge", "currency"))


def head_drafts(desk: Desk, drafts: Sequence[Draft]) -> list[str]:
    """One title for each draft, in the order of the drafts."""
    taken: dict[str, list[frozenset[str]]] = defaultdict(list)
    titles: dict[int, str] = {}
    for n in sorted(range(len(drafts)), key=lambda n: (*_turn(drafts[n]), drafts[n].events, n)):
        draft = drafts[n]
        near = frozenset().union(*(desk.related[r] for r in draft.reports), draft.reports)
        titles[n] = next((t for t in _choices(desk, draft) if not any(near & held for held in taken[plain(t)])), "")
        titles[n] = titles[n] or next(_choices(desk, draft))
        taken[plain(titles[n])].append(frozenset(draft.reports))
    return [titles[n] for n in range(len(drafts))]


def is_bare_date(draft: Draft, title: str) -> bool:
    """ "Date : hier soir": the same day in two reports, and no sentence that says of what."""
    return draft.kind == "when" and draft.agreement == "shared" and title.startswith("Date : ")


def _turn(draft: Draft) -> tuple[bool, bool]:
    """Who chooses first: what happened, told by several; then what differs in it; then what one report tells."""
    return draft.agreement == "single", bool(draft.title)


def _choices(desk: Desk, draft: Draft) -> Iterator[str]:
    """Titles for a draft, the best first."""
    if not draft.title:
        yield from _lines(desk, draft)
        return
    first = draft.differences[0] if draft.differences else None
    if first and draft.kind in _ANSWERS and first.verdict in _BETWEEN:
        yield from _with_both(desk, first)
    label = trim(either(draft.title, first.verdict if first else "refined"), WHOLE)
    bare = _BARE.match(draft.title) is not None or draft.kind in _COUNTING and not _LABEL.match(draft.title)
    if bare and first and draft.agreement in ("refined", "shared", "single"):
        alike = draft.agreement == "shared"
        spans = [s for v in sorted(first.values, key=lambda v: (_is_open(desk, v), *_closeness(v))) for s in v.evidence[:1]]
        backing = backing_of(desk, draft)
        rows = [(lacks(backing, s.report, t), n, t) for n, s in enumerate(spans) if (t := _clause(desk, s))]
        told = [t for *_, t in sorted(rows)]
        if not told and (" : " not in label or draft.title.startswith(_SAYS_NOTHING)):
            told = [t for s in spans if (t := whole_sentence(desk, s) or _clause(desk, s, _FAIR))]
        yield from told
        if draft.title.startswith(_TOLD_OF):
            dated = draft.title.startswith(("Date", "Heure"))
            about = [t for t, faults in lines_of(desk, draft.events) if dated and faults <= _PLAIN and not t.endswith("…")]
            near = [t for s in spans for t in told_of(desk, s) if dated or _holds(desk, s, t)]
            yield from _with_slot(label, (*told, *about, *near))
            yield from (t for s in spans for t in holding(desk, s, alike=alike))
            held = [t for t, faults in lines_of(desk, draft.events) if faults <= _FAIR and stands(t)]
            yield from _with_slot(label, (t for t in held if dated and any(_holds(desk, s, t) for s in spans)))
        elif len(label.split()) <= _FEW or label.startswith(_NAMES_ILL):
            yield from (t for s in spans for t in told_of(desk, s) if _holds(desk, s, t) and len(t) > len(label) + _MORE)
            yield from (t for s in spans for t in holding(desk, s, alike=alike) if len(t) > len(label) + _MORE)
    if draft.kind == "quote" and first and len(draft.title.partition("« ")[2].split()) <= _SNATCH:
        quoted = (s for v in first.values for s in v.evidence[:1])
        yield from (t for s in quoted for t in holding(desk, s))
    if draft.kind == "event" and not _HEADED.match(draft.title) and not any(c in draft.title for c in ":«"):
        told_in = (desk.events[e] for e in draft.events if plain(desk.text(desk.events[e].trigger)) in plain(draft.title))
        yield from (t for e in told_in for t in holding(desk, e.trigger, until=desk.clause(e).end) if _is_bare(desk, e, label))
    if draft.kind == "dispute":
        yield from charge_lines(desk, draft)
    yield label


def _with_both(desk: Desk, slot: Difference) -> Iterator[str]:
    """The line of one report with the other's answer beside its own: "La facture s'élève à 14 ou 19 millions d'euros"."""
    told = list(dict.fromkeys(v.value or "" for v in sorted(slot.values, key=lambda v: desk.order[v.report])))
    if len(told) != 2:
        return
    told.sort(key=lambda v: v.startswith("pas "))  # "le 16 ou pas avant le 27 mai"
    left, right = (v.split() for v in told)
    while len(left) > 1 and len(right) > 1 and left[-1] == right[-1]:
        left.pop()
    both = f"{' '.join(left)}{_BETWEEN[slot.verdict]}{told[1][:1].lower()}{told[1][1:]}"
    for value in sorted(slot.values, key=lambda v: _closeness(v)):
        for span in value.evidence[:1]:
            words = " ".join(desk.text(span).split())
            if value.value != words:
                continue  # "pas avant le 19": a line that says when it will not be holds no day on which it will
            for line in (_clause(desk, span), whole_sentence(desk, span), _clause(desk, span, _FAIR)):
                line = _ON_WHOSE_WORD.sub("", line) if line else None  # who gives one number gives not both
                if line and words in line and len(line) + len(both) - len(words) <= WHOLE:
                    here = _ITS_ARTICLE.sub("", both) if f"au {words}" in line else both
                    yield line.replace(words, here if line.startswith(words) else here[:1].lower() + here[1:], 1)


def _with_slot(label: str, lines: Iterable[str]) -> Iterator[str]:
    """Lines with what of them is meant: "L'incendie du port (date)"."""
    slot = label.partition(" : ")[0].lower()
    yield from (f"{t} ({slot})" for t in lines if len(t) + len(slot) + 3 <= WHOLE and ":" not in t)


def _holds(desk: Desk, span: Span, line: str) -> bool:
    return plain(" ".join(desk.text(span).split())) in plain(line)


def _lines(desk: Desk, draft: Draft) -> Iterator[str]:
    """The lines of what happened; a short whole sentence before one that is far from what may be printed."""
    least: int | None = None
    moved = draft.agreement == "updated"
    beside = _told_beside(desk, draft) if draft.kind == "echo" else None
    for line, faults, event in ranked_lines(desk, _charged(desk, draft), backing_of(desk, draft), newest=moved, beside=beside):
        if least is None and (faults >= _POOR and len(line) < _SHORT or faults >= _FEEBLE and _FRAGMENT.match(line)):
            yield from (t for e in draft.events if (t := whole_sentence(desk, desk.events[e].trigger)))
        if least is None and faults >= _POOR and "«" not in line and (_FRAGMENT.match(line) or _is_bare(desk, event, line)):
            yield from (
                t for e in draft.events for t in holding(desk, desk.events[e].trigger, until=desk.clause(desk.events[e]).end)
            )
        if least is None or faults <= least + _MARGIN and len(line) >= _LEAST:
            yield line
        least = faults if least is None else least


def _told_beside(desk: Desk, draft: Draft) -> Sequence[str]:
    """The other events of sentences that tell one fact: any of them may tell what they share."""
    triggers = [desk.events[e].trigger for e in draft.events]
    at = {(t.report, desk.readings[t.report].parsed.at(t.start, t.end)) for t in triggers}
    rows = sorted({(r, desk.readings[r].parsed.words[words[0]].sent) for r, words in at if words})
    return [e.id for row in rows for e in desk.by_sentence.get(row, ()) if e.id not in draft.events]


def _is_bare(desk: Desk, event: Event, line: str) -> bool:
    """Is it a noun without its article, or a verb without its subject?"""
    parsed = desk.readings[event.report].parsed
    bare = event.slots.nominal or parsed.words[event.slots.predicate].feat("VerbForm") in ("Inf", "Part")
    return bare and not _HEADED.match(line)


def _charged(desk: Desk, draft: Draft) -> Sequence[str]:
    """The events of a matter; of a disputed one those that are no part of the denial, where there are such."""
    told = [d for d in draft.differences if d.slot == "polarity"] if draft.agreement == "disputed" else []
    denied = [s for d in told for v in d.values if v.value == "denied" for s in v.evidence]
    kept = [e for e in draft.events if not touches(desk.events[e].trigger, denied)]
    return kept or draft.events


def _is_open(desk: Desk, value: Value) -> bool:
    """Is it told of what is still to come or but possible, which another report may know to have happened?"""
    parsed = desk.readings[value.report].parsed
    at = [i for s in value.evidence[:1] for i in parsed.at(s.start, s.end)]
    here = desk.by_sentence.get((value.report, parsed.words[at[0]].sent), ()) if at else ()
    return bool(here) and not any(statuses_of(desk, e) & SURE for e in here)


def _closeness(value: Value) -> tuple[bool, int, str]:
    """The value that says most first: digits, then length."""
    words = value.value or ""
    return not any(c.isdigit() for c in words), -len(words), words


def _clause(desk: Desk, span: Span, most: int = _PLAIN) -> str | None:
    """The clearest line of the sentence of these words that holds them, told as so and not denied."""
    parsed = desk.readings[span.report].parsed
    at = parsed.at(span.start, span.end)
    here = desk.by_sentence.get((span.report, parsed.words[at[0]].sent), ()) if at else ()
    words = plain(" ".join(desk.text(span).split()))
    sure = [e.id for e in here if not any(c.negated or c.status == "denied" for c in desk.claims.get(e.id, ()))]
    for text, faults in lines_of(desk, sure) if sure else ():
        if faults > most:
            break
        if words in plain(text) and not text.endswith("…") and not (most > _PLAIN and _FRAGMENT.match(text)):
            return text
    return None
