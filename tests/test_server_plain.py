"""The plain request: whatever the short way reads, h11 reads in the same way."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

import h11
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.server.plain import Plain, PlainCycle, read_plain

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

PLAIN = (
    b"GET / HTTP/1.1\r\nHost: h\r\n\r\n",
    b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: h\r\nAccept: */*\r\nConnection: keep-alive\r\n\r\n",
    b"HEAD /a HTTP/1.1\r\nhost:h\r\n\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nASK{}",
    b"POST /sparql HTTP/1.1\r\nHost: h\r\nX-A: \t a  b\xe9 \t\r\nContent-Length: 0\r\n\r\n",
)
ODD = (
    b"",
    b"GET / HTTP/1.1\r\nHost: h\r\n",
    b"GET / HTTP/1.0\r\nHost: h\r\n\r\n",
    b"GET / HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: h\r\nHost: h\r\n\r\n",
    b"GET / HTTP/1.1\nHost: h\n\n",
    b"GET  / HTTP/1.1\r\nHost: h\r\n\r\n",
    b"GET /\x7f HTTP/1.1\r\nHost: h\r\n\r\n",
    b"GET http://h/ HTTP/1.1\r\nHost: h\r\n\r\n",
    b"get / HTTP/1.1\r\nHost: h\r\n\r\n",
    b"OPTIONS / HTTP/1.1\r\nHost: h\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost : h\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: h\r\n folded\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: h\r\nX: a\x00b\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: h\r\nX: a\rb\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\na",
    b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na",
    b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1, 1\r\n\r\na",
    b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: +1\r\n\r\na",
    b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: \xb9\r\n\r\na",
    b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\na",
    b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nab",
    b"POST / HTTP/1.1\r\nHost: h\r\n\r\nab",
    b"GET / HTTP/1.1\r\nHost: h\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + b"".join(b"X%d: a\r\n" % i for i in range(100)) + b"Host: h\r\n\r\n",
    b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: h\r\n\r\n",
)


@pytest.mark.parametrize("data", PLAIN)
def test_plain_requests_are_read(data: bytes) -> None:
    assert read_plain(data) is not None
    agree(data)


@pytest.mark.parametrize("data", ODD)
def test_all_else_is_left_to_h11(data: bytes) -> None:
    assert read_plain(data) is None


def agree(data: bytes) -> None:
    """Check that h11 reads the same, and nothing more."""
    plain = read_plain(data)
    if plain is None:
        return
    connection = h11.Connection(h11.SERVER)
    connection.receive_data(data)
    request = connection.next_event()
    assert isinstance(request, h11.Request)
    path, _, query = request.target.partition(b"?")
    body = b""
    while isinstance(event := connection.next_event(), h11.Data):
        body += event.data
    assert isinstance(event, h11.EndOfMessage)
    assert plain == Plain(request.method.decode(), path, query, [(name, value) for name, value in request.headers], body)
    assert connection.trailing_data[0] == b""
    assert connection.their_state is h11.DONE
    assert connection.our_state is h11.SEND_RESPONSE, "the connection stays open"


PIECES = st.sampled_from(
    [
        b"GET ", b"POST ", b"HEAD ", b"/", b"/a?b", b"%0d", b" ", b"\t", b"\r\n", b"\n", b"\r", b":", b",", b"HTTP/1.1", b"HTTP/1.0", b"Host: h", b"host",
        b"Content-Length: ", b"1", b"0", b"-1", b"a", b"Transfer-Encoding: chunked", b"Connection: ", b"keep-alive", b"close", b"upgrade", b"\x00", b"\x80",
        b"Expect: 100-continue", b"Accept: */*", b"\r\n\r\n", b"(", b'"', b"_",
    ]
)  # fmt: skip


@given(st.sampled_from(PLAIN), st.lists(st.tuples(st.integers(0, 140), st.integers(0, 12), PIECES), max_size=4))
def test_h11_reads_the_same_whatever_is_changed(data: bytes, changes: list[tuple[int, int, bytes]]) -> None:
    for at, cut, piece in changes:
        data = data[:at] + piece + data[at + cut :]
    agree(data)


@given(st.lists(PIECES, max_size=30))
def test_h11_reads_the_same_whatever_is_sent(pieces: list[bytes]) -> None:
    agree(b"".join(pieces))
    agree(b"GET / HTTP/1.1\r\nHost: h\r\n" + b"".join(pieces) + b"\r\n\r\n")


def test_a_head_of_blanks_takes_no_time() -> None:
    started = time.monotonic()
    read_plain(b"GET / HTTP/1.1\r\nHost: h\r\nX:" + b" \t" * 30_000 + b"\r\n\r\n")
    read_plain(b"GET / HTTP/1.1\r\n" + b"a" * 60_000)
    assert time.monotonic() - started < 0.5


class Transport:
    def __init__(self) -> None:
        self.sent, self.is_closed = b"", False

    def write(self, data: bytes) -> None:
        self.sent += data

    def close(self) -> None:
        self.is_closed = True


class Flow:
    write_paused = False


def answered(request: bytes, *messages: dict[str, Any]) -> Transport:
    """Return what goes out when an application answers so."""
    plain, transport = read_plain(request), Transport()
    assert plain is not None

    async def app(_scope: object, _receive: object, send: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
        for message in messages:
            await send(message)

    async def run() -> None:
        await PlainCycle(plain, transport, Flow(), (), lambda: None).run_asgi(app, {})  # type: ignore[arg-type]

    asyncio.run(run())
    return transport


START: dict[str, Any] = {"type": "http.response.start", "status": 200}
BODY: dict[str, Any] = {"type": "http.response.body", "body": b"abc"}


def test_a_body_of_unknown_length_goes_out_in_chunks() -> None:
    sent = answered(PLAIN[0], START, {**BODY, "more_body": True}, BODY).sent
    assert sent == b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n3\r\nabc\r\n0\r\n\r\n"


def test_a_head_has_no_body() -> None:
    transport = answered(PLAIN[2], {**START, "headers": [(b"content-length", b"3")]}, BODY)
    assert transport.sent == b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n"
    assert not transport.is_closed


def test_an_answer_that_breaks_off_is_not_taken_for_whole() -> None:
    assert answered(PLAIN[0], {**START, "headers": [(b"content-length", b"9")]}, BODY).is_closed
    assert answered(PLAIN[0], START, {**BODY, "more_body": True}).is_closed
    nothing = answered(PLAIN[0])
    assert nothing.sent.startswith(b"HTTP/1.1 503 ")
    assert nothing.is_closed


def test_no_header_is_split() -> None:
    sent = answered(PLAIN[0], {**START, "headers": [(b"x", b"a\r\ny: b"), (b"content-length", b"3")]}, BODY).sent
    assert b"y: b" not in sent


def test_the_odd_are_all_there() -> None:
    assert len(ODD) >= 29
