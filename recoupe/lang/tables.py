"""Knowledge tables: TSV files that a journalist can edit, one thing a line, checked when they are loaded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources

from recoupe.errors import TableError


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column name, and where it stands ("cues.tsv:41")."""

    cells: dict[str, str]
    where: str

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def many(self, column: str) -> tuple[str, ...]:
        """A cell that lists several values, separated by ", "."""
        return tuple(v for part in self.cells[column].split(",") if (v := part.strip()))

    def one_of(self, column: str, allowed: Iterable[str]) -> str:
        """A cell that must be one of `allowed`. TableError names the line and what would do."""
        value, known = self.cells[column], list(allowed)
        if value not in known:
            raise TableError(f"{self.where}: {column} {value!r} unknown; one of {', '.join(known)}")
        return value


def read_table(name: str, columns: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows of `recoupe/<name>` ("lang/fr/cues.tsv"). First line not starting with # = the column names.

    Empty trailing cells may be left out. TableError when the header differs from `columns` or a line has too many cells.
    """
    text = resources.files("recoupe").joinpath(name).read_text(encoding="utf-8")
    rows: list[Row] = []
    header: list[str] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [c.strip() for c in line.rstrip("\r").split("\t")]
        where = f"{name.rsplit('/', 1)[-1]}:{number}"
        if header is None:
            header = cells
            if tuple(header) != columns:
                raise TableError(f"{where}: columns are {header}; expected {list(columns)}")
            continue
        if len(cells) > len(header):
            raise TableError(f"{where}: {len(cells)} cells, the header has {len(header)}")
        rows.append(Row(dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True)), where))
    return tuple(rows)
