"""States told of a holder as a heading tells them: "Écoles : bientôt fermées, puis rouvertes"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.match.desk import Desk
from recoupe.match.state.holders import ROAD
from recoupe.match.state.ladders import name_of
from recoupe.match.state.standings import Standing

# Masculine endings of participles and adjectives with their feminine; the first that fits.
_FEMININE = (("f", "ve"), ("ri", "rite"), ("é", "ée"), ("u", "ue"), ("i", "ie"), ("s", "se"), ("t", "te"))
_SAME = frozenset(("introuvable",))  # one form for both genders
# What does not agree with its holder: a noun of its own, a preposition, an adverb.
_FIXED = re.compile(r"^(?:à|en|de|hors|pronostic|forfait|non-lieu|aveux)\b")
_ACTS = re.compile(r"^(?:démission|départ|limogeage|décision|demi-tour|aveux|non-lieu)\b")  # labels that name an act
_ACTS_SHE = ("démission", "décision")  # of feminine gender
_LOOKS_AHEAD = frozenset(("favori ou candidat", "prévu", "à l'étude", "proposé", "demandé"))  # say themselves what is to come
_SHE = frozenset(("la", "une", "cette", "sa", "toute", "aucune"))
_OWNING = frozenset("son sa ses leur leurs".split())
_COUNTED = frozenset("millier dizaine douzaine centaine vingtaine trentaine quarantaine cinquantaine million".split())


def moved_title(desk: Desk, rows: Sequence[tuple[str, Standing]]) -> str:
    """ "Aéroport : fermé, puis rouvert", "Jury : décision annoncée, puis effective"."""
    name, she, many = _called(desk, rows)
    standings = sorted((s for _, s in rows), key=lambda s: (s.step + (s.mood == "done") * 0.5, s.rung.label, s.mood))
    labels = list(dict.fromkeys(_told(s, she, many) for s in standings))
    one = {s.rung.label for s in standings}
    if len(one) == 1 and standings[0].mood == "ahead" and _ACTS.match(label := next(iter(one))):
        labels[1:] = ["effective" if label.startswith(_ACTS_SHE) else "effectif"]
    return _labelled(name, ", puis ".join(_without(name, label) for label in labels))


def contrary_title(desk: Desk, rows: Sequence[tuple[str, Standing]]) -> str:
    """ "Luc Fabre : condamné ou relaxé", "Luc Fabre : démission ou non"."""
    name, she, many = _called(desk, rows)
    labels = sorted({_told(s, she, many) for _, s in rows}, key=lambda x: (x.startswith(("non ", "pas ")), x))
    bare = {s.rung.label for _, s in rows}
    return _labelled(name, f"{labels[0]} ou non" if len(bare) == 1 and len(labels) > 1 else " ou ".join(labels))


def _labelled(name: str, states: str) -> str:
    """The states behind whose they are; alone where nobody is named."""
    return f"{name} : {states}" if name else states[:1].upper() + states[1:]


def state_words(desk: Desk, standing: Standing) -> str:
    """One state of a holder as a value beside others: "bientôt fermées"."""
    _, she, many = _called(desk, [(standing.holder.report, standing)])
    return _told(standing, she, many)


def names_nobody(desk: Desk, standing: Standing) -> bool:
    """Is the holder told by a word that only points: "sa condamnation"?"""
    holder = standing.holder
    return not holder.named and desk.readings[holder.report].parsed.words[holder.word].pos in ("DET", "PRON")


def agreed(label: str, she: bool, many: bool) -> str:
    """A label with its participle in the gender and number of who is in that state: "mis en examen" -> "mises en examen"."""
    if _FIXED.match(label) or _ACTS.match(label):
        return label
    if label.startswith(("non ", "pas ")):
        return label[:4] + agreed(label[4:], she, many)
    head, bar, rest = label.partition(" ou ")
    first, space, tail = head.partition(" ")
    return _bend(first, she, many) + space + tail + bar + (_bend(rest, she, many) if bar else "")


def _bend(word: str, she: bool, many: bool) -> str:
    if she and word not in _SAME:
        word = next((word[: -len(m)] + f for m, f in _FEMININE if word.endswith(m)), word)
    return word + "s" if many and word[-1] not in "sx" else word


def _told(standing: Standing, she: bool, many: bool) -> str:
    """The label with its mood: what is to come, what is not, what is no more."""
    label = agreed(standing.rung.label, she, many)
    if standing.mood == "done" or standing.mood == "ahead" and standing.rung.label in _LOOKS_AHEAD:
        return label
    if standing.mood == "ahead":
        return f"{label} annoncé{'e' * label.startswith(_ACTS_SHE)}" if _ACTS.match(label) else f"bientôt {label}"
    if standing.mood == "left":
        return label.replace("vital ", "vital plus ") if label.startswith("pronostic vital") else f"plus {label}"
    return f"{'pas ' if _FIXED.match(label) or _ACTS.match(label) else 'non '}{label}"


def _called(desk: Desk, rows: Sequence[tuple[str, Standing]]) -> tuple[str, bool, bool]:
    """What the holder is called, whether that is feminine and plural: its name, else the noun with what stands before it."""
    for holder in (s.holder for _, s in rows):
        key = next((k for k in sorted(holder.keys) if k in desk.actors), "") if holder.named else ""
        if key:
            return desk.actors[key].name, any(_is_she(desk, s) for _, s in rows), False
    told_of = ((s, desk.readings[s.holder.report].parsed.words[s.holder.word].lower) for _, s in rows)
    standing = next((s for s, word in told_of if (s.holder.noun or s.holder.names) and word not in _OWNING), None)
    if standing is None:
        words = name_of(rows[0][1].rung.kind)
        return words[:1].upper() + words[1:], words.endswith(("e", "ée", "ion", "té")), False
    holder = standing.holder
    parsed = desk.readings[holder.report].parsed
    word = parsed.words[holder.word]
    if word.lemma in _COUNTED:  # "plus d'un millier de riverains ont été évacués": the residents were
        word = next((k for k in parsed.kids(word.i, "nmod", "obl") if k.pos == "NOUN"), word)
    articles = {k.lower for k in parsed.kids(word.i, "det")}
    she = word.feat("Gender") == "Fem" or bool(articles & _SHE) or bool(ROAD.fullmatch(word.lower))
    return word.text[:1].upper() + word.text[1:], she, word.feat("Number") == "Plur" or word.lower.endswith("s") and holder.plural


def _is_she(desk: Desk, standing: Standing) -> bool:
    """Is it a woman, by her pronoun or noun, or by the participle: "Anne Roux a été libérée"?"""
    word = desk.readings[standing.holder.report].parsed.words[standing.word]
    passive = word.feat("VerbForm") == "Part" and word.lower.endswith(("ée", "ise", "ite"))
    return standing.holder.male is False or passive and standing.holder.male is None


def _without(name: str, label: str) -> str:
    """A label beside the noun that it repeats: "Grève : en cours, puis terminée"."""
    if name.lower() != "grève":
        return label
    return label.replace("en grève", "en cours").replace("fin de la grève", "terminée")
