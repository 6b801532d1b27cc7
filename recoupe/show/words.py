"""The words of the interface, French and English: labels of every closed set, sentences with numbers, dates a reader can read."""

# ruff: noqa: E501 (one key a line reads as a table)
from __future__ import annotations

import re
from collections.abc import Mapping

LANGUAGES = ("fr", "en")

# key: (French, English). A sentence with {n} may have a plural form after "|", taken when n is 2 or more.
WORDS: Mapping[str, tuple[str, str]] = {
    # agreement: what the reports, together, do on a matter
    "agreement.contradicted": ("Contredit", "Contradicted"),
    "agreement.disputed": ("Contesté", "Disputed"),
    "agreement.updated": ("Actualisé", "Updated"),
    "agreement.refined": ("Précisé", "More precise"),
    "agreement.shared": ("Partagé", "Shared"),
    "agreement.single": ("Un seul texte", "One report only"),
    "agreement.related": ("Proche", "Close"),
    "group.contradicted": ("Ce qui se contredit", "What contradicts"),
    "group.disputed": ("Ce qui est contesté", "What is disputed"),
    "group.updated": ("Ce qui a été actualisé", "What was updated"),
    "group.refined": ("Ce qu’un texte précise", "What one report makes more precise"),
    "group.shared": ("Ce que plusieurs disent", "What several say"),
    "group.shared_all": ("Ce que tous disent", "What all say"),
    "group.single": ("Ce qu’un seul texte dit", "What only one report says"),
    "group.related": ("Proche, mais autre chose", "Close, yet something else"),
    "about.contradicted": (
        "Sur ce point, les textes ne peuvent pas avoir raison ensemble.",
        "On this point the reports cannot all be right.",
    ),
    "about.disputed": (
        "Des protagonistes soutiennent des positions opposées ; les textes les rapportent.",
        "Parties to the affair hold opposed positions; the reports relay them.",
    ),
    "about.updated": (
        "Chaque texte peut être juste à son heure : un bilan qui évolue, un projet devenu fait.",
        "Each report may be right at its time: a toll that moves, a plan since carried out.",
    ),
    "about.refined": ("Compatible : un texte en sait plus que l’autre.", "Compatible: one report knows more than another."),
    "about.shared": ("Même substance dans plusieurs textes.", "Same in substance in several reports."),
    "about.single": ("À recouper : on ne l’a trouvé dans aucun autre texte.", "To be checked: it was found in no other report."),
    "about.related": (
        "À ne pas confondre : des faits voisins, mais distincts. Ce n’est pas une contradiction.",
        "Not to be confused: neighbouring but distinct matters. Not a contradiction.",
    ),
    # the summary under the headline; a matter's title follows
    "lead.shared_all": ("Tous les textes en parlent :", "All reports have it:"),
    "lead.shared": ("Plusieurs textes en parlent :", "Several reports have it:"),
    "lead.contradicted": ("Contradiction :", "Contradiction:"),
    "lead.disputed": ("Des protagonistes s’opposent :", "Parties are opposed:"),
    "lead.updated": ("L’état des choses a changé :", "Things have moved:"),
    "lead.refined": ("Un texte en sait plus :", "One report knows more:"),
    "walk.next": ("Passage suivant (n)", "Next passage (n)"),
    "walk.previous": ("Passage précédent (p)", "Previous passage (p)"),
    # what the newest report brings
    "news": ("Ce que {who} apporte", "What {who} brings"),
    "news.none": ("Rien que les autres textes n’aient déjà.", "Nothing that the other reports do not have."),
    "news.contradicted": ("Contredit", "Contradicts"),
    "news.disputed": ("Oppose", "Disputes"),
    "news.updated": ("Actualise", "Updates"),
    "news.refined": ("Précise ou dit autrement", "Makes more precise or words otherwise"),
    "news.single": ("Ajoute", "Adds"),
    # ties between actors (PLOVER types)
    "ties": ("Liens", "Ties"),
    "ties.about": (
        "Qui fait quoi à qui, selon les textes ; ce qui est démenti ou nié n’y figure pas.",
        "Who does what to whom, by the reports; what is denied or negated is left out.",
    ),
    "ties.who": ("Qui", "Who"),
    "ties.does": ("Fait", "Does"),
    "ties.whom": ("À qui", "To whom"),
    "ties.count": ("Fois", "Times"),
    "ties.accounts": ("Selon", "By whose account"),
    "ties.reports": ("les textes eux-mêmes", "the reports themselves"),
    "tie.ACCUSE": ("accuse", "accuses"),
    "tie.REJECT": ("rejette", "rejects"),
    "tie.THREATEN": ("menace", "threatens"),
    "tie.COERCE": ("contraint", "coerces"),
    "tie.ASSAULT": ("attaque", "attacks"),
    "tie.SANCTION": ("sanctionne", "sanctions"),
    "tie.PROTEST": ("proteste contre", "protests against"),
    "tie.SUPPORT": ("soutient", "supports"),
    "tie.AGREE": ("s’entend avec", "agrees with"),
    "tie.AID": ("aide", "aids"),
    "tie.COOPERATE": ("coopère avec", "cooperates with"),
    "tie.CONCEDE": ("cède à", "concedes to"),
    "tie.REQUEST": ("demande à", "requests of"),
    "tie.CONSULT": ("rencontre ou consulte", "meets or consults"),
    "tie.RETREAT": ("se retire devant", "retreats before"),
    "tie.MOBILIZE": ("mobilise contre", "mobilises against"),
    # verdict on one slot
    "verdict.same": ("identique", "same"),
    "verdict.refined": ("plus précis", "more precise"),
    "verdict.updated": ("actualisé", "updated"),
    "verdict.wording": ("autres mots", "other words"),
    "verdict.disputed": ("contesté", "disputed"),
    "verdict.contradicted": ("contradictoire", "contradictory"),
    # slots
    "slot.figure": ("Chiffre", "Figure"),
    "slot.when": ("Date", "Date"),
    "slot.date": ("Date", "Date"),
    "slot.wording": ("Mots employés", "Wording"),
    "slot.rank": ("Rang", "Rank"),
    "slot.total": ("Total", "Total"),
    "slot.number": ("Nombre ou numéro", "Number"),
    "slot.title": ("Titre", "Headline"),
    "slot.place": ("Lieu", "Place"),
    "slot.who": ("Qui", "Who"),
    "slot.agent": ("Qui agit", "Who acts"),
    "slot.agents": ("Qui agit", "Who acts"),
    "slot.target": ("À qui", "To whom"),
    "slot.targets": ("À qui", "To whom"),
    "slot.whom": ("À qui", "To whom"),
    "slot.what": ("Quoi", "What"),
    "slot.object": ("Objet", "Object"),
    "slot.time": ("Heure", "Time of day"),
    "slot.list": ("Liste", "List"),
    "slot.instrument": ("Moyen", "Means"),
    "slot.share": ("Part", "Share"),
    "slot.origin": ("Départ", "From"),
    "slot.destination": ("Destination", "To"),
    "slot.cause": ("Cause", "Cause"),
    "slot.outcome": ("Issue", "Outcome"),
    "slot.purpose": ("But", "Purpose"),
    "slot.polarity": ("Affirmé ou nié", "Asserted or denied"),
    "slot.status": ("Statut", "Status"),
    "slot.certainty": ("Degré de certitude", "Certainty"),
    "slot.source": ("Source", "Source"),
    "slot.quote": ("Citation", "Quotation"),
    "slot.words": ("Mots employés", "Words used"),
    "slot.name": ("Nom", "Name"),
    "slot.order": ("Ordre des faits", "Order of events"),
    "slot.direction": ("Direction", "Direction"),
    "slot.duration": ("Durée", "Duration"),
    "slot.age": ("Âge", "Age"),
    "slot.role": ("Qui est-ce", "Who it is"),
    "slot.penalty": ("Peine", "Sentence"),
    "slot.telling": ("Même fait", "Same fact"),
    # status of a claim, in plain words
    "status.happened": ("présenté comme un fait", "told as a fact"),
    "status.ongoing": ("présenté comme en cours", "told as under way"),
    "status.state": ("présenté comme un état de fait", "told as the state of things"),
    "status.planned": ("prévu", "planned"),
    "status.announced": ("annoncé", "announced"),
    "status.possible": ("jugé possible", "held possible"),
    "status.alleged": ("allégué", "alleged"),
    "status.denied": ("démenti", "denied"),
    "status.requested": ("demandé", "requested"),
    "status.hypothetical": ("hypothèse", "hypothetical"),
    "status.opinion": ("opinion", "opinion"),
    "negated": ("tournure négative", "negative wording"),
    "certainty.certain": ("sans réserve", "without reserve"),
    "certainty.probable": ("probable", "probable"),
    "certainty.possible": ("possible", "possible"),
    "certainty.unknown": ("sans se prononcer", "without taking a stand"),
    # modes and acts of saying
    "mode.direct": ("entre guillemets", "in quotation marks"),
    "mode.indirect": ("rapporté", "reported"),
    "mode.mixed": ("rapporté, en partie entre guillemets", "reported, partly quoted"),
    "mode.free": ("style indirect libre", "free indirect style"),
    "act.say": ("dit", "says"),
    "act.announce": ("annonce", "announces"),
    "act.accuse": ("accuse", "accuses"),
    "act.deny": ("dément", "denies"),
    "act.praise": ("salue", "praises"),
    "act.criticise": ("critique", "criticises"),
    "act.promise": ("promet", "promises"),
    "act.threaten": ("menace", "threatens"),
    "act.request": ("demande", "requests"),
    "act.warn": ("met en garde", "warns"),
    "act.agree": ("donne son accord", "agrees"),
    "act.ask": ("interroge", "asks"),
    "act.suggest": ("laisse entendre", "suggests"),
    "act.confirm": ("confirme", "confirms"),
    "act.think": ("estime", "thinks"),
    "act.refuse": ("refuse", "refuses"),
    # actors
    "kind.person": ("personne", "person"),
    "kind.state": ("État", "state"),
    "kind.organisation": ("organisation", "organisation"),
    "kind.group": ("groupe", "group"),
    "kind.role": ("fonction ou source", "role or source"),
    "kind.place": ("lieu", "place"),
    # origins
    "relation.same_text": ("même texte", "same text"),
    "relation.same_origin": ("même origine", "same origin"),
    "relation.same_quote": ("même citation", "same quotation"),
    "relation.independent": ("aucune origine commune trouvée", "no common origin found"),
    # publication dates
    "basis.given": ("date fournie", "date given"),
    "basis.metadata": ("date lue dans les métadonnées", "date read in the metadata"),
    "basis.inferred": ("date déduite du texte", "date inferred from the text"),
    "basis.unknown": ("date inconnue", "date unknown"),
    # sentences
    "title": ("Dossier recoupé", "Cross-checked dossier"),
    "empty": ("Rien à recouper : aucun texte lisible.", "Nothing to compare: no readable report."),
    "nothing": ("Rien de tel n’a été trouvé.", "Nothing of the kind was found."),
    "n_reports": ("{n} texte|{n} textes", "{n} report|{n} reports"),
    "n_origins": ("{n} origine|{n} origines", "{n} origin|{n} origins"),
    "n_statements": ("{n} déclaration|{n} déclarations", "{n} statement|{n} statements"),
    "n_matters": ("{n} point|{n} points", "{n} matter|{n} matters"),
    "n_mentions": ("{n} mention|{n} mentions", "{n} mention|{n} mentions"),
    "n_actors": ("{n} protagoniste|{n} protagonistes", "{n} party|{n} parties"),
    "n_more": ("{n} autre|{n} autres", "{n} more|{n} more"),
    "n_others": ("{n} autre cité une fois|{n} autres cités une fois", "{n} other named once|{n} others named once"),
    "reports_origins": ("{n} textes, {k} origines", "{n} reports, {k} origins"),
    "reports_origin": ("{n} textes, une seule origine", "{n} reports, one origin"),
    "no_common_origin": ("aucune origine commune trouvée", "no common origin found"),
    "origins.note": (
        "Aucune origine commune trouvée ne veut pas dire indépendance prouvée.",
        "No common origin found does not mean proven independence.",
    ),
    "share": ("{n} % du texte en commun", "{n} % of the text in common"),
    "unknown_speaker": ("source non identifiée", "unidentified source"),
    "own_voice": ("le texte lui-même", "the report itself"),
    "according_to": ("selon", "according to"),
    "quoted_by": ("d’après", "as quoted by"),
    "and": ("et", "and"),
    "to": ("à", "to"),
    "glance": ("En un coup d’œil", "At a glance"),
    "differs": ("Ce qui diffère", "What differs"),
    "who_says": ("Qui dit quoi", "Who says what"),
    "camp.for": ("L’avance ou le rapporte", "Puts it forward or relays it"),
    "camp.against": ("Le dément ou le conteste", "Denies or contests it"),
    "who_stands": ("Qui l’avance, et comment", "Who puts it forward, and how"),
    "timeline": ("Chronologie", "Timeline"),
    "timeline.about": (
        "Une colonne par texte. Rond plein : présenté comme un fait ; rond vide : prévu, allégué, démenti ou possible ; carré : parution du texte.",
        "One column a report. Full dot: told as a fact; hollow dot: planned, alleged, denied or possible; square: the report’s publication.",
    ),
    "timeline.published": ("Parution", "Published"),
    "actors": ("Protagonistes", "Who is who"),
    "origins": ("Textes et origines", "Reports and origins"),
    "texts": ("Les textes", "The reports"),
    "agreeing": ("Concordent :", "They agree on:"),
    "differences": ("Différences", "Differences"),
    "also_named": ("Aussi nommé", "Also called"),
    "roles": ("Fonctions", "Roles"),
    "evidence": ("Dans le texte", "In the report"),
    "passages": ("Passages communs", "Passages in common"),
    "why_no_date": ("Pourquoi le jour reste inconnu", "Why the day stays unknown"),
    "why_date": ("Comment la date a été déduite", "How the date was inferred"),
    "candidates": ("Jours possibles", "Possible days"),
    "clues": ("Indices", "Clues"),
    "published": ("Publié le", "Published"),
    "unread": ("laissé de côté : langue non lue", "left out: a language not read"),
    "undated": ("sans date", "undated"),
    "failures": ("Textes laissés de côté", "Reports left out"),
    "silent": ("ne le dit pas", "does not say"),
    "value_unsaid": ("sans valeur précise", "no precise value"),
    "filter": ("Filtrer", "Filter"),
    "filter.text": ("Chercher un mot, un nom…", "Find a word, a name…"),
    "filter.actor": ("Protagoniste", "Party"),
    "filter.report": ("Texte", "Report"),
    "filter.all_actors": ("Tous les protagonistes", "All parties"),
    "filter.all_reports": ("Tous les textes", "All reports"),
    "filter.clear": ("Tout afficher", "Show all"),
    "filter.none": ("Aucune ligne ne correspond au filtre.", "No line matches the filter."),
    "back": ("Revenir à la liste", "Back to the list"),
    "close": ("Fermer", "Close"),
    "theme": ("Clair / sombre", "Light / dark"),
    "other_language": ("English", "Français"),
    "skip": ("Aller au contenu", "Skip to content"),
    "skip.texts": ("Aller aux textes", "Skip to the reports"),
    "sections": ("Sommaire", "Contents"),
    "print": ("Imprimer", "Print"),
    "keys": (
        "Choisir une ligne montre ses mots dans chaque texte. Clavier : j / k ou flèches pour se déplacer, Entrée pour montrer, n / p pour les passages, Échap pour revenir, / pour chercher.",
        "Choosing a line shows its words in each report. Keyboard: j / k or arrows to move, Enter to show, n / p for its passages, Escape to go back, / to search.",
    ),
    "shown": ("Mots surlignés dans : ", "Words highlighted in: "),
    "shown.none": ("Surlignage effacé.", "Highlight cleared."),
    "whole": ("Textes entiers", "Whole reports"),
    "read_here": ("Lire ce texte", "Read this report"),
    "made_by": (
        "Fait par recoupe. Aucun jugement sur les faits : chaque ligne renvoie aux mots des textes.",
        "Made by recoupe. No judgement on the facts: every line points at the words of the reports.",
    ),
    "source": ("Source", "Source"),
    "report": ("Texte", "Report"),
    "words": ("Mots", "Words"),
    "status": ("Statut", "Status"),
    "value": ("Valeur", "Value"),
    "until.day": ("jusqu’au", "until"),
    "until": ("jusqu’en", "until"),
    "from.day": ("à partir du", "from"),
    "from": ("à partir de", "from"),
}

# A mark before the word, so that colour never carries the meaning alone.
SIGNS: Mapping[str, str] = {
    "contradicted": "≠",
    "disputed": "⇄",
    "updated": "↻",
    "refined": "+",
    "shared": "=",
    "single": "1",
    "related": "~",
    "same": "=",
    "wording": "“",
}

MONTHS: Mapping[str, tuple[str, ...]] = {
    "fr": (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
DAYS: Mapping[str, tuple[str, ...]] = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_EDTF = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?([~?%])?")
_SEASONS = {
    "fr": {"21": "printemps", "22": "été", "23": "automne", "24": "hiver"},
    "en": {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"},
}


def say(key: str, lang: str = "fr", /, **values: object) -> str:
    """The word or sentence for this key; a key we have no word for is shown as it is (`act.foo` gives "foo")."""
    pair = WORDS.get(key)
    if pair is None:
        return key.rpartition(".")[2].replace("_", " ")
    text = pair[1 if lang == "en" else 0]
    if not values:
        return text
    one, bar, many = text.partition("|")
    count = values.get("n")
    return (many if bar and isinstance(count, int) and count >= 2 else one).format(**values)


# Sentences that `match` writes in French, with what they say in English; the groups stand for names and numbers.
_REASONS: tuple[tuple[str, str], ...] = (
    (r"Aucune origine commune trouvée\.", "No common origin found."),
    (r"Aucune autre origine commune trouvée\.", "No other common origin found."),
    (r"Entre les autres, aucune origine commune trouvée\.", "Among the others, no common origin found."),
    (r"Les deux textes sont les mêmes\.", "The two reports are the same."),
    (
        r"(\d+)\s?% du texte le plus court se retrouve dans l'autre, noms et nombres mis à part\.",
        r"\1 % of the shorter report is found in the other, names and numbers aside.",
    ),
    (
        r"(\d+)\s?% des suites de mots sont communes, noms et nombres mis à part\.",
        r"\1 % of the word sequences are shared, names and numbers aside.",
    ),
    (
        r"Un passage de (\d+) mots se suit à l'identique dans les deux textes\.",
        r"A passage of \1 words is the same in both reports.",
    ),
    (r"Les deux textes créditent (.+)\.", r"Both reports credit \1."),
    (
        r"L'un crédite (.+), l'autre reprend des propos tenus à cette agence\.",
        r"One credits \1, the other relays what was told to that agency.",
    ),
    (r"Les deux textes citent les mêmes paroles\.", "Both reports quote the same words."),
    (r"Les deux textes ont (\d+) citations en commun\.", r"The two reports have \1 quotations in common."),
    (r"\w+ rapports citent la même source : (.+)\.", r"Several reports cite the same source: \1."),
    (r"(.+) l'a publié en premier \((.+)\)\.", r"\1 published it first (\2)."),
)


def reason_words(text: str) -> str | None:
    """The English for a reason that `match` gave in French; None for a sentence we have no pattern for."""
    for pattern, english in _REASONS:
        if match := re.fullmatch(pattern, text):
            return match.expand(english)
    return None


def join(items: tuple[str, ...], lang: str = "fr") -> str:
    """ "a, b et c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {say('and', lang)} {items[-1]}"


def date_words(value: str | None, lang: str = "fr", *, weekday: bool = True) -> str:
    """An EDTF date as a reader says it; what is not such a date comes back as it is."""
    if not value:
        return say("undated", lang)
    left, slash, right = value.partition("/")
    if not slash:
        return _one_date(value, lang, weekday)
    if left in ("..", ""):
        return _bound("until", right, lang, weekday)
    if right in ("..", ""):
        return _bound("from", left, lang, weekday)
    return f"{_one_date(left, lang, weekday)} – {_one_date(right, lang, weekday)}"


def _bound(word: str, value: str, lang: str, weekday: bool) -> str:
    """An interval open on one side: "jusqu’au 17 juin 2004", "jusqu’en 2004"."""
    key = f"{word}.day" if re.fullmatch(r"\d{4}-\d\d-\d\d.*", value) else word
    return f"{say(key, lang)} {_one_date(value, lang, weekday)}"


def _one_date(value: str, lang: str, weekday: bool) -> str:
    """One EDTF date without an interval."""
    match = _EDTF.fullmatch(value)
    if match is None:
        return value
    year, month, day, hour, minute, mark = match.groups()
    text = year.lstrip("0") or "0"
    if month in _SEASONS[lang]:
        text = f"{_SEASONS[lang][month]} {text}"
    elif month is not None and 1 <= int(month) <= 12:
        text = f"{MONTHS[lang][int(month) - 1]} {text}"
        if day is not None:
            text = _day(value[:10], text, int(day), lang, weekday)
    if hour is not None:
        text += f", {hour} h {minute}" if lang == "fr" else f", {hour}:{minute}"
    return f"{text} (?)" if mark else text


def _day(iso: str, month_year: str, day: int, lang: str, weekday: bool) -> str:
    """A full date with its weekday."""
    import datetime

    number = "1er" if lang == "fr" and day == 1 else str(day)
    try:
        name = DAYS[lang][datetime.date.fromisoformat(iso).weekday()]
    except ValueError:  # 30 February: shown as written
        return f"{number} {month_year}"
    return f"{name} {number} {month_year}" if weekday else f"{number} {month_year}"
