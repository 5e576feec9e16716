"""Flat tables for people without SPARQL: the saved questions' answers as CSV, described by CSVW.

https://www.w3.org/TR/tabular-data-primer/ — `roles.csv` has its columns described in
`roles.csv-metadata.json`, where every CSVW reader looks first.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.catalog_terms import LICENCE
from kg.namespaces import PREFIXES
from kg.query import load_queries, run
from kg.results import Result, render

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from kg.model import Dataset
    from kg.query import SavedQuery

_XSD = PREFIXES["xsd"]
_DATATYPES = {
    _XSD + name: name for name in ("integer", "decimal", "boolean", "date", "dateTime", "gYear", "gYearMonth", "duration")
}  # fmt: skip
_JOINED = re.compile(r'separator\s*=\s*"\|"\s*\)[^?\n]*AS\s+\?(\w+)', re.IGNORECASE)
_BOUND = re.compile(r"BIND\s*\(((?:COALESCE|REPLACE)\b[^\n]*)\sAS\s+\?(\w+)\s*\)", re.IGNORECASE)


def answer_all(dataset: Dataset, queries: Path) -> Mapping[str, tuple[SavedQuery, Result]]:
    """Return every saved question with its answer, asked with its defaults."""
    store = ox.Store()
    store.bulk_extend(dataset.quads)
    return {name: (query, run(store, query.text, explain=False)) for name, query in load_queries(queries).items()}


def tables(answers: Mapping[str, tuple[SavedQuery, Result]]) -> Iterator[tuple[str, bytes]]:
    """Yield a CSV file and its metadata for each answer that is a table."""
    for name, (query, result) in answers.items():
        if result.kind == "rows":
            yield f"tables/{name}.csv", render(result, "csv").encode()
            yield f"tables/{name}.csv-metadata.json", _json(metadata(query, result))


def joined_columns(query: SavedQuery) -> set[str]:
    """Return the columns whose cells hold several values, joined with `|`, and those that are bound to such a one."""
    joined = set(_JOINED.findall(query.text))
    return joined | {name for words, name in _BOUND.findall(query.text) if joined & set(re.findall(r"\?(\w+)", words))}


def metadata(query: SavedQuery, result: Result) -> dict[str, object]:
    """Return the CSVW description of an answer: what is asked, and the kind of value in each column."""
    joined = joined_columns(query)
    columns = []
    for place, column in enumerate(result.columns):
        values = [row[place] for row in result.rows]
        described: dict[str, object] = {"name": column, "titles": column, "datatype": _datatype(values)}
        if column in joined:
            described |= {"separator": "|"}
        columns.append(described)
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": f"{query.name}.csv",
        "dc:title": query.summary,
        "dc:license": {"@id": LICENCE},
        "tableSchema": {"columns": columns},
    }


def _datatype(values: Sequence[object]) -> str:
    """Return the CSVW datatype that all values of a column have; `string` where they differ."""
    kinds = {_kind(value) for value in values if value is not None}
    return kinds.pop() if len(kinds) == 1 else "string"


def _kind(value: object) -> str:
    if isinstance(value, ox.NamedNode):
        return "anyURI"
    return _DATATYPES.get(value.datatype.value, "string") if isinstance(value, ox.Literal) else "string"


def _json(document: object) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
