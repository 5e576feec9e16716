"""Who came to a meeting, as notes list them: names without an address, in a row or with a line each, behind labels or below headings.

> Chair: Ana Water  ·  Participants: Ben Stone, Cy Hill  ·  * Dan Moss (Chair)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_FAR = 1200
"""So far from the beginning who came is said."""
_LONGEST_LINE, _SHARE = 500, 3
_CAME = re.compile(
    r"^(?P<marks>[ \t#=*_|]*)(?:\d{1,2}(?:\.\d{1,2})?[.)]?[ \t]+)?"
    r"(?:(?P<head>(?:List[ \t]+of[ \t]+)?(?:Participants|Attendees|Attendance|In[ \t]+attendance|Present))[*_]*[ \t]*:?[*_ \t]*$|"
    r"(?P<label>Participants|Attendees|Attendance|In[ \t]+attendance|Present|Members[ \t]+present|(?:Co-?)?Chair(?:person|man|woman|s)?)"
    r"(?:[ \t]*\([^()\n]{2,40}\))?[*_]*[ \t]*:[*_]*[ \t]+(?=[*_]*[A-Z]))",
    re.IGNORECASE | re.MULTILINE,
)
_PROSE = re.compile(r"\b(?:[a-z]{3,}ed|was|were|is|are|has|have|will|shall|may|should|must|can|would)\b")
_PART = r"(?:[A-ZÀ-Ž](?!\w*[A-Z]{2})[\w’'‑-]+|[A-ZÀ-Ž]\.)"
_BINDER = r"(?:(?:[Dd]e|da|do|dos|du|del|della|der|den|[Vv]an|von|bin|ben|al|el|la|le|di|ter)[ \u00a0])"
_SURNAME = r"[A-ZÀ-Ž][A-ZÀ-Ž’'-]{2,}\b"
NAME = rf"{_PART}(?:[ \u00a0]{_BINDER}{{0,2}}(?:{_PART}|{_SURNAME})){{1,3}}"
"""The name of a person, of more than one word; a surname may be printed in capitals."""
NO_PERSON = re.compile(
    r"\b(?:Office|Ministry|Department|Division|University|Agency|Agencies|Programme|Program|Secretariat|Cent(?:re|er)|Institut\w*|Council|Union|Bank|Fund|Group|Network|Director|Head|Chief|Officer|Advis[eo]r|Minister|Environment\w*|Nations?|National|International|Unit|Section|Branch|"
    r"Commission|Convention|Organi[sz]ation|Committee|Association|Society|Foundation|Alliance|Team|Government|Republic|Kingdom|States?|Manager|Coordinator|Specialist|Secretary|Deputy|Senior|Representative|Mission|Embassy|Policy|Climate|Affairs|Development|Management|"
    r"Global|Regional|Federal|Assistant|Associate|Professor|Delegate|Focal|Counsellor|Attach[eé]|Permanent|Service|Hub|Facility|Initiative|Partnership|Forum|Board|Bureau|World|European|African|Asian|American|Pacific|Research|Technical|Programmes|Chair\w*|President|Expert|Consultant|Intern|Member|Street|Avenue|Road|Rue|Box|Building|Tower|Plaza|Square|House|Floor|Calle|Avenida|Port|San|Santa|New|Saint|City|Cedex|Tel|Fax|Email|Next|Steps|Actions?|Agenda|Notes|Minutes|Meeting|Discussions?|Summary|Welcome|Opening|Business|Decisions?|Review|Project|Reports?|Updates?)\b"
)
"""A word that no name of a person has."""
_ONE = re.compile(rf"(?P<name>{NAME})(?P<beside>(?:[ \u00a0]*\([^()\n]{{1,40}}\)){{0,2}})")
_ALONE = re.compile(r"[A-ZÀ-Ž][a-zà-ž’'-]+")
_OFFICE = re.compile(r"\(\s?(?P<office>(?:[Vv]ice-|[Cc]o-)?[Cc]hair)(?:person|man|woman)?\s?\)")
_ITEM = re.compile(r"[ \t]*(?P<mark>[-*•–·▪][ \t]+|\d{1,2}[.)][ \t]+)?[*_]*")
_LABEL = re.compile(
    r"[ \t#=*_|]*(?:[-•–][ \t]+)?[*_]*(?:(?P<office>(?:Co-?|Vice-?)?Chair)(?:person|man|woman|s|ed[ \t]+by)?|Participants|Attendees|Attendance|In[ \t]+attendance|Present|"
    r"(?:Also|Members)[ \t]+present|Members|(?:[A-Z][\w-]{1,9}[ \t]+)?Secretariat|Rapporteurs?|Note[ -]?taker|Minutes|Guests?|"
    r"Invited[ \t]+(?:experts|guests)|Others?|Online|Remote(?:ly)?|In[ \t]+person)(?:[ \t]*\([^()\n]{2,40}\))?[*_]*[ \t]*:[*_]*[ \t]*",
    re.IGNORECASE,
)
_ANY_LABEL = re.compile(r"[ \t*_•-]*[A-Z][^:\n,;]{2,50}:")
_HEADING = re.compile(r"[ \t]*(?P<marks>#{1,6}|={1,6})[ \t]+\S.*|[ \t]*\*\*(?=\S)[^*\n]+\*\*[ \t]*:?[ \t]*")
_ABSENT = re.compile(
    r"\W*(?:\d{1,2}[.)][ \t]+)?(?:Apolog(?:y|ies)|Regrets|Absent|Absences|Not[ \t]+present|Excused|Unable[ \t]+to|Invited\W*$|Written|Copied|Cc\b|Distribution|"
    r"Observers?\b|Partners\b|Organi[sz]ations\b)",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\W*(?:[A-Z][\w-]*[ \t]+){0,4}(?:Members|Secretariat|Experts|Participants|Attendees|Guests?|Chairs?|Co-?chairs|Staff|Online|Remote|Virtual|Present|In[ \t]person)\W*",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"(?:,|;|[ \t]+(?:and|&)[ \t])[ \t]*(?:and[ \t]+|&[ \t]*)?")


@dataclass(frozen=True, slots=True)
class Came:
    """One of those who came: where the name stands, in which block of the list, and with which office."""

    name: Span
    block: int
    office: str


def who_came(text: str) -> re.Match[str] | None:
    """Return the line near the beginning of a text that says who came, or heads the list of them; a chair alone may be of a programme."""
    match = _CAME.search(text, 0, _FAR)
    chair = match is not None and "hair" in (match["label"] or "").casefold()
    told = match and (not chair or any("hair" not in (other["label"] or "").casefold() for other in _CAME.finditer(text, match.end(), _FAR)))
    return match if told else None


def lists_names(text: str, came: re.Match[str]) -> bool:
    """Tell names from prose below the heading of those who came."""
    if came["head"] is None:
        return True
    below = next((line for _, line in lines_from(text, came.end()) if line.strip() and not _HEADING.fullmatch(line)), "")
    return bool(below) and not _PROSE.search(below)


def lines_from(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text from a position on, with where they begin."""
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, text[start:end]
        start = end + 1


def list_of_those_who_came(text: str) -> list[Came]:
    """Return the names in the list of those who came, in blocks that are nothing but names.

    >>> text = "Participants: Ana Water, Ben Stone\\nChair: Cy Hill\\nRegrets: Dan Moss\\n\\nNext Items"
    >>> [(one.name.of(text), one.office) for one in list_of_those_who_came(text)]
    [('Ana Water', ''), ('Ben Stone', ''), ('Cy Hill', 'chair')]
    """
    came = who_came(text)
    return _List(text, came).read() if came else []


class _List:
    """Reads the list line by line, until something else begins."""

    def __init__(self, text: str, came: re.Match[str]) -> None:
        self.text = text
        self.depth = len(came["marks"].strip(" \t*_|")) if came["head"] else 0
        self.start = came.start() if came["head"] is None else came.end() + 1
        self.found: list[Came] = []
        self.block = 0
        self.gap = self.absent = self.broken = self.begun = False

    def read(self) -> list[Came]:
        """Return who is listed."""
        for at, line in lines_from(self.text, self.start):
            if not line.strip(" \t+"):
                self.gap = True
            elif not (self._heads(line) if _HEADING.fullmatch(line) else self._line(at, line)):
                break
        return self.found

    def _next_block(self) -> None:
        self.block, self.broken, self.gap = self.block + 1, False, False

    def _heads(self, line: str) -> bool:
        """Tell whether a heading stands within the list, and begin a block below it."""
        absent = _ABSENT.match(line) is not None
        marks = len(line) - len(line.lstrip(" \t#="))
        self._next_block()
        self.absent, self.begun = absent, False
        return absent or _KIND.fullmatch(line) is not None or marks > self.depth > 0

    def _line(self, at: int, line: str) -> bool:
        """Read a line of the list, and tell whether it is one."""
        label = _LABEL.match(line)
        item = _ITEM.match(line)
        apart = self.gap and not label and not (item and item["mark"]) and not _ANY_LABEL.match(line)
        if self.begun and apart and not self.absent:
            return False  # the next paragraph
        if self.gap or label:
            self._next_block()
        if _ABSENT.match(line):
            self.absent = line.rstrip("*_ \t").endswith(":")
            return True
        self.absent = self.absent and not label
        if self.absent or (label is None and _ANY_LABEL.match(line)):
            return True
        begin = label.end() if label else item.end() if item else 0
        row = _row(self.text, at + begin, at + len(line), listed=bool(label is None and item and item["mark"]))
        if not row and label is None and (_PROSE.search(line) or len(line) > _LONGEST_LINE):
            return False
        self._keep(row, label, empty=not line[begin:].strip(" \t+*_"))
        return True

    def _keep(self, row: list[tuple[Span, str]], label: re.Match[str] | None, *, empty: bool) -> None:
        self.begun = self.begun or not empty
        if not row and not empty:
            self.broken = True
            self.found = [one for one in self.found if one.block != self.block]
        elif not self.broken:
            office = (label["office"] or "").casefold().replace("cochair", "co-chair").replace("vicechair", "vice-chair") if label else ""
            self.found += [Came(name, self.block, office or own) for name, own in row]


def _row(text: str, start: int, end: int, *, listed: bool) -> list[tuple[Span, str]]:
    """Return the names that fill a line; behind the mark of a list there is one, and then whom it is for."""
    words = text[start:end].rstrip(" \t+*_.;,")
    found: list[tuple[Span, str]] = []
    alone = parts = position = 0
    while position < len(words) and not (listed and found):
        cut = _SPLIT.search(words, position)
        within = cut and words.count("(", position, cut.start()) > words.count(")", position, cut.start())
        cut = _SPLIT.search(words, words.find(")", position)) if within and ")" in words[position:] else cut
        part = words[position : cut.start() if cut else len(words)].rstrip()
        one = _ONE.fullmatch(part)
        parts += 1
        if one and not NO_PERSON.search(one["name"]):
            office = _OFFICE.search(one["beside"] or "")
            found.append((Span(start + position, start + position + len(one["name"])), office["office"].casefold() if office else ""))
        elif not _ALONE.fullmatch(part):
            return []
        else:
            alone += 1
        position = cut.end() if cut else len(words)
    return found if alone * _SHARE <= parts else []
