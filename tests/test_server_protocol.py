"""The SPARQL 1.1 Protocol, requirement by requirement: https://www.w3.org/TR/sparql11-protocol/."""

from __future__ import annotations

import csv
import http.client
import io
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest

from kg.server.trial import running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DATA = """
PREFIX : <http://example.org/> PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
GRAPH :g1 { :a a foaf:Person ; foaf:name "Ann"@en ; foaf:knows :b ; :age 5 }
GRAPH :g2 { :b a foaf:Person ; foaf:name "Bob" ; :born "2000-01-01"^^xsd:date . :a foaf:knows :b }
GRAPH :g3 { :c a foaf:Person ; foaf:name "<script>alert(1)</script>" ; foaf:nick "a,\\"b\\"\\nc" }
"""
G1, G2, G3 = (f"http://example.org/g{n}" for n in (1, 2, 3))
FORM, DIRECT, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
ALL = "SELECT * { ?s ?p ?o }"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"
CONSTRUCT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
DESCRIBE = "DESCRIBE <http://example.org/a>"


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes = field(repr=False)

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]

    def json(self) -> dict:
        return json.loads(self.body)

    def column(self, name: str) -> list[str]:
        return [row[name]["value"] for row in self.json()["results"]["bindings"]]


class Client:
    def __init__(self, address: str) -> None:
        self.host = urlsplit(address).netloc

    def __call__(self, method: str, path: str, headers: dict[str, str] | None = None, body: bytes | None = None) -> Answer:
        connection = http.client.HTTPConnection(self.host, timeout=30)
        connection.request(method, path, body, headers or {})
        response = connection.getresponse()
        answer = Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        connection.close()
        return answer

    def get(self, query: str, accept: str = "", **more: str | list[str]) -> Answer:
        return self("GET", "/sparql?" + urlencode({"query": query, **more}, doseq=True), {"Accept": accept} if accept else {})

    def form(self, content_type: str = FORM, **fields: str | list[str]) -> Answer:
        return self("POST", "/sparql", {"Content-Type": content_type}, urlencode(fields, doseq=True).encode())

    def direct(self, query: str | bytes, content_type: str = DIRECT, **more: str | list[str]) -> Answer:
        body = query if isinstance(query, bytes) else query.encode()
        return self("POST", "/sparql" + ("?" + urlencode(more, doseq=True) if more else ""), {"Content-Type": content_type}, body)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    path: Path = tmp_path_factory.mktemp("data") / "data.trig"
    path.write_text(DATA, encoding="utf-8")
    with running("--data", str(path), "--timeout", "5") as (address, _):
        yield Client(address)


# --- how a query is sent ---------------------------------------------------------------------


def test_query_via_get(client: Client) -> None:
    assert client.get("ASK {}").json()["boolean"] is True


def test_query_via_get_with_a_slash_at_the_end(client: Client) -> None:
    assert client("GET", "/sparql/?query=ASK%7B%7D").status == 200


def test_query_via_post_as_a_form(client: Client) -> None:
    assert client.form(query="ASK {}").json()["boolean"] is True


def test_query_via_post_as_a_form_with_charset(client: Client) -> None:
    assert client.form(FORM + "; charset=UTF-8", query="ASK {}").status == 200


def test_query_via_post_directly(client: Client) -> None:
    assert client.direct("ASK {}").json()["boolean"] is True


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", '"utf-8"', "utf8"])
def test_query_via_post_directly_in_utf8(client: Client, charset: str) -> None:
    assert client.direct('SELECT ("é" AS ?x) {}', f"{DIRECT}; charset={charset}").column("x") == ["é"]


def test_all_three_ways_answer_the_same(client: Client) -> None:
    answers = [client.get(ALL), client.form(query=ALL), client.direct(ALL)]
    assert len({answer.body for answer in answers}) == 1
    assert len(answers[0].column("s")) == 10


def test_parameters_in_any_order(client: Client) -> None:
    path = "/sparql?" + urlencode([("default-graph-uri", G1), ("query", COUNT)])
    assert client("GET", path).column("n") == ["4"]


def test_unknown_parameters_are_ignored(client: Client) -> None:
    assert client.get("ASK {}", clientRequestId="x").status == 200


def test_a_version_may_be_announced_once(client: Client) -> None:
    assert client.get("ASK {}", version="1.1").status == 200
    assert client.get("ASK {}", version=["1.1", "1.2"]).status == 400


BAD = {
    "two queries in a GET": ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", {}, None, {400}),
    "two queries in a form": ("POST", "/sparql", {"Content-Type": FORM}, b"query=ASK%7B%7D&query=ASK%7B%7D", {400}),
    "a query in the form and in the URL": ("POST", "/sparql?query=ASK%7B%7D", {"Content-Type": FORM}, b"query=ASK%7B%7D", {400}),
    "a query in the body and in the URL": ("POST", "/sparql?query=ASK%7B%7D", {"Content-Type": DIRECT}, b"ASK{}", {400}),
    "a form without a query": ("POST", "/sparql?query=ASK%7B%7D", {"Content-Type": FORM}, b"", {400}),
    "an empty form": ("POST", "/sparql", {"Content-Type": FORM}, b"", {400}),
    "an empty query": ("GET", "/sparql?query=", {}, None, {400}),
    "an empty body": ("POST", "/sparql", {"Content-Type": DIRECT}, b"", {400}),
    "a dataset without a query": ("GET", "/sparql?default-graph-uri=urn%3Ax", {}, None, {400}),
    "a GET with a body": ("GET", "/sparql?query=ASK%7B%7D", {"Content-Type": DIRECT}, b"ASK{}", {400}),
    "PUT": ("PUT", "/sparql?query=ASK%7B%7D", {"Content-Type": FORM}, b"", {405}),
    "DELETE": ("DELETE", "/sparql", {}, None, {405}),
    "PATCH": ("PATCH", "/sparql", {"Content-Type": FORM}, b"query=ASK%7B%7D", {405}),
    "TRACE": ("TRACE", "/sparql", {}, None, {405}),
    "no Content-Type for a form": ("POST", "/sparql", {}, b"query=ASK%7B%7D", {415}),
    "no Content-Type for a query": ("POST", "/sparql", {}, b"ASK {}", {415}),
    "text/plain": ("POST", "/sparql", {"Content-Type": "text/plain"}, b"ASK {}", {415}),
    "JSON": ("POST", "/sparql", {"Content-Type": "application/json"}, b'{"query":"ASK {}"}', {415}),
    "multipart": ("POST", "/sparql", {"Content-Type": "multipart/form-data; boundary=x"}, b"--x--", {415}),
    "UTF-16 announced": ("POST", "/sparql", {"Content-Type": f"{DIRECT}; charset=UTF-16"}, "ASK {}".encode("utf-16"), {415}),
    "UTF-16 not announced": ("POST", "/sparql", {"Content-Type": DIRECT}, "ASK {}".encode("utf-16"), {400}),
    "Latin 1": ("POST", "/sparql", {"Content-Type": DIRECT}, 'ASK { ?x ?y "é" }'.encode("latin-1"), {400}),
    "Latin 1 in a URL": ("GET", "/sparql?query=ASK%7B%3Fx%20%3Fy%20%22%E9%22%7D", {}, None, {400}),
    "a graph that is no IRI": ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=not%20an%20iri", {}, None, {400}),
    "a relative graph": ("GET", "/sparql?query=ASK%7B%7D&named-graph-uri=x", {}, None, {400}),
    "a graph that would break out": ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=urn%3Ax%3E%20%7B", {}, None, {400}),
    "gzip": ("POST", "/sparql", {"Content-Type": DIRECT, "Content-Encoding": "gzip"}, b"\x1f\x8b", {415}),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_requests_are_refused(client: Client, name: str) -> None:
    method, path, headers, body, expected = BAD[name]
    answer = client(method, path, headers, body)
    assert answer.status in expected
    assert answer.body.strip()
    assert answer.headers["access-control-allow-origin"] == "*"


def test_405_says_what_is_allowed(client: Client) -> None:
    assert client("PUT", "/sparql").headers["allow"] == "GET, HEAD, POST, OPTIONS"
    assert client("POST", "/queries").headers["allow"] == "GET, HEAD, OPTIONS"


SYNTAX = [
    "ASK {",
    "SELECT * WHERE",
    "SELEKT * { ?s ?p ?o }",
    "ASK { ?s ?p }",
    "ASK { ?s foo:bar ?o }",
    "SELECT ?x { ?s ?p ?o } GROUP BY ?s",
    "}",
]


@pytest.mark.parametrize("query", SYNTAX)
def test_a_query_that_is_none_is_a_400_with_its_place(client: Client, query: str) -> None:
    answer = client.get(query)
    assert answer.status == 400
    assert answer.media_type == "text/plain"
    assert query in answer.body.decode(), "the query is kept"


def test_400_names_line_and_column(client: Client) -> None:
    text = client.get("SELECT * {\n  ?s ?p\n}").body.decode()
    assert "line 3, column 1" in text


# --- updates ---------------------------------------------------------------------------------

UPDATES = [
    "INSERT DATA { <urn:s> <urn:p> <urn:o> }",
    "DELETE WHERE { ?s ?p ?o }",
    "PREFIX x: <urn:x> # a comment\n DROP ALL",
    "CLEAR DEFAULT",
    "LOAD <http://127.0.0.1:9/x>",
    "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "COPY DEFAULT TO <urn:g>",
    "MOVE <urn:g> TO DEFAULT",
    "ADD <urn:g> TO DEFAULT",
    "CREATE GRAPH <urn:g>",
]


@pytest.mark.parametrize("update", UPDATES)
def test_updates_are_refused_by_every_transport(client: Client, update: str) -> None:
    before = client.get(ALL).body
    refused = [
        client.form(update=update),
        client.direct(update, UPDATE),
        client("GET", "/sparql?" + urlencode({"update": update})),
        client.get(update),
        client.form(query=update),
        client.direct(update),
        client.form(query="ASK {}", update=update),
        client.form(**{"update": update, "using-graph-uri": G1}),
        client.direct(update, UPDATE + "; charset=utf-8"),
    ]
    assert {answer.status for answer in refused} == {403}
    assert all(b"read-only" in answer.body.lower() for answer in refused)
    assert client.get(ALL + " ").body == before


def test_a_graph_store_is_not_offered(client: Client) -> None:
    for path in ("/sparql?graph=urn:x", "/store?default", "/graph-store"):
        assert client("PUT", path, {"Content-Type": "text/turtle"}, b"<urn:a> <urn:b> <urn:c> .").status == 405
        assert client("DELETE", path).status == 405


# --- the dataset -----------------------------------------------------------------------------


def test_the_default_graph_is_the_union(client: Client) -> None:
    assert client.get(COUNT).column("n") == ["10"], "a triple of two graphs counts once"
    assert client.get(GRAPHS).column("g") == [G1, G2, G3]


@pytest.mark.parametrize("way", ["get", "form", "direct"])
@pytest.mark.parametrize(
    ("default", "named", "count", "graphs"),
    [
        ([G1], [], "4", []),
        ([G1, G2], [], "7", []),
        ([], [G1], "0", [G1]),
        ([], [G1, G2], "0", [G1, G2]),
        ([G1], [G2], "4", [G2]),
        ([G1, G2], [G2, G3], "7", [G2, G3]),
        (["urn:absent"], [], "0", []),
    ],
)
def test_the_request_names_the_dataset(client: Client, way: str, default: list[str], named: list[str], count: str, graphs: list[str]) -> None:
    dataset = {"default-graph-uri": default, "named-graph-uri": named}

    def ask(query: str) -> Answer:
        if way == "get":
            return client.get(query, **dataset)
        return client.form(query=query, **dataset) if way == "form" else client.direct(query, **dataset)

    assert ask(COUNT).column("n") == [count]
    assert ask(GRAPHS).column("g") == graphs


def test_a_form_may_name_its_dataset_in_the_url(client: Client) -> None:
    path = "/sparql?" + urlencode({"default-graph-uri": G1})
    assert client("POST", path, {"Content-Type": FORM}, urlencode({"query": COUNT}).encode()).column("n") == ["4"]


@pytest.mark.parametrize(
    ("clause", "count", "graphs"),
    [
        (f"FROM <{G1}>", "4", []),
        (f"FROM <{G1}> FROM <{G2}>", "7", []),
        (f"FROM NAMED <{G2}>", "0", [G2]),
        (f"FROM <{G1}> FROM NAMED <{G2}>", "4", [G2]),
        ("FROM <http://127.0.0.1:9/remote>", "0", []),
        ("FROM <file:///etc/passwd>", "0", []),
    ],
)
def test_the_query_names_the_dataset(client: Client, clause: str, count: str, graphs: list[str]) -> None:
    assert client.get(COUNT.replace("{", clause + " {")).column("n") == [count]
    assert client.get(GRAPHS.replace("{ GRAPH", clause + " { GRAPH")).column("g") == graphs


def test_the_request_wins_over_the_query(client: Client) -> None:
    assert client.get(COUNT.replace("{", f"FROM <{G2}> {{"), **{"default-graph-uri": G1}).column("n") == ["4"]


def test_relative_iris_are_resolved(client: Client) -> None:
    iri = client.get("SELECT (IRI('x') AS ?x) (STR(<y>) AS ?y) {}")
    assert iri.column("x")[0].startswith("http://127.0.0.1:")
    assert iri.column("y")[0].endswith("/y")
    assert client.get("BASE <http://example.org/> ASK { <a> ?p ?o }").json()["boolean"] is True


# --- content negotiation ---------------------------------------------------------------------

JSON, XML, CSV, TSV = "application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"
TURTLE, NT, JSONLD, RDFXML, TRIG = "text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml", "application/trig"
HTML = "text/html"
ACCEPT = [
    (ALL, "", JSON), (ALL, "*/*", JSON), (ALL, JSON, JSON), (ALL, XML, XML), (ALL, CSV, CSV), (ALL, TSV, TSV), (ALL, HTML, HTML),
    (ALL, "application/json", "application/json"), (ALL, "application/xml", "application/xml"), (ALL, "text/xml", "text/xml"),
    (ALL, "application/*", JSON), (ALL, "text/*", CSV), (ALL, f"{XML};q=0.5, {JSON};q=0.9", JSON), (ALL, f"{XML};q=0.9, {JSON};q=0.5", XML),
    (ALL, f"{JSON};q=0, {XML}", XML), (ALL, f"*/*, {JSON};q=0", XML), (ALL, f"image/png, {CSV}", CSV), (ALL, "TEXT/CSV", CSV),
    (ALL, f"{TURTLE}, {XML}", XML), (ALL, f"{CSV};q=0.2,*/*;q=0.1", CSV), (ALL, f"{XML} ; q = 1", XML), (ALL, f"{TSV}; charset=utf-8", TSV),
    (ALL, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", HTML),
    ("ASK {}", "", JSON), ("ASK {}", XML, XML), ("ASK {}", CSV, CSV), ("ASK {}", TSV, TSV), ("ASK {}", HTML, HTML),
    (CONSTRUCT, "", TURTLE), (CONSTRUCT, TURTLE, TURTLE), (CONSTRUCT, NT, NT), (CONSTRUCT, JSONLD, JSONLD), (CONSTRUCT, RDFXML, RDFXML),
    (CONSTRUCT, TRIG, TRIG), (CONSTRUCT, "application/n-quads", "application/n-quads"), (CONSTRUCT, HTML, HTML), (CONSTRUCT, f"{JSON}, {NT}", NT),
    (CONSTRUCT, "application/*", NT), (DESCRIBE, "", TURTLE), (DESCRIBE, JSONLD, JSONLD), (DESCRIBE, RDFXML, RDFXML), (DESCRIBE, NT, NT), (DESCRIBE, TRIG, TRIG),
]  # fmt: skip


@pytest.mark.parametrize(("query", "accept", "expected"), ACCEPT)
def test_the_best_form_is_chosen(client: Client, query: str, accept: str, expected: str) -> None:
    answer = client.get(query, accept)
    assert answer.status == 200
    assert answer.media_type == expected
    assert "Accept" in answer.headers["vary"]
    for also in (client("POST", "/sparql", {"Content-Type": DIRECT, "Accept": accept or "*/*"}, query.encode()),):
        assert also.media_type == expected


@pytest.mark.parametrize("accept", ["image/png", f"{JSON};q=0", "*/*;q=0", "garbage", "application/x-unknown, image/*"])
@pytest.mark.parametrize("query", [ALL, "ASK {}", CONSTRUCT, DESCRIBE])
def test_an_unknown_form_is_a_406_that_lists_what_there_is(client: Client, query: str, accept: str) -> None:
    answer = client.get(query, accept)
    assert answer.status == 406
    assert (JSON in answer.body.decode()) or (TURTLE in answer.body.decode())


def test_a_table_is_no_graph_and_a_graph_no_table(client: Client) -> None:
    assert client.get(ALL, TURTLE).status == 406
    assert client.get(CONSTRUCT, CSV).status == 406


@pytest.mark.parametrize(("form", "expected"), [("csv", CSV), ("json", JSON), ("xml", XML), ("tsv", TSV), ("text/csv", CSV)])
def test_a_parameter_may_name_the_form(client: Client, form: str, expected: str) -> None:
    assert client.get(ALL, HTML, format=form).media_type == expected


def test_an_unknown_format_is_a_406(client: Client) -> None:
    assert client.get(ALL, format="docx").status == 406


# --- the forms are right ---------------------------------------------------------------------

NAMES = "PREFIX foaf: <http://xmlns.com/foaf/0.1/> SELECT ?s ?name ?nick { ?s foaf:name ?name OPTIONAL { ?s foaf:nick ?nick } } ORDER BY ?s"


def test_json(client: Client) -> None:
    document = client.get(NAMES, JSON).json()
    assert document["head"]["vars"] == ["s", "name", "nick"]
    rows = document["results"]["bindings"]
    assert rows[0] == {"s": {"type": "uri", "value": "http://example.org/a"}, "name": {"type": "literal", "value": "Ann", "xml:lang": "en"}}


def test_xml(client: Client) -> None:
    tree = ET.fromstring(client.get(NAMES, XML).body)  # noqa: S314 - our own
    space = "{http://www.w3.org/2005/sparql-results#}"
    assert [node.get("name") for node in tree.iter(space + "variable")] == ["s", "name", "nick"]
    assert len(list(tree.iter(space + "result"))) == 3
    assert "<script>alert(1)</script>" in [node.text for node in tree.iter(space + "literal")]


def test_csv_is_rfc_4180(client: Client) -> None:
    rows = list(csv.reader(io.StringIO(client.get(NAMES, CSV).body.decode(), newline="")))
    assert rows[0] == ["s", "name", "nick"]
    assert rows[3] == ["http://example.org/c", "<script>alert(1)</script>", 'a,"b"\nc']


def test_tsv(client: Client) -> None:
    lines = client.get(NAMES, TSV).body.decode().splitlines()
    assert lines[0] == "?s\t?name\t?nick"
    assert lines[1] == '<http://example.org/a>\t"Ann"@en\t'


@pytest.mark.parametrize(
    ("accept", "rdf"),
    [
        (TURTLE, ox.RdfFormat.TURTLE),
        (NT, ox.RdfFormat.N_TRIPLES),
        (JSONLD, ox.RdfFormat.JSON_LD),
        (RDFXML, ox.RdfFormat.RDF_XML),
        (TRIG, ox.RdfFormat.TRIG),
    ],
)
def test_graphs_are_the_same_in_every_form(client: Client, accept: str, rdf: ox.RdfFormat) -> None:
    triples = {quad.triple for quad in ox.parse(client.get(CONSTRUCT, accept).body, format=rdf)}
    assert len(triples) == 10


def test_html_escapes_every_value(client: Client) -> None:
    page = client.get(NAMES, HTML).body.decode()
    assert "<script>alert(1)</script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


# --- HEAD, OPTIONS, CORS ---------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/sparql?query=ASK%7B%7D", "/sparql", "/", "/queries", "/sparql?query=ASK%7B"])
def test_head_is_get_without_a_body(client: Client, path: str) -> None:
    get, head = client("GET", path), client("HEAD", path)
    assert head.body == b""
    assert (head.status, head.media_type) == (get.status, get.media_type)
    assert head.headers["content-length"] == get.headers["content-length"]


def test_options(client: Client) -> None:
    answer = client("OPTIONS", "/sparql")
    assert answer.status == 204
    assert {"GET", "HEAD", "POST", "OPTIONS"} <= set(answer.headers["allow"].split(", "))


def test_preflight(client: Client) -> None:
    headers = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    answer = client("OPTIONS", "/sparql", headers)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert "content-type" in answer.headers["access-control-allow-headers"].lower()


@pytest.mark.parametrize("path", ["/sparql?query=ASK%7B%7D", "/sparql?query=ASK", "/nothing", "/sparql?query=DROP%20ALL"])
def test_cors_on_answers_and_errors(client: Client, path: str) -> None:
    assert client("GET", path, {"Origin": "https://example.org"}).headers["access-control-allow-origin"] == "*"


# --- service description ---------------------------------------------------------------------

SD = "http://www.w3.org/ns/sparql-service-description#"


@pytest.mark.parametrize(("accept", "expected"), [("", TURTLE), (TURTLE, TURTLE), (RDFXML, RDFXML), (JSONLD, JSONLD), (NT, NT), (TRIG, TRIG)])
def test_without_a_query_the_service_describes_itself(client: Client, accept: str, expected: str) -> None:
    answer = client("GET", "/sparql", {"Accept": accept} if accept else {})
    assert (answer.status, answer.media_type) == (200, expected)
    form = ox.RdfFormat.from_media_type(expected)
    quads = list(ox.parse(answer.body, format=form))
    predicates = {quad.predicate.value for quad in quads}
    assert {SD + "endpoint", SD + "supportedLanguage", SD + "resultFormat", SD + "defaultDataset"} <= predicates
    triples = {quad.object.value for quad in quads if quad.predicate.value.endswith("void#triples")}
    assert {"10", "4"} <= triples, "the counts are real"
    assert {quad.object.value for quad in quads if quad.predicate.value == SD + "name"} == {G1, G2, G3}


def test_the_description_has_prefixes_and_saved_queries(client: Client) -> None:
    quads = list(ox.parse(client("GET", "/sparql").body, format=ox.RdfFormat.TURTLE))
    assert any(quad.predicate.value.endswith("shacl#declare") for quad in quads)
    assert sum(1 for quad in quads if quad.object == ox.NamedNode("http://www.w3.org/ns/shacl#SPARQLExecutable")) >= 20


def test_without_a_query_people_get_the_editor(client: Client) -> None:
    answer = client("GET", "/sparql", {"Accept": HTML})
    assert (answer.status, answer.media_type) == (200, HTML)


def test_an_unknown_form_of_the_description_is_a_406(client: Client) -> None:
    assert client("GET", "/sparql", {"Accept": "image/png"}).status == 406


# --- answers that teach ----------------------------------------------------------------------


def test_well_known_prefixes_are_added_and_said(client: Client) -> None:
    answer = client.get("ASK { ?x a foaf:Person }")
    assert answer.json()["boolean"] is True
    assert "foaf:" in answer.headers["kg-note"]


def test_zero_rows_are_explained(client: Client) -> None:
    answer = client.get("SELECT * { ?x a foaf:Persn }")
    assert answer.json()["results"]["bindings"] == []
    assert any("foaf:Persn" in note and "foaf:Person" in note for note in answer.json()["notes"])
    assert "foaf:Person" in client.get("SELECT * { ?x a foaf:Persn }", HTML).body.decode()


def test_the_pattern_that_empties_an_answer_is_named(client: Client) -> None:
    query = "SELECT * { ?x a foaf:Person . ?x foaf:name ?n FILTER(?n = 'Nobody') }"
    assert any("nothing passes `FILTER(?n = 'Nobody')`" in note for note in client.get(query).json()["notes"])
    assert "FILTER(?n = 'Nobody')" in client.get(query, "text/csv").headers["kg-note"]
    nothing = client.get("CONSTRUCT { ?x a ?n } WHERE { ?x a foaf:Person . ?n foaf:name ?x }", "text/turtle")
    assert "never with the same ?x" in nothing.headers["kg-note"]


def test_an_explained_answer_is_read_by_readers_that_take_it_as_it_comes(client: Client) -> None:
    answer = client.get("SELECT ?x { ?x a foaf:Persn }")
    assert "notes" in answer.json()
    found = ox.parse_query_results(answer.body, format=ox.QueryResultsFormat.JSON)
    assert isinstance(found, ox.QuerySolutions)
    assert [variable.value for variable in found.variables] == ["x"]
    assert list(found) == []


def test_the_tests_are_all_there() -> None:
    assert len(BAD) >= 27
    assert len(ACCEPT) >= 43
    assert len(UPDATES) >= 10
