"""The words that carry an event: its clause with its arguments, without the clauses hanging on it."""

from __future__ import annotations

from recoupe.parse.document import Parsed
from recoupe.types import Span

# Relations that open another clause: its words are another event's evidence.
OUTSIDE = frozenset(("ccomp", "parataxis", "advcl", "acl", "csubj", "dep", "discourse", "vocative", "orphan"))
MODALS = frozenset(
    "devoir pouvoir aller venir commencer continuer susceptible vouloir sembler paraître risquer compter espérer"
    " souhaiter".split()
)
LONGEST = 240  # code points
EDGES = frozenset(
    (
        ",",
        ";",
        ":",
        "–",
        "—",
        "-",
        "(",
        ")",
        ".",
        "!",
        "?",
        "…",
        "et",
        "mais",
        "ou",
        "où",
        "que",
        "qu'",
        "de",
        "d'",
        "à",
        "pour",
        "qui",
        "dont",
    )
)


def clause_words(parsed: Parsed, predicate: int, trigger: int, nominal: bool) -> tuple[int, int]:
    """First and last word (inclusive) of the evidence of an event."""
    sentence = parsed.sentence_of(trigger)
    inside: set[int] = set()
    _collect(parsed, predicate, nominal, 0, inside)
    inside.add(trigger)
    inside.add(predicate)
    if nominal:
        inside -= {k for k in inside if k < trigger and parsed.words[k].dep in ("case", "fixed", "cc", "mark")}
    else:
        inside |= _modal_frame(parsed, predicate)
    low = high = trigger
    for step, other in ((-1, sentence.first - 1), (1, sentence.last)):
        k, gap = trigger + step, 0
        while k != other and gap <= 4 and parsed.words[k].text != ";":
            if k in inside:
                low, high, gap = min(low, k), max(high, k), 0
            else:
                gap += 1 if parsed.words[k].pos != "PUNCT" else 2
            k += step
    low, high = (
        min(low, predicate) if abs(predicate - low) < 12 else low,
        max(high, predicate) if abs(predicate - high) < 12 else high,
    )
    while low < min(trigger, predicate) and (
        parsed.words[low].lower in EDGES and parsed.words[low].dep in ("punct", "cc", "mark", "case")
    ):
        low += 1
    while high > max(trigger, predicate) and parsed.words[high].lower in EDGES:
        high -= 1
    return _shorten(parsed, *_closed(parsed, low, high), trigger)


def evidence_span(parsed: Parsed, predicate: int, trigger: int, nominal: bool) -> Span:
    """The evidence as a span of the report."""
    low, high = clause_words(parsed, predicate, trigger, nominal)
    return parsed.span(low, high + 1)


def _collect(parsed: Parsed, i: int, nominal: bool, depth: int, out: set[int]) -> None:
    """Add to `out` the words under i that belong to its own clause."""
    out.add(i)
    if depth > 12:
        return
    words, children = parsed.words, parsed.children
    for k in children[i]:
        kid = words[k]
        dep, pos = kid.dep, kid.pos
        base = dep.partition(":")[0]
        if base == "punct" or (base in OUTSIDE and not (base == "acl" and pos != "VERB")):
            continue
        if base == "conj" and (pos in ("VERB", "AUX") or any(words[g].dep in ("cop", "nsubj") for g in children[k])):
            continue
        if depth == 0 and base in ("xcomp", "appos"):
            if base == "appos" and nominal:
                continue
            if base == "xcomp" and pos == "VERB" and not nominal and kid.feat("VerbForm") == "Inf":
                continue
        if base == "obl" and any(words[g].dep == "case" and words[g].lower in ("selon", "d'après") for g in children[k]):
            continue
        if children[k]:
            _collect(parsed, k, nominal, depth + 1, out)
        else:
            out.add(k)


def _closed(parsed: Parsed, low: int, high: int) -> tuple[int, int]:
    """Take in the closing mark of a quotation opened inside, leave out an opening mark that closes outside."""
    words = parsed.words
    opened = sum((w.text in "«“") - (w.text in "»”") for w in words[low : high + 1])
    if opened > 0 and high + 1 < len(words) and words[high + 1].text in "»”":
        high += 1
    elif opened > 0 and words[low].text in "«“":
        low += 1
    return low, high


def _modal_frame(parsed: Parsed, i: int) -> set[int]:
    """The modal above an infinitive and its subject: "la Russie devrait dépasser …" is one piece of evidence."""
    word = parsed.words[i]
    up = parsed.words[word.head]
    if not word.dep.startswith("xcomp") or up.lemma not in MODALS or up.i > i:
        return set()
    out = {up.i, *_modal_frame(parsed, up.i)}
    for k in parsed.kids(up.i, "nsubj", "aux", "advmod", "obl", "cop", "expl", "mark"):
        if k.i < i and k.dep != "mark":
            _collect(parsed, k.i, True, 1, out)
    for k in parsed.kids(i, "mark"):
        out.add(k.i)
    return out


def _shorten(parsed: Parsed, low: int, high: int, trigger: int) -> tuple[int, int]:
    """Cut from the far end until the evidence is short enough to be read at a glance."""
    while high > trigger and parsed.words[high].end - parsed.words[low].start > LONGEST:
        high -= 1
    while low < trigger and parsed.words[high].end - parsed.words[low].start > LONGEST:
        low += 1
    return low, high
