"""The static site: a page and RDF files for every IRI, whose links lead somewhere, on a real web server."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest

from kg.errors import OutputError
from kg.kit import Kit
from kg.kit.canonical import canonical_hash
from kg.model import Dataset
from kg.namespaces import BASE, UNEG
from kg.people import names_of
from kg.resources import folder
from kg.site import checked_url, write_site
from kg.site.pages import linked_text, page_of
from kg.site.server_files import site_htaccess, w3id_htaccess
from kg.site.web import Web

if TYPE_CHECKING:
    from collections.abc import Iterator


ONTOLOGY, QUERIES = folder("ontology"), folder("queries")
PARSERS = {"ttl": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD, "rdf": ox.RdfFormat.RDF_XML}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def port() -> int:
    return _free_port()


@pytest.fixture(scope="module")
def www(kit: Kit, port: int) -> Iterator[Path]:
    """The folder of a web server: the site under /kg/, the redirect file of the permanent address under /uneg/."""
    place = Path(tempfile.mkdtemp(prefix="kg-www-"))
    place.chmod(0o755)
    list(write_site(kit, place / "kg", ONTOLOGY, f"http://127.0.0.1:{port}/kg"))
    shutil.copytree(place / "kg" / "w3id", place / "uneg")
    yield place
    shutil.rmtree(place, ignore_errors=True)


@pytest.fixture(scope="module")
def site(www: Path) -> Path:
    return www / "kg"


@pytest.fixture(scope="module")
def web(kit: Kit) -> Web:
    return Web(kit.dataset, kit.base)


# -- pages and files -----------------------------------------------------------------------------


def test_every_iri_has_a_page_and_three_rdf_files(site: Path, web: Web) -> None:
    assert len(web.pages()) > 1000
    for iri in web.pages():
        for ending in ("html", *PARSERS):
            assert (site / unquote(web.path(iri, ending))).is_file(), (iri, ending)


def test_every_iri_of_the_dataset_leads_to_a_page(site: Path, kit: Kit, web: Web) -> None:
    """Also those with a fragment, whose page is that of what stands before it."""
    terms = {term.value for quad in kit.dataset.quads for term in (*quad.triple, quad.graph_name) if isinstance(term, ox.NamedNode)}
    ours = {iri for iri in terms if iri.startswith(BASE) and iri != BASE}
    assert len(ours) > 2000
    assert [iri for iri in ours if not (site / unquote(web.path(iri).partition("#")[0])).is_file()] == []


SAMPLE = ("agency/unep", "workstream/img-biodiversity", "cop/cbd-cop15", "document/emg-som28-technical-segment/paragraph/5")


@pytest.mark.parametrize("path", [*SAMPLE, "ontology", "catalog", "dataset"])
def test_the_three_files_say_the_same(site: Path, path: str) -> None:
    hashes = {canonical_hash(ox.parse((site / f"{path}.{ending}").read_bytes(), format=form)) for ending, form in PARSERS.items()}
    assert len(hashes) == 1


@pytest.mark.parametrize("path", SAMPLE)
def test_the_files_say_all_that_is_said_of_an_iri(site: Path, kit: Kit, path: str) -> None:
    iri = ox.NamedNode(BASE + path)
    read = {quad.triple for quad in ox.parse((site / f"{path}.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)}
    said = {quad.triple for quad in kit.dataset.quads if iri in {quad.subject, quad.graph_name}}
    assert said <= read


class Reader(HTMLParser):
    """Collects what a page links to, its ids, its JSON-LD and its errors."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.json_ld = ""
        self._in_json = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if "id" in said:
            self.ids.append(said["id"])
        if tag == "a" and "href" in said:
            self.links.append(said["href"])
        if "src" in said or (tag == "link" and said.get("rel") == "stylesheet"):
            self.loads.append(said.get("src") or said["href"])
        self._in_json = tag == "script" and said.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._in_json:
            self.json_ld += data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._in_json = False


@cache
def read_page(path: Path) -> Reader:
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader


@pytest.fixture(scope="module")
def pages(site: Path) -> list[Path]:
    """The pages of ours: that of the network is made and tested elsewhere."""
    found = [p for p in sorted(site.rglob("*.html")) if p.name != "network.html"]
    assert len(found) > 1500
    return found


def test_every_link_leads_somewhere(site: Path, pages: list[Path], port: int) -> None:
    root = f"http://127.0.0.1:{port}/kg/"
    broken = set()
    for page in pages:
        here = root + page.relative_to(site).as_posix()
        for link in read_page(page).links:
            target, _, fragment = urljoin(here, link).partition("#")
            if not target.startswith(root):
                if not re.match(r"https?://|urn:", link):
                    broken.add((link, "leaves the site"))
                continue
            file = site / unquote(target.removeprefix(root))
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                broken.add((link, "no such file"))
            elif fragment and file.suffix == ".html" and file.name != "network.html" and unquote(fragment) not in read_page(file).ids:
                broken.add((link, "no such place"))
    assert sorted(broken)[:10] == []


def test_ids_are_unique_on_a_page(pages: list[Path]) -> None:
    twice = [(p.name, i) for p in pages for i in set(read_page(p).ids) if read_page(p).ids.count(i) > 1]
    assert twice[:5] == []


def test_nothing_is_loaded_from_elsewhere(pages: list[Path]) -> None:
    assert [load for page in pages for load in read_page(page).loads if "//" in load] == []


def test_each_page_describes_itself_to_search_engines(site: Path, pages: list[Path], web: Web) -> None:
    kinds: set[str] = set()
    for iri in web.pages():
        path = site / unquote(web.path(iri))
        if path.name in {"dataset.html", "catalog.html"}:
            continue
        said = json.loads(read_page(path).json_ld)
        assert said["@context"] == "https://schema.org"
        assert said["@id"] == iri
        assert said["name"]
        kinds.add(said["@type"])
    assert kinds >= {"Organization", "Person", "Event", "Report", "Claim", "CreativeWork"}
    home = json.loads(read_page(site / "index.html").json_ld)
    assert home["@type"] == "Dataset"
    assert {item["encodingFormat"] for item in home["distribution"]} >= {"application/n-quads", "text/turtle"}
    assert pages


def test_the_sitemap_lists_every_page(site: Path, port: int) -> None:
    root = ET.fromstring((site / "sitemap.xml").read_bytes())  # noqa: S314 - a file of ours
    listed = [node.text or "" for node in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    base = f"http://127.0.0.1:{port}/kg/"
    there = {base + p.relative_to(site).as_posix() for p in site.rglob("*.html") if p.name not in {"404.html", "network.html"} and "dataset" not in p.parts}
    assert {re.sub("(?<=/)$", "index.html", url) for url in listed} == there
    assert len(listed) == len(set(listed)) < 50_000
    assert f"Sitemap: {base}sitemap.xml" in (site / "robots.txt").read_text()


def test_the_kit_is_part_of_the_site(site: Path, kit: Kit) -> None:
    for name, data in kit.files.items():
        assert (site / "dataset" / name).read_bytes() == data


@pytest.mark.parametrize("name", sorted(path.stem for path in QUERIES.glob("*.rq")))
def test_each_question_is_answered_on_a_page(site: Path, kit: Kit, name: str) -> None:
    text = (site / "questions" / f"{name}.html").read_text(encoding="utf-8")
    query, result = kit.answers[name]
    assert f"{len(result.rows)} row" in text
    assert "<pre><code>" in text
    assert all(f'<th scope="col">{column}</th>' in text for column in result.columns)
    assert not re.search(r"<td>[\w-]+\|[\w|-]+</td>", text)
    assert query.name in text


def test_what_points_at_a_thing_reads_from_its_side(site: Path) -> None:
    """By the inverse of the property, or with an arrow where it has none."""
    text = (site / "body" / "cbd-cop.html").read_text(encoding="utf-8")
    shown = re.findall(r"<dt><a [^>]*>([^<]+)</a></dt>", text.partition("From elsewhere")[2].partition("</section>")[0])
    assert {"has part", "← session of"} <= set(shown)


def test_the_page_of_the_dataset_leads_to_every_file_of_the_kit(site: Path, kit: Kit) -> None:
    text = (site / "dataset.html").read_text(encoding="utf-8")
    linked = set(re.findall(r'href="dataset/([^"#?]+)"', text))
    assert [name for name in linked if not (site / "dataset" / name).is_file()] == []
    tables = {name for name in kit.files if name.startswith("tables/") and name.endswith(".csv")}
    assert {f"{kit.name}.zip", f"{kit.name}.tar.gz", "dataset.nq", "catalog.ttl"} | tables <= linked
    assert "Who holds which role in what, and which sentence says so?" in text


def test_a_claim_stands_with_its_sentence_and_what_is_implied_is_marked(site: Path) -> None:
    text = (site / "workstream" / "img-biodiversity.html").read_text(encoding="utf-8")
    assert "UNDP presented the progress made by the Issue Management Group (IMG) on Biodiversity" in text
    assert '<span class="badge basis implied">implied</span>' in text
    assert "would extend" in text
    assert "was endorsed at" in text
    assert "effect kind" not in text.partition("<blockquote>")[2].partition("<section")[0]
    assert '<span class="badge status suggested">suggested</span>' in text


def test_a_document_can_be_read_from_beginning_to_end(site: Path, kit: Kit, web: Web) -> None:
    (document,) = [iri for iri in web.pages() if UNEG + "Document" in web.values(iri, "rdf:type")]
    text = read_page(site / web.path(document))
    spans = [iri for iri in web.fragments(document) if "#char=" in iri]
    assert len(spans) > 500
    assert {iri.partition("#")[2] for iri in spans} <= set(text.ids)
    passages = [iri for iri in web.sources(document, "uneg:partOfDocument") if web.value(iri, "uneg:text")]
    linked = {urljoin("x/", link) for link in text.links}
    assert all(any(web.path(p).endswith(link) for link in linked) for p in passages[:40])
    assert kit.dataset


# -- what comes from documents is text -----------------------------------------------------------


def hostile(text: str) -> Dataset:
    head = f"@prefix uneg: <{UNEG}> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix : <{BASE}> .\n"
    body = f"<{BASE}graph/provenance> {{ <{BASE}agency/x> a uneg:UNEntity ; rdfs:label {json.dumps(text)}@en ; uneg:acronym {json.dumps(text)} . }}"
    return Dataset(frozenset(ox.parse(head + body, format=ox.RdfFormat.TRIG)))


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '" onmouseover="alert(1)', "</script><img src=x onerror=alert(1)>", "{{ 7 * 7 }}"])
def test_nothing_in_a_name_becomes_markup(kit: Kit, tmp_path: Path, text: str) -> None:
    files = {name: data for name, data in kit.files.items() if name in {"network.html", "context.jsonld", "catalog.ttl", "validation.ttl"}}
    odd = Kit(hostile(text), BASE, "0", "", False, files, {})  # noqa: FBT003
    list(write_site(odd, tmp_path, ONTOLOGY, BASE))
    page = (tmp_path / "agency" / "x.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert 'onmouseover="' not in page
    assert "49" not in re.sub(r"\d{3,}", "", page.partition("<main")[2].partition("</main>")[0])
    assert json.loads(read_page(tmp_path / "agency" / "x.html").json_ld)["name"] == text


def test_names_in_a_text_are_linked_once_the_longest_first(web: Web) -> None:
    passage = f"{BASE}document/emg-som28-technical-segment/paragraph/5"
    pieces = list(linked_text(web, passage))
    assert "".join(piece for piece, _ in pieces) == web.value(passage, "uneg:text").strip()
    assert ("UNDP", f"{BASE}agency/undp") in pieces
    assert page_of(web, passage).text == tuple(pieces)


# -- stable, and without people ------------------------------------------------------------------


def test_the_same_kit_gives_the_same_site(output: Path, site: Path, port: int, tmp_path: Path, environment: dict[str, str]) -> None:
    code = (
        "from pathlib import Path; from kg.kit import collect; from kg.site import write_site; from kg.resources import folder; "
        f"kit = collect(Path({str(output)!r}), folder('ontology'), folder('queries')); "
        f"list(write_site(kit, Path({str(tmp_path / 'again')!r}), folder('ontology'), 'http://127.0.0.1:{port}/kg/'))"
    )
    subprocess.run([sys.executable, "-c", code], env=environment | {"PYTHONHASHSEED": "5", "LC_ALL": "C"}, check=True, cwd=tmp_path)
    first = {p.relative_to(site): p for p in site.rglob("*") if p.is_file()}
    again = {p.relative_to(tmp_path / "again"): p for p in (tmp_path / "again").rglob("*") if p.is_file()}
    assert first.keys() == again.keys()
    assert [name for name, path in first.items() if again[name].read_bytes() != path.read_bytes()][:5] == []


def test_a_site_without_people_names_nobody(kit: Kit, kit_without_people: Kit, tmp_path: Path) -> None:
    names = {name.casefold() for name in names_of(kit.dataset)}
    assert len(names) >= 121
    list(write_site(kit_without_people, tmp_path, ONTOLOGY))
    everything = "\n".join(p.read_text(encoding="utf-8") for p in sorted(tmp_path.rglob("*")) if p.is_file() and p.suffix not in {".gz", ".zip"}).casefold()
    assert [name for name in sorted(names) if name in everything] == []
    assert not (tmp_path / "person").exists()
    assert (tmp_path / "dataset" / "without-people" / "catalog.ttl").is_file()
    assert (tmp_path / "dataset" / "without-people.html").is_file()


@pytest.mark.parametrize("url", ["ftp://example.org/", "example.org", "https://example.org/?x", "https://exa mple.org/", ""])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(OutputError, match="--site-url"):
        checked_url(url)


def test_the_redirect_file_goes_nowhere_else() -> None:
    text = w3id_htaccess(BASE, "https://example.org/kg/")
    assert "https://example.org/kg/$1.ttl [R=303,L]" in text
    assert set(re.findall(r"https?://[^/\s]+", text)) <= {"https://example.org", "https://w3id.org"}
    assert "RewriteBase /kg/" in site_htaccess("https://example.org/kg/")


# -- a real web server ---------------------------------------------------------------------------

APACHE = shutil.which("apache2", path=os.environ.get("PATH", "") + ":/usr/sbin")
MODULES = Path("/usr/lib/apache2/modules")
needs_apache = pytest.mark.skipif(
    not (APACHE and MODULES.is_dir()) and not os.environ.get("KG_REQUIRE_APACHE"), reason="apache2 is not installed: apt-get install apache2"
)


def served(command: list[str | None], port: int, run: Path) -> Iterator[str]:
    """Start a web server, give its address when it answers, end it and take its folder away."""
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        for _ in range(100):
            try:
                with socket.create_connection(("127.0.0.1", port), timeout=1):
                    break
            except OSError:
                time.sleep(0.1)
                assert process.poll() is None, process.stdout.read().decode() if process.stdout else ""
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)
        if process.stdout:
            process.stdout.close()
        shutil.rmtree(run, ignore_errors=True)



@pytest.fixture(scope="module")
def server(www: Path, port: int) -> Iterator[str]:
    assert APACHE, "apache2 is not installed: apt-get install apache2"
    run = Path(tempfile.mkdtemp(prefix="kg-apache-"))
    modules = ("mpm_event", "authz_core", "dir", "mime", "rewrite", "headers", "unixd")
    present = [name for name in modules if (MODULES / f"mod_{name}.so").exists()]
    lines = [f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in present]
    lines += [f"ServerRoot {run}", "ServerName localhost", f"Listen 127.0.0.1:{port}", f"PidFile {run}/pid", f"ErrorLog {run}/log"]
    lines += ["User www-data", "Group www-data"] if os.geteuid() == 0 else []
    lines += [f"DocumentRoot {www}", f"<Directory {www}>", "AllowOverride All", "Options FollowSymLinks", "Require all granted", "</Directory>"]
    lines += ["TypesConfig /etc/mime.types"] if Path("/etc/mime.types").exists() else ["AddType text/html .html", "TypesConfig /dev/null"]
    (run / "conf").write_text("\n".join(lines) + "\n")
    yield from served([APACHE, "-d", str(run), "-f", str(run / "conf"), "-DFOREGROUND"], port, run)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object, **__: object) -> None:
        return None


def get(url: str, accept: str | None = None, *, follow: bool = True) -> tuple[int, dict[str, str], bytes, str]:
    request = urllib.request.Request(url, headers={"Accept": accept} if accept is not None else {})  # noqa: S310
    opener = urllib.request.build_opener() if follow else urllib.request.build_opener(_NoRedirect)
    try:
        with opener.open(request, timeout=20) as answer:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read(), answer.url
    except urllib.error.HTTPError as error:
        with error:
            return error.code, {k.lower(): v for k, v in error.headers.items()}, error.read(), url


ACCEPTS = [
    (None, "html"),
    ("*/*", "html"),
    ("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8", "html"),
    ("text/turtle", "ttl"),
    ("application/x-turtle", "ttl"),
    ("application/ld+json", "jsonld"),
    ("application/json", "jsonld"),
    ("application/rdf+xml", "rdf"),
    ("text/turtle, application/rdf+xml;q=0.9, */*;q=0.1", "ttl"),
    ("application/rdf+xml, text/turtle;q=0.7", "rdf"),
    ("text/html;q=0.2, application/ld+json;q=0.9", "jsonld"),
    ("text/html;q=0.9, text/turtle;q=0.3", "html"),
    ("application/rdf+xml;q=0.5,text/rdf+n3;q=0.8,text/turtle;q=1.0", "ttl"),
    ("text/turtle;charset=utf-8", "ttl"),
    ("text/turtle;q=0, text/html", "html"),
    ("text/turtle;q=0.0", "html"),
    ("TEXT/TURTLE", "ttl"),
    ("image/png", "html"),
]


@needs_apache
@pytest.mark.parametrize("start", ["/uneg/", "/kg/"])
@pytest.mark.parametrize(("accept", "ending"), ACCEPTS)
def test_an_iri_answers_with_the_form_that_is_asked_for(server: str, start: str, accept: str | None, ending: str) -> None:
    """At the permanent address, through its redirect file, and at the site itself."""
    status, headers, _, _ = get(f"{server}{start}agency/unep", accept, follow=False)
    assert (status, headers["location"]) == (303, f"{server}/kg/agency/unep.{ending}")
    assert "accept" in headers["vary"].lower()
    assert headers["access-control-allow-origin"] == "*"


MEDIA = {"html": "text/html", "ttl": "text/turtle", "jsonld": "application/ld+json", "rdf": "application/rdf+xml"}


@needs_apache
@pytest.mark.parametrize("ending", list(MEDIA))
@pytest.mark.parametrize("path", [*SAMPLE, "ontology", "ontology/0.1.0", "dataset", "catalog", "graph/provenance"])
def test_what_is_behind_an_iri_has_its_media_type(server: str, path: str, ending: str) -> None:
    status, headers, body, url = get(f"{server}/uneg/{path}", MEDIA[ending])
    assert status == 200, url
    assert headers["content-type"].partition(";")[0] == MEDIA[ending]
    if ending in PARSERS:
        assert list(ox.parse(body, format=PARSERS[ending]))


@needs_apache
def test_every_tenth_iri_resolves_through_the_redirect_file(server: str, web: Web) -> None:
    iris = web.pages()[::10]
    assert len(iris) > 100
    for iri in iris:
        status, headers, body, _ = get(server + "/uneg/" + iri.removeprefix(BASE), "text/turtle")
        assert (status, headers["content-type"].partition(";")[0]) == (200, "text/turtle"), iri
        assert iri.encode() in body or b"uneg:" in body


FILES = [
    ("", "text/html"), ("agency/", "text/html"), ("dataset/dataset.nq", "application/n-quads"), ("dataset/dataset.trig", "application/trig"),
    ("dataset/graph.nt", "application/n-triples"), ("dataset/tables/roles.csv", "text/csv"), ("context.jsonld", "application/ld+json"),
    ("catalog.ttl", "text/turtle"), ("sitemap.xml", "application/xml"), ("network.html", "text/html"),
]  # fmt: skip


@needs_apache
@pytest.mark.parametrize("start", ["/uneg/", "/kg/"])
@pytest.mark.parametrize(("path", "media"), FILES)
def test_files_are_served_as_they_are(server: str, start: str, path: str, media: str) -> None:
    status, headers, body, _ = get(f"{server}{start}{path}")
    assert (status, headers["content-type"].partition(";")[0].replace("text/xml", "application/xml")) == (200, media)
    assert body


@needs_apache
def test_a_folder_without_its_slash_and_what_is_not_there(server: str) -> None:
    assert get(f"{server}/kg/agency", "text/html")[3] == f"{server}/kg/agency/"
    status, _, body, _ = get(f"{server}/kg/agency/nobody-at-all", "text/html")
    assert status == 404
    assert b"There is no such page" in body
    assert get(f"{server}/uneg/agency/nobody-at-all", "text/html")[0] == 404


# -- another web server --------------------------------------------------------------------------

NGINX = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin")
needs_nginx = pytest.mark.skipif(not NGINX and not os.environ.get("KG_REQUIRE_NGINX"), reason="nginx is not installed: apt-get install nginx")


@pytest.fixture(scope="module")
def nginx(www: Path) -> Iterator[str]:
    assert NGINX, "nginx is not installed: apt-get install nginx"
    port, run = _free_port(), Path(tempfile.mkdtemp(prefix="kg-nginx-"))
    paths = "".join(f"{name}_temp_path {run}/{name}; " for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    server = f"server {{ listen 127.0.0.1:{port}; root {www}; include {www}/kg/nginx.conf; }}"
    lines = ["user www-data;"] if os.geteuid() == 0 else []
    lines += ["daemon off;", f"pid {run}/pid;", f"error_log {run}/log;", "events {}", f"http {{ access_log off; {paths} {server} }}"]
    (run / "conf").write_text("\n".join(lines) + "\n")
    yield from served([NGINX, "-p", str(run), "-c", str(run / "conf")], port, run)


@needs_nginx
@pytest.mark.parametrize(("accept", "ending"), ACCEPTS)
def test_nginx_answers_with_the_form_that_is_asked_for(nginx: str, accept: str | None, ending: str) -> None:
    for path in ("agency/unep", "agency/unep/", "document/emg-som28-technical-segment"):
        status, headers, _, _ = get(f"{nginx}/kg/{path}?x=/y", accept, follow=False)
        assert (status, headers["location"]) == (303, f"{nginx}/kg/{path.rstrip('/')}.{ending}")
        assert "accept" in headers["vary"].lower()
        assert headers["access-control-allow-origin"] == "*"


@needs_nginx
@pytest.mark.parametrize("ending", list(MEDIA))
@pytest.mark.parametrize("path", [*SAMPLE, "ontology", "ontology/0.1.0", "dataset", "catalog", "graph/provenance"])
def test_nginx_knows_the_media_types(nginx: str, path: str, ending: str) -> None:
    status, headers, body, url = get(f"{nginx}/kg/{path}", MEDIA[ending])
    assert (status, headers["content-type"].partition(";")[0]) == (200, MEDIA[ending]), url
    if ending in PARSERS:
        assert list(ox.parse(body, format=PARSERS[ending]))


@needs_nginx
def test_nginx_resolves_every_tenth_iri(nginx: str, web: Web) -> None:
    for iri in web.pages()[::10]:
        status, headers, _, _ = get(nginx + "/kg/" + iri.removeprefix(BASE), "text/turtle")
        assert (status, headers["content-type"].partition(";")[0]) == (200, "text/turtle"), iri


@needs_nginx
@pytest.mark.parametrize(("path", "media"), FILES)
def test_nginx_serves_files_as_they_are(nginx: str, path: str, media: str) -> None:
    status, headers, body, _ = get(f"{nginx}/kg/{path}")
    assert (status, headers["content-type"].partition(";")[0].replace("text/xml", "application/xml")) == (200, media)
    assert body


@needs_nginx
def test_nginx_finds_lists_and_says_what_is_not_there(nginx: str) -> None:
    assert get(f"{nginx}/kg/agency", "text/html")[3] == f"{nginx}/kg/agency/"
    for path in ("agency/nobody-at-all", "agency/nobody-at-all/", "nginx.conf", ".htaccess/x"):
        status, headers, body, _ = get(f"{nginx}/kg/{path}", "text/html")
        assert (status, b"There is no such page" in body) == (404, True), path
        assert headers["content-type"].startswith("text/html")


@needs_nginx
@pytest.mark.parametrize("path", ["//example.org/%2e%2e/kg/agency/unep", "/kg//example.org/../agency/unep", "/kg/agency/unep%0d%0aX-Evil:%201"])
def test_nginx_redirects_nowhere_else(nginx: str, path: str) -> None:
    status, headers, _, _ = get(nginx + path, follow=False)
    assert headers.get("location", nginx + "/").startswith(nginx + "/")
    assert "x-evil" not in headers
    assert status in {303, 400, 404}


# -- in a browser --------------------------------------------------------------------------------

CHROMIUM = shutil.which("chromium")
needs_browser = pytest.mark.skipif(not CHROMIUM and not os.environ.get("KG_REQUIRE_BROWSER"), reason="chromium is not installed")
VIEWS = (
    "index.html",
    "workstream/img-biodiversity.html",
    "document/emg-som28-technical-segment.html",
    "questions/decisions.html",
    "ontology.html",
    "dataset.html",
)


@needs_apache
@needs_browser
@pytest.mark.browser
@pytest.mark.parametrize(("width", "height"), [(1400, 900), (390, 844)])
def test_pages_fit_the_screen_and_load_without_an_error(server: str, width: int, height: int) -> None:
    from playwright.sync_api import sync_playwright

    errors: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": width, "height": height})
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" and "favicon" not in str(message.location) else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        for path in VIEWS:
            page.goto(f"{server}/kg/{path}")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            assert page.evaluate("document.querySelectorAll('h1').length") == 1, path
        page.goto(f"{server}/kg/index.html")
        page.locator("#find").fill("biodiv")
        assert page.locator("#found a").first.text_content()
        page.locator("#find").press("Enter")
        page.wait_for_url(re.compile(r"/kg/\w+/.+\.html"))
        browser.close()
    assert errors == []
