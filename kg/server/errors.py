"""What goes wrong between asking and answering, as an HTTP status with words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.server.engine import RefusedError
from kg.server.limits import HOW_TO_RAISE, Limits
from kg.server.negotiation import GRAPH, ROWS, listing
from kg.server.processes import WorkerDiedError
from kg.server.workers import BusyError, LimitError

if TYPE_CHECKING:
    from collections.abc import Mapping


class HTTPError(Exception):
    """An answer that is no success: status, a title, what happened and what to do."""

    def __init__(self, status: int, title: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        """Keep all four."""
        super().__init__(message)
        self.status, self.title, self.message, self.headers = status, title, message, dict(headers or {})


_REFUSED = {
    "query": (400, "The query is not right"),
    "absent": (404, "Not in the data"),
    "value": (400, "The value does not fit"),
    "failed": (400, "The query could not be run"),
    "size": (413, "The query is too long"),
    "update": (403, "Read-only"),
    "federation": (403, "Federation is off"),
}
READ_ONLY = "This endpoint is read-only: updates are refused, and the data does not change."


def as_http(error: Exception, limits: Limits) -> HTTPError | None:
    """Return the HTTP error for what the engine raised; None for what nobody foresaw."""
    if isinstance(error, HTTPError):
        return error
    if isinstance(error, BusyError):
        words = "Many questions are being answered at the moment. Ask again in a few seconds."
        return HTTPError(503, "Busy", words, {"Retry-After": str(error.retry_after)})
    if isinstance(error, LimitError):
        return _limit(error.limit, limits)
    if isinstance(error, WorkerDiedError):
        return _death(error.cause, limits)
    if isinstance(error, RefusedError):
        return _refused(error)
    return None


def _refused(error: RefusedError) -> HTTPError:
    if error.code == "format":
        offers = GRAPH if error.kind == "graph" else ROWS
        return not_acceptable(listing(offers), f"This query is answered with {'a graph' if error.kind == 'graph' else 'a table'}.")
    status, title = _REFUSED[error.code]
    before = {"update": READ_ONLY + " ", "federation": "Federation is off: SERVICE is refused, and nothing was sent. "}.get(error.code, "")
    return HTTPError(status, title, before + error.message)


def not_acceptable(listed: str, before: str = "") -> HTTPError:
    """Return a 406 that lists what there is."""
    return HTTPError(406, "Not available in this form", f"{before} The Accept header allows none of: {listed}.".strip())


def _limit(limit: str, limits: Limits) -> HTTPError:
    met = {
        "time": f"The query ran for {limits.timeout:g} seconds, which is the time limit, and was stopped.",
        "memory": f"The query needed more than {limits.memory // 1024**2} megabytes, which is the memory limit, and was stopped.",
        "rows": f"The answer has more than {limits.max_rows:,} rows, which is the row limit; nothing was sent, rather than a part.",
        "bytes": f"The answer has more than {limits.max_bytes // 1024**2} megabytes, the size limit; nothing was sent, rather than a part.",
    }[limit]
    status = 503 if limit in {"time", "memory"} else 413
    headers = {"Kg-Limit": limit} | ({"Retry-After": "60"} if status == 503 else {})  # noqa: PLR2004 - as above
    return HTTPError(status, f"Limit: {limit}", f"{met} {HOW_TO_RAISE[limit]}", headers)


def _death(cause: str, limits: Limits) -> HTTPError:
    if cause in {"memory", "killed"}:
        return _limit("memory", limits)
    if cause == "unborn":
        return HTTPError(503, "Busy", "No process could be started for the query. Ask again in a few seconds.", {"Retry-After": "10"})
    words = (
        "The query was too deeply nested, or too long a chain, for the engine, whose process ended; another one has taken its place. "
        "Shorten chains of operators, unions or paths, and flatten what is nested."
    )
    return HTTPError(400, "Too complex", words)
