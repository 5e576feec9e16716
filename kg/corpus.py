"""Read many documents: several at a time, those unchanged from memory, the failing ones reported."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from kg.cache import Cache
from kg.errors import KGError
from kg.mentions.gazetteer import Gazetteer
from kg.namespaces import slug
from kg.ontology import load_ontology
from kg.pipeline import read_document
from kg.source import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kg.model import Part

_gazetteers: dict[Path, Gazetteer] = {}


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read, and why."""

    path: Path
    message: str


def read_all(
    paths: Sequence[Path], ontology: Path, base: str, *, jobs: int = 1, family: str = "", cache: Path | None = None
) -> Iterator[Part | Failure]:
    """Yield what each file gives, in the order of the files.

    Of two files of one name the second is refused, for their IRIs would clash.
    """
    first: dict[str, Path] = {}
    for path in paths:
        first.setdefault(slug(path.stem), path)
    fresh = [path for path in paths if first[slug(path.stem)] is path]
    read_one = partial(_read_one, ontology=ontology, base=base, family=family, cache=Cache(cache, f"{base}\n{family}"))
    for path in paths:
        if first[slug(path.stem)] is not path:
            yield Failure(path, f"'{path}' has the same name as '{first[slug(path.stem)]}', so their IRIs would clash. Rename one of them.")
    if jobs == 1 or len(fresh) == 1:
        yield from map(read_one, fresh)
        return
    with ProcessPoolExecutor(max_workers=min(jobs, len(fresh))) as pool:
        yield from pool.map(read_one, fresh)


def _read_one(path: Path, ontology: Path, base: str, family: str, cache: Cache) -> Part | Failure:
    try:
        source = read(path)
        known = cache.get(source)
        if known:
            return known
        if ontology not in _gazetteers:
            _gazetteers[ontology] = Gazetteer(load_ontology(ontology).entities)
        part = read_document(source, _gazetteers[ontology], base, family).part
    except KGError as error:
        return Failure(path, str(error))
    cache.put(source, part)
    return part

