"""Set phrases of denial, read off the words: "dément tout Y", "…, ce que X conteste", "repousse ces insinuations"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.lang.plain import function_words, news_words, plain
from recoupe.match.desk import Desk
from recoupe.match.dispute.denials import Denial, act_denied, frames_denied
from recoupe.match.dispute.rebuttalwords import blanks, rebuttals
from recoupe.parse.document import Parsed
from recoupe.types import Span

_FALSE = (
    r"(?:faux|fauss\w+|infond\w+|mensong\w+|calomni\w+|absurde\w*|fantais\w+|erroné\w*|inexact\w*|grotesque\w*|diffamatoire\w*"
    r"|ridicule\w*|délirant\w*|sans fondement)"
)
_ADVERB = (
    r"(?: (?:en bloc|d['’]un revers de (?:la )?main|avec force"
    r"|formellement|fermement|catégoriquement|vigoureusement|farouchement))?"
)
_DENIES = (
    r"(?:dément|démentent|nie|nient|conteste|contestent|réfute|réfutent|récuse|récusent|rejette|rejettent"
    r"|(?:a|ont|avait|avaient) (?:aussitôt |toujours |vite )?(?:démenti|nié|contesté|réfuté|récusé|rejeté))"
)
_DENIES_ALL = re.compile(
    rf"\b{_DENIES}{_ADVERB}"
    r" (?P<all>tou(?:t|te|s|tes) (?:(?! (?:et (?:a|ont|est|sont|\w+(?:é|is|it|ie|e|ent)) |en \w+ant\b))[^,.;:«»!?\n]){2,80})"
)
_SAYS_NO = (
    rf"(?:{_DENIES}|(?:continue|persiste|s['’]obstine)(?:nt)? (?:de|à) (?:démentir|nier|contester|réfuter|récuser)"
    rf"|(?:juge|jugent|estime|estiment|qualifie|qualifient|trouve|trouvent)(?: de)? (?:\w+ment )?{_FALSE})\b"
)
_TAKES_UP = (
    r"(?:ce|(?:une|cette|la) (?:version|lecture|thèse|accusation|affirmation|interprétation|explication|analyse|allégation)"
    r"|(?:des|ces|les) (?:accusations|allégations|affirmations|critiques|propos|soupçons))"
)
_WHICH_DENIED = re.compile(
    rf"\b{_TAKES_UP} qu(?:e |['’])(?:(?P<who>[^,.;:()«»\n]{{2,60}}?) {_SAYS_NO}|{_SAYS_NO} (?P<then>[^,.;:()«»\n]{{2,60}}))",
    re.IGNORECASE,
)
# Set phrases that wave a charge off as it stands, whatever it is: "repousse ces insinuations", "décline toute responsabilité".
_CHARGES = (
    r"(?:accusation|insinuation|allégation|critique|reproche|soupçon|grief|rumeur|calomnie|affirmation|imputation|mise en cause"
    r"|mises en cause|procès d['’]intention|fraude|irrégularité|manipulation|malversation|responsabilité|faute|négligence)s?"
)
# The same of what is only said to be so: taken up with a word that points back.
_VERSIONS = r"(?:cette|ces|ce) (?:même )?(?:hypothèse|version|théorie|thèse|piste|explication|récit|scénario|lecture)s?"
_OFTEN = r"(?:(?:une nouvelle fois|une fois de plus|à nouveau|de nouveau|aussitôt|toujours|encore|vite|immédiatement) )?"
_OWN_MEN = (
    r"(?:hommes?|arbitres?|joueu\w+|polici\w+|agents?|soldats?|élèves?|ministres?|collaborat\w+|salariée?s?|personnel|troupes?|clien\w+"
    r"|mari|fils|fille|poulain|protégée?)"
)
_WAVES_OFF = re.compile(
    r"\b(?:(?:(?:a|ont|avait|avaient) "
    + _OFTEN
    + r")?(?:repouss|balai|balay|écart|rejett?|réfut|contest|nie|dément|récus|déclin|exclu)\w*"
    + _ADVERB
    + r" (?:(?:ces|les|le|la|ce|cet|toute|toutes les|tout|cette|l['’]) ?(?:\w+ )?"
    + _CHARGES
    + r"|"
    + _VERSIONS
    + r")"
    + r"|s['’](?:inscri\w+|est inscrit\w*|étai\w+ inscrit\w*) en faux"
    + rf"|(?:a )?qualifi\w+ (?:ces|les|cette|l['’]) ?\w+(?: \w+)? (?:de |d['’])(?:\w+ )?(?:invention|{_FALSE})"
    + rf"|(?:(?:a|ont) )?qualifi\w+ (?:de |d['’])(?:\w+ )?{_FALSE} (?:ces|les|cette|l['’]) ?"
    + _CHARGES
    + r"|(?:vol(?:e|ent|é|er) au secours"
    r"|(?:prend|prennent|pris|prendre) la défense) (?:de |d['’]|du |des )"
    r"|(?:défend|défendent|a défendu|ont défendu|couvre|couvrent) (?:son|sa|ses|leurs?) " + _OWN_MEN + r"\b"
    r"|(?:crie|crient|a crié|ont crié|parle|parlent|dénonce|dénoncent) (?:à|au|à la|de|d['’]|une|un) ?(?:pure |pur )?"
    r"(?:calomnie|complot|cabale|mensonge|diffamation|machination|désinformation|affabulation)s?"
    r"|s['’]en défend(?:ent)?|se défend(?:ent)? de (?:tout|toute|ces|l['’]|avoir)"
    r"|(?:clame|clament|a clamé|proteste|protestent) (?:de )?(?:son|leur) innocence|plaide(?:nt)? non coupable"
    r"|(?:fait|a fait|font) non de la tête|(?:n['’]a|n['’]ont|n['’]avoir) rien à se reprocher|jure(?:nt)? que non)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",? ?(?:[^,.;:«»\n]{1,60}, ?)?")
POINTING = frozenset("dernier premier nouveau meme tel recent grave pretendu ensemble".split())  # "cette dernière accusation"


def flat_denials(desk: Desk, report: str) -> Iterator[Denial]:
    """ "X dément tout Y": read off the words, since many a parser takes "dément" for a madman."""
    reading = desk.readings[report]
    for match in _DENIES_ALL.finditer(reading.report.text):
        speakers, start = just_before(desk, report, match.start())
        words = [reading.parsed.words[i] for i in reading.parsed.at(match.start("all"), match.end("all"))]
        lemmas = frozenset(plain(w.lemma) for w in words if w.pos in ("NOUN", "VERB", "ADJ", "PROPN")) - function_words()
        if speakers and words:
            whole = Span(report, start, match.end())
            inside = tuple(e.id for e in reading.events if match.start() <= e.trigger.start < match.end())
            lemmas = lemmas - blanks() - rebuttals() - POINTING
            found = lemmas - news_words() or lemmas
            head = act_denied(reading.parsed, [w.i for w in words])
            yield Denial(report, start, words[0].sent, (whole,), speakers, found, inside, frames_denied(desk, inside), True, head)


def taken_up(desk: Desk, report: str) -> Iterator[Denial]:
    """ "…, ce que X conteste": what has just been told in the sentence, whoever told it."""
    reading = desk.readings[report]
    for match in _WHICH_DENIED.finditer(reading.report.text):
        place = "who" if match["who"] else "then"
        named = [m for m in reading.mentions if match.start(place) <= m.span.start and m.span.end <= match.end(place) + 1]
        words = reading.parsed.at(match.start(), match.end())
        if words:
            who = tuple(sorted({m.actor for m in named if m.span.start == min(x.span.start for x in named)}))
            inside = tuple(e.id for e in reading.events if match.start() <= e.trigger.start < match.end())
            span = Span(report, match.start(), match.end())
            yield Denial(
                report, match.start(), reading.parsed.words[words[0]].sent, (span,), who, frozenset(), inside, frozenset(), True
            )


def waved_off(desk: Desk, report: str) -> Iterator[Denial]:
    """A set phrase by which somebody named in its sentence waves a charge off."""
    reading = desk.readings[report]
    for match in _WAVES_OFF.finditer(reading.report.text):
        words = reading.parsed.at(match.start(), match.end())
        if not words or any(w.lower in ("ne", "n'") for w in reading.parsed.words[max(0, words[0] - 2) : words[0]]):
            continue
        speakers, start = just_before(desk, report, match.start())
        if not speakers and not _by_subject(reading.parsed, words[0]):
            continue
        inside = tuple(e.id for e in reading.events if match.start() <= e.trigger.start < match.end())
        span = Span(report, start, match.end())
        sentence = reading.parsed.words[words[0]].sent
        yield Denial(report, start, sentence, (span,), speakers, frozenset(), inside, frozenset(), True, charge=True)


def _by_subject(parsed: Parsed, i: int) -> bool:
    """Has the verb a subject that no mention names: "la chaîne", "lui"?"""
    sentence = parsed.sentence_of(i)
    return any(w.dep.startswith("nsubj") for w in parsed.words[sentence.first : i])


def just_before(desk: Desk, report: str, at: int) -> tuple[tuple[str, ...], int]:
    """Who is named right before this place, an aside between commas let pass, and where those words begin."""
    reading = desk.readings[report]
    for statement in reading.statements:
        if statement.cue and statement.speakers and statement.cue.start <= at < statement.cue.end and statement.speaker_span:
            return statement.speakers, min(statement.speaker_span.start, at)
    near = [m for m in reading.mentions if m.span.end <= at and _ASIDE.fullmatch(reading.report.text[m.span.end : at])]
    if not near:
        return (), at
    start = min(m.span.start for m in near if m.span.end == max(x.span.end for x in near))
    return tuple(sorted({m.actor for m in near if m.span.start == start})), start
