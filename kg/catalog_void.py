"""VoID: how large a dataset is, what is in it, and where it links to. https://www.w3.org/TR/void/."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pyoxigraph as ox

from kg.catalog_terms import Fact, iri, number, text
from kg.namespaces import PREFIXES, UNEG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import Dataset

_TYPE = PREFIXES["rdf"] + "type"
_MATCHES = tuple(PREFIXES["skos"] + name for name in ("exactMatch", "closeMatch"))
_EXAMPLES = ("Workstream", "UNEntity", "SuggestedAction", "Meeting")
_DUMPS = (".nq", ".trig", ".ttl", ".nt", ".jsonld", ".rdf")
_FEATURES = {
    ".nq": "N-Quads", ".trig": "TriG", ".ttl": "Turtle", ".nt": "N-Triples", ".jsonld": "JSON-LD", ".rdf": "RDF_XML",
}  # fmt: skip


def statistics(name: str, base: str, dataset: Dataset, files: Iterable[str]) -> Iterator[Fact]:
    """Yield what VoID says of a dataset, counted over the union of its graphs."""
    triples = dataset.triples
    yield name, "rdf:type", iri("void:Dataset")
    yield name, "void:triples", number(len(triples))
    yield name, "void:entities", number(len({t.subject for t in triples if _value(t.subject).startswith(base)}))
    yield name, "void:distinctSubjects", number(len({t.subject for t in triples}))
    yield name, "void:distinctObjects", number(len({t.object for t in triples}))
    yield name, "void:uriSpace", ox.Literal(base)
    yield name, "void:uriRegexPattern", ox.Literal("^" + base.replace(".", "\\.") + ".+")
    yield name, "void:vocabulary", ox.NamedNode(UNEG)
    for namespace in sorted({_namespace(t.predicate.value) for t in triples} & set(PREFIXES.values())):
        yield name, "void:vocabulary", ox.NamedNode(namespace)
    for file in files:
        if file.endswith(_DUMPS) and "/" not in file:
            yield name, "void:dataDump", ox.NamedNode(f"{name}/{file}")
            yield name, "void:feature", ox.NamedNode("http://www.w3.org/ns/formats/" + _FEATURES[file[file.rindex(".") :]])
    yield from _examples(name, triples)
    yield from _partitions(name, base, triples)
    yield from _linksets(name, base, triples)


def _examples(name: str, triples: Iterable[ox.Triple]) -> Iterator[Fact]:
    for kind in _EXAMPLES:
        found = sorted(_value(t.subject) for t in triples if t.predicate.value == _TYPE and _value(t.object) == UNEG + kind)
        if found:
            yield name, "void:exampleResource", ox.NamedNode(found[0])


def _partitions(name: str, base: str, triples: Iterable[ox.Triple]) -> Iterator[Fact]:
    types = Counter(_value(t.object) for t in triples if t.predicate.value == _TYPE and isinstance(t.object, ox.NamedNode))
    predicates = Counter(t.predicate.value for t in triples)
    yield name, "void:properties", number(len(predicates))
    yield name, "void:classes", number(len(types))
    for kind, unit, counts in (("class", "entities", types), ("property", "triples", predicates)):
        for term, count in counts.items():
            part = f"{base}catalog#{kind}-{_digest(term)}"
            yield name, f"void:{kind}Partition", ox.NamedNode(part)
            yield part, "rdf:type", iri("void:Dataset")
            yield part, f"void:{kind}", ox.NamedNode(term)
            yield part, f"void:{unit}", number(count)


def _linksets(name: str, base: str, triples: Iterable[ox.Triple]) -> Iterator[Fact]:
    """Yield a linkset for each host that identifiers of ours are matched with."""
    links = Counter(
        (t.predicate.value, _space(_value(t.object)))
        for t in triples
        if t.predicate.value in _MATCHES and isinstance(t.object, ox.NamedNode) and not _value(t.object).startswith(base)
    )
    for (predicate, space), count in links.items():
        linkset, target = f"{base}catalog#links-{_digest(predicate + space)}", f"{base}catalog#target-{_digest(space)}"
        yield name, "void:subset", ox.NamedNode(linkset)
        yield linkset, "rdf:type", iri("void:Linkset")
        yield linkset, "dcterms:title", text(f"Links to {urlsplit(space).netloc or space}")
        yield linkset, "void:linkPredicate", ox.NamedNode(predicate)
        yield linkset, "void:subjectsTarget", ox.NamedNode(name)
        yield linkset, "void:objectsTarget", ox.NamedNode(target)
        yield linkset, "void:triples", number(count)
        yield target, "rdf:type", iri("void:Dataset")
        yield target, "void:uriSpace", ox.Literal(space)


def _space(iri_text: str) -> str:
    """Return where the IRIs of a source begin.

    >>> _space("http://www.wikidata.org/entity/Q1065")
    'http://www.wikidata.org/entity/'
    """
    return iri_text[: max(iri_text.rstrip("/").rfind("/"), iri_text.rfind("#")) + 1]


def _namespace(predicate: str) -> str:
    return predicate[: max(predicate.rfind("/"), predicate.rfind("#")) + 1]


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:12]
