"""What a CKAN or EU harvester would refuse in a kit, and how to mend it.

The catalogue is checked against the shapes of DCAT-AP 3; then whether every file is there, is what
the catalogue says, can be read, and carries the same dataset as the others.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.catalog_terms import KNOWN
from kg.errors import OutputError
from kg.kit.canonical import canonical_hash
from kg.kit.triples import from_triples
from kg.namespaces import PREFIXES, UNEG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_PARSERS = {
    ".nq": ox.RdfFormat.N_QUADS, ".trig": ox.RdfFormat.TRIG, ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES, ".jsonld": ox.RdfFormat.JSON_LD, ".rdf": ox.RdfFormat.RDF_XML,
}  # fmt: skip
_TAG = re.compile(r"[\w .-]{2,100}")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
REFUSED, ADVICE = "refused", "advice"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something about a kit: refused by harvesters, or advice; what, where, and how to mend it."""

    severity: str
    message: str
    where: str = ""


def check_kit(directory: Path, shapes: Path) -> list[Problem]:
    """Return what is wrong with the kit in a folder; raise `OutputError` where there is none."""
    try:
        catalogue = (directory / "catalog.ttl").read_bytes()
    except OSError:
        message = f"There is no catalog.ttl in '{directory}'. Write the kit first: kg export {directory}"
        raise OutputError(message) from None
    try:
        quads = list(ox.parse(catalogue, format=ox.RdfFormat.TURTLE))
    except SyntaxError as error:
        return [Problem(REFUSED, f"The catalogue is not valid Turtle: {error}. Export again, or mend it by hand.", "catalog.ttl")]
    facts = _Facts(quads)
    found = [*_shapes(catalogue, shapes), *_ckan(facts), *_files(facts, directory), *_sums(directory), *_same(directory)]
    found += [*_tables(directory), *_people(facts, directory)]
    return sorted(set(found), key=lambda p: (p.severity != REFUSED, p.where, p.message))


def in_words(problems: Iterable[Problem], directory: Path) -> list[str]:
    """Return the findings as lines, those that a harvester refuses first."""
    problems = list(problems)
    refused = sum(problem.severity == REFUSED for problem in problems)
    if not problems:
        return [f"{directory}: a harvester would take it as it is. Nothing to mend."]
    lines = [f"{directory}: {refused} would be refused, {len(problems) - refused} to improve."]
    return lines + [f"{problem.severity:>8}  {problem.where + ': ' if problem.where else ''}{problem.message}" for problem in problems]


def is_refused(problems: Iterable[Problem]) -> bool:
    """Tell whether a harvester would refuse the kit for one of the problems."""
    return any(problem.severity == REFUSED for problem in problems)


class _Facts:
    """The catalogue as a table of values by subject and CURIE."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self._values: dict[tuple[str, str], list[str]] = {}
        self._types: dict[str, list[str]] = {}
        for quad in quads:
            value = str(getattr(quad.object, "value", quad.object))
            subject = str(getattr(quad.subject, "value", quad.subject))
            self._values.setdefault((subject, quad.predicate.value), []).append(value)
            if quad.predicate.value == PREFIXES["rdf"] + "type":
                self._types.setdefault(value, []).append(subject)

    def of(self, subject: str, curie: str) -> list[str]:
        return self._values.get((subject, _expand(curie)), [])

    def all(self, curie: str) -> list[str]:
        return sorted(self._types.get(_expand(curie), []))


def _expand(curie: str) -> str:
    prefix, _, local = curie.partition(":")
    return (PREFIXES | KNOWN)[prefix] + local


def _shapes(catalogue: bytes, shapes: Path) -> Iterator[Problem]:
    import pyshacl
    import rdflib

    data = rdflib.Graph().parse(data=catalogue, format="turtle")
    wanted = rdflib.Graph().parse(data=shapes.read_bytes(), format="turtle")
    _, results, _ = pyshacl.validate(data, shacl_graph=wanted, inference="none", allow_warnings=True)
    sh = rdflib.Namespace(PREFIXES["sh"])
    for node in results.subjects(rdflib.RDF.type, sh.ValidationResult):
        severity = REFUSED if results.value(node, sh.resultSeverity) == sh.Violation else ADVICE
        yield Problem(severity, str(results.value(node, sh.resultMessage)), str(results.value(node, sh.focusNode)))


def _ckan(facts: _Facts) -> Iterator[Problem]:
    """Yield what CKAN's own rules for datasets and tags would refuse."""
    for dataset in facts.all("dcat:Dataset"):
        for keyword in facts.of(dataset, "dcat:keyword"):
            if not _TAG.fullmatch(keyword):
                yield Problem(REFUSED, f"CKAN refuses the tag '{keyword}'. Use 2 to 100 letters, digits, spaces, - _ or .", dataset)
        if not _ADDRESS.fullmatch(dataset):
            yield Problem(REFUSED, "The IRI of the dataset is not a web address. Build with --base https://…", dataset)
    for part in facts.all("dcat:Distribution"):
        for address in facts.of(part, "dcat:accessURL") + facts.of(part, "dcat:downloadURL"):
            if not _ADDRESS.fullmatch(address):
                yield Problem(REFUSED, f"'{address}' is not a web address. Build with --base https://…", part)


def _files(facts: _Facts, directory: Path) -> Iterator[Problem]:
    """Yield distributions whose file is missing, changed or unreadable."""
    for part in facts.all("dcat:Distribution"):
        name = part.partition("#")[2]
        path = directory / name
        if ".." in name or not path.is_file():
            yield Problem(REFUSED, "The catalogue lists this file, but it is not there. Export again without -f, or take it from the catalogue.", name)
            continue
        data = path.read_bytes()
        sizes, sums = (
            facts.of(part, "dcat:byteSize"),
            [v for node in facts.of(part, "spdx:checksum") for v in facts.of(node, "spdx:checksumValue")],
        )
        if sizes and str(len(data)) not in sizes:
            yield Problem(REFUSED, f"The catalogue says {sizes[0]} bytes, the file has {len(data)}. Export again.", name)
        if sums and hashlib.sha256(data).hexdigest() not in sums:
            yield Problem(REFUSED, "The checksum in the catalogue is not that of the file. Export again.", name)
        yield from _readable(name, data)


def _readable(name: str, data: bytes) -> Iterator[Problem]:
    ending = name[name.rfind(".") :]
    try:
        if ending in _PARSERS:
            for _ in ox.parse(data, format=_PARSERS[ending]):
                pass
        elif ending in {".csv", ".md", ".html"}:
            data.decode("utf-8")
    except (SyntaxError, UnicodeDecodeError) as error:
        yield Problem(REFUSED, f"The file cannot be read: {error}. Export again.", name)


def _sums(directory: Path) -> Iterator[Problem]:
    path = directory / "SHA256SUMS"
    if not path.is_file():
        yield Problem(ADVICE, "There is no list of checksums. Export again.", "SHA256SUMS")
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        checksum, _, name = line.partition("  ")
        file = directory / name
        if not file.is_file():
            yield Problem(REFUSED, "A file of the release is missing. Export again.", name)
        elif hashlib.sha256(file.read_bytes()).hexdigest() != checksum:
            yield Problem(REFUSED, "The file was changed after the export. Export again.", name)


def _same(directory: Path) -> Iterator[Problem]:
    """Yield serializations that do not carry the same dataset as the others."""
    for pattern in ("dataset*", "graph.*"):
        hashes: dict[str, str] = {}
        for path in sorted(directory.glob(pattern)):
            if path.suffix in _PARSERS and (quads := _quads(path)) is not None:
                hashes[path.name] = canonical_hash(quads)
        first = next(iter(hashes.values()), "")
        for name, value in hashes.items():
            if value != first:
                yield Problem(REFUSED, f"It is not the same dataset as {next(iter(hashes))}. Export again.", name)


def _quads(path: Path) -> list[ox.Quad] | None:
    try:
        quads = list(ox.parse(path.read_bytes(), format=_PARSERS[path.suffix]))
    except SyntaxError:
        return None
    return list(from_triples(quad.triple for quad in quads)) if path.stem == "dataset-as-triples" else quads


def _tables(directory: Path) -> Iterator[Problem]:
    """Yield tables that are not as their CSVW metadata says."""
    for path in sorted(directory.glob("tables/*.csv")):
        described = path.with_name(path.name + "-metadata.json")
        if not described.is_file():
            yield Problem(ADVICE, "The table has no CSVW metadata. Export again.", f"tables/{path.name}")
            continue
        wanted = [column["name"] for column in json.loads(described.read_text(encoding="utf-8"))["tableSchema"]["columns"]]
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
        if not rows or rows[0] != wanted or any(len(row) != len(wanted) for row in rows):
            yield Problem(REFUSED, "The columns are not those that its CSVW metadata describes. Export again.", f"tables/{path.name}")


def _people(facts: _Facts, directory: Path) -> Iterator[Problem]:
    """Yield a contradiction between an edition that promises to name nobody and its files."""
    if not any(dataset.endswith("/without-people") for dataset in facts.all("dcat:Dataset")):
        return
    person = f" <{PREFIXES['rdf']}type> <{UNEG}Person> ".encode()
    for path in sorted(directory.glob("*.n[qt]")):
        if person in path.read_bytes():
            yield Problem(
                REFUSED,
                "The catalogue says that no person is named, but this file has persons. Export again with --without-people.",
                path.name,
            )
