"""Mint what a document introduces: groups, series, plans, ministries, people.

Workstreams are discovered, not listed: by how their names are built, by headings that have a
block of action items, and by lists ("three working groups … that promote:").
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.mentions import grammar
from kg.mentions.beside import discover_beside
from kg.mentions.board import BODIES, ORGANIZATIONS, WORKSTREAMS
from kg.mentions.branches import discover_branches
from kg.mentions.citations import discover_citations, home_convention
from kg.mentions.institutions import discover_centres, discover_institutions
from kg.mentions.listed import discover_listed
from kg.mentions.ministries import discover_ministries
from kg.mentions.named_groups import discover_named_groups
from kg.mentions.noted import group_of_notes, meeting_of_notes, people_of_notes
from kg.mentions.organizations import discover_organizations
from kg.mentions.people import discover_people
from kg.mentions.resolutions import discover_resolutions
from kg.mentions.sessions import discover_events, discover_sessions
from kg.mentions.spoken_for import discover_spoken_for
from kg.mentions.titled import meeting_of_title
from kg.mentions.titled_groups import discover_titled_groups
from kg.model import Span
from kg.text import NUMBER_WORDS, ORDINAL, fold, sentences, trim

if TYPE_CHECKING:
    from kg.mentions.board import Board
    from kg.model import IRI, Entity, Passage, Point

_LISTED = re.compile(
    r"\b(?P<count>two|three|four|five|six|seven|eight|nine|ten)\s+(?:\w+\s+)?(?P<type>working\s+groups|task\s+teams|workstreams)\b",
    re.IGNORECASE,
)
_LISTED_KIND = {"working groups": "WorkingGroup", "task teams": "TaskTeam", "workstreams": "Workstream"}
_KINDS = tuple((re.compile(rf"(?:{words})\Z", re.IGNORECASE), kind) for words, kind in grammar.WORKSTREAM_TYPES.items())
_AGENDA_ITEM = re.compile(r"(?:Agenda )?Item \d", re.IGNORECASE)
_HEAD = re.compile(r"[^:.;(\n]{8,160}(?=[:.;(])")
_SHORTEST_PLAN = 2
_WHEN = re.compile(r"\s+(?:in|since|from|during|by|until)\s+(?:early\s+|late\s+|mid-)?(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d)\b.*", re.DOTALL)
_AND_LAST = re.compile(r"\s+and\s+(?:the\s+)?\Z")
_WIDE_NETWORK = re.compile(r"(?P<more>(?:(?!(?:The|A|In|By|Of)\b)[A-Z]\w+[^\S\n]+){1,3})\Z")
_MEETS_BELOW = re.compile(rf"(?:\s*\([A-Z][\w-]{{1,11}}\))?[ \t*:,]*\n\s*[^\n]{{0,60}}\b(?:{ORDINAL})\s+(?:\w+\s+){{0,2}}?(?:meeting|session)\b", re.IGNORECASE)
"""A network in a line of its own above that of its meeting is no subject of the title."""
_NEXT_LINE = re.compile(
    r"\s*\n(?=[^\n]*\b(?:meeting|session|segment|report|summary|minutes|notes|record|outcomes?)\b|[^\n]*\b(?:19|20)\d\d\b|[^\n,]{2,40},[^\n]*\d)", re.IGNORECASE
)
"""In a title the name of a group ends before a line that says which meeting it was, or where and when: "Task Team on Ponds / *Bern, 3 May*"."""
_ARTICLE = re.compile(r"\s\d{1,3}(?:\s?\([a-z]\))?(?:\s+and\s+[Rr]elated\s+[Pp]rovisions)?")
"""The article of a treaty that a group is on: "Working Group on Article 8(j) and Related Provisions"."""
_NOT_ON = re.compile(r"\b(?!\s+(?:on|for)\s|\s+of\s+(?:the\s+)?[A-Z])")
_ANOTHER = re.compile(rf"\s+(?:and|to|in|for)\s+(?:the\s+)?(?:[A-Z]+\s+)?(?:{grammar.TYPE_WORDS})\b")
_ACRONYM_AFTER = re.compile(r"\s*\(([A-Z][A-Za-z]*[A-Z][A-Za-z&-]{0,8})\)")
_ACRONYM_BEFORE = re.compile(r"(?:^|\n)\s*\|?\s*([A-Z][A-Za-z]*[A-Z][A-Za-z&-]{0,8})\s*(?:[|\t:–—-]|\s{2,})\s*(?:the\s+)?\Z")
_PLANS = frozenset({"PolicyFramework"})
_SUBJECT = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Aa]n?)\s+(?P<more>(?:(?!(?:Open|Ad|Joint|Expert|Technical|Core|Informal|Standing|Intergovernmental|Inter|Chair|Co|New|First|Second|Third)\b)[A-Z][\w’'-]+\s+){1,3})\Z")
_BODIES = ORGANIZATIONS | BODIES
_MAY_STAND_IN_PLANS = ORGANIZATIONS | BODIES | {"Topic", "Goal", "State"}


def discover(board: Board) -> None:
    """Put on the board what the document introduces, the surest first."""
    board.home = home_convention(board)
    _defined_acronyms(board)
    _short_forms(board)
    _groups(board)
    _topics(board)
    _listed_groups(board)
    discover_titled_groups(board)
    group_of_notes(board)
    _name_again(board)
    discover_sessions(board)
    meeting_of_title(board)
    meeting_of_notes(board)
    people_of_notes(board)
    discover_resolutions(board)
    discover_citations(board)
    _plans(board)
    _governments(board)
    discover_ministries(board)
    discover_centres(board)
    discover_branches(board)
    discover_organizations(board)
    discover_listed(board)
    discover_named_groups(board)
    discover_institutions(board)
    discover_events(board)
    discover_people(board)
    discover_beside(board)
    discover_spoken_for(board)


def _defined_acronyms(board: Board) -> None:
    """Read "the Gulf Organization … (GORD)" and lists of abbreviations: short forms of known names."""
    found: dict[str, IRI] = {}
    for span, entity in board.of_kinds(_BODIES):
        match = _ACRONYM_AFTER.match(board.text, span.end)
        start = max(0, span.start - 24)
        if not match and (start == 0 or "\n" in board.text[start : span.start]):
            match = _ACRONYM_BEFORE.search(board.text, start, span.start)
        if match and match[1] not in entity.exact and not board.knows(match[1]):
            found.setdefault(match[1], "" if match.start() >= span.end and grammar.is_of_a_part(board.text, span.start, match[1]) else entity.iri)
    found = {form: iri for form, iri in found.items() if iri}
    board.named_again({}, found)


def _short_forms(board: Board) -> None:
    """Read "the Executive Board", "the Standing Committee" in a document that names the one it means otherwise too.

    Several bodies have one short form: the one named in the document, or else that of the only convention it is about, or of an
    agency it names, or the only one of all, that of a mechanism it names; of two it means neither.
    """
    printed = board.gazetteer.short_forms(board.text)
    if not printed:
        return
    named = {iri for _, iri in board.in_order()}
    treaties = {iri for iri in named if board.entities[iri].kind == "Convention"}
    conventions = _endings(board, treaties) if len(treaties) == 1 else ()
    mechanisms = {iri for iri in named if board.entities[iri].kind == "TreatyMechanism"}
    owners = cache(lambda: _endings(board, {iri for iri in named if board.entities[iri].kind in _BODIES}))
    home = _endings(board, {board.home.iri} if board.home else set())
    for form in dict.fromkeys(form for form, _ in printed):
        bodies = [e for other, e in printed if other == form]
        meant = [e for e in bodies if e.iri in named] or [e for e in bodies if fold(e.label).endswith(conventions)]
        meant = meant or [e for e in bodies if fold(e.label).endswith(home)] or [e for e in bodies if fold(e.label).endswith(owners())]
        meant = meant or [e for e in bodies if len(bodies) == 1 and any(name == "partOf" and iri in mechanisms for name, iri in e.links)]
        for span in board.places_of(form) if len(meant) == 1 else ():
            before = board.text[max(0, span.start - 1) : span.start]
            if before != "-" and not before.isalnum() and _NOT_ON.match(board.text, span.end) and not any(where.covers(span) for where, _ in board.around(span)):
                board.add(span, meant[0].iri)


def _endings(board: Board, parents: set[IRI]) -> tuple[str, ...]:
    """Return how bodies end that are called after one of some conventions or agencies: "Standing Committee of the *Convention on Wetlands*"."""
    return tuple(f" {fold(name)}" for iri in parents for name in (board.entities[iri].label, *board.entities[iri].names, *board.entities[iri].exact))


def kind_of(words: str) -> str:
    """Return the class that the words for a kind of group mean.

    >>> kind_of("Core Working Group"), kind_of("IMG")
    ('WorkingGroup', 'IssueManagementGroup')
    """
    for pattern, kind in _KINDS:
        if pattern.search(words):
            return kind
    return "Workstream"


def _groups(board: Board) -> None:
    for passage in _headings_first(board):
        small = grammar.SMALL_GROUP.search(board.text, *passage.span) is not None
        patterns = [grammar.QUOTED_GROUP] * board.says(passage, *grammar.QUOTES) + [grammar.GROUP] + [grammar.NEW_GROUP] * small
        for pattern in (*patterns, grammar.MADE_GROUP) if small and board.says(passage, " been ", " was ") else patterns:
            match = pattern.search(board.text, passage.span.start, passage.span.end)
            while match:
                named = match.groupdict().get("name")
                span = Span(*match.span("name")) if named else Span(*match.span())
                another = _ANOTHER.search(board.text, span.start, span.end)
                _group(board, match, Span(span.start, another.start()) if another else span)
                match = pattern.search(board.text, another.start() if another else match.end(), passage.span.end)
        if small and board.says(passage, "task force o", "task team o", "working group o", "consultative process o", "management group o"):
            _small_groups(board, passage)
        _teams(board, passage)
        _series(board, passage)
        _named_by_type(board, passage)


def _small_groups(board: Board, passage: Passage) -> None:
    """Read "the task force on capacity-building", a name in small letters."""
    for match in grammar.LOWER_GROUP.finditer(board.text, passage.span.start, passage.span.end):
        span = Span(*match.span("name"))
        if not any(where.start <= span.start < where.end for where, _ in board.around(span)):
            _group(board, match, span)


def _teams(board: Board, passage: Passage) -> None:
    """Read "the OBIS vocabulary project team": the acronym of a known body, then small words and the kind of team."""
    if not board.says(passage, " team", " group") or not grammar.SMALL_TEAM.search(board.text, *passage.span):
        return
    for match in grammar.TEAM.finditer(board.text, passage.span.start, passage.span.end):
        span = Span(*match.span("name"))
        owner = board.starting_at(span.start)
        if owner and owner.kind in _BODIES and not any(where.covers(span) for where, _ in board.around(span)):
            board.add(span, board.workstream("TaskTeam" if match["type"] == "team" else "WorkingGroup", span.of(board.text), span))


def _headings_first(board: Board) -> list[Passage]:
    return sorted(board.saying(*grammar.GROUP_HINTS), key=lambda p: (p.kind != "heading", p.span))


def _group(board: Board, match: re.Match[str], span: Span) -> None:
    kind = kind_of(match["type"])
    article = _ARTICLE.match(board.text, span.end) if board.text.endswith(" Article", span.start, span.end) else None
    span = Span(span.start, article.end()) if article else span
    span = _on_its_line(board, span, match.start("topic"))
    when = _WHEN.search(board.text, match.start("topic"), span.end)
    span = _without_next(board, Span(span.start, when.start()) if when else span, match.start("topic"))
    wider = _WIDE_NETWORK.search(board.text, max(0, span.start - 60), span.start) if kind == "Network" else None
    wider = wider or _of_a_subject(board, match)
    span = Span(wider.start("more"), span.end) if wider else span
    if any(_is_taken(where, span, board.entities[iri]) for where, iri in board.around(span)):
        return
    if kind == "Network" and match["joint"] != "of" and not _MEETS_BELOW.match(board.text, span.end):
        return
    standing = [where for where, entity in board.inside(_around(span), _BODIES) if _crosses(where, span)]
    if standing:
        return
    words, after = board.text[span.start : span.end], _ACRONYM_AFTER.match(board.text, span.end)
    acronym = match.groupdict().get("acronym") or (after[1] if after and grammar.abbreviates(after[1], words) and not board.knows(after[1]) else "")
    iri = board.workstream(kind, words, span, acronym="" if acronym in match["type"] or acronym == "IMG" else acronym)
    board.add(span, iri)


def _of_a_subject(board: Board, match: re.Match[str]) -> re.Match[str] | None:
    """ "the *Seagrass* Working Group of the Convention": what stands before is a part of the name"""
    before = _SUBJECT.search(board.text, max(0, match.start() - 60), match.start()) if match["joint"] == "of" else None
    return before if before and not board.around(Span(before.start("more"), match.start() - 1)) else None


def _on_its_line(board: Board, span: Span, topic: int) -> Span:
    """Return the name of a group in a title without the line below that says which meeting it was."""
    passage = board.passage_at(span) if "\n" in board.text[topic : span.end] else None
    below = _NEXT_LINE.search(board.text, topic, passage.span.end) if passage and _is_title(board, passage) else None
    return Span(span.start, below.start()) if below and below.start() < span.end else span


def _is_title(board: Board, passage: Passage) -> bool:
    """Tell a title, also where its lines are taken for the first paragraph."""
    first = passage.kind == "unnumbered" and passage in board.passages[:2]
    return passage.kind in {"header", "heading"} or (first and not board.text[passage.span.start : passage.span.end].rstrip().endswith((".", ";", ":")))


def _without_next(board: Board, span: Span, topic: int) -> Span:
    """Return the name of a group without the agency that stands after it: "thanked UNEP for the Group on Soil *and FAO* for …"."""
    last = next((where for where, entity in board.inside(span, ORGANIZATIONS) if where.end == span.end and not entity.evidence), None)
    joint = _AND_LAST.search(board.text, topic, last.start) if last else None
    return Span(span.start, joint.start()) if joint and joint.start() > topic else span


def _is_taken(where: Span, span: Span, entity: Entity) -> bool:
    """Tell whether the name of a group is a part of another name, or begins with that of a body that is known."""
    known = entity.kind in _BODIES and not entity.evidence
    return (where.covers(span) and (known or entity.evidence is not None)) or (known and where.start == span.start)


def _around(span: Span) -> Span:
    return Span(max(0, span.start - 60), span.end + 60)


def _crosses(one: Span, other: Span) -> bool:
    return one.start < other.start < one.end


def _series(board: Board, passage: Passage) -> None:
    if not board.says(passage, "dialogues"):
        return
    for match in grammar.SERIES.finditer(board.text, passage.span.start, passage.span.end):
        owner = next(
            (e for _, e in board.inside(Span(*match.span("owner")), ORGANIZATIONS)) if match["owner"] else iter(()), None
        )
        start = match.start() if owner else match.start("type")
        name = match[0] if owner else match["type"]
        board.add(Span(start, match.end()), board.workstream("DialogueSeries", name, Span(start, match.end())))


def _named_by_type(board: Board, passage: Passage) -> None:
    """Read "the sustainability strategy task team": a plan named here, then the kind of group."""
    if not board.says(passage, "task team", "task force", "working group") or not board.inside(passage.span, _PLANS):
        return
    for match in grammar.TYPE_AFTER.finditer(board.text, passage.span.start, passage.span.end):
        before = fold(board.text[passage.span.start : match.start()])
        plans = {fold(form): e for _, e in board.inside(passage.span, _PLANS) for form in (*e.names, *e.exact)}
        form = max((form for form in plans if before.endswith(f" {form}")), key=len, default="")
        if form:
            span = trim(board.text, match.start() - len(form) - 1, match.end())
            iri = board.workstream(kind_of(match["type"]), span.of(board.text), span)
            board.change(board.entities[iri], links=(("implements", plans[form].iri),))
            board.add(span, iri)


def _topics(board: Board) -> None:
    """A heading that has a block of action items of the same name is a workstream."""
    blocks = [s for s in board.document.sections if s.kind.endswith("-actions")]
    plain = [s for s in board.document.sections if not s.kind.endswith("-actions")]
    for block in blocks:
        twin = next((s for s in plain if fold(s.title) == fold(block.title)), None)
        if twin is None:
            continue
        named = next((e for w, e in board.inside(twin.heading, WORKSTREAMS) if w == twin.heading), None)
        named = named or next((e for _, e in board.inside(twin.heading, WORKSTREAMS)), None)
        if named is None and (block.kind == "adopted-actions" or _AGENDA_ITEM.match(twin.title)):
            continue  # what is decided under any heading, or suggested under an item of the agenda, makes no workstream of it
        iri = named.iri if named else board.workstream("Workstream", twin.title, twin.heading)
        if named is None:
            _same_as_instrument(board, iri, twin.heading)
        for section in (twin, block):
            board.topics[section.id] = iri
            if not any(True for _ in board.inside(section.heading, WORKSTREAMS)):
                board.add(section.heading, iri)


def _same_as_instrument(board: Board, iri: IRI, heading: Span) -> None:
    """Where a group is called by the name of a plan, it implements that plan."""
    plan = next((e for w, e in board.inside(heading) if e.kind == "PolicyFramework" and w == heading), None)
    if plan:
        board.change(board.entities[iri], links=(("implements", plan.iri),), acronym=plan.acronym)


def _listed_groups(board: Board) -> None:
    """Read "has established three working groups … :" and a list of as many points."""
    for passage in board.passages:
        if not passage.points or not board.says(passage, "groups", "teams", "workstreams"):
            continue
        for match in _LISTED.finditer(board.text, passage.body.start, passage.lead_in.end):
            if NUMBER_WORDS[fold(match["count"])] == len(passage.points):
                kind = _LISTED_KIND[fold(match["type"])]
                owner = _owner(board, passage, match.start())
                for point in passage.points:
                    _listed_group(board, kind, point, owner)


def _owner(board: Board, passage: Passage, before: int) -> IRI:
    """Return the workstream that the sentence with the list speaks of, or the section's."""
    sentence = next((s for s in sentences(board.text, passage.lead_in) if before < s.end), passage.lead_in)
    named = [e.iri for w, e in board.inside(sentence, WORKSTREAMS) if w.end <= before]
    return named[-1] if named else board.topics.get(passage.section, "")


def _listed_group(board: Board, kind: str, point: Point, owner: IRI) -> None:
    match = _HEAD.match(board.text, point.span.start, point.span.end)
    if not match:
        return
    span = trim(board.text, *match.span())
    head = " ".join(span.of(board.text).split())
    label = head
    if kind != "Workstream":
        known = board.starting_at(span.start)
        first = head.split(" ", 1)[0]
        keep = first.isupper() or (known is not None and not head.startswith(("The ", "A ")))
        label = f"{kind_label(kind)} on {head if keep else head[0].lower() + head[1:]}"
    iri = board.mint(kind, label, span, links=(("partOf", owner),) if owner else ())
    board.add(span, iri)


def kind_label(kind: str) -> str:
    """Return the words for a class of groups.

    >>> kind_label("WorkingGroup")
    'Working group'
    """
    return re.sub(r"(?<=[a-z])([A-Z])", lambda m: " " + m[1].lower(), kind)


def _name_again(board: Board) -> None:
    forms: dict[str, IRI] = {}
    exact: dict[str, IRI] = {}
    for entity in [e for e in board.introduced if e.evidence and e.kind in WORKSTREAMS]:
        names = [name for name in entity.names if name.count(" ") >= _SHORTEST_PLAN]
        for name in (*names, *_without_tail(board, entity.names)):
            forms.setdefault(name, entity.iri)
        if entity.acronym:
            exact[entity.acronym] = entity.iri
            forms |= dict.fromkeys((v for name in names for v in _with_acronym(name, entity.acronym)), entity.iri)
    board.named_again(forms, exact)


def _with_acronym(name: str, acronym: str) -> list[str]:
    """Return a name with its acronym in parentheses after each of its words.

    >>> _with_acronym("Framework of Strategies", "FS")
    ['Framework (FS) of Strategies', 'Framework of (FS) Strategies', 'Framework of Strategies (FS)']
    """
    words = name.split()
    return [" ".join([*words[:at], f"({acronym})", *words[at:]]) for at in range(1, len(words) + 1)]


def _without_tail(board: Board, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return "Network of Technical Focal Points" for a name that goes on with "of the Strategy"."""
    shorter = []
    for name in names:
        cut = re.match(r"(?P<head>(?:\S+\s+){2,}?\S+)\s+of\s+the\s+(?P<tail>.+)\Z", name)
        if cut and board.gazetteer.find(cut["tail"]):
            shorter.append(cut["head"])
    return tuple(shorter)


def _plans(board: Board) -> None:
    known = [(name, entity.iri) for entity in (*board.gazetteer.plans, *board.introduced) if entity.kind in _PLANS for name in entity.names]
    for pattern, hints in ((grammar.PLAN, grammar.PLAN_HINTS), (grammar.PLAN_FOR, ("plan",))):
        for passage in board.saying(*hints):
            for match in pattern.finditer(board.text, passage.span.start, passage.span.end):
                article = re.match(r"(?:The|This|In|A|An)\s+", match["name"])
                span = Span(match.start("name") + (article.end() if article else 0), match.end("name"))
                name = " ".join(span.of(board.text).split())
                if name.count(" ") < _SHORTEST_PLAN - 1 or any(e.kind not in _MAY_STAND_IN_PLANS for w, e in board.inside(_around(span)) if _touches(w, span)):
                    continue
                iri = _longer_name(board, name, span, known) or board.mint("PolicyFramework", name, span)
                known += ((printed, iri) for printed in board.entities[iri].names)
                board.add(span, iri)


def _longer_name(board: Board, name: str, span: Span, plans: list[tuple[str, IRI]]) -> IRI:
    """Return the plan named before of whose name this is a part: "the Common Approach"."""
    longer = {iri for printed, iri in plans if name in printed}
    if not longer:
        return ""
    before = [entity.iri for _, entity in board.inside(Span(0, span.start)) if entity.iri in longer]
    return before[-1] if before else ""


def _touches(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _governments(board: Board) -> None:
    """Read "the Governments of Sweden and Kenya": states, where they act."""
    states = board.gazetteer.states if board.prints("the government of ") else {}
    for passage in board.saying("government"):
        for match in grammar.GOVERNMENT.finditer(board.text, passage.span.start, passage.span.end):
            groups = ("name", "second") if match["second"] and match["form"].endswith("s") else ("name",)
            for group in groups:
                span = Span(*match.span(group))
                known = None if match["form"][0] == "G" else states.get(fold(match[group]))
                if match["form"][0] == "g" and not known:
                    continue
                if not any(_touches(where, span) for where, _ in board.around(span)):
                    board.add(span, known or board.mint("State", " ".join(match[group].split()), span))
