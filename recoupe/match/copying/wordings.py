"""Matters of wording: the same words of the same speaker, as each report quotes them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from rapidfuzz import fuzz

from recoupe.lang.plain import plain
from recoupe.match.acts.attribution import may_be_one
from recoupe.match.acts.slots import days_between
from recoupe.match.contrast import are_antonyms
from recoupe.match.copying.alignment import Alignment, align, key, negates, swaps
from recoupe.match.copying.shingles import Token, tokens
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, agree, claims_of, in_order
from recoupe.types import Difference, Link, SlotVerdict, Span, Value, make_id

_SHORT = 3  # words that carry meaning: a quotation of so few is compared letter by letter
_SHORT_ALIKE = 58.0  # two or three words of which one differs ("protestation historique", "contestation historique")
_MAX_WORDS = 90
_LABEL = 5  # words of a name
_WORKS = frozenset("émission film série roman livre ouvrage chanson album pièce revue magazine spectacle opération".split())
_OFTEN = 4  # quotations of the same words in one affair
_SPELT = 80.0  # likeness of two spellings of a name
_COMPARED = 40  # wordings of one speech that are laid side by side
_ASIDE = 5  # words in common before the same speech may be put in two mouths
_WHOLE, _PASSAGE, _LINE = 15, 0.45, 8  # words of a long quotation; what two long ones share of the shorter, or in a row
_FIRST = frozenset(("je", "j", "me", "m", "moi", "mon", "ma", "mes", "nous", "notre", "nos"))
_AT_ONCE = 3  # days between two reports within which nobody says the contrary in the same words


@dataclass(frozen=True, slots=True)
class Quoted:
    """One stretch between quotation marks with who says it."""

    span: Span
    speakers: frozenset[str]
    words: tuple[Token, ...]
    plain: str  # its words without marks, case or accents
    stems: frozenset[str]


def draft_wordings(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each quotation that two reports of an affair hold, word for word or altered."""
    quotes = [q for report in sorted(desk.readings) for q in _quotes(desk, report)]
    index: dict[str, list[int]] = defaultdict(list)
    for i, quote in enumerate(quotes):
        for stem in sorted(quote.stems):
            index[stem].append(i)
    pairs = sorted({pair for owners in index.values() if len(owners) <= 200 for pair in _related(desk, quotes, owners)})
    group = list(range(len(quotes)))
    grouped = {i: [i] for i in group}
    same: dict[tuple[str, frozenset[str], str, frozenset[str]], bool] = {}  # reprints hold the same words over and over
    for i, j in pairs:
        a, b = quotes[i], quotes[j]
        key_ = a.plain, a.speakers, b.plain, b.speakers
        if group[i] != group[j] and (same[key_] if key_ in same else same.setdefault(key_, _match(desk, a, b))):
            home, guest = sorted((group[i], group[j]))
            for k in grouped[guest]:
                group[k] = home
            grouped[home] += grouped.pop(guest)
    said = Counter(q.plain for q in quotes)
    out = []
    for g in sorted(grouped):
        members = [quotes[k] for k in sorted(grouped[g])]
        if _is_label(desk, members, said):
            continue
        if len({q.span.report for q in members}) > 1 and (draft := _draft(desk, members)):
            out.append(draft)
    return tuple(out)


def _is_label(desk: Desk, members: list[Quoted], said: Mapping[str, int]) -> bool:
    """The usual name of a thing in marks (« gilets jaunes », « trafic d'influence »): nobody's wording.

    Told by no verb, in the same few words, on the word of nobody whom two of them name, or so often that it is a name.
    """
    if len({_in_singular(q) for q in members}) > 1 or len(members[0].plain.split()) > _LABEL:
        return False
    if any(_has_verb(desk, q) for q in members):
        return any(_is_title(desk, q) for q in members)
    named = [q.speakers for q in members]
    often = sum(said[p] for p in {q.plain for q in members}) >= _OFTEN
    return often or not frozenset.intersection(*named) or any(_is_offence(desk, q) for q in members)


def _in_singular(quote: Quoted) -> tuple[str, ...]:
    """Its words without the sign of the plural: « gilet jaune », « gilets jaunes »."""
    return tuple(w.rstrip("sx") for w in quote.plain.split())


def _is_title(desk: Desk, quote: Quoted) -> bool:
    """Does it stand behind the kind of work that it names: "l'émission « Tous au jardin »"?"""
    parsed = desk.readings[quote.span.report].parsed
    first = next(iter(parsed.at(quote.span.start, quote.span.end)), 0)
    before = (parsed.words[i].lemma.lower() for i in range(max(0, first - 3), first))
    return any(w in _WORKS for w in before)


def _has_verb(desk: Desk, quote: Quoted) -> bool:
    parsed = desk.readings[quote.span.report].parsed
    return any(parsed.words[i].pos in ("VERB", "AUX") for i in parsed.at(quote.span.start, quote.span.end))


def _is_offence(desk: Desk, quote: Quoted) -> bool:
    """What somebody is charged with: it stands behind "pour" or "de"."""
    parsed = desk.readings[quote.span.report].parsed
    first = next(iter(parsed.at(quote.span.start, quote.span.end)), 0)
    before = [parsed.words[i].lower for i in range(max(0, first - 3), first)]
    return "pour" in before


def _related(desk: Desk, quotes: list[Quoted], owners: list[int]) -> list[tuple[int, int]]:
    """Pairs of quotations of two reports that tell of one affair."""
    reports = [quotes[i].span.report for i in owners]
    return [
        (i, j)
        for n, i in enumerate(owners)
        for j, other in zip(owners[n + 1 :], reports[n + 1 :], strict=True)
        if other != reports[n] and other in desk.related[reports[n]]
    ]


def _quotes(desk: Desk, report: str) -> list[Quoted]:
    reading = desk.readings[report]
    text = reading.report.text
    out = []
    for quote in reading.parsed.quotes:
        start, end = quote.inner_start, quote.inner_end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        words = tokens(text[start:end])
        if quote.level or not words or len(words) > _MAX_WORDS or end - start > 590:
            continue
        stems = frozenset(key(w) for w in words if w.content or w.masked == "@")
        if stems:
            said = " ".join(w.plain for w in words)
            out.append(Quoted(Span(report, start, end), _speakers(desk, report, start, end), words, said, stems))
    return out


def _speakers(desk: Desk, report: str, start: int, end: int) -> frozenset[str]:
    """Who says the words, as far as the statements know."""
    found: set[str] = set()
    for statement in desk.readings[report].statements:
        if any(s.start < end and s.end > start for s in statement.spans):
            speaker = statement.speaker
            found.update((speaker,) if isinstance(speaker, str) else speaker or ())
    return frozenset(found)


def _match(desk: Desk, a: Quoted, b: Quoted) -> bool:
    """Are these words of two related reports the same, perhaps altered, of nobody else?"""
    known = bool(a.speakers and b.speakers)
    if known and a.plain == b.plain:
        return bool(a.speakers & b.speakers) or len(a.stems) >= _SHORT or len(a.stems) > 1 and not _are_two(desk, a, b)
    if a.plain == b.plain:
        return len(a.stems) >= 2 or len(a.plain) >= 8
    common, small = len(a.stems & b.stems), min(len(a.stems), len(b.stems))
    if not common or common == 1 < small and not known:
        return False
    laid = align(a.words, b.words)
    if laid.content < _SHORT and desk.are_weeks_apart(a.span.report, b.span.report):
        return False  # two words come back on every occasion
    if known and not a.speakers & b.speakers:
        if _are_two(desk, a, b):
            return laid.content >= _SHORT and laid.common > _ASIDE and laid.cover >= 0.75
        enough = _told_alone(laid.words) >= min(_SHORT, small)  # beyond names, numbers and dates
        return enough and laid.content >= 2 and laid.common >= _ASIDE - (laid.cover == 1.0) and laid.cover >= 0.6
    if small <= _SHORT and _is_short_match(a, b, laid, common, small, known):
        return True
    if known and common >= max(_SHORT, 0.75 * small):
        return True  # the same words in another order
    if len(a.words) > _WHOLE < len(b.words) and laid.cover < _PASSAGE and laid.run < _LINE or _told_alone(laid.words) < 2:
        return False  # a term of the subject in two speeches; who, where and when
    most = laid.content >= 0.6 * small and laid.cover >= 0.5
    return laid.content >= 2 and (laid.common >= 4 and most or laid.run >= _ASIDE)


def _told_alone(words: Sequence[Token]) -> int:
    """How many of these carry meaning and are no name, number or date."""
    return len({key(t) for t in words if t.content})


def _is_short_match(a: Quoted, b: Quoted, laid: Alignment, common: int, small: int, known: bool) -> bool:
    """Two or three words, of which one differs; or one word of a speaker, with or without the next."""
    shorter, longer = sorted((len(a.words), len(b.words)))
    if known and laid.run == shorter and (small > 1 or longer <= _LABEL):
        return True
    return (common >= 2 or known) and common * 2 >= small and fuzz.ratio(a.plain, b.plain) >= _SHORT_ALIKE


def _are_two(desk: Desk, a: Quoted, b: Quoted) -> bool:
    """Two persons of other names, or two bodies: not a name and a post, nor two spellings."""
    left, right = ([desk.actors[s] for s in sorted(q.speakers) if s in desk.actors] for q in (a, b))
    if not left or not right or may_be_one(desk, [x.id for x in (*left, *right)]):
        return False
    kinds = {(x.kind, x.name[:1].isupper()) for x in (*left, *right)}
    alike = any(fuzz.ratio(plain(x.name).split()[-1], plain(y.name).split()[-1]) >= _SPELT for x in left for y in right)
    return len(kinds) == 1 and not alike and kinds <= {("person", True), ("organisation", True), ("role", False)}


def _draft(desk: Desk, members: list[Quoted]) -> Draft | None:
    events = sorted({e.id for q in members if (e := desk.event_at(q.span))})
    if not events:
        return None
    verdict: SlotVerdict = "wording" if len({q.plain for q in members}) > 1 else "same"
    reports = tuple(sorted({q.span.report for q in members}))
    told = list({(q.plain, q.speakers): q for q in reversed(members)}.values())[::-1][:_COMPARED]
    turned = [(a, b) for a, b in combinations(told, 2) if a.span.report != b.span.report and _is_turned(desk, a, b)]
    flat = {q for a, b in turned if _in_one_mouth(desk, a, b) and _at_once(desk, a, b) for q in (a, b)}
    differences = [Difference("wording", verdict, _shown(desk, members))]
    if flat:
        differences.append(Difference("polarity", "contradicted", _shown(desk, sorted(flat, key=lambda q: q.span))))
    elif not turned and (speakers := _speakers_differ(desk, told)):
        differences.append(speakers)
    claims = claims_of(desk, events)
    reason = "mêmes paroles" if verdict == "same" else "mêmes paroles, un mot change"
    pairs = [(a, b) for a, b in pairwise(events) if desk.events[a].report != desk.events[b].report]
    links = tuple(Link(a, b, "same", 0.9, (reason,), make_id("k", "quote", a, b)) for a, b in pairs)
    disputed = any(_apart(a, b) and not _in_one_mouth(desk, a, b) for a, b in turned)
    agreement = agree(len(reports), tuple(differences), disputed=disputed)
    return Draft("quote", tuple(events), claims, reports, agreement, tuple(differences), _title(desk, members), links)


def _shown(desk: Desk, members: list[Quoted]) -> tuple[Value, ...]:
    return in_order([Value(q.span.report, desk.text(q.span), (q.span,)) for q in members])


def _apart(a: Quoted, b: Quoted) -> bool:
    """Said by two speakers, as far as we know."""
    return bool(a.speakers and b.speakers and not a.speakers & b.speakers)


def _is_turned(desk: Desk, a: Quoted, b: Quoted) -> bool:
    """Does the one say the contrary of the other, word for word: denied, another number, an antonym?"""
    laid = align(a.words, b.words)
    if laid.content < 2 or laid.common < 4 or laid.cover < 0.6:
        return False
    if negates(laid.edits, a.words, b.words):
        return True
    return any(_excludes(desk, a, b, x, y) for x, y in swaps(laid.edits))


def _excludes(desk: Desk, a: Quoted, b: Quoted, x: Token, y: Token) -> bool:
    if x.masked == y.masked == "0":
        return x.plain.isdigit() == y.plain.isdigit()
    return y.plain != x.plain and are_antonyms(_lemma(desk, a, x), _lemma(desk, b, y))


def _lemma(desk: Desk, quote: Quoted, token: Token) -> str:
    parsed, start = desk.readings[quote.span.report].parsed, quote.span.start
    at = next(iter(parsed.at(start + token.start, start + token.end)), None)
    return plain(parsed.words[at].lemma) if at is not None else token.plain


def _in_one_mouth(desk: Desk, a: Quoted, b: Quoted) -> bool:
    """Of one speaker, or of one who says "je": in two mouths the same speech is a quarrel."""
    if a.speakers & b.speakers or _apart(a, b) and may_be_one(desk, (*sorted(a.speakers), *sorted(b.speakers))):
        return True
    mine = not _FIRST.isdisjoint(t.plain for t in a.words) and not _FIRST.isdisjoint(t.plain for t in b.words)
    return align(a.words, b.words).common > _ASIDE and (mine or not _apart(a, b)) and not _are_two(desk, a, b)


def _at_once(desk: Desk, a: Quoted, b: Quoted) -> bool:
    """Are both reports of about one day, as far as we know?"""
    left, right = (desk.published(q.span.report) for q in (a, b))
    return not left or not right or not left.earliest or not right.earliest or days_between(left, right) <= _AT_ONCE


def _speakers_differ(desk: Desk, members: list[Quoted]) -> Difference | None:
    """The same speech put in the mouths of two persons."""
    for a, b in combinations(members, 2):
        if a.span.report == b.span.report or min(len(a.words), len(b.words)) < _ASIDE:
            continue
        if _apart(a, b) and _are_two(desk, a, b):
            values = [Value(q.span.report, desk.actors[min(q.speakers)].name, (q.span,)) for q in (a, b)]
            return Difference("source", "refined", in_order(values))
    return None


def _title(desk: Desk, members: list[Quoted]) -> str:
    named = [q.speakers for q in members if q.speakers]
    common = frozenset.intersection(*named) if named else frozenset()
    speakers = sorted((s for s in common if s in desk.actors), key=lambda s: desk.actors[s].name)
    words = min((desk.text(q.span) for q in members), key=lambda t: (-len(t) if len(t) <= 60 else len(t), t))
    shown = words if len(words) <= 60 else words[:57].rsplit(" ", 1)[0] + "…"
    return f"{desk.actors[speakers[0]].name} : « {shown} »" if speakers else f"« {shown} »"
