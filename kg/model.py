"""The nouns: every value that crosses a stage. Nothing here imports from the package.

Read in the order of the pipeline: `Source`, `Document` (with `Section`, `Passage`, `Point`),
`Entity` and `Mention`, the statements (`Role`, `Fact`, `Participation`, `Decision` …), `Doubt`.
Values are frozen and check themselves; a `Span` always points into the received text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from pyoxigraph import Quad, Triple

IRI = str


_new = tuple.__new__


class _Range(NamedTuple):
    start: int
    end: int


class Span(_Range):
    """A half-open range of character offsets into the received text.

    >>> Span(4, 8).of("The EMG was")
    'EMG '
    >>> Span(2, 1)
    Traceback (most recent call last):
    ValueError: a span runs forward from 0 or later, not from 2 to 1
    """

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Self:
        """Refuse a range that does not run forward."""
        if not 0 <= start <= end:
            message = f"a span runs forward from 0 or later, not from {start} to {end}"
            raise ValueError(message)
        return _new(cls, (start, end))

    def of(self, text: str) -> str:
        """Return the words of the text that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end


NOWHERE = Span(0, 0)
"""The span of what does not stand in the text."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document as received: its text is never changed (`sha256` is of its bytes).

    `pages` says where in the text each page begins, for documents that have pages.
    """

    slug: str
    name: str
    text: str = field(repr=False)
    sha256: str
    media_type: str = "text/plain"
    pages: tuple[int, ...] = ()

    def page(self, position: int) -> int:
        """Return the page of a position, counted from 1, or 0 where there are no pages."""
        return bisect_right(self.pages, position)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a curator should look at; it goes into the validation report.

    `line` counts from 1 in the received text; `passage` is the number as printed.
    """

    message: str
    passage: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Point:
    """A bullet or sub-item inside a passage; `label` is empty for a bullet."""

    span: Span
    label: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; `actions` marks a block of action items."""

    id: str
    title: str
    heading: Span
    level: int
    number: str = ""
    parent: str = ""
    kind: str = "section"


@dataclass(frozen=True, slots=True)
class Passage:
    """Whatever a statement can be attributed to: a paragraph, an action item, a heading …

    `id` is the end of its IRI (`paragraph/5`), `number` what results print (`5`).
    """

    id: str
    number: str
    kind: str
    span: Span
    section: str = ""
    parent: str = ""
    item: str = ""
    body: Span = NOWHERE
    points: tuple[Point, ...] = ()

    @property
    def lead_in(self) -> Span:
        """The words before the first bullet or sub-item (all of them where there is none)."""
        end = self.points[0].span.start if self.points else self.body.end
        return Span(self.body.start, max(self.body.start, end))


@dataclass(frozen=True, slots=True)
class Document:
    """The parsed source: sections and passages in reading order."""

    source: Source
    title: str
    family: str
    reason: str
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    cells: tuple[Span, ...] = ()
    links: tuple[tuple[Span, str], ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def slug(self) -> str:
        """The end of the document's IRI."""
        return self.source.slug

    def quote(self, span: Span) -> str:
        """Return the words of a span as received."""
        return span.of(self.source.text)

    def section(self, section_id: str) -> Section | None:
        """Return the section with an id, or None."""
        return next((s for s in self.sections if s.id == section_id), None)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where it says so: a passage and the span of the words."""

    passage: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing meant: `kind` is the local name of its class in the ontology.

    `names` match in any letter case, `exact` only as written (acronyms); `affiliations` are
    forms that mean this entity where a participant list prints them; `series` is how symbols of its
    decisions and documents are built ("CP", "FCCC"); `short` forms mean it only where a document names it otherwise too. Entities that a document
    introduces carry the `evidence` of their first mention.
    """

    iri: IRI
    kind: str
    label: str
    acronym: str = ""
    names: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    links: tuple[tuple[str, IRI], ...] = ()
    series: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in the text and the entity it means."""

    span: Span
    entity: IRI
    passage: str


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of a document by position, and the entities they mean."""

    items: tuple[Mention, ...]
    entities: Mapping[IRI, Entity]
    topics: Mapping[str, IRI] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    affiliations: tuple[Mapping[str, IRI], ...] = field(default=(), repr=False)
    starts: tuple[int, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        """Remember where each mention starts, for look-ups by position."""
        object.__setattr__(self, "starts", tuple(m.span.start for m in self.items))

    def inside(self, span: Span) -> Iterator[Mention]:
        """Yield the mentions that lie inside a span, in reading order, longer ones first."""
        for index in range(bisect_left(self.starts, span.start), len(self.items)):
            mention = self.items[index]
            if mention.span.start >= span.end:
                return
            if mention.span.end <= span.end:
                yield mention

    def at(self, span: Span) -> Mention | None:
        """Return the mention that covers exactly a span, or None: a rule never guesses."""
        return next((m for m in self.inside(span) if m.span == span), None)


@dataclass(frozen=True, slots=True)
class Value:
    """A literal: `datatype` is a CURIE, `language` a lower-case tag."""

    text: str
    datatype: str = "xsd:string"
    language: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim of the text, with the words that make it."""

    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Fact(Statement):
    """A plain triple: `predicate` is a CURIE, `object` an IRI or a `Value`."""

    subject: IRI
    predicate: str
    object: IRI | Value


@dataclass(frozen=True, slots=True)
class Role(Statement):
    """An agent's role in something; `basis` is stated, or implied by mere reporting."""

    agent: IRI
    role: str
    target: IRI
    basis: str = "stated"
    collective: bool = False
    status: str = ""
    duration: str = ""
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Participation(Statement):
    """A person at a meeting, in the name of an organization (None where it is unknown)."""

    person: IRI
    meeting: IRI
    printed: str
    organization: IRI | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """What a decision would do, or does, to a body.

    `within` is the body that a successor becomes a part of; `target_text` the words for a target
    that is no entity ("agenda").
    """

    kind: str
    target: IRI | None = None
    duration: str = ""
    duration_text: str = ""
    condition: str = ""
    new_name: str = ""
    successor: IRI | None = None
    within: IRI | None = None
    target_text: str = ""


@dataclass(frozen=True, slots=True)
class Decision(Statement):
    """An item on which a body decided (`adopted`) or is asked to decide (`suggested`).

    `text` is the decision or resolution that the item stands in.
    """

    bodies: tuple[IRI, ...]
    verbs: tuple[str, ...]
    status: str
    effects: tuple[Effect, ...]
    item: str = ""
    section: str = ""
    parent: str = ""
    addressees: tuple[IRI, ...] = ()
    addressee_text: str = ""
    text: IRI | None = None
    date: Value | None = None


@dataclass(frozen=True, slots=True)
class Lifecycle(Statement):
    """What the text says has happened to a workstream, outside its own decisions."""

    workstream: IRI
    kind: str
    status: str = "adopted"
    meeting: IRI | None = None
    date: Value | None = None


@dataclass(frozen=True, slots=True)
class Delivery(Statement):
    """A deliverable, who delivers it and its state."""

    deliverable: IRI
    status: str
    provider: IRI | None = None


@dataclass(frozen=True, slots=True)
class Proposal(Statement):
    """Something a body put forward; `treatment` is what it asks to be done with it, as printed."""

    iri: IRI
    label: str
    proposer: IRI
    treatment: str = ""


@dataclass(frozen=True, slots=True)
class Statements:
    """Everything extracted from a document: new entities, claims, open doubts."""

    items: tuple[Statement, ...]
    entities: Mapping[IRI, Entity]
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Dataset:
    """An RDF dataset: quads, each in a named graph. It is never changed; `|` makes a larger one."""

    quads: frozenset[Quad] = field(repr=False)
    _union: frozenset[Triple] | None = field(default=None, init=False, repr=False, compare=False)

    def __or__(self, other: Dataset) -> Dataset:
        """Return the union of two datasets."""
        both = Dataset(self.quads | other.quads)
        if self._union is not None:
            object.__setattr__(both, "_union", self._union | other.triples)
        return both

    def __len__(self) -> int:
        """Return the number of quads."""
        return len(self.quads)

    @property
    def triples(self) -> frozenset[Triple]:
        """The union of the named graphs, made once."""
        if self._union is None:
            object.__setattr__(self, "_union", frozenset(quad.triple for quad in self.quads))
        return self._union or frozenset()

    def without_graphs(self, iris: Collection[IRI]) -> Dataset:
        """Return the dataset without some named graphs."""
        return Dataset(frozenset(q for q in self.quads if getattr(q.graph_name, "value", "") not in iris))


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build tells about one document: how it was read, how much was found, what is open."""

    name: str
    slug: str
    title: str
    family: str
    reason: str
    passages: int
    mentions: int
    statements: int
    decisions: int
    roles: int
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One document's share of a dataset."""

    summary: Summary
    dataset: Dataset
