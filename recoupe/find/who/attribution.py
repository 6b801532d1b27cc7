"""Who that is: from the words of a subject to an actor of the report, made where nobody mentioned him yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from recoupe.find.who.nounphrases import NOMINAL, OFFICES, SUBJECT_PRONOUNS, TIMES, case_of, is_one_of, phrase
from recoupe.lang.frames import noun_senses
from recoupe.parse.document import Parsed
from recoupe.types import Actor, Form, Mention, Span, make_id

# What speaks although it is no person: papers and polls.
PAPERS = frozenset(
    "émission podcast reportage interview rapport étude communiqué sondage enquête document lettre tweet bilan décompte "
    "bulletin journal note texte article dépêche message quotidien hebdomadaire magazine site chaîne radio télévision "
    "média presse agence estimation projection baromètre arrêté jugement arrêt notice avis circulaire tract manifeste "
    "tribune éditorial livre rapporteur compte chiffre source post courrier courriel mail audit recensement télégramme "
    "câble panneau pancarte affiche banderole loi charte accord déclaration résolution".split()
)
# A document speaks for the one who made it, where the report names him ("un bilan de la préfecture").
DOCUMENTS = frozenset(
    "rapport étude communiqué sondage enquête document lettre tweet bilan décompte bulletin note dépêche message post courrier "
    "courriel mail baromètre circulaire tract télégramme projection audit recensement estimation compte chiffre".split()
)
_ISSUING = frozenset("publier diffuser adresser envoyer écrire signer transmettre remettre rendre rédiger poster".split())
# Groups and bodies whose names end like abstract nouns.
_BODIES = frozenset(
    "administration direction organisation association fédération délégation coalition commission police préfecture "
    "gouvernement parlement mouvement institution opposition défense accusation rédaction population majorité communauté "
    "université autorité confédération corporation nation section régime département mairie municipalité collectivité "
    "diplomatie justice magistrature famille foule gendarmerie armée marine aviation entourage minorité partie "
    "présidence fondation union ligue rébellion dictature monarchie compagnie société entreprise banque mission "
    "juridiction chancellerie représentation agglomération ville commune région capitale état-major parquet régiment "
    "entraînement parlementaire comité secrétariat médiateur amirauté papauté communication police syndicat garde "
    "jeunesse comité prix clergé épiscopat patronat électorat professorat encadrement bâtonnier établissement légation ambassade "
    "principauté protection".split()
)
_ABSTRACT = ("tion", "sion", "ment", "age", "ité", "ure", "ance", "ence", "isme", "té", "eur_")
_THINGS = frozenset(
    "ce cela ça ceci c' fait chose résultat cas image photo vidéo scène crise guerre victoire défaite hausse baisse prix "
    "coût taux système modèle projet film mesure idée raison cause histoire expérience succès échec but match rencontre "
    "visite voyage attentat attaque accident incendie affaire dossier procès élection vote scrutin réforme budget plan "
    "programme signe preuve exemple analyse absence présence arrivée départ mort décès naissance découverte recherche "
    "travail travaux effort perte gain risque danger tout rien événement évènement chiffre_ donnée signal phénomène alerte "
    "méthode milliard million effet appareil podium écart don argent somme montant proportion pourcentage discours "
    "parallèle photographie viseur collecte cagnotte référendum symbole indice élément".split()
)
# Prepositions of where and when somebody spoke, and nouns of those who are sent to a place.
_WHEREABOUTS = frozenset("sur dans via lors pendant durant après depuis avant dès".split())
_POSTED = frozenset("ambassadeur ambassadrice consul correspondant correspondante envoyé envoyée candidat candidate".split())
# Events by name that people mean by it: "la résistance affirme", "un soutien de la ministre regrette".
_SPEAKING_EVENTS = frozenset(
    "opposition résistance soutien appui alliance instruction campagne contestation partenariat critique".split()
)


class Parties:
    """The actors of one report, with those that only a cue shows: looked up by the words of a subject, added to when need be."""

    def __init__(self, parsed: Parsed, mentions: Iterable[Mention], actors: Iterable[Actor]) -> None:
        self.parsed = parsed
        self.mentions = list(mentions)
        self.actors = {a.id: a for a in actors}
        self.at_head: dict[int, Mention] = {}
        self.covering: dict[int, Mention] = {}
        for mention in sorted(self.mentions, key=lambda m: (m.span.end - m.span.start, m.span.start)):
            if mention.head >= 0:
                self.at_head.setdefault(mention.head, mention)
            for i in parsed.at(mention.span.start, mention.span.end):
                self.covering.setdefault(i, mention)
        self.named_at: dict[str, list[int]] = {}  # actor -> where the report names him
        for mention in self.mentions:
            if mention.form == "name":
                self.named_at.setdefault(mention.actor, []).append(mention.span.start)
        self.descriptions: dict[int, list[Mention]] = {}  # by the character where they end
        for mention in self.mentions:
            if mention.form == "description":
                self.descriptions.setdefault(mention.span.end, []).append(mention)
        self.spans = {(m.span.start, m.span.end) for m in self.mentions}
        self.made: dict[str, str] = {}

    def mention_of(self, head: int) -> Mention | None:
        """The mention these words belong to: by its head, by the name in apposition, by cover."""
        if found := self.at_head.get(head):
            return self._by_name(found, head) if found.form == "description" else found
        covering = self.covering.get(head)
        if covering is not None and covering.form == "name" and self.parsed.words[head].end == covering.span.end:
            if self.parsed.words[covering.head].head == head:
                return covering  # "Le Parisien": its article comes first
        for kid in self.parsed.kids(head, "appos", "flat"):
            if kid.i - head <= 8 and (found := self.at_head.get(kid.i)) and found.form in ("name", "acronym"):
                office = self.parsed.words[head].lemma.lower() in OFFICES
                body = self.parsed.words[head].lemma.lower() in _BODIES
                within = any(w.pos == "NOUN" and w.dep.startswith("nmod") for w in self.parsed.words[head + 1 : kid.i])
                if (office or within) and not self._somebody(found) or body and self._somebody(found):
                    continue  # "le sénateur LR", "un collectif d'élus LR": their party; "le comité Nobel": nobody's first name
                return found
        found = self.covering.get(head)
        return found if found and found.form not in ("adjective", "possessive") and self._same_phrase(found, head) else None

    def _by_name(self, found: Mention, head: int) -> Mention:
        """ "l'organisation humanitaire Horizons": the name right behind says who it is."""
        for kid in self.parsed.kids(head, "appos", "flat"):
            named = self.at_head.get(kid.i)
            actor = (
                self.actors.get(named.actor) if named and named.form in ("name", "acronym") and 0 < kid.i - head <= 8 else None
            )
            if named and actor and actor.kind in ("person", "organisation") and self._encloses(head, kid.i):
                if actor.kind == "organisation" and self._somebody(found):
                    continue  # "le sénateur LR": his party
                return named
        return found

    def _somebody(self, found: Mention) -> bool:
        actor = self.actors.get(found.actor)
        return actor is not None and actor.kind in ("person", "role")

    def _encloses(self, head: int, name: int) -> bool:
        """No comma before the name, or one on both sides: "Selon le parquet, Paul Lestang aurait" names two."""
        words, last = self.parsed.words, name
        if all(w.text != "," for w in words[head:name]):
            return True
        while last + 1 < len(words) and words[last + 1].pos == "PROPN":
            last += 1
        return last + 1 < len(words) and words[last + 1].text in ",.(»"

    def _same_phrase(self, mention: Mention, head: int) -> bool:
        """Is `head` the head of the covering mention, not a noun deep inside it?"""
        return (
            mention.head < 0
            or mention.head == head
            or self.parsed.words[head].dep.startswith("flat")
            or self.parsed.words[head].head == mention.head
            or (mention.form == "name" and self.parsed.words[mention.head].head == head)  # "Le Figaro": its article comes first
            or self._titles(mention, head)
            or (mention.form == "name" and self.parsed.words[head].pos == "PROPN" and self._somebody(mention))
            or (mention.form == "name" and self.parsed.words[head].end == mention.span.end and mention.head >= head - 2)
        )

    def _titles(self, mention: Mention, head: int) -> bool:
        """Is `head` the title with which a name begins ("le sénateur (LR) de la Loire Paul Denis")?"""
        if mention.form != "name" or not 0 <= head < mention.head:
            return False
        before = self.parsed.at(mention.span.start, self.parsed.words[head].start)
        return self.parsed.words[head].start >= mention.span.start and all(
            self.parsed.words[i].pos in ("DET", "ADJ") for i in before
        )

    def speaks(self, head: int) -> bool:
        """May this noun be somebody who speaks?"""
        word = self.parsed.words[head]
        if word.pos == "PRON" or word.lower in SUBJECT_PRONOUNS or word.lower == "ce":
            return word.lower not in _THINGS and word.lower not in ("dont", "que", "quoi", "y", "en")
        if mention := self.mention_of(head):
            actor = self.actors.get(mention.actor)
            return actor is None or actor.kind != "place" or word.pos == "PROPN" or mention.form in ("name", "acronym")
        lemma = word.lemma.lower()
        opens = head == self.parsed.sentences[word.sent].first or self.parsed.words[head - 1].text in '«“"'
        if lemma in PAPERS or lemma in _BODIES or word.pos == "PROPN" or word.text[0].isupper() and not opens:
            return True  # "d'après Santé publique Nord": a name, whatever the tagger thinks
        if lemma in _THINGS or lemma in TIMES or lemma.endswith(_ABSTRACT):
            return False
        return lemma not in noun_senses() or lemma in _SPEAKING_EVENTS

    def owners(self, head: int) -> tuple[int, ...]:
        """The owners of a document, joined ones too ("une enquête de l'Inserm et de l'Inra"); else the head itself."""
        owner = self.owner(head)
        joined = [k.i for k in self.parsed.kids(owner, "conj") if owner != head and k.pos == "PROPN" and self._party(k.i)]
        return (owner, *joined)

    def owner(self, head: int) -> int:
        """Of a document, the one whose it is ("un décompte de la préfecture"); else the head itself."""
        words = self.parsed.words
        if words[head].pos != "NOUN" or words[head].lemma.lower() not in DOCUMENTS:
            return head
        for kid in self.parsed.kids(head, "nmod"):
            near = head < kid.i <= head + 6 and case_of(self.parsed, kid.i) in ("de", "du", "des", "d'")
            if near and kid.pos in NOMINAL and kid.lemma.lower() not in DOCUMENTS and self._party(kid.i):
                return kid.i
        verb = words[head].head
        if words[head].dep == "obj" and words[verb].lemma in _ISSUING:  # "le parquet publie un communiqué qui précise que"
            return next((w.i for w in self.parsed.kids(verb, "nsubj") if self._party(w.i)), head)
        return head

    def _party(self, head: int) -> bool:
        mention = self.mention_of(head)
        actor = self.actors.get(mention.actor) if mention else None
        if actor is not None and mention is not None and mention.head == head:
            return actor.kind != "place"
        return self.parsed.words[head].lemma.lower() in _BODIES and any(self.parsed.kids(head, "det"))

    def named(self, head: int) -> bool:
        """Is this surely a party: mentioned as one, a name, a pronoun, a paper or a body?"""
        word = self.parsed.words[head]
        lemma = word.lemma.lower()
        return self.mention_of(head) is not None or word.pos in ("PROPN", "PRON") or lemma in PAPERS or lemma in _BODIES

    def actor(self, head: int) -> str | None:
        """The actor of a subject. A noun phrase that nobody mentioned yet becomes one; an unresolved pronoun is unknown."""
        if mention := self.mention_of(head):
            return mention.actor
        word = self.parsed.words[head]
        if (word.pos == "PRON" or word.lower in SUBJECT_PRONOUNS) and not is_one_of(self.parsed, head):
            return None
        return self._make(head)

    def _make(self, head: int) -> str:
        first, last = phrase(self.parsed, head)
        words = self.parsed.words
        start = first
        while start < min(last - 1, head) and (words[start].pos == "DET" or words[start].lower == "l'"):
            start += 1
        last = next((k for k in range(head + 1, last) if self._set_apart(head, k)), last)
        while last + 1 < len(words) and words[last].text == "-" and words[last].start == words[last - 1].end:
            last += 2  # "une maître-nageuse", three words for the tokeniser
        span = self.parsed.span(first, last)
        name = " ".join(self.parsed.text[words[start].start : span.end].split())
        key = name.lower()
        word = words[head]
        if key not in self.made:
            plural = word.feat("Number") == "Plur"
            kind = (
                "organisation" if word.lemma.lower() in PAPERS or word.lemma.lower() in _BODIES else "group" if plural else "role"
            )
            if word.pos == "PROPN":
                kind = "person"
            actor = Actor(make_id("la", self.parsed.report, "speaker", key), name, kind, None, (name,))  # type: ignore[arg-type]
            self.actors.setdefault(actor.id, actor)
            self.made[key] = actor.id
        self.add(span, self.made[key], "name" if word.pos == "PROPN" else "description", head)
        return self.made[key]

    def _set_apart(self, head: int, k: int) -> bool:
        """No apposition in a name, nor where somebody spoke: "le zoo sur Facebook", "une élève au Courrier"."""
        words = self.parsed.words
        word, after = words[k], words[min(k + 1, len(words) - 1)]
        if words[head].lemma.lower() in PAPERS:
            return word.text == ","  # "le rapport sur les prisons"
        to_media = word.lower in ("à", "au") and after.pos == "PROPN" and words[head].lemma.lower() not in _POSTED
        return word.text == "," or word.lower in _WHEREABOUTS or to_media

    def add(self, span: Span, actor: str, form: Form, head: int) -> None:
        """One more mention, unless these words are one already."""
        made = Mention(make_id("m", self.parsed.report, span.start, span.end, form), span, actor, form, head)
        if (span.start, span.end) not in self.spans:
            self.spans.add((span.start, span.end))
            self.mentions.append(made)
            self.at_head.setdefault(head, made)

    def tie(self, head: int, actor: str) -> None:
        """The pronoun at this word stands for the one who speaks, whatever it was tied to before."""
        known = self.at_head.get(head)
        span = self.parsed.span(head, head + 1)
        if known is None:
            self.add(span, actor, "pronoun", head)
        elif known.actor != actor and known.form == "pronoun":
            made = replace(known, actor=actor)
            self.mentions[self.mentions.index(known)] = self.at_head[head] = made
