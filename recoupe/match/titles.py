"""The title of a matter, from the reports' own words: who does what to whom, where and when, in at most 90 characters."""

from __future__ import annotations

import re

from recoupe.match.desk import Desk
from recoupe.types import Event, Span

_LONG = 90
_SHORT = 30
_LEAD = re.compile(
    r"^(?:(?:et|mais|ou|que|qu['’]|qui|où|dont|selon lesquel(?:le)?s|selon que|puis|"
    r"alors que|après que|ainsi|notamment|ensuite|tandis que|lorsque|quand|en)(?:\b\s+|(?<=['’])))+",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^(?:(?:[A-ZÀ-Ý][\w'’ -]{1,30}, )?(?:le )?\d{1,2}(?:er)? \w+(?: \d{4})?\s*(?:\([\w /.-]{2,20}\)\s*)?[-–—:]+\s+"
    r"|[A-ZÀ-Ý][\w'’ -]{1,30}\s\([\w /.-]{2,20}\)\s*[-–—:]+\s+)"
)
_SOURCE = re.compile(r"(?i)^(?:selon|d['’]après|pour|de source \w+)\s[^,]{3,60},\s+(?=\w)")
_HALF = re.compile(r"(?:['’]|\b(?:à|de|du|des|au|aux|en|dans|par|sur|pour|avec|selon|lors|le|la|les|un|une)\s)$", re.IGNORECASE)
_TRAIL = re.compile(r"[\s,;:–—«(\"“]+$")
_PERFECT = re.compile(r"^(n['’]|ne )?(?:(pas|jamais) )?(avoir|s['’]être|être)\s", re.IGNORECASE)
_PRONOUN = re.compile(r"(?i)^(il|elle|ils|elles|lui|celui-ci|celle-ci|ceux-ci)\b\s")
_POINTING = re.compile(r"(?i)^(?:il|elle|ils|elles|on|cela|ce|c['’]|cette|cet|ces|son|sa|ses|leurs?|y|en|l['’]a|les?|la) ")
_ARTICLE = re.compile(r"(?i)^(?:le|la|les|l['’]|un|une|des|deux|trois)")
_AHEAD = frozenset(("planned", "announced", "possible", "requested", "hypothetical"))
_SURE = frozenset(("happened", "ongoing", "state"))
_ANSWERS = frozenset(("DENY", "REJECT"))


def title_event(desk: Desk, events: tuple[str, ...]) -> str:
    """The clearest clause among the events of a matter, trimmed to a title."""
    known = [desk.events[e] for e in events]
    done = any(_statuses(desk, e) & _SURE for e in known)
    charged = any(e.frame not in _ANSWERS for e in known)
    ranked = sorted((_rank(desk, e, done, charged), e.id) for e in known)
    best = desk.events[ranked[0][1]]
    clause = _whole(desk, desk.clause(best))
    text = _SOURCE.sub("", _clean(desk.text(clause)))
    # A long opening ("Le 19 octobre, au moment de l'ouverture, ...") gives way to the act itself.
    trigger = desk.text(best.trigger)
    while len(text) > _LONG and 0 <= (comma := text.find(", ")) < len(text) - _LONG // 3 and trigger in text[comma:]:
        text = text[comma + 2 :]
    if len(text) < _SHORT and not best.agents and not best.slots.nominal:
        text = _SOURCE.sub("", _clean(_with_subject(desk, best, clause)))
    return trim(_with_doer(desk, best, text))


def _statuses(desk: Desk, event: Event) -> set[str]:
    return {c.status for c in desk.claims.get(event.id, ())}


def _whole(desk: Desk, clause: Span) -> Span:
    """A clause cut behind a preposition or an elided word goes on after its first comma."""
    before = desk.readings[clause.report].report.text[max(0, clause.start - 6) : clause.start]
    text = desk.text(clause)
    comma = text.find(", ")
    if _HALF.search(before) and 0 < comma < min(60, len(text) - 20):
        return Span(clause.report, clause.start + comma + 2, clause.end)
    return clause


def _with_doer(desk: Desk, event: Event, text: str) -> str:
    """The clause with its doer in words: "il a dit" -> "Paul Ferrand a dit", "avoir abattu" -> "Lima aurait abattu"."""
    if event.slots.nominal:
        return text
    if (pronoun := _PRONOUN.match(text)) and (name := _spoken_of(desk, event, pronoun.group(1))):
        return f"{name} {text[pronoun.end() :]}"
    who = _doer(desk, event)
    if not who or _holds(text, desk, event) or who.lower() in text.lower():
        return _finite(text, "", desk, event)
    return _finite(text, who, desk, event)


def _finite(text: str, who: str, desk: Desk, event: Event) -> str:
    """An infinitive of the past becomes a sentence; without a doer it loses its auxiliary."""
    found = _PERFECT.match(text)
    rest = text[found.end() :] if found else text
    if found is None and _before(desk, event, text).lower().endswith(("avoir ", "être ")):
        found = _PERFECT.match(_before(desk, event, text).split()[-1] + " ")
    if found is None:
        if not who:
            return text
        return f"{who} {text[:1].lower()}{text[1:]}" if _is_finite(desk, event, text) else f"{who} : {text[:1].lower()}{text[1:]}"
    if not who:
        return rest
    own = any(not c.sources for c in desk.claims.get(event.id, ()))
    many = re.match(r"(?i)(?:les|des|deux|trois|plusieurs)\b", who) is not None
    have = ("ont" if many else "a") if own else ("auraient" if many else "aurait")
    be = ("sont" if many else "est") if own else ("seraient" if many else "serait")
    verb = found.group(3).lower()
    auxiliary = have if verb == "avoir" else be if verb == "être" else ("s'" if own and not many else "se ") + be
    if found.group(1):
        auxiliary = ("n'" if auxiliary[0] in "aeo" else "ne ") + auxiliary + (f" {found.group(2)}" if found.group(2) else "")
    return f"{who} {auxiliary} {rest}"


def _before(desk: Desk, event: Event, text: str) -> str:
    start = desk.clause(event).start
    whole = desk.readings[event.report].report.text
    return whole[max(0, start - 6) : start] if whole[start : start + 8] == text[:8] else ""


def _is_finite(desk: Desk, event: Event, text: str) -> bool:
    """Does the clause begin with its verb ("exploite la ligne", "a dit")?"""
    parsed = desk.readings[event.report].parsed
    i = event.slots.predicate if event.slots.predicate >= 0 else event.slots.head
    if not 0 <= i < len(parsed.words):
        return False
    verbs = [parsed.words[i], *parsed.kids(i, "aux", "cop")]
    return any(w.feat("VerbForm") == "Fin" and text.lower().startswith(w.lower) for w in verbs)


def _doer(desk: Desk, event: Event) -> str | None:
    """The doer's name, with its article where it is no proper name."""
    record = next((desk.actors[a] for a in event.agents if a in desk.actors), None)
    if record is None:
        return None
    if record.name[:1].isupper() and record.kind == "person":
        return record.name
    forms = sorted((n for n in record.names if _ARTICLE.match(n) and len(n) <= len(record.name) + 6), key=lambda n: (-len(n), n))
    return forms[0] if forms else record.name


def _spoken_of(desk: Desk, event: Event, pronoun: str) -> str | None:
    """Whom the pronoun at the head of a clause stands for."""
    spans = (*event.slots.agent_spans, *event.slots.target_spans)
    actors = [desk.mentions.get(s) for s in spans if desk.text(s).lower() == pronoun.lower()]
    actors += [*event.agents[:1]] if not actors else []
    return next((desk.actors[a].name for a in actors if a in desk.actors), None)


def _with_subject(desk: Desk, event: Event, clause: Span) -> str:
    """A bare clause ("utilisés en Ukraine") with the words before it that say of what."""
    reading = desk.readings[event.report]
    words = reading.parsed.at(clause.start, clause.end)
    start = max(reading.parsed.sentence_of(words[0]).start, clause.end - _LONG + 4) if words else clause.start
    text = desk.text(Span(event.report, start, clause.end)) if start < clause.end else desk.text(clause)
    whole = start == 0 or desk.readings[event.report].report.text[start - 1].isspace()
    return text if whole else "… " + text.split(" ", 1)[-1]


def _rank(desk: Desk, event: Event, done: bool, charged: bool) -> tuple[int, int, tuple[str, str], int]:
    """Lower is clearer: a named doer in the clause, a verb, a fair length, the earlier report."""
    text = _clean(desk.text(desk.clause(event)))
    faults = 2 * (not _holds(text, desk, event)) + event.slots.nominal + 2 * (len(text) < 18)
    faults += (len(text) > _LONG) + (len(text) > 160) + 2 * bool(_POINTING.match(text))
    faults += 3 * (done and not _statuses(desk, event) & _SURE) + 3 * (charged and event.frame in _ANSWERS)
    return faults, abs(len(text) - 65), desk.order[event.report], event.trigger.start


def _holds(text: str, desk: Desk, event: Event) -> bool:
    """Does the clause name the doer?"""
    return any(desk.text(s) in text and any(c.isupper() for c in desk.text(s)) for s in event.slots.agent_spans)


def _clean(text: str) -> str:
    text = _LEAD.sub("", _DATELINE.sub("", " ".join(text.split())))
    return text.strip(" ,;:–—-")


def trim(text: str) -> str:
    """At most 90 characters, cut at a clause or a word, marks paired, capital first."""
    text = " ".join(text.split())
    if len(text) > _LONG:
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
