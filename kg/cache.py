"""Remember what was read of a document, so that an unchanged one is not read again.

The key is made of the document's bytes, the ontology, the options and the program itself: whatever
changes, what was remembered no longer fits. A damaged entry is no entry.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.model import Dataset, Doubt, Part, Summary

if TYPE_CHECKING:
    from kg.model import Source


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of remembered parts; without a folder nothing is remembered."""

    folder: Path | None
    options: str = ""

    def get(self, source: Source) -> Part | None:
        """Return what is remembered of a document, or None."""
        if self.folder is None:
            return None
        path = self.folder / f"{self._key(source)}.nq"
        try:
            about = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
            quads = frozenset(ox.parse(path.read_bytes(), format=ox.RdfFormat.N_QUADS))
            doubts = tuple(Doubt(**doubt) for doubt in about.pop("doubts"))
            return Part(Summary(**about, doubts=doubts), Dataset(quads))
        except (OSError, ValueError, SyntaxError, KeyError, TypeError):
            return None

    def put(self, source: Source, part: Part) -> None:
        """Remember what was read of a document; older entries of the same document are forgotten."""
        if self.folder is None:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{self._key(source)}.nq"
        for old in self.folder.glob(f"{source.slug}-????????????????.*"):
            old.unlink(missing_ok=True)
        _write(path, ox.serialize(part.dataset.quads, format=ox.RdfFormat.N_QUADS) or b"")
        _write(path.with_suffix(".json"), json.dumps(asdict(part.summary), ensure_ascii=False).encode())

    def _key(self, source: Source) -> str:
        said = f"{source.sha256}\n{source.name}\n{self.options}\n{_program()}"
        return f"{source.slug}-{hashlib.sha256(said.encode()).hexdigest()[:16]}"


def _write(path: Path, data: bytes) -> None:
    new = path.with_name(path.name + ".new")
    new.write_bytes(data)
    new.replace(path)


@lru_cache(maxsize=1)
def _program() -> str:
    """Return a fingerprint of the program's own files and of its ontology."""
    here = Path(__file__).resolve().parent
    digest = hashlib.sha256()
    files = [*here.rglob("*.py"), *here.parent.glob("ontology/*.ttl"), *here.glob("data/ontology/*.ttl")]
    for path in sorted(files):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()
