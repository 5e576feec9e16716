"""To take away: the query whose rows are what is shown, CSV, SVG, PNG, GraphML, and how to cite it."""

from __future__ import annotations

import csv
import io
import struct
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from kg.network import layout
from kg.query import run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    Open = Callable[..., Page]

pytestmark = pytest.mark.browser


# ── SPARQL ───────────────────────────────────────────────────────────────────────────────────────

SHOWN = """edges.filter((edge) => isShown.edge(edge)).map((edge) =>
    [nodeById.get(edge.from).iri, edge.role, nodeById.get(edge.to).iri, edge.basis, edge.status, edge.document, edge.paragraph, edge.quote])"""
OF_NODE = """nodeById.get(page.selected().node).edges.map((edge) =>
    [nodeById.get(edge.from).iri, edge.role, nodeById.get(edge.to).iri, edge.basis, edge.status, edge.document, edge.paragraph, edge.quote])"""
OF_EVENTS = """timeline.shownEvents().map((event) => [nodeById.get(event.workstream).iri, event.effect, event.status,
    event.successor ? nodeById.get(event.successor).iri : "", event.document, event.paragraph, event.quote])"""
STATES = [
    ("", SHOWN),  # everything that is shown at the start
    ("hide-basis=implied", SHOWN),
    ("hide-basis=stated", SHOWN),
    ("hide-status=-", SHOWN),
    ("hide-status=suggested", SHOWN),
    ("hide-legend=link", SHOWN),
    ("hide-legend=reporting,proposer,co-chair", SHOWN),
    ("hide-legend=reporting,proposer,co-chair,collaborator,secretariat", SHOWN),
    ("hide-group=idle,other", SHOWN),
    ("hide-group=idle,led,open", SHOWN),
    ("hide-type=UN entity", SHOWN),
    ("only=agency/undp,workstream/img-biodiversity,mechanism/emg", SHOWN),
    ("without=mechanism/emg", SHOWN),
    ("hide-basis=implied&hide-group=idle,agency&hide-status=-", SHOWN),
    ("view=timeline", OF_EVENTS),
    ("view=timeline&hide-status=suggested", OF_EVENTS),
    ("view=timeline&hide-group=idle,open", OF_EVENTS),
]


@pytest.fixture(scope="module")
def whole(browser: Browser, shipped: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:  # noqa: ANN401 - the fixture of this folder
    """The page of the shipped report, opened once."""
    from kg.network import to_html

    file = tmp_path_factory.mktemp("shipped") / "network.html"
    file.write_text(to_html(shipped.network, layout(shipped.network), shipped.background), encoding="utf-8")
    context = browser.new_context(viewport={"width": 1400, "height": 900}, reduced_motion="reduce", offline=True, accept_downloads=True)
    page = context.new_page()
    page.goto(file.as_uri())
    yield page
    context.close()


def plain(row: list[Any]) -> tuple[str, ...]:
    """Return a row with the last part of the document's IRI and with single blanks."""
    texts = [" ".join(str(cell).split()) for cell in row]
    return tuple(text.rpartition("/")[2] if "/document/" in text and "#" not in text else text for text in texts)


@pytest.mark.parametrize(("fragment", "rows"), STATES, ids=[fragment or "start" for fragment, _ in STATES])
def test_the_query_gives_the_rows_that_are_shown(whole: Page, shipped: Any, fragment: str, rows: str) -> None:  # noqa: ANN401 - the fixture of this folder
    whole.evaluate(f"location.hash = {fragment!r}")
    whole.wait_for_timeout(50)
    expected = {plain(row) for row in whole.evaluate(rows)}
    whole.click("#open-sparql")
    query, note = whole.input_value("#sparql-text"), whole.locator("#sparql-note").inner_text()
    whole.click("#sparql [data-dismiss]")
    found = {plain(list(row.values())) for row in run(shipped.store, query).records()} if query else set()
    assert found == expected
    assert expected
    assert f": {len(expected)} " in note


@pytest.mark.parametrize("key", ["agency/undp", "mechanism/emg", "workstream/img-biodiversity"])
def test_the_query_of_a_choice_gives_its_statements(whole: Page, shipped: Any, key: str) -> None:  # noqa: ANN401 - the fixture of this folder
    whole.evaluate(f"location.hash = {key!r}")
    whole.wait_for_timeout(50)
    expected = {plain(row) for row in whole.evaluate(OF_NODE)}
    whole.click("#open-sparql")
    whole.click("#sparql-note button")
    query = whole.input_value("#sparql-text")
    whole.click("#sparql [data-dismiss]")
    assert {plain(list(row.values())) for row in run(shipped.store, query).records()} == expected
    assert expected


def test_the_query_of_one_statement_gives_one_row(whole: Page, shipped: Any) -> None:  # noqa: ANN401 - the fixture of this folder
    whole.evaluate("location.hash = ''")
    whole.evaluate("page.choose({ edge: edges.find((edge) => edge.role === 'co-chair').id })")
    whole.click("#open-sparql")
    whole.click("#sparql-note button")
    query = whole.input_value("#sparql-text")
    whole.click("#sparql [data-dismiss]")
    assert len(run(shipped.store, query).rows) == 1


# ── files ────────────────────────────────────────────────────────────────────────────────────────


def taken(page: Page, form: str) -> bytes:
    """Press a button of the dialog and return the file that comes."""
    if not page.locator("#take").is_visible():
        page.click("#open-take")
    with page.expect_download() as waiting:
        page.click(f"[data-take={form}]")
    return Path(waiting.value.path()).read_bytes()


def test_csv_holds_what_is_shown(open_page: Open) -> None:
    page = open_page()
    page.click(".chip[data-value=implied]")
    rows = list(csv.DictReader(io.StringIO(taken(page, "csv").decode(), newline="")))
    assert len(rows) == 5
    assert {row["basis"] for row in rows} == {"stated"}
    assert {row["agentLabel"] for row in rows if row["role"] == "secretariat"} == {"Secretariat of the Environment Management Group"}


@pytest.mark.parametrize(("view", "header", "count"), [("matrix", "organization", 5), ("timeline", "workstream", 3)])
def test_csv_of_a_view_is_that_view(open_page: Open, view: str, header: str, count: int) -> None:
    page = open_page(fragment=f"#view={view}")
    rows = list(csv.reader(io.StringIO(taken(page, "csv").decode(), newline="")))
    assert rows[0][0] == header
    assert len(rows) == count + 1


def test_a_spreadsheet_finds_no_formula(open_page: Open) -> None:
    page = open_page()
    assert page.evaluate("edges[0].quote = '=HYPERLINK(1)', 1") == 1
    assert ",'=HYPERLINK(1)\r\n" in taken(page, "csv").decode()


def test_svg_is_the_picture_as_vectors(open_page: Open) -> None:
    page = open_page()
    root = ET.fromstring(taken(page, "svg"))  # noqa: S314 - our own file
    space = "{http://www.w3.org/2000/svg}"
    titles = [title.text for title in root.iter(f"{space}title")]
    assert {"United Nations Development Programme", "Issue Management Group on Biodiversity"} <= set(titles)
    assert len(titles) == 1 + 8 + 7  # the page, its nodes, its statements
    circle = next(
        group for group in root.iter(f"{space}g") if any(title.text == "United Nations Development Programme" for title in group.findall(f"{space}title"))
    )
    at = page.evaluate("(() => { const node = nodes.find((node) => node.acronym === 'UNDP'); return [node.x, node.y] })()")
    assert [float(circle[0].get(axis, "nan")) for axis in ("cx", "cy")] == pytest.approx(at)
    assert not list(root.iter(f"{space}image"))
    assert "dataset version 0.1.0+0123abcd" in "".join(root.itertext())


def test_png_is_the_picture_in_good_resolution(open_page: Open) -> None:
    data = taken(open_page(), "png")
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    wide, high = struct.unpack(">II", data[16:24])
    assert wide > 900
    assert high > 500
    assert len(data) > 20_000


def test_graphml_of_what_is_shown_reads_back(open_page: Open) -> None:
    page = open_page()
    page.click(".chip[data-facet=legend][data-value=link]")
    graph = nx.read_graphml(io.BytesIO(taken(page, "graphml")))
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (8, 6)
    assert {data["label"] for _, data in graph.nodes(data=True)} >= {"United Nations Environment Programme"}


def test_cite_this_names_document_paragraph_version_and_address(open_page: Open) -> None:
    page = open_page(fragment="#agency/undp~reporting~workstream/img-biodiversity~5")
    page.click("#open-take")
    cited = page.input_value("#cite-text")
    for part in (
        "UNDP reported on the Issue Management Group on Biodiversity.",
        "“UNDP presented the progress made",
        "Report of the meeting, R.1, 2022-10-13, paragraph 5.",
        "https://w3id.org/uneg/document/report",
        "dataset version 0.1.0+0123abcd, CC BY 4.0.",
        "network.html#agency/undp~reporting",
    ):
        assert part in cited
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("button", name="Copied").wait_for()
    page.keyboard.press("Escape")
    assert page.locator("#take").is_hidden()
    assert page.locator("#details").is_visible()
