"""What the network is made of: nodes, edges, and the texts and dates that the page shows beside them."""

from __future__ import annotations

from dataclasses import dataclass, field

ORGANIZATIONS = ("agency", "mechanism", "body")  # kinds of nodes that do something


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
    documents: tuple[str, ...] = ()  # which name it
    change: str = ""  # since the previous build: new, changed, gone

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
    change: str = ""


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges in a fixed order; every end of an edge is one of the nodes."""

    title: str
    subtitle: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that was read, and the meeting it records; dates are ISO 8601, empty where unknown."""

    iri: str
    title: str
    symbol: str = ""
    date: str = ""
    meeting: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading or other part of a document, with what is named in it as (start, end, IRI)."""

    document: str
    paragraph: str
    kind: str
    text: str
    mentions: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """What passages name: its label, and the words for what it is."""

    iri: str
    label: str
    type_label: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a workstream, or that a document suggests to happen to it."""

    workstream: str
    effect: str
    status: str
    date: str = ""
    told: bool = False  # looked back upon, not decided in the document itself
    document: str = ""
    paragraph: str = ""
    quote: str = ""
    detail: str = ""  # for how long, until when, under which new name
    successor: str = ""


@dataclass(frozen=True, slots=True)
class Background:
    """What the page shows beside the graph; empty, it shows the graph alone."""

    papers: tuple[Paper, ...] = ()
    passages: tuple[Passage, ...] = ()
    things: tuple[Thing, ...] = ()
    events: tuple[Event, ...] = ()
    attendance: tuple[tuple[str, str, int], ...] = field(default=())  # organization, meeting, how many people
    version: str = ""  # of the dataset, for citing it
