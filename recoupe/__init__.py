"""recoupe: several reports of one affair in, one dossier out, every line with the words it rests on.

>>> import recoupe
>>> recoupe.compare([]).reports
()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from recoupe.errors import InputError, ModelError, RecoupeError, TableError
from recoupe.types import Dossier, Report

if TYPE_CHECKING:
    from recoupe.match.contrast import contrast
    from recoupe.pipeline import compare, compare_reports

__version__ = "0.1.0"
__all__ = [
    "Dossier",
    "InputError",
    "ModelError",
    "RecoupeError",
    "Report",
    "TableError",
    "compare",
    "compare_reports",
    "contrast",
]


def __getattr__(name: str) -> Any:
    # `recoupe --help` must not wait for the pipeline to be imported.
    if name in ("compare", "compare_reports"):
        from recoupe import pipeline

        return getattr(pipeline, name)
    if name == "contrast":
        from recoupe.match.contrast import contrast

        return contrast
    raise AttributeError(f"module 'recoupe' has no attribute {name!r}")
