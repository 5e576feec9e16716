"""One connection: what uvicorn leaves open is bounded here — slow heads, slow readers, too many of them."""

from __future__ import annotations

import re
import socket
import struct
import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.server.guard import SECURITY
from kg.server.limits import Limits
from kg.server.plain import PlainCycle, read_plain

if TYPE_CHECKING:
    import asyncio

    from uvicorn.config import Config
    from uvicorn.server import ServerState

    from kg.server.express import Express
    from kg.server.plain import Plain

_WORDS = {
    400: ("Bad Request", "The request is not well-formed HTTP."),
    408: ("Request Timeout", "The head of the request took too long."),
    413: ("Content Too Large", "The body comes in too many chunks."),
    414: ("URI Too Long", "The URL is too long. Send the query with POST."),
    431: ("Request Header Fields Too Large", "The headers are too long."),
    503: ("Service Unavailable", "Too many connections are open. Try again in a few seconds."),
}
_ABORT = 5.0
_LARGE = 64 * 1024
_CHUNKED = re.compile(rb"\ntransfer-encoding[ \t]*:", re.IGNORECASE)
_MOST_BREAKS = 20_000
"""How many line breaks, two a chunk, may come in a body of chunks: a million chunks of a byte keep h11 busy for seconds."""
_FOLDED = re.compile(rb"\n[ \t]")
"""A header line that goes on in the next one, which two readers may read in two ways."""


class _Joined:
    """A transport that sends head and body of an answer together: one packet, one system call."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        """Wrap the transport."""
        self._transport, self._loop = transport, loop
        self._parts: list[bytes] = []
        self.written = 0

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the transport has
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Keep the data until the loop comes round; what is large goes out at once."""
        if not self._parts:
            self._loop.call_soon(self.flush)
        self._parts.append(data)
        self.written += len(data)
        if len(data) > _LARGE:
            self.flush()

    def flush(self) -> None:
        """Send what was kept."""
        parts, self._parts = self._parts, []
        if parts and not self._transport.is_closing():
            self._transport.writelines(parts)

    def close(self) -> None:
        """Send what was kept, and close."""
        self.flush()
        self._transport.close()


class Connection(H11Protocol):
    """A connection that waits for nobody for long."""

    limits = Limits()
    express: Express | None = None

    def __init__(self, config: Config, server_state: ServerState, app_state: dict[str, Any], _loop: asyncio.AbstractEventLoop | None = None) -> None:
        """Start without timers."""
        super().__init__(config, server_state, app_state, _loop)
        self.head_timer: asyncio.TimerHandle | None = None
        self.send_timer: asyncio.TimerHandle | None = None
        self.first_bytes = b""
        self.is_refused = False
        self.plain: PlainCycle | None = None
        self.held = b""
        self.is_chunked, self.breaks = False, 0
        self.slow_since: tuple[float, int] | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Refuse a connection too many; wait only so long for the first request."""
        super().connection_made(_Joined(transport, self.loop))  # type: ignore[arg-type]
        listening = transport.get_extra_info("socket")
        if listening is not None and listening.family in {socket.AF_INET, socket.AF_INET6}:
            listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else a small answer waits 40 ms for the client
        if len(self.connections) > self.limits.connections:
            self._refuse(503)
            return
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the timers."""
        self._stop(self.head_timer)
        self._stop(self.send_timer)
        super().connection_lost(exc)
        if self.plain is not None and self.plain.gone is not None:
            self.plain.gone()
            self.plain.gone = None

    def data_received(self, data: bytes) -> None:
        """Read on, unless the connection is being closed."""
        if self.is_refused or self.transport.is_closing():
            return
        if self.plain is not None:  # one thing after the other: what comes early waits
            self.held += data
            self.flow.pause_reading()
            return
        waiting = self.conn.their_state is h11.IDLE
        if waiting and not self.first_bytes and not self.conn.trailing_data[0] and (request := read_plain(data)) is not None:
            self._answer(request)
            return
        if waiting:
            self.first_bytes = (self.first_bytes + data)[: self.limits.url]
            if self.head_timer is None:
                self._await_head()
            if _FOLDED.search(self.first_bytes.partition(b"\r\n\r\n")[0]):
                self._refuse(400)
                return
            self.is_chunked, self.breaks = _CHUNKED.search(self.first_bytes) is not None, 0
        self.breaks += data.count(b"\r\n") if self.is_chunked else 0
        if self.breaks > _MOST_BREAKS:
            self._refuse(413)
            return
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._stop(self.head_timer)
            self.head_timer, self.first_bytes = None, b""

    def _answer(self, request: Plain) -> None:
        """Answer a plain request: the short way, or through the application."""
        self._unset_keepalive_if_required()
        self._stop(self.head_timer)
        self.head_timer = None
        self.plain = cycle = PlainCycle(request, self.transport, self.flow, self.server_state.default_headers, self._answered)
        self.cycle = cycle  # type: ignore[assignment] # uvicorn asks it whether it is done
        gone = self.express.take(request, partial(self._reply, cycle)) if self.express is not None else None
        if gone is None:
            self._run(cycle)
        else:
            cycle.gone = gone

    def _reply(self, cycle: PlainCycle, answer: tuple[list[tuple[bytes, bytes]], bytes] | None) -> bool:
        """Send an answer that came the short way, or go the ordinary one; tell whether anybody still waits."""
        if cycle.disconnected:
            return False
        if answer is None or self.flow.write_paused or len(answer[1]) > _LARGE:
            self._run(cycle)
        else:
            cycle.answer(*answer)
        return True

    def _run(self, cycle: PlainCycle) -> None:
        """Let the application answer."""
        request = cycle.request
        self.scope = {
            "type": "http",
            "asgi": {"version": self.asgi_version, "spec_version": "2.3"},
            "http_version": "1.1",
            "server": self.server,
            "client": self.client,
            "scheme": self.scheme or "http",
            "method": request.method,
            "root_path": self.root_path,
            "path": self.root_path + unquote(request.path.decode("ascii")),
            "raw_path": self.root_path.encode("ascii") + request.path,
            "query_string": request.query,
            "headers": request.headers,
            "state": self.app_state.copy(),
        }
        task = self.loop.create_task(cycle.run_asgi(self.app, self.scope))
        task.add_done_callback(self.tasks.discard)
        self.tasks.add(task)

    def _answered(self) -> None:
        """Wait for the next request, or go on with the one that came early."""
        self.plain = None
        self.on_response_complete()
        held, self.held = self.held, b""
        if held:
            self.data_received(held)

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - uvicorn's signature
        """Say what is wrong with a request that cannot be read."""
        error = sys.exception()
        hint = getattr(error, "error_status_hint", 400)
        status = 414 if hint == 431 and b"\n" not in self.first_bytes else hint if hint in _WORDS else 400  # noqa: PLR2004 - h11's hint
        self._refuse(status)

    def pause_writing(self) -> None:
        """Give a client that does not read its answer so long, and no longer."""
        super().pause_writing()
        self._stop(self.send_timer)
        self.send_timer = self.loop.call_later(self.limits.send, self._cut)
        self.slow_since = self.slow_since or (self.loop.time(), self.transport.written)  # type: ignore[attr-defined] # ours

    def resume_writing(self) -> None:
        """Go on where the client reads again, unless it reads so little that the answer would never end."""
        self._stop(self.send_timer)
        self.send_timer = None
        if self.slow_since is not None:
            passed = self.loop.time() - self.slow_since[0]
            read = self.transport.written - self.slow_since[1]  # type: ignore[attr-defined] # ours
            if passed > self.limits.send and read < passed * self.limits.slowest:
                self._cut()
        super().resume_writing()

    def on_response_complete(self) -> None:
        """Judge the next answer anew."""
        self.slow_since = None
        super().on_response_complete()

    def timeout_keep_alive_handler(self) -> None:
        """Close an idle connection, in the end without waiting for what it has not read."""
        super().timeout_keep_alive_handler()
        self.loop.call_later(_ABORT, self._cut)

    def _cut(self) -> None:
        """Break the connection off, with all that the system still holds for it."""
        kept = self.transport.get_extra_info("socket")
        with suppress(OSError):
            if kept is not None:
                kept.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.transport.abort()

    def _await_head(self) -> None:
        self._stop(self.head_timer)
        self.head_timer = self.loop.call_later(self.limits.header_wait, self._refuse, 408)

    @staticmethod
    def _stop(timer: asyncio.TimerHandle | None) -> None:
        if timer is not None:
            timer.cancel()

    def _refuse(self, status: int) -> None:
        """Answer outside of any request, and close."""
        if self.is_refused or self.transport.is_closing():
            return
        self.is_refused = True
        phrase, words = _WORDS[status]
        head = {"content-type": "text/plain; charset=utf-8", "content-length": str(len(words) + 1), "connection": "close", **SECURITY}
        if status == 503:  # noqa: PLR2004 - busy
            head["retry-after"] = "5"
        lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
        self.transport.write(f"HTTP/1.1 {status} {phrase}\r\n{lines}\r\n{words}\n".encode())
        self.loop.call_later(0.5, self.transport.close)
        self.loop.call_later(_ABORT, self._cut)
