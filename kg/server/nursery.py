"""A process that has everything imported and forks workers: one is ready in 0.03 s.

It is single-threaded, so that forking is safe. Orders come over a socket, one byte each with the
worker's own socket attached; it reports every worker's birth and end in one line of JSON. It cuts
itself, and so every worker, off from the network, where the system lets it.
"""

from __future__ import annotations

import ctypes
import json
import os
import select
import signal
import socket
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from kg.server.worker import saved_queries, serve

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.query import SavedQuery
    from kg.server.worker import Config

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


def main() -> NoReturn:
    """Fork a worker for every order until the server is gone."""
    orders = socket.socket(fileno=int(sys.argv[1]))
    config: Config = json.loads(sys.argv[2])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if not config["endpoint"]:
        _leave_network()
    saved = saved_queries(config)
    wake, alarm = os.pipe()
    os.set_blocking(wake, False)
    os.set_blocking(alarm, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(alarm)
    while True:
        ready, _, _ = select.select([orders.fileno(), wake], [], [])
        if wake in ready:
            with suppress(BlockingIOError):
                os.read(wake, 4096)
        _report_ends(orders)
        if orders.fileno() in ready:
            fd = _order(orders)
            _fork(orders, fd, config, saved, (wake, alarm))


def _fork(orders: socket.socket, fd: int, config: Config, saved: Mapping[str, SavedQuery], pipes: tuple[int, int]) -> None:
    pid = os.fork()
    if pid == 0:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        orders.close()
        for pipe in pipes:
            os.close(pipe)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # the engine's last words are the server's to explain
        serve(socket.socket(fileno=fd), config, saved)
    os.close(fd)
    _say(orders, {"born": pid})


def _order(orders: socket.socket) -> int:
    """Return the socket of the worker that is ordered; end where nobody orders any more."""
    try:
        data, fds, _, _ = socket.recv_fds(orders, 1, 1)
    except OSError:
        os._exit(0)
    if not data or not fds:
        os._exit(0)
    return fds[0]


def _report_ends(orders: socket.socket) -> None:
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        _say(orders, {"ended": pid, "code": os.waitstatus_to_exitcode(status)})


def _say(orders: socket.socket, what: Mapping[str, int]) -> None:
    try:
        orders.sendall(json.dumps(what).encode() + b"\n")
    except OSError:
        os._exit(0)


def _leave_network() -> None:
    """Move into a network of its own, without any address, so that nothing can be reached from here."""
    with suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare(_NEW_NETWORK) != 0:
            libc.unshare(_NEW_USER | _NEW_NETWORK)


if __name__ == "__main__":
    main()
