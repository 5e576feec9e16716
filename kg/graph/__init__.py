"""Turn entities, mentions and statements into an RDF dataset with provenance.

One named graph per passage, whose IRI is the passage's; what is said of persons in an ordinary
passage stands in a graph of its own beside it, so that a dataset without people is whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.claims import write_statements
from kg.graph.structure import write_decision_texts, write_document, write_entities, write_mentions
from kg.graph.writer import Writer
from kg.namespaces import BASE

if TYPE_CHECKING:
    from kg.model import Dataset, Document, Mentions, Statements

__all__ = ["to_dataset"]


def to_dataset(document: Document, mentions: Mentions, statements: Statements, base: str = BASE) -> Dataset:
    """Return what a document says as quads; the same input gives the same quads.

    IRIs begin with `base`; the ontology's never change.
    """
    writer = Writer(document, statements.entities, base)
    write_document(writer)
    write_entities(writer, mentions, statements)
    write_mentions(writer, mentions)
    write_decision_texts(writer, mentions)
    write_statements(writer, statements)
    return writer.dataset()
