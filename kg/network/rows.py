"""From the rows of saved queries to the network, and to what the page shows beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.network.text import LINK_SENTENCES, ROLE_SENTENCES, clean, named, sentence, type_label
from kg.network.values import Edge, Network, Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Row = Mapping[str, object]

UNDRAWN = ("person", "meeting", "event", "cop", "document", "statement")  # people and occasions: other views
LEADING = ("lead", "chair", "co-chair")
KIND_ORDER = ("agency", "mechanism", "body", "workstream")


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
    naming = _naming(role_rows, lead_rows, link_rows, entity_rows)
    labels = _labels(role_rows, lead_rows, link_rows)
    iris = {_text(row, end) for row in role_rows for end in ("agent", "target")}
    iris |= {_text(row, "workstream") for row in lead_rows} - {""}
    iris |= {iri for iri in described if _kind(iri) in ("agency", "mechanism", "workstream")}
    stated = _stated(lead_rows, "workstream") | _stated(role_rows, "target")
    nodes = {iri: _node(iri, labels.get(iri, ""), described.get(iri, {}), lead_stated=iri in stated, documents=naming.get(iri, ())) for iri in iris}
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


def _naming(*tables: Sequence[Row]) -> dict[str, tuple[str, ...]]:
    """Return the documents in which each IRI is named."""
    found: dict[str, set[str]] = {}
    for row in (row for table in tables for row in table):
        for key in ("agent", "target", "workstream", "agency", "other", "entity"):
            if row.get(key) and row.get("document"):
                found.setdefault(_text(row, key), set()).add(_text(row, "document"))
    return {iri: tuple(sorted(documents)) for iri, documents in found.items()}


def _node(iri: str, label: str, row: Row, *, lead_stated: bool, documents: tuple[str, ...] = ()) -> Node:
    """Return the node of an IRI from what the rows say about it."""
    kind, words = _kind(iri), type_label(_text(row, "type").split("|")[0] or _kind(iri))
    aliases, identifiers, acronyms = (tuple(filter(None, _text(row, key).split("|"))) for key in ("aliases", "identifiers", "acronym"))
    name, acronym = _text(row, "label") or label or iri, acronyms[0] if acronyms else ""
    more = tuple(alias for alias in dict.fromkeys((*acronyms[1:], *aliases)) if alias not in (name, acronym))
    return Node(iri, name, acronym, kind, words, more, identifiers, lead_stated, documents)


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
