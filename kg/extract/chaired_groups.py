"""The groups of a meeting that have a chair and no name but their kind: "the committee of the whole", "the contact group" of an item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.electing import of_document
from kg.model import Role, Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Passage

GROUP = re.compile(r"\b(?:[Jj]oint\s+)?(?:(?P<whole>[Cc]ommittee\s+of\s+the\s+[Ww]hole|C[Oo]W)|[Cc]ontact\s+[Gg]roup|[Dd]rafting\s+[Gg]roup|[Ww]orking\s+[Gg]roup\s+(?:[IVX]{1,3}|[1-9]))\b")
_OF_ANOTHER = re.compile(r"\s+of\s+the\s+[A-Z]")
"""Working Group II *of the IPCC* is none of the meeting."""
_TOPIC = re.compile(r"\s+on\s+(?P<topic>(?!this\b|these\b|that\b|the\s+(?:same|item|sub-item|agenda)\b)[^,;.()]{3,100}?)(?=,|;|\.|\s+(?:met|was|were|had|has|which|that|to|and\s+[A-Z])\b|\s*\Z)")
_CHAIRS = frozenset({"chair", "co-chair"})


def of_the_whole(reading: Reading, passage: Passage, before: int) -> re.Match[str] | None:
    """Return where a committee of the whole is spoken of before in the section: that is then "the Committee"."""
    said = list(GROUP.finditer(reading.text, reading.section_start(passage), before))
    return next((match for match in reversed(said) if match["whole"]), None)


def group_meant(reading: Reading, passage: Passage, match: re.Match[str]) -> IRI:
    """Return the group that some words mean: the committee of the whole of the meeting, the contact group of the section."""
    section = reading.sections.get(passage.section)
    if match["whole"]:
        words, of = "committee of the whole", reading.entities.get(reading.meeting) or reading.entities.get(of_document(reading))
        label = f"{words} of the {of.label}" if of else ""
    elif not match[0].lower().endswith("group"):
        if _OF_ANOTHER.match(reading.text, match.end()):
            return ""
        of = reading.entities.get(reading.meeting) or reading.entities.get(of_document(reading))
        label = f"{' '.join(match[0].split())} of the {of.label}" if of else ""
    else:
        topic = _TOPIC.match(reading.text, match.end(), passage.body.end)
        known = "" if topic else _chaired_before(reading, passage, match)
        if known:
            return known
        subject = topic["topic"] if topic else section.title if section else ""
        label = f"{' '.join(match[0].split())} on {subject}" if subject and match[0].lower().endswith("group") else ""
    evidence = reading.evidence(passage, Span(*match.span()))
    return reading.mint("WorkingGroup", "workstream", label, evidence) if label else ""


def _chaired_before(reading: Reading, passage: Passage, match: re.Match[str]) -> IRI:
    """Return the only group of some words of which the section said before who chairs it: "the contact group" is *the contact group on ponds*, or an empty string."""
    words = f"{' '.join(match[0].split())} on "
    section = {other.id for other in reading.document.passages if other.section == passage.section}
    said = (r.target for r in reading.items if isinstance(r, Role) and r.role in _CHAIRS and r.evidence.passage in section and r.evidence.span.end <= match.start())
    found = {target for target in said if reading.entities[target].label.startswith(words)}
    return next(iter(found)) if len(found) == 1 else ""
