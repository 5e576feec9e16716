"""Read the structure of a document: sections, numbered paragraphs, action items, annexes.

The stage has one front function, `parse`; `lines` says what a printed line is, `structure`
puts lines together, `families` says what kind of document the structure makes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Document, Doubt
from kg.parse.families import detect_family
from kg.parse.structure import read_structure

if TYPE_CHECKING:
    from kg.model import Source


def parse(source: Source, family: str = "") -> Document:
    """Return the parsed document; what looks broken in it is kept as its doubts.

    A `family` given by name is believed; otherwise it is detected, with the reason.

    >>> from kg.model import Source
    >>> document = parse(Source("x", "x.md", "1. The meeting was opened.\\n2. It was closed.", "0"))
    >>> [passage.number for passage in document.passages]
    ['1', '2']
    """
    structure = read_structure(source.text)
    name, reason = (family, "as asked") if family else detect_family(source.text, structure)
    doubts = list(structure.doubts)
    if name == "plain":
        doubts.append(Doubt("No structure that is known here: read as plain paragraphs, which have no decisions. Name the family with --family if it has one."))
    return Document(
        source=source,
        title=structure.title or source.name,
        family=name,
        reason=reason,
        sections=tuple(structure.sections),
        passages=tuple(structure.passages),
        cells=tuple(structure.cells),
        links=tuple(structure.links),
        doubts=tuple(doubts),
    )
