"""Pages over the shipped report: entities, documents, questions, search, and the command that serves them."""

from __future__ import annotations

import http.client
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urljoin, urlsplit

import pyoxigraph as ox
import pytest

from kg.export import serialize, write_store
from kg.namespaces import PREFIXES
from kg.ontology import load_ontology
from kg.pipeline import build_files
from kg.query import load_queries
from kg.resources import default_documents, folder
from kg.server.trial import running
from kg.service import described

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCUMENT = "/document/emg-som28-technical-segment"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("output")
    dataset = build_files(default_documents(), load_ontology(folder("ontology"))).dataset
    write_store(dict(serialize(described(dataset, load_queries(folder("queries"))))), path)
    return path


@pytest.fixture(scope="module")
def address(output: Path) -> Iterator[str]:
    with running("-o", str(output), "--timeout", "10") as (address, _):
        yield address


def get(address: str, path: str, accept: str = "text/html") -> tuple[int, str, dict[str, str]]:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    connection.request("GET", path, headers={"Accept": accept})
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response.status, text, {k.lower(): v for k, v in response.getheaders()}


class Links(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src"} and value:
                self.links.add(value)
            if name == "id" and value:
                self.ids.append(value)


PAGES = ["/", "/queries", "/queries/roles", "/agency/unep", DOCUMENT, f"{DOCUMENT}/paragraph/5", "/ontology", "/search?q=biodiversity", "/sparql"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_whole(address: str, page: str) -> None:
    status, text, headers = get(address, page)
    assert status == 200
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="en">' in text
    assert text.count("<h1>") == 1
    found = Links(text)
    assert len(found.ids) == len(set(found.ids)), "an id is there once"
    assert not re.search(r"\son\w+=", text), "no script in an attribute"
    assert "<script>" not in text
    assert "style=" not in text


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_leads_somewhere(address: str, page: str) -> None:
    _, text, _ = get(address, page)
    inside = sorted({urljoin(page, link).partition("#")[0] for link in Links(text).links if not link.startswith(("http", "data:", "#"))})
    assert inside
    for link in inside[:60]:
        status, _, _ = get(address, link, "*/*")
        assert status in {200, 302}, link


FORMS = {
    "ttl": ("text/turtle", ox.RdfFormat.TURTLE),
    "nt": ("application/n-triples", ox.RdfFormat.N_TRIPLES),
    "jsonld": ("application/ld+json", ox.RdfFormat.JSON_LD),
    "rdf": ("application/rdf+xml", ox.RdfFormat.RDF_XML),
}


@pytest.mark.parametrize("path", ["/agency/unep", "/workstream/img-biodiversity", f"{DOCUMENT}/paragraph/5", "/graph/provenance"])
@pytest.mark.parametrize("suffix", FORMS)
def test_an_iri_answers_by_accept_header_and_by_suffix(address: str, path: str, suffix: str) -> None:
    media_type, form = FORMS[suffix]
    status, by_header, headers = get(address, path, media_type)
    assert status == 200
    assert headers["content-type"].startswith(media_type)
    assert headers["content-location"] == f"{path}.{suffix}"
    assert "Accept" in headers["vary"]
    assert 'rel="alternate"' in headers["link"]
    by_suffix = get(address, f"{path}.{suffix}", "text/html")[1]
    triples = [{quad.triple for quad in ox.parse(text, format=form)} for text in (by_header, by_suffix)]
    assert triples[0] == triples[1] != set()


def test_every_iri_of_the_data_has_a_page(address: str, output: Path) -> None:
    store = ox.Store.read_only(str(output / "store"))
    iris = {term.value for quad in store for term in (quad.subject, quad.object) if isinstance(term, ox.NamedNode)}
    inside = sorted(iri.partition("#")[0] for iri in iris if iri.startswith("https://w3id.org/uneg/"))
    sample = list(dict.fromkeys(inside))[::25]
    assert len(sample) > 20
    for iri in sample:
        path = "/" + iri.removeprefix("https://w3id.org/uneg/")
        assert get(address, path)[0] == 200, path
        assert get(address, path, "text/turtle")[0] == 200, path
    for iri in sorted(iri for iri in iris if not iri.startswith("https://w3id.org/uneg/"))[::40]:
        assert get(address, "/resource?" + urlencode({"iri": iri}))[0] == 200, iri


def test_a_fact_comes_with_document_paragraph_and_quote(address: str) -> None:
    _, text, _ = get(address, "/agency/unesco")
    assert "co-chairs" in text
    assert "<q>In line with this, the IMG has established three working groups co-chaired by UNDP, UNEP and UNESCO</q>" in text
    assert "¶ 5" in text
    assert re.search(rf'href="{DOCUMENT}#char=\d+,\d+"', text)


def test_a_quote_leads_to_its_words_and_back(address: str) -> None:
    _, page, _ = get(address, "/agency/unesco")
    mark = re.search(rf"{DOCUMENT}#(char=\d+,\d+)", page)
    assert mark
    _, text, _ = get(address, DOCUMENT)
    assert mark[1] in text
    assert 'href="/agency/unesco"' in text
    assert 'id="paragraph/5"' in text


def test_the_document_is_there_word_for_word(address: str) -> None:
    source = default_documents()[0].read_text(encoding="utf-8")
    _, text, _ = get(address, DOCUMENT)

    class Words(HTMLParser):
        words = ""

        def handle_data(self, data: str) -> None:
            self.words += data

    page = Words()
    page.feed(text)
    shown = " ".join(page.words.split())
    sentences = [" ".join(s.split()) for s in re.findall(r"UNDP presented[^.]+\.|FAO presented[^.]+\.", source)]
    assert sentences
    assert all(sentence in shown for sentence in sentences)


def test_the_default_graph_counts_a_triple_once(address: str, output: Path) -> None:
    store = ox.Store.read_only(str(output / "store"))
    triples = {quad.triple for quad in store}
    body = get(address, "/sparql?" + urlencode({"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}), "*/*")[1]
    served = int(json.loads(body)["results"]["bindings"][0]["n"]["value"])
    assert served == len(triples)


def test_the_dataset_describes_itself(address: str) -> None:
    query = "SELECT ?prefix ?namespace { GRAPH ?g { [] sh:declare [ sh:prefix ?prefix ; sh:namespace ?namespace ] } }"
    rows = json.loads(get(address, "/sparql?" + urlencode({"query": query}), "*/*")[1])["results"]["bindings"]
    assert {(row["prefix"]["value"], row["namespace"]["value"]) for row in rows} == set(PREFIXES.items())
    query = "SELECT ?text { GRAPH ?g { ?q a sh:SPARQLExecutable ; sh:select ?text } }"
    rows = json.loads(get(address, "/sparql?" + urlencode({"query": query}), "*/*")[1])["results"]["bindings"]
    assert len(rows) == len(list(folder("queries").glob("*.rq")))


# --- questions -------------------------------------------------------------------------------

NAMES = sorted(path.stem for path in folder("queries").glob("*.rq"))


@pytest.mark.parametrize("name", NAMES)
def test_every_question_is_a_page_and_data(address: str, name: str) -> None:
    status, text, _ = get(address, f"/queries/{name}")
    assert status in {200, 404}, "404 where the default value is not in the data"
    if status == 200:
        assert f"/queries/{name}.csv" in text
        for suffix, kind in (("csv", "text/csv"), ("json", "application/sparql-results+json")):
            status, _, headers = get(address, f"/queries/{name}.{suffix}", "*/*")
            assert status == 200
            assert headers["content-type"].startswith(kind)


def test_a_value_by_acronym_label_or_iri_is_the_same(address: str) -> None:
    values = ["UNDP", "undp", "United Nations Development Programme", "https://w3id.org/uneg/agency/undp"]
    answers = {get(address, "/queries/agency-portfolio.csv?" + urlencode({"agency": value}), "*/*")[1] for value in values}
    assert len(answers) == 1
    assert "co-chair" in answers.pop()


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/queries/agency-portfolio.csv?agency=UNDQ", 404, "UNDP"),
        ("/queries/agency-portfolio.csv?agensy=UNDP", 400, "agency"),
        ("/queries/agency-portfolio.csv?agency=UNDP&agency=UNEP", 400, "once"),
        ("/queries/state-on.csv?day=soon", 400, "2022"),
        ("/queries/rolse.csv", 404, "roles"),
        ("/queries/roles.docx", 404, "roles"),
        ("/queries/roles.ttl", 406, "text/csv"),
    ],
)
def test_what_does_not_fit_is_said(address: str, path: str, status: int, words: str) -> None:
    answer = get(address, path, "*/*")
    assert answer[0] == status
    assert words in answer[1]


def test_the_values_to_choose_from_have_labels(address: str) -> None:
    choices = json.loads(get(address, "/choices/agency-portfolio/agency", "*/*")[1])
    assert {"iri": "https://w3id.org/uneg/agency/undp", "label": "United Nations Development Programme", "acronym": "UNDP"} in choices


def test_search_finds_acronyms_and_parts_of_names(address: str) -> None:
    for words, iri in (("unep", "agency/unep"), ("biodiversity", "workstream/img-biodiversity")):
        found = json.loads(get(address, "/search?" + urlencode({"q": words}), "application/json")[1])
        assert f"https://w3id.org/uneg/{iri}" in [item["iri"] for item in found]


def test_openapi_names_every_question(address: str) -> None:
    description = json.loads(get(address, "/openapi.json", "*/*")[1])
    assert description["openapi"].startswith("3.")
    assert {f"/queries/{name}.{{format}}" for name in NAMES} <= set(description["paths"])


def test_the_editor_or_the_plain_field(address: str) -> None:
    _, text, headers = get(address, "/sparql")
    assert '<textarea id="query"' in text
    has_editor = (Path(__file__).parent.parent / "kg/server/static/yasgui/yasgui.min.js").exists()
    assert ("plain text field" in text) != has_editor
    assert "'unsafe-inline'" not in next(part for part in headers["content-security-policy"].split(";") if "script-src" in part)


# --- the command -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["-o", "nowhere"], "kg build"),
        (["--data", "README-not-there.nq"], "does not exist"),
        (["--endpoint", "file:///etc/passwd"], "http"),
        (["--base", "not an iri"], "http"),
        (["--host", "256.1.1.1"], "Cannot listen"),
    ],
)
def test_what_cannot_be_served_is_one_line_and_exit_code_2(output: Path, options: list[str], words: str) -> None:
    options = ["-o", str(output), *options]
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--port", "0", *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=Path(__file__).parent.parent, check=False)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_file_is_said_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "broken.nq"
    path.write_text("<urn:a> <urn:b> <urn:c> .\n<urn:a> oops .\n", encoding="utf-8")
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--port", "0", "--data", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=Path(__file__).parent.parent, check=False)
    assert done.returncode == 2
    assert "broken.nq" in done.stderr
    assert "line 2" in done.stderr


def test_another_base_changes_paths_and_no_iri(output: Path) -> None:
    with running("-o", str(output), "--base", "https://w3id.org/uneg/agency/") as (address, _):
        status, text, _ = get(address, "/unep", "application/n-triples")
        assert status == 200
        assert "<https://w3id.org/uneg/agency/unep>" in text


def test_foreign_data_has_pages_too(tmp_path: Path) -> None:
    path = tmp_path / "data.ttl"
    path.write_text('<http://example.org/things/a> <http://example.org/p> "<b>x</b>"@en .', encoding="utf-8")
    with running("--data", str(path)) as (address, _):
        status, text, _ = get(address, "/things/a")
        assert status == 200
        assert "&lt;b&gt;x&lt;/b&gt;" in text
        assert get(address, "/things/b")[0] == 404
