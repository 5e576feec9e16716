"""Ask the pool, once for the same question: what is being answered is shared, what was answered is kept.

The data never changes while the server runs, so that an answer stays right; only answers that use
RAND, NOW, UUID or new blank nodes are asked anew each time.
"""

from __future__ import annotations

import asyncio
import json
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from kg.server.errands import Errands
from kg.server.processes import WorkerDiedError
from kg.server.workers import Answer, BusyError, LimitError, Pool

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping, Sequence

    from kg.server.limits import Limits
    from kg.server.worker import Config

FORMATS: Mapping[str, str] = {"rows": "json", "boolean": "json", "graph": "json"}
_SMALL = 512
_EXPLAINING = 6.0


class RefusedError(Exception):
    """The worker says what is wrong: `code` is query, update, federation, size, value, format or failed."""

    def __init__(self, code: str, message: str, kind: str = "") -> None:
        """Keep what was said."""
        super().__init__(message)
        self.code, self.message, self.kind = code, message, kind


@dataclass(frozen=True, slots=True)
class Question:
    """One query, free (`query`) or saved (`saved` with `values`), and how its answer is wanted."""

    query: str = ""
    saved: str = ""
    values: tuple[tuple[str, str], ...] = ()
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    formats: tuple[tuple[str, str | None], ...] = tuple(FORMATS.items())
    max_rows: int = 0
    max_bytes: int = 0
    cut: bool = False
    explain: bool = False
    why: bool = False

    def __hash__(self) -> int:
        """Return a hash that is quickly had: few questions differ in their form only."""
        return hash(self.query or (self.saved, self.values))

    def as_json(self, base: str, limits: Limits) -> dict[str, Any]:
        """Return the question as a worker reads it."""
        return {
            "query": self.query,
            "saved": self.saved,
            "values": dict(self.values),
            "default": list(self.default),
            "named": list(self.named),
            "formats": dict(self.formats),
            "max_rows": min(self.max_rows or limits.max_rows, limits.max_rows),
            "max_bytes": min(self.max_bytes or limits.max_bytes, limits.max_bytes),
            "cut": self.cut,
            "explain": self.explain,
            "why": self.why,
            "base": base,
        }


@dataclass(slots=True)
class _Flight:
    """A question under way and how many wait for it."""

    task: asyncio.Future[Answer]
    waiting: int = 0


@dataclass(slots=True)
class Engine:
    """Answers questions from memory, from a flight under way, or from the pool."""

    config: Config
    limits: Limits
    base: str
    pool: Pool = field(init=False)
    flights: dict[Question, _Flight] = field(default_factory=dict)
    errands: Errands = field(init=False)
    kept: OrderedDict[Question, Answer] = field(default_factory=OrderedDict)
    size: int = 0

    def __post_init__(self) -> None:
        """Make the pool."""
        self.pool = Pool(self.config, self.limits)
        self.errands = Errands(self)

    async def ask(self, question: Question) -> Answer:
        """Return head and body of the answer; raise what went wrong. Where there are no rows, and it is asked for, the notes say why."""
        answer = self.kept.get(question)
        if answer is None:
            answer = await self._shared(question)
        else:
            self.kept.move_to_end(question)
        head, body = _checked(answer)
        if question.explain and head["count"] == 0:
            return {**head, "notes": [*head.get("notes", ()), *await self._why(question)]}, body
        return head, body

    async def _why(self, question: Question) -> list[str]:
        """Return why there are no rows; what takes long, or meets a limit, stays unsaid."""
        if not self.pool.is_busy:
            with suppress(TimeoutError, BusyError, LimitError, WorkerDiedError):
                async with asyncio.timeout(_EXPLAINING):
                    asked = replace(question, why=True, explain=False)
                    found, _ = self.kept.get(asked) or await self._shared(asked)
                    return list(found.get("notes", ()))
        return []

    async def _shared(self, key: Question) -> Answer:
        flight = self.flights.get(key)
        if flight is None:
            flight = self.under_way(key, self.pool.ask(key.as_json(self.base, self.limits), key))
        flight.waiting += 1
        try:
            return await asyncio.shield(flight.task)
        finally:
            flight.waiting -= 1
            if flight.waiting == 0 and not flight.task.done():
                if self.flights.get(key) is flight:
                    del self.flights[key]
                flight.task.cancel()

    def under_way(self, key: Question, asked: Coroutine[Any, Any, Answer]) -> _Flight:
        """Let all who ask the same wait for one answer."""
        flight = self.flights[key] = _Flight(asyncio.create_task(asked))
        flight.task.add_done_callback(lambda task: self._landed(key, task))
        return flight

    def quickly(self, key: Question, rest: bytes, reply: Callable[[Answer | None], bool]) -> Callable[[], object]:
        """Ask without a task of its own, `rest` being the question as it travels, but its query; return what to call if the asker goes.

        `reply` gets the answer, at once or later, and says whether somebody still waits. It gets None for
        whatever is not answered at once and well; to `ask` then goes on from there, nothing is asked twice.
        """
        answer = self.kept.get(key)
        if answer is not None:
            self.kept.move_to_end(key)
        if answer is not None or key in self.flights or self.pool.is_known_slow(key):
            reply(answer)
            return _nothing
        return self.errands.start(key, rest, reply)

    def _landed(self, key: Question, task: asyncio.Future[Answer]) -> None:
        flight = self.flights.get(key)
        if flight is not None and flight.task is task:
            del self.flights[key]
        if not task.cancelled() and task.exception() is None:
            self.keep(key, task.result())

    def keep(self, key: Question, answer: Answer) -> None:
        """Remember an answer that stays right, as far as there is room."""
        head, body = answer
        size = len(body) + len(key.query) + _SMALL
        if head.get("volatile") or not head["ok"] or size > self.limits.cache // 8 or key in self.kept:
            return
        self.kept[key] = answer
        self.size += size
        while self.size > self.limits.cache:
            old, (_, data) = self.kept.popitem(last=False)
            self.size -= len(data) + len(old.query) + _SMALL

    async def rows(self, sparql: str, max_rows: int = 0) -> list[dict[str, dict[str, str]]]:
        """Return the rows of a query of our own: for each, the terms by variable name."""
        _, body = await self.ask(Question(sparql, max_rows=max_rows, cut=bool(max_rows)))
        bindings: list[dict[str, dict[str, str]]] = json.loads(body)["results"]["bindings"]
        return bindings

    async def texts(self, sparql: str, max_rows: int = 0) -> list[dict[str, str]]:
        """Return the rows of a query of our own as plain texts; what has no value is empty."""
        _, body = await self.ask(Question(sparql, max_rows=max_rows, cut=bool(max_rows)))
        document = json.loads(body)
        names: Sequence[str] = document["head"]["vars"]
        return [{name: row.get(name, {}).get("value", "") for name in names} for row in document["results"]["bindings"]]

    async def boolean(self, sparql: str) -> bool:
        """Return the answer to an ASK of our own."""
        _, body = await self.ask(Question(sparql))
        return bool(json.loads(body)["boolean"])


def _nothing() -> None:
    pass


def _checked(answer: Answer) -> Answer:
    head, _ = answer
    if head["ok"]:
        return answer
    if head["code"] == "limit":
        raise LimitError(head["limit"])
    raise RefusedError(head["code"], head.get("message", ""), head.get("kind", ""))
