"""Describe a release for portals: DCAT 3 within DCAT-AP 3, VoID and PROV, counted from the data.

https://www.w3.org/TR/vocab-dcat-3/ · https://semiceu.github.io/DCAT-AP/releases/3.0.1/ ·
https://www.w3.org/TR/void/. There is no blank node in it and no clock: a date stands there only
where the release is given one.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.catalog_prov import provenance
from kg.catalog_terms import (
    EU,
    FORMATS,
    IANA,
    KNOWN,
    LICENCE,
    Fact,
    date_of,
    describe_known,
    iri,
    text,
    typed,
)
from kg.catalog_void import statistics
from kg.namespaces import BASE, PREFIXES, UNEG

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.model import Dataset

_KEYWORDS = ("environment", "governance", "inter-agency coordination", "international organizations", "provenance", "United Nations")
_THEMES = ("ENVI", "GOVE")
_EARTH = "https://sws.geonames.org/6295630/"
_DATES = (PREFIXES["schema"] + "startDate", PREFIXES["schema"] + "endDate", PREFIXES["dcterms"] + "date")
_ABOUT = (
    "Statements read from reports and decisions of UN environmental bodies, each with the document, the paragraph and the words "
    "that say so. "
    "What is suggested and what was adopted, and leadership that is stated or merely implied, are kept apart. "
)
_PEOPLE = {
    False: "It names the people whom the documents list as participants and officers.",
    True: "This edition names no person: participants are counted by affiliation, and names in the texts are replaced by […]. "
    "Questions for persons (officers, participants) have no answer in it.",
}


@dataclass(frozen=True, slots=True)
class Release:
    """What a catalogue describes: a dataset, its files, what went into it and what is known to be missing.

    `date` is ISO 8601 or empty; `gaps` counts the messages of the validation report; `inputs` are
    the checksums of the files that the program reads besides the documents.
    """

    dataset: Dataset = field(repr=False)
    files: Mapping[str, bytes] = field(repr=False)
    version: str
    base: str = BASE
    date: str = ""
    gaps: Mapping[str, int] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)
    without_people: bool = False

    @property
    def iri(self) -> str:
        """The IRI of the dataset; the edition without people is a dataset of its own."""
        return f"{self.base}dataset/without-people" if self.without_people else f"{self.base}dataset"


def catalogue(release: Release) -> bytes:
    """Return the description of a release as Turtle."""
    return ox.serialize(catalogue_triples(release), format=ox.RdfFormat.TURTLE, prefixes=_prefixes()) or b""


def catalogue_triples(release: Release) -> list[ox.Triple]:
    """Return the description of a release as triples, in a fixed order."""
    facts = [
        *_catalog(release),
        *_dataset(release),
        *_coverage(release),
        *_gaps(release),
        *statistics(release.iri, release.base, release.dataset, release.files),
        *provenance(release.iri, release.base, release.dataset, release.version, release.inputs, release.date),
    ]
    for name in sorted(release.files):
        facts += _distribution(release, name)
    facts += describe_known(facts)
    triples = {ox.Triple(ox.NamedNode(s), iri(p), o) for s, p, o in facts}
    return sorted(triples, key=lambda t: (not str(t.subject).endswith("catalog>"), str(t)))


def _prefixes() -> dict[str, str]:
    return PREFIXES | KNOWN


def _catalog(release: Release) -> Iterator[Fact]:
    catalog, publisher, base = f"{release.base}catalog", f"{release.base}publisher", release.base
    yield catalog, "rdf:type", iri("dcat:Catalog")
    yield catalog, "dcterms:title", text("uneg-kg: knowledge graph of UN environmental governance")
    yield (
        catalog,
        "dcterms:description",
        text("The catalogue of the dataset that uneg-kg builds from documents of UN environmental bodies."),
    )
    yield catalog, "dcterms:publisher", ox.NamedNode(publisher)
    yield catalog, "dcat:dataset", ox.NamedNode(release.iri)
    yield catalog, "dcterms:license", ox.NamedNode(LICENCE)
    yield catalog, "dcterms:language", ox.NamedNode(f"{EU}language/ENG")
    yield catalog, "dcterms:spatial", ox.NamedNode(_EARTH)
    yield catalog, "dcat:themeTaxonomy", ox.NamedNode(f"{EU}data-theme")
    yield catalog, "foaf:homepage", ox.NamedNode(base)
    yield base, "rdf:type", iri("foaf:Document")
    yield publisher, "rdf:type", iri("foaf:Agent")
    yield publisher, "rdf:type", iri("foaf:Organization")
    yield publisher, "foaf:name", text("The uneg-kg project")
    yield publisher, "foaf:homepage", ox.NamedNode(base)
    if release.date:
        record = f"{catalog}#record"
        yield catalog, "dcterms:modified", date_of(release.date)
        yield catalog, "dcat:record", ox.NamedNode(record)
        yield record, "rdf:type", iri("dcat:CatalogRecord")
        yield record, "foaf:primaryTopic", ox.NamedNode(release.iri)
        yield record, "dcterms:modified", date_of(release.date)


def _dataset(release: Release) -> Iterator[Fact]:
    name, base, contact = release.iri, release.base, f"{release.base}catalog#contact"
    edition = " (without people)" if release.without_people else ""
    yield name, "rdf:type", iri("dcat:Dataset")
    yield name, "dcterms:title", text(f"UN environmental governance: who leads, decided, attended and delivered what{edition}")
    yield name, "dcterms:description", text(_ABOUT + _PEOPLE[release.without_people])
    yield name, "dcterms:identifier", ox.Literal(name)
    yield name, "dcterms:publisher", ox.NamedNode(f"{base}publisher")
    yield name, "dcterms:creator", ox.NamedNode(f"{base}publisher")
    yield name, "dcterms:license", ox.NamedNode(LICENCE)
    yield name, "dcterms:accessRights", ox.NamedNode(f"{EU}access-right/PUBLIC")
    yield name, "dcterms:accrualPeriodicity", ox.NamedNode(f"{EU}frequency/IRREG")
    yield name, "dcterms:language", ox.NamedNode(f"{EU}language/ENG")
    yield name, "dcat:version", ox.Literal(release.version)
    yield name, "dcat:landingPage", ox.NamedNode(base)
    yield name, "dcterms:conformsTo", ox.NamedNode(UNEG.rstrip("#"))
    yield UNEG.rstrip("#"), "rdf:type", iri("dcterms:Standard")
    yield UNEG.rstrip("#"), "dcterms:title", text("UN environmental governance ontology")
    yield name, "dcat:contactPoint", ox.NamedNode(contact)
    yield contact, "rdf:type", iri("vcard:Organization")
    yield contact, "rdf:type", iri("vcard:Kind")
    yield contact, "vcard:fn", text("The uneg-kg project")
    yield contact, "vcard:hasURL", ox.NamedNode(base)
    for keyword in _KEYWORDS:
        yield name, "dcat:keyword", text(keyword)
    for theme in _THEMES:
        yield name, "dcat:theme", ox.NamedNode(f"{EU}data-theme/{theme}")
    if release.without_people:
        yield name, "dcterms:isVersionOf", ox.NamedNode(f"{base}dataset")
    if release.date:
        yield name, "dcterms:modified", date_of(release.date)


def _coverage(release: Release) -> Iterator[Fact]:
    """Yield where and when: the world, and from the first to the last date in the data."""
    yield release.iri, "dcterms:spatial", ox.NamedNode(_EARTH)
    dates = sorted(
        q.object.value[:10]
        for q in release.dataset.quads
        if q.predicate.value in _DATES and isinstance(q.object, ox.Literal) and re.match(r"\d{4}", q.object.value)
    )
    if dates:
        period = f"{release.base}catalog#period"
        yield release.iri, "dcterms:temporal", ox.NamedNode(period)
        yield period, "rdf:type", iri("dcterms:PeriodOfTime")
        yield period, "dcat:startDate", date_of(dates[0])
        yield period, "dcat:endDate", date_of(dates[-1])


def _gaps(release: Release) -> Iterator[Fact]:
    """Yield what is known to be missing or doubtful: a note for each message of the validation report."""
    for message, times in sorted(release.gaps.items()):
        note = f"{release.base}catalog#gap-{hashlib.sha256(message.encode()).hexdigest()[:12]}"
        yield release.iri, "dqv:hasQualityAnnotation", ox.NamedNode(note)
        yield note, "rdf:type", iri("dqv:QualityAnnotation")
        yield note, "oa:hasTarget", ox.NamedNode(release.iri)
        yield note, "oa:motivatedBy", iri("dqv:qualityAssessment")
        yield note, "oa:bodyValue", text(f"{message} ({times} {'time' if times == 1 else 'times'})")


def _distribution(release: Release, name: str) -> Iterator[Fact]:
    data, form = release.files[name], FORMATS[suffix_of(name)]
    part, url = f"{release.base}catalog#{name}", f"{release.iri}/{name}"
    checksum, rights = f"{part}-checksum", f"{release.base}catalog#rights"
    yield release.iri, "dcat:distribution", ox.NamedNode(part)
    yield part, "rdf:type", iri("dcat:Distribution")
    yield part, "dcterms:title", text(name)
    yield part, "dcterms:description", text(about_file(name))
    yield part, "dcat:accessURL", ox.NamedNode(url)
    yield part, "dcat:downloadURL", ox.NamedNode(url)
    yield part, "dcat:mediaType", ox.NamedNode(IANA + form.media_type)
    yield IANA + form.media_type, "rdf:type", iri("dcterms:MediaType")
    if form.eu:
        yield part, "dcterms:format", ox.NamedNode(f"{EU}file-type/{form.eu}")
    yield part, "dcterms:license", ox.NamedNode(LICENCE)
    yield part, "dcterms:rights", ox.NamedNode(rights)
    yield rights, "rdf:type", iri("dcterms:RightsStatement")
    yield rights, "rdfs:label", text("The documents that were read are © United Nations; short passages are quoted from them.")
    yield part, "dcatap:availability", ox.NamedNode(f"{EU}planned-availability/STABLE")
    yield part, "dcat:byteSize", typed(str(len(data)), "xsd:nonNegativeInteger")
    yield part, "spdx:checksum", ox.NamedNode(checksum)
    yield checksum, "rdf:type", iri("spdx:Checksum")
    yield checksum, "spdx:algorithm", iri("spdx:checksumAlgorithm_sha256")
    yield checksum, "spdx:checksumValue", typed(hashlib.sha256(data).hexdigest(), "xsd:hexBinary")


def suffix_of(name: str) -> str:
    """Return the ending of a file name that tells its format.

    >>> suffix_of("tables/roles.csv-metadata.json"), suffix_of("graph.ttl")
    ('csv-metadata.json', 'ttl')
    """
    known = sorted(FORMATS, key=len, reverse=True)
    return next((suffix for suffix in known if name.endswith(f".{suffix}")), "bin")


_FILES = {
    "catalog.": "The catalogue: DCAT-AP 3, VoID, PROV",
    "context.": "The JSON-LD context",
    "dataset.": "The dataset with a named graph for each passage",
    "dataset-as-triples.": "The dataset as triples that still say which passage each statement is quoted from",
    "graph.": "The union of all graphs, without the provenance of single triples",
    "network.": "The network of agents and workstreams",
    "tables/": "The answer to a saved question",
    "validation.": "The validation report",
    "ontology/": "Part of the ontology",
}


def about_file(name: str) -> str:
    """Return what a file of the release is, in one line.

    >>> about_file("tables/roles.csv")
    'The answer to a saved question: roles (CSV)'
    """
    form = FORMATS[suffix_of(name)]
    about = next((words for start, words in _FILES.items() if name.startswith(start)), "A file of the release")
    stem = name.rpartition("/")[2].removesuffix(f".{suffix_of(name)}")
    return f"{about}: {stem} ({form.label})" if "/" in name else f"{about} ({form.label})"
