"""The catalogue: complete, within DCAT-AP 3, readable for harvesters, and true about the data and the files."""

from __future__ import annotations

import hashlib
import importlib.util
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest

from kg.catalog import Release, about_file, catalogue, catalogue_triples, suffix_of
from kg.export import serialize
from kg.model import Dataset
from kg.namespaces import PREFIXES, UNEG

if TYPE_CHECKING:
    from pathlib import Path

    from kg.pipeline import Build

BASE = "https://w3id.org/uneg/"
DATASET = ox.NamedNode(f"{BASE}dataset")


@pytest.fixture(scope="module")
def release(built: Build) -> Release:
    files = dict(serialize(built.dataset))
    return Release(built.dataset, files, "1.2.3", gaps={"No lead stated.": 3}, inputs={"uneg.ttl": "ab" * 32})


@pytest.fixture(scope="module")
def triples(release: Release) -> list[ox.Triple]:
    return catalogue_triples(release)


def values(triples: list[ox.Triple], subject: str, curie: str) -> list[str]:
    prefix, _, local = curie.partition(":")
    known = PREFIXES | {
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "dqv": "http://www.w3.org/ns/dqv#",
        "dcatap": "http://data.europa.eu/r5r/",
    }
    predicate = known[prefix] + local
    return [t.object.value for t in triples if t.subject == ox.NamedNode(subject) and t.predicate.value == predicate]


def shacl(data: bytes, root: Path) -> tuple[bool, set[str]]:
    import pyshacl
    import rdflib

    graph = rdflib.Graph().parse(data=data, format="turtle")
    shapes = rdflib.Graph().parse(root / "ontology" / "dcat-ap.ttl", format="turtle")
    conforms, results, _ = pyshacl.validate(graph, shacl_graph=shapes, inference="none")
    messages = {str(o) for o in results.objects(None, rdflib.URIRef(PREFIXES["sh"] + "resultMessage"))}
    return conforms, messages


def test_it_is_valid_dcat_ap_without_a_warning(release: Release, root: Path) -> None:
    assert shacl(catalogue(release), root) == (True, set())


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("dcterms:title", "has no title"),
        ("dcterms:description", "has no description"),
        ("dcterms:publisher", "publisher"),
        ("dcat:accessURL", "has no address"),
        ("foaf:name", "An agent has no name"),
        ("spdx:algorithm", "exactly one algorithm"),
        ("spdx:checksumValue", "exactly one value"),
        ("dcat:keyword", "has no keyword"),
        ("dcat:theme", "has no theme"),
        ("dcterms:license", "has no licence"),
        ("dcterms:spatial", "which places it covers"),
        ("dcterms:temporal", "which time it covers"),
        ("dcat:contactPoint", "names nobody to ask"),
        ("dcterms:format", "has no format"),
    ],
)
def test_the_shapes_miss_what_is_taken_away(triples: list[ox.Triple], root: Path, what: str, message: str) -> None:
    prefix, _, local = what.partition(":")
    left = [t for t in triples if t.predicate.value != PREFIXES[prefix] + local]
    _, messages = shacl(ox.serialize(left, format=ox.RdfFormat.TURTLE) or b"", root)
    assert any(message in said for said in messages), messages


@pytest.mark.parametrize(
    ("curie", "value", "message"),
    [
        ("dcat:byteSize", ox.Literal("many"), "nonNegativeInteger"),
        ("dcterms:language", ox.Literal("English"), "language"),
        ("dcterms:publisher", ox.NamedNode("https://example.org/nobody"), "publisher"),
        ("dcterms:accessRights", ox.NamedNode("https://example.org/open"), "access right"),
        ("dcterms:modified", ox.Literal("yesterday"), "date of change"),
        ("dcat:theme", ox.NamedNode("https://example.org/green"), "theme"),
    ],
)
def test_the_shapes_see_a_wrong_value(triples: list[ox.Triple], root: Path, curie: str, value: ox.Literal | ox.NamedNode, message: str) -> None:
    prefix, _, local = curie.partition(":")
    subject = next((t.subject for t in triples if t.predicate.value == PREFIXES[prefix] + local), DATASET)
    more = [*triples, ox.Triple(subject, ox.NamedNode(PREFIXES[prefix] + local), value)]
    _, messages = shacl(ox.serialize(more, format=ox.RdfFormat.TURTLE) or b"", root)
    assert any(message in said for said in messages), messages


def test_there_is_no_blank_node_and_no_clock(triples: list[ox.Triple]) -> None:
    assert not [t for t in triples if isinstance(t.subject, ox.BlankNode) or isinstance(t.object, ox.BlankNode)]
    assert values(triples, DATASET.value, "dcterms:modified") == []
    assert values(triples, f"{BASE}activity/build", "prov:endedAtTime") == []


def test_a_date_that_is_given_stands_where_harvesters_look(release: Release) -> None:
    dated = catalogue_triples(Release(release.dataset, release.files, "1", date="2026-01-31"))
    assert values(dated, DATASET.value, "dcterms:modified") == ["2026-01-31"]
    assert values(dated, f"{BASE}catalog#record", "foaf:primaryTopic") == [DATASET.value]
    assert values(dated, f"{BASE}activity/build", "prov:endedAtTime") == ["2026-01-31T00:00:00Z"]


def test_the_same_release_gives_the_same_bytes(release: Release) -> None:
    shuffled = Release(
        Dataset(frozenset(sorted(release.dataset.quads, key=str))),
        dict(reversed(release.files.items())),
        "1.2.3",
        gaps=release.gaps,
        inputs=release.inputs,
    )
    assert catalogue(release) == catalogue(shuffled)


def test_each_file_has_address_size_and_checksum(release: Release, triples: list[ox.Triple]) -> None:
    parts = values(triples, DATASET.value, "dcat:distribution")
    assert {part.partition("#")[2] for part in parts} == set(release.files)
    for part in parts:
        data = release.files[part.partition("#")[2]]
        (checksum,) = values(triples, part, "spdx:checksum")
        assert values(triples, checksum, "spdx:checksumValue") == [hashlib.sha256(data).hexdigest()]
        assert values(triples, part, "dcat:byteSize") == [str(len(data))]
        assert values(triples, part, "dcat:mediaType")[0].startswith("http://www.iana.org/assignments/media-types/")
        assert values(triples, part, "dcterms:format")[0].startswith("http://publications.europa.eu/resource/authority/file-type/")


def test_the_counts_are_those_of_the_data(built: Build, triples: list[ox.Triple]) -> None:
    union = {quad.triple for quad in built.dataset.quads}
    assert values(triples, DATASET.value, "void:triples") == [str(len(union))]
    assert values(triples, DATASET.value, "void:distinctSubjects") == [str(len({t.subject for t in union}))]
    parts = values(triples, DATASET.value, "void:propertyPartition")
    counts = [int(values(triples, part, "void:triples")[0]) for part in parts]
    assert sum(counts) == len(union)
    assert len(parts) == len({t.predicate for t in union})
    workstreams = next(part for part in values(triples, DATASET.value, "void:classPartition") if values(triples, part, "void:class") == [UNEG + "Workstream"])
    kind = ox.NamedNode(UNEG + "Workstream")
    assert values(triples, workstreams, "void:entities") == [str(len({t.subject for t in union if t.object == kind and t.predicate.value.endswith("#type")}))]


def test_there_is_a_linkset_to_wikidata(built: Build, triples: list[ox.Triple]) -> None:
    union = {quad.triple for quad in built.dataset.quads}
    wanted = sum(t.predicate.value == PREFIXES["skos"] + "exactMatch" and str(t.object).startswith("<http://www.wikidata.org/entity/") for t in union)
    sets = [s for s in values(triples, DATASET.value, "void:subset") if values(triples, s, "dcterms:title") == ["Links to www.wikidata.org"]]
    exact = [s for s in sets if values(triples, s, "void:linkPredicate") == [PREFIXES["skos"] + "exactMatch"]]
    assert [values(triples, s, "void:triples") for s in exact] == [[str(wanted)]]
    assert wanted > 50


def test_documents_version_and_inputs_are_its_provenance(report_path: Path, triples: list[ox.Triple]) -> None:
    (document,) = values(triples, DATASET.value, "prov:wasDerivedFrom")
    (checksum,) = values(triples, document, "spdx:checksum")
    assert values(triples, checksum, "spdx:checksumValue") == [hashlib.sha256(report_path.read_bytes()).hexdigest()]
    used = values(triples, f"{BASE}activity/build", "prov:used")
    assert set(used) == {document, f"{BASE}catalog#input-uneg.ttl"}
    assert values(triples, f"{BASE}software/uneg-kg", "schema:softwareVersion") == ["1.2.3"]


def test_time_covered_runs_from_the_first_to_the_last_date(triples: list[ox.Triple], built: Build) -> None:
    (period,) = values(triples, DATASET.value, "dcterms:temporal")
    (start,), (end,) = values(triples, period, "dcat:startDate"), values(triples, period, "dcat:endDate")
    dates = [q.object.value for q in built.dataset.quads if q.predicate.value == PREFIXES["schema"] + "startDate"]
    assert start <= min(dates)[:10]
    assert end >= max(dates)[:10]
    assert start <= end


def test_what_is_missing_is_said(triples: list[ox.Triple]) -> None:
    notes = values(triples, DATASET.value, "dqv:hasQualityAnnotation")
    assert [values(triples, note, "oa:bodyValue") for note in notes] == [["No lead stated. (3 times)"]]


def test_the_edition_without_people_is_a_dataset_of_its_own(release: Release, root: Path) -> None:
    other = Release(release.dataset, release.files, "1", without_people=True)
    triples = catalogue_triples(other)
    name = f"{BASE}dataset/without-people"
    assert values(triples, name, "dcterms:isVersionOf") == [DATASET.value]
    assert "names no person" in values(triples, name, "dcterms:description")[0]
    assert shacl(catalogue(other), root) == (True, set())


@pytest.mark.parametrize(("name", "suffix"), [("graph.ttl", "ttl"), ("tables/a.csv", "csv"), ("tables/a.csv-metadata.json", "csv-metadata.json"), ("x", "bin")])
def test_every_file_has_a_format(name: str, suffix: str) -> None:
    assert suffix_of(name) == suffix
    assert about_file(name)


def _ckan_stub(root: Path) -> Any:  # noqa: ANN401
    spec = importlib.util.spec_from_file_location("ckan_stub", root / "tests" / "ckan_stub.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(importlib.util.find_spec("ckanext") is None, reason="ckanext-dcat is not installed: pip install ckanext-dcat python-dateutil")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_ckan_harvester_reads_it(release: Release, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("dateutil")
    _ckan_stub(root).install(monkeypatch)
    from ckanext.dcat.processors import RDFParser

    parser = RDFParser(profiles=["euro_dcat_ap_3"])
    parser.parse(catalogue(release).decode(), _format="turtle")
    (dataset,) = list(parser.datasets())
    extras: dict[str, Any] = {extra["key"]: extra["value"] for extra in dataset["extras"]}
    assert dataset["title"].startswith("UN environmental governance")
    assert dataset["license_id"] == "cc-by"
    assert dataset["version"] == "1.2.3"
    assert {tag["name"] for tag in dataset["tags"]} >= {"environment", "United Nations"}
    assert extras["uri"] == DATASET.value
    assert "ENVI" in extras["theme"]
    assert extras["publisher_name"] == "The uneg-kg project"
    assert extras["temporal_start"] < extras["temporal_end"]
    assert len(dataset["resources"]) == len(release.files)
    for resource in dataset["resources"]:
        assert resource["url"] == resource["download_url"] == f"{DATASET.value}/{resource['name']}"
        assert resource["hash"] == hashlib.sha256(release.files[resource["name"]]).hexdigest()
        assert resource["size"] == len(release.files[resource["name"]])
        assert resource["mimetype"]
