"""The workers where processes cannot fork, and clients that do not read their answers."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

import pytest

from kg.server.engine import Question
from kg.server.limits import Limits
from kg.server.processes import Nursery, Spawner, Wire, WorkerDiedError, nursery_for, packed
from kg.server.trial import running
from kg.server.worker import FRAME
from kg.server.workers import LimitError, Pool

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIMITS = Limits(timeout=2, workers=1)
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def question(query: str) -> dict[str, Any]:
    return Question(query).as_json("http://localhost/sparql", LIMITS)


def spawned(config: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Pool:
    """A pool as it is where the system cannot fork."""
    monkeypatch.delattr(os, "fork")
    pool = Pool(config, LIMITS)
    monkeypatch.undo()
    assert isinstance(pool.nursery, Spawner)
    return pool


async def answered(pool: Pool, query: str) -> list[Any]:
    head, body = await pool.ask(question(query), query)
    assert head["ok"], head
    found: list[Any] = json.loads(body)["results"]["bindings"]
    return found


def test_a_system_that_forks_has_a_nursery(config: dict[str, Any]) -> None:
    assert isinstance(nursery_for(config), Nursery)


def test_a_worker_that_nobody_waits_for_is_not_taken_for_the_next_one(config: dict[str, Any]) -> None:
    async def ask() -> None:
        nursery = Nursery(config)
        (await nursery.worker()).kill()
        given_up = asyncio.create_task(nursery.worker())
        for _ in range(20):
            await asyncio.sleep(0)
        given_up.cancel()
        worker = await nursery.worker()
        answer = worker.ask(question(ENDLESS))
        os.kill(worker.pid, signal.SIGKILL)
        with pytest.raises(ConnectionResetError):
            await asyncio.wait_for(answer, 1)
        assert await worker.cause() == "killed"
        await nursery.close()

    asyncio.run(ask())


def test_a_worker_that_dies_at_birth_is_replaced(config: dict[str, Any]) -> None:
    async def ask() -> None:
        nursery = Nursery(config)
        (await nursery.worker()).kill()
        known = set(nursery.ends)
        ordered = asyncio.create_task(nursery.worker())
        for _ in range(10_000):
            if born := set(nursery.ends) - known:
                os.kill(born.pop(), signal.SIGKILL)
                break
            await asyncio.sleep(0)
        worker = await asyncio.wait_for(ordered, 5)
        head, _ = await worker.ask(question("ASK {}"))
        assert head["ok"]
        worker.kill()
        await nursery.close()

    asyncio.run(ask())


def test_a_nursery_that_ends_is_replaced_at_once(config: dict[str, Any]) -> None:
    async def ask() -> None:
        nursery = Nursery(config)
        (await nursery.worker()).kill()
        assert nursery.process is not None
        nursery.process.send_signal(signal.SIGSTOP)
        ordered = asyncio.create_task(nursery.worker())
        await asyncio.sleep(0.1)
        nursery.process.kill()
        worker = await asyncio.wait_for(ordered, 8)
        head, _ = await worker.ask(question("ASK {}"))
        assert head["ok"]
        worker.kill()
        await nursery.close()

    asyncio.run(ask())


def test_without_fork_questions_are_answered_and_stopped(config: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    pool = spawned(config, monkeypatch)

    async def ask() -> None:
        await pool.start()
        try:
            assert len(await answered(pool, "SELECT * { ?s ?p 7 }")) == 1
            started = time.monotonic()
            with pytest.raises(LimitError, match="time"):
                await answered(pool, ENDLESS)
            assert time.monotonic() - started < LIMITS.timeout + 3
            assert len(await answered(pool, "SELECT * { ?s ?p ?o } LIMIT 3")) == 3
        finally:
            await pool.close()

    asyncio.run(ask())


def test_without_fork_a_worker_that_dies_is_replaced(config: dict[str, Any]) -> None:
    async def ask() -> None:
        spawner = Spawner(config)
        worker = await spawner.worker()
        answer = worker.ask(question(ENDLESS))
        os.kill(worker.pid, signal.SIGKILL)
        with pytest.raises(ConnectionResetError):
            await answer
        assert await worker.cause() == "killed"
        another = await spawner.worker()
        head, _ = await another.ask(question("ASK {}"))
        assert head["ok"]
        another.kill()
        await spawner.close()

    asyncio.run(ask())


def test_without_fork_nobody_without_the_token_is_a_worker(config: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    strangers: list[bytes] = []
    start = asyncio.create_subprocess_exec

    async def with_strangers(*command: str, **options: object) -> asyncio.subprocess.Process:
        """Come before the worker, with a token that is wrong, or with none."""
        host, _, port = command[-2].rpartition(":")
        for words in (b"\0" * 32, b"short", b""):
            reader, writer = await asyncio.open_connection(host, int(port))
            writer.write(words)
            if len(words) == 32:
                strangers.append(await asyncio.wait_for(reader.read(), 5))
            writer.close()
        return await start(*command, **options)  # type: ignore[arg-type]

    async def ask() -> None:
        monkeypatch.setattr(asyncio, "create_subprocess_exec", with_strangers)
        spawner = Spawner(config)
        worker = await spawner.worker()
        head, _ = await worker.ask(question("ASK {}"))
        assert head["ok"]
        worker.kill()
        await spawner.close()

    asyncio.run(ask())
    assert strangers == [b""], "who shows a wrong token is hung up on"


def test_a_spawned_worker_that_cannot_start_is_an_error_at_once(config: dict[str, Any]) -> None:
    started = time.monotonic()

    async def ask() -> None:
        spawner = Spawner({**config, "store": config["store"] + "/none"})
        with pytest.raises(WorkerDiedError):
            await spawner.worker()
        await spawner.close()

    asyncio.run(ask())
    assert time.monotonic() - started < 10


def talk(command: list[str], environment: dict[str, str], config: dict[str, Any]) -> Iterator[tuple[socket.socket, subprocess.Popen[bytes]]]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(20)
        address = f"127.0.0.1:{listener.getsockname()[1]}"
        with subprocess.Popen([*command, address, json.dumps({**config, "token": "00"})], env=environment) as process:
            connection, _ = listener.accept()
            with connection:
                connection.settimeout(20)
                assert connection.recv(1) == b"\0"
                yield connection, process
            assert process.wait(10) == 0, "it ends when the server is gone"


def exactly(connection: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        part = connection.recv(size - len(data))
        assert part, "the worker answers"
        data += part
    return data


def message(query: str) -> bytes:
    """Return a question as it travels."""
    rest, asked = packed(question(query))
    return FRAME.pack(len(rest), len(asked)) + rest + asked


@pytest.mark.parametrize("setup", ["", "worker._HUNG_UP = None; "], ids=["with poll", "without poll"])
def test_a_worker_answers_until_the_server_is_gone(setup: str, config: dict[str, Any], environment: dict[str, str]) -> None:
    command = [sys.executable, "-c", f"import kg.server.worker as worker; {setup}worker.main()"]
    for connection, _ in talk(command, environment, config):
        for query in ("", "ASK {}", "SELECT * { ?s ?p ?o }", "ASK {}"):
            if query:
                whole = message(query)
                connection.sendall(whole[:5])
                time.sleep(0.05)
                connection.sendall(whole[5:])
            head, body = FRAME.unpack(exactly(connection, FRAME.size))
            said = json.loads(exactly(connection, head))
            exactly(connection, body)
            assert said.get("ready") or said["ok"]


def test_a_worker_that_is_busy_ends_when_the_server_is_gone(config: dict[str, Any], environment: dict[str, str]) -> None:
    for connection, _ in talk([sys.executable, "-m", "kg.server.worker"], environment, config):
        head, _ = FRAME.unpack(exactly(connection, FRAME.size))
        exactly(connection, head)
        connection.sendall(message(ENDLESS))
        time.sleep(0.3)


def test_a_message_in_pieces_is_put_together() -> None:
    async def hear() -> None:
        wire = Wire()
        answer = wire.ready
        head = json.dumps({"ok": True}).encode()
        data = FRAME.pack(len(head), 3) + head + b"abc"
        for index in range(len(data)):
            assert not answer.done()
            wire.data_received(data[index : index + 1])
        assert await answer == ({"ok": True}, b"abc")

    asyncio.run(hear())


# --- clients that do not read -----------------------------------------------------------------

IMPATIENT = """
import sys
from dataclasses import replace
import kg.server.limits as limits
import kg.server.run as run
made = limits.Limits
run.Limits = lambda **options: replace(made(**options), CHANGES)
from kg.cli import main
main()
"""
LARGE = 20_000
Host = tuple[str, int]


@contextmanager
def impatient(path: Path, changes: str, environment: dict[str, str], root: Path) -> Iterator[Host]:
    """A server over 20 MB with other limits than the usual ones."""
    path.write_text("".join(f'<urn:s{i}> <urn:p> "{"x" * 1000}" .\n' for i in range(LARGE)), encoding="utf-8")
    command = [sys.executable, "-c", IMPATIENT.replace("CHANGES", changes), "serve", "--port", "0", "--data", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=root) as process:
        try:
            assert process.stdout
            address = urlsplit(process.stdout.readline().strip())
            yield address.hostname or "", address.port or 0
        finally:
            process.terminate()


def test_a_client_that_does_not_read_its_answer_is_cut(tmp_path: Path, environment: dict[str, str], root: Path) -> None:
    with impatient(tmp_path / "data.nt", "send=1.0", environment, root) as host:
        slow = ask_and_do_not_read(host)
        whole = read_all(ask_and_do_not_read(host))
        assert b"200 OK" in whole[:100]
        assert len(whole) > 20_000_000
        time.sleep(3)
        started = time.monotonic()
        cut = read_all(slow)
        assert len(cut) < len(whole) / 2, "what was not read in time does not come any more"
        assert time.monotonic() - started < 5


def test_a_client_that_reads_in_drips_is_cut(tmp_path: Path, environment: dict[str, str], root: Path) -> None:
    with impatient(tmp_path / "data.nt", "send=1.0, slowest=2_000_000", environment, root) as host:
        dripping = ask_and_do_not_read(host)
        read, started = 0, time.monotonic()
        with dripping, suppress(ConnectionResetError):
            while part := dripping.recv(65536):
                read += len(part)
                time.sleep(0.02)
        assert 300_000 < read < 20_000_000, "it is not a pause that ends it"
        assert time.monotonic() - started < 20


def test_short_answers_are_sent_while_long_ones_wait_for_their_readers(tmp_path: Path, environment: dict[str, str], root: Path) -> None:
    with impatient(tmp_path / "data.nt", "sending=30_000_000", environment, root) as host:
        lazy = [ask_and_do_not_read(host, f"SELECT ?s ?o {{ ?s ?p ?o }} # {i}") for i in range(2)]
        time.sleep(2)
        refused = read_all(ask_and_do_not_read(host, "SELECT ?o ?s { ?s ?p ?o }"))
        assert refused.startswith(b"HTTP/1.1 503 ")
        assert b"retry-after: 10" in refused
        assert b"nosniff" in refused
        assert read_all(ask_and_do_not_read(host, "ASK {}")).startswith(b"HTTP/1.1 200 ")
        for connection in lazy:
            connection.close()
        time.sleep(1)
        assert read_all(ask_and_do_not_read(host, "SELECT ?o ?s { ?s ?p ?o }")).startswith(b"HTTP/1.1 200 ")


def test_a_client_that_reads_slowly_but_reads_gets_all(tmp_path: Path) -> None:
    path = tmp_path / "data.nt"
    path.write_text("".join(f'<urn:s{i}> <urn:p> "{"x" * 1000}" .\n' for i in range(3_000)), encoding="utf-8")
    with running("--data", str(path)) as (address, _):
        parts = urlsplit(address)
        slow = ask_and_do_not_read((parts.hostname or "", parts.port or 0))
        assert len(read_all(slow, pause=0.01)) > 3_000_000


def ask_and_do_not_read(host: Host, query: str = "SELECT ?s ?o { ?s ?p ?o }") -> socket.socket:
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
    connection.settimeout(20)
    connection.connect(host)
    connection.sendall(f"GET /sparql?query={quote(query)} HTTP/1.1\r\nHost: {host[0]}\r\nConnection: close\r\n\r\n".encode())
    return connection


def read_all(connection: socket.socket, pause: float = 0.0) -> bytes:
    data = bytearray()
    with connection, suppress(ConnectionResetError):
        while part := connection.recv(65536):
            data += part
            time.sleep(pause)
    return bytes(data)
