"""VoID: how large a dataset is, what is in it, and where it links to. https://www.w3.org/TR/void/."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pyoxigraph as ox

from kg.catalog_terms import Fact, iri, number, text
from kg.namespaces import PREFIXES, UNEG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.model import Dataset

_TYPE = PREFIXES["rdf"] + "type"
_MATCHES = tuple(PREFIXES["skos"] + name for name in ("exactMatch", "closeMatch"))
_EXAMPLES = ("Workstream", "UNEntity", "SuggestedAction", "Meeting")
_DUMPS = (".nq", ".trig", ".ttl", ".nt", ".jsonld", ".rdf")
_FEATURES = {
    ".nq": "N-Quads", ".trig": "TriG", ".ttl": "Turtle", ".nt": "N-Triples", ".jsonld": "JSON-LD", ".rdf": "RDF_XML",
}  # fmt: skip


@dataclass
class _Counts:
    """What is counted over the triples of a dataset, in one pass."""

    triples: int = 0
    entities: set[str] = field(default_factory=set)
    subjects: set[object] = field(default_factory=set)
    objects: set[object] = field(default_factory=set)
    properties: Counter[str] = field(default_factory=Counter)
    classes: Counter[str] = field(default_factory=Counter)
    links: Counter[tuple[str, str]] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)


def _count(triples: Iterable[ox.Triple], base: str) -> _Counts:
    found = _Counts()
    names: dict[object, str] = {}
    for subject, predicate, target in triples:
        said, about = predicate.value, names.get(subject) or names.setdefault(subject, _value(subject))
        found.objects.add(target)
        found.properties[said] += 1
        if said == _TYPE and isinstance(target, ox.NamedNode):
            kind = target.value
            found.classes[kind] += 1
            found.examples[kind] = min(found.examples.get(kind, about), about)
        elif said in _MATCHES and isinstance(target, ox.NamedNode) and not target.value.startswith(base):
            found.links[said, _space(target.value)] += 1
    found.triples = found.properties.total()
    found.subjects = set(names)
    found.entities = {about for about in names.values() if about.startswith(base)}
    return found


def statistics(name: str, base: str, dataset: Dataset, files: Iterable[str]) -> Iterator[Fact]:
    """Yield what VoID says of a dataset, counted over the union of its graphs."""
    found = _count(dataset.triples, base)
    yield name, "rdf:type", iri("void:Dataset")
    yield name, "void:triples", number(found.triples)
    yield name, "void:entities", number(len(found.entities))
    yield name, "void:distinctSubjects", number(len(found.subjects))
    yield name, "void:distinctObjects", number(len(found.objects))
    yield name, "void:uriSpace", ox.Literal(base)
    yield name, "void:uriRegexPattern", ox.Literal("^" + base.replace(".", "\\.") + ".+")
    yield name, "void:vocabulary", ox.NamedNode(UNEG)
    for namespace in sorted({_namespace(said) for said in found.properties} & set(PREFIXES.values())):
        yield name, "void:vocabulary", ox.NamedNode(namespace)
    for file in files:
        if file.endswith(_DUMPS) and "/" not in file:
            yield name, "void:dataDump", ox.NamedNode(f"{name}/{file}")
            yield name, "void:feature", ox.NamedNode("http://www.w3.org/ns/formats/" + _FEATURES[file[file.rindex(".") :]])
    for kind in _EXAMPLES:
        if UNEG + kind in found.examples:
            yield name, "void:exampleResource", ox.NamedNode(found.examples[UNEG + kind])
    yield from _partitions(name, base, found)
    yield from _linksets(name, base, found.links)


def _partitions(name: str, base: str, found: _Counts) -> Iterator[Fact]:
    yield name, "void:properties", number(len(found.properties))
    yield name, "void:classes", number(len(found.classes))
    for kind, unit, counts in (("class", "entities", found.classes), ("property", "triples", found.properties)):
        for term, count in counts.items():
            part = f"{base}catalog#{kind}-{_digest(term)}"
            yield name, f"void:{kind}Partition", ox.NamedNode(part)
            yield part, "rdf:type", iri("void:Dataset")
            yield part, f"void:{kind}", ox.NamedNode(term)
            yield part, f"void:{unit}", number(count)


def _linksets(name: str, base: str, links: Mapping[tuple[str, str], int]) -> Iterator[Fact]:
    """Yield a linkset for each host that identifiers of ours are matched with."""
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
