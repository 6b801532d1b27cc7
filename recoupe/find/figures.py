"""Figures of a report: every counted quantity with its bounds and the thing it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from recoupe.find.numerals import Tokens, lex
from recoupe.find.whens import TimeExpression
from recoupe.lang.tables import read_table
from recoupe.parse.document import Parsed, Word
from recoupe.types import Bound, Figure, Span, make_id


def find_figures(parsed: Parsed, times: Sequence[TimeExpression]) -> tuple[Figure, ...]:
    """Every figure, in order. Dates, clock times, ordinals, phone numbers and numbers inside names are none."""
    tokens = lex(parsed.text)
    letters = "".join(tokens.letters)
    if not _NUMBER.search(letters):
        return ()
    taken = _Taken(times)
    found: list[Figure] = []
    for match in _FIGURE.finditer(letters):
        states = _two_states(tokens, match)
        ones = [_figure(parsed, tokens, m, taken, found[-1] if found else None) for m in states or (match,)]
        if states and (first := ones[0]) and (last := ones[1]):
            whole = tokens.low[last.span.start : tokens.ends[match.end() - 1]]
            ones[0] = _like(first, last, _scale(whole), tokens.ends[match.end("r1") - 1])
        found += [f for f in ones if f is not None]
    return tuple(found)


def _like(first: Figure, last: Figure, scale: float, end: int) -> Figure:
    """The first of two states in the unit and the scale of the last: "de 80 à 35 millions d'euros"."""
    times = scale if scale and first.low is not None and first.low < scale else 1.0
    low, high = (None if n is None else n * times for n in (first.low, first.high))
    span = replace(first.span, end=end)
    known = make_id("f", span.report, span.start, span.end)
    unit, head = (first.unit, first.head) if first.unit else (last.unit, last.head)
    return replace(first, id=known, span=span, low=low, high=high, unit=unit, head=head)


def _two_states(tokens: Tokens, match: re.Match[str]) -> tuple[re.Match[str], ...]:
    """ "est passé de 287 à 143": two numbers, each of its own time, and no range."""
    if match["r1"] is None or match[0][0] != "f" or match[0][-2] != "a":
        return ()
    low, high = (tokens.values[match.start(name)] for name in ("r1", "r2"))
    falls = isinstance(low, float) and isinstance(high, float) and low > high
    start = tokens.starts[match.start()]
    if not falls and not CHANGED.search(tokens.low, max(0, start - 16), start):
        return ()
    ones = (_FIGURE.match(match.string, match.start(name), match.end(name)) for name in ("r1", "r2"))
    return tuple(m for m in ones if m)


CHANGED = re.compile(r"(?:pass|ramen|rédui|abaiss|port|mont|descen|chut|grimp|augment|tomb|bondi|recul|progress)\w* $")


# Letters of recoupe.find.numerals: a number, two numbers with "à", "ou", "et" or a hyphen between, "une dizaine", "des dizaines".
_ONE = r"[dwunY]"
_NUMBER = re.compile(r"[dwunY120]")
_FIGURE = re.compile(
    rf"(?P<between>E(?P<l1>{_ONE})k(?P<l2>{_ONE}))"
    rf"|(?P<span>f?(?P<r1>[dwnYu])(?:a|o|-)(?P<r2>[dwnY]))"
    rf"|(?P<abouts>(?:S|f|[dwunY])?2(?:f[2w])?|Sw|u?1f[2w])"
    rf"|(?P<about>(?:u?\??1|[dwnu]1))"
    rf"|(?P<part>(?:[dwu]|l)3)"
    rf"|(?P<none>0)"
    rf"|(?P<one>{_ONE})"
)

_BEFORE = re.compile(
    r"(?P<at_least>au moins|au minimum|pas moins d(?:e |')|minimum de|à partir de|jusqu'à présent)"
    r"|(?P<more_than>plus d(?:e |')(?:près de )?|davantage de|au-delà de|au-dessus de|supérieure? à|dépassant|dépassé"
    r"|dépasse|passé la barre des|quelque plus de)"
    r"|(?P<at_most>au plus|au maximum|jusqu'à|tout au plus|pas plus d(?:e |'))"
    r"|(?P<less_than>moins d(?:e |')|en dessous de|inférieure? à|à peine)"
    r"|(?P<about>près d(?:e |')|environ|quelque|autour d(?:e |'|u )|aux alentours d(?:e |')|à peu près|presque|quasiment"
    r"|une? bonn?e?|approximativement|de l'ordre de|plus ou moins|à quelque)"
)
_PREFIX = re.compile(rf"(?<!\w)(?:{_BEFORE.pattern}) ?(?:les? |la |l')?$")
_SUFFIX = re.compile(r",? (?:au moins|environ|au plus|au maximum|au minimum)(?!\w)")


class _Taken:
    """Stretches of text that are times already."""

    def __init__(self, times: Sequence[TimeExpression]) -> None:
        self.spans = [(t.span.start, t.span.end) for t in times]
        self.k = 0

    def covers(self, start: int, end: int) -> bool:
        while self.k < len(self.spans) and self.spans[self.k][1] <= start:
            self.k += 1
        return self.k < len(self.spans) and self.spans[self.k][0] < end


@cache
def _units() -> dict[str, str]:
    """Written form of a unit ("€", "km", "%") -> its lemma."""
    return {row["form"]: row["unit"] for row in read_table("lang/fr/units.tsv", ("form", "unit", "kind", "example"))}


def _figure(parsed: Parsed, tokens: Tokens, match: re.Match[str], taken: _Taken, last_figure: Figure | None) -> Figure | None:
    first, last = match.start(), match.end()
    kind = next(k for k in ("between", "span", "abouts", "about", "part", "none", "one") if match[k] is not None)
    values = [v for v in tokens.values[first:last] if isinstance(v, float)]
    if not values:
        return None
    start, end = tokens.starts[first], tokens.ends[last - 1]
    if tokens.letters[first] == "f" and tokens.low[start : start + 3] != "des":
        start = tokens.starts[first + 1]
    if taken.covers(start, end) and not (kind == "one" and tokens.letters[first] == "Y" and _counts_many(parsed, start, end)):
        return None
    end = _scaled(tokens.low, kind, values, start, end)
    if kind == "span" and (values[0] >= values[1] or tokens.letters[last - 2] == "a" and values[1] > 1000 * values[0]):
        return None
    words = parsed.at(start, end)
    if not words or _is_label(parsed, tokens, kind, first, last, start, end, words) or _refers_back(parsed, words):
        return None
    if tokens.letters[last - 1] == "w" and tokens.low[tokens.starts[last - 1] : tokens.ends[last - 1]] in _MANY:
        kind = "abouts"  # "plusieurs millions", "des milliards"
    low, high, bound = _values(kind, values, match[0])
    unit, head, unit_end, population = _counted(parsed, tokens, kind, words, end)
    if unit is None or _is_none(parsed, tokens, kind, first, end, words, unit, head):
        return None
    unit, head = (unit, head) if unit else _unit_elsewhere(parsed, tokens.low, start, words, last_figure, head)
    if kind == "one" and (share := _out_of(parsed, tokens.low, values[0], end)):
        high = low = share[0]  # "neuf Français sur dix" is a share of them, not a count
        end = unit_end = share[1]
        unit, population = "%", tuple(sorted({*population, *([unit] if unit else [])}))
    if kind == "one" and (half := _HALF.match(tokens.low, max(end, unit_end))):
        low = high = values[0] + 0.5 * (_scale(tokens.low[start:end]) or 1)  # "quatre ans et demi"
        end = unit_end = half.end()
    start, low, high, bound = _bounded(tokens.low, start, end, max(end, unit_end), low, high, bound)
    span_end = unit_end if unit in ("%", "euro", "dollar") and unit_end > end else end
    span = Span(parsed.report, start, span_end)
    return Figure(make_id("f", parsed.report, start, span_end), span, low, high, bound, unit, head=head, population=population)


_MANY = frozenset(("millions", "milliards"))


def _scaled(low: str, kind: str, values: list[float], start: int, end: int) -> int:
    """Put the scale of the last number and its half into the values; where the number ends then."""
    if (scale := _scale(low[start:end])) and (half := _HALF.match(low, end)):
        values[-1] += scale / 2  # "deux millions et demi"
        end = half.end()
    if kind in ("between", "span") and (scale := _scale(low[start:end])) and values[0] < min(scale, values[1] / scale):
        values[0] *= scale  # "de 10 à 15 millions", "entre 1,7 et 1,9 milliard"
    return end


def _is_none(parsed: Parsed, tokens: Tokens, kind: str, first: int, end: int, words: range, unit: str, head: int) -> bool:
    """Does the number count nothing: "trois fois", "aucun doute", an article "un"?"""
    if unit == "fois" or (kind == "none" and unit not in _CASUALTIES):
        return True
    article = kind == "one" and tokens.letters[first] == "u"
    return article and not _counts_one(parsed, words, head) and not _out_of(parsed, tokens.low, 1.0, end)


def _unit_elsewhere(parsed: Parsed, low: str, start: int, words: range, last_figure: Figure | None, head: int) -> tuple[str, int]:
    """What a bare number counts, and its word: a magnitude, the noun of "le nombre de", or what the figure before counts."""
    if _MAGNITUDE.search(low, max(0, start - 24), start):
        return "magnitude", head
    if (noun := _named_after(parsed, words)) is not None:
        return noun.lemma.lower(), noun.i  # "portant à neuf le nombre de morts"
    if (noun := _subject(parsed, words)) is not None:
        return noun.lemma.lower(), noun.i  # "les assaillants étaient trois"
    if last_figure is None or last_figure.head < 0 or last_figure.unit in _NEVER_MEANT or last_figure.unit is None:
        return "", head
    if parsed.words[last_figure.head].sent != parsed.words[words[0]].sent:
        return "", head
    return last_figure.unit, last_figure.head  # "trente maisons sont endommagées et trois détruites"


def _counts_many(parsed: Parsed, start: int, end: int) -> bool:
    """ "1900 maisons inondées": four digits before a noun in the plural are no year."""
    words = parsed.at(start, end)
    after = parsed.words[words[-1] + 1] if words and words[-1] + 1 < len(parsed.words) else None
    if after is None or after.start != end + 1 or after.pos in ("VERB", "AUX", "DET", "PRON", "ADP", "CCONJ", "SCONJ"):
        return False
    return after.text.islower() and after.lower.endswith(("s", "x")) and after.lower != after.lemma.lower()


_MAGNITUDE = re.compile(r"\bmagnitude (?:de |d'|: |estimée à |proche de |supérieure à )?(?:près de |environ )?$")
_HALF = re.compile(r" et demie?(?!\w)")


def _scale(words: str) -> float:
    """The last scale word of a number: "deux millions" -> 1e6; 0 for none."""
    return {"million": 1e6, "milliard": 1e9}.get(words.rsplit(" ", 1)[-1].rstrip("s"), 0.0)


_NEVER_MEANT = frozenset(("âge", "%", "magnitude"))  # a bare number after one of these counts something else
_COUNT_NOUNS = frozenset(("nombre", "bilan", "total", "décompte"))


def _named_after(parsed: Parsed, words: range) -> Word | None:
    """What a number counts that stands before "le nombre de …"."""
    following = parsed.words[words[-1] + 1 : words[-1] + 4]
    noun = next((w for w in following if w.lemma in _COUNT_NOUNS and w.sent == parsed.words[words[0]].sent), None)
    return next(parsed.kids(noun.i, "nmod"), None) if noun else None


def _subject(parsed: Parsed, words: range) -> Word | None:
    """The noun of which a number is told by "être"."""
    last = parsed.words[words[-1]]
    if not any(True for _ in parsed.kids(last.i, "cop")):
        return None
    return next(
        (k for k in parsed.kids(last.i, "nsubj") if k.pos == "NOUN" and k.i < words[0] and k.lower.endswith(("s", "x"))), None
    )


def _values(kind: str, values: list[float], letters: str) -> tuple[float | None, float | None, Bound]:
    if kind in ("between", "span"):
        return values[0], values[1], "between"
    if kind == "abouts":
        if "f" in letters[1:]:
            value = values[-2] * values[-1]
            if "1" in letters:  # "une quarantaine de millions"
                return value, value, "about"
            return 2.0 * value, None, "at_least"  # "des centaines de milliers"
        times = values[0] if len(values) > 1 else 2
        return times * values[-1], None, "at_least"
    if kind == "about":
        value = values[-1] * (values[0] if len(values) > 1 and letters[0] in "dwn" else 1)
        return value, value, "about"
    if kind == "part":
        value = round(values[-1] * (values[0] if len(values) > 1 else 1), 6)
        return value, value, "exact"
    return values[0], values[0], "exact"


def _bounded(
    low_text: str, start: int, end: int, unit_end: int, low: float | None, high: float | None, bound: Bound
) -> tuple[int, float | None, float | None, Bound]:
    """Read "au moins", "plus de", "près de" before the number, "au moins" and "environ" after it."""
    before = _PREFIX.search(low_text, max(0, start - 26), start) if low_text[max(0, start - 1)] in " '" else None
    named = before.lastgroup if before else None
    if before is None and (after := _SUFFIX.match(low_text, end) or _SUFFIX.match(low_text, unit_end)):
        named = {"au moins": "at_least", "au minimum": "at_least", "environ": "about"}.get(after[0].strip(" ,"), "at_most")
    if named is None:
        return start, low, high, bound
    start = before.start() if before else start
    if named in ("at_least", "more_than"):
        return start, low, None, named  # type: ignore[return-value]
    if named in ("at_most", "less_than"):
        return start, None, high if high is not None else low, named  # type: ignore[return-value]
    return start, low, high, "about" if bound == "exact" else bound


def _refers_back(parsed: Parsed, words: range) -> bool:
    """ "les deux pays", "ces deux hommes": both, not a count."""
    if words[0] == 0 or parsed.words[words[0]].lower != "deux" or len(words) > 1:
        return False
    return parsed.words[words[0] - 1].lower in _DEFINITE and not _befell(parsed, words[0])


_STRUCK = re.compile(r"(?:mort|tué|bless|disparu|décédé|abattu|assassiné|enlevé|arrêté|interpellé|capturé)\w*")


def _befell(parsed: Parsed, i: int) -> bool:
    """ "Les deux soldats tués", "l'un des deux policiers blessés": of these "les deux" tells how many."""
    for word in parsed.words[i + 1 : i + 7]:
        if word.pos in ("PUNCT", "PRON", "AUX", "CCONJ") or word.pos == "VERB" and not _STRUCK.fullmatch(word.lower):
            return False
        if _STRUCK.fullmatch(word.lower):
            return word.i > i + 1
    return False


_DEFINITE = frozenset("les ces nos vos leurs ses mes tes aux des tous toutes l'un l'une".split())

_GROUPED = re.compile(r"\d[ \u00a0\u202f.]\d{3}")
_NAME_BEFORE = frozenset(
    "vol article articles numéro numéros n no chaîne route nationale départementale ligne boeing airbus falcon tome page"
    " pages chapitre"
    " groupe f1 formule top covid channel france canal bfm europe rmc radio tf1 opération station paragraphe alinéa a b c d"
    " g rn rd"
    " apollo windows iphone volet acte saison épisode version catégorie niveau".split()
)


def _is_label(parsed: Parsed, tokens: Tokens, kind: str, first: int, last: int, start: int, end: int, words: range) -> bool:
    """True for a number that names something: "Boeing 737", "article 49", "Top 14", a score, a hyphened name."""
    low = tokens.low
    previous, following = low[start - 1 : start], low[end : end + 1]
    if kind == "one":
        if previous in ("-", "/", "_", ".", "#", "°", ":", "+", "=") or (
            following in ("-", "/", "°", ":") and low[end + 1 : end + 2].isalnum()
        ):
            return True
        before = parsed.words[words[0] - 1] if words[0] else None
        if before is not None and before.lower == "numéro":
            return True
        if tokens.letters[first] in "dnY" and before is not None:
            if before.lower.rstrip(".") in _NAME_BEFORE:
                return True
            if before.pos == "PROPN" and before.end + 1 >= start and not _follows_noun(parsed, words):
                return True
            if before.text[:1].isupper() and before.end + 1 == start and parsed.text[end + 1 : end + 2].isupper():
                return True  # "Télé 7 Jours"
        if before is not None and before.pos == "NOUN" and before.end + 1 == start and not _follows_noun(parsed, words):
            grouped = _GROUPED.search(low, start, end)  # "…, la préfecture 4 500": no name has thousands
            return tokens.letters[first] in "dn" and not grouped and before.lemma not in ("magnitude", "facteur")  # "terminal 2"
    if kind == "span" and low[tokens.ends[first] : tokens.starts[last - 1]].strip() == "-" and not _follows_noun(parsed, words):
        return True  # a score: "3-1"
    return low[start:end].endswith(("er", "ère")) and kind == "one" and low[start].isdigit()


def _follows_noun(parsed: Parsed, words: range) -> bool:
    after = words[-1] + 1
    if after >= len(parsed.words) or "\n" in parsed.text[parsed.words[words[-1]].end : parsed.words[after].start]:
        return False
    scale = parsed.words[words[-1]].lower.rstrip("s") in (
        "million",
        "milliard",
        "millier",
        "dizaine",
        "centaine",
        "douzaine",
        "trentaine",
    )
    following = parsed.words[after]
    return following.pos in ("NOUN", "ADJ", "SYM") or following.lower in ("%", "€") or scale and following.lower in ("de", "d'")


_SKIP_POS = frozenset(("ADJ", "ADV", "DET"))


def _counted(parsed: Parsed, tokens: Tokens, kind: str, words: range, end: int) -> tuple[str | None, int, int, tuple[str, ...]]:
    """The unit of a number: its lemma, its word, where it ends, and what narrows it. Unit None = no figure."""
    after = words[-1] + 1
    all_words = parsed.words
    steps = 0
    while after < len(all_words) and steps < 4:
        word = all_words[after]
        if word.start > end + 40 or word.sent != all_words[words[0]].sent:
            break
        if (unit := _units().get(word.lower.rstrip("."))) is not None:
            return unit + _per_hour(tokens.low, unit, word.end), after, word.end, ()
        if word.pos in ("NOUN", "PROPN") and not (steps and word.pos == "PROPN") or not steps and _is_plural(word):
            return _noun(parsed, word, words)
        if word.lower in ("de", "d'", "des") and (
            kind in ("abouts", "about", "part") or tokens.low[end - 2 : end] in ("on", "ns", "rd", "ds", "mi")
        ):
            after += 1
        elif word.pos in _SKIP_POS and word.lower not in ("plus", "moins") and (word.pos != "DET" or kind == "part"):
            after += 1
        else:
            break
        steps += 1
    return _elliptic(parsed, kind, words)


def _is_plural(word: Word) -> bool:
    """A noun in the plural that the parser took for an adverb: no adverb has a shorter lemma."""
    return word.pos == "ADV" and word.lower == f"{word.lemma.lower()}s"


_PER_HOUR = re.compile(r" ?/ ?h(?!\w)|(?: à l'| par |-| )heure(?!\w)")


def _per_hour(low: str, unit: str, end: int) -> str:
    """A speed is no distance: "140 km/h"."""
    return "/heure" if unit in ("kilomètre", "mètre") and _PER_HOUR.match(low, end) else ""


_OUT_OF = re.compile(r"(?: [^\W\d_]+){0,2} sur (?P<whole>deux|trois|quatre|cinq|six|sept|huit|dix|vingt|cent|\d+)(?![\w,.]*\d)")
_WHOLES = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "dix": 10, "vingt": 20, "cent": 100}


def _out_of(parsed: Parsed, low: str, part: float, end: int) -> tuple[float, int] | None:
    """ "neuf sur dix", "deux habitants sur trois": the share and where its words end; not "deux hommes sur trois bateaux"."""
    found = _OUT_OF.match(low, end)
    if found is None:
        return None
    whole = float(_WHOLES.get(found["whole"]) or found["whole"])
    last = parsed.at(found.start("whole"), found.end("whole"))
    after = parsed.words[last[-1] + 1] if last and last[-1] + 1 < len(parsed.words) else None
    if whole not in (2, 3, 4, 5, 10, 100) or part >= whole or after is not None and after.pos in ("NOUN", "ADJ", "SYM"):
        return None
    return round(100 * part / whole, 2), found.end("whole")


def _noun(parsed: Parsed, word: Word, words: range) -> tuple[str, int, int, tuple[str, ...]]:
    lemma = word.lemma.lower()
    if lemma == "an" and _is_age(parsed, words, word):
        return "âge", word.i, word.end, ()
    return lemma, word.i, word.end, _population(parsed, word)


def _is_age(parsed: Parsed, words: range, word: Word) -> bool:
    """ "un homme de 44 ans", "âgé de 44 ans", "Marie, 44 ans,", "les plus de 65 ans"; not "44 ans de prison"."""
    i = words[0] - 1
    if i > 0 and parsed.words[i].lower in ("de", "d'") and parsed.words[i - 1].lower in ("plus", "moins", "près"):
        i -= 2
    if i > 1 and parsed.words[i].lower in ("et", "à", "ou") and parsed.words[i - 1].pos == "NUM":
        i -= 2  # "de 15 et 16 ans"
    before = parsed.words[i] if i >= 0 else None
    after = parsed.words[word.i + 1] if word.i + 1 < len(parsed.words) else None
    if before is None or after is not None and after.lower in ("de", "d'", "ferme", "fermes", "avant", "après", "plus", "d'"):
        return before is not None and before.lemma.lower() in ("âgé", "agé")
    ends = after is None or after.text in (",", ")", ".", ";") or after.lower == "et"
    governor_word = parsed.words[word.head]
    if governor_word.lemma == "avoir" and word.dep == "obj" and governor_word.i < word.i:
        return True
    if before.lower in ("ses", "mes", "tes", "leurs", "nos", "vos"):
        return ends
    if before.lower in (",", "(", "à"):
        return ends
    if before.lower in ("de", "d'") and i > 0:
        governor = parsed.words[i - 1].lemma.lower()
        return governor in _AGED or (ends and governor not in _LASTING) or parsed.words[i - 1].pos == "PROPN"
    return before.lemma.lower() == "avoir" or before.lower in ("des", "les")


_LASTING = frozenset(
    "peine mandat plan durée bail contrat programme période expérience prison délai accord trêve mariage carrière guerre"
    " règne condamnation"
    " interdiction suspension année tradition cycle moratoire absence attente embargo conflit existence histoire moins"
    " plus".split()
)
_AGED = frozenset(
    "âgé âgée agé agée homme femme garçon fille fillette enfant adolescent adolescente jeune suspect victime étudiant"
    " étudiante mère père âge"
    " personne retraité touriste ressortissant chanteur acteur joueur conducteur individu militant bébé sexagénaire député"
    " fils soldat".split()
)


def _population(parsed: Parsed, noun: Word) -> tuple[str, ...]:
    """What narrows the counted thing: adjectives, participles and complements on its noun."""
    found = []
    for kid in parsed.kids(noun.i, "amod", "acl", "nmod"):
        if kid.pos in ("ADJ", "VERB", "NOUN") and kid.lemma not in _NOT_COUNTED and kid.i > noun.i and kid.i - noun.i <= 6:
            found.append(kid.lemma.lower())
    return tuple(sorted(set(found)))


def _elliptic(parsed: Parsed, kind: str, words: range) -> tuple[str | None, int, int, tuple[str, ...]]:
    """A number without its noun: "dont 12 grièvement", "150 autres", "trois sont morts". It counts the noun counted before."""
    last = parsed.words[words[-1]]
    head = parsed.words[last.head]
    between = parsed.words[last.i + 1 : head.i]
    counted = last.dep in ("nummod", "det") and head.pos in ("NOUN", "PROPN") and head.lemma not in _NOT_COUNTED | _COUNT_NOUNS
    if counted and 0 < head.i - last.i <= 6 and not any(w.pos in ("AUX", "VERB") for w in between):
        return _noun(parsed, head, words)
    if parsed.words[words[0]].lower in ("un", "une") and kind == "one":
        return None, -1, last.end, ()
    if kind == "none" or words[0] and parsed.words[words[0] - 1].lower == "sur":
        return None, -1, last.end, ()  # "un homme sur cinq"
    if last.dep in _STANDS_ALONE:
        noun = _antecedent(parsed, words[0]) or _counted_before(parsed, words[0])
        if noun is not None:
            return noun.lemma.lower(), noun.i, last.end, ()
        return "", -1, last.end, ()
    return "", -1, last.end, ()


_STANDS_ALONE = frozenset(
    "nsubj nsubj:pass obj obl obl:arg conj nmod root dep appos ROOT iobj nummod obl:mod parataxis advcl".split()
)


def _antecedent(parsed: Parsed, i: int) -> Word | None:
    """The noun before "dont": what "dont 60 dans un état grave" is part of."""
    if i < 2 or parsed.words[i - 1].lower != "dont":
        return None
    for k in range(i - 2, max(i - 9, -1), -1):
        word = parsed.words[k]
        if word.pos == "NOUN" and any(d.pos == "NUM" for d in parsed.kids(k, "nummod", "det")):
            return word
    return next((parsed.words[k] for k in range(i - 2, max(i - 5, -1), -1) if parsed.words[k].pos == "NOUN"), None)


def _counted_before(parsed: Parsed, i: int) -> Word | None:
    """The last noun with a number in the sentence before word i: what "12 autres" counts."""
    sentence = parsed.sentence_of(i)
    for k in range(i - 1, sentence.first - 1, -1):
        word = parsed.words[k]
        if (
            word.pos == "NOUN"
            and word.lemma not in _NOT_COUNTED
            and any(d.pos == "NUM" and d.i < i for d in parsed.kids(k, "nummod"))
        ):
            return word
    return None


_NOT_COUNTED = frozenset(
    "an année mois jour semaine heure minute siècle million milliard millier juin juillet août fin début milieu veille lendemain"
    " matin soir nuit pourcent pour-cent % min".split()
)


def _counts_one(parsed: Parsed, words: range, head: int) -> bool:
    """ "un mort", "une seule victime" count; "un homme" does not."""
    if head < 0:
        return False
    after = parsed.words[words[-1] + 1]
    return after.lower in ("seul", "seule") or parsed.words[head].lemma.lower() in _CASUALTIES and head == words[-1] + 1


_CASUALTIES = frozenset(
    "mort blessé victime disparu décès tué rescapé survivant million milliard blessée morte arrestation interpellation otage"
    " prisonnier".split()
)
