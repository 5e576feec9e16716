"""Files: every serialization says the same, and a folder holds the old output or the new one, never a half."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from kg.catalog import Release, catalogue
from kg.errors import OutputError
from kg.export import SERIALIZATIONS, open_store, read_dataset, serialize, staged, write, write_store
from kg.model import Dataset
from kg.namespaces import BASE, expand

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kg.pipeline import Build, Reading

RDFLIB = {
    ox.RdfFormat.N_QUADS: "nquads", ox.RdfFormat.TRIG: "trig", ox.RdfFormat.JSON_LD: "json-ld",
    ox.RdfFormat.TURTLE: "turtle", ox.RdfFormat.N_TRIPLES: "nt", ox.RdfFormat.RDF_XML: "xml",
}  # fmt: skip
ODD = [
    "plain", "with “quotes” and \"quotes\" and 'quotes'", "a back\\slash", "two\nlines", "Windows\r\nlines", "a\ttab", "]]> <b>&amp;</b>", "🌍 Ünïcødé", "\u202eleft",
    "", " ", "{?x} # no comment", "\u00a0", "é vs e\u0301",
]  # fmt: skip


@pytest.fixture(scope="module")
def small(reading_of: Callable[..., Reading]) -> Dataset:
    """A small reading, and literals of every kind."""
    read = reading_of("1. UNEP leads the IMG on Water. It “ended”.\r\n\r\n2. On 3 May 2024 it said: <script>alert('x')</script> & more \\ {}.\n").dataset
    node = ox.NamedNode(BASE + "x")
    terms = [ox.Literal(text) for text in ODD] + [ox.Literal("eau", language="fr"), ox.Literal("water", language="en")]
    terms += [ox.Literal(t, datatype=ox.NamedNode(expand(f"xsd:{d}"))) for t, d in (("2022-06", "gYearMonth"), ("P1Y", "duration"), ("true", "boolean"), ("12", "integer"))]
    terms.append(ox.NamedNode("http://www.wikidata.org/entity/Q1"))
    quads = {ox.Quad(node, ox.NamedNode(expand("rdfs:seeAlso")), term, ox.NamedNode(BASE + "g")) for term in terms}
    return Dataset(read.quads | quads)


@pytest.fixture(scope="module")
def files(small: Dataset) -> dict[str, bytes]:
    return dict(serialize(small))


def test_the_files_of_the_contract(files: dict[str, bytes]) -> None:
    assert set(files) >= {"dataset.nq", "dataset.trig", "graph.ttl", "graph.jsonld", "graph.rdf", "graph.nt"}
    assert set(files) == {name for name, _, _ in SERIALIZATIONS}


# -- the same statements, for two parsers --------------------------------------------------------


@pytest.mark.parametrize(("name", "form", "has_graphs"), SERIALIZATIONS, ids=[row[0] for row in SERIALIZATIONS])
def test_oxigraph_reads_back_what_was_written(small: Dataset, files: dict[str, bytes], name: str, form: ox.RdfFormat, has_graphs: bool) -> None:  # noqa: FBT001
    read = set(ox.parse(files[name], format=form))
    assert read == small.quads if has_graphs else {q.triple for q in read} == {q.triple for q in small.quads}


@pytest.mark.parametrize(("name", "form", "has_graphs"), SERIALIZATIONS, ids=[row[0] for row in SERIALIZATIONS])
def test_rdflib_reads_back_what_was_written(files: dict[str, bytes], name: str, form: ox.RdfFormat, has_graphs: bool) -> None:  # noqa: FBT001
    dataset = rdflib.Dataset()
    dataset.parse(data=files[name], format=RDFLIB[form])
    expected = rdflib.Dataset()
    expected.parse(data=files["dataset.nq"] if has_graphs else files["graph.nt"], format="nquads" if has_graphs else "nt")
    assert as_set(dataset, graphs=has_graphs) == as_set(expected, graphs=has_graphs)
    assert len(as_set(dataset, graphs=has_graphs)) == len(files["dataset.nq" if has_graphs else "graph.nt"].splitlines())


def as_set(dataset: rdflib.Dataset, *, graphs: bool) -> set[tuple[object, ...]]:
    """Return the statements with literals as they are written: equal values are not enough."""
    return {
        (str(s), str(p), o.n3(), str(g) if graphs else "")
        for s, p, o, g in dataset.quads()
    }  # fmt: skip


def test_two_parsers_agree_on_the_whole_report(built: Build) -> None:
    """On the largest file of each kind for one parser, on Turtle for the other."""
    whole = dict(serialize(built.dataset, ["dataset.trig", "graph.ttl", "dataset.jsonld"]))
    assert set(ox.parse(whole["dataset.trig"], format=ox.RdfFormat.TRIG)) == built.dataset.quads
    assert set(ox.parse(whole["dataset.jsonld"], format=ox.RdfFormat.JSON_LD)) == built.dataset.quads
    assert len(rdflib.Graph().parse(data=whole["graph.ttl"], format="turtle")) == len({q.triple for q in built.dataset.quads})


def test_only_the_files_that_were_asked_for_are_written(small: Dataset) -> None:
    assert [name for name, _ in serialize(small, ["graph.nt", "dataset.nq"])] == ["dataset.nq", "graph.nt"]


# -- the same bytes ------------------------------------------------------------------------------


def test_the_order_of_the_quads_does_not_matter(small: Dataset, files: dict[str, bytes]) -> None:
    backwards = Dataset(frozenset(sorted(small.quads, key=str, reverse=True)))
    assert dict(serialize(backwards)) == files


def test_lines_are_sorted(files: dict[str, bytes]) -> None:
    for name in ("dataset.nq", "graph.nt"):
        lines = files[name].decode().split("\n")
        assert lines[:-1] == sorted(lines[:-1])
        assert lines[-1] == ""
        assert len(set(lines)) == len(lines)


def test_json_is_json_and_its_context_is_in_the_file(files: dict[str, bytes]) -> None:
    for name in ("dataset.jsonld", "graph.jsonld"):
        document = json.loads(files[name])
        assert not isinstance(document.get("@context", {}), str), "a context on another host would be fetched"


def test_no_prefix_is_invented(files: dict[str, bytes]) -> None:
    turtle = files["graph.ttl"].decode()
    assert "@prefix uneg: <https://w3id.org/uneg/ontology#> ." in turtle
    assert "uneg:leads" in turtle


def test_a_page_break_does_not_break_the_xml() -> None:
    """XML has no form feed and no other control character; the other formats keep them."""
    text = "page\x0cbreak, \x0bvertical, \x01 start, \uffff none, \r return"
    items = [ox.Triple(ox.NamedNode("http://x/s"), ox.NamedNode("http://x/p"), ox.Literal(text))]
    (literal,) = rdflib.Graph().parse(data=write(items, ox.RdfFormat.RDF_XML), format="xml").objects()
    assert str(literal) == "page\ufffdbreak, \ufffdvertical, \ufffd start, \ufffd none, \r return"
    for form in (ox.RdfFormat.TURTLE, ox.RdfFormat.N_TRIPLES, ox.RdfFormat.JSON_LD):
        (quad,) = ox.parse(write(items, form), format=form)
        assert quad.object.value == text


# -- a folder holds the old or the new -----------------------------------------------------------


def fill(folder: Path, words: str, error: type[BaseException] | None = None) -> None:
    with staged(folder) as new:
        (new / "a.txt").write_text(words, encoding="utf-8")
        (new / "b.txt").write_text(words, encoding="utf-8")
        (new / "store").mkdir()
        (new / "store" / f"{words}.sst").write_text(words, encoding="utf-8")
        if error:
            raise error


def content(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*")) if path.is_file()}


OLD = {"a.txt": "old", "b.txt": "old", "store/old.sst": "old"}
NEW = {"a.txt": "new", "b.txt": "new", "store/new.sst": "new"}


def test_new_files_replace_old_ones(tmp_path: Path) -> None:
    fill(tmp_path / "output", "old")
    assert content(tmp_path / "output") == OLD
    fill(tmp_path / "output", "new")
    assert content(tmp_path / "output") == NEW
    assert sorted(path.name for path in (tmp_path / "output").iterdir()) == ["a.txt", "b.txt", "store"]


def test_other_files_stay(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    fill(tmp_path, "new")
    assert content(tmp_path) == NEW | {"README.md": "mine"}


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit, OSError])
def test_an_error_inside_leaves_the_old_files(tmp_path: Path, error: type[BaseException]) -> None:
    fill(tmp_path, "old")
    with pytest.raises((error, OutputError)):
        fill(tmp_path, "new", error)
    assert content(tmp_path) == OLD
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "store"]


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match=r"Cannot write to .*Give another folder with -o"), staged(tmp_path / "file"):
        pytest.fail("there is nothing to write into")
    with pytest.raises(OutputError, match="Cannot write to"), staged(tmp_path / "file" / "deeper"):
        pytest.fail("there is nothing to write into")
    assert content(tmp_path) == {"file": "mine"}


KILLED = """
import os, signal, sys
from pathlib import Path
from kg.export import staged
with staged(Path(sys.argv[1])) as new:
    (new / "a.txt").write_text("half")
    (new / "store").mkdir()
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill a process like that")
def test_a_build_that_is_killed_leaves_the_old_output(tmp_path: Path, environment: dict[str, str]) -> None:
    fill(tmp_path, "old")
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], env=environment, check=False)
    assert done.returncode == -signal.SIGKILL
    assert {name: words for name, words in content(tmp_path).items() if not name.startswith(".")} == OLD
    fill(tmp_path, "new")
    assert {name: words for name, words in content(tmp_path).items() if not name.startswith(".")} == NEW


@pytest.mark.skipif(os.name != "posix", reason="links are made in another way here")
def test_a_folder_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    fill(tmp_path / "link", "new")
    assert content(tmp_path / "real") == NEW


# -- the store -----------------------------------------------------------------------------------


def test_the_store_holds_the_dataset(tmp_path: Path, small: Dataset, files: dict[str, bytes]) -> None:
    """The graphs as they are, and in the default graph each triple once."""
    write_store(files, tmp_path)
    found = set(open_store(tmp_path))
    assert {q for q in found if q.graph_name != ox.DefaultGraph()} == small.quads
    assert {q.triple for q in found if q.graph_name == ox.DefaultGraph()} == {q.triple for q in small.quads}


def test_the_dataset_is_read_back_as_it_was_written(tmp_path: Path, small: Dataset, files: dict[str, bytes]) -> None:
    (tmp_path / "dataset.nq").write_bytes(files["dataset.nq"])
    assert read_dataset(tmp_path) == small


@pytest.mark.parametrize("opened", [open_store, read_dataset])
def test_where_nothing_was_built_the_next_step_is_said(tmp_path: Path, opened: Callable[[Path], object]) -> None:
    with pytest.raises(OutputError, match=r"Nothing was built in .* yet\. Run 'kg build -o"):
        opened(tmp_path / "nothing")


# -- the catalogue -------------------------------------------------------------------------------


def test_the_catalogue_counts_what_is_there(built: Build) -> None:
    files = dict(serialize(built.dataset, ["dataset.nq", "graph.ttl"]))
    graph = rdflib.Graph().parse(data=catalogue(Release(built.dataset, files, "1.2.3", BASE)), format="turtle")
    dataset = rdflib.URIRef(BASE + "dataset")
    void, dcat, spdx = (rdflib.Namespace(expand(f"{name}:")) for name in ("void", "dcat", "spdx"))
    triples = {q.triple for q in built.dataset.quads}
    assert int(graph.value(dataset, void.triples)) == len(triples)
    assert int(graph.value(dataset, void.distinctSubjects)) == len({t.subject for t in triples})
    assert str(graph.value(dataset, dcat.version)) == "1.2.3"
    sizes = {int(size) for size in graph.objects(None, dcat.byteSize)}
    assert {len(data) for data in files.values()} <= sizes
    assert len(list(graph.subject_objects(spdx.checksumValue))) >= 2
    assert not any(isinstance(node, rdflib.BNode) for triple in graph for node in triple)


def test_the_catalogue_is_the_same_every_time(built: Build) -> None:
    release = Release(built.dataset, {"graph.nt": b"x"}, "1", BASE)
    one, other = catalogue(release), catalogue(release)
    assert one == other
    assert isomorphic(rdflib.Graph().parse(data=one, format="turtle"), rdflib.Graph().parse(data=other, format="turtle"))


def test_what_a_killed_build_left_is_removed_by_a_later_one(tmp_path: Path) -> None:
    long_ago, at_work = tmp_path / ".new-long-ago", tmp_path / ".new-at-work"
    for folder in (long_ago, at_work):
        (folder / "store").mkdir(parents=True)
    os.utime(long_ago, (1_000_000_000, 1_000_000_000))
    with staged(tmp_path) as new:
        (new / "file").write_text("new", encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".new-at-work", "file"]
