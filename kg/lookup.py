"""Find the entity that somebody means: by acronym, label in any letter case, CURIE, IRI or identifier.

Nothing is guessed: two entities of the same name are both named, and so are those nearest to a
name that nobody has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import NotFoundError, QueryError, did_you_mean
from kg.namespaces import BASE, PREFIXES
from kg.results import shorten

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.results import Result

_NAMES = ("rdfs:label", "skos:prefLabel", "foaf:name", "dcterms:title", "dcterms:identifier", "uneg:symbol", "skos:altLabel",
          "skos:hiddenLabel", "uneg:printedAs", "uneg:affiliationForm", "uneg:shortForm", "uneg:spokenForAs")  # fmt: skip
_LABELS = frozenset(_NAMES[:4])
_ACRONYM = "uneg:acronym"
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s<>\"{}|\\^`]+")
_CURIE = re.compile(r"[A-Za-z][\w.-]*:[^\s<>\"{}|\\^`/]*")
_MOST = 5


@dataclass(frozen=True, slots=True, order=True)
class _Named:
    """A name of an entity; `rank` is lower for what names it better."""

    iri: str
    name: str
    rank: int


def find_entity(ask: Callable[[str], Result], name: str, cls: str = "") -> str:
    """Return the IRI of the entity that a name means; `cls` is the CURIE of the class it must have.

    `ask` runs a query. Raise `NotFoundError` where nothing has the name, `QueryError` where several
    things have it or where it names something of another class.
    """
    name = name.strip()
    iri = _as_iri(name)
    if iri:
        return _checked(ask, iri, name, cls)
    found = _best(ask, name, cls)
    if not found and cls:
        other = _best(ask, name, "")
        if other:
            raise QueryError(_other_class(ask, name, other[0], cls))
    if not found:
        near = did_you_mean(name, {named.name for named in _names(ask, cls)})
        message = f"No {_what(ask, cls)} is called '{name}'.{near} An acronym, a label in any letter case, a CURIE or an IRI will do."
        raise NotFoundError(message)
    if len(found) > 1:
        listed = ", ".join(shorten(other) for other in found[:_MOST])
        message = f"'{name}' names {len(found)} things: {listed}. Give the IRI of the one you mean."
        raise QueryError(message)
    return found[0]


def _as_iri(name: str) -> str:
    """Return the IRI that a name is, as an IRI, a CURIE, or a path below the base; else nothing."""
    bare = name[1:-1] if name.startswith("<") and name.endswith(">") else name
    if _IRI.fullmatch(bare):
        return bare
    prefix, _, local = bare.partition(":")
    if _CURIE.fullmatch(bare) and prefix in PREFIXES:
        return PREFIXES[prefix] + local
    return BASE + bare if re.fullmatch(r"[a-z]+(?:/[\w.\-]+)+", bare) else ""


def _checked(ask: Callable[[str], Result], iri: str, name: str, cls: str) -> str:
    """Return an IRI that the data knows, itself or as the identifier of an entity."""
    same = ask(f"SELECT DISTINCT ?entity {{ ?entity <{PREFIXES['skos']}exactMatch> <{iri}> }} ORDER BY ?entity").records()
    for candidate in (iri, *(row["entity"] for row in same)):
        if ask(f"SELECT ?p {{ <{candidate}> ?p ?o }} LIMIT 1").rows:
            if cls and not _is_a(ask, candidate, cls):
                raise QueryError(_other_class(ask, name, candidate, cls))
            return candidate
    tails = [shorten(named.iri) for named in _names(ask, cls)]
    message = f"The data knows no '{shorten(iri)}'.{did_you_mean(shorten(iri), tails)} See what there is: kg query entities."
    raise NotFoundError(message)


def _is_a(ask: Callable[[str], Result], iri: str, cls: str) -> bool:
    return bool(ask(f"SELECT ?class {{ <{iri}> a ?class . ?class <{PREFIXES['rdfs']}subClassOf>* <{_expanded(cls)}> }} LIMIT 1").rows)


def _expanded(cls: str) -> str:
    prefix, _, local = cls.partition(":")
    return PREFIXES[prefix] + local


def _names(ask: Callable[[str], Result], cls: str, condition: str = "") -> list[_Named]:
    """Return the names of the entities of a class (of anything where no class is given)."""
    properties = " ".join(f"<{_expanded(curie)}>" for curie in (_ACRONYM, *_NAMES))
    typed = f"?class <{PREFIXES['rdfs']}subClassOf>* <{_expanded(cls)}> . ?entity a ?class ." if cls else ""
    # Sections are called like the workstreams they are about, and nobody asks for a section.
    entities = f"{{ SELECT DISTINCT ?entity {{ {typed} }} }}" if cls else f"FILTER NOT EXISTS {{ ?entity a <{_expanded('uneg:Section')}> }}"
    rows = ask(
        f"SELECT DISTINCT ?entity ?property ?name {{ {entities} VALUES ?property {{ {properties} }} ?entity ?property ?name {condition} }}"
    ).records()
    return sorted(_Named(row["entity"], row["name"], _rank(row["property"])) for row in rows if _IRI.fullmatch(row["entity"]))


def _rank(prop: str) -> int:
    return 0 if prop == _expanded(_ACRONYM) else 1 if prop in {_expanded(curie) for curie in _LABELS} else 2


def _best(ask: Callable[[str], Result], name: str, cls: str) -> list[str]:
    """Return the entities that have a name best: as written before in another letter case, acronyms before labels."""
    folded = re.sub(r"\s+", " ", name).lower()
    same = _names(ask, cls, f"FILTER(LCASE(STR(?name)) = {ox.Literal(folded)})")
    ranked: dict[tuple[bool, int], dict[str, None]] = {}
    for named in same:
        ranked.setdefault((named.name != name, named.rank), {})[named.iri] = None
    return list(ranked[min(ranked)]) if ranked else []


def _what(ask: Callable[[str], Result], cls: str) -> str:
    """Return what a class is called in plain words."""
    if not cls:
        return "entity"
    label = f"<{PREFIXES['rdfs']}label>"
    rows = ask(f'SELECT ?label {{ <{_expanded(cls)}> {label} ?label FILTER(LANG(?label) = "en") }} ORDER BY ?label').records()
    return rows[0]["label"] if rows else cls


def _other_class(ask: Callable[[str], Result], name: str, iri: str, cls: str) -> str:
    rows = ask(
        f"SELECT DISTINCT ?label {{ <{iri}> a ?class . ?class <{PREFIXES['rdfs']}label> ?label FILTER(LANG(?label) = \"en\")"
        f" FILTER NOT EXISTS {{ <{iri}> a ?narrower . ?narrower <{PREFIXES['rdfs']}subClassOf>+ ?class FILTER(?narrower != ?class) }} }}"
        " ORDER BY ?label"
    ).records()
    kinds = " and ".join(row["label"] for row in rows) or "no typed thing"
    wanted = f"{_what(ask, cls)} ({cls})"
    return f"'{name}' ({shorten(iri)}) is: {kinds}. What is wanted here is: {wanted}. See what there is: kg query entities."
