"""Layouts of reports: headings right above their text, paragraphs without blank lines, items with numbers of two parts, groups that decide in points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Decision, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.model import Document
    from kg.pipeline import Reading

    Read = Callable[..., Reading]
    Parsed = Callable[..., Document]

TOP = "UN-Water\n41st UN-Water Meeting\nBern, 3 May 2031\nSummary report\n\n"
LONG = "The meeting was opened at noon by the secretariat, which recalled that ponds had been dug in many places of the world since the last meeting, and thanked all those who had dug them."


def parts(document: Document) -> list[tuple[str, str]]:
    """Return the kind and the first words of each passage below the top."""
    text = document.source.text
    return [(p.kind, " ".join(p.body.of(text).split()[:3])) for p in document.passages if p.kind != "header"]


def decided(reading: Reading) -> list[str]:
    """Return the verbs of each decision that was taken."""
    return [" ".join(d.verbs) for d in reading.statements.items if isinstance(d, Decision) and d.status == "adopted"]


# -- headings right above their text -------------------------------------------------------------


def test_numbered_headings_without_a_blank_line(parsed: Parsed) -> None:
    text = f"{TOP}1. Opening\n{LONG}\nThe agenda was adopted.\n\n2. Ponds\nUNEP showed a map on which all the ponds were drawn.\n\n3. Closing\nThe meeting was closed at five in the afternoon.\n"
    assert parts(parsed(text)) == [
        ("heading", "Opening"), ("unnumbered", "The meeting was"), ("unnumbered", "The agenda was"), ("heading", "Ponds"), ("unnumbered", "UNEP showed a"), ("heading", "Closing"), ("unnumbered", "The meeting was"),
    ]  # fmt: skip


def test_a_numbered_heading_right_above_what_was_agreed(parsed: Parsed) -> None:
    text = f"{TOP}1. Opening\n\n{LONG}\n\n2. Ponds\n\nUNEP showed a map.\n\n3. Agreed actions\n  - Share the map (FAO, 3 June)\n  - Send comments to FAO (all)\n"
    assert parts(parsed(text))[-3:] == [("heading", "Agreed actions"), ("action", "Share the map"), ("action", "Send comments to")]


def test_items_with_dots_and_a_document(parsed: Parsed) -> None:
    text = f"Ninth meeting of the Pond Committee\nBern, 3 May 2031\n\nSUMMARY\n\nChair: Chad\n\n41. Frogs (Rana spp.) . . . . . PC9 Doc. 41\n{LONG}\nThe Pond Committee noted the oral report.\n\n42. Newts . . . . . No document\nThe Pond Committee agreed to look at newts again.\n"
    document = parsed(text)
    assert [(s.title, s.number) for s in document.sections] == [("Frogs (Rana spp.)", "41"), ("Newts", "42")]
    assert [kind for kind, _ in parts(document)] == ["heading", "unnumbered", "unnumbered", "heading", "unnumbered"]


def test_headings_without_numbers(parsed: Parsed) -> None:
    text = f"Note on ponds\n\nOrigin\n{LONG}\n\nFrogs\nThe frogs were counted by the secretariat in spring.\n\nOutlook\nMore ponds will be dug where rain is rare.\n"
    assert [words for kind, words in parts(parsed(text)) if kind == "heading"] == ["Origin", "Frogs", "Outlook"]


@pytest.mark.parametrize("text", [
    # paragraphs that are broken over lines
    "Report of the meeting\n\n1. The meeting was held in\nBern where it was opened by the secretariat of the Board.\n\n2. The Chair said that\nRain had been rare and that all the ponds were dry.\n\n3. The Board agreed that\nPonds should be dug as soon as it has rained again.\n",
    # decisions
    "Decision 1/2\n\nThe Conference of the Parties,\n\n1. Decides to dig a pond in each of the countries\nParties have named and which have asked for a pond.\n\n2. Requests the secretariat to help all the other countries\nParties have named and which have asked for help.\n\n3. Decides to meet again in one of the countries of the world\nParties have named and which have offered to be the host.\n",
    # one only
    f"{TOP}Opening\n{LONG}\n\nThe Chair thanked all.\n",
    # officers and agencies
    "Ponds\n\nChair: Ana Water\nThe Chair was elected by the Board for two years in May.\n\nFAO, Rome\nThe office was opened by the Board in Rome in spring.\n\n3 May 2031\nThe meeting was opened at noon by the secretariat.\n",
])  # fmt: skip
def test_what_is_no_heading(parsed: Parsed, text: str) -> None:
    assert not [words for kind, words in parts(parsed(text)) if kind == "heading" and not words.startswith(("1/2", "Report"))]


# -- items of what was agreed --------------------------------------------------------------------

NOTES = f"{TOP}1. Opening\n{LONG}\n\n2. Ponds\nUNEP showed a map on which all the ponds were drawn.\n{{0}}\n\n3. Closing\nThe meeting was closed at five in the afternoon.\n"
BLOCKS: list[tuple[str, list[str]]] = [
    ("Agreed actions:\n2.1 The meeting took note of the map and requested UNEP to publish it.\n2.2 FAO and UNECE to share the note.\n2.3 UN-Water decided to meet again and invited WHO.", ["take note request", "agree", "decide invite"]),
    ("Agreed actions:\n2.1 Task Force coordinators to submit their plans by June.", ["agree"]),
    ("Agreed actions (no. – action – who – when):\n1 – Shorten the list – WMO – 3 May\n2 – Send missing data to FAO – all members – 4 May", []),
    ("Agreed actions\nUN-Water agreed on the following actions (no. – action – who – when):\n1 – Shorten the list – WMO – 3 May\n2 – Send missing data to FAO – all members – 4 May", ["agree", "agree"]),
    ("Agreed actions\nUN-Water agreed on the following actions:\nFAO and UNECE to share the map.\nWHO to publish it.", ["agree", "agree"]),
    ("Decisions\n- UN-Water approved the work plan.\n- It was agreed that ponds would be the theme.", ["approve", "agree"]),
    ("Decision 1: UN-Water approved the map.\nDecision 2: UN-Water requested FAO to publish it.", ["approve", "request"]),
    ("UNEP introduced the agenda, which was adopted with one addition.", ["adopt"]),
    ("Decision:\nMembers agreed to update the list by June.", ["agree"]),
    ("The membership of the group was decided as follows: Chad and Fiji.", ["decide"]),
    ("Outcome: UN-Water approved the list.", ["approve"]),
    ("Decision:\nMembers spoke of ponds and of rain.", []),
    # said, or of another meeting
    ("UNEP recalled the agenda, which was adopted by the Board.", []),
    ("2.1 FAO reported on ponds.\n2.2 WHO to be the last to speak.", []),
]


@pytest.mark.parametrize(("block", "expected"), BLOCKS, ids=[row[0][:50] for row in BLOCKS])
def test_items_of_what_was_agreed(reading_of: Read, block: str, expected: list[str]) -> None:
    assert decided(reading_of(NOTES.format(block))) == expected


def test_headings_above_lists_and_labels(parsed: Parsed) -> None:
    text = f"{TOP}1. Opening\n{LONG}\n\n2. Ponds\n(a) Ponds are deep.\n\n3. Actions\nAction: FAO to dig.\n\n4. Closing\nIt closed at five.\n"
    assert [words for kind, words in parts(parsed(text)) if kind == "heading"] == ["Opening", "Ponds", "Actions", "Closing"]


# -- who decides in points -----------------------------------------------------------------------

POINTS = "(a) Welcomed the map and requested UNEP to publish it;\n(b) Agreed to meet again."


def report(title: str, paragraph: str) -> str:
    """Return a report with headings and numbered paragraphs."""
    return f"{title}\nBern, 3 May 2031\n\nITEM 1. OPENING OF THE MEETING\n\n1. {LONG}\n\nITEM 2. ADOPTION OF THE AGENDA\n\n2. The agenda was adopted.\n\nITEM 3. PONDS\n\n3. UNEP showed a map.\n\n4. {paragraph}\n\nITEM 4. CLOSURE OF THE MEETING\n\n5. It was closed.\n"


def test_each_point_is_what_the_group_decided(reading_of: Read) -> None:
    reading = reading_of(report("Inter-agency Task Team on Ponds\nFourth meeting", f"The Task Team:\n{POINTS}"))
    assert decided(reading) == ["adopt", "welcome request", "agree"]
    assert [s.title for s in reading.document.sections if s.kind == "adopted-actions"] == ["ITEM 3. PONDS"]


def test_what_is_decided_in_small_letters_or_under_numbers(reading_of: Read) -> None:
    small = "Inter-agency Task Team on Ponds\nRecord of the fourth meeting\nBern, 3 May 2031\n\nConclusions\n\nThe Group:\n\n- took note of the map;\n- agreed to meet again.\n"
    assert decided(reading_of(small)) == ["take note", "agree"]
    numbers = "Environment Management Group\n29th Senior Officials Meeting - summary of decisions\nBern, 3 May 2031\n\nThe Senior Officials:\n\n1. Took note of the map;\n\n2. Agreed to meet again.\n"
    assert decided(reading_of(numbers)) == ["take note", "agree"]
    assert decided(reading_of(small.replace("Record of the fourth meeting", "A guide"))) == []


def test_what_is_decided_after_a_reason_below_its_symbol(reading_of: Read) -> None:
    text = "Governing Council of the Pond Facility\nDecisions adopted at the fifth meeting\n\nDecision GC5-1: Budget\nThe Council, having considered the report of the secretariat, adopted the budget and authorized the Head to change it.\n\nDecision GC5-2: Ponds\nThe Council approved the map.\n"
    assert decided(reading_of(text)) == ["adopt authorize", "approve"]


def test_an_executive_summary_of_items(reading_of: Read) -> None:
    text = "Ninth meeting of the Pond Committee\nBern, 3 May 2031\nExecutive summary\n\n12. Budget\nThe secretariat showed the budget.\nThe Committee noted the document.\nThe Committee agreed to meet again.\n\n13. Frogs\nThe Committee could not agree.\n\n14. Newts\nThe Committee noted the oral report.\n"
    assert decided(reading_of(text)) == ["note", "agree", "note"]


def test_a_dialogue_that_decides(reading_of: Read) -> None:
    title = "Environment Management Group\nNexus Dialogue on Ponds\nThird session"
    assert decided(reading_of(report(title, f"Agreed actions\n\n4. The Dialogue:\n{POINTS}".removeprefix("4. ")).replace("4. Agreed actions", "Agreed actions")))[-2:] == ["welcome request", "agree"]


# -- what is no decision -------------------------------------------------------------------------


@pytest.mark.parametrize("note", ["Note by the secretariat: Paragraph 2 remains under discussion.", "Note: Paragraph 2 was not discussed.", "Notes to the reader: See the annex."])
def test_a_note_at_the_foot_decides_nothing(reading_of: Read, note: str) -> None:
    text = f"Draft decision on ponds\n\nThe Conference of the Parties,\n\n1. Decides to dig [a pond];\n\n2. Requests the secretariat to help.\n\n_______________\n{note}\n"
    made = [d for d in reading_of(text).statements.items if isinstance(d, Decision)]
    assert [d.verbs for d in made] == [("decide",), ("request",)]


def test_several_officials_are_not_all_of_them(reading_of: Read) -> None:
    text = "Report of the 29th Senior Officials Meeting of the Environment Management Group\n\n1. The meeting was held in Bern.\n\n2. {0} stressed that rain was rare.\n\n3. It ended.\n"
    assert decided(reading_of(text.format("Several Senior Officials"))) == []
    assert decided(reading_of(text.format("The Senior Officials"))) == ["stress"]


def test_an_extract_of_a_report_above_the_text_that_it_adopted(parsed: Parsed) -> None:
    text = "POND BODY\nNinth meeting\n\nREPORT (extract)\n\nItem 2. Ponds\n\n6. The meeting was chaired by Ana.\n\n7. FAO spoke of ponds.\n\n8. The Body adopted recommendation 9/5.\n\n9/5. Ponds\n\nThe Pond Body,\n\n1. Takes note of ponds;\n\n2. Requests the Secretariat to dig.\n"
    numbers = [p.number for p in parsed(text).passages if p.kind == "paragraph"]
    assert numbers[:3] == ["6", "7", "8"]
    assert [number.split()[-1] for number in numbers[3:]] == ["1", "2"]


def test_a_title_with_a_sentence_behind_it_that_goes_on_is_no_heading(parsed: Parsed) -> None:
    text = "Annex\n\nTerms of reference\n\nA. Composition. In addition to its chair the task team consists of the\nfollowing members:\n\nB. Pond matters\n\nText.\n"
    document = parsed(text)
    assert [s.title for s in document.sections if s.title.startswith(("Composition", "Pond"))] == ["Pond matters"]


def test_a_number_at_the_beginning_of_a_line_may_belong_to_the_sentence(parsed: Parsed) -> None:
    text = f"{TOP}1. Opening\n\nIt began.\n\n2. Ponds\n\nFAO and the other agencies run the monitoring of ponds for SDG\n6. It will go on in May.\n\nBullets follow.\n\nDecision\n• SPMs took note of the map.\n\n3. Closing\n\nIt ended.\n"
    words = "FAO and the other agencies run the monitoring of ponds for SDG\n6. It will go on in May."
    assert words in [p.body.of(text) for p in parsed(text).passages]
    assert [p.kind for p in parsed(text).passages if "SPMs took" in p.body.of(text)] == ["action"]


def test_a_recital_broken_off_in_a_name(parsed: Parsed) -> None:
    text = "7/14. Ponds\n\nThe United Nations Environment Assembly,\n\nRecognizing the Pond Initiative, which is led by the United\nNations Environment Programme and helps,\n\nNoting the\nMonitoring of ponds,\n\n1. Urges Parties to dig;\n"
    assert [p.body.of(text).split()[0] for p in parsed(text).passages if p.kind == "preamble"] == ["Recognizing", "Noting"]
    assert [p.body.of(text).split()[-1] for p in parsed(text).passages if p.kind == "preamble"] == ["helps,", "ponds,"]


def test_the_outcome_of_a_meeting_with_paragraphs_numbered_by_their_item(reading_of: Read) -> None:
    text = "Pond Commission\nExpert Group on Ponds\n\nOutcome of the Seventh Meeting of the Expert Group on Ponds\n\nAgenda Item 1    Adoption of the Agenda\n\n1.1  The Meeting adopted the Agenda.\n\nAgenda Item 2    Ponds\n\n2.1  The Meeting took note of the ponds.\n\n2.2  FAO asked for more.\n"
    reading = reading_of(text)
    assert reading.document.family == "meeting-report"
    assert decided(reading) == ["adopt", "take note"]


def test_bold_headings_with_numbers(reading_of: Read) -> None:
    text = "# Environment Management Group\n\n## Third meeting of the Issue Management Group on Ponds\n\n### Summary report\n\n**1. Opening**\n\nThe meeting was chaired by Ms. Ana Water of UNEP's Ponds and Rain Branch and Mr. Ben Stone of FAO.\n\n**2. Agreed actions**\n\n- UNIDO to share the note.\n- Members to send comments.\n\n**3. Closing**\n\nIt ended.\n"
    reading = reading_of(text)
    assert [s.title for s in reading.document.sections][-3:] == ["Opening", "Agreed actions", "Closing"]
    assert decided(reading) == ["agree", "agree"]
    assert reading.document.title == "Summary report"
    chairs = {r.agent.rpartition("/")[2] for r in reading.statements.items if isinstance(r, Role) and r.role == "co-chair"}
    assert chairs == {"ana-water", "ben-stone"}
    assert not [r for r in reading.statements.items if isinstance(r, Role) and r.role == "chair"]


def test_an_excerpt_with_headings_numbered_on_their_own(parsed: Parsed) -> None:
    text = (
        "Report of the Conference of the Parties to the Basel Convention on the work of its ninety-first meeting (excerpt)\n\nIV. Ponds (agenda item 4)\n\n1. Technical ponds\n\n(a) Deep ponds\n\n48. FAO spoke of ponds.\n\n49. Chad spoke of rain.\n\n50. The ponds were shown.\n\n"
        "(b) Shallow ponds\n\n51. The Conference of the Parties agreed:\n\n(a) To dig;\n\n(b) To wait\n\n52. It rained.\n\n2. Legal ponds\n\n53. It ended.\n"
    )
    document = parsed(text)
    assert [p.number for p in document.passages if p.kind == "paragraph"] == ["48", "49", "50", "51", "52", "53"]
    assert [s.title for s in document.sections][1:] == ["Technical ponds", "Deep ponds", "Shallow ponds", "Legal ponds"]
    assert [len(p.points) for p in document.passages if p.number == "51"] == [2]
    assert not document.doubts


def test_a_report_goes_on_below_the_decisions_that_it_prints(reading_of: Read) -> None:
    text = (
        "# Joint Summary of the Chairs\n## 59th Meeting of the Pond Council\n## Bern, 3 May 2031\n\n### Agenda Item 1. Opening\n\n1. The meeting was opened by Ms. Ana Water.\n\n2. The Council adopted the agenda.\n\n3. FAO spoke of ponds.\n\n"
        "**Decision 8/2031**\n\nThe Council, having considered document PC/59/5, approved the plan.\n\n4. WHO spoke of frogs.\n\n### Agenda Item 2. Rain\n\n5. FAO spoke of rain.\n\n**Decision 9/2031**\n\nThe Council, having considered document PC/59/6, takes note of it and requests the Secretariat to dig.\n\n"
        "### Agenda Item 3. Closing\n\n6. The Council took note of the dates.\n\n7. It ended.\n"
    )
    reading = reading_of(text)
    assert reading.document.family == "meeting-report"
    assert [p.number for p in reading.document.passages if p.kind == "paragraph"] == ["1", "2", "3", "4", "5", "6", "7"]
    titles = {s.id: s.title for s in reading.document.sections}
    assert [titles[p.section][:14] for p in reading.document.passages if p.kind == "paragraph"] == ["Agenda Item 1."] * 4 + ["Agenda Item 2."] + ["Agenda Item 3."] * 2
    assert decided(reading) == ["adopt", "approve", "take note request", "take note"]
    assert len({d.bodies for d in reading.statements.items if isinstance(d, Decision)}) == 1


def test_members_who_nominate_are_no_meeting_that_does(reading_of: Read) -> None:
    assert decided(reading_of(NOTES.format("\nAgreed actions\n- Members to nominate focal points by May.\n- Members to endorse the map."))) == ["agree", "endorse"]


def test_a_decision_in_a_box(reading_of: Read) -> None:
    text = "Decisions of the Conference of the Parties\n\n| Decision 3/CP.90 |\n| Ponds |\n| The Conference of the Parties, |\n| Recalling decision 1/CP.89, |\n| 1.\tDecides to dig; |\n| I.\tFrogs |\n| 2.\tRequests the secretariat: |\n| (a)\tTo count the frogs; |\n\nDecision 4/CP.90\n\nRain\n\nThe Conference of the Parties,\n\n1. Welcomes the rain.\n"
    assert decided(reading_of(text)) == ["decide", "request", "welcome"]
    table = "Decision 4/CP.90\n\nRain\n\nThe Conference of the Parties,\n\n1. Adopts the table below.\n\n| Ponds |\n| 1. Decides |\n| 2. Requests to dig |\n"
    assert decided(reading_of(table)) == ["adopt"]


def test_decisions_with_a_number_between_the_paragraphs_of_a_report(reading_of: Read) -> None:
    text = (
        "GOOS-SC-14\n\nGlobal Ocean Observing System Steering Committee\nFourteenth Session\nBern, 8 April 2031\n\nMEETING REPORT\n\n1. OPENING\n\nThe fourteenth session of the GOOS Steering Committee (GOOS SC) was held in Bern.\n\n"
        "2. PONDS\n\nUNEP showed a map.\n\nDecision 14.1: The GOOS SC endorses the plan for ponds and asks the Director to dig.\n\nDecision 14.2: The GOOS SC took note of the map.\n"
    )
    reading = reading_of(text)
    assert decided(reading) == ["endorse ask", "take note"]
    assert {body.rpartition("/")[2] for d in reading.statements.items if isinstance(d, Decision) for body in d.bodies} == {"goos-steering-committee"}


def test_headings_with_equal_signs(parsed: Parsed) -> None:
    text = "= Pond notes\n:revdate: 2031-05-03\n\n*Pond Team* +\nBern\n\n'''\n\n== 1. Rain\n\nIt rained.\n\n=== 1.1 Snow\n\n* Wet\n** Cold\n\n== 2. End\n\nIt ended.\n"
    document = parsed(text)
    assert [s.title for s in document.sections] == ["1. Rain", "1.1 Snow", "2. End"]
    assert [p.kind for p in document.passages][:2] == ["header", "heading"]
    assert document.title == "Pond notes"
    assert [s.title for s in parsed("a = 1\n\n== b ==\n\nIt rained.\n").sections] == []


@pytest.mark.parametrize("part", ["II. PROCEEDINGS OF THE MEETING", "PART TWO\nPROCEEDINGS OF THE MEETING", "## Part II: Account of the proceedings"])
def test_the_proceedings_below_the_decisions_that_a_report_prints_first(reading_of: Read, part: str) -> None:
    text = (
        "REPORT OF THE CONFERENCE OF THE PARTIES TO THE CONVENTION ON BIOLOGICAL DIVERSITY ON ITS NINETIETH MEETING\n\nI. DECISIONS ADOPTED BY THE CONFERENCE OF THE PARTIES\n\n90/1. Ponds\n\nThe Conference of the Parties,\n\n"
        "1. Welcomes the report on ponds;\n\n2. Requests the Executive Secretary to share it.\n\n90/2. Rain\n\nThe Conference of the Parties\n\n1. Adopts the plan on rain.\n\nAnnex\nPLAN ON RAIN\n\n1. Rain falls.\n\n2. Ponds are filled.\n\n"
        f"{part}\n\nITEM 1. OPENING OF THE MEETING\n\n1. The ninetieth meeting of the Conference of the Parties to the Convention on Biological Diversity was held in Bonn, Germany, from 3 to 14 May 2031.\n\n"
        "2. The Conference of the Parties adopted its agenda.\n\n3. FAO spoke of ponds.\n\nITEM 2. CLOSURE OF THE MEETING\n\n4. The Conference of the Parties took note of the dates.\n\n5. It ended.\n"
    )
    reading = reading_of(text)
    assert reading.document.family == "meeting-report"
    assert [p.number for p in reading.document.passages if p.kind == "paragraph"] == ["90/1 1", "90/1 2", "90/2 1", "90/2 annex 1", "90/2 annex 2", "1", "2", "3", "4", "5"]
    assert decided(reading) == ["welcome", "request", "adopt", "adopt", "take note"]
    assert len({d.bodies for d in reading.statements.items if isinstance(d, Decision)}) == 1


def test_bold_lines_below_the_title_say_which_meeting_it_was(reading_of: Read) -> None:
    text = (
        "# Joint Summary of the Chairs\n\n**91st GEF Council Meeting**\n**Bern, 3 May 2031**\n\n## Opening of the meeting\n\n1. The Council adopted the agenda.\n\n2. FAO spoke of ponds.\n\n"
        "**Decision 9/2031**\nThe Council, having reviewed documents PC/C.91/5 and PC/C.91/6, takes note of the map. The Council requests the Trustee to dig.\n\n3. The Council took note of the dates.\n"
    )
    reading = reading_of(text)
    assert decided(reading) == ["adopt", "take note request", "take note"]
    assert {body.rpartition("/")[2] for d in reading.statements.items if isinstance(d, Decision) for body in d.bodies} == {"gef-council"}


def test_letters_below_the_body_that_decides_are_decisions(reading_of: Read) -> None:
    text = "Economic Commission for Europe\nCommittee on Environmental Policy\nNinety-second session\nBern, 3–5 May 2031\n\nSummary of the outcomes of the ninety-second session and the decisions taken\n\nThe Committee on Environmental Policy:\n\n(a) Adopts the agenda (ECE/CEP/2031/1);\n\n(b) Takes note of the map, and invites members to dig;\n\n(c) Welcomes the rain: (i) in Chad; (ii) in Peru.\n"
    assert decided(reading_of(text)) == ["adopt", "take note invite", "welcome"]
    assert decided(reading_of(text.replace("Adopts the", "Adoption of the"))) == []
