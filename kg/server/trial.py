"""Start a server for a trial, as the command line does, and stop it: for tests and benchmarks."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = Path(__file__).resolve().parents[2]
_START = "from kg.cli import main; main()"


@contextmanager
def running(*options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Give the address of a server with these options, and its process; it ends with the block."""
    command = [sys.executable, "-c", _START, "serve", "--port", "0", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=_ROOT)  # noqa: S603 - ourselves
    try:
        line = process.stdout.readline().strip() if process.stdout else ""
        if not line.startswith("http"):
            message = f"The server did not start; exit code {process.wait(10)}."
            raise OutputError(message)
        yield line, process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)
        if process.stdout:
            process.stdout.close()
