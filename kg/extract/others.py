"""Who has another office beside somebody who was just said to have one: "Ms. A was elected Chair and *Mr. B Vice-Chair*"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.officers import role_of_office
from kg.extract.reading import LONGEST_LIST, is_unsure
from kg.model import Role, Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_MR = r"(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof)\.?\s+)*"
_OFFICE = r"(?P<office>(?:(?:[Cc]o|[Vv]ice)[- ])?(?:[Cc]hair(?:person|man|woman)?|[Pp]resident)|[Rr]apporteur)s?\b"
_AND_OTHER = re.compile(rf"(?:{_OFFICE}(?:\s+of\s+(?:the\s+)?[^,;.()]{{2,80}})?|\b(?:co-)?chaired\s+by\s+[^;]{{3,200}}?)(?:,?\s+(?:and|with|while)|;)\s+{_MR}\Z")
_HAS_OTHER = re.compile(
    rf"(?:\s*\([^()]{{2,80}}\)|\s+(?:of|from)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+(?:of\s+)?[A-Z][\w’'-]+){{0,4}})?,?\s+(?:(?:was|were)\s+elected\s+|(?:is|was|serving|acting|serves|served|acts|acted)\s+)?(?:as\s+)?(?:its\s+|the\s+)?{_OFFICE}(?!\s+(?:of|for|and)\b|[’'-])"
)


def others(reading: Reading) -> None:
    """State the second office of a clause, of the same body, group or meeting as the first."""
    for passage, sentence in reading.sentences():
        if not reading.says(sentence, "hair", "apporteur", "resident") or not reading.says(sentence, " and ", " with ", " while ", "; "):
            continue
        people = reading.named(sentence, {"Person"})
        if 1 < len(people) <= LONGEST_LIST:
            _and_other(reading, passage, sentence, people)


def _and_other(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]]) -> None:
    """ "Ms. A was elected Chair and *Mr. B Vice-Chair*" · "chaired by Ms. A, with *Mr. B serving as rapporteur*": of the same body or group"""
    for where, person in people[1:]:
        other = _HAS_OTHER.match(reading.text, where.end, sentence.end)
        if not other or not _AND_OTHER.search(reading.text, max(sentence.start, where.start - 400), where.start):
            continue
        said = [r for r in reading.said_in(passage.id) if isinstance(r, Role) and sentence.start <= r.evidence.span.start and r.evidence.span.end <= where.start]
        before = max((r for r in said if r.role in {"chair", "co-chair", "officer"}), key=lambda r: r.evidence.span.end, default=None)
        role = role_of_office(re.sub(r"\s", "-", other["office"].capitalize()))
        known = any(isinstance(r, Role) and r.agent == person.iri and r.role == role and r.evidence.span.end > where.start for r in reading.said_in(passage.id))
        if before and not known and not is_unsure(reading, Span(before.evidence.span.end, sentence.end), where.start):
            reading.state(Role(reading.evidence(passage, Span(where.start, other.end())), person.iri, role, before.target))
