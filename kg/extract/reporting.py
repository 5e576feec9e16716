"""What can be reported on or proposed: a work or a group, no paper that is introduced, no date, no text, and nothing that was rejected."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.abstract import Sign
from kg.extract.phrases import PARTNERSHIP
from kg.extract.reading import BODIES, EVENTS, GROUPS
from kg.extract.works import works_in_words
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.extract.reading import Reading
    from kg.model import Passage

_TELLS_OF = re.compile(
    r"(?!the\s+(?:[\w-]+\s+){0,2}?reports?\s+on\b)(?:the|an?|its|their|his|her|this)\s+(?:[\w-]+\s+){0,3}?(?:reports?|updates?|overview|presentation|briefing|summary|account|work)\s+(?:on|of|about)\s+"
    r"(?:(?:the\s+)?(?:progress|work|activities|status|results|outcomes?|findings|implementation|preparations?|development|execution)(?:\s+made)?\s+(?:of|on|by|in|under)\s+)*",
    re.IGNORECASE,
)
"""Of what a report is, that is a work itself: "*an update on* the inventory of ponds"."""
_ITS_WORK = re.compile(r"\b(?:work|activities|progress|achievements|results)\s+(?:made\s+)?(?:of|by|in)\s+(?:the\s+)?\Z")
"""What a body did, somebody may report on."""
_SITTING = re.compile(r"\b(?:meeting|session)(?:\s+of\b|\Z)", re.IGNORECASE)
_SHOWN = re.compile(
    r"\b(?:project|programme|initiative|campaign|platform|network|partnership|coalition|alliance|group|team|task\s+force|portal|dashboard|database|hub|facility|workstream)\b", re.IGNORECASE
)
"""What is presented as a work that goes on; a report, a plan, a list are papers."""
_NOT_NEW = re.compile(r"\b(?:text|agenda|amendments?|changes?|deletion|wording|dates?|budget|programme\s+of\s+work|session|decision|resolution|negotiat\w+|process|drafting)\b", re.IGNORECASE)
_SMALL_CHANGE = re.compile(r"\b(?:changes|amendments|revisions?|deletion|edits)\s+(?:to|of|in)\s+(?:the\s+)?\Z")
_REJECTED = re.compile(
    r"\b(?:but|however|although)\b[^.;]{0,80}\b(?:rejected|withdrew|withdrawn|dropped|opposed|no\s+(?:support|consensus|agreement)|not\s+(?:support|accept|agree|take|adopt|find|follow)\w*)\b|"
    r"\b(?:[Pp]roposal|[Ii]dea|[Ss]uggestion|[Ii]t)\s+(?:was|were|had\s+been|did)\s+(?:later\s+|then\s+|subsequently\s+)?(?:rejected|withdrawn|dropped|opposed|declined|turned\s+down|not\s+(?:support|accept|agree|take|adopt|find|follow|pursue)\w*)\b|"
    r"\b(?:rejected|opposed|withdrew|declined|dropped|(?:not|could\s+not|not\s+to)\s+(?:support|accept|endorse|follow|pursue))\s+(?:the|this|that|its|her|his)\s+(?:proposal|idea|suggestion)\b"
)
"""What became of a proposal, in the same paragraph."""


def reported(reading: Reading, passage: Passage, match: re.Match[str], what: Sign) -> Sign | None:
    """Return what is reported on: of "an update on *the inventory of ponds*" the inventory; nothing where only a paper is introduced."""
    within = _told_of(reading, passage, what)
    if within is None and "told" in match.re.groupindex:
        return None
    target = within or what
    entity = target.named[0][1]
    if match.groupdict().get("own"):  # "A, chair of the Panel, presented the report of the Panel"
        return target
    if target.kind in "AM" or entity.kind in EVENTS | BODIES:
        body = target.kind == "M" or PARTNERSHIP.search(entity.label) is not None
        worked = body and _ITS_WORK.search(match.string, 0, match.start("what"))
        return target if worked or (entity.kind == "Event" and not _SITTING.search(entity.label)) else None
    if within is None and "direct" in match.re.groupindex and not (entity.kind in GROUPS and _SHOWN.search(entity.label)):
        return None
    return target


def _told_of(reading: Reading, passage: Passage, what: Sign) -> Sign | None:
    """Return the work that a report, in words, is on."""
    told = _TELLS_OF.match(reading.text, what.span.start, what.span.end) if what.kind == "W" else None
    if told is None:
        return None
    rest = Span(told.end(), what.span.end)
    named = reading.at(rest.start, rest.end, GROUPS)
    works = [] if named else [(span, entity) for span, _, entity in works_in_words(reading, passage, rest) if span.start == rest.start]
    return Sign("T", named[0], (named,)) if named else Sign("W", works[0][0], (works[0],)) if works else None


def proposed(reading: Reading, passage: Passage, match: re.Match[str], what: Sign) -> Sign | None:
    """Return what somebody proposed, where it is a work, and not what others did not want."""
    entity = what.named[0][1]
    changed = _SMALL_CHANGE.search(match.string, 0, match.start("what"))
    if what.kind in "AM" or entity.kind in {"Meeting", "COPSession"} or changed or _NOT_NEW.search(entity.label):
        return None
    return None if was_rejected(reading, passage, what.span.start) else what


def was_rejected(reading: Reading, passage: Passage, start: int) -> bool:
    """Tell whether a paragraph says after a proposal that others did not want it."""
    return _REJECTED.search(reading.text, start, passage.body.end) is not None


TOLD_OF: dict[str, Callable[[Reading, Passage, re.Match[str], Sign], Sign | None]] = {"reporting": reported, "proposer": proposed}
"""The roles in what is only told of."""
