"""How much one request may ask for, and how to raise each limit."""

from __future__ import annotations

import os
from dataclasses import dataclass

MEGABYTE = 1024 * 1024
CORES = max(2, os.cpu_count() or 2)


@dataclass(frozen=True, slots=True)
class Limits:
    """Every limit of the server; times are seconds, sizes are bytes, `slowest` is bytes a second.

    >>> Limits().timeout
    20.0
    """

    timeout: float = 20.0
    max_rows: int = 100_000
    max_bytes: int = 64 * MEGABYTE
    memory: int = 1024 * MEGABYTE
    workers: int = CORES
    queue: int = 128
    queue_wait: float = 8.0
    patience: float = 0.4
    cache: int = 64 * MEGABYTE
    body: int = MEGABYTE
    url: int = 64 * 1024
    head: int = 128 * 1024
    fields: int = 100
    receive: float = 15.0
    header_wait: float = 10.0
    send: float = 30.0
    slowest: int = 16 * 1024
    connections: int = 512
    sending: int = 512 * MEGABYTE


TIME, MEMORY, ROWS, BYTES = "time", "memory", "rows", "bytes"
"""The limits that a query can meet."""

HOW_TO_RAISE = {
    TIME: "Narrow the query (fewer patterns that share no variable, a LIMIT), or start the server with --timeout SECONDS.",
    MEMORY: "Narrow the query (less to sort, group or concatenate), or start the server with --memory MEGABYTES.",
    ROWS: "Add LIMIT and OFFSET to fetch the answer in parts, or start the server with --max-rows N.",
    BYTES: "Add LIMIT and OFFSET to fetch the answer in parts, or start the server with --max-megabytes N.",
}
"""What to do when a limit is met."""
