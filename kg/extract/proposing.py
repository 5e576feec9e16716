"""What somebody proposed: a work or a group, no date, no text, and nothing that was rejected."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.extract.abstract import Sign
    from kg.extract.reading import Reading
    from kg.model import Passage

_NOT_NEW = re.compile(r"\b(?:text|agenda|amendments?|changes?|deletion|wording|dates?|budget|programme\s+of\s+work|session|decision|resolution|negotiat\w+|process|drafting)\b", re.IGNORECASE)
_SMALL_CHANGE = re.compile(r"\b(?:changes|amendments|revisions?|deletion|edits)\s+(?:to|of|in)\s+(?:the\s+)?\Z")
_REJECTED = re.compile(
    r"\b(?:but|however|although)\b[^.;]{0,80}\b(?:rejected|withdrew|withdrawn|dropped|opposed|no\s+(?:support|consensus|agreement)|not\s+(?:support|accept|agree|take|adopt|find|follow)\w*)\b|"
    r"\b(?:[Pp]roposal|[Ii]dea|[Ss]uggestion|[Ii]t)\s+(?:was|were|had\s+been|did)\s+(?:later\s+|then\s+|subsequently\s+)?(?:rejected|withdrawn|dropped|opposed|declined|turned\s+down|not\s+(?:support|accept|agree|take|adopt|find|follow|pursue)\w*)\b|"
    r"\b(?:rejected|opposed|withdrew|declined|dropped|(?:not|could\s+not|not\s+to)\s+(?:support|accept|endorse|follow|pursue))\s+(?:the|this|that|its|her|his)\s+(?:proposal|idea|suggestion)\b"
)
"""What became of a proposal, in the same paragraph."""


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


TOLD_OF: dict[str, Callable[[Reading, Passage, re.Match[str], Sign], Sign | None]] = {"proposer": proposed}
"""The roles in what is only told of."""
