"""The usual question's short way: a plain SELECT or ASK at the endpoint, answered without a task of its own.

Most requests of a program are of this kind, and small ones cost little more than reading and writing
them. What is unusual in any way (pages, other datasets, errors, empty or slow answers) goes the
ordinary way, through the application; whichever way it went, an answer has the same bytes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kg.server.endpoint import note_header
from kg.server.engine import Question
from kg.server.errors import HTTPError
from kg.server.guard import SECURITY
from kg.server.negotiation import GRAPH, ROWS, choose, content_type
from kg.server.processes import packed
from kg.server.protocol import read_get, read_post

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.server.engine import Engine
    from kg.server.plain import Plain
    from kg.server.protocol import Operation
    from kg.server.workers import Answer

    Headers = list[tuple[bytes, bytes]]
    Reply = Callable[[tuple[Headers, bytes] | None], bool]

_PATH = b"/sparql"
_KINDS = (("rows", ROWS), ("boolean", ROWS), ("graph", GRAPH))
_SAFE = frozenset(
    {b"host", b"accept", b"content-type", b"content-length", b"user-agent", b"accept-encoding", b"accept-language", b"connection", b"cache-control", b"origin"}
)
"""Headers that change nothing about an answer but what is read here."""


class _Wish(NamedTuple):
    """What an Accept header asks for: form and media type of each kind of answer, and the question as it travels, but its query."""

    formats: tuple[tuple[str, str | None], ...]
    media_types: Mapping[str, str]
    rest: bytes


class Express:
    """Answers plain requests to the endpoint, as far as it can."""

    def __init__(self, engine: Engine) -> None:
        """Keep what answers."""
        self.engine = engine
        self.limits = engine.limits
        self.wish = lru_cache(maxsize=256)(self._wish)

    def take(self, request: Plain, reply: Reply) -> Callable[[], object] | None:
        """Ask where a request is a usual question, and return what to call if the asker goes; return None where it is not.

        `reply` gets headers and body of the answer, or None to go the ordinary way.
        """
        if request.path != _PATH or request.method == "HEAD" or len(request.query) >= self.limits.url // 2:
            return None
        headers = dict(request.headers)
        if len(headers) != len(request.headers) or not headers.keys() <= _SAFE:
            return None
        wish = self.wish(headers.get(b"accept", b""))
        operation = self._operation(request, headers) if wish else None
        if wish is None or operation is None or operation.default or operation.named or operation.form:
            return None
        question = Question(query=operation.query, formats=wish.formats, explain=True)

        def answered(answer: Answer | None) -> bool:
            return reply(None if answer is None else _written(wish, *answer))

        return self.engine.quickly(question, wish.rest, answered)

    def _operation(self, request: Plain, headers: Mapping[bytes, bytes]) -> Operation | None:
        """Return the query of a request; None where the ordinary way must say what is wrong."""
        try:
            if request.method == "POST":
                return read_post(headers.get(b"content-type", b"").decode("latin-1"), request.query, request.body, self.limits.fields)
            return None if request.body else read_get(request.query, self.limits.fields)
        except HTTPError:
            return None

    def _wish(self, accept: bytes) -> _Wish | None:
        """Return what an Accept header asks for; None for a page, or where nothing fits."""
        chosen = {kind: choose(accept.decode("latin-1"), offers) for kind, offers in _KINDS}
        if not any(chosen.values()) or any(pair and pair[0] == "html" for pair in chosen.values()):
            return None
        formats = tuple((kind, pair[0] if pair else None) for kind, pair in chosen.items())
        rest, _ = packed(Question(formats=formats, explain=True).as_json(self.engine.base, self.limits))
        return _Wish(formats, {kind: pair[1] for kind, pair in chosen.items() if pair}, rest)


def _written(wish: _Wish, head: Mapping[str, object], body: bytes) -> tuple[Headers, bytes] | None:
    """Return headers and body of an answer that has something in it."""
    if not head["ok"] or not head["count"]:
        return None
    headers = [*_fixed(wish.media_types[str(head["kind"])]), (b"content-length", b"%d" % len(body))]
    notes = head.get("notes")
    if notes:
        headers += [(name.encode(), value.encode()) for name, value in note_header(notes).items()]  # type: ignore[arg-type] # a list of texts
    return headers, body


@lru_cache(maxsize=64)
def _fixed(media_type: str) -> Headers:
    """Return the headers that every answer of a media type has."""
    headers = {"content-type": content_type(media_type), "vary": "Accept", **SECURITY}
    return [(name.encode(), value.encode()) for name, value in headers.items()]
