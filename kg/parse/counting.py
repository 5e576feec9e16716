"""Which number at the beginning of a line is that of a paragraph: how paragraphs are counted, below headings and printed decisions too."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.parse.builder import LEVEL
from kg.parse.clauses import decides, is_operative
from kg.parse.draft import extend_heading
from kg.parse.header import plain
from kg.parse.items import Items
from kg.parse.lines import looks_like_heading

if TYPE_CHECKING:
    from kg.model import Section
    from kg.parse.lines import Line

_LARGEST_GAP = 5
_PROCEEDINGS = re.compile(
    r"(?:part \w+\W+)?(?:(?:account|record|report|summary) of (?:the )?)?(?:proceedings|report of the (?:meeting|session))"
    r"(?: of the (?:\w+ )?(?:meeting|session|conference))?\W*",
    re.IGNORECASE,
)
"""The part of a report below the one that prints what was adopted: "II. *Proceedings of the meeting*"."""
_PART = re.compile(r"part (?:\d|[ivx]+|one|two|three|four)\W*", re.IGNORECASE)


class Counting(Items):
    """Tells the paragraphs of a report from headings, points and the paragraphs of the decisions in it."""

    def _resumes_record(self, number: int, line: Line) -> bool:
        """Tell the next paragraph of a report from those of the decision that is printed above it: "7. …", "Decision 9/2031", its text, "8. …"."""
        return 1 < self.resumes == number != self.expected and any(s.kind == "decision" for _, s in self.stack) and not decides(line.body.of(self.text))

    def _opens_proceedings(self, line: Line, index: int) -> bool:
        """Begin "PART TWO", "PROCEEDINGS OF THE MEETING", in one line or two, below the decisions that a report prints first."""
        following = self._next(index) if _PART.fullmatch(plain(self.text, line)) else None
        name = plain(self.text, following or line)
        if not (self.part and _PROCEEDINGS.fullmatch(name)):
            return False
        self._begin_section(line, "text", name, level=LEVEL["decision"])
        if following:
            self.consumed.add(following.span.start)
            extend_heading(self.made, following.body.end)
        return True

    def _begin_section(self, line: Line, kind: str, name: str, number: str = "", *, level: int = 0) -> Section:
        if self.part and _PROCEEDINGS.fullmatch(name):
            self._close()
            self.stack, self.resumes = [*self.record], 1
            self._resume(next(index for index, other in enumerate(self.lines) if other.span.end >= line.span.end))
        return super()._begin_section(line, kind, name, number, level=level)

    def _leave_decision(self, index: int) -> None:
        """Go on with the report below a decision that it prints; the headings since then are those of the report."""
        self._close()
        at = next(place for place, (_, section) in enumerate(self.stack) if section.kind == "decision")
        later = self.stack[at + 1 :]
        kept = [pair for pair in self.record if not later or pair[0] < later[0][0]]
        if later:
            level, first = later[0]
            later[0] = level, replace(first, parent=kept[-1][1].id if kept else "")
            self.made.sections[self.made.sections.index(first)] = later[0][1]
        self.stack = [*kept, *later]
        self._resume(index - 1)

    def _resume(self, index: int) -> None:
        """Count on with the paragraphs of the report, below the last line of what it prints."""
        self.part, self.expected = "", self.resumes
        self.preamble = self.untitled = self.deciding = False
        self._look_ahead(index)

    def _first_of_excerpt(self, line: Line, index: int) -> int:
        """Return with which number the paragraphs of an excerpt begin below a heading that has its own: "1. Ponds" above "48. …", "49. …", "50. …"; or 0."""
        if self.expected > 1 or not (self.gap and looks_like_heading(self.text, line)) or decides(line.body.of(self.text)):
            return 0
        one, two, three = ([int(other.label) for other in self.lines[index + 1 :] if other.kind == "number"] + [0, 0, 0])[:3]
        return one if (one + 1, one + 2) == (two, three) and one > int(line.label) + 1 else 0

    def _is_paragraph(self, number: int, line: Line, index: int) -> bool:
        if number == self.expected:
            labels = [label for _, _, label in self.open.points if label.isdigit()] if self.open else []
            return not (labels and labels[-1] == str(number - 1) and self.later[number] > index)
        comes_later = self.later.get(self.expected, -1) > index
        excerpt = self.expected == 1 and 1 not in self.later
        if number > self.expected and not comes_later and (self.deciding or excerpt) and is_operative(line.body.of(self.text)):
            return True
        if (excerpt and self.later.get(number + 1, -1) > index) or (self.expected == 1 and number > 1 and self._counts_on(number, index)):
            return True
        if self.expected < number <= self.expected + _LARGEST_GAP:
            return (not comes_later and self.made.passages != []) or (self.open is not None and not comes_later)
        if number > self.expected and not comes_later and self.later.get(number + 1, -1) > index and self.made.passages:
            return True
        repeated = self.open is not None and self.open.kind == "paragraph" and line.indent <= self.open.indent
        return repeated and number == self.expected - 1 and self.open is not None and not self.open.points

    def _counts_on(self, number: int, index: int) -> bool:
        """Tell the first paragraph of an extract from a report, above the text that it adopted: "6. …", "7. …", "8. …", and "1. Takes note" only then."""
        following = [int(line.label) for line in self.lines[index + 1 :] if line.kind == "number"][:2]
        return following == [number + 1, number + 2] and not self.made.passages

    def _heads_next(self, line: Line, index: int) -> bool:
        """Tell the heading "(b) Shallow ponds" between two paragraphs from a point of the one above it."""
        above, following = self.open, self._next(index)
        if above is None or above.kind != "paragraph" or above.points:
            return False
        if following is None or following.kind != "number" or int(following.label) != self.expected:
            return False
        ends = self.text[above.body : above.end].rstrip().endswith(".")
        return ends and self.gap and looks_like_heading(self.text, line)
