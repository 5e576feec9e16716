"""What groups of agencies decide: told of the group, in lists of what is to be done, suggested in the present, left unsaid."""

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


# -- whose meeting it is -------------------------------------------------------------------------

MEETS = "{0}\n\n1. Opening\n\nThe meeting was opened by Ms. Ana Water (FAO).\n\n2. Ponds\n\n{1} took note of the map.\n\nUNDP said that the group had agreed on it.\n\n3. Closing\n\nIt ended.\n"
TITLES: list[tuple[str, str, str]] = [
    ("Environment Management Group\nMinutes of the 5th meeting of the Issue Management Group on Sound\nBern, 3 May 2031", "The IMG", "img-sound"),
    ("EMG IMG on Sand – 3rd meeting\nBern, 3 May 2031\n\nMeeting report", "The group", "img-sand"),
    ("EMG Task Team on Ponds\nFourth meeting, 3 May 2031, online\n\nMeeting notes", "The Task Team", "task-team-ponds"),
    ("UN Task Team on Ponds\nFourth meeting\n3 May 2031\n\nNOTE FOR THE RECORD", "The task team", "task-team-ponds"),
    ("Inter-agency Task Force on Drought\nSummary of the second meeting (online, 3 May 2031)", "The Task Force", "inter-agency-task-force-drought"),
    ("UN-Water Expert Group on Mud\nThird meeting, 3 May 2031\nMinutes", "The Expert Group", "expert-group-on-mud"),
    ("Contact Group on Pond Data\nSecond meeting, 3 May 2031\n\nSummary", "The contact group", "contact-group-on-pond-data"),
    ("Pond Committee\nInter-Agency Network on Ponds and Rain\n\nReport of the sixth session\n(Bern, 3 May 2031)", "The Network", "inter-agency-network-ponds-and-rain"),
    ("ENVIRONMENT MANAGEMENT GROUP\nThird meeting of the EMG Task Team on Ponds\nBern, 3 May 2031\n\nSUMMARY REPORT", "The Task Team", "task-team-ponds"),
    ("UN-WATER TASK FORCE ON CROSS-BORDER PONDS\n\nMinutes of the 5th meeting (teleconference)\nTuesday, 3 May 2031", "The Task Force", "task-force-cross-border-ponds"),
    ("WORKING GROUP ON PONDS, RAIN AND\nSMALL FROGS\n\nReport of the second meeting\nBern, 3 May 2031", "The Working Group", "working-group-ponds-rain-and-small-frogs"),
    ("Core Working Group on the Strategy for Ponds\nMeeting of 3 May 2031\nNotes", "Members", "core-working-group-strategy-for-ponds"),
]


@pytest.mark.parametrize(("title", "subject", "group"), TITLES, ids=[row[0][:50] for row in TITLES])
def test_a_group_that_meets_decides(reading_of: Read, title: str, subject: str, group: str) -> None:
    assert decided(reading_of(MEETS.format(title, subject))) == [("take note", "adopted", group)]


IMG = "Environment Management Group\nThird meeting of the Issue Management Group on Ponds\nBern, 3 May 2031\n\nSummary of the meeting\n\nI. Opening\n\n1. The meeting was chaired by Ms. Ana Water (FAO).\n\nII. Ponds\n\n2. UNEP showed a map of ponds.\n\n3. {0}\n\nIII. Closing\n\n4. The end.\n"
TOLD: list[tuple[str, str]] = [
    ("The group took note of the map and requested UNEP to publish it.", "take note request"),
    ("The IMG endorsed the outline, as amended, and agreed that a draft would be circulated.", "endorse agree"),
    ("The Issue Management Group on Ponds accepted the offer of WHO.", "accept"),
    ("The group tasked UNEP with the report.", "task"),
    ("The group elected Mr. Ben Stone (WHO) as co-chair.", "elect"),
    ("Members agreed that the secretariat would circulate the map by May.", "agree"),
    ("Members were invited to nominate speakers by 20 March.", "invite"),
    ("FAO and WHO were requested to update the map by the end of June.", "request"),
    ("The co-chairs were asked to draft a note.", "ask"),
    ("The notes of the second meeting were approved.", "approve"),
    ("The work plan for 2032, as amended, was endorsed.", "endorse"),
    ("The offer of FAO to host the next meeting was accepted.", "accept"),
    ("The group decided to approve the outline.", "decide approve"),
    ("The group decided to wait.", "decide"),
    # others, earlier, denied, asked for, only said
    ("The contact group on rain agreed to a text.", ""),
    ("The working group on rain had endorsed the map.", ""),
    ("UNEP said that the group had agreed to the map.", ""),
    ("At its second meeting, the group decided to draw a map.", ""),
    ("The representative of WHO asked the group to endorse the map.", ""),
    ("The group could not agree on the map.", ""),
    ("The map approved by the group was shown.", ""),
    ("The group thanked FAO for its help.", ""),
    ("The group tasked with the map met in Bern.", ""),
    ("Members agreed that more data were needed.", ""),
    ("Members agreed that the map would be useful.", ""),
    ("Members were invited to introduce themselves.", ""),
    ("UNEP informed the group of its workshop. Members were invited to send papers.", ""),
    ("FAO was invited to brief the group.", ""),
    ("FAO was requested by its Council to lead the work.", ""),
    ("FAO had been asked to lead the work.", ""),
    ("The work plan was approved by the senior officials in 2030.", ""),
    ("The terms of reference of the group were approved in 2030.", ""),
    ("The offer of help was accepted by WHO.", ""),
]


@pytest.mark.parametrize(("sentence", "verbs"), TOLD, ids=[row[0][:60] for row in TOLD])
def test_what_the_report_of_a_group_tells(reading_of: Read, sentence: str, verbs: str) -> None:
    assert decided(reading_of(IMG.format(sentence))) == ([(verbs, "adopted", "img-ponds")] if verbs else [])


def test_parties_are_not_asked_like_members_of_a_group(reading_of: Read) -> None:
    text = "Report of the Conference of the Parties to the Basel Convention on its ninety-first meeting\n\n1. The meeting was held in Bonn.\n\n2. FAO was requested to send data. Members were invited to send data.\n\n3. The end.\n"
    assert decided(reading_of(text)) == []


WATER = "UN-Water\n41st Meeting of UN-Water\nBern, 3-4 May 2031\n\nMeeting report\n\n1. Opening\n\nThe meeting was opened by Ms. Ana Water (FAO), Chair of UN-Water.\n\n2. Ponds\n\n{0}\n\n3. Closing\n\nThe meeting closed.\n"
AGENCIES: list[tuple[str, str]] = [
    ("UN-Water Members and Partners endorsed the plan.", "endorse"),
    ("UN-Water Members agreed to set up a task force on ponds.", "agree"),
    ("Members and Partners were encouraged to share the campaign.", "encourage"),
    ("The UN-Water meeting decided to meet in June.", "decide"),
    ("The secretariats agreed to exchange their calendars.", "agree"),
    ("Senior Programme Managers (SPMs) met. SPMs took note of the plan.", "take note"),
    ("Members *endorsed* the **plan**.", "endorse"),
    ("NGOs endorsed the plan.", ""),
    ("Decision: To approve the plan.", "approve"),
    ("Decision: The work plan is approved.", "approve"),
    ("The FAO meeting decided to meet in June.", ""),
    ("The secretariats agreed that more was needed.", ""),
    ("Action: FAO to share the plan.", ""),
]


@pytest.mark.parametrize(("sentence", "verbs"), AGENCIES, ids=[row[0][:60] for row in AGENCIES])
def test_those_who_meet_are_their_mechanism(reading_of: Read, sentence: str, verbs: str) -> None:
    assert decided(reading_of(WATER.format(sentence))) == ([(verbs, "adopted", "un-water")] if verbs else [])


PARTIES: list[tuple[str, str]] = [
    ("Decisions XXXIX/1 to XXXIX/4 were adopted as orally amended.", "adopt"),
    ("Decision XXX/1 was adopted by consensus in 2018.", ""),
    ("The credentials were accepted.", "accept"),
    ("The secretariats agreed to exchange their calendars.", ""),
]


@pytest.mark.parametrize(("sentence", "verbs"), PARTIES, ids=[row[0][:60] for row in PARTIES])
def test_what_parties_decide_unsaid(reading_of: Read, sentence: str, verbs: str) -> None:
    assert [v for v, _, _ in decided(reading_of(MOP.format(sentence)))] == ([verbs] if verbs else [])


# -- what was agreed to be done ------------------------------------------------------------------

NOTES = "EMG Task Team on Ponds\nFourth meeting, 3 May 2031, online\n\nMeeting notes\n\n1. Opening\n\nThe meeting was opened by Ms. Ana Water (FAO).\n\n2. Ponds\n\nUNEP showed the map.\n\n{0}\n\n3. Next meeting\n\nThe fifth meeting will be held in June 2031. The secretariat will send invitations.\n"
BLOCKS: list[tuple[str, list[str]]] = [
    ("Agreed actions\n- The contact group on map 3.b.1, chaired by FAO, to review the list.\n- The contact group on ponds to send comments.\n- The group on ponds said that it would like to review the list.", ["agree", "agree"]),
    ("Action points\n- FAO to share the map by 3 June.\n- UNEP and WHO will prepare a note.\n- Next meeting: June.", ["agree", "agree"]),
    ("Next steps and agreed actions\n\n(a) The EMG secretariat will circulate the note;\n(b) Members are invited to comment on it by May.", ["agree", "invite"]),
    ("Agreed next steps:\n1) Circulate the map (FAO, 3 June)\n2) Update the terms of reference (secretariat)\n3) Date of the next meeting to be confirmed", ["agree", "agree"]),
    ("Agreed actions:\n\n(a) FAO (lead), with the CBD Secretariat: draft a note on ponds;\n(b) WHO to share the map.", ["agree", "agree"]),
    ("Action items:\n• FAO: finalize the map by 3 June\n• WHO: send comments to FAO", ["agree", "agree"]),
    ("Follow-up actions\n1. FAO agreed to share the map.\n2. WHO undertook to translate the note.", ["agree", "agree"]),
    ("Actions agreed at the meeting:\n- Map to be finalized by FAO.\n- Mandate of the Task Team to be extended until 2032.\n- UNDP to be invited to join.", ["agree", "extend", "invite"]),
    ("Decisions and action points\n1. The map was approved.\n2. FAO to share it.", ["approve", "agree"]),
    ("Agreed actions\nFAO to share the map by 3 June.\nUNEP, with WHO, to prepare a note.", ["agree", "agree"]),
    ("Agreed actions\n\nThe Task Team agreed on the following:\n(a) FAO will share the map;\n(b) WHO is invited to help.", ["agree", "agree invite"]),
    ("Annex II\nActions agreed\n1. Members to complete the list (by 30 April).\n2. FAO to share the map (by 31 May).", ["agree", "agree"]),
    # the verbs in bold or in italics
    ("## Decisions and Recommendations\n\n- The TT-Ponds __thanked__ FAO for the map.\n- The TT-Ponds __stressed__ the need for rain and requested UNEP to dig.\n- The TT-Ponds __expressed its appreciation__ for the help.\n- The TT-Ponds __recommended__ to dig.",
     ["thank", "stress request", "express", "recommend"]),
    ("Decisions and recommendations\n\n- Ponds are deep.\n- The Map __recommended__ reads well.", []),
    # tables
    ("Agreed actions\n\nAction | Responsible | Deadline\nShare the map | FAO | 3 June\nPrepare a note | UNEP | 5 June", ["agree", "agree"]),
    ("Agreed actions\n\n| No. | Action | Date |\n|---|---|---|\n| 1 | FAO to share the map | 3 June |\n| 2 | Prepare a note | 5 June |", ["agree", "agree"]),
    ("Agreed actions\n\nPond | Depth | Fish\nRed pond | 3 m | carp", []),
    # one decision where nothing says that each item is one
    ("The Task Team agreed on the following actions:\n- FAO to share the map;\n- UNEP to prepare a note.", ["agree"]),
    # no list of what was agreed
    ("Next steps\n- FAO to share the map by 3 June.\n- UNEP will prepare a note.", []),
    ("Agreed actions\n- Ponds and rain.\n- The next meeting will be held in May.\n- Thanks to FAO for the map.", []),
]


@pytest.mark.parametrize(("block", "expected"), BLOCKS, ids=[row[0][:50] for row in BLOCKS])
def test_what_is_to_be_done_was_agreed(reading_of: Read, block: str, expected: list[str]) -> None:
    assert decided(reading_of(NOTES.format(block))) == [(verbs, "adopted", "task-team-ponds") for verbs in expected]


def test_a_newsletter_with_a_list_is_no_report(reading_of: Read) -> None:
    text = "EMG newsletter, May 2031\n\nThe 31st Senior Officials Meeting was held in Bern.\n\nThe Senior Officials took note of the report.\n\nAgreed actions\n- FAO to share the map.\n"
    assert decided(reading_of(text)) == []


def test_what_is_to_be_done_in_a_paper_or_a_workshop_is_agreed_by_nobody(reading_of: Read) -> None:
    block = "Actions\n\n1. Members to dig ponds.\n2. FAO will share the map.\n"
    assert decided(reading_of(f"Ponds of the world\n\nPaper for the ninth meeting of the Pond Board\n\nPonds are deep.\n\n{block}")) == []
    assert decided(reading_of(f"Report of the workshop on ponds\nBern, 3 May 2031\n\nThe meeting was opened by FAO.\n\nAgreed a{block[1:]}")) == []


SUGGESTED: list[tuple[str, str]] = [
    ("The technical segment takes note of the map and recommends the extension of the mandate.", "take note recommend"),
    ("The technical segment invites EMG members to nominate focal points.", "invite"),
    ("The Senior Officials take note of the map and endorse it.", "take note endorse"),
    ("The meeting welcomes the note, and thanks FAO for it.", "welcome thank"),
    ("Members to be invited to send their rules.", "invite"),
    ("The Task Team to be requested to submit a report.", "request"),
    ("FAO to share the map.", "agree"),
    ("Agree to extend the Task Team, and request it to submit a report.", "agree request"),
    ("Take note of the map and thank UNEP for its work.", "take note thank"),
    ("UNDP invites Members to a workshop.", ""),
]


@pytest.mark.parametrize(("item", "verbs"), SUGGESTED, ids=[row[0][:50] for row in SUGGESTED])
def test_suggestions_in_the_present_and_in_the_passive(reading_of: Read, item: str, verbs: str) -> None:
    text = f"29th Senior Officials Meeting of the Environment Management Group: Technical Segment\nBern, 3 May 2031\n\n1. Ponds\n\nThe technical segment was held in Bern.\n\nSuggested actions:\n• {item}\n\n2. Closing\n\nThe end.\n"
    assert [(v, s) for v, s, _ in decided(reading_of(text))] == [(verbs, "suggested")]


# -- above the decisions -------------------------------------------------------------------------

MOP = "Report of the Thirty-Ninth Meeting of the Parties to the Montreal Protocol\n\n1. The meeting was held in Bonn.\n\n2. {0}\n\n3. The end.\n"


def test_points_say_what_it_was_decided_to_do(reading_of: Read) -> None:
    text = MOP.format("The Meeting of the Parties decided:\n\n(a) To request the Panel to dig;\n\n(b) To invite parties to help.")
    assert [verbs for verbs, _, _ in decided(reading_of(text))] == ["decide request invite"]


def test_the_verb_before_the_points_is_one_of_several(reading_of: Read) -> None:
    text = MOP.format("The Meeting of the Parties welcomed the list and agreed:\n\n(a) To go on;\n\n(b) To prepare a note.")
    assert [verbs for verbs, _, _ in decided(reading_of(text))] == ["welcome agree"]


def test_what_was_carried_out_first(reading_of: Read) -> None:
    text = MOP.format("The Meeting of the Parties carried out the review of the ponds and adopted the recommendations in it.")
    assert [verbs for verbs, _, _ in decided(reading_of(text))] == ["adopt"]


def test_what_is_told_in_the_present_goes_on_so(reading_of: Read) -> None:
    text = MOP.format("The Meeting of the Parties, having considered the list, approves the map. The Meeting of the Parties requests the secretariat to dig.")
    assert [verbs for verbs, _, _ in decided(reading_of(text))] == ["approve request"]


def test_a_line_above_printed_decisions_is_none(reading_of: Read) -> None:
    text = "Report of the Thirty-Ninth Meeting of the Parties to the Montreal Protocol\n\n1. The meeting was held in Bonn.\n\n2. Peru spoke.\n\n3. Chad spoke.\n\n4. The Thirty-Ninth Meeting of the Parties decided:\n\nXXXIX/4: Ponds\n\n1. To request the Panel to dig;\n\n2. To invite parties to help.\n"
    assert [verbs for verbs, _, _ in decided(reading_of(text))] == ["request", "invite"]


def test_a_draft_in_an_annex_has_its_own_body_line(reading_of: Read) -> None:
    text = "Report of the Open-ended Working Group of the Parties to the Montreal Protocol on its forty-ninth meeting\n\n1. The meeting was held in Bonn.\n\n2. Peru spoke.\n\n3. The end.\n\nAnnex\nDraft decision submitted by Peru\n\n[The Thirty-Ninth Meeting of the Parties decides:\n1. To request the Panel to dig;\n2. [To invite parties to help;]]\n"
    assert [(verbs, status) for verbs, status, _ in decided(reading_of(text))] == [("request", "draft"), ("invite", "draft")]


AGENDAS: list[tuple[str, bool]] = [
    ("The provisional agenda contained in UNEP(DEPI)/CAR IG.52/1 was adopted.", True),
    ("The provisional agenda (UNEP/CHW.91/1) was adopted without change.", True),
    ("The agenda, as amended, was adopted.", True),
    ("The draft agenda circulated by the secretariat was approved.", True),
    ("With this change, the Agenda was adopted.", True),
    ("The agenda item on ponds was adopted in 2019.", False),
    ("The Secretariat presented the agenda, which had been adopted.", False),
]


@pytest.mark.parametrize(("sentence", "adopted"), AGENDAS, ids=[row[0][:50] for row in AGENDAS])
def test_the_agenda_was_adopted(reading_of: Read, sentence: str, *, adopted: bool) -> None:
    assert len(decided(reading_of(MOP.format(sentence)))) == adopted


def test_prose_above_a_numbered_list_of_agreed_actions_decides_too(reading_of: Read) -> None:
    text = (
        "Joint Liaison Group of the Rio Conventions\nReport of the ninetieth meeting\nBern, 6 May 2031\n\nA. Opening\n\nThe meeting was opened.\n\nB. Ponds\n\nThe group agreed to extend the list and requested FAO to dig.\n\n"
        "C. Rain\n\nUNEP spoke of rain. The group took note of the proposal. UNEP agreed to help.\n\nAgreed actions\n\n1. FAO will share the list.\n2. WHO will dig.\n3. The group endorsed the plan for ponds.\n"
    )
    assert [verbs for verbs, _, _ in decided(reading_of(text))] == ["agree request", "take note", "agree", "agree", "endorse"]
