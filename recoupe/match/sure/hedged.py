"""What one report hedges and another tells as done in words that hardly share one.

A report holds few such clauses ("aurait rencontré", "pourrait avoir renforcé"), so for each the one clause of another report
is sought that fits best, from either side. What tells is all that both have in common at once, weighed by a small logistic
regression, fitted on the gold; what is an ability, a rule, an aim or somebody's future is no hedge (`doubts` finds the rest).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from recoupe.find.done.moods import is_conditional, verb_group
from recoupe.lang.plain import plain
from recoupe.match.acts.clauses import LIGHT
from recoupe.match.acts.levels import SURE
from recoupe.match.acts.slots import compare_figures, compare_whens
from recoupe.match.alike.surroundings import (
    Regression,
    Surroundings,
    Words,
    Worth,
    content_lemma,
    names_of,
    surroundings,
)
from recoupe.match.asked.twoacts import are_two_acts, have_two_years
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, agree, touches
from recoupe.match.sure.doubts import DOUBTED, DoubtReader, Told
from recoupe.match.sure.hardened import act_days, draft_told, is_held, known_places
from recoupe.match.when.hours import HOUR, minutes_of
from recoupe.parse.document import Word
from recoupe.types import Figure, When

JUDGE = Regression(
    -5.18,
    {
        "best word": 0.45,
        "second word": 1.08,
        "party": 1.05,
        "near": 1.2,
        "lead here": 1.1,
        "lead there": 1.25,
        "family": 1.31,
        "frame": 1.06,
        "parts": 1.0,
        "subject": 0.81,
        "hour": 5.11,
        "time": 0.62,
        "act": 0.75,
    },
)
_BAR = 0.3  # chance of one fact: three in four are
_FAR = 0.45  # the same between reports days apart
_LEAST = 0.5  # what two clauses must have in common to be weighed
_DEED = ("family", "frame", "act")  # of which reports days apart need one
_SHOWN = 8  # reports set beside one that hedges
_FEW = 2  # a number that two reports share by chance
_SHORT = 16  # words of a sentence that is one clause
_STOPS = frozenset(';:()«»"–—')
_OPENS = frozenset(  # behind a comma, what opens another clause
    "et mais tandis alors avant après qui que dont où or selon d' a ont puis dit indique précise affirme rapporte car".split()
)
_MODALS = frozenset("pouvoir devoir sembler vouloir falloir envisager aller".split())
_LEAVING, _SEEMING = frozenset(("pouvoir", "devoir")), frozenset(("sembler", "paraître"))
_SUSPECTING = frozenset("soupçonner suspecter accuser reprocher présumer".split())
_STEPS = frozenset("ARREST CHARGE INVESTIGATE TRIAL ACCUSE SENTENCE SUE SAY DENY".split())  # what follows a suspicion
_THINKING = frozenset("penser croire estimer supposer soupçonner".split())
_LIGHT = frozenset(plain(w) for w in LIGHT)


def draft_hedged(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each hedged clause that one clause of other reports tells as done.

    Where a matter sets them side by side already, it says so there.
    """
    pages = {r: _Page(desk, r) for r in sorted(desk.readings) if len(desk.related[r]) > 1}
    known, words = known_places(drafts, ("certainty", "status")), Words(desk)
    out = list(drafts)
    for report, page in pages.items():
        for weak in page.hedged:
            rows = _told_elsewhere(desk, pages, words, page, weak)
            found = [s for s in rows if not is_held(known.get((report, s.report), ()), weak, s)]
            if not found or not (draft := draft_told(desk, weak, found[:_SHOWN])):
                continue
            home = next((n for n, d in enumerate(drafts) if _holds(d, weak, found)), -1)
            if home < 0:
                out.append(draft)
            else:
                out[home] = _with_more(out[home], draft)
    return out


def _holds(draft: Draft, weak: Told, found: Sequence[Told]) -> bool:
    """Does a matter set all these clauses side by side, as one telling or for their sources?"""
    told = [s for d in draft.differences if d.slot in ("source", "telling") for v in d.values for s in v.evidence]
    return bool(told) and all(touches(t.span, told) for t in (weak, *found))


def _with_more(draft: Draft, more: Draft) -> Draft:
    """A matter that tells, too, how sure each report is."""
    known = {d.slot for d in draft.differences}
    differences = (*draft.differences, *(d for d in more.differences if d.slot not in known))
    worst = agree(len(draft.reports), differences, disputed=draft.agreement == "disputed")
    return replace(draft, differences=differences, agreement=worst)


class _Page:
    """One report, with its hedged clauses, those it tells as done, and what each of them holds."""

    def __init__(self, desk: Desk, report: str) -> None:
        self.desk, self.report = desk, report
        self.reader = DoubtReader(desk, report)
        self.parsed = self.reader.parsed
        self._names = self.reader.in_names | {w.i for w in self.parsed.words if w.pos == "PROPN"}
        self._where: dict[int, Surroundings] = {}
        self._held: dict[int, tuple[frozenset[str], frozenset[str]]] = {}
        self.hedged = [t for t in self.reader.doubted() if t.status in DOUBTED and self._is_hedge(t)]
        self._done: list[Told] | None = None
        self._often: Counter[str] | None = None

    @property
    def done(self) -> list[Told]:
        """The clauses that it tells as done, on nobody else's word."""
        if self._done is None:
            quoted = {i for q in self.parsed.quotes for i in self.parsed.at(q.inner_start, q.inner_end)}
            verbs = (w for w in self.parsed.words if w.feat("VerbForm") != "Inf" and self.reader.is_predicate(w))
            told = (t for w in verbs if w.i not in quoted or w.i in self.reader.tellers for t in self.reader.told(w, SURE))
            self._done = [t for t in told if not t.teller and self._is_flat(t)]
        return self._done

    def _is_flat(self, told: Told) -> bool:
        """Is it told by a verb of its own, in no question, and is nobody suspected or led to court in it?"""
        word = self.parsed.words[told.word]
        finite = word.head == word.i or verb_group(self.parsed, word.i)[0] is not None
        event = self.reader.events.get(told.word)
        if not finite or event is not None and event.frame in _STEPS:
            return False
        asked = self.desk.text(told.span).rstrip(' »"').endswith("?")
        return not asked and not any(w.lemma in _SUSPECTING for w in self._sentence(told))

    def _is_hedge(self, told: Told) -> bool:
        """Does it leave open what was, and not tell what may be done, what for, or what will be?"""
        word = self.parsed.words[told.word]
        modal = self.parsed.words[word.head]
        if told.lemma in _MODALS or not told.finite:  # of a modal the act is the verb below
            return False
        if word.feat("VerbForm") != "Inf" or modal.lemma in _SUSPECTING:
            return True
        finite = verb_group(self.parsed, modal.i)[0] or modal
        thought = modal.lemma == "pouvoir" and any(w.lemma in _THINKING for w in self._sentence(told))
        return thought or modal.lemma in _LEAVING and is_conditional(finite) or modal.lemma in _SEEMING

    def _sentence(self, told: Told) -> tuple[Word, ...]:
        sentence = self.parsed.sentences[told.sentence]
        return tuple(self.parsed.words[sentence.first : sentence.last])

    def where(self, told: Told) -> Surroundings:
        """What stands around its predicate."""
        if told.word not in self._where:
            self._where[told.word] = surroundings(self.desk, self.report, told.word, ())
        return self._where[told.word]

    def reach(self, told: Told) -> range:
        """The words of its clause, as far as punctuation tells: trees are often wrong where news are long."""
        sentence = self.parsed.sentences[told.sentence]
        first = last = told.word
        if sentence.last - sentence.first <= _SHORT:
            return range(sentence.first, sentence.last)
        while first > sentence.first and not self._parts(first - 1, sentence.last):
            first -= 1
        while last < sentence.last and not self._parts(last, sentence.last):
            last += 1
        return range(first, last)

    def _parts(self, i: int, end: int) -> bool:
        """Does this word part two clauses?"""
        words = self.parsed.words
        return words[i].text in _STOPS or words[i].text == "," and i + 1 < end and words[i + 1].lower in _OPENS

    def held(self, told: Told) -> tuple[frozenset[str], frozenset[str]]:
        """The content words of its clause that are no names, and the parties in it but for who tells it."""
        if told.word not in self._held:
            reach = self.reach(told)
            lemmas = (content_lemma(self.parsed.words[i]) for i in reach if i not in self._names)
            teller = self.desk.statements[told.teller].speakers if told.teller else ()
            actors = {a for i in reach for a in self.reader.actors.get(i, ()) if a in self.desk.actors}
            self._held[told.word] = frozenset(x for x in lemmas if x), frozenset(actors.difference(teller))
        return self._held[told.word]

    def rarity(self, actor: str) -> float:
        """What it says that a clause names a party: less where many sentences do."""
        if self._often is None:
            held = ({a for i in range(s.first, s.last) for a in self.reader.actors.get(i, ())} for s in self.parsed.sentences)
            self._often = Counter(a for actors in held for a in actors)
        return float(max(1, self._often[actor]) ** -0.5)

    def figures(self, told: Told) -> list[Figure]:
        """The numbers of its clause."""
        start, end = self._ends(told)
        here = (f for f in self.desk.readings[self.report].figures if start <= f.span.start < end)
        return [f for f in here if (f.low or f.high or 0) > _FEW]

    def whens(self, told: Told) -> list[When]:
        """The times of its clause."""
        start, end = self._ends(told)
        return [
            w for w in self.desk.readings[self.report].whens if w.span and w.earliest and w.latest and start <= w.span.start < end
        ]

    def hours(self, told: Told) -> set[int]:
        """The times of day in its clause, as minutes."""
        return {minutes_of(m) for m in HOUR.finditer(self.parsed.text, *self._ends(told))} - {-1}

    def _ends(self, told: Told) -> tuple[int, int]:
        reach = self.reach(told)
        return self.parsed.words[reach[0]].start, self.parsed.words[reach[-1]].end


def _told_elsewhere(desk: Desk, pages: Mapping[str, _Page], words: Words, page: _Page, weak: Told) -> Iterator[Told]:
    """The clause of each other report that tells it as done, where one fits well enough."""
    for other in sorted(desk.related[page.report] - {page.report}):
        if other in pages and not desk.are_weeks_apart(page.report, other):
            worth = words.between(page.report, other)
            scored = [(chance, -s.word, s) for s, chance in _weighed(desk, worth, page, pages[other], weak)]
            best = max(scored, key=lambda row: row[:2], default=None)
            if best and best[0] >= (_FAR if desk.are_days_apart(page.report, other) else _BAR):
                yield best[2]


def _weighed(desk: Desk, worth: Worth, page: _Page, other: _Page, weak: Told) -> Iterator[tuple[Told, float]]:
    """The clauses of another report that may tell it, with the chance that they do."""
    far = desk.are_days_apart(page.report, other.report)
    fits = {s.word: worth.fit(page.where(weak), other.where(s)).total for s in other.done}
    for strong in other.done:
        fit = fits[strong.word]
        if fit <= _LEAST or _are_two(desk, page, other, weak, strong):
            continue
        features = _features(desk, worth, page, other, weak, strong)
        if far and not any(features[name] for name in _DEED):
            continue
        features["lead here"] = _lead(fit, (fits[s.word] for s in other.done if s.sentence != strong.sentence))
        if JUDGE.chance(features | {"lead there": 1.0}) < _BAR:
            continue
        mine = (t for t in (*page.done, *page.hedged) if t.sentence != weak.sentence)
        features["lead there"] = _lead(fit, (worth.fit(page.where(t), other.where(strong)).total for t in mine))
        yield strong, JUDGE.chance(features)


def _lead(fit: float, others: Iterable[float]) -> float:
    """Half where the next best fits as well, one where nothing else fits."""
    return fit / (fit + max(others, default=0.0))


def _features(desk: Desk, worth: Worth, page: _Page, other: _Page, weak: Told, strong: Told) -> dict[str, float]:
    (mine, here), (theirs, there) = page.held(weak), other.held(strong)
    sides = [sorted(worth.alike(*side), reverse=True) for side in ((mine, theirs), (theirs, mine))]
    best = [min(side[n] if len(side) > n else 0.0 for side in sides) for n in (0, 1)]
    common = weak.cores & strong.cores
    parts = {k for k in _parts(weak) & _parts(strong) if k[0] != "@"}
    places = sorted((t.report, t.sentence) for t in (weak, strong))
    known = frozenset().union(*map(names_of, theirs)) if theirs else frozenset()
    return {
        "best word": best[0],
        "second word": best[1],
        "party": max((min(page.rarity(a), other.rarity(a)) for a in here & there), default=0.0),
        "near": float((places[0], places[1]) in desk.nearest),
        "family": float(any(c[0] in "fr" for c in common)),
        "frame": float(any(c[0] == "F" for c in common)),
        "parts": float(min(2, len(parts))),
        "subject": float(any(k[0] != "~" for k in weak.subject & strong.subject)),
        "hour": float(bool(page.hours(weak) & other.hours(strong))),
        "time": float(any(compare_whens(a, b) == "same" for a in page.whens(weak) for b in other.whens(strong))),
        "act": float(weak.lemma not in _LIGHT and not known.isdisjoint(names_of(weak.lemma))),
    }


def _parts(told: Told) -> set[str]:
    """Who and what takes part in it."""
    return {k for k in told.subject | told.objects | told.things if k[0] != "~"}


def _are_two(desk: Desk, page: _Page, other: _Page, weak: Told, strong: Told) -> bool:
    """Do doers, years, days or numbers part them?"""
    x, y = page.where(weak), other.where(strong)
    if have_two_years(desk, x, y) or are_two_acts(desk, x, y, sure=False):
        return True
    days = [list(act_days(desk, t)) for t in (weak, strong)]
    if any(compare_whens(a, b) == "disjoint" for a in days[0] for b in days[1]):
        return True
    left, right = page.figures(weak), other.figures(strong)
    return bool(left and right) and not any(compare_figures(a, b) in ("same", "refined") for a in left for b in right)
