"""The pipeline, to be read first: from documents to a validated RDF dataset.

read → parse → find mentions → extract → to dataset → materialize → validate
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract import extract
from kg.graph import to_dataset
from kg.graph.merge import merge
from kg.graph.world import describe_build, world
from kg.mentions import find_mentions
from kg.mentions.gazetteer import Gazetteer
from kg.model import Decision, Part, Role, Summary
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

    @property
    def part(self) -> Part:
        """What a build keeps of it."""
        document, items = self.document, self.statements.items
        summary = Summary(
            name=document.source.name,
            slug=document.slug,
            title=document.title,
            family=document.family,
            reason=document.reason,
            passages=len(document.passages),
            mentions=len(self.mentions.items),
            statements=len(items),
            decisions=sum(isinstance(item, Decision) for item in items),
            roles=sum(isinstance(item, Role) for item in items),
            doubts=(*document.doubts, *self.statements.doubts),
        )
        return Part(summary, self.dataset)


@dataclass(frozen=True, slots=True)
class Build:
    """What a build makes of its documents; `asserted` is the dataset without entailments."""

    summaries: tuple[Summary, ...]
    asserted: Dataset
    dataset: Dataset
    report: ValidationReport


def read_document(source: Source, gazetteer: Gazetteer, base: str = BASE, family: str = "") -> Reading:
    """Turn one document into statements with their sentences."""
    document = parse(source, family)
    mentions = find_mentions(document, gazetteer)
    statements = extract(document, mentions)
    return Reading(document, mentions, statements, to_dataset(document, mentions, statements, base))


def build(parts: Iterable[Part], ontology: Ontology, base: str = BASE) -> Build:
    """Turn the parts of all documents into one validated dataset."""
    parts = tuple(parts)
    summaries = tuple(part.summary for part in parts)
    asserted = merge((world(ontology, base), describe_build(summaries, base), *(part.dataset for part in parts)))
    dataset = materialize(asserted, ontology, base)
    return Build(summaries, asserted, dataset, validate(dataset, ontology, summaries))


def build_files(paths: Iterable[Path], ontology: Ontology, base: str = BASE) -> Build:
    """Read files and turn them into one validated dataset.

    >>> from kg.ontology import load_ontology
    >>> from kg.resources import default_documents, folder
    >>> built = build_files(default_documents(), load_ontology(folder("ontology")))
    >>> built.report.conforms
    True
    """
    gazetteer = Gazetteer(ontology.entities)
    return build([read_document(read(path), gazetteer, base).part for path in paths], ontology, base)
