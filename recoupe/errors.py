"""The exceptions of recoupe.

RecoupeError
├── InputError     an input cannot be read: the file, the place, what would do
├── TableError     a knowledge table is wrong: table, line, the value, what is allowed
└── ModelError     the language model is missing or does not fit
"""


class RecoupeError(Exception):
    """Anything recoupe raises on purpose."""


class InputError(RecoupeError):
    """This input cannot be read; the message names the file, the place and what would do."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = path, reason


def why_not(error: OSError) -> str:
    """Why the system refused a file, in the words of our messages, with what would do where that is known."""
    if isinstance(error, FileNotFoundError):
        return "no such file; check the name"
    if isinstance(error, PermissionError):
        return "no permission to read it; check its access rights"
    return (error.strerror or str(error)).lower()


class TableError(RecoupeError):
    """A knowledge table is wrong; the message names table, line, value and what is allowed."""


class ModelError(RecoupeError):
    """The language model is missing or does not fit."""
