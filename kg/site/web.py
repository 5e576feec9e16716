"""A dataset as a web of pages: what each IRI is called, where its page is, what is said of it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import quote

import pyoxigraph as ox

from kg.namespaces import PREFIXES, UNEG, compress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Dataset

TYPE = PREFIXES["rdf"] + "type"
LABELS = tuple(PREFIXES[p] + n for p, n in (("rdfs", "label"), ("skos", "prefLabel"), ("dcterms", "title"), ("foaf", "name")))
ONTOLOGY = UNEG.rstrip("#")


class Web:
    """The dataset indexed by subject, object and graph; every look-up is in a fixed order."""

    def __init__(self, dataset: Dataset, base: str) -> None:
        """Index a dataset."""
        self.base = base
        self.quads = sorted(dataset.quads, key=_order)
        self._from: dict[str, list[ox.Quad]] = defaultdict(list)
        self._to: dict[str, list[ox.Quad]] = defaultdict(list)
        self._in: dict[str, list[ox.Quad]] = defaultdict(list)
        for quad in self.quads:
            self._from[_value(quad.subject)].append(quad)
            self._in[_value(quad.graph_name)].append(quad)
            if isinstance(quad.object, ox.NamedNode):
                self._to[quad.object.value].append(quad)
        self._pages = self._page_iris()
        self._fragments: dict[str, list[str]] = defaultdict(list)
        for iri in self._from:
            if "#" in iri:
                self._fragments[iri.partition("#")[0]].append(iri)

    def _page_iris(self) -> frozenset[str]:
        known = {iri.partition("#")[0] for iri in (*self._from, *self._to, *self._in) if iri.startswith(self.base)}
        return frozenset(iri for iri in known if iri != self.base and not iri.startswith(ONTOLOGY) and ".." not in iri)

    def pages(self) -> list[str]:
        """Return the IRIs that get a page of their own, without fragments."""
        return sorted(self._pages)

    def about(self, iri: str) -> list[ox.Quad]:
        """Return what is said of a thing."""
        return self._from.get(iri, [])

    def towards(self, iri: str) -> list[ox.Quad]:
        """Return what points at a thing."""
        return self._to.get(iri, [])

    def inside(self, graph: str) -> list[ox.Quad]:
        """Return what stands in a named graph."""
        return self._in.get(graph, [])

    def fragments(self, iri: str) -> list[str]:
        """Return the things whose IRI is this one and a fragment."""
        return self._fragments.get(iri, [])

    def values(self, iri: str, curie: str) -> list[str]:
        """Return the values of a property, IRIs and texts alike, without doubles."""
        predicate = PREFIXES[curie.partition(":")[0]] + curie.partition(":")[2]
        return list(dict.fromkeys(_value(q.object) for q in self.about(iri) if q.predicate.value == predicate))

    def value(self, iri: str, curie: str) -> str:
        """Return one value of a property, or an empty text."""
        return next(iter(self.values(iri, curie)), "")

    def sources(self, iri: str, curie: str) -> list[str]:
        """Return what points at a thing with a property."""
        predicate = PREFIXES[curie.partition(":")[0]] + curie.partition(":")[2]
        return list(dict.fromkeys(_value(q.subject) for q in self.towards(iri) if q.predicate.value == predicate))

    def types(self, iri: str) -> list[str]:
        """Return the classes of a thing, the most special first."""
        return sorted(self.values(iri, "rdf:type"), key=lambda c: (-self._depth(c), c))

    def _depth(self, cls: str) -> int:
        above = [v for v in self.values(cls, "rdfs:subClassOf") if v != cls]
        return 1 + max((self._depth(parent) for parent in above), default=0) if cls.startswith(UNEG) else 0

    def label(self, iri: str) -> str:
        """Return what a thing is called: in English if it can be, else the end of its IRI."""
        literals = [q.object for p in LABELS for q in self.about(iri) if q.predicate.value == p and isinstance(q.object, ox.Literal)]
        if literals:
            return min(literals, key=lambda term: (term.language not in {"en", None}, literals.index(term))).value
        number = self.value(iri, "uneg:number")
        if number:
            return f"{self.label(self.value(iri, 'uneg:partOfDocument'))}, {number}" if self.value(iri, "uneg:partOfDocument") else number
        return self._made_label(iri)

    def _made_label(self, iri: str) -> str:
        if iri.startswith(self.base) and "#" in iri:
            page, _, fragment = iri.partition("#")
            return f"{fragment.replace('-', ' ')} of {self.label(page)}" if page in self._pages else fragment
        short = compress(iri)
        if short != iri:
            return _words(short.partition(":")[2])
        return iri.removeprefix(self.base).removeprefix("document/")

    def is_local(self, iri: str) -> bool:
        """Tell whether a thing has a page on the site, or a place on one."""
        return iri.partition("#")[0] in self._pages or iri.startswith(ONTOLOGY)

    def path(self, iri: str, ending: str = "html") -> str:
        """Return the file of a thing, relative to the root of the site, with its fragment.

        >>> from kg.model import Dataset
        >>> Web(Dataset(frozenset()), "https://w3id.org/uneg/").path("https://w3id.org/uneg/agency/unep")
        'agency/unep.html'
        """
        page, mark, fragment = iri.partition("#")
        return f"{quote(page.removeprefix(self.base), safe='/-._~')}.{ending}{mark}{quote(fragment, safe='=,-._~')}"

    def by_folder(self) -> dict[str, list[str]]:
        """Return the pages by the first part of their path, which says what kind of thing they are."""
        found: dict[str, list[str]] = defaultdict(list)
        for iri in self.pages():
            folder, mark, _ = iri.removeprefix(self.base).partition("/")
            if mark:
                found[folder].append(iri)
        return dict(sorted(found.items()))


def _words(name: str) -> str:
    """Return the words of a name in camel case.

    >>> _words("wasQuotedFrom"), _words("Q1065")
    ('was quoted from', 'Q1065')
    """
    return re.sub(r"(?<=[a-z])([A-Z])", lambda m: f" {m[1].lower()}", name)


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))


def _order(quad: ox.Quad) -> tuple[str, str, str, str]:
    return str(quad.subject), quad.predicate.value, str(quad.object), str(quad.graph_name)


def statements_about(web: Web, iri: str) -> Iterable[str]:
    """Return the claims in which a thing is subject or object, each once."""
    claims = web.sources(iri, "uneg:subject") + web.sources(iri, "uneg:object")
    return dict.fromkeys(claim for claim in claims if claim != iri)
