"""What a figure measures, so that "115 tués", "115 morts" and "115 personnes ont péri" are one quantity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from recoupe.lang.countries import demonyms
from recoupe.match.count.measuring import COMES_TO, PEOPLE, PERSONS, by_unit, find_measure, measures, person_nouns
from recoupe.match.count.populations import MONEY, find_populations
from recoupe.match.count.recalled import Around, counted_elsewhere, is_former, is_part, look_around
from recoupe.match.desk import Desk
from recoupe.match.readings import Reading
from recoupe.parse.document import Parsed
from recoupe.types import Figure

_GRAVE = re.compile(
    r"(?i)\b(?:état (?:très |jugé |absolument )?(?:grave|critique|sérieux)|"
    r"gri[èe]vement|urgence absolue|pronostic vital|gravement)"
)
_BACK = 3  # figures between a count and the next word about it
_BILL = re.compile(r"(?i)\W*(?:la facture|l['’]ardoise|la note|les dégâts|le préjudice|le coût des dégâts)\b[^.;\d]*$")
_PRESUMED = re.compile(r"(?i)\b(?:présumée?s|tenue?s pour|considérée?s comme|déclarée?s) mort")
_SOME_SCALE = re.compile(r"(?i)(?:plusieurs|quelques|des) (?:dizaines|centaines|milliers|millions|milliards)")
# "une ville de 40 000 habitants", "Mocoa (40 000 habitants)": those who live there, whatever befell them.
_INHABITED = re.compile(
    r"(?i)(?:\($|\b(?:ville|commune|village|bourg|bourgade|cité|capitale|métropole|agglomération|quartier|île|pays|région|localité|"
    r"compte|peuplée?)\b[^.;:\d]{0,20}$)"
)
_SUM = 1e6  # "le pont coûtera 1,9 milliard": such a number without a noun is a sum of money
_SIGNS = {"€": "euro", "$": "dollar", "£": "livre"}
# "sur 431 salariés, 287", "la moitié des 212 communes": all of them.
_OF = re.compile(
    r"(?i)(?:(?:^|[\n.,;:«(] ?)sur (?:les |ses |leurs )?|\b(?:moitié|tiers|quarts?|majorité|plupart|partie|aucune?|une?|deux|"
    r"trois|quatre|cinq|six|sept|huit|neuf|dix|\d+) des )$"
)
_MEASURED = frozenset(("burnt", "flooded", "damage", "bonus", "collected"))  # their numbers keep the unit they are measured in
_HURT = frozenset(("injured", "hospitalised", "survivor"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure with what it measures. `part` = a subset ("dont 4"); `former` = told as an earlier count."""

    figure: Figure
    report: str
    measure: str
    unit: str  # the narrower kind counted ("enfant"), "" for people or things at large
    part: bool
    grave: bool
    former: bool
    context: frozenset[str]
    sentence: int
    roles: frozenset[str] = frozenset()  # kinds of sum: "fine", "claim"
    elsewhere: str = ""  # "other": of another happening ("un autre feu"); "many": of several ("depuis janvier", "par an")

    @property
    def key(self) -> tuple[str, str, bool]:
        """Figures with one key measure one quantity, if they speak of one happening."""
        return (self.measure, self.unit, self.grave)


def quantities_of(desk: Desk, report: str) -> tuple[Quantity, ...]:
    """The quantities of a report on the desk, found once."""
    if report not in desk.quantities:
        desk.quantities[report] = find_quantities(desk.readings[report])
    return desk.quantities[report]


def find_quantities(reading: Reading) -> tuple[Quantity, ...]:
    """Each figure of a report with what it measures, in order of the text."""
    parsed = reading.parsed
    out: list[Quantity] = []
    for figure in sorted(reading.figures, key=lambda f: (f.span, f.id)):
        out.append(_quantity(parsed, figure, out))
    return tuple(out)


def _quantity(parsed: Parsed, figure: Figure, earlier: Sequence[Quantity]) -> Quantity:
    around = look_around(parsed, figure)
    previous = earlier[-1] if earlier and earlier[-1].sentence == around.sentence else None
    part = is_part(around)
    measure, unit = _of_whole(previous, figure, part, *find_measure(parsed, figure, around.near))
    if figure.low is not None and 0 < figure.low < 1 and measure in measures():
        measure, unit = "", ""  # "un tiers des décès"
    grave = bool(_GRAVE.search(re.split(r"[,;:.\d]", around.tail)[0]))
    if grave and measure in ("", PEOPLE, "hospitalised"):
        measure = "injured"
    if grave and (part or around.tail.lstrip().startswith(("d'entre", "d’entre"))):
        unit = ""  # "neuf d'entre eux": of those hurt, whatever noun came before
    if part and unit and measure in _HURT:
        measure = "injured"  # "29 hospitalisés, dont deux enfants", "29 blessés, dont trois enfants"
    roles = frozenset[str]()
    if measure in ("", PEOPLE, "object") and not _OF.search(around.before):
        if not figure.unit and (figure.low or figure.high or 0) >= _SUM:
            unit = _currency(parsed)
            figure = replace(figure, unit=unit)
        measure, unit, roles = _population(parsed, figure, measure, unit)
    if not measure and (before_it := next((q for q in reversed(earlier[-_BACK:]) if q.figure.unit == figure.unit), None)):
        if _goes_on(parsed, before_it, around.words):
            measure, unit, roles = before_it.measure, before_it.unit, frozenset()
    measure, unit = _narrow(parsed, figure, around, measure, unit)
    context = _context(parsed, around.words[0] if around.words else 0)
    former, other = is_former(parsed, figure, around), counted_elsewhere(parsed, around)
    figure = _rounded(parsed, figure)
    return Quantity(figure, parsed.report, measure, unit, part, grave, former, context, around.sentence, roles, other)


def _of_whole(previous: Quantity | None, figure: Figure, part: bool, measure: str, unit: str) -> tuple[str, str]:
    """ "132 blessés, dont 48 en danger": the part counts what the whole counts."""
    if not previous or not part and figure.unit:
        return measure, unit
    known = previous.measure not in ("", PEOPLE)
    if measure in ("", PEOPLE) and unit in ("", previous.unit):
        return previous.measure if known or not measure else measure, unit
    return (previous.measure, unit) if part and not measure else (measure, unit)


def _population(parsed: Parsed, figure: Figure, measure: str, unit: str) -> tuple[str, str, frozenset[str]]:
    """What the table of populations tells of a count without a measure: hectares burnt, a sum claimed."""
    people = measure != "object" and (measure == PEOPLE or not unit or unit in person_nouns())
    told = find_populations(parsed, figure, people=people)
    if not told and figure.unit in MONEY and _billed(parsed, figure):
        return "damage", unit, frozenset()
    roles = frozenset(p.name for p in told if p.way == "role")
    named = next((p for p in told if p.way != "role"), None)
    if not named or "claim" in roles:
        return measure, unit, roles
    return named.name, unit if named.name in _MEASURED else "", frozenset()


def _billed(parsed: Parsed, figure: Figure) -> bool:
    """ "La facture est connue : la ville évoque cinq millions": the sum is that of the bill told at the head of its sentence."""
    words = parsed.at(figure.span.start, figure.span.end)
    sentence = parsed.sentence_of(words[0]) if words else None
    return sentence is not None and bool(_BILL.match(parsed.text[sentence.start : figure.span.start]))


def _narrow(parsed: Parsed, figure: Figure, around: Around, measure: str, unit: str) -> tuple[str, str]:
    """The measure that the words beside the figure leave of a wider one."""
    if unit == "" and figure.unit == "habitant" and _INHABITED.search(around.before):
        measure = "inhabitant"
    if measure == "missing" and _PRESUMED.search(around.near):
        measure = "presumed"
    if measure in ("arrested", "custody", "rebel") and (unit in person_nouns() or by_unit().get(unit) in PERSONS):
        unit = ""  # supporters or persons: all who were arrested
    if measure and unit == "" and 0 <= figure.head < len(parsed.words) - 1:
        behind = parsed.words[figure.head + 1]
        unit = behind.lemma.lower() if behind.lower in demonyms() else ""  # "37 passagers turcs": a part of the passengers
    return measure, unit


def _goes_on(parsed: Parsed, previous: Quantity, words: range) -> bool:
    """ "La cagnotte dépassait 75 000 euros. Elle s'élève à 115 000 euros": the count told just before, under a pronoun."""
    if previous.measure in ("", PEOPLE) or not words:
        return False
    if parsed.words[words[0]].sent - previous.sentence not in (0, 1):
        return False
    verb = next((w for w in parsed.ancestors(words[-1]) if w.pos == "VERB"), None)
    subjects = parsed.kids(verb.i, "nsubj", "expl") if verb and verb.lemma in COMES_TO else iter(())
    return any(k.lower in ("il", "elle", "ils", "elles") for k in subjects)


def _currency(parsed: Parsed) -> str:
    """The one currency that a report names; "sum" when it names none or several: whichever the other reports name."""
    found = {w.lemma.lower() for w in parsed.words if w.lemma.lower() in MONEY} | {
        v for k, v in _SIGNS.items() if k in parsed.text
    }
    return next(iter(found)) if len(found) == 1 else "sum"


def _rounded(parsed: Parsed, figure: Figure) -> Figure:
    """A round number in words ("les deux mille évacués") is no exact count."""
    words = parsed.text[figure.span.start : figure.span.end]
    if figure.bound == "at_least" and figure.low and _SOME_SCALE.match(words):  # "plusieurs milliers": two to nine of them
        return replace(figure, high=figure.low * 4.5, bound="between")
    whole = figure.bound == "exact" and figure.unit not in MONEY and figure.low is not None
    if whole and figure.low and figure.low >= 100 and figure.low % 100 == 0 and not any(c.isdigit() for c in words):
        return replace(figure, bound="about")
    return figure


def _context(parsed: Parsed, first: int) -> frozenset[str]:
    """Content lemmas and names of the sentence: what the number is told of."""
    sentence = parsed.sentence_of(first)
    return frozenset(
        w.lemma.lower()
        for w in parsed.words[sentence.first : sentence.last]
        if w.pos in ("NOUN", "PROPN", "VERB", "ADJ") and len(w.lemma) > 2
    )
