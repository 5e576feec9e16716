"""What the reader of structure writes on: the structure so far, and a passage that still grows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kg.model import Doubt, Passage, Point, Section, Span
from kg.namespaces import slug

_BOLD = re.compile(r"(\*\*|__)[^*_\n]+(?:\1)?")

@dataclass(slots=True)
class Structure:
    """What the reader has found so far; `parse` freezes it into a `Document`."""

    title: str = ""
    sections: list[Section] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    cells: list[Span] = field(default_factory=list)
    links: list[tuple[Span, str]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """A passage that is still growing."""

    id: str
    number: str
    kind: str
    start: int
    body: int
    end: int
    section: str
    parent: str = ""
    item: str = ""
    indent: int = 0
    points: list[tuple[int, int, str]] = field(default_factory=list)

    def close(self) -> Passage:
        """Return the passage as it has grown, with its points."""
        ends = [*(start for start, _, _ in self.points[1:]), self.end] if self.points else []
        points = tuple([Point(Span(b, max(b, e)), label) for (_, b, label), e in zip(self.points, ends, strict=True)])
        return Passage(
            id=self.id,
            number=self.number,
            kind=self.kind,
            span=Span(self.start, self.end),
            section=self.section,
            parent=self.parent,
            item=self.item,
            body=Span(min(self.body, self.end), self.end),
            points=points,
        )


def extend_heading(made: Structure, end: int, *, number: str = "") -> None:
    """Let the heading that was read last go on to a position."""
    last = made.passages[-1]
    made.passages[-1] = replace(last, number=number or last.number, span=Span(last.span.start, end), body=Span(last.body.start, end))


def drop_needless_part(made: Structure) -> None:
    """Where numbers restart nowhere, a number as printed is enough."""
    parts = [section.number for section in made.sections if section.kind == "decision"]
    numbered = {p.number.rsplit(" ", 1)[0] for p in made.passages if p.kind == "paragraph" and " " in p.number}
    plain_too = any(p.kind == "paragraph" and " " not in p.number for p in made.passages)
    if len(parts) == 1 and numbered <= set(parts) and not plain_too:
        part, folder = f"{parts[0]} ", f"{slug(parts[0])}/"
        bare = [replace(p, number=p.number.removeprefix(part), id=p.id.removeprefix(folder)) for p in made.passages]
        made.passages = bare if len({p.id for p in bare}) == len(bare) else made.passages


def join_title_page(text: str, made: Structure) -> None:
    """Count the bold lines below the title to the title page: "# Joint summary", "**9th meeting of the Board**", "**Bern, 3 May 2031**"."""
    title, below, after = [*made.passages, None, None, None][:3]
    if title is None or below is None or after is None or title.kind != "heading" or below.kind != "unnumbered" or after.kind != "heading":
        return
    if all(_BOLD.fullmatch(line.strip()) for line in below.span.of(text).splitlines() if line.strip()):
        made.passages[1] = replace(below, id="header", number="header", kind="header", section="")
