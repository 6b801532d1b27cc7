"""Words of a report as grammar letters: numbers read to their value, time words to their class.

`lex` turns a text into one letter a token, so that the grammars of times and figures are short regexes over letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from recoupe.lang.tables import read_table
from recoupe.parse.characters import straighten

#: class in time_words.tsv -> letter
LETTERS = {
    "weekday": "W",
    "month": "M",
    "month_short": "M",
    "season": "Z",
    "daypart": "B",
    "unit": "U",
    "hour": "h",
    "short_unit": "m",
    "deictic": "A",
    "veille": "J",
    "the": "l",
    "this": "c",
    "same": "=",
    "next": "p",
    "last": "q",
    "previous": "r",
    "following": "v",
    "in": "e",
    "at": "a",
    "of": "f",
    "within": "i",
    "since": "s",
    "edge": "b",
    "nth": "Q",
    "and": "k",
    "or": "o",
    "during": "P",
    "until": "j",
    "before": "V",
    "after": "R",
    "by": "G",
    "from": "D",
    "ago": "I",
    "between": "E",
    "more": "x",
    "less": "y",
    "around": "z",
    "toward": "~",
    "later": "L",
    "earlier": "T",
    "some": "S",
    "half": "H",
    "zone": "g",
    "there": "t",
    "here": "t",
    "every": "!",
    "street": "%",
    "shrove": "#",
}
# d small integer in digits, w number word, u un/une, n other number, Y four digits that may be a year, C clock time,
# X numeric date,
# N ordinal or roman numeral, F feast, about nouns: 1 dizaine, 2 dizaines; 3 part ("tiers"), 0 aucun
# Punctuation: , - ( ) . stand for themselves, / a line end, ? any other word.


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text as letters: letters[k] is the class of text[starts[k]:ends[k]], values[k] its value."""

    text: str
    low: str  # the text in lower case with straight marks, offset for offset
    letters: list[str]
    starts: list[int]
    ends: list[int]
    values: list[object]

    def add(self, letter: str, start: int, end: int, value: object) -> None:
        """One token more."""
        self.letters.append(letter)
        self.starts.append(start)
        self.ends.append(end)
        self.values.append(value)


@cache
def _tables() -> tuple[dict[str, tuple[str, object]], dict[str, tuple[str, float]], dict[str, re.Pattern[str]]]:
    """The words by class, the number words, and the phrases by their first word."""
    words: dict[str, tuple[str, object]] = {}
    for row in read_table("lang/fr/time_words.tsv", ("word", "class", "value", "example")):
        value: object = row["value"]
        if isinstance(value, str) and re.fullmatch(r"-?\d+", value):
            value = int(value)
        words[row["word"]] = (LETTERS[row.one_of("class", LETTERS)], value)
    for row in read_table("lang/fr/holidays.tsv", ("name", "rule", "shift", "example")):
        words[row["name"]] = ("F", f"{row['rule']} {row['shift']}".strip())
    numbers: dict[str, tuple[str, float]] = {}
    kinds = ("number", "scale", "about", "abouts", "part", "none")
    for row in read_table("lang/fr/numbers.tsv", ("word", "kind", "value", "example")):
        numbers[row["word"]] = (row.one_of("kind", kinds), float(row["value"]))
    phrases: dict[str, list[str]] = {}
    for phrase in sorted((w for w in words if not re.fullmatch(r"[^\W\d_]+'?", w)), key=lambda w: (-len(w), w)):
        phrases.setdefault(_WORD.match(phrase)[0], []).append(phrase)  # type: ignore[index]
    starts = {first: re.compile("(?:" + "|".join(map(re.escape, found)) + r")(?!\w)") for first, found in sorted(phrases.items())}
    return words, numbers, starts


_WORD = re.compile(r"[^\W\d_]+'?")
_MILLION = 1e6
_TIME_UNIT = re.compile(r" (?:ans?|années?|mois|semaines?|jours?|heures?|minutes?|fois)(?!\w)")
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+'?(?![\d_]))"
    r"|(?P<x>\d{4}-\d\d-\d\d(?:t[\d:]+)?(?!\w)|\d{4}/\d\d/\d\d(?!\w)|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)(?![\w/-]))"
    r"|(?P<phone>\d\d(?:[ .-]\d\d){4}(?!\d)|\d+(?:[/:]\d+){2,})"
    r"|(?P<clock>(?:[01]?\d|2[0-4])(?: ?h ?[0-5]\d(?! ?min)| ?h(?![\w'])| ?heures? [0-5]\d(?! ?(?:min|%|sec))"
    r"|:[0-5]\d(?::[0-5]\d)?(?![.,]\d))(?!\w))"
    r"|(?P<ordinal>\d+ ?(?:er|ère|re|nd|nde|ème|eme|e)(?![\w']))"
    r"|(?P<number>\d{1,3}(?:[ .]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[,.]\d+)?(?:(?!\w)|(?=(?:km²?|kg|cm|mm|ml|cl|ha|m²?|g)(?!\w))))"
    r"|(?P<mixed>[^\W_]+)"
    r"|(?P<line>\n\s*)"
    r"|[^\w\s]"
)
_CENTURY = re.compile(r"([ivx]{1,5})(?:e|è|ème|eme)$")


def lower(text: str) -> str:
    """Straight, lower-case text of the same length."""
    straight = straighten(text)
    low = straight.lower()
    return low if len(low) == len(straight) else "".join(c.lower() if len(c.lower()) == 1 else c for c in straight)


@cache
def _known() -> frozenset[str]:
    """Every word that means something to the grammars, or begins a phrase that does."""
    words, numbers, phrases = _tables()
    return frozenset((*words, *numbers, *phrases))


@lru_cache(maxsize=2)
def lex(text: str) -> Tokens:
    """The tokens of a text, numbers of several words joined to one. The last texts are kept: times and figures read the same."""
    words, numbers, phrases = _tables()
    low = lower(text)
    out = Tokens(text, low, [], [], [], [])
    letters, ends, run, skip = out.letters, out.ends, _Run(out), 0
    known = _known()
    for found in _TOKEN.finditer(low):
        start, end = found.span()
        if start < skip:
            continue
        kind, word = found.lastgroup, low[start:end]
        if kind == "word":
            if not run.open and word not in known and word[0] not in "ivx":
                if letters and letters[-1] == "?":
                    ends[-1] = end  # words that mean nothing here make one token
                else:  # written out: every second token of a text is one
                    letters.append("?")
                    out.starts.append(start)
                    ends.append(end)
                    out.values.append(None)
            elif word in phrases and (longer := phrases[word].match(low, start)):
                skip = longer.end()
                run.stop()
                out.add(words[longer.group()][0], start, skip, words[longer.group()][1])
            elif not ((word in numbers or run.open) and run.take(word, numbers.get(word), start, end)):
                run.stop()
                out.add(*_word(words, word, start, end))
        elif kind is None and word == "-" and run.open:
            run.pending.append((word, start, end))
        else:
            run.stop()
            if kind == "number":
                run.digits(word, start, end)
            else:
                out.add(*_other(kind, word, start, end))
    run.stop()
    return out


def _word(words: dict[str, tuple[str, object]], word: str, start: int, end: int) -> tuple[str, int, int, object]:
    """A word that is no part of a number: its class, or a roman ordinal."""
    letter, value = words.get(word) or ("?", None)
    if letter == "?" and word[0] in "ivx" and (roman := _CENTURY.match(word)):
        letter, value = "N", _roman(roman[1])
    return letter, start, end, value


def _other(kind: str | None, word: str, start: int, end: int) -> tuple[str, int, int, object]:
    """A token that is neither a word nor a number."""
    if kind == "clock":
        return "C", start, end, _clock(word)
    if kind == "ordinal":
        number = float(re.match(r"\d+", word)[0])  # type: ignore[index]
        return ("d" if number == 1 and word.endswith("er") else "N"), start, end, number
    if kind == "x":
        return "X", start, end, word
    if kind == "line":
        return "/", start, end, None
    return (word if kind is None and word in ",-()." else "?"), start, end, None


class _Run:
    """A number that is being read, word by word: "deux", "cent", "mille"."""

    __slots__ = ("cur", "end", "first", "kind", "open", "out", "pending", "scale", "start", "total", "word")

    def __init__(self, out: Tokens) -> None:
        self.out = out
        self.open = False
        self.start = self.end = 0
        self.total = self.cur = 0.0
        self.scale = 1e12
        self.kind = ""
        self.word = ""
        self.first = ""
        self.pending: list[tuple[str, int, int]] = []

    def digits(self, word: str, start: int, end: int) -> None:
        """Begin with figures."""
        clean = word.replace(" ", "")
        if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", clean):
            clean = clean.replace(".", "")
        self._begin(word, start, end)
        self.cur, self.kind = float(clean.replace(",", ".")), "digits"

    def _begin(self, word: str, start: int, end: int) -> None:
        self.open, self.start, self.end, self.total, self.scale = True, start, end, 0.0, 1e12
        self.first = self.word = word
        self.pending = []

    def take(self, word: str, known: tuple[str, float] | None, start: int, end: int) -> bool:
        """Add a number word. False when it does not continue the open number."""
        if known is None:
            if word == "et" and self.kind == "number" and self.cur % 100 in (20, 30, 40, 50, 60):
                self.pending.append((word, start, end))
                return True
            return False
        kind, value = known
        if not self.open:
            self._begin(word, start, end)
            self.kind, self.cur = ("number", value) if kind in ("number", "scale") else (kind, value)
            if kind == "scale" and value >= 1000:
                self.total, self.cur, self.scale = value, 0.0, value
            return True
        if self.kind not in ("number", "digits") or kind not in ("number", "scale"):
            self.close()
            return self.take(word, known, start, end)
        apart = self.total >= _MILLION and kind == "number" and _TIME_UNIT.match(self.out.low, end)
        if apart or not self._add(word, kind, value):  # "cinq millions, un an plus tôt", "coûta deux milliards six ans après"
            self.close()
            return self.take(word, known, start, end)
        self.end, self.word, self.pending = end, word, []
        return True

    def _add(self, word: str, kind: str, value: float) -> bool:
        joined = [p[0] for p in self.pending]
        if kind == "scale":
            if value == 100:
                if self.kind == "digits" or self.cur >= 100:
                    return False
                self.cur = max(self.cur, 1) * 100
                return True
            if value >= self.scale:
                return False
            self.total += (self.cur or (0 if self.total else 1)) * value if self.cur or not self.total else 0
            self.cur, self.scale = 0.0, value
            self.kind = "number"
            return True
        if self.kind == "digits" and self.scale > 1e9:
            return False
        tail = self.cur % 100
        if tail == 4 and value == 20 and word.startswith("vingt"):
            self.cur += 76
            return True
        if "et" in joined and value not in (1, 11):
            return False
        if (
            tail == 0
            or (tail in (20, 30, 40, 50) and value < 10)
            or (tail in (60, 80) and value < 20)
            or (tail in (10, 70, 90) and value in (7, 8, 9))
        ):
            self.cur += value
            return True
        return False

    def stop(self) -> None:
        """Write the number, if one is open."""
        if self.open:
            self.close()

    def close(self) -> None:
        """Write the number that was read, and the hyphen or "et" that turned out not to belong to it."""
        tenths = self.total >= _MILLION and self.scale >= _MILLION and 0 < self.cur < 10
        number = self.total + self.cur * (self.scale / 10 if tenths else 1)  # "deux milliards six" is 2.6 billion
        self.out.add(self._letter(number), self.start, self.end, number)
        for word, start, end in self.pending:
            self.out.add("k" if word == "et" else word, start, end, None)
        self.open = False

    def _letter(self, number: float) -> str:
        if self.kind in ("about", "abouts", "part", "none"):
            return {"about": "1", "abouts": "2", "part": "3", "none": "0"}[self.kind]
        if self.kind == "digits":
            if len(self.first) == 4 and self.first.isdigit() and 1000 <= number <= 2100:
                return "Y"
            return "d" if 1 <= number <= 31 and self.first.isdigit() else "n"
        if self.first in ("un", "une") and self.end - self.start <= 3:
            return "u"
        return "w"


def _clock(word: str) -> tuple[int, int]:
    hour, *rest = re.findall(r"\d+", word)
    return int(hour), int(rest[0]) if rest else 0


_ROMAN = {"i": 1, "v": 5, "x": 10}


def _roman(word: str) -> float:
    digits = [_ROMAN[c] for c in word]
    return float(sum(-d if d < max(digits[k + 1 :], default=0) else d for k, d in enumerate(digits)))
