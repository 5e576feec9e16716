"""Structure: sections, numbered paragraphs, action items, annexes; nothing is lost, nothing is invented."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.model import Source
from kg.parse import parse
from kg.parse.families import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.model import Document, Passage
    from kg.pipeline import Reading

    Parsed = Callable[..., Document]


def document_of(text: str) -> Document:
    return parse(Source("example", "example.md", text, "0"))


def printed(document: Document, *kinds: str) -> list[tuple[str, str]]:
    """Return number and words of the passages of some kinds."""
    return [(p.number, " ".join(document.quote(p.body).split())) for p in document.passages if p.kind in kinds]


def paragraphs(text: str) -> list[tuple[str, str]]:
    return printed(document_of(text), "paragraph")


# -- numbered paragraphs -------------------------------------------------------------------------

PARAGRAPHS = [
    # plain numbering
    ("1. It began.\n2. It ended.\n", [("1", "It began."), ("2", "It ended.")]),
    # numbers of plain text: a parenthesis, a tab, an indent
    ("1)\tIt began.\n\n  2)\tIt ended.\n", [("1", "It began."), ("2", "It ended.")]),
    # a stray list mark before the number, as converters leave it
    (" - 1. It began.\n - 2. It ended.\n", [("1", "It began."), ("2", "It ended.")]),
    # a page break inside a sentence
    ("1. Messages were ready to\n\nbe sent.\n2. It ended.\n", [("1", "Messages were ready to be sent."), ("2", "It ended.")]),
    # a line break inside a sentence, and a number at the beginning of the next line
    ("1. It met in\n2019 and agreed.\n2. It ended.\n", [("1", "It met in 2019 and agreed."), ("2", "It ended.")]),
    # Windows line ends
    ("1. It began.\r\n\r\n2. It ended.\r\n", [("1", "It began."), ("2", "It ended.")]),
    # a number inside the text begins nothing
    ("1. It met on 3. May and 4. June.\n2. It ended.\n", [("1", "It met on 3. May and 4. June."), ("2", "It ended.")]),
    # a numbered list inside a paragraph stays in it, and the numbering goes on after it
    (
        "1. Themes:\n 1. Water\n 2. Air\n2. It ended.\n3. Done.\n",
        [("1", "Themes: 1. Water 2. Air"), ("2", "It ended."), ("3", "Done.")],
    ),
    # bullets belong to their paragraph, a page break between them or not
    ("1. Themes:\n- Water\n\n - Air\n2. It ended.\n", [("1", "Themes: - Water - Air"), ("2", "It ended.")]),
    # numbering restarts in an annex: the part comes first
    (
        "1. One.\n2. Two.\n\nAnnex I. Terms of reference\n\n1. First.\n2. Second.\n\nAnnex II\n\n1. Third.\n",
        [("1", "One."), ("2", "Two."), ("Annex I 1", "First."), ("Annex I 2", "Second."), ("Annex II 1", "Third.")],
    ),
    # and in each decision of a collection
    (
        "Decision 5/CP.99\n\nOn water\n\nThe Conference of the Parties,\n\n1. Decides so;\n2. Requests that.\n\nDecision 6/CP.99\n\nOn air\n\n1. Notes this.\n2. Notes that.\n",
        [("5/CP.99 1", "Decides so;"), ("5/CP.99 2", "Requests that."), ("6/CP.99 1", "Notes this."), ("6/CP.99 2", "Notes that.")],
    ),
    # the annex of a decision
    (
        "Decision 5/CP.99\n\nOn water\n\n1. Decides so.\n2. Adopts the annex.\n\nAnnex\n\n1. Rule one.\n2. Rule two.\n",
        [("5/CP.99 1", "Decides so."), ("5/CP.99 2", "Adopts the annex."), ("5/CP.99 annex 1", "Rule one."), ("5/CP.99 annex 2", "Rule two.")],
    ),
    # a format has lost the blank after the number
    ("(1)The board met.\n(2)It ended.\n", [("1", "The board met."), ("2", "It ended.")]),
    ("1.Requests a report;\n2.Decides to meet.\n", [("1", "Requests a report;"), ("2", "Decides to meet.")]),
    # but what follows a point without a blank may be the rest of a number, or of a symbol
    ("1. It grew by\n2.5 per cent.\n2. It ended.\n", [("1", "It grew by 2.5 per cent."), ("2", "It ended.")]),
    # the number stands on a line of its own
    (
        "1.\nThe board of the fund met in the city of Bern.\n2.\nIt then ended, with thanks to all who had come.\n",
        [("1", "The board of the fund met in the city of Bern."), ("2", "It then ended, with thanks to all who had come.")],
    ),
    # a resolution with a point in its symbol, recitals in capitals
    (
        "Resolution XIX.7\n\nOn ponds\n\n1. RECALLING earlier work; and\n\n2. REQUESTS the Secretariat to report.\n\nResolution XIX.8\n\nOn reeds\n\n1. THANKS all.\n",
        [("Resolution XIX.7 1", "RECALLING earlier work; and"), ("Resolution XIX.7 2", "REQUESTS the Secretariat to report."), ("Resolution XIX.8 1", "THANKS all.")],
    ),
    # of a decision only some paragraphs are printed
    ("XIX/6. Ponds\n\nThe Conference of the Parties,\n\n2. Welcomes ponds;\n\n17. Invites Chad to dig.\n", [("2", "Welcomes ponds;"), ("17", "Invites Chad to dig.")]),
    # an excerpt begins in the middle
    ("On ponds\n\n32. One was dug.\n\n33. It was deep.\n", [("32", "One was dug."), ("33", "It was deep.")]),
    ("On ponds\n\n66. Requests Chad to dig.\n", [("66", "Requests Chad to dig.")]),
    ("On ponds\n\n66. Street of Water\n", []),
    # a dash between symbol and title
    ("Decision 19/3 - Ponds\n\n1. Notes so.\n\nDecision 19/4 – Reeds\n\n1. Notes that.\n", [("19/3 1", "Notes so."), ("19/4 1", "Notes that.")]),
    # a sentence that begins with the word Annex begins no annex
    ("1. It noted\nAnnex I to the Convention, and agreed.\n2. It ended.\n", [("1", "It noted Annex I to the Convention, and agreed."), ("2", "It ended.")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS, ids=[row[0][:24] for row in PARAGRAPHS])
def test_numbered_paragraphs(text: str, expected: list[tuple[str, str]]) -> None:
    assert paragraphs(text) == expected


def test_a_word_on_a_line_of_its_own_hides_no_paragraph() -> None:
    """A heading "Contents" in the middle of a document is no list of contents."""
    assert [number for number, _ in paragraphs("1. One.\n\n2. Two.\n\nContents\n\n3. Three.\n4. Four.\n")] == ["1", "2", "3", "4"]


BROKEN = [
    # a paragraph is missing
    ("1. One.\n2. Two.\n4. Four.\n5. Five.\n", ["1", "2", "4", "5"], [("4", 3, "expected paragraph 3, found paragraph 4")]),
    # two are missing, in different places; lines are counted from one
    ("Head\n\n1. One.\n3. Three.\n6. Six.\n", ["1", "3", "6"], [("3", 4, "expected paragraph 2, found"), ("6", 5, "expected paragraph 4, found")]),
    # a number is printed twice
    ("1. One.\n2. Two.\n2. Too.\n3. Three.\n", ["1", "2", "2", "3"], [("2", 3, "expected paragraph 3, found paragraph 2")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "numbers", "doubts"), BROKEN, ids=["missing", "two missing", "twice"])
def test_broken_numbering_is_a_doubt_and_keeps_the_text(text: str, numbers: list[str], doubts: list[tuple[str, int, str]]) -> None:
    document = document_of(text)
    assert [number for number, _ in printed(document, "paragraph")] == numbers
    found = [doubt for doubt in document.doubts if doubt.line]
    assert [(d.passage, d.line) for d in found] == [(passage, line) for passage, line, _ in doubts]
    assert all(said in doubt.message and "Check the source" in doubt.message for (_, _, said), doubt in zip(doubts, found, strict=True))
    assert len({p.id for p in document.passages}) == len(document.passages)
    assert uncovered(document) == []


def test_a_clean_document_raises_no_doubt(report: Reading) -> None:
    assert report.document.doubts == ()
    assert document_of("Report of the Board on its third session\n\n1. One.\n2. Two.\n\nAnnex\n\n1. A.\n").doubts == ()


def test_a_document_of_no_known_structure_is_a_doubt() -> None:
    document = document_of("1. One.\n2. Two.\n")
    assert document.family == "plain"
    assert [d.message for d in document.doubts if "No structure that is known" in d.message]


# -- headings and sections -----------------------------------------------------------------------

HEADINGS = [
    # roman numbers, with the marks that converters leave
    (" - I. Opening***\n1. One.\n**II. *Closure***\n2. Two.\n", [("I", "Opening"), ("II", "Closure")]),
    # Markdown headings
    ("# Report\n\n## Opening\n\n1. One.\n2. Two.\n", [("", "Report"), ("", "Opening")]),
    # plain text: a short line with a capital, alone, before a paragraph
    ("1. One.\n\nOther business\n\n2. Two.\n", [("", "Other business")]),
    # a sentence alone on a line is no heading
    ("1. One.\n\nThis was said.\n\n2. Two.\n", []),
    # a Roman number that begins a sentence is no heading
    ("1. One.\n2. Two.\nV. Poe spoke.\n", []),
    # letters with tabs, as in reports of subsidiary bodies
    ("I.\tOpening\n1.\tOne.\nA.\tAdoption of the agenda\n2.\tTwo.\n", [("I", "Opening"), ("A", "Adoption of the agenda")]),
    # an annex may have its title on the next line
    ("1. One.\n2. Two.\n\nAnnex II\n\nList of documents\n\n1. A.\n", [("Annex II", "List of documents")]),
    # without a title it is called by its number
    ("1. One.\n2. Two.\n\nAppendix\n\n1. A.\n", [("Appendix", "Appendix")]),
    # a list of contents makes no sections
    ("Contents\n\nI.\tOpening\t3\nII.\tClosure\t5\n\nI. Opening\n\n1. One.\n\nII. Closure\n\n2. Two.\n", [("I", "Opening"), ("II", "Closure")]),
    # dots before the page number make a line of contents too
    ("Contents\n\nOpening ........ 3\nClosure ........ 5\n\nI. Opening\n\n1. One.\n2. Two.\n", [("I", "Opening")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HEADINGS, ids=[row[0][:24] for row in HEADINGS])
def test_headings(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(s.number, s.title) for s in document_of(text).sections] == expected


def test_sections_hang_together() -> None:
    document = document_of("# Report\n\nI. Work\n\n1. One.\n\nIMG on Water\n\n2. Two.\n\nAnnex\n\n1. A.\n2. B.\n")
    titles = {s.id: s.title for s in document.sections}
    parents = {s.title: titles.get(s.parent, "") for s in document.sections}
    assert parents["IMG on Water"] == "Work"
    assert parents["Annex"] == ""
    assert {p.number: titles[p.section] for p in document.passages if p.kind == "paragraph"} == {
        "1": "Work", "2": "IMG on Water", "Annex 1": "Annex", "Annex 2": "Annex",
    }  # fmt: skip


# -- action items --------------------------------------------------------------------------------

ITEMS = [
    # letters with a parenthesis, nested Roman numbers likewise
    ("- a) Take note of:\n - i) One\n - ii) Two\n- b) Agree.\n", ["a", "a.i", "a.ii", "b"]),
    # nested Roman numbers with a full stop
    ("- a) Commit to:\n - i. One\n - ii. Two\n - iii. Three\n- b) Agree.\n", ["a", "a.i", "a.ii", "a.iii", "b"]),
    # parentheses on both sides, indented by blanks
    ("(a) Take note of:\n  (i) One\n  (ii) Two\n(b) Agree.\n", ["a", "a.i", "a.ii", "b"]),
    # the letter i after h is a letter
    ("(g) Go\n(h) Go\n(i) Go\n(j) Go\n", ["g", "h", "i", "j"]),
    # the Roman number i below h is a Roman number
    ("(h) Go:\n    (i) One\n    (ii) Two\n(i) Stay\n", ["h", "h.i", "h.ii", "i"]),
    # an item broken by a page
    ("- a) Agree to\n\ngo on.\n- b) Agree.\n", ["a", "b"]),
]


@pytest.mark.parametrize(("items", "expected"), ITEMS, ids=[row[0][:24] for row in ITEMS])
def test_action_items(items: str, expected: list[str]) -> None:
    document = document_of(f"1. One.\n\n2. Two.\n\nSuggested Actions: IMG on Water\n\nThe Senior Officials:\n\n{items}\n3. Three.\n")
    actions = [p for p in document.passages if p.kind == "action"]
    assert [p.item for p in actions] == expected
    assert [p.number for p in actions] == [f"IMG on Water {item}" for item in expected]
    assert [p.id for p in actions] == [f"action/img-water/{item}" for item in expected]
    assert {p.parent.rpartition("/")[2] for p in actions if "." in p.item} == {i.partition(".")[0] for i in expected if "." in i}
    assert document.family == "inter-agency-report"
    assert [number for number, _ in printed(document, "paragraph")] == ["1", "2", "3"]


BLOCKS = [
    ("Suggested Actions: IMG on Water", "suggested-actions", "IMG on Water"),
    ("**Suggested actions:** IMG on Water", "suggested-actions", "IMG on Water"),
    ("Proposed actions – IMG on Water", "suggested-actions", "IMG on Water"),
    ("Agreed Actions: IMG on Water", "adopted-actions", "IMG on Water"),
    ("Adopted decisions: IMG on Water", "adopted-actions", "IMG on Water"),
    ("Approved action points: IMG on Water", "adopted-actions", "IMG on Water"),
    ("Recommended action", "suggested-actions", "Work"),  # without a title: that of the section
]


@pytest.mark.parametrize(("heading", "kind", "title"), BLOCKS)
def test_blocks_of_action_items(heading: str, kind: str, title: str) -> None:
    document = document_of(f"I. Work\n\n1. One.\n\n2. Two.\n\n{heading}\n\nThe Board:\n\n- a) Agree.\n- b) Go.\n")
    assert [(s.kind, s.title) for s in document.sections[1:]] == [(kind, title)]


NO_LETTERS = [
    # dashes, numbers, or neither, below the heading or the line above the items; an item broken over lines
    ("Suggested actions:\n- Members to take note of the ponds.\n- UNEP is invited to dig\nthem.\n", ["Members to take note of the ponds.", "UNEP is invited to dig them."]),
    ("Suggested actions:\n\nThe board is invited to:\n\n1. Take note of the ponds;\n\n2. Extend the group on rain.\n", ["Take note of the ponds;", "Extend the group on rain."]),
    ("Suggested actions:\nMembers to take note of the ponds.\nThe group is requested to dig.\n", ["Members to take note of the ponds.", "The group is requested to dig."]),
    ("Action points:\n- UNEP to dig.\n- Members are invited to help.\n", ["Members are invited to help."]),
    ("Key decisions\n1. Agreed to dig.\n2. UNEP to help.\n", ["Agreed to dig."]),
    # what is no item
    ("Suggested actions:\n\nUNEP spoke. Support came late.\n", []),
    ("Actions:\n- Ponds\n- Rain\n", []),
    ("Key decisions\n1. Red ponds.\n2. Deep ponds.\n", []),
]


@pytest.mark.parametrize(("block", "expected"), NO_LETTERS, ids=[row[0][:40] for row in NO_LETTERS])
def test_action_items_without_letters(block: str, expected: list[str]) -> None:
    text = f"I. Ponds\n\nUNEP spoke.\n\n{block}\nII. Rain\n\nFAO spoke.\n"
    assert printed(document_of(text), "action") == [], "nothing is decided where nobody meets"
    document = document_of(f"Meeting of the board\n\n{text}")
    assert [words for _, words in printed(document, "action")] == expected
    assert [section.title for section in document.sections if section.number] == ["Ponds", "Rain"]


@pytest.mark.parametrize("heading", ["Suggested actions:\n\n- a) Agree.", "Agreed actions:\n\n- The Board agreed to dig."])
def test_a_list_in_a_paragraph_below_the_items_is_its_own(heading: str) -> None:
    document = document_of(f"Meeting of the board\n\n1. One.\n\n{heading}\n\n2. UNEP made two proposals:\n- Data for all.\n- Clean air.\n")
    assert len(printed(document, "action")) == 1
    assert printed(document, "paragraph")[1] == ("2", "UNEP made two proposals: - Data for all. - Clean air.")


def test_items_below_a_numbered_heading_of_actions() -> None:
    document = document_of("A. Ponds\n\n1. One.\n\nB. Agreed actions\n\n2. The Board:\n\n(a) Agreed to dig;\n\n(b) Invited UNEP to help.\n\n3. It ended.\n\nC. Other actions\n\n4. It asked to:\n\n(a) Go.\n")
    assert printed(document, "action") == [("Agreed actions a", "Agreed to dig;"), ("Agreed actions b", "Invited UNEP to help.")]
    assert [number for number, _ in printed(document, "paragraph")] == ["1", "2", "3", "4"]


def test_letters_outside_a_block_are_points_of_their_paragraph() -> None:
    document = document_of("1. The Chair asked to:\n(a) Go;\n(b) Stay.\n2. It ended.\n")
    first = next(p for p in document.passages if p.number == "1")
    assert [(point.label, document.quote(point.span).strip()) for point in first.points] == [("a", "Go;"), ("b", "Stay.")]
    assert document.quote(first.lead_in).startswith("The Chair asked to:")
    assert "Go" not in document.quote(first.lead_in)
    assert not [p for p in document.passages if p.kind == "action"]


# -- other documents -----------------------------------------------------------------------------


def test_headings_with_numbers_above_paragraphs_of_their_own() -> None:
    text = "Report of the ninth meeting of the Pond Board\n\n1. Opening\n\n1. The meeting was opened.\n\n2. The agenda was adopted.\n\n2. Welcome to ponds\n\n2.1 Deep ponds\n\n3. FAO spoke.\n\n2.2 Wide ponds\n\n4. UNEP spoke.\n\n3. End\n\n5. It ended.\n"
    document = document_of(text)
    assert [section.title for section in document.sections] == ["Opening", "Welcome to ponds", "Deep ponds", "Wide ponds", "End"]
    assert [number for number, _ in printed(document, "paragraph")] == ["1", "2", "3", "4", "5"]


def test_items_of_an_agenda_are_headings() -> None:
    text = "Item 1. Opening\nThe meeting was opened.\n\nItem 2. Ponds\nFAO spoke.\n\nItem 4: Rain\n\nUNEP spoke.\n"
    assert [section.title for section in document_of(text).sections] == ["Item 1. Opening", "Item 2. Ponds", "Item 4: Rain"]
    assert [words for _, words in printed(document_of(text), "unnumbered")] == ["The meeting was opened.", "FAO spoke.", "UNEP spoke."]
    assert document_of("Item 1. Opening\nItem 2. Ponds\nItem 3. Rain\n").sections == ()


def test_a_list_with_numbers_makes_no_headings() -> None:
    text = "Agenda of the ninth meeting\n\n1. Opening\n\n2. Ponds\n\n3. Rivers\n\n4. End\n"
    assert [section.title for section in document_of(text).sections] == []


def test_front_matter() -> None:
    one, other = "The board met on 3 February 2021 in a room by the sea, and it was cold.", "UNEP spoke."
    document = document_of(f'---\ntitle: "A board\n  met"\ndate: 2021-02-03\n---\n\n{one}\n\n{other}\n')
    assert document.family == "news"
    assert document.title == "A board met"
    assert printed(document, "unnumbered") == [("¶1", one), ("¶2", other)]
    assert printed(document, "header")[0][1].startswith("--- title:")


def test_front_matter_that_is_never_closed_is_text() -> None:
    document = document_of("---\ntitle: x\n\nThe board met in spring to speak of water and of air and agreed.\n")
    assert "agreed" in " ".join(words for _, words in printed(document, "header", "unnumbered"))


def test_an_unnumbered_document_counts_its_own_paragraphs() -> None:
    long = "A sentence that is long enough to be a paragraph of prose and no heading of anything."
    document = document_of(f"# Water\n\n{long}\n\n{long}\n\n- Agree to go\n- Decide to stay\n")
    assert [number for number, _ in printed(document, "unnumbered")] == ["¶1", "¶2"]
    assert document.family == "thematic"


@pytest.mark.parametrize("text", ["UNEP spoke.\n\nFAO listened.\n", "---\ntitle: News\n---\n\nUNEP spoke.\n\nFAO listened.\n"])
def test_a_short_sentence_of_an_unnumbered_document_is_a_paragraph(text: str) -> None:
    """A header is what stands before the first numbered paragraph; here there is none."""
    assert printed(document_of(text), "unnumbered") == [("¶1", "UNEP spoke."), ("¶2", "FAO listened.")]


FAMILY = [
    ("1. One.\n2. Two.\n\nSuggested Actions: Water\n\nThe Board:\n\n- a) Go.\n", "inter-agency-report"),
    ("Decision 5/CP.99\n\nOn water\n\n1. Decides so.\n", "decisions"),
    ("On water\n\nThe Conference of the Parties,\n\n1. Decides so;\n2. Requests that.\n", "decisions"),
    # a body line without its comma, and no body line at all
    ("On water\n\nThe Conference of the Parties\n1.Decides so;\n2.Requests that.\n", "decisions"),
    ("On water\n\n1. Requests the secretariat to report;\n\n2. Also requests it to meet.\n", "decisions"),
    ("The Plenary\n\n1. It is a room.\n\n2. It is large.\n", "plain"),
    ("# Report of the Board on its third session\n\n1. One.\n2. Two.\n", "meeting-report"),
    # an excerpt of a report that has lost its title
    ("I. Opening of the session (agenda item 1)\n\n1. One.\n2. Two.\n\nII. Election of officers (agenda item 2)\n\n3. Three.\n4. Four.\n", "meeting-report"),
    ("MINUTES OF THE THIRD MEETING OF THE BOARD\n\n1. One.\n2. Two.\n", "meeting-report"),
    ("THE POND CONVENTION\n66th Meeting of the Standing Committee\nSC66 Report\n\nAgenda item 1: Opening remarks\n1. UNEP spoke of ponds.\n\nAgenda item 2: Ponds\n2. FAO spoke of ponds.\n3. UNEP spoke again.\n\nAgenda item 3: Closing\n4. The meeting closed.\n", "meeting-report"),
    # a line that names the meeting and one that says what is printed, in any order, or one that does both
    ("43rd Pond Meeting\nBern, 3 May 2031\n\nReport\n\n1. Opening\n\nThe meeting was chaired by UNEP.\n\n2. Ponds\n\nUNEP spoke.\n\n3. Rain\n\nFAO spoke.\n", "meeting-report"),
    ("POND FUND\nJOINT SUMMARY OF THE CHAIRS\n74th Pond Council Meeting\n\n1. The meeting was opened by Ms. Ana Water.\n\n2. The Council met.\n", "meeting-report"),
    ("DECISIONS OF THE FIFTY-SECOND MEETING OF THE POND BOARD\n\nAgenda item 1: Opening\n\nMs. Ana Water opened the meeting.\n", "meeting-report"),
    ("UN-Ponds\nSummary note of the 9th Principals' meeting\n\nOpening\n\nThe meeting was chaired by UNEP.\n", "meeting-report"),
    ("Task Team on Rain\n\nNotes of the meeting of 3 May 2031\n\nParticipants: FAO, UNEP\n\nIt rained for hours.\n", "meeting-report"),
    ("POND COMMISSION\n\nCHAIR'S REPORT OF THE 71st ANNUAL MEETING\n\nThe Chair welcomed delegates.\n", "meeting-report"),
    # what is written for a meeting, or tells the press of it, and a gathering of experts
    ("Ninth meeting of the Pond Board\nNote by the secretariat\n\nSummary\n\nThe eighth meeting was chaired by UNEP.\n", "plain"),
    ("Ninth meeting of the Pond Board\nItem 4 of the provisional agenda\n\nReport\n\nThe eighth meeting was chaired by UNEP.\n", "plain"),
    ("PRESS RELEASE\n\nNinth meeting of the Pond Board\n\nSummary\n\nThe meeting was chaired by UNEP.\n", "plain"),
    ("Ninth workshop on ponds, a meeting of friends\n\nSummary report\n\nThe meeting was chaired by UNEP.\n", "plain"),
    ("Ponds of the world\n\nSummary\n\nThe ninth meeting of the Pond Board was a success. The meeting was chaired by UNEP.\n", "plain"),
    # a heading of actions below which there are none
    ("1. Ponds\n\nThey dry up.\n\n2. Suggested actions\n\nPonds should be dug.\n\n3. Rain\n\nIt is wet.\n", "thematic"),
    ("---\ntitle: News\n---\n\nThe board met.\n", "news"),
    # front matter alone makes no news of what says that it is the record of a meeting …
    ("---\npurpose: news\ntitle: Report of the 9th Session of the Pond Group, 3-5 May 2031\n---\n\n## Summary\n\nIt rained.\n\n## Decisions and recommendations\n\nThe Group agreed to dig.\n", "meeting-report"),
    ("---\ntitle: Pond Board Meeting 2031 June\n---\n\n1.\t**Welcome**\n    1. Ana Water joined.\n\n2.\t**Approval of agenda**\n    1. It rained.\n\n3.\t**Any other business**\n    1. None.\n", "meeting-report"),
    ("---\ntitle: 'Pond Team - meeting notes'\n---\n\n# Attendees\n\nAna Water, Ben Stone\n\nIt rained.\n", "meeting-report"),
    ("3 May 2031\n\n### Attendees\nAna Water, Ben Stone\n\n# Agenda\n* Ponds\n\n# Meeting Notes\n## Ponds\nIt rained.\n", "meeting-report"),
    # … but what only tells of one is news
    ("---\ntitle: Report of the 9th Session of the Pond Group is now online\n---\n\n## Decisions\n\nThe Group agreed to dig.\n", "news"),
    ("---\ntitle: Report of the 9th Session of the Pond Group\n---\n\nThe group met and wrote a report.\n", "news"),
    ("---\ntitle: Pond Board Meeting 2031 June\n---\n\n# Agenda\n\nThe board met and spoke of ponds.\n", "news"),
    ('---\ntitle: "HIGHLIGHTS FROM THE POND TALKS, MONDAY"\n---\n\n# Opening\n\n1. The Pond Board agreed to dig.\n\n2. UNEP spoke.\n\n# Closing of the session\n\n3. One.\n\n4. Two.\n', "news"),
    ("Earth Negotiations Bulletin\nSummary of the ninth meeting of the Pond Board\n\nOpening\n\nThe meeting was opened by UNEP.\n", "news"),
    ("# Agenda\n\n* Ponds\n\n# Attendees\n\nAna Water\n\n# Actions\n\nIt rained.\n", "thematic"),
    # the title names a meeting and when it was, and who came stands below it …
    ("# Pond Team meeting, 3 May 2031\n\n## Participants\n\nAna Water, Ben Stone\n\n## Ponds\n\nIt rained.\n", "meeting-report"),
    ("= Pond Team 3rd May 2031 Teleconference\n\n== 1. Participants\n\n*Chair:* Ana Water\n\n== 2. Ponds\n\nIt rained.\n", "meeting-report"),
    ("= Meeting summary: Pond Team - 2031-05-03\n\n== Attendees\n\n* Ana Water\n\n== Ponds\n\nIt rained.\n", "meeting-report"),
    ("Rain Coordination Committee call\n03/05/2031\n\nPresent: Ana Water, Ben Stone\n\nIt rained.\n", "meeting-report"),
    ("---\ntitle: Pond Board Meeting 2031 June\nminutesOf: board\n---\n\n# Agenda\n\nThe board spoke of ponds.\n", "meeting-report"),
    # … but of experts who only meet each other, of what is to come, or of something else
    ("# Pond workshop, a meeting of 3 May 2031\n\n## Participants\n\nAna Water, Ben Stone\n\n## Ponds\n\nIt rained.\n", "thematic"),
    ("# Pond Team meeting, 3 May 2031\n\nProvisional agenda\n\n## Participants\n\nAna Water, Ben Stone\n\n## Ponds\n\nIt rained.\n", "thematic"),
    ("# Pond Team meeting, 3 May 2031\n\n## Participants\n\nMore than 90 ministers attended it.\n\n## Ponds\n\nIt rained.\n", "thematic"),
    ("# Pond Council meeting, 3 May 2031: what to expect\n\n## Participants\n\nAna Water, Ben Stone\n\n## Ponds\n\nIt rained.\n", "thematic"),
    ("# Plenary meeting, 3 May 2031\n\nChair: Ana Water\n\n## Ponds\n\nIt rained.\n", "thematic"),
    ("# Pond Team meeting\n\n## Participants\n\nAna Water, Ben Stone\n\n## Ponds\n\nIt rained.\n", "thematic"),
    ("# Ponds in May 2031\n\n## Participants\n\nAna Water, Ben Stone\n\n## Ponds\n\nIt rained.\n", "thematic"),
    ("# Water\n\nIt is wet.\n", "thematic"),
    ("it is wet.\n", "plain"),
]


@pytest.mark.parametrize(("text", "family"), FAMILY, ids=[f"{family} {text[:12]}" for text, family in FAMILY])
def test_the_family_is_seen_and_the_reason_given(text: str, family: str) -> None:
    document = document_of(text)
    assert document.family == family
    assert document.reason


def test_a_family_that_is_named_is_believed(parsed: Parsed) -> None:
    assert parsed("1. One.\n2. Two.\n", "decisions").family == "decisions"
    assert parsed("1. One.\n2. Two.\n", "decisions").reason == "as asked"


def test_families_have_names_of_their_own() -> None:
    assert len({family.name for family in FAMILIES}) == len(FAMILIES) >= 7


def test_links_and_table_cells_are_kept() -> None:
    document = document_of("| Body | EMGSOM.99 |\n|---|---|\n| Place | Online |\n\n1. See [the agenda](https://x/a) and [it](#b).\n2. Two.\n")
    assert [document.quote(cell) for cell in document.cells] == ["Body", "EMGSOM.99", "Place", "Online"]
    assert [(document.quote(span), target) for span, target in document.links] == [("[the agenda](https://x/a)", "https://x/a"), ("[it](#b)", "#b")]


# -- the shipped report --------------------------------------------------------------------------


def test_the_structure_of_the_shipped_report(report: Reading) -> None:
    document = report.document
    count = {kind: sum(p.kind == kind for p in document.passages) for kind in ("paragraph", "participant", "header")}
    assert count == {"paragraph": 28, "participant": 121, "header": 1}
    assert [s.number for s in document.sections if re.fullmatch("[IVX]+", s.number)] == ["I", "II", "III", "IV", "V", "VI", "VII"]
    assert sum(s.kind == "suggested-actions" for s in document.sections) == 10
    actions = [p for p in document.passages if p.kind == "action"]
    assert sum(not p.parent for p in actions) == 23
    assert sum(bool(p.parent) for p in actions) == 7
    assert [p.number for p in document.passages if p.kind == "paragraph"] == [str(n) for n in range(1, 29)]
    assert document.family == "inter-agency-report"
    assert document.title == "Report of the Technical Segment"


def test_the_participants_of_the_shipped_report(report: Reading) -> None:
    people = [p for p in report.document.passages if p.kind == "participant"]
    words = [report.document.quote(p.body) for p in people]
    matches = [re.fullmatch(r"(.+) \((.+)\)", line) for line in words]
    assert all(matches)
    assert len({m[2] for m in matches if m}) == 49
    assert [p.number for p in people] == [f"Annex I {n}" for n in range(1, 122)]


def test_the_action_items_of_the_shipped_report(report: Reading, expected: Callable[[str], list[dict[str, str]]]) -> None:
    items = [(p.number, p.item) for p in report.document.passages if p.kind == "action"]
    assert items == [(row["paragraph"], row["item"]) for row in expected("decisions") if row["item"]]


def test_every_paragraph_of_the_expected_answers_is_there(report: Reading, expected: Callable[[str], list[dict[str, str]]]) -> None:
    numbers = {p.number for p in report.document.passages}
    named = {row["paragraph"] for table in ("roles", "proposals", "deliverables", "workstream-lifecycle") for row in expected(table)}
    assert named <= numbers


def test_the_broken_sentences_of_the_shipped_report_are_whole(report: Reading) -> None:
    """Paragraph 8 and the list of 22 are cut by page breaks."""
    by_number = {p.number: report.document.quote(p.body) for p in report.document.passages}
    assert by_number["8"].endswith("on which UN entities are working.")
    assert "Environmental aspects of minerals and metals" in by_number["22"]
    assert [len(p.points) for p in report.document.passages if p.number in {"5", "14", "22", "23", "25"}] == [3, 3, 3, 4, 3]


# -- properties ----------------------------------------------------------------------------------


def uncovered(document: Document) -> list[str]:
    """Return the words of a text that stand in no passage and no heading."""
    text = document.source.text
    inside = bytearray(len(text))
    for span in [p.span for p in document.passages] + [s.heading for s in document.sections]:
        inside[span.start : span.end] = b"\x01" * (span.end - span.start)
    return [m[0] for m in re.finditer(r"\w{2,}", text) if not all(inside[m.start() : m.end()])]


def assert_well_formed(document: Document) -> None:
    """Spans lie in the text, siblings are in order and apart, children lie inside their parents."""
    length = len(document.source.text)
    by_id = {p.id: p for p in document.passages}
    assert len(by_id) == len(document.passages)
    outer: list[Passage] = []
    for passage in document.passages:
        assert passage.span.end <= length
        assert passage.span.covers(passage.body)
        assert all(passage.span.covers(point.span) for point in passage.points)
        assert not passage.section or document.section(passage.section)
        if passage.parent:
            assert by_id[passage.parent].span.covers(passage.span)
        else:
            outer.append(passage)
    assert all(one.span.end <= other.span.start for one, other in pairwise(outer))
    siblings: dict[str, list[Passage]] = {}
    for passage in document.passages:
        siblings.setdefault(passage.parent, []).append(passage)
    for group in siblings.values():
        assert all(one.span.end <= other.span.start for one, other in pairwise(group))
    sections = {s.id for s in document.sections}
    assert len(sections) == len(document.sections)
    assert all(not s.parent or s.parent in sections for s in document.sections)
    assert all(s.heading.end <= length for s in document.sections)
    assert all(0 <= d.line <= document.source.text.count("\n") + 1 for d in document.doubts)


LINES = st.sampled_from(
    [
        "", "", "", "1. One thing.", "2. Two things.", "3. Three.", "4. Four.", "12. Twelve.", " - 1. Stray.", " - I. Opening***", "II. Closure",
        "A.\tAgenda", "- a) Agree to go", " - i) Sub item", " - ii. Second sub item", "(b) Decide", "- Bullet", "* Star", "Suggested Actions: IMG on Water",
        "Agreed actions", "The Senior Officials:", "Annex I. List of participants", "Annex", "Ada Roe (UNEP)", "Decision 5/CP.99",
        "The Conference of the Parties,", "Recalling Article 2,", "Contents", "Opening\t3", "| a | b |", "|---|---|", "---", "title: x", "# Hash", "**Bold**",
        "Short Heading", "a sentence goes on in lower case.", "A whole sentence that is long enough to be no heading at all, and ends.", "[draft]", "\ufeff", "\x0c",
    ]
)  # fmt: skip
MADE = st.lists(LINES, max_size=25).map("\n".join)


@given(st.text(max_size=200))
@example("\x00\n1. \x00\r\n")
@example("1." * 50)
@example("---\n---\n---")
@example("i) \n ii) ")
def test_any_text_is_parsed(text: str) -> None:
    assert_well_formed(document_of(text))


@given(MADE)
@example("A whole sentence that is long enough to be no heading at all, and ends.\n- Bullet")
@example("The Conference of the Parties,\nDecision 5/CP.99\nThe Conference of the Parties,")
def test_any_structure_is_parsed(text: str) -> None:
    assert_well_formed(document_of(text))


@given(MADE)
@example("1. One.\n2. Two.\n\nOther\n\nText after a heading.\n\nAnnex\n\nWords.")
def test_nothing_of_a_numbered_document_is_lost(text: str) -> None:
    """Each word stands in some passage or heading; only the marks before a heading stand outside."""
    text = "Head\n\n1. First.\n\n2. Second.\n\n" + text
    marks = {"Suggested", "Actions", "Agreed", "actions", "Decision", "Annex", "II", "ii"}
    assert [word for word in uncovered(document_of(text)) if word not in marks] == []


@given(MADE)
def test_parsing_is_the_same_every_time(text: str) -> None:
    assert document_of(text) == document_of(text)


@given(MADE)
def test_blank_lines_at_the_end_change_nothing(text: str) -> None:
    one, other = document_of(text), document_of(text + "\n\n \n")
    assert one.passages == other.passages
    assert one.sections == other.sections


LARGE = {
    "ten megabytes on one line": "UNEP led it. " * 800_000,
    "one word": "x" * 3_000_000,
    "blanks": " " * 3_000_000 + "x",
    "brackets": "[" * 20_000,
    "stars": "*" * 1_000_000,
    "numbers": "1. " * 1_000_000,
    "bullets": "- x\n" * 100_000,
    "headings": "Short Title\n\n" * 30_000,
}


@pytest.mark.parametrize("name", LARGE)
def test_large_and_odd_texts_are_read_to_their_end(name: str) -> None:
    """A pattern that goes back and forth would not come to an end here."""
    document = document_of(LARGE[name])
    assert max((p.span.end for p in document.passages), default=0) <= len(LARGE[name])
    assert document.passages


@pytest.mark.parametrize("gap", ["\t\t", " ........ ", " "])
def test_a_list_of_contents_is_no_text_whatever_stands_before_its_pages(gap: str) -> None:
    entries = [("I. Opening of the session", "1–2", "2"), ("II. Matters relating to adaptation", "3", "4")]
    listed = "\n".join(f"{title}{gap}{numbers} {page}" for title, numbers, page in entries)
    body = "I. Opening of the session\n1. The session began.\n2. It went on.\nII. Matters relating to adaptation\n3. The SBI agreed to adjourn."
    document = document_of(f"Report of the SBI on its first session\n\nContents\n{listed}\n\n{body}\n")
    assert [section.title for section in document.sections] == ["Opening of the session", "Matters relating to adaptation"]
    assert [p.number for p in document.passages if p.kind == "paragraph"] == ["1", "2", "3"]


# -- numbers that go on, or leave some out, from one decision to the next -----------------------------

TWO_DECISIONS = """\
Decision 3/CP.90

Wells

The Conference of the Parties,

Recalling decision 1/CP.88,

{first}
\t\t9th plenary meeting
\t\t{date}

Decision 4/CP.90

Springs

The Conference of the Parties,

1. Welcomes the report;

2. Requests the secretariat to draw a map;

3. Decides to come back to it.

4. Takes note of the rest.
"""

GOING_ON = [
    # the numbers of the decision before go on: a converter has taken both for one list
    ("4. Welcomes the report;\n\n5. Also welcomes the map;\n", "13 December 2090", ["4", "5"]),
    # paragraphs are left out
    ("1. Welcomes the report;\n\n3. Requests the secretariat to go on;\n\n12. Invites Parties to help;\n", "13 December 2090", ["1", "3", "12"]),
    # the list goes on over the date
    ("4. Welcomes the report;\n\n5. Also welcomes the map;\n", "6.\t13 December 2090", ["4", "5"]),
]


@pytest.mark.parametrize(("first", "date", "numbers"), GOING_ON)
def test_what_the_next_decision_numbers_does_not_matter_to_the_one_before(first: str, date: str, numbers: list[str]) -> None:
    found = paragraphs(TWO_DECISIONS.format(first=first, date=date))
    assert [number for number, _ in found] == [*(f"3/CP.90 {number}" for number in numbers), *(f"4/CP.90 {number}" for number in "1234")]


def test_prose_above_numbered_decisions_is_no_title_page(reading_of: Callable[..., Reading]) -> None:
    told = "The meeting was opened by FAO at its headquarters in Bern, and the members of the group thanked it for its hospitality there.\n\n"
    text = f"UN-Ponds\n9th UN-Ponds Meeting\nBern, 3 May 2030\n\nMEETING REPORT\n\n{told * 3}Session 1: Rain\n\n{told}Agreed actions\n\n1. Members agreed to meet.\n2. Members agreed to dig.\n"
    kinds = [p.kind for p in reading_of(text).document.passages]
    assert kinds.count("unnumbered") == 4
    assert "heading" in kinds
    title_page = reading_of(text.replace(told * 3, told)).document.passages
    assert [p.kind for p in title_page].count("unnumbered") == 0
