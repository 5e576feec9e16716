"""Documents, sections, passages, the entities a document introduces, and every mention."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Evidence, Value

if TYPE_CHECKING:
    from kg.graph.writer import Writer
    from kg.model import Entity, Mentions, Statements

_SYMBOL = re.compile(r"[A-Z]{2,}[A-Za-z]*(?:[./][A-Z0-9][\w.]*)+(?:\s?\(\w+\))?")
_LINK_PROPERTIES = {
    "partOf": "uneg:partOf", "implements": "uneg:implements", "sessionOf": "uneg:sessionOf", "segmentOf": "uneg:segmentOf",
    "underConvention": "uneg:underConvention", "adoptedBy": "uneg:adoptedBy", "adoptedAt": "uneg:adoptedAt", "inSeries": "uneg:inSeries",
}  # fmt: skip
_CITED = frozenset({"DecisionText", "Publication", "Resolution"})
_STATED_ELSEWHERE = {"partOf", "implements"}


def write_document(writer: Writer) -> None:
    """Describe the document, its sections and its passages, in the document's own graph."""
    document, iri = writer.document, writer.document_iri
    writer.add(iri, iri, "rdf:type", "uneg:Document")
    writer.text(iri, iri, "rdfs:label", document.title, "en")
    writer.text(iri, iri, "dcterms:title", document.title, "en")
    writer.text(iri, iri, "uneg:family", document.family)
    writer.text(iri, iri, "dcterms:identifier", _symbol(writer))
    writer.text(iri, iri, "dcterms:source", document.source.name)
    writer.text(iri, iri, "uneg:checksum", document.source.sha256)
    for order, section in enumerate(document.sections):
        place = writer.passage_iri(section.id)
        writer.add(iri, place, "rdf:type", "uneg:Section")
        writer.text(iri, place, "dcterms:title", section.title, "en")
        writer.text(iri, place, "uneg:number", section.number)
        writer.add(iri, place, "uneg:order", order)
        writer.add(iri, place, "uneg:partOfDocument", iri)
        if section.parent:
            writer.add(iri, place, "uneg:partOfSection", writer.passage_iri(section.parent))
    _write_passages(writer)


def _symbol(writer: Writer) -> str:
    """Return the symbol printed in the header, alone in a table cell or on a line."""
    document = writer.document
    cells = [document.quote(cell) for cell in document.cells]
    header = next((p for p in document.passages if p.kind == "header"), None)
    lines = document.quote(header.span).splitlines() if header else []
    return next((words.strip() for words in (*cells, *lines) if _SYMBOL.fullmatch(words.strip())), "")


def _write_passages(writer: Writer) -> None:
    for order, passage in enumerate(writer.document.passages):
        iri = writer.passage_iri(passage.id)
        graph = iri if passage.kind == "participant" else writer.document_iri
        writer.add(graph, iri, "rdf:type", "uneg:Passage")
        writer.add(graph, iri, "uneg:partOfDocument", writer.document_iri)
        writer.text(graph, iri, "uneg:number", passage.number)
        writer.text(graph, iri, "uneg:passageKind", passage.kind)
        writer.add(graph, iri, "uneg:order", order)
        writer.text(graph, iri, "uneg:text", writer.document.quote(passage.body))
        writer.add(graph, iri, "uneg:start", passage.span.start)
        writer.add(graph, iri, "uneg:end", passage.span.end)
        if writer.document.source.pages:
            writer.add(graph, iri, "uneg:page", writer.document.source.page(passage.span.start))
        if passage.section:
            writer.add(graph, iri, "uneg:partOfSection", writer.passage_iri(passage.section))


def write_entities(writer: Writer, mentions: Mentions, statements: Statements) -> None:
    """Describe what the document introduces, in the graph of its first mention."""
    for iri in sorted(statements.entities):
        entity = statements.entities[iri]
        if entity.evidence:
            _write_entity(writer, entity, entity.evidence)
    for section, topic in sorted(mentions.topics.items()):
        writer.add(writer.document_iri, writer.passage_iri(section), "uneg:about", topic)


def _write_entity(writer: Writer, entity: Entity, evidence: Evidence) -> None:
    graph = writer.graph_of(evidence.passage, people=entity.kind == "Person")
    writer.add(graph, entity.iri, "rdf:type", f"uneg:{entity.kind}")
    writer.text(graph, entity.iri, "rdfs:label", entity.label, "en")
    writer.text(graph, entity.iri, "skos:prefLabel", entity.label, "en")
    writer.text(graph, entity.iri, "uneg:acronym", entity.acronym)
    for name in entity.names:
        if name != entity.label:
            writer.text(graph, entity.iri, "skos:altLabel", name, "en")
    if entity.kind == "Person":
        writer.text(graph, entity.iri, "foaf:name", entity.label)
    for name, target in entity.links:
        if name in _LINK_PROPERTIES and name not in _STATED_ELSEWHERE:
            writer.add(graph, entity.iri, _LINK_PROPERTIES[name], target)
    if entity.kind == "COPSession":
        number = re.search(r"(\d+)\Z", entity.label)
        if number:
            writer.add(graph, entity.iri, "uneg:sessionNumber", int(number[1]))
    if entity.kind == "Resolution":
        _write_resolution(writer, graph, entity)
    if entity.kind in {"DecisionText", "Publication"}:
        writer.text(graph, entity.iri, "uneg:symbol", entity.label.removeprefix("Decision ").removeprefix("Resolution "))
    writer.add(graph, entity.iri, "prov:wasQuotedFrom", writer.passage_iri(evidence.passage))
    writer.add(graph, entity.iri, "uneg:evidence", writer.span(graph, evidence))


def _write_resolution(writer: Writer, graph: str, entity: Entity) -> None:
    symbol = re.search(r"\bresolution (\d+/\d+)\Z", entity.label)
    topic = re.search(r"\bresolutions? (?:on|concerning) (.+)\Z", entity.label)
    if symbol:
        prefix = "A/RES/" if "General Assembly" in entity.label else ""
        writer.text(graph, entity.iri, "uneg:symbol", prefix + symbol[1])
    if topic:
        writer.text(graph, entity.iri, "uneg:topicText", topic[1])


def write_mentions(writer: Writer, mentions: Mentions) -> None:
    """Describe every mention as a Web Annotation, in the document's own graph."""
    for mention in mentions.items:
        person = writer.is_person(mention.entity)
        listed = writer.passages[mention.passage].kind == "participant"
        graph = writer.graph_of(mention.passage, people=person) if person or listed else writer.document_iri
        name = mention.entity.rpartition("/")[2] or "x"
        iri = f"{writer.document_iri}/mention/{mention.span.start}-{mention.span.end}/{name}"
        writer.add(graph, iri, "rdf:type", "uneg:Mention")
        writer.add(graph, iri, "oa:hasBody", mention.entity)
        writer.add(graph, iri, "oa:hasTarget", writer.span(graph, Evidence(mention.passage, mention.span)))
        writer.add(graph, iri, "uneg:surface", Value(writer.document.quote(mention.span)))
        entity = writer.entities.get(mention.entity)
        if entity and entity.kind in _CITED and writer.passages[mention.passage].kind != "heading":
            writer.add(writer.graph_of(mention.passage), writer.passage_iri(mention.passage), "uneg:cites", mention.entity)


def write_decision_texts(writer: Writer, mentions: Mentions) -> None:
    """Say of each passage which decision or resolution it stands in."""
    texts: dict[str, str] = {}
    for section in writer.document.sections:
        if section.kind == "decision":
            named = [m.entity for m in mentions.inside(section.heading) if writer.entities[m.entity].kind in {"DecisionText", "Resolution"}]
            texts |= {section.id: named[0]} if named else {}
        elif section.parent in texts:
            texts[section.id] = texts[section.parent]
    for passage in writer.document.passages:
        if passage.section in texts:
            writer.add(writer.document_iri, writer.passage_iri(passage.id), "uneg:partOfText", texts[passage.section])
