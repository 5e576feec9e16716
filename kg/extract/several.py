"""Who leads each of several groups that one sentence lists: "Two working groups were set up: ponds, to be led by FAO, and rain, led by WMO"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.officers import people_from
from kg.extract.reading import AGENTS, is_unsure
from kg.extract.words import Guarded
from kg.model import Role, Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_COUNT = r"(?:two|three|four|five|six|seven|eight|several|the\s+following|\d{1,2})"
_SEVERAL = Guarded(
    rf"\b(?i:{_COUNT})\s+(?:(?:new|small|informal|technical|thematic|parallel|inter-?sessional|ad\s+hoc|open-ended|standing)\s+)*(?P<head>(?:(?:[Ww]orking|[Tt]ask|[Cc]ontact|[Ee]xpert|[Dd]rafting|[Tt]hematic|[Dd]iscussion|[Pp]roject)\s+)?[Gg]roup|[Ss]ub-?[Gg]roup|[Tt]ask\s+(?:[Tt]eam|[Ff]orce)|[Ww]orkstream|[Cc]luster|[Cc]omponent|[Ww]ork\s+package)s\b[^:;.]{{0,90}}:\s+"
)
_ITEM = re.compile(
    r"(?:(?:\([a-z0-9]{1,3}\)\s*)?(?:and\s+)?(?:(?:one|the\s+first|the\s+second|the\s+third|the\s+other)\s+)?(?:on\s+)?(?P<topic>[a-z](?:(?!\b(?:led|chaired|by|which|will|is|was|to\s+be)\b)[^,;:.()]){2,70}?))"
    r"(?:,?\s*\(|,?\s+)(?:(?:which\s+)?(?:is|was|will\s+be|would\s+be|to\s+be|shall\s+be)\s+)?(?P<co>co-)?(?P<verb>led|chaired|coordinated|headed|facilitated|convened|(?:lead|chair|coordinator|leads|chairs)(?=:))(?:\s+(?:jointly\s+)?by|:)\s+(?:(?:Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)?(?:the\s+)?"
)
_NEXT = re.compile(r"(?:\s*\([^()]{2,60}\))?\)?(?:[;,]\s*|\s+)(?:and\s+)?(?=[a-z(])")


def several(reading: Reading) -> None:
    """State who leads the groups of a list that is told in one sentence."""
    for passage, sentence in reading.sentences():
        for match in reading.matches(_SEVERAL, sentence):
            if not is_unsure(reading, sentence, match.end()):
                _items(reading, passage, sentence, match)


def _items(reading: Reading, passage: Passage, sentence: Span, announced: re.Match[str]) -> None:
    head = " ".join(announced["head"].lower().split())
    item = _ITEM.match(reading.text, announced.end(), sentence.end)
    while item:
        who = people_from(reading, item.end(), sentence.end) or reading.agents_from(item.end(), sentence.end, AGENTS | {"State"})
        if not who:
            return
        group = reading.draft("WorkingGroup", "workstream", f"{head} on {' '.join(item['topic'].split())}", reading.evidence(passage, Span(*item.span("topic"))))
        _state(reading, passage, who, group, item)
        following = _NEXT.match(reading.text, who[-1][0].end, sentence.end)
        item = _ITEM.match(reading.text, following.end(), sentence.end) if following else None


def _state(reading: Reading, passage: Passage, who: list[tuple[Span, Entity]], group: Entity, item: re.Match[str]) -> None:
    chairs = item["verb"].startswith(("chair", "facilitat"))
    role = ("co-chair" if item["co"] or len(who) > 1 else "chair") if chairs else "lead"
    known = {(r.agent, r.role) for r in reading.said_in(passage.id) if isinstance(r, Role) and r.target == group.iri}
    for where, agent in who:
        if (agent.iri, role) not in known:
            reading.state(Role(reading.evidence(passage, Span(item.start("topic"), where.end)), agent.iri, role, reading.keep(group)))
