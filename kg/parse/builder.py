"""What has been read so far of a text, and how a section, a passage or a point is begun and closed."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from kg.model import Passage, Section, Span
from kg.namespaces import slug
from kg.parse.asciidoc import above_first_heading, as_asciidoc
from kg.parse.boxed import as_boxed
from kg.parse.directed import as_directed, lists_directed
from kg.parse.draft import Draft, Structure
from kg.parse.headed import above_headings, as_headed, has_whole_lines
from kg.parse.joined import as_record, as_separate
from kg.parse.lines import ACTION_STATUS, cells, read_lines, status_of_actions
from kg.parse.minuted import is_notes
from kg.parse.numbered import as_numbered_headings
from kg.parse.outlined import as_outline
from kg.parse.recorded import is_of_meeting, tells_of_business
from kg.text import is_task

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.parse.lines import Line

LEVEL = {"decision": 1, "annex": 2, "roman": 3, "hash": 3, "bold": 4, "capital": 4, "text": 5, "actions": 6}
_TELLS = re.compile(r"\b(?:was|were|is|are|has|had|said|reported|presented|thanked|welcomed|opened|agreed|noted)\b")
_NUMBER_OF_TWO = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}\.?[ \t]+(?=[“\"(]?[A-Z])")
"""What is printed before the first sentence: "*1.2* The meeting was attended by …"."""
_SENTENCE = 40
_PROSE, _SEVERAL = 100, 3
"""Sentences of so many letters, so many of them, are no title page."""


class Builder:
    """Puts together what a reader of lines finds."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.directed = lists_directed(text)
        lines = as_outline(text, as_boxed(text, as_asciidoc(text, list(read_lines(text)))))
        headed = lines if self.directed else as_headed(text, lines)
        self.lines = as_directed(text, lines) if self.directed else as_separate(text, as_record(text, as_numbered_headings(text, headed)))
        self.unbroken = headed is not lines and has_whole_lines(text, headed)
        self.title_page = above_headings(text, lines, headed) or above_first_heading(text)
        self.noted = is_notes(text)
        self.of_meeting = self.noted or is_of_meeting(text)
        self.made = Structure()
        self.stack: list[tuple[int, Section]] = []
        self.used: dict[str, int] = {}
        self.open: Draft | None = None
        self.nested: Draft | None = None
        self.part = ""
        self.expected = self.resumes = 1
        self.record: list[tuple[int, Section]] = []
        self.unnumbered = self.told = 0
        self.gap = True
        self.header: Draft | None = None
        self.preamble = self.untitled = self.deciding = False
        self.recitals = 0
        self.consumed: set[int] = set()
        self.listed: set[str] = set()
        self.agreed: dict[str, int] = {}
        self.later = self._numbers_to_come(len(self.lines))
        self.numbered = {1, 2} <= self.later.keys()
        self.told_first = self.numbered and _is_told_first(self.text, self.lines)

    @cached_property
    def recorded(self) -> bool:
        """Whether the text tells what happened at a meeting."""
        return self.of_meeting and tells_of_business(self.text)

    def _is_agreed_task(self, words: str) -> bool:
        """Tell "FAO to share the list" among what was agreed, in the record of a meeting."""
        return is_task(words) and self.recorded

    def _is_agreed_line(self, words: str) -> bool:
        """Tell such an item in a line of its own, first or after another, without a letter or a mark."""
        next_one = self.open is None or self.open.kind == "chapeau" or (self.open.kind == "action" and not self.open.item[:1].isalpha())
        return next_one and words.rstrip().endswith((".", ";", ")")) and self._is_agreed_task(words)

    def _is_agreed_here(self, line: Line) -> bool:
        """Tell "Agreed actions: FAO to share the list."; after "Action:" alone stands what somebody says."""
        said = line.body.of(self.text)
        return not line.label.startswith(("decision", "action")) and said.rstrip("*_ ").endswith((".", ";")) and self._is_agreed_task(said)

    def _task_of_row(self, line: Line) -> Line | None:
        """Return a row "1 | Share the list | FAO" of a table of agreed actions as the item that its cell says; the head of the table is none."""
        position, end = line.span.start, line.span.start + len(line.span.of(self.text).rstrip(" |\t"))
        for cell in line.span.of(self.text).split("|")[:4]:
            if self._is_agreed_task(cell.strip()):
                return replace(line, kind="row", body=Span(position + len(cell) - len(cell.lstrip()), end))
            position += len(cell) + 1
        return None

    def _heads_table(self) -> bool:
        """Tell whether the row above is the head of a table of actions: "Action | Responsible | Deadline"."""
        above = self.text[self.open.start : self.open.end] if self.open and self.open.kind == "unnumbered" else ""
        return "|" in above and "\n" not in above.strip("\n|-: ") and "ction" in above

    # -- what lies ahead -------------------------------------------------------------------

    def _numbers_to_come(self, end: int, start: int = 0) -> dict[int, int]:
        """For each printed paragraph number, the index of the last line that begins with it."""
        return {int(line.label): index for index, line in enumerate(self.lines[start:end], start) if line.kind == "number"}

    def _look_ahead(self, index: int) -> None:
        """Look at the numbers up to the next decision or annex only: there they begin anew."""
        rest = (at for at, line in enumerate(self.lines[index + 1 :], index + 1) if line.kind in {"decision", "annex"})
        self.later = self._numbers_to_come(next(rest, len(self.lines)), index)

    def _next(self, index: int) -> Line | None:
        return next((line for line in self.lines[index + 1 :] if line.kind != "blank"), None)

    # -- header ----------------------------------------------------------------------------

    def _in_header(self, line: Line) -> None:
        if line.kind == "table":
            self.made.cells.extend(cells(self.text, line))
        if self.header and line.kind != "blank":
            self.header.end = line.span.end

    def _close_header(self) -> None:
        if self.header and self.header.end > self.header.start:
            self.made.passages.append(self.header.close())
        self.header = None

    # -- headings --------------------------------------------------------------------------

    def _begin_section(self, line: Line, kind: str, name: str, number: str = "", *, level: int = 0) -> Section:
        self._close()
        self._close_header()
        level = level or LEVEL[kind]
        while self.stack and self.stack[-1][0] >= level:
            self.stack.pop()
        parent = self.stack[-1][1].id if self.stack else ""
        place = self._unique("section/" + slug(number if kind == "decision" else f"{number} {name}"[:80]))
        status = ACTION_STATUS[number] if kind == "actions" else "" if kind in {"annex", "decision"} else status_of_actions(name)
        shown = f"{status}-actions" if status else kind if kind in {"annex", "decision"} else "section"
        span = line.body if line.body.end > line.body.start else line.span
        section = Section(place, name, span, level, "" if kind == "actions" else number, parent, shown)
        self.stack.append((level, section))
        self.made.sections.append(section)
        if span.end > span.start:
            around = line.span if kind == "actions" else span
            self.made.passages.append(Passage(f"{place}/heading", f"heading {name}", "heading", around, place, body=span))
        return section

    # -- passages --------------------------------------------------------------------------

    def _unique(self, name: str) -> str:
        self.used[name] = self.used.get(name, 0) + 1
        return name if self.used[name] == 1 else f"{name}-{self.used[name]}"

    def _begin(self, line: Line, kind: str, number: str, name: str, *, item: str = "", parent: str = "") -> Draft:
        section = self.stack[-1][1].id if self.stack else ""
        return Draft(self._unique(name), number, kind, line.span.start, line.body.start, line.body.end, section, parent, item, line.indent)

    def _close(self) -> None:
        for draft in (self.open, self.nested):
            if draft:
                self.made.passages.append(draft.close())
        self.open = self.nested = None

    def _point(self, line: Line) -> None:
        if self.open is None:
            self._unnumbered(line)
            return
        draft = self.nested or self.open
        draft.points.append((line.span.start, line.body.start, line.label))
        draft.end = self.open.end = line.body.end

    def _unnumbered(self, line: Line) -> None:
        self._close()
        self._close_header()
        self.unnumbered += 1
        number = f"¶{self.unnumbered}"
        if self.part:
            number = f"{self.part} {number}"
        printed = _NUMBER_OF_TWO.match(self.text, line.body.start, line.body.end)
        if printed and (line.body.end - printed.end() > _SENTENCE or self.text.endswith((".", ";"), printed.end(), line.body.end)):
            line = replace(line, body=Span(printed.end(), line.body.end))
        self.open = self._begin(line, "unnumbered", number, f"paragraph/u{self.unnumbered}")


def _is_told_first(text: str, lines: Sequence[Line]) -> bool:
    """Tell a report whose prose has no numbers from a title page: several paragraphs stand above the first number, of decisions, say."""
    above = itertools.takewhile(lambda line: line.kind != "number", lines)
    return sum(tells_above(line.body.of(text).rstrip()) for line in above if line.kind == "text") >= _SEVERAL


def tells_above(words: str) -> bool:
    """Tell a paragraph of prose from the lines of a title page."""
    return len(words) > _PROSE and words.endswith(".") and _TELLS.search(words) is not None
