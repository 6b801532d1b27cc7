"""Names as they sound: one name in several transliterations, or in several French spellings."""

from __future__ import annotations

import re
from functools import cache

from anyascii import anyascii

# Spellings of one sound in French, English and German transliterations of Slavic, Arabic and Korean names, longest first.
_SOUNDS = (
    (r"tsch|tch|tsh|t(?=i[aeou])", "C"),
    (r"ch|sh|sch", "C"),
    (r"dj|dzh|dz", "j"),
    (r"ou|oo|w(?=[aeiouy])", "u"),
    (r"kh|q|ck|k|c(?=[aouklrt]|$)", "k"),
    (r"ph|ff|v(?=$)|f", "v"),
    (r"ei|ey|aï|ai|ay|ae", "e"),
    (r"iou|yu|iu|ju|you", "u"),
    (r"iya|ia|ya|ja", "a"),
    (r"iye|ie|ye|je|ë", "e"),
    (r"ij|y|j|ii", "i"),
    (r"gu(?=[ei])", "g"),
    (r"z|ss|ç", "s"),
    (r"th", "t"),
    (r"h", ""),
)
_COMPILED = tuple((re.compile(pattern), sound) for pattern, sound in _SOUNDS)
_TWICE = re.compile(r"(.)\1+")
_FINAL_O = re.compile(r"(?:e?au(?:lt|d|t|x|lx|ds|ts)?|o(?:t|s|d|p|th))$")  # how a French name may write a last o
_SILENT = re.compile(r"[tdsxp]+$|(?<=[aeiou][nmrl])[td]s?$|e$")


@cache
def sound(token: str) -> str:
    """A name as it sounds, whatever the transliteration: "Ouchakov" = "Ushakov", "Tchiani" = "Tiani" stays apart by one."""
    text = anyascii(token).lower().strip(".'-")
    for pattern, replacement in _COMPILED:
        text = pattern.sub(replacement, text)
    return _TWICE.sub(r"\1", text).lower() if len(text) > 1 else text


def as_heard(surname: str) -> str:
    """A French surname as it is heard: "Lescault" and "Lescot", "Thibaud" and "Thibault", "Meyer" and "Mayer"."""
    text = _FINAL_O.sub("o", surname)
    text = _SILENT.sub("", text)
    for pattern, heard in (
        (r"e?au", "o"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"y", "i"),
        (r"ei|ai|ey", "e"),
        (r"qu|ck|k", "c"),
        (r"z|ss", "s"),
        (r"h", ""),
    ):
        text = re.sub(pattern, heard, text)
    return _TWICE.sub(r"\1", text)
