"""What one report tells as denied, and by whom: "dément tout tir", "l'élu nie", « il n'y a eu aucun retard », assure-t-elle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from recoupe.lang.frames import noun_senses
from recoupe.lang.plain import function_words, news_words, plain
from recoupe.match.desk import Desk
from recoupe.match.happening import LOOSE
from recoupe.match.rebuttalwords import blanks, rebuttals, words_of
from recoupe.parse.document import Parsed, Word
from recoupe.types import Event, Span, Statement

_DENYING = frozenset(("DENY", "REJECT"))
_NEGATORS = frozenset(("pas", "jamais", "rien", "aucun", "aucune", "personne", "nul", "nulle", "guere", "sans"))
_NOT_NEGATED = re.compile(r"\b(?:ne |n['’])", re.IGNORECASE)
_ONLY = re.compile(
    r"(?i)\b(?:pas seulement|pas que|sans doute|sans cesse|sans tarder|n['’]est-ce pas|pas encore"
    r"|jamais (?:été )?(?:autant|aussi|plus|si|mieux))\b"
)
_ALSO = re.compile(r"(?i)\bce qu(?:e |['’])[^.;:]*$")  # "…, ce que Kiev dément": told inside another's words
_DENIES_ALL = re.compile(
    r"\b(?:dément|démentent|nie|nient|conteste|contestent|réfute|réfutent|récuse|récusent|rejette|rejettent"
    r"|(?:a|ont|avait|avaient) (?:démenti|nié|contesté|réfuté|récusé|rejeté))"
    r"(?: (?:formellement|fermement|catégoriquement|vigoureusement|farouchement|en bloc|avec force))?"
    r" (?P<all>tou(?:t|te|s|tes) (?:(?! (?:et (?:a|ont|est|sont|\w+(?:é|is|it|ie|e|ent)) |en \w+ant\b))[^,.;:«»!?\n]){2,80})"
)
_SAYS_NO = (
    r"(?:dément|démentent|nie|nient|conteste|contestent|réfute|réfutent|récuse|récusent|rejette|rejettent"
    r"|(?:a|ont|avait|avaient) (?:aussitôt |toujours |vite )?(?:démenti|nié|contesté|réfuté|récusé|rejeté)"
    r"|(?:continue|persiste|s['’]obstine)(?:nt)? (?:de|à) (?:démentir|nier|contester|réfuter|récuser)"
    r"|(?:juge|jugent|estime|estiment|qualifie|qualifient|trouve|trouvent)(?: de)? (?:\w+ment )?"
    r"(?:faux|fauss\w+|infondé\w*|mensong\w+|calomni\w+|absurde\w*|fantais\w+|erroné\w*|inexact\w*"
    r"|grotesque\w*|diffamatoire\w*|sans fondement|ridicule\w*))\b"
)
_TAKES_UP = (
    r"(?:ce|(?:une|cette|la) (?:version|lecture|thèse|accusation|affirmation|interprétation|explication|analyse|allégation)"
    r"|(?:des|ces|les) (?:accusations|allégations|affirmations|critiques|propos|soupçons))"
)
_WHICH_DENIED = re.compile(
    rf"\b{_TAKES_UP} qu(?:e |['’])(?:(?P<who>[^,.;:()«»\n]{{2,60}}?) {_SAYS_NO}|{_SAYS_NO} (?P<then>[^,.;:()«»\n]{{2,60}}))"
)
# Set phrases that wave a charge off as it stands, whatever it is: "repousse ces insinuations", "décline toute responsabilité".
_CHARGES = (
    r"(?:accusation|insinuation|allégation|critique|reproche|soupçon|grief|rumeur|calomnie|affirmation|imputation|mise en cause"
    r"|mises en cause|procès d['’]intention|fraude|irrégularité|manipulation|malversation|responsabilité|faute|négligence)s?"
)
# The same of what is only said to be so: taken up with a word that points back.
_VERSIONS = r"(?:cette|ces|ce) (?:même )?(?:hypothèse|version|théorie|thèse|piste|explication|récit|scénario|lecture)s?"
_OFTEN = r"(?:(?:une nouvelle fois|une fois de plus|à nouveau|de nouveau|aussitôt|toujours|encore|vite|immédiatement) )?"
_ADVERB = r"(?: (?:en bloc|d['’]un revers de (?:la )?main|formellement|fermement|catégoriquement|vigoureusement|avec force))?"
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
    + r"|(?:a )?qualifi\w+ (?:ces|les|cette|l['’]) ?\w+(?: \w+)? (?:de |d['’])(?:\w+ )?"
    r"(?:invention|mensong\w+|calomni\w+|faux|fauss\w+|fantais\w+"
    r"|absurde\w*|infond\w+|grotesque\w*|diffamatoire\w*|ridicule\w*|délirant\w*)"
    r"|(?:(?:a|ont) )?qualifi\w+ (?:de |d['’])(?:\w+ )?(?:mensong\w+|calomni\w+|faux|fauss\w+|fantais\w+|absurde\w*|infond\w+"
    r"|grotesque\w*|diffamatoire\w*|ridicule\w*|délirant\w*) (?:ces|les|cette|l['’]) ?"
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
_SHORT = 12  # words of an answer that does no more than call a charge false
_WHICH = frozenset("dernier premier nouveau meme tel recent grave pretendu ensemble".split())  # "cette dernière accusation"
_DEPTH = 12  # words between a word and the head of what is denied
_CARRIED = frozenset(("obj", "nsubj", "nsubj:pass", "obl", "obl:arg"))
_CARRIERS = frozenset(  # verbs that only say of a noun that it was: "dément que la vente ait eu lieu", "qu'il y ait eu un accord"
    "avoir etre faire mettre prendre donner exister produire survenir proceder commettre lieu effectuer mener conclure".split()
)
# Nouns of a part in something: "nie toute implication dans l'attaque" does not deny the attack.
_PARTS = frozenset("implication responsabilite role participation lien complicite intention volonte faute".split())
_REACH = 4  # words behind "ne" among which its verb stands


@dataclass(frozen=True, slots=True)
class Denial:
    """Somebody says that it is not so: who, in which words, and what words name the act denied (none: as it stands)."""

    report: str
    at: int
    sentence: int
    spans: tuple[Span, ...]
    speakers: tuple[str, ...]
    words: frozenset[str]  # lemmas, plain, of what is denied
    events: tuple[str, ...]
    frames: frozenset[str]  # of the acts denied
    outright: bool  # by a word of denial; False: a sentence that is merely negative
    head: frozenset[str] = frozenset()  # the act itself, where what is denied begins with one
    named: tuple[str, ...] = ()  # actors whom a merely negative sentence names beside the speaker
    local: bool = False  # it only calls something false: what its own report has just told
    charge: bool = False  # it takes up an accusation as such ("ces insinuations"): nothing else can be meant


def find_denials(desk: Desk, report: str) -> tuple[Denial, ...]:
    """The denials of a report that somebody utters, in text order."""
    if report not in desk.denials:
        desk.denials[report] = _found_denials(desk, report)
    return desk.denials[report]


def _found_denials(desk: Desk, report: str) -> tuple[Denial, ...]:
    flat = (*_flat(desk, report), *_taken_up(desk, report))
    clear = [s for d in flat for s in d.spans[:1]]
    found = [*flat, *(d for d in (*_stated(desk, report), *_bare(desk, report)) if not _meet(d, clear))]
    waved = list(_waved_off(desk, report))
    away = [s for d in waved for s in d.spans]
    found = [replace(d, charge=d.outright and not d.words and _meet(d, away)) for d in found]
    found += [d for d in waved if not _meet(d, [s for other in found if other.outright for s in other.spans])]
    return tuple(sorted(found, key=lambda d: (d.at, d.spans)))


def _meet(denial: Denial, spans: Sequence[Span]) -> bool:
    return any(s.start < t.end and t.start < s.end for s in denial.spans[:1] for t in spans)


def _flat(desk: Desk, report: str) -> Iterator[Denial]:
    """ "X dément tout Y": read off the words, since many a parser takes "dément" for a madman."""
    reading = desk.readings[report]
    for match in _DENIES_ALL.finditer(reading.report.text):
        speakers, start = _just_before(desk, report, match.start())
        words = [reading.parsed.words[i] for i in reading.parsed.at(match.start("all"), match.end("all"))]
        lemmas = frozenset(plain(w.lemma) for w in words if w.pos in ("NOUN", "VERB", "ADJ", "PROPN")) - function_words()
        if speakers and words:
            whole = Span(report, start, match.end())
            inside = tuple(e.id for e in reading.events if match.start() <= e.trigger.start < match.end())
            lemmas = lemmas - blanks() - rebuttals() - _WHICH
            found = lemmas - news_words() or lemmas
            head = _act_denied(reading.parsed, [w.i for w in words])
            yield Denial(report, start, words[0].sent, (whole,), speakers, found, inside, _frames(desk, inside), True, head)


def _taken_up(desk: Desk, report: str) -> Iterator[Denial]:
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


def _waved_off(desk: Desk, report: str) -> Iterator[Denial]:
    """A set phrase by which somebody named in its sentence waves a charge off."""
    reading = desk.readings[report]
    for match in _WAVES_OFF.finditer(reading.report.text):
        words = reading.parsed.at(match.start(), match.end())
        if not words or any(w.lower in ("ne", "n'") for w in reading.parsed.words[max(0, words[0] - 2) : words[0]]):
            continue
        speakers, start = _just_before(desk, report, match.start())
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


def _just_before(desk: Desk, report: str, at: int) -> tuple[tuple[str, ...], int]:
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


def _stated(desk: Desk, report: str) -> Iterator[Denial]:
    """Denials that are statements: of an act, or words that call a charge false, or negative words."""
    for statement in desk.readings[report].statements:
        speakers = statement.speakers or ((statement.speaker,) if isinstance(statement.speaker, str) else statement.speaker or ())
        if not speakers or not statement.words:
            continue
        lemmas = lemmas_of(desk, statement)
        inside = tuple(e.id for e in _events_of(desk, statement) if statement.act != "deny" or heads_denial(desk, e, statement))
        if statement.act == "deny" and is_of_quality(desk, statement):
            continue
        if statement.act == "deny":
            told = statement.mode == "direct"  # « Mon client dormait » is told, not denied
            words = frozenset() if told else lemmas_of(desk, statement, denied=True) - _names(desk, statement.spans)
            yield _denial(desk, statement, speakers, words, inside, outright=True)
        elif len(statement.words) <= _SHORT and lemmas & rebuttals() and _is_verdict(desk, statement):
            yield replace(_denial(desk, statement, speakers, frozenset(), inside, outright=True), local=True)
        elif statement.act not in ("accuse", "suspect", "criticise") and is_negative(desk, statement):
            merely = _denial(desk, statement, speakers, lemmas - _names(desk, statement.spans), inside, outright=False)
            yield replace(merely, named=_others(desk, statement))


def _others(desk: Desk, statement: Statement) -> tuple[str, ...]:
    rows = desk.readings[statement.spans[0].report].mentions
    inside = [m.actor for m in rows for s in statement.spans if s.start <= m.span.start and m.span.end <= s.end]
    return tuple(a for a in dict.fromkeys(inside) if a not in statement.speakers and a in desk.actors)


def points_to_somebody(desk: Desk, denial: Denial) -> bool:
    """ "Je n'ai jamais travaillé avec elle": only its own report tells with whom."""
    parsed = desk.readings[denial.report].parsed
    words = [parsed.words[i] for s in denial.spans[:1] for i in parsed.at(s.start, s.end)]
    return any(w.lower in ("elle", "lui", "eux", "elles") and w.dep.startswith(("obl", "obj", "iobj")) for w in words)


def _is_verdict(desk: Desk, statement: Statement) -> bool:
    """Is "false" what is said, not a word that narrows a noun: "un contrat apparemment faux"?"""
    words, inside = desk.readings[statement.spans[0].report].parsed.words, set(statement.words)
    told = [words[i] for i in statement.words if plain(words[i].lemma) in rebuttals() or plain(words[i].lower) in rebuttals()]
    return any(w.dep not in ("amod", "acl") or w.head not in inside for w in told)


def _denial(
    desk: Desk, statement: Statement, speakers: tuple[str, ...], words: frozenset[str], events: tuple[str, ...], *, outright: bool
) -> Denial:
    report = statement.spans[0].report
    spans = (*statement.spans, *([statement.speaker_span] if statement.speaker_span else []))
    cue = statement.cue
    by = next((e for e in desk.readings[report].events if cue and e.trigger.start < cue.end and cue.start < e.trigger.end), None)
    if by and by.frame in _DENYING:
        spans = (desk.clause(by), *spans)
        words |= frozenset(plain(w) for w in (*by.slots.object, *by.slots.undergoer))  # "dément tout tir : « … »"
    if by and (by.frame in _DENYING or statement.act == "deny"):
        events = (by.id, *events)
    shown = tuple(dict.fromkeys(s for s in spans if s.end - s.start < 500))
    words = words - blanks() - rebuttals() - _WHICH if outright else words
    words = words - {"revers", "main"} if "revers" in words else words  # "balaie l'accusation d'un revers de main"
    words = words - news_words() or words
    at, sentence = statement.spans[0].start, desk.readings[report].parsed.words[statement.words[0]].sent
    parsed = desk.readings[report].parsed
    head = (_act_denied if outright else _act_negated)(parsed, statement.words) if words else frozenset()
    return Denial(report, at, sentence, shown, speakers, words, events, _frames(desk, events), outright, head)


def _frames(desk: Desk, events: Iterable[str]) -> frozenset[str]:
    """What kinds of acts are denied."""
    return frozenset(desk.events[e].frame for e in events) - LOOSE - _DENYING - {"ACCUSE", "CRITICISE"}


def _events_of(desk: Desk, statement: Statement) -> Iterator[Event]:
    for event in desk.readings[statement.spans[0].report].events:
        if any(s.start <= event.trigger.start < s.end for s in statement.spans):
            yield event


def _bare(desk: Desk, report: str) -> Iterator[Denial]:
    """Denials without content: "l'élu nie", "clame son innocence", "se dit innocent"."""
    cued = [s.cue for s in desk.readings[report].statements if s.cue and s.act == "deny"]
    for event in desk.readings[report].events:
        if event.frame not in _DENYING or any(c.start <= event.trigger.start < c.end for c in cued):
            continue
        claims = desk.claims.get(event.id, ())
        denied = [c for c in claims if c.status == "denied" and not c.negated]
        speakers = event.agents or tuple(dict.fromkeys(s for c in denied if c.statement is None for s in c.sources))
        unnamed = not speakers and bool(denied) and event.frame == "DENY" and _by_pronoun(desk, event)
        if (speakers or unnamed) and (denied or _ALSO.search(desk.readings[report].report.text[: event.trigger.start][-60:])):
            words = frozenset(plain(w) for w in event.slots.object) - blanks() - rebuttals()
            clause = desk.clause(event)
            if not words and (tail := governed(desk, event)):
                words = frozenset(plain(w.lemma) for w in tail if w.pos in ("NOUN", "VERB", "ADJ")) - blanks() - rebuttals()
                clause = Span(report, min(clause.start, event.trigger.start), max(clause.end, tail[-1].end)) if words else clause
            yield Denial(
                report,
                event.trigger.start,
                event.slots.sentence,
                (clause,),
                speakers,
                words,
                (event.id,),
                frozenset(),
                True,
            )


def governed(desk: Desk, event: Event) -> list[Word]:
    """What a verb of denial governs after itself: "se défend de [vouloir fermer la caserne]"."""
    parsed = desk.readings[event.report].parsed
    words = parsed.at(event.trigger.start, event.trigger.end)
    sentence = parsed.sentence_of(words[-1])
    tail: list[Word] = []
    for word in parsed.words[words[-1] + 1 : sentence.last]:
        if word.pos == "PUNCT" or word.lower in ("et", "mais", "que", "qu'", "qui"):
            break
        tail.append(word)
    governed = next((w for w in tail if w.pos not in ("ADP", "ADV")), None)
    return tail if governed is not None and governed.feat("VerbForm") == "Inf" else []


def _by_pronoun(desk: Desk, event: Event) -> bool:
    """ "Lui nie": whoever that is, the text has just told of him."""
    parsed = desk.readings[event.report].parsed
    i = event.slots.predicate
    before = parsed.words[max(0, i - 3) : i] if i > 0 else []
    return any(
        w.lower in ("il", "elle", "ils", "elles", "lui", "eux", "dernier", "dernière", "celui-ci", "celle-ci") for w in before
    )


def lemmas_of(desk: Desk, statement: Statement, *, denied: bool = False) -> frozenset[str]:
    """Plain lemmas of what is said; `denied`: only of what a denial falls on."""
    parsed = desk.readings[statement.spans[0].report].parsed
    words = parsed.words
    return frozenset(
        lemma
        for i in (_denied_words(parsed, statement.words) if denied else statement.words)
        if words[i].pos in ("NOUN", "VERB", "ADJ", "ADV")
        and len(lemma := plain(words[i].lemma)) > 2
        and lemma not in function_words()
        and lemma not in _NEGATORS
    )


def heads_denial(desk: Desk, event: Event, statement: Statement) -> bool:
    """Does the denial fall on this event: the head of what is denied, not a participle or a number beside it?

    "X dément que les otages détenus par Y aient été libérés" denies that they were freed, not that they were held.
    """
    parsed, inside = desk.readings[event.report].parsed, set(statement.words)
    i = event.slots.predicate if event.slots.predicate in inside else event.slots.head
    if i not in inside or i not in _denied_words(parsed, statement.words):
        return i not in inside
    for _ in range(_DEPTH):
        word = parsed.words[i]
        if word.head == i or word.head not in inside:
            return True
        above = parsed.words[word.head]
        carried = word.dep in _CARRIED and plain(above.lemma) in _CARRIERS
        named = word.dep == "nmod" and plain(above.lemma) in blanks() - _PARTS
        if not carried and not named and word.dep not in ("conj", "xcomp", "ccomp", "csubj"):
            return False
        i = word.head
    return False


def _act_denied(parsed: Parsed, words: Sequence[int]) -> frozenset[str]:
    """The verb or noun of an act that heads what is denied; none where the head only carries it ("toute implication dans")."""
    inside = set(words)
    heads = [parsed.words[i] for i in words if parsed.words[i].head not in inside or parsed.words[i].head == i]
    acts_ = [plain(w.lemma) for w in heads if w.pos == "VERB" or w.lemma in noun_senses()]
    return frozenset(a for a in acts_ if a not in _CARRIERS and a not in blanks() and len(a) > 2)


def _act_negated(parsed: Parsed, words: Sequence[int]) -> frozenset[str]:
    """The verb that a merely negative sentence negates ("je n'exclus rien"), whatever the tagger takes it for."""
    found: set[str] = set()
    for i in (i for i in words if parsed.words[i].lower in ("ne", "n'")):
        after = [parsed.words[j] for j in words if i < j <= i + _REACH]
        told = [w for w in after if w.pos not in ("PRON", "ADP", "DET") and plain(w.lower) not in _NEGATORS]
        verb = next((plain(w.lemma) for w in told if w.lemma not in ("avoir", "être", "aller", "pouvoir")), "")
        found.add(verb if verb.endswith(("er", "ir", "re")) else "")
    return frozenset(found) if found and not found & ({""} | _CARRIERS) else frozenset()


def is_of_quality(desk: Desk, statement: Statement) -> bool:
    """ "Conteste la légalité des écoutes": that they took place is not denied."""
    words = desk.readings[statement.spans[0].report].parsed.words
    first = next((words[i] for i in statement.words if words[i].pos in ("NOUN", "VERB")), None)
    return first is not None and plain(first.lemma) in words_of("quality")


def _denied_words(parsed: Parsed, words: Sequence[int]) -> tuple[int, ...]:
    """The words a denial falls on: without clauses that narrow a noun, gerunds, and what was said "contrairement à" it."""
    inside = set(words)
    unlike = next((i for i in words if parsed.words[i].lower == "contrairement"), len(parsed.words))
    return tuple(i for i in words if i < unlike and not _is_aside(parsed, i, inside))


def _is_aside(parsed: Parsed, i: int, inside: set[int]) -> bool:
    for _ in range(_DEPTH):
        word = parsed.words[i]
        if word.head == i or word.head not in inside:
            return False
        if word.lower.endswith("ant") and any(k.lower == "en" for k in parsed.kids(i)):
            return True  # "toute implication en accusant les rebelles"
        if word.dep.startswith("acl") and plain(parsed.words[word.head].lemma) not in blanks():
            return True
        i = word.head
    return False


def is_negative(desk: Desk, statement: Statement) -> bool:
    """Do its words negate something, and no more than that?"""
    parsed = desk.readings[statement.spans[0].report].parsed
    said = " ".join(desk.text(s) for s in statement.spans)
    negators = [parsed.words[i] for i in statement.words if plain(parsed.words[i].lower) in _NEGATORS]
    return bool(negators) and (bool(_NOT_NEGATED.search(said)) or negators[0].lower == "sans") and not _ONLY.search(said)


def _names(desk: Desk, spans: Iterable[Span]) -> frozenset[str]:
    """Words of the parties named within: they fill no part of the act."""
    found: set[str] = set()
    for span in spans:
        for mention in desk.readings[span.report].mentions:
            if span.start <= mention.span.start and mention.span.end <= span.end:
                found.update(plain(w) for w in re.findall(r"[^\W\d_]{3,}", desk.text(mention.span)))
    return frozenset(found)
