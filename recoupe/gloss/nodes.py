"""An English sentence as a tree of what is glossed as one: a word, a fixed phrase, a name, a date, a sum."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from recoupe.gloss.lexicon import Phrase, base_forms, demonym, knows, noun, phrases_from
from recoupe.gloss.pieces import Piece
from recoupe.gloss.times import find_wholes
from recoupe.parse.document import Parsed, Sentence, Word, features

_SURNAMES = frozenset(  # words that name people more often than they open a sentence bare
    "baker banks barber bishop brook brooks burns butler carpenter carter cook cooper cross day dean fisher ford "
    "forest fox gardner glass gold grant green hall harper hill hope house hunt hunter king knight lane law lord "
    "marshall mason may mayor miller moss page park parker parks piper plant pope potter power price prince rose "
    "shepherd skinner smith snow stone street taylor turner walker wall wells west wolf wood woods young".split()
)
_RELATIVES = frozenset(("who", "whom", "which", "that", "whose", "where", "when", "why"))


@dataclass(slots=True)
class Node:
    """One unit of the sentence. `french` is set where the words have one French equivalent together; `kind` says of what sort."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    dep: str
    morph: str
    glued: bool  # no blank before it
    french: str | None = None
    kind: str = "word"  # word, name, time, sum, number, or the kind of a phrase
    gender: str = ""
    plural: bool = False
    head: Node | None = None
    kids: list[Node] = field(default_factory=list)
    order: int = 0

    def feat(self, name: str) -> str | None:
        """A Universal Feature of its head word."""
        return features(self.morph).get(name)

    def first(self, *deps: str) -> Node | None:
        """The first node that hangs on it by one of these relations."""
        return next((k for k in self.kids if k.dep in deps), None)

    def before(self) -> list[Node]:
        """What hangs on it and stands before it, in order."""
        return [k for k in self.kids if k.order < self.order]

    def behind(self) -> list[Node]:
        """What hangs on it and stands behind it, in order."""
        return [k for k in self.kids if k.order > self.order]

    def flat(self) -> list[Node]:
        """It and all below it, in order."""
        return sorted((self, *(n for k in self.kids for n in k.flat())), key=lambda n: n.order)

    def forms(self) -> tuple[str, ...]:
        """How a table may write it: as it stands, and by its lemma where it is one word."""
        return (self.text.lower(), self.lemma.lower()) if self.kind == "word" else (self.text.lower(),)

    def below(self, other: Node) -> bool:
        """Does it hang on the other, however deep?"""
        above = self.head
        while above is not None and above is not other:
            above = above.head
        return above is other

    def has_to(self) -> bool:
        """An infinitive with "to"?"""
        return any(k.lemma == "to" and k.dep == "aux" for k in self.kids)

    def opens_relative(self) -> bool:
        """Is it the word that opens a relative clause: "who", "which", "that"?"""
        if self.text.lower() not in _RELATIVES:
            return False
        above = self.head
        while above is not None and above.dep in ("pobj", "prep", "dobj", "poss", "nsubj"):
            above = above.head
        return above is not None and (above.dep == "relcl" or above.head is not None and above.head.dep == "relcl")

    def piece(self, french: str) -> Piece:
        """These French words for it."""
        return Piece(french, self.start, self.end, self.glued)


def read_tree(parsed: Parsed, sentence: Sentence) -> tuple[list[Node], Node | None]:
    """The nodes of one sentence in order, and its root. Of several roots the first holds the others."""
    words = parsed.words[sentence.first : sentence.last]
    nodes: list[Node] = []
    owner: dict[int, Node] = {}
    heads: list[Word] = []
    for first, last, french, kind, gender in _units(parsed, sentence):
        inside = words[first:last]
        ids = {w.i for w in inside}
        head = next((w for w in inside if w.head not in ids or w.head == w.i), inside[-1])
        node = _node(parsed.text, inside, head, len(nodes))
        if not any(n.pos != "PUNCT" for n in nodes) and _opens_as_noun(parsed, node, words[last : last + 1]):
            node.pos = "NOUN"
        node.french, node.kind, node.gender = french, kind, gender
        if french is None and len(inside) > 1:
            node.lemma = node.text.lower()
            node.pos = "PROPN" if " " in node.text else node.pos
        if node.pos == "NOUN" and nodes and node.text.istitle() and not _is_common(node):  # "in Bruges", a plural to the parser
            node.pos, node.plural = "PROPN", False
        nodes.append(node)
        heads.append(head)
        owner |= dict.fromkeys(ids, node)
    root: Node | None = None
    for node, head in zip(nodes, heads, strict=True):
        above = owner.get(head.head)
        if above is None or above is node:
            if root is None:
                root = node
                continue
            above = root
        node.head = above
        above.kids.append(node)
    _lift_names_called(nodes)
    return nodes, root


def _lift_names_called(nodes: Sequence[Node]) -> None:
    """He called the attack "a crime": what is quoted belongs to the verb; the parser hangs it on the object."""
    for node in nodes:
        above = node.head
        if node.dep != "appos" or above is None or above.dep != "dobj" or above.head is None or above.head.lemma not in _CALLING:
            continue
        if any(n.text in '"“' for n in nodes[above.order : node.order]):
            above.kids.remove(node)
            node.head, node.dep = above.head, "oprd"
            above.head.kids.append(node)
            above.head.kids.sort(key=lambda k: k.order)


_CALLING = ("call", "brand", "label", "dub", "deem", "term")


def _is_common(node: Node) -> bool:
    return knows(node.lemma.lower()) or knows(node.text.lower()) or demonym(node.text) is not None


def _opens_as_noun(parsed: Parsed, node: Node, following: Sequence[Word]) -> bool:
    """Is the capital at the head of a sentence that of a common noun: "Turnout fell", "Man held"?"""
    low = node.text.lower()
    if (
        node.pos not in ("PROPN", "INTJ")
        or node.end - node.start != len(low)
        or low in _SURNAMES
        or any(w.pos == "PROPN" for w in following)
    ):
        return False
    if node.dep in ("compound", "nmod", "amod") and any(w.text[:1].isupper() for w in following):
        return False
    form = next((f for f in (low, node.lemma.lower(), *(base_forms(low) if low.endswith("s") else ())) if noun(f, ())), None)
    if form is None or re.search(rf"[a-z,] {node.text}\b", parsed.text):
        return False
    node.lemma, node.plural = form, node.plural or form != low
    return True


def _node(text: str, inside: Sequence[Word], head: Word, order: int) -> Node:
    start, end = inside[0].start, inside[-1].end
    glued = start > 0 and not text[start - 1].isspace()
    many = head.feat("Number") == "Plur"
    return Node(start, end, text[start:end], head.lemma, head.pos, head.dep, head.morph, glued, plural=many, order=order)


def _units(parsed: Parsed, sentence: Sentence) -> Iterator[tuple[int, int, str | None, str, str]]:
    """The sentence cut into units: first and last word (half open, from its first), French, kind, gender or article."""
    words = parsed.words[sentence.first : sentence.last]
    text = parsed.text[sentence.start : sentence.end]
    starts = [w.start - sentence.start for w in words]
    wholes = {}
    for whole in find_wholes(text):
        first, last = bisect_left(starts, whole.start), bisect_left(starts, whole.end)
        if first < last and starts[first] == whole.start and words[last - 1].end - sentence.start == whole.end:
            wholes[first] = (last, whole.french, whole.kind, "")
    i = 0
    while i < len(words):
        found = wholes.get(i) or _phrase(words, i) or _hyphened(words, i) or _particled(words, i)
        if found and any(k in wholes for k in range(i + 1, found[0])) and i not in wholes:
            found = None
        last, french, kind, gender = found or (i + 1, None, "word", "")
        yield i, last, french, kind, gender
        i = last


def _hyphened(words: tuple[Word, ...], i: int) -> tuple[int, None, str, str] | None:
    """ "co-chairman", "UN-brokered": one word, whatever the tokenizer makes of it."""
    last = i + 1
    while (
        last + 1 < len(words)
        and words[last].text == "-"
        and words[last - 1].end == words[last].start
        and words[last].end == words[last + 1].start
    ):
        last += 2
    return (last, None, "word", "") if last > i + 1 else None


_PARTICLES = frozenset("do da dos das de del della di du van von der den bin ibn al el".split())


def _particled(words: tuple[Word, ...], i: int) -> tuple[int, None, str, str] | None:
    """ "Jornal do Norte", "Ursula von der Leyen": one name, its particles no English words."""
    last = i + 1
    while last < len(words) and words[last].text in _PARTICLES:
        last += 1
    named = words[i].text.istitle() and not knows(words[i].lower) and i + 1 < last < len(words) and words[last].text[:1].isupper()
    return (last + 1, None, "word", "") if named else None


def _phrase(words: tuple[Word, ...], i: int) -> tuple[int, str | None, str, str] | None:
    """The longest fixed phrase or name that begins here. A name keeps its capitals; a noun may be in the plural."""
    following = words[i + 1] if i + 1 < len(words) else None
    second = () if following is None else dict.fromkeys((following.lower, following.lemma.lower()))
    for phrase in phrases_from(words[i].lower, second, words[i].lemma.lower()):
        last = i + len(phrase.words)
        if last <= len(words) and _matches(phrase, words[i:last]):
            if (
                phrase.words[0] == "to"
                and phrase.kind == "adverb"
                and words[last - 1].pos == "VERB"
                and i
                and words[i - 1].lemma != "be"
            ):
                continue  # "refused to blame him", and no "he may be to blame"
            people = phrase.kind == "demonym"  # agrees with its noun, as one word
            if phrase.french.startswith("quelques ") and i and words[i - 1].pos == "NUM":  # "nine hours before"
                return last, phrase.french.removeprefix("quelques "), phrase.kind, phrase.gender
            return last, None if people else phrase.french, "word" if people else phrase.kind, phrase.gender
    return None


def _matches(phrase: Phrase, words: tuple[Word, ...]) -> bool:
    if phrase.kind == "demonym":
        return all(p == w.text for p, w in zip(phrase.words, words, strict=True))
    if phrase.kind == "name":
        return all(p == w.text for p, w in zip(phrase.words, words, strict=True)) and demonym(words[-1].text) is None
    same = all(p == w.lower for p, w in zip(phrase.words[:-1], words, strict=False))
    last, word = phrase.words[-1], words[-1]
    return same and (last == word.lower or (phrase.kind == "noun" and word.pos != "VERB" and last == word.lemma.lower()))
