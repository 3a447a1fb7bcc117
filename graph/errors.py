"""The errors of a build, in one tree.

ReleaseError
├── SourcesError      faults in the files of a sources folder, all of them at once
├── ShapeError        faults in the shapes themselves
├── ValidationError   the graph does not conform to the shapes
└── OutputError       the release cannot be written
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


class ReleaseError(Exception):
    """No release was made; the last good one is untouched."""


class ShapeError(ReleaseError):
    """The shapes use a term that SHACL has not, or lack a name or a message."""


class ValidationError(ReleaseError):
    """The graph breaks at least one shape."""


class OutputError(ReleaseError):
    """The release folder cannot be written."""


@dataclass(frozen=True, order=True)
class Fault:
    """One fault in a source file: where, and what is required and was found."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}: {self.message}"


class SourcesError(ReleaseError):
    """The sources have faults; ``faults`` lists them by file and line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))


@dataclass
class Faults:
    """The faults found so far in one stage of a build."""

    found: list[Fault] = field(default_factory=list)

    def add(self, where: tuple[str, int], message: str) -> None:
        """Record a fault at ``(file, line)``; line 0 means the whole file."""
        self.found.append(Fault(where[0], where[1], message))

    def stop_if_any(self) -> None:
        """Raise ``SourcesError`` with every fault found so far."""
        if self.found:
            raise SourcesError(self.found)
