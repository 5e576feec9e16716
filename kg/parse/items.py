"""Items of a list of what is to be decided, or was: which line begins one, and how it is begun."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Span
from kg.namespaces import workstream_slug
from kg.parse.builder import Builder
from kg.parse.clauses import decides, is_done, is_operative, names_a_decision, suggests, tells
from kg.parse.lines import is_roman
from kg.parse.numbered import is_item
from kg.text_notes import HEADS_DECISIONS

if TYPE_CHECKING:
    from kg.parse.lines import Line

_LABEL = re.compile(r"(?P<label>\d{1,2}\.\d{1,2}(?:\.\d{1,2})?|\d{1,2}(?=[ \t]*[–—-][ \t]))(?:\.|[ \t]*[–—-])?[ \t]+(?=[A-Z])")
"""The number of an item that is no paragraph: "2.1 The meeting took note …", "1 – Share the list – FAO"."""


_LISTED, _NEAR = frozenset({"number", "letter", "bullet"}), 6
_NOTHING = re.compile(
    r"\W*(?:(?:None|N/?A|Nil|TB[CD]|Pending|Deferred|Postponed)\b|No\s+(?:\w+\s+)?(?:decisions?|actions?)\b|To\s+be\s+(?:taken|made|decided|confirmed)\b)",
    re.IGNORECASE,
)


class Items(Builder):
    """Begins the items of the blocks of decisions and of suggested actions."""

    def _with_label(self, line: Line) -> Line | None:
        """Return a line of a block of what was agreed, right below its head or another item, as an item with the number of two parts printed before it."""
        if not self.of_meeting or not self.stack or self.stack[-1][1].kind != "adopted-actions" or (self.open and self.open.kind not in {"action", "chapeau"}):
            return None
        match = _LABEL.match(self.text, *line.body)
        return replace(line, kind="number", label=match["label"], body=Span(match.end(), line.body.end)) if match else None

    def _is_named(self, line: Line) -> bool:
        """Tell "- Approval of the budget" below "Decisions:", where the document says that it is on a meeting."""
        return self.of_meeting and line.kind in {"bullet", "letter"} and names_a_decision(line.body.of(self.text))

    def _is_noted(self, line: Line) -> bool:
        """Tell "* The team agreed to …" among what the notes of a meeting list, and what stands below it: each stands for itself."""
        above = self.open
        if not self.noted or above is None or above.kind != "unnumbered" or line.indent > above.indent:
            return False
        said = (line.body.of(self.text), self.text[above.body : above.end])
        return any(tells(words) or is_done(words) for words in said)

    def _says_decision(self, line: Line) -> bool:
        """Tell "Decision: keep the list" in the notes of a meeting."""
        words = line.body.of(self.text)
        return self.noted and line.label in {"decision", "action"} and words.count(" ") > 1 and not _NOTHING.match(words)

    def _is_done(self, words: str) -> bool:
        """Tell an item that does not name who decides: it does where the document says that it is on a meeting."""
        return self.of_meeting and (is_done(words) or suggests(words) or self._is_agreed_task(words))

    def _heads_agreed(self, line: Line, index: int) -> int:
        """Return how deep a heading of what was agreed stands in the notes of a meeting, with a list below it, each of whose items was; -1 for another.

        Below it, and deeper, may stand for whom the items are: "== Actions / === Ana Water / * Share the list".
        """
        if not self.noted:
            return -1
        above, depth = self.stack[-1][1].id if self.stack else "", self._depth(line)
        below = [other for other in self.lines[index + 1 : index + 1 + _NEAR] if other.kind != "blank"]
        listed = below[1:2] if below and self._depth(below[0]) > depth > 0 else below[:1]
        if not any(other.kind in _LISTED for other in listed):
            return -1
        if HEADS_DECISIONS.fullmatch(line.span.of(self.text).lstrip("= \t")):
            return depth
        return self.agreed[above] if above in self.agreed and depth > self.agreed[above] > 0 else -1

    def _depth(self, line: Line) -> int:
        """Return how many marks stand before the words of a heading."""
        words = line.span.of(self.text).lstrip()
        return len(words) - len(words.lstrip("#="))

    def _begin_agreed(self, line: Line, depth: int) -> None:
        """Begin a list of what was agreed."""
        words = line.span.of(self.text)
        name = " ".join(words.strip("#=*_: \t").split())
        block = self._begin_section(replace(line, kind="actions"), "actions", name, "actions" if "ction" in words else "decisions")
        self.agreed[block.id] = depth

    def _is_agreed_item(self, line: Line) -> bool:
        """Tell the next item of such a list, which no point of an item is: it stands further in."""
        further_in = self.open is not None and self.open.kind == "action" and line.indent > self.open.indent
        return self.stack[-1][1].id in self.agreed and line.kind in _LISTED and not further_in and not _NOTHING.match(line.body.of(self.text))

    def _tells_in_block(self, line: Line) -> bool:
        if not self.stack or self.stack[-1][1].kind != "adopted-actions":
            return self._suggests_in_block(line)
        if self.stack[-1][1].id in self.agreed:
            return self._is_agreed_item(line)
        named = "ecision" in self.stack[-1][1].heading.of(self.text) and self._is_named(line)
        return named or tells(line.body.of(self.text)) or self._is_done(line.body.of(self.text)) or self._is_next_bullet(line)

    def _is_next_bullet(self, line: Line) -> bool:
        """Tell the next item of a list with bullets, which no point of an item is: it stands further in."""
        apart = self.open is not None and (self.open.kind not in {"chapeau", "action"} or (self.open.kind == "action" and line.indent > self.open.indent))
        return line.kind == "bullet" and self.stack[-1][1].id in self.listed and not apart

    def _suggests_in_block(self, line: Line) -> bool:
        """Tell "- Members to take note of …" right below "Suggested actions", below the line above the items, or below such an item."""
        if not self.of_meeting or not self.stack or self.stack[-1][1].kind != "suggested-actions":
            return False
        above = self.open
        begun = any(p.kind in {"action", "chapeau"} and p.section == self.stack[-1][1].id for p in self.made.passages)
        ends = "" if above is None or begun or above.kind == "action" else self.text[above.start : above.end].rstrip("*_ \n")
        first = above is None or above.kind == "chapeau" or ends.endswith(":")
        next_one = above is not None and above.kind == "action" and not above.item[:1].isalpha() and line.indent <= above.indent
        return (first or next_one) and (line.kind == "bullet" or suggests(line.body.of(self.text)))

    def _is_item_of_words(self, line: Line, words: str) -> bool:
        if self.stack[-1][1].kind == "adopted-actions":
            first = self.open is None or self.open.kind == "action"
            told = first and self.of_meeting and (tells(words) or is_done(words))
            return (told or self._is_agreed_line(words)) and not (self.open and self._is_unfinished(words))
        return (self.open is None and tells(words)) or (not self._is_unfinished(words) and self._suggests_in_block(line))

    def _told_item(self, line: Line) -> None:
        """Begin an item of a block of decisions that has no letter: its number, or else it is counted."""
        self._close()
        self.told += 1
        if line.kind == "bullet":
            self.listed.add(self.stack[-1][1].id)
        title, item = self.stack[-1][1].title, line.label if line.kind == "number" else f"¶{self.told}"
        self.open = self._begin(line, "action", f"{title} {item}".strip(), f"action/{workstream_slug(title)}/t{self.told}", item=item.strip("¶"))

    def _is_nested(self, line: Line) -> bool:
        if self.open is None or self.open.kind != "action" or not is_roman(line.label):
            return False
        following = chr(ord(self.open.item[0]) + 1)
        return line.label != following or line.indent > self.open.indent

    def _nested_item(self, line: Line) -> None:
        if self.open is None:
            return
        if self.nested:
            self.made.passages.append(self.nested.close())
        item, number, name = (f"{above}.{line.label}" for above in (self.open.item, self.open.number, self.open.id))
        self.nested = self._begin(line, "action", number, name, item=item, parent=self.open.id)
        self.open.points.append((line.span.start, line.body.start, line.label))
        self.open.end = line.body.end

    def _is_unfinished(self, words: str) -> bool:
        if self.open is None or self.open.kind in {"chapeau", "participant"} or is_item(words):
            return False
        if self.open.kind == "paragraph" and self.open.end <= self.open.body:
            return True
        said = self.text[self.open.start : self.open.end].rstrip("*_ \n")
        if said.endswith("; and") and (is_operative(words) or decides(words)):
            return False
        return words[:1].islower() or (not said.endswith((".", "!", "?", ":", ";", '"', "”", ")")) and not self.open.points)
