"""The store that is served: a copy whose default graph is the union of all graphs.

The engine's own union counts a triple of two graphs twice; a store that holds the union does not,
and answers faster. The copy lives in the system's folder for temporary files as long as the server.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import OutputError, SourceError
from kg.export import open_store
from kg.namespaces import BASE

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX = "kg-serve-"
_PROVENANCE = "graph/provenance"
_ALL_NAMED = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"
_MANY = 20_000


@contextmanager
def prepared(output: Path, data: Path | None, endpoint: str, *, union: bool) -> Iterator[tuple[Path | None, str]]:
    """Give the folder of the store to serve and what its IRIs begin with; for an endpoint there is no store."""
    if endpoint:
        yield None, BASE
        return
    source = None if data else open_store(output)
    _sweep()
    try:
        folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
    except OSError as error:
        message = f"Cannot write to '{tempfile.gettempdir()}': {error.strerror}. Set TMPDIR to a folder with room for a copy of the data."
        raise OutputError(message) from None
    try:
        base = _copy(source, data, folder, union=union)
        yield folder / "store", base
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _copy(source: ox.Store | None, data: Path | None, folder: Path, *, union: bool) -> str:
    """Make the store in a folder; return the base of its IRIs."""
    store = ox.Store(str(folder / "store"))
    if source is not None:
        source.dump(output=str(folder / "all.nq"), format=ox.RdfFormat.N_QUADS)
        store.bulk_load(path=str(folder / "all.nq"), format=ox.RdfFormat.N_QUADS)
    elif data is not None:
        _load(store, data)
    base = _base(store)
    if union and next(iter(store.named_graphs()), None) is not None:
        store.query(_ALL_NAMED).serialize(str(folder / "union.nt"), format=ox.RdfFormat.N_TRIPLES)  # type: ignore[arg-type]
        store.bulk_load(path=str(folder / "union.nt"), format=ox.RdfFormat.N_TRIPLES)
    store.flush()
    store.optimize()
    for name in ("all.nq", "union.nt"):
        (folder / name).unlink(missing_ok=True)
    return base


def _load(store: ox.Store, data: Path) -> None:
    form = ox.RdfFormat.from_extension(data.suffix.removeprefix("."))
    if form is None:
        message = f"'{data.name}' is no RDF file known here. Give .nq, .trig, .ttl, .nt, .jsonld or .rdf."
        raise SourceError(message)
    try:
        store.bulk_load(path=str(data), format=form, base_iri=BASE)
    except SyntaxError as error:
        message = f"'{data.name}' is not well-formed: {error}. Mend it and start again."
        raise SourceError(message) from None
    except OSError as error:
        message = f"Cannot read '{data}': {error.strerror or error}."
        raise SourceError(message) from None


def _sweep() -> None:
    """Remove what servers left behind that were killed."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*-*"):
        number = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if number.isdigit() and not _is_alive(int(number)):
            shutil.rmtree(folder, ignore_errors=True)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _base(store: ox.Store) -> str:
    """Return what the data's IRIs begin with: said by a build's own graph, else the origin most subjects share."""
    names = (graph.value for graph in store.named_graphs() if isinstance(graph, ox.NamedNode))
    found = next((name.removesuffix(_PROVENANCE) for name in names if name.endswith("/" + _PROVENANCE)), None)
    return found or _common(store)


def _common(store: ox.Store) -> str:
    counts: dict[str, int] = {}
    for index, quad in enumerate(store):
        if index > _MANY:
            break
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(("http://", "https://")):
            origin = "/".join(quad.subject.value.split("/")[:3]) + "/"
            counts[origin] = counts.get(origin, 0) + 1
    return BASE if not counts or any(BASE.startswith(origin) for origin in counts) else max(counts, key=lambda origin: counts[origin])
