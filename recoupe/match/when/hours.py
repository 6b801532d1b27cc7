"""At what hour it began, ended or happened: "à partir de 18 heures" and "à partir de vingt heures" of one curfew."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.lang.numbers import cardinals
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.families import act_words, kinds
from recoupe.match.acts.happening import Occasion
from recoupe.match.acts.levels import AHEAD
from recoupe.match.acts.scenes import Scenes, have_no_town_in_common
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown
from recoupe.parse.document import Parsed, Sentence, Word
from recoupe.types import Difference, Event, Span

COLUMNS = ("thing", "kind", "words", "says", "example")
_NUMBERS = {word: n for word, n in cardinals(2, 23).items() if n != 21} | {
    "une": 1, "vingt et une": 21, "vingt-et-une": 21, "midi": 12, "minuit": 24,
}  # fmt: skip
_WORDS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
HOUR = re.compile(
    r"(?i)(?<![\w:-])(?:(?P<n>[01]?\d|2[0-4])(?: ?(?:h|heures?)"
    r"(?: ?(?P<m>[0-5]\d)(?: minutes)?| (?:et )?(?P<k>[1-5]?\d) minutes?)?|:(?P<c>[0-5]\d)(?!:?\d))"
    rf"|(?P<w>{_WORDS})(?: heures?)?)(?P<more> (?:et demie|et quart|moins (?:le quart|cinq|dix|vingt-cinq|vingt)))?"
    r"(?P<late> (?:du soir|de l['’]après-midi))?(?!\w)(?! (?:durant|plus tard|plus tôt|d['’]affilée)\b)"
)
_MORE = {"": 0, " et demie": 30, " et quart": 15, " moins le quart": -15} | {
    " moins cinq": -5, " moins dix": -10, " moins vingt": -20, " moins vingt-cinq": -25,
}  # fmt: skip
LOOSELY = re.compile(
    r"(?i)\b(?:vers|environ|autour d\S*|aux? alentours d\S*|aux environs d\S*|peu (?:après|avant)|avant|après|près d\S*) $"
)
_ASIDE = re.compile(r"(?i)\b(?:peu (?:après|avant)|avant|après|près d\S*) $")  # not that hour, but one beside it
_ROUGH = re.compile(r"(?i)\b(?:vers|environ|autour d\S*|aux? alentours d\S*|aux environs d\S*|sur le coup d\S*) $")
_FROM = re.compile(r"(?i)\b(?:à partir d[eu]|à compter d[eu]|dès|depuis|de|entre) $")
_UNTIL = re.compile(r"(?i)\b(?:jusqu['’]à|jusqu['’]) ?$")
_LEAD = re.compile(r"(?i)(?:\bà (?:partir|compter) d[eu] |\bdès |\bdepuis |\bde |\bentre |\bjusqu['’]à |\bà )?$")
_TO = re.compile(r"(?i)^ (?:à|jusqu['’]à|et) $")
_AT = re.compile(r"(?i)(?:\bà|\bil (?:est|était)|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|matin|soir),?) $")
ZONE = re.compile(r"(?i) ?\(?(?:GMT|UTC|TU\b|heures? (?:de paris|française|locale)|locales?)")
_CHANGED = re.compile(r"(?i)\b(?:avanc|report|repouss|retard|prolong|allong|rédui|assoupli|désormais|décal|au lieu d|et non)")
_BEGIN = frozenset(
    "débuter commencer ouvrir démarrer entrer lancer partir prévoir fixer programmer tenir célébrer donner début coup "
    "attendre annoncer convoquer inaugurer élancer caler planifier avoir dérouler jouer disputer envoler siffler "
    "rassembler réunir retrouver".split()
)
_END = frozenset("finir achever terminer prendre cesser fin clore fermer".split())
_HAPPEN = frozenset(
    "produire survenir déclarer déclencher éclater retentir avoir intervenir arriver enregistrer ressentir prendre partir "
    "faire blesser frapper toucher secouer réveiller priver paralyser plonger ravager détruire tuer naître "
    "signaler donner constater détecter emporter souffler surprendre faucher ensevelir engloutir balayer dévaster éventrer "
    "pulvériser ébranler couper arracher submerger inonder noyer bloquer provoquer causer coûter semer abattre entraîner "
    "projeter briser perturber interrompre stopper immobiliser terrasser endeuiller heurter".split()
)
_OTHER_DET = frozenset("autre second deuxième troisième nouveau nouvelle premier première".split())
_OTHER = frozenset("un une autre second deuxième troisième premier".split())
_LIGHT = frozenset(
    "avoir etre faire dire annoncer indiquer prendre donner mettre debuter commencer achever terminer finir".split()
)
_REACH = 24  # characters behind a clause in which its hour may stand
_GAP, _WIDE, _DAY = 15, 75, 1440  # minutes below which two hours may be one, rounded; where one is rough


@dataclass(frozen=True, slots=True)
class Hour:
    """At this minute of the day the thing began ("from"), ended ("until") or happened ("at"), by these words."""

    span: Span
    thing: str
    role: str
    minutes: int
    ahead: bool
    of: frozenset[str]  # kinds of what an act befell
    days: frozenset[str]
    loose: bool = False  # "vers", "environ"


def draft_hours(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each thing to which two reports give hours that exclude one another."""
    found: dict[tuple[str, str], dict[str, list[Hour]]] = defaultdict(lambda: defaultdict(list))
    for report in sorted(desk.readings):
        if len(desk.related[report]) > 1:
            for hour in _hours(desk, report):
                found[hour.thing, hour.role][report].append(hour)
    scenes = Scenes(desk)
    out: list[Draft] = []
    for key in sorted(found):
        lone = [hours[0] for _, hours in sorted(found[key].items()) if len({h.minutes for h in hours}) == 1]
        pair = next(((a, b) for i, a in enumerate(lone) for b in lone[i + 1 :] if _contrary(scenes, a, b)), None)
        if pair and (draft := _draft(desk, *pair)):
            out.append(draft)
    return tuple(out)


def compare_hours(desk: Desk, group: Sequence[Occasion]) -> Difference | None:
    """The hours of one joined act, past and told once by each report, where they exclude one another."""
    timed = {o.report for o in group if any("T" in (w.value or "") for w in o.whens)}
    if len(timed) < 2 or any(c.status in AHEAD or c.negated for o in group for c in o.claims):
        return None
    rows: dict[str, list[tuple[Hour, Event]]] = defaultdict(list)
    for event in sorted((e for o in group for e in o.events), key=lambda e: (e.trigger, e.id)):
        rows[event.report] += [(hour, event) for hour in _hour_of(desk, event)]
    lone = [hours[0] for _, hours in sorted(rows.items()) if len({h.minutes for h, _ in hours}) == 1]
    for i, (a, one) in enumerate(lone):
        for b, two in lone[i + 1 :]:
            gap = abs(a.minutes - b.minutes)
            apart = min(gap, _DAY - gap) >= (_WIDE if a.loose or b.loose else _GAP)
            if apart and _one_act(one, two) and not (a.days and b.days and not a.days & b.days):
                return Difference("time", "contradicted", shown(desk, (a.span, b.span)))
    return None


def _one_act(a: Event, b: Event) -> bool:
    """The same word or its kin, of the same thing where both name one."""
    left, right = plain(a.lemma), plain(b.lemma)
    kin = left == right or bool(frozenset(act_words(left)) & frozenset(act_words(right)))
    heads = [frozenset(map(plain, (*e.slots.doer, *e.slots.undergoer))) for e in (a, b)]
    return kin and left not in _LIGHT and (bool(heads[0] & heads[1]) or not (heads[0] and heads[1]))


def _hour_of(desk: Desk, event: Event) -> Iterator[Hour]:
    """The one hour of its sentence, if it stands in the clause that tells the event."""
    parsed = desk.readings[event.report].parsed
    at = parsed.at(event.trigger.start, event.trigger.end)
    if not at or event.slots.nominal:  # the hour beside "l'incendie" may be that of its end
        return
    sentence = parsed.sentence_of(at[0])
    hours = [m for m in HOUR.finditer(parsed.text, sentence.start, sentence.end) if minutes_of(m) >= 0]
    if len(hours) != 1 or _CHANGED.search(parsed.text, sentence.start, sentence.end):
        return
    match, clause = hours[0], desk.clause(event)
    lead = parsed.text[max(sentence.start, match.start() - 24) : match.start()]
    known = _role(lead) in ("at", "from") and not _ASIDE.search(lead) and not ZONE.match(parsed.text, match.end())
    if known and clause.start <= match.start() < clause.end + _REACH:
        before = _LEAD.search(lead)
        start = match.start() - len(before[0] if before else "")
        days = _days(desk, parsed, sentence)
        span = Span(event.report, start, match.end())
        yield Hour(span, event.lemma, "at", minutes_of(match), False, frozenset(), days, bool(LOOSELY.search(lead)))


def _days(desk: Desk, parsed: Parsed, sentence: Sentence) -> frozenset[str]:
    """The days that a sentence names."""
    whens = (w for w in desk.readings[parsed.report].whens if w.span and sentence.start <= w.span.start < sentence.end)
    return frozenset(w.earliest[:10] for w in whens if w.earliest and w.latest and w.earliest[:10] == w.latest[:10])


def _contrary(scenes: Scenes, a: Hour, b: Hour) -> bool:
    """Do two reports give one thing two exact hours, on one day, neither being only planned?"""
    desk = scenes.desk
    if b.span.report not in desk.related[a.span.report] or a.days and b.days and not a.days & b.days:
        return False
    gap = abs(a.minutes - b.minutes)
    rule = _kind_of(a.thing) == "rule"
    apart = min(gap, _DAY - gap) >= (_WIDE if a.loose or b.loose else _GAP) and (rule or a.ahead == b.ahead)
    fits = a.of & b.of or not (a.of and b.of)
    return bool(apart and fits) and (rule or not have_no_town_in_common(scenes, a.span.report, b.span.report))


def _hours(desk: Desk, report: str) -> Iterator[Hour]:
    parsed = desk.readings[report].parsed
    for sentence in parsed.sentences:
        text = parsed.text[sentence.start : sentence.end]
        if not HOUR.search(text) or _CHANGED.search(text):
            continue
        days = _days(desk, parsed, sentence)
        before: tuple[int, str] | None = None
        for match in HOUR.finditer(parsed.text, sentence.start, sentence.end):
            minutes, lead = minutes_of(match), parsed.text[max(sentence.start, match.start() - 24) : match.start()]
            if minutes < 0 or _ASIDE.search(lead) or ZONE.match(parsed.text, match.end()):
                continue
            chained = before and _TO.match(parsed.text[before[0] : match.start()])
            role = "until" if chained and before and before[1] == "from" else _role(lead)
            before = (match.end(), role)
            if role and (told := _thing(parsed, sentence, match, role)):
                thing, role, words, of, ahead = told
                start = match.start() - len(_LEAD.search(lead)[0])  # type: ignore[index]
                span = Span(report, min(words.start, start), max(words.end, match.end()))
                yield Hour(span, thing, role, minutes, ahead, of, days, bool(LOOSELY.search(lead)))


def minutes_of(match: re.Match[str]) -> int:
    """Minutes since midnight; -1 for a bare number word, which is no hour."""
    word = (match["w"] or "").lower()
    if word and word not in ("midi", "minuit") and "heure" not in match[0].lower():
        return -1
    hours = _NUMBERS[word] if word else int(match["n"])
    minutes = hours * 60 + int(match["m"] or match["k"] or match["c"] or 0) + _MORE[(match["more"] or "").lower()]
    late = match["late"] and minutes < _DAY // 2
    return (minutes + _DAY // 2 if late else minutes) % _DAY


def _role(lead: str) -> str:
    return (
        "from"
        if _FROM.search(lead)
        else "until"
        if _UNTIL.search(lead)
        else "at"
        if _AT.search(lead) or _ROUGH.search(lead)
        else ""
    )


def _thing(
    parsed: Parsed, sentence: Sentence, match: re.Match[str], role: str
) -> tuple[str, str, Word, frozenset[str], bool] | None:
    """What the hour is of: an act whose verb it stands by, or a thing that begins or ends, and in which role."""
    words = parsed.words[sentence.first : sentence.last]
    at = parsed.at(match.start(), match.end())[0]
    verb = _verb(parsed, at)
    if role == "at" and verb is not None and (act := _names("act").get(plain(verb.lemma))):
        return act, "at", verb, _befell(parsed, verb), _is_ahead(parsed, verb)
    if begun := _begun(parsed, words, at, verb, role):
        return begun
    for word in words:
        kind = "rule" if plain(word.lemma) in _names("rule") else "thing"
        thing = _names(kind).get(plain(word.lemma))
        if thing is None or word.pos not in ("NOUN", "PROPN", "ADJ"):
            continue
        if kind == "thing" and any(k.lower in _OTHER for k in parsed.kids(word.i)):
            continue
        if told := _of_thing(parsed, word, verb, kind, role):
            return thing, told, word, frozenset(), verb is not None and _is_ahead(parsed, verb)
    said = _says().search(parsed.text, sentence.start, sentence.end)
    if said and role == "at" and _kind_of(_said_things()[said[0].lower().replace("’", "'")]) == "thing":
        role = "from"  # "coup d'envoi à 20 h 45"
    if said and role in ("from", "until"):
        return (
            _said_things()[said[0].lower().replace("’", "'")],
            role,
            parsed.words[parsed.at(*said.span())[0]],
            frozenset(),
            False,
        )
    return None


def _begun(
    parsed: Parsed, words: Sequence[Word], at: int, verb: Word | None, role: str
) -> tuple[str, str, Word, frozenset[str], bool] | None:
    """Of what happens once, the hour at which it began: "la panne a débuté à 15 h 10", "privés de courant dès 14 h"."""
    if role not in ("at", "from"):
        return None
    events = [w for w in words if w.pos == "NOUN" and w.i < at and plain(w.lemma) in _names("event")]
    if len({_names("event")[plain(w.lemma)] for w in events}) != 1 or any(
        k.lower in _OTHER_DET for k in parsed.kids(events[0].i)
    ):
        return None
    event = events[0]
    subject = next(parsed.kids(verb.i, "nsubj"), None) if verb is not None and verb.pos == "VERB" else None
    mine = subject is not None and subject.i <= event.i <= parsed.right[subject.i]
    lone = verb is not None and verb.i == event.i
    if lone or mine and verb is not None and (role == "from" or verb.lemma.lower() in _BEGIN | _HAPPEN):
        ahead = verb is not None and _is_ahead(parsed, verb)
        return _names("event")[plain(event.lemma)], "at", event, frozenset(), ahead
    return None


def _of_thing(parsed: Parsed, word: Word, verb: Word | None, kind: str, role: str) -> str:
    """The role of an hour for a thing: by its preposition, or by a verb of which the thing is the subject."""
    if kind == "rule" and role in ("from", "until"):
        return role
    if verb is None or role == "until" and kind == "thing":
        return ""
    if not (word.i in parsed.subtree(verb.i) and word.i < verb.i):
        return ""
    subject = next(parsed.kids(verb.i, "nsubj"), None)
    if subject is None or not subject.i <= word.i <= parsed.right[subject.i]:
        return ""
    lemma = verb.lemma.lower()
    return "from" if lemma in _BEGIN else "until" if lemma in _END else ""


def _verb(parsed: Parsed, at: int) -> Word | None:
    """The verb or the noun of an act that the hour depends on; of "l'explosion a eu lieu à", the noun."""
    for above in parsed.ancestors(at):
        if above.pos == "VERB" or plain(above.lemma) in _names("act"):
            subject = next(parsed.kids(above.i, "nsubj"), None)
            named = subject is not None and plain(subject.lemma) in _names("act")
            return subject if named and above.lemma.lower() in _HAPPEN | {"lieu"} else above
    return None


def _befell(parsed: Parsed, verb: Word) -> frozenset[str]:
    subject = next(parsed.kids(verb.i, "nsubj"), None)
    if subject is None or subject.pos not in ("NOUN", "PROPN"):
        return frozenset()
    return kinds([plain(subject.lemma)]) | {"=" + plain(subject.lemma)}


def _is_ahead(parsed: Parsed, verb: Word) -> bool:
    """Is it told as still to come: a future, "prévu", "devait"?"""
    tenses = (w.feat("Tense") for w in (verb, *parsed.kids(verb.i, "aux")))
    return (
        "Fut" in tenses
        or verb.lemma in ("prévoir", "fixer", "programmer")
        or any(a.lemma == "devoir" for a in parsed.ancestors(verb.i))
    )


def _draft(desk: Desk, a: Hour, b: Hour) -> Draft | None:
    values = shown(desk, (a.span, b.span))
    title = "Heure : " + " / ".join(v.value or "" for v in values)
    return draft_values(desk, "hour", title, Difference("time", "contradicted", values))


@cache
def _names(kind: str) -> dict[str, str]:
    rows = read_table("lang/fr/hours.tsv", COLUMNS)
    return {plain(w): r["thing"] for r in rows if r["kind"] == kind for w in r.many("words")}


@cache
def _kind_of(thing: str) -> str:
    return next(r["kind"] for r in read_table("lang/fr/hours.tsv", COLUMNS) if r["thing"] == thing)


@cache
def _said_things() -> dict[str, str]:
    return {said: r["thing"] for r in read_table("lang/fr/hours.tsv", COLUMNS) for said in r.many("says")}


@cache
def _says() -> re.Pattern[str]:
    return re.compile("(?i)" + "|".join(re.escape(s).replace("'", "['’]") for s in sorted(_said_things(), key=len, reverse=True)))
