"""What "the secretariat" means in a document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.phrases import OF_TREATY
from kg.model import Decision, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

OF_SECRETARIAT = re.compile(r"\bsecretariat\s+(?:of|for)\s+(?:the\s+)?\Z")
"""Then it is the secretariat that is hosted: "the *secretariat of* the platform, to be hosted by …"."""


def the_secretariat(reading: Reading, passage: Passage) -> Entity | None:
    """Return what "the secretariat" means: that of the convention whose conference decides, or whose body meets, or of the only one with a body in the document."""
    own = own_secretariat(reading, passage)
    if own:
        return own
    meeting = reading.entities.get(reading.meeting)
    body = reading.entities.get(next((target for name, target in meeting.links if name == "sessionOf"), "")) if meeting else None
    bodies = [body] if body else reading.bodies(Span(0, len(reading.text)))
    above = [reading.entities[target] for one in bodies for name, target in one.links if name == "partOf" and target in reading.entities]
    treaties = {target for one in (*bodies, *above) for name, target in one.links if name == "governs"}
    served = treaties | ({body.iri} if body else set())
    found = {s.iri: s for iri in served if (s := reading.secretariat_of(iri))}
    if not found and body:
        wholes = {target for one in (body, *above) for name, target in one.links if name in {"partOf", "governingBodyOf"}}
        found = {s.iri: s for iri in wholes if (s := reading.secretariat_of(iri))}
    return next(iter(found.values())) if len(found) == 1 else None


def own_secretariat(reading: Reading, passage: Passage) -> Entity | None:
    """Return the secretariat of the convention whose conference decides here, or None."""
    decision = next((d for d in reading.said_in(passage.id) if isinstance(d, Decision)), None)
    served = [target for body in decision.bodies for name, target in reading.entities[body].links if name == "governs"] if decision else []
    found = {s.iri: s for iri in served if (s := reading.secretariat_of(iri))}
    return next(iter(found.values())) if len(found) == 1 else None


def of_treaty(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Span, Entity]]:
    """ "led by UNEP and *the secretariat of the Convention*", the only one that the paragraph has named before"""
    for match in reading.matches(OF_TREATY, sentence):
        named = {e.iri for _, e in reading.named(Span(passage.body.start, max(passage.body.start, match.start())), {"Convention"})}
        meant = reading.secretariat_of(next(iter(named))) if len(named) == 1 else None
        if meant and match["head"] in meant.label:
            yield Span(*match.span()), meant
