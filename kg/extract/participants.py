"""Lists of participants: "Name (Affiliation)", one person a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.reading import AGENTS
from kg.model import Doubt, Participation, Span
from kg.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.extract.reading import Reading
    from kg.model import IRI, Passage

_PERSON = re.compile(r"(?:(?:Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)?(?P<name>[^(),;]{3,90}?)\s*(?:,\s*[^()]{2,120}?)?\s*\((?P<printed>[^()]{1,120})\)\s*[.;]?\s*\Z")


def participants(reading: Reading) -> None:
    """State who took part, in the name of which organization; an unknown one is a doubt."""
    listed = [passage for passage in reading.document.passages if passage.kind == "participant" and reading.meeting]
    known = _affiliations(reading) if listed else ()
    for passage in listed:
        _participant(reading, passage, known)


def _affiliations(reading: Reading) -> tuple[Mapping[str, IRI], ...]:
    """Return what lists print in parentheses, and the organization it means: also one that a rule has introduced."""
    new = [entity for iri, entity in reading.entities.items() if iri not in reading.mentions.entities and entity.kind in AGENTS]
    return (*reading.mentions.affiliations, {fold(form): entity.iri for entity in new for form in (*entity.names, *entity.exact)})


def _participant(reading: Reading, passage: Passage, known: tuple[Mapping[str, IRI], ...]) -> None:
    match = _PERSON.match(reading.text, passage.body.start, passage.body.end)
    if not match:
        words = passage.body.of(reading.text)
        reading.doubts.append(Doubt(f"No name with an affiliation in parentheses in '{words[:60]}'.", passage.number))
        return
    span = Span(match.start(), match.end("printed") + 1)
    evidence = reading.evidence(passage, span)
    name = " ".join(match["name"].split())
    person = reading.mint("Person", "person", name, reading.evidence(passage, Span(*match.span("name"))))
    printed = fold(match["printed"])
    organization = next((forms[printed] for forms in known if printed in forms), None)
    if organization is None:
        reading.doubts.append(Doubt(f"Affiliation '{match['printed']}' is not in the gazetteer.", passage.number))
    reading.state(Participation(evidence, person, reading.meeting, match["printed"], organization))
