"""Who came to a meeting and who chaired it, as its notes list them at their top.

> Chair: Ana Water  ·  Participants: Ben Stone, Cy Hill  ·  * Dan Moss (Chair)
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.extract.meetings import REPORTS
from kg.extract.own_meeting import own_meeting
from kg.model import Participation, Role
from kg.text_came import list_of_those_who_came
from kg.text_notes import is_of_notes

if TYPE_CHECKING:
    from kg.extract.reading import Reading

_ROLES = {"chair": "chair", "co-chair": "co-chair", "vice-chair": "officer"}


def came_by_notes(reading: Reading) -> None:
    """State that who is listed came, and who chaired."""
    if reading.document.family not in REPORTS or not is_of_notes(reading.printed):
        return
    listed = list_of_those_who_came(reading.printed)
    meeting = own_meeting(reading) if listed else None
    if meeting is None:
        return
    passages = sorted((p for p in reading.document.passages if not p.parent), key=lambda p: p.span)
    starts = [p.span.start for p in passages]
    known = {s.person if isinstance(s, Participation) else s.agent for s in reading.items if isinstance(s, Participation) or (isinstance(s, Role) and s.role == "participant" and s.target == meeting.iri)}
    for one in listed:
        person = next((e for where, e in reading.named(one.name, {"Person"}) if where == one.name), None)
        at = bisect_right(starts, one.name.start) - 1
        if person is None or at < 0 or passages[at].span.end < one.name.end:
            continue
        evidence = reading.evidence(passages[at], one.name)
        reading.keep(meeting)
        if person.iri not in known:
            known.add(person.iri)
            reading.state(Role(evidence, person.iri, "participant", meeting.iri))
        role = _ROLES.get(one.office)
        if role and not any(isinstance(s, Role) and (s.agent, s.role, s.target) == (person.iri, role, meeting.iri) for s in reading.items):
            reading.state(Role(evidence, person.iri, role, meeting.iri))
