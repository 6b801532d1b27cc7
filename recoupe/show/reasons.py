"""The reasons that `match` gives in French, in English."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recoupe.show.oneline import clean
from recoupe.show.words import say
from recoupe.types import Copy

_SMALL = 0.005  # a share of the text that rounds to nothing


def reason_words(text: str) -> str | None:
    """The English for a reason that `match` gave in French; None for a sentence we have no pattern for."""
    for pattern, english in _REASONS:
        if match := re.fullmatch(pattern, text):
            return match.expand(english)
    return None


def in_one_phrase(reasons: Iterable[str], lang: str = "fr") -> str:
    """Reasons side by side, in the reader's language where we have words for it: without their final stops, semicolons between.

    >>> in_one_phrase(["Les deux textes citent les mêmes paroles.", "Les deux textes créditent AFP."])
    'Les deux textes citent les mêmes paroles ; Les deux textes créditent AFP'
    """
    told = (clean((reason_words(r) if lang == "en" else None) or r).removesuffix(".") for r in reasons)
    return ("; " if lang == "en" else " ; ").join(told)


def copy_words(copy: Copy, lang: str = "fr") -> str:
    """Why two reports are not independent: the share of their text, unless a reason tells it, and the reasons."""
    share = [say("share", lang, n=round(copy.share * 100))] if tells_share(copy) else []
    return in_one_phrase([*share, *copy.why], lang)


def tells_share(copy: Copy) -> bool:
    """Is the share of common text worth a word: not nothing, and in none of the reasons?"""
    return copy.share >= _SMALL and not any("%" in reason for reason in copy.why)


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
    (r"mêmes mots", "same words"),
    (r"mêmes noms", "same names"),
    (r"mêmes acteurs", "same parties"),
    (r"mêmes acteurs, autrement placés", "same parties in other places"),
    (r"même auteur", "same doer"),
    (r"même destinataire", "done to the same"),
    (r"même acte", "same act"),
    (r"actes d’un genre", "acts of one kind"),
    (r"mots d’un même acte", "words of one act"),
    (r"mots d’une même famille", "words of one family"),
    (r"mêmes participants", "same participants"),
    (r"même nombre", "same number"),
    (r"même (?:jour|date)", "same day"),
    (r"même lieu", "same place"),
    (r"même objet", "same object"),
    (r"même objet : (.+)", r"same object: \1"),
    (r"même type de fait \(.*\)", "same kind of fact"),
    (r"faits de types voisins \(.*\)", "facts of near kinds"),
    (r"fait principal des deux textes", "main fact of both reports"),
    (r"le fait dont parle l'affaire", "the fact that the affair is about"),
    (r"le seul de ce genre dans chaque texte", "the only one of its kind in each report"),
    (r"le seul de ce genre en tête de chaque texte", "the only one of its kind at the head of each report"),
    (r"rien d'autre en commun", "nothing else in common"),
    (r"rien de commun que les acteurs", "nothing but the parties in common"),
    (r"l’un est démenti", "one is denied"),
    (r"autre rang", "another rank"),
    (r"autre nombre", "another number"),
    (r"rang différent : (.+)", r"another rank: \1"),
    (r"l[’']un est rappelé d[’']il y a longtemps", "one is recalled from long ago"),
    (r"l'un est fait quand l'autre, plus tard, n'est que prévu", "one was done when the other, later, is only planned"),
    (r"autre lieu", "another place"),
    (r"un autre parle", "somebody else speaks"),
    (r"(?:un )?autre jour", "another day"),
    (r"autre jour, autre lieu", "another day, another place"),
    (r"dates trop éloignées", "too far apart in time"),
    (r"d'autres acteurs", "other parties"),
    (r"deux bâtiments différents", "two different buildings"),
    (r"mots contraires, à des jours d'écart", "opposite words, days apart"),
    (r"d[’']autres personnes", "other persons"),
    (r"deux nouvelles de dates éloignées", "the news of two reports far apart in time"),
    (r"mots contraires", "opposite words"),
    (r"\w+ (?:rapport|texte)s citent la même source : (.+)\.", r"Several reports cite the same source: \1."),
    (r"(.+) l'a publié en premier \((.+)\)\.", r"\1 published it first (\2)."),
)
