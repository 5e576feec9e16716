"""Put lines together: header, sections, numbered paragraphs, action items, annexes.

One reader for all families. It keeps going where a text contradicts itself, and keeps the
contradiction as a `Doubt` with its line.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from kg.model import Doubt, Section, Span
from kg.namespaces import slug, workstream_slug
from kg.parse.asciidoc import printed_title
from kg.parse.builder import tells_above
from kg.parse.clauses import (
    decides,
    decision_title,
    is_adoption,
    is_body_line,
    is_chapeau,
    is_chapeau_of_officials,
    is_done,
    is_infinitive,
    is_operative,
    is_recital,
    is_told,
    names_a_body,
    tells,
    told,
)
from kg.parse.counting import Counting
from kg.parse.draft import Draft, Structure, drop_needless_part, extend_heading, join_title_page
from kg.parse.headed import is_unbroken, may_be_title
from kg.parse.header import contents, front_matter, is_of_title, plain, title
from kg.parse.joined import has_lost_its_comma, opens_section
from kg.parse.lines import LEADERS, Line, as_read_on, is_labelled, is_lone_roman, looks_like_heading
from kg.text import fold

_LINK = re.compile(r"\[([^\]\n]{1,300})\]\(([^)\s]{1,500})\)")
_LONGEST_TITLE, _LONGEST_PREAMBLE, _LONGEST_LIST = 300, 90, 24
_SHORTEST_PARAGRAPH = 60
_AGENDA_ITEM = re.compile(r"(?:Agenda[ \t]+)?[Ii]tem[ \t]+\d{1,2}\b[^\n.;]{0,140}")
_TELLS_WHO = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|Prof)\.?\s+[A-Z]|\b(?:led|chaired|facilitated|hosted|coordinated|prepared|submitted)\s+by\s")
"""… and says who did something: no title page does."""
_NTH_DECISION = re.compile(
    r"[*_]*(?:Agreed[ \t]+)?(?:Decision|Action|Conclusion|Recommendation)(?:[ \t]+(?:point|item))?"
    r"[ \t]+(?:No\.?[ \t]*)?\d{1,3}(?:\.\d{1,2})?[*_]*[ \t]*[:.–—-][*_]*[ \t]+[*_]*[A-Z]"
)
_HEADING_NUMBER = re.compile(r"\d{1,2}[.)][ \t]+(?=[A-Z])")
_POINTED = re.compile(r"\d{1,2}\.\d{1,3}\.?[ \t]+[A-Z]")


def read_structure(text: str) -> Structure:
    """Return the structure of a text."""
    return _Reader(text).read()


class _Reader(Counting):
    """Walks the lines once; each kind of line has one method."""

    def read(self) -> Structure:
        self.header = Draft("header", "header", "header", 0, 0, 0, "")
        matter, self.made.title = front_matter(self.text, self.lines)
        skip = max(matter, contents(self.text, self.lines))
        for index, line in enumerate(self.lines):
            if line.span.start in self.consumed:
                continue
            if index < skip:
                self._in_header(line)
            elif line.kind == "blank":
                self.gap = True
            else:
                known = line if self.gap else as_read_on(self.text, line)
                getattr(self, f"_on_{known.kind}")(known, index)
                self.gap = False
        self._close()
        self._close_header()
        self.made.passages.sort(key=lambda passage: passage.span)
        drop_needless_part(self.made)
        join_title_page(self.text, self.made)
        self.made.links += [(Span(*m.span()), m[2]) for m in _LINK.finditer(self.text)]
        self.made.title = self.made.title or printed_title(self.text) or title(self.text, self.lines)
        return self.made

    # -- headings --------------------------------------------------------------------------

    def _on_roman(self, line: Line, index: int) -> None:
        agreed = self._heads_agreed(line, index)
        if agreed >= 0:
            self._begin_agreed(line, agreed)
            return
        dots = LEADERS.search(self.text, *line.body)
        self._begin_section(line, line.kind, plain(self.text, replace(line, body=Span(line.body.start, dots.start())) if dots else line), line.label)

    _on_capital = _on_hash = _on_roman

    def _on_item(self, line: Line, _index: int) -> None:
        self._begin_section(line, "text", plain(self.text, line))

    def _on_bold(self, line: Line, index: int) -> None:
        if self.numbered and not self.made.passages and self.header:
            self._in_header(line)
            return
        number = _HEADING_NUMBER.match(self.text, *line.body)
        name = replace(line, body=Span(number.end(), line.body.end)) if number else line
        if looks_like_heading(self.text, name):
            self._begin_section(name, "bold", plain(self.text, name))
        else:
            self._on_text(line, index)

    def _on_actions(self, line: Line, index: int) -> None:
        """Read "Decision:" above "The Senior Officials:", above "a) The Senior Officials took note of …", or with such a sentence on its own line."""
        agreed = self._heads_agreed(line, index)
        if agreed >= 0:
            self._begin_agreed(line, agreed)
            return
        following, name = self._next(index), plain(self.text, line)
        here = tells(line.body.of(self.text)) or self._is_agreed_here(line) or self._says_decision(line)
        words = following.body.of(self.text) if following else ""
        named = following is not None and line.label.startswith("decision") and self._is_named(following)
        told = self.of_meeting and following is not None and following.kind == "text" and (tells(words) or is_done(words))
        listed = following and (is_chapeau(words) or (not name and (named or told or self._is_told_below(index))))
        if line.label.startswith(("decision", "action")) and not (here or listed):
            self._on_text(replace(line, body=Span(line.span.start + line.indent, max(line.body.end, line.span.start + line.indent))), index)
            return
        heading = replace(line, body=Span(line.span.start, line.body.start)) if here else line
        above = self.stack[-1][1].title if self.stack else ""
        self._begin_section(heading, "actions", above if here or not name else name, line.label)
        if here:
            self._told_item(line)

    def _is_told_below(self, index: int) -> bool:
        """Tell whether what was decided is told in the list right below a line; a number stands only before what says nobody who decides."""
        below = [line for line in self.lines[index + 1 : index + 1 + _LONGEST_LIST] if line.kind != "blank"]
        items = itertools.takewhile(lambda line: line.kind in {"letter", "bullet", "number"}, below)
        said = ((line, line.body.of(self.text)) for line in items)
        return any(self._is_done(words) or (line.kind != "number" and tells(words)) for line, words in said)

    def _on_annex(self, line: Line, index: int) -> None:
        following = self._next(index)
        name = plain(self.text, line)
        if not name and following and following.kind == "text" and looks_like_heading(self.text, following):
            name = plain(self.text, following)
            self.consumed.add(following.span.start)
        decision = self.part.split(" annex")[0] if self.part and not self.part.startswith("Annex") else ""
        number = line.label.split(" ")[1] if " " in line.label else ""
        self.deciding = False
        self._begin_section(line, "annex", name or line.label, line.label)
        if following and following.span.start in self.consumed:
            extend_heading(self.made, following.body.end)
        self.part = f"{decision} annex {number}".strip() if decision else f"Annex {number}".strip()
        self.expected = 1
        self._look_ahead(index)

    def _on_decision(self, line: Line, index: int) -> None:
        printed = decision_title(self.text, line)
        above = self.stack[-1][1] if self.stack else None
        if above and above.kind == "decision" and above.number.split()[-1] == line.label and self.made.passages[-1].kind == "heading" and self.untitled:
            self._on_title_line(replace(line, body=Span(line.body.end, line.span.end)) if printed else line)
            return
        word = "Resolution " if "esolution" in line.span.of(self.text)[: line.body.start - line.span.start] else ""
        if not self.part:
            self.resumes, self.record = self.expected, [*self.stack]
        self.part = f"{word}{line.label}"
        tells = told(self.text, line) if printed else 0
        titled = printed and not tells
        heading = replace(line, body=Span(line.body.start, line.span.start + len(line.span.of(self.text).rstrip(" \t.:*_|")))) if titled else line
        self._begin_section(heading, "decision", printed if titled else self.part, self.part)
        self.expected = 1
        self._look_ahead(index)
        self.preamble = self.deciding = False
        self.recitals = 0
        self.untitled = not printed and not self.directed
        if tells:
            self._unnumbered(Line("text", Span(tells, line.span.end), Span(tells, line.span.start + len(line.span.of(self.text).rstrip())), "", line.indent))

    def _on_title_line(self, line: Line) -> None:
        """Join the lines between a decision's symbol and its body line to its title."""
        level, section = self.stack.pop()
        words = plain(self.text, line)
        name = words if section.title == section.number else f"{section.title} {words}"
        end = line.body.end if line.body.start > section.heading.end else section.heading.end
        changed = replace(section, title=name[:_LONGEST_TITLE], heading=Span(section.heading.start, end))
        self.stack.append((level, changed))
        self.made.sections[-1] = changed
        extend_heading(self.made, end, number=f"heading {changed.title}")

    def _on_body_line(self, line: Line, index: int) -> None:
        """Read "The Conference of the Parties,": what follows is its preamble, then its decisions, whose numbers may begin anew."""
        self._close()
        self._close_header()
        ahead = self.lines[index + 1 : index + 1 + _LONGEST_PREAMBLE]
        if self.expected > 1 and next((other.label for other in ahead if other.kind == "number"), "") == "1":
            self.expected = 1
        self.preamble, self.untitled, self.deciding = True, False, True
        number = f"{self.part} chapeau".strip()
        self.open = self._begin(line, "chapeau", number, f"{slug(self.part)}/chapeau" if self.part else "chapeau")
        self._close()

    def _on_recital(self, line: Line) -> None:
        self._close()
        self.recitals += 1
        number = f"{self.part} PP{self.recitals}".strip()
        self.open = self._begin(line, "preamble", number, f"{slug(self.part) + '/' if self.part else ''}pp/{self.recitals}")

    def _on_contents(self, line: Line, index: int) -> None:
        if self.header and not self.made.sections:
            self._in_header(line)
        else:
            self._on_text(line, index)

    _on_table = _on_contents

    def _on_row(self, line: Line, _index: int) -> None:
        """Read a row of a table that tells what was decided: it stands for itself."""
        self._unnumbered(line)

    # -- passages --------------------------------------------------------------------------

    def _on_number(self, line: Line, index: int) -> None:
        number = int(line.label)
        first = self._first_of_excerpt(line, index)
        if first:
            self._begin_section(line, "text", plain(self.text, line))
            self.expected = first
            return
        if self._resumes_record(number, line):
            self._leave_decision(index)
        if self._tells_in_block(line):
            self.expected += number == self.expected
            self._told_item(line)
            return
        is_date = self.open is not None and self.open.kind == "adoption" and not is_operative(line.body.of(self.text))
        anew = number < self.expected and self.deciding and decides(line.body.of(self.text))
        if is_date or not (anew or self._is_paragraph(number, line, index)):
            following = self._next(index)
            counted = following and following.kind == "number" and int(following.label) == self.expected
            if counted and self.made.sections and looks_like_heading(self.text, line):
                self._begin_section(line, "text", plain(self.text, line))
            elif self.header and not self.made.sections:
                self._in_header(line)
            else:
                self._point(line)
            return
        self._close()
        self._close_header()
        if number != self.expected and not anew:
            at = self.text.count("\n", 0, line.span.start) + 1
            message = f"line {at}: expected paragraph {self.expected}, found paragraph {number}. "
            message += "Check the source for a page break or a missing paragraph."
            self.made.doubts.append(Doubt(message, str(number), at))
        self.expected = number + 1
        self.preamble = self.untitled = False
        section = self.stack[-1][1] if self.stack else None
        people = section is not None and "participants" in fold(section.title)
        printed = f"{self.part} {number}".strip()
        folder = f"{slug(self.part)}/" if self.part else ""
        kind = "participant" if people else "paragraph"
        if self._is_chapeau(line.body.of(self.text), section, index):
            self._begin_unheaded_block(line)
        self.open = self._begin(line, kind, printed, f"{folder}paragraph/{number}")

    def _on_letter(self, line: Line, _index: int) -> None:
        section = self.stack[-1][1] if self.stack else None
        if section is None or not section.kind.endswith("-actions"):
            lettered = self.deciding and self.expected == 1 and decides(line.body.of(self.text))
            if lettered and (self.open is None or self.open.kind == "unnumbered"):
                self._unnumbered(line)
            elif self._heads_next(line, _index):
                self._begin_section(line, "text", plain(self.text, line))
            elif self.open:
                self._point(line)
            else:
                self._on_text(line, _index)
            return
        if self._is_nested(line):
            self._nested_item(line)
            return
        self._close()
        folder = f"action/{workstream_slug(section.title)}/{line.label}"
        number = f"{section.title} {line.label}"
        self.open = self._begin(line, "action", number, folder, item=line.label)

    def _on_bullet(self, line: Line, _index: int) -> None:
        if self.header and not self.made.sections:
            self._in_header(line)
        elif self._tells_in_block(line):
            self._told_item(line)
        elif self._is_operative_bullet(line) or self._is_noted(line):
            self._unnumbered(line)
        elif self.open:
            self._point(line)
        else:
            self._unnumbered(line)

    def _is_operative_bullet(self, line: Line) -> bool:
        """Tell an operative paragraph whose number a format has lost: "- Requests the Secretariat to …", "- To request the Panel to …"."""
        words = line.body.of(self.text)
        deciding = self.preamble or self.deciding or self.open is None or self.open.kind == "preamble"
        return deciding and not self.expected > 1 and bool(self.part or self.preamble) and (is_infinitive(words[:1].upper() + words[1:]) or is_operative(words))

    def _on_text(self, line: Line, index: int) -> None:
        words = line.body.of(self.text)
        if self._opens_proceedings(line, index):
            return
        if is_body_line(words) or (names_a_body(words) and has_lost_its_comma(self.text, self.lines, index)) or self._heads_letters(words, index):
            self._on_body_line(line, index)
        elif self.untitled and self.open is None and self.made.passages[-1].kind == "heading" and is_of_title(words):
            self._on_title_line(line)
        elif self.header and not self.made.sections and self._belongs_to_header(line) and not self._is_chapeau(words, None, index):
            self._in_header(line)
        elif (self.preamble or self.deciding or self._opens_decision()) and is_recital(words) and not self._is_broken_off():
            self._on_recital(line)
        elif (self.preamble or self.deciding) and is_lone_roman(words) and opens_section(self.text, self.lines, index):
            self._on_section_of_decision(line, index)
        elif is_adoption(words):
            self._close()
            number = f"{self.part} adoption".strip()
            self.open = self._begin(line, "adoption", number, f"{slug(self.part) + '/' if self.part else ''}adoption")
        else:
            self._on_prose(line, index, words)

    def _heads_letters(self, words: str, index: int) -> bool:
        """Tell "The Committee on Ponds:" above "(a) Adopts the agenda; (b) Takes note of …": each is a decision."""
        name, colon, _ = words.rpartition(":")
        following = self._next(index) if colon and is_body_line(f"{name},") else None
        return following is not None and following.kind == "letter" and following.label == "a" and decides(following.body.of(self.text))

    def _on_section_of_decision(self, line: Line, index: int) -> None:
        """Read "II", alone on its line in a decision, with the title below it; the numbers of a section may begin anew."""
        following = self._next(index)
        words = following.body.of(self.text) if following and following.kind == "text" else ""
        titled = following if words and not (decides(words) or is_recital(words)) else None
        self._begin_section(line, "roman", plain(self.text, titled or line), plain(self.text, line).rstrip("."))
        if titled:
            self.consumed.add(titled.span.start)
            extend_heading(self.made, titled.body.end)

    def _opens_decision(self) -> bool:
        """Tell whether a decision has begun of which nothing but its title was read, or recitals of it."""
        return bool(self.part) and self.made.passages[-1].kind in {"heading", "preamble"} and bool(self.stack) and self.stack[-1][1].kind == "decision"

    def _on_prose(self, line: Line, index: int, words: str) -> None:
        section = self.stack[-1][1] if self.stack else None
        row = self._task_of_row(line) if section and section.kind == "adopted-actions" and "|" in words else None
        with_label = self._with_label(line) if section else None
        if with_label:
            self._told_item(with_label)
        elif row and (self.open is None or self.open.kind == "action" or self._heads_table()):
            self._told_item(row)
        elif section and section.kind.endswith("-actions") and self.open is None and words.rstrip("*_ ").endswith(":"):
            self.open = self._begin(line, "chapeau", f"{section.title} chapeau", f"{section.id}/chapeau")
        elif section and section.kind.endswith("-actions") and self._is_item_of_words(line, words):
            self._told_item(line)
        elif self._is_chapeau(words, section, index):
            block = self._begin_unheaded_block(line)
            self.open = self._begin(line, "chapeau", f"{block.title} chapeau".strip(), f"{block.id}/chapeau")
        elif self._annotates_heading(words):
            extend_heading(self.made, line.body.end)
        elif self.open and self._reads_on(line, words):
            (self.nested or self.open).end = line.body.end
            self.open.end = line.body.end
        elif self._is_heading(line, index):
            self._begin_section(line, "text", plain(self.text, line))
        else:
            self._unnumbered(line)

    def _is_chapeau(self, words: str, section: Section | None, index: int) -> bool:
        """Tell the line above what those who meet decided; a group may say anything elsewhere."""
        theirs = is_chapeau_of_officials(words) and (self.of_meeting or "fficials" in words)
        return theirs and self._is_decided_below(section, index)

    def _is_next_decision(self, words: str) -> bool:
        """Tell "Decision 3: The Board agreed …" right below "Decision 2: The Board approved …"."""
        return self.open is not None and self.open.kind == "unnumbered" and _NTH_DECISION.match(words) is not None

    def _begin_unheaded_block(self, line: Line) -> Section:
        """Begin a block of decisions that has no heading but the line above its items."""
        at = Span(line.span.start, line.span.start)
        block = self._begin_section(replace(line, span=at, body=at), "actions", self.stack[-1][1].title if self.stack else "", "decisions")
        self.listed.add(block.id)
        return block

    def _is_next_pointed(self, line: Line) -> bool:
        """Tell "2.2 The Meeting agreed …" right below "2.1 The Meeting took note …"."""
        if self.open is None or not _POINTED.match(self.text, line.body.start):
            return False
        said = self.text[self.open.start : self.open.end].strip()
        return bool(_AGENDA_ITEM.fullmatch(said) or (said.endswith(".") and _POINTED.match(said)))

    def _is_next_unbroken(self, line: Line) -> bool:
        """Tell the next paragraph of a text that has no blank lines below its headings, and does not break its paragraphs over lines."""
        above = self.open if self.unbroken else None
        return above is not None and above.kind == "unnumbered" and not above.points and is_unbroken(self.text, Span(above.body, above.end), line)

    def _reads_on(self, line: Line, words: str) -> bool:
        """Tell a line that goes on with the passage above it."""
        begins = self._is_next_pointed(line) or self._is_next_decision(words) or self._is_next_unbroken(line)
        begins = begins or (self.gap and is_labelled(self.text, line))
        begins = begins or (self.preamble and not self._is_broken_off() and (is_operative(words) or is_infinitive(words)))
        return not begins and (not self.gap or self._is_unfinished(words))

    def _is_broken_off(self) -> bool:
        """Tell whether the line right above breaks off in a sentence: "led by the United", and "Nations Environment Programme" below it."""
        return self.open is not None and not self.gap and self.text[self.open.body : self.open.end].rstrip()[-1:].isalnum()

    def _is_decided_below(self, section: Section | None, index: int) -> bool:
        """Tell whether a list of what was decided, told in the past, begins on the next line, outside of any other block."""
        following = self._next(index)
        outside = section is None or not section.kind.endswith("-actions") or section.id in self.listed
        return outside and following is not None and following.kind in {"bullet", "letter", "number"} and is_told(following.body.of(self.text))

    def _annotates_heading(self, words: str) -> bool:
        """Tell "(Agenda item 3)" right under a heading."""
        last = self.made.passages[-1] if self.made.passages else None
        return self.open is None and last is not None and last.kind == "heading" and words.startswith("(") and words.rstrip().endswith(")")

    def _belongs_to_header(self, line: Line) -> bool:
        if line.span.start < self.title_page:
            return True
        words = line.body.of(self.text).rstrip()
        short = (len(words) < _SHORTEST_PARAGRAPH or may_be_title(words)) and not words.endswith((".", "!", "?", ":"))
        return (self.numbered and not (self.told_first or (tells_above(words) and _TELLS_WHO.search(words)))) or (short and not self.made.passages)

    def _is_heading(self, line: Line, index: int) -> bool:
        if not (self.gap and looks_like_heading(self.text, line)):
            return False
        following = self._next(index)
        alone = index + 1 >= len(self.lines) or self.lines[index + 1].kind in {"blank", "number", "actions", "roman"}
        if following is None or not alone:
            return False
        if self.numbered and not (self.told_first and self.expected == 1):
            return following.kind in {"number", "actions", "roman", "capital"} or looks_like_heading(self.text, following)
        return not line.span.of(self.text).startswith((" ", "\t"))

