"""Read the ontology as a document: themes, terms, alignments, shapes, questions, diagrams.

The order and the themes are those of the file itself, whose comment headings are part of how it is
meant to be read. Nothing is repeated here that stands in the ontology.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.namespaces import PREFIXES, UNEG, compress
from kg.ontodoc_svg import diagrams

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.query import SavedQuery
    from kg.results import Result

_OWL, _RDFS, _SKOS, _SH = (PREFIXES[name] for name in ("owl", "rdfs", "skos", "sh"))
_TYPE = PREFIXES["rdf"] + "type"
_KINDS = {
    _OWL + "Class": "class",
    _OWL + "ObjectProperty": "object property",
    _OWL + "DatatypeProperty": "datatype property",
    _OWL + "AnnotationProperty": "annotation property",
    _SKOS + "ConceptScheme": "concept scheme",
    _SKOS + "Concept": "concept",
}
_CHARACTERISTICS = {
    _OWL + f"{name}Property": name.lower() for name in ("Functional", "InverseFunctional", "Transitive", "Symmetric", "Asymmetric", "Reflexive", "Irreflexive")
}
_MATCHES = {
    _RDFS + "subClassOf": "is a kind of",
    _RDFS + "subPropertyOf": "is a special case of",
    _OWL + "equivalentClass": "is the same as",
    _OWL + "equivalentProperty": "is the same as",
    _OWL + "inverseOf": "is the inverse of",
    **{_SKOS + f"{name}Match": f"{name} match" for name in ("exact", "close", "broad", "narrow", "related")},
}
_ALIGNED = {
    "cv": "http://data.europa.eu/m8g/",
    "role": "http://publications.europa.eu/resource/authority/role/",
    "cbc": "http://publications.europa.eu/resource/authority/corporate-body-classification/",
    "undo": "https://w3id.org/un/ontology/undo/",
    "unbis": "http://metadata.un.org/thesaurus/",
}
"""Prefixes of vocabularies that only the alignments name."""
_BANNER = re.compile(r"^#{20,}\n# (\d+)\. (.+)\n((?:# .*\n)*)#{20,}$", re.MULTILINE)
_TERM = re.compile(r"^\s*uneg:([\w-]+) a ", re.MULTILINE)
_MOST_ROWS = 8


@dataclass(frozen=True, slots=True)
class Term:
    """One term with everything the ontology says of it, ready to be shown."""

    name: str
    kind: str
    label: str
    definition: str
    examples: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    facts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    alignments: tuple[tuple[str, str, str], ...] = ()
    queries: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()
    notation: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """A section of the ontology: its heading, its introduction, its terms in order."""

    number: int
    title: str
    intro: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A competency question with its SPARQL and the beginning of its answer."""

    name: str
    summary: str
    sparql: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int


@dataclass(frozen=True, slots=True)
class OntologyDocument:
    """Everything that the documentation shows."""

    title: str
    description: str
    version: str
    metadata: tuple[tuple[str, str], ...]
    themes: tuple[Theme, ...] = field(repr=False)
    pictures: tuple[tuple[str, str, str], ...] = field(repr=False)
    questions: tuple[Question, ...] = field(repr=False)
    prefixes: tuple[tuple[str, str], ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many terms there are of each kind."""
        found: dict[str, int] = defaultdict(int)
        for theme in self.themes:
            for term in theme.terms:
                found[term.kind] += 1
        return dict(found)


class Graph:
    """Triples by subject and predicate; blank nodes are read as the class expressions they are."""

    def __init__(self, *turtles: bytes) -> None:
        """Parse some Turtle files."""
        self._values: dict[tuple[str, str], list[ox.NamedNode | ox.BlankNode | ox.Literal]] = defaultdict(list)
        self.subjects: dict[str, None] = {}
        for number, turtle in enumerate(turtles):
            for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
                self._values[_key(quad.subject, number), quad.predicate.value].append(_renamed(quad.object, number))
                self.subjects[_key(quad.subject, number)] = None

    def values(self, subject: str, predicate: str) -> list[ox.NamedNode | ox.BlankNode | ox.Literal]:
        """Return the values of a property, in the order of the file."""
        return self._values.get((subject, predicate), [])

    def texts(self, subject: str, predicate: str) -> list[str]:
        """Return the texts of a property."""
        return [v.value for v in self.values(subject, predicate) if isinstance(v, ox.Literal)]

    def names(self, subject: str, predicate: str) -> list[str]:
        """Return the IRIs of a property; those in a union count one by one."""
        return [name for value in self.values(subject, predicate) for name in self.members(value)]

    def members(self, value: object) -> list[str]:
        """Return the IRI of a value, or those of the classes that it joins."""
        if isinstance(value, ox.NamedNode):
            return [value.value]
        if not isinstance(value, ox.BlankNode):
            return []
        found: list[str] = []
        for union in self.values(str(value), _OWL + "unionOf"):
            found += [name for item in self.items(union) for name in self.members(item)]
        return found

    def items(self, head: object) -> Iterator[ox.NamedNode | ox.BlankNode | ox.Literal]:
        """Yield the items of an RDF list."""
        while isinstance(head, ox.BlankNode):
            first = self.values(str(head), PREFIXES["rdf"] + "first")
            yield from first
            head = next(iter(self.values(str(head), PREFIXES["rdf"] + "rest")), None)

    def expression(self, value: object) -> str:  # noqa: PLR0911 - one return for each form
        """Return a class expression in words.

        >>> Graph(b"").expression(ox.NamedNode(UNEG + "Agent"))
        'uneg:Agent'
        """
        if isinstance(value, ox.NamedNode):
            return compress(value.value)
        if not isinstance(value, ox.BlankNode):
            return str(getattr(value, "value", value))
        node = str(value)
        members = self.members(value)
        if members:
            return " or ".join(compress(name) for name in members)
        inverse = self.values(node, _OWL + "inverseOf")
        if inverse:
            return f"inverse of {self.expression(inverse[0])}"
        on = next((self.expression(p) for p in self.values(node, _OWL + "onProperty")), "")
        for predicate, words in (("someValuesFrom", "some"), ("allValuesFrom", "only"), ("hasValue", "value"), ("hasSelf", "self")):
            for filler in self.values(node, _OWL + predicate):
                return f"{on} {words}" + ("" if words == "self" else f" {self.expression(filler)}")
        counted = ((n, w) for n, w in (("Cardinality", "exactly"), ("minCardinality", "at least"), ("maxCardinality", "at most")))
        for predicate, words in counted:
            for name in (predicate, f"qualified{predicate[0].upper()}{predicate[1:]}"):
                for number in self.texts(node, _OWL + name[0].lower() + name[1:]):
                    return f"{on} {words} {number}"
        return "a class expression"


def _key(subject: object, number: int) -> str:
    return subject.value if isinstance(subject, ox.NamedNode) else f"{subject}x{number}"


def _renamed(value: object, number: int) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    return ox.BlankNode(f"{value.value}x{number}") if isinstance(value, ox.BlankNode) else value  # type: ignore[return-value]


def document_ontology(files: Mapping[str, bytes], answers: Mapping[str, tuple[SavedQuery, Result]]) -> OntologyDocument:
    """Return the documentation of an ontology: `files` has uneg.ttl, alignments.ttl and shapes.ttl."""
    core, aligned, shapes = (Graph(files[name]) for name in ("uneg.ttl", "alignments.ttl", "shapes.ttl"))
    header, text = UNEG.rstrip("#"), files["uneg.ttl"].decode()
    queries = {name: query.text for name, (query, _) in answers.items()}
    return OntologyDocument(
        title=next(iter(core.texts(header, PREFIXES["dcterms"] + "title")), "Ontology"),
        description=" ".join(core.texts(header, PREFIXES["dcterms"] + "description")),
        version=next(iter(core.texts(header, _OWL + "versionInfo")), ""),
        metadata=tuple(_metadata(core, header)),
        themes=tuple(_themes(text, core, aligned, shapes, queries)),
        pictures=tuple(diagrams(core, shapes)),
        questions=tuple(_question(query, result) for query, result in answers.values()),
        prefixes=tuple(sorted((PREFIXES | _ALIGNED).items())),
    )


def _metadata(core: Graph, header: str) -> Iterator[tuple[str, str]]:
    wanted = (
        ("IRI", ""), ("Version IRI", "owl:versionIRI"), ("Prefix", "vann:preferredNamespacePrefix"),
        ("Namespace", "vann:preferredNamespaceUri"), ("Licence", "dcterms:license"), ("Made by", "dcterms:creator"),
        ("Language", "dcterms:language"), ("Cite as", "dcterms:bibliographicCitation"),
    )  # fmt: skip
    for label, curie in wanted:
        predicate = PREFIXES[curie.partition(":")[0]] + curie.partition(":")[2] if curie else ""
        found = [getattr(value, "value", "") for value in core.values(header, predicate)] if curie else [header]
        yield from [(label, value) for value in found if value]


def _themes(text: str, core: Graph, aligned: Graph, shapes: Graph, queries: Mapping[str, str]) -> Iterator[Theme]:
    banners = list(_BANNER.finditer(text))
    for banner, following in zip(banners, [*banners[1:], None], strict=True):
        body = text[banner.end() : following.start() if following else len(text)]
        names = dict.fromkeys(_TERM.findall(body))
        terms = tuple(term_of(core, aligned, shapes, name, queries) for name in names)
        if terms:
            intro = " ".join(line.removeprefix("# ").strip() for line in banner[3].splitlines())
            yield Theme(int(banner[1]), banner[2], intro, terms)


def term_of(core: Graph, aligned: Graph, shapes: Graph, name: str, queries: Mapping[str, str]) -> Term:
    """Return a term by its local name."""
    iri = UNEG + name
    types = core.names(iri, _TYPE)
    kind = next((words for cls, words in _KINDS.items() if cls in types), "individual")
    word = re.compile(rf"(?<![\w-])uneg:{re.escape(name)}(?![\w-])")
    return Term(
        name=name,
        kind=kind,
        label=next(iter(core.texts(iri, _RDFS + "label")), name),
        definition=" ".join(core.texts(iri, _SKOS + "definition")),
        examples=tuple(core.texts(iri, _SKOS + "example")),
        notes=tuple(core.texts(iri, _SKOS + "scopeNote") + core.texts(iri, _SKOS + "editorialNote")),
        facts=tuple(_facts(core, iri, types)),
        alignments=tuple(_alignments(aligned, iri)),
        queries=tuple(query for query, sparql in queries.items() if word.search(sparql)),
        shapes=tuple(_shapes(shapes, iri)),
        notation=next(iter(core.texts(iri, _SKOS + "notation")), ""),
    )


def _shapes(shapes: Graph, iri: str) -> Iterator[str]:
    """Yield what is asked of the data: the descriptions of the shapes that have a class as their target."""
    for shape in shapes.subjects:
        if iri in shapes.names(shape, _SH + "targetClass"):
            yield from shapes.texts(shape, _SH + "description")


def _facts(core: Graph, iri: str, types: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for label, predicate in (
        ("kind of", _RDFS + "subClassOf"), ("special case of", _RDFS + "subPropertyOf"), ("of", _RDFS + "domain"), ("to", _RDFS + "range"),
        ("inverse of", _OWL + "inverseOf"), ("in scheme", _SKOS + "inScheme"), ("chain", _OWL + "propertyChainAxiom"),
    ):  # fmt: skip
        values = core.values(iri, predicate)
        if predicate.endswith("propertyChainAxiom"):
            found = tuple(" then ".join(core.expression(item) for item in core.items(value)) for value in values)
        else:
            found = tuple(core.expression(value) for value in values)
        if found:
            yield label, found
    marks = tuple(words for cls, words in _CHARACTERISTICS.items() if cls in types)
    if marks:
        yield "is", marks
    elsewhere = tuple(_elsewhere(core, iri))
    if elsewhere:
        yield "other languages", elsewhere


def _elsewhere(core: Graph, iri: str) -> Iterator[str]:
    """Yield the labels in other languages than English with their language, preferred ones first."""
    for name in ("prefLabel", "altLabel"):
        for label in core.values(iri, _SKOS + name):
            if isinstance(label, ox.Literal) and label.language not in {"en", None}:
                yield f"{label.value} ({label.language})"


def _alignments(aligned: Graph, iri: str) -> Iterator[tuple[str, str, str]]:
    for predicate, words in _MATCHES.items():
        for value in aligned.values(iri, predicate):
            other = value.value if isinstance(value, ox.NamedNode) else ""
            yield words, _shortened(other) or aligned.expression(value), other


def _shortened(iri: str) -> str:
    """Return an IRI of another vocabulary as people who use it write it.

    >>> _shortened("http://data.europa.eu/m8g/PublicOrganisation")
    'cv:PublicOrganisation'
    """
    return next((iri.replace(base, f"{prefix}:", 1) for prefix, base in _ALIGNED.items() if iri.startswith(base)), "")


def _question(query: SavedQuery, result: Result) -> Question:
    rows = tuple(tuple(_plain(term) for term in row) for row in result.rows[:_MOST_ROWS])
    return Question(query.name, query.summary, query.text, result.columns, rows, len(result.rows))


def _plain(term: object) -> str:
    value = str(getattr(term, "value", "") if term is not None else "")
    return compress(value) if isinstance(term, ox.NamedNode) else value
