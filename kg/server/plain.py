"""The plain request, read with one regular expression: what nearly every client sends, at a tenth of the cost.

Plain is a whole request that arrived in one piece, with nothing after it, in the strict form of
RFC 9112 and without any header that changes how it is read. All else is left to h11.
"""

from __future__ import annotations

import asyncio
import http
import logging
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping

    from uvicorn.protocols.http.flow_control import FlowControl

    Message = MutableMapping[str, Any]
    Headers = list[tuple[bytes, bytes]]

_LOG = logging.getLogger("kg.server")
_LONGEST = 64 * 1024
_MOST_HEADERS = 64
_HEAD = re.compile(rb"(GET|POST|HEAD) (/[!-~]*) HTTP/1\.1\r\n((?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t -~\x80-\xff]*\r\n)+)\r\n")
_ODD = frozenset({b"transfer-encoding", b"expect", b"upgrade", b"te", b"trailer", b"http2-settings", b"proxy-connection"})
"""Headers that change how a request is read, or what must be answered before it is."""
_LENGTH = re.compile(rb"[0-9]{1,7}\Z")


class Plain(NamedTuple):
    """A plain request: its parts as ASGI has them."""

    method: str
    path: bytes
    query: bytes
    headers: Headers
    body: bytes


def read_plain(data: bytes) -> Plain | None:
    r"""Return the request that some bytes are, exactly; None where they are anything else.

    >>> read_plain(b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: h\r\n\r\n")
    Plain(method='GET', path=b'/sparql', query=b'query=ASK%7B%7D', headers=[(b'host', b'h')], body=b'')
    >>> read_plain(b"GET / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n") is None
    True
    """
    match = _HEAD.match(data) if len(data) <= _LONGEST else None
    if match is None:
        return None
    lines = (line.partition(b":") for line in match[3].split(b"\r\n")[:-1])
    headers = [(name.lower(), value.strip(b" \t")) for name, _, value in lines]
    names = [name for name, _ in headers]
    if len(names) > _MOST_HEADERS or names.count(b"host") != 1 or not _ODD.isdisjoint(names):
        return None
    if b"connection" in names and any(name == b"connection" and value.lower() != b"keep-alive" for name, value in headers):
        return None
    lengths = [value for name, value in headers if name == b"content-length"]
    if len(lengths) > 1 or (lengths and not _LENGTH.match(lengths[0])):
        return None
    body = data[match.end() :]
    if len(body) != (int(lengths[0]) if lengths else 0):
        return None
    path, _, query = match[2].partition(b"?")
    return Plain(match[1].decode(), path, query, headers, body)


@lru_cache(maxsize=64)
def _status_line(status: int) -> bytes:
    try:
        phrase = http.HTTPStatus(status).phrase
    except ValueError:
        phrase = ""
    return f"HTTP/1.1 {status} {phrase}\r\n".encode()


class PlainCycle:
    """One plain request and its answer; for uvicorn it is what its own cycle is."""

    def __init__(
        self,
        request: Plain,
        transport: asyncio.Transport,
        flow: FlowControl,
        defaults: Iterable[tuple[bytes, bytes]],
        on_response: Callable[[], None],
    ) -> None:
        """Keep what is needed to answer."""
        self.request = request
        self.transport, self.flow = transport, flow
        self.defaults, self.on_response = defaults, on_response
        self.message_event = asyncio.Event()
        self.disconnected = self.response_complete = self.response_started = False
        self.keep_alive = True
        self.gone: Callable[[], object] | None = None
        self.is_read = self.is_chunked = False
        self.left = 0

    async def run_asgi(self, app: Callable[..., Awaitable[None]], scope: Mapping[str, Any]) -> None:
        """Let the application answer; what it leaves open is closed."""
        try:
            await app(scope, self.receive, self.send)
        except Exception:  # noqa: BLE001 - whatever it is, the client gets an answer
            _LOG.exception("%s %s", self.request.method, self.request.path[:200])
        if not self.response_complete and not self.disconnected:
            if not self.response_started:
                self.transport.write(_status_line(503) + b"content-length: 0\r\nretry-after: 10\r\nconnection: close\r\n\r\n")
            self.transport.close()

    async def receive(self) -> Message:
        """Give the body, then wait for the end."""
        if not self.is_read:
            self.is_read = True
            return {"type": "http.request", "body": self.request.body, "more_body": False}
        if not self.disconnected and not self.response_complete:
            await self.message_event.wait()
        return {"type": "http.disconnect"}

    def answer(self, headers: Headers, body: bytes) -> None:
        """Send an answer that is whole."""
        self.response_started = True
        self.transport.write(self._head(200, headers) + body)
        self._ended()

    async def send(self, message: Message) -> None:
        """Send a part of the answer, as the client reads it."""
        if self.flow.write_paused and not self.disconnected:
            await self.flow.drain()
        if self.disconnected or self.response_complete:
            return
        if not self.response_started:
            self.response_started = True
            self.transport.write(self._head(message["status"], message.get("headers", ())))
            return
        self._body(message.get("body", b""), is_last=not message.get("more_body", False))

    def _head(self, status: int, headers: Iterable[tuple[bytes, bytes]]) -> bytes:
        """Return status line and headers; a body whose length is not said goes out in chunks."""
        lines, length = [_status_line(status)], None
        for name, value in (*self.defaults, *headers):
            if b"\r" in value or b"\n" in value or b"\0" in value:
                continue
            if name == b"content-length":
                length = int(value)
            elif name == b"connection" and value == b"close":
                self.keep_alive = False
            lines.append(b"%b: %b\r\n" % (name, value))
        has_body = self.request.method != "HEAD" and status not in {204, 304}
        self.left = length or 0
        if length is None and has_body:
            self.is_chunked = True
            lines.append(b"transfer-encoding: chunked\r\n")
        if not has_body:
            self.left = 0
        if not self.keep_alive and not any(line.startswith(b"connection:") for line in lines):
            lines.append(b"connection: close\r\n")
        lines.append(b"\r\n")
        return b"".join(lines)

    def _body(self, data: bytes, *, is_last: bool) -> None:
        if self.is_chunked:
            if data:
                self.transport.write(b"%x\r\n%b\r\n" % (len(data), data))
            if is_last:
                self.transport.write(b"0\r\n\r\n")
        elif self.left:
            self.transport.write(data[: self.left])
            self.left -= len(data)
        if is_last:
            if self.left > 0:
                self.keep_alive = False
            self._ended()

    def _ended(self) -> None:
        self.response_complete = True
        self.gone = None  # it holds the request, which else would be kept until the garbage is collected
        self.message_event.set()
        if not self.keep_alive:
            self.transport.close()
        self.on_response()
