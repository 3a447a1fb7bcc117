"""Tell clients apart, and let none take every place."""

from __future__ import annotations

import ipaddress
import threading
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache


def find_client(peer: str, forwarded: str, proxies: int) -> str:
    """Return what names a client: its IPv4 address or the /64 of its IPv6 address.

    ``proxies`` is how many proxies of ours stand before the server; each has appended to
    ``forwarded`` (X-Forwarded-For) the address it saw, so that what a client wrote itself is never
    believed. With none, the peer is the client.

    >>> find_client("10.0.0.9", "6.6.6.6, 192.0.2.7", 1)
    '192.0.2.7'
    """
    hops = [hop.strip() for hop in forwarded.split(",") if hop.strip()]
    return _name(hops[-proxies] if 0 < proxies <= len(hops) else peer)


@lru_cache(maxsize=1024)
def _name(address: str) -> str:
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address[:60]
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)


@dataclass
class InFlight:
    """Count the requests in flight of each client; at most ``most`` each."""

    most: int
    _taken: Counter[str] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, client: str) -> bool:
        """Return whether the client has a place, which is now taken."""
        with self._lock:
            if self._taken[client] >= self.most:
                return False
            self._taken[client] += 1
            return True

    def leave(self, client: str) -> None:
        """Give a place back."""
        with self._lock:
            self._taken[client] -= 1
            if self._taken[client] <= 0:
                del self._taken[client]
