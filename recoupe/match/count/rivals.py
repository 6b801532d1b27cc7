"""One thing counted by two: "le parti revendique 10 000 participants ; la police en a compté 7 000", in one report."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recoupe.lang.nouns import actor_nouns
from recoupe.lang.plain import plain
from recoupe.match.acts.slots import compare_figures
from recoupe.match.count.measures import Quantity, quantities_of
from recoupe.match.count.measuring import measures, person_nouns
from recoupe.match.count.populations import MONEY
from recoupe.match.count.tallies import events_of, told_by, value_of
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.parse.document import Parsed
from recoupe.types import Difference, Span, Value

_MOST = 40  # times as many: no two counts of one crowd lie further apart
_NEAR = 9  # words between a verb of counting and its number
# By its forms: "revendique" is often taken for an adjective.
_COUNTING = re.compile(
    r"(?:revendiqu|compt|dénombr|recens|avanc|annonc|évoqu|parl|estim|évalu|chiffr|décompt|tabl|affirm|indiqu|assur|relev|"
    r"enregistr|ramèn|ramen|rédui|minimis|corrig|rectifi|reconna[iî]|reconnu|admet|admis|signal|rapport|donn|fai|fait|"
    r"retien|retenu|publi|maintien|jur)(?!\w*(?:ement|tion|isation)s?$)\w*"
)
_HOLDING = re.compile(r"(?i)\bs['’]en (?:tien|tenai|tint|tenu|tinr)\w*$")  # "s'en tient à 12"
_OFFICIAL = frozenset(("officiel", "gouvernemental", "ministériel"))
_ON_WHOSE_WORD = re.compile(
    r"(?i)\b(?:selon|d['’]après|pour|de source|aux dires d(?:e |es |u |['’])|à en croire|du côté d(?:e |es |u |['’])|"
    r"de l['’]avis d(?:e |es |u |['’]))\s*(?:(?:les?|la|une?|des|ses|leurs?|l['’])\s*)?(?P<who>[\w-]+)"
)
# "dix, corrige le syndicat"; "11 300 décès, publiés par l'ONU"
_SAID_BEHIND = re.compile(
    r"(?i)^(?:\s+[\w'’-]+){0,3}\s*,\s+(?P<verb>[^\W\d]+)(?:-t-(?:il|elle|on))?,?\s+(?:(?:les?|la|une?|des)\s+|l['’])(?P<who>[\w-]+)"
)
_PUT_OUT_BY = re.compile(
    r"(?i)^[^.;:\d]{0,40}?\b(?:publi|avanc|annonc|donn|communiqu|évoqu|fourn)(?:é|i)e?s?\s+par\s+(?:(?:les?|la|une?|des)\s+|l['’])?(?P<who>[\w-]+)"
)
_AGAINST = re.compile(r"(?i)\bcontre\s*$")  # "20 000 marcheurs, contre 6 000 pour la préfecture"; "pour la France" is no count
_MORE = re.compile(r"\s+autres?\b")
_ELLIPSIS = re.compile(r"(?i)[,;] (?:et |mais )?(?:(?:les?|la|une?|des) |l['’])?(?P<who>[\w-]+),? (?:à |de |plutôt )?$")
_ROUGH = re.compile(r"(?i)^\D*\b(?:dizaines|centaines|milliers?)$")
_STOP = re.compile(r"[;:.!?\n]")
# No two counts of one thing: parts, times and places set against each other.
_APART = re.compile(
    r"(?i)\b(?:dont|parmi|contre|puis|au lieu d|derni[eè]re?s?|passée?s?|précédente?s?|sur|la veille|auparavant|en (?:19|20)\d\d|"
    r"par (?:an|mois|jour)|supplémentaires?|nouveaux|nouvelles|autres?|et|ainsi que|plus tôt|plus tard)\b"
)
_TIMES = frozenset("âge an année mois semaine jour journée nuit heure minute seconde siècle fois".split())


@dataclass(frozen=True, slots=True)
class Count:
    """So many, on whose word."""

    quantity: Quantity
    who: str
    named: Span


def draft_rivals(desk: Desk) -> Iterator[Draft]:
    """One disputed matter for two numbers that a report gives on the word of two for one thing, in all reports that give them."""
    for group in _groups(desk, [pair for report in sorted(desk.readings) for pair in _pairs(desk, report)]):
        if draft := _draft(desk, group):
            yield draft


def _pairs(desk: Desk, report: str) -> Iterator[tuple[Count, Count]]:
    """The rivals of one report, each two in one sentence or in the next."""
    reading = desk.readings[report]
    by_sentence: dict[int, list[Quantity]] = {}
    for quantity in quantities_of(desk, report):
        if _is_countable(quantity):
            by_sentence.setdefault(quantity.sentence, []).append(quantity)
    for number in sorted(by_sentence):
        here = _counts(desk, reading.parsed, [*by_sentence[number], *by_sentence.get(number + 1, ())])
        for a, b in pairwise(here):
            if a.quantity.sentence == number and _are_rivals(desk, a, b):
                yield a, b


def _is_countable(quantity: Quantity) -> bool:
    return quantity.figure.unit not in _TIMES and not quantity.part and not quantity.elsewhere


def _groups(desk: Desk, pairs: Sequence[tuple[Count, Count]]) -> list[list[tuple[Count, Count]]]:
    """Rivals of several reports that count one thing and have a number in common."""
    groups: list[list[tuple[Count, Count]]] = []
    for pair in pairs:
        home = next((g for g in groups if any(_are_one(desk, pair, other) for other in g)), None)
        if home is None:
            groups.append([pair])
        else:
            home.append(pair)
    return groups


def _are_one(desk: Desk, left: tuple[Count, Count], right: tuple[Count, Count]) -> bool:
    """Do two pairs of rivals count one thing: in related reports, one measure of one kind, and at least one number of both?"""
    one, two = left[0].quantity, right[0].quantity
    if two.report not in desk.related[one.report] or (one.measure, one.unit) != (two.measure, two.unit):
        return False
    numbers = [{_number(c.quantity) for c in p} for p in (left, right)]
    return bool(numbers[0] & numbers[1])


def _number(quantity: Quantity) -> tuple[float | None, float | None]:
    return quantity.figure.low, quantity.figure.high


def _counts(desk: Desk, parsed: Parsed, quantities: Sequence[Quantity]) -> list[Count]:
    """The quantities of which the words beside them tell who counted: a verb of counting, else "selon", before or behind all."""
    out: list[Count] = []
    for n, quantity in enumerate(quantities):
        low = max(parsed.sentences[quantity.sentence].start, quantities[n - 1].figure.span.end if n else 0)
        ends = parsed.sentences[quantity.sentence].end
        high = min(ends, quantities[n + 1].figure.span.start) if n + 1 < len(quantities) else ends
        found = _by_verb(parsed, quantity, low) or _by_word(parsed, quantity, low, high, behind=_tells_behind(parsed, quantity))
        found = found or _behind(parsed, quantity, high)
        if found or out and (found := _beside(parsed, quantity, low)) or (found := _told(desk, quantity)):
            out.append(Count(quantity, _actor(desk, *found), found[1]))
    return out


def _told(desk: Desk, quantity: Quantity) -> tuple[str, Span] | None:
    """The speaker of the quotation that holds the number."""
    told = told_by(desk, quantity.figure.span)
    return (told[0], told[1][0]) if told else None


def _actor(desk: Desk, key: str, named: Span) -> str:
    """Who is named there, as the reports know them; else by the noun."""
    mentions = desk.readings[named.report].mentions
    at = bisect_right(mentions, named.start, key=lambda m: m.span.start)
    here = (m.actor for m in mentions[max(0, at - 3) : at] if m.span.start <= named.start < m.span.end)
    return next((a for a in here if a in desk.actors), key)


def _by_verb(parsed: Parsed, quantity: Quantity, low: int) -> tuple[str, Span] | None:
    """Who "en a compté 7 000": the subject of the verb of counting right before the number."""
    words = parsed.at(quantity.figure.span.start, quantity.figure.span.end)
    if not words:
        return None
    for i in range(words[0] - 1, max(-1, words[0] - _NEAR), -1):
        word = parsed.words[i]
        if word.start < low or _STOP.match(word.text):
            return None
        held = _HOLDING.search(parsed.text, low, word.end)
        if word.pos in ("VERB", "ADJ") and (held or _COUNTING.fullmatch(word.lower)):
            subject = next((k for k in parsed.kids(i, "nsubj") if k.start >= low and k.pos in ("NOUN", "PROPN")), None)
            return (_key(parsed, subject.i), Span(parsed.report, subject.start, subject.end)) if subject else None
        if word.lemma == "bilan" and word.start >= low:  # "le bilan officiel s'établit à 3 200 morts": on no other's word
            official = any(k.lemma in _OFFICIAL for k in parsed.kids(i, "amod"))
            return ("officiel", Span(parsed.report, word.start, word.end)) if official else None
    return None


def _behind(parsed: Parsed, quantity: Quantity, high: int) -> tuple[str, Span] | None:
    """Who says or put out the number that stands before: "dix, corrige le syndicat", "11 300 décès, publiés par l'ONU"."""
    start = quantity.figure.span.end
    told = _SAID_BEHIND.match(parsed.text[start:high])
    found = told if told and _COUNTING.fullmatch(told["verb"].lower()) else _PUT_OUT_BY.match(parsed.text[start:high])
    words = parsed.at(start + found.start("who"), start + found.end("who")) if found else range(0)
    if not found or not words or not _is_counter(parsed, words[0]):
        return None
    return _key(parsed, words[0]), Span(parsed.report, start + found.start("who"), start + found.end("who"))


def _beside(parsed: Parsed, quantity: Quantity, low: int) -> tuple[str, Span] | None:
    """Who counts in "…, la préfecture 4 500", "…, l'ONF à 450": the verb told before is meant again."""
    match = _ELLIPSIS.search(parsed.text, low, quantity.figure.span.start)
    words = parsed.at(match.start("who"), match.end("who")) if match else range(0)
    if not match or not words or not (_is_counter(parsed, words[0])):
        return None
    return _key(parsed, words[0]), Span(parsed.report, match.start("who"), match.end("who"))


def _tells_behind(parsed: Parsed, quantity: Quantity) -> bool:
    """Does the sentence tell its sources behind the numbers ("3 000 selon la police, 8 000 selon …")?"""
    sentence = parsed.sentences[quantity.sentence]
    first = _ON_WHOSE_WORD.search(parsed.text, sentence.start, sentence.end)
    number = re.search(r"\d|\b(?:cent|mille|millions?|milliers?)\b", parsed.text[sentence.start : sentence.end])
    return first is not None and number is not None and sentence.start + number.start() < first.start()


def _by_word(parsed: Parsed, quantity: Quantity, low: int, high: int, *, behind: bool) -> tuple[str, Span] | None:
    """Whose word the number stands on: "selon la police", in its own stretch."""
    span = quantity.figure.span
    if behind:
        found = _ON_WHOSE_WORD.search(parsed.text, span.end, high)
        between = parsed.text[span.end : found.start()] if found else ""
    else:
        matches = list(_ON_WHOSE_WORD.finditer(parsed.text, low, span.start))
        found = matches[-1] if matches else None
        between = parsed.text[found.end() : span.start] if found else ""
    if found is None or _STOP.search(between):
        return None
    words = parsed.at(found.start("who"), found.end("who"))
    known = words and _is_counter(parsed, words[0])
    return (_key(parsed, words[0]), Span(parsed.report, found.start("who"), found.end("who"))) if known else None


def _is_counter(parsed: Parsed, at: int) -> bool:
    """Can this noun count: a person, a body; "selon les cas" cannot."""
    word = parsed.words[at]
    lemma = word.lemma.lower()
    if word.pos == "PROPN" or word.text.isupper() and len(word.text) > 1:
        return True
    return lemma in actor_nouns() or lemma in person_nouns() or lemma in _BODIES


_BODIES = frozenset(
    "source police préfecture gendarmerie organisateur syndicat direction rectorat ministère autorité mairie parti association "
    "collectif gouvernement bilan cabinet institut secours hôpital intersyndicale opposition confédération fédération centrale "
    "union ong".split()
)


def _key(parsed: Parsed, at: int) -> str:
    """The noun that names who counts; "une source policière": the police."""
    lemma = parsed.words[at].lemma
    if lemma == "source":
        lemma = next((k.lemma for k in parsed.kids(at, "amod", "nmod")), lemma)
    return plain(lemma)[:6]


def _are_rivals(desk: Desk, a: Count, b: Count) -> bool:
    """Two numbers of one thing on the word of two, with nothing that sets them apart."""
    left, right = a.quantity, b.quantity
    parsed = desk.readings[left.report].parsed
    if a.who == b.who or any(_ROUGH.search(desk.text(q.figure.span)) for q in (left, right)):
        return False
    if compare_figures(left.figure, right.figure) != "disjoint" or not _one_thing(parsed, left, right):
        return False
    sizes = sorted(q.figure.low or q.figure.high or 0 for q in (left, right))
    if sizes[0] <= 0 or sizes[1] > _MOST * sizes[0]:
        return False
    between = parsed.text[left.figure.span.end : right.figure.span.start]
    against = b.named.start > right.figure.span.end and _is_common(parsed, b.named) and _AGAINST.search(between)
    if left.figure.unit == "%" and "(" in between.rpartition(")")[2]:
        return False  # "78 % (« tout à fait » pour 35 %)": a part of those before
    if left.former or right.former and not against:  # "contre 6 000" alone tells of an earlier count
        return False
    between = between[: against.start()] if against else between
    ends = parsed.sentences[right.sentence].end
    if _APART.search(_but_sources(between)) or "\n" in between.strip(" ") or _MORE.match(parsed.text, right.figure.span.end):
        return False
    return not _set_apart(desk, a, b, parsed.sentences[left.sentence].start, ends)


def _is_common(parsed: Parsed, named: Span) -> bool:
    return not parsed.text[named.start].isupper()


def _but_sources(between: str) -> str:
    """What stands between two numbers without the first "et" that only sets their sources side by side."""
    return re.sub(r"(?i)\bet (?=(?:de |à )?(?:selon|d['’]après|la |les? |l['’]|$))", "", between, count=1)


def _one_thing(parsed: Parsed, a: Quantity, b: Quantity) -> bool:
    """One unit and one plight, people of any name, or a second number that stands for the first one's noun."""
    crowd = {"", "people", "demonstrator"}
    kin = a.measure == b.measure or {a.measure, b.measure} <= crowd
    if not 0 <= b.figure.head - parsed.at(b.figure.span.start, b.figure.span.end)[-1] <= _OWN:
        kin = kin or b.measure in crowd  # no noun of its own: "l'armée parle de 15"
    alike = a.figure.unit == b.figure.unit or not b.figure.unit or {a.measure, b.measure} <= {"people", "demonstrator"}
    if not kin or not alike and (a.measure != b.measure or a.unit != b.unit or not a.measure):
        return False
    left, right = (_of_what(parsed, q) for q in (a, b))
    if a.figure.unit in MONEY and not _ESTIMATED.search(parsed.text, parsed.sentences[a.sentence].start, b.figure.span.start):
        return False  # a sum asked is no sum offered
    return a.figure.unit not in _SHARED_UNITS or left[0] == right[0] and not (left[1] and right[1] and not left[1] & right[1])


_ESTIMATED = re.compile(r"(?i)\b(?:estim|évalu|chiffr|coût)")
_OWN = 4  # words that a number's own noun may stand behind it
_SHARED_UNITS = MONEY | {"%", "hectare", "tonne", "kilo", "litre", "mètre", "kilomètre"}
_COUNT_NOUNS = frozenset(("chiffre", "nombre", "total", "bilan", "montant", "somme", "taux", "ordre"))


def _of_what(parsed: Parsed, quantity: Quantity) -> tuple[str, frozenset[str]]:
    """What has so much of a unit that many things have: the noun that holds it ("une hausse de"), those that hang on it."""
    head = quantity.figure.head
    if not 0 <= head < len(parsed.words):
        return "", frozenset()
    above = parsed.words[parsed.words[head].head]
    held = parsed.words[head].dep.startswith("nmod") and above.pos == "NOUN" and above.start < quantity.figure.span.start
    below = frozenset(k.lemma.lower() for k in parsed.kids(head, "nmod") if k.i > head and k.pos == "NOUN")
    return above.lemma.lower() if held and above.lemma not in _COUNT_NOUNS else "", below


def _set_apart(desk: Desk, a: Count, b: Count, start: int, end: int) -> bool:
    """Is each number told of a place, a day or a person of its own?"""
    middle, report = a.quantity.figure.span.end, a.named.report
    halves = (Span(report, start, middle), Span(report, middle, end))
    places = [set(desk.places_in(half)) for half in halves]
    whens = [{w.value for w in desk.readings[report].whens if w.span and _in(w.span, half)} for half in halves]
    taken = {n.start for n in (a.named, b.named)}
    persons = [
        {m.actor for m in desk.readings[report].mentions if m.form == "name" and m.span.start not in taken and _in(m.span, half)}
        for half in halves
    ]
    return any(left and right and not left & right for left, right in (places, whens, persons))


def _in(span: Span, half: Span) -> bool:
    return half.start <= span.start < half.end


def _draft(desk: Desk, group: Sequence[tuple[Count, Count]]) -> Draft | None:
    """The matter of the numbers, with other reports that give one of them as the count of the same, on whose word ever."""
    first, second = (c.quantity for c in group[0])
    told = {c.quantity.report: None for pair in group for c in pair}
    numbers = {_number(c.quantity) for pair in group for c in pair}
    others = [
        q
        for report in sorted({r for known in told for r in desk.related[known]} - told.keys())
        for q in quantities_of(desk, report)
        if first.measure and q.measure == first.measure and q.unit == first.unit and _is_countable(q) and _number(q) in numbers
    ]
    values = [_value(desk, c) for pair in group for c in pair] + [value_of(desk, q) for q in others]
    name = measures()[first.measure][0] if first.measure in measures() else "Nombre"
    title = f"{name} : {' / '.join(value_of(desk, q).value or '' for q in (first, second))}"
    events = events_of(desk, [*(c.quantity for pair in group for c in pair), *others])
    return draft_values(desk, "rivals", title, Difference("figure", "wording", in_order(values)), events=events, disputed=True)


def _value(desk: Desk, count: Count) -> Value:
    """The number with the words that name who counted."""
    value = value_of(desk, count.quantity)
    return Value(value.report, value.value, (*value.evidence, count.named))
