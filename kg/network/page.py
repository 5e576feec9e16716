"""The page of the network: pyvis with our own template, everything inline, nothing fetched.

pyvis 0.3.2 loads Bootstrap from elsewhere whatever it is told, lists ids instead of labels and lets a
label run as a script. So it only carries the nodes and edges into `templates/network.html`, a page
of our own that escapes every text, forbids every request, and draws with the vis bundle of pyvis.
"""

from __future__ import annotations

import sys
from collections import Counter
from importlib import import_module
from itertools import groupby
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Data = Mapping[str, object]

TEMPLATES = Path(__file__).with_name("templates")
STYLES = ("network.css", "network-views.css", "network-media.css")
SCRIPTS = tuple(  # in order of use
    f"network-{name}.js"
    for name in (
        "data", "parts", "texts", "drawing", "table", "matrix", "timeline", "panels", "read", "sparql", "take", "search", "page", "pointer",
    )
)  # fmt: skip
VIEWS = (("picture", "Picture"), ("matrix", "Matrix"), ("timeline", "Timeline"), ("read", "Read"), ("table", "Table"))
GROUPS = {  # of nodes: heading in the legend, label, shape
    "agency": ("Organizations", "with a role", "dot"),
    "mechanism": ("Organizations", "mechanism", "hexagon"),
    "idle": ("Organizations", "without a role", "dot"),
    "led": ("Workstreams", "lead stated", "square"),
    "open": ("Workstreams", "no lead stated", "square"),
    "nobody": ("Workstreams", "nobody named", "square"),
    "other": ("Other", "plan, proposal, product", "diamond"),
}
ROLES = {  # style and arrow head, the second cue beside colour
    "lead": ("lead", "arrow"),
    "chair": ("lead", "diamond"),
    "co-chair": ("lead", "vee"),
    "secretariat": ("secretariat", "box"),
    "host": ("host", "bar"),
    "reporting": ("reporting", "circle"),
    "collaborator": ("collaborator", "crow"),
    "member": ("member", "inv_triangle"),
    "officer": ("officer", "triangle"),
    "proposer": ("proposer", "curve"),
}
LINK = ("link", "arrow")  # how workstreams hang together, in whatever words
OPTIONS = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "selectable": False,
        "dragNodes": False,
        "tooltipDelay": 3_600_000,
        "zoomSpeed": 0.6,
    },
    "nodes": {"borderWidth": 2, "chosen": False, "physics": False},
    "edges": {"smooth": False, "chosen": False, "physics": False, "arrowStrikethrough": False},
}


def render(title: str, subtitle: str, nodes: Sequence[Data], edges: Sequence[Data], about: Data, texts: Data) -> str:
    """Return the page of these nodes (`id`, `group`, `at` …), edges (`from`, `to`, `role` …), documents and texts.

    >>> "default-src 'none'" in render("", "", [], [], {}, {})
    True
    """
    network = _pyvis()
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup

    net = network.Network(directed=True, cdn_resources="in_line", heading=title)
    net.set_template_dir(f"{TEMPLATES}/", "network.html")
    net.options = OPTIONS
    for node in nodes:
        shape = GROUPS[str(node["group"])][2]
        x, y = cast("tuple[float, float]", node["at"])
        extra = {key: value for key, value in node.items() if key not in ("id", "at")}
        net.add_node(node["id"], shape=shape, x=x, y=y, **extra)
    for number, (edge, curve) in enumerate(zip(edges, curves(edges), strict=True)):
        style, arrow = ROLES.get(str(edge["role"]), LINK)
        more = {key: value for key, value in edge.items() if key not in ("from", "to")}
        net.add_edge(edge["from"], edge["to"], id=f"e{number}", style=style, arrow=arrow, curve=curve, legend=_legend(edge), **more)
    bundle = Path(str(network.__file__)).with_name("templates") / "lib" / "vis-9.1.2" / "vis-network.min.js"
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.globals |= {
        "subtitle": subtitle,
        "about": about,
        "texts": texts,
        "facets": facets(nodes, edges, {str(paper["slug"]): paper for paper in cast("list[Data]", about.get("papers", []))}),
        "views": VIEWS,
        "glance": glance(nodes, edges),
        "names": {node["id"]: node["name"] for node in nodes},
        "style_sheet": Markup("".join(map(_read, STYLES))),  # noqa: S704 - files of ours, and the bundle of pyvis
        "scripts": [Markup(bundle.read_text(encoding="utf-8")), *(Markup(_read(name)) for name in SCRIPTS)],  # noqa: S704
    }
    net.templateEnv = environment
    return str(net.generate_html(name="network.html"))


def _pyvis() -> ModuleType:
    """Import pyvis without IPython, which it shows pages in notebooks with: that takes longer than all the rest of it."""
    missing = {"IPython", "IPython.display"} - set(sys.modules)
    sys.modules |= {name: ModuleType(name) for name in missing}
    for name in missing:
        vars(sys.modules[name])["IFrame"] = None
    try:
        return import_module("pyvis.network")
    finally:
        for name in missing:
            del sys.modules[name]


def _read(name: str) -> str:
    """Return the text of a file beside the template."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _legend(edge: Data) -> str:
    """Return the role an edge stands under in the legend; all links between workstreams are one."""
    return str(edge["role"]) if edge["role"] in ROLES else "link"


def curves(edges: Sequence[Data]) -> list[float]:
    """Return how much each edge bends, so that statements about the same pair lie side by side.

    >>> curves([{"from": "a", "to": "b"}, {"from": "b", "to": "a"}, {"from": "a", "to": "c"}])
    [-0.12, -0.12, 0.0]
    """
    pairs = [tuple(sorted((str(edge["from"]), str(edge["to"])))) for edge in edges]
    total, seen, bends = Counter(pairs), Counter[tuple[str, ...]](), []
    for edge, pair in zip(edges, pairs, strict=True):
        bend = (seen[pair] - (total[pair] - 1) / 2) * 0.24
        seen[pair] += 1
        bends.append(round(bend if edge["from"] == pair[0] else -bend, 3))
    return bends


def facets(nodes: Sequence[Data], edges: Sequence[Data], papers: Mapping[str, Data]) -> list[dict[str, object]]:
    """Return the legend: what can be shown and hidden, with how many there are of each; `first` is what stands in the open.

    >>> [(facet["label"], facet["chips"]) for facet in facets([{"group": "open", "type": "", "change": ""}], [], {})]
    [('Workstreams', [('open', 'no lead stated', 1, 'square')])]
    """
    kinds, types, changes = _counted(nodes, "group"), _counted(nodes, "type"), _counted([*nodes, *edges], "change")
    roles, bases, states, documents = Counter(map(_legend, edges)), *(_counted(edges, key) for key in ("basis", "status", "document"))
    headings = dict.fromkeys(heading for heading, _, _ in GROUPS.values())
    listed: list[tuple[str, str, list[tuple[str, str, int, object]]]] = [
        ("group", heading, [(key, label, kinds[key], shape) for key, (under, label, shape) in GROUPS.items() if under == heading]) for heading in headings
    ]
    listed += [
        ("legend", "Roles", [(key, key, roles[key], look) for key, look in {**ROLES, "link": LINK}.items()]),
        ("basis", "Basis", [(key, key, bases[key], "") for key in sorted(bases, reverse=True)]),
        ("status", "Standing", [(key, key or "in force", states[key], "") for key in sorted(states)]),
    ]
    if set(changes) - {""}:
        listed.append(("change", "Changes", [(key, key or "as before", changes[key], "") for key in ("", "new", "changed", "gone")]))
    listed += [
        ("type", "Type", [(key, key, types[key], "") for key in sorted(types)]),
        ("document", "Document", [(key, _paper_label(key, papers), documents[key], "") for key in sorted({*documents, *papers} - {""})]),
    ]
    return [
        {"name": name, "label": label, "chips": shown, "first": name not in ("type", "document")}
        for name, label, chips in listed
        if (shown := [chip for chip in chips if chip[2] or name == "document"])
        if name != "type" or len(shown) > 1
    ]


def _paper_label(slug: str, papers: Mapping[str, Data]) -> str:
    """Return how a document is called in the list of filters: symbol, title, date.

    >>> _paper_label("r", {"r": {"symbol": "R.1", "title": "Report", "date": "2022-10-13"}})
    'R.1, Report, 2022-10-13'
    """
    paper = papers.get(slug, {})
    return ", ".join(str(paper[key]) for key in ("symbol", "title", "date") if paper.get(key)) or slug


def _counted(items: Iterable[Data], key: str) -> Counter[str]:
    """Return how many nodes or edges have each value."""
    return Counter(str(item.get(key, "")) for item in items)


def glance(nodes: Sequence[Data], edges: Sequence[Data]) -> dict[str, object]:
    """Return the answers of the start panel: which workstreams are led, reported on, or nobody's."""
    by_group = {group: [node for node in nodes if node["group"] == group and node.get("change") != "gone"] for group in GROUPS}
    name = {node["id"]: node["name"] for node in nodes}
    served = sorted((str(edge["to"]), str(name[edge["from"]]), str(edge["role"])) for edge in edges if edge["role"] in ROLES)
    who = {target: list(dict.fromkeys((agent, role) for _, agent, role in rows)) for target, rows in groupby(served, key=lambda row: row[0])}
    roles = Counter(str(edge["from"]) for edge in edges if edge["role"] in ROLES)
    busiest = sorted((node for node in nodes if roles[str(node["id"])]), key=lambda node: -roles[str(node["id"])])
    return {
        **{group: by_group[group] for group in ("led", "open", "nobody", "idle")},
        "workstreams": sum(len(by_group[group]) for group in ("led", "open", "nobody")),
        "who": who,
        "changes": [(change, listed) for change in ("new", "changed", "gone") if (listed := [node for node in nodes if node.get("change") == change])],
        "busiest": [(node, roles[str(node["id"])]) for node in busiest[:8]],
    }
