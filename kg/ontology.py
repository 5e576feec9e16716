"""Load `ontology/`: the classes, the gazetteer, the shapes and the rules, as values.

What the program knows about the world stands there as data; nothing of it is repeated in code.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.model import Entity
from kg.namespaces import PREFIXES, UNEG

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

GAZETTEER = ("entities.ttl", "states.ttl")
_LABEL = PREFIXES["rdfs"] + "label"
_TYPE = PREFIXES["rdf"] + "type"
_NAMES = (PREFIXES["skos"] + "altLabel", PREFIXES["skos"] + "hiddenLabel", UNEG + "formerName")
_EXACT = (UNEG + "acronym", UNEG + "printedAs")
_SERIES = (UNEG + "decisionSeries", UNEG + "symbolPrefix")
_LINKS = {UNEG + name for name in ("serves", "governs", "governingBodyOf", "partOf")} | {PREFIXES["org"] + "subOrganizationOf"}

_READ = frozenset({_LABEL, _TYPE, UNEG + "affiliationForm", UNEG + "shortForm", UNEG + "spokenForAs", *_NAMES, *_EXACT, *_SERIES, *_LINKS})
_ENGLISH = frozenset({None, "en"})


@dataclass(frozen=True)
class Ontology:
    """The files of one ontology folder, read once.

    `core` and `gazetteer` are the triples of `uneg.ttl` and `entities.ttl`.
    """

    folder: Path
    core: tuple[ox.Triple, ...]
    gazetteer: tuple[ox.Triple, ...]

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """The standing bodies and instruments that the gazetteer knows, by IRI."""
        return tuple(_entities(self.gazetteer))

    @cached_property
    def superclasses(self) -> Mapping[str, frozenset[str]]:
        """For each class (local name), itself and all the classes above it."""
        above: dict[str, set[str]] = defaultdict(set)
        for triple in self.core:
            if triple.predicate.value == PREFIXES["rdfs"] + "subClassOf" and isinstance(triple.object, ox.NamedNode):
                above[_local(triple.subject)].add(_local(triple.object))
        return {name: frozenset(_closure(name, above)) for name in above}

    def text(self, name: str) -> str:
        """Return a file of the folder; raise `OntologyError` where it is missing."""
        return _read(self.folder / name).decode()

    @cached_property
    def rules(self) -> tuple[str, ...]:
        """The SPARQL rules that stand beside the axioms, in the order of their file names."""
        return tuple(path.read_text(encoding="utf-8") for path in sorted((self.folder / "rules").glob("*.rq")))


def load_ontology(folder: Path) -> Ontology:
    """Return the ontology of a folder; raise `OntologyError` naming the file that is broken."""
    gazetteer = [triple for name in GAZETTEER for triple in _triples(folder / name)]
    return Ontology(folder, tuple(_triples(folder / "uneg.ttl")), tuple(gazetteer))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"Cannot read '{path}': {error.strerror}. Reinstall the package or give a complete ontology folder."
        raise OntologyError(message) from None


def _triples(path: Path) -> Iterable[ox.Triple]:
    try:
        return [quad.triple for quad in ox.parse(_read(path), format=ox.RdfFormat.TURTLE)]
    except SyntaxError as error:
        message = f"'{path}' is not valid Turtle: {error}."
        raise OntologyError(message) from None


def _closure(name: str, above: Mapping[str, set[str]]) -> set[str]:
    found = {name}
    for parent in above.get(name, set()) - {name}:
        found |= _closure(parent, above)
    return found


def _local(node: object) -> str:
    return str(getattr(node, "value", "")).removeprefix(UNEG)


def _entities(triples: Iterable[ox.Triple]) -> Iterable[Entity]:
    about: dict[str, dict[str, list[tuple[str, str | None]]]] = {}
    for triple in triples:
        name = triple.predicate.value
        if name not in _READ:
            continue
        subject, node = triple.subject, triple.object
        if isinstance(subject, ox.NamedNode) and isinstance(node, (ox.Literal, ox.NamedNode)):
            value = (node.value, node.language if isinstance(node, ox.Literal) else None)
            about.setdefault(subject.value, {}).setdefault(name, []).append(value)
    for iri in sorted(about):
        facts = about[iri]
        kinds = [kind.removeprefix(UNEG) for kind, _ in facts.get(_TYPE, ()) if kind.startswith(UNEG)]
        labels = [label for label, language in facts.get(_LABEL, ()) if language == "en"]
        if not kinds or not labels:
            continue
        yield Entity(
            iri=iri,
            kind=kinds[0],
            label=labels[0],
            acronym=next((value for value, _ in facts.get(_EXACT[0], ())), ""),
            names=tuple(sorted({labels[0], *(v for p in _NAMES if p in facts for v, language in facts[p] if language in _ENGLISH)})),
            exact=_values(facts, _EXACT),
            affiliations=_values(facts, (UNEG + "affiliationForm",)),
            series=_values(facts, _SERIES),
            short=_values(facts, (UNEG + "shortForm",)),
            spoken=_values(facts, (UNEG + "spokenForAs",)),
            links=tuple(sorted((_local_link(p), value) for p in _LINKS if p in facts for value, _ in facts[p])),
        )


def _values(facts: Mapping[str, list[tuple[str, str | None]]], names: Iterable[str]) -> tuple[str, ...]:
    """Return the values of some properties, each once, in order."""
    return tuple(sorted({value for name in names if name in facts for value, _ in facts[name]}))


def _local_link(predicate: str) -> str:
    return predicate.rpartition("#")[2]
