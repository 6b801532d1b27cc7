"""Why an input could not be used, in the reader's language: reading gives its reasons in English, as the command speaks."""

from __future__ import annotations

import re

_SAVE = {
    "; save it as text first, for instance with pdftotext": " ; l’enregistrer d’abord en texte, par exemple avec pdftotext",
    "; save it as plain text": " ; l’enregistrer en texte brut",
    "; unpack it first": " ; le décompresser d’abord",
    "; save its text alone, without the markup": " ; n’en enregistrer que le texte, sans les balises",
    "": "",
}
_KINDS = {
    "a PDF": "un PDF",
    "a ZIP archive or an office document": "une archive ZIP ou un document de bureautique",
    "an office document": "un document de bureautique",
    "an RTF document": "un document RTF",
    "a picture": "une image",
    "a web page or XML": "une page web ou du XML",
    "a gzip archive": "une archive gzip",
}
_FRENCH = (
    (r"empty; a report needs some text", "vide ; il faut un texte"),
    (r"no such file; check the name", "fichier introuvable ; vérifier le nom"),
    (r"no permission to read it; check its access rights", "lecture interdite ; vérifier les droits d’accès"),
    (r"no \.txt, \.md or \.jsonl file in this folder", "aucun fichier .txt, .md ou .jsonl dans ce dossier"),
    (
        r"a (\.\w+) file; reports are read from \.jsonl files, one JSON object a line",
        r"un fichier \1 ; les textes se lisent dans des fichiers .jsonl, un objet JSON par ligne",
    ),
    (
        r"binary data, not text; save it as plain text in UTF-8",
        "des données binaires, pas un texte ; l’enregistrer en texte brut, en UTF-8",
    ),
    (
        r"neither UTF-8 \(byte (\d+)\) nor an encoding we can tell; save it as UTF-8",
        r"ni de l’UTF-8 (octet \1) ni un codage reconnaissable ; l’enregistrer en UTF-8",
    ),
    (
        r"looks like (\S+), but byte (\d+) does not fit; save it as UTF-8",
        r"semble en \1, sauf l’octet \2 ; l’enregistrer en UTF-8",
    ),
    (r"not a JSON object \((.+)\); one report a line, (.+)", r"pas un objet JSON (\1) ; un texte par ligne, \2"),
    (r"a JSON \w+, not an object; one report a line, (.+)", r"pas un objet JSON ; un texte par ligne, \1"),
    (r"\"text\" is a [\w ]+, not a string; a report needs its text", "« text » n’est pas une chaîne ; il faut un texte"),
    (r"no \"text\" in this record \(keys: (.+)\); a report needs its text", r"pas de « text » dans cette ligne (clés : \1)"),
)
_LONG = re.compile(r"([\d,]+) characters, more than the ([\d,]+) of any report; split it into its reports")
_NOT_TEXT = re.compile(r"this is (.+?), not text(.*)")


def failure_words(reason: str, lang: str = "fr") -> str:
    """The reason in this language; one we have no words for stays as it is.

    >>> failure_words("this is a picture, not text")
    'c’est une image, pas un texte'
    """
    if lang != "fr":
        return reason
    if (kind := _NOT_TEXT.fullmatch(reason)) and kind[1] in _KINDS and kind[2] in _SAVE:
        return f"c’est {_KINDS[kind[1]]}, pas un texte{_SAVE[kind[2]]}"
    if long := _LONG.fullmatch(reason):
        size, most = (part.replace(",", "\N{NARROW NO-BREAK SPACE}") for part in long.groups())
        return f"{size} caractères, plus que les {most} d’un texte de presse ; le découper en ses textes"
    return next((match.expand(french) for pattern, french in _FRENCH if (match := re.fullmatch(pattern, reason))), reason)
