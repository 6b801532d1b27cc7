"""All records of a dossier, frozen and slotted; `dossier.md` of the documentation says what each list means.

A record points at others by id and at words by Span. Fields whose metadata says ``export: False`` serve the layers between
reading and matching and never leave the program (see `recoupe.show.json`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Form = Literal["name", "title", "metonym", "acronym", "adjective", "description", "pronoun", "possessive"]
ActorKind = Literal["person", "state", "organisation", "group", "role", "place"]
Anchor = Literal["absolute", "published", "told"]
PublishedBasis = Literal["given", "metadata", "inferred", "unknown"]
Bound = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "between"]
Mode = Literal["direct", "indirect", "mixed", "free"]
Status = Literal[
    "happened",
    "ongoing",
    "state",
    "planned",
    "announced",
    "possible",
    "alleged",
    "denied",
    "requested",
    "hypothetical",
    "opinion",
]
Certainty = Literal["certain", "probable", "possible", "unknown"]
Agreement = Literal["shared", "single", "refined", "updated", "disputed", "contradicted", "related"]
SlotVerdict = Literal["same", "refined", "updated", "wording", "contradicted"]
CopyRelation = Literal["same_text", "same_origin", "same_quote", "independent"]
LinkVerdict = Literal["same", "different", "unsure"]


def make_id(kind: str, *parts: object) -> str:
    """A stable id: `kind`, a hyphen and 12 hex digits of the SHA-256 of the parts. Depends on content, never on order or time."""
    text = "\x1f".join(["" if p is None else str(p) for p in parts])
    return f"{kind}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def internal(default: Any = None) -> Any:
    """A field that serves the next layers and is not part of the dossier."""
    return field(default=default, metadata={"export": False}, repr=False, compare=False)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """These words of this report: code points, half open."""

    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class When:
    """These words name this time. `span` is None only for a publication date, which no words of the text need name."""

    id: str
    span: Span | None
    value: str | None
    earliest: str | None = None
    latest: str | None = None
    anchor: Anchor = "absolute"
    duration: str | None = None
    flags: tuple[str, ...] = internal(())
    assumed: bool = internal(False)  # a day without a year, set in one for comparing only: the dossier has no value for it


@dataclass(frozen=True, slots=True)
class DateGuess:
    """This day may be the day of publication, with this weight (weights of one report sum to 1)."""

    value: str
    weight: float


@dataclass(frozen=True, slots=True)
class Report:
    """This text was published by X on day D."""

    id: str
    path: str | None
    text: str
    lang: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: When | None = None
    published_basis: PublishedBasis = "unknown"
    published_why: tuple[str, ...] = ()
    published_distribution: tuple[DateGuess, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict)
    around: str = internal("")  # ISO day to which days without a year are taken to lie nearest, where its own is unknown


@dataclass(frozen=True, slots=True)
class Mention:
    """These words stand for this actor."""

    id: str
    span: Span
    actor: str
    form: Form
    head: int = internal(-1)  # index of the head word in Parsed.words


@dataclass(frozen=True, slots=True)
class Office:
    """This actor is so called in relation to somebody: the lawyer of A, the ambassador of a state. Internal, for matching."""

    noun: str  # lemma: "avocat"
    of: str  # id of the actor whose, name or code of the state whose, "" when the report says neither
    key: tuple[str, ...] = ()  # what else narrows the noun: ("paris",)


@dataclass(frozen=True, slots=True)
class Actor:
    """One party to the affair, named or not ("les secours", "un diplomate")."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    held: tuple[Office, ...] = internal(())


@dataclass(frozen=True, slots=True)
class Figure:
    """So many of this thing. `low`/`high` None = open on that side."""

    id: str
    span: Span
    low: float | None
    high: float | None
    bound: Bound
    unit: str
    event: str | None = None
    when: str | None = None
    head: int = internal(-1)  # index of the counted noun in Parsed.words
    population: tuple[str, ...] = internal(())  # lemmas that narrow the counted thing: ("hospitaliser",), ("enfant",)


@dataclass(frozen=True, slots=True)
class Statement:
    """This speaker said this. `speaker` None = unknown, never a guess."""

    id: str
    spans: tuple[Span, ...]
    mode: Mode
    act: str
    cue: Span | None = None
    speaker: str | tuple[str, ...] | None = None
    speaker_span: Span | None = None
    addressee: str | None = None
    when: str | None = None
    cue_word: int = internal(-1)  # head word of the cue in Parsed.words, -1 without one
    words: tuple[int, ...] = internal(())  # indices of the content's words in Parsed.words
    speakers: tuple[str, ...] = internal(())  # every speaker of a joint statement ("Moscou et Pyongyang nient")
    parent: str | None = internal()  # the statement this one is nested in

    @property
    def voices(self) -> tuple[str, ...]:
        """All its speakers, whichever way they were recorded; () when unknown."""
        if self.speakers:
            return self.speakers
        return () if self.speaker is None else (self.speaker,) if isinstance(self.speaker, str) else self.speaker


@dataclass(frozen=True, slots=True)
class Plover:
    """The PLOVER code of an event: type, mode, context."""

    type: str
    mode: str | None = None
    context: str | None = None


@dataclass(frozen=True, slots=True)
class Slots:
    """What an event's words fill, for matching: lemmas and spans. Internal."""

    head: int = -1  # word index of the trigger
    predicate: int = -1  # word that carries mood and arguments: a support verb, or the trigger itself
    sentence: int = -1
    object: tuple[str, ...] = ()  # lemmas of the theme's content words: what was signed, supplied, hit
    object_span: Span | None = None
    agent_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    place_span: Span | None = None
    place_name: str | None = None
    modifiers: tuple[str, ...] = ()  # adjectives and ordinals on the trigger ("premier", "dernier", "historique")
    tense: Literal["past", "present", "future", "none"] = "none"
    definite: bool = False  # "cette visite", "la visite": may point back at an event already told
    nominal: bool = False  # the trigger is a noun
    content: tuple[str, ...] = ()  # all content lemmas of the clause
    first: int = -1  # word range of the evidence, both ends inclusive
    last: int = -1
    # Who or what takes part, an actor or not. Of each tuple of lemmas the first ones are the heads, one a span in text order
    # (`doer[: len(doer_spans)]`); then the words that narrow them, once each ("rame", "métro" of "la rame de métro").
    # Voice is undone: active, passive, pronominal, participle and noun fill them alike. Pronouns are left out.
    doer: tuple[str, ...] = ()  # what acts: "le feu a gagné …", "bloquée par des tracteurs", "la grève des pilotes"
    doer_spans: tuple[Span, ...] = ()
    undergoer: tuple[str, ...] = ()  # what it happens to: "la rame a déraillé", "l'usine est bloquée", "l'incendie du camping"
    undergoer_spans: tuple[Span, ...] = ()
    origin: tuple[str, ...] = ()  # where it comes from: "parti de Tunis", "en provenance de Tunis", "quitter Tunis"
    origin_spans: tuple[Span, ...] = ()
    destination: tuple[str, ...] = ()  # where it goes: "pour Oslo", "à destination d'Oslo", "gagner Oslo"
    destination_spans: tuple[Span, ...] = ()
    instrument: tuple[str, ...] = ()  # with what: "à l'aide d'une nacelle", "avec un couteau", "à coups de barre"
    instrument_spans: tuple[Span, ...] = ()
    purpose: tuple[str, ...] = ()  # what for, head verb or noun first: "pour reconstruire le pont", "destiné au chauffage"
    purpose_spans: tuple[Span, ...] = ()


NO_SLOTS = Slots()


@dataclass(frozen=True, slots=True)
class Event:
    """In this report, this happens or is spoken of, true or not."""

    id: str
    report: str
    spans: tuple[Span, ...]
    trigger: Span
    lemma: str
    frame: str
    plover: Plover | None = None
    agents: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    place: str | None = None
    when: str | None = None
    figures: tuple[str, ...] = ()
    slots: Slots = field(default=NO_SLOTS, metadata={"export": False}, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """This holder takes this stance on this event. No `sources` = the report's own voice."""

    id: str
    event: str
    status: Status
    negated: bool
    certainty: Certainty
    sources: tuple[str, ...]
    statement: str | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One report's filler of a slot, with its words."""

    report: str
    value: str | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """On this slot the reports say this, side by side."""

    slot: str
    verdict: SlotVerdict
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """This is what the reports, together, say on one matter."""

    id: str
    title: str
    events: tuple[str, ...]
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    agreement: Agreement
    differences: tuple[Difference, ...] = ()
    origins: int = 1
    origins_why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two reports."""

    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Copy:
    """These two reports are not independent (or no common origin was found)."""

    left: str
    right: str
    relation: CopyRelation
    share: float
    passages: tuple[Passage, ...] = ()
    why: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Why two records were treated as one, or kept apart."""

    left: str
    right: str
    verdict: LinkVerdict
    score: float
    reasons: tuple[str, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """This input could not be used, for this reason; the others were."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """What recoupe hands to its reader: the reports and all that was found in them."""

    reports: tuple[Report, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    whens: tuple[When, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    matters: tuple[Matter, ...] = ()
    copies: tuple[Copy, ...] = ()
    links: tuple[Link, ...] = ()
    failures: tuple[Failure, ...] = ()

    def _repr_html_(self) -> str:
        """What a notebook shows for a dossier."""
        from recoupe.show.notebook import html  # a view, imported only when a notebook asks: types depend on no layer

        return html(self)

    def words(self, span: Span) -> str:
        """The exact words a span points at. KeyError when its report is not in this dossier."""
        for report in self.reports:
            if report.id == span.report:
                return report.text[span.start : span.end]
        raise KeyError(span.report)
