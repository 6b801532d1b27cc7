"""Turns of English that French has no like of, said the plain way in the tree before it is glossed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from recoupe.gloss.degrees import plain_degrees
from recoupe.gloss.nodes import Node

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_CLOCK = ("between", "from", "until", "till", "before", "after", "since", "by")
_HELPERS = ("aux", "auxpass")
_FINITE = "Tense=Past|VerbForm=Fin"
_INFINITIVE = "VerbForm=Inf"
# "was given a drug": who gets a thing is the subject in English only.
_GIVEN = frozenset("give hand award grant offer deny refuse send show lend allocate assign allow promise".split())
# In a headline such a verb without an object is passive: "Probe launched", "Man held".
_PASSIVE = frozenset(
    "accuse acquit ambush approve arrest attack award axe ban behead bomb cancel capture charge clear confirm convict "
    "cordon damage deport destroy detain discover evacuate execute expel extradite fine find free hail hijack hold "
    "hospitalise hospitalize identify injure impound imprison investigate jail kidnap kill launch maim murder name "
    "nab oust poison postpone question quiz reject release rescue reveal rob sack save seize sentence shelve shoot "
    "stab steal storm suspend target threaten treat unveil urge warn wound".split()
)
_OFF = frozenset("strike lock cut call send shut hand rule knock break".split())  # "Doctor struck off"
_ADMITTED = frozenset("deny admit regret recall".split())  # what follows is past: "denied shelling", "a nié avoir pilonné"
_GOING_ON = frozenset(
    "start begin stop continue avoid consider risk finish quit resume suggest recommend delay postpone discuss "
    "propose cease".split()
)
_SHARED = frozenset("will would shall can could may might must should do".split())


def plain_turns(nodes: Sequence[Node], root: Node) -> Node:
    """The tree with such turns rewritten in place; its root, that may be another now."""
    headline = nodes[-1].pos != "PUNCT"
    plain_degrees(nodes)
    _clock(nodes)
    for node in nodes:
        if node.kind == "preposition" and not node.kids:
            _joins(nodes, node)
        if node.pos not in ("VERB", "AUX"):
            continue
        _own_subject(node)
        root = _main_verb(node, root, headline)
        root = _failing(node, root)
        _trailing(node)
        _ordered(node)
        _conditional(node)
        _received(node)
        _sentence_of(node)
        _activity(node)
        _second_infinitive(node)
        if headline:
            _bare_passive(node)
    return root


def _clock(nodes: Sequence[Node]) -> None:
    """ "between 10pm and 5am" -> "entre 22 heures et 5 heures": no "à" behind a preposition."""
    for before, node in pairwise(nodes):
        joined = before.text.lower() in ("and", "or", "to") and before.order > 0 and nodes[before.order - 1].kind == "time"
        if node.kind == "time" and node.french and (joined or before.text.lower() in _CLOCK):
            node.french = node.french.removeprefix("à ")


def _added(node: Node, text: str, dep: str, morph: str = "") -> None:
    """A word that English leaves out, hung on a node before all that it has."""
    pos = "SCONJ" if dep == "mark" else "AUX"
    own = Node(node.start, node.start, text, text, pos, dep, morph, False, head=node, order=-1)
    node.kids.insert(0, own)


def _in_place(node: Node, other: Node) -> None:
    """Let a node stand where another stood."""
    node.dep, node.head = other.dep, other.head
    if other.head is not None:
        other.head.kids = [node if k is other else k for k in other.head.kids]


def _moved(kids: Sequence[Node], node: Node) -> None:
    for kid in kids:
        kid.head = node
    node.kids = sorted((*node.kids, *kids), key=lambda n: n.order)


def _own_subject(node: Node) -> None:
    """The parser hangs a subject on the helper at times: "The cause is not yet known"."""
    for helper in node.kids:
        strays = [k for k in helper.kids if k.dep in _SUBJECTS] if helper.dep in _HELPERS else []
        if strays:
            helper.kids = [k for k in helper.kids if k not in strays]
            _moved(strays, node)
            return


def _main_verb(node: Node, root: Node, headline: bool) -> Node:
    """The parser takes "overturned" in "A bus carrying pupils overturned." for a participle of "pupils"."""
    if node.dep != "acl" or node.feat("Tense") != "Past" or node.lemma in _GIVEN or node.first("agent", *_HELPERS):
        return root
    top = node.head
    while top is not None and top.dep not in ("ROOT", "ccomp") and (top.pos not in ("VERB", "AUX") or top.dep == "acl"):
        top = top.head
    nominal = top is not None and top.pos in ("NOUN", "PROPN", "PRON", "NUM")
    if top is None or not nominal:
        return root
    thing = node.first("dobj")
    if thing is None and (headline or top.dep == "ccomp" or _has_finite(top)) or thing is not None and thing.kind == "sum":
        return root
    above = node.head
    assert above is not None
    above.kids.remove(node)
    _in_place(node, top)
    top.dep, top.head = "nsubj", node
    behind = [k for k in top.kids if k.order > node.order]
    top.kids = [k for k in top.kids if k not in behind]
    _moved([*behind, top], node)
    node.morph = _FINITE
    return node if root is top else root


def _has_finite(top: Node) -> bool:
    return any(n.feat("VerbForm") == "Fin" for n in top.flat())


def _trailing(node: Node) -> None:
    """What hangs on a subject from behind the verb is told there: "Two people survived: a man and a boy"."""
    for subject in [k for k in node.kids if k.dep in _SUBJECTS and k.order < node.order]:
        late = [k for k in subject.kids if k.order > node.order and k.dep in ("appos", "prep", "punct", "advmod")]
        if late:
            subject.kids = [k for k in subject.kids if k not in late]
            _moved(late, node)


def _joins(nodes: Sequence[Node], node: Node) -> None:
    """ "hours after" before a clause: a conjunction in French, with "que"."""
    if node.french is None or not node.french.endswith(("après", "avant", "depuis")):
        return
    verb = next(
        (n for n in nodes[node.order + 1 :] if n.pos in ("VERB", "AUX") and n.dep not in ("aux", "auxpass", "amod")), None
    )
    if verb is None or verb.dep not in ("advcl", "pcomp", "ccomp", "relcl", "ROOT") or not verb.first(*_SUBJECTS):
        return
    if min(n.order for n in verb.flat()) >= node.order:
        node.french, node.kind = f"{node.french} que", "conjunction"
        if node.head is verb:
            node.dep = "mark"


def _ordered(node: Node) -> None:
    """ "were told to leave" -> "received the order to leave"; other verbs that French has by two names."""
    if node.lemma in ("order", "tell", "instruct") and any(k.has_to() for k in node.kids):
        _active(node, "be ordered")
    elif node.lemma in ("ask", "tell") and node.first("auxpass"):
        node.lemma = "be asked" if node.lemma == "ask" else "inform" if node.first("ccomp") else "tell"
    elif node.lemma == "leave" and node.dep == "advcl" and node.feat("Aspect") == "Prog" and node.first("dobj", "oprd"):
        node.lemma = "leaving"  # tells what came of it


def _failing(node: Node, root: Node) -> Node:
    """ "failed to warn" -> "did not warn"."""
    inner = next((k for k in node.behind() if k.dep == "xcomp" and k.has_to()), None)
    yet = next((k for k in node.kids if k.lemma == "yet"), None)
    if node.lemma != "fail" and (node.lemma != "have" or yet is None) or inner is None or node.first("neg", "auxpass"):
        return root
    inner.kids = [k for k in inner.kids if not (k.dep == "aux" and k.lemma == "to")]
    inner.morph = node.morph
    if yet is not None and node.lemma == "have":  # "has yet to comment" -> "has not commented"
        _added(inner, "have", "aux", node.morph)
        inner.morph = "Aspect=Perf|Tense=Past|VerbForm=Part"
        node.kids.remove(yet)
    _in_place(inner, node)
    kept = [k for k in node.kids if k is not inner]
    node.kids, node.dep, node.head, node.lemma, node.kind = [], "neg", inner, "not", "adverb"
    _moved([*kept, node], inner)
    return inner if root is node else root


def _conditional(node: Node) -> None:
    """ "had she not been saved" -> "if she had not been saved"."""
    aux, subject = node.first("aux"), node.first(*_SUBJECTS)
    if node.dep != "advcl" or aux is None or subject is None or node.first("mark", "advmod") or aux.order > subject.order:
        return
    if aux.text.lower() in ("had", "should", "were"):
        _added(node, "if", "mark")


def _received(node: Node) -> None:
    """ "was given a drug": French says it with "se voir"."""
    if node.lemma in _GIVEN and node.first("dobj") is not None:
        _active(node, f"be {'refused' if node.lemma in ('deny', 'refuse') else 'given'}")


def _active(node: Node, lemma: str) -> None:
    """An English passive that is an active verb in French."""
    passive = node.first("auxpass")
    if passive is None:
        return
    node.kids.remove(passive)
    node.lemma = lemma
    if node.first("aux") is None:
        node.morph = passive.morph
    elif not any(k.lemma == "have" for k in node.kids):
        node.morph = _INFINITIVE


def _sentence_of(node: Node) -> None:
    """ "jailed for six years" -> "sentenced to six years in prison"."""
    if node.lemma not in ("jail", "imprison"):
        return
    term = next((k for k in node.kids if k.kind == "time" and (k.french or "").startswith("pendant ")), None)
    if term is not None and term.french is not None:
        node.lemma = "sentence"
        term.french, term.kind = f"à {term.french.removeprefix('pendant ')} de prison", "adverb"


def _activity(node: Node) -> None:
    """ "denied shelling", "stopped firing": an infinitive in French."""
    above = node.head
    if node.dep != "xcomp" or node.feat("Aspect") != "Prog" or above is None or node.first(*_HELPERS):
        return
    if above.lemma in _ADMITTED:
        _added(node, "have", "aux", _INFINITIVE)
        node.morph = "Tense=Past|VerbForm=Part"
    elif above.lemma in _GOING_ON:
        node.morph = _INFINITIVE
    else:
        return
    _added(node, "to", "aux")


def _second_infinitive(node: Node) -> None:
    """ "would shed jobs and close plants": the second verb has the helper of the first."""
    above = node.head
    if node.dep != "conj" or node.feat("VerbForm") != "Inf" or above is None or node.first(*_HELPERS, *_SUBJECTS):
        return
    nor = any(k.dep == "cc" and k.lemma in ("or", "nor") for k in above.kids)
    shared = [k for k in above.kids if k.dep == "aux" and k.lemma in _SHARED or nor and k.dep == "neg"]
    for helper in reversed(shared):
        node.kids.insert(0, replace(helper, start=node.start, end=node.start, kids=[], head=node, order=-1))


def _bare_passive(node: Node) -> None:
    """Headlines leave out the helper of a passive: "Man arrested after raid"."""
    fit = node.lemma in _PASSIVE or node.first("agent") or node.lemma in _OFF and node.first("prt")
    if not fit or node.first(*_HELPERS, "dobj", "ccomp", "xcomp", "nsubjpass") or not node.first("nsubj", "intj", "dep"):
        return
    if node.feat("Tense") == "Past" and node.dep in ("ROOT", "ccomp", "conj"):
        _added(node, "was", "auxpass", _FINITE)
        node.kids[0].lemma = "be"
