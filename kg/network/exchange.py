"""The network as GraphML and GEXF, and back from the GraphML of a previous build."""

from __future__ import annotations

import io
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar
from xml.etree import ElementTree as ET

from kg.network.text import clean
from kg.network.values import Edge, Network, Node

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    Positions = Mapping[str, tuple[float, float]]

T = TypeVar("T", "Node", "Edge")
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


def to_networkx(network: Network, positions: Positions | None = None) -> nx.MultiDiGraph[str]:
    """Return the network as a graph of networkx: one edge a statement, attributes text, boolean, or coordinates.

    >>> len(to_networkx(Network("", "", (Node("i", "UNEP", "", "agency", ""),), ())))
    1
    """
    from networkx import MultiDiGraph

    graph: nx.MultiDiGraph[str] = MultiDiGraph(name=network.title)
    for node in network.nodes:
        graph.add_node(
            node.iri, label=node.label, acronym=node.acronym, kind=node.kind, typeLabel=node.type_label,
            aliases="|".join(node.aliases), identifiers="|".join(node.identifiers), documents="|".join(node.documents),
            leadStated=node.lead_stated,
        )  # fmt: skip
        if positions and node.iri in positions:
            graph.nodes[node.iri].update(zip(("x", "y"), positions[node.iri], strict=True))
    for number, edge in enumerate(network.edges):
        texts = {field.name: getattr(edge, field.name) for field in fields(edge) if field.name not in ("source", "target", "change")}
        graph.add_edge(edge.source, edge.target, key=f"e{number}", **texts)
    return graph


def to_graphml(network: Network, positions: Positions | None = None) -> bytes:
    """Return the network as GraphML, which yEd, Gephi, Cytoscape and igraph read; with positions, as `x` and `y`.

    >>> to_graphml(Network("", "", (), ()))[:38]
    b"<?xml version='1.0' encoding='utf-8'?>"
    """
    from networkx.readwrite.graphml import GraphMLWriter

    cleaned, stream = cleaned_network(network), io.BytesIO()
    places = {clean(iri): point for iri, point in (positions or {}).items()}
    GraphMLWriter(to_networkx(cleaned, places), encoding="utf-8", prettyprint=True).dump(stream)
    return stream.getvalue()


def read_graphml(data: bytes) -> tuple[Network, dict[str, tuple[float, float]]] | None:
    """Return the network and the positions that `to_graphml` wrote, or nothing where it did not.

    >>> network = Network("", "", (Node("i", "UNEP", "", "agency", ""),), ())
    >>> read_graphml(to_graphml(network, {"i": (1.0, 2.5)})) == (network, {"i": (1.0, 2.5)})
    True
    """
    try:
        root = ET.fromstring(data)  # noqa: S314 - a file of our own
    except ET.ParseError:
        return None
    names = {key.get("id"): str(key.get("attr.name")) for key in root.iter(f"{GRAPHML}key")}
    nodes, edges, places = [], [], {}
    for element in root.iter(f"{GRAPHML}node"):
        values, iri = _values(element, names), str(element.get("id"))
        nodes.append(_node(iri, values))
        if "x" in values and "y" in values:
            places[iri] = float(values["x"]), float(values["y"])
    known = [field.name for field in fields(Edge) if field.name not in ("source", "target", "collective", "change")]
    for element in root.iter(f"{GRAPHML}edge"):
        values = _values(element, names)
        texts: dict[str, Any] = {name: values.get(name, "") for name in known}
        ends = str(element.get("source")), str(element.get("target"))
        edges.append(Edge(*ends, collective=values.get("collective", "").lower() == "true", **texts))
    return Network("", "", tuple(nodes), tuple(edges)), places


def _values(element: ET.Element, names: Mapping[str | None, str]) -> dict[str, str]:
    """Return the attributes of a node or an edge."""
    return {names[data.get("key")]: data.text or "" for data in element.iter(f"{GRAPHML}data") if data.get("key") in names}


def _node(iri: str, values: Mapping[str, str]) -> Node:
    """Return the node of its attributes."""
    aliases, identifiers, documents = (tuple(filter(None, values.get(key, "").split("|"))) for key in ("aliases", "identifiers", "documents"))
    label, acronym, kind, words = (values.get(key, "") for key in ("label", "acronym", "kind", "typeLabel"))
    return Node(iri, label, acronym, kind, words, aliases, identifiers, values.get("leadStated", "").lower() == "true", documents)


def to_gexf(network: Network, positions: Positions | None = None) -> bytes:
    """Return the network as GEXF, the format of Gephi, without the date networkx writes into it.

    With `positions` Gephi opens it as the page shows it (its axis points up, ours down).

    >>> b"lastmodifieddate" in to_gexf(Network("", "", (), ()))
    False
    """
    from networkx.readwrite.gexf import GEXFWriter

    graph = to_networkx(cleaned_network(network))
    for iri, (x, y) in (positions or {}).items():
        if clean(iri) in graph:
            graph.nodes[clean(iri)]["viz"] = {"position": {"x": x, "y": -y, "z": 0.0}}
    stream, writer = io.BytesIO(), GEXFWriter(graph, encoding="utf-8", prettyprint=True, version="1.2draft")
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
    writer.write(stream)
    return stream.getvalue()


def cleaned_network(network: Network) -> Network:
    """Return the network with every text free of characters that no XML file may hold."""
    nodes, edges = tuple(map(cleaned, network.nodes)), tuple(map(cleaned, network.edges))
    return Network(clean(network.title), clean(network.subtitle), nodes, edges)


def cleaned(value: T) -> T:
    """Return a node or an edge with clean texts.

    >>> cleaned(Node("i", "UN" + chr(0) + "EP", "", "agency", "")).label
    'UNEP'
    """
    texts: dict[str, Any] = {}
    for field in fields(value):
        content = getattr(value, field.name)
        if isinstance(content, str):
            texts[field.name] = clean(content)
        elif isinstance(content, tuple):
            texts[field.name] = tuple(map(clean, content))
    return replace(value, **texts)
