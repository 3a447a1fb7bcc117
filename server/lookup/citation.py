"""Say how to cite a thing, in the same words everywhere, and what its licence is called."""

from __future__ import annotations

import re

from server.releases.release import Release

_LICENCE = re.compile(
    r"https?://creativecommons\.org/(?:licenses|publicdomain)/([a-z-]+)/([\d.]+)(?:/(\w+))?/?"
)
# A mark is no licence.
_MARK = "mark"


def name_licence(iri: str) -> str:
    """Return the usual name of a Creative Commons licence; another one comes back as it is.

    >>> name_licence("https://creativecommons.org/licenses/by-sa/3.0/igo/")
    'CC BY-SA 3.0 IGO'
    """
    found = _LICENCE.fullmatch(iri)
    if not found:
        return iri
    kind, version, place = found.groups()
    name = "CC0" if kind == "zero" else f"CC {kind.upper()}"
    return " ".join(part for part in (name, version, (place or "").upper()) if part)


def find_spdx(iri: str) -> str:
    """Return the SPDX identifier of a Creative Commons licence, or "".

    >>> find_spdx("https://creativecommons.org/licenses/by-sa/4.0/")
    'CC-BY-SA-4.0'
    """
    found = _LICENCE.fullmatch(iri)
    return name_licence(iri).replace(" ", "-") if found and found[1] != _MARK else ""


def cite(iri: str, name: str, release: Release) -> str:
    """Return how to cite a thing: name, release with date and licence, persistent IRI."""
    issued = f" ({release.issued})" if release.issued else ""
    whole = f"{release.title}, release {release.version}{issued}, {name_licence(release.licence)}."
    return f"{whole} {iri}" if iri == release.dataset else f"“{name}”. In: {whole} {iri}"
