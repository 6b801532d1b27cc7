"""The title of a matter, from the reports' own words: who does what to whom, where and when, in 100 characters if it can be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recoupe.lang.languages import GLOSSED
from recoupe.lang.plain import plain
from recoupe.match.desk import Desk
from recoupe.match.line.backing import NONE, Backing, lacks, topic_of
from recoupe.match.line.phrasing import LONG as _LONG
from recoupe.match.line.phrasing import MOST, Line, Tail, phrase, unlabelled
from recoupe.match.line.typography import tidy_type
from recoupe.types import Event

_LEAD = re.compile(
    r"^(?:(?:et|mais|ou|que|qu['’]|qui|où|dont|selon lesquel(?:le)?s|selon que|puis|"
    r"alors que|après que|ainsi|notamment|ensuite|tandis que|lorsque|quand|donc|or|car|enfin|en)(?:\b\s+|(?<=['’])))+",
    re.IGNORECASE,
)
# What ties a sentence to the one before it, which a title has not.
_TIES = re.compile(
    r"(?i),?\s(?:également|aussi|toutefois|cependant|néanmoins|pourtant|en effet|donc|d['’]ailleurs|par ailleurs|en revanche"
    r"|en outre|de (?:son|leur) côté|(?:pour|de) (?:sa|leur) part|quant à (?:lui|elle|eux|elles)|à son tour)\b,?(?=\s[a-zà-ÿ])"
)
_DATELINE = re.compile(
    r"^(?:(?:[A-ZÀ-Ý][\w'’ -]{1,30}, )?(?:le )?\d{1,2}(?:er)? \w+(?: \d{4})?\s*(?:\([\w /.-]{2,20}\)\s*)?[-–—:]+\s+"
    r"|[A-ZÀ-Ý][\w'’ -]{1,30}\s\([\w /.-]{2,20}\)\s*[-–—:]+\s+)"
)
_SOURCE = re.compile(r"(?i)^(?:selon|d['’]après|pour|de source \w+)\s[^,]{3,60},\s+(?=\w)")
_TRAIL = re.compile(r"[\s,;:–—«(“]+(?:(?<=\s)\")?$")
_OPEN_END = re.compile(  # words that cannot end a line: "… au pape, mais ce"
    r"(?i)(?:[\s,;:–—(«]+(?:à|au|aux|de|du|des|d['’]|en|dans|par|sur|pour|avec|sans|sous|vers|entre|selon|lors|le|la|les|l['’]|un|une"
    r"|et|ou|mais|ni|que|qu['’]|qui|dont|où|si|se|s['’]|ne|n['’]|ce|cet|cette|ces|son|sa|ses|leur|leurs|a|ont|est|sont|ceux|celui|celle|celles))+$"
)
_HALVES = re.compile(  # half of a pair: "la rencontre entre Oslo", "…, mais ce dernier"
    r"\s+entre (?=le |la |l['’]|une? |[A-ZÀ-Ý])(?!.*\bet\b)[^,]*$"
    r"|,?\s(?:mais|et)\s(?:ce dernier|cette dernière|ces derniers|ces dernières|celui-ci|celle-ci|ceux-ci|celles-ci)$"
)
_PERFECT = re.compile(r"^(n['’]|ne )?(?:(pas|jamais) )?(avoir|s['’]être|être)\s", re.IGNORECASE)
_POINTING = re.compile(r"(?i)^(?:il|elle|ils|elles|on|cela|ce|c['’]|cette|cet|ces|son|sa|ses|leurs?|y|en|l['’]a|les?|la) ")
_ARTICLE = re.compile(r"(?i)^(?:le|la|les|l['’]|un|une|des|deux|trois)")
SURE = frozenset(("happened", "ongoing", "state"))
_HEAD = 20  # characters by which a line is found again in its report
_OWNING_UP = frozenset("confirmer reconnaître avouer admettre révéler regretter concéder".split())
_ROUGH = 4  # a gloss gives way to what a report says in its own words
_FAR_OFF = 3  # how much more a line that only one report says counts, where others may be told
_STALE = 2  # faults of a line of an older report, where the news has moved
_ANSWERS = frozenset(("DENY", "REJECT", "ACCUSE"))


def title_event(desk: Desk, events: tuple[str, ...]) -> str:
    """The clearest line among the events of a matter, trimmed to a title."""
    return next(lines_of(desk, events))[0]


def lines_of(desk: Desk, events: Sequence[str], backing: Backing = NONE, *, newest: bool = False) -> Iterator[tuple[str, int]]:
    """The lines of events as titles, each with how far it is from what may be printed, the clearest first."""
    yield from ((text, faults) for text, faults, _ in ranked_lines(desk, events, backing, newest=newest))


def ranked_lines(
    desk: Desk, events: Sequence[str], backing: Backing = NONE, *, newest: bool = False, beside: Sequence[str] | None = None
) -> Iterator[tuple[str, int, Event]]:
    """The lines of events with their events, the clearest first.

    `backing`: what the other reports of the matter say; `newest`: it has moved, and is told as it stands now;
    `beside`: of sentences that tell one fact all other events: one of them is told where only its line is borne out.
    """
    further = beside or ()
    known = [desk.events[e] for e in (*events, *further)]
    done = any(statuses_of(desk, e) & SURE for e in known)
    charged = any(e.frame not in _ANSWERS for e in known)
    lines = {e.id: _shared(desk, backing, e, _line(desk, e)) for e in known}
    last = max((desk.order[e.report][0] for e in known), default="") if newest else ""
    borne = any(not _lacks(backing, desk.events[e], lines[e]) for e in events)
    ranked = []
    for event in known:
        line = lines[event.id]
        faults, length, order, start = _rank(desk, event, line, done, charged)
        unheard = _lacks(backing, event, line)
        if event.id in further and (unheard or borne):
            continue
        faults += (1 if beside is None else _FAR_OFF) * unheard + (event.id in further)
        faults += bool(backing) and event.slots.nominal and line.faults >= 0
        faults += _STALE * (newest and (order[0] != last or done and not statuses_of(desk, event) & SURE)) + _looks_back(
            desk, event
        )
        ranked.append((faults, length, order, start, event.id))
    for faults, *_, of in sorted(ranked):
        yield trim(tidied(lines[of].fitted()), MOST), faults, desk.events[of]


def _lacks(backing: Backing, event: Event, line: Line) -> int:
    return lacks(backing, event.report, line.text, headline=line.faults < 0 and " : " in line.text)


def _looks_back(desk: Desk, event: Event) -> bool:
    """Is it told in the pluperfect, as what came before the news: "la crue de 1994 avait tué neuf personnes"?"""
    parsed, head = desk.readings[event.report].parsed, event.slots.head
    if event.slots.nominal or not 0 <= head < len(parsed.words):
        return False
    return any(k.feat("Tense") == "Imp" and k.dep == "aux:tense" for k in parsed.kids(head, "aux"))


def _shared(desk: Desk, backing: Backing, event: Event, line: Line) -> Line:
    """A headline without what only its own report tells."""
    topic = topic_of(backing, event.report, line.text)
    return Line(topic, 1) if topic and desk.text(event.trigger) in topic else line


def _line(desk: Desk, event: Event) -> Line:
    """The line of one event without what leads up to it."""
    line = phrase(desk, event)
    if not event.slots.nominal and (accused := _accused(desk, event)):
        return accused
    if event.frame == "ACCUSE" and (whole := _with_charge(desk, event, line)):
        return whole
    return line


def tidied(text: str) -> str:
    """Without what leads up to it, and with its marks paired."""
    text = _HALVES.sub("", _SOURCE.sub("", _clean(text)))
    return _paired(text if "«" in text or '"' in text else _TIES.sub("", text))


def _with_charge(desk: Desk, event: Event, line: Line) -> Line | None:
    """ "Washington accuse Pyongyang" with what of: "… de livrer des armes"."""
    parsed = desk.readings[event.report].parsed
    text = desk.readings[event.report].report.text
    for statement in desk.readings[event.report].statements:
        cue, said = statement.cue, statement.spans[0]
        if cue and cue.start <= event.trigger.start < cue.end and 0 < said.start - cue.end < _LONG:
            start = text.rfind(line.text[:_HEAD], 0, event.trigger.end + _HEAD)
            if start >= 0 and len(whole := text[start : said.end]) > len(line.text):
                at, verb = parsed.at(start, said.end), parsed.at(event.trigger.start, event.trigger.end)
                held = at and parsed.words[at[0]].start == start
                return Line(whole, line.faults, Tail(parsed, at[0], verb[0], said.end) if held and verb else None)
    return None


def _accused(desk: Desk, event: Event) -> Line | None:
    """ "D'avoir volé un tableau" -> "Hugo Lestang aurait volé un tableau"."""
    text = _clean(desk.text(desk.clause(event)))
    who = _doer(desk, event) or ""
    if (
        not who
        or plain(who) in plain(text)
        or not (_PERFECT.match(text) or _before(desk, event, text).lower().endswith(("avoir ", "être ")))
    ):
        return None
    return Line(_paired(_finite(text, who, desk, event)), 0)


def _paired(text: str) -> str:
    """Without a bracket or a straight mark that has no partner, and without words that cannot end a line."""
    text = _TRAIL.sub("", _OPEN_END.sub("", " ".join(text.split())))
    if text.count('"') % 2:
        text = text.replace('"', "")
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")]
    return _TRAIL.sub("", text)


def statuses_of(desk: Desk, event: Event) -> set[str]:
    return {c.status for c in desk.claims.get(event.id, ())}


def _finite(text: str, who: str, desk: Desk, event: Event) -> str:
    """An infinitive of the past becomes a sentence; without a doer it loses its auxiliary."""
    found = _PERFECT.match(text)
    rest = text[found.end() :] if found else text
    if found is None and _before(desk, event, text).lower().endswith(("avoir ", "être ")):
        found = _PERFECT.match(_before(desk, event, text).split()[-1] + " ")
    if found is None:
        return text
    if not who:
        return rest
    own = any(not c.sources for c in desk.claims.get(event.id, ())) or _is_owned_up(desk, event)
    many = re.match(r"(?i)(?:les|des|deux|trois|plusieurs)\b", who) is not None
    if who[:1].islower() and not many and not _ARTICLE.match(who) and who.split()[0].endswith("s"):
        who, many = f"Les {who}", True
    have = ("ont" if many else "a") if own else ("auraient" if many else "aurait")
    be = ("sont" if many else "est") if own else ("seraient" if many else "serait")
    verb = found.group(3).lower()
    auxiliary = have if verb == "avoir" else be if verb == "être" else ("s'" if own and not many else "se ") + be
    if found.group(1):
        auxiliary = ("n'" if auxiliary[0] in "aeo" else "ne ") + auxiliary + (f" {found.group(2)}" if found.group(2) else "")
    return f"{who} {auxiliary} {rest}"


def _is_owned_up(desk: Desk, event: Event) -> bool:
    """Does the doer himself say so: "la mairie confirme avoir porté plainte"?"""
    parsed, head = desk.readings[event.report].parsed, event.slots.head
    if not 0 <= head < len(parsed.words):
        return False
    above = parsed.words[parsed.words[head].head]
    return above.i != head and above.lemma in _OWNING_UP


def _before(desk: Desk, event: Event, text: str) -> str:
    start = desk.clause(event).start
    whole = desk.readings[event.report].report.text
    return whole[max(0, start - 6) : start] if whole[start : start + 8] == text[:8] else ""


def _doer(desk: Desk, event: Event) -> str | None:
    """The doer's name, with its article where it is no proper name."""
    record = next((desk.actors[a] for a in event.agents if a in desk.actors), None)
    if record is None:
        return None
    if record.name[:1].isupper() and record.kind == "person":
        return record.name
    forms = sorted((n for n in record.names if _ARTICLE.match(n) and len(n) <= len(record.name) + 6), key=lambda n: (-len(n), n))
    if forms or record.name[:1].isupper():
        return forms[0] if forms else record.name
    told = (desk.text(m.span) for m in desk.readings[event.report].mentions if m.actor == record.id)
    return max((t for t in told if _ARTICLE.match(t)), key=lambda t: (len(t), t), default=record.name)


def _rank(desk: Desk, event: Event, line: Line, done: bool, charged: bool) -> tuple[int, int, tuple[str, str], int]:
    """Lower is clearer: nothing cut off, of a fair length, of the act and not of the answer to it, of the earlier report."""
    text = tidied(line.text)
    faults = line.faults + 2 * (len(text) < 18) + (len(text) > 160) + 2 * bool(_POINTING.match(text))
    faults += 3 * (done and not statuses_of(desk, event) & SURE) + 3 * (charged and event.frame in _ANSWERS)
    claims = desk.claims.get(event.id, ())
    faults += 3 * (bool(claims) and all(c.negated for c in claims))
    faults += _ROUGH * (desk.readings[event.report].report.lang in GLOSSED)
    return faults, abs(len(text) - 65), desk.order[event.report], event.trigger.start


def _clean(text: str) -> str:
    text = _LEAD.sub("", unlabelled(_DATELINE.sub("", " ".join(text.split()))))
    text = text.strip(" ,;:–—-")
    return text[:-1] if text.endswith(".") and not text[:-1].endswith((".", "etc")) and len(text.rsplit(" ", 1)[-1]) > 3 else text


def trim(text: str, whole: int = _LONG) -> str:
    """At most 90 characters, cut at a clause or a word, marks paired, capital first; up to `whole` it is not cut."""
    text = tidy_type(text)
    if len(text) > whole:
        cut = text[: _LONG - 1]
        comma = max(cut.rfind(", "), cut.rfind(" – "), cut.rfind(" ; "))
        cut = cut[:comma] if comma >= 45 else cut.rsplit(" ", 1)[0]
        text = _TRAIL.sub("", cut) + "…"
    opened = text.count("«") - text.count("»")
    if opened == 1:
        text += " »"
    elif opened:
        text = " ".join(text.replace("»", "").replace("«", "").split())
    return text[:1].upper() + text[1:]
