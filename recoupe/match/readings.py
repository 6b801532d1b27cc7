"""What matching reads of one report: the records that the finding layers made, whatever object holds them."""

from __future__ import annotations

from typing import Protocol

from recoupe.parse.document import Parsed
from recoupe.types import Actor, Claim, Event, Figure, Mention, Report, Statement, When


class Reading(Protocol):
    """One report and all that was found in it; its actor ids are those of the whole dossier."""

    @property
    def report(self) -> Report: ...
    @property
    def parsed(self) -> Parsed: ...
    @property
    def mentions(self) -> tuple[Mention, ...]: ...
    @property
    def actors(self) -> tuple[Actor, ...]: ...
    @property
    def whens(self) -> tuple[When, ...]: ...
    @property
    def figures(self) -> tuple[Figure, ...]: ...
    @property
    def statements(self) -> tuple[Statement, ...]: ...
    @property
    def events(self) -> tuple[Event, ...]: ...
    @property
    def claims(self) -> tuple[Claim, ...]: ...
