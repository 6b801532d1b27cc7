"""English clauses in French order: the verb group with its adverbs and pronouns, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recoupe.gloss.french import Verb, foreign, verb
from recoupe.gloss.nodes import Node
from recoupe.gloss.nominals import Glosser, Row
from recoupe.gloss.nouns import head_of
from recoupe.gloss.pieces import Piece
from recoupe.gloss.quoting import MARKS, wants_que
from recoupe.gloss.rows import find_row
from recoupe.gloss.verbs import EXPECTED, HEARSAY, SUBJECTS, Agreement, Mood, denied_by, first_word, negation, read_group
from recoupe.lang.cues import verb_cues

_GROUP = ("aux", "auxpass", "neg", "prt")
_OBJECTS = {"him": "le", "her": "la", "them": "les", "it": "le", "us": "nous", "me": "me", "you": "vous"}
_DATIVES = {"him": "lui", "her": "lui", "them": "leur", "it": "lui", "us": "nous", "me": "me", "you": "vous"}
_SAID_TO = ("dire", "dire à", "déclarer", "demander", "demander à", "raconter", "promettre", "ordonner")  # with "lui", not "le"
_AUXILIARIES = ("a", "ont", "est", "sont", "avait", "avaient")  # an adverb stands behind them: "a aussi dit"
_AT_END = ("à", "de", "sur", "dans", "contre", "en", "par", "avec", "pour")  # what a French verb puts before its object
# A preposition before a verb in -ing: what French has, and whether the verb is told as past.
_GERUNDS = {
    "while": ("en", False), "when": ("en", False), "since": ("après", True),
    "by": ("en", False), "after": ("après", True), "before": ("avant de", False), "for": ("pour", True), "of": ("de", True),
    "without": ("sans", False), "from": ("de", False), "in": ("en", False), "at": ("de", False), "with": ("avec", False),
}  # fmt: skip


def clause(glosser: Glosser, node: Node, mood: Mood = "", subject: Agreement | None = None) -> Iterator[Piece]:
    """A clause by its verb. "…, Reuters reported" has its verb before its subject in French.

    `mood` and `subject` come from the verb above: "38 people are believed to have died".
    """
    joint = _joint(node)
    if joint is not None:
        yield from glosser.all(k for k in node.before() if k is not joint)
        yield from _gerund(glosser, joint, node, *_GERUNDS[joint.text.lower()])
        return
    outer = [k for k in node.behind() if not _in_group(k)]
    inner = [k for k in node.before() if not _in_group(k) and not (k.dep == "expl" and node.lemma == "be")]
    agreement = subject or _agreement(glosser, node)
    if node.dep == "relcl" and inner and not any(n.opens_relative() for k in inner for n in k.flat()):
        yield Piece("que", inner[0].start, inner[0].start)  # "the ship it hit"
    told_of = _reported(node, outer)
    if told_of is not None:
        holders = [k for k in inner if k.dep in SUBJECTS]  # stand at the verb that they are told of
        yield from glosser.all(k for k in inner if k not in holders)
        told_of[0].kids[:0] = holders
        yield from clause(glosser, told_of[0], told_of[1], agreement)
        yield from glosser.all(k for k in outer if k is not told_of[0])
        return
    holder = next((k for k in inner if k.dep in SUBJECTS), None)
    told = next((k for k in inner if k.dep == "ccomp"), None)
    if told is not None and (any(k.text in ";:" and k.order > told.order for k in inner) or not _speaks(glosser, node, told)):
        told = None  # two clauses side by side, whatever the parser thinks
    inner = [k for k in inner if negation(k) is None]
    adverbs = [k for k in inner if _is_adverb(k)]
    adverbs += [n for k in node.kids if _in_group(k) for n in k.kids]  # "might well have"
    late = [k for k in inner if k.kind == "time" and holder is not None and k.order > holder.order]
    inner = [k for k in inner if k not in adverbs and k not in late]
    last = [k for k in inner if k.order >= holder.order] if told and holder and holder.order > told.order else []
    yield from glosser.all(k for k in inner if k not in last)
    verbal = list(_verbal(glosser, node, agreement, adverbs, mood, outer))
    if len(last) == 1 and last[0].pos == "PRON" and (len(verbal) == 1 or verbal[0].text in _AUXILIARIES):
        verbal, last = _inverted(glosser, verbal, last[0]), []
    yield from (*verbal, *glosser.all(late), *glosser.all(last))
    yield from _behind(glosser, node, outer)


def _speaks(glosser: Glosser, node: Node, told: Node) -> bool:
    """Does the verb report the clause before it: "It was late, he said", no "It rained, he left"?"""
    french = first_word(_row(glosser, node).french)
    marked = any(n.text in MARKS for n in glosser.nodes[told.order : node.order])
    return not french or marked or (french, "", False) in verb_cues()


def _joint(node: Node) -> Node | None:
    """The word before a verb in -ing without a subject: "while landing", "before leaving"."""
    if node.dep != "advcl" or node.feat("Aspect") != "Prog" or node.first("aux", *SUBJECTS):
        return None
    return next((k for k in node.before() if k.dep in ("mark", "advmod", "prep") and k.text.lower() in _GERUNDS), None)


def _inverted(glosser: Glosser, verbal: Sequence[Piece], pronoun: Node) -> list[Piece]:
    """ "…, he said" -> "…, a-t-il dit"."""
    (subject,) = glosser.gloss(pronoun)
    first = verbal[0]
    link = "-t-" if first.text[-1] in "ae" and subject.text[0] in "aeiou" else "-"
    return [replace(first, text=first.text + link + subject.text, start=pronoun.start, end=pronoun.end), *verbal[1:]]


def gerund(glosser: Glosser, preposition: Node, node: Node) -> Iterator[Piece] | None:
    """ "accused of killing" -> "accusé d'avoir tué", "by killing" -> "en tuant"; None for a preposition that has no such use."""
    found = _GERUNDS.get(preposition.text.lower().rpartition(" ")[2])
    if found is None:
        return None
    french, past = found
    if preposition.french:  # "hours before leaving"
        french = preposition.french + (" de" if french.endswith(" de") else "")
    return _gerund(glosser, preposition, node, french, past)


def _gerund(glosser: Glosser, preposition: Node, node: Node, french: str, past: bool) -> Iterator[Piece]:
    yield preposition.piece(french)
    forms = _forms(glosser, node)
    passive = node.first("auxpass") is not None  # "after being questioned" -> "après avoir été interrogé"
    if forms.reflexive and not passive:
        yield Piece("se", node.start, node.start)
    if past:
        yield Piece("être" if forms.with_etre and not passive else "avoir", node.start, node.start)
    if passive:
        yield Piece("été" if past else "être", node.start, node.start)
    yield node.piece(forms.participle if past or passive else forms.ant if french == "en" else forms.infinitive)
    yield from _behind(glosser, node, node.behind())


def _in_group(node: Node) -> bool:
    """Is it a helper or particle of the verb, and no preposition that the parser takes for one ("up to 16 people")?"""
    return node.dep in _GROUP and not (node.dep == "prt" and node.kids)


def _is_adverb(node: Node) -> bool:
    return node.dep == "advmod" and node.pos == "ADV" and not node.kids and not node.text.lower().startswith("wh")


def _row(glosser: Glosser, node: Node) -> Row:
    """The row of the table for a verb, looked for once a sentence."""
    if node.order not in glosser.rows:
        glosser.rows[node.order] = find_row(glosser, node)
    return glosser.rows[node.order]


def _forms(glosser: Glosser, node: Node) -> Verb:
    """The forms of the verb that stands for it; an unknown one keeps its English form."""
    french = _row(glosser, node).french
    return verb(first_word(french)) if french else foreign(node.text)


def _agreement(glosser: Glosser, node: Node) -> Agreement:
    """Gender and number of what the verb is said of."""
    subject = next((k for k in node.kids if k.dep in SUBJECTS and k.dep != "expl"), None)
    if node.head is not None and (
        subject is None and node.dep in ("acl", "relcl") or subject is not None and subject.opens_relative()
    ):
        subject = node.head
    if subject is None and node.dep in ("conj", "xcomp") and node.head is not None and node.head.pos in ("VERB", "AUX"):
        return _agreement(glosser, node.head)
    if subject is None and node.dep == "oprd" and node.head is not None:
        subject = node.head.first("dobj")  # "leaving two injured"
    if subject is None:
        return Agreement()
    found = head_of(subject, glosser.around).agreement
    return Agreement(found.gender, True) if any(k.dep == "conj" for k in subject.kids) else found


def _reported(node: Node, outer: Sequence[Node]) -> tuple[Node, Mood] | None:
    """The verb that is told from hearsay or expected: French says both by a mood, not by a verb.

    "are believed to have died" -> "seraient morts"; "is expected to resign" -> "devrait démissionner".
    """
    lemma = node.lemma.lower()
    inner = next((k for k in outer if k.dep in ("xcomp", "ccomp") and k.has_to()), None)
    if inner is not None and lemma == "be" and not any(k.dep in ("attr", "acomp", "prep") for k in outer):
        return inner, "expected"  # "are to meet"
    if inner is None or not any(k.dep == "auxpass" for k in node.kids) or lemma not in HEARSAY | EXPECTED:
        return None
    return inner, "hearsay" if lemma in HEARSAY else "expected"


def _verbal(
    glosser: Glosser, node: Node, agreement: Agreement, adverbs: Sequence[Node], mood: Mood, outer: Sequence[Node]
) -> Iterator[Piece]:
    """The verb group with its pronouns, and the adverbs that French sets behind its first form."""
    if node.lemma == "be" and node.first("expl"):
        there = "y avait" if node.feat("Tense") == "Past" else "y a"
        expl = node.first("expl")
        start = expl.start if expl is not None and expl.order < node.order else node.start
        there = f"il n'{there}" if denied_by(node) is not None else f"il {there}"
        yield Piece(there, start, node.end)
        return
    group = read_group(node, _forms(glosser, node), agreement, mood)
    helpers = [k for k in node.before() if k.dep in ("aux", "auxpass", "neg")]
    start, end = (helpers[0].start, helpers[-1].end) if helpers else (node.start, node.start)
    words = list(group.front)
    clitic = next((k for k in outer if _is_clitic(k)), None)
    if clitic is not None:
        forms = _DATIVES if clitic.dep == "dative" or _row(glosser, node).french in _SAID_TO else _OBJECTS
        words.insert(1 if words[:1] == ["ne"] else 0, forms[clitic.text.lower()])
    if node.has_to() and not mood:
        words[:0] = _before_infinitive(glosser, node)
    nothing = node.first("dobj")
    for k, word in enumerate(words):
        yield nothing.piece(word) if word == "rien" and nothing else Piece(word, start, end)
        if k == 0 and word in _AUXILIARIES:
            yield from glosser.all(adverbs)
            adverbs = ()
    main, _, no = group.main.partition(" ")  # "protège pas"
    yield node.piece(main)
    if no:
        yield Piece(no, start, end)
    yield from glosser.all(adverbs)


def _is_clitic(node: Node) -> bool:
    return node.dep in ("dobj", "dative") and node.pos == "PRON" and node.text.lower() in _OBJECTS


def _before_infinitive(glosser: Glosser, node: Node) -> list[str]:
    """ "de", "à", "pour" or nothing before an infinitive, as the verb above asks."""
    if node.dep in ("advcl", "relcl"):
        return ["pour"]
    if node.dep in ("ROOT", "csubj", "conj"):
        return []
    if node.head is not None and node.head.pos in ("VERB", "AUX"):
        asked = _row(glosser, node.head).infinitive or (
            "pour" if node.head.first("dobj") or _row(glosser, node.head).covered else "de"
        )
        return [] if asked == "-" else [asked]
    return ["de"]


def _behind(glosser: Glosser, node: Node, outer: Sequence[Node]) -> Iterator[Piece]:
    """What follows the verb: the rest of its French words, objects, complements, clauses."""
    row = _row(glosser, node)
    rest = row.french.split()[len(first_word(row.french).split()) :]
    preposition = rest.pop() if rest and rest[-1] in _AT_END else None
    place = (row.covered[0].start, row.covered[-1].end) if row.covered else (node.end, node.end)
    yield from (Piece(word, *place) for word in rest)
    linked = next((k for k in reversed(row.covered) if k.dep in ("prep", "agent", "prt") and k.kids), None)
    for kid in outer:
        if _is_clitic(kid) or kid.dep == "prt" and not kid.kids or denied_by(node) == "rien" and kid.text.lower() == "nothing":
            continue
        if kid in row.covered:
            yield from _uncovered(glosser, kid, row, linked, preposition)
            continue
        if kid.dep == "dobj" and preposition and linked is None:
            yield Piece(preposition, kid.start, kid.start)
        if _is_called(node, kid) and first_word(row.french) == "qualifier":  # "called it a disgrace" -> "qualifié de scandale"
            yield Piece("de", kid.start, kid.start)
            yield from (p for p in glosser.gloss(kid) if p.text not in ("un", "une", "des"))
            continue
        if wants_que(glosser.nodes, kid):
            yield Piece("que", kid.start, kid.start)
        yield from glosser.gloss(kid)


def _is_called(node: Node, kid: Node) -> bool:
    """Is this what somebody calls what the verb has for its object: "called the ruling a disgrace", "branded him a thief"?"""
    return (
        kid.dep == "oprd" or kid.dep == "dobj" and any(_is_clitic(k) or k.dep == "nsubjpass" for k in node.kids if k is not kid)
    )


def _uncovered(glosser: Glosser, node: Node, row: Row, linked: Node | None, preposition: str | None) -> Iterator[Piece]:
    """What hangs on words that the French verb covers: "wait for the train", "take part in talks"."""
    if node is linked and preposition:
        yield node.piece(preposition)
    for kid in node.kids:
        if kid in row.covered:
            yield from _uncovered(glosser, kid, row, linked, preposition)
        elif kid.dep == "pcomp" and kid.pos == "VERB":
            forms, passive = _forms(glosser, kid), kid.first("auxpass") is not None
            yield kid.piece(f"être {forms.participle}" if passive else forms.infinitive)
            yield from _behind(glosser, kid, kid.behind())
        elif kid.dep not in ("det", "poss", "aux"):
            yield from glosser.gloss(kid)
