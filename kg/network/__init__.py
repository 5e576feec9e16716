"""The network of who does what: nodes, role edges with their quotes, and its three files.

    rows of saved queries ─network_of▶ Network ─layout▶ positions
    rows of saved queries ─background_of▶ Background: documents, events, attendance
    Network + positions + Background ─to_html▶ network.html
    Network + positions ─to_graphml, to_gexf▶ exchange files ─read_graphml▶ the previous Network

An edge is one statement: the same agency may co-chair a group and report on it, in two sentences.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.network.background import background_of, page_data, page_texts, slug
from kg.network.changes import compared, follows
from kg.network.exchange import cleaned_network, read_graphml, to_gexf, to_graphml, to_networkx
from kg.network.floor import Box
from kg.network.page import render
from kg.network.placing import place
from kg.network.rows import network_of
from kg.network.text import ROLE_SENTENCES, caption, clean
from kg.network.values import ORGANIZATIONS, Background, Edge, Network, Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Positions = Mapping[str, tuple[float, float]]

__all__ = [
    "Background", "Edge", "Network", "Node", "background_of", "layout", "network_of", "next_picture", "to_gexf", "to_graphml", "to_html", "to_networkx",
]  # fmt: skip
SYMBOL = 14.0  # half the height of a node's symbol


def layout(network: Network, previous: Positions | None = None) -> dict[str, tuple[float, float]]:
    """Return where each node stands, the same on every run; a node in `previous` keeps its place.

    >>> layout(Network("", "", (), ()))
    {}
    """
    number = {node.iri: index for index, node in enumerate(network.nodes)}
    busy = {end for edge in network.edges for end in (edge.source, edge.target)}
    boxes = [_box(node, loose=node.iri not in busy and node.kind in ORGANIZATIONS) for node in network.nodes]
    kept = {number[iri]: (x, y + boxes[number[iri]].drop) for iri, (x, y) in (previous or {}).items() if iri in number}
    centres = place(boxes, [(number[edge.source], number[edge.target]) for edge in network.edges], kept)
    return {node.iri: (x, round(y - box.drop, 1)) for node, box, (x, y) in zip(network.nodes, boxes, centres, strict=True)}


def _box(node: Node, *, loose: bool) -> Box:
    """Return the room a node takes, its caption in the size the page writes it; the caption hangs below the symbol."""
    head, lines = caption(node.name, split=node.kind == "workstream")
    width = max(7.2 * max(map(len, lines)), 5.6 * len(head), 40.0)
    small = bool(head) + (node.kind == "workstream" and not node.lead_stated)
    height = 2 * SYMBOL + 16.0 * len(lines) + 13.0 * small
    return Box(width, height, height / 2 - SYMBOL, loose)


def node_groups(network: Network) -> dict[str, str]:
    """Return the group of each node in the legend; a workstream is `led`, `open` (no lead stated) or `nobody`'s.

    >>> node_groups(Network("", "", (Node("i", "IMG", "", "workstream", ""),), ()))
    {'i': 'nobody'}
    """
    present = [edge for edge in network.edges if edge.change != "gone"]
    linked = {end for edge in present for end in (edge.source, edge.target)}
    served = {edge.target for edge in present if edge.role in ROLE_SENTENCES}
    groups = {}
    for node in network.nodes:
        if node.kind == "workstream":
            groups[node.iri] = "led" if node.lead_stated else "open" if node.iri in served else "nobody"
        elif node.kind in ORGANIZATIONS:
            groups[node.iri] = "idle" if node.iri not in linked else "agency" if node.kind == "agency" else "mechanism"
        else:
            groups[node.iri] = "other"
    return groups


def next_picture(network: Network, earlier: bytes = b"") -> tuple[Network, dict[str, tuple[float, float]]]:
    """Return the network as it follows that of an earlier GraphML file, and where its nodes stand.

    What is new, changed or gone is marked, and nodes keep their places; without an earlier file, or where that
    shows something else altogether, it is the network as it is and a fresh layout.

    >>> next_picture(Network("", "", (Node("i", "UNEP", "", "agency", ""),), ()), b"no file")[0].nodes[0].change
    ''
    """
    before = read_graphml(earlier) if earlier else None
    if before is None or not follows(network, before[0]):
        return network, layout(network)
    shown = compared(network, before[0])
    return shown, layout(shown, before[1])


def to_html(network: Network, positions: Positions, background: Background | None = None) -> str:
    """Return the page: one file that opens without a network.

    >>> to_html(Network("", "", (), ()), {})[:15]
    '<!doctype html>'
    """
    background = background or Background()
    network, positions = cleaned_network(network), {clean(iri): point for iri, point in positions.items()}
    short = _shortener(node.iri for node in network.nodes)
    number, groups = {node.iri: f"n{index}" for index, node in enumerate(network.nodes)}, node_groups(network)
    nodes, edges = [], []
    for node in network.nodes:
        head, lines = caption(node.name, split=node.kind == "workstream")
        nodes.append({
            **{name: getattr(node, name) for name in ("iri", "name", "label", "acronym", "kind", "aliases", "identifiers", "change")},
            "id": number[node.iri], "key": short(node.iri), "type": node.type_label, "group": groups[node.iri],
            "head": head, "lines": lines, "at": positions[node.iri], "documents": tuple(map(slug, node.documents)),
        })  # fmt: skip
    for edge in network.edges:
        edges.append({  # noqa: PERF401 - the same form as above
            **{name: getattr(edge, name) for name in ("role", "basis", "status", "collective", "paragraph", "quote", "sentence", "change")},
            "from": number[edge.source], "to": number[edge.target], "document": slug(edge.document),
            "key": "~".join((short(edge.source), edge.role, short(edge.target), edge.paragraph)),
        })  # fmt: skip
    return render(network.title, network.subtitle, nodes, edges, page_data(background, number, short), page_texts(background, network))


def _shortener(iris: Iterable[str]) -> Callable[[str], str]:
    """Return a function that leaves out of an IRI the base most of them share.

    >>> _shortener(["http://x/agency/a", "http://x/workstream/b", "http://sdg.example/12"])("http://x/agency/a")
    'agency/a'
    """
    bases = Counter("/".join(iri.split("/")[:-2]) + "/" for iri in iris)
    base = min(bases, key=lambda base: (-bases[base], base), default="")
    return lambda iri: iri.removeprefix(base)
