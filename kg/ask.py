"""The command `kg query`: a saved query, a file or standard input, on the build or an endpoint."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.export import open_store
from kg.query import bind, find_query, labels_of, load_queries, parse_query, read_query, run, run_remote
from kg.results import render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.query import SavedQuery


def ask(name: str, params: Sequence[str], form: str, queries: Path, output: Path, endpoint: str | None) -> tuple[str, tuple[str, ...]]:
    """Return the answer to a query in a format, and notes for the reader."""
    question = _question(name, queries)
    values = dict(_pair(item) for item in params)
    if endpoint:
        result = run_remote(endpoint, bind(question, values, endpoint), explain=True)
        return render(result, form), result.notes
    store = open_store(output)
    result = run(store, bind(question, values, store))
    labels = labels_of(store, result) if form in {"table", "markdown"} else {}
    return render(result, form, labels=labels), result.notes


def _question(name: str, queries: Path) -> SavedQuery:
    if name == "-":
        return parse_query(sys.stdin.read(), "standard input")
    path = Path(name)
    if path.suffix in {".rq", ".sparql"} or path.is_file():
        return read_query(path)
    return find_query(load_queries(queries), name)


def _pair(item: str) -> tuple[str, str]:
    key, equals, value = item.partition("=")
    if not equals:
        message = f"'{item}' is no parameter. Write it as KEY=VALUE, for example -p agency=UNEP."
        raise QueryError(message)
    return key.strip(), value.strip()


def listing(queries: Path) -> str:
    """Return the list of the saved queries with their question and parameters."""
    known = load_queries(queries)
    width = max(map(len, known))
    lines = [f"{len(known)} saved queries. Run one with: kg query NAME [-p KEY=VALUE] [-f csv]", ""]
    for name, query in sorted(known.items()):
        lines.append(f"  {name:<{width}}  {query.summary}")
        lines += [f"  {'':<{width}}    -p {p.name}={_shown(p.type, p.cls)}  {p.description}" for p in query.parameters]
    return "\n".join(lines) + "\n"


def _shown(kind: str, cls: str) -> str:
    return f"<{cls.removeprefix('uneg:') or 'entity'}>" if kind == "entity" else f"<{kind}>"
