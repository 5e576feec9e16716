"""The network: what it is made of, where it stands, and the page people open (in headless Chromium)."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.network import placing as network_layout
from kg.network import polish as network_polish
from kg.network import Edge, Network, Node, _box, layout, network_of, node_groups, to_gexf, to_graphml, to_html, to_networkx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    Row = dict[str, str]
    Open = Callable[..., Page]

BASE = "https://w3id.org/uneg/"
UNEG = BASE + "ontology#"
REPORT = BASE + "document/report"
CO_CHAIRED = "In line with this, the IMG has established working groups co-chaired by UNDP, UNEP and UNESCO that promote:"
PRESENTED = "UNDP presented the progress made by the Issue Management Group (IMG) on Biodiversity."
SECRETARIAT = "Agree that the EMG Secretariat will continue to provide secretariat support to the Sustainability Strategy."
HOSTILE = """</script><img src=x onerror="window.hacked=1"><script>window.hacked=2</script>'"{{7*7}}"""

LABELS = {
    "agency/undp": ("United Nations Development Programme", "UNDP", "UNEntity", ""),
    "agency/unep": (
        "United Nations Environment Programme",
        "UNEP",
        "UNEntity",
        "UN Environment|Programme des Nations Unies pour l’environnement",
    ),
    "agency/unesco": ("United Nations Educational, Scientific and Cultural Organization", "UNESCO", "UNEntity", ""),
    "agency/emg-secretariat": ("Secretariat of the Environment Management Group", "EMG Secretariat", "Secretariat", ""),
    "agency/wipo": ("World Intellectual Property Organization", "WIPO", "UNEntity", ""),
    "workstream/img-biodiversity": ("Issue Management Group on Biodiversity", "", "IssueManagementGroup", "IMG on Biodiversity"),
    "workstream/wg-decade": ("Working group on the UN Decade on Ecosystem Restoration", "", "WorkingGroup", ""),
    "workstream/task-team": ("Sustainability strategy task team", "", "TaskTeam", ""),
    "instrument/strategy": ("UN Sustainability Strategy", "", "PolicyFramework", ""),
    "person/chair": ("A Chair", "", "Person", ""),
    "meeting/som": ("A Meeting", "", "Meeting", ""),
}
ROLES = [  # agent, role, target, basis, paragraph, quote, status, collective
    ("agency/undp", "co-chair", "workstream/wg-decade", "stated", "5", CO_CHAIRED, "", "true"),
    ("agency/unep", "co-chair", "workstream/wg-decade", "stated", "5", CO_CHAIRED, "", "true"),
    ("agency/unesco", "co-chair", "workstream/wg-decade", "stated", "5", CO_CHAIRED, "", "true"),
    ("agency/undp", "reporting", "workstream/img-biodiversity", "implied", "5", PRESENTED, "", "false"),
    ("agency/undp", "reporting", "workstream/wg-decade", "implied", "6", "UNDP spoke of the Decade.", "", "false"),
    ("agency/emg-secretariat", "secretariat", "instrument/strategy", "stated", "Consultations b", SECRETARIAT, "suggested", "false"),
    ("person/chair", "chair", "meeting/som", "stated", "1", "introductory remarks by the Chair", "", "false"),
    ("agency/unep", "participant", "meeting/som", "stated", "Annex I 1", "(UNEP)", "", "false"),
]


def rows() -> tuple[list[Row], list[Row], list[Row], list[Row]]:
    """Return rows as the saved queries give them: roles, workstream-leads, entities, workstream-links."""
    names = ("agent", "role", "target", "basis", "paragraph", "quote", "status", "collective")
    roles: list[Row] = []
    for values in ROLES:
        row = dict(zip(names, values, strict=True))
        ends = {end: BASE + row[end] for end in ("agent", "target")}
        labels = {f"{end}Label": LABELS[row[end]][0] for end in ("agent", "target")}
        roles.append({**row, **ends, **labels, "document": REPORT})
    leads = []
    for path, (label, *_) in LABELS.items():
        if path.startswith("workstream/"):
            mine = [row for row in roles if row["target"] == BASE + path] or [{"agent": "", "role": "", "basis": ""}]
            leads += [
                {"workstream": BASE + path, "workstreamLabel": label, "agency": row["agent"], "role": row["role"], "basis": row["basis"]}
                for row in mine
            ]
    entities = [
        {"entity": BASE + path, "type": UNEG + kind, "label": label, "acronym": acronym, "mentions": "2", "aliases": aliases, "identifiers": "http://www.wikidata.org/entity/Q1" if path == "agency/unep" else ""}
        for path, (label, acronym, kind, aliases) in LABELS.items()
    ]  # fmt: skip
    img, decade = BASE + "workstream/img-biodiversity", BASE + "workstream/wg-decade"
    said = {"workstream": decade, "other": img, "paragraph": "5", "quote": CO_CHAIRED}
    links = [
        {**said, "relation": "established-by"},
        {**said, "relation": "part-of"},  # the same sentence: one link
        {**said, "relation": "part-of", "quote": ""},  # no sentence: no link
        {**said, "relation": "implements", "other": "http://metadata.un.org/sdg/15"},  # not in the picture
    ]
    return roles, leads, entities, links


@pytest.fixture(scope="module")
def network() -> Network:
    """Return a small network cut from the report."""
    return network_of(*rows(), title="Who does what", subtitle="A report")


def hostile_network() -> Network:
    """Return a network in which every text tries to be markup, and breaks XML."""
    text = HOSTILE + "\x00\x1b"
    node = Node(f"{BASE}agency/{text}", text, text, "agency", text, (text,), (text, "javascript:window.hacked=3"))
    stream = Node(f"{BASE}workstream/{text}", text, text, "workstream", text)
    edge = Edge(node.iri, stream.iri, text, text, text, collective=True, document=text, paragraph=text, quote=text, sentence=text)
    return Network(text, text, (node, stream), (edge,))


def scripts_in(page: str) -> tuple[int, int]:
    """Count what begins and what ends a script."""
    return page.lower().count("<script"), page.lower().count("</script")


def crowd(agencies: int, workstreams: int) -> Network:
    """Return a network of some size whose parts hang together like those of a report."""
    nodes = [Node(f"{BASE}agency/a{n}", f"Agency {n}", f"A{n}", "agency", "UN entity") for n in range(agencies)]
    nodes += [
        Node(f"{BASE}workstream/w{n}", f"Working group on subject number {n}", "", "workstream", "Working group")
        for n in range(workstreams)
    ]
    pairs = [(n * n % agencies, agencies + n) for n in range(workstreams)] + [
        (n * 7 % agencies, agencies + n) for n in range(0, workstreams, 3)
    ]
    edges = [
        Edge(nodes[a].iri, nodes[b].iri, "lead", "stated", "", collective=False, document=REPORT, paragraph="1", quote="q", sentence="s")
        for a, b in pairs
    ]
    return Network("Crowd", "", tuple(nodes), tuple(edges))


# ── what it is made of ───────────────────────────────────────────────────────────────────────────


def test_nodes_are_organizations_and_their_work_not_people_or_meetings(network: Network) -> None:
    assert [node.iri.removeprefix(BASE) for node in network.nodes] == [
        "agency/emg-secretariat", "agency/undp", "agency/unep", "agency/unesco", "agency/wipo",
        "workstream/img-biodiversity", "workstream/task-team", "workstream/wg-decade", "instrument/strategy",
    ]  # fmt: skip


def test_a_lead_is_stated_only_by_a_stated_leading_role(network: Network) -> None:
    groups = {iri.removeprefix(BASE): group for iri, group in node_groups(network).items()}
    assert {path: group for path, group in groups.items() if path.startswith("workstream/")} == {
        "workstream/img-biodiversity": "open",  # UNDP merely reported
        "workstream/task-team": "nobody",
        "workstream/wg-decade": "led",
    }
    assert groups["agency/wipo"] == "idle"
    assert [node.iri for node in network.nodes if node.lead_stated] == [BASE + "workstream/wg-decade"]


SENTENCES = [
    (PRESENTED, "UNDP reported on the Issue Management Group on Biodiversity. A leading role is implied, not stated."),
    (SECRETARIAT, "EMG Secretariat provides the secretariat of the UN Sustainability Strategy. This is suggested, not yet decided."),
    (CO_CHAIRED, "UNDP co-chairs the Working group on the UN Decade on Ecosystem Restoration, together with others."),
    (CO_CHAIRED, "The Issue Management Group on Biodiversity established the Working group on the UN Decade on Ecosystem Restoration."),
]


@pytest.mark.parametrize(("quote", "sentence"), SENTENCES)
def test_every_edge_says_in_a_sentence_what_its_quote_supports(network: Network, quote: str, sentence: str) -> None:
    assert sentence in {edge.sentence for edge in network.edges if edge.quote == quote}


def test_the_order_of_rows_does_not_matter(network: Network) -> None:
    shuffled = [table[::-1] for table in rows()]
    assert network_of(*shuffled, title="Who does what", subtitle="A report") == network


def test_columns_the_contract_does_not_promise_may_be_missing() -> None:
    roles, leads, entities, links = rows()
    extra = ("status", "collective", "aliases", "identifiers")
    bare = [[{key: value for key, value in row.items() if key not in extra} for row in table] for table in (roles, leads, entities, links)]
    network = network_of(*bare)
    assert len(network.edges) == 7
    assert not any(edge.status or edge.collective for edge in network.edges)


def test_no_rows_give_an_empty_network_and_a_page() -> None:
    empty = network_of([], [], [])
    assert (empty.nodes, empty.edges) == ((), ())
    assert "Who does what" in to_html(empty, layout(empty))


# ── where it stands ──────────────────────────────────────────────────────────────────────────────


def overlaps(network: Network, positions: dict[str, tuple[float, float]]) -> int:
    """Count pairs of nodes whose symbols and captions cover each other."""
    boxes = []
    for node in network.nodes:
        (x, y), box = positions[node.iri], _box(node, loose=False)
        boxes.append((x, y + box.drop, box.width, box.height))
    return sum(abs(a[0] - b[0]) < (a[2] + b[2]) / 2 and abs(a[1] - b[1]) < (a[3] + b[3]) / 2 for a, b in combinations(boxes, 2))


@pytest.mark.parametrize("crowded", [crowd(3, 4), crowd(14, 24), crowd(40, 120)], ids=lambda network: f"{len(network.nodes)} nodes")
def test_no_caption_covers_another(crowded: Network) -> None:
    positions = layout(crowded)
    assert set(positions) == {node.iri for node in crowded.nodes}
    assert overlaps(crowded, positions) == 0
    wide, high = (max(p[axis] for p in positions.values()) - min(p[axis] for p in positions.values()) for axis in (0, 1))
    assert 0.5 < wide / high < 3  # the shape of a screen, not a thread


def test_layout_is_the_same_twice_and_leaves_its_argument(network: Network) -> None:
    previous = dict(layout(network))
    kept = dict(previous)
    assert layout(network) == previous
    assert layout(network, previous) == previous
    assert previous == kept


def test_a_new_workstream_moves_nobody() -> None:
    old = crowd(6, 10)
    new = crowd(6, 11)
    before = layout(old)
    after = layout(new, before)
    assert {iri: after[iri] for iri in before} == before
    assert overlaps(new, after) == 0


def test_polishing_takes_crossings_out() -> None:
    square = [(50.0, 50.0), (250.0, 50.0), (50.0, 150.0), (250.0, 150.0)]
    links = [(0, 3), (1, 2)]  # the diagonals
    points = network_polish.Picture(list(square), [(20.0, 10.0, 20.0)] * 4, links, (300.0, 200.0)).polished()
    assert network_polish.crosses(square[0], square[3], square[1], square[2])
    assert not network_polish.crosses(points[0], points[3], points[1], points[2])


def test_layout_needs_no_numbers_that_differ_between_machines() -> None:
    source = Path(network_layout.__file__).read_text(encoding="utf-8") + Path(network_polish.__file__).read_text(encoding="utf-8")
    assert not re.search(r"\b(random|numpy|scipy|sin|cos|exp|log|pow|time)\b(?=[.(]| import)", source)


SCRIPT = """
import hashlib, sys
sys.path[:0] = {path!r}
from test_network import *
network = network_of(*rows())
positions = layout(network)
for data in (to_html(network, positions).encode(), to_graphml(network), to_gexf(network, positions)):
    print(hashlib.sha256(data).hexdigest())
"""


def test_every_file_is_the_same_byte_for_byte_whatever_the_hash_seed() -> None:
    script = SCRIPT.format(path=[str(Path(__file__).parent), str(Path(__file__).parents[1])])
    runs = [
        subprocess.run([sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True).stdout.split()
        for seed in ("1", "2")
    ]  # fmt: skip
    assert len(runs[0]) == 3
    assert runs[0] == runs[1]
    network = network_of(*rows())
    assert hashlib.sha256(to_graphml(network)).hexdigest() == runs[0][1]


# ── exchange files ───────────────────────────────────────────────────────────────────────────────


def test_networkx_keeps_every_statement_with_plain_attributes(network: Network) -> None:
    graph = to_networkx(network)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (len(network.nodes), len(network.edges)) == (9, 7)
    undp, decade = BASE + "agency/undp", BASE + "workstream/wg-decade"
    assert {data["role"] for data in graph.get_edge_data(undp, decade).values()} == {"co-chair", "reporting"}
    values = [value for _, data in graph.nodes(data=True) for value in data.values()]
    values += [value for *_, data in graph.edges(data=True) for value in data.values()]
    assert {type(value) for value in values} == {str, bool}


@pytest.mark.parametrize(("write", "read"), [(to_graphml, nx.read_graphml), (to_gexf, nx.read_gexf)])
def test_exchange_files_read_back(network: Network, write: Callable[[Network], bytes], read: Callable[[io.BytesIO], Any]) -> None:
    back = read(io.BytesIO(write(network)))
    assert (back.number_of_nodes(), back.number_of_edges()) == (9, 7)
    assert back.nodes[BASE + "agency/unep"]["label"] == "United Nations Environment Programme"
    quotes = {data["quote"] for *_, data in back.edges(data=True)}
    assert {PRESENTED, SECRETARIAT, CO_CHAIRED} <= quotes


def test_gexf_has_no_date_and_stands_as_the_page_does(network: Network) -> None:
    positions = layout(network)
    data = to_gexf(network, positions)
    assert b"lastmodified" not in data
    places = [place.attrib for place in ET.fromstring(data).iter("{http://www.gexf.net/1.2draft/viz}position")]  # noqa: S314 - our own file
    assert [(float(place["x"]), -float(place["y"])) for place in places] == [positions[node.iri] for node in network.nodes]


@settings(max_examples=25, deadline=None)
@given(text=st.text(alphabet=st.characters(codec=None), max_size=40))
def test_any_text_at_all_makes_valid_files(text: str) -> None:
    network = Network(text, text, (Node("i", text, text, "agency", text), Node("j", text, text, "workstream", text)), ())
    for data in (to_graphml(network), to_gexf(network)):
        ET.fromstring(data)  # noqa: S314 - our own file
    page = to_html(network, layout(network))
    page.encode("utf-8")
    assert scripts_in(page) == scripts_in(to_html(network_of([], [], []), {}))


# ── the page as text ─────────────────────────────────────────────────────────────────────────────


def test_the_page_names_no_other_file_and_forbids_every_request(network: Network) -> None:
    page = to_html(network, layout(network))
    assert "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:" in page
    assert not re.search(r"<(?:script|img|iframe|link)\b[^>]*\b(?:src|href)=\"(?!data:)", page)
    assert "bootstrap" not in page.lower()


def test_hostile_text_never_becomes_markup() -> None:
    network = hostile_network()
    page = to_html(network, layout(network))
    assert "<img src=x" not in page
    assert scripts_in(page) == scripts_in(to_html(network_of([], [], []), {}))


# ── the page in a browser ────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start headless Chromium once."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("chromium is not installed")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    arguments = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, network: Network, tmp_path: Path) -> Iterator[Open]:
    """Return a function that opens a network with every request denied; on leaving, nothing may have been asked for or gone wrong."""
    trouble: list[str] = []
    contexts = []

    def note(what: str | None) -> None:
        if what is not None:
            trouble.append(what)

    def opened(shown: Network = network, fragment: str = "", **context: Any) -> Page:  # noqa: ANN401 - what Playwright takes
        file = tmp_path / "network.html"
        file.write_text(to_html(shown, layout(shown)), encoding="utf-8")
        contexts.append(
            browser.new_context(**{"viewport": {"width": 1400, "height": 900}, "reduced_motion": "reduce", "offline": True, **context})
        )
        page = contexts[-1].new_page()
        page.route("**/*", lambda route: route.continue_() if route.request.url.startswith(file.as_uri()) else route.abort())
        page.on("request", lambda request: note(None if request.url.startswith(file.as_uri()) else f"request {request.url}"))
        page.on("console", lambda message: note(message.text if message.type in ("error", "warning") else None))
        page.on("pageerror", lambda error: note(str(error)))
        page.on("dialog", lambda dialog: note(dialog.message))
        page.goto(file.as_uri() + fragment)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert trouble == []


def details(page: Page) -> str:
    """Return the text of the details panel."""
    return page.locator("#details").inner_text()


def on_screen(page: Page, script: str) -> tuple[float, float]:
    """Return where on the screen a point of the picture is."""
    at = page.evaluate(
        f"(() => {{ const at = drawing.network.canvasToDOM({script}); const box = drawing.frame.getBoundingClientRect(); return [at.x + box.left, at.y + box.top]; }})()"
    )
    return at[0], at[1]


@pytest.mark.browser
def test_opens_without_a_network_and_draws(open_page: Open) -> None:
    page = open_page()
    colours = page.evaluate("""() => { const canvas = document.querySelector("#network canvas");
        return new Set(new Uint32Array(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size }""")
    assert colours > 20
    assert page.evaluate("[drawing.network.body.nodeIndices.length, drawing.network.body.edgeIndices.length]") == [8, 7]
    assert page.locator("tbody tr").count() == 7 + 2  # a row a statement; the workstream nobody has, the agency without a role


@pytest.mark.browser
def test_at_a_glance_counts_leads_and_names_what_nobody_has(open_page: Open) -> None:
    glance = re.sub(r"\s+", " ", open_page().locator("#glance").inner_text())
    assert "1 of 3 workstreams has a stated lead." in glance
    assert "Nobody named 1 Sustainability strategy task team" in glance
    assert "Issue Management Group on Biodiversity UNDP (reporting)" in glance


FOUND = [
    ("UNEP", "agency/unep"),
    ("  unép ", "agency/unep"),  # accents, case and blanks do not matter
    ("programme des nations unies pour l'environnement", "agency/unep"),  # another language, another apostrophe
    ("IMG on biodiversity", "workstream/img-biodiversity"),  # an alias
    ("decade restoration", "workstream/wg-decade"),  # words from the middle
    ("wipo", "agency/wipo"),  # hidden at the start, shown when asked for
]


@pytest.mark.browser
def test_search_selects_and_centres(open_page: Open) -> None:
    page = open_page()
    for typed, found in FOUND:
        page.fill("#search", typed)
        page.press("#search", "Enter")
        assert (typed, page.evaluate("decodeURIComponent(location.hash)")) == (typed, f"#{found}")
        assert LABELS[found][0] in details(page)
        node = page.evaluate("key => nodes.find((node) => node.key === key)", found)
        view = page.evaluate("drawing.network.getViewPosition()")
        assert (view["x"], view["y"]) == pytest.approx((node["x"], node["y"]), abs=1)
        assert node["name"] in page.locator("#announcer").inner_text()
        assert page.evaluate("id => drawing.network.body.nodeIndices.includes(id)", node["id"])


@pytest.mark.browser
def test_an_unknown_name_says_so_and_offers_the_nearest(open_page: Open) -> None:
    page = open_page()
    page.fill("#search", "UNPE")
    assert "Nothing is called “UNPE”" in page.locator("#found").inner_text()
    assert page.locator("#found [role=option]").first.inner_text().startswith("UNEP")
    page.press("#search", "Enter")
    assert page.locator("#details").is_hidden()  # a guess is offered, not taken
    page.locator("#found [role=option]").first.click()
    assert "United Nations Environment Programme" in details(page)


@pytest.mark.browser
def test_the_legend_filters_picture_and_table_and_moves_nothing(open_page: Open) -> None:
    page = open_page()
    before = page.evaluate("[drawing.network.getPositions(), drawing.network.getViewPosition(), drawing.network.getScale()]")
    assert page.locator("#hidden-count").inner_text() == "1 node hidden"
    chip = page.locator(".chip[data-value=implied]")
    chip.click()
    assert chip.get_attribute("aria-pressed") == "false"
    assert page.locator("#hidden-count").inner_text() == "1 node and 2 statements hidden"
    assert page.evaluate("drawing.network.body.edgeIndices.length") == 5
    assert page.evaluate("edges.every((edge) => document.getElementById(`row-${edge.id}`).hidden === (edge.basis === 'implied'))")
    assert page.evaluate("[drawing.network.getPositions(), drawing.network.getViewPosition(), drawing.network.getScale()]") == before
    page.click("#show-all")
    assert page.locator("#hidden-count").inner_text() == "Nothing hidden"
    assert page.locator("#show-all").is_hidden()
    assert page.evaluate("[drawing.network.body.nodeIndices.length, drawing.network.body.edgeIndices.length]") == [9, 7]
    after = page.evaluate("drawing.network.getPositions()")
    assert {key: after[key] for key in before[0]} == before[0]


@pytest.mark.browser
def test_each_kind_of_chip_hides_its_own(open_page: Open) -> None:
    page = open_page()
    for facet, value, left in (("group", "led", 2), ("legend", "co-chair", 4), ("legend", "link", 6), ("status", "suggested", 6)):
        chip = page.locator(f".chip[data-facet={facet}][data-value={value}]")
        chip.click()
        assert (value, page.evaluate("drawing.network.body.edgeIndices.length")) == (value, left)
        chip.click()
    assert page.evaluate("drawing.network.body.edgeIndices.length") == 7


@pytest.mark.browser
def test_an_edge_shows_sentence_quote_document_and_paragraph(open_page: Open) -> None:
    page = open_page()
    page.click(".views [data-view=table]")
    page.locator("tr", has_text="EMG Secretariat").get_by_role("button", name="secretariat", exact=True).click()
    text = details(page)
    for part in (
        "EMG Secretariat provides the secretariat of the UN Sustainability Strategy.",
        SECRETARIAT,
        "Consultations b, report",
        "stated",
        "suggested, not decided",
    ):
        assert part in text
    assert page.locator("tr[aria-current=true]").count() == 1
    address = page.evaluate("decodeURIComponent(location.hash)")
    assert address == "#agency/emg-secretariat~secretariat~instrument/strategy~Consultations b"


@pytest.mark.browser
def test_clicking_a_line_and_a_symbol_on_the_canvas(open_page: Open) -> None:
    page = open_page()
    page.mouse.click(*on_screen(page, "drawing.middle(edges.find((edge) => edge.role === 'secretariat'))"))
    assert SECRETARIAT in details(page)
    page.keyboard.press("Escape")
    assert page.locator("#details").is_hidden()
    page.mouse.click(*on_screen(page, "nodes.find((node) => node.acronym === 'UNDP')"))
    assert "United Nations Development Programme" in details(page)
    assert PRESENTED in details(page)


@pytest.mark.browser
def test_parallel_statements_can_be_clicked_apart(open_page: Open) -> None:
    page = open_page()
    pair = "edges.filter((edge) => nodes.find((node) => node.id === edge.from).acronym === 'UNDP' && nodes.find((node) => node.id === edge.to).key === 'workstream/wg-decade')"
    shown = []
    for number in range(page.evaluate(f"{pair}.length")):
        page.mouse.click(*on_screen(page, f"drawing.middle({pair}[{number}])"))
        shown.append(page.locator("#details h2").inner_text())
    assert shown == ["Co-chair", "Reporting"]


@pytest.mark.browser
def test_no_lead_stated_is_said_and_seen(open_page: Open) -> None:
    page = open_page(fragment="#workstream/img-biodiversity")
    assert "no lead stated" in details(page)
    look = page.evaluate("""Object.fromEntries(nodes.filter((node) => node.kind === "workstream").map((node) => {
        const { color, shapeProperties } = drawing.network.body.nodes[node.id].options;
        return [node.group, [color.background === color.border, Boolean(shapeProperties.borderDashes)]] }))""")
    assert look == {"led": [True, False], "open": [False, False], "nobody": [False, True]}  # filled, hollow, hollow and dashed


@pytest.mark.browser
def test_lines_tell_basis_and_standing(open_page: Open) -> None:
    look = open_page().evaluate("""Object.fromEntries(edges.map((edge) => { const { options } = drawing.network.body.edges[edge.id];
        return [`${edge.basis} ${edge.status}`.trim(), [Boolean(options.dashes), options.arrows.middle.enabled]] }))""")
    assert look == {"stated": [False, False], "implied": [True, False], "stated suggested": [False, True]}


@pytest.mark.browser
def test_the_address_carries_the_selection(open_page: Open) -> None:
    page = open_page(fragment="#agency/undp~reporting~workstream/img-biodiversity~5")
    assert page.locator("#details h2").inner_text() == "Reporting"
    page.evaluate("location.hash = 'agency/unep'")
    page.locator("#details h2", has_text="United Nations Environment Programme").wait_for()
    for fragment in ("#nothing", "#%E0%A4%A"):  # names nothing; is no text at all
        assert open_page(fragment=fragment).locator("#glance").is_visible()


@pytest.mark.browser
def test_the_picture_can_be_walked_with_the_keyboard(open_page: Open) -> None:
    page = open_page()
    page.focus("#network")
    seen = set()
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
        seen.add(page.locator("#announcer").inner_text())
    assert len(seen) > 1
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#details') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "network"
    assert page.locator("#glance").is_visible()


@pytest.mark.browser
def test_the_table_sorts_and_the_skip_link_leads_to_it(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("table").is_visible()
    page.get_by_role("button", name="Role", exact=True).click()
    shown = page.locator("tbody tr:visible td:nth-child(2)").all_inner_texts()
    words = [text.split(",")[0] for text in shown if text]
    assert words == sorted(words)
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Role")


@pytest.mark.browser
def test_everything_that_can_be_pressed_has_a_name(open_page: Open) -> None:
    page = open_page(fragment="#agency/undp")
    nameless = page.evaluate(
        "[...document.querySelectorAll('button, a[href], [role=option]')].filter((element) => !(element.getAttribute('aria-label') || element.textContent).trim()).length"
    )
    assert nameless == 0
    assert page.evaluate("document.querySelector('#search').labels.length") == 1


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_lines_stand_off_the_paper(open_page: Open, scheme: str) -> None:
    contrasts = open_page(color_scheme=scheme).evaluate("""() => {
        const light = (hex) => { const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
        const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
        const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
        const least = (names) => Math.min(...names.flatMap((name) => ["paper", "panel"].map((ground) => ratio(colour(name), colour(ground)))));
        return [least(["ink", "muted", "accent", "alarm", "lead", "secretariat", "host", "reporting", "collaborator", "member", "officer", "proposer"]), least(["agency", "mechanism", "work", "other", "idle", "link"])];
    }""")
    assert contrasts[0] >= 4.5  # roles are written on their lines, so they must be readable as words
    assert contrasts[1] >= 3


@pytest.mark.browser
def test_narrow_screens_need_no_sideways_scrolling_and_show_the_legend(open_page: Open) -> None:
    page = open_page(viewport={"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    chips = page.locator(".chip")
    boxes = [chips.nth(number).bounding_box() for number in range(chips.count())]
    assert boxes
    assert all(box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)
    page.fill("#search", "unep")
    page.press("#search", "Enter")
    sheet = page.locator(".panel").bounding_box()
    assert sheet is not None
    assert sheet["y"] < 844  # the details are on the screen, not below it


@pytest.mark.browser
def test_print_shows_picture_legend_and_table(open_page: Open) -> None:
    page = open_page(color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("table").is_visible()
    assert page.locator("#network canvas").is_visible()
    assert page.locator(".legend").is_visible()
    assert page.locator("#search").is_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(252, 252, 250)"


@pytest.mark.browser
def test_hostile_text_is_inert(open_page: Open) -> None:
    page = open_page(hostile_network())
    page.click(".views [data-view=table]")
    for selector in ("tbody [data-edge]", "tbody th [data-node]", "#details [data-edge]", "#details [data-node]"):
        page.locator(selector).nth(0 if selector != "tbody [data-edge]" else 1).click()
        assert "onerror" in details(page)
    page.fill("#search", HOSTILE)
    page.click(".views [data-view=picture]")
    x, y = on_screen(page, "nodes[0]")
    page.mouse.move(x, y)
    page.wait_for_timeout(100)
    assert page.evaluate("window.hacked === undefined")
    assert page.locator("img").count() == 0
    assert page.locator("a[href^=javascript]").count() == 0


@pytest.mark.browser
def test_hundreds_of_nodes_open_and_answer_quickly(open_page: Open) -> None:
    page = open_page(crowd(120, 480))
    assert page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive") < 6_000
    waited = page.evaluate(
        "(() => { const start = performance.now(); page.choose({ node: nodes[0].id }, { move: true }); drawing.network.redraw(); return performance.now() - start; })()"
    )
    assert waited < 1_500
