"""In which town a thing stands: "le siège de la police à Saratov" in one report, "le siège de la police à Samara" in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.families import act_words, word_families
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown
from recoupe.match.where.journeys import NAME
from recoupe.types import Difference, Span

COLUMNS = ("kind", "heads", "example")


@dataclass(frozen=True, slots=True)
class Seat:
    """This thing, by its words, stands in this town."""

    span: Span
    town: str
    words: frozenset[str]
    acts: frozenset[str]
    exact: bool  # it is told whose it is: "le quartier général de l'armée"


def draft_seats(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each thing, called alike, that two reports put in two towns."""
    found: dict[str, dict[str, list[Seat]]] = defaultdict(lambda: defaultdict(list))
    for report in sorted(desk.readings):
        if len(desk.related[report]) > 1:
            for thing, seat in _seats(desk, report):
                found[thing][report].append(seat)
    out: list[Draft] = []
    for thing in sorted(found):
        lone = [seats[0] for _, seats in sorted(found[thing].items()) if len({s.town for s in seats}) == 1]
        pair = next(((a, b) for i, a in enumerate(lone) for b in lone[i + 1 :] if _contrary(desk, a, b)), None)
        if pair:
            values = shown(desk, [s.span for s in pair])
            title = "Lieu : " + " / ".join(v.value or "" for v in values)
            draft = draft_values(desk, "seat", title, Difference("place", "contradicted", values))
            out += [draft] if draft else []
    return tuple(out)


def _seats(desk: Desk, report: str) -> Iterator[tuple[str, Seat]]:
    parsed = desk.readings[report].parsed
    for match in _seat().finditer(parsed.text):
        named = NAME.match(parsed.text, match.end())
        at = parsed.at(match.start(), match.end())
        if not named or not at or not desk.is_place(report, named.start(1)):
            continue
        sentence = parsed.sentence_of(at[0])
        inside = range(match.start(), named.end())
        held = (w for w in parsed.words[sentence.first : sentence.last] if w.start not in inside)
        words = frozenset(plain(w.lemma) for w in held if w.pos in ("NOUN", "VERB", "PROPN", "ADJ"))
        words -= news_words() | function_words()
        acts = frozenset(a for w in words for a in (*act_words(w), *word_families(w)))
        yield (
            plain(match["np"]),
            Seat(
                Span(report, match.start("np"), named.end(1)),
                plain(named[1]),
                words,
                acts,
                " de" in match["np"] or " du " in match["np"],
            ),
        )


def _contrary(desk: Desk, a: Seat, b: Seat) -> bool:
    """Two towns, neither named by the other report, in sentences that tell one thing."""
    one, two = a.span.report, b.span.report
    if one == two or two not in desk.related[one] or a.town == b.town or a.town in b.town or b.town in a.town:
        return False
    known = desk.knows_place(one, b.town) or desk.knows_place(two, a.town)
    return not known and bool(a.exact or a.words & b.words or a.acts & b.acts)


@cache
def _seat() -> re.Pattern[str]:
    """ "le quartier général de l'armée à"."""
    rows = read_table("lang/fr/seats.tsv", COLUMNS)
    heads = "|".join(sorted((re.escape(h) for r in rows for h in r.many("heads")), key=lambda h: (-len(h), h)))
    return re.compile(
        rf"(?i)(?<![\w’'-])(?:le|la|l['’]|du|au|leur|son|sa) ?(?P<np>(?:{heads})(?: [a-zà-ÿ-]{{3,}}){{0,2}}?"
        r"(?: (?:de la |de l['’]|du |des |de |d['’])[a-zà-ÿ-]{3,}(?: [a-zà-ÿ-]{4,})?)?) (?P<at>à) "
    )
