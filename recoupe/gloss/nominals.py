"""English noun phrases in French order: determiner, count, noun, adjectives, complements, owner."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from recoupe.gloss import lexicon
from recoupe.gloss.french import agree, plural, verb
from recoupe.gloss.nodes import Node
from recoupe.gloss.nouns import Head, adjective_of, bare_article, determiner, head_of, the
from recoupe.gloss.pieces import Piece
from recoupe.gloss.times import french_number
from recoupe.gloss.verbs import Agreement, first_word, is_nobody

_SCALES = ("million", "milliard", "millions", "milliards", "millier", "milliers", "douzaine", "dizaines", "centaines")
_SITES = frozenset(  # the last word of the name of a place: what stands before it is no office
    "Street Road Avenue Lane Square Bridge Park Palace Hall House Airport Station University College Club Hospital School Church "
    "Cathedral Museum Stadium Tower Building Prison River Lake Dam Centre Center Court Hotel Theatre Theater Act".split()
)
_CHAINED = ("compound", "nmod", "punct", "amod")  # what may stand inside a name


@dataclass(frozen=True, slots=True)
class Row:
    """A French verb, what it sets before an infinitive, and the English words behind the verb that it covers ("carry out")."""

    french: str
    infinitive: str = ""
    covered: tuple[Node, ...] = ()


class Glosser(Protocol):
    """What glosses the nodes of a sentence: `recoupe.gloss.transfer.Transfer`."""

    @property
    def around(self) -> Collection[str]: ...
    @property
    def nodes(self) -> Sequence[Node]: ...
    @property
    def headline(self) -> bool: ...
    @property
    def rows(self) -> dict[int, Row]: ...  # of the verbs, by their place in the sentence
    def gloss(self, node: Node) -> Iterator[Piece]: ...
    def all(self, nodes: Iterable[Node]) -> Iterator[Piece]: ...
    def in_order(self, node: Node, french: str) -> Iterator[Piece]: ...


def nominal(glosser: Glosser, node: Node, *, bare: bool = False) -> Iterator[Piece]:
    """A noun with all that hangs on it. `bare`: no article where English has none."""
    left = node.before()
    head = head_of(node, glosser.around)
    if (
        node.text.lower() in ("it", "that", "this")
        and node.dep == "nsubj"
        and node.head is not None
        and node.head.lemma == "be"
        and node.head.first("attr")
    ):
        yield node.piece("ce")  # "it is an honour"
        return
    name = node.pos == "PROPN" and node.kind == "word" and not head.known
    title = _title(glosser, left) if name else None
    if title is not None:
        yield from _titled(glosser, node, title, [k for k in left if k is not title])
    elif name and any(k.dep in ("compound", "nmod") or _is_named(k) for k in left):
        yield from _named(glosser, node, left)
    else:
        yield from _common(glosser, node, left, head.french, head.agreement, bare)
    yield from glosser.all(k for k in node.behind() if k.dep != "case")


def _is_named(node: Node) -> bool:
    """An adjective that is part of a name: "Red" in "Red Dawn"."""
    return node.dep == "amod" and node.order > 0 and node.text.istitle() and lexicon.demonym(node.text) is None


def _title(glosser: Glosser, left: Sequence[Node]) -> Node | None:
    """The office or thing that stands before a name: "President", "flight"."""
    if left and left[-1].order > 0 and (left[-1].head or left[-1]).text in _SITES:
        return None  # "Baker Street" is a name as a whole
    for kid in reversed(left):
        if kid.text in lexicon.given_names():
            continue
        if kid.dep in ("compound", "nmod") and (
            kid.kind == "noun"
            or (kid.kind == "word" or kid.kind == "name" and kid.text.isupper())  # "MP"
            and lexicon.noun(kid.text.lower(), glosser.around)
        ):
            return kid
    return None


def _titled(glosser: Glosser, node: Node, title: Node, others: Sequence[Node]) -> Iterator[Piece]:
    """ "Kazakh President Ada Stone" -> "le président kazakh Ada Stone"."""
    found = lexicon.noun(title.text.lower(), glosser.around)
    french, gender = (
        (title.french, title.gender)
        if title.kind == "noun" and title.french
        else (found.french, found.gender)
        if found
        else (title.text, "m")
    )
    agreement = Agreement(gender[:1] or "m", False)
    before = [k for k in (*title.kids, *others) if k.order < title.order]
    given = next((k for k in before if k.dep in ("det", "poss")), None)
    article = determiner(given, agreement) if given else None
    adjectives = {k.order: adjective_of(k, agreement) for k in before if k is not given and k.kind != "age"}
    yield given.piece(article) if given and article else Piece(the(agreement), title.start, title.start)
    first = [k for k in before if (own := adjectives.get(k.order)) and own[1]]
    for kid in (*first, title, *(k for k in before if k is not given and k not in first)):
        adjective, noun = adjectives.get(kid.order), _noun_before(glosser, kid)
        if kid is title:
            yield title.piece(french)
        elif adjective is not None:
            yield kid.piece(adjective[0])
        else:
            if kid.kind == "name" or noun is not None and noun.known:
                yield Piece("de", kid.start, kid.start)
            yield kid.piece(noun.french if noun and noun.known else kid.french or kid.text)
    owned = given is not None and given.dep == "poss" and given.pos != "PRON"
    if owned and given is not None:  # "Norway's President Ada Stone" -> "le président de la Norvège, Ada Stone,"
        yield Piece("de", given.start, given.start)
        yield from nominal(glosser, given)
        yield Piece(",", title.end, title.end, True)
    yield from (n.piece(n.text) for k in others if k.order > title.order for n in k.flat())
    yield node.piece(node.text)
    if owned:
        yield Piece(",", node.end, node.end, True)


def _noun_before(glosser: Glosser, kid: Node) -> Head | None:
    """A noun that narrows an office: "police" in "Police Commissioner Ada Stone", whatever its capitals."""
    if kid.pos == "NOUN":
        return head_of(kid, glosser.around)
    found = lexicon.noun(kid.text.lower(), glosser.around) if kid.kind == "word" and kid.text.istitle() else None
    return Head(found.french, Agreement(found.gender), True) if found else None


def _named(glosser: Glosser, node: Node, left: Sequence[Node]) -> Iterator[Piece]:
    """A name of several words stays as it is written; whose it is comes behind."""
    inside = [k for k in left if k.dep in _CHAINED]
    owner = next((k for k in left if k.dep == "poss" and k.pos != "PRON"), None)
    for kid in left:
        if kid.dep in ("det", "poss") and kid is not owner:
            yield kid.piece(determiner(kid, Agreement()) or kid.text)
        elif kid not in inside and kid is not owner:
            yield from glosser.gloss(kid)
    ages = [k for k in inside if k.kind == "age"]
    yield from (n.piece(n.text) for k in inside if k not in ages for n in k.flat())
    yield node.piece(node.text)
    for age in ages:  # "27-year-old Ada Stone" -> "Ada Stone, 27 ans,"
        yield Piece(",", node.end, node.end, True)
        yield age.piece((age.french or age.text).removeprefix("de "))
        yield Piece(",", node.end, node.end, True)
    if owner is not None:
        yield Piece("de", owner.end, owner.end)
        yield from nominal(glosser, owner)


def _common(glosser: Glosser, node: Node, left: Sequence[Node], french: str, agreement: Agreement, bare: bool) -> Iterator[Piece]:
    """A common noun, or a name that French puts its own way."""
    article: Piece | None = None
    lead: list[Piece] = []  # before the article
    first: list[Piece] = []  # between article and noun
    behind: list[Piece] = []
    owner: list[Piece] = []
    if any(k.dep == "det" and k.text.lower() in ("neither", "either") for k in left):
        french = plural(french)  # "aucun des deux camps"
    counted = any(k.dep == "nummod" and k.text.isdigit() for k in left)
    for kid in left:
        if kid.kind == "determiner" and kid.french:
            article = kid.piece(kid.french)
        elif kid.dep in ("det", "predet") or kid.dep == "poss" and kid.pos == "PRON" and not is_nobody(kid):
            word = kid.french or determiner(kid, agreement)
            loose = counted and kid.text.lower() in ("a", "an")  # "a further 20 people"
            article = kid.piece(word) if word and not loose else article
        elif kid.text.lower() == "whose":
            lead.append(kid.piece("dont"))
            article = Piece(the(agreement), kid.end, kid.end)
        elif kid.dep == "poss":
            owner = [Piece("de", kid.end, kid.end), *nominal(glosser, kid)]
            article = article or Piece(the(agreement), kid.start, kid.start)
        elif kid.kind == "sum":
            behind += [Piece("de", kid.start, kid.start), kid.piece(kid.french or kid.text)]  # "a $5m ransom"
        elif kid.dep == "nummod" or kid.kind == "number":
            first += _number(glosser, kid)
        elif kid.dep in ("amod", "compound", "nmod"):
            _modifier(glosser, kid, agreement, first, behind)
        elif kid.dep == "neg":
            article = kid.piece(agree("aucun", agreement.gender, False))
        else:
            lead += glosser.gloss(kid)
    if article is None and not bare:
        article = _article(node, agreement, counted=any(k.dep == "nummod" for k in left), headline=glosser.headline)
    yield from (*lead, *([article] if article else []), *first, node.piece(french), *behind, *owner)


def _article(node: Node, agreement: Agreement, *, counted: bool, headline: bool) -> Piece | None:
    """The article that French wants where English has none: of a state, of a bare noun."""
    word = None
    if node.kind == "name" and node.gender:
        word = the(agreement) if node.gender == "l'" else node.gender
    elif node.pos in ("NOUN", "VERB") and not counted and node.kind != "pronoun":
        word = bare_article(node, agreement, headline=headline)
    return Piece(word, node.start, node.start) if word else None


def _number(glosser: Glosser, node: Node) -> list[Piece]:
    """A count; behind a scale word French has "de": "3 millions de personnes"."""
    pieces = list(glosser.all(node.before()))
    text = node.french or lexicon.word(node.text.lower(), "number") or french_number(node.text)
    scale = text in _SCALES
    many = scale and not text.endswith("s") and bool(pieces) and pieces[-1].text not in ("un", "1", "une")
    pieces.append(node.piece(text + "s" if many else text))
    pieces += glosser.all(node.behind())
    return [*pieces, Piece("de", node.end, node.end)] if scale else pieces


def _degree(glosser: Glosser, node: Node, agreement: Agreement) -> Iterator[Piece]:
    """ "most powerful" -> "la plus puissante"."""
    word = {"most": "plus", "least": "moins"}.get(node.text.lower())
    yield from [node.piece(f"{the(agreement)} {word}")] if word else glosser.gloss(node)


def _modifier(glosser: Glosser, kid: Node, agreement: Agreement, first: list[Piece], behind: list[Piece]) -> None:
    """An adjective, a participle or a noun before the noun: where it goes in French."""
    found = adjective_of(kid, agreement) if kid.kind == "word" else None
    if kid.kind in ("age", "adjective") and kid.french:
        found = (kid.french if kid.kind == "age" else agree(kid.french, agreement.gender, agreement.plural), False)
    if found is None and kid.pos == "VERB" and (row := lexicon.verb(kid.lemma.lower(), glosser.around)):
        form = verb(first_word(row[0]))
        participle = form.participle if kid.feat("Aspect") != "Prog" else form.ant
        found = (agree(participle, agreement.gender, agreement.plural), False)
    if found is not None:
        side = first if found[1] else behind
        inner = [k for k in kid.before() if k.dep in ("compound", "amod", "nmod")]
        adverbs = (p for k in kid.before() if k not in inner for p in _degree(glosser, k, agreement))
        side += [*adverbs, kid.piece(found[0]), *glosser.all(kid.behind())]
        for narrower in inner:  # "ethnic Albanian villages"
            _modifier(glosser, narrower, agreement, first, behind)
    elif kid.pos in ("NOUN", "PROPN") or kid.kind in ("noun", "name"):
        behind[:0] = [Piece("de", kid.start, kid.start), *nominal(glosser, kid, bare=kid.pos != "PROPN")]
    else:
        behind += glosser.in_order(kid, kid.french or kid.text)
