"""Roles in tables whose head says them: "Workstream | Lead | Partners"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.electing import in_short
from kg.extract.heads import head, is_title
from kg.extract.listing import HINTS, UNSURE, Listed, is_of_others, lines, listed, role_of_label, state_listed
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_MARKS = " \t*_"
_HINTS = ("ole", "ffice", "unction", "apacity", "roject", "gency", "gencies", "rgani", "ntit", "ountr", "roup", "ctivit", "ask")
"""One of these stands in the head of a table that says no role, but whose cells do."""
_KINDS = frozenset({"unnumbered", "paragraph", "action", "header", "heading"})
_RULER = re.compile(r"[\s|:+=_-]+")
_SLASHES = re.compile(r"\s/\s")
_COLUMNS = re.compile(r"\t+| {2,}(?=\S)")
_WORK = re.compile(
    r"\b(?:work\s?streams?|work\s?packages?|work|projects?|programmes?|activit(?:y|ies)|action\s+areas?|tasks?|outputs?|outcomes?|themes?|thematic|topics?|issues?|groups?|teams?|task\s?forces?|committees?|initiatives?|areas?|pillars?|components?|clusters?|"
    r"hubs?|nodes?|support\s+units?|cent(?:re|er)s?|facilit(?:y|ies)|desks?|windows?|deliverables?|products?|objectives?|targets?|goals?|indicators?|events?|workshops?|dialogues?|titles?|strands?|networks?|partnerships?|stud(?:y|ies)|chapters?|assessments?|publications?|name|panels?|pilots?|campaigns?|subject|sub-?groups?)\b",
    re.IGNORECASE,
)
_NO_WORK = re.compile(r"\b(?:dates?|years?|time|days?|country|countries|part(?:y|ies)|states?|regions?|agenc(?:y|ies)|organi[sz]ations?|entit(?:y|ies)|persons?|surname|first\s+name|name\s+of\s+(?:the\s+)?(?:agency|organi[sz]ation|participant|expert|country)|status|no\.?|nr\.?|number|#|code|id|venue|budget)(?:\W|\Z)", re.IGNORECASE)
_WHO = tuple(re.compile(words, re.IGNORECASE) for words in (r"(?:full\s+)?names?|experts?|persons?", r"members?", r"(?:member\s+)?(?:agenc(?:y|ies)|organi[sz]ations?|entit(?:y|ies)|institutions?|part(?:y|ies)|states?|countr(?:y|ies))"))
"""What the column of those who have the roles is called, persons first."""
_STEP = re.compile(r"(?:(?:agreed|suggested|next|follow-?up|key|proposed|recommended)\s+)*(?:actions?|steps?|recommendations?|measures?|decisions?|follow-?up|questions?|what|to\s+do|points?)\b", re.IGNORECASE)
"""What is to be done once is no work that has a lead and partners."""
_SAYS_ROLE = re.compile(r"(?:role|function|capacity|office)s?(?:\s+in\s+the\s+[\w ]{3,40})?", re.IGNORECASE)
_ABOUT_MEMBERS = re.compile(r"(?:country|nationality|affiliation|region|organi[sz]ation|institution|gender|title|e-?mail|address|term|until|focal\s+points?|contact|type|category|constituency)\b.{0,30}", re.IGNORECASE)
_OF_A_PROGRAMME = re.compile(r"(?:start(?:ing)?\s+)?time|slot|minutes|agenda.*|item|session", re.IGNORECASE)
_BY_A_DAY = re.compile(r"timing|deadline|due(?:\s+date)?|by\s+when", re.IGNORECASE)
"""Whoever leads an item of an agenda, or is to do something by a day, leads no work; but where a column names those who take part in it, it is one."""
_TABLE_NUMBER = re.compile(r"\W*Table\s+\w{1,3}[.:]?\s+")
_OF_SHORT = re.compile(r"\W*(?:Table\s+\w{1,3}[.:]?\s+)?(?:Officers|Members|Bureau|Membership|Composition)\s+of\s+the\s+(?P<short>(?:[A-Z][\w-]+\s+){0,4}[A-Z][\w-]+)\W*")
"""The title of a table with the name of a body in short: "Officers of *the Plenary*"."""
_OF_PEOPLE = re.compile(r"\b(?:chair|president|rapporteur|author|person|facilitator|name)", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]{3}")
_LONGEST_HEAD = 80


class _Table(NamedTuple):
    """What the head of a table says: which column names the work, and what role each of the others is of."""

    kind: str
    work: int
    width: int
    roles: dict[int, tuple[str, bool]]
    people: frozenset[int] = frozenset()
    """The columns of persons: "Chair", "Lead author"."""
    others: tuple[int, ...] = ()
    """The columns that name the work where that one has but a number: "Objective | Topic | Lead"."""
    role: int = -1
    """The column that says the role of each row: "Name | Country | Role"."""
    agents: dict[int, Listed] = {}  # noqa: RUF012 - is not changed
    groups: dict[int, Entity] = {}  # noqa: RUF012
    """Who, or which groups, stand across the head of a table whose cells say the roles."""


def tabled(reading: Reading) -> None:
    """State the roles that tables say whose columns are called by them."""
    table: _Table | None = None
    target: Entity | None = None
    for passage in reading.document.passages:
        if passage.kind not in _KINDS or not reading.says(passage.body, "|", "\t", "   ", " / "):
            table = None
            continue
        for line in lines(reading, passage):
            if _RULER.fullmatch(reading.text, line.start, line.end) or (table is None and not reading.says(line, *HINTS, *_HINTS)):
                continue
            cells = list(_cells(reading.text, line))
            called = _heading(reading, cells, within=table is not None and bool(table.agents or table.groups)) or _of_members(reading, cells) or (_across(reading, passage, cells) if table is None else None)
            if called:
                table, target = called, _above(reading, passage, line) if called.roles and called.work < 0 else None
            elif table is None or (table.work >= 0 and table.roles and any(role_of_label(cell.of(reading.text)) for cell in cells)) or len(cells) < len(("work", "lead")) or not table.work < len(cells) <= table.width:
                table = None
            elif table.agents or table.groups:
                _crossed(reading, passage, cells, table)
            elif table.role >= 0:
                _member(reading, passage, cells, table, target)
            else:
                if table.work >= 0 and (cell := _named(reading, cells, table)):
                    target = head(reading, passage, cell, loose=True, kind=table.kind)
                _row(reading, passage, cells, table, target)


def _cells(text: str, line: Span) -> Iterator[Span]:
    """Yield where the cells of a row stand, empty ones too."""
    words = line.of(text)
    inner = words.strip()
    if "|" not in inner and "\t" not in inner and "  " not in inner and " / " not in inner:
        return
    if "|" in words:
        start = line.start + words.index(inner) + inner.startswith("|")
        end = line.start + words.index(inner) + len(inner) - (inner.endswith("|") and len(inner) > 1)
        separator = re.compile(r"\|")
    else:
        start, end = line.start + len(words) - len(words.lstrip()), line.start + len(words.rstrip())
        separator = _SLASHES if " / " in inner and "\t" not in inner and "  " not in inner else _COLUMNS
    for match in separator.finditer(text, start, end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, max(start, end))


def _heading(reading: Reading, cells: list[Span], *, within: bool) -> _Table | None:
    """Return what the head of a table says; nothing where a row is no head of such a table, but one `within` a table whose cells say roles."""
    words = [cell.of(reading.text).strip(_MARKS) for cell in cells]
    if len(words) < len(("work", "lead")) or any(len(word) > _LONGEST_HEAD for word in words):
        return None
    if any(_OF_A_PROGRAMME.fullmatch(word) for word in words):
        return None
    roles = {index: (role, word.lower().startswith("co")) for index, word in enumerate(words) if (role := role_of_label(word))}
    if any(role == "lead" for role, _ in roles.values()):
        roles |= {index: ("collaborator", False) for index, word in enumerate(words) if index not in roles and is_of_others(word)}
    shared = {role for role, _ in roles.values()} >= {"lead", "collaborator"}
    if any(_BY_A_DAY.fullmatch(word) for word in words) and not shared:
        return None
    first = min(roles, default=0)
    works = [index for index, word in enumerate(words) if index not in roles and _WORK.search(word) and not _NO_WORK.search(word)]
    works += [index for index, word in enumerate(words[:1]) if not word]
    if shared and not within and not any(index < first for index in works):
        works = [index for index, word in enumerate(words[:first]) if word[:1].isupper() and not _NO_WORK.search(word) and not _STEP.match(word)] + works
    works.sort(key=lambda index: index > first)
    return _Table(words[works[0]], works[0], len(words), roles, frozenset(index for index in roles if _OF_PEOPLE.search(words[index])), tuple(works[1:])) if roles and works else None


def _named(reading: Reading, cells: list[Span], table: _Table) -> Span | None:
    """Return the cell that names the work of a row: the first one that has words and not only a number."""
    if not cells[table.work].of(reading.text).strip(_MARKS):
        return None
    return next((cells[index] for index in (table.work, *table.others) if index < len(cells) and _WORDS.search(reading.text, cells[index].start, cells[index].end)), None)


def _of_members(reading: Reading, cells: list[Span]) -> _Table | None:
    """Return what the head of a table of members says: "Name | Country | Role", "Members | Country"."""
    words = [cell.of(reading.text).strip(_MARKS) for cell in cells]
    if len(words) < len(("name", "role")) or any(len(word) > _LONGEST_HEAD for word in words):
        return None
    names = [index for pattern in _WHO for index, word in enumerate(words) if pattern.fullmatch(word)]
    says = [index for index, word in enumerate(words) if _SAYS_ROLE.fullmatch(word)]
    if names and len(says) == 1:
        return _Table("", -1, len(words), {names[0]: ("", False)}, role=says[0])
    of = [index for index, word in enumerate(words) if role_of_label(word) == "member"]
    if len(of) == 1 and all(_ABOUT_MEMBERS.fullmatch(word) for index, word in enumerate(words) if index not in of):
        return _Table("", -1, len(words), {of[0]: ("member", False)}, frozenset(of))
    return None


def _above(reading: Reading, passage: Passage, line: Span) -> Entity | None:
    """Return the group whose members a table lists: the one that the line above it names."""
    before = [other for other in lines(reading, passage) if other.end <= line.start]
    index = reading.document.passages.index(passage)
    above = passage if before or not index else reading.document.passages[index - 1]
    titles = before or (list(lines(reading, above)) if above is not passage else [])
    short = _OF_SHORT.fullmatch(reading.text, titles[-1].start, titles[-1].end) if titles else None
    number = _TABLE_NUMBER.match(reading.text, titles[-1].start, titles[-1].end) if titles else None
    title = Span(number.end(), titles[-1].end) if number else titles[-1] if titles else None
    named = head(reading, above, title) if title and (before or short or is_title(reading, title)) else None
    return named or (in_short(reading, short["short"], titles[-1].start) if short else None)


def _member(reading: Reading, passage: Passage, cells: list[Span], table: _Table, target: Entity | None) -> None:
    """State the role that a row of a table of members says in a column of its own."""
    (name,) = table.roles
    role = role_of_label(cells[table.role].of(reading.text)) if max(name, table.role) < len(cells) else ""
    if target and role:
        start, end = cells[0].start, cells[-1].end
        co = cells[table.role].of(reading.text).strip(_MARKS).lower().startswith("co")
        if not UNSURE.search(reading.text, start, end):
            state_listed(reading, passage, listed(reading, cells[name]), role, target, start, co=co)


def _across(reading: Reading, passage: Passage, cells: list[Span]) -> _Table | None:
    """Return what stands across the head of a table whose cells say the roles: "Agency | Pond group | Rain group", "Project | FAO | WHO"."""
    words = [cell.of(reading.text).strip(_MARKS) for cell in cells]
    if len(words) < len(("work", "one", "other")) or not words[0] or any(len(word) > _LONGEST_HEAD for word in words):
        return None
    if _WORK.search(words[0]) and not _NO_WORK.search(words[0]):
        agents = {index: who[0] for index, cell in enumerate(cells) if index and len(who := listed(reading, cell)) == 1}
        return _Table(words[0], 0, len(words), {}, agents=agents) if len(agents) > 1 else None
    if any(pattern.fullmatch(words[0]) for pattern in _WHO):
        groups = {index: group for index, cell in enumerate(cells) if index and (group := head(reading, passage, cell))}
        return _Table(words[0], -1, len(words), {}, groups=groups) if groups else None
    return None


def _crossed(reading: Reading, passage: Passage, cells: list[Span], table: _Table) -> None:
    """State the roles that stand where a row and a column meet."""
    said = {index: word for index, cell in enumerate(cells) if index and role_of_label(word := cell.of(reading.text).strip(_MARKS))}
    who = listed(reading, cells[0]) if table.groups and said else []
    work = head(reading, passage, cells[0], loose=True, kind=table.kind) if table.agents and said else None
    for index, word in said.items():
        role, co, cell = role_of_label(word), word.lower().startswith("co"), cells[index]
        if work and index in table.agents:
            agent = table.agents[index]
            start = agent.where.start if agent.where.start >= passage.body.start else cells[0].start
            state_listed(reading, passage, [agent._replace(where=Span(start, cell.end))], role, work, cell.end, co=co)
        elif len(who) == 1 and index in table.groups:
            state_listed(reading, passage, [who[0]._replace(where=Span(cells[0].start, cell.end))], role, table.groups[index], cells[0].start, co=co)


def _row(reading: Reading, passage: Passage, cells: list[Span], table: _Table, target: Entity | None) -> None:
    for index, (role, co) in table.roles.items() if target else ():
        if index < len(cells) and not UNSURE.search(reading.text, cells[index].start, cells[index].end):
            who = listed(reading, cells[index], spaced=True, passage=passage, people=index in table.people)
            who = _without_place(reading, who) if role == "host" else who
            state_listed(reading, passage, who, role, target, cells[0].start, co=co)  # type: ignore[arg-type]


def _without_place(reading: Reading, who: list[Listed]) -> list[Listed]:
    """Return the hosts without the country that one is in: "Pond Institute, Suva, *Fiji*"."""
    return [one for one in who if one.entity.kind != "State" or one is who[0] or not reading.text[: one.where.start].rstrip().endswith(",")]
