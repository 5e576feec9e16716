"""Families of documents: a table of names, each with what shows that a text belongs to it.

A new family is a new entry here, never a copied script.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.parse.clauses import decides
from kg.parse.directed import acts, is_directed
from kg.parse.joined import is_record
from kg.parse.lines import status_of_actions
from kg.parse.minuted import is_bulletin, minuted, proceeds, says_news
from kg.parse.recorded import HEAD, recorded
from kg.text_came import who_came
from kg.text_notes import noted

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.parse.draft import Structure


_FEW_BRACKETS = 4
_REPORT = re.compile(
    r"(?:Draft |Final |Summary )?(?:Report|Proceedings|Minutes|Outcome(?= of the \w+ (?:Meeting|Session)\b))"
    r" (?:of|on|from) (?:.*\b(?:Session|Meeting|Segment)s?\b|the (?:Conference|Meeting) of the (?:Contracting )?Parties\b)",
    re.IGNORECASE,
)
_POINTED = re.compile(r"\d{1,2}\.\d{1,3}\.?\s+(?=[A-Z])")
_FEW_PARAGRAPHS = 3
_TOP = 3000
_DRAFT_LINE = re.compile(
    r"^[ \t#*|]*(?:(?:Revised|Zero|First|Second|Preliminary|Updated|Proposed|Possible)\s+)*draft\s+(?:of\s+the\s+|ministerial\s+|omnibus\s+)?"
    r"(?:decisions?|resolutions?|conclusions?|declaration|text|outcome|recommendations?|agreement|framework|post-\w+|elements)\b.*$"
    r"|^[ \t#*|]*(?:Co-?)?(?:Chair|Facilitator|President)s?[’']?s?[’']?\s+(?:revised\s+)?(?:text|non-paper|proposal|draft)\b.*$"
    r"|^[ \t#*|]*(?:Negotiating text|Non-paper)\b.*$",
    re.IGNORECASE | re.MULTILINE,
)
_PROCEEDINGS = re.compile(
    r"\(agenda items? \d|^(?:(?:Agenda )?Item \d{1,2}[.: ]+(?:[–—-] )?)?"
    r"(?:(?:Opening|Closure|Closing) of the (?:session|meeting)\b|Election of (?:the )?(?:officers|Bureau|Chair)|"
    r"Adoption of the (?:agenda|report)\b|Attendance$)|^Agenda item \d{1,2}\s?[:.–—-]\s?[A-Z]",
    re.IGNORECASE,
)
"""Headings that only the report of a meeting has; an excerpt may have lost its title."""
_AGENDA_ITEM = re.compile(r"\n\s*\((?:Provisional )?Agenda (?:sub-)?items? \d", re.IGNORECASE)
"""The line below a heading of a report, and of nothing else."""
_MINUTES = re.compile(
    r"^[ \t#*|]*(?:[^\n:;.]{3,120}(?::| [–—-]) )?"
    r"(?:(?:Summary|Report|Minutes|Record|Notes) of (?:the )?(?:[\w-]+ )?(?:discussions?|meeting|session|conclusions)|"
    r"Meeting (?:notes|summary|report|minutes|record)|Summary (?:record|report)|Minutes)\b.*$",
    re.IGNORECASE | re.MULTILINE,
)
_NTH_MEETING = re.compile(
    r"^[ \t#*|]*(?:The )?(?:\w+(?:st|nd|rd|th)|first|second|third) (?:meeting|session)\b.*\b(?:19|20)\d\d\b.*$", re.IGNORECASE | re.MULTILINE
)
_ORDER_OF_BUSINESS = re.compile(
    r"(?:(?:\d{1,2}|[IVX]{1,4}|[A-Z])[.)] )?"
    r"(?:Opening|Welcome|Adoption of (?:the )?agenda|Closing|Closure|Any other (?:business|matters)|Next (?:meeting|steps)|Date of (?:the )?next)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"The\s+(?:[a-z]+-)?\w+\s+(?:(?:ordinary|special|resumed|plenary)\s+)*(?:session|meeting)\s+of\s+the\s"
    r"[^.;]{3,300}?\bwas\s+(?:held|convened|opened)\b"
)
_OPENED = re.compile(r"\bopened\s+the\s+(?:session|meeting)\b|\b(?:session|meeting)\s+was\s+opened\b|\badopted\s+(?:the|its)\s+(?:provisional\s+)?agenda\b")
_EXPERTS = re.compile(r"\b(?:workshop|experts?|dialogue|seminar|consultation)", re.IGNORECASE)
_LIMITED = re.compile(r"^[ \t#*|]*(?:UNITED NATIONS[ \t]+)?(?:Distr\.:?[ \t]+\w+[ \t]+)?"
                      r"(?P<symbol>[A-Z]{1,6}(?:/[A-Z0-9][\w.-]*)*/L\.\d+[\w./]*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of document; `shows` returns the reason to believe a text is one, or nothing."""

    name: str
    title: str
    shows: Callable[[str, Structure], str]


def _action_blocks(text: str, made: Structure) -> str:
    """Blocks of action items; but those that tell what was decided, without a line above them that names who decides, may stand in a report of paragraphs."""
    filled = {p.section for p in made.passages if p.kind == "action"}
    listed = [s for s in made.sections if s.kind.endswith("-actions")]
    blocks = [s for s in listed if s.id in filled or (s.kind == "suggested-actions" and not status_of_actions(s.title))]
    ids = {s.id for s in blocks}
    told = bool(blocks) and all(s.kind == "adopted-actions" for s in blocks) and not any(p.kind == "chapeau" and p.section in ids for p in made.passages)
    if told and (text.startswith("---\n") or _meeting_report(text, made)):
        return ""
    return f"{len(blocks)} blocks of action items" if blocks else ""


def _draft(text: str, made: Structure) -> str:
    plainly = _said_draft(text, made)
    if plainly:
        return plainly
    brackets = len(re.findall(r"\[[^\[\]\n]{3,400}(?:\]|\n)", text)) - len(made.links)
    said = re.search(r"\b(?:draft (?:text|decision|conclusions)|negotiating text|advance unedited|elements of)\b", text[:4000], re.IGNORECASE)
    return f"{brackets} passages in square brackets" if said and brackets > _FEW_BRACKETS else ""


def _said_draft(text: str, made: Structure) -> str:
    """A text that says at its top that it is a draft, or whose symbol is of limited distribution; what prints its adoption is none."""
    if _REPORT.match(made.title) or any(p.kind == "adoption" for p in made.passages):
        return ""
    top = text[: min([_TOP, *(p.span.start for p in made.passages if p.kind in {"chapeau", "paragraph"})])]
    line = _DRAFT_LINE.search(top)
    if line:
        return f"the line “{line[0].strip()[:60]}”"
    symbol = _LIMITED.search(top[:HEAD])
    return f"the symbol {symbol['symbol']} of limited distribution" if symbol else ""


def _decisions(text: str, made: Structure) -> str:
    parts = [s for s in made.sections if s.kind == "decision"]
    if parts:
        return f"{len(parts)} headings with a decision symbol"
    directed = {s.id: s.title for s in made.sections if is_directed(s.title)}
    if directed and any(p.section in directed and p.kind == "unnumbered" and acts(p.body.of(text)) for p in made.passages):
        return f"{len(directed)} headings such as “{next(iter(directed.values()))[:60]}”"
    declared = sum(1 for p in made.passages if p.kind == "paragraph" and re.match(r"We\b", p.body.of(text)))
    if declared > 1:
        return f"{declared} paragraphs that begin with “We”"
    ministers = next((p.body.of(text) for p in made.passages if p.kind == "chapeau" and re.match(r"\W*We\b", p.body.of(text))), "")
    if ministers:
        return f"the body line “{' '.join(ministers.split())[:60]}”"
    actions = {s.id for s in made.sections if s.kind.endswith("-actions")}
    body = next((p.span.of(text) for p in made.passages if p.kind == "chapeau" and p.section not in actions), "")
    if body:
        return f"the body line “{' '.join(body.split())[:60]}”"
    numbered = [p.body.of(text) for p in made.passages if p.kind == "paragraph"]
    operative = sum(map(decides, numbered))
    return f"{operative} numbered paragraphs that begin with a verb of decision" if operative > 1 and operative > len(numbered) // 2 else ""


def _meeting_report(text: str, made: Structure) -> str:
    if is_record(text) and len(made.sections) > 1:
        return "a line “Summary record”"
    decided = _decision_sections(made)
    numbered = sum(passage.kind == "paragraph" for passage in made.passages)
    title = _REPORT.match(made.title)
    outside = sum(p.kind == "paragraph" and p.section not in decided for p in made.passages)
    if decided and outside < _FEW_PARAGRAPHS:
        return ""
    pointed = 0 if decided else sum(_POINTED.match(text, p.span.start) is not None for p in made.passages if p.kind == "unnumbered")
    if title and max(numbered, pointed) > 1:
        how = f"{numbered} numbered paragraphs" if numbered > 1 else f"{pointed} paragraphs numbered by their item"
        return f"{how} under the title “{made.title[:60]}”"
    items = [s.title for s in made.sections if _PROCEEDINGS.search(s.title)]
    minutes = recorded(text) if decided else _minutes(text, made)
    if decided or minutes or numbered <= _FEW_PARAGRAPHS:
        return minutes
    headed = next((p.body.of(text) for p in made.passages if p.kind == "heading" and _AGENDA_ITEM.search(p.body.of(text))), "")
    if headed:
        return f"the heading “{' '.join(headed.split())[:90]}”"
    return f"{len(items)} headings such as “{items[0][:60]}”" if len(items) > 1 else _opens(text, made)


def _minutes(text: str, made: Structure) -> str:
    """Minutes say at their top that they are some, or which meeting it was and when, and have the headings of a meeting."""
    notes = noted(text)
    if notes:
        return f"the title “{notes.label[:60]}” and the line “{notes.came}”"
    top = _MINUTES.search(text[:HEAD]) or _NTH_MEETING.search(text[:HEAD])
    ends = [s.title for s in made.sections if _ORDER_OF_BUSINESS.match(s.title)]
    if top and ends and not _EXPERTS.search(text[:HEAD]):
        return f"the line “{' '.join(top[0].split())[:60]}” and the heading “{ends[0][:40]}”"
    numbered = [p.body.of(text) for p in made.passages if p.kind == "paragraph"]
    return recorded(text) or ("" if _EXPERTS.search(text[: _end_of_title(text)]) else minuted(text, made.title) or proceeds(text, numbered))


def _end_of_title(text: str) -> int:
    """Return where the names of those who came begin, if they stand at the top: what is said below is not of which kind a text is."""
    came = who_came(text)
    return min(HEAD, came.start()) if came and came["head"] else HEAD


def _opens(text: str, made: Structure) -> str:
    """A report without its title: "1. The thirty-sixth session … was held …  2. The Chair opened the session …" """
    first, *others = [p.body.of(text) for p in made.passages if p.kind == "paragraph" and p.number in {"1", "2", "3", "4"}] or [""]
    begins = _HELD.match(first) and not _EXPERTS.search(first) and any(map(_OPENED.search, [first, *others]))
    return f"the paragraph “{' '.join(first.split())[:60]}”" if begins else ""


def _decision_sections(made: Structure) -> set[str]:
    """Return the sections that are decisions or annexes, with all that stand in them."""
    inside: set[str] = set()
    for section in made.sections:
        if section.kind in {"decision", "annex"} or section.parent in inside:
            inside.add(section.id)
    return inside if any(section.kind == "decision" for section in made.sections) else set()


def _news(text: str, _made: Structure) -> str:
    return "front matter at the top" if text.startswith("---\n") else ""


def _thematic(_text: str, made: Structure) -> str:
    return f"{len(made.sections)} headings and no decisions" if made.sections else ""


def _plain(_text: str, made: Structure) -> str:
    return f"{len(made.passages)} paragraphs and no structure that is known"


FAMILIES: tuple[Family, ...] = (
    Family("inter-agency-report", "inter-agency meeting report with suggested actions", _action_blocks),
    Family("draft", "draft text in brackets", _draft),
    Family("meeting-report", "intergovernmental meeting report", _meeting_report),
    Family("decisions", "decisions of a governing body", _decisions),
    Family("news", "news item", _news),
    Family("thematic", "thematic report", _thematic),
    Family("plain", "plain text", _plain),
)


def detect_family(text: str, made: Structure) -> tuple[str, str]:
    """Return the name of the first family that the text shows, and the reason; a bulletin is news whatever it tells."""
    bulletin = is_bulletin(text) or says_news(text, made.title)
    if bulletin:
        return "news", f"the line “{bulletin[:60]}”"
    return next((family.name, reason) for family in FAMILIES if (reason := family.shows(text, made)))
