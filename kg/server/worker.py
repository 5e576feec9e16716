"""One worker process: it opens the store read-only, answers one question after another, and may be killed.

Questions come over a socket, each as a query and a JSON object of all else, with their lengths before them; see `kg.server.processes`.
The query runs in a thread with a deep stack, while the main thread watches the socket: when the
server is gone, the process ends at once, whatever the engine is doing.
"""

from __future__ import annotations

import json
import os
import queue
import select
import socket
import struct
import sys
import threading
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from kg.query import load_queries
from kg.server.answering import Answerer, Reply

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.query import SavedQuery

STACK = 256 * 1024 * 1024
FRAME = struct.Struct("!II")
"""Length of the head and of the body of a message."""
MEMORY_EXIT = 77
"""The exit code of a worker that ran out of memory in Python's own code."""

Config = dict[str, Any]
_HUNG_UP = getattr(select, "POLLRDHUP", None)
_PIECE = 1 << 16
_SMALL = 64 * 1024
_read = lru_cache(maxsize=64)(json.loads)


def serve(connection: socket.socket, config: Config, saved: Mapping[str, SavedQuery]) -> NoReturn:
    """Answer the questions of one connection until it closes."""
    threading.stack_size(STACK)
    if _HUNG_UP is not None:
        _answering(connection, config, saved, _messages(connection))
        watched = select.poll()
        watched.register(connection, _HUNG_UP)
        watched.poll()
    else:
        questions: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        _answering(connection, config, saved, iter(questions.get, None))
        with suppress(OSError):
            for data in _messages(connection):
                questions.put(data)
    os._exit(0)


def _answering(connection: socket.socket, config: Config, saved: Mapping[str, SavedQuery], messages: Iterable[bytes]) -> None:
    """Answer in a thread of its own."""
    threading.Thread(target=_answer_all, args=(connection, config, saved, messages), daemon=True).start()


def _answer_all(connection: socket.socket, config: Config, saved: Mapping[str, SavedQuery], messages: Iterable[bytes]) -> None:
    try:
        answerer = Answerer(config["store"], config["endpoint"], saved)
    except (OSError, ValueError):
        os._exit(1)  # the server hears of it, and says so
    _limit_memory(config["memory"])
    with suppress(OSError):
        _send(connection, Reply({"ready": True}))
        for data in messages:
            try:
                reply = answerer.answer(_question(data))
            except MemoryError:
                os._exit(MEMORY_EXIT)
            except Exception as error:  # noqa: BLE001 - the server must get an answer to every question
                reply = Reply({"ok": False, "code": "failed", "message": f"The query could not be run: {type(error).__name__}: {error}"})
            _send(connection, reply)
    os._exit(0)


def _messages(connection: socket.socket) -> Iterator[bytes]:
    """Yield the questions, which may come several at once, until nobody asks any more."""
    heard = bytearray()
    while data := connection.recv(_PIECE):
        heard += data
        while len(heard) >= FRAME.size and len(heard) >= (end := FRAME.size + sum(FRAME.unpack_from(heard))):
            message = bytes(heard[:end])
            del heard[:end]
            yield message


def _question(data: bytes) -> dict[str, Any]:
    """Return the question that a message is."""
    end = FRAME.size + FRAME.unpack_from(data)[0]
    return {**_read(data[FRAME.size : end]), "query": data[end:].decode("utf-8", "surrogatepass")}


def _send(connection: socket.socket, reply: Reply) -> None:
    head = json.dumps(reply.head).encode()
    start = FRAME.pack(len(head), len(reply.body)) + head
    if len(reply.body) <= _SMALL:
        connection.sendall(start + reply.body)
    else:
        connection.sendall(start)
        connection.sendall(reply.body)


def _limit_memory(budget: int) -> None:
    """Allow so many bytes more than the process has now; a query that wants more dies alone."""
    if resource is None:
        return
    with suppress(OSError, ValueError):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        limit = pages * resource.getpagesize() + budget
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def saved_queries(config: Config) -> Mapping[str, SavedQuery]:
    """Return the saved queries of the folder that a configuration names."""
    folder = Path(config["queries"])
    return load_queries(folder) if folder.is_dir() else {}


def main() -> NoReturn:
    """Connect to the address of the first argument and serve (used where processes cannot fork)."""
    host, _, port = sys.argv[1].rpartition(":")
    config = json.loads(sys.argv[2])
    connection = socket.create_connection((host, int(port)))
    connection.sendall(bytes.fromhex(config["token"]))
    serve(connection, config, saved_queries(config))


if __name__ == "__main__":
    main()
