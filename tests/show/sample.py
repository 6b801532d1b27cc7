"""An invented affair as a dossier: every agreement, every status, a copy, nested sources, failures, hostile text. All texts are our own."""

# ruff: noqa: E501 (the texts and the words that point into them read better on one line)
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from recoupe.types import (
    Actor,
    Agreement,
    Claim,
    Copy,
    DateGuess,
    Difference,
    Dossier,
    Event,
    Failure,
    Figure,
    Link,
    Matter,
    Mention,
    Passage,
    Report,
    Span,
    Statement,
    Value,
    When,
    make_id,
)

AGENCY = """Saint-Aubin-des-Grèves (APO) - Un incendie a ravagé mardi 4 mars l’entrepôt Valmorel, sur le port de Saint-Aubin-des-Grèves, blessant trois personnes, a annoncé la préfecture.

« Le feu est parti d’un stock de palettes, nous n’avons aucune raison de penser à un acte volontaire », a déclaré la préfète, Hélène Castaing.

Une centaine de riverains ont été évacués dans la nuit. Une cellule d’accueil doit ouvrir mercredi matin à la salle des fêtes.

Le syndicat des dockers accuse la direction d’avoir débranché les alarmes. « Tout le monde le savait », affirme son secrétaire, Malo Kervella. L’exploitant n’a pas répondu."""

PAPER = """🔥 INCENDIE DU PORT : SEPT BLESSÉS

Le bilan s’est alourdi : sept personnes ont été blessées dans l’incendie de l’entrepôt Valmorel, ont indiqué mercredi les pompiers. Le feu s’est déclaré mercredi 5 mars peu avant minuit.

Au total, 112 habitants du quartier de la Grève ont dormi à la salle des fêtes, qui les accueille encore.

La direction dément formellement avoir coupé les alarmes. « Nos installations ont été contrôlées en janvier », assure son directeur général, Jean-Baptiste-Emmanuel de La Rochebrochard-Montgaillard-Saint-Hilaire.

Selon une source proche de l’enquête, citée par Radio Estuaire, un court-circuit pourrait être à l’origine du sinistre. Si l’acte volontaire était établi, le parquet ouvrirait une information judiciaire.

En 2019, un premier feu avait détruit le hangar voisin."""

RADIO = """Après l’incendie de l’entrepôt Valmorel, le maire demande à l’État de fermer le site.

« Je l’avais dit : ce site est une honte », estime Yannick Le Dantec. Le conseil municipal se réunira vendredi 7 mars.

Une source proche de l’enquête a expliqué à Radio Estuaire qu’un court-circuit pourrait avoir déclenché le feu.

La préfète Hélène Castaing n’a « pas de raison de penser à un acte criminel ».

Le site internet de l’exploitant, lui, affichait jeudi ce message : <script>document.title = "PIRATE"; document.body.dataset.hacked = "1"</script><img src=x onerror="document.body.dataset.hacked=2"> | *rien* à _voir_ | [ici](javascript:alert(1)).

« Personne ne nous a prévenus », lit-on sur une banderole."""

COURIER = """Un incendie a ravagé mardi 4 mars l’entrepôt Valmorel, sur le port de Saint-Aubin-des-Grèves, blessant trois personnes, a annoncé la préfecture.

« Le feu est parti d’un stock de palettes, nous n’avons aucune raison de penser à un acte volontaire », a déclaré la préfète, Hélène Castaing.

La société Valmorel prévoit de reconstruire d’ici à 2027. Le port reste fermé aux camions.

(avec APO)"""


@dataclass
class Build:
    """Collects records and finds spans by their words."""

    reports: dict[str, Report] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    whens: list[When] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    matters: list[Matter] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)

    def report(self, name: str, text: str, **more: Any) -> str:
        """Add a report."""
        self.reports[name] = Report(id=name, path=f"{name}.txt", text=text, lang="fr", **more)
        return name

    def span(self, report: str, words: str) -> Span:
        """The first place where the report has these words."""
        start = self.reports[report].text.index(words)
        return Span(report, start, start + len(words))

    def actor(self, name: str, kind: str, where: dict[str, tuple[str, ...]], **more: Any) -> str:
        """Add an actor with its mentions: report -> surface forms."""
        key = make_id("a", name)
        names = sorted({form for forms in where.values() for form in forms})
        self.actors.append(Actor(key, name, kind, names=tuple(names), **more))  # type: ignore[arg-type]
        for report, forms in where.items():
            for form in forms:
                span = self.span(report, form)
                self.mentions.append(Mention(make_id("m", report, span.start, span.end, "name"), span, key, "name"))
        return key

    def when(self, report: str, words: str, value: str, earliest: str, latest: str) -> str:
        """Add a time."""
        span = self.span(report, words)
        key = make_id("w", report, span.start, span.end)
        self.whens.append(When(key, span, value, earliest, latest))
        return key

    def statement(self, report: str, words: str, mode: str, act: str, speaker: Any, cue: str | None = None) -> str:
        """Add a statement."""
        span = self.span(report, words)
        key = make_id("s", report, span.start, span.end)
        cue_span = self.span(report, cue) if cue else None
        self.statements.append(Statement(key, (span,), mode, act, cue_span, speaker))  # type: ignore[arg-type]
        return key

    def claim(
        self, report: str, words: str, status: str, *, when: str | None = None, sources: tuple[str, ...] = (), **more: Any
    ) -> Claim:
        """Add an event and one claim on it."""
        span = self.span(report, words)
        event = make_id("e", report, span.start, span.end)
        if all(e.id != event for e in self.events):
            self.events.append(Event(event, report, (span,), span, words.split()[0].lower(), "event", when=when))
        negated, certainty = more.get("negated", False), more.get("certainty", "certain")
        statement = more.get("statement")
        key = make_id("c", event, statement, *sources)
        claim = Claim(key, event, status, negated, certainty, sources, statement, (span,))  # type: ignore[arg-type]
        self.claims.append(claim)
        return claim

    def matter(
        self, title: str, agreement: Agreement, *claims: Claim, differences: tuple[Difference, ...] = (), **more: Any
    ) -> None:
        """Add a matter over these claims."""
        reports = tuple(sorted({c.evidence[0].report for c in claims}))
        self.matters.append(
            Matter(
                make_id("x", title),
                title,
                tuple(sorted({c.event for c in claims})),
                tuple(sorted({c.id for c in claims})),
                reports,
                agreement,
                differences,
                more.get("origins", len(reports)),
                more.get("why", ()),
            )
        )

    def differ(self, slot: str, verdict: str, *values: tuple[str, str | None, str]) -> Difference:
        """A difference; values are (report, value, words)."""
        return Difference(slot, verdict, tuple(Value(r, v, (self.span(r, w),)) for r, v, w in values))  # type: ignore[arg-type]


def sample() -> Dossier:
    """The whole invented affair."""
    b = Build()
    guess = (DateGuess("2025-03-06", 0.72), DateGuess("2025-03-05", 0.2), DateGuess("2014-03-06", 0.08))
    clues = (
        "« mercredi 5 mars » convient à 2014, 2025",
        "passé composé avec « mercredi » : publié après",
        "autres textes de la même affaire",
    )
    given = When("w-given", None, "2025-03-04", "2025-03-04", "2025-03-04")
    b.report(
        "apo",
        AGENCY,
        outlet="Agence Presse-Ouest",
        title="Un incendie ravage un entrepôt",
        published=given,
        published_basis="given",
    )
    day6 = When("w-day6", None, "2025-03-06", "2025-03-06", "2025-03-06")
    b.report(
        "littoral",
        PAPER,
        outlet="L’Écho du Littoral",
        published=day6,
        published_basis="inferred",
        published_why=clues,
        published_distribution=guess,
    )
    b.report("radio", RADIO, outlet="Radio Estuaire", url="https://radio-estuaire.example/incendie")
    b.report(
        "courrier",
        COURIER,
        outlet="Le Courrier des Grèves",
        published=When("w-c", None, "2025-03-05", "2025-03-05", "2025-03-05"),
        published_basis="metadata",
    )
    _actors(b)
    _matters(b)
    return Dossier(
        reports=tuple(sorted(b.reports.values(), key=lambda r: r.id)),
        mentions=tuple(b.mentions),
        actors=tuple(b.actors),
        whens=tuple(b.whens),
        figures=tuple(b.figures),
        statements=tuple(b.statements),
        events=tuple(b.events),
        claims=tuple(b.claims),
        matters=tuple(b.matters),
        copies=_copies(b),
        links=(Link(b.matters[0].id, b.matters[1].id, "unsure", 0.4, ("même cadre", "jours voisins")),),
        failures=(
            Failure("lagerbrand.txt", "langue non lue : allemand (de)"),
            Failure("vide.txt", "fichier vide"),
        ),
    )


def _actors(b: Build) -> None:
    """The cast, with their statements."""
    prefect = b.actor(
        "Hélène Castaing",
        "person",
        {
            "apo": ("la préfète, Hélène Castaing", "Hélène Castaing"),
            "radio": ("La préfète Hélène Castaing",),
            "courrier": ("Hélène Castaing",),
        },
        roles=("préfète",),
    )
    pref = b.actor("préfecture", "organisation", {"apo": ("la préfecture",), "courrier": ("la préfecture",)}, country="FRA")
    union = b.actor("syndicat des dockers", "organisation", {"apo": ("Le syndicat des dockers",)})
    malo = b.actor("Malo Kervella", "person", {"apo": ("Malo Kervella",)}, roles=("secrétaire du syndicat des dockers",))
    boss = b.actor(
        "Jean-Baptiste-Emmanuel de La Rochebrochard-Montgaillard-Saint-Hilaire",
        "person",
        {"littoral": ("Jean-Baptiste-Emmanuel de La Rochebrochard-Montgaillard-Saint-Hilaire",)},
        roles=("directeur général",),
    )
    firm = b.actor(
        "Valmorel",
        "organisation",
        {"apo": ("la direction", "L’exploitant"), "littoral": ("La direction",), "courrier": ("La société Valmorel",)},
    )
    fire = b.actor("les pompiers", "group", {"littoral": ("les pompiers",)})
    source = b.actor(
        "une source proche de l’enquête",
        "role",
        {"littoral": ("une source proche de l’enquête",), "radio": ("Une source proche de l’enquête",)},
    )
    radio = b.actor("Radio Estuaire", "organisation", {"littoral": ("Radio Estuaire",), "radio": ("Radio Estuaire",)})
    mayor = b.actor("Yannick Le Dantec", "person", {"radio": ("le maire", "Yannick Le Dantec")}, roles=("maire",))
    b.actor("France", "state", {"radio": ("l’État",)}, country="FRA")
    b.actor(
        "Saint-Aubin-des-Grèves",
        "place",
        {"apo": ("Saint-Aubin-des-Grèves",), "courrier": ("Saint-Aubin-des-Grèves",)},
        country="FRA",
    )
    b.keys = {
        "prefect": prefect,
        "pref": pref,
        "union": union,
        "malo": malo,
        "boss": boss,
        "firm": firm,
        "fire": fire,
        "source": source,
        "radio": radio,
        "mayor": mayor,
    }


def _matters(b: Build) -> None:
    """The matters, one or more of every agreement, claims of every status."""
    a = b.keys
    tuesday = b.when("apo", "mardi 4 mars", "2025-03-04", "2025-03-04", "2025-03-04")
    tuesday2 = b.when("courrier", "mardi 4 mars", "2025-03-04", "2025-03-04", "2025-03-04")
    wednesday = b.when("littoral", "mercredi 5 mars", "2025-03-05", "2025-03-05", "2025-03-05")
    friday = b.when("radio", "vendredi 7 mars", "2025-03-07", "2025-03-07", "2025-03-07")
    by2027 = b.when("courrier", "d’ici à 2027", "../2027", "2025-03-05", "2027-12-31")
    in2019 = b.when("littoral", "En 2019", "2019", "2019-01-01", "2019-12-31")
    fire = [
        b.claim("apo", "Un incendie a ravagé mardi 4 mars l’entrepôt Valmorel", "happened", when=tuesday),
        b.claim("courrier", "Un incendie a ravagé mardi 4 mars l’entrepôt Valmorel", "happened", when=tuesday2),
        b.claim("littoral", "Le feu s’est déclaré mercredi 5 mars peu avant minuit", "happened", when=wednesday),
    ]
    b.matter(
        "Le jour de l’incendie de l’entrepôt Valmorel",
        "contradicted",
        *fire,
        differences=(
            b.differ(
                "when",
                "contradicted",
                ("apo", "2025-03-04", "mardi 4 mars"),
                ("courrier", "2025-03-04", "mardi 4 mars"),
                ("littoral", "2025-03-05", "mercredi 5 mars"),
            ),
        ),
        origins=2,
        why=("Le Courrier des Grèves reprend l’Agence Presse-Ouest",),
    )
    st_union = b.statement("apo", "d’avoir débranché les alarmes", "indirect", "accuse", a["union"], "accuse")
    st_malo = b.statement("apo", "Tout le monde le savait", "direct", "say", a["malo"], "affirme")
    st_deny = b.statement("littoral", "avoir coupé les alarmes", "indirect", "deny", a["firm"], "dément formellement")
    b.matter(
        "Les alarmes débranchées",
        "disputed",
        b.claim(
            "apo", "d’avoir débranché les alarmes", "alleged", sources=(a["union"],), statement=st_union, certainty="unknown"
        ),
        b.claim("littoral", "avoir coupé les alarmes", "denied", sources=(a["firm"],), statement=st_deny, negated=True),
        b.claim("apo", "Tout le monde le savait", "state", sources=(a["malo"],), statement=st_malo),
    )
    st_pref = b.statement(
        "apo", "Un incendie a ravagé mardi 4 mars l’entrepôt Valmorel", "indirect", "announce", a["pref"], "a annoncé"
    )
    st_fire = b.statement(
        "littoral",
        "sept personnes ont été blessées dans l’incendie de l’entrepôt Valmorel",
        "indirect",
        "say",
        (a["fire"], a["firm"]),
        "ont indiqué",
    )
    b.matter(
        "Le nombre des blessés",
        "updated",
        b.claim("apo", "blessant trois personnes", "happened", sources=(a["pref"],), statement=st_pref),
        b.claim("courrier", "blessant trois personnes", "happened", sources=(a["pref"],)),
        b.claim("littoral", "sept personnes ont été blessées", "happened", sources=(a["fire"],), statement=st_fire),
        differences=(
            b.differ(
                "figure",
                "updated",
                ("apo", "3 blessés", "trois personnes"),
                ("courrier", "3 blessés", "trois personnes"),
                ("littoral", "7 blessés", "sept personnes"),
            ),
        ),
        origins=2,
    )
    b.matter(
        "L’évacuation des riverains",
        "refined",
        b.claim("apo", "Une centaine de riverains ont été évacués dans la nuit", "happened"),
        b.claim("littoral", "112 habitants du quartier de la Grève ont dormi à la salle des fêtes", "happened"),
        differences=(
            b.differ(
                "figure", "refined", ("apo", "environ 100", "Une centaine de riverains"), ("littoral", "112", "112 habitants")
            ),
            b.differ(
                "place", "refined", ("apo", None, "riverains"), ("littoral", "quartier de la Grève", "quartier de la Grève")
            ),
        ),
    )
    quote = "Le feu est parti d’un stock de palettes, nous n’avons aucune raison de penser à un acte volontaire"
    st_q1 = b.statement("apo", quote, "direct", "say", a["prefect"], "a déclaré")
    st_q2 = b.statement("courrier", quote, "direct", "say", a["prefect"], "a déclaré")
    st_q3 = b.statement("radio", "n’a « pas de raison de penser à un acte criminel »", "mixed", "say", a["prefect"])
    b.matter(
        "La préfète écarte l’acte volontaire",
        "shared",
        b.claim(
            "apo",
            "nous n’avons aucune raison de penser à un acte volontaire",
            "opinion",
            sources=(a["prefect"],),
            statement=st_q1,
            negated=True,
        ),
        b.claim(
            "courrier",
            "nous n’avons aucune raison de penser à un acte volontaire",
            "opinion",
            sources=(a["prefect"],),
            statement=st_q2,
            negated=True,
        ),
        b.claim(
            "radio",
            "n’a « pas de raison de penser à un acte criminel »",
            "opinion",
            sources=(a["prefect"],),
            statement=st_q3,
            negated=True,
        ),
        differences=(
            b.differ(
                "quote",
                "wording",
                ("apo", None, "aucune raison de penser à un acte volontaire"),
                ("radio", None, "pas de raison de penser à un acte criminel"),
            ),
        ),
        origins=1,
        why=("même source la plus proche : Hélène Castaing",),
    )
    st_s1 = b.statement(
        "radio", "qu’un court-circuit pourrait avoir déclenché le feu", "indirect", "say", a["source"], "a expliqué"
    )
    st_s2 = b.statement(
        "littoral", "un court-circuit pourrait être à l’origine du sinistre", "indirect", "say", a["source"], "Selon"
    )
    b.matter(
        "Le court-circuit, cause possible du feu",
        "shared",
        b.claim(
            "radio",
            "un court-circuit pourrait avoir déclenché le feu",
            "possible",
            sources=(a["source"],),
            statement=st_s1,
            certainty="possible",
        ),
        b.claim(
            "littoral",
            "un court-circuit pourrait être à l’origine du sinistre",
            "possible",
            sources=(a["radio"], a["source"]),
            statement=st_s2,
            certainty="possible",
        ),
        origins=1,
        why=("même source la plus proche : une source proche de l’enquête",),
    )
    st_r1 = b.statement("radio", "Je l’avais dit : ce site est une honte", "direct", "criticise", a["mayor"], "estime")
    st_boss = b.statement("littoral", "Nos installations ont été contrôlées en janvier", "direct", "say", a["boss"], "assure")
    b.statement("radio", "Personne ne nous a prévenus", "direct", "say", None, "lit-on")
    st_req = b.statement("radio", "de fermer le site", "indirect", "request", a["mayor"], "demande")
    script = 'ce message : <script>document.title = "PIRATE"; document.body.dataset.hacked = "1"</script>'
    b.matter(
        "Yannick Le Dantec demande la fermeture du site",
        "single",
        b.claim("radio", "de fermer le site", "requested", sources=(a["mayor"],), statement=st_req),
    )
    b.matter(
        "Le site, « une honte »",
        "single",
        b.claim("radio", "ce site est une honte", "opinion", sources=(a["mayor"],), statement=st_r1),
    )
    b.matter(
        "Le conseil municipal se réunira",
        "single",
        b.claim("radio", "Le conseil municipal se réunira vendredi 7 mars", "planned", when=friday),
    )
    b.matter("La cellule d’accueil", "single", b.claim("apo", "Une cellule d’accueil doit ouvrir mercredi matin", "announced"))
    b.matter(
        "La reconstruction",
        "single",
        b.claim(
            "courrier", "La société Valmorel prévoit de reconstruire d’ici à 2027", "planned", sources=(a["firm"],), when=by2027
        ),
    )
    b.matter("Le port fermé aux camions", "single", b.claim("courrier", "Le port reste fermé aux camions", "state"))
    b.matter("L’accueil à la salle des fêtes", "single", b.claim("littoral", "qui les accueille encore", "ongoing"))
    b.matter(
        "Une information judiciaire",
        "single",
        b.claim("littoral", "le parquet ouvrirait une information judiciaire", "hypothetical", certainty="possible"),
    )
    b.matter(
        "Des installations contrôlées",
        "single",
        b.claim(
            "littoral", "Nos installations ont été contrôlées en janvier", "happened", sources=(a["boss"],), statement=st_boss
        ),
    )
    b.matter("Le site internet <b>piraté</b>", "single", b.claim("radio", script, "happened", certainty="probable"))
    b.matter(
        "Deux incendies sur le port, en 2019 et en 2025",
        "related",
        b.claim("littoral", "En 2019, un premier feu avait détruit le hangar voisin", "happened", when=in2019),
        b.claim("apo", "Un incendie a ravagé mardi 4 mars l’entrepôt Valmorel", "happened", when=tuesday),
        why=("deux objets : entrepôt, hangar", "deux années"),
    )


def _copies(b: Build) -> tuple[Copy, ...]:
    """The copy and the common quotation."""
    lead = "Un incendie a ravagé mardi 4 mars l’entrepôt Valmorel, sur le port de Saint-Aubin-des-Grèves, blessant trois personnes, a annoncé la préfecture."
    said = "« Le feu est parti d’un stock de palettes, nous n’avons aucune raison de penser à un acte volontaire », a déclaré la préfète, Hélène Castaing."
    passages = tuple(Passage(b.span("apo", words), b.span("courrier", words)) for words in (lead, said))
    wording = Passage(b.span("apo", "raison de penser à un acte"), b.span("radio", "raison de penser à un acte"))
    return (
        Copy(
            "apo",
            "courrier",
            "same_origin",
            0.78,
            passages,
            ("« avec APO » à la fin du texte", "78 % du texte en commun"),
            make_id("k", "apo", "courrier"),
        ),
        Copy("apo", "radio", "same_quote", 0.06, (wording,), ("même citation de Hélène Castaing",), make_id("k", "apo", "radio")),
        Copy("apo", "littoral", "independent", 0.0, (), (), make_id("k", "apo", "littoral")),
    )


def large(reports: int = 20, matters: int = 500) -> Dossier:
    """A dossier of this size, for speed: plain sentences, one matter each two reports."""
    b = Build()
    texts = [
        [f"Le {i}e navire du convoi {r} a quitté le port de Brume à l’aube." for i in range(matters // reports * 2 + 2)]
        for r in range(reports)
    ]
    for r, lines in enumerate(texts):
        b.report(f"r{r:02}", "\n\n".join(lines), outlet=f"Journal {r}")
    mayor = b.actor("Brume", "place", {f"r{r:02}": ("Brume",) for r in range(reports)})
    for m in range(matters):
        r, i = m % reports, m // reports
        other = (r + 1) % reports
        claims = [
            b.claim(f"r{r:02}", texts[r][i], "happened"),
            b.claim(f"r{other:02}", texts[other][i], "happened", sources=(mayor,)),
        ]
        b.statement(f"r{r:02}", texts[r][i], "indirect", "say", mayor if m % 3 else None)
        b.matter(f"Départ du navire {i} du convoi {r}", "shared" if m % 5 else "single", *claims[: 2 if m % 5 else 1])
    return Dossier(
        reports=tuple(b.reports.values()),
        mentions=tuple(b.mentions),
        actors=tuple(b.actors),
        statements=tuple(b.statements),
        events=tuple(b.events),
        claims=tuple(b.claims),
        matters=tuple(b.matters),
    )
