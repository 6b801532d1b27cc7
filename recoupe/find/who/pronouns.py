"""Pronouns and possessives that may stand for a party; impersonal "il" is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.lang.cues import first_words
from recoupe.parse.document import Parsed, Word

PronounKind = Literal["subject", "object", "relative", "possessive", "last"]

# Verbs of saying: their pronoun subject is a person, and most often the one who spoke last.
CUES = frozenset(
    """dire déclarer ajouter préciser affirmer expliquer indiquer souligner estimer annoncer confier poursuivre conclure
    assurer rappeler insister noter regretter reconnaître raconter lancer marteler répondre confirmer juger avertir
    promettre prévenir nier démentir écrire commenter réagir témoigner déplorer dénoncer ironiser plaider prédire
    soutenir observer résumer argumenter admettre avouer exiger réclamer saluer tweeter tempérer glisser relever
    enchaîner renchérir révéler signaler""".split()
)
_IMPERSONAL = frozenset(
    "falloir agir pleuvoir neiger convenir suffire exister rester manquer advenir importer sembler paraître".split()
)
_SUBJECTS = {"il": ("m", False), "elle": ("f", False), "ils": ("m", True), "elles": ("f", True)}
_RELATIVES = frozenset(("qui", "dont", "lequel", "laquelle", "lesquels", "lesquelles"))
_TOWARDS = frozenset("selon après d'après pour avec chez contre devant sans derrière envers par à de d' entre sur".split())
_OWN = frozenset(("son", "sa", "ses", "leur", "leurs"))
_LAST = {"celui": ("m", False), "celle": ("f", False), "ceux": ("m", True), "celles": ("f", True)}
# Verbs whose object is somebody: elsewhere "le" and "l'" stand for a thing or a clause too often.
_DONE_TO = frozenset(
    """aider accuser soutenir arrêter inviter tuer condamner interpeller nommer élire remplacer rencontrer recevoir
    accueillir blesser hospitaliser placer poursuivre libérer incarcérer écrouer convoquer féliciter remercier
    menacer frapper agresser poignarder expulser extrader opposer demander reprocher permettre interroger succéder
    épauler limoger licencier renverser succéder répondre rejoindre empêcher obliger forcer inculper entendre conduire
    transporter emmener""".split()
)


@dataclass(frozen=True, slots=True)
class Pronoun:
    """The word that may stand for a party. gender None = either."""

    word: int
    kind: PronounKind
    gender: str | None
    plural: bool
    cue: bool = False  # subject of a verb of saying
    last: int = -1

    def __post_init__(self) -> None:
        if self.last < 0:
            object.__setattr__(self, "last", self.word + 1)


def find_pronouns(parsed: Parsed) -> list[Pronoun]:
    """The pronouns and possessives of the third person, in order."""
    found: list[Pronoun] = []
    for word in parsed.words:
        if word.pos == "PRON" or word.pos == "DET" or "-" in word.text:
            if pronoun := _pronoun(parsed, word):
                found.append(pronoun)
        elif word.lower in ("dernier", "dernière", "derniers", "dernières") and (pronoun := _this_last(parsed, word)):
            found.append(pronoun)
    return found


def _pronoun(parsed: Parsed, word: Word) -> Pronoun | None:
    lower = word.lower
    if lower in _OWN and word.pos == "DET":
        return Pronoun(word.i, "possessive", None, lower.startswith("leur"))
    if lower in ("lui", "eux") and word.i and parsed.words[word.i - 1].lower in _TOWARDS:
        return Pronoun(word.i, "subject", "m", lower == "eux", parsed.words[word.i - 1].lower in ("selon", "pour", "après"))
    bare = lower.rsplit("-", 1)[-1] if lower.startswith(("-", "t-")) else lower
    if bare in _SUBJECTS and bare != lower:
        return _inverted(parsed, word, bare)
    if bare in _SUBJECTS and not word.dep.startswith("flat"):
        return _subject(parsed, word, bare)
    if (
        lower in _RELATIVES
        and word.feat("PronType") in ("Rel", None)
        and word.i
        and word.dep.split(":")[0] in ("nsubj", "nmod", "obl")
    ):
        after = parsed.words[word.i + 1] if word.i + 1 < len(parsed.words) else None
        if lower == "dont" and (
            after is None or after.pos == "NUM" or after.lower in ("un", "une", "plusieurs", "certains", "deux", "trois")
        ):
            return None  # "29 blessés, dont deux enfants"
        return Pronoun(word.i, "relative", None, False) if lower in ("qui", "dont") else None
    if bare_last := _LAST.get(lower.removesuffix("-ci")):
        after = parsed.words[word.i + 1] if word.i + 1 < len(parsed.words) else None
        if lower.endswith("-ci"):
            return Pronoun(word.i, "last", *bare_last)
        if after is not None and after.lower in ("-ci", "ci") and after.start == word.end:
            return Pronoun(word.i, "last", *bare_last, last=word.i + 2)
        if after is not None and after.lower == "qui" and not bare_last[1] and _meets(parsed, word):
            return Pronoun(word.i, "subject", *bare_last, True)
        return None
    return _clitic(parsed, word)


def _meets(parsed: Parsed, word: Word) -> bool:
    """Is "celui qui" somebody told of before: "« ... », révèle celui qui", "Celui qui était président annonce"?"""
    words, verb = parsed.words, parsed.words[word.head]
    if verb.i < word.i and verb.lemma in CUES and word.dep.startswith("nsubj") or words[word.i - 1].lemma in CUES:
        return True
    opens = word.i == parsed.sentence_of(word.i).first
    told = next((w for w in words[word.i + 2 : word.i + 6] if w.feat("VerbForm") == "Fin"), None)
    return (
        opens
        and told is not None
        and (told.feat("Tense") in ("Imp", "Past") or told.pos == "AUX" and told.lemma in ("avoir", "être"))
    )


def _this_last(parsed: Parsed, word: Word) -> Pronoun | None:
    """ "ce dernier", "cette dernière" with no noun after it."""
    before = parsed.words[word.i - 1].lower if word.i else ""
    after = parsed.words[word.i + 1] if word.i + 1 < len(parsed.words) else None
    if before not in ("ce", "cette", "ces") or (after is not None and after.pos in ("NOUN", "PROPN", "ADJ", "NUM")):
        return None
    return Pronoun(word.i - 1, "last", "f" if "è" in word.lower else "m", word.lower.endswith("s"), last=word.i + 1)


def _inverted(parsed: Parsed, word: Word, bare: str) -> Pronoun | None:
    """ "a-t-il ajouté": the parser often calls this "il" an expletive or part of a name, so the verb is looked for beside it."""
    near = [parsed.words[k] for k in range(max(0, word.i - 3), min(len(parsed.words), word.i + 4))]
    if any(w.lower in ("y", "faut", "s'agit", "agit", "fallait") for w in near if w.i < word.i):
        return None
    verbs = [w for w in near if w.pos in ("VERB", "AUX", "NOUN", "ADJ") and w.i != word.i]
    gender, plural = _SUBJECTS[bare]
    return Pronoun(word.i, "subject", gender, plural, any(w.lemma in CUES or w.lemma in first_words() for w in verbs))


def _subject(parsed: Parsed, word: Word, bare: str) -> Pronoun | None:
    verb = parsed.words[word.head]
    # The parser calls many a real subject an expletive ("Il compte rester"): only verbs that can be impersonal are believed.
    doubtful = word.dep.startswith("expl") and verb.lemma in ("être", "avoir", "faire", "pouvoir", "devoir", *_IMPERSONAL)
    if bare == "il" and (doubtful or verb.pos in ("ADV", "ADP", "NUM") or _impersonal(parsed, word, verb)):
        return None
    gender, plural = _SUBJECTS[bare]
    if word.dep.split(":")[0] not in ("nsubj", "expl") and word.pos == "PRON" and bare in ("elle", "elles"):
        return Pronoun(word.i, "subject", gender, plural)  # "avec elle", "pour elles"
    return Pronoun(word.i, "subject", gender, plural, verb.lemma in CUES)


def _impersonal(parsed: Parsed, word: Word, verb: Word) -> bool:
    """ "il faut", "il y a", "il est probable que", "il s'agit de"."""
    near = [w.lower for w in parsed.words[word.i + 1 : word.i + 4]]
    if "y" in near[:2] and any(w in ("a", "avait", "aura", "ait", "eut", "aurait", "ont") for w in near):
        return True
    if verb.lemma == "servir" and "rien" in [w.lower for w in parsed.words[verb.i : verb.i + 3]]:
        return True
    if verb.lemma in _IMPERSONAL and not (verb.lemma in ("agir", "exister", "rester") and "s'" not in near[:2]):
        return True
    if (
        verb.feat("VerbForm") == "Part"
        and verb.lemma in CUES | _CHARGED
        and any(k.lemma == "être" for k in parsed.kids(verb.i, "aux"))
    ):
        if any(parsed.kids(verb.i, "obj", "ccomp", "xcomp")):
            return True  # "il lui est reproché des irrégularités", "il est indiqué que"
    if near[:1] == ["est"] or near[:1] == ["était"] or near[:1] == ["sera"] or near[:1] == ["serait"]:
        deps = {k.dep.split(":")[0] for k in parsed.kids(verb.i)}
        if verb.pos == "ADJ" and deps & {"ccomp", "csubj", "xcomp"} and verb.lemma in _JUDGING:
            return True
        if any(w in ("temps", "question", "interdit", "prévu", "vrai", "clair") for w in near[1:]) and deps & {
            "ccomp",
            "xcomp",
            "csubj",
        }:
            return True
    return False


_CHARGED = frozenset("reprocher demander recommander conseiller imputer prévoir rappeler proposer interdire permettre".split())
_JUDGING = frozenset(
    """probable possible impossible important nécessaire essentiel clair évident difficile facile vrai certain urgent
    indispensable normal inutile utile inacceptable temps regrettable interdit rare fréquent préférable crucial
    primordial dommage""".split()
)


def _clitic(parsed: Parsed, word: Word) -> Pronoun | None:
    """Object clitics of verbs done to somebody: "l'aider", "leur demander"."""
    if word.pos != "PRON" or word.lower not in ("le", "la", "l'", "les", "lui", "leur"):
        return None
    verb = parsed.words[word.head]
    if verb.i < word.i or verb.lemma not in _DONE_TO or word.dep.startswith("expl"):
        return None
    gender = {"le": "m", "la": "f"}.get(word.lower)
    return Pronoun(word.i, "object", gender, word.lower in ("les", "leur"))
