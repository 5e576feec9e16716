"""What one printed line is: a heading, a numbered paragraph, a list item, a table row, or text.

Structure is recognized once here, for all families of documents, in Markdown and in plain text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Span
from kg.parse.clauses import decides

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_HEADING, LONGEST_PLAIN_HEADING, _LONGEST_SYMBOL = 420, 160, 40


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what kind it is, the label printed before it, where its words stand."""

    kind: str
    span: Span
    body: Span
    label: str = ""
    indent: int = 0


_MARK = r"[ \t]*(?:[-*•–][ \t]+)?[*_#]*[ \t]*"
_GLUED = r"(?=[“\"*_]{0,3}[A-Z][A-Za-z’'])"
"""A format has lost the blank after a number: "(1)The first session", "3.Requests"."""
_NUMBERED = re.compile(r"[ \t]*(?:\[(?:\.{3}|…)\][ \t]*)?(?:[-*•][ \t]+)?[(\[]?(\d{1,3})(?:[ \t]?(?:bis|ter|quater|quinquies|alt))?(?:[.)][ \t]+(?=\S)|[.)]" + _GLUED + r"|\.[ \t]*\Z)")
_ROMAN = re.compile(_MARK + r"([IVXLC]+)\.[ \t]+[*_]*(?=\S)")
_CAPITAL = re.compile(_MARK + r"([A-Z])\.?[ \t]*\t[ \t]*[*_]*(?=\S)|" + _MARK + r"([A-Z])\.[ \t]+[*_]*(?=[A-Z])")
_RUN_IN = re.compile(r"[*_]*[A-Z][\w ,’'()/-]{2,60}\.[*_]*[ \t]+[A-Z][\w’'-]*(?:,?[ \t]+[(]?[\w’'-]+[)]?){6,}")
"""A title with a sentence behind it that goes on in the next line: "A. Composition. *The Group consists of four experts from the*"."""
_HASH = re.compile(r"[ \t]*#{1,6}[ \t]+[*_]*(?=\S)")
_BOLD = re.compile(r"[ \t]*\*\*(?=\S)(?:(?!\*\*).)+\*\*[ \t]*\Z")
_ANNEX = re.compile(_MARK + r"(Annex|Appendix|ANNEX|APPENDIX)\b[ \t]*([IVXLC]+|\d{1,2}|[A-Z])?\b[.:]?[ \t*_]*")
_SYMBOL = r"(?:[A-Z]{1,6}[/ -])*[\w.-]+/(?:[\w-]+/)*[\w.-]*\w|[IVXL]{1,6}\.\d{1,2}|(?:Conf\.[ \t]?)?\d{1,2}\.\d{1,3}(?:[ \t]\(Rev\.[^()\n]{1,20}\))?|[A-Z]{2,5}\d{1,3}-\d{1,3}"
_NO_SENTENCE = r"(?!The[ \t]+(?:[\w’'/-]+[ \t]+){1,10}?(?:(?:further|also|hereby)[ \t]+)?(?:endorse|approve|adopt|agree|decide|note|request|invite|welcome|recommend|accept|elect|confirm|ask|commend|urge|encourage|establishe|appoint|authorize|express)(?:s|d|ed|es)[ \t]|The[ \t]+(?:[\w’'/-]+[ \t]+){1,10}?(?:takes|took|calls|called)[ \t]+(?:note|upon|on)\b)"
"""After the number of a decision a sentence is the decision itself: "Decision 3: *The Board approved* …"."""
_DECISION = re.compile(_MARK + rf"(?:[IVXLC]+\.[ \t]+)?(?:(?:[A-Z]{{2,5}}/)*(?:Decision|Resolution|DECISION|RESOLUTION)|[A-Z][A-Za-z]{{2,6}}[ \t]?\d{{1,2}}[ \t]+(?:Decision|Resolution))[ \t]+(?:No\.?[ \t]*)?({_SYMBOL})[*_]*(?:[ \t]*\Z|(?:[.:][*_]*|[ \t]+[-–—])[ \t]+[*_]*(?=[A-Z])(?:(?<!\d\.\d: )(?<!\d\.\d\d: )|{_NO_SENTENCE}))")
_SYMBOL_FIRST = re.compile(
    _MARK + r"((?:[IVXL]{1,6}|(?:19|20)\d{2}|\d{1,3}|[A-Z]{2,6}(?:[/-]\d{1,3})?|UNEP/EA\.\d{1,2})/(?:\d{1,3}|[A-Z]{2,4}\.\d{1,3}|Res\.\d{1,3}))[*_]*[.:][*_]*(?:[ \t]+[*_]*(?=[A-Z])|(?=[A-Z][a-z]))"
)
_BESIDE = r"(?:Next[ \t]+steps?|Way[ \t]+forward|Conclusions?|Follow-?up|Summary|Discussions?|Decisions?|Outcomes?)"
_FIRST_OF_TWO = rf"(?:{_BESIDE}(?:,[ \t]+|[ \t]*(?:and|&|/)[ \t]*)|(?:Summary|List|Table|Overview|Record)[ \t]+of[ \t]+(?:the[ \t]+)?|(?:Key|Main)[ \t]+)?"
_OF_WHICH = r"(?:[ \t]+(?:of|at|from|by|arising[ \t]+from)[ \t]+(?:the[ \t]+)?(?:[\w-]+[ \t]+){0,3}(?:meeting|session|segment|group|members))?"
_FOR_WHOM = r"(?:[ \t]+(?:for|to)[ \t]+(?:(?:consideration|endorsement|approval|adoption|decision)[ \t]+by[ \t]+)?(?:the[ \t]+)?(?:[\w-]+[ \t]+){0,3}(?:officials|principals|managers|members|committee|board|council|bureau|parties|meeting|session|segment|group))?"
_AGREED = (
    rf"{_FIRST_OF_TWO}(?P<status>Suggested|Proposed|Recommended|Agreed|Adopted|Approved)[ \t]+(?:(?:Follow-?up|Joint|Key|Next)[ \t]+)?"
    rf"(?:Actions?(?:[ \t]+(?:points?|items?))?|(?:Next[ \t]+)?Steps?|Follow-?up|Way[ \t]+forward|Decisions?|Recommendations?)(?:[ \t]+and[ \t]+(?:next[ \t]+steps|recommendations|actions?(?:[ \t]+points?)?|decisions|follow-?up))?(?:{_FOR_WHOM}|{_OF_WHICH})"
)
_POINTS = (
    rf"{_FIRST_OF_TWO}(?:Follow-?up[ \t]+)?(?P<label>Decisions?|Actions?)(?:[ \t]+(?:points?|items?|list))?(?:[ \t]+and[ \t]+(?:(?:agreed[ \t]+)?actions?(?:[ \t]+points?)?|decisions|next[ \t]+steps|follow-?up|deadlines|recommendations))?"
    rf"(?:[ \t]+(?:taken|agreed(?:[ \t]+upon)?|to[ \t]+be[ \t]+taken|arising))?{_OF_WHICH}"
)
_ACTIONS = re.compile(rf"{_MARK}(?:{_AGREED}[*_]*(?:[ \t]*[:–-][ \t]*[*_]*|[ \t]*\Z)|{_POINTS}[*_]*[ \t]*(?::[*_]*[ \t]*[*_]*(?=[A-Z])|:?[*_]*[ \t]*\Z)"
                      r"|(?P<advice>Recommendations)[ \t]+(?:to|for)[ \t]+(?:the[ \t]+)?(?:EMG[ \t]+)?(?:Senior[ \t]+Officials|Principals)[*_]*[ \t]*:?[*_]*[ \t]*\Z)", re.IGNORECASE)
_OF_DECISION = re.compile(r"to[ \t]+(?:the[ \t]+)?(?:[Pp]resent[ \t]+)?(?:[Dd]ecision|[Rr]esolution|[Rr]ecommendation|DECISION|RESOLUTION)(?:[ \t]+(?:Conf\.[ \t]?)?\S*\d\S*)?[*_]*")
"""What a heading says after its number: "Annex 1 *to Resolution 9.2*"."""
_LETTER = re.compile(r"[ \t]*(?:[-*•][ \t]+)?(?:\(?([a-z]|[ivx]{2,5})[.)][ \t]+(?=\S)|\(([a-z]|[ivx]{2,5})\)" + _GLUED + r"|(AP[ \t]?\d{1,3})[.:)]?[ \t]+(?=[A-Z]))")
_BULLET = re.compile(r"[ \t]*(?:[-*•·▪◦–][ \t]+)(?=\S)")
_STARTS = re.compile(r"[A-Z][^\d|]{40}|(?:The|At|In|On|Following|It|He|She|They)\s[^|]{20}")
"""What follows a number that stands alone in its line, where it is that of a paragraph and not of a row of a table."""
_READS_ON = re.compile(r"\b(?:in|to|of|and|or|under|by|the|with|from|see|per|for)\s*\Z")
_SHORTEST_ABOVE = 38
_TAKES_A_NUMBER = re.compile(
    r"\S.{38,}\b(?:SDGs?|Goals?|Targets?|[Dd]ecisions?|[Rr]esolutions?|[Pp]aragraphs?|[Aa]rticles?|[Pp]hase|[Pp]art|[Cc]hapters?|[Ss]ections?|[Tt]able|[Ff]igure|[Ii]tems?|[Tt]racks?|[Pp]illars?|[Ww]orkstreams?|"
    r"[Cc]omponents?|[Ww]ork\s+packages?|[Tt]ier|[Gg]roup|COP|CMA|CMP|and|or|to|of|in|by|the|than|least|about|from)\s*\Z"
)
"""A line after which a number belongs to the sentence: "… the monitoring initiative for SDG", and "6. It will run from May." below it."""
_CONTENTS_LINE = re.compile(r"\t\s*\d{1,3}\s*\Z|\.{4,}\s*\d{1,3}\s*\Z")
_ROW = re.compile(r"[^/|]{1,80}(?:[ \t]+/[ \t]+[^/|]{1,80}){1,7}")
_HEAD_OF_TABLE = re.compile(r"(?=[A-Z])(?:[^/]{0,60} / )*(?:[^/]{0,30}\b)?(?:lead|chair|co-chair|coordinat|role|agenc|entit|organi[sz]ation|partner|member|host)[^/.]{0,40}(?: / [^/.]{0,60})*", re.IGNORECASE)
"""The head of a table whose cells are parted by slashes: "Workstream / Lead agency / Partners"."""
LEADERS = re.compile(r"(?:[ \t]?\.){4,}|…{2,}|(?:[ \t]…){2,}")
"""The dots that lead from the title of an item to its document: "41. Ponds . . . . . SC9 Doc. 41"."""
_OFFICER = re.compile(r"(?:(?:Co|Vice)-)?(?:Chair(?:person|man|woman)?|President|Rapporteur)s?\s*:\s*\S")
"""A line of a list of officers: "President: Ms. A B (Chad)"."""
_LABELLED = re.compile(r"[ \t]*(?P<mark>\*\*?|__?)(?=\S)[A-Z][^*_:\n]{1,40}(?::(?P=mark)|(?P=mark)[ \t]?:)[ \t]+\S")
"""What is said behind a label in bold or italics is no heading: "*Participants:* Ana Water"."""
_ROMAN_VALUE = re.compile(r"(?:X{0,3})(?:IX|IV|V?I{0,3})\Z", re.IGNORECASE)

ACTION_STATUS = {
    "suggested": "suggested",
    "proposed": "suggested",
    "recommended": "suggested",
    "recommendations": "suggested",
    "agreed": "adopted",
    "adopted": "adopted",
    "approved": "adopted",
    "decision": "adopted",
    "decisions": "adopted",
    "action": "adopted",
    "actions": "adopted",
}


_ACTIONS_TITLE = re.compile(rf"(?:(?:Agenda )?Item \d{{1,2}}[.:]? )?(?:{_AGREED}|{_FIRST_OF_TWO}(?P<label>Actions?[ \t]+(?:points?|items?|agreed)|Follow-?up[ \t]+actions?)(?:[ \t]+(?:and[ \t]+next[ \t]+steps|agreed))?{_OF_WHICH})\Z", re.IGNORECASE)


def status_of_actions(title: str) -> str:
    """Return the status of the items under a heading that has a number and names nothing but them, or an empty string.

    >>> status_of_actions("Item 4. Suggested actions"), status_of_actions("Agreed actions on ponds")
    ('suggested', '')
    """
    match = _ACTIONS_TITLE.match(title)
    return ACTION_STATUS[(match["status"] or "actions").casefold()] if match else ""


def is_lone_roman(words: str) -> bool:
    """Tell the number of a section that stands alone on its line.

    >>> is_lone_roman("II"), is_lone_roman("IV."), is_lone_roman("In"), is_lone_roman("")
    (True, True, False, False)
    """
    label = words.strip("*_ \t").removesuffix(".")
    return label.isupper() and is_roman(label)


def is_roman(label: str) -> bool:
    """Tell whether a label is a roman number up to 39.

    >>> is_roman("XII"), is_roman("iv"), is_roman("C")
    (True, True, False)
    """
    return bool(label) and bool(_ROMAN_VALUE.match(label))


def read_lines(text: str) -> Iterator[Line]:
    """Yield every line of a text with its kind.

    >>> [(line.kind, line.label) for line in read_lines(" - II. Agenda***\\n3. It began.\\n - a) Agree")]
    [('roman', 'II'), ('number', '3'), ('letter', 'a')]
    """
    position = 0
    printed = text.split("\n")
    in_table = False
    for index, raw in enumerate(printed):
        line = classified(raw.rstrip("\r"), position)
        in_table = " / " in raw and _ROW.fullmatch(raw.strip()) is not None and (in_table or _heads_rows(raw.strip(), printed[index + 1 : index + 3]))
        line = Line("table", line.span, line.span) if in_table else line
        alone = line.kind == "number" and line.body.start == line.body.end and not _begins("".join(printed[index + 1 : index + 2]))
        above = printed[index - 1] if line.kind == "number" and index else ""
        if alone or (len(above) > _SHORTEST_ABOVE and _TAKES_A_NUMBER.match(above)):
            line = Line("text", line.span, Span(position + line.indent, line.body.end), "", line.indent)
        yield line
        position += len(raw) + 1


def _heads_rows(words: str, below: list[str]) -> bool:
    """Tell the head of a table with slashes: two rows below it have as many cells."""
    return _HEAD_OF_TABLE.fullmatch(words) is not None and len(below) > 1 and all(_ROW.fullmatch(row.strip()) and row.count(" / ") == words.count(" / ") for row in below)


def _begins(words: str) -> bool:
    return bool(_STARTS.match(words)) or decides(words)


def classified(raw: str, at: int) -> Line:
    """Return a line that begins at a position, with its kind."""
    stripped = raw.strip()
    span = Span(at, at + len(raw))
    indent = len(raw) - len(raw.lstrip())
    if not stripped or (stripped.isdigit() and len(stripped) < 4):  # noqa: PLR2004 - a page number alone
        return Line("blank", span, Span(at, at))
    if stripped.startswith("|"):
        return Line("table", span, span)
    if len(raw) <= LONGEST_HEADING or (raw.startswith("Decision ") and ": The " in raw[:_LONGEST_SYMBOL]):
        heading = _heading(raw, at, indent)
        if heading:
            return heading
    for kind, pattern in (("number", _NUMBERED), ("letter", _LETTER), ("bullet", _BULLET)):
        match = pattern.match(raw)
        if match:
            label = (match[match.lastindex or 1] or "") if kind != "bullet" else ""
            end = len(raw.rstrip())
            return Line(kind, span, Span(at + min(match.end(), end), at + end), label, indent)
    return Line("text", span, Span(at + indent, at + len(raw.rstrip())), "", indent)


_MARKS, _CAPITALS = " \t-*•–_#", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_HEADINGS = (
    ("actions", _ACTIONS, "ACDFKLMNOPRSTWacdfklmnoprstw", ""),
    ("decision", _DECISION, _CAPITALS, ""),
    ("decision", _SYMBOL_FIRST, "", "/"),
    ("annex", _ANNEX, "A", ""),
    ("hash", _HASH, "", "#"),
)
"""Kinds of headings, each with the letters with which one may begin after its marks, and the mark that it has: looked at first, for few lines have them."""


def _heading(raw: str, at: int, indent: int) -> Line | None:  # noqa: PLR0911 - one return for each kind
    span = Span(at, at + len(raw))
    words = raw.lstrip(_MARKS)
    first, following = words[:1], words[1:2]
    if words.rstrip()[-1:].isdecimal() and _CONTENTS_LINE.search(raw):
        return Line("contents", span, span, "", indent)
    end = len(raw.rstrip(" \t*_"))
    for kind, pattern, letters, mark in _HEADINGS:
        match = pattern.match(raw) if mark in raw and (not letters or first in letters) else None
        if not match:
            continue
        if kind == "annex" and not _is_annex_heading(raw[match.end() : end]):
            return None
        label = (match["status"] or match["label"] or match["advice"]).casefold() if kind == "actions" else (match[match.lastindex or 1] if kind != "hash" else "")
        if kind == "annex":
            label = f"{match[1].capitalize()} {match[2] or ''}".strip()
        body = Span(at + min(match.end(), max(end, match.end())), at + max(end, match.end()))
        if kind == "decision":
            body = Span(at + match.start(1), at + match.end(1))
        return Line(kind, span, body, label, indent)
    match = _ROMAN.match(raw) if first in "IVXLC" else None
    if match and is_roman(match[1]) and not raw[:end].endswith((".", ";", ",")):
        return Line("roman", span, Span(at + match.end(), at + end), match[1], indent)
    match = _CAPITAL.match(raw) if first in _CAPITALS and following in ". \t" else None
    if match and not raw[:end].endswith((".", ";", ",")) and not _RUN_IN.match(raw, match.end(), end):
        return Line("capital", span, Span(at + match.end(), at + end), match[1] or match[2], indent)
    if "**" in raw and _BOLD.match(raw):
        inner = raw.strip().strip("*_ ")
        start = raw.index(inner) if inner else 0
        return Line("bold", span, Span(at + start, at + start + len(inner)), "", indent)
    return None


def _is_annex_heading(rest: str) -> bool:
    """Tell a heading from a sentence that begins with "Annex I to the Convention …"."""
    rest = rest.strip()
    if _OF_DECISION.fullmatch(rest):
        return True
    return not rest or (rest[0].isupper() and not rest.endswith((".", ";", ",")))


def as_read_on(text: str, line: Line) -> Line:
    """Return a line as plain text where it only looks like a heading: the line before cannot end so.

    >>> broken = "of Parties included in\\nAnnex I."
    >>> first, second = read_lines(broken)
    >>> second.kind, as_read_on(broken, second).kind
    ('annex', 'text')
    """
    if line.kind not in {"annex", "decision"} or not _READS_ON.search(text, max(0, line.span.start - 16), line.span.start):
        return line
    return Line("text", line.span, Span(line.span.start + line.indent, line.span.end), "", line.indent)


def cells(text: str, row: Line) -> Iterator[Span]:
    """Yield where the words of each cell of a table row stand.

    >>> row = next(read_lines("| UNEP | --- | chair |"))
    >>> [cell.of("| UNEP | --- | chair |") for cell in cells("| UNEP | --- | chair |", row)]
    ['UNEP', 'chair']
    """
    position = row.span.start
    for cell in row.span.of(text).split("|"):
        words = cell.strip()
        if words and not set(words) <= set("-: "):
            start = position + cell.index(words)
            yield Span(start, start + len(words))
        position += len(cell) + 1


def looks_like_heading(text: str, line: Line) -> bool:
    """Tell whether a line of plain text has the look of a heading: short, capital, no full stop."""
    words = line.body.of(text)
    return (
        0 < len(words) <= LONGEST_PLAIN_HEADING
        and (words[0].isupper() or words[0] in "“\"'*")
        and not words.rstrip("*_ ").endswith((".", ";", ",", ":", "!", "…", " and", " of", " the"))
        and words.count(" ") < 22  # noqa: PLR2004
        and not (_OFFICER.match(words) or is_labelled(text, line))
    )


def is_labelled(text: str, line: Line) -> bool:
    """Tell what is said behind a label in bold or italics.

    >>> words = "*Participants:* Ana Water"
    >>> is_labelled(words, next(read_lines(words)))
    True
    """
    return _LABELLED.match(text, line.span.start, line.span.end) is not None
