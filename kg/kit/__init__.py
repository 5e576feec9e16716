"""The portal kit: everything a data portal needs of a release, in one folder and one archive.

    output folder ─collect▶ Kit ─write_kit▶ folder with archives   (kg export DIR)
                             └─ check_kit: what a harvester would refuse (kg export DIR --check)

The same build gives the same bytes; a date comes only from `--date` or SOURCE_DATE_EPOCH.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.catalog import Release, about_file, catalogue_triples, suffix_of
from kg.catalog_terms import FORMATS, KNOWN
from kg.errors import NotFoundError, OutputError, did_you_mean
from kg.export import base_of, read_dataset, serialize, staged, write
from kg.export_jsonld import context_file
from kg.graph.world import program_version
from kg.kit.archive import ARCHIVES
from kg.kit.canonical import canonical_hash
from kg.kit.picture import network_files
from kg.kit.readme import readme
from kg.kit.report import gaps_of, report_files
from kg.kit.tables import answer_all, tables
from kg.kit.triples import to_triples
from kg.namespaces import PREFIXES
from kg.ontodoc import document_ontology
from kg.ontodoc_page import standalone
from kg.people import leave_out_people, people_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from kg.model import Dataset
    from kg.query import SavedQuery
    from kg.results import Result

    Answers = Mapping[str, tuple[SavedQuery, Result]]

SUMS = "SHA256SUMS"
_DATA = (".nq", ".trig", ".ttl", ".nt", ".jsonld", ".rdf", ".csv", ".html", ".graphml", ".gexf")
_CATALOGUES = {"catalog.ttl": ox.RdfFormat.TURTLE, "catalog.jsonld": ox.RdfFormat.JSON_LD, "catalog.rdf": ox.RdfFormat.RDF_XML}


@dataclass(frozen=True, slots=True)
class Kit:
    """A release in memory: its dataset, every file of it but the archives, the answers in it."""

    dataset: Dataset = field(repr=False)
    base: str
    version: str
    date: str
    without_people: bool
    files: Mapping[str, bytes] = field(repr=False)
    answers: Answers = field(repr=False)

    @property
    def name(self) -> str:
        """What its archives and the folder inside them are called."""
        return f"uneg-kg-{self.version}" + ("-without-people" if self.without_people else "")


def write_kit(kit: Kit, directory: Path, *, archives: bool = True) -> Iterator[str]:
    """Write a kit to a folder and yield a line for each file; what an older kit left there goes.

    Raise `OutputError` where the folder cannot be written; the older kit is whole then.
    """
    packed = {f"{kit.name}.{ending}": pack(kit.files, kit.name) for ending, pack in ARCHIVES.items()} if archives else {}
    sums = {f"{name}.sha256": f"{hashlib.sha256(data).hexdigest()}  {name}\n".encode() for name, data in packed.items()}
    everything = {**kit.files, **packed, **sums}
    stale = _listed(directory) - everything.keys()
    with staged(directory) as new:
        for name, data in everything.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(data)
    for name in stale:
        (directory / name).unlink(missing_ok=True)
    yield from (f"{directory / name}  {len(data):,} bytes" for name, data in everything.items() if "/" not in name)
    yield from _folders(everything, directory)


def _folders(files: Mapping[str, bytes], directory: Path) -> Iterator[str]:
    for folder in sorted({name.partition("/")[0] for name in files if "/" in name}):
        inside = [name for name in files if name.startswith(f"{folder}/")]
        yield f"{directory / folder}/  {len(inside)} files"


def _listed(directory: Path) -> set[str]:
    """Return what an older kit in the folder consists of, by its own list."""
    try:
        lines = (directory / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    names = {line.partition("  ")[2] for line in lines}
    archives = {f"{path.name}{end}" for path in directory.glob("uneg-kg-*") for end in ("", ".sha256")}
    return {name for name in names | archives if name and ".." not in name and not name.startswith("/")}


def collect(output: Path, ontology: Path, queries: Path, forms: Sequence[str] = (), *, without_people: bool = False, date: str = "") -> Kit:
    """Return the kit of a build; `forms` are the endings of the files that are wanted, all if empty.

    Raise `NotFoundError` for a form there is none of, `OutputError` where nothing was built.
    """
    known = sorted({ending.lstrip(".") for ending in _DATA})
    for form in forms:
        if form not in known:
            message = f"No format '{form}'.{did_you_mean(form, known)} Formats: {', '.join(known)}."
            raise NotFoundError(message)
    whole = read_dataset(output)
    base = base_of(whole)
    dataset = leave_out_people(whole, base) if without_people else whole
    answers = answer_all(dataset, queries)
    files = dict(_data_files(dataset, base, answers, output, ontology, queries, without_people=without_people))
    files = {name: data for name, data in files.items() if not forms or name.endswith(tuple(f".{form}" for form in forms))}
    kit = Kit(dataset, base, program_version(), date, without_people, files, answers)
    return Kit(dataset, base, kit.version, date, without_people, _with_description(kit, output, ontology), answers)


def _data_files(
    dataset: Dataset, base: str, answers: Answers, output: Path, ontology: Path, queries: Path, *, without_people: bool
) -> Iterator[tuple[str, bytes]]:
    yield from serialize(dataset)
    yield "dataset-as-triples.ttl", write(sorted(to_triples(dataset.quads, base), key=str), ox.RdfFormat.TURTLE)
    yield from tables(answers)
    yield from network_files({name: result for name, (_, result) in answers.items()}, output, again=without_people)
    yield from report_files(dataset, output, ontology, again=without_people)
    for path in sorted(ontology.rglob("*")):
        if path.suffix in {".ttl", ".rq", ".md"}:
            yield f"ontology/{path.relative_to(ontology).as_posix()}", path.read_bytes()
    sources = {name: (ontology / name).read_bytes() for name in ("uneg.ttl", "alignments.ttl", "shapes.ttl")}
    yield "ontology/index.html", standalone(document_ontology(sources, answers))
    for path in sorted(queries.glob("*.rq")):
        yield f"queries/{path.name}", path.read_bytes()


def _with_description(kit: Kit, output: Path, ontology: Path) -> dict[str, bytes]:
    """Return the files with what describes them: catalogue, context, README and checksums."""
    files = dict(kit.files)
    data = {name: content for name, content in files.items() if name.endswith(_DATA) and not name.startswith(("ontology/", "queries/"))}
    files["context.jsonld"] = context_file()
    inputs = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(ontology.glob("*.ttl"))}
    gaps = gaps_of(files.get("validation.ttl") or (output / "validation.ttl").read_bytes())
    release = Release(kit.dataset, data, kit.version, kit.base, kit.date, gaps, inputs, kit.without_people)
    described = catalogue_triples(release)
    for name, form in _CATALOGUES.items():
        files[name] = ox.serialize(described, format=form, prefixes=PREFIXES | KNOWN) or b""
    about = {name: about_file(name) for name in data}
    files["README.md"] = readme(release, about, canonical_hash(kit.dataset.quads), len(people_of(kit.dataset)))
    files[SUMS] = "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode()
    return dict(sorted(files.items()))


def checked_folder(directory: Path, output: Path) -> Path:
    """Return the folder of an export; raise `OutputError` where it would overwrite the build."""
    if directory.resolve() == output.resolve():
        message = f"'{directory}' holds the build itself. Export to another folder, for example: kg export portal"
        raise OutputError(message)
    return directory


def release_date(given: str) -> str:
    """Return the date of a release: what was given, else SOURCE_DATE_EPOCH, else none.

    Raise `OutputError` where it is not a date.

    >>> release_date("2026-01-31")
    '2026-01-31'
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if not given and epoch:
            return datetime.fromtimestamp(int(epoch), tz=UTC).date().isoformat()
        return date.fromisoformat(given).isoformat() if given else ""
    except (ValueError, OverflowError, OSError):
        what = f"SOURCE_DATE_EPOCH is '{epoch}', which is no number of seconds" if not given else f"'{given}' is not a date"
        message = f"{what}. Give a day such as 2026-01-31 with --date."
        raise OutputError(message) from None


__all__ = ["FORMATS", "Kit", "checked_folder", "collect", "release_date", "suffix_of", "write_kit"]
