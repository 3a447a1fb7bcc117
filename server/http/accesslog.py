"""Write one line a request: what was asked and what came of it, never the text of a query."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass

from server.http.messages import quote_path

LOGGER = logging.getLogger("cdce.access")


@dataclass(frozen=True)
class AccessLog:
    """Write lines for people, or JSON for programs."""

    is_json: bool

    def write(self, method: str, path: str, status: int, size: str, seconds: float) -> None:
        """Write one line; the path, as WSGI has it, is quoted and makes no other line."""
        if not LOGGER.isEnabledFor(logging.INFO):
            return
        path = quote_path(path[:500])
        if self.is_json:
            line = {
                "method": method[:20],
                "path": path,
                "status": status,
                "bytes": int(size or 0),
                "milliseconds": round(seconds * 1000, 3),
            }
            LOGGER.info("%s", json.dumps(line))
        else:
            LOGGER.info("%s %s %s %s %.1f ms", method[:20], path, status, size or 0, seconds * 1000)
