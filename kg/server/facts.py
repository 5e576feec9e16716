"""What the data says of one thing, each fact with the sentence that says so."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.namespaces import PREFIXES, compress
from kg.server.site import Site, prefixed, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Row = Mapping[str, Mapping[str, str]]

_MOST = 600
_TYPE = PREFIXES["rdf"] + "type"
_NAMES = ("rdfs:label", "skos:prefLabel", "foaf:name", "dcterms:title")
_FIRST = ("skos:definition", "dcterms:description", "uneg:acronym", "skos:altLabel", "uneg:text", "uneg:number")
_LAST = ("skos:hiddenLabel", "skos:exactMatch", "owl:sameAs", "dcterms:source", "uneg:start", "uneg:end", "uneg:order", "uneg:checksum")


_SOURCES = {"entities": "gazetteer", "entailments": "follows from other facts", "provenance": "build"}
"""What the graphs are called that are no passage."""


@dataclass(frozen=True, slots=True, order=True)
class Proof:
    """Where it says so: a place with a link, the words, and how it is known."""

    place: str
    href: str
    words: str = ""
    known: str = ""
    is_quiet: bool = False


@dataclass(slots=True)
class Value:
    """One value of a property: text, link, hint (IRI, language or datatype), proofs."""

    text: str
    href: str = ""
    hint: str = ""
    proofs: list[Proof] = field(default_factory=list)


@dataclass(slots=True)
class Group:
    """A property and its values."""

    label: str
    href: str
    hint: str
    values: list[Value] = field(default_factory=list)


@dataclass(slots=True)
class View:
    """Everything that an entity page shows."""

    label: str
    types: list[Value]
    facts: list[Group]
    incoming: list[Group]
    quoted: list[Value]
    is_cut: bool = False


def _facts_query(iri: str) -> str:
    return f"SELECT ?p ?o ?g {{ {{ <{iri}> ?p ?o }} OPTIONAL {{ GRAPH ?g {{ <{iri}> ?p ?o }} }} }} ORDER BY ?p ?o ?g"


def _incoming_query(iri: str) -> str:
    return f"SELECT ?p ?o ?g {{ {{ ?o ?p <{iri}> }} OPTIONAL {{ GRAPH ?g {{ ?o ?p <{iri}> }} }} }} ORDER BY ?p ?o ?g"


def _claims_query(iri: str, here: str, there: str) -> str:
    return prefixed(
        f"""SELECT ?p ?o ?passage ?number ?document ?title ?quote ?span ?basis ?status {{
  ?claim {here} <{iri}> ; uneg:predicate ?p ; {there} ?o ; prov:wasQuotedFrom ?passage .
  OPTIONAL {{ ?passage uneg:number ?number }}
  OPTIONAL {{ ?passage uneg:partOfDocument ?document OPTIONAL {{ ?document dcterms:title ?title }} }}
  OPTIONAL {{ ?claim uneg:evidence ?span . ?span oa:exact ?quote }}
  OPTIONAL {{ ?claim uneg:basis/skos:notation ?basis }}
  OPTIONAL {{ ?claim uneg:status/skos:notation ?status }}
}}"""
    )


def _quoted_query(iri: str) -> str:
    return prefixed(
        f"""SELECT ?claim ?s ?p ?o ?quote {{
  ?claim prov:wasQuotedFrom <{iri}> .
  OPTIONAL {{ ?claim uneg:subject ?s ; uneg:predicate ?p ; uneg:object ?o }}
  OPTIONAL {{ ?claim uneg:evidence/oa:exact ?quote }}
}} ORDER BY ?claim"""
    )


def _passages_query(graphs: Iterable[str]) -> str:
    values = " ".join(f"<{graph}>" for graph in graphs)
    return prefixed(
        f"""SELECT ?passage ?number ?document ?title {{
  VALUES ?passage {{ {values} }} ?passage uneg:number ?number ; uneg:partOfDocument ?document .
  OPTIONAL {{ ?document dcterms:title ?title }}
}}"""
    )


async def describe(site: Site, iri: str) -> View:
    """Return the view of an IRI."""
    ask = site.engine.rows
    outgoing, incoming, claims, reverse, quoted = await asyncio.gather(
        ask(_facts_query(iri), _MOST),
        ask(_incoming_query(iri), _MOST),
        ask(_claims_query(iri, "uneg:subject", "uneg:object"), _MOST),
        ask(_claims_query(iri, "uneg:object", "uneg:subject"), _MOST),
        ask(_quoted_query(iri), _MOST),
    )
    graphs = {row["g"]["value"] for row in (*outgoing, *incoming) if "g" in row}
    passages = {row["passage"]["value"]: row for row in await ask(_passages_query(sorted(graphs)))} if graphs else {}
    iris = {term["value"] for row in (*outgoing, *incoming, *quoted) for term in row.values() if term["type"] == "uri"}
    labels = await site.labels([iri, *iris])
    facts = _groups(site, outgoing, _proofs(site, claims, outgoing, passages), labels)
    links = _groups(site, incoming, _proofs(site, reverse, incoming, passages), labels)
    types = next((group.values for group in facts if group.hint == "rdf:type"), [])
    shown = [group for group in facts if group.hint not in {"rdf:type", *_NAMES[:2]}]
    hidden = {"oa:hasSource", "uneg:partOfDocument", "uneg:inPassage", "uneg:subject", "uneg:object", "prov:wasQuotedFrom", "org:member"}
    return View(
        labels.get(iri) or _tail(iri),
        types,
        sorted(shown, key=_rank),
        [group for group in links if group.hint not in hidden],
        [_claim(site, row, labels) for row in quoted if "p" in row],
        is_cut=max(len(outgoing), len(incoming)) >= _MOST,
    )


def _tail(iri: str) -> str:
    return short(iri) if "/" not in iri.rstrip("/") else iri.rstrip("/").rpartition("/")[2].rpartition("#")[2] or short(iri)


def _rank(group: Group) -> tuple[int, str]:
    if group.hint in _FIRST:
        return _FIRST.index(group.hint) - len(_FIRST), ""
    return (1, group.hint) if group.hint in _LAST else (0, group.label)


def _proofs(site: Site, claims: Iterable[Row], rows: Iterable[Row], passages: Mapping[str, Row]) -> dict[tuple[str, str], list[Proof]]:
    """Return the proofs of each (property, value): from claims, else from the graph that holds the triple."""
    found: dict[tuple[str, str], list[Proof]] = {}
    for row in claims:
        words = [row[name]["value"] for name in ("basis", "status") if name in row]
        place = _place(row)
        href = site.href(row["span"]["value"]) if "span" in row else site.href(row["passage"]["value"])
        quote = row.get("quote", {}).get("value", "")
        found.setdefault((row["p"]["value"], row["o"]["value"]), []).append(Proof(place, href, quote, ", ".join(words)))
    for row in rows:
        graph = row.get("g", {}).get("value", "")
        key = (row["p"]["value"], row["o"]["value"])
        if graph in passages:
            proof = Proof(_place(passages[graph]), site.href(graph))
        elif graph:
            name = graph.rstrip("/").rpartition("/")[2]
            proof = Proof(_SOURCES.get(name, name) if "/graph/" in graph else short(graph), site.href(graph), is_quiet="/graph/" in graph)
        else:
            continue
        known = found.setdefault(key, [])
        if not any(other.place == proof.place for other in known):
            known.append(proof)
    return {key: sorted(set(proofs), key=lambda proof: (not proof.words, proof)) for key, proofs in found.items()}


def _place(row: Row) -> str:
    number, title = row.get("number", {}).get("value", ""), row.get("title", {}).get("value", "")
    paragraph = f"¶ {number}" if number[:1].isdigit() else number
    return " · ".join(filter(None, [title, paragraph]))


def _groups(site: Site, rows: Iterable[Row], proofs: Mapping[tuple[str, str], list[Proof]], labels: Mapping[str, str]) -> list[Group]:
    groups: dict[str, Group] = {}
    seen: set[tuple[str, str, str]] = set()
    for row in rows:
        prop, value = row["p"]["value"], row["o"]
        key = (prop, value["value"], value.get("xml:lang", ""))
        if key in seen:
            continue
        seen.add(key)
        group = groups.setdefault(prop, Group(labels.get(prop) or _words(prop), site.href(prop), compress(prop)))
        group.values.append(_value(site, value, labels, proofs.get(key[:2], [])))
    for group in groups.values():
        group.values.sort(key=lambda value: value.text.casefold())
    return list(groups.values())


def _value(site: Site, term: Mapping[str, str], labels: Mapping[str, str], proofs: list[Proof]) -> Value:
    if term["type"] == "uri":
        iri = term["value"]
        return Value(labels.get(iri) or short(iri.removeprefix(site.base)), site.href(iri), iri, proofs)
    hint = term.get("xml:lang") or short(term.get("datatype", ""))
    return Value(term["value"], "", "" if hint == "xsd:string" else hint, proofs)


def _words(prop: str) -> str:
    """Return a property's name as words: hasSecretariat is has secretariat."""
    name = prop.rstrip("/").rpartition("/")[2].rpartition("#")[2] or prop
    return "".join(f" {c.lower()}" if c.isupper() and i else c for i, c in enumerate(name))


def _claim(site: Site, row: Row, labels: Mapping[str, str]) -> Value:
    parts = [_value(site, row[name], labels, []) for name in ("s", "p", "o")]
    claim, hash_, fragment = row["claim"]["value"].partition("#")
    words = row.get("quote", {}).get("value", "")
    href = site.href(row["claim"]["value"]) if not hash_ else url_of(site, claim, fragment)
    proof = Proof("", "", words)
    text = " ".join([parts[0].text, labels.get(row["p"]["value"]) or _words(row["p"]["value"]), parts[2].text])
    return Value(text, href, fragment, [proof] if words else [])


def url_of(site: Site, iri: str, fragment: str) -> str:
    """Return the link to a part of a page."""
    return f"{site.href(iri)}#{fragment}"
