"""The command `kg show`: one entity, its facts in words, each with document, paragraph and quote."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from textwrap import fill
from typing import TYPE_CHECKING

from kg.export import open_store
from kg.lookup import find_entity
from kg.namespaces import compress
from kg.query import run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from kg.results import Result

    Ask = Callable[[str], Result]
    Record = dict[str, str]

_ABOUT = """
SELECT ?property ?value WHERE {{
  VALUES ?property {{ rdf:type rdfs:label uneg:acronym skos:altLabel uneg:formerName skos:exactMatch
                      schema:startDate schema:endDate schema:location uneg:deliveryStatus uneg:symbol }}
  <{iri}> ?property ?value
  FILTER(!isLiteral(?value) || LANG(?value) IN ("", "en"))
}} ORDER BY ?property ?value
"""
_SAID = """
SELECT DISTINCT ?predicate ?other ?label ?basis ?status ?document ?paragraph ?quote WHERE {{
  ?claim uneg:{this} <{iri}> ; uneg:predicate ?predicate ; uneg:{that} ?other ; prov:wasQuotedFrom ?passage ; uneg:evidence ?span .
  ?passage uneg:number ?paragraph ; uneg:order ?order ; uneg:partOfDocument/dcterms:title ?document .
  ?span oa:exact ?quote ; oa:start ?start .
  OPTIONAL {{ ?other rdfs:label ?label FILTER(LANG(?label) = "en") }}
  OPTIONAL {{ ?claim uneg:basis/skos:notation ?basis }}
  OPTIONAL {{ ?claim uneg:status/skos:notation ?status }}
  FILTER NOT EXISTS {{ ?claim a uneg:Participation }}
}} ORDER BY ?predicate ?document ?order ?start ?label
"""
_EFFECTS = """
SELECT DISTINCT ?kind ?status ?successor ?document ?paragraph ?quote WHERE {{
  ?effect uneg:affects <{iri}> ; uneg:effectKind/skos:notation ?kind ; uneg:status/skos:notation ?status ; uneg:effectOf ?decision .
  ?decision prov:wasQuotedFrom ?passage ; uneg:evidence/oa:exact ?quote .
  ?passage uneg:number ?paragraph ; uneg:order ?order ; uneg:partOfDocument/dcterms:title ?document .
  OPTIONAL {{ ?effect uneg:successor/rdfs:label ?successor }}
}} ORDER BY ?document ?order ?kind
"""
_PRESENT = """
SELECT ?meeting (COUNT(DISTINCT ?person) AS ?people) WHERE {{
  ?p uneg:inTheNameOf <{iri}> ; uneg:participant ?person ; uneg:meeting/rdfs:label ?meeting
}} GROUP BY ?meeting ORDER BY ?meeting
"""
_WIDTH = 100


def describe(name: str, output: Path) -> str:
    """Return what the documents say of the entity that a name means."""
    store = open_store(output)
    ask: Ask = partial(run, store, explain=False)
    iri = find_entity(ask, name)
    lines = [*_head(ask, iri), *_present(ask, iri)]
    lines += _facts(ask(_SAID.format(iri=iri, this="subject", that="object")).records(), forward=True)
    lines += _effects(ask, iri)
    lines += _facts(ask(_SAID.format(iri=iri, this="object", that="subject")).records(), forward=False)
    return "\n".join(lines).rstrip() + "\n"


def _head(ask: Ask, iri: str) -> Iterable[str]:
    about: dict[str, list[str]] = {}
    for record in ask(_ABOUT.format(iri=iri)).records():
        about.setdefault(compress(record["property"]), []).append(record["value"])
    label = next(iter(about.pop("rdfs:label", [])), iri.rpartition("/")[2])
    acronym = next(iter(about.pop("uneg:acronym", [])), "")
    yield f"{label} ({acronym})" if acronym and acronym != label else label
    kinds = [words(t) for t in map(compress, about.pop("rdf:type", [])) if t.startswith("uneg:")]
    yield f"  {' · '.join(dict.fromkeys(kinds))}"
    yield f"  {iri}"
    for prop, values in about.items():
        yield fill(f"{words(prop)}: {' · '.join(map(compress, values))}", _WIDTH, initial_indent="  ", subsequent_indent="    ")
    yield ""


def _present(ask: Ask, iri: str) -> Iterable[str]:
    for record in ask(_PRESENT.format(iri=iri)).records():
        yield f"Represented by {record['people']} at {record['meeting']}"
        yield ""


def _facts(records: list[Record], *, forward: bool) -> Iterable[str]:
    groups = Counter(_title(record, forward=forward) for record in records)
    for title, count in groups.items():
        yield f"{title} ({count})" if count > 1 else title
        for record in records:
            if _title(record, forward=forward) == title:
                other = record["label"] or compress(record["other"])
                yield from _line(other, record)
        yield ""


def _title(record: Record, *, forward: bool) -> str:
    marks = [mark for mark in (record["basis"], record["status"]) if mark]
    name = words(compress(record["predicate"]))
    shown = name[:1].upper() + name[1:] if forward else f"Is {name} of" if name.split(" ")[0] == "target" else f"← {name}"
    return f"{shown} [{', '.join(marks)}]" if marks else shown


def _effects(ask: Ask, iri: str) -> Iterable[str]:
    records = ask(_EFFECTS.format(iri=iri)).records()
    for record in records:
        into = f" → {record['successor']}" if record["successor"] else ""
        yield f"{record['kind'].replace('-', ' ').capitalize()}{into} [{record['status']}]"
        yield from _line("", record)
        yield ""


def _line(other: str, record: Record) -> Iterable[str]:
    quote = re.sub(r"\s+", " ", record["quote"])
    if other:
        yield fill(other, _WIDTH, initial_indent="  ", subsequent_indent="  ")
    yield fill(f"“{quote}”", _WIDTH, initial_indent="    ", subsequent_indent="     ")
    yield f"    — {record['document']}, {record['paragraph']}"


def words(curie: str) -> str:
    """Return the words of a term.

    >>> words("uneg:providesSecretariatFor"), words("uneg:UNEntity")
    ('provides secretariat for', 'UN entity')
    """
    name = curie.rpartition(":")[2].rpartition("/")[2]
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", name)
    return " ".join(word if word.isupper() and len(word) > 1 else word.lower() for word in spaced.split())
