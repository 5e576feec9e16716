"""The command `kg export`: the files of a build for a portal, with or without people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.catalog import MEDIA, catalogue
from kg.errors import NotFoundError, did_you_mean
from kg.export import open_store, serialize, staged
from kg.graph.world import program_version
from kg.model import Dataset
from kg.namespaces import BASE, PREFIXES, UNEG

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_SUFFIXES = {name.rpartition(".")[2]: name for name in MEDIA}


def write_kit(output: Path, directory: Path, forms: Sequence[str] = (), *, without_people: bool = False) -> Iterator[str]:
    """Write the serializations and the catalogue of a build; yield a line for each file."""
    for form in forms:
        if form not in _SUFFIXES:
            message = f"No format '{form}'.{did_you_mean(form, _SUFFIXES)} Formats: {', '.join(_SUFFIXES)}."
            raise NotFoundError(message)
    dataset = Dataset(frozenset(open_store(output)))
    dataset = leave_out_people(dataset) if without_people else dataset
    chosen = {_SUFFIXES[form] for form in forms} or set(MEDIA)
    files = {name: data for name, data in serialize(dataset) if name in chosen}
    with staged(directory) as new:
        for name, data in files.items():
            (new / name).write_bytes(data)
        (new / "catalog.ttl").write_bytes(catalogue(dataset, (), files, program_version(), _base(dataset)))
    yield from (f"{directory / name}  {len(data):,} bytes" for name, data in files.items())
    yield f"{directory / 'catalog.ttl'}"


def _base(dataset: Dataset) -> str:
    graphs = (getattr(quad.graph_name, "value", "") for quad in dataset.quads)
    return next((g.removesuffix("graph/provenance") for g in graphs if g.endswith("/graph/provenance")), BASE)


def leave_out_people(dataset: Dataset) -> Dataset:
    """Return the dataset without persons: their graphs, what follows of them, texts that name them."""
    people = {q.subject for q in dataset.quads if _is_type(q.predicate.value) and getattr(q.object, "value", "") == UNEG + "Person"}
    graphs = {q.graph_name for q in dataset.quads if q.subject in people and not getattr(q.graph_name, "value", "").endswith("/graph/entailments")}
    names = {getattr(q.object, "value", "") for q in dataset.quads if q.subject in people and q.predicate.value == PREFIXES["foaf"] + "name"}
    kept = {q for q in dataset.quads if q.graph_name not in graphs and q.subject not in people and q.object not in people}
    named = {q for q in kept if any(name in getattr(q.object, "value", "") for name in names)} if names else set()
    subjects = {q.subject for q in dataset.quads if q.graph_name in graphs}
    described = {q.subject for q in kept if not getattr(q.graph_name, "value", "").endswith("/graph/entailments")}
    gone = subjects - described
    return Dataset(frozenset(q for q in kept - named if q.subject not in gone and q.object not in gone))


def _is_type(predicate: str) -> bool:
    return predicate == PREFIXES["rdf"] + "type"
