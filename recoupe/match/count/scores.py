"""The score of one match as several reports give it ("2-1", "deux buts à un", "un partout"): final, at the break, or then."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial

from recoupe.lang.numbers import cardinals
from recoupe.lang.plain import plain
from recoupe.lang.tables import read_table
from recoupe.match.acts.slots import days_between
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, fitting, in_order
from recoupe.parse.document import Parsed, Sentence
from recoupe.types import Difference, SlotVerdict, Span, Value

_VALUE = cardinals(0, 20) | {"rien": 0, "une": 1, "aucun": 0}
_NUM = rf"(?:\d{{1,3}}|{'|'.join(sorted(_VALUE, key=len, reverse=True))})"
_UNIT = r"(?: ?(?:buts?|points?|sets?|manches?|essais?))"
_SCORE = re.compile(
    rf"(?i)(?<![\w.,/-])(?:(?P<a>\d{{1,3}}) ?[-–] ?(?P<b>\d{{1,3}})(?![\w/-]|[.,]\d)"
    rf"|(?P<c>{_NUM})(?:{_UNIT} à|(?<=\d) ?à) (?P<d>{_NUM})(?!\w|[.,:h]\d| ?%| ?h\b)|(?P<e>{_NUM}){_UNIT}? partout(?!\w)"
    r"|(?P<nil>score (?:nul et )?vierge|nul et vierge))"
)
# A sentence that tells a score has a word of the game; one of these may be a range or a date.
_GAME = re.compile(
    r"(?i)\b(?:scores?|buts?|batt\w+|victoire|défaite|impos\w+|inclin\w+|men(?:ait|aient|é|és|er)|égalis\w+|match|matchs|rencontre|finale|"
    r"mi-temps|pause|tirs au but|affichage|écras\w+|domin\w+|vainqueur|succès|qualifi\w+|tenu en échec|ouvert la marque|revers|"
    r"l['’]emport\w+|remport\w+|gagn\w+|perd\w*|étrill\w+|dispos\w+|surclass\w+|sombr\w+|humili\w+|cartonn\w+|atomis\w+|corrig\w+|désillusion|nul|naufrage|correction|"
    r"vainc\w+|s['’]en sort\w*|sort vainqueur|renvers\w+|accroch\w+|élimin\w+|terrass\w+|fess\w+|pulvéris\w+|courte tête)\b"
)
_OTHER = re.compile(
    r"(?i)\b(?:à l['’]aller|au match aller|au retour|saison (?:dernière|passée)|l['’]an dernier|en (?:19|20)\d\d|cumul\w*|"
    r"sur l['’]ensemble des deux|confrontations?|bilan|cote|article|loi|(?:avait|avaient) (?:\w+ ){0,2}"
    r"(?:perdu|battu|gagné|concédé|dominé|remporté|tenu|arraché|écrasé|sombré|cédé|été|pris|fait))\b"
)
_TENNIS = re.compile(r"\d ?[-–] ?\d{1,2}(?: ?\(\d+\))?,? (?:et )?\d ?[-–] ?\d")
_SHOOTOUT = re.compile(r"(?i)\b(?:tirs aux? buts?|t\.?a\.?b|prolongations?|pénalties|penalties)\b")
_NEAR = 3  # days between two reports on one match


@dataclass(frozen=True, slots=True)
class Score:
    """One score of a report, the higher number first, and at what stage the match stood so."""

    report: str
    stage: str  # final, break, shootout, then
    numbers: tuple[int, int]
    span: Span
    names: frozenset[str]


def draft_scores(desk: Desk) -> Iterator[Draft]:
    """One matter for each stage of the match of which two reports give one score each."""
    by_stage: dict[str, dict[str, list[Score]]] = defaultdict(lambda: defaultdict(list))
    for report in sorted(desk.readings):
        for score in find_scores(desk.readings[report].parsed) if len(desk.related[report]) > 1 else ():
            by_stage[score.stage][report].append(score)
    for stage in sorted(by_stage):
        ones = {r: found[0] for r, found in by_stage[stage].items() if len({s.numbers for s in found}) == 1}
        for group in fitting((ones[r] for r in sorted(ones)), partial(_is_one, desk)):
            if len(group) > 1 and (draft := _draft(desk, stage, group)):
                yield draft


def find_scores(parsed: Parsed) -> Iterator[Score]:
    """The scores that a report tells of the match it tells of."""
    for sentence in parsed.sentences:
        text = parsed.text[sentence.start : sentence.end]
        if not _GAME.search(text) or _OTHER.search(text) or _TENNIS.search(text):
            continue
        for match in _SCORE.finditer(text):
            numbers = _numbers(match)
            after = text[match.end() : match.end() + 14].lower()
            if numbers is None or re.match(r"\s*(?:ans?|mois|jours?|heures?|euros?|%|mètres?|kilomètres?|km|degrés?)\b", after):
                continue
            span = Span(parsed.report, sentence.start + match.start(), sentence.start + match.end())
            stage = _stage(text, match.start(), match.end())
            if stage == "shootout" and numbers[0] == numbers[1]:
                stage = "final"  # no shoot-out ends in a draw
            yield Score(parsed.report, stage, numbers, span, _names(parsed, sentence))


def _numbers(match: re.Match[str]) -> tuple[int, int] | None:
    if match["nil"]:
        return 0, 0
    parts = [match[k] for k in ("a", "b", "c", "d", "e") if match[k] is not None]
    values = [int(p) if p.isdigit() else _VALUE[p.lower()] for p in parts]
    values = values * 2 if len(values) == 1 else values
    return (max(values), min(values)) if max(values) < 200 else None


@cache
def _stages() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = read_table("lang/fr/match_stages.tsv", ("stage", "words", "title", "example"))
    told = ((row["stage"], row.many("words")) for row in rows if row["words"] != "-")
    return tuple((stage, re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, words))})")) for stage, words in told)


def _stage(text: str, start: int, end: int) -> str:
    """The stage that the words of the clause tell."""
    left = max(text.rfind(mark, 0, start) for mark in ",;:(") + 1
    marks = [n for mark in ",;:)" if (n := text.find(mark, end)) >= 0]
    clause = text[left : min(marks, default=len(text))]
    return next((stage for stage, words in _stages() if words.search(clause)), "final")


def _names(parsed: Parsed, sentence: Sentence) -> frozenset[str]:
    held = parsed.words[sentence.first : sentence.last]
    return frozenset(plain(w.text) for w in held if w.pos == "PROPN" or w.text[:1].isupper() and w.i > sentence.first)


def _is_one(desk: Desk, a: Score, b: Score) -> bool:
    """Are both of one match: of one affair, of the same days, no two pairs of teams?"""
    if b.report not in desk.related[a.report]:
        return False
    days = [d for s in (a, b) if (d := desk.published(s.report)) and d.earliest and d.latest]
    if len(days) == 2 and days_between(days[0], days[1]) > _NEAR:
        return False
    if a.names and b.names and not a.names & b.names:
        return False
    return max(a.numbers) <= 3 * max(b.numbers, default=0) + 4 and max(b.numbers) <= 3 * max(a.numbers) + 4


def _draft(desk: Desk, stage: str, group: list[Score]) -> Draft | None:
    verdict: SlotVerdict = "same" if len({s.numbers for s in group}) == 1 else "contradicted"
    if verdict == "contradicted" and any(_SHOOTOUT.search(desk.readings[s.report].report.text) for s in group):
        return None  # which of the two scores each report means is not known
    values = in_order([Value(s.report, f"{s.numbers[0]}-{s.numbers[1]}", (s.span,)) for s in group])
    title = f"{_titles()[stage]} : {' ou '.join(dict.fromkeys(v.value or '' for v in values))}"
    return draft_values(desk, "score", title, Difference("figure", verdict, values))


@cache
def _titles() -> dict[str, str]:
    return {r["stage"]: r["title"] for r in read_table("lang/fr/match_stages.tsv", ("stage", "words", "title", "example"))}
