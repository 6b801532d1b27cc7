"""First pass over a text: days, months, years, units, clock times, quantities of time."""

from __future__ import annotations

import re
from typing import Any

from recoupe.find.times.meaning import Meaning
from recoupe.find.times.rules import BLOCK, Match, rules


def _day_number(value: Any) -> int | None:
    return int(value) if isinstance(value, float) and value.is_integer() and 1 <= value <= 31 else None


def _year(value: Any) -> int | None:
    return int(value) if value is not None else None


def _date(match: Match) -> Meaning | None:
    day = _day_number(match.get("dw"))
    if day is None:
        return None
    year, which = _year(match.get("Y")), match.which
    if day == 11 and match.get("M") == 9 and year is None and match.after[:1] != "p":
        month = match.first + match.letters.index("M")
        if match.tokens.text[match.tokens.starts[month]] == "S":
            return BLOCK  # "les attentats du 11 Septembre"
    if "U" in match.letters and which and year is None:
        side = Meaning("unit", unit=match.get("U"), shift={"last": -1, "next": 1}.get(which, 0))
        return Meaning("day", month=match.get("M"), day=day, weekday=match.get("W"), left=side)
    return Meaning("day", year, match.get("M"), day, weekday=match.get("W"), which=which)


def _days(match: Match) -> Meaning | None:
    numbers = [_day_number(v) for v in match.all("dw")]
    if None in numbers or len(numbers) < 2 or numbers[0] >= numbers[-1]:  # type: ignore[operator]
        return None
    return Meaning("days", _year(match.get("Y")), match.get("M"), numbers[0], numbers[-1], match.get("W"), match.which)


def _numeric(match: Match) -> Meaning | None:
    written = match.get("X")
    numbers = [int(x) for x in re.findall(r"\d+", written.split("t")[0])]
    if written[:4].isdigit():
        year, month, day = numbers[:3]
    else:
        day, month, year = numbers[:3]
        if month > 12 >= day:
            day, month = month, day
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    return Meaning("day", year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _weekday(match: Match) -> Meaning | None:
    which = match.which
    if "v" in match.letters or "r" in match.letters:
        return Meaning("day", weekday=match.get("W"), which="next" if "v" in match.letters else "last", base="told")
    return Meaning("day", weekday=match.get("W"), which=which)


def _weekday_of_week(match: Match) -> Meaning | None:
    if match.get("U") != "week":
        return None
    shift = {"last": -1, "next": 1}.get(match.which, 0)
    return Meaning("day", weekday=match.get("W"), left=Meaning("unit", unit="week", shift=shift))


def _lone_day(match: Match) -> Meaning | None:
    """ "le 18": only where a date without its month can stand, before a mark or a function word."""
    t = match.tokens
    before = (t.low[t.starts[match.first - 1] : t.ends[match.first - 1]].split() or [""])[-1] if match.first else ""
    if before in ("sur", "composer", "appeler", "joindre", "numéro"):
        return None
    if match.word(0) != "le" or match.before in "%fo" or (match.after[:1] or "/") not in ",./)kiaeVRjsP":
        return None
    return Meaning("day", day=_day_number(match.get("d")))


def _weekday_number(match: Match) -> Meaning | None:
    return (
        None if (match.after[:1] or "/") in "Uhm1fx" else Meaning("day", day=_day_number(match.get("d")), weekday=match.get("W"))
    )


def _month(match: Match) -> Meaning | None:
    word = match.word(len(match.letters) - 1)
    if "U" in match.letters and match.get("U") != "month":
        return None
    if match.letters == "M" and (len(word) < 4 and word != "mai") and match.after[:1] != ".":
        return None
    if match.letters in ("M", "aM") and match.before == "%":
        return None
    return Meaning("month", _year(match.get("Y")), match.get("M"), which=match.which)


def _month_of_year(match: Match) -> Meaning | None:
    """ "en juin de la même année", "en mars de cette année"."""
    if match.get("U") != "year":
        return None
    shift = {"last": -1, "next": 1}.get(match.which, 0)
    year = Meaning("unit", unit="year", shift=shift, base="told" if "=" in match.letters else "published")
    return Meaning("month", month=match.get("M"), left=year)


def _months(match: Match) -> Meaning | None:
    first, last = match.all("M")
    year = _year(match.get("Y"))
    return Meaning("range", left=Meaning("month", year, first), right=Meaning("month", year, last))


def _bare_year(match: Match) -> Meaning | None:
    year = int(match.values[-1])
    start = match.tokens.starts[match.first]
    least = 1000 if match.before in "sVRjDGEb" else 1900
    if re.match(r" [a-z]{1,3}\d", match.tokens.low[match.tokens.ends[match.first] : match.tokens.ends[match.first] + 6]):
        return None  # "2014 UZ224"
    if match.letters == "Y" and (
        not least <= year <= 2060 or match.tokens.low[start - 1 : start] in ("-", "/", "°", "#", "@", "$", "€")
    ):
        return None
    return Meaning("year", year)


def _year_unit(match: Match) -> Meaning | None:
    return (
        Meaning("year", int(match.get("Y")))
        if match.get("U") == "year" and "années" not in match.word(match.letters.index("U"))
        else None
    )


def _years(match: Match) -> Meaning | None:
    first, last = (int(y) for y in match.all("Y"))
    return Meaning("range", left=Meaning("year", first), right=Meaning("year", last)) if first < last <= 2100 else None


#: Quarters 1 to 4, half-years 5 and 6: their first and last month.
_PARTS_OF_YEAR = {1: (1, 3), 2: (4, 6), 3: (7, 9), 4: (10, 12), 5: (1, 6), 6: (7, 12)}


def _quarter(match: Match) -> Meaning | None:
    """ "au premier trimestre 2024", "le 2e semestre"."""
    part = match.get("Q")
    if part is None:
        part = int(match.get("dN")) + {"quarter": 0, "half": 4}.get(match.get("U"), 9)
    if part not in _PARTS_OF_YEAR or match.get("U") not in (None, "quarter", "half", "year"):
        return None
    year, (first, last) = _year(match.get("Y")), _PARTS_OF_YEAR[part]
    return Meaning("range", left=Meaning("month", year, first), right=Meaning("month", year, last))


def _timed(match: Match) -> Meaning | None:
    """ "2 h 21 min 46 s", "en 2 h 56": a length of time."""
    (hours, minutes), more = match.get("C"), [float(v) for v in match.all("dwn")]
    seconds = hours * 3600 + minutes * 60 + sum(v * size for v, size in zip(more, (60, 1), strict=False))
    if minutes and more:
        return None
    return Meaning("duration", unit="second", count=seconds)


def _season(match: Match) -> Meaning | None:
    if match.letters[0] == "a" and match.letters[1] == "Z" and match.word(0) == "à":
        return None  # "à été", a misspelling of "a été"
    return Meaning("season", _year(match.get("Y")), match.get("Z"), which=match.which)


def _decade(match: Match) -> Meaning | None:
    value = match.values[-1]
    if match.word(match.letters.index("U")) != "années" or not value or value % 10:
        return None
    year = int(value)
    return Meaning("decade", year if year >= 1000 else 1900 + year) if year >= 1000 or 20 <= year <= 90 else None


def _century(match: Match) -> Meaning | None:
    return Meaning("century", year=int(match.get("N"))) if match.get("U") == "century" and 1 <= match.get("N") <= 30 else None


def _unit(match: Match) -> Meaning | None:
    unit, letters = match.get("U"), match.letters
    if "t" in letters and match.word(len(letters) - 1) == "là" or "=" in letters:
        return Meaning("unit", unit=unit, base="told")
    if "r" in letters or "v" in letters:
        return Meaning("unit", unit=unit, shift=-1 if "r" in letters else 1, base="told")
    if match.word(letters.index("U")).endswith("s") and unit != "month":
        if "c" in letters and match.word(0) == "ces" and "t" in letters + match.after[:2]:
            return Meaning("recent", unit=unit, shift=-1)  # "ces jours-ci"
        return None
    return Meaning("unit", unit=unit, shift={"last": -1, "next": 1}.get(match.which, 0), which=match.which)


def _recent(match: Match) -> Meaning | None:
    unit = match.get("Uhm")
    plural = match.word(len(match.letters) - 1).endswith("s")
    count = match.get("dwn")
    if not plural or (match.letters[0] == "?" and count is None):
        return None
    ahead = "p" in match.letters or "v" in match.letters
    told = "r" in match.letters or "v" in match.letters
    return Meaning("recent", unit=unit, count=count, shift=1 if ahead else -1, base="told" if told else "published")


def _weekend(match: Match) -> Meaning | None:
    return Meaning("unit", unit="weekend") if match.get("U") == "weekend" else None


def _deictic(match: Match) -> Meaning | None:
    day = Meaning("shift", unit="day", count=abs(match.get("A")), shift=1 if match.get("A") > 0 else -1)
    return Meaning("daypart", unit=match.get("B"), left=day) if "B" in match.letters else day


_DATE_BEHIND = re.compile(r"f(?:[lc]?[WFXA]|l?[dw]-?M)")


def _eve(match: Match) -> Meaning | None:
    of = match.after.startswith("f")
    if match.letters[0] == "a" and "l" not in match.letters and not of:
        return None  # "penser au lendemain"
    step, event = match.get("J"), of and not _DATE_BEHIND.match(match.after)
    day = Meaning("shift", unit="day", count=abs(step), shift=1 if step > 0 else -1, base="event" if event else "told")
    return Meaning("daypart", unit=match.get("B"), left=day) if "B" in match.letters else day


def _this_daypart(match: Match) -> Meaning | None:
    told = "t" in match.letters or "=" in match.letters or match.word(match.letters.index("B")) in ("soirée", "matinée")
    day = Meaning("unit", unit="day", base="told" if told else "published")
    return Meaning("daypart", unit=match.get("B"), left=day)


def _last_daypart(match: Match) -> Meaning | None:
    """ "la nuit dernière": between yesterday and today; "la nuit prochaine"."""
    if match.get("B") != "night":
        return None
    morning = Meaning("unit", unit="day", shift=1 if match.which == "next" else 0)
    evening = Meaning("unit", unit="day", shift=-1)  # the day before that morning: a range is read from its end
    return Meaning("daypart", unit="night", left=Meaning("range", left=evening, right=morning))


def _daypart(match: Match) -> Meaning | None:
    part = match.get("B")
    if part in ("noon", "midnight") and match.word(match.letters.index("B")) in ("midi", "minuit"):
        return Meaning("clock", hour=12 if part == "noon" else 0) if match.letters[0] != "e" else None
    return Meaning("daypart", unit=part)


def _day_edge(match: Match) -> Meaning | None:
    """ "en fin de journée"."""
    if not match.word(match.letters.index("U")).startswith("journée"):
        return None
    return Meaning("daypart", unit={"start": "morning", "mid": "noon", "end": "evening"}[match.get("b")])


def _clock(match: Match) -> Meaning | None:
    letters = match.letters
    if "C" in letters:
        hour, minute = match.get("C")
        if match.before == "e":
            return None  # "en 2 h 56": a length
        named = "l" in letters or match.before in ("f", "l")
        if named and minute == 0 and hour in (13, 20):
            return None  # "le 20h": the news
    else:
        marked = "B" in letters or "g" in letters or "~" in letters
        if not marked and (match.after.startswith("f") or ("a" not in letters and "d" not in letters)):
            return None  # "à trois heures de route", "après trois heures": lengths of time
        value = match.get("dwu")
        hour, minute = int(value), 30 if "H" in letters else 15 if "3" in letters else 0
        if not value.is_integer() or hour > 24:
            return None
    if match.get("B") in ("afternoon", "evening") and hour < 12:
        hour += 12
    return Meaning("clock", hour=hour % 24, minute=minute)


def _clock_range(match: Match) -> Meaning | None:
    values = match.all("Cdw")
    hour, minute = values[0] if isinstance(values[0], tuple) else (int(values[0]), 0)
    return Meaning("clock", hour=hour, minute=minute) if hour <= 24 else None


def _quantity(match: Match) -> Meaning | None:
    unit, letters = match.get("Uhm"), match.letters
    counts = [float(v) for v in match.all("dwunYN1") if isinstance(v, (int, float))]
    if letters.count("1"):
        counts = [float(match.get("1"))]
    if letters[0] == "f" and len(letters) == 2:  # "depuis des années"
        many = match.word(0) == "des" and match.word(1).endswith("s")
        return Meaning("duration", unit=unit, bound="about") if many else None
    if "S" in letters or "2" in letters:
        return Meaning("duration", unit=unit, bound="about")
    if not counts:
        return None
    count = counts[0]
    if "H" in letters:
        count += 0.5
    bound = "more_than" if "x" in letters else "less_than" if "y" in letters else "about" if set("z1") & set(letters) else "exact"
    if "x" in letters and "k" in letters:
        return None
    return Meaning("duration", unit=unit, count=count, bound=bound)  # type: ignore[arg-type]


def _street(match: Match) -> Meaning | None:
    """ "place du 8-Mai", but not "sur place lundi"."""
    before = match.tokens.low[: match.tokens.starts[match.first]].rstrip()
    return None if match.word(0) == "place" and before.endswith(("sur", "en", "mise en")) else BLOCK


def _block(match: Match) -> Meaning | None:
    return BLOCK


def _every_week(match: Match) -> Meaning | None:
    """ "du lundi au vendredi": every week; "de lundi à vendredi": these days."""
    return BLOCK if match.word(0) == "du" else None


def _hyphened(match: Match) -> Meaning | None:
    """ "14-Juillet" is a feast; "11-Septembre", "8-Mai-1945" are names of events and streets."""
    day = (match.get("M"), match.get("dw"))
    if day in _NAMED_DAYS and match.before != "%" and "Y" not in match.letters:
        return Meaning("day", month=day[0], day=int(day[1]))
    return BLOCK


_NAMED_DAYS = ((5, 1), (5, 8), (7, 14), (11, 11))  # holidays that are called by their date: "le 14-Juillet"


def _feast(match: Match) -> Meaning | None:
    return Meaning("feast", _year(match.get("Y")), unit=match.get("F"), which=match.which)


_COUNT = r"(?:[xyz~]f?)?(?:u?1f|f?2f|[dwn][oa][dwn]|[dwunY]|S)"
CORES = rules(
    (r"%f?l?[dwWM]-?M?(?:-?Y)?", "?", _street),
    (r"W#|!(?:W|U|B)", "?", _block),
    (r"NW", "?", _block),  # "un 14e samedi de mobilisation"
    (r"fUaJ|AlJ", "?", _block),  # "du jour au lendemain", "ce n'est pas demain la veille"
    (r"flWaW|fWaW(?!d)", "?", _every_week),
    (r"(?<=[%f])[dw]-M(?:-Y)?|[dw]-M(?:-Y)?", "5", _hyphened),
    (r"(?:[lc]?W,?)?l?[dw](?:,l?[dw])*kl?(?:W)?[dw]MY?(?:[qp])?", "5", _days),
    (r"(?:f|f?W|E)l?W?[dw](?:a|kl?)W?[dw]MY?(?:[qp])?", "5", _days),
    (r"l?[dw]-[dw]MY?", "5", _days),
    (r"[dw]a[dw]MY?", "5", _days),
    (r"(?:(?:[lc]?WB?,?)?l?|c)[dw]f?(?:lUf)?M(?:\.?,?Y|[qp]|fcU|f?lU[qp])?", "5", _date),
    (r"l?X", "5", _numeric),
    (r"[lc]?W[dN]", "5", _weekday_number),
    (r"ld", "5", _lone_day),
    (r"[lc]?W[vrqp]?", "5", _weekday),
    (r"(?:l?W)f?[cl]U[qp]?", "5", _weekday_of_week),
    (r"(?:[ef]|a?l?Uf|aUf)?M(?:\.?,?f?Y|[qp])?|cM|M(?:lU[qp])", "6", _month),
    (r"[ef]?M(?:fl=U|f[lc]U[qp]?)", "6", _month_of_year),
    (r"(?:[ef])?M[koa-]MY?|EMkMY?", "6", _months),
    (r"eY|Y(?![?](?![?]))|Y", "6", _bare_year),
    (r"[lae]?l?UY", "6", _year_unit),
    (r"e?Y-Y", "6", _years),
    (r"(?:al?|l|c)Z(?:f?Y|[qpvr])?|eZY|ZY|Z[qp]", "6", _season),
    (r"(?:al?|e|[lfi]l?)?(?:Q|[dN]U)(?:f?Y|f[cl]U(?:Y)?)?", "6", _quarter),
    (r"i?[lf]?U[Ydnw]", "6", _decade),
    (r"[al]?NU", "6", _century),
    (r"c=?U(?:-?t)?|l=U|lU=|[la]U[qprv]|[la]l?U[qprv]|cU[qp]|aUM[qp]", "6", _unit),
    (r"(?:i?l|c|f|P[lf]|al?)(?:[dwn])?[qprv](?:[dwn])?[Uhm]|(?:i?l|c|f)[dwn]?[Uhm][qprv]", "6", _recent),
    (r"(?:i|P)?[laf]U", "6", _weekend),
    (r"AB?", "5", _deictic),
    (r"(?:al?|l)J(?:a?l?B)?", "5", _eve),
    (r"cB(?:-t)?|lB-?=", "7", _this_daypart),
    (r"lB[qp]", "5", _last_daypart),
    (r"(?:i|e)(?:bf)?l?B|[az~]l?(?:bf)?l?B|(?:[ea]l?)?bf?l?B|[DRVsjz~]+(?:f|a)?l?B", "7", _daypart),
    (r"(?:[ea]l?)?bfl?U", "7", _day_edge),
    (r"(?<!zf)(?<!P)(?:[zRVDjs~]|~f)*[al]?l?C(?:fB|aB)?g?", "7", _clock),
    (r"(?:~f?|~?a|z?[RVDj]a?|za)[dwu]h(?:k[H3])?(?:fB)?g?|[dwu]h(?:k[H3])?(?:fB|g)", "7", _clock),
    (r"C[dwn]m(?:[dwn]m?)?", "8", _timed),
    (r"eC(?:[dwn]m(?:[dwn]m?)?)?", "9", _timed),
    (r"(?:[fE])?(?:C|[dw]h)(?:[ka])(?:C|[dw]h)g?|E[dw]k(?:C|[dw]h)g?|f[dw]a[dw]h|[dw]-[dw]h", "7", _clock_range),
    (_COUNT + r"[Uhm](?:kH|kuH|k[dwu][Uhm])?|(?<=[sIP])f[Uhm]|f[Uhm](?=[LT])", "8", _quantity),
    (r"al?F(?:Y|[qp])?|l?F[Yqp]|[lc]F|(?<=[VRsjDGz~b])[al]?l?F|(?<=[BJU])fl?F", "5", _feast),
)
