"""Diagrams of the main patterns, drawn as SVG from the axioms and the shapes.

Which classes belong on a picture, and on which row, stands in `PATTERNS`; boxes, attributes, arrows,
and how often each may occur come from the ontology.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Protocol

from kg.namespaces import PREFIXES, UNEG, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_RDFS, _OWL, _SH, _XSD = (PREFIXES[name] for name in ("rdfs", "owl", "sh", "xsd"))
_TYPE = PREFIXES["rdf"] + "type"
_WIDE, _HEAD, _LINE = 212, 30, 17
_GAP_X, _GAP_Y, _EDGE, _MARGIN = 120, 80, 26, 58
_MOST_ATTRIBUTES = 6
_MOST_LABELS = 3


@dataclass(frozen=True, slots=True)
class Pattern:
    """A picture: which classes on which row (an empty name leaves a place free), which properties (all if empty)."""

    title: str
    caption: str
    rows: tuple[tuple[str, ...], ...]
    properties: tuple[str, ...] = ()


PATTERNS = (
    Pattern(
        "Who acts",
        "Every agent is of one kind. A treaty is three things: the convention, its conference of the parties, its secretariat.",
        (
            ("", "Agent", "", ""),
            ("Person", "Organization", "", ""),
            ("Agency", "InterAgencyMechanism", "Workstream", "GoverningBody"),
            ("Secretariat", "", "Convention", "ConferenceOfTheParties"),
        ),
        ("memberOf", "governs", "partOf", "established", "collaboratesWith", "serves"),
    ),
    Pattern(
        "From the words to the claim",
        "Every statement is quoted from a passage, with a span as evidence; a mention says which entity a span means.",
        (("Document", "Section", "Passage"), ("Mention", "TextSpan", "Statement")),
        ("partOfDocument", "partOfSection", "inPassage", "evidence", "wasQuotedFrom", "hasTarget"),
    ),
    Pattern(
        "Roles and participation",
        "Both are statements. A role is stated by the text or implied by it; a person takes part in the name of an organization.",
        (("Organization", "Agent", "RoleAssignment", "Role"), ("Person", "", "Statement", "Basis"), ("", "", "Participation", "Event")),
        ("agent", "role", "basis", "participant", "inTheNameOf", "meeting"),
    ),
    Pattern(
        "Decisions and their effects",
        "A suggested action foresees an effect; only an adopted decision has it.",
        (("SuggestedAction", "Decision", "AdoptedDecision"), ("DecisionVerb", "Effect", "DecisionStatus"), ("", "EffectKind", "")),
    ),
    Pattern(
        "Meetings",
        "A segment is a meeting of its own; a session of a conference of the parties is a meeting of that body.",
        (
            ("Document", "Event", "MeetingMode"),
            ("Segment", "Meeting", "GoverningBody"),
            ("COPSession", "Convention", "ConferenceOfTheParties"),
        ),
    ),
    Pattern(
        "What comes of it",
        "Proposals are put forward and taken up, things are delivered, and what a text says has happened to a body is a lifecycle event.",
        (("Proposal", "Agent", "Deliverable"), ("ProposalOutcome", "Organization", "DeliveryStatus"), ("EffectKind", "LifecycleEvent", "")),
        ("proposedBy", "outcome", "deliveredBy", "deliveryStatus", "conducted", "workstream", "effectKind"),
    ),
)


class Source(Protocol):
    """What a diagram asks of a graph."""

    subjects: dict[str, None]

    def names(self, subject: str, predicate: str) -> list[str]:
        """Return the IRIs of a property."""

    def texts(self, subject: str, predicate: str) -> list[str]:
        """Return the texts of a property."""

    def values(self, subject: str, predicate: str) -> Sequence[object]:
        """Return the values of a property."""

    def items(self, head: object) -> Iterator[object]:
        """Yield the items of an RDF list."""


@dataclass(frozen=True, slots=True)
class Box:
    """A class on a picture, with the properties whose values are literals."""

    name: str
    label: str
    x: float
    y: float
    attributes: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        """How tall the box is."""
        return _HEAD + _LINE * len(self.attributes) + (8 if self.attributes else 0)


@dataclass(frozen=True, slots=True)
class Arrow:
    """A property between two classes, or `is a` where it has no name."""

    start: str
    end: str
    labels: tuple[str, ...]


def diagrams(core: Source, shapes: Source) -> Iterator[tuple[str, str, str]]:
    """Yield title, caption and SVG of each pattern whose classes are there."""
    known = {iri.removeprefix(UNEG) for iri in core.subjects if iri.startswith(UNEG)}
    cardinalities = dict(_cardinalities(shapes))
    for pattern in PATTERNS:
        boxes = _boxes(core, [[name if name in known else "" for name in row] for row in pattern.rows])
        arrows = _arrows(core, shapes, set(boxes), cardinalities)
        wanted = {_name(core, UNEG + name) for name in pattern.properties}
        yield pattern.title, pattern.caption, draw(pattern.title, boxes, list(_chosen(arrows, wanted | set(pattern.properties))))


def _chosen(arrows: Iterable[Arrow], wanted: set[str]) -> Iterator[Arrow]:
    """Yield the arrows with the properties that are wanted, not repeating what a class inherits."""
    arrows = list(arrows)
    above = {(a.start, a.end) for a in arrows if not a.labels}
    said = {(a.start, a.end, label.split(" ", 1)[0]) for a in arrows for label in a.labels}
    for arrow in arrows:
        parents = {end for start, end in above if start == arrow.start}
        labels = [x for x in arrow.labels if not wanted or x.rstrip("0123456789.* ") in wanted]
        labels = [x for x in labels if not any((parent, arrow.end, x.split(" ", 1)[0]) in said for parent in parents)]
        if not arrow.labels or labels:
            more = [f"and {len(labels) - _MOST_LABELS} more"] if len(labels) > _MOST_LABELS else []
            yield Arrow(arrow.start, arrow.end, tuple(labels[:_MOST_LABELS] + more))


def _boxes(core: Source, rows: Sequence[Sequence[str]]) -> Mapping[str, Box]:
    columns = max(len(row) for row in rows)
    attributes = {name: _attributes(core, name) for row in rows for name in row if name}
    boxes, y = {}, float(_MARGIN)
    for row in rows:
        indent = (columns - len(row)) * (_WIDE + _GAP_X) / 2
        for place, name in enumerate(row):
            if name:
                x = 14 + indent + place * (_WIDE + _GAP_X)
                boxes[name] = Box(name, _label(core, name), x, y, attributes[name])
        y += max((boxes[name].height for name in row if name), default=_HEAD) + _GAP_Y
    return boxes


def _label(core: Source, name: str) -> str:
    return next(iter(core.texts(UNEG + name, _RDFS + "label")), name)


def _attributes(core: Source, name: str) -> tuple[str, ...]:
    """Return the literal-valued properties of a class."""
    found = [
        _label(core, iri.removeprefix(UNEG))
        for iri in core.subjects
        if iri.startswith(UNEG) and _OWL + "DatatypeProperty" in core.names(iri, _TYPE) and UNEG + name in core.names(iri, _RDFS + "domain")
    ]
    return tuple(found[:_MOST_ATTRIBUTES] + ([f"and {len(found) - _MOST_ATTRIBUTES} more"] if len(found) > _MOST_ATTRIBUTES else []))


def _cardinalities(shapes: Source) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield how often a property may occur on a class, as the shapes say: 1, 0..1, 1..*."""
    for shape in shapes.subjects:
        for cls in shapes.names(shape, _SH + "targetClass"):
            for node in shapes.values(shape, _SH + "property"):
                least, most = (next(iter(shapes.texts(str(node), _SH + name)), "") for name in ("minCount", "maxCount"))
                for path in shapes.names(str(node), _SH + "path"):
                    if least or most:
                        yield (cls.removeprefix(UNEG), path), most if least == most else f"{least or 0}..{most or '*'}"


def _arrows(core: Source, shapes: Source, names: set[str], cardinalities: Mapping[tuple[str, str], str]) -> Iterator[Arrow]:
    """Yield the arrows among the classes of a picture, those between the same two as one."""
    places = _Places(core, names)
    starts, ends = _ends_of(core, shapes)
    found: dict[tuple[str, str], list[str]] = {}
    for path, classes in starts.items():
        for start in dict.fromkeys(box for cls in classes for box in places.of(cls)):
            for end in dict.fromkeys(box for cls in ends.get(path, ()) for box in places.of(cls)):
                often = cardinalities.get((start, path), "")
                found.setdefault((start, end), []).append(f"{_name(core, path)} {often}".strip())
    for name in sorted(names):
        for parent in core.names(UNEG + name, _RDFS + "subClassOf"):
            if parent.removeprefix(UNEG) in names:
                yield Arrow(name, parent.removeprefix(UNEG), ())
    yield from (Arrow(start, end, tuple(labels)) for (start, end), labels in found.items())


def _ends_of(core: Source, shapes: Source) -> tuple[dict[str, dict[str, None]], dict[str, dict[str, None]]]:
    """Return the classes where each property starts and ends, as the axioms say and as the shapes say."""
    starts: dict[str, dict[str, None]] = {}
    ends: dict[str, dict[str, None]] = {}
    for iri in core.subjects:
        if _OWL + "ObjectProperty" in core.names(iri, _TYPE):
            starts.setdefault(iri, {}).update(dict.fromkeys(core.names(iri, _RDFS + "domain")))
            ends.setdefault(iri, {}).update(dict.fromkeys(core.names(iri, _RDFS + "range")))
    for shape in shapes.subjects:
        for node in shapes.values(shape, _SH + "property"):
            for path in shapes.names(str(node), _SH + "path"):
                starts.setdefault(path, {}).update(dict.fromkeys(shapes.names(shape, _SH + "targetClass")))
                classes = shapes.names(str(node), _SH + "class") + [
                    name for choice in shapes.values(str(node), _SH + "or") for item in shapes.items(choice) for name in shapes.names(str(item), _SH + "class")
                ]
                ends.setdefault(path, {}).update(dict.fromkeys(classes))
    return starts, ends


class _Places:
    """Where a class is on a picture: its own box, else the box of the nearest class above it."""

    def __init__(self, core: Source, names: set[str]) -> None:
        self._core, self._names = core, names

    def of(self, cls: str) -> list[str]:
        """Return the boxes that stand for a class."""
        level = [cls]
        while level:
            here = [name.removeprefix(UNEG) for name in level if name.removeprefix(UNEG) in self._names]
            if here:
                return here
            level = [above for name in level for above in self._core.names(name, _RDFS + "subClassOf") if above != name]
        return []


def _name(core: Source, path: str) -> str:
    return next(iter(core.texts(path, _RDFS + "label")), path.rpartition("#")[2].rpartition("/")[2])


def draw(title: str, boxes: Mapping[str, Box], arrows: Sequence[Arrow]) -> str:
    """Return a picture as SVG; every box is a link to its class."""
    width = max((box.x + _WIDE for box in boxes.values()), default=0) + 14
    height = max((box.y + box.height for box in boxes.values()), default=0) + 14
    if any(arrow.start == arrow.end and boxes[arrow.start].x + _WIDE + 40 > width for arrow in arrows):
        width += 110
    head = (
        f'<svg class="diagram" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}" '
        f'role="group" aria-label="{escape(title)}: {escape(_in_words(boxes, arrows))}" xmlns="http://www.w3.org/2000/svg">'
    )
    mark = slug(title)
    heads = (("line", 10, 9, 8, '<path d="M1 1 9 5 1 9" class="open"/>'), ("isa", 12, 11, 11, '<path d="M1 1 11 6 1 11Z" class="hollow"/>'))
    markers = "".join(
        f'<marker id="{kind}-{mark}" viewBox="0 0 {size} {size}" refX="{tip}" refY="{size // 2}" markerWidth="{wide}" markerHeight="{wide}" '
        f'orient="auto-start-reverse">{path}</marker>'
        for kind, size, tip, wide, path in heads
    )
    lines, labels = [], []
    for arrow in arrows:
        same = sum((other.start, other.end) == (arrow.start, arrow.end) for other in arrows) > 1
        opposite = any((other.end, other.start) == (arrow.start, arrow.end) for other in arrows) and arrow.start != arrow.end
        shift = _EDGE / 2 * (-1 if same and not arrow.labels else 1) if same or opposite else 0.0
        line, label = _arrow(arrow, boxes, shift, mark)
        lines.append(line)
        labels.append(label)
    return "\n".join([head, f"<defs>{markers}</defs>", *lines, *map(_box, boxes.values()), *filter(None, labels), "</svg>"])


def _in_words(boxes: Mapping[str, Box], arrows: Sequence[Arrow]) -> str:
    said = [f"{boxes[a.start].label} {', '.join(a.labels) or 'is a'} {boxes[a.end].label}" for a in arrows]
    return "; ".join(said) or ", ".join(box.label for box in boxes.values())


def _box(box: Box) -> str:
    rows = "".join(
        f'<text class="attribute" x="{box.x + 12:.0f}" y="{box.y + _HEAD + 14 + number * _LINE:.0f}">{escape(text)}</text>'
        for number, text in enumerate(box.attributes)
    )
    rule = f'<path class="rule" d="M{box.x:.0f} {box.y + _HEAD:.0f}h{_WIDE}"/>' if box.attributes else ""
    return (
        f'<a href="#{escape(box.name)}">'
        f'<rect class="class" x="{box.x:.0f}" y="{box.y:.0f}" width="{_WIDE}" height="{box.height:.0f}" rx="7"/>'
        f'<text class="title" x="{box.x + _WIDE / 2:.0f}" y="{box.y + 20:.0f}">{escape(box.label)}</text>{rule}{rows}</a>'
    )


def _arrow(arrow: Arrow, boxes: Mapping[str, Box], shift: float, mark: str) -> tuple[str, str]:
    start, end = boxes[arrow.start], boxes[arrow.end]
    kind = "line" if arrow.labels else "isa"
    tip = f'marker-end="url(#{kind}-{mark})"'
    if start is end:
        x, y = start.x + _WIDE - 52, start.y
        line = f'<path class="line" d="M{x:.0f} {y:.0f}c0 -30 36 -30 36 0" {tip}/>'
        return line, _text(x + 44, y - 10 - 14 * (len(arrow.labels) - 1), arrow.labels, anchor="start")
    if start.y == end.y and abs(start.x - end.x) > _WIDE + _GAP_X:
        x1, x2, y = start.x + _WIDE / 2, end.x + _WIDE / 2, start.y
        line = f'<path class="{kind}" d="M{x1:.0f} {y:.0f}C{x1:.0f} {y - 46:.0f} {x2:.0f} {y - 46:.0f} {x2:.0f} {y:.0f}" {tip}/>'
        return line, _text((x1 + x2) / 2, y - 30, arrow.labels) if arrow.labels else ""
    x1, y1, x2, y2 = _ends(start, end, shift)
    line = f'<path class="{kind}" d="M{x1:.0f} {y1:.0f} {x2:.0f} {y2:.0f}" {tip}/>'
    return line, _text((x1 + x2) / 2, (y1 + y2) / 2 - (len(arrow.labels) - 1) * 7 + 4, arrow.labels) if arrow.labels else ""


def _ends(start: Box, end: Box, shift: float) -> tuple[float, float, float, float]:
    """Return where a line leaves one box and meets the other: side by side, or below each other."""
    if start.y == end.y:
        right = end.x > start.x
        y = min(start.y + start.height, end.y + end.height, start.y + _HEAD) - _HEAD / 2 + (shift if right else -shift)
        return (start.x + _WIDE if right else start.x), y, (end.x if right else end.x + _WIDE), y
    below = end.y > start.y
    lean = max(-60.0, min(60.0, (end.x - start.x) / 5)) + (shift if below else -shift)
    x1, x2 = start.x + _WIDE / 2 + lean, end.x + _WIDE / 2 - (lean if start.x != end.x else -lean)
    return x1, (start.y + start.height if below else start.y), x2, (end.y if below else end.y + end.height)


def _text(x: float, y: float, lines: Sequence[str], anchor: str = "middle") -> str:
    rows = "".join(f'<tspan x="{x:.0f}" dy="{0 if number == 0 else 14}">{escape(line)}</tspan>' for number, line in enumerate(lines))
    return f'<text class="property" x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}">{rows}</text>'
