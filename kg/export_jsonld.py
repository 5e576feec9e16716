"""Write RDF as JSON-LD with a context of our own: short names for our terms, labels by language.

The context is derived from the ontology's own rule for names, so it never lags behind: a value that
does not fit the short form of its property is written in full beside it.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.namespaces import PREFIXES, UNEG, compress

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_XSD = PREFIXES["xsd"]
_TYPE = PREFIXES["rdf"] + "type"
_BY_LANGUAGE = {  # of texts that every value says the language of
    "label": "rdfs:label",
    "prefLabel": "skos:prefLabel",
    "altLabel": "skos:altLabel",
    "definition": "skos:definition",
    "title": "dcterms:title",
}
_LINKS = {
    "exactMatch": "skos:exactMatch",
    "wasQuotedFrom": "prov:wasQuotedFrom",
    "hasBody": "oa:hasBody",
    "hasTarget": "oa:hasTarget",
    "hasSource": "oa:hasSource",
    "seeAlso": "rdfs:seeAlso",
}
_TEXTS = {"name": "foaf:name", "exact": "oa:exact", "notation": "skos:notation"}
_KEYWORDS = {"id": "@id", "type": "@type", "graph": "@graph"}
_SHORT = {curie: name for terms in (_BY_LANGUAGE, _LINKS, _TEXTS) for name, curie in terms.items()}

Json = str | int | bool | dict[str, "Json"] | list["Json"]


def context() -> dict[str, Json]:
    """Return the JSON-LD context; our own terms come through `@vocab`.

    >>> context()["leads"] if "leads" in context() else context()["@vocab"]
    'https://w3id.org/uneg/ontology#'
    """
    terms: dict[str, Json] = {"@vocab": UNEG, **_KEYWORDS, **dict(sorted(PREFIXES.items()))}
    terms |= {name: {"@id": curie, "@container": "@language"} for name, curie in _BY_LANGUAGE.items()}
    terms |= {name: {"@id": curie, "@type": "@id"} for name, curie in _LINKS.items()}
    return terms | dict(_TEXTS)


def context_file() -> bytes:
    """Return the context as a file to be published."""
    return _dump({"@context": context()})


def to_jsonld(items: Iterable[ox.Quad] | Iterable[ox.Triple]) -> bytes:
    """Return statements as JSON-LD: nodes in a graph, or in named graphs where they are quads.

    >>> a, b = ox.NamedNode("https://example.org/a"), ox.NamedNode("https://example.org/b")
    >>> print(to_jsonld([ox.Triple(a, ox.NamedNode(UNEG + "leads"), b)]).decode().split('"graph": ')[-1])
    [
    {"id": "https://example.org/a", "leads": {"id": "https://example.org/b"}}
    ]}
    <BLANKLINE>
    """
    by_graph: dict[str, list[ox.Triple]] = {}
    for item in items:
        graph = item.graph_name if isinstance(item, ox.Quad) else ox.DefaultGraph()
        name = graph.value if isinstance(graph, ox.NamedNode) else ""
        by_graph.setdefault(name, []).append(item.triple if isinstance(item, ox.Quad) else item)
    lines = [_lines(by_graph.pop("", []))]
    lines += [f'{{"id": {json.dumps(name)}, "graph": [\n{_lines(triples)}\n]}}' for name, triples in by_graph.items()]
    head = json.dumps(context(), ensure_ascii=False, indent=1)
    body = ",\n".join(filter(None, lines))
    return f'{{"@context": {head},\n"graph": [\n{body}\n]}}\n'.encode()


def node(subject: ox.NamedNode, triples: Iterable[ox.Triple]) -> bytes:
    """Return the statements about one subject, and the few about others beside it, as a document."""
    nodes: list[Json] = list(_nodes(sorted(triples, key=lambda t: (t.subject != subject, str(t.subject)))))
    return _dump({"@context": context(), "graph": nodes})


def _lines(triples: Sequence[ox.Triple]) -> str:
    """Return the nodes of a graph, one a line: an indented document takes four times as long."""
    return ",\n".join(json.dumps(node, ensure_ascii=False) for node in _nodes(triples))


def _dump(document: Json) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _nodes(triples: Sequence[ox.Triple]) -> Iterable[dict[str, Json]]:
    for subject, about in groupby(triples, key=lambda t: t.subject):
        yield {"id": _id(subject), **_properties(about)}


def _properties(triples: Iterable[ox.Triple]) -> Mapping[str, Json]:
    """Return the properties of a node; repeated values make a list."""
    found: dict[str, Json] = {}
    values: dict[str, list[Json]] = {}
    for _, property_, target in triples:
        predicate = property_.value
        by_language, link, plain = _keys(predicate)
        if isinstance(target, ox.Literal):
            if by_language and target.language:
                _add_text(found.setdefault(by_language, {}), target)  # type: ignore[arg-type]
            else:
                values.setdefault(plain, []).append(_literal(target))
        elif predicate == _TYPE and isinstance(target, ox.NamedNode):
            values.setdefault("type", []).append(_name(target.value))
        elif link:
            values.setdefault(link, []).append(_id(target))
        else:
            values.setdefault(_name(predicate), []).append({"id": _id(target)})
    return {**{k: v[0] if len(v) == 1 else v for k, v in values.items()}, **found}


@lru_cache(maxsize=1 << 12)
def _keys(predicate: str) -> tuple[str, str, str]:
    """Return the keys of a property: for texts by language, for links, for other literals; empty where it has none."""
    curie = compress(predicate)
    short = _SHORT.get(curie, "")
    plain = short if short in _TEXTS else curie if short else _name(predicate)
    return short if short in _BY_LANGUAGE else "", short if short in _LINKS else "", plain


def _add_text(by_language: dict[str, Json], text: ox.Literal) -> None:
    said = by_language.get(str(text.language))
    by_language[str(text.language)] = text.value if said is None else [*(said if isinstance(said, list) else [said]), text.value]


def _literal(term: ox.Literal) -> Json:
    datatype = term.datatype.value
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if datatype == _XSD + "string":
        return term.value
    if datatype == _XSD + "integer" and term.value == str(_as_integer(term.value)):
        return int(term.value)
    if datatype == _XSD + "boolean" and term.value in {"true", "false"}:
        return term.value == "true"
    return {"@value": term.value, "@type": compress(datatype)}


def _as_integer(text: str) -> int | None:
    """Return the number that JSON can carry without a change, or None."""
    return int(text) if text.lstrip("-").isdigit() and text.isascii() and len(text) < 16 else None  # noqa: PLR2004 - 2^53


def _id(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)


@lru_cache(maxsize=1 << 14)
def _name(iri: str) -> str:
    """Return the short name of one of our terms, else its CURIE or IRI."""
    local = iri.removeprefix(UNEG)
    ours = local != iri and local.replace("-", "").isalnum() and local not in _KEYWORDS and local not in _taken()
    return local if ours else compress(iri)


@cache
def _taken() -> frozenset[str]:
    return frozenset({*PREFIXES, *_BY_LANGUAGE, *_LINKS, *_TEXTS})
