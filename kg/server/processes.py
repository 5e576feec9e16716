"""Worker processes as the server sees them: start one, ask it, slow it down, kill it."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import signal
import socket
import sys
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.server.limits import MEMORY
from kg.server.worker import FRAME, MEMORY_EXIT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.server.worker import Config

_BUFFER = 1 << 20
_NICE = 15
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


CRASH, KILLED = "crash", "killed"
"""Why a worker ended, beside the limit of memory."""


class WorkerDiedError(Exception):
    """The worker ended while it was asked; `cause` is memory, crash or killed."""

    def __init__(self, cause: str) -> None:
        """Keep the cause."""
        super().__init__(cause)
        self.cause = cause


@dataclass(slots=True, eq=False)
class Worker:
    """A process that answers one question at a time."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    pid: int
    end: asyncio.Future[int]
    is_slow: bool = False

    async def ask(self, question: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Return head and body of the reply; raise `WorkerDiedError` where there is none."""
        data = json.dumps(question).encode()
        try:
            self.writer.write(FRAME.pack(len(data), 0) + data)
            return await self.hear()
        except (asyncio.IncompleteReadError, OSError):
            raise WorkerDiedError(await self._cause()) from None

    async def hear(self) -> tuple[dict[str, Any], bytes]:
        """Return head and body of the next message; the first of all says that the worker is ready."""
        head, body = FRAME.unpack(await self.reader.readexactly(FRAME.size))
        return json.loads(await self.reader.readexactly(head)), await self.reader.readexactly(body)

    def spent(self) -> float | None:
        """Return the seconds of processor time that the process has used; None where nobody says."""
        try:
            fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="latin-1").rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) / _TICKS
        except (OSError, IndexError, ValueError):
            return None

    async def _cause(self) -> str:
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
            self.writer.close()


@dataclass(slots=True)
class Nursery:
    """Starts workers by forking a prepared process; a dead nursery is replaced."""

    config: Config
    orders: socket.socket | None = None
    births: asyncio.Queue[int] = field(default_factory=asyncio.Queue)
    ends: dict[int, asyncio.Future[int]] = field(default_factory=dict)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    listening: asyncio.Task[None] | None = None
    process: asyncio.subprocess.Process | None = None

    async def worker(self) -> Worker:
        """Return a new worker."""
        async with self.turn:
            for attempt in range(3):
                with suppress(OSError, TimeoutError):
                    return await self._fork()
                await asyncio.sleep(0.1 * attempt)
                self._drop()
        raise WorkerDiedError(CRASH)

    async def _fork(self) -> Worker:
        if self.orders is None:
            self.orders = await self._start()
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self.orders, [b"w"], [theirs.fileno()])
        pid = await asyncio.wait_for(self.births.get(), 10)
        reader, writer = await asyncio.open_connection(sock=ours, limit=_BUFFER)
        return await _ready(Worker(reader, writer, pid, self.ends[pid]))

    async def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-m", "kg.server.nursery", str(theirs.fileno()), json.dumps(self.config)]
        with theirs:
            self.process = await asyncio.create_subprocess_exec(*command, pass_fds=[theirs.fileno()], stdin=asyncio.subprocess.DEVNULL, env=_environment())
        self.births = asyncio.Queue()
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
                    self.ends[report["born"]] = asyncio.get_running_loop().create_future()
                    births.put_nowait(report["born"])
                elif (end := self.ends.pop(report["ended"], None)) is not None:
                    end.set_result(report["code"])
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

    async def worker(self) -> Worker:
        """Return a new worker, which connects back over the loopback interface and shows a token."""
        token = secrets.token_bytes(32)
        arrival: asyncio.Future[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.get_running_loop().create_future()

        async def welcome(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            shown = await reader.readexactly(len(token))
            if secrets.compare_digest(shown, token) and not arrival.done():
                arrival.set_result((reader, writer))
            else:
                writer.close()

        server = await asyncio.start_server(welcome, "127.0.0.1", 0, limit=_BUFFER)
        address = f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
        config = json.dumps({**self.config, "token": token.hex()})
        command = [sys.executable, "-m", "kg.server.worker", address, config]
        process = await asyncio.create_subprocess_exec(*command, stdin=asyncio.subprocess.DEVNULL, env=_environment())
        try:
            reader, writer = await asyncio.wait_for(arrival, 20)
        except TimeoutError:
            raise WorkerDiedError(CRASH) from None
        finally:
            server.close()
        return await _ready(Worker(reader, writer, process.pid, asyncio.ensure_future(process.wait())))

    async def close(self) -> None:
        """Do nothing: each worker ends when its socket closes."""


async def _ready(worker: Worker) -> Worker:
    """Wait until a new worker has opened the store."""
    try:
        await asyncio.wait_for(worker.hear(), 20)
    except (asyncio.IncompleteReadError, OSError, TimeoutError):
        worker.kill()
        raise WorkerDiedError(CRASH) from None
    return worker


def _environment() -> dict[str, str]:
    """Return what a worker needs to know of the environment, and no more."""
    kept = ("PATH", "PYTHONHOME", "SYSTEMROOT", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
    modules = [str(Path(__file__).resolve().parents[2]), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {name: os.environ[name] for name in kept if name in os.environ} | {"PYTHONPATH": os.pathsep.join(modules)}


def nursery_for(config: Config) -> Nursery | Spawner:
    """Return the way to start workers that this system has."""
    return Nursery(config) if hasattr(os, "fork") and hasattr(socket, "send_fds") else Spawner(config)
