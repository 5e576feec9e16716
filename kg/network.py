"""The network of who does what: nodes, role edges with their quotes, and its three files.

    rows of saved queries ─network_of▶ Network ─layout▶ positions
    Network + positions ─to_html▶ network.html · Network ─to_graphml, to_gexf▶ exchange files

An edge is one statement: the same agency may co-chair a group and report on it, in two sentences.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, fields, replace
from os.path import commonprefix
from textwrap import wrap
from typing import TYPE_CHECKING, TypeVar

from kg.network_layout import Box, place
from kg.network_page import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import networkx

    Row = Mapping[str, object]
    Positions = Mapping[str, tuple[float, float]]

T = TypeVar("T", "Node", "Edge")
ORGANIZATIONS = ("agency", "mechanism", "body")  # kinds of nodes that do something
UNDRAWN = ("person", "meeting", "event", "cop", "document", "statement")  # people and occasions: other views
LEADING = ("lead", "chair", "co-chair")
ROLE_SENTENCES = {
    "lead": "{agent} leads {target}",
    "chair": "{agent} chairs {target}",
    "co-chair": "{agent} co-chairs {target}",
    "secretariat": "{agent} provides the secretariat of {target}",
    "host": "{agent} hosts {target}",
    "collaborator": "{agent} collaborates on {target}",
    "member": "{agent} is a member of {target}",
    "officer": "{agent} is an officer of {target}",
    "proposer": "{agent} proposed {target}",
    "reporting": "{agent} reported on {target}",
    "participant": "{agent} takes part in {target}",
}
LINK_SENTENCES = {
    "part of": "{agent} is part of {target}",
    "implements": "{agent} implements {target}",
    "established": "{agent} established {target}",
    "collaborates with": "{agent} collaborates with {target}",
    "reports to": "{agent} reports to {target}",
    "succeeded by": "{agent} is succeeded by {target}",
    "succeeds": "{agent} succeeds {target}",
}
KIND_ORDER = ("agency", "mechanism", "body", "workstream")
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
HEAD = re.compile(r"(.{4,60}? (?:on|for)(?: the| a| an)?) (.+)", re.DOTALL)  # "Task Team on a | UN System …"
CAPTION_WIDTH, CAPTION_LINES = 22, 4
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
        """What people call it: the acronym of an organization, the full name of a workstream.

        >>> Node("…/agency/unep", "United Nations Environment Programme", "UNEP", "agency", "UN entity").name
        'UNEP'
        """
        return self.acronym if self.acronym and self.kind in ORGANIZATIONS else self.label


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

    People and occasions are left out. Columns beyond the contract are used where present: `status` and
    `collective` of a role or link; `aliases` and `identifiers` (joined with `|`) of an entity.

    >>> rows = [{"agent": "http://x/agency/undp", "agentLabel": "UNDP", "role": "reporting", "basis": "implied",
    ...          "target": "http://x/workstream/img", "targetLabel": "IMG on Biodiversity", "paragraph": "5"}]
    >>> [edge.sentence for edge in network_of(rows, [], []).edges]
    ['UNDP reported on the IMG on Biodiversity. A leading role is implied, not stated.']
    """
    role_rows, lead_rows, entity_rows, link_rows = map(list, (roles, workstream_leads, entities, workstream_links))
    stated = {
        _text(row, "workstream") for row in lead_rows if _text(row, "basis") == "stated" and _text(row, "role") in LEADING
    }
    described = {_text(row, "entity"): row for row in reversed(entity_rows)}
    labels = _labels(role_rows, lead_rows, link_rows)
    ends = {_text(row, end) for row in role_rows for end in ("agent", "target") if _drawn_role(row)}
    alone = {iri for iri in described if _kind(iri) in ("agency", "mechanism", "workstream")}
    iris = {iri for iri in ends | alone | {_text(row, "workstream") for row in lead_rows} if iri}
    nodes = {iri: _node(iri, labels.get(iri, ""), described.get(iri, {}), iri in stated) for iri in iris}
    edges = [_role_edge(row, nodes) for row in role_rows if _drawn_role(row)]
    edges += [_link_edge(row, nodes) for row in link_rows if {_text(row, "workstream"), _text(row, "other")} <= iris]
    return Network(
        title,
        subtitle,
        tuple(sorted(nodes.values(), key=_node_order)),
        tuple(sorted(set(edges), key=lambda edge: _edge_order(edge, nodes))),
    )


def _text(row: Row, column: str) -> str:
    """Return a cell as clean text, empty where unknown."""
    value = row.get(column)
    return "" if value is None else clean(str(value)).strip()


def clean(text: str) -> str:
    """Return the text without the characters that no XML file may hold.

    >>> clean("a\\x00b\\x1bc")
    'abc'
    """
    return ILLEGAL.sub("", text)


def _labels(*tables: Sequence[Row]) -> dict[str, str]:
    """Return the label that stands beside each IRI in the rows."""
    columns = ("agent", "target", "workstream", "agency", "other")
    return {
        _text(row, column): _text(row, f"{column}Label") for table in tables for row in table for column in columns if row.get(column)
    }


def _kind(iri: str) -> str:
    """Return the kind an IRI tells by its folder.

    >>> _kind("https://w3id.org/uneg/agency/unep")
    'agency'
    """
    return iri.rstrip("/").rpartition("/")[0].rpartition("/")[2]


def _drawn_role(row: Row) -> bool:
    """Tell whether a role belongs in the picture: one organization's, in something that lasts."""
    ends = (_text(row, "agent"), _text(row, "target"))
    return all(ends) and _text(row, "role") != "participant" and not any(_kind(end) in UNDRAWN for end in ends)


def _node(iri: str, label: str, row: Row, lead_stated: bool) -> Node:  # noqa: FBT001 - a fact, not a switch
    """Return the node of an IRI from what the rows say about it."""
    kind, label = _kind(iri), _text(row, "label") or label or iri
    aliases, identifiers = (tuple(filter(None, _text(row, column).split("|"))) for column in ("aliases", "identifiers"))
    return Node(iri, label, _text(row, "acronym"), kind, type_label(_text(row, "type") or kind), aliases, identifiers, lead_stated)


def type_label(name: str) -> str:
    """Return the words of a class name, whether IRI, CURIE or label.

    >>> type_label("https://w3id.org/uneg/ontology#IssueManagementGroup"), type_label("uneg:UNEntity")
    ('Issue management group', 'UN entity')
    """
    words = CAMEL.split(re.split(r"[#/:]", name)[-1].strip())
    kept = [word if word.isupper() and len(word) > 1 else word.lower() for word in words]
    text = " ".join(filter(None, kept))
    return text[:1].upper() + text[1:]


def _role_edge(row: Row, nodes: Mapping[str, Node]) -> Edge:
    """Return the edge of one row of `roles`."""
    return _edge(row, nodes, ("agent", "target"), _text(row, "role"), ROLE_SENTENCES)


def _link_edge(row: Row, nodes: Mapping[str, Node]) -> Edge:
    """Return the edge of one row of `workstream-links`."""
    relation = type_label(_text(row, "relation")).lower()
    return _edge(row, nodes, ("workstream", "other"), relation, LINK_SENTENCES)


def _edge(row: Row, nodes: Mapping[str, Node], ends: tuple[str, str], role: str, sentences: Mapping[str, str]) -> Edge:
    """Return an edge with its sentence in words."""
    source, target = (_text(row, end) for end in ends)
    basis, status = _text(row, "basis") or "stated", _text(row, "status")
    collective = _text(row, "collective").lower() in ("true", "1")
    pattern = sentences.get(role, "{agent}: " + role.replace("{", "(").replace("}", ")") + ", {target}")
    sentence = pattern.format(agent=_named(nodes[source]), target=_named(nodes[target]))
    sentence = sentence[:1].upper() + sentence[1:]
    sentence += ", together with others." if collective else "."
    if basis == "implied" and role == "reporting":
        sentence += " A leading role is implied, not stated."
    elif basis == "implied":
        sentence += " This is implied, not stated."
    if status == "suggested":
        sentence += " This is suggested, not yet decided."
    return Edge(
        source, target, role, basis, status, collective,
        _text(row, "document"), _text(row, "paragraph"), _text(row, "quote"), sentence,
    )  # fmt: skip


def _named(node: Node) -> str:
    """Return a node's name as it stands in a sentence.

    >>> _named(Node("i", "Working group on data", "", "workstream", "")), _named(Node("i", "Data for the SDGs", "", "proposal", ""))
    ('the Working group on data', '“Data for the SDGs”')
    """
    form = {"workstream": "the {}", "instrument": "the {}", "mechanism": "the {}", "body": "the {}", "proposal": "“{}”", "deliverable": "“{}”"}
    return form.get(node.kind, "{}").format(node.name).replace("the The ", "the ").replace("the the ", "the ")


def _node_order(node: Node) -> tuple[int, str, str]:
    """Sort organizations before what they work on, then by name."""
    return (KIND_ORDER.index(node.kind) if node.kind in KIND_ORDER else len(KIND_ORDER), node.name.casefold(), node.iri)


def _edge_order(edge: Edge, nodes: Mapping[str, Node]) -> tuple[object, ...]:
    """Sort by who, what they do, for what, and where it is said."""
    roles = (*ROLE_SENTENCES, *LINK_SENTENCES)
    rank = roles.index(edge.role) if edge.role in roles else len(roles)
    numbers = tuple(int(number) for number in re.findall(r"\d{1,9}", edge.paragraph))
    ends = _node_order(nodes[edge.source]), _node_order(nodes[edge.target])
    return (ends[0], rank, edge.role, ends[1], edge.document, numbers, edge.paragraph, edge.basis, edge.status, edge.collective, edge.quote)


# ── layout ───────────────────────────────────────────────────────────────────────────────────────


def layout(network: Network, previous: Positions | None = None) -> dict[str, tuple[float, float]]:
    """Return where each node stands, the same on every run; a node in `previous` keeps its place.

    >>> layout(Network("", "", (), ()))
    {}
    """
    number = {node.iri: index for index, node in enumerate(network.nodes)}
    busy = {end for edge in network.edges for end in (edge.source, edge.target)}
    boxes = [_box(node, loose=node.iri not in busy and node.kind in ORGANIZATIONS) for node in network.nodes]
    drops = [box.drop for box in boxes]
    kept = {number[iri]: (x, y + drops[number[iri]]) for iri, (x, y) in (previous or {}).items() if iri in number}
    centres = place(boxes, [(number[edge.source], number[edge.target]) for edge in network.edges], kept)
    return {node.iri: (x, round(y - drop, 1)) for node, drop, (x, y) in zip(network.nodes, drops, centres, strict=True)}


def caption(node: Node) -> tuple[str, tuple[str, ...]]:
    """Return what is written at a node: a small head that many share, and the lines that tell it apart.

    >>> caption(Node("i", "Issue Management Group on Human Rights and the Environment", "", "workstream", ""))
    ('Issue Management Group on', ('Human Rights and', 'the Environment'))
    """
    split = HEAD.match(node.name) if node.kind == "workstream" else None
    head, main = split.groups() if split else ("", node.name)
    main = main[:1].upper() + main[1:]
    lines = full = wrap(main, CAPTION_WIDTH) or [node.iri]
    for width in range(CAPTION_WIDTH, CAPTION_WIDTH // 2, -1):  # the narrowest block of as many lines
        narrow = wrap(main, width, break_long_words=False)
        if len(narrow) == len(full) and max(map(len, narrow)) <= width:
            lines = narrow
    return head, tuple(lines if len(lines) <= CAPTION_LINES else [*lines[: CAPTION_LINES - 1], lines[CAPTION_LINES - 1] + " …"])


def _box(node: Node, *, loose: bool) -> Box:
    """Return the room a node takes, its caption in the size the page writes it."""
    head, lines = caption(node)
    width = max(7.2 * max(map(len, lines)), 5.6 * len(head), 40.0)
    height = 2 * SYMBOL + 16.0 * len(lines) + 13.0 * bool(head) + 13.0 * (node.kind == "workstream" and not node.lead_stated)
    return Box(width, height, height / 2 - SYMBOL, loose)  # the caption hangs below the symbol


# ── files ────────────────────────────────────────────────────────────────────────────────────────


def to_networkx(network: Network) -> networkx.MultiDiGraph[str]:
    """Return the network as a graph of networkx: one edge a statement, attributes text or boolean.

    >>> len(to_networkx(Network("", "", (Node("i", "UNEP", "", "agency", ""),), ())))
    1
    """
    from networkx import MultiDiGraph  # noqa: PLC0415 - a tenth of a second that only these files need

    graph: networkx.MultiDiGraph[str] = MultiDiGraph(name=network.title)
    for node in network.nodes:
        graph.add_node(
            node.iri, label=node.label, acronym=node.acronym, kind=node.kind, typeLabel=node.type_label,
            aliases="|".join(node.aliases), identifiers="|".join(node.identifiers), leadStated=node.lead_stated,
        )  # fmt: skip
    for number, edge in enumerate(network.edges):
        graph.add_edge(
            edge.source, edge.target, key=f"e{number}", role=edge.role, basis=edge.basis, status=edge.status,
            collective=edge.collective, document=edge.document, paragraph=edge.paragraph, quote=edge.quote,
            sentence=edge.sentence,
        )  # fmt: skip
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


def to_gexf(network: Network) -> bytes:
    """Return the network as GEXF, the format of Gephi, without the date networkx writes into it.

    >>> b"lastmodifieddate" in to_gexf(Network("", "", (), ()))
    False
    """
    from networkx.readwrite.gexf import GEXFWriter  # noqa: PLC0415

    stream = io.BytesIO()
    writer = GEXFWriter(to_networkx(_cleaned(network)), encoding="utf-8", prettyprint=True, version="1.2draft")
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
    writer.write(stream)
    return stream.getvalue()


def to_html(network: Network, positions: Positions) -> str:
    """Return the page: one file that opens without a network.

    >>> to_html(Network("", "", (), ()), {})[:15]
    '<!doctype html>'
    """
    network = _cleaned(network)
    positions = {clean(iri): point for iri, point in positions.items()}
    short = _shortener(node.iri for node in network.nodes)
    number = {node.iri: f"n{index}" for index, node in enumerate(network.nodes)}
    groups = node_groups(network)
    nodes = [
        {
            **{field: getattr(node, field) for field in ("iri", "name", "label", "acronym", "kind", "aliases", "identifiers")},
            "id": number[node.iri], "key": short(node.iri), "type": node.type_label, "group": groups[node.iri],
            "head": caption(node)[0], "lines": caption(node)[1], "at": positions[node.iri],
        }
        for node in network.nodes
    ]  # fmt: skip
    edges = [
        {
            **{field: getattr(edge, field) for field in ("role", "basis", "status", "collective", "paragraph", "quote", "sentence")},
            "from": number[edge.source], "to": number[edge.target], "document": short(edge.document).removeprefix("document/"),
            "key": "~".join((short(edge.source), edge.role, short(edge.target), edge.paragraph)),
        }
        for edge in network.edges
    ]  # fmt: skip
    return render(network.title, network.subtitle, nodes, edges)


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


def _cleaned(network: Network) -> Network:
    """Return the network with every text free of characters that no XML file may hold."""
    nodes, edges = tuple(map(_cleaned_value, network.nodes)), tuple(map(_cleaned_value, network.edges))
    return Network(clean(network.title), clean(network.subtitle), nodes, edges)


def _cleaned_value(value: T) -> T:
    """Return a node or an edge with clean texts."""
    texts = {}
    for field in fields(value):
        content = getattr(value, field.name)
        if isinstance(content, str):
            texts[field.name] = clean(content)
        elif isinstance(content, tuple):
            texts[field.name] = tuple(map(clean, content))
    return replace(value, **texts)


def _shortener(iris: Iterable[str]) -> Callable[[str], str]:
    """Return a function that leaves out of an IRI what all of them begin with.

    >>> _shortener(["http://x/agency/a", "http://x/workstream/b"])("http://x/agency/a")
    'agency/a'
    """
    base = commonprefix(list(iris)).rpartition("/")[0] + "/"
    return lambda iri: iri.removeprefix(base)
