"""The validation report of a kit, and the gaps that it counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.namespaces import PREFIXES
from kg.ontology import load_ontology
from kg.service import data_of
from kg.validate import to_markdown, validate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kg.model import Dataset

_NAMES = ("validation.md", "validation.ttl")


def report_files(dataset: Dataset, output: Path, ontology: Path, *, again: bool) -> Iterator[tuple[str, bytes]]:
    """Yield the report in words and in RDF: that of the build, or a new one of a smaller dataset."""
    if not again:
        yield from [(name, (output / name).read_bytes()) for name in _NAMES]
        return
    report = validate(data_of(dataset), load_ontology(ontology))
    yield "validation.md", to_markdown(report).encode()
    yield "validation.ttl", report.turtle


def gaps_of(turtle: bytes) -> Mapping[str, int]:
    """Return how often the report of a build gives each message."""
    message = ox.NamedNode(PREFIXES["sh"] + "resultMessage")
    found = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
    return dict(sorted(Counter(q.object.value for q in found if q.predicate == message and isinstance(q.object, ox.Literal)).items()))
