"""Count what the server does, in the text form that Prometheus reads.

Source: https://prometheus.io/docs/instrumenting/exposition_formats/
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from server.releases.service import Service

BOUNDS = (0.001, 0.005, 0.025, 0.1, 0.25, 1.0, 5.0, 15.0)


@dataclass
class Metrics:
    """Count requests by route, method and status, and their seconds by route."""

    requests: Counter[tuple[str, str, int]] = field(default_factory=Counter)
    buckets: Counter[tuple[str, float]] = field(default_factory=Counter)
    seconds: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    running: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self) -> None:
        """Count a request that begins."""
        with self._lock:
            self.running += 1

    def refuse(self) -> None:
        """Count a request refused because its client has too many."""
        with self._lock:
            self.refused += 1

    def end(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count a request that ends."""
        with self._lock:
            self.running -= 1
            self.requests[route, method, status] += 1
            self.seconds[route] += seconds  # type: ignore[assignment]
            for bound in BOUNDS:
                if seconds <= bound:
                    self.buckets[route, bound] += 1

    def render(self, service: Service) -> str:
        """Return every number as text."""
        with self._lock:
            return "\n".join([*self._list_requests(), *self._list_state(service)]) + "\n"

    def _list_requests(self) -> Iterator[str]:
        yield "# TYPE cdce_requests_total counter"
        totals: Counter[str] = Counter()
        for (route, method, status), number in sorted(self.requests.items()):
            totals[route] += number
            labels = f'route="{route}",method="{method}",status="{status}"'
            yield f"cdce_requests_total{{{labels}}} {number}"
        yield "# TYPE cdce_request_seconds histogram"
        for route, total in sorted(totals.items()):
            for bound in BOUNDS:
                number = self.buckets[route, bound]
                yield f'cdce_request_seconds_bucket{{route="{route}",le="{bound}"}} {number}'
            yield f'cdce_request_seconds_bucket{{route="{route}",le="+Inf"}} {total}'
            yield f'cdce_request_seconds_sum{{route="{route}"}} {self.seconds[route]:.6f}'
            yield f'cdce_request_seconds_count{{route="{route}"}} {total}'

    def _list_state(self, service: Service) -> Iterator[str]:
        cache = service.cache
        counters = {
            "cdce_requests_refused_total": self.refused,
            "cdce_cache_hits_total": cache.hits,
            "cdce_cache_misses_total": cache.misses,
        }
        for name, value in counters.items():
            yield f"# TYPE {name} counter"
            yield f"{name} {value}"
        for name, value in {
            "cdce_requests_running": self.running,
            "cdce_cache_bytes": cache.size,
            "cdce_memory_budget_bytes": service.store.memory_budget_bytes,
        }.items():
            yield f"# TYPE {name} gauge"
            yield f"{name} {value}"
        yield "# TYPE cdce_release_info gauge"
        yield f'cdce_release_info{{version="{service.release.version}"}} 1'
