"""What a figure measures, so that "115 tués", "115 morts" and "115 personnes ont péri" are one quantity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from recoupe.find.figures import CHANGED
from recoupe.lang.countries import demonyms
from recoupe.lang.nouns import actor_nouns
from recoupe.lang.tables import read_table
from recoupe.match.desk import Desk
from recoupe.match.plights import find_plight
from recoupe.match.populations import MONEY, find_populations, populations, things_counted
from recoupe.match.readings import Reading
from recoupe.parse.document import Parsed, Word
from recoupe.types import Figure

COLUMNS = ("measure", "units", "verbs", "says", "moves", "title", "example")
_PEOPLE = "people"
_COMES_TO = frozenset(
    "passer monter grimper élever atteindre porter alourdir établir tomber redescendre descendre dépasser ramener réduire "
    "abaisser chuter augmenter limiter fixer".split()
)
_COUNT_NOUNS = frozenset("nombre bilan total chiffre décompte".split())
_GRAVE = re.compile(
    r"(?i)\b(?:état (?:très |jugé |absolument )?(?:grave|critique|sérieux)|"
    r"gri[èe]vement|urgence absolue|pronostic vital|gravement)"
)
_ABOARD = re.compile(r"(?i)(?:à (?:son |leur )?bord|transportait|transportant|embarqu)")
_LIFE = re.compile(r"(?i)(?:coût|cout|perd|ôt|enlev|fauch)\w* la vie|trouv\w+ la mort|laiss\w+ la vie")
_DONT = re.compile(r"(?i)\b(?:dont|parmi (?:lesquel\w+|eux|elles)|y compris|parmi)\s+(?:au moins |plus de |près de |environ )?$")
_AMONG = re.compile(
    r"(?i)^ (?:d['’]entre )?(?:des|de ces|de ses|de leurs) "
    r"(?:\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|cent)"
)
_BACK = 3  # figures between a count and the next word about it
_MORE = re.compile(
    r"(?i) (?:nouveaux|nouvelles) |(?: \w+)? (?:supplémentaires?|de plus\b|en plus\b|additionnels?|additionnelles?)"
)
# What has been done for some of the dead so far: their number is no toll.
_SOME_OF = re.compile(r"(?i)\b(?:identifiée?s|autopsiée?s|inhumée?s|enterrée?s|rapatriée?s|formellement reconnue?s)\b")
_ALONE = re.compile(r"(?i)\b(?:la|le|les) seule?s? \w+|\brien qu['’]")  # "la seule province d'Al Haouz déplore"
_FORMER = re.compile(
    r"(?i)\b(?:d'abord|d’abord|auparavant|précédent\w*|plus tôt|jusque-là|jusqu'ici|au départ|"
    r"initialement|dans un premier temps|puis de|la veille)\b|\b(?:contre|au lieu de)[^,;:\d]*$"
    r"|\bet non (?:pas |plus )?(?:les? )?$"
)

# After the number these tell its own time; "contre" and "au lieu de" there lead to the other number.
_EARLIER = re.compile(r"(?i)\b(?:plus tôt|jusque-là|jusqu'ici|au départ|initialement|dans un premier temps|la veille)\b")
_SPEED = re.compile(
    r"(?i)^\s*(?:km\s?/\s?h|kilomètres?[- ](?:heure|à l['’]heure|par heure)|nœuds?\b|mètres? (?:par|à la) seconde)"
)
# Only of these is one speed told at one time; a wind has many.
_VEHICLES = frozenset(
    "train rame convoi tgv ter locomotive voiture véhicule car bus autocar autobus camion poids-lourd moto scooter avion "
    "appareil hélicoptère bateau navire ferry vedette planeur tramway métro automobiliste conducteur chauffeur motard "
    "pilote".split()
)
_WINDS = frozenset("vent rafale bourrasque tempête tornade ouragan cyclone tourbillon".split())
_LIMIT = re.compile(r"(?i)\blimit\w+ (?:de vitesse )?(?:est |était )?(?:fixée )?(?:à|de)\s*$|\bau lieu (?:de|des)\s*$")


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


@cache
def measures() -> dict[str, tuple[str, bool]]:
    """Title of each measure and whether its number moves with the news."""
    named = {p.name: (p.title, p.way == "moves") for p in populations().values() if p.way != "role"}
    return named | {row["measure"]: (row["title"], row["moves"] == "yes") for row in _rows()}


@cache
def _rows() -> tuple:  # type: ignore[type-arg]
    return read_table("lang/fr/measures.tsv", COLUMNS)


@cache
def _by_unit() -> dict[str, str]:
    return {unit: row["measure"] for row in _rows() for unit in row.many("units")}


@cache
def _by_verb() -> dict[str, str]:
    return {verb: row["measure"] for row in _rows() for verb in row.many("verbs")}


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


@dataclass(frozen=True, slots=True)
class _Around:
    """The words of its sentence before and after a figure."""

    words: range  # the figure's own
    sentence: int
    start: str  # from the beginning of the sentence
    before: str  # the nearest ones
    tail: str
    near: str  # the nearest ones behind it, up to the next number or mark


def _around(parsed: Parsed, figure: Figure) -> _Around:
    words = parsed.at(figure.span.start, figure.span.end)
    sentence = parsed.words[words[0] if words else 0].sent if parsed.words else -1
    bounds = parsed.sentences[sentence]
    tail = parsed.text[figure.span.end : min(bounds.end, figure.span.end + 60)]
    return _Around(
        words,
        sentence,
        parsed.text[bounds.start : figure.span.start],
        parsed.text[max(bounds.start, figure.span.start - 40) : figure.span.start],
        tail,
        re.split(r"[,;:.]| et (?=\d|un |deux |trois )", tail)[0],
    )


def _quantity(parsed: Parsed, figure: Figure, earlier: Sequence[Quantity]) -> Quantity:
    around = _around(parsed, figure)
    previous = earlier[-1] if earlier and earlier[-1].sentence == around.sentence else None
    part = bool(_DONT.search(around.before) or _AMONG.match(around.tail) or _ALONE.search(around.start))
    part = part or bool(_SOME_OF.search(around.near))
    measure, unit = _of_whole(previous, figure, part, *_measure(parsed, figure, around.near))
    grave = bool(_GRAVE.search(re.split(r"[,;:.\d]", around.tail)[0]))
    if grave and measure in ("", _PEOPLE, "hospitalised"):
        measure = "injured"
    if grave and (part or around.tail.lstrip().startswith(("d'entre", "d’entre"))):
        unit = ""  # "neuf d'entre eux": of those hurt, whatever noun came before
    if part and unit and measure in _HURT:
        measure = "injured"  # "29 hospitalisés, dont deux enfants", "29 blessés, dont trois enfants"
    roles = frozenset[str]()
    if measure in ("", _PEOPLE, "object") and not _OF.search(around.before):
        if not figure.unit and (figure.low or figure.high or 0) >= _SUM:
            unit = _currency(parsed)
            figure = replace(figure, unit=unit)
        measure, unit, roles = _population(parsed, figure, measure, unit)
    if not measure and (before_it := next((q for q in reversed(earlier[-_BACK:]) if q.figure.unit == figure.unit), None)):
        if _goes_on(parsed, before_it, around.words):
            measure, unit, roles = before_it.measure, before_it.unit, frozenset()
    measure, unit = _narrow(parsed, figure, around, measure, unit)
    context = _context(parsed, around.words[0] if around.words else 0)
    former, other = _is_former(parsed, figure, around), _elsewhere(parsed, around)
    figure = _rounded(parsed, figure)
    return Quantity(figure, parsed.report, measure, unit, part, grave, former, context, around.sentence, roles, other)


def _of_whole(previous: Quantity | None, figure: Figure, part: bool, measure: str, unit: str) -> tuple[str, str]:
    """ "132 blessés, dont 48 en danger": the part counts what the whole counts."""
    if not previous or not part and figure.unit:
        return measure, unit
    known = previous.measure not in ("", _PEOPLE)
    if measure in ("", _PEOPLE) and unit in ("", previous.unit):
        return previous.measure if known or not measure else measure, unit
    return (previous.measure, unit) if part and not measure else (measure, unit)


def _population(parsed: Parsed, figure: Figure, measure: str, unit: str) -> tuple[str, str, frozenset[str]]:
    """What the table of populations tells of a count without a measure: hectares burnt, a sum claimed."""
    told = find_populations(parsed, figure, people=measure == _PEOPLE or not unit or unit in person_nouns())
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


_BILL = re.compile(r"(?i)\W*(?:la facture|l['’]ardoise|la note|les dégâts|le préjudice|le coût des dégâts)\b[^.;\d]*$")
_DEATHS = re.compile(r"(?i)\b(?:morts?|tuée?s?|décès|victimes?|décédée?s?|péri)\b")


def _narrow(parsed: Parsed, figure: Figure, around: _Around, measure: str, unit: str) -> tuple[str, str]:
    """The measure that the words beside the figure leave of a wider one."""
    if unit == "" and figure.unit == "habitant" and _INHABITED.search(around.before):
        measure = "inhabitant"
    if measure == "missing" and _PRESUMED.search(around.near):
        measure = "presumed"
    if measure in ("arrested", "custody", "rebel") and (unit in person_nouns() or _by_unit().get(unit) in _PERSONS):
        unit = ""  # supporters or persons: all who were arrested
    if measure and unit == "" and 0 <= figure.head < len(parsed.words) - 1:
        behind = parsed.words[figure.head + 1]
        unit = behind.lemma.lower() if behind.lower in demonyms() else ""  # "37 passagers turcs": a part of the passengers
    return measure, unit


def _is_former(parsed: Parsed, figure: Figure, around: _Around) -> bool:
    """Is it told as an earlier count?"""
    if _FORMER.search(_since_but(around.before)) or _EARLIER.search(around.near):
        return True
    return _is_denied(around.before, around.tail) or _is_left(parsed, figure, around.tail)


def _elsewhere(parsed: Parsed, around: _Around) -> str:
    """ "many" for what is counted over several happenings, "other" for another one's count."""
    if _MANY_TIMES.search(around.start) or _RATE.match(around.tail):
        return "many"
    if _OF_ANOTHER.search(around.start):
        return "other"
    return "other" if _another(parsed, around.words) or _MORE.match(around.tail) else ""


def _goes_on(parsed: Parsed, previous: Quantity, words: range) -> bool:
    """ "La cagnotte dépassait 75 000 euros. Elle s'élève à 115 000 euros": the count told just before, under a pronoun."""
    if previous.measure in ("", _PEOPLE) or not words:
        return False
    if parsed.words[words[0]].sent - previous.sentence not in (0, 1):
        return False
    verb = next((w for w in parsed.ancestors(words[-1]) if w.pos == "VERB"), None)
    subjects = parsed.kids(verb.i, "nsubj", "expl") if verb and verb.lemma in _COMES_TO else iter(())
    return any(k.lower in ("il", "elle", "ils", "elles") for k in subjects)


def _since_but(before: str) -> str:
    """The words before a figure from the last "mais" on: "pas 30, cru d'abord, mais 70" says d'abord of the first."""
    return re.split(r"(?i)\bmais\b", before)[-1]


def _is_denied(before: str, tail: str) -> bool:
    """The first number of "pas 60 000 tonnes, …, mais 48 200": denied for another."""
    return bool(_NOT.search(before) and _BUT.match(tail))


def _is_left(parsed: Parsed, figure: Figure, tail: str) -> bool:
    """The state before a change: "ramené de 287 à 143"."""
    low = parsed.text[max(0, figure.span.start - 20) : figure.span.start].lower()
    return low.endswith("de ") and bool(CHANGED.search(low[:-3])) and bool(re.match(r"[^.;:]{0,24}? à \w", tail))


_NOT = re.compile(r"(?i)\b(?:pas|non)\b[^.;:\d]{0,24}$")
_BUT = re.compile(
    r"(?i)[^.;:\d]{0,60}?\bmais (?:bien |plutôt |plus de |près de |environ |de |à |d['’])*"
    r"(?:\d|\w+ (?:mille|cents?|millions?|milliards?))"
)
_PRESUMED = re.compile(r"(?i)\b(?:présumée?s|tenue?s pour|considérée?s comme|déclarée?s) mort")
_SOME_SCALE = re.compile(r"(?i)(?:plusieurs|quelques|des) (?:dizaines|centaines|milliers|millions|milliards)")
# "une ville de 40 000 habitants", "Mocoa (40 000 habitants)": those who live there, whatever befell them.
_INHABITED = re.compile(
    r"(?i)(?:\($|\b(?:ville|commune|village|bourg|bourgade|cité|capitale|métropole|agglomération|quartier|île|pays|région|localité|"
    r"compte|peuplée?)\b[^.;:\d]{0,20}$)"
)
_SUM = 1e6  # "le pont coûtera 1,9 milliard": such a number without a noun is a sum of money
_SIGNS = {"€": "euro", "$": "dollar", "£": "livre"}


def _currency(parsed: Parsed) -> str:
    """The one currency that a report names; "sum" when it names none or several: whichever the other reports name."""
    found = {w.lemma.lower() for w in parsed.words if w.lemma.lower() in MONEY} | {
        v for k, v in _SIGNS.items() if k in parsed.text
    }
    return next(iter(found)) if len(found) == 1 else "sum"


_MANY_TIMES = re.compile(
    r"(?i)\bdepuis (?:le début|la création|l['’]an|l['’]année|(?:début |fin |mi-)?(?:janvier|février|mars|avril|mai|juin|juillet|"
    r"août|septembre|octobre|novembre|décembre)|\d{4}|\w+ (?:ans|mois)\b)|\bchaque (?:année|mois|semaine|jour)|\ben moyenne\b"
)
# "un an après celle de Lorge, qui avait fait 37 morts"
_OF_ANOTHER = re.compile(r"(?i)\b(?:après|depuis|avant|lors de|rappel\w+|souvenir de) (?:celui|celle|ceux|celles)\b[^.;:]*$")
_RATE = re.compile(r"(?i)[^.,;:]{0,24}\b(?:par|chaque) (?:an|année|mois|semaine|jour|heure|minute|personne|habitant)\b")


def _another(parsed: Parsed, words: range) -> bool:
    """Is it told of another one ("un autre feu a brûlé 60 hectares")?"""
    above = parsed.ancestors(words[-1]) if words else iter(())
    subjects = (k for w in above if w.pos == "VERB" for k in parsed.kids(w.i, "nsubj") if k.i < words[0])
    return any(k.lemma == "autre" and k.i < s.i for s in subjects for k in parsed.kids(s.i))


def _rounded(parsed: Parsed, figure: Figure) -> Figure:
    """A round number in words ("les deux mille évacués") is no exact count."""
    words = parsed.text[figure.span.start : figure.span.end]
    if figure.bound == "at_least" and figure.low and _SOME_SCALE.match(words):  # "plusieurs milliers": two to nine of them
        return replace(figure, high=figure.low * 4.5, bound="between")
    whole = figure.bound == "exact" and figure.unit not in MONEY and figure.low is not None
    if whole and figure.low and figure.low >= 100 and figure.low % 100 == 0 and not any(c.isdigit() for c in words):
        return replace(figure, bound="about")
    return figure


# "sur 431 salariés, 287", "la moitié des 212 communes": all of them.
_OF = re.compile(
    r"(?i)(?:(?:^|[\n.,;:«(] ?)sur (?:les |ses |leurs )?|\b(?:moitié|tiers|quarts?|majorité|plupart|partie|aucune?|une?|deux|"
    r"trois|quatre|cinq|six|sept|huit|neuf|dix|\d+) des )$"
)
_MEASURED = frozenset(("burnt", "flooded", "damage", "bonus", "collected"))  # their numbers keep the unit they are measured in


def _measure(parsed: Parsed, figure: Figure, near: str) -> tuple[str, str]:
    """The measure of a figure, "" for none known, and the narrower kind that is counted."""
    if _SPEED.match(parsed.text[figure.span.end : figure.span.end + 24]):
        limit = _LIMIT.search(parsed.text[max(0, figure.span.start - 40) : figure.span.start])
        words = parsed.at(figure.span.start, figure.span.end)
        sentence = parsed.sentence_of(words[0]) if words else None
        told = {w.lemma.lower() for w in parsed.words[sentence.first : sentence.last]} if sentence else set()
        if told & _WINDS and not limit:
            return "wind", ""
        return ("speed", "") if told & _VEHICLES and not limit else ("", "limit")
    unit = "" if figure.unit in _DAYS_OF_WEEK else figure.unit  # "17 blessés mardi"
    if unit in _TIMES:
        return "", unit
    own = _by_unit().get(unit, "")
    whoever = own in (_PEOPLE, "passenger", "aboard") or unit in ("", "nom")
    persons = own in _PERSONS or unit in person_nouns() or not own and unit in actor_nouns()
    if (whoever or persons) and (plight := find_plight(parsed, figure)):
        return plight, "" if whoever or own == plight else unit
    if own and own != _PEOPLE:
        return own, ""
    befallen = _befallen(parsed, figure) if unit != "%" and unit not in things_counted() else ""
    people = own == _PEOPLE or not unit
    if befallen and (people or unit):
        return befallen, "" if people else unit
    if (people or unit in person_nouns()) and (said := _said(near)):
        return said, "" if people else unit
    if not unit and (counted := _counted_before(parsed, figure)):
        return counted
    persons = people or unit in person_nouns()
    if persons and unit and _ABOARD.search(near):
        return "aboard", "" if people else unit
    head = figure.head if figure.head >= 0 else None
    if persons and head is not None:
        start = max(0, figure.span.start - 45)
        clause = (
            re.split(r"[;.]", parsed.text[start : figure.span.start])[-1] + parsed.text[figure.span.start : figure.span.end + 20]
        )
        if _LIFE.search(clause):
            return "dead", "" if people else unit
        if people and _ABOARD.search(clause):
            return "aboard", ""
    return own, "" if own else unit


def _counted_before(parsed: Parsed, figure: Figure) -> tuple[str, str] | None:
    """What "le nombre d'élèves hospitalisés est passé à 41" counts: the measure and the narrower kind."""
    words = parsed.at(figure.span.start, figure.span.end)
    if not words:
        return None
    verb = next((w for w in parsed.ancestors(words[-1]) if w.pos == "VERB"), None)
    if verb is None or verb.lemma not in _COMES_TO:
        return None
    subject = next((w for w in parsed.kids(verb.i, "nsubj") if w.lemma in _COUNT_NOUNS), None)
    counted = next((w for w in parsed.kids(subject.i, "nmod")), None) if subject else None
    grim = subject is not None and subject.lemma == "bilan" and _DEATHS.search(parsed.text)
    toll = ("dead", "") if grim else None  # "le bilan du séisme est monté à 45"
    if counted is None:
        return toll
    noun = counted.lemma.lower()
    own = _by_unit().get(noun, "")
    if own and own != _PEOPLE:
        return own, ""
    told = find_populations(parsed, replace(figure, unit=noun, head=counted.i), people=own == _PEOPLE or noun in person_nouns())
    if named := next((p for p in told if p.way != "role"), None):
        return named.name, ""
    kinds = (
        _by_verb().get(k.lemma.lower()) or _by_unit().get(k.lemma.lower(), "") for k in parsed.kids(counted.i, "acl", "amod")
    )
    measure = next((kind for kind in kinds if kind and kind != _PEOPLE), "")
    return (measure, "" if own == _PEOPLE else noun) if measure else toll


@cache
def person_nouns() -> frozenset[str]:
    """Nouns for persons of any calling ("élève", "conducteur"): what befalls people befalls them."""
    rows = read_table("lang/fr/person_nouns.tsv", ("nouns", "example"))
    return frozenset(noun for row in rows for noun in row.many("nouns"))


def _said(near: str) -> str:
    """The measure that the words after the number name: "onze sont portées disparues"."""
    low = near.lower()[:48]
    return next((row["measure"] for row in _rows() if any(stem in low for stem in row.many("says"))), "")


def _befallen(parsed: Parsed, figure: Figure) -> str:
    """The measure named by the verb that the counted people undergo: "tuer 40 personnes", "dix policiers blessés"."""
    words = parsed.at(figure.span.start, figure.span.end)
    if not words:
        return ""
    if measure := _beside(parsed, words):
        return measure
    if figure.head < 0 or figure.head >= len(parsed.words):
        return ""
    if figure.head < words[0]:  # "dix-neuf personnes ont péri et trente ont été blessées": its own verb, not the first one's
        return _next_verb(parsed, words)
    noun = parsed.words[figure.head]
    while noun.dep == "conj" and parsed.words[noun.head].pos == "NOUN" and not _narrowed(parsed, noun):
        noun = parsed.words[noun.head]  # "un policier et deux stadiers ont été blessés"
    verbs: list[Word] = [k for k in parsed.kids(noun.i, "acl", "amod") if 0 < k.i - noun.i <= (_BELOW if k.pos == "VERB" else 3)]
    for kid in parsed.kids(noun.i, "nmod"):  # "deux soldats français morts": taken for a noun
        if 0 < kid.i - noun.i <= 3 and not any(True for _ in parsed.kids(kid.i, "case", "det")):
            verbs.append(kid)
    governor = parsed.words[noun.head]
    if noun.dep == "nmod" and governor.i < noun.i:
        verbs.append(governor)  # "la détention de onze personnes"
    if noun.dep.startswith(("obj", "nsubj")) and governor.i != noun.i:
        passive = any(True for _ in parsed.kids(governor.i, "aux:pass")) or governor.lemma in _OWN or noun.dep.startswith("obj")
        if passive or noun.dep == "nsubj:pass":
            verbs.append(governor)
    for verb in verbs:
        if any(k.lower in ("pas", "jamais") for k in parsed.kids(verb.i, "advmod")):
            continue  # "la moitié des électeurs ne se sont pas déplacés"
        if measure := _by_verb().get(verb.lemma.lower()) or _by_unit().get(verb.lemma.lower(), ""):
            return "" if measure == _PEOPLE else measure
    return ""


def _narrowed(parsed: Parsed, noun: Word) -> bool:
    """Has it a participle of its own ("deux maisons inondées et trois routes coupées")?"""
    return any(0 < k.i - noun.i <= 2 for k in parsed.kids(noun.i, "acl", "amod"))


def _next_verb(parsed: Parsed, words: range) -> str:
    """The measure named by the next verb of the clause."""
    for word in parsed.words[words[-1] + 1 : words[-1] + 6]:
        if word.pos == "PUNCT" or word.sent != parsed.words[words[0]].sent:
            break
        if word.pos in ("VERB", "ADJ") and (measure := _by_verb().get(word.lemma.lower()) or _by_unit().get(word.lemma.lower())):
            return "" if measure == _PEOPLE else measure
    return ""


def _beside(parsed: Parsed, words: range) -> str:
    """The measure named right before or after the number: "ont tué 40 …", "en ont blessé 100", "29 hospitalisés"."""
    after = parsed.words[words[-1] + 1] if words[-1] + 1 < len(parsed.words) else None
    if after is not None and after.pos in ("ADJ", "VERB", "NOUN"):
        measure = _by_unit().get(after.lemma.lower()) or _by_verb().get(after.lemma.lower(), "")
        if measure not in ("", _PEOPLE, "object"):
            return measure
    for i in range(words[0] - 1, max(-1, words[0] - 4), -1):
        word = parsed.words[i]
        if word.pos == "PUNCT" or word.dep == "cc":
            break
        if word.pos == "VERB":
            passive = any(True for _ in parsed.kids(i, "aux:pass"))
            return "" if passive else _by_verb().get(word.lemma.lower(), "")
    return ""


_BELOW = 5  # words that a participle may stand behind its noun
_DAYS_OF_WEEK = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
_TIMES = frozenset("an année mois semaine jour journée nuit heure minute seconde siècle âge".split())
_PERSONS = frozenset(("rescuer", "investigator", "suspect", "attacker", "demonstrator"))
_HURT = frozenset(("injured", "hospitalised", "survivor"))
_OWN = frozenset("périr mourir décéder disparaître survivre manifester défiler réchapper".split())


def _context(parsed: Parsed, first: int) -> frozenset[str]:
    """Content lemmas and names of the sentence: what the number is told of."""
    sentence = parsed.sentence_of(first)
    return frozenset(
        w.lemma.lower()
        for w in parsed.words[sentence.first : sentence.last]
        if w.pos in ("NOUN", "PROPN", "VERB", "ADJ") and len(w.lemma) > 2
    )
