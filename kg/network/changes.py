"""What is new, changed or gone since the previous build, and which of its places are kept.

>>> from kg.network.values import Network, Node
>>> old = Network("", "", (Node("a", "UNEP", "", "agency", ""),), ())
>>> new = Network("", "", (Node("a", "UNEP", "", "agency", ""), Node("b", "UNDP", "", "agency", "")), ())
>>> [(node.label, node.change) for node in compared(new, old).nodes]
[('UNEP', ''), ('UNDP', 'new')]
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.network.values import Edge, Network, Node

SAME = 1 / 3  # of the nodes of the larger build; with fewer in common it is another picture, not the next one


def follows(network: Network, previous: Network) -> bool:
    """Tell whether a network is the next state of a previous one, so that its places are worth keeping.

    >>> from kg.network.values import Network, Node
    >>> follows(Network("", "", (), ()), Network("", "", (Node("a", "", "", "", ""),), ()))
    False
    """
    now, before = {node.iri for node in network.nodes}, {node.iri for node in previous.nodes}
    return len(now & before) > SAME * max(len(now), len(before))


def compared(network: Network, previous: Network) -> Network:
    """Return the network with its changes marked, and with what is gone since the previous build."""
    before = {_identity(edge): edge for edge in previous.edges}
    edges = [replace(edge, change=_edge_change(edge, before)) for edge in network.edges]
    now = {_identity(edge) for edge in network.edges}
    gone = [replace(edge, change="gone") for edge in previous.edges if _identity(edge) not in now]
    touched = {end for edge in (*edges, *gone) if edge.change for end in (edge.source, edge.target)}
    known = {node.iri: node for node in previous.nodes}
    nodes = [replace(node, change=_node_change(node, known, node.iri in touched)) for node in network.nodes]
    left = {node.iri for node in nodes}
    nodes += [replace(node, change="gone") for node in previous.nodes if node.iri not in left]
    return replace(network, nodes=tuple(nodes), edges=(*edges, *gone))


def _identity(edge: Edge) -> tuple[str, ...]:
    """Return what makes a statement the same one in the next build."""
    return edge.source, edge.role, edge.target, edge.document, *(" ".join(text.split()) for text in (edge.paragraph, edge.quote))


def _edge_change(edge: Edge, before: Mapping[tuple[str, ...], Edge]) -> str:
    """Tell what has become of a statement: the basis or the standing of it may have changed."""
    old = before.get(_identity(edge))
    if old is None:
        return "new"
    return "" if (old.basis, old.status, old.collective) == (edge.basis, edge.status, edge.collective) else "changed"


def _node_change(node: Node, known: Mapping[str, Node], touched: bool) -> str:  # noqa: FBT001 - one of two cases
    """Tell what has become of a node: another name, another type, another lead, or other statements."""
    old = known.get(node.iri)
    if old is None:
        return "new"
    same = (old.label, old.type_label, old.lead_stated) == (node.label, node.type_label, node.lead_stated)
    return "" if same and not touched else "changed"
