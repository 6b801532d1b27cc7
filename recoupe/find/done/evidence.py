"""The words that carry an event: its clause with its arguments, without the clauses hanging on it."""

from __future__ import annotations

from recoupe.find.done.coordination import is_list_item
from recoupe.find.done.wordforms import SAYING, preposition_of
from recoupe.parse.document import Parsed, Sentence, Word
from recoupe.types import Span

# Relations that open another clause: its words are another event's evidence.
OUTSIDE = frozenset(("ccomp", "parataxis", "advcl", "acl", "csubj", "dep", "discourse", "vocative", "orphan"))
MODALS = frozenset(
    "devoir pouvoir aller venir commencer continuer susceptible vouloir sembler paraître risquer compter espérer"
    " souhaiter".split()
)
ABOUT = frozenset("dizaine centaine millier douzaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine".split())
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
        up = parsed.words[parsed.words[trigger].head]
        if up.lemma in ABOUT and up.i == trigger - 2:  # "une quinzaine de blessés"
            inside |= {up.i, trigger - 1, *(k.i for k in parsed.kids(up.i, "det"))}
        inside -= {k for k in inside if k < trigger and parsed.words[k].dep in ("case", "fixed", "cc", "mark")}
    else:
        inside |= _modal_frame(parsed, predicate)
    low = high = trigger
    for step, other in ((-1, after_dateline(parsed, sentence, trigger) - 1), (1, sentence.last)):
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
    while low < min(trigger, predicate) and parsed.words[low].lower in EDGES and _loose(parsed.words[low], trigger, predicate):
        low += 1
    while high > max(trigger, predicate) and (
        parsed.words[high].lower in EDGES or parsed.words[high].pos in ("DET", "ADP", "CCONJ", "SCONJ")
    ):
        high -= 1
    return _shorten(parsed, *_closed(parsed, low, high), trigger)


def _loose(word: Word, trigger: int, predicate: int) -> bool:
    """A mark or a conjunction at the head; not the preposition of "À l'audience, le parquet …"."""
    return word.dep in ("punct", "cc", "mark") or (word.dep == "case" and word.head in (trigger, predicate))


def after_dateline(parsed: Parsed, sentence: Sentence, limit: int) -> int:
    """First word behind "BORDEAUX, 7 février 2025 (ANP) -" at the head of a sentence, else the sentence's first."""
    words, first = parsed.words, sentence.first
    for k in range(first + 1, min(limit, first + 14)):
        word, before = words[k], words[k - 1]
        if word.pos in ("VERB", "AUX") or word.text in ",;" and k > first + 8:
            return first
        if word.text in "–—-" and word.start > before.end:
            dated = any(w.text[:1].isdigit() for w in words[first:k]) or before.text in (")", ".") or words[first].text.isupper()
            return k + 1 if dated else first
    return first


def evidence_span(parsed: Parsed, predicate: int, trigger: int, nominal: bool) -> Span:
    """The evidence as a span of the report."""
    low, high = clause_words(parsed, predicate, trigger, nominal)
    return parsed.span(low, high + 1)


def _collect(parsed: Parsed, i: int, nominal: bool, depth: int, out: set[int]) -> None:
    """Add to `out` the words under i that belong to its own clause."""
    out.add(i)
    if depth > 12:
        return
    words, children, left = parsed.words, parsed.children, parsed.left
    for k in children[i]:
        kid = words[k]
        dep, pos = kid.dep, kid.pos
        base = dep.partition(":")[0]
        if base == "punct" or (base in OUTSIDE and not _belongs(parsed, k, base)):
            continue
        if base == "conj" and (pos in ("VERB", "AUX") or any(words[g].dep in ("cop", "nsubj") for g in children[k])):
            continue
        if depth == 0 and base in ("xcomp", "appos"):
            if base == "appos" and nominal:
                continue
            if base == "xcomp" and pos == "VERB" and not nominal and kid.feat("VerbForm") == "Inf":
                continue
        if base in ("obl", "nsubj") and preposition_of(parsed, k) in SAYING:
            continue
        if (
            base == "obj"
            and depth == 0
            and words[left[k] - 1].text == ","
            and any(words[g].dep == "obj" for g in children[i] if g < k)
            and not is_list_item(parsed, k)
        ):
            continue  # ", une option que …": an apposition
        if children[k]:
            _collect(parsed, k, nominal, depth + 1, out)
        else:
            out.add(k)


def _belongs(parsed: Parsed, k: int, base: str) -> bool:
    """What a relation of another clause may still hold: an adjective, a bare participle, a noun with its preposition."""
    word = parsed.words[k]
    if base == "acl":
        bare = all(parsed.words[g].dep == "conj" and parsed.words[g].pos == "NOUN" for g in parsed.children[k])
        return word.pos != "VERB" or (bare and word.feat("VerbForm") == "Part")
    return base == "dep" and word.pos == "NOUN" and any(parsed.words[g].dep == "case" for g in parsed.children[k])


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
