"""With what it was done: a tool, weapon or vehicle that several reports name ("par une nacelle", "le camion-nacelle")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from recoupe.lang.frames import noun_classes
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.afar import may_be_others
from recoupe.match.acts.governing import keys_of
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown
from recoupe.parse.document import Parsed, Word
from recoupe.types import Difference, Span

_GENERAL = frozenset(
    "arme armement équipement matériel téléphone carte clé courrier lettre message caméra ordinateur véhicule système".split()
)
_BY = frozenset("par avec dans sur à en grâce au moyen aide bord".split())  # what makes a thing the means of an act
_WITH = frozenset("par avec grâce moyen aide".split())  # those that tell no place
_ABOARD = frozenset(
    "être trouver monter descendre embarquer débarquer voyager rester demeurer".split()
)  # that is where, not with what
_AROUND = frozenset(("amod", "nmod", "case", "det", "flat", "flat:name", "compound"))


def draft_tools(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each means that two related reports or more name, and that one at least tells as the means of an act."""
    named: dict[str, dict[str, list[tuple[Word, bool]]]] = defaultdict(lambda: defaultdict(list))
    for report in sorted(desk.readings):
        parsed, named_so = desk.readings[report].parsed, _names(desk, report)
        for word in (w for w in parsed.words if w.i not in named_so):
            for noun in _tools(word):
                named[noun][report].append((word, _is_means(parsed, word)))
    drafts = [d for noun in sorted(named) if len(named[noun]) > 1 and (d := _draft(desk, noun, named[noun]))]
    found: dict[tuple[tuple[str, int], ...], Draft] = {}  # "camion à nacelle" is one means, not a lorry and a lift
    for draft in sorted(drafts, key=lambda d: (-len(d.title), d.title)):
        found.setdefault(tuple((v.report, v.evidence[0].start) for v in draft.differences[0].values), draft)
    return tuple(found.values())


def _names(desk: Desk, report: str) -> frozenset[int]:
    """The words of names: "Pierre Aubin" is no stone."""
    reading = desk.readings[report]
    whole = (m.span for m in reading.mentions if m.form == "name")
    return frozenset(i for s in whole for i in reading.parsed.at(s.start, s.end) if reading.parsed.words[i].text[:1].isupper())


def _tools(word: Word) -> Iterator[str]:
    """The tools a noun names: itself, or a part of it ("camion-nacelle")."""
    if word.pos not in ("NOUN", "PROPN"):
        return
    lemma = word.lemma.lower()
    for part in dict.fromkeys((lemma, *lemma.split("-"))):
        if part in _nouns():
            yield part


@cache
def _nouns() -> frozenset[str]:
    rows = read_table("lang/fr/means.tsv", ("class", "nouns", "example"))
    tools = {noun for row in rows if row["class"] == "tool" for noun in row.many("nouns")}
    return frozenset(tools | {noun for noun, classes in noun_classes().items() if "weapon" in classes}) - _GENERAL


def _is_means(parsed: Parsed, word: Word) -> bool:
    """ "par une nacelle", "dans un camion à nacelle", "à la disqueuse"; not "se trouvaient à bord de l'avion"."""
    above = parsed.words[word.head] if word.dep == "nmod" and parsed.words[word.head].pos == "NOUN" else word
    return any(
        w.dep.split(":")[0] == "obl"
        and any(k.lower in (_WITH if parsed.words[w.head].lemma in _ABOARD else _BY) for k in parsed.kids(w.i, "case"))
        for w in (word, above)
    )


def _is_wrecked(parsed: Parsed, word: Word) -> bool:
    """Does it come to grief itself, without another that it hits: "l'avion s'est écrasé", "le bateau a chaviré"?"""
    if not word.dep.startswith("nsubj"):
        return False
    verb = parsed.words[word.head]
    return "$wreck" in keys_of(plain(verb.lemma)) and not any(k.dep == "obj" and k.pos != "PRON" for k in parsed.kids(verb.i))


def _draft(desk: Desk, noun: str, named: dict[str, list[tuple[Word, bool]]]) -> Draft | None:
    reports = [r for r in sorted(named) if any(o != r and o in desk.related[r] and not desk.are_days_apart(o, r) for o in named)]
    if len(reports) < 2 or sum(any(means for _, means in named[r]) for r in reports) < 1:
        return None
    if 2 * sum(any(_acts(desk, r, word) for word, _ in named[r]) for r in reports) > len(reports):
        return None  # what the affair is about, not with what it was done
    if any(_is_wrecked(desk.readings[r].parsed, word) for r in reports for word, _ in named[r]):
        return None
    spans = []
    for report in reports:
        word = next((w for w, means in named[report] if means), named[report][0][0])
        span = _phrase(desk.readings[report].parsed, word)
        if desk.is_furniture(span):
            return None
        spans.append(span)
    if any(may_be_others(desk, a, b) for a, b in combinations(spans, 2)):
        return None
    values = shown(desk, spans)
    title = f"Moyen : {max((v.value or '' for v in values), key=lambda t: (len(t), t))}"
    return draft_values(desk, "means", title, Difference("instrument", "same", values))


def _acts(desk: Desk, report: str, word: Word) -> bool:
    """Does it act or undergo, as the train of a derailment does?"""
    return word.dep.split(":")[0] in ("nsubj", "root") and any(
        desk.text(s) and s.start <= word.start < s.end
        for e in desk.by_sentence.get((report, word.sent), ())
        for s in (*e.slots.doer_spans, *e.slots.undergoer_spans)
        if e.frame not in ("GENERIC", "OTHER")
    )


def _phrase(parsed: Parsed, word: Word) -> Span:
    """The noun with what stands close to it: article, adjective, "à nacelle" with its "camion"."""
    head = (
        parsed.words[word.head]
        if word.dep == "nmod" and parsed.words[word.head].pos == "NOUN" and word.i - word.head <= 3
        else word
    )
    words = parsed.words
    first, last = head.i, max(head.i, word.i)
    while last + 2 < len(words) and words[last + 1].text == "-" and words[last + 1].start == words[last].end:
        last += 2  # "camion-nacelle" in three words
    while first >= 2 and words[first - 1].text == "-" and words[first - 1].end == words[first].start:
        first -= 2
    for kid in parsed.kids(words[first].i):
        if kid.dep == "det" and kid.i < first:
            first = kid.i
        elif kid.dep == "amod" and kid.i == last + 1:
            last = kid.i
    return Span(parsed.report, parsed.words[first].start, parsed.words[last].end)
