"""Bytes in, clean text out: UTF-8 first, another encoding when the bytes say so, a reason when they are no text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from recoupe.errors import InputError

# What stands at the head of files that people rename or drop by mistake -> what they are, what would do.
_MAGIC = (
    (b"%PDF", "a PDF, not text; save it as text first, for instance with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an office document, not text; save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "an office document, not text; save it as plain text"),
    (b"{\\rtf", "an RTF document, not text; save it as plain text"),
    (b"\x89PNG", "a picture, not text"),
    (b"\xff\xd8\xff", "a picture, not text"),
    (b"GIF8", "a picture, not text"),
    (b"\x1f\x8b", "a gzip archive, not text; unpack it first"),
)
# A page saved from a browser: its markup would be read as words of the report.
_PAGE = re.compile(rb"(?is)(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html|\?xml|rss|feed)\b")
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_HEAD = 2000  # bytes in which a page says what it is
_SAMPLE = 200_000  # bytes shown to the encoding detector, which is slow; the rest follows its answer


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text and, when it was not plain UTF-8, the encoding it was read in."""

    text: str
    encoding: str | None = None


def decode(data: bytes, path: str) -> Decoded:
    """The text of a file: UTF-8 as it stands, LF line ends, NFC. InputError when it is empty or no text."""
    for head, what in _MAGIC:
        if data.startswith(head):
            raise InputError(path, f"this is {what}")
    if _PAGE.match(data[:_HEAD]):
        raise InputError(path, "this is a web page or XML, not text; save its text alone, without the markup")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decoded(data, encoding, path, None if encoding == "utf-8" else encoding)
    if b"\x00" in data:
        raise InputError(path, "binary data, not text; save it as plain text in UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        found = _detect(data)
        if found is None:
            raise InputError(path, f"neither UTF-8 (byte {error.start}) nor an encoding we can tell; save it as UTF-8") from None
        return _decoded(data, found, path, found)
    return Decoded(clean(text))


def clean(text: str) -> str:
    """LF line ends, NFC, no byte-order mark, no lone surrogate. A text that is so already comes back unchanged."""
    if text.startswith("\ufeff"):
        text = text[1:]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if any("\ud800" <= c <= "\udfff" for c in text):
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _decoded(data: bytes, encoding: str, path: str, named: str | None) -> Decoded:
    """The bytes in this encoding; `named` is what the reader is told of it. InputError where they do not fit."""
    try:
        return Decoded(clean(data.decode(encoding)), named)
    except UnicodeDecodeError as error:
        raise InputError(path, f"looks like {encoding}, but byte {error.start} does not fit; save it as UTF-8") from None


def _detect(data: bytes) -> str | None:
    """The encoding of bytes that are not UTF-8. Western European first: old French files are Windows-1252 nine times in ten."""
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        western = ""
    if western and _looks_french(western):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best is not None else None


def _looks_french(text: str) -> bool:
    """At least eight in ten of the letters beyond ASCII are ones French uses, and none is a control character."""
    odd = [c for c in text if c > "\x7f"]
    usual = sum(c in "àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŒÆ«»’‘“”–—…€°\xa0" for c in odd)
    controls = sum(c < " " and c not in "\n\r\t\f" for c in text)
    return bool(odd) and usual >= 0.8 * len(odd) and not controls
