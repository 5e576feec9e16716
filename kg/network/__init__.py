"""The network of who does what: nodes, role edges with their quotes, and its three files.

    rows of saved queries ─network_of▶ Network ─layout▶ positions
    Network + positions ─to_html▶ network.html · Network ─to_graphml, to_gexf▶ exchange files

An edge is one statement: the same agency may co-chair a group and report on it, in two sentences.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from kg.network.placing import Box, place
from kg.network.page import render
from kg.network.text import LINK_SENTENCES, ROLE_SENTENCES, caption, clean, named, sentence, type_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import networkx as nx

    Row = Mapping[str, object]
    Positions = Mapping[str, tuple[float, float]]

T = TypeVar("T", "Node", "Edge")
ORGANIZATIONS = ("agency", "mechanism", "body")  # kinds of nodes that do something
UNDRAWN = ("person", "meeting", "event", "cop", "document", "statement")  # people and occasions: other views
LEADING = ("lead", "chair", "co-chair")
KIND_ORDER = ("agency", "mechanism", "body", "workstream")
SYMBOL = 14.0  # half the height of a node's symbol


@dataclass(frozen=True, slots=True)
class Node:
    """An organization, or what organizations work on."""

    iri: str
    label: str
    acronym: str
    kind: str
    type_label: str
    aliases: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    lead_stated: bool = False

    @property
    def name(self) -> str:
        """What people call it: the acronym of an organization, the full name of anything else.

        >>> Node("…/agency/unep", "United Nations Environment Programme", "UNEP", "agency", "UN entity").name
        'UNEP'
        """
        return (self.acronym if self.kind in ORGANIZATIONS else "") or self.label or self.iri


@dataclass(frozen=True, slots=True)
class Edge:
    """One statement that `source` has a role in `target`, with the sentence that says so."""

    source: str
    target: str
    role: str
    basis: str
    status: str
    collective: bool
    document: str
    paragraph: str
    quote: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges in a fixed order; every end of an edge is one of the nodes."""

    title: str
    subtitle: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


# ── from rows ────────────────────────────────────────────────────────────────────────────────────


def network_of(
    roles: Iterable[Row],
    workstream_leads: Iterable[Row],
    entities: Iterable[Row],
    workstream_links: Iterable[Row] = (),
    *,
    title: str = "Who does what",
    subtitle: str = "",
) -> Network:
    """Return the network the rows of four saved queries describe.

    People and occasions are left out, and so are links no sentence speaks of. Columns beyond the contract
    are used where present: `status` and `collective` of a role or link, `document` of a link; `aliases` and
    `identifiers` (joined with `|`) of an entity.

    >>> rows = [{"agent": "http://x/agency/undp", "agentLabel": "UNDP", "role": "reporting", "basis": "implied",
    ...          "target": "http://x/workstream/img", "targetLabel": "IMG on Biodiversity", "paragraph": "5"}]
    >>> [edge.sentence for edge in network_of(rows, [], []).edges]
    ['UNDP reported on the IMG on Biodiversity. A leading role is implied, not stated.']
    """
    role_rows = [row for row in roles if _is_drawn(row)]
    lead_rows, entity_rows, link_rows = list(workstream_leads), list(entities), list(workstream_links)
    described = {_text(row, "entity"): row for row in reversed(entity_rows) if _text(row, "mentions") != "0"}
    labels = _labels(role_rows, lead_rows, link_rows)
    iris = {_text(row, end) for row in role_rows for end in ("agent", "target")}
    iris |= {_text(row, "workstream") for row in lead_rows} - {""}
    iris |= {iri for iri in described if _kind(iri) in ("agency", "mechanism", "workstream")}
    stated = _stated(lead_rows, "workstream") | _stated(role_rows, "target")
    nodes = {iri: _node(iri, labels.get(iri, ""), described.get(iri, {}), lead_stated=iri in stated) for iri in iris}
    edges = {_role_edge(row, nodes) for row in role_rows}
    edges |= _link_edges(link_rows, nodes)
    return Network(
        title,
        subtitle,
        tuple(sorted(nodes.values(), key=_node_order)),
        tuple(sorted(edges, key=lambda edge: _edge_order(edge, nodes))),
    )


def _text(row: Row, column: str) -> str:
    """Return a cell as clean text, empty where unknown."""
    value = row.get(column)
    return "" if value is None else clean(str(value)).strip()


def _labels(*tables: Sequence[Row]) -> dict[str, str]:
    """Return the label that stands beside each IRI in the rows."""
    columns = ("agent", "target", "workstream", "agency", "other")
    return {_text(row, key): _text(row, f"{key}Label") for table in tables for row in table for key in columns if row.get(key)}


def _stated(rows: Iterable[Row], column: str) -> set[str]:
    """Return what has a lead, chair or co-chair in so many words."""
    return {_text(row, column) for row in rows if _text(row, "basis") == "stated" and _text(row, "role") in LEADING}


def _kind(iri: str) -> str:
    """Return the kind an IRI tells by its folder.

    >>> _kind("https://w3id.org/uneg/agency/unep")
    'agency'
    """
    return iri.rstrip("/").rpartition("/")[0].rpartition("/")[2]


def _is_drawn(row: Row) -> bool:
    """Tell whether a role belongs in the picture: an organization's, in something that lasts."""
    ends = (_text(row, "agent"), _text(row, "target"))
    return all(ends) and _text(row, "role") != "participant" and not any(_kind(end) in UNDRAWN for end in ends)


def _node(iri: str, label: str, row: Row, *, lead_stated: bool) -> Node:
    """Return the node of an IRI from what the rows say about it."""
    kind, words = _kind(iri), type_label(_text(row, "type").split("|")[0] or _kind(iri))
    aliases, identifiers, acronyms = (tuple(filter(None, _text(row, key).split("|"))) for key in ("aliases", "identifiers", "acronym"))
    more = tuple(dict.fromkeys((*acronyms[1:], *aliases)))
    return Node(iri, _text(row, "label") or label or iri, acronyms[0] if acronyms else "", kind, words, more, identifiers, lead_stated)


def _role_edge(row: Row, nodes: Mapping[str, Node]) -> Edge:
    """Return the edge of one row of `roles`; what has no basis is taken for the weaker one."""
    return _edge(row, nodes[_text(row, "agent")], nodes[_text(row, "target")], _text(row, "role"), _text(row, "basis") or "implied")


def _link_edges(rows: Iterable[Row], nodes: Mapping[str, Node]) -> set[Edge]:
    """Return the links between nodes that a sentence speaks of; who established a group need not be called its whole as well."""
    ends = [(row, (_text(row, "workstream"), _text(row, "other"))) for row in rows if _text(row, "quote")]
    links = {_link_edge(row, nodes) for row, pair in ends if set(pair) <= set(nodes)}
    made = {(link.target, link.source, link.quote) for link in links if link.role == "established"}
    return {link for link in links if link.role != "part of" or (link.source, link.target, link.quote) not in made}


def _link_edge(row: Row, nodes: Mapping[str, Node]) -> Edge:
    """Return the edge of one row of `workstream-links`, which are read off the text."""
    relation, ends = type_label(_text(row, "relation")).lower(), (_text(row, "workstream"), _text(row, "other"))
    if relation == "established by":
        relation, ends = "established", ends[::-1]
    elif relation == "collaborates with":  # said once, and true both ways
        ends = (min(ends), max(ends))
    return _edge(row, nodes[ends[0]], nodes[ends[1]], relation, _text(row, "basis") or "stated")


def _edge(row: Row, source: Node, target: Node, role: str, basis: str) -> Edge:
    """Return an edge with its statement in words."""
    status, collective = _text(row, "status"), _text(row, "collective").lower() in ("true", "1")
    agent, thing = named(source.name, source.kind), named(target.name, target.kind)
    words = sentence(role, agent, thing, basis=basis, status=status, collective=collective)
    document, paragraph, quote = (_text(row, key) for key in ("document", "paragraph", "quote"))
    return Edge(source.iri, target.iri, role, basis, status, collective, document, paragraph, quote, words)


def _node_order(node: Node) -> tuple[int, str, str]:
    """Sort organizations before what they work on, then by name."""
    return (KIND_ORDER.index(node.kind) if node.kind in KIND_ORDER else len(KIND_ORDER), node.name.casefold(), node.iri)


def _edge_order(edge: Edge, nodes: Mapping[str, Node]) -> tuple[object, ...]:
    """Sort by who, what they do, for what, and where it is said."""
    roles = (*ROLE_SENTENCES, *LINK_SENTENCES)
    rank = roles.index(edge.role) if edge.role in roles else len(roles)
    numbers = tuple(int(number) for number in re.findall(r"\d{1,9}", edge.paragraph))
    ends = _node_order(nodes[edge.source]), _node_order(nodes[edge.target])
    last = (edge.basis, edge.status, edge.collective, edge.quote)
    return (ends[0], rank, edge.role, ends[1], edge.document, numbers, edge.paragraph, *last)


# ── picture ──────────────────────────────────────────────────────────────────────────────────────


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
    linked = {end for edge in network.edges for end in (edge.source, edge.target)}
    served = {edge.target for edge in network.edges if edge.role in ROLE_SENTENCES}
    groups = {}
    for node in network.nodes:
        if node.kind == "workstream":
            groups[node.iri] = "led" if node.lead_stated else "open" if node.iri in served else "nobody"
        elif node.kind in ORGANIZATIONS:
            groups[node.iri] = "idle" if node.iri not in linked else "agency" if node.kind == "agency" else "mechanism"
        else:
            groups[node.iri] = "other"
    return groups


def to_html(network: Network, positions: Positions) -> str:
    """Return the page: one file that opens without a network.

    >>> to_html(Network("", "", (), ()), {})[:15]
    '<!doctype html>'
    """
    network, positions = _cleaned(network), {clean(iri): point for iri, point in positions.items()}
    short = _shortener(node.iri for node in network.nodes)
    number, groups = {node.iri: f"n{index}" for index, node in enumerate(network.nodes)}, node_groups(network)
    nodes, edges = [], []
    for node in network.nodes:
        head, lines = caption(node.name, split=node.kind == "workstream")
        nodes.append({
            **{name: getattr(node, name) for name in ("iri", "name", "label", "acronym", "kind", "aliases", "identifiers")},
            "id": number[node.iri], "key": short(node.iri), "type": node.type_label, "group": groups[node.iri],
            "head": head, "lines": lines, "at": positions[node.iri],
        })  # fmt: skip
    for edge in network.edges:
        edges.append({  # noqa: PERF401 - the same form as above
            **{name: getattr(edge, name) for name in ("role", "basis", "status", "collective", "paragraph", "quote", "sentence")},
            "from": number[edge.source], "to": number[edge.target], "document": short(edge.document).removeprefix("document/"),
            "key": "~".join((short(edge.source), edge.role, short(edge.target), edge.paragraph)),
        })  # fmt: skip
    return render(network.title, network.subtitle, nodes, edges)


def _shortener(iris: Iterable[str]) -> Callable[[str], str]:
    """Return a function that leaves out of an IRI the base most of them share.

    >>> _shortener(["http://x/agency/a", "http://x/workstream/b", "http://sdg.example/12"])("http://x/agency/a")
    'agency/a'
    """
    bases = Counter("/".join(iri.split("/")[:-2]) + "/" for iri in iris)
    base = min(bases, key=lambda base: (-bases[base], base), default="")
    return lambda iri: iri.removeprefix(base)


# ── exchange files ───────────────────────────────────────────────────────────────────────────────


def to_networkx(network: Network) -> nx.MultiDiGraph[str]:
    """Return the network as a graph of networkx: one edge a statement, attributes text or boolean.

    >>> len(to_networkx(Network("", "", (Node("i", "UNEP", "", "agency", ""),), ())))
    1
    """
    from networkx import MultiDiGraph  # noqa: PLC0415 - a tenth of a second that only these files need

    graph: nx.MultiDiGraph[str] = MultiDiGraph(name=network.title)
    for node in network.nodes:
        graph.add_node(
            node.iri, label=node.label, acronym=node.acronym, kind=node.kind, typeLabel=node.type_label,
            aliases="|".join(node.aliases), identifiers="|".join(node.identifiers), leadStated=node.lead_stated,
        )  # fmt: skip
    for number, edge in enumerate(network.edges):
        texts = {field.name: getattr(edge, field.name) for field in fields(edge) if field.name not in ("source", "target")}
        graph.add_edge(edge.source, edge.target, key=f"e{number}", **texts)
    return graph


def to_graphml(network: Network) -> bytes:
    """Return the network as GraphML, which yEd, Gephi, Cytoscape and igraph read.

    >>> to_graphml(Network("", "", (), ()))[:38]
    b"<?xml version='1.0' encoding='utf-8'?>"
    """
    from networkx.readwrite.graphml import GraphMLWriter  # noqa: PLC0415

    stream = io.BytesIO()
    GraphMLWriter(to_networkx(_cleaned(network)), encoding="utf-8", prettyprint=True).dump(stream)
    return stream.getvalue()


def to_gexf(network: Network, positions: Positions | None = None) -> bytes:
    """Return the network as GEXF, the format of Gephi, without the date networkx writes into it.

    With `positions` Gephi opens it as the page shows it (its axis points up, ours down).

    >>> b"lastmodifieddate" in to_gexf(Network("", "", (), ()))
    False
    """
    from networkx.readwrite.gexf import GEXFWriter  # noqa: PLC0415

    graph = to_networkx(_cleaned(network))
    for iri, (x, y) in (positions or {}).items():
        graph.nodes[clean(iri)]["viz"] = {"position": {"x": x, "y": -y, "z": 0.0}}
    stream, writer = io.BytesIO(), GEXFWriter(graph, encoding="utf-8", prettyprint=True, version="1.2draft")
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
    writer.write(stream)
    return stream.getvalue()


def _cleaned(network: Network) -> Network:
    """Return the network with every text free of characters that no XML file may hold."""
    nodes, edges = tuple(map(_cleaned_value, network.nodes)), tuple(map(_cleaned_value, network.edges))
    return Network(clean(network.title), clean(network.subtitle), nodes, edges)


def _cleaned_value(value: T) -> T:
    """Return a node or an edge with clean texts."""
    texts: dict[str, Any] = {}
    for field in fields(value):
        content = getattr(value, field.name)
        if isinstance(content, str):
            texts[field.name] = clean(content)
        elif isinstance(content, tuple):
            texts[field.name] = tuple(map(clean, content))
    return replace(value, **texts)
