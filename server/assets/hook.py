"""Refuse to build a wheel that lacks the built files of the query page."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT = "server/static/built"
FILES = ("query.js", "query.css", "licences.txt")


class AssetsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Look for the built files before a wheel is made; an editable install may do without."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Stop the build of a wheel where a file is missing.

        Raises:
            FileNotFoundError: names the files, and what makes them.
        """
        if self.target_name != "wheel" or version == "editable":
            return
        missing = [name for name in FILES if not (Path(self.root) / BUILT / name).is_file()]
        if missing and not os.environ.get("CDCE_WITHOUT_EDITOR"):
            raise FileNotFoundError(
                f"{BUILT}: a wheel needs {', '.join(missing)}; `make assets` builds them. "
                "Set CDCE_WITHOUT_EDITOR=1 for a wheel whose query page is a plain form."
            )
