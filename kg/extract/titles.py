"""What the title of a document, or the heading above, names: "the workshop" in a report on it, "the Group" in the report of the Pond Liaison Group."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.drafting import draft
from kg.extract.phrases import DAY_OF, EVENT_WORDS, HEADED, NO_EVENT, NUMBERED_HEAD, TELLS_ITS_TOPIC, TITLE_EVENT, TITLE_REPORT
from kg.extract.reading import AGENTS, BODIES, EVENTS, GROUPS
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import Entity, Passage, Section

_SET_UP = re.compile(r"\b(?:establish\w*|set\s+up|sets\s+up|creat\w+|form(?:ed|s)|reconvene[ds]?)\s+(?:an?|the|two|three)\s")
_PANEL = re.compile(r"\b(?:Panel|Board|Committee|Interface|Bureau)\b")
_LONGEST_TITLE = 200
_SITS, _REVIEWED = frozenset({"committee", "board", "panel", "council", "bureau"}), frozenset({"programme", "project", "process", "assessment", "partnership", "network", "initiative", "platform"})
"""A *Programme Review* Committee is no programme."""


_STANDING = GROUPS | {"InterAgencyMechanism", "TreatyMechanism", "PartnerOrganization", "Organization"} | BODIES
_OF_THE_DOCUMENT = frozenset("committee group board panel conference assembly process centre institute forum summit event workshop dialogue seminar symposium webinar meeting session segment assessment".split())
"""Words that a document uses for what it does not name."""


def own_words(entity: Entity) -> list[str]:
    """Return the words of a name that say what it is: a group *on the programme of work* is no programme, a meeting *of the Group* no group, a *Committee Foundation* no committee."""
    label = entity.label.lower().partition(" on ")[0]
    words = re.findall(r"[\w-]+", label.partition(" of the ")[0] if entity.kind in BODIES | EVENTS | GROUPS else label)
    if entity.kind in AGENTS and not TELLS_ITS_TOPIC.search(label):
        return words[-1:]
    return [word for word in words if word not in _REVIEWED] if words[-1:] and words[-1] in _SITS else words


def group_of_title(reading: Reading, word: str) -> Entity | None:
    """Return the only group of that word above the text: "the Group" in the report of the *Pond Liaison Group*."""
    top = next((p for p in reading.document.passages[:1] if p.kind in {"header", "heading"}), None)
    found = {e.iri: e for _, e in reading.named(top.span, GROUPS | BODIES | {"InterAgencyMechanism"}) if word in own_words(e)} if top else {}
    return next(iter(found.values())) if len(found) == 1 else None


def of_title(reading: Reading, word: str) -> Entity | None:
    """Return the workshop or dialogue that the title of a document names: "the workshop" in a report on it."""
    for index, passage in enumerate(reading.document.passages[:2]):
        stop = passage.span.end if passage.kind in {"header", "heading"} else reading.text.find("\n", *passage.span) if index == 0 else -1
        for match in (m for pattern in (TITLE_EVENT, TITLE_REPORT) for m in pattern.finditer(reading.text, passage.span.start, max(stop, passage.span.start))):
            if match["head"].lower() == word:
                return draft(reading, passage, Span(*match.span("name")), "Event", " ".join(match["name"].split()))
    return None


def title_event(reading: Reading) -> Entity | None:
    """Return the only workshop or dialogue that the title of a document names."""
    found = {e.iri: e for word in sorted(EVENT_WORDS) if (e := of_title(reading, word))}
    return next(iter(found.values())) if len(found) == 1 else None


def of_heading(reading: Reading, passage: Passage, word: str) -> Entity | None:
    """Return the assessment, dialogue or network that a heading names: "the dialogue" under "Dialogue on soil"."""
    section = reading.sections.get(passage.section)
    day = _day_of(reading, passage) if word == "campaign" else ""
    if day:
        return reading.draft("Workstream", "workstream", f"{day} campaign", reading.evidence(passage, passage.body))
    title = " ".join(section.title.split()) if section else ""
    numbered = NUMBERED_HEAD.match(title)
    if section and numbered and numbered["head"].lower().split()[-1] == word:
        return draft(reading, passage, section.heading, "WorkingGroup", f"{numbered['head']} {numbered['number']} on {numbered['topic']}")
    match = HEADED.fullmatch(title) if section else None
    if not section or not match or match["head"].lower() != word:
        return None
    kind = "Event" if word in EVENT_WORDS else "WorkingGroup" if NO_EVENT.search(word) else "Workstream"
    return reading.draft(kind, "event" if kind == "Event" else "workstream", match["name"], reading.evidence(passage, section.heading))


def _day_of(reading: Reading, passage: Passage) -> str:
    """Return the day, week or year that the heading names, or the first line: "World Pond Day 2029"."""
    section = reading.sections.get(passage.section)
    line, below, _ = passage.body.of(reading.text).partition("\n")
    for title in (section.title if section else "", line if below else ""):
        match = DAY_OF.fullmatch(" ".join(title.split()))
        if match and re.search(r"\b(?:Day|Week|Year|Decade)\b", match["name"]):
            return str(match["name"])
    return ""


def panels(reading: Reading, span: Span) -> list[tuple[Span, Entity]]:
    """Return the standing panels, boards and committees that a span names, whose chair and members may be told in the next sentence; none that set up a group there."""
    named = [(w, e) for w, e in reading.named(span, {"GoverningBody"}) if _PANEL.search(e.label.partition(" of ")[0])]
    return [] if named and _SET_UP.search(reading.text, *span) else named


def titles_of(reading: Reading, section: Section) -> Iterator[Span]:
    """Yield the heading of a section, and the title of an annex where it stands below as text of its own: "Annex to decision 4 / *Terms of reference of the Pond Group*"."""
    for passage in reading.in_section(section.id)[:2]:
        title = section.kind == "annex" and passage.kind == "unnumbered" and passage.body.end - passage.body.start < _LONGEST_TITLE
        if passage.kind == "heading" or (title and not passage.body.of(reading.text).rstrip().endswith((".", ":", ";"))):
            yield passage.body


def only_one(reading: Reading, word: str) -> Entity | None:
    """Return what "the *Coalition*", with a capital, means in a section that does not name it: the only one that the document names at all."""
    if word not in reading.only_ones:
        named = reading.named(Span(0, len(reading.text)), _STANDING) if word not in _OF_THE_DOCUMENT else []
        found = {e.iri: e for w, e in named if word in own_words(e) and not any(other != w and other.covers(w) for other, _ in named)}
        reading.only_ones[word] = next(iter(found.values())) if len(found) == 1 else None
    return reading.only_ones[word]


def only_described(reading: Reading, word: str, before: int) -> Entity | None:
    """Return the only group of that word that was described before, in another section: "the *Partnership*" after "the Pond Warning Partnership"."""
    found = {e.iri: e for at, e in reading.described if at < before and e.kind in GROUPS and word in own_words(e)} if word not in _OF_THE_DOCUMENT else {}
    return next(iter(found.values())) if len(found) == 1 else None
