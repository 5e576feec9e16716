"""Decisions as reports and resolutions word them: committees that approve, points that go on, nouns, capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Decision
from kg.namespaces import BASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.pipeline import Reading

    Read = Callable[..., Reading]


def decided(reading: Reading) -> list[tuple[str, str, str]]:
    """Return the verbs, the status and the bodies of each decision, in short."""
    made = [d for d in reading.statements.items if isinstance(d, Decision)]
    return [(" ".join(d.verbs), d.status, " ".join(b.removeprefix(BASE).rpartition("/")[2] for b in d.bodies)) for d in made]


COP = "Report of the Conference of the Parties to the Basel Convention on its ninety-first meeting, 3-9 May 2031\n\n1. The Committee of the Whole met in Bonn.\n\n2. {0}\n\n3. The end.\n"
TOLD: list[tuple[str, str, str | None]] = [
    # committees of the conference approve drafts; they are not the conference
    ("Working Group I approved the draft decision, as orally amended, for transmission to plenary.", "approve", ""),
    ("At its 9th meeting, the Committee of the Whole agreed to forward the draft decision on ponds to the plenary.", "agree", ""),
    ("The Committee adopted the draft resolutions on ponds.", "adopt", ""),
    ("The working group approved the summary for policymakers, as amended.", "approve", ""),
    ("The Committee of the Whole, chaired by Ms. Ana Water (Chad), adopted six draft decisions.", "adopt", ""),
    ("The Chair said that Working Group I had approved the draft decision.", "", None),
    ("Working Group I approved of the lunch.", "", None),
    # whoever adopts the report that one reads
    ("The parties adopted the present report on Friday.", "adopt", "basel"),
    ("Participants adopted this report.", "adopt", "basel"),
    ("The report was adopted on 9 May 2031, and the meeting closed.", "adopt", "basel"),
    ("The report was adopted on 9 May 2019, and it was long.", "", None),
    ("The draft decision, as amended, was approved for formal adoption as draft decision 9.", "approve", "basel"),
    ("The agenda, as adopted, reads as follows:", "adopt", "basel"),
    ("The agenda contained in document UNEP/CHW.91/1 was adopted without change.", "adopt", "basel"),
    ("Ms. Ana Water (Chad) was appointed Rapporteur.", "appoint", "basel"),
    ("Ms. Ana Water (Chad) was appointed Minister of Ponds.", "", None),
    # what "it" does by a decision, on a proposal
    ("The Conference of the Parties adopted decision 91/2, by which it requested the secretariat to dig, and invited Parties to help.", "adopt request invite", "basel"),
    ("The Conference of the Parties adopted decision 91/2. By that decision it requested the secretariat to dig.", "adopt request", "basel"),
    ("The Conference of the Parties adopted the report. On a proposal by the President, it authorized the Rapporteur to finish it.", "adopt authorize", "basel"),
    ("At the same session, draft decision 91/10 was adopted as decision 91/10.", "adopt", "basel"),
    ("Decision 91/11 was adopted by consensus at the 6th plenary meeting.", "adopt", "basel"),
    ("Decision 80/11 was adopted by consensus in 2019 and was long.", "", None),
    ("The proposal by Peru for a group on ponds was endorsed, with Chad in the chair.", "endorse", "basel"),
    ("The proposal by Peru was endorsed by Chad.", "", None),
    ("The Conference of the Parties approved the budget and asked the secretariat to seek funds.", "approve ask", "basel"),
    ("The parties, at their eightieth meeting, adopted guidance and requested the secretariat to dig.", "", None),
    ("Members considered the list of ponds and approved it with changes.", "approve", "basel"),
    # points that go on
    ("The Conference of the Parties took note of the ponds and:\n\n(a) requested the secretariat to dig;\n\n(b) agreed to wait.", "take note request agree", "basel"),
    ("The Conference of the Parties noted that Parties had met and:\n\n(a) adopted laws;\n\n(b) requested help.", "note", "basel"),
    ("Following its discussion, the Conference of the Parties referred the matter to the contact group and requested the secretariat to help.", "refer request", "basel"),
    ("The Conference of the Parties referred to the plan for ponds.", "", None),
    ("The Conference of the Parties took note of the list and elected, by acclamation, the following persons: Ms. Ana Water (Chad).", "take note elect", "basel"),
    ("Having discussed ponds at length, the Conference of the Parties was not able to agree on a name and decided to dig.", "decide", "basel"),
    # members
    ("Members took note of the report of the auditor.", "take note", "basel"),
    ("Members requested the secretariat to circulate the list.", "request", "basel"),
    ("Members requested more time.", "", None),
    # a verb after a semicolon, points in one line, what comes between
    ("The Conference of the Parties approved, with small changes, the list; requested the secretariat to dig; and strongly encouraged Parties to help.", "approve request encourage", "basel"),
    ("In closing, the Conference of the Parties: a) approved the list; b) requested the secretariat to dig.", "approve request", "basel"),
    ("The Conference of the Parties discussed the list and, after an exchange of views, endorsed it.", "endorse", "basel"),
    ("The Conference of the Parties warmly welcomed the offer of Chad and extended its gratitude to it.", "welcome", "basel"),
    ("The Conference of the Parties resumed its discussion of ponds and adopted the list.", "adopt", "basel"),
    ("The Conference of the Parties asked Chad to dig and rejected the list.", "ask reject", "basel"),
    ("The Conference of the Parties concurred with the Bureau.", "concur", "basel"),
    ("The Conference of the Parties supported the proposal and set up a small group.", "support", "basel"),
    ("The Conference of the Parties set up a small group on ponds.", "establish", "basel"),
    ("The Conference of the Parties suspended the meeting at noon.", "", None),
    ("The Conference of the Parties was told that ponds are dry; Chad requested the secretariat to dig.", "", None),
    # who approves what is approved by all, or put off
    ("The list of ponds was approved by consensus.", "approve", "basel"),
    ("The proposal was rejected by 12 votes to 3.", "reject", "basel"),
    ("The application of Chad was deferred to the next meeting.", "defer", "basel"),
    ("Consideration of the draft rules on ponds set out in document UNEP/CHW.91/5 was deferred to the next meeting.", "defer", "basel"),
    ("There was no time to discuss the series of talks on ponds, which was deferred to the next meeting.", "defer", "basel"),
    ("The fee was discussed but, as two members were absent, consideration of the matter was deferred to its ninety-second meeting.", "defer", "basel"),
    ("In accordance with rule 21, the following officers were elected, by acclamation, to the Bureau:\n\nPresident: Ms. Ana Water (Chad)", "elect", "basel"),
    ("Following statements by several members, it was agreed to set up a small group.", "agree", "basel"),
    ("The proposed procedure was approved, with one abstention.", "approve", "basel"),
    ("The following members of the Pond Panel were elected: Chad, Fiji and Peru.", "elect", "basel"),
    ("The talks were deferred to the next century.", "", None),
    ("The list that was approved by consensus is long.", "", None),
    ("The list was approved by consensus in 2019.", "", None),
    ("The Secretariat said that the application was deferred to the next meeting.", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "verbs", "body"), TOLD, ids=[row[0][:60] for row in TOLD])
def test_what_a_report_of_a_conference_tells(reading_of: Read, sentence: str, verbs: str, body: str | None) -> None:
    found = decided(reading_of(COP.format(sentence)))
    assert [(v, s) for v, s, _ in found] == ([(verbs, "deferred" if verbs == "defer" else "adopted")] if verbs else [])
    assert body is None or all((b == "") == (body == "") for _, _, b in found)


def test_the_committee_is_no_one_where_no_committee_of_the_whole_meets(reading_of: Read) -> None:
    text = COP.replace("The Committee of the Whole met in Bonn.", "The meeting was opened.")
    assert decided(reading_of(text.format("The Committee adopted the draft resolutions on ponds."))) == []


MINUTES = "Pond Board\n43rd meeting of the Pond Board, Bonn, 3 May 2031\n\nSummary report\n\n1. Opening\n\nThe meeting was opened by Ms. Ana Water.\n\n2. Ponds\n\nThe ponds were shown.\n\n{0}\n\n3. Closing\n\nThe meeting closed.\n"
BLOCKS: list[tuple[str, list[str]]] = [
    ("Decisions:\n- Approval of the budget for 2032.\n- Endorsement of the pond plan.\n- The deadline is in May.", ["approve", "endorse"]),
    ("Decisions:\n- The Pond-Board Members approved the plan and requested the secretariat to dig.\n- The plan for rain was not approved.", ["approve request"]),
    ("Agreed actions\n1. The meeting approved the plan, subject to changes.\n2. The meeting welcomed the pond and invited Members to use it.", ["approve", "welcome invite"]),
    ("**Decision:** The Pond Board took note of the plan and agreed to dig.", ["take note agree"]),
    ("Summary of decisions and actions\n- Members approved the list.", ["approve"]),
    ("The Pond Board:\n- took note of the list\n- asked the secretariat to dig.", ["take note ask"]),
    ("Action Points and Decisions\n\nAP1. The Pond Board recommended that parties dig.\n\nAP2. The Pond Board requested the Secretariat to send a letter.", ["recommend", "request"]),
    ("Actions:\n- Approval of the budget by 9 May.", []),
    ("Contents:\n- Adoption of the agenda\n- Approval of the budget", []),
]  # fmt: skip


@pytest.mark.parametrize(("block", "expected"), BLOCKS, ids=[row[0][:50] for row in BLOCKS])
def test_blocks_in_minutes(reading_of: Read, block: str, expected: list[str]) -> None:
    assert [verbs for verbs, status, _ in decided(reading_of(MINUTES.format(block))) if status == "adopted"] == expected


def test_paragraphs_numbered_by_their_section_stand_for_themselves(reading_of: Read) -> None:
    text = "UN-Water\nBonn, 3 May 2031\n\n61st Meeting of the Senior Programme Managers of UN-Water: Summary record\n\nAgenda item 1 Ponds\n1.1 Ms. Ana Water opened the meeting.\n1.2 The Senior Programme Managers approved the list.\n1.3 It was agreed to dig.\n\nAgenda item 2 Closing\n2.1 FAO said that it had endorsed the list.\n"
    assert decided(reading_of(text)) == [("approve", "adopted", "un-water"), ("agree", "adopted", "un-water")]


MEMBERS: list[tuple[str, list[str]]] = [
    ("The Board members, after a discussion, endorsed the list and requested the secretariat to dig.", ["endorse request"]),
    ("The members of the Board agreed to meet again.", ["agree"]),
    ("Several members of the Board endorsed the list. A few Board members requested more time.", []),
    ("The Board members agreed that ponds are dry.", []),
    ("The PAC welcomed the list. The PAC Chair endorsed it.", []),
    ("The Board:\n\n- The Board took note of ponds.\n\n- The Board agreed on the list.\n\n- FAO told the Board of rain.", ["take note agree"]),
]


@pytest.mark.parametrize(("words", "expected"), MEMBERS, ids=[row[0][:50] for row in MEMBERS])
def test_the_members_of_a_body_are_the_body(reading_of: Read, words: str, expected: list[str]) -> None:
    assert [verbs for verbs, status, _ in decided(reading_of(MINUTES.format(words))) if status == "adopted"] == expected


def test_the_acronym_that_a_title_prints(reading_of: Read) -> None:
    text = (
        "Twelfth Meeting of the Pond Advisory Committee (PAC) to the Brook Protocol\nBonn, 3 May 2031\n\nREPORT OF THE MEETING\n\nItem 1. Opening\n\n1. The meeting was opened by Ms. Ana Water.\n\n"
        "2. The PAC welcomed the list and requested the secretariat to dig.\n\n3. The PAC Chair welcomed Chad. The report of the PAC welcomed it.\n\n4. The meeting closed.\n"
    )
    assert [verbs for verbs, _, _ in decided(reading_of(text))] == ["welcome request"]


def test_a_report_that_prints_its_decisions_tells_of_more(reading_of: Read) -> None:
    text = (
        "66th Meeting of the Standing Committee\n\nReport and decisions of the 66th Meeting of the Standing Committee\n\nAgenda item 1: Opening\n\n1. The agenda was shown.\n\n"
        "Decision SC66-01: The Standing Committee adopted the agenda.\n\nAgenda item 2: Ponds\n\n2. FAO spoke of ponds.\n\n3. The Standing Committee noted the ponds, and urged Parties to dig.\n\n4. Chad urged FAO to dig.\n"
    )
    assert [verbs for verbs, _, _ in decided(reading_of(text))] == ["adopt", "note urge"]


FOR_WHOM: list[tuple[str, list[tuple[str, str, str]]]] = [
    ("Suggested actions for the Senior Officials\n\nThe Senior Officials may wish to:\n- Welcome the progress made;\n- Endorse the list.", [("welcome", "suggested", "emg-som"), ("endorse", "suggested", "emg-som")]),
    ("Proposed actions for consideration by the Senior Officials\n\n1. Welcome the progress made;\n2. Endorse the list.", [("welcome", "suggested", "emg-som"), ("endorse", "suggested", "emg-som")]),
    ("Recommendations to the Senior Officials\n\n(a) Welcome the progress made;\n(b) Endorse the list.", [("welcome", "suggested", "emg-som"), ("endorse", "suggested", "emg-som")]),
    ("Agreed actions\n\n1. The Issue Management Group agreed on the following actions:\n\n(a) UNEP will dig;\n(b) FAO is invited to help.", [("agree", "adopted", "img-ponds"), ("invite", "adopted", "img-ponds")]),
]  # fmt: skip


@pytest.mark.parametrize(("block", "expected"), FOR_WHOM, ids=[row[0][:50] for row in FOR_WHOM])
def test_what_a_group_suggests_to_others(reading_of: Read, block: str, expected: list[tuple[str, str, str]]) -> None:
    text = f"Environment Management Group\nIssue Management Group on Ponds\n\nThird meeting, held online, 12 March 2031\nSummary of discussion\n\nWelcome\n\nThe meeting was opened by Ms. Ana Water.\n\n{block}\n\nClosing\n\nThe meeting closed.\n"
    assert decided(reading_of(text)) == expected


SUGGESTED: list[tuple[str, list[str]]] = [
    ("The Senior Officials are invited to endorse the template and to take note of the list.", ["endorse take note"]),
    ("EMG members are invited to send comments on the template.", ["invite"]),
    ("(a) The technical segment took note of the list and thanked Chad;\n(b) The segment agreed to dig.", ["take note thank", "agree"]),
    ("The technical segment agreed to dig.", ["agree"]),
    ("The Senior Officials are invited to:\n(a) Take note of the list and express appreciation to UNEP;\n(b) Extend the group.", ["take note express", "extend"]),
]  # fmt: skip


@pytest.mark.parametrize(("items", "expected"), SUGGESTED, ids=[row[0][:50] for row in SUGGESTED])
def test_who_meets_is_asked_to_decide(reading_of: Read, items: str, expected: list[str]) -> None:
    text = f"31st Senior Officials Meeting of the UN Environment Management Group\nBonn, 3 May 2031\n\n1. Ponds\n\nThe ponds were shown.\n\nSuggested actions\n\n{items}\n\n2. Closing\n\nThe end.\n"
    assert [(verbs, status) for verbs, status, _ in decided(reading_of(text))] == [(verbs, "suggested") for verbs in expected]


def test_a_dialogue_decides_nothing(reading_of: Read) -> None:
    text = "Dialogue on Ponds\nBonn, 3 May 2031\nSummary of the dialogue meeting\n\nOpening\n\nThe dialogue was opened by FAO.\n\nDecisions:\n- Participants endorsed the list.\n- Members agreed to meet again.\n"
    assert decided(reading_of(text)) == []


def test_a_liaison_group_that_meets_is_the_group(reading_of: Read) -> None:
    text = (
        "Liaison Group of the Biodiversity-related Conventions\nTwenty-first meeting\nBonn, 11 June 2031\n\nREPORT OF THE MEETING\n\nItem 1. Opening\n\n1. The meeting was opened.\n\n"
        "2. The group endorsed the statement and decided to keep the task group.\n\n3. A task group on ponds met. The group agreed to dig.\n\n4. The meeting closed.\n"
    )
    assert [verbs for verbs, _, _ in decided(reading_of(text))] == ["endorse decide"]


RESOLUTION = "Resolution 9.2\n\nPonds\n\nThe Conference of the Parties to the Basel Convention,\n\nRecalling rain,\n\n{0}\n"
PRINTED: list[tuple[str, list[str]]] = [
    ("1. WELCOMES the list of ponds, and ADOPTS the plan; CALLS UPON Parties to dig.", ["welcome adopt call upon"]),
    ("1. Welcome the offer of Peru to host the forum, and accept it with thanks;\n\n2. Adopt the plan.", ["welcome accept", "adopt"]),
    ("1. Welcome the offer of Peru to host the forum, and accept it;\n\n2. Invite Parties to consider the plan and approve the budget;\n\n3. Reaffirm the goal and recall the decisions of the Board.", ["welcome accept", "invite", "reaffirm recall"]),
    ("AGREES that ponds are wet; and\n\nREPEALS Resolution 8.1 on rain.", ["agree", "repeal"]),
    ("1. Adopts the plan in Annex 1.\n\nAnnex 1 to Resolution 9.2\n\nPLAN\n\n1. Establish reserves.\n\n2. Encourage farmers.", ["adopt"]),
    ("1. URGES Parties to tell FAO, UNEP and WMO of ponds.", ["urge"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), PRINTED, ids=[row[0][:50] for row in PRINTED])
def test_what_a_resolution_prints(reading_of: Read, words: str, expected: list[str]) -> None:
    assert [verbs for verbs, _, _ in decided(reading_of(RESOLUTION.format(words)))] == expected


def test_an_annotated_decision_that_goes_on_in_points(reading_of: Read) -> None:
    text = "Report and Decisions of the 66th Meeting of the Standing Committee\n\n1. The agenda was shown.\n\nDecision SC66-02: The Standing Committee noted the ponds and:\n\ni. accepted the accounts;\n\nii. instructed the Secretariat to dig.\n"
    assert [verbs for verbs, _, _ in decided(reading_of(text))] == ["note accept instruct"]


@pytest.mark.parametrize("told", [True, False], ids=["report", "decisions"])
def test_the_contracting_parties_of_the_title_decide(reading_of: Read, told: bool) -> None:  # noqa: FBT001
    """They number "CP.12/3", as other conferences do with a hyphen, or after the session."""
    title = "welfth meeting of the Contracting Parties to the Nairobi Convention\n\n"
    report = f"Report of the T{title}I. Opening\n\n1. The meeting was opened.\n\nII. Ponds\n\n2. The Contracting Parties requested the Secretariat to dig.\n\n3. The Contracting Parties are nine.\n"
    decisions = f"Decisions adopted by the t{title}Decision CP.12/3\nPonds\n\nThe Contracting Parties,\n\nRecalling decision CP.11/6,\n\n1. Request the Secretariat to dig;\n"
    assert decided(reading_of(report if told else decisions)) == [("request", "adopted", "nairobi-cop")]


def test_what_was_decided_may_be_told_in_the_passive_on_the_line_of_a_symbol(reading_of: Read) -> None:
    text = "Convention on Wetlands\n94th Meeting of the Standing Committee\nBern, 3 May 2031\n\nDecisions\n\nDecision SC94-01: The agenda was adopted by the Standing Committee.\n\nDecision SC94-02: The Standing Committee took note of the ponds.\n\nDecision SC94-03: Ponds and what was agreed\n\n1. Requests the Secretariat to dig.\n"
    made = [d for d in reading_of(text).statements.items if isinstance(d, Decision)]
    assert [" ".join(d.verbs) for d in made] == ["adopt", "take note", "request"]
    assert len({d.bodies for d in made[:2]}) == 1
    assert "standing-committee" in made[0].bodies[0]


# -- who meets, and what was put off -----------------------------------------------------------------

BOARD = "# Pond Coalition\n# Board meeting – Summary of discussions and decisions\n\nNinth meeting of the Pond Board, Bern, 11 March 2031\n\n## 1. Opening and adoption of the agenda\n\n{0}\n\n## 2. Next meeting\n\nIt ended.\n"


def test_the_board_of_which_a_heading_below_the_title_names_the_meeting(reading_of: Read) -> None:
    assert decided(reading_of(BOARD.format("The Board took note of the map and requested the secretariat to print it."))) == [("take note request", "adopted", "pond-board")]


def test_the_focal_points_of_a_coalition_decide_for_it(reading_of: Read) -> None:
    text = "UNITED NATIONS COALITION ON COMBATING SAND AND DUST STORMS\n\nNinth meeting of the focal points\nBern, 3 May 2031\n\nSUMMARY REPORT\n\n1. The meeting was held in Bern.\n\n2. The focal points adopted the agenda.\n\n3. The end.\n"
    assert [verbs for verbs, _, _ in decided(reading_of(text))] == ["adopt"]
    assert all("coalition" in body for _, _, body in decided(reading_of(text)))


def test_a_meeting_of_no_body_that_is_known_decides_itself(reading_of: Read) -> None:
    text = "Ninth Intergovernmental Meeting of the Pond Action Plan\nBern, 3 May 2031\n\nREPORT OF THE MEETING\n\n1. The Ninth Intergovernmental Meeting of the Pond Action Plan was held in Bern.\n\n2. The Meeting adopted its agenda.\n\n3. The Meeting agreed to dig.\n\n4. The end.\n"
    assert all("intergovernmental-meeting" in body for _, _, body in decided(reading_of(text)))


PUT_OFF = [
    ("The Board deferred its consideration of the map.", "deferred"),
    ("The Board agreed to defer the matter to its next meeting.", "deferred"),
    ("The Board decided to postpone the election.", "deferred"),
    ("The Board agreed to revert to this item at its next meeting.", "deferred"),
    ("The Board agreed to return to the ponds of Chad in May.", "adopted"),
    ("The Board deferred the item and requested FAO to help.", "adopted"),
    ("The Board agreed to continue its work.", "adopted"),
]


@pytest.mark.parametrize(("sentence", "status"), PUT_OFF, ids=[row[0][:50] for row in PUT_OFF])
def test_what_is_put_off_is_deferred(reading_of: Read, sentence: str, status: str) -> None:
    assert [found for _, found, _ in decided(reading_of(BOARD.format(sentence)))] == [status]


def test_a_list_below_decides_says_what_is_decided(reading_of: Read) -> None:
    text = "Resolution adopted by the Economic and Social Council\n\n2091/33. Ponds\n\nThe Economic and Social Council,\n\nRecalling its resolution 2090/35,\n\nI\n\nDecides:\n\n1. to endorse the plan for ponds;\n2. that the plan be led by FAO;\n\nII\n\n3. Invites help, and [urges] [encourages] members to dig;\n"
    assert [verbs for verbs, _, _ in decided(reading_of(text))] == ["decide", "decide", "invite urge encourage"]


def test_action_points_between_numbered_paragraphs(reading_of: Read) -> None:
    text = "REPORT OF THE 91st MEETING OF THE ASCOBANS ADVISORY COMMITTEE\n\n1. Opening of the Meeting\n\n1. The Chair opened the Meeting.\n\n2. Ponds\n\n2. Sweden spoke of ponds.\n\nAction Points and Decisions\n\nAP1. The Advisory Committee recommended that Parties dig.\n\nAP2. The Advisory Committee requested the Secretariat to send a letter.\n\n3. Rain\n\n3. It rained.\n"
    assert [verbs for verbs, _, _ in decided(reading_of(text))] == ["recommend", "request"]
