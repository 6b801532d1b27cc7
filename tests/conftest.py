"""One model load for the whole run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.parse.document import Parsed
from recoupe.types import Report

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Parsed]:
    """text -> Parsed, through the real model. The same text is parsed once a session."""
    from recoupe.parse.spacy import parse as parse_reports

    known: dict[str, Parsed] = {}

    def parse_text(text: str) -> Parsed:
        if text not in known:
            known[text] = next(iter(parse_reports([Report(id="t", path=None, text=text, lang="fr")])))
        return known[text]

    return parse_text


@pytest.fixture(scope="session")
def parse_many() -> Callable[[list[str]], list[Parsed]]:
    """Many texts in one batch: much faster than one by one."""
    from recoupe.parse.spacy import parse as parse_reports

    def parse_texts(texts: list[str]) -> list[Parsed]:
        return list(parse_reports([Report(id=f"t{i}", path=None, text=t, lang="fr") for i, t in enumerate(texts)]))

    return parse_texts


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data beside the project; its tests are skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not here: development data is not part of the project")
    return SHARED
