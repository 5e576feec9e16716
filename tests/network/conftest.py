"""A small network cut from a report, pages of it in headless Chromium, and the page of the shipped report."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest

from kg.network import Background, Edge, Network, Node, background_of, layout, network_of, to_html
from kg.query import load_queries, run
from kg.resources import folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

    from kg.pipeline import Build

    Row = dict[str, str]
    Open = Callable[..., Page]

BASE = "https://w3id.org/uneg/"
UNEG = BASE + "ontology#"
REPORT = BASE + "document/report"
EARLIER = BASE + "document/earlier"
CO_CHAIRED = "In line with this, the IMG has established working groups co-chaired by UNDP, UNEP and UNESCO that promote:"
PRESENTED = "UNDP presented the progress made by the Issue Management Group (IMG) on Biodiversity."
SECRETARIAT = "Agree that the EMG Secretariat will continue to provide secretariat support to the Sustainability Strategy."
EXTEND = "Agree to extend the Issue Management Group on Biodiversity for one more year."
BECOMES = "Decide that the sustainability strategy task team becomes a working group on strategy."
ENDORSED = "endorsed the IMG at SOM27"
HOSTED = "UNEP hosts the Sustainability strategy task team."
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
EVENTS = [  # workstream, event, status, decision, successor, paragraph, quote
    ("workstream/img-biodiversity", "endorse", "adopted", "", "", "5", ENDORSED),
    ("workstream/img-biodiversity", "extend", "suggested", "action/a", "", "Biodiversity a", EXTEND),
    ("workstream/task-team", "convert", "suggested", "action/b", "workstream/wg-decade", "Strategy b", BECOMES),
]
PASSAGES = [  # paragraph, kind, text
    ("heading Biodiversity", "heading", "Issue Management Group on Biodiversity"),
    ("5", "paragraph", f"{PRESENTED} EMG officials {ENDORSED}. {CO_CHAIRED}"),
    ("6", "paragraph", "UNDP spoke of the Decade.\n\nCOP15 takes place in Kunming."),
    ("Biodiversity a", "action", EXTEND),
    ("Consultations b", "action", SECRETARIAT),
    ("Strategy b", "action", BECOMES),
]
NAMED = [("UNDP", "agency/undp"), ("UNEP", "agency/unep"), ("UNESCO", "agency/unesco"), ("COP15", "cop/cbd-cop15"), ("Issue Management Group on Biodiversity", "workstream/img-biodiversity")]  # fmt: skip


@dataclass(frozen=True)
class Example:
    """Rows of saved queries, and what is made of them."""

    rows: dict[str, list[Row]]

    @property
    def network(self) -> Network:
        """The network the rows describe."""
        rows = self.rows
        return network_of(rows["roles"], rows["workstream-leads"], rows["entities"], rows["workstream-links"], title="Who does what", subtitle="A report")

    @property
    def background(self) -> Background:
        """What the rows say beside it."""
        return background_of(self.rows, "0.1.0+0123abcd")


def example() -> Example:
    """Return rows as the saved queries give them."""
    rows = {**_graph_rows(), "workstream-lifecycle": _event_rows()}
    rows["decisions"] = [{"decision": f"{REPORT}/action/a#decision", "durationText": "for one more year", "condition": "", "newName": ""}]
    rows["documents"] = [
        {"document": REPORT, "title": "Report of the meeting", "symbol": "R.1", "date": "", "start": "2022-10-13", "meetingLabel": "A Meeting"}
    ]
    rows["affiliations"] = [
        {"affiliation": BASE + path, "meetingLabel": "A Meeting", "participants": count} for path, count in (("agency/unep", "26"), ("agency/wipo", "2"))
    ]
    rows["passages"], rows["mentions"] = [], []
    for paragraph, kind, text in PASSAGES:
        start = 1000 * len(rows["passages"])
        rows["passages"].append({"document": REPORT, "paragraph": paragraph, "kind": kind, "text": text, "start": str(start), "end": str(start + len(text))})
        for surface, path in NAMED:
            for at in (at for at in range(len(text)) if text.startswith(surface, at)):
                place = {"document": REPORT, "paragraph": paragraph, "start": str(start + at), "end": str(start + at + len(surface))}
                rows["mentions"].append(
                    {
                        **place,
                        "surface": surface,
                        "entity": BASE + path,
                        "label": LABELS.get(path, ("Conference 15",))[0],
                        "type": "COP session" if "cop" in path else "thing",
                    }
                )
    return Example(rows)


def _graph_rows() -> dict[str, list[Row]]:
    """Return the rows of roles, workstream-leads, entities and workstream-links."""
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
            leads += [{"workstream": BASE + path, "workstreamLabel": label, "agency": row["agent"], "role": row["role"], "basis": row["basis"]} for row in mine]
    entities = [
        {"entity": BASE + path, "type": UNEG + kind, "label": label, "acronym": acronym, "mentions": "2", "aliases": aliases, "document": REPORT,
         "identifiers": "http://www.wikidata.org/entity/Q1" if path == "agency/unep" else ""}
        for path, (label, acronym, kind, aliases) in LABELS.items()
    ]  # fmt: skip
    img, decade = BASE + "workstream/img-biodiversity", BASE + "workstream/wg-decade"
    said = {"workstream": decade, "other": img, "paragraph": "5", "quote": CO_CHAIRED, "document": REPORT}
    links = [
        {**said, "relation": "established-by"},
        {**said, "relation": "part-of"},  # the same sentence: one link
        {**said, "relation": "part-of", "quote": ""},  # no sentence: no link
        {**said, "relation": "implements", "other": "http://metadata.un.org/sdg/15"},  # not in the picture
    ]
    return {"roles": roles, "workstream-leads": leads, "entities": entities, "workstream-links": links}


def _event_rows() -> list[Row]:
    """Return the rows of workstream-lifecycle."""
    return [
        {"workstream": BASE + path, "event": event, "status": status, "date": "", "decision": f"{REPORT}/{decision}#decision" if decision else "",
         "successor": BASE + successor if successor else "", "paragraph": paragraph, "document": REPORT, "quote": quote}
        for path, event, status, decision, successor, paragraph, quote in EVENTS
    ]  # fmt: skip


def two_documents() -> Example:
    """Return the example with an earlier document of another year beside it."""
    rows = {name: list(table) for name, table in example().rows.items()}
    rows["documents"].append({"document": EARLIER, "title": "Earlier report", "symbol": "R.0", "date": "2018-05-10", "start": "", "meetingLabel": "Earlier"})
    rows["roles"].append(
        {
            "agent": BASE + "agency/unep",
            "role": "host",
            "target": BASE + "workstream/task-team",
            "basis": "stated",
            "document": EARLIER,
            "paragraph": "3",
            "quote": HOSTED,
            "status": "",
            "collective": "false",
        }
    )
    rows["passages"].append({"document": EARLIER, "paragraph": "3", "kind": "paragraph", "text": HOSTED, "start": "0", "end": str(len(HOSTED))})
    return Example(rows)


def hostile_network() -> Network:
    """Return a network in which every text tries to be markup, and breaks XML."""
    text = HOSTILE + "\x00\x1b"
    node = Node(f"{BASE}agency/{text}", text, text, "agency", text, (text,), (text, "javascript:window.hacked=3"), documents=(text,))
    stream = Node(f"{BASE}workstream/{text}", text, text, "workstream", text, change="new")
    edge = Edge(node.iri, stream.iri, text, text, text, collective=True, document=text, paragraph=text, quote=text, sentence=text)
    return Network(text, text, (node, stream), (edge,))


def hostile_background() -> Background:
    """Return documents, events and attendance in which every text tries to be markup."""
    text, node, stream = HOSTILE, f"{BASE}agency/{HOSTILE}\x00\x1b", f"{BASE}workstream/{HOSTILE}\x00\x1b"
    cells = {
        "title": text,
        "symbol": text,
        "meetingLabel": text,
        "paragraph": text,
        "kind": text,
        "status": text,
        "event": text,
        "quote": text,
        "label": text,
        "type": text,
    }
    row = {**cells, "document": text, "date": text, "start": "0", "end": str(len(text)), "text": text, "surface": text, "entity": f"{BASE}cop/{text}"}
    lasting = {"workstream": stream, "successor": stream, "decision": text, "durationText": text, "newName": text, "affiliation": node, "participants": "1"}
    names = ("documents", "passages", "mentions", "workstream-lifecycle", "decisions", "affiliations")
    return background_of({name: [{**row, **lasting}] for name in names}, text)


def crowd(agencies: int, workstreams: int) -> Network:
    """Return a network of some size whose parts hang together like those of a report."""
    nodes = [Node(f"{BASE}agency/a{n}", f"Agency {n}", f"A{n}", "agency", "UN entity") for n in range(agencies)]
    nodes += [Node(f"{BASE}workstream/w{n}", f"Working group on subject number {n}", "", "workstream", "Working group") for n in range(workstreams)]
    pairs = [(n * n % agencies, agencies + n) for n in range(workstreams)] + [(n * 7 % agencies, agencies + n) for n in range(0, workstreams, 3)]
    edges = [
        Edge(nodes[a].iri, nodes[b].iri, "lead", "stated", "", collective=False, document=REPORT, paragraph="1", quote="q", sentence="s") for a, b in pairs
    ]
    return Network("Crowd", "", tuple(nodes), tuple(edges))


@pytest.fixture(name="example", scope="session")
def example_fixture() -> Example:
    """The small example."""
    return example()


@pytest.fixture(name="two_documents", scope="session")
def two_documents_fixture() -> Example:
    """The small example with a second document."""
    return two_documents()


@pytest.fixture(scope="session")
def network(example: Example) -> Network:
    """A small network cut from the report."""
    return example.network


@pytest.fixture(name="crowd", scope="session")
def crowd_fixture() -> Callable[[int, int], Network]:
    """Return the maker of networks of some size."""
    return crowd


@pytest.fixture(scope="session")
def hostile() -> tuple[Network, Background]:
    """A network and a background in which every text tries to be markup."""
    return hostile_network(), hostile_background()


@dataclass(frozen=True)
class Shipped:
    """The shipped report: its store, and what the page shows of it."""

    store: ox.Store
    network: Network
    background: Background


@pytest.fixture(scope="session")
def shipped(built: Build) -> Shipped:
    """The network and background of the shipped report, and its store."""
    store = ox.Store()
    store.bulk_extend(built.dataset.quads)
    wanted = (
        "roles",
        "workstream-leads",
        "entities",
        "workstream-links",
        "workstream-lifecycle",
        "decisions",
        "documents",
        "passages",
        "mentions",
        "affiliations",
    )
    saved = load_queries(folder("queries"))
    rows = {name: [{key: str(value) for key, value in row.items()} for row in run(store, saved[name].text).records()] for name in wanted}
    network = network_of(rows["roles"], rows["workstream-leads"], rows["entities"], rows["workstream-links"])
    return Shipped(store, network, background_of(rows, "1"))


ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")  # fmt: skip


def _missing(what: str) -> None:
    """Skip for want of something; fail where it must be there."""
    if os.environ.get("KG_REQUIRE_BROWSER"):
        pytest.fail(f"{what}, and KG_REQUIRE_BROWSER asks for it")
    pytest.skip(what)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium, started once a file: two at a time is more than Playwright allows, and other tests have their own."""
    path = shutil.which("chromium")
    if path is None:
        _missing("chromium is not installed")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("playwright is not installed")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


SETTINGS = {"viewport": {"width": 1400, "height": 900}, "reduced_motion": "reduce", "offline": True, "accept_downloads": True}


@pytest.fixture(scope="module")
def usual(browser: Browser) -> Iterator[BrowserContext]:
    """The window most tests share: making a new one takes as long as opening the page."""
    context = browser.new_context(**SETTINGS)
    yield context
    context.close()


@pytest.fixture
def open_page(browser: Browser, usual: BrowserContext, example: Example, tmp_path: Path) -> Iterator[Open]:
    """Return a function that opens a network with every request denied; on leaving, nothing may have been asked for or gone wrong."""
    trouble: list[str] = []
    opened_pages: list[Page] = []
    contexts: list[BrowserContext] = []
    file = tmp_path / "network.html"
    ours = (file.as_uri(), "data:", "blob:")

    def note(what: str | None) -> None:
        if what is not None:
            trouble.append(what)

    def opened(shown: Network | None = None, background: Background | None = None, fragment: str = "", positions: Any = None, **settings: Any) -> Page:  # noqa: ANN401 - what Playwright takes
        shown, background = (example.network, background or example.background) if shown is None else (shown, background)
        file.write_text(to_html(shown, positions or layout(shown), background), encoding="utf-8")
        if settings:
            contexts.append(browser.new_context(**{**SETTINGS, **settings}))
        page = (contexts[-1] if settings else usual).new_page()
        opened_pages.append(page)
        page.set_default_timeout(10_000)
        page.route("**/*", lambda route: route.continue_() if route.request.url.startswith(ours) else route.abort())
        page.on("request", lambda request: note(None if request.url.startswith(ours) else f"request {request.url}"))
        page.on("console", lambda message: note(message.text if message.type in ("error", "warning") else None))
        page.on("pageerror", lambda error: note(str(error)))
        page.on("dialog", lambda dialog: note(dialog.message))
        page.goto(file.as_uri() + fragment)
        return page

    yield opened
    for page in opened_pages:
        page.close()
    for context in contexts:
        context.close()
    assert trouble == []


@pytest.fixture
def open_two(open_page: Open, two_documents: Example) -> Open:
    """Return a function that opens the example with two documents."""
    return partial(open_page, two_documents.network, two_documents.background)


@pytest.fixture
def details() -> Callable[[Page], str]:
    """Return a function that gives the text of the details panel."""
    return lambda page: page.locator("#details").inner_text()


@pytest.fixture
def on_screen() -> Callable[[Page, str], tuple[float, float]]:
    """Return a function that tells where on the screen a point of the picture is."""
    script = "(() => {{ const at = drawing.network.canvasToDOM({}); const box = drawing.frame.getBoundingClientRect(); return [at.x + box.left, at.y + box.top]; }})()"

    def place(page: Page, point: str) -> tuple[float, float]:
        x, y = page.evaluate(script.format(point))
        return x, y

    return place
