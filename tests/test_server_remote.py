"""The same pages and questions over somebody else's engine, started here: Oxigraph's server and Virtuoso."""

from __future__ import annotations

import http.client
import json
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import urlopen

import pytest

from kg.errors import QueryError
from kg.query import run_remote
from kg.server.publish import publish
from kg.server.trial import running

if TYPE_CHECKING:
    from collections.abc import Iterator

BASE = "https://w3id.org/uneg/"
PASSAGE = f"{BASE}document/doc/paragraph/5"
DATA = f"""
PREFIX uneg: <https://w3id.org/uneg/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX dcterms: <http://purl.org/dc/terms/>
GRAPH <{BASE}graph/entities> {{
  <{BASE}agency/unep> a uneg:Agency ; rdfs:label "United Nations Environment Programme"@en ; uneg:acronym "UNEP" .
  <{BASE}workstream/img> a uneg:Workstream ; rdfs:label "Issue Management Group"@en }}
GRAPH <{BASE}document/doc> {{
  <{BASE}document/doc> a uneg:Document ; dcterms:title "The Report"@en ; rdfs:label "The Report"@en .
  <{PASSAGE}> a uneg:Passage ; uneg:partOfDocument <{BASE}document/doc> ; uneg:number "5" ; uneg:order 1 ; uneg:text "UNEP chairs the IMG." ;
    uneg:start 0 ; uneg:end 20 ; uneg:passageKind "paragraph" .
  <{BASE}document/doc#char=0,4> a uneg:TextSpan ; oa:hasSource <{BASE}document/doc> ; uneg:inPassage <{PASSAGE}> ; oa:start 0 ; oa:end 4 ; oa:exact "UNEP" .
  <{BASE}mention/1> a uneg:Mention ; oa:hasTarget <{BASE}document/doc#char=0,4> ; oa:hasBody <{BASE}agency/unep> }}
GRAPH <{PASSAGE}> {{
  <{BASE}agency/unep> uneg:chairs <{BASE}workstream/img> .
  <{BASE}statement/1> a uneg:Statement ; uneg:subject <{BASE}agency/unep> ; uneg:predicate uneg:chairs ; uneg:object <{BASE}workstream/img> ;
    prov:wasQuotedFrom <{PASSAGE}> ; uneg:evidence <{BASE}document/doc#char=0,20> .
  <{BASE}document/doc#char=0,20> a uneg:TextSpan ; oa:hasSource <{BASE}document/doc> ; uneg:inPassage <{PASSAGE}> ; oa:start 0 ; oa:end 20 ; oa:exact "UNEP chairs the IMG." }}
"""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def wait_for(url: str, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(url, timeout=2):  # noqa: S310 - our own address
                return
        except (URLError, OSError):
            time.sleep(0.3)
    pytest.fail(f"nobody answers at {url}")


def ended(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)


@contextmanager
def oxigraph(folder: Path) -> Iterator[tuple[str, str, str]]:
    beside = Path(sys.executable).with_name("oxigraph")
    binary = str(beside) if beside.exists() else shutil.which("oxigraph")
    if not binary:
        pytest.skip("the server of Oxigraph is absent: pip install oxigraph")
    port = free_port()
    command = [binary, "serve", "--location", str(folder / "store"), "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/query?query=ASK%7B%7D", process)
        yield f"http://127.0.0.1:{port}/query", f"http://127.0.0.1:{port}/store", ""
    finally:
        ended(process)


@contextmanager
def virtuoso(folder: Path) -> Iterator[tuple[str, str, str]]:
    binary = shutil.which("virtuoso-t") or shutil.which("virtuoso-opensource-7")
    if not binary:
        pytest.skip("Virtuoso is not installed: apt-get install virtuoso-opensource")
    port, sql = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(
        f"[Database]\nDatabaseFile={folder}/v.db\nErrorLogFile={folder}/v.log\nLockFile={folder}/v.lck\nTransactionFile={folder}/v.trx\n"
        f"xa_persistent_file={folder}/v.pxa\n[TempDatabase]\nDatabaseFile={folder}/t.db\nTransactionFile={folder}/t.trx\n"
        f"[Parameters]\nServerPort=127.0.0.1:{sql}\nNumberOfBuffers=20000\nMaxDirtyBuffers=15000\nDirsAllowed={folder}\n"
        f"[HTTPServer]\nServerPort=127.0.0.1:{port}\nServerRoot={folder}\nServerThreads=10\n[SPARQL]\nResultSetMaxRows=100000\n",
        encoding="utf-8",
    )
    command = [binary, "+foreground", "+configfile", str(folder / "virtuoso.ini")]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/sparql?query=ASK%7B%7D", process, 90)
        yield f"http://127.0.0.1:{port}/sparql", f"http://127.0.0.1:{port}/sparql-graph-crud-auth", "dba:dba"
    finally:
        ended(process)


ENGINES = {"oxigraph": oxigraph, "virtuoso": virtuoso}


@pytest.fixture(scope="module", params=ENGINES)
def remote(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    folder = tmp_path_factory.mktemp(request.param)
    data = folder / "data.trig"
    data.write_text(DATA, encoding="utf-8")
    with ENGINES[request.param](folder) as (query, store, user):
        for _ in range(2):
            lines = list(publish(folder, store, data=data, user=user))
            assert lines[-1].startswith("38 triples"), "publishing twice is publishing once"
        with running("--endpoint", query, "--timeout", "10") as (address, _):
            yield address, query


def get(address: str, path: str, accept: str = "*/*") -> tuple[int, str, str]:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=30)
    connection.request("GET", path, headers={"Accept": accept})
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response.status, text, response.headers["content-type"]


def sparql(query: str, **more: str) -> str:
    return "/sparql?" + urlencode({"query": query, **more})


def test_a_query_is_passed_on(remote: tuple[str, str]) -> None:
    status, text, kind = get(remote[0], sparql("SELECT ?o { <https://w3id.org/uneg/agency/unep> uneg:chairs ?o }"))
    assert (status, kind) == (200, "application/sparql-results+json")
    assert [row["o"]["value"] for row in json.loads(text)["results"]["bindings"]] == [f"{BASE}workstream/img"]


@pytest.mark.parametrize("accept", ["application/sparql-results+xml", "text/csv", "text/tab-separated-values", "text/html"])
def test_every_form_of_a_table(remote: tuple[str, str], accept: str) -> None:
    status, text, kind = get(remote[0], sparql("SELECT ?o { <https://w3id.org/uneg/agency/unep> uneg:chairs ?o }"), accept)
    assert status == 200
    assert kind.startswith(accept)
    assert "Issue Management Group" in text if accept == "text/html" else f"{BASE}workstream/img" in text


@pytest.mark.parametrize("accept", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"])
def test_every_form_of_a_graph(remote: tuple[str, str], accept: str) -> None:
    status, text, kind = get(remote[0], sparql("CONSTRUCT { ?s uneg:chairs ?o } WHERE { ?s uneg:chairs ?o }"), accept)
    assert status == 200
    assert kind.startswith(accept)
    assert "unep" in text


def test_the_dataset_of_the_request_is_passed_on(remote: tuple[str, str]) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?s uneg:chairs ?o }"
    inside = get(remote[0], sparql(query, **{"default-graph-uri": PASSAGE}))[1]
    outside = get(remote[0], sparql(query, **{"default-graph-uri": f"{BASE}graph/entities"}))[1]
    assert json.loads(inside)["results"]["bindings"][0]["n"]["value"] == "1"
    assert json.loads(outside)["results"]["bindings"][0]["n"]["value"] == "0"


@pytest.mark.parametrize("query", ["DROP ALL", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "INSERT DATA { <urn:s> <urn:p> <urn:o> }"])
def test_what_is_refused_here_is_not_passed_on(remote: tuple[str, str], query: str) -> None:
    assert get(remote[0], sparql(query))[0] == 403


def test_zero_rows_are_explained_by_asking_the_endpoint(remote: tuple[str, str]) -> None:
    query = "SELECT * { ?x a uneg:Agency ; uneg:acronym ?a ; uneg:chairs ?y . ?y uneg:acronym ?a }"
    notes = " ".join(json.loads(get(remote[0], sparql(query))[1])["notes"])
    assert "The pattern `?y uneg:acronym ?a`" in notes or "`?y uneg:acronym ?a` match each by itself, but never with the same ?y" in notes
    notes = " ".join(run_remote(remote[1], "SELECT * { ?x a uneg:Agencyy ; rdfs:label ?l }", explain=True).notes)
    assert "The name uneg:Agencyy does not occur in the data of the endpoint." in notes
    assert "The pattern `?x a uneg:Agencyy` matches nothing by itself." in notes
    notes = " ".join(run_remote(remote[1], "SELECT * { ?x uneg:acronym ?a FILTER(?a = 'NONE') }", explain=True).notes)
    assert "nothing passes `FILTER(?a = 'NONE')`. For example ?a is \"UNEP\"." in notes


def test_a_mistake_is_a_400(remote: tuple[str, str]) -> None:
    assert get(remote[0], sparql("SELECT * {"))[0] == 400


def test_an_entity_has_its_page_with_the_quote(remote: tuple[str, str]) -> None:
    status, text, _ = get(remote[0], "/agency/unep", "text/html")
    assert status == 200
    for words in ("United Nations Environment Programme", "Issue Management Group", "UNEP chairs the IMG.", "The Report · ¶ 5"):
        assert words in text
    assert "workstream/img" in get(remote[0], "/agency/unep.ttl")[1]


def test_a_document_is_a_page_to_read(remote: tuple[str, str]) -> None:
    status, text, _ = get(remote[0], "/document/doc", "text/html")
    assert status == 200
    assert 'class="mention" href="/agency/unep"' in text
    assert 'id="paragraph/5"' in text


def test_home_search_and_questions(remote: tuple[str, str]) -> None:
    assert "The Report" in get(remote[0], "/", "text/html")[1]
    assert [item["iri"] for item in json.loads(get(remote[0], "/search?q=unep", "application/json")[1])] == [f"{BASE}agency/unep"]
    status, text, _ = get(remote[0], "/queries/find-text.csv?words=chairs")
    assert status == 200
    assert "UNEP chairs the IMG." in text


def test_a_question_about_an_entity_by_acronym(remote: tuple[str, str]) -> None:
    status, text, _ = get(remote[0], "/queries/provenance-of.csv?entity=UNEP")
    assert status == 200
    assert "UNEP chairs the IMG." in text


def test_the_command_asks_the_same(remote: tuple[str, str]) -> None:
    assert len(run_remote(remote[1], "SELECT * { ?s uneg:chairs ?o }").rows) == 1


def test_an_endpoint_that_is_not_there_is_said(tmp_path: Path) -> None:
    address = f"http://127.0.0.1:{free_port()}/store"
    data = tmp_path / "data.trig"
    data.write_text(DATA, encoding="utf-8")
    with pytest.raises(QueryError, match="Nobody answers"):
        list(publish(tmp_path, address, data=data))


def test_files_for_a_bulk_loader(tmp_path: Path) -> None:
    data = tmp_path / "data.trig"
    data.write_text(DATA, encoding="utf-8")
    list(publish(tmp_path, "", data=data, files=tmp_path / "bulk"))
    graphs = sorted(path.read_text(encoding="utf-8").strip() for path in (tmp_path / "bulk").glob("*.graph"))
    assert graphs == sorted([f"{BASE}graph/entities", f"{BASE}document/doc", PASSAGE])
    assert sum(len(path.read_text(encoding="utf-8").splitlines()) for path in (tmp_path / "bulk").glob("*.nt")) == 38
