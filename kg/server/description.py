"""The endpoint describes itself: service description, VoID, prefixes, the saved queries.

https://www.w3.org/TR/sparql11-service-description/ · https://www.w3.org/TR/void/ · `sh:declare` and
`sh:SPARQLExecutable` as editors read them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.namespaces import PREFIXES
from kg.server.answering import TRIPLES
from kg.service import self_description

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.server.site import Site

SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPHS = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML", "TriG", "N-Quads")
_COUNTS = "SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects) (COUNT(DISTINCT ?p) AS ?properties) { ?s ?p ?o }"
_GRAPH_COUNTS = "SELECT ?graph (COUNT(*) AS ?triples) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph ORDER BY DESC(?triples) ?graph"
_CLASSES = "SELECT ?class (COUNT(DISTINCT ?s) AS ?entities) { ?s a ?class FILTER(isIRI(?class)) } GROUP BY ?class ORDER BY DESC(?entities) ?class"
_PROPERTIES = "SELECT ?property (COUNT(*) AS ?triples) { ?s ?property ?o } GROUP BY ?property ORDER BY DESC(?triples) ?property"
_MOST_PARTS = 2000
_Triple = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]


async def service_description(site: Site, form: str) -> bytes:
    """Return the description of the endpoint, with real counts, in an RDF format."""
    service = ox.NamedNode(site.address + "sparql")
    triples = [*_service(service), *(await _dataset(site, service)), *self_description(site.queries, site.address + "sparql", service)]
    unique = dict.fromkeys(ox.Triple(*triple) for triple in triples)
    rdf = TRIPLES[form]
    items = (ox.Quad(*t) for t in unique) if rdf in {ox.RdfFormat.TRIG, ox.RdfFormat.N_QUADS} else iter(unique)
    return ox.serialize(items, format=rdf, prefixes={**PREFIXES, "sd": SD}) or b""


def _service(service: ox.NamedNode) -> Iterator[_Triple]:
    yield service, _node("rdf:type"), ox.NamedNode(SD + "Service")
    yield service, ox.NamedNode(SD + "endpoint"), service
    yield service, ox.NamedNode(SD + "supportedLanguage"), ox.NamedNode(SD + "SPARQL11Query")
    yield service, ox.NamedNode(SD + "feature"), ox.NamedNode(SD + "UnionDefaultGraph")
    for name in (*_RESULTS, *_GRAPHS):
        yield service, ox.NamedNode(SD + "resultFormat"), ox.NamedNode(_FORMATS + name)


async def _dataset(site: Site, service: ox.NamedNode) -> list[_Triple]:
    """Describe the dataset: triples, subjects, properties, classes, named graphs."""
    dataset, union = (ox.NamedNode(f"{service.value}#{name}") for name in ("dataset", "default-graph"))
    counts = (await site.engine.texts(_COUNTS))[0]
    found: list[_Triple] = [
        (service, ox.NamedNode(SD + "defaultDataset"), dataset),
        (dataset, _node("rdf:type"), ox.NamedNode(SD + "Dataset")),
        (dataset, _node("rdf:type"), _node("void:Dataset")),
        (dataset, _node("void:sparqlEndpoint"), service),
        (dataset, _node("void:triples"), _number(counts["triples"])),
        (dataset, _node("void:distinctSubjects"), _number(counts["subjects"])),
        (dataset, _node("void:properties"), _number(counts["properties"])),
        (dataset, _node("void:uriSpace"), ox.Literal(site.base)),
        (dataset, ox.NamedNode(SD + "defaultGraph"), union),
        (union, _node("rdf:type"), ox.NamedNode(SD + "Graph")),
        (union, _node("void:triples"), _number(counts["triples"])),
    ]
    for row in await site.engine.texts(_GRAPH_COUNTS, _MOST_PARTS):
        found += _named_graph(dataset, row["graph"], row["triples"])
    for kind, number, query in (("class", "entities", _CLASSES), ("property", "triples", _PROPERTIES)):
        for index, row in enumerate(await site.engine.texts(query, _MOST_PARTS)):
            part = ox.NamedNode(f"{service.value}#{kind}-{index}")
            found.append((dataset, _node(f"void:{kind}Partition"), part))
            found.append((part, _node(f"void:{kind}"), ox.NamedNode(row[kind])))
            found.append((part, _node(f"void:{number}"), _number(row[number])))
    return found


def _named_graph(dataset: ox.NamedNode, iri: str, triples: str) -> Iterator[_Triple]:
    if ":" not in iri:
        return
    named, graph = ox.NamedNode(iri), ox.NamedNode(f"{dataset.value.partition('#')[0]}#graph-{_fragment(iri)}")
    yield dataset, ox.NamedNode(SD + "namedGraph"), graph
    yield graph, _node("rdf:type"), ox.NamedNode(SD + "NamedGraph")
    yield graph, ox.NamedNode(SD + "name"), named
    yield graph, ox.NamedNode(SD + "graph"), ox.NamedNode(graph.value + "-contents")
    yield ox.NamedNode(graph.value + "-contents"), _node("rdf:type"), ox.NamedNode(SD + "Graph")
    yield ox.NamedNode(graph.value + "-contents"), _node("void:triples"), _number(triples)


def _fragment(iri: str) -> str:
    return "".join(c if c.isalnum() or c in "-._" else f"%{ord(c):02X}" if ord(c) < 128 else "_" for c in iri)  # noqa: PLR2004 - ASCII


def _node(curie: str) -> ox.NamedNode:
    prefix, _, name = curie.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + name)


def _number(text: str) -> ox.Literal:
    return ox.Literal(text, datatype=_node("xsd:integer"))
