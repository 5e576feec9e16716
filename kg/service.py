"""The dataset describes itself: prefixes and saved queries as SHACL has them, size and space as VoID has them.

In a graph of its own, `…/graph/service`, so that an editor over any endpoint with the dataset completes
and offers the questions without set-up. It is written with the data, but is no part of what the
documents say: nothing is inferred from it, and no shape is about it.

https://www.w3.org/TR/void/ · https://www.w3.org/TR/shacl/#sparql-prefixes
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.model import Dataset
from kg.namespaces import BASE, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.query import SavedQuery

_GRAPH = "graph/service"
_Triple = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]


def described(dataset: Dataset, queries: Mapping[str, SavedQuery], base: str = BASE) -> Dataset:
    """Return a dataset with the graph that describes it.

    >>> from kg.query import parse_query
    >>> whole = described(Dataset(frozenset()), {"all": parse_query("SELECT * { ?s ?p ?o }", "all")})
    >>> {quad.graph_name.value for quad in whole.quads}
    {'https://w3id.org/uneg/graph/service'}
    >>> data_of(whole).quads
    frozenset()
    """
    graph = ox.NamedNode(base + _GRAPH)
    about = [*self_description(queries, f"{base}{_GRAPH}"), *_void(dataset, base)]
    triples = dataset.triples | {ox.Triple(*triple) for triple in about}
    about.append((ox.NamedNode(f"{base}dataset"), _node("void:triples"), ox.Literal(len(triples) + 1)))
    return dataset | Dataset(frozenset(ox.Quad(*triple, graph) for triple in about))


def data_of(dataset: Dataset) -> Dataset:
    """Return a dataset without the graph that describes it: what the documents say, and what they are read with."""
    return Dataset(frozenset(quad for quad in dataset.quads if not getattr(quad.graph_name, "value", "").endswith("/" + _GRAPH)))


def _void(dataset: Dataset, base: str) -> Iterator[_Triple]:
    """Yield what VoID says of a dataset; the catalogue says more."""
    name = ox.NamedNode(f"{base}dataset")
    yield name, _node("rdf:type"), _node("void:Dataset")
    yield name, _node("void:uriSpace"), ox.Literal(base)
    used = {re.sub(r"[^/#]*\Z", "", predicate) for predicate in {quad.predicate.value for quad in dataset.quads}}
    for namespace in sorted(used & set(PREFIXES.values())):
        yield name, _node("void:vocabulary"), ox.NamedNode(namespace)


def self_description(queries: Mapping[str, SavedQuery], about: str, endpoint: ox.NamedNode | None = None) -> Iterator[_Triple]:
    """Yield the prefixes and the saved queries as SHACL has them, so that editors complete without set-up.

    >>> from kg.query import parse_query
    >>> found = list(self_description({"q": parse_query("ASK {}", "q")}, "https://example.org/sparql"))
    >>> sum(1 for _, predicate, _ in found if predicate.value.endswith("#declare")) == len(PREFIXES)
    True
    """
    prefixes = ox.NamedNode(f"{about}#prefixes")
    yield prefixes, _node("rdf:type"), _node("owl:Ontology")
    for name, namespace in sorted(PREFIXES.items()):
        declaration = ox.NamedNode(f"{about}#prefix-{name}")
        yield prefixes, _node("sh:declare"), declaration
        yield declaration, _node("rdf:type"), _node("sh:PrefixDeclaration")
        yield declaration, _node("sh:prefix"), ox.Literal(name)
        yield declaration, _node("sh:namespace"), ox.Literal(namespace, datatype=_node("xsd:anyURI"))
    for query in queries.values():
        yield from _executable(ox.NamedNode(f"{about}#query-{query.name}"), query, prefixes, endpoint)


def _executable(iri: ox.NamedNode, query: SavedQuery, prefixes: ox.NamedNode, endpoint: ox.NamedNode | None) -> Iterator[_Triple]:
    found = re.search(r"^\s*(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", query.text, re.MULTILINE | re.IGNORECASE)
    form = found[1].upper() if found else "SELECT"
    kind, predicate = {
        "ASK": ("sh:SPARQLAskExecutable", "sh:ask"),
        "CONSTRUCT": ("sh:SPARQLConstructExecutable", "sh:construct"),
    }.get(form, ("sh:SPARQLSelectExecutable", "sh:select"))
    yield iri, _node("rdf:type"), _node("sh:SPARQLExecutable")
    yield iri, _node("rdf:type"), _node(kind)
    yield iri, _node("sh:prefixes"), prefixes
    yield iri, _node(predicate), ox.Literal(query.text)
    if query.summary:
        yield iri, _node("rdfs:comment"), ox.Literal(query.summary, language="en")
    yield iri, _node("schema:name"), ox.Literal(query.name)  # no rdfs:label: it is no thing to be found by name
    for tag in query.tags:
        yield iri, _node("schema:keywords"), ox.Literal(tag)
    if endpoint:
        yield iri, _node("schema:target"), endpoint


def _node(curie: str) -> ox.NamedNode:
    prefix, _, name = curie.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + name)
