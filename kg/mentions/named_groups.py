"""Groups whose name stands before the word for what they are: "Pond Species Working Group", "Rain Task Force", "Open-ended Scientific Group".

Also groups of experts in small letters: "ad hoc expert group on ponds", "technical expert group on rain", "expert panel on brooks".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.mentions.board import ORGANIZATIONS
from kg.mentions.headed import Headed
from kg.model import Span

if TYPE_CHECKING:
    from kg.mentions.board import Board
    from kg.model import Passage

_NO_START = (
    r"(?!(?:The|This|That|These|Our|Its|An?|In|At|On|For|By|To|Of|And|Each|All|Any|No|New|Chairs?|Co-[Cc]hairs?|Vice-\w+|President|Rapporteurs?|Members?|Report|Representatives?|Secretary|Secretariat|"
    r"Director|Under|With|From|Mr|Ms|Mrs|Dr|Prof|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|[A-Z][a-z]+(?:teenth|tieth)|Regional|National|Government|Session|Item|Annex)\b)"
)
_TYPES = {
    "Working Group": "WorkingGroup", "Task Force": "TaskTeam", "Task Team": "TaskTeam", "Expert Group": "WorkingGroup", "Advisory Group": "WorkingGroup", "Specialist Group": "WorkingGroup",
    "Scientific Group": "WorkingGroup", "Liaison Group": "WorkingGroup", "Coordination Group": "WorkingGroup", "Steering Group": "WorkingGroup", "Reference Group": "WorkingGroup",
    "Technical Options Committee": "WorkingGroup",
}  # fmt: skip
_KIND_ONLY = frozenset(
    "Ad Hoc Open-ended Open-Ended Joint Technical Core Expert Intergovernmental Informal Inter-sessional Intersessional Sessional Small Special Standing Interagency Inter-agency Inter-Agency "
    "United Nations Experts Temporary Permanent Relevant Other Existing Current Same Party Partner Global International Main Lead Virtual Ministerial High-level "
    "Management Budget Finance Financial Legal Drafting Strategic Review Editorial Programme Policy Implementation Administrative Communications Communication Coordination Outreach Planning Resources".split()
)
"""Words that say of what kind a group is, or what any body may have one for: whose it is the text around says."""
_NAMED = Headed(
    rf"(?<![\w’'-])(?P<name>(?P<words>(?:{_NO_START}[A-Z][\w’'-]*[^\S\n]+(?:(?:and|&|of)[^\S\n]+)?){{1,6}})(?P<type>{'|'.join(_TYPES)}))\b(?!\s+(?:on|for|of|[IVX]{{1,4}}\b|\d)|[-/])(?:\s*\((?P<acronym>[A-Z][A-Za-z-]{{1,9}})\))?",
    rf"(?:{'|'.join(_TYPES)})\b(?!\s+(?:on|for|of|[IVX]{{1,4}}\b|\d)|[-/])",
)
_HALF = re.compile(r"\b(?:National|Regional|Government|Local|Subregional|Thematic|[Nn]ational|[Rr]egional|[Ll]ocal)\s+\Z")
"""Of such there is one in each country or region."""
_STOP = (
    r"(?=\s*(?:[.,;:()\[\]]|\Z)|\s+(?:will|shall|should|may|is|are|was|were|has|have|had|that|which|who|as|by|in|on|to|under|at|during|through|from|with|until|after|before|within|including|held|established|led|chaired|"
    r"co-chaired|convened|met|presented|agreed|requested|invited|prepared|composed|consisting|comprising|and\s+(?:its|the|that|which|who|whose|to|on|for|of|has|have|had|is|was|will|shall|[a-z]+ed))\b)"
)
_SMALL = re.compile(
    r"(?<![\w-])(?P<name>(?P<type>(?:ad\s+hoc\s+|open-ended\s+|technical\s+|scientific\s+|informal\s+|joint\s+|independent\s+|intergovernmental\s+|international\s+|high-level\s+){0,3}expert\s+(?:working\s+)?(?:group|panel)|"
    rf"technical\s+advisory\s+group)\s+on\s+(?!(?:how|what|which|why|this|that|these|those|it|its|their)\b)(?P<topic>[\w’-]+(?:\s+[\w’-]+){{0,7}}?)){_STOP}"
)
_MAY_STAND_IN_NAMES = frozenset({"Topic", "Goal", "State", "PolicyFramework", "Convention"})


def discover_named_groups(board: Board) -> None:
    """Mint the groups that are called by their subject before the kind, and groups of experts on something."""
    for passage in board.saying("working group", "task force", "task team", "expert group", "advisory group", "specialist group", "scientific group", "liaison group", "coordination group", "steering group", "reference group", "options committee"):
        for match in _NAMED.finditer(board.text, *passage.span):
            _named(board, match)
    for passage in board.saying("expert group", "expert panel", "expert working group", "technical advisory group"):
        if passage.kind not in {"heading", "header"}:
            _experts(board, passage)


def _named(board: Board, match: re.Match[str]) -> None:
    span = Span(*match.span("name"))
    owner = next((where for where, entity in board.inside(span) if where.start == span.start and entity.kind in ORGANIZATIONS), None)
    treaties = [where for where, entity in board.inside(span) if entity.kind in {"State", "Convention"}]
    capitals = re.compile(r"[A-Z][\w’'-]*").finditer(board.text, owner.end if owner else span.start, match.start("type"))
    words = [m[0] for m in capitals if m[0] not in _KIND_ONLY and not any(where.start <= m.start() < where.end for where in treaties)]
    if not words or _is_taken(board, span, owner) or _HALF.search(board.text, max(0, span.start - 24), span.start):
        return
    acronym = match["acronym"] if match["acronym"] and match["acronym"].isupper() and not board.knows(match["acronym"]) else ""
    iri = board.workstream(_TYPES[match["type"]], span.of(board.text), span, acronym=acronym)
    board.add(span, iri)
    if acronym:
        board.named_again({}, {acronym: iri})


def _experts(board: Board, passage: Passage) -> None:
    for match in _SMALL.finditer(board.text, *passage.span):
        span = Span(*match.span("name"))
        if not _is_taken(board, span, None):
            board.add(span, board.workstream("WorkingGroup", span.of(board.text), span))


def _is_taken(board: Board, span: Span, owner: Span | None) -> bool:
    """Tell whether a name stands there, or a part of one; a country, a treaty, or the agency whose group it is, may begin it."""
    crossing = [(where, board.entities[iri]) for where, iri in board.around(span) if where.start < span.end and span.start < where.end]
    return any(where != owner and not _is_of_owner(where, owner) and (not span.covers(where) or entity.kind not in _MAY_STAND_IN_NAMES) for where, entity in crossing)


def _is_of_owner(where: Span, owner: Span | None) -> bool:
    """Tell a part of the owner, named right after it: "IUCN *SSC* Eel Specialist Group"."""
    return owner is not None and where.start in {owner.start, owner.end + 1}
