"""What one report names with a reserve and another plainly: "l'assaillant présumé" here, "l'assaillant" there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.lang.frames import noun_senses
from recoupe.lang.nouns import actor_nouns
from recoupe.lang.plain import function_words, plain
from recoupe.match.acts.families import acts
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft, draft_values, in_order
from recoupe.match.line.sayings import pointless
from recoupe.match.sure.culprits import deeds, is_verdict
from recoupe.parse.document import Parsed, Word
from recoupe.types import Difference, Span, Value

_RESERVES = ("présumé", "supposé", "prétendu", "allégué", "suspecté", "soi-disant", "soit-disant", "hypothétique")
_DEFINITE = frozenset(
    ("le", "la", "l'", "les", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "du", "des", "au", "aux")
)
_OPEN = frozenset("auteur responsable chef membre complice cerveau victime instigateur commanditaire coupable lien cas".split())
_SHOWN = 6  # reports on one side


@dataclass(frozen=True, slots=True)
class _Named:
    """A noun as a report uses it."""

    span: Span
    noun: str
    kin: frozenset[str]  # itself, the words of its deed, its acts
    of: frozenset[str]  # what it is of: "l'auteur de [l'attaque]"
    actor: str
    many: bool
    act: bool
    text: str
    reserve: str = ""


def draft_presumed(desk: Desk) -> tuple[Draft, ...]:
    """One matter for each noun that some reports use with a reserve, and others, that never do, without."""
    told = {r: list(_nouns(desk, r)) for r in sorted(desk.readings) if len(desk.related[r]) > 1}
    reserved = {r: [n for n in ns if n.reserve] for r, ns in told.items()}
    found: dict[tuple[str, bool], dict[Span, Value]] = defaultdict(dict)
    titles: dict[tuple[str, bool], str] = {}
    for report in sorted(r for r in reserved if reserved[r]):
        for weak in (w for w in reserved[report] if not any(not n.reserve and _is_one(w, n) for n in told[report])):
            key = weak.noun, weak.many
            for other in sorted(desk.related[report] - {report}):
                if other not in told or any(_is_one(weak, n) for n in reserved[other]):
                    continue
                plainly = next((n for n in told[other] if _is_one(weak, n)), None)
                if plainly and len(found[key]) < 2 * _SHOWN:
                    found[key][weak.span] = Value(report, "alleged", (weak.span,))
                    found[key][plainly.span] = Value(other, "happened", (plainly.span,))
                    titles.setdefault(key, _title(weak))
    drafts = (
        draft_values(desk, "presumed", titles[k], Difference("certainty", "refined", in_order(list(found[k].values()))))
        for k in sorted(found)
        if found[k]
    )
    return tuple(d for d in drafts if d)


def _title(noun: _Named) -> str:
    """ "L'assaillant : présumé ou avéré"."""
    words = pointless(" ".join(noun.text.split()))
    end = ("e" if noun.reserve.rstrip("s").endswith("ée") else "") + ("s" if noun.many else "")
    return f"{words[:1].upper()}{words[1:]} : présumé{end} ou avéré{end}"


def _nouns(desk: Desk, report: str) -> Iterator[_Named]:
    """The people and the acts that a report names, first of each with a reserve; none that somebody else's words name."""
    reading = desk.readings[report]
    parsed = reading.parsed
    if any(is_verdict(parsed, s) for s in parsed.sentences):
        return
    quoted = {i for q in parsed.quotes for i in parsed.at(q.inner_start, q.inner_end)}
    doubted = {w.sent for w in parsed.words if w.feat("Mood") == "Cnd" or plain(w.lemma) in ("soupconner", "suspecter")}
    holders = {m.head: m.actor for m in reading.mentions if m.head >= 0}
    for word in parsed.words:
        if word.pos not in ("NOUN", "ADJ") or word.i in quoted:
            continue
        noun = plain(word.lemma)
        act = noun in noun_senses()
        if not act and word.lower not in actor_nouns() and word.lemma not in actor_nouns() and noun not in deeds():
            continue
        reserve = _reserve(parsed, word)
        first = _first(parsed, word)
        if not reserve and (word.sent in doubted or parsed.words[first].lower not in _DEFINITE):
            continue
        kin = frozenset((noun, *deeds().get(noun, ()), *(("act:" + a for a in acts(frozenset([noun]))) if act else ())))
        last = max((word.i, reserve.i)) if reserve else word.i
        span = parsed.span(min(first, reserve.i if reserve else first), last + 1)
        text = parsed.text[parsed.words[first].start : word.end]
        many = word.feat("Number") == "Plur"
        yield _Named(
            span,
            noun,
            kin,
            _of(parsed, word, reserve),
            holders.get(word.i, ""),
            many,
            act,
            text,
            reserve.lower if reserve else "",
        )


def _reserve(parsed: Parsed, word: Word) -> Word | None:
    """The word beside a noun that says it is not established: "les frappes présumées", "un soi-disant témoin"."""
    sentence = parsed.sentence_of(word.i)
    near = parsed.words[max(sentence.first, word.i - 1) : min(sentence.last, word.i + 3)]
    found = next((k for k in near if k.lower.startswith(_RESERVES)), None)
    return None if found is None or found.i == word.i + 2 and parsed.words[word.i + 1].pos != "ADJ" else found


def _first(parsed: Parsed, word: Word) -> int:
    """The article before a noun, or the preposition that holds it: "du bombardement"."""
    first = next((k.i for k in parsed.kids(word.i, "det") if k.i < word.i), word.i)
    return first - 1 if first == word.i and first and parsed.words[first - 1].lower in ("du", "des", "au", "aux") else first


def _of(parsed: Parsed, word: Word, reserve: Word | None) -> frozenset[str]:
    """Plain lemmas of what it is of, by whom or against whom."""
    near = [k for w in (word, reserve) if w for k in parsed.kids(w.i, "nmod", "obl", "obl:arg", "obl:mod")]
    found = {plain(k.lemma) for k in near if k.pos in ("NOUN", "PROPN")}
    return frozenset(found) - function_words()


def _is_one(weak: _Named, other: _Named) -> bool:
    """Is it one person or act that both name?"""
    if weak.act != other.act or weak.many != other.many and not weak.act:
        return False
    common = weak.of & other.of
    if weak.of and other.of and not common and weak.noun == other.noun:
        return False
    if weak.actor and weak.actor == other.actor:
        return weak.noun == other.noun
    if weak.act:
        kin = {k for k in weak.kin & other.kin if k[:4] == "act:"}
        return weak.noun == other.noun and (bool(common) or not weak.of or not other.of) or bool(kin and common)
    if weak.noun in _OPEN or other.noun in _OPEN:
        return bool(common) and weak.noun == other.noun or bool(weak.of & other.kin or other.of & weak.kin)
    return bool(weak.noun == other.noun or weak.noun in deeds() and weak.kin - {weak.noun} == other.kin - {other.noun})
