"""The line that heads a dossier: of the headlines and the matters the one whose words head most of the reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from recoupe.lang.numbers import cardinals
from recoupe.lang.plain import function_words, news_words, plain
from recoupe.lang.tables import read_table
from recoupe.match.line.typography import tidy_type
from recoupe.show.cast import rank_actors
from recoupe.show.headings import without_note
from recoupe.show.oneline import clean
from recoupe.show.view import FIRM, View
from recoupe.types import Matter, Report, Span

COLUMNS = ("form", "pattern", "example")
_TOLD = frozenset((*FIRM, "planned", "announced"))  # what may head a dossier: no charge, no demand, no view
_LENGTH = (25, 105)  # characters of a line
_HEADLINE = (20, 100)  # characters of a headline
_LEAD = 450  # characters of a report with which its main fact is told
_BELOW = 0.3  # what a word is worth that stands further down, beside one of the lead
_ROOT = 6  # letters by which forms of a word are known
_SPARE = 3  # words that a short line is taken to lack: two words that all reports have tell no fact
_WHOLE = 40  # characters of a clause that is cut
_VALUE = (12, 40)  # characters of a value that is contradicted
_BORNE = 3  # words of a line that another report bears out
_WRITTEN = 1.8  # a headline that an editor wrote, beside a sentence taken from a text
_POORER = 0.6  # what tells something else, or what came before
_OTHER = 0.3  # a headline of what is no report of the fact
_CUT = 0.95  # a clause of a text, cut at a comma, beside a title
_OPENING = 0.35  # bonus of a matter for the share of reports that begin with it
_FACT = 1.15  # a line of what happened, beside one of what is planned
# a label of the form says nothing of the affair
_LIVE = re.compile(r"^(?:DIRECT|LIVE|URGENT|ALERTE INFO|(?i:en direct|en images|vid[ée]o))\s*[-–—|:.]\s*")
_CAPTION = re.compile(r"(?i)\((?:photos?|images?|illustration|crédits?|archives)\b[^)]*\)$|©|/\s*(?:afp|reuters|ap|epa|sipa)\)?$")
# told as gone by before the affair
_BEFORE = re.compile(r"(?i)\b(?:avait|avaient|était|étaient|s['’]étaient|s['’]était) (?:\w+ )?\w+(?:é|i|u|is|it|ert)e?s?\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PARTICIPLE = re.compile(r"(?:é|i|u|is|it|ert)e?s?$")
_FINITE = re.compile(
    r"(?i)\b(?:a|ont|est|sont|sera|seront|serait|seraient|était|étaient|avait|avaient|aurait|auraient|va|vont|vient|viennent"
    r"|peut|doit|[lsn]['’](?:a|ont|est))\b"
)
_ARTICLE = re.compile(
    r"(?i)(?:le|la|les|un|une|des|du|au|aux|de|plus|près|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|[ld]['’].*|\d.*)$"
)
_NO_HEADLINE = re.compile(r"[.?!…|«“\"]")
_NO_LINE = re.compile(r"[:…«“\"?!]|^Les faits du ")
# what points back to something that no line before it has named
_POINTING = re.compile(
    r"(?i)^(?:il|elle|ils|elles|on|ce|cet|cette|ces|son|sa|ses|leurs?|lui|y|qui|que|tout|toute|c['’]|[ljm]['’]a)\b"
)
_TOLLS = re.compile(r"Nombre de (?P<noun>\w+) : (?P<values>\d+(?:, puis \d+)+)$")
_NAME = re.compile(r"\b[A-ZÀ-Ý][\w’'-]+")
_INNER_NAME = re.compile(r"(?<=[a-zà-ÿ,’'] )[A-ZÀ-Ý][\w-]+|(?<=[ld][’'])[A-ZÀ-Ý][\w-]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?…–—:»”\"]\s+|\n\s*)$")
_WORD = re.compile(r"[^\W_]{2,}")


@dataclass(frozen=True, slots=True)
class _Text:
    """The words of a report: those of its headline and first lines, and all."""

    lead: frozenset[str]
    whole: frozenset[str]


def lead_line(view: View) -> str | None:
    """The headline or the matter's title that says best what most reports begin with; None where no line stands for them."""
    read = [r for r in view.reports if r.id not in view.unread]
    texts = {r.id: _read(r) for r in read}
    names = _names(view, [r.text for r in read])
    ranked = [*_headlines(view, texts, names), *_matters(view, texts, names), *_clauses(view, texts, names)]
    stale = _stale(view)
    scored = [(-weight * _score(line, texts) * (_POORER if _is_stale(line, stale) else 1.0), line) for line, weight in ranked]
    return min(scored)[1] if scored else None


def _stale(view: View) -> tuple[frozenset[tuple[int, str]], tuple[str, ...]]:
    """What can stand in no lead: tolls that later ones replaced, as (number, noun); words that other reports contradict."""
    tolls: set[tuple[int, str]] = set()
    against: set[str] = set()
    for matter in view.original.matters:
        found = _TOLLS.match(matter.title)
        if found and matter.agreement == "updated":
            *before, last = map(int, re.findall(r"\d+", found["values"]))
            tolls |= {(n, plain(found["noun"])) for n in before if n != last}
        for difference in matter.differences:
            if difference.verdict == "contradicted" and difference.slot not in ("date", "time"):
                against |= {plain(view.words((s,))) for v in difference.values for s in v.evidence}
    return frozenset(tolls), tuple(sorted(w for w in against if _VALUE[0] <= len(w) <= _VALUE[1]))


def _is_stale(line: str, stale: tuple[frozenset[tuple[int, str]], tuple[str, ...]]) -> bool:
    tolls, against = stale
    words, small = plain(line).split(), cardinals(2, 69)
    told = {(int(a) if a.isdigit() else small.get(a, 0), b) for a, b in pairwise(words)}
    return bool(told & tolls) or any(words in plain(line) for words in against)


def _names(view: View, texts: Sequence[str]) -> frozenset[str]:
    """What the affair is about: its chief parties, and what most texts write with a capital inside a sentence."""
    cast = " ".join(w for role in rank_actors(view)[:6] for w in _NAME.findall(role.actor.name))
    count = Counter(w for text in texts for w in _roots(" ".join(_INNER_NAME.findall(text))))
    return frozenset(_roots(cast)) | {w for w, n in count.items() if 2 * n > len(texts) > 1}


def _headlines(view: View, texts: dict[str, _Text], names: frozenset[str]) -> Iterator[tuple[str, float]]:
    """The headlines that other reports bear out, each with its weight."""
    for report in (r for r in view.reports if r.id in texts):
        line = _headline(report)
        if line and _is_borne(line, [t for r, t in texts.items() if r != report.id], 2):
            named = bool(_roots(line) & names)
            yield line, _WRITTEN * (1.0 if named else _POORER) * (_OTHER if other_form().search(line) else 1.0)


def _matters(view: View, texts: dict[str, _Text], names: frozenset[str]) -> Iterator[tuple[str, float]]:
    """The titles of matters that may head the dossier, each with its weight."""
    for matter in view.original.matters:
        line = without_note(clean(matter.title))
        roots = _roots(line)
        if not roots & names or not _may_head(view, matter, line):
            continue
        others = [t for r, t in texts.items() if r not in matter.reports]
        if len(matter.reports) * 2 < len(texts) and not _is_borne(line, others, _BORNE):
            continue
        yield line, (1 + _OPENING * _opens(view, matter, len(texts))) * _firmness(view, matter, line)


def _clauses(view: View, texts: dict[str, _Text], names: frozenset[str]) -> Iterator[tuple[str, float]]:
    """The clauses with which reports begin, where a matter tells them as a fact, each with its weight."""
    for matter in view.original.matters:
        if matter.agreement in ("contradicted", "related"):
            continue
        for claim in view.claims_of(matter):
            if claim.status not in FIRM or claim.negated or len(claim.evidence) != 1 or claim.evidence[0].start > _LEAD:
                continue
            span = claim.evidence[0]
            line = _cut(tidy_type(view.words((span,))))
            line = line[:1].upper() + line[1:]
            if not line or not _SENTENCE_START.search(view.texts[span.report][: span.start]) or not _roots(line) & names:
                continue
            if _is_line(line) and _is_borne(line, [t for r, t in texts.items() if r != span.report], _BORNE):
                yield line, _CUT * _firmness(view, matter, line)


def _cut(words: str) -> str:
    """A clause up to a comma, where it is too long for a line."""
    if len(words) <= _LENGTH[1]:
        return words
    ends = [m.start() for m in re.finditer(r",\s", words) if _WHOLE <= m.start() <= _LENGTH[1]]
    kept = [words[:end] for end in ends if _FINITE.search(words[:end])]
    return kept[-1] if kept else ""


def _firmness(view: View, matter: Matter, line: str) -> float:
    """Less for what is planned, what came before the affair, and what is no whole clause."""
    weight = _FACT if view.is_fact(matter) else 1.0
    days = [r.published.value[:4] for r in view.reports if r.published and r.published.value]
    if _BEFORE.search(line) or days and any(year < min(days) for year in _YEAR.findall(line)):
        weight *= _POORER
    triggers = [view.words((view.events[e].trigger,)) for e in matter.events if e in view.events]
    bare = [t for t in triggers if t in line and _PARTICIPLE.search(t)]
    return weight * (_POORER if bare and not _FINITE.search(line) else 1.0)


def _read(report: Report) -> _Text:
    head = f"{report.title or ''} {report.text[:_LEAD]}"
    return _Text(frozenset(_roots(head)), frozenset(_roots(report.text)))


def _roots(text: str) -> set[str]:
    """The words that say something, by their first letters."""
    words = (plain(w) for w in _WORD.findall(text))
    return {w[:_ROOT] for w in words if w not in function_words() and w not in news_words() and (len(w) > 3 or w.isdigit())}


def _headline(report: Report) -> str | None:
    """A report's headline; a slogan, a question, a caption is none."""
    line = _LIVE.sub("", " ".join((report.title or report.text.lstrip().partition("\n")[0]).split()))
    line = line[:1].upper() + line[1:]
    if not _HEADLINE[0] <= len(line) <= _HEADLINE[1] or line.isupper() or len(_roots(line)) < 3:
        return None
    return None if _NO_HEADLINE.search(line) or _CAPTION.search(line) else line


def _may_head(view: View, matter: Matter, line: str) -> bool:
    """Is it a sentence of some length on what somebody did or does: no label, no quotation, no charge or demand?"""
    if matter.agreement in ("contradicted", "related") or not _is_line(line) or not _begins(view, matter, line):
        return False
    claims = view.claims_of(matter)
    told = [c for c in claims if c.status in _TOLD and not c.negated]
    return 2 * len(told) > len(claims)


def _is_line(line: str) -> bool:
    return _LENGTH[0] <= len(line) <= _LENGTH[1] and not _NO_LINE.search(line) and not _POINTING.match(line)


def _begins(view: View, matter: Matter, line: str) -> bool:
    """Does it begin as a sentence does: with an article, a number, or what has a capital in its text?"""
    first = line.split()[0]
    return bool(_ARTICLE.match(first)) or any(re.search(rf"\b{re.escape(first)}\b", view.texts[r]) for r in matter.reports)


def _is_borne(line: str, others: Sequence[_Text], least: int) -> bool:
    """Do half of the other reports have that many of its words?"""
    roots = _roots(line)
    return sum(len(roots & t.whole) >= min(least, len(roots)) for t in others) >= max(1, (len(others) + 1) // 2)


def _score(line: str, texts: dict[str, _Text]) -> float:
    """How much of what heads the reports a line says."""
    roots = sorted(_roots(line))
    told = [sum(1.0 if w in t.lead else _BELOW if w in t.whole else 0.0 for t in texts.values()) / len(texts) for w in roots]
    return sum(x * x for x in told) / (len(roots) + _SPARE)


def _opens(view: View, matter: Matter, reports: int) -> float:
    """The share of reports whose first lines tell this matter."""
    early = {s.report for s in _places(view, matter) if s.start < _LEAD}
    return len(early) / max(1, reports)


def _places(view: View, matter: Matter) -> Iterator[Span]:
    yield from (s for e in matter.events if e in view.events for s in view.events[e].spans)


@cache
def other_form() -> re.Pattern[str]:
    """What marks the headline of a running page, of questions and answers, of pictures: no report of the fact."""
    rows = read_table("lang/fr/headline_forms.tsv", COLUMNS)
    return re.compile("|".join(rf"\b(?:{row['pattern']})\b" for row in rows), re.IGNORECASE)
