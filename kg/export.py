"""Write a build to a folder: every serialization of one dataset, the store, answers, the network.

All files are written beside the old ones first and renamed at the end, so that a build that is
killed leaves the previous output whole.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pyoxigraph as ox

from kg.errors import OutputError
from kg.export_jsonld import to_jsonld
from kg.model import Dataset
from kg.namespaces import BASE, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

_Item = TypeVar("_Item", ox.Quad, ox.Triple)
SERIALIZATIONS: tuple[tuple[str, ox.RdfFormat, bool], ...] = (
    ("dataset.nq", ox.RdfFormat.N_QUADS, True),
    ("dataset.trig", ox.RdfFormat.TRIG, True),
    ("dataset.jsonld", ox.RdfFormat.JSON_LD, True),
    ("graph.ttl", ox.RdfFormat.TURTLE, False),
    ("graph.nt", ox.RdfFormat.N_TRIPLES, False),
    ("graph.jsonld", ox.RdfFormat.JSON_LD, False),
    ("graph.rdf", ox.RdfFormat.RDF_XML, False),
)
"""File, format, and whether it carries the named graphs or their union."""
_TYPE, _LABEL = (f" <{PREFIXES[prefix]}{name}> ".encode() for prefix, name in (("rdf", "type"), ("rdfs", "label")))
_HOUR = 3600.0
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML 1.0 cannot say in any way, such as the form feed between the pages of a plain text."""


def serialize(dataset: Dataset, names: Iterable[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield the serializations that are named, or all, as (file name, bytes), in a fixed order of the statements.

    All are written from the quads in memory: a store would rewrite some of the literals.
    """
    wanted = set(names) or {name for name, _, _ in SERIALIZATIONS}
    quads, quad_lines = _in_order(dataset.quads, ox.RdfFormat.N_QUADS)
    triples, triple_lines = _in_order(dataset.triples, ox.RdfFormat.N_TRIPLES)
    lines = {ox.RdfFormat.N_QUADS: quad_lines, ox.RdfFormat.N_TRIPLES: triple_lines}
    for name, form, has_graphs in SERIALIZATIONS:
        if name in wanted:
            yield name, b"".join(lines[form]) if form in lines else write(quads if has_graphs else triples, form)


def write(items: Iterable[ox.Quad] | Iterable[ox.Triple], form: ox.RdfFormat) -> bytes:
    """Return statements in one format, in the order given."""
    if form == ox.RdfFormat.JSON_LD:
        return to_jsonld(items)
    data = ox.serialize(items, format=form, prefixes=PREFIXES) or b""
    return _NOT_XML.sub("\ufffd", data.decode()).replace("\r", "&#13;").encode() if form == ox.RdfFormat.RDF_XML else data


def _in_order(items: Collection[_Item], form: ox.RdfFormat) -> tuple[list[_Item], list[bytes]]:
    """Return statements by graph, then subject, types first and labels second, as people read them; and as lines."""
    said = list(items)
    lines = (ox.serialize(said, format=form) or b"").splitlines(keepends=True)  # of bytes: at no other mark than \n and \r
    order = [line.replace(_TYPE, b" 0 ", 1).replace(_LABEL, b" 1 ", 1) for line in lines]
    if form == ox.RdfFormat.N_QUADS:
        order = [b"%b %b" % (line.rpartition(b" <")[2], line) for line in order]
    places = sorted(range(len(said)), key=order.__getitem__)
    return [said[place] for place in places], sorted(lines)


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Give a folder to write into; when all went well its files replace those of `folder`.

    Raise `OutputError` where the folder cannot be written; nothing is left half-done then.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _tidy(folder)
        staging = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
    except OSError as error:
        message = f"Cannot write to '{folder}': {error.strerror}. Give another folder with -o."
        raise OutputError(message) from None
    try:
        yield staging
        for path in sorted(staging.iterdir()):
            _replace(path, folder / path.name)
    except OSError as error:
        message = f"Cannot write to '{folder}': {error.strerror}. The files that were there are unchanged or whole."
        raise OutputError(message) from None
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _tidy(folder: Path) -> None:
    """Remove what builds have left that were killed on the way; one of the last hour may still be at work."""
    for left in folder.glob(".new-*"):
        if time.time() - left.stat().st_mtime > _HOUR:
            shutil.rmtree(left, ignore_errors=True)


def _replace(new: Path, old: Path) -> None:
    if not new.is_dir():
        os.replace(new, old)  # noqa: PTH105 - replaces in one step on every system
        return
    aside = new.with_name(new.name + ".old")
    if old.exists():
        old.rename(aside)
    new.rename(old)
    shutil.rmtree(aside, ignore_errors=True)


def write_store(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the embedded store that queries read."""
    store = ox.Store(str(folder / "store"))
    load(store, files)
    store.flush()
    store.optimize()


def load(store: ox.Store, files: Mapping[str, bytes]) -> None:
    """Put a serialized dataset into a store, and the union of its graphs into the default graph.

    The engine's own union counts a triple once for each graph it stands in.
    """
    for name, form in (("dataset.nq", ox.RdfFormat.N_QUADS), ("graph.nt", ox.RdfFormat.N_TRIPLES)):
        store.bulk_load(files[name], format=form, lenient=True)


def open_store(folder: Path) -> ox.Store:
    """Open the store of an output folder read-only; raise `OutputError` where there is none."""
    try:
        return ox.Store.read_only(str(folder / "store"))
    except OSError:
        message = f"Nothing was built in '{folder}' yet. Run 'kg build -o {folder}' first, or name another folder with -o."
        raise OutputError(message) from None


def read_dataset(folder: Path) -> Dataset:
    """Return the dataset of an output folder, literal by literal as it was written.

    The file is read, not the store, which writes numbers and dates in its own way. Raise
    `OutputError` where nothing was built.
    """
    try:
        data = (folder / "dataset.nq").read_bytes()
    except OSError:
        message = f"Nothing was built in '{folder}' yet. Run 'kg build -o {folder}' first, or name another folder with -o."
        raise OutputError(message) from None
    return Dataset(frozenset(ox.parse(data, format=ox.RdfFormat.N_QUADS)))


def base_of(dataset: Dataset) -> str:
    """Return what the IRIs of a dataset begin with, by the graph that describes its making.

    >>> base_of(Dataset(frozenset()))
    'https://w3id.org/uneg/'
    """
    graphs = (getattr(quad.graph_name, "value", "") for quad in dataset.quads)
    return next((g.removesuffix("graph/provenance") for g in graphs if g.endswith("/graph/provenance")), BASE)
