"""The portal kit: every serialization is the same dataset, the bytes are stable, nobody is named who should not be."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import NotFoundError, OutputError
from kg.export import SERIALIZATIONS, read_dataset, serialize
from kg.export_jsonld import context, context_file, to_jsonld
from kg.kit import checked_folder, collect, release_date, write_kit
from kg.kit.archive import ARCHIVES
from kg.kit.canonical import canonical_hash, canonical_nquads
from kg.kit.check import check_kit, in_words, is_refused
from kg.kit.triples import from_triples, to_triples
from kg.model import Dataset
from kg.namespaces import BASE, PREFIXES, UNEG, slug
from kg.people import Redactor, attendance, leave_out_people, names_of, people_of
from kg.resources import folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kg.kit import Kit

ONTOLOGY, QUERIES = folder("ontology"), folder("queries")
SHAPES = ONTOLOGY / "dcat-ap.ttl"
IRI = "https://example.org/"


@pytest.fixture(scope="module")
def small(output: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of a few paragraphs, for tests that write many kits."""
    place = tmp_path_factory.mktemp("small")
    wanted = re.compile(r"<https://w3id\.org/uneg/(?:document/[^/>]+/(?:header|paragraph/[15](?:/people)?|annex-i/paragraph/[12])|graph/provenance)> \.$")
    lines = (output / "dataset.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    (place / "dataset.nq").write_text("".join(line for line in lines if wanted.search(line)), encoding="utf-8")
    for name in ("network.html", "network.graphml", "network.gexf", "validation.md", "validation.ttl"):
        (place / name).write_bytes((output / name).read_bytes())
    return place


@pytest.fixture(scope="module")
def small_kit(small: Path) -> Kit:
    kit = collect(small, ONTOLOGY, QUERIES)
    assert 500 < len(kit.dataset) < 2000
    return kit


@pytest.fixture(scope="module")
def portal(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("kit") / "portal"
    list(write_kit(kit, place))
    return place


@pytest.fixture(scope="module")
def nameless(kit_without_people: Kit, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("kit") / "nameless"
    list(write_kit(kit_without_people, place))
    return place


# -- one dataset ---------------------------------------------------------------------------------

FORMATS = {name: form for name, form, _ in SERIALIZATIONS}


@pytest.mark.parametrize("name", [name for name, _, graphs in SERIALIZATIONS if graphs])
def test_every_serialization_with_graphs_is_the_dataset(kit: Kit, name: str) -> None:
    assert canonical_hash(ox.parse(kit.files[name], format=FORMATS[name])) == canonical_hash(kit.dataset.quads)


@pytest.mark.parametrize("name", [name for name, _, graphs in SERIALIZATIONS if not graphs])
def test_every_other_serialization_is_the_union_of_its_graphs(kit: Kit, name: str) -> None:
    union = {ox.Quad(*quad.triple) for quad in kit.dataset.quads}
    assert canonical_hash(ox.parse(kit.files[name], format=FORMATS[name])) == canonical_hash(union)


def of_rdflib(term: object) -> ox.NamedNode | ox.Literal:
    """Return a term of rdflib as one of ours."""
    import rdflib

    if isinstance(term, rdflib.Literal):
        datatype = str(term.datatype) if term.datatype else PREFIXES["xsd"] + "string"
        return ox.Literal(str(term), language=term.language) if term.language else ox.Literal(str(term), datatype=ox.NamedNode(datatype))
    assert isinstance(term, rdflib.URIRef), term
    return ox.NamedNode(str(term))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("name", [name for name, _, _ in SERIALIZATIONS] + ["dataset-as-triples.ttl"])
def test_a_second_parser_reads_the_same(kit: Kit, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with rdflib, the hash is that of what Oxigraph reads."""
    import rdflib

    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    form = {"nq": "nquads", "trig": "trig", "jsonld": "json-ld", "ttl": "turtle", "nt": "nt", "rdf": "xml"}[name.rpartition(".")[2]]
    read: set[ox.Quad] = set()
    if name.startswith("dataset."):
        graph = rdflib.Dataset()
        graph.parse(data=kit.files[name], format=form)
        read = {ox.Quad(of_rdflib(s), of_rdflib(p), of_rdflib(o), of_rdflib(c)) for s, p, o, c in graph.quads()}  # type: ignore[arg-type]
    else:
        union = rdflib.Graph().parse(data=kit.files[name], format=form)
        read = {ox.Quad(of_rdflib(s), of_rdflib(p), of_rdflib(o)) for s, p, o in union}  # type: ignore[arg-type]
    if name == "dataset-as-triples.ttl":
        read = set(from_triples(quad.triple for quad in read))
    wanted = kit.dataset.quads if name.startswith("dataset") else {ox.Quad(*quad.triple) for quad in kit.dataset.quads}
    assert canonical_hash(read) == canonical_hash(wanted)


def test_the_triples_only_form_keeps_where_each_statement_stands(kit: Kit) -> None:
    triples = [quad.triple for quad in ox.parse(kit.files["dataset-as-triples.ttl"], format=ox.RdfFormat.TURTLE)]
    assert frozenset(from_triples(triples)) == kit.dataset.quads
    assert {quad.triple for quad in kit.dataset.quads} <= set(triples)


NODES = st.sampled_from([ox.NamedNode(IRI + name) for name in "abcd"])
LITERALS = st.builds(ox.Literal, st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12))
GRAPHS = st.sampled_from([ox.NamedNode(IRI + "graph/" + name) for name in "xyz"])
QUADS = st.frozensets(st.builds(ox.Quad, NODES, NODES, NODES | LITERALS, GRAPHS), max_size=12)


@given(QUADS)
def test_quads_survive_the_triples_only_form(quads: frozenset[ox.Quad]) -> None:
    assert frozenset(from_triples(to_triples(quads, IRI))) == quads


@given(QUADS)
def test_quads_survive_json_ld(quads: frozenset[ox.Quad]) -> None:
    ordered = sorted(quads, key=lambda q: (str(q.graph_name), str(q)))
    assert frozenset(ox.parse(to_jsonld(ordered), format=ox.RdfFormat.JSON_LD)) == quads


AWKWARD = [
    ox.Literal("1.50", datatype=ox.NamedNode(PREFIXES["xsd"] + "decimal")),
    ox.Literal("007", datatype=ox.NamedNode(PREFIXES["xsd"] + "integer")),
    ox.Literal("12345678901234567890", datatype=ox.NamedNode(PREFIXES["xsd"] + "integer")),
    ox.Literal("2022-10-13T15:00:00.000+00:00", datatype=ox.NamedNode(PREFIXES["xsd"] + "dateTime")),
    ox.Literal("3", datatype=ox.NamedNode(PREFIXES["xsd"] + "nonNegativeInteger")),
    ox.Literal("1", datatype=ox.NamedNode(PREFIXES["xsd"] + "boolean")),
    ox.Literal("P1Y", datatype=ox.NamedNode(PREFIXES["xsd"] + "duration")),
    ox.Literal('tab\tline\nquote"back\\slash'),
    ox.Literal("Zoë’s «Плот» 联合国"),
    ox.Literal("الأمم المتحدة", language="ar"),
    ox.Literal(""),
    ox.Literal("https://example.org/not-an-iri"),
    ox.Literal("@id"),
]


@pytest.mark.parametrize("name", list(FORMATS))
def test_literals_are_written_as_they_are(name: str) -> None:
    graph, predicate = ox.NamedNode(IRI + "graph"), ox.NamedNode(PREFIXES["rdfs"] + "label")
    quads = frozenset(ox.Quad(ox.NamedNode(IRI + "a"), p, term, graph) for term in AWKWARD for p in (predicate, ox.NamedNode(UNEG + "text")))
    data = dict(serialize(Dataset(quads)))[name]
    wanted = quads if name.startswith("dataset") else {ox.Quad(*quad.triple) for quad in quads}
    assert set(ox.parse(data, format=FORMATS[name])) == set(wanted)


def test_the_hash_is_that_of_the_graph_and_not_of_its_blank_nodes() -> None:
    def chain(*names: str) -> list[ox.Quad]:
        nodes = [ox.BlankNode(name) for name in names]
        return [ox.Quad(a, ox.NamedNode(IRI + "next"), b) for a, b in pairwise(nodes)]

    assert canonical_hash(chain("a", "b", "c")) == canonical_hash(chain("z", "y", "x"))
    assert canonical_hash(chain("a", "b", "c")) != canonical_hash(chain("a", "b"))


def test_canonical_n_quads_escape_as_the_recommendation_says() -> None:
    quad = ox.Quad(ox.NamedNode(IRI + "a"), ox.NamedNode(IRI + "p"), ox.Literal('\b\t\n\f\r"\\\x7f\x01é'))
    assert canonical_nquads([quad]) == '<https://example.org/a> <https://example.org/p> "\\b\\t\\n\\f\\r\\"\\\\\\u007F\\u0001é" .\n'


def test_the_context_is_the_one_in_every_json_ld_file(kit: Kit) -> None:
    published = json.loads(kit.files["context.jsonld"])["@context"]
    assert published == context() == json.loads(context_file())["@context"]
    for name in ("dataset.jsonld", "graph.jsonld"):
        assert json.loads(kit.files[name])["@context"] == published


def test_json_ld_is_pleasant_to_read(kit: Kit) -> None:
    nodes = {node["id"]: node for node in json.loads(kit.files["graph.jsonld"])["graph"]}
    unep = nodes[f"{BASE}agency/unep"]
    assert unep["label"]["en"] == "United Nations Environment Programme"
    assert unep["acronym"] == "UNEP"
    assert "UNEntity" in unep["type"]


# -- the folder and the archives -----------------------------------------------------------------


def test_every_file_is_in_the_list_of_checksums(portal: Path) -> None:
    listed = dict(line.split("  ")[::-1] for line in (portal / "SHA256SUMS").read_text().splitlines())
    there = {p.relative_to(portal).as_posix() for p in portal.rglob("*") if p.is_file()}
    assert there - set(listed) == {"SHA256SUMS"} | {p.name for p in portal.glob("uneg-kg-*")}
    for name, checksum in listed.items():
        assert hashlib.sha256((portal / name).read_bytes()).hexdigest() == checksum


def test_the_kit_has_everything_a_portal_needs(kit: Kit) -> None:
    wanted = {
        "README.md",
        "catalog.ttl",
        "catalog.rdf",
        "catalog.jsonld",
        "context.jsonld",
        "network.html",
        "network.graphml",
        "network.gexf",
    }
    wanted |= {
        "validation.md",
        "validation.ttl",
        "SHA256SUMS",
        "dataset-as-triples.ttl",
        "ontology/uneg.ttl",
        "ontology/shapes.ttl",
        *FORMATS,
    }
    wanted |= {f"queries/{path.name}" for path in QUERIES.glob("*.rq")} | {f"tables/{path.stem}.csv" for path in QUERIES.glob("*.rq")}
    assert wanted <= set(kit.files)
    for name in wanted:
        assert kit.files[name], name


def test_the_archives_hold_the_files(portal: Path, kit: Kit) -> None:
    with tarfile.open(next(portal.glob("*.tar.gz"))) as archive:
        members = archive.getmembers()
        packed = {member.name.partition("/")[2]: archive.extractfile(member).read() for member in members}  # type: ignore[union-attr]
        assert {(member.mtime, member.uid, member.uname) for member in members} == {(0, 0, "")}
    assert packed == dict(kit.files)
    with zipfile.ZipFile(next(portal.glob("*.zip"))) as zipped:
        assert {name.partition("/")[2]: zipped.read(name) for name in zipped.namelist()} == dict(kit.files)
    for archive_path in (next(portal.glob("*.tar.gz")), next(portal.glob("*.zip"))):
        checksum = archive_path.with_name(archive_path.name + ".sha256").read_text().split()[0]
        assert hashlib.sha256(archive_path.read_bytes()).hexdigest() == checksum


@pytest.mark.parametrize("ending", list(ARCHIVES))
def test_an_archive_depends_on_its_content_only(ending: str) -> None:
    files = {"b/c.txt": b"2", "a.txt": b"1"}
    assert ARCHIVES[ending](files, "kit") == ARCHIVES[ending](dict(sorted(files.items())), "kit")
    assert ARCHIVES[ending](files, "kit") != ARCHIVES[ending]({**files, "a.txt": b"3"}, "kit")


def test_the_same_build_gives_the_same_bytes(output: Path, portal: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    """In another process, with another hash seed, locale, time zone and folder."""
    code = (
        "import sys; from pathlib import Path; from kg.kit import collect, write_kit; from kg.resources import folder; "
        f"list(write_kit(collect(Path({str(output)!r}), folder('ontology'), folder('queries')), Path({str(tmp_path / 'again')!r})))"
    )
    changed = environment | {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", code], env=changed, check=True, cwd=tmp_path)
    first = {p.relative_to(portal): p.read_bytes() for p in portal.rglob("*") if p.is_file()}
    again = {p.relative_to(tmp_path / "again"): p.read_bytes() for p in (tmp_path / "again").rglob("*") if p.is_file()}
    assert first.keys() == again.keys()
    assert [name for name, data in first.items() if again[name] != data] == []


def test_only_the_formats_that_are_wanted_are_written(small: Path) -> None:
    kit = collect(small, ONTOLOGY, QUERIES, ["ttl", "csv"])
    data = {name for name in kit.files if not name.startswith("catalog.") and name not in {"README.md", "SHA256SUMS", "context.jsonld"}}
    assert {name.rpartition(".")[2] for name in data} == {"ttl", "csv"}


def test_a_format_that_does_not_exist_is_answered_with_those_that_do(small: Path) -> None:
    with pytest.raises(NotFoundError, match=r"No format 'tttl'\. Did you mean 'ttl'"):
        collect(small, ONTOLOGY, QUERIES, ["tttl"])


def test_without_a_build_there_is_no_kit(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="Nothing was built"):
        collect(tmp_path, ONTOLOGY, QUERIES)
    with pytest.raises(OutputError, match="holds the build itself"):
        checked_folder(tmp_path, tmp_path / "." / ".." / tmp_path.name)


def test_what_an_older_kit_left_there_goes(small_kit: Kit, small: Path, tmp_path: Path) -> None:
    """Otherwise the names of people would stay beside the edition without them."""
    list(write_kit(small_kit, tmp_path))
    (tmp_path / "mine.txt").write_text("not of the kit")
    list(write_kit(collect(small, ONTOLOGY, QUERIES, ["ttl"], without_people=True), tmp_path, archives=False))
    assert not (tmp_path / "dataset.nq").exists()
    assert not list(tmp_path.glob("uneg-kg-*"))
    assert (tmp_path / "mine.txt").exists()


@pytest.mark.parametrize(("given_date", "epoch", "date"), [("", "", ""), ("2026-01-31", "0", "2026-01-31"), ("", "86400", "1970-01-02")])
def test_a_date_comes_only_from_outside(given_date: str, epoch: str, date: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert release_date(given_date) == date


@pytest.mark.parametrize(("given_date", "epoch"), [("yesterday", ""), ("2026-13-01", ""), ("", "soon"), ("", "9" * 30)])
def test_what_is_no_date_is_refused(given_date: str, epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(OutputError, match="Give a day such as"):
        release_date(given_date)


# -- tables --------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", sorted(path.stem for path in QUERIES.glob("*.rq")))
def test_each_table_is_described_as_it_is(kit: Kit, query: str) -> None:
    described = json.loads(kit.files[f"tables/{query}.csv-metadata.json"])
    rows = list(csv.reader(io.StringIO(kit.files[f"tables/{query}.csv"].decode(), newline="")))
    columns = described["tableSchema"]["columns"]
    assert described["url"] == f"{query}.csv"
    assert [column["name"] for column in columns] == rows[0]
    patterns = {"anyURI": r"https?://\S+", "integer": r"-?\d+", "boolean": "true|false", "date": r"\d{4}-\d\d-\d\d"}
    for place, column in enumerate(columns):
        cells = [row[place] for row in rows[1:] if row[place]]
        pieces = [piece for cell in cells for piece in (cell.split("|") if "separator" in column else [cell])]
        assert all(re.fullmatch(patterns.get(column["datatype"], "(?s).*"), piece) for piece in pieces), column


def test_joined_cells_are_declared(kit: Kit) -> None:
    columns = {c["name"]: c for c in json.loads(kit.files["tables/decisions.csv-metadata.json"])["tableSchema"]["columns"]}
    assert columns["verbs"]["separator"] == "|"
    assert columns["effect"]["separator"] == "|"
    assert "separator" not in columns["text"]


@pytest.mark.parametrize(("query", "column", "joined"), [("present-without-role", "names", True), ("state-on", "suggested", True), ("entities", "firstParagraph", False)])
def test_a_cell_is_joined_also_where_it_is_made_of_a_joined_one(kit: Kit, query: str, column: str, joined: bool) -> None:  # noqa: FBT001
    columns = {c["name"]: c for c in json.loads(kit.files[f"tables/{query}.csv-metadata.json"])["tableSchema"]["columns"]}
    assert ("separator" in columns[column]) == joined


# -- without people ------------------------------------------------------------------------------


def everything_in(place: Path) -> Iterable[tuple[str, str]]:
    """Yield every file of a folder, also those in its archives, as text in lower case, with its name."""
    for path in sorted(place.rglob("*")):
        if path.name.endswith(".tar.gz"):
            with tarfile.open(path) as archive:
                yield from ((f"{path.name}/{m.name}", archive.extractfile(m).read().decode().casefold()) for m in archive.getmembers())  # type: ignore[union-attr]
        elif path.is_file() and path.suffix != ".zip":  # which holds the same as the other archive
            yield path.relative_to(place).as_posix(), path.read_text(encoding="utf-8").casefold()


ADDRESSED = re.compile(r"\b(?:ms|mr|mrs|dr|h\.e)\.? (?:\w+ )?([\w-]+)")


def names_in(place: Path, names: Iterable[str]) -> list[tuple[str, str]]:
    """Return where one of the names is found: as it is, escaped, as a slug, or with a form of address."""
    forms = {name: {name.casefold(), json.dumps(name).strip('"').casefold(), slug(name)} for name in names}
    surnames = {name.split()[-1].casefold(): name for name in names}
    found = []
    for file, text in everything_in(place):
        found += [(file, name) for name, kinds in forms.items() if any(form in text for form in kinds)]
        found += [(file, surnames[last]) for last in ADDRESSED.findall(text) if last in surnames]
    return found


def test_nobody_is_named_in_any_file(nameless: Path, kit: Kit) -> None:
    names = names_of(kit.dataset)
    assert len(names) >= 121
    assert names_in(nameless, names) == []


def test_the_search_for_names_finds_them_where_they_are(portal: Path, kit: Kit) -> None:
    found = names_in(portal, sorted(names_of(kit.dataset))[:3])
    assert {file.rpartition("/")[2] for file, _ in found} >= {"dataset.nq", "graph.jsonld", "participants.csv"}


def test_surnames_alone_are_gone_too(nameless: Path, kit: Kit) -> None:
    """Of the documents, that is: a gazetteer may well know a country or a place of the same name."""
    surnames = {name.split()[-1] for name in names_of(kit.dataset)}
    read = [q for q in read_dataset(nameless).quads if "/document/" in str(q.graph_name) and isinstance(q.object, ox.Literal)]
    words = {word for q in read for word in re.findall(r"[\w-]+", q.object.value)}  # type: ignore[union-attr]
    assert len(words) > 1000
    assert surnames & words == set()


def test_affiliations_are_counted_instead(nameless: Path, kit: Kit) -> None:
    counts = attendance(kit.dataset)
    assert sum(row.people for row in counts) == 121
    quads = read_dataset(nameless).quads
    values = {q.subject: int(q.object.value) for q in quads if q.predicate.value == PREFIXES["schema"] + "value" and isinstance(q.object, ox.Literal)}
    assert sorted(values.values()) == sorted(row.people for row in counts)
    unep = {q.subject for q in quads if q.predicate.value == PREFIXES["schema"] + "affiliation" and q.object == ox.NamedNode(f"{BASE}agency/unep")}
    assert [values[node] for node in unep] == [26]


def test_the_edition_without_people_is_whole(nameless: Path, kit: Kit) -> None:
    """It loses persons and what is only about them; nothing points at what was left out."""
    before, after = kit.dataset.quads, read_dataset(nameless).quads
    described = {q.subject for q in before} - {q.subject for q in after}
    assert [q for q in after if q.object in described] == []
    kinds = {q.object.value for q in after if q.predicate.value == PREFIXES["rdf"] + "type" and isinstance(q.object, ox.NamedNode)}
    assert UNEG + "Person" not in kinds
    for kind in ("Workstream", "SuggestedAction", "Effect", "Meeting", "COPSession", "Deliverable", "Proposal"):
        cls = ox.NamedNode(UNEG + kind)
        assert {q.subject for q in before if q.object == cls} == {q.subject for q in after if q.object == cls}, kind


@pytest.mark.parametrize(("name", "names"), [("affiliations", set()), ("present-without-role", {"names"})])
def test_what_only_counts_people_is_answered_without_them(kit: Kit, kit_without_people: Kit, name: str, names: set[str]) -> None:
    """Row by row the same answer, but for the column that holds names."""
    whole, counted = ([{k: v for k, v in row.items() if k not in names} for row in one.answers[name][1].records()] for one in (kit, kit_without_people))
    assert len(whole) >= 10
    assert counted == whole
    assert not any(row[column] for row in kit_without_people.answers[name][1].records() for column in names)


def test_what_is_about_people_has_no_answer_without_them(kit: Kit, kit_without_people: Kit) -> None:
    empty = {name for name, (_, result) in kit_without_people.answers.items() if not result.rows} - {name for name, (_, r) in kit.answers.items() if not r.rows}
    assert empty == {"participants", "officers"}
    said = kit_without_people.files["README.md"].decode(), kit_without_people.files["catalog.ttl"].decode()
    assert "`officers` and `participants`, which ask for persons, have no answer" in said[0]
    assert "Questions for persons (officers, participants) have no answer in it." in said[1]


def test_the_edition_without_people_says_so(nameless: Path) -> None:
    catalogue = (nameless / "catalog.ttl").read_text(encoding="utf-8")
    assert f"{BASE}dataset/without-people" in catalogue
    assert "names no person" in catalogue
    assert "without people" in (nameless / "README.md").read_text(encoding="utf-8").splitlines()[0]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The Chair, Ms. Ann Lee Moe, opened.", "The Chair, […], opened."),
        ("Moe, Ann Lee (UNEP)", "[…] (UNEP)"),
        ("thanked Dr Moe and Mr. Lee  Moe", "thanked […] and […]"),
        ("A. L. Moe", "[…]"),
        ("ANN LEE MOE", "[…]"),
        ("Ann\nLee Moe", "[…]"),
        ("the moe and the lee", "the moe and the lee"),
        ("Annlee Moebius", "Annlee Moebius"),
    ],
)
def test_names_are_taken_out_of_texts(text: str, left: str) -> None:
    assert Redactor.of(["Ann Lee Moe"]).text(text) == left


def test_nothing_is_taken_where_nobody_is_known() -> None:
    assert Redactor.of([]).text("Ms. Ann Moe") == "Ms. Ann Moe"
    empty = Dataset(frozenset({ox.Quad(ox.NamedNode(IRI + "a"), ox.NamedNode(IRI + "p"), ox.Literal("x"), ox.NamedNode(IRI + "g"))}))
    assert leave_out_people(empty, IRI).quads == empty.quads
    assert people_of(empty) == frozenset()


# -- the check -----------------------------------------------------------------------------------


def test_a_harvester_takes_the_kit_as_it_is(portal: Path, nameless: Path) -> None:
    assert check_kit(portal, SHAPES) == []
    assert check_kit(nameless, SHAPES) == []
    assert in_words([], portal) == [f"{portal}: a harvester would take it as it is. Nothing to mend."]


def _edit(place: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    (place / name).write_bytes(change((place / name).read_bytes()))


BROKEN: list[tuple[str, Callable[[Path], object], str]] = [
    (
        "a file changed",
        lambda p: _edit(p, "graph.nt", lambda d: d + b"<https://x.org/a> <https://x.org/b> <https://x.org/c> .\n"),
        "checksum in the catalogue is not",
    ),
    (
        "not the same dataset",
        lambda p: _edit(p, "graph.nt", lambda d: d + b"<https://x.org/a> <https://x.org/b> <https://x.org/c> .\n"),
        "not the same dataset",
    ),
    ("a file gone", lambda p: (p / "graph.rdf").unlink(), "it is not there"),
    ("broken RDF", lambda p: _edit(p, "dataset.trig", lambda d: d + b"{"), "cannot be read"),
    ("broken catalogue", lambda p: _edit(p, "catalog.ttl", lambda _: b"<a"), "not valid Turtle"),
    (
        "no title",
        lambda p: _edit(p, "catalog.ttl", lambda d: d.replace(b"dcterms:title", b"dcterms:alternative")),
        "A dataset has no title",
    ),
    ("bad tag", lambda p: _edit(p, "catalog.ttl", lambda d: d.replace(b'"governance"@en', b'"gover/nance!"@en')), "CKAN refuses the tag"),
    (
        "no address",
        lambda p: _edit(p, "catalog.ttl", lambda d: d.replace(b"<https://w3id.org/uneg/dataset/graph.ttl>", b"<urn:x>")),
        "not a web address",
    ),
    (
        "a table with other columns",
        lambda p: _edit(p, "tables/cops.csv", lambda d: d.replace(b"cop,label", b"cop,name", 1)),
        "columns are not those",
    ),
    ("a table undescribed", lambda p: (p / "tables/cops.csv-metadata.json").unlink(), "no CSVW metadata"),
    ("no checksums", lambda p: (p / "SHA256SUMS").unlink(), "no list of checksums"),
]


@pytest.mark.parametrize(("break_it", "message"), [pytest.param(b, m, id=i) for i, b, m in BROKEN])
def test_the_check_sees_what_is_wrong_and_says_how_to_mend_it(small_kit: Kit, tmp_path: Path, break_it: Callable[[Path], object], message: str) -> None:
    list(write_kit(small_kit, tmp_path, archives=False))
    break_it(tmp_path)
    problems = check_kit(tmp_path, SHAPES)
    assert any(message in problem.message for problem in problems), problems
    assert len(in_words(problems, tmp_path)) == len(problems) + 1
    if "no " not in message:
        assert is_refused(problems)


def test_the_check_sees_people_who_should_not_be_there(nameless: Path, portal: Path, tmp_path: Path) -> None:
    for path in nameless.iterdir():
        if path.is_file():
            (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "dataset.nq").write_bytes((portal / "dataset.nq").read_bytes())
    assert any("this file has persons" in problem.message for problem in check_kit(tmp_path, SHAPES))


def test_there_is_nothing_to_check_before_the_export(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"There is no catalog\.ttl"):
        check_kit(tmp_path, SHAPES)


# -- the command ---------------------------------------------------------------------------------


def kg(*arguments: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    code = "from kg.cli import main; main()"
    return subprocess.run([sys.executable, "-c", code, *arguments], env=environment, capture_output=True, text=True, check=False)


def test_the_command_exports_and_checks(small: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    place = str(tmp_path / "portal")
    environment = {name: value for name, value in environment.items() if name != "SOURCE_DATE_EPOCH"}
    done = kg("export", place, "-o", str(small), "--date", "2026-01-31", environment=environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert "catalog.ttl" in done.stdout
    assert "2026-01-31" in (Path(place) / "catalog.ttl").read_text(encoding="utf-8")
    assert kg("export", place, "--check", environment=environment).returncode == 0
    os.remove(Path(place) / "graph.nt")  # noqa: PTH107
    refused = kg("export", place, "--check", environment=environment)
    assert refused.returncode == 1
    assert "graph.nt" in refused.stdout


def test_the_command_says_what_is_wrong_in_one_line(small: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    done = kg("export", str(small), "-o", str(small), environment=environment)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert kg("export", str(tmp_path), "--check", environment=environment).returncode == 2
