"""Reports in, Parsed out, by spaCy: this module and `model` are the only ones that know it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from recoupe.parse.characters import plain_spaces, straighten
from recoupe.parse.document import Entity, Parsed, Quote, Sentence, Word
from recoupe.parse.model import load_english, load_model
from recoupe.parse.quotes import find_quotes
from recoupe.parse.repair import repair
from recoupe.parse.sentences import Stretch, split_sentences
from recoupe.types import Report

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_SENTENCES, _CHARACTERS = 60, 6000  # the most that one Doc holds: keeps memory flat on a very long report


_ELIDED = frozenset("l d j m t s n c qu lorsqu puisqu quoiqu jusqu aujourd".split())


def parse(reports: Iterable[Report], *, batch_size: int = 32) -> Iterator[Parsed]:
    """Parse reports in order, in batches. `Parsed.text` has plain spaces where the report has narrow or unbroken ones."""
    plain = (replace(report, text=plain_spaces(report.text)) for report in reports)
    waiting = [(report, quotes := find_quotes(report.text), split_sentences(report.text, quotes)) for report in plain]
    if not waiting:
        return  # nothing to parse is no reason to load the model
    model = load_model()
    unparsed = (doc for report, _, stretches in waiting for doc in _docs(model.nlp, report, stretches))
    docs = model.nlp.pipe(unparsed, batch_size=batch_size)
    for report, quotes, stretches in waiting:
        yield _parsed(report, quotes, stretches, [next(docs) for _ in _chunks(stretches)], model.lemma)


def parse_english(reports: Iterable[Report], *, batch_size: int = 32) -> Iterator[Parsed]:
    """Parse English reports in order: one stretch a line, cut into sentences by the parser. Labels are ClearNLP's, not UD's.

    The model's relations ("dobj", "nsubjpass", "pobj") serve `recoupe.gloss`, which writes French from them; nothing is repaired.
    """
    waiting = [(report, _lines(report.text)) for report in reports]
    if not waiting:
        return
    model = load_english()
    unparsed = (doc for report, lines in waiting for doc in _docs(model.nlp, report, lines, inside=None))
    docs = model.nlp.pipe(unparsed, batch_size=batch_size)
    for report, lines in waiting:
        own = [next(docs) for _ in _chunks(lines)]
        yield _parsed(report, (), _stretches(lines, own), own, model.lemma, mend=False)


def _lines(text: str) -> tuple[Stretch, ...]:
    """The lines that are not blank."""
    found = [Stretch(m.start(), m.end(), 0) for m in re.finditer(r"\S(?:[^\n]*\S)?", text)]
    return tuple(Stretch(line.start, line.end, k) for k, line in enumerate(found))


def _stretches(lines: Sequence[Stretch], docs: Sequence[Doc]) -> tuple[Stretch, ...]:
    """The sentences that the parser made of the lines."""
    found: list[Stretch] = []
    starts = [line.start for line in lines]
    for doc in docs:
        offsets: Any = doc.user_data["offsets"]
        for sentence in doc.sents:
            start, last = offsets[sentence.start], sentence.end - 1
            found.append(Stretch(start, offsets[last] + len(doc[last].text), lines[bisect_right(starts, start) - 1].paragraph))
    return tuple(found)


def _chunks(stretches: Sequence[Stretch]) -> Iterator[Sequence[Stretch]]:
    """The sentences in runs that make one Doc each. A news report is one run."""
    first = 0
    for i, stretch in enumerate(stretches):
        if i > first and (i - first == _SENTENCES or stretch.end - stretches[first].start > _CHARACTERS):
            yield stretches[first:i]
            first = i
    if first < len(stretches):
        yield stretches[first:]


def _docs(nlp: Language, report: Report, stretches: Sequence[Stretch], inside: bool | None = False) -> Iterator[Doc]:
    """The stretches as unparsed Docs. `inside`: may a sentence begin within a stretch (False: no, None: the parser says)."""
    from spacy.tokens import Doc

    text = straighten(report.text)
    for chunk in _chunks(stretches):
        words: list[str] = []
        spaces: list[bool] = []
        starts: list[bool | int | None] = []
        offsets: list[int] = []
        for stretch in chunk:
            first = True
            for token in nlp.tokenizer(text[stretch.start : stretch.end]):
                if token.is_space:
                    continue
                if (
                    token.text == "'"
                    and token.whitespace_
                    and not first
                    and _is_elided(words[-1], offsets[-1], stretch.start + token.idx)
                ):
                    words[-1] += token.text  # "l' Allemagne", as pages print words that carry a link
                    continue
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
                starts.append(first or inside)
                offsets.append(stretch.start + token.idx)
                first = False
            if spaces:
                spaces[-1] = True
        doc = Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)
        doc.user_data["offsets"] = offsets
        yield doc


def _is_elided(word: str, start: int, end: int) -> bool:
    """Is the word right before an apostrophe one that loses its vowel: "l'", "qu'"?"""
    return start + len(word) == end and word.lower() in _ELIDED


def _parsed(
    report: Report,
    quotes: tuple[Quote, ...],
    stretches: Sequence[Stretch],
    docs: Sequence[Doc],
    lemma: Callable[[Token], str],
    mend: bool = True,
) -> Parsed:
    words: list[Word] = []
    entities: list[Entity] = []
    sentences: list[Sentence] = []
    for doc in docs:
        base = len(words)
        offsets: Any = doc.user_data["offsets"]
        for token in doc:
            if token.is_sent_start:
                _close(sentences, len(words))
                stretch = stretches[len(sentences)]
                sentences.append(Sentence(len(words), len(words), stretch.start, stretch.end, stretch.paragraph))
            start = offsets[token.i]
            text = token.text
            pos = token.pos_ if token.pos_ != "SPACE" else "X"  # no word is a space, whatever the tagger thinks
            words.append(
                Word(
                    base + token.i,
                    start,
                    start + len(text),
                    report.text[start : start + len(text)],
                    text.lower(),
                    lemma(token),
                    pos,
                    token.dep_,
                    base + token.head.i,
                    str(token.morph) if pos != "X" else "",
                    len(sentences) - 1,
                )
            )
        entities.extend(Entity(base + e.start, base + e.end, e.label_) for e in doc.ents)
    _close(sentences, len(words))
    if mend:
        repair(words, sentences)
    return Parsed(
        report.id, report.text, tuple(words), tuple(sentences), quotes, tuple(entities), report.lang or "fr", report.title
    )


def _close(sentences: list[Sentence], last: int) -> None:
    if sentences:
        s = sentences[-1]
        sentences[-1] = Sentence(s.first, last, s.start, s.end, s.paragraph)
