"""Read many documents, several at a time where that is asked for, in the order given."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from kg.errors import SourceError
from kg.mentions.gazetteer import Gazetteer
from kg.ontology import load_ontology
from kg.pipeline import read_document
from kg.source import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kg.ontology import Ontology
    from kg.pipeline import Reading

_gazetteers: dict[Path, Gazetteer] = {}


def read_all(paths: Sequence[Path], ontology: Ontology, base: str, jobs: int = 1, family: str = "") -> Iterator[Reading]:
    """Yield the reading of each file; two files of one name are refused, for their IRIs would clash."""
    _refuse_same_names(paths)
    read_one = partial(_read_one, folder=ontology.folder, base=base, family=family)
    if jobs == 1 or len(paths) == 1:
        yield from map(read_one, paths)
        return
    with ProcessPoolExecutor(max_workers=min(jobs, len(paths))) as pool:
        yield from pool.map(read_one, paths)


def _read_one(path: Path, folder: Path, base: str, family: str) -> Reading:
    if folder not in _gazetteers:
        _gazetteers[folder] = Gazetteer(load_ontology(folder).entities)
    return read_document(read(path), _gazetteers[folder], base, family)


def _refuse_same_names(paths: Sequence[Path]) -> None:
    stems: dict[str, Path] = {}
    for path in paths:
        if path.stem in stems:
            message = f"'{stems[path.stem]}' and '{path}' have the same name, so their IRIs would clash. Rename one of them."
            raise SourceError(message)
        stems[path.stem] = path
