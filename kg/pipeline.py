"""The pipeline, to be read first: from documents to a validated RDF dataset.

read → parse → find mentions → extract → to dataset → materialize → validate
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract import extract
from kg.graph import to_dataset
from kg.graph.world import describe_build, world
from kg.mentions import find_mentions
from kg.mentions.gazetteer import Gazetteer
from kg.namespaces import BASE
from kg.parse import parse
from kg.reason import materialize
from kg.source import read
from kg.validate import validate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kg.model import Dataset, Document, Mentions, Source, Statements
    from kg.ontology import Ontology
    from kg.validate import ValidationReport


@dataclass(frozen=True, slots=True)
class Reading:
    """One document with every intermediate value, so that each can be shown and tested."""

    document: Document = field(repr=False)
    mentions: Mentions = field(repr=False)
    statements: Statements = field(repr=False)
    dataset: Dataset


@dataclass(frozen=True, slots=True)
class Build:
    """What a build makes of its documents; `asserted` is the dataset without entailments."""

    readings: tuple[Reading, ...]
    asserted: Dataset
    dataset: Dataset
    report: ValidationReport


def read_document(source: Source, gazetteer: Gazetteer, base: str = BASE, family: str = "") -> Reading:
    """Turn one document into statements with their sentences."""
    document = parse(source, family)
    mentions = find_mentions(document, gazetteer)
    statements = extract(document, mentions)
    return Reading(document, mentions, statements, to_dataset(document, mentions, statements, base))


def build(readings: Iterable[Reading], ontology: Ontology, base: str = BASE) -> Build:
    """Turn readings into one validated dataset."""
    readings = tuple(readings)
    documents = [reading.document for reading in readings]
    asserted = world(ontology, base) | describe_build(documents, base)
    for reading in readings:
        asserted |= reading.dataset
    dataset = materialize(asserted, ontology, base)
    doubts = [(r.document.source.name, doubt) for r in readings for doubt in (*r.document.doubts, *r.statements.doubts)]
    return Build(readings, asserted, dataset, validate(dataset, ontology, documents, doubts))


def build_files(paths: Iterable[Path], ontology: Ontology, base: str = BASE) -> Build:
    """Read files and turn them into one validated dataset.

    >>> from kg.ontology import load_ontology
    >>> from kg.resources import default_documents, folder
    >>> built = build_files(default_documents(), load_ontology(folder("ontology")))
    >>> built.report.conforms
    True
    """
    gazetteer = Gazetteer(ontology.entities)
    return build([read_document(read(path), gazetteer, base) for path in paths], ontology, base)
