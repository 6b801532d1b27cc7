"""English sentences in French words and French order: what each node becomes, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from recoupe.gloss import lexicon
from recoupe.gloss.clauses import clause, gerund
from recoupe.gloss.nodes import Node
from recoupe.gloss.nominals import Row, nominal
from recoupe.gloss.nouns import adjective_of, head_of
from recoupe.gloss.pieces import Piece
from recoupe.gloss.verbs import SUBJECTS, Agreement

_NO_PREPOSITION = ("on", "in", "at")  # before a time, which has its own
_ARTICLES = {"la": "en", "l'": "en", "le": "au", "les": "aux"}  # of a state: "en Russie", "au Kenya", "aux Philippines"
_THINGS = ("dobj", "pobj", "nsubj", "nsubjpass", "attr")  # "its second warning", a verb to the tagger
_MOMENTS = frozenset(
    "end start beginning weekend time morning evening night noon midnight dawn summer winter spring autumn".split()
)
_PROBES = frozenset("inquiry enquiry investigation probe inquest research look investigate inquire launch open".split())
_SPANS = frozenset("minute hour day week month year decade".split())
_AHEAD = frozenset("will shall would can could may might must should to".split())
_WHOLE = ("time", "sum", "number", "adverb", "conjunction", "determiner", "adjective")
_LINKS = ("ADP", "SCONJ", "VERB", "ADV", "ADJ")  # how the tagger sees a preposition: "following", "due"
_GRAMMAR = ("conjunction", "adverb", "preposition", "pronoun", "determiner", "number")


class Transfer:
    """Glosses the nodes of one sentence."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.nodes = nodes
        self.rows: dict[int, Row] = {}
        self.headline = bool(nodes) and nodes[-1].pos != "PUNCT"
        self.around = frozenset(word.lower() for n in nodes for word in (n.lemma, n.text))

    def gloss(self, node: Node) -> Iterator[Piece]:
        """A node with all that hangs on it."""
        if node.pos == "PRON" and node.opens_relative() and node.dep not in SUBJECTS:
            yield node.piece("lequel" if node.dep == "pobj" else "dont" if node.dep == "poss" else "que")
        elif node.kind in _WHOLE:
            yield from self.in_order(node, node.french or node.text)
        elif node.kind == "preposition" or node.dep in ("prep", "agent", "dative") and node.pos in _LINKS:
            yield from self._preposition(node)
        elif node.pos in ("VERB", "AUX") and not self._names(node):
            yield from clause(self, node)
        elif node.pos in ("NOUN", "PROPN", "PRON", "NUM", "VERB") or node.kind in ("noun", "name", "age"):
            yield from nominal(self, node)
        elif node.pos == "ADJ":
            yield from self._adjective(node)
        else:
            yield from self.in_order(node, self._plain(node))

    def all(self, nodes: Iterable[Node]) -> Iterator[Piece]:
        """These nodes, one after the other."""
        for node in nodes:
            yield from self.gloss(node)

    def _names(self, node: Node) -> bool:
        """ "its second warning": a noun, whatever the tagger says."""
        bare = node.dep in ("csubj", "nsubj", "pobj") and node.feat("Aspect") == "Prog" and not node.kids  # "shelling killed two"
        if not bare and (node.dep not in _THINGS or not node.first("det", "poss", "amod", "compound")):
            return False
        return lexicon.noun(node.text.lower(), self.around) is not None

    def in_order(self, node: Node, french: str) -> Iterator[Piece]:
        """A node that keeps its place among what hangs on it."""
        yield from self.all(node.before())
        yield node.piece(french)
        yield from self.all(node.behind())

    def _plain(self, node: Node) -> str:
        """A word of grammar, an adverb, a mark; what the tables lack stands as it is."""
        if node.french is not None:
            return node.french
        if node.pos in ("PUNCT", "SYM", "SPACE"):
            return node.text
        kinds = (
            ("conjunction", "preposition") if node.dep == "mark" else ("adverb", *_GRAMMAR) if node.dep == "advmod" else _GRAMMAR
        )
        return lexicon.word(node.text.lower(), *kinds) or node.text

    def _adjective(self, node: Node) -> Iterator[Piece]:
        """An adjective that is said of the subject, or stands alone."""
        subject = next((k for k in node.head.kids if k.dep in SUBJECTS), None) if node.head else None
        if node.dep == "oprd" and node.head is not None:
            subject = node.head.first("dobj") or subject  # "left ten people dead"
        agreement = head_of(subject, self.around).agreement if subject else Agreement("m", node.first("nummod") is not None)
        found = adjective_of(node, agreement)
        yield from self.in_order(node, found[0] if found else self._plain(node))

    def _preposition(self, node: Node) -> Iterator[Piece]:
        """A preposition with its noun, or with a verb in -ing."""
        yield from self.all(node.before())
        rest = node.behind()
        word, noun = node.text.lower(), rest[0] if rest else None
        if noun is not None and noun.kind == "time" and word in _NO_PREPOSITION:
            yield from self.all(rest)
            return
        if noun is not None and noun.dep == "pcomp" and noun.pos in ("VERB", "AUX"):
            made = gerund(self, node, noun)
            if made is not None:
                yield from made
                yield from self.all(rest[1:])
                return
        french = (
            node.french
            or self._place(word, noun)
            or self._time(node, noun)
            or lexicon.word(word, "preposition", "conjunction", "adverb")
            or node.text
        )
        yield node.piece(french if rest else french.removesuffix(" de"))
        for kid in rest:
            bare = kid is noun and kid.kind == "name" and french in ("en", "au", "aux")
            yield from nominal(self, kid, bare=True) if bare else self.gloss(kid)

    def _time(self, node: Node, noun: Node | None) -> str | None:
        """ "inquiry into" -> "enquête sur"; "by Friday" -> "d'ici vendredi"; "first in six months" -> "en six mois"."""
        word = node.text.lower()
        if word == "into" and node.head is not None and node.head.lemma in _PROBES:
            return "sur"
        if noun is None or word == "by" and noun.kind != "time" and noun.lemma not in _MOMENTS:
            return None
        above = node.head
        while above is not None and above.pos not in ("VERB", "AUX"):
            above = above.head
        ahead = above is not None and any(k.dep == "aux" and k.lemma in _AHEAD for k in above.kids)
        if word == "by":
            return "d'ici" if ahead or above is None or above.feat("Tense") != "Past" and not above.first("auxpass") else "avant"
        counted = any(k.dep == "nummod" for k in noun.kids)
        return "en" if word == "in" and counted and noun.lemma in _SPANS and not ahead else None

    def _place(self, word: str, noun: Node | None) -> str | None:
        """ "in Kazakhstan" -> "au Kazakhstan", "in Oslo" -> "à Oslo", "in old Europe" -> "dans la vieille Europe"."""
        if noun is None or word not in ("in", "to", "at") or noun.pos != "PROPN" and noun.kind != "name":
            return None
        narrowed = any(k.dep in ("amod", "det") for k in noun.kids)
        if noun.kind == "name" and noun.gender and not narrowed:
            return _ARTICLES.get(noun.gender)
        return "dans" if narrowed else "à"
