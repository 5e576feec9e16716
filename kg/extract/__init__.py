"""Extract the statements of a document: who leads, decided, attended and delivered what.

One file per family of rules; each rule names the spans it needs, looks a mention up at that
span, and states nothing where there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.attending import attending
from kg.extract.bureaus import bureaus
from kg.extract.chairing import chairing
from kg.extract.collaborating import collaborating
from kg.extract.decisions import decisions
from kg.extract.deliverables import deliverables
from kg.extract.elections import elections
from kg.extract.events import events
from kg.extract.facilitating import facilitating
from kg.extract.frames import frames
from kg.extract.functions import functions
from kg.extract.groups import groups
from kg.extract.heading import heading
from kg.extract.hosting import hosting
from kg.extract.hosts import hosts
from kg.extract.labelled import labelled
from kg.extract.leading import leading
from kg.extract.meetings import meetings
from kg.extract.memberships import memberships
from kg.extract.moderating import moderating
from kg.extract.name_rows import name_rows
from kg.extract.noted import came_by_notes
from kg.extract.officers import officers
from kg.extract.offices import offices
from kg.extract.operative import operative
from kg.extract.organizing import organizing
from kg.extract.others import others
from kg.extract.participants import participants
from kg.extract.presiding import presiding
from kg.extract.proposals import proposals
from kg.extract.prose import prose_decisions
from kg.extract.reading import Reading
from kg.extract.registers import registers
from kg.extract.roles import roles
from kg.extract.rosters import rosters
from kg.extract.services import services
from kg.extract.several import several
from kg.extract.speakers import speakers
from kg.extract.states import states
from kg.extract.submitted import submitted
from kg.extract.tabled import tabled
from kg.extract.telling import telling
from kg.extract.title_page import title_page
from kg.extract.topics import topics
from kg.extract.venues import venues

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.model import Document, Mentions, Statements

RULES: tuple[Callable[[Reading], None], ...] = (
    meetings,
    events,
    officers,
    elections,
    roles,
    leading,
    decisions,
    operative,
    prose_decisions,
    tabled,
    labelled,
    offices,
    states,
    rosters,
    memberships,
    topics,
    chairing,
    facilitating,
    functions,
    hosting,
    hosts,
    several,
    collaborating,
    frames,
    proposals,
    services,
    bureaus,
    presiding,
    moderating,
    venues,
    organizing,
    others,
    heading,
    groups,
    deliverables,
    participants,
    came_by_notes,
    registers,
    name_rows,
    speakers,
    telling,
    attending,
    title_page,
    submitted,
)


def extract(document: Document, mentions: Mentions) -> Statements:
    """Return what a document states, in reading order, each statement with its evidence."""
    reading = Reading(document, mentions)
    for rule in RULES:
        rule(reading)
    return reading.statements()
