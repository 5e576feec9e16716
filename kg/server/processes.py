"""Worker processes as the server sees them: start one, ask it, slow it down, kill it."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import signal
import socket
import sys
from collections import deque
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.server.limits import MEMORY
from kg.server.worker import FRAME, MEMORY_EXIT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.server.worker import Config

_NICE = 15
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_START = 20
Reply = tuple[dict[str, Any], bytes]

CRASH, KILLED, UNBORN = "crash", "killed", "unborn"
"""Why a worker ended, or never came to be, beside the limit of memory."""


class WorkerDiedError(Exception):
    """The worker ended while it was asked; or could not be started; `cause` is memory, crash, killed or unborn."""

    def __init__(self, cause: str) -> None:
        """Keep the cause."""
        super().__init__(cause)
        self.cause = cause


_read = lru_cache(maxsize=64)(json.loads)
"""Heads of replies are few; nobody changes one."""


def packed(question: Mapping[str, Any]) -> tuple[bytes, bytes]:
    """Return a question as it travels: all but the query, which is the same again and again, and the query."""
    rest = {name: value for name, value in question.items() if name != "query"}
    return json.dumps(rest).encode(), question["query"].encode("utf-8", "surrogatepass")


class Wire(asyncio.Protocol):
    """The server's end of the connection to a worker: whole messages come out of it."""

    def __init__(self) -> None:
        """Start with nothing heard; the first message of all says that the worker is ready."""
        self.transport: asyncio.Transport | None = None
        self.heard = bytearray()
        self.ready: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
        self.expected: deque[asyncio.Future[Reply]] = deque([self.ready])

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way to send."""
        self.transport = transport  # type: ignore[assignment] # a socket's transport is one

    def data_received(self, data: bytes) -> None:
        """Give out every message that is whole, to who expects it."""
        self.heard += data
        start, size = 0, len(self.heard)
        while size - start >= FRAME.size:
            head, body = FRAME.unpack_from(self.heard, start)
            middle = start + FRAME.size + head
            if size < middle + body:
                break
            reply = _read(bytes(self.heard[start + FRAME.size : middle])), bytes(self.heard[middle : middle + body])
            start = middle + body
            expected = self.expected.popleft()
            if not expected.done():
                expected.set_result(reply)
        del self.heard[:start]

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - asyncio's signature
        """Tell who waits that nothing will come: the first was being answered, the others had not been begun."""
        error: type[OSError] = ConnectionResetError
        for expected in self.expected:
            if not expected.done():
                expected.set_exception(error())
                expected.exception()  # whether or not anybody waits
            error = ConnectionAbortedError
        self.expected.clear()

    def ask(self, rest: bytes, query: bytes) -> asyncio.Future[Reply]:
        """Send a question, which waits for those sent before; return where its answer will be."""
        return self.ask_all([(rest, query)])[0]

    def ask_all(self, questions: Sequence[tuple[bytes, bytes]]) -> list[asyncio.Future[Reply]]:
        """Send several questions at once."""
        loop = asyncio.get_running_loop()
        answers: list[asyncio.Future[Reply]] = [loop.create_future() for _ in questions]
        self.expected.extend(answers)
        if self.transport is None or not self.is_open:
            self.connection_lost(None)
        else:
            self.transport.write(b"".join([part for rest, query in questions for part in (FRAME.pack(len(rest), len(query)), rest, query)]))
        return answers

    @property
    def is_open(self) -> bool:
        """Whether the worker is still there to be asked."""
        return self.transport is not None and not self.transport.is_closing()

    def close(self) -> None:
        """Hang up."""
        if self.transport is not None:
            self.transport.close()


@dataclass(slots=True, eq=False)
class Worker:
    """A process that answers one question at a time."""

    wire: Wire
    pid: int
    end: asyncio.Future[int]
    is_slow: bool = False
    is_spoiled: bool = False
    """Whether it has questions left that somebody else was asked."""

    def ask(self, question: Mapping[str, Any]) -> asyncio.Future[Reply]:
        """Return where head and body of the reply will be, or an `OSError` where the worker ends before."""
        return self.wire.ask(*packed(question))

    def spent(self) -> float | None:
        """Return the seconds of processor time that the process has used; None where nobody says."""
        try:
            fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="latin-1").rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) / _TICKS
        except (OSError, IndexError, ValueError):
            return None

    async def cause(self) -> str:
        """Return why the worker ended."""
        with suppress(TimeoutError):
            code = await asyncio.wait_for(asyncio.shield(self.end), 1.0)
            return MEMORY if code in {-signal.SIGABRT, MEMORY_EXIT} else KILLED if code == -signal.SIGKILL else CRASH
        return CRASH

    def slow_down(self) -> None:
        """Let the processes of other questions go first."""
        self.is_slow = True
        with suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, self.pid, _NICE)

    def speed_up(self) -> bool:
        """Let a slowed process be as quick as any again; tell whether the system allows it."""
        if self.is_slow:
            try:
                os.setpriority(os.PRIO_PROCESS, self.pid, 0)
            except (OSError, AttributeError):
                return False
            self.is_slow = False
        return True

    def kill(self) -> None:
        """End the process at once."""
        if not self.end.done():
            with suppress(OSError):
                os.kill(self.pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        with suppress(Exception):
            self.wire.close()


@dataclass(slots=True)
class Nursery:
    """Starts workers by forking a prepared process; a dead nursery is replaced."""

    config: Config
    orders: socket.socket | None = None
    births: deque[asyncio.Future[tuple[int, asyncio.Future[int]]]] = field(default_factory=deque)
    """Process and end of each worker that was ordered, in order: whoever gave up on one does not get the next one's."""
    ends: dict[int, asyncio.Future[int]] = field(default_factory=dict)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    listening: asyncio.Task[None] | None = None
    process: asyncio.subprocess.Process | None = None

    async def worker(self) -> Worker:
        """Return a new worker."""
        async with self.turn:
            for attempt in range(3):
                with suppress(WorkerDiedError):  # while it was being born: no question's fault
                    with suppress(OSError, TimeoutError):
                        return await self._fork()
                    self._drop()
                await asyncio.sleep(0.1 * attempt)
        raise WorkerDiedError(UNBORN)

    async def _fork(self) -> Worker:
        if self.orders is None:
            self.orders = await self._start()
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                socket.send_fds(self.orders, [b"w"], [theirs.fileno()])
            birth: asyncio.Future[tuple[int, asyncio.Future[int]]] = asyncio.get_running_loop().create_future()
            self.births.append(birth)
            pid, end = await asyncio.wait_for(birth, 10)
            _, wire = await asyncio.get_running_loop().create_connection(Wire, sock=ours)
        except BaseException:
            ours.close()
            raise
        return await _ready(Worker(wire, pid, end))

    async def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-m", "kg.server.nursery", str(theirs.fileno()), json.dumps(self.config)]
        with theirs:
            self.process = await asyncio.create_subprocess_exec(*command, pass_fds=[theirs.fileno()], stdin=asyncio.subprocess.DEVNULL, env=_environment())
        self.births = deque()
        reports = ours.dup()
        reader, writer = await asyncio.open_connection(sock=reports)
        self.listening = asyncio.create_task(self._listen(reader, writer))
        return ours

    async def _listen(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        births = self.births
        with suppress(ConnectionError), closing(writer):
            while line := await reader.readline():
                report = json.loads(line)
                if "born" in report:
                    self.ends[report["born"]] = end = asyncio.get_running_loop().create_future()
                    birth = births.popleft()
                    if not birth.done():
                        birth.set_result((report["born"], end))
                elif report["ended"] in self.ends:
                    self.ends.pop(report["ended"]).set_result(report["code"])
        for birth in births:
            if not birth.done():
                birth.set_exception(ConnectionResetError())
        if births is self.births:
            self._drop()

    def _drop(self) -> None:
        if self.orders is not None:
            self.orders.close()
            self.orders = None

    async def close(self) -> None:
        """End the nursery; its workers end when their sockets close."""
        if self.listening:
            self.listening.cancel()
        self._drop()
        if self.process:
            with suppress(TimeoutError):
                await asyncio.wait_for(self.process.wait(), 3)


@dataclass(slots=True)
class Spawner:
    """Starts each worker as a fresh process: slower, for systems that cannot fork."""

    config: Config
    living: set[asyncio.Future[int]] = field(default_factory=set)

    async def worker(self) -> Worker:
        """Return a new worker, which connects back over the loopback interface and shows a token."""
        token = secrets.token_bytes(32)
        arrival: asyncio.Future[Wire] = asyncio.get_running_loop().create_future()
        server = await asyncio.get_running_loop().create_server(lambda: _Welcome(token, arrival), "127.0.0.1", 0)
        try:
            address = f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
            config = json.dumps({**self.config, "token": token.hex()})
            command = [sys.executable, "-m", "kg.server.worker", address, config]
            process = await asyncio.create_subprocess_exec(*command, stdin=asyncio.subprocess.DEVNULL, env=_environment())
            end = asyncio.ensure_future(process.wait())
            self.living.add(end)
            end.add_done_callback(self.living.discard)
            either: set[asyncio.Future[Any]] = {arrival, end}
            await asyncio.wait(either, timeout=_START, return_when=asyncio.FIRST_COMPLETED)
        finally:
            server.close()
        if not arrival.done():
            with suppress(ProcessLookupError):
                process.kill()
            raise WorkerDiedError(UNBORN)
        return await _ready(Worker(arrival.result(), process.pid, end))

    async def close(self) -> None:
        """Wait until all have ended, as each does when its socket closes."""
        if self.living:
            await asyncio.wait(self.living, timeout=3)


class _Welcome(Wire):
    """A connection from nobody knows whom, until it shows the token."""

    def __init__(self, token: bytes, arrival: asyncio.Future[Wire]) -> None:
        """Keep the token to compare with."""
        super().__init__()
        self.token, self.arrival = token, arrival
        self.is_known = False

    def data_received(self, data: bytes) -> None:
        """Take messages after the token; hang up on anybody else."""
        if not self.is_known:
            self.heard += data
            size = len(self.token)
            if len(self.heard) < size:
                return
            if self.arrival.done() or not secrets.compare_digest(bytes(self.heard[:size]), self.token):
                self.close()
                return
            self.is_known = True
            self.arrival.set_result(self)
            data = bytes(self.heard[size:])
            self.heard.clear()
        super().data_received(data)


async def _ready(worker: Worker) -> Worker:
    """Wait until a new worker has opened the store."""
    try:
        await asyncio.wait_for(worker.wire.ready, _START)
    except (OSError, TimeoutError):
        worker.kill()
        raise WorkerDiedError(UNBORN) from None
    except asyncio.CancelledError:
        worker.kill()
        raise
    return worker


def _environment() -> dict[str, str]:
    """Return what a worker needs to know of the environment, and no more."""
    kept = ("PATH", "PYTHONHOME", "SYSTEMROOT", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
    modules = [str(Path(__file__).resolve().parents[2]), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {name: os.environ[name] for name in kept if name in os.environ} | {"PYTHONPATH": os.pathsep.join(modules)}


def nursery_for(config: Config) -> Nursery | Spawner:
    """Return the way to start workers that this system has."""
    return Nursery(config) if hasattr(os, "fork") and hasattr(socket, "send_fds") else Spawner(config)
