"""Gatherings that have no name but whose they are, or what they opened: "Its last meeting", "the annual meeting of the Network", "the launch"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.reading import GROUPS
from kg.extract.words import Guarded
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_WHICH = r"(?:last|latest|most\s+recent|recent|inaugural|annual|yearly|biennial|kick-off|latest\s+annual|last\s+annual)"
_WHAT = r"(?:(?:plenary|general|regional|technical|face-to-face|in-person|virtual|online|full)\s+)?(?:meeting|session|conference|retreat|workshop|assembly|forum)"
WITH_OWNER = Guarded(rf"\b(?P<det>[Ii]ts|[Tt]heir|[Tt]he|[Ww]hose)\s+(?P<which>{_WHICH})\s+(?P<what>{_WHAT})\b(?P<of>\s+of\s+(?:the\s+)?(?=\w))?")
"""Which of its meetings is spoken of: "its *most recent* meeting"."""
LAUNCH = Guarded(r"\b(?:[Tt]he|[Aa]t\s+(?:the|its))\s+(?:official\s+|formal\s+|high-level\s+)?launch\b(?!\s+(?:event|ceremony|meeting|workshop|date|phase|of|for|on)\b|\w|-)")
_LAUNCH_OF = re.compile(r"\b[Ll]aunch\s+of\s+(?:the\s+|an?\s+new\s+|its\s+)?(?P<name>[A-Z][\w’'&-]*(?:\s+(?:(?:of|for|on|in|the|and|to)\s+){0,3}[A-Z][\w’'&-]*){0,9})")
_LAUNCHED = re.compile(r"\b(?:[Tt]he\s+)(?P<name>[A-Z][\w’'&-]*(?:\s+(?:(?:of|for|on|in|the|and|to)\s+){0,3}[A-Z][\w’'&-]*){1,9})(?:\s*\([A-Z][\w-]{1,12}\))?,?\s+(?:was|were)\s+(?:(?:officially|formally|jointly|today)\s+)?launched\b")
_NAMED = re.compile(
    r"\b[Tt]he\s+(?P<event>(?:[A-Z][\w’'-]*\s+(?:(?:of|for|on)\s+)?){1,6}(?:Expo|Exhibition|Week|Days?|Forum|Fair|Dialogue|Summit|Conference|Congress|Workshop|Symposium|Festival|Marketplace|Hackathon|Academy)"
    r"(?:\s+(?:19|20)\d\d)?)\b"
)
_EVENT = re.compile(r"\bevents?\b", re.IGNORECASE)
_TOOK_PLACE = re.compile(r"\s*,|\s+(?:held|that|which|in|from|on|at|organized|convened|was|took)\b")
_OWNERS = GROUPS | {"InterAgencyMechanism", "TreatyMechanism", "GoverningBody", "Organization", "PartnerOrganization"}
_LONGEST_NEWS = 20000


def gatherings_in_words(reading: Reading, passage: Passage, sentence: Span, before: Callable[[int], Entity | None]) -> Iterator[tuple[Span, Entity]]:
    """Yield the gatherings that a sentence describes so; `before` says whose something at a position is."""
    for match in reading.matches(WITH_OWNER, sentence):
        named = reading.at(match.end(), sentence.end, _OWNERS, article=False) if match["of"] else None
        if match["of"] and named is None:
            continue
        owner = named[1] if named else before(match.start()) if match["det"].lower() != "the" else None
        if owner is not None and owner.kind in _OWNERS:
            span = Span(match.start(), named[0].end if named else match.end("what"))
            label = f"{' '.join(match['which'].split())} {' '.join(match['what'].split())} of the {owner.label}"
            yield span, reading.draft("Event", "event", label, reading.evidence(passage, span))
    for match in reading.matches(LAUNCH, sentence):
        name = _launched(reading)
        if name:
            span = Span(*match.span())
            yield span, reading.draft("Event", "event", f"Launch of the {name}", reading.evidence(passage, span))


def named_event(reading: Reading, before: Span) -> Span | None:
    """Return the only event that some words call by a name: "welcomes *the Pond Expo* held in May and thanks Chad for hosting the event"."""
    found = [Span(*match.span("event")) for match in _NAMED.finditer(reading.text, before.start, before.end)]
    another = _EVENT.search(reading.text, before.start, before.end)
    return found[0] if len(found) == 1 and not another and _TOOK_PLACE.match(reading.text, found[0].end, before.end) else None


def _launched(reading: Reading) -> str:
    """Return the only thing that a short text says is launched, or an empty string."""
    text = reading.text[:_LONGEST_NEWS]
    if len(reading.text) > _LONGEST_NEWS:
        return ""
    found = {" ".join(m["name"].split()) for m in _LAUNCH_OF.finditer(text)} or {" ".join(m["name"].split()) for m in _LAUNCHED.finditer(text)}
    whole = {name for name in found if not any(name != other and name in other for other in found)}
    return next(iter(whole)) if len(whole) == 1 else ""
