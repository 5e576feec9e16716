"""Roles behind labels, under the name of a group or beside it: "Working group on ponds / Lead: A / Members: B, C", "Task force 2 (lead: A)"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.heads import head, is_membership, is_title, may_be_title, trimmed
from kg.extract.listing import CATEGORY, HINTS, LABEL, UNSURE, Listed, lines, listed, role_of_label, state_listed
from kg.extract.memberships import SETS_UP, set_up
from kg.extract.naming import of_annex
from kg.extract.reading import BODIES
from kg.model import Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_LEAD_IN = r"[ \t\u00a0|]*(?:[•*·▪–-]\s+)?(?:\([a-z]{1,3}\)\s*|\d{1,2}[.)]\s+)?\**"
_QUALIFIED = r"(?:\s+\d\b)?(?P<qualifier>\s*\([^()\n]{2,60}\))?"
"""… "Co-Chair (developing countries):", "Members (2030–2032):"."""
_LABEL = re.compile(rf"{_LEAD_IN}(?P<label>(?i:{LABEL})){_QUALIFIED}\**\s*(?::\**|\||\t|\s[–—-]\s(?=[A-Z]))[ \t]*\**")
_LABEL_OF = re.compile(rf"{_LEAD_IN}(?P<label>(?i:{LABEL}))\s+(?:of|for)\s+(?:the\s+)?(?P<name>[^:|\n]{{4,160}}?)\**\s*:\**[ \t]*\**")
"""… "Members of the working group on ponds: A, B"."""
_OF_KIND = re.compile(rf"{_LEAD_IN}(?P<label>(?i:{CATEGORY})){_QUALIFIED}\**\s*(?::\**|\|)[ \t]*\**")
_ALONE = re.compile(rf"{_LEAD_IN}(?P<label>(?i:{LABEL})){_QUALIFIED}\**\s*\Z")
"""… and nothing else on the line."""
_OTHER = re.compile(rf"{_LEAD_IN}(?!(?:Session|Panel|Item|Agenda|Side\s+event|Plenary|Day|Part)\b)[A-Z][\w ()/’'&-]{{2,50}}\**\s*(?::|\|)")
"""A label that says no role: "Focal point:", "Budget:"."""
_TITLED = re.compile(
    rf"{_LEAD_IN}(?P<kind>(?i:(?:project|workstream|working\s+group|task\s+(?:force|team|group)|sub-?group|work\s+package|activity|initiative|programme|expert\s+group|theme|topic|component|group|event)(?:\s+(?:title|name))?|title|name\s+of\s+(?:the\s+)?(?:project|initiative|group|working\s+group|activity|programme)))"
    r"\**\s*(?::\**|\|)[ \t]*\**(?P<name>[^|\n]{3,160}?)[ \t|]*\Z"
)
_MARK = re.compile(rf"(?P<before>[(\[;,:|–—]\s*|\.\s+|\s-\s)(?:and\s+|with\s+)?\**(?P<label>(?i:{LABEL}))(?:\**\s*(?P<colon>:)\**\s*|\s+[–—-]\s+(?=[A-Z])|\s+(?=(?:the\s+)?[A-Z]))")
_CUT = re.compile(r"[;.|]\s+\**(?P<label>(?:[A-Z]|(?<=;\s)[a-z])[\w /()-]{2,40})\**:|[.;,]?\s*\[[^\[\]\n]{1,60}\][\s.]*\Z|\.\s+(?P<remark>[A-Z][a-z]+(?:\s[a-z]+){0,2})\.?\s*\Z")
"""Another label, of no role: "Lead: A; *Budget: 3*"; or a remark at the end: "Lead: A. *[2030]*", "Lead: A. *Completed.*"."""
_WITH_AS = re.compile(rf"(?:,\s*|\s)(?:and\s+)?with\s+(?P<who>[^;:()]{{3,200}}?)\s+as\s+(?:the\s+|its\s+)?(?P<label>(?i:{LABEL}))(?=\s*(?:[;,.)\]\n]|\Z))")
_MARKS = (":", "|", "\t", "(", "–", "—", " - ", ", ", "with ")
"""One of these stands between a name and a label, or behind a label."""
_KINDS = ("xperts", "rgani", "arties", "tates", "overnment", "GO", "ountries", "frica", "sia", "gencies", "ntities", "egion")
"""One of these stands in every kind of members."""
_MARKED = ("hair)", "hairs)", "ead)", "eads)", "gency)", "ator)", "ners)", "ener)", "enor)")
_OFFICES = re.compile(r"\((?:co-)?(?:lead|chair|coordinator|convener)s?(?:\s+agency)?\)", re.IGNORECASE)
_LEADS = re.compile(r"\((?:co-)?leads?(?:\s+agency)?\)", re.IGNORECASE)
_KINDS_OF = re.compile(r"(?i:(?:sector\s+|regional\s+|thematic\s+)?(?:hubs|nodes|desks|clusters|workstreams|working\s+groups|task\s+(?:forces|teams|groups)|sub-?groups|expert\s+groups|thematic\s+groups|project\s+groups))")
_NUMBER = re.compile(r"^(?:[A-Z\d]{1,3}(?:\.\d+)*[.)]\s+)")
_IN_A_LIST = re.compile(r"[ \t]*(?:[•*·▪–-]|\([a-z]{1,3}\)|\d{1,2}[.)])\s+")
_BUREAU_OF = re.compile(r"[ \t*#\d.]*(?:(?:The|Current|New|Elected|Members\s+of\s+the)\s+)*(?:[Bb]ureau|BUREAU)\s+(?:members\s+)?of\s+(?:the\s+)?")
_OF_SECTION = re.compile(r"(?:Composition|Membership|Members|Governance|Leadership|Structure|Organi[sz]ation|Coordination|Management|Partners(?:hip)?s?|Who(?:\s+is\s+who)?)(?:\s+and\s+\w+)?")
"""A title that names nothing: what is below it is of the section."""
_OF_MEMBERS = re.compile(r"[\W\d]*(?:(?:Annex|Appendix|Table)\b(?:\s+(?:[IVXLC]+|\d{1,2}))?[.:]?\s+)?(?:[A-Z]\.\s+)?(?:(?:Current|Other|Full)\s+)?(?:Members(?:hip)?|Composition)\b", re.IGNORECASE)
_REACH = 1500
_FIRST_OF_LIST = re.compile(r"\s*[:–—]\s*")
_TOGETHER = re.compile(r"\b(?:group|team|force|committee|panel|board|network|partnership|council)\b", re.IGNORECASE)
_LED_BY = re.compile(r"(?:jointly\s+)?(?:co-?)?(?:led|chaired|coordinated|facilitated)(?:\s+jointly)?\s+by", re.IGNORECASE)
_RULER = re.compile(r"[\s|:=_-]+")
_LONGEST_LINE, _LONGEST_LABEL, _MOST_BARS = 700, 60, 3
_LONGEST_HEAD = 220
_MEMBERS_OF = re.compile(r"\bmembers\s+of\s+(?:the\s+)?(?=[A-Z])")
_WRAPPED = re.compile(r"[ \t](?:the|an?|of|for|in|on|to|by|and|[Oo]pen-ended|[Aa]d\s+[Hh]oc|Technical|Joint|Informal|Intersessional|Expert)[ \t]*\n\s*\Z")
"""A name whose beginning is on the line above is no head."""
_LABELS_OF_EVENTS = frozenset({"chair", "lead", "host", "secretariat", "collaborator", "officer"})

Part = tuple["Passage", str, list[Listed], int, bool]
"""Where a label stands, its role, who is named, where it begins, and whether it is of several."""


@dataclass(slots=True)
class _Block:
    """The head of a list of labels, and what the labels below it say."""

    passage: Passage | None = None
    line: Span | None = None
    kind: str = ""
    loose: bool = False
    announced: bool = False
    membership: bool = False
    known: bool = True
    section: tuple[Passage, Span] | None = None
    parts: list[Part] = field(default_factory=list)
    open: tuple[str, int, bool] | None = None


def labelled(reading: Reading) -> None:
    """State the roles that labels say under or beside the name of a group."""
    block, caught_up = _Block(), reading.caught_up
    for passage in reading.document.passages:
        if passage.kind not in {"header", "heading", "paragraph", "unnumbered"}:
            block = _closed(reading, block)
            continue
        for line in lines(reading, passage):
            block = _read(reading, passage, line, block)
    _closed(reading, block)
    reading.caught_up = caught_up  # the rules that follow read from the beginning again


def _read(reading: Reading, passage: Passage, line: Span, block: _Block) -> _Block:
    """Read one line: a label of the block, somebody in its list, or the head of another block."""
    if line.end - line.start > _LONGEST_LINE:
        return _closed(reading, block)
    if _RULER.fullmatch(reading.text, line.start, line.end):
        return block
    if reading.text.count("|", line.start, line.end) > _MOST_BARS:
        return _closed(reading, block)
    near = Span(line.start, min(line.end, line.start + _LONGEST_HEAD))
    says = (line.end - line.start < _LONGEST_LABEL or reading.says(near, *_MARKS)) and (bool(block.parts) or reading.says(near, *HINTS, *_KINDS))
    if (block.line or block.section) and (says or block.open) and _continues(reading, passage, line, block):
        return block
    wrapped = says and _WRAPPED.search(reading.text, max(passage.body.start, line.start - _LONGEST_LABEL), line.start) is not None
    begun = _begun(reading, passage, line) if says and not wrapped else None
    if not begun and block.line and _is_other(reading, passage, line, block):
        block.open = None
        return block
    if block.parts:
        _closed(reading, block)
    begun = begun or (_Block() if wrapped else _Block(passage, line, known=False))
    begun.section = (passage, line) if passage.kind == "heading" and not _names_nothing(reading, line) else block.section
    if reading.says(line, "ember", "omposition") and _is_head(reading, begun) and begun.membership and not begun.announced:
        begun.open = ("member", line.start, False)
    return begun


def _is_other(reading: Reading, passage: Passage, line: Span, block: _Block) -> bool:
    """Tell whether a line below a head has a label that says no role, and no name of another group: "Duration: 2030"."""
    if reading.text.find(":", line.start, line.end) < 0:
        return False
    other = _OTHER.match(reading.text, line.start, line.end)
    if other is None or _TITLED.match(reading.text, line.start, line.end) or not _is_head(reading, block):
        return False
    return head(reading, passage, Span(line.start, other.end())) is None and head(reading, passage, line) is None


def _continues(reading: Reading, passage: Passage, line: Span, block: _Block) -> bool:
    """Keep what a line says of the head of a block, behind a label or in the list that one opens."""
    label = _LABEL.match(reading.text, line.start, line.end) or (_ALONE.match(reading.text, line.start, line.end) if line.end - line.start < _LONGEST_LABEL else None)
    kind = None if label else _OF_KIND.match(reading.text, line.start, line.end)
    if label and not _is_head(reading, block):
        block.passage, block.line = _heading_above(reading, line, block) or (None, None)
    if (label or kind) and _is_head(reading, block) and (label or _is_of_members(reading, block)):
        _label(reading, passage, line, label or kind, block)  # type: ignore[arg-type]
        return True
    if block.open is None and not block.parts and reading.says(line, *_MARKED) and _OFFICES.search(reading.text, line.start, line.end) and _is_head(reading, block) and not block.announced:
        block.open = ("member", line.start, False)
    return block.open is not None and _goes_on(reading, passage, line, block)


def _names_nothing(reading: Reading, line: Span) -> bool:
    return _OF_SECTION.fullmatch(line.of(reading.text).strip(" \t*:#")) is not None


def _heading_above(reading: Reading, line: Span, block: _Block) -> tuple[Passage, Span] | None:
    """Return the heading of the section, where it names the group that the labels further down are of."""
    if not block.section or line.start - block.section[1].end > _REACH:
        return None
    return block.section if head(reading, *block.section) else None


def _begun(reading: Reading, passage: Passage, line: Span) -> _Block | None:
    """Return the block that a line begins in which labels stand beside the name, before it or after it."""
    whose = _LABEL_OF.match(reading.text, line.start, line.end)
    if whose and head(reading, passage, Span(*whose.span("name"))):
        block = _Block(passage, Span(*whose.span("name")))
        _label(reading, passage, line, whose, block)
        return block
    return _beside(reading, passage, line)


def _is_head(reading: Reading, block: _Block) -> bool:
    """Tell whether labels may stand below the line that a block begins with: a title, or a sentence with a colon at its end."""
    if not block.known and block.line:
        titled = _TITLED.match(reading.text, block.line.start, block.line.end)
        if titled and not role_of_label(titled["name"]):
            block.known, block.line, block.kind = True, Span(*titled.span("name")), titled["kind"]
            return True
        words = block.line.of(reading.text)
        members = block.passage is not None and block.passage.kind == "heading" and _OF_MEMBERS.match(words) is not None
        title = members or is_title(reading, block.line)
        block.known, block.announced = True, not title and (words.rstrip("* \t").endswith(":") or SETS_UP.search(words) is not None)
        block.membership = members or is_membership(words) or (block.announced and "ember" in words)
        block.line = block.line if title or block.announced else None
    return block.line is not None


def _is_of_members(reading: Reading, block: _Block) -> bool:
    """Tell whether "Organizations: A, B" can tell members here: below a membership, or below the chair of a group."""
    return block.membership or (bool(block.parts) and block.line is not None and _TOGETHER.search(block.line.of(reading.text)) is not None)


def _label(reading: Reading, passage: Passage, line: Span, label: re.Match[str], block: _Block) -> None:
    """Keep what the labels of a line say: "Chair: A. Members: B, C"."""
    if UNSURE.search(label.groupdict().get("qualifier") or ""):
        return
    marks = [(label.start("label"), label["label"], label.end())]
    marks += [(m.start("label"), m["label"], m.end()) for m in _MARK.finditer(reading.text, label.end(), line.end) if m["colon"]]
    block.open = None
    for number, (start, words, begin) in enumerate(marks):
        end = marks[number + 1][0] if number + 1 < len(marks) else line.end
        end = _until(reading, begin, end)
        role = role_of_label(words, membership=True)
        if words.lower().startswith("participating") and block.line and not _TOGETHER.search(block.line.of(reading.text)):
            role = "collaborator"
        co = words.lower().startswith("co") and role == "chair"
        if not reading.text[begin:end].strip(" \t*|"):
            block.open = (role, start, co)
        elif not UNSURE.search(reading.text, begin, end):
            block.parts.append((passage, role, listed(reading, Span(begin, end), passage=passage), start, co))


def _until(reading: Reading, begin: int, end: int) -> int:
    """Return where a list behind a label ends: before another label, that says no role, or a remark."""
    cut = _CUT.search(reading.text, begin, end)
    name = next((cut.span(group) for group in ("label", "remark") if cut[group]), None) if cut else None
    return cut.start() if cut and not UNSURE.search(reading.text, cut.start(), end) and (not name or reading.at(*name, article=False) is None) else end


def _goes_on(reading: Reading, passage: Passage, line: Span, block: _Block) -> bool:
    """Tell whether a line is one of the list that an empty label opens: "Members:" and a name a line."""
    role, start, co = block.open  # type: ignore[misc]
    who = listed(reading, line, passage=passage)
    if not who:
        block.open = None
        return False
    block.parts.append((passage, role, who, start if start >= passage.body.start else line.start, co))
    return True


def _beside(reading: Reading, passage: Passage, line: Span) -> _Block | None:
    """Return the block that a line begins in which labels stand beside the name: "Task force 2 – ponds: lead UNEP; partners FAO"."""
    if not may_be_title(reading, line):
        return None
    marks = list(_MARK.finditer(reading.text, line.start, line.end))
    with_as = _WITH_AS.search(reading.text, line.start, line.end)
    begins = [m.start() for m in (*marks[:1], *([with_as] if with_as else []))]
    if not begins:
        return _offices_beside(reading, passage, line)
    span = Span(line.start, min(begins))
    explicit = bool(marks) and (marks[0]["colon"] is not None or marks[0]["before"].strip() in {"(", "[", ":", "–", "—"})
    told = {role_of_label(mark["label"]) for mark in marks if mark["colon"]}
    item = _IN_A_LIST.match(reading.text, reading.text.rfind("\n", 0, line.start) + 1, line.end) is not None and bool(marks) and marks[0]["before"].strip() in {":", "–", "—"} and role_of_label(marks[0]["label"]) == "lead"
    done_by = marks and _IN_A_LIST.match(reading.text, reading.text.rfind("\n", 0, line.start) + 1, line.end) and marks[0]["before"].strip() == "," and _LED_BY.fullmatch(marks[0]["label"])
    who = listed(reading, Span(marks[0].end(), line.end), passage=passage, people=True) if done_by else []
    done_by = who and who[0].entity.kind == "Person"
    item, explicit = item or bool(done_by), explicit or bool(done_by)
    several = item or (len(told - {""}) > 1 and not told.isdisjoint({"lead", "chair"}))
    if not explicit or span.end - span.start > _LONGEST_HEAD or not is_title(reading, span) or head(reading, passage, span, loose=several) is None:
        return None
    block = _Block(passage, span, loose=item)
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else line.end
        closing = reading.text.find(")", mark.end(), end) if mark["before"].strip() == "(" or ")" in reading.text[mark.end() : end] else -1
        while 0 <= closing < end and reading.text.count("(", mark.end(), closing) > reading.text.count(")", mark.end(), closing):
            closing = reading.text.find(")", closing + 1, end)
        end = _until(reading, mark.end(), closing if closing >= 0 else end)
        later = with_as.start() if with_as and mark.end() < with_as.start() < end else end
        if not UNSURE.search(reading.text, mark.end(), later):
            people = _LED_BY.fullmatch(mark["label"]) is not None
            block.parts.append((passage, role_of_label(mark["label"]), listed(reading, Span(mark.end(), later), passage=passage, people=people), mark.start("label"), mark["label"].lower().startswith("co")))
    if with_as:
        block.parts.append((passage, role_of_label(with_as["label"]), listed(reading, Span(*with_as.span("who"))), with_as.start(), with_as["label"].lower().startswith("co")))
    return block


def _offices_beside(reading: Reading, passage: Passage, line: Span) -> _Block | None:
    """Return the block of "Work package 1: UNEP (lead), FAO": the others of a group are members, of other work they take part in it."""
    office = _OFFICES.search(reading.text, line.start, line.end)
    colon = _FIRST_OF_LIST.search(reading.text, line.start, office.start()) if office else None
    while colon and office:
        span = Span(line.start, colon.start())
        who = listed(reading, Span(colon.end(), line.end), passage=passage) if is_title(reading, span) and not role_of_label(trimmed(reading, span).of(reading.text), membership=True) else []
        kind = _kind_of_section(reading, passage)
        led = _LEADS.fullmatch(office[0]) is not None
        whole = head(reading, passage, span, loose=led or bool(kind), kind=kind) if who else None
        if whole:
            role = "member" if _TOGETHER.search(f"{kind} {span.of(reading.text)}") else "collaborator"
            return _Block(passage, span, kind=kind, loose=True, parts=[(passage, role, who, colon.end(), False)])
        colon = _FIRST_OF_LIST.search(reading.text, colon.end(), office.start())
    return None


def _kind_of_section(reading: Reading, passage: Passage) -> str:
    """Return of what kind all are that a section lists: "Task teams"; an empty string where its heading tells none."""
    section = reading.sections.get(passage.section)
    title = _NUMBER.sub("", section.title).strip() if section else ""
    return title.removesuffix("s") if _KINDS_OF.fullmatch(title) else ""


def _closed(reading: Reading, block: _Block) -> _Block:
    """State what the labels of a block say of its head, and begin anew."""
    parts = [part for part in block.parts if part[1] and part[2]]
    if parts and block.passage and block.line:
        target = _target(reading, block.passage, block.line, block, parts)
        for passage, role, who, start, co in parts if target else ():
            if target.kind in {"Event", "Meeting", "Segment", "COPSession"} and role not in _LABELS_OF_EVENTS:  # type: ignore[union-attr]
                continue
            state_listed(reading, passage, who, role, target, start, co=co)  # type: ignore[arg-type]
    return _Block(section=block.section)


def _target(reading: Reading, passage: Passage, line: Span, block: _Block, parts: list[Part]) -> Entity | None:
    """Return what the labels are of: the head, or the group that the sentence above sets up."""
    if reading.says(line, "ureau"):
        of = _BUREAU_OF.match(reading.text, line.start, line.end)
        offices = of and {part[1] for part in parts} <= {"chair", "officer"}
        return head(reading, passage, Span(of.end(), line.end)) if of and offices else None  # its members are officers
    if block.announced or _names_nothing(reading, line):
        of = _MEMBERS_OF.search(reading.text, line.start, line.end) if block.announced else None
        body = reading.at(of.end(), line.end, BODIES) if of else None
        if body:
            return body[1]
        group = set_up(reading, passage, reading.sentence_in(passage.body, line.end - 1)) if block.announced else None
        above = None if group else _heading_above(reading, line, block)
        return head(reading, *above) if above else group or of_annex(reading, passage)
    roles = {part[1] for part in parts}
    several = len(roles) > 1 and not roles.isdisjoint({"lead", "chair"}) and passage.kind != "header"
    if block.membership and passage.kind == "heading" and _OF_MEMBERS.match(reading.text, line.start, line.end):
        return head(reading, passage, line) or of_annex(reading, passage)
    return head(reading, passage, line, loose=several or block.loose or bool(block.kind), kind=block.kind)
