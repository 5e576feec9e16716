"""The short way of the usual question: the same answers as the ordinary way, and nothing gets lost where it ends."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

import pytest

from kg.server.engine import Engine, Question, RefusedError
from kg.server.express import Express
from kg.server.limits import Limits
from kg.server.plain import read_plain
from kg.server.processes import Wire, WorkerDiedError, packed
from kg.server.trial import running
from kg.server.workers import BusyError, LimitError, Waiter

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from kg.server.workers import Answer

LIMITS = Limits(timeout=1, workers=1, queue=1, queue_wait=0.3)
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
ROWS = "SELECT * { ?s ?p 7 }"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    data = tmp_path_factory.mktemp("data") / "data.nt"
    data.write_text("".join(f'<http://example.org/s{i}> <http://www.w3.org/2000/01/rdf-schema#label> "é {i}"@fr .\n' for i in range(50)), encoding="utf-8")
    with running("--data", str(data), "--workers", "1", "--timeout", "5") as (address, _):
        yield address


def said(address: str, *pieces: bytes) -> tuple[bytes, set[bytes], bytes]:
    """Return status line, headers and body of an answer to a request that comes in so many pieces."""
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=10) as connection:
        for piece in pieces:
            connection.sendall(piece)
            time.sleep(0.05 if len(pieces) > 1 else 0)
        data = b""
        while b"\r\n\r\n" not in data:
            data += connection.recv(65536)
        head, _, body = data.partition(b"\r\n\r\n")
        status, *lines = head.split(b"\r\n")
        length = next(int(line.split(b":")[1]) for line in lines if line.startswith(b"content-length:"))
        while len(body) < length:
            body += connection.recv(65536)
    return status, {line for line in lines if not line.startswith(b"date:")}, body


def post(query: str, accept: str, kind: str = "application/sparql-query") -> bytes:
    body = query.encode() if kind == "application/sparql-query" else f"query={quote(query)}".encode()
    return f"POST /sparql HTTP/1.1\r\nHost: h\r\nContent-Type: {kind}\r\nAccept: {accept}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def get(query: str, accept: str, extra: str = "") -> bytes:
    return f"GET /sparql?query={quote(query)}{extra} HTTP/1.1\r\nHost: h\r\nAccept: {accept}\r\n\r\n".encode()


JSON = "application/sparql-results+json"
REQUESTS = {
    "rows": post("SELECT * { ?s ?p ?o } ORDER BY ?s", JSON),
    "rows of anything": get("SELECT * { ?s ?p ?o } LIMIT 3", "*/*"),
    "CSV": get("SELECT * { ?s ?p ?o } LIMIT 3", "text/csv"),
    "XML by form": post("SELECT * { ?s ?p ?o } LIMIT 3", "application/sparql-results+xml", "application/x-www-form-urlencoded"),
    "TSV by parameter": get("SELECT * { ?s ?p ?o } LIMIT 3", "*/*", "&format=tsv"),
    "ASK": post("ASK { ?s ?p ?o }", "application/json"),
    "triples": post("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "text/turtle"),
    "triples not as rows": post("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "text/csv"),
    "a note": post("SELECT * { ?s rdfs:label ?o } LIMIT 1", JSON),
    "no rows": post("SELECT * { ?s rdfs:lable ?o }", JSON),
    "a slip": post("SELECT * { ?s ?p }", JSON),
    "SERVICE": post("ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", JSON),
    "update": post("CLEAR ALL", JSON),
    "nothing": post("", JSON),
    "a page": get("SELECT * { ?s ?p ?o } LIMIT 3", "text/html"),
    "a dataset": get("SELECT * { ?s ?p ?o } LIMIT 3", JSON, "&default-graph-uri=http%3A%2F%2Fexample.org%2Fg"),
    "two queries": get("ASK {}", JSON, "&query=ASK%7B%7D"),
    "a picture": get("ASK {}", "image/png"),
    "half a character": post("ASK {}", JSON, "application/x-www-form-urlencoded").replace(b"ASK%20%7B%7D", b"ASK%20%ED%A0%80"),
}


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=REQUESTS)
def test_both_ways_give_the_same_bytes(request_: bytes, server: str) -> None:
    whole = said(server, request_)
    assert whole == said(server, request_[:30], request_[30:]), "a request in pieces goes the ordinary way"
    assert whole == said(server, request_), "an answer that was kept is the same"


def test_what_is_usual_does_not_go_through_the_application(server: str) -> None:
    """Else the test above would compare the ordinary way with itself."""
    class Asked:
        limits, base, asked = Limits(), server, 0

        def quickly(self, key: Question, rest: bytes, reply: object) -> Callable[[], object]:  # noqa: ARG002 - the engine's
            self.asked += 1
            return print

    engine = Asked()
    express = Express(engine)  # type: ignore[arg-type] # as much of an engine as is used here
    taken = {name for name, data in REQUESTS.items() if (request := read_plain(data)) and express.take(request, lambda _: True)}
    assert taken == set(REQUESTS) - {"TSV by parameter", "a page", "a dataset", "two queries", "a picture", "half a character"}
    assert engine.asked == len(taken)


class Asker:
    """Asks the short way and keeps what comes of it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.replies: list[Answer | None] = []
        self.later: list[asyncio.Task[Answer]] = []

    def ask(self, query: str, *, waits: bool = True) -> Question:
        key = Question(query)
        rest, _ = packed(key.as_json(self.engine.base, self.engine.limits))

        def reply(answer: Answer | None) -> bool:
            self.replies.append(answer)
            if answer is None and waits:
                self.later.append(asyncio.create_task(self.engine.ask(key)))
            return waits

        self.engine.quickly(key, rest, reply)
        return key

    async def heard(self, number: int = 1) -> list[Answer | None]:
        for _ in range(300):
            if len(self.replies) >= number:
                break
            await asyncio.sleep(0.01)
        return self.replies


def with_engine(config: dict[str, Any], trial: Callable[[Engine, Asker], Awaitable[None]], limits: Limits = LIMITS) -> None:
    async def go() -> None:
        engine = Engine(config, limits, "http://localhost/sparql")
        await engine.pool.start()
        try:
            await trial(engine, Asker(engine))
            assert engine.errands.under_way == {}, "every errand has ended"
            assert engine.pool.quick.taken == 0, "every place was given back"
            assert len((await engine.ask(Question("SELECT * { ?s ?p ?o } LIMIT 5")))[1]) > 100, "the next question is answered"
        finally:
            await engine.pool.close()

    asyncio.run(go())


def test_a_quick_answer_comes_and_is_kept(config: dict[str, Any]) -> None:
    async def trial(engine: Engine, asker: Asker) -> None:
        key = asker.ask(ROWS)
        asker.ask(ROWS)
        first, second = await asker.heard(2)
        assert first is not None
        assert first is second, "who asks the same shares the answer"
        assert len(json.loads(first[1])["results"]["bindings"]) == 1
        assert engine.kept[key] is first
        asker.ask(ROWS)
        assert asker.replies[2] is first, "what was kept comes at once"

    with_engine(config, trial)


def test_a_slow_question_goes_on_as_a_flight_and_meets_its_limit(config: dict[str, Any]) -> None:
    async def trial(engine: Engine, asker: Asker) -> None:
        key = asker.ask(ENDLESS)
        assert await asker.heard() == [None]
        assert key in engine.flights, "it is asked once"
        with pytest.raises(LimitError, match="time"):
            await asker.later[0]
        asker.ask(ENDLESS, waits=False)
        assert asker.replies == [None, None], "what is known to be slow goes the ordinary way at once"

    with_engine(config, trial)


def test_a_question_nobody_waits_for_is_stopped(config: dict[str, Any]) -> None:
    async def trial(engine: Engine, asker: Asker) -> None:
        key = asker.ask(ENDLESS, waits=False)
        await asker.heard()
        started = time.monotonic()
        while key in engine.flights or engine.pool.quick.taken:
            assert time.monotonic() - started < LIMITS.timeout / 2, "before its time is over"
            await asyncio.sleep(0.01)

    with_engine(config, trial)


def stopped(engine: Engine) -> int:
    """Stop the worker that is next, and wait until all its threads stand still; return its process."""
    pid = engine.pool.idle[-1].pid
    os.kill(pid, signal.SIGSTOP)
    for thread in Path(f"/proc/{pid}/task").glob("*/stat"):
        while thread.read_text(encoding="latin-1").rpartition(")")[2].split()[0] != "T":
            time.sleep(0.001)
    return pid


def test_a_worker_that_dies_is_told_the_ordinary_way(config: dict[str, Any]) -> None:
    async def trial(engine: Engine, asker: Asker) -> None:
        pid = stopped(engine)
        asker.ask(ROWS)
        os.kill(pid, signal.SIGKILL)
        assert await asker.heard() == [None]
        with pytest.raises(WorkerDiedError):
            await asker.later[0]

    with_engine(config, trial)


def test_a_refusal_is_told_the_ordinary_way(config: dict[str, Any]) -> None:
    async def trial(engine: Engine, asker: Asker) -> None:
        key = asker.ask("CLEAR ALL")
        (answer,) = await asker.heard()
        assert answer is not None
        assert answer[0]["code"] == "update"
        with pytest.raises(RefusedError, match="would change the data"):
            await engine.ask(key)

    with_engine(config, trial)


def test_a_wait_in_the_queue_ends(config: dict[str, Any]) -> None:
    async def trial(engine: Engine, asker: Asker) -> None:
        assert engine.pool.quick.try_enter(), "somebody is there"
        asker.ask(ROWS)
        asker.ask("ASK {}")
        assert asker.replies == [], "the queue is full, and a refusal takes its time"
        assert await asker.heard(2) == [None, None], "the queue stayed full, and the wait is over"
        for later in asker.later:
            with pytest.raises(BusyError):
                await later
        engine.pool.quick.leave()

    with_engine(config, trial)


def test_a_queue_that_is_full_for_a_moment_refuses_nobody(config: dict[str, Any]) -> None:
    async def trial(engine: Engine, asker: Asker) -> None:
        assert engine.pool.quick.try_enter(), "somebody is there"
        for query in (ROWS, "ASK {}", "ASK { ?s ?p 8 }"):
            asker.ask(query)
        assert len(engine.pool.quick.waiting) == LIMITS.queue
        engine.pool.quick.leave()
        assert all(await asker.heard(3))

    with_engine(config, trial)


def test_without_a_worker_one_is_started(config: dict[str, Any]) -> None:
    async def trial(engine: Engine, asker: Asker) -> None:
        await asyncio.sleep(0.2)
        for worker in engine.pool.idle:
            worker.kill()
        engine.pool.idle.clear()
        asker.ask(ROWS)
        assert asker.replies == [None]
        head, _ = await asker.later[0]
        assert head["ok"]

    with_engine(config, trial)


MANY = replace(LIMITS, queue=50, queue_wait=5)


def row(number: int) -> str:
    return f"SELECT ?s {{ ?s ?p {number} }}"


def test_small_questions_go_to_a_worker_together(config: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[int] = []
    ask_all = Wire.ask_all
    monkeypatch.setattr(Wire, "ask_all", lambda wire, questions: sent.append(len(questions)) or ask_all(wire, questions))

    async def trial(_: Engine, asker: Asker) -> None:
        for start in (0, 40):
            for number in range(start, start + 40):
                asker.ask(row(number))
            await asker.heard(start + 40)
        for number, answer in enumerate(asker.replies):
            assert answer is not None
            assert f"urn:s{number}" in answer[1].decode(), "each gets its own answer, in order"
        assert sum(sent) == 80
        assert max(sent) > 1, "once it is known that they take a moment only"

    with_engine(config, trial, MANY)


async def together(engine: Engine, asker: Asker, *queries: str) -> int:
    """Let queries go to one worker together; return its process."""
    engine.errands.pace = 1e-5
    assert engine.pool.quick.try_enter(), "somebody is there"
    for query in queries:
        asker.ask(query)
    pid = stopped(engine)
    engine.pool.quick.leave()
    return pid


def test_who_is_behind_a_slow_question_is_asked_elsewhere(config: dict[str, Any]) -> None:
    async def trial(engine: Engine, asker: Asker) -> None:
        pid = await together(engine, asker, ENDLESS, row(1), row(2))
        os.kill(pid, signal.SIGCONT)
        slow, *others = await asker.heard(3)
        assert slow is None
        assert [b"urn:s1" in (answer or ({}, b""))[1] or b"urn:s2" in (answer or ({}, b""))[1] for answer in others] == [True, True]
        with pytest.raises(LimitError, match="time"):
            await asker.later[0]
        assert pid not in {worker.pid for worker in engine.pool.idle}, "it would answer what it was asked before"

    with_engine(config, trial, MANY)


def test_who_is_behind_a_question_that_kills_is_asked_elsewhere(config: dict[str, Any]) -> None:
    async def trial(engine: Engine, asker: Asker) -> None:
        pid = await together(engine, asker, row(0), row(1), row(2))
        os.kill(pid, signal.SIGKILL)
        first, *others = await asker.heard(3)
        assert first is None
        with pytest.raises(WorkerDiedError):
            await asker.later[0]
        late = [await task for task in asker.later[1:]]  # no worker was ready for them
        assert [answer[0]["ok"] for answer in [*filter(None, others), *late]] == [True, True]

    with_engine(config, trial, MANY)


def test_nobody_is_passed_by_who_rides_along(config: dict[str, Any]) -> None:
    async def trial(engine: Engine, asker: Asker) -> None:
        lane = engine.pool.quick
        assert lane.try_enter(), "somebody is there"
        engine.errands.pace = 1e-5
        asker.ask(row(0))
        page = asyncio.create_task(lane.enter())
        await asyncio.sleep(0)
        asker.ask(row(1))
        lane.leave()
        assert len(await asker.heard()) == 1
        await page
        assert len(asker.replies) == 1, "the second came after the page, which has the place now"
        lane.leave()
        await asker.heard(2)

    with_engine(config, trial, MANY)


def test_who_rode_in_vain_is_next_and_rides_no_more(config: dict[str, Any]) -> None:
    async def trial(engine: Engine, asker: Asker) -> None:
        pid = await together(engine, asker, ENDLESS, row(1), row(2))
        asker.ask(row(3))
        lane = engine.pool.quick
        for _ in range(300):
            if Question(ENDLESS) in engine.flights:
                break
            await asyncio.sleep(0.001)
        assert [waiter.errand.key.query for waiter in lane.waiting if waiter.errand] == [row(1), row(2), row(3)]
        assert [waiter.may_ride for waiter in lane.waiting] == [False, False, True]
        os.kill(pid, signal.SIGKILL)
        await asker.heard(4)
        with pytest.raises(WorkerDiedError):
            await asker.later[0]
        await asyncio.gather(*asker.later[1:])

    with_engine(config, trial, MANY)


def test_a_wait_ends_once_though_it_was_begun_twice(config: dict[str, Any]) -> None:
    async def trial(engine: Engine, asker: Asker) -> None:
        wrong: list[dict[str, Any]] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, context: wrong.append(context))
        lane = engine.pool.quick
        assert lane.try_enter(), "somebody is there"
        for query in (row(0), ENDLESS, row(1)):
            asker.ask(query)
        oldest = lane.waiting.popleft()  # as in a flood, where others pass who waits longest
        engine.errands.pace = 1e-5
        stopped(engine)
        lane.leave()
        lane.waiting.append(oldest)
        assert await asker.heard() == [None]
        lane.places, lane.taken = 0, lane.taken - 1  # the place is not given back in time
        assert await asker.heard(3) == [None, None, None]
        await asyncio.sleep(LIMITS.queue_wait * 2)
        lane.places, lane.taken = 1, lane.taken + 1
        assert (len(asker.replies), wrong) == (3, [])
        for later in asker.later[1:]:
            with pytest.raises(BusyError):
                await later
        with pytest.raises((LimitError, WorkerDiedError)):
            await asker.later[0]

    with_engine(config, trial, replace(MANY, queue_wait=LIMITS.queue_wait))


def test_who_is_gone_waits_no_more(config: dict[str, Any]) -> None:
    async def trial(engine: Engine, asker: Asker) -> None:
        lane, key = engine.pool.quick, Question(ROWS)
        assert lane.try_enter(), "somebody is there"
        one, other = (engine.quickly(key, b"{}", lambda _, number=number: bool(gone.append(number))) for number in range(2))  # type: ignore[misc]
        one()
        assert len(lane.waiting) == 1, "the other waits for the same"
        other()
        assert not lane.waiting
        assert engine.errands.under_way == {}
        lane.leave()
        asker.ask(ROWS)
        assert len(await asker.heard()) == 1
        assert gone == []

    gone: list[int] = []
    with_engine(config, trial)


def test_what_is_refused_is_asked_once(config: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[int] = []
    ask_all = Wire.ask_all
    monkeypatch.setattr(Wire, "ask_all", lambda wire, questions: sent.append(len(questions)) or ask_all(wire, questions))

    async def trial(engine: Engine, _: Asker) -> None:
        later: list[asyncio.Task[Answer]] = []
        key = Question("SELECT")
        rest, _ = packed(key.as_json(engine.base, engine.limits))
        engine.quickly(key, rest, lambda _: later.append(asyncio.create_task(engine.ask(key))) or True)  # type: ignore[func-returns-value]
        for _ in range(300):
            if later:
                break
            await asyncio.sleep(0.01)
        with pytest.raises(RefusedError):
            await later[0]
        assert sent == [1]

    with_engine(config, trial)


def test_in_a_flood_old_and_new_take_turns(config: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    async def trial(engine: Engine, _: Asker) -> None:
        lane, called = engine.pool.quick, list[int]()
        assert lane.try_enter(), "somebody is there"
        monkeypatch.setattr(time, "monotonic", lambda now=time.monotonic: now() + 100)
        lane.waiting.extend(Waiter(lambda number=number: called.append(number) or True, since=time.monotonic() - 90) for number in range(6))  # type: ignore[misc]
        for _ in range(6):
            lane.leave()
        monkeypatch.undo()
        assert called == [0, 5, 1, 4, 2, 3]
        lane.leave()

    with_engine(config, trial, MANY)


def test_in_a_flood_small_new_questions_do_not_wait_for_large_old_ones(config: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    async def trial(engine: Engine, _: Asker) -> None:
        lane, called, now = engine.pool.quick, list[int](), [1000.0]
        assert lane.try_enter(), "somebody is there"
        monkeypatch.setattr(time, "monotonic", lambda: now[0])
        for number in range(8):  # the first four are large
            lane.waiting.append(Waiter(lambda number=number: called.append(number) or True, since=now[0] - 1))  # type: ignore[misc]
        for _ in range(8):
            lane.leave()
            now[0] += 0.2 if called[-1] < 4 else 0.001
        monkeypatch.undo()
        assert called == [0, 7, 6, 5, 4, 3, 1, 2]
        lane.leave()

    with_engine(config, trial, MANY)
