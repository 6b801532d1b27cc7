"""Who signed and who would not: "CFDT et CGT ont signé l'accord" in one report, "la CGT s'y est refusée" in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recoupe.match.asked.asked import Answer, Question, Scene, draft_asked
from recoupe.match.desk import Desk
from recoupe.match.drafts import Draft
from recoupe.types import Mention, SlotVerdict, Span

_TEXT = re.compile(r"\b(?:accords?|plan|texte|protocole|convention|compromis|charte|pacte|avenant|document)\b")
_SIGNED = re.compile(
    r"\b(?:a|ont|avait|avaient|(?:vient|viennent) de) (?:\w+ )?(?:signer?|parapher?|paraphé|signé|ratifié|validé|"
    r"(?:apposé|mis|donné) (?:sa|leurs?) (?:signatures?|paraphes?))(?= )"
)
_REFUSED = re.compile(
    r"\b(?:s'y (?:est|était|sont|étaient) (?:\w+ )?(?:refusée?s?|opposée?s?)|"
    r"(?:a|ont|avait|avaient) (?:\w+ )?refusé (?:de (?:le |la )?(?:signer|parapher|valider|ratifier)|d'y apposer|de s'y associer|"
    r"(?:sa|leur) signature)|"
    r"(?:n'|ne l')(?:a|ont|avait|avaient) (?:finalement )?pas (?:signé|paraphé|ratifié|validé|voulu signer)|"
    r"refus(?:e|ent) de (?:le |la )?(?:signer|parapher|valider|ratifier))"
)
_MARK = re.compile(r"[;:.!?()]|, (?:mais|tandis|alors|contrairement)|\bmais\b|\btandis que\b|\balors que\b")
_GLUE = re.compile(r"(?i)(?:[ ,-]|\bet\b|\bainsi que\b|\bla\b|\ble\b|\bles\b|l'|\bcomme\b|, elle|, lui|\belle\b|\blui\b)*")
_SOME = re.compile(r" (?:\w+ )?(?:une?|des|plusieurs|deux|trois|quatre|cinq) ")
_OF = re.compile(r"(?i)\b(?:d'|de |du |des )(?:la |l'|les )?$")  # "le patron de la CGT"
_KINDS = ("organisation", "person", "state")


def draft_signers(desk: Desk, drafts: Sequence[Draft]) -> list[Draft]:
    """The matters, with one more for each party that signed in one report and refused to in another."""
    question = Question(
        find_signers,
        lambda a: ("polarity", "Signature"),
        told=lambda desk, a: f"{desk.actors[next(iter(a.of))].name} : {'oui' if a.value == 'yes' else 'non'}",
        verdict=_verdict,
    )
    return draft_asked(desk, drafts, question)


def _verdict(desk: Desk, group: Sequence[Answer]) -> SlotVerdict:
    """Who refused one day may sign another; who has signed cannot have refused."""
    days = {v: [desk.order[a.span.report][0] for a in group if a.value == v] for v in ("no", "yes")}
    return "updated" if "" not in days["no"] and max(days["no"]) < min(days["yes"]) else "contradicted"


def find_signers(scene: Scene) -> Iterator[Answer]:
    """The parties that a report has sign an agreement, or refuse to, in text order."""
    for sentence in scene.parsed.sentences:
        if not _TEXT.search(scene.text, sentence.start, sentence.end):
            continue
        for value, form in (("no", _REFUSED), ("yes", _SIGNED)):
            for match in form.finditer(scene.text, sentence.start, sentence.end):
                first = max((m.end() for m in _MARK.finditer(scene.text, sentence.start, match.start())), default=sentence.start)
                if _SOME.match(scene.text, match.end()):
                    continue  # "ont signé une convention": one of several
                at = scene.parsed.at(match.start(), match.end())
                for mention in _before(scene, first, match.start()):
                    span = Span(scene.report, mention.span.start, match.end())
                    firm = scene.is_firm(sentence, at[-1])
                    yield Answer("signature", value, span, frozenset((mention.actor,)), scene.sources(at[-1]), firm)


def _before(scene: Scene, first: int, end: int) -> Iterator[Mention]:
    """The names that stand in a row right before the verb."""
    here = [m for m in scene.desk.readings[scene.report].mentions if first <= m.span.start and m.span.end <= end]
    for mention in sorted(here, key=lambda m: -m.span.end):
        if not _GLUE.fullmatch(scene.text, mention.span.end, end):
            return
        end = mention.span.start
        actor = scene.desk.actors.get(mention.actor)
        if _OF.search(scene.text, first, end):
            return
        if actor and actor.kind in _KINDS and actor.name[:1].isupper():
            yield mention
