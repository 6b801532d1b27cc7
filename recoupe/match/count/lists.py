"""Matters of lists: names that one report strings together and another shortens, counts or samples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.match.acts.slots import days_between
from recoupe.match.count.populations import MONEY
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, shown
from recoupe.match.line.sayings import strung
from recoupe.parse.document import Parsed
from recoupe.types import Difference, Figure, Mention, Span

_LINK = re.compile(
    r"(?i)^(?P<mark>\s*,|,?\s*(?:et|ou|ainsi que|puis)(?=\s|$)|\s*,)\s*"
    r"(?:(?:avec|à|au|aux|de|du|des|d['’]|la|le|les|l['’]|en|son|sa|ses|leur|leurs|un|une)\s*){0,3}$"
)
_LAST = re.compile(r"(?i)\b(?:et|ou|ainsi que)\b")
_ALL = re.compile(r"(?i)\b(?:et|ainsi que)\b")  # "Roy ou Fabre" are no list, but one of two
_CAPITAL = re.compile(r"[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+)*")
_CAPITALS = re.compile(
    rf"{_CAPITAL.pattern}(?:, (?:(?:à|au|aux|de|du|des|la|le|les|en) |l['’])?{_CAPITAL.pattern})*"
    rf" et (?:(?:à|au|aux|de|du|des|la|le|les|en) |l['’])?{_CAPITAL.pattern}"
)
_VAGUELY = re.compile(
    r"(?i)\b(?:plusieurs|quelques|certaine?s|divers(?:es)?|différente?s|(?:un certain )?nombre de|une poignée de"
    r"|de nombreu(?:x|ses)) (?:autres |grande?s )?(?P<noun>[a-zà-ÿ-]{3,})\b"
)
_FORMS = ("name", "title", "description", "acronym", "adjective", "metonym")
_SEVERAL = 2
_ROLES = frozenset(
    "responsable ministre dirigeant pays membre personne homme femme suspect élu cadre accusé prévenu candidat juge joueur élève "
    "otage victime artiste acteur chanteur député sénateur journaliste soldat avocat magistrat militant opposant médecin maire "
    "diplomate émissaire signataire témoin rescapé survivant détenu prisonnier ancien complice adolescent enfant frère".split()
)
_THINGS = frozenset(
    "capitale état gouvernement nation municipalité localité département agglomération métropole station hebdomadaire quotidien "
    "région parti auteur navire port ville commune entreprise club finaliste quartier syndicat école banque société compagnie "
    "groupe marque enseigne association journal média chaîne équipe université établissement hôpital prison site usine magasin "
    "bateau cargo ferry chalutier film roman livre "
    "organisation fédération institution laboratoire constructeur opérateur plateforme distributeur fournisseur".split()
)
_GROUNDS = frozenset("municipalité localité département agglomération métropole région port ville commune quartier".split())
_PEOPLE = frozenset(
    "personne homme femme suspect accusé prévenu candidat responsable dirigeant élu cadre auteur ministre finaliste juge joueur "
    "élève otage victime artiste acteur chanteur député sénateur journaliste soldat avocat magistrat militant opposant médecin "
    "maire diplomate émissaire signataire témoin rescapé survivant détenu prisonnier complice adolescent enfant frère".split()
)
# What is sold in several countries, or strikes them.
_REACHES = frozenset(
    "vendre toucher concerner distribuer exporter rappeler ecouler frapper affecter diffuser implanter livrer".split()
)
_WEEKS = 14  # days between two reports that count and name one set
_SOME = re.compile(r"(?i)\b(?:dont|parmi|notamment|entre autres|comme|également|aussi)\b")
_MOST = 12  # more are never all named
_LENGTHS = frozenset("an année mois semaine jour heure minute seconde fois % âge kilomètre mètre".split())


@dataclass(frozen=True, slots=True)
class Series:
    """These parties, named one after the other."""

    span: Span
    members: tuple[str, ...]
    named: bool

    @property
    def report(self) -> str:
        """The report that strings them together."""
        return self.span.report


def draft_lists(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each list that another report shortens, counts ("trois responsables") or samples ("quatre pays, dont …")."""
    found = {report: _series(desk, report) for report in sorted(desk.readings)}
    out: list[Draft] = []
    for report in sorted(found):
        for series in found[report]:
            lone = sum(len(x.members) == len(series.members) for x in found[report]) == 1
            near = sorted(desk.related[report] - {report})
            rows = [r for other in near for r in _others(desk, series, other, found[other], lone=lone)]
            rows = rows or [r for other in near for r in _unnamed(desk, series, other, lone=lone)]
            if rows and (draft := _draft(desk, series, rows)):
                out.append(draft)
    return tuple(out)


def _series(desk: Desk, report: str) -> tuple[Series, ...]:
    """Runs of mentions with only commas and "et" between them, the last link an "et"."""
    text = desk.readings[report].report.text
    runs: list[list[Mention]] = []
    for mention in _outer(desk, report):
        if (
            runs
            and _LINK.match(text[runs[-1][-1].span.end : mention.span.start])
            and mention.span.start > runs[-1][-1].span.start
        ):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    out = []
    for run in runs:
        actors = tuple(dict.fromkeys(m.actor for m in run))
        last = text[run[-2].span.end : run[-1].span.start] if len(run) > 1 else ""
        if len(actors) >= _SEVERAL and _ALL.search(last):
            named = all(m.form != "description" for m in run)
            out.append(Series(Span(report, run[0].span.start, run[-1].span.end), actors, named))
    known = [(x.span.start, x.span.end) for x in out]
    return (*out, *(x for x in _names(desk, report) if not any(a < x.span.end and x.span.start < b for a, b in known)))


def _names(desk: Desk, report: str) -> Iterator[Series]:
    """Runs of words with capitals, known or not: "Porto, Aveiro et Sines"."""
    text = desk.readings[report].report.text
    for match in _CAPITALS.finditer(text):
        members = tuple(dict.fromkeys(plain(m) for m in _CAPITAL.findall(match[0])))
        if len(members) >= _SEVERAL:
            yield Series(Span(report, *match.span()), members, True)


def _outer(desk: Desk, report: str) -> Iterator[Mention]:
    """Mentions in order, those inside another one left out."""
    end = -1
    ordered = sorted(desk.readings[report].mentions, key=lambda m: (m.span.start, -m.span.end, m.id))
    for mention in ordered:
        if mention.form in _FORMS and mention.span.start >= end:
            end = mention.span.end
            yield mention


def _others(desk: Desk, series: Series, report: str, found: tuple[Series, ...], *, lone: bool) -> Iterator[Span]:
    """The words of another report for this list: fewer of its names, or their number. `lone`: no other list is as long."""
    mine = frozenset(series.members)
    for other in found:
        if not series.named or not other.named:
            continue
        names = _plain_names(desk, other.span)
        fewer = frozenset(other.members) < mine or names < _plain_names(desk, series.span)
        if fewer and min(len(names), len(set(other.members))) >= _SEVERAL and not _knows_all(desk, series, report):
            people = all(m in desk.actors and desk.actors[m].kind == "person" for m in other.members)
            alike = len(_about(desk, series.span) & _about(desk, other.span) - _lemmas(desk, other.span)) >= _SEVERAL
            if alike or people and _is_sample(desk, other.span):
                yield other.span
    if len(mine) >= _SEVERAL:
        for figure in desk.readings[report].figures if not series.named or _at_once(desk, series.report, report) else ():
            whole = figure.low == len(mine) > _SEVERAL
            short = len(mine) < (figure.low or 0) and series.named and len(mine) < (figure.low or 0) <= _MOST
            if figure.low == figure.high and (whole or short) and figure.bound == "exact" and _counts(desk, series, figure, lone):
                yield _phrase(desk, figure)


def _unnamed(desk: Desk, series: Series, report: str, *, lone: bool) -> Iterator[Span]:
    """ "plusieurs pays", where the list names them: nouns of their sort in a sentence that tells the same."""
    if not series.named or not lone:
        return
    parsed = desk.readings[report].parsed
    told = desk.readings[series.report].report.text.lower()
    for match in _VAGUELY.finditer(parsed.text):
        at = parsed.at(match.start("noun"), match.end("noun"))
        lemma = parsed.words[at[0]].lemma.lower() if at else ""
        if not at or lemma not in _ROLES | _THINGS or match[0].lower() in told or not _may_be(desk, series, lemma):
            continue
        span = Span(report, *match.span())
        reached = lemma == "pays" and all(_about(desk, s) & _REACHES for s in (series.span, span))
        if reached or len(_about(desk, series.span) & _about(desk, span) - _lemmas(desk, series.span)) >= _SEVERAL:
            yield span
            return


def _plain_names(desk: Desk, span: Span) -> frozenset[str]:
    return frozenset(plain(m) for m in _CAPITAL.findall(desk.text(span)))


def _counts(desk: Desk, series: Series, figure: Figure, lone: bool) -> bool:
    """Does the number count the list: one of its names follows "dont", or both sentences tell one thing?"""
    parsed = desk.readings[figure.span.report].parsed
    words = parsed.at(figure.span.start, figure.span.end)
    if not words or not figure.unit or figure.head < 0 or figure.unit in _LENGTHS or figure.unit in MONEY:
        return False
    sentence = parsed.sentence_of(words[0])
    rest = parsed.text[figure.span.end : sentence.end]
    here = {m.actor for m in desk.readings[figure.span.report].mentions if figure.span.end <= m.span.start < sentence.end}
    if re.search(r"(?i)\b(?:dont|parmi lesquel)", rest) and here & set(series.members):
        return True
    shared = _about(desk, series.span) & _about(desk, figure.span)
    if series.named and not _may_be(desk, series, figure.unit):
        return False
    if series.named:
        whole = figure.low == len(series.members)
        only = (
            lone
            and figure.unit not in _GROUNDS
            and len({(f.low, f.high) for f in desk.readings[figure.span.report].figures if f.unit == figure.unit}) == 1
        )
        told = only and bool(shared & _act(parsed, figure.head))
        enough = told or len(shared) >= _SEVERAL if whole else len(shared) > _SEVERAL and _is_sample(desk, series.span)
        return figure.unit in _ROLES | _THINGS and enough
    return figure.unit in _ROLES and bool(shared)


def _knows_all(desk: Desk, series: Series, report: str) -> bool:
    """Does a report name all of them somewhere? Then its shorter list is another one, or part of a longer one."""
    text = desk.plain_text(report)
    return all(name in text for name in _plain_names(desk, series.span))


def _act(parsed: Parsed, head: int) -> frozenset[str]:
    """The verb that a counted noun is told of, with the words that hang on it."""
    word = parsed.words[head]
    while word.pos not in ("VERB", "AUX") and word.head != word.i:
        word = parsed.words[word.head]
    return frozenset(plain(w.lemma) for w in (word, *parsed.kids(word.i)))


def _at_once(desk: Desk, a: str, b: str) -> bool:
    """Were both reports published within weeks, or is a day not known?"""
    first, second = desk.published(a), desk.published(b)
    known = first and second and first.earliest and first.latest and second.earliest and second.latest
    return not known or bool(first and second and days_between(first, second) <= _WEEKS)


def _is_sample(desk: Desk, span: Span) -> bool:
    """Does the sentence say that these are some of them?"""
    parsed = desk.readings[span.report].parsed
    sentence = parsed.sentence_of(parsed.at(span.start, span.end)[0])
    return bool(_SOME.search(parsed.text, sentence.start, sentence.end))


def _may_be(desk: Desk, series: Series, unit: str) -> bool:
    """Can what is named be what is counted: no countries are suspects, no persons countries?"""
    kinds = {desk.actors[m].kind for m in series.members if m in desk.actors}
    inside = (m for m in desk.readings[series.report].mentions if series.span.start <= m.span.start < series.span.end)
    kinds |= {desk.actors[m.actor].kind for m in inside if m.actor in desk.actors and m.form in ("name", "metonym", "adjective")}
    if unit in ("pays", "capitale", "état", "gouvernement", "nation"):
        return kinds <= {"state"}
    if unit in _GROUNDS:
        return "person" not in kinds and "state" not in kinds
    if kinds == {"person"} and unit in _THINGS - _PEOPLE:
        return False  # no persons are unions
    return not kinds & {"place", "state"} or unit not in _PEOPLE


def _about(desk: Desk, span: Span) -> frozenset[str]:
    """Content words of the sentence."""
    parsed = desk.readings[span.report].parsed
    words = parsed.at(span.start, span.end)
    if not words:
        return frozenset()
    sentence = parsed.sentence_of(words[0])
    held = (plain(w.lemma) for w in parsed.words[sentence.first : sentence.last] if w.pos in ("NOUN", "VERB", "ADJ", "PROPN"))
    return frozenset(w for w in held if len(w) > 2) - news_words() - function_words()


def _lemmas(desk: Desk, span: Span) -> frozenset[str]:
    parsed = desk.readings[span.report].parsed
    return frozenset(plain(parsed.words[i].lemma) for i in parsed.at(span.start, span.end))


def _phrase(desk: Desk, figure: Figure) -> Span:
    """A number with its noun."""
    words = desk.readings[figure.span.report].parsed.words
    end = words[figure.head].end if words[figure.head].start >= figure.span.end else figure.span.end
    return Span(figure.span.report, figure.span.start, end)


def _draft(desk: Desk, series: Series, rows: list[Span]) -> Draft | None:
    counted = next((" ".join(desk.text(s).split()) for s in rows if not _LAST.search(desk.text(s))), "Liste")
    ahead = desk.readings[series.report].report.text[: series.span.start].split()[-1:]
    title = f"{counted} : {strung(' '.join(desk.text(series.span).split()), *ahead)}"
    return draft_values(desk, "list", title, Difference("list", "refined", shown(desk, (series.span, *rows))))
