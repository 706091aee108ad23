"""The visitors that a server on this machine lets in: browsers on it that no other site has sent."""

from __future__ import annotations

HOST = "127.0.0.1"
"""The only address that is served: nobody else on the network can reach it."""


def hosts(port: int) -> frozenset[str]:
    """The names under which a browser reaches the server; any other was made up by whoever sent it (DNS rebinding)."""
    return frozenset(f"{name}:{port}" for name in (HOST, "localhost"))


def is_welcome(host: str | None, origin: str | None, port: int) -> bool:
    """True for a request to one of our names that no page of another site has sent."""
    known = hosts(port)
    return host in known and (origin is None or origin in {f"http://{name}" for name in known})


SAFE_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""The headers of every answer."""
