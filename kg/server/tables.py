"""An answer as a table for people: labels instead of IRIs, links to their pages."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.server.site import Site, is_iri, short

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ADDRESS = re.compile(r"https?://[^\s|]+\Z")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows: its text, where it links, its IRI or type as a hint."""

    text: str
    href: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows as a page shows them; `answer` is yes or no for an ASK."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Sequence[Cell]]]
    answer: bool | None = None


async def table_of(site: Site, body: bytes) -> Table:
    """Return the table of an answer in SPARQL JSON."""
    document = json.loads(body)
    if "boolean" in document:
        return Table((), (), bool(document["boolean"]))
    names: list[str] = document["head"]["vars"]
    bindings: list[dict[str, dict[str, str]]] = document["results"]["bindings"]
    iris = {part for row in bindings for term in row.values() for part in _addresses(term)}
    labels = await site.labels(iris)
    shown = [name for name in names if not (name.endswith("Label") and name.removesuffix("Label") in names and _is_linked(name, bindings))]
    rows = [[_cells(site, row.get(name), labels) for name in shown] for row in bindings]
    return Table(shown, rows)


def _is_linked(name: str, bindings: Sequence[Mapping[str, Mapping[str, str]]]) -> bool:
    """Tell whether a column only repeats the labels that the column of IRIs shows."""
    return all(row.get(name.removesuffix("Label"), {"type": "uri"})["type"] == "uri" for row in bindings)


def _addresses(term: Mapping[str, str]) -> list[str]:
    """Return the IRIs of a term: itself, or what a text joins with |."""
    if term["type"] == "uri":
        return [term["value"]]
    parts = term["value"].split("|")
    return parts if all(_ADDRESS.match(part) for part in parts) else []


def _cells(site: Site, term: Mapping[str, str] | None, labels: Mapping[str, str]) -> list[Cell]:
    if term is None:
        return []
    addresses = _addresses(term)
    if addresses:
        return [Cell(labels.get(iri) or short(iri), site.href(iri) if is_iri(iri) else "", iri) for iri in addresses]
    hint = term.get("xml:lang") or short(term.get("datatype", ""))
    return [Cell(term["value"], "", "" if hint == "xsd:string" else hint)]
