"""The outermost layer: limits on what comes in, headers on what goes out.

A request that is too long, ambiguous or too slow is answered here, before anything reads it.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    from kg.server.limits import Limits

    Message = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[Message]]
    Send = Callable[[Message], Awaitable[None]]
    App = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SECURITY = {
    "content-security-policy": CONTENT_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "cross-origin",
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "Kg-Limit, Kg-Note, Link, Retry-After",
}
_SECURITY = tuple((name.encode(), value.encode()) for name, value in SECURITY.items())
_READ = "GET, HEAD, OPTIONS"
_ASK = "GET, HEAD, POST, OPTIONS"
_PIECE = 256 * 1024
_DRAIN_SECONDS = 2.0
_DRAIN_BYTES = 64 * 1024 * 1024


class Guard:
    """An ASGI application around the application."""

    def __init__(self, app: App, limits: Limits) -> None:
        """Keep the application and its limits."""
        self.app = app
        self.limits = limits
        self.sending = 0

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer a request that is refused; pass on any other, its body already read."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        send = _with_headers(self._in_pieces(send))
        headers: list[tuple[bytes, bytes]] = scope["headers"]
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await _refuse(refusal, receive, send)
            return
        if scope["method"] == "OPTIONS":
            await _say(send, 204, "", {"allow": allowed(scope["path"]), **_preflight(allowed(scope["path"]))})
            return
        body = await self._body(headers, receive)
        if isinstance(body, int):
            await _refuse((body, _WORDS[body], {}), receive, send)
            return
        if body and scope["method"] in {"GET", "HEAD"}:
            await _refuse((400, "A GET has no body. Send the query in the URL, or with POST.", {}), receive, send)
            return
        await self.app(scope, _replay(body, receive), send)

    def _refusal(  # noqa: PLR0911 - a return for each reason
        self, scope: MutableMapping[str, Any], headers: list[tuple[bytes, bytes]]
    ) -> tuple[int, str, dict[str, str]] | None:
        """Return status, words and headers for a request that is refused by its head alone."""
        names = [name for name, _ in headers]
        values = dict(headers)
        length = values.get(b"content-length", b"0").strip()
        encoding = values.get(b"content-encoding", b"identity").strip().lower()
        if b"content-length" in names and b"transfer-encoding" in names:
            return 400, "Content-Length and Transfer-Encoding exclude each other.", {}
        if not length.isdigit():
            return 400, "Content-Length is no number.", {}
        if len(scope["raw_path"]) + len(scope["query_string"]) > self.limits.url:
            return 414, f"The URL is longer than {self.limits.url:,} bytes. Send the query with POST.", {}
        if scope["method"] not in allowed(scope["path"]).split(", "):
            listed = allowed(scope["path"])
            return 405, f"{scope['method'][:20]} does not work here; {listed} do.", {"allow": listed}
        if encoding != b"identity":
            return 415, "A compressed body is not read. Send it as it is.", {"accept-encoding": "identity"}
        if len(length) > 18 or int(length) > self.limits.body:  # noqa: PLR2004 - so many digits fit 64 bits
            return 413, _WORDS[413], {}
        return None

    def _in_pieces(self, send: Send) -> Send:
        """Return a `send` that hands out a long body piece by piece, as the client reads it, and counts what waits.

        Where too much waits for clients that read slowly, a long answer is refused; short ones are not.
        """
        start: Message | None = None
        is_refused = False

        async def sender(message: Message) -> None:
            nonlocal start, is_refused
            if message["type"] == "http.response.start":
                start = message
                return
            body = message.get("body", b"")
            if start is not None:
                is_refused = len(body) > _PIECE and self.sending + len(body) > self.limits.sending
                if is_refused:
                    await _say(_with_headers(send), 503, _BUSY, {"retry-after": "10"})
                else:
                    await send(start)
                start = None
            if is_refused:
                return
            if len(body) <= _PIECE:
                await send(message)
                return
            self.sending += len(body)
            try:
                for begin in range(0, len(body), _PIECE):
                    is_last = begin + _PIECE >= len(body)
                    await send({**message, "body": body[begin : begin + _PIECE], "more_body": not is_last or message.get("more_body", False)})
            finally:
                self.sending -= len(body)

        return sender

    async def _body(self, headers: list[tuple[bytes, bytes]], receive: Receive) -> bytes | int:
        """Return the body, or the status of the refusal of one that is too long or too slow."""
        if not any(name in {b"content-length", b"transfer-encoding"} for name, _ in headers):
            return b""
        parts = bytearray()
        try:
            async with asyncio.timeout(self.limits.receive):
                while True:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        return 400
                    parts += message.get("body", b"")
                    if len(parts) > self.limits.body:
                        return 413
                    if not message.get("more_body"):
                        return bytes(parts)
        except TimeoutError:
            return 408


_BUSY = "Many long answers are being sent at the moment. Ask again in a few seconds, or for less."
_WORDS = {
    400: "The request broke off.",
    408: "The body took too long.",
    413: "The body is too long: up to 1,048,576 bytes are read. Shorten the query, or ask in several.",
}


def allowed(path: str) -> str:
    """Return the methods that a path answers to."""
    return _ASK if path.rstrip("/") == "/sparql" else _READ


def _preflight(methods: str) -> dict[str, str]:
    return {
        "access-control-allow-methods": methods,
        "access-control-allow-headers": "Accept, Accept-Language, Authorization, Content-Type, X-Requested-With",
        "access-control-max-age": "86400",
        "accept-post": "application/x-www-form-urlencoded, application/sparql-query",
    }


def _replay(body: bytes, receive: Receive) -> Receive:
    """Return a `receive` that gives the body that was read, then what comes."""
    is_given = False

    async def replay() -> Message:
        nonlocal is_given
        if is_given:
            return await receive()
        is_given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay


def _with_headers(send: Send) -> Send:
    """Return a `send` that adds the security headers which an answer does not set itself."""

    async def sender(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = list(message.get("headers", ()))
            there = {name for name, _ in headers}
            headers += [header for header in _SECURITY if header[0] not in there]
            message = {**message, "headers": headers}
        await send(message)

    return sender


async def _say(send: Send, status: int, words: str, extra: dict[str, str]) -> None:
    data = words.encode() + b"\n" if words else b""
    headers = {"content-type": "text/plain; charset=utf-8", "content-length": str(len(data)), **extra}
    if status == 204:  # noqa: PLR2004 - has no content
        headers = extra
    await send({"type": "http.response.start", "status": status, "headers": [(k.encode(), v.encode()) for k, v in headers.items()]})
    await send({"type": "http.response.body", "body": data, "more_body": False})


async def _refuse(refusal: tuple[int, str, dict[str, str]], receive: Receive, send: Send) -> None:
    """Answer and close; what still comes is read for a moment, so that the client sees the answer."""
    status, words, extra = refusal
    data = words.encode() + b"\n"
    headers = {"content-type": "text/plain; charset=utf-8", "content-length": str(len(data)), "connection": "close", **extra}
    await send({"type": "http.response.start", "status": status, "headers": [(k.encode(), v.encode()) for k, v in headers.items()]})
    await send({"type": "http.response.body", "body": data, "more_body": True})
    left = _DRAIN_BYTES
    try:
        async with asyncio.timeout(_DRAIN_SECONDS):
            while left > 0:
                message = await receive()
                left -= len(message.get("body", b"")) + 1
                if message["type"] == "http.disconnect" or not message.get("more_body"):
                    break
    except TimeoutError:
        pass
    await send({"type": "http.response.body", "body": b"", "more_body": False})
