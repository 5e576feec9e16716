"""Who decides what, in the forms in which documents print it: told in reports, in sections, run together, in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Decision
from kg.namespaces import BASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.pipeline import Reading

    Read = Callable[..., Reading]


def decided(reading: Reading) -> list[tuple[str, str, str, str]]:
    """Return the paragraph, the verbs, the status and the bodies of each decision, in short."""
    numbers = {p.id: p.number for p in reading.document.passages}
    made = [d for d in reading.statements.items if isinstance(d, Decision)]
    return [(numbers[d.evidence.passage], " ".join(d.verbs), d.status, " ".join(b.removeprefix(BASE).rpartition("/")[2] for b in d.bodies)) for d in made]


# -- reports -------------------------------------------------------------------------------------

SBI = "Report of the Subsidiary Body for Implementation on its sixtieth session, held in Bonn from 3 to 13 June 2031\n\n1. The session of the Subsidiary Body for Implementation (SBI) was held in Bonn.\n\n2. {0}\n\n3. The end.\n"
COP = "Report of the Conference of the Parties to the Basel Convention on its ninety-first meeting\n\n1. The meeting was held in Bonn.\n\n2. {0}\n\n3. The end.\n"
TOLD: list[tuple[str, str, list[tuple[str, str]]]] = [
    # what stands between the body and its verb, and after "recalled"
    (SBI, "The SBI recalled decision 1/CP.99 and noted paragraph 7 of the report.", [("recall note", "sbi")]),
    (SBI, "The SBI, wishing to dig, agreed to meet.", [("agree", "sbi")]),
    (SBI, "The SBI completed its review of ponds and recommended a draft decision.", [("recommend", "sbi")]),
    (SBI, "The SBI took note of the ponds and urged developed countries to dig, and encouraged others to help.", [("take note urge encourage", "sbi")]),
    (SBI, "The SBI took note of the ponds and adopted resolutions 3/1 and 3/2.", [("take note adopt", "sbi")]),
    (SBI, "The SBI established a group on ponds, and requested it to dig.", [("establish request", "sbi")]),
    (SBI, "The SBI welcomed the list and took note thereof.", [("welcome take note", "sbi")]),
    (SBI, "The SBI welcomed the rules, adopted at COP 9, and the plans.", [("welcome", "sbi")]),
    (SBI, "The SBI admitted two organizations as observers.", [("admit", "sbi")]),
    (SBI, "The SBI was informed of the ponds and it agreed to close the item.", [("agree", "sbi")]),
    # what "it" does after a reason, after a clause, after another sentence
    (SBI, "The SBI urged Parties to dig. In addition, it invited others to help.", [("urge invite", "sbi")]),
    (SBI, "The SBI welcomed the pond. Noting that it is deep, it requested the secretariat to measure it.", [("welcome request", "sbi")]),
    (SBI, "At its 1st meeting, the SBI agreed to wait. At the first part of its 2nd meeting, it considered and adopted the conclusions below.", [("agree adopt", "sbi")]),
    (SBI, "The SBI noted the invitation to dig, and it encouraged participation in the work.", [("note encourage", "sbi")]),
    (SBI, "The SBI noted that the Pond Board met in Bonn and it agreed to dig.", [("note", "sbi")]),
    (SBI, "The SBI reiterated the need for a workshop. This workshop will be open to all. It requested the secretariat to report on it.", [("reiterate request", "sbi")]),
    (SBI, "The SBI took note of the workshop. The Chair of the Pond Board spoke. It agreed to dig.", [("take note", "sbi")]),
    (SBI, "The representative of Peru spoke. In addition, it agreed to that.", []),
    (SBI, "The SBI took stock of the ponds and acknowledged their depth, and invited such organizations to dig.", [("acknowledge invite", "sbi")]),
    (SBI, "The SBI concluded its work and recommended draft conclusions for adoption. It noted agreed texts and invited experts.", [("conclude recommend note", "sbi")]),
    # sentences within the points of a list
    (SBI, "The SBI welcomed the work, including:\n\n(a) Two workshops. The SBI expressed its thanks to Peru for the second one. It also encouraged others to dig;\n\n(b) The Pond Board agreed to wait.",
     [("welcome express encourage", "sbi")]),
    (SBI, "The following was reported:\n\n(a) The Chair of the SBI noted the ponds;\n\n(b) Ponds. The secretariat requested the SBI to dig.", []),
    # two bodies, and who "they" are; those of a list too
    (SBI, "The SBI and the SBSTA held a workshop. They agreed to meet again.", [("agree", "sbi sbsta")]),
    (SBI, "The SBI and the SBSTA:\n\n(a) Took note of, and expressed their thanks for, the report;\n\n(b) Requested the secretariat to dig.", [("take note express request", "sbi sbsta")]),
    # those who act for it, or within it, are not the body
    (SBI, "The Chair of the SBI noted that ponds dry up, and the presiding officers of the SBI, at noon, agreed to wait.", []),
    (SBI, "The Conference of the Parties decided to dig, and the Standing Committee agreed to that.", []),
    (SBI, "In decision 3/CP.98, the SBI was asked to report.", []),
    # the conference by its short names
    (COP, "The Conference of the Parties adopted decision BC-91/1, on ponds.", [("adopt", "basel-cop")]),
    (COP, "The parties agreed that a group should be established.", [("agree", "basel-cop")]),
    (COP, "The parties expressed concern, and the group agreed to that.", []),
    # joint decisions
    (COP, "By decisions BC-91/7 and RC-88/2, the conferences of the parties decided to meet together.", [("decide", "basel-cop rotterdam-cop")]),
    # what was decided at an earlier meeting is only told
    (COP, "In decision BC-90/3, the Conference of the Parties requested the Secretariat to dig.", []),
    (COP, "In decision BC-91/3, the Conference of the Parties requested the Secretariat to dig.", [("request", "basel-cop")]),
    (COP, "By decisions BC-90/20 and RC-86/12, the conferences of the parties decided to meet. The conferences of the parties also decided to be quick.", []),
    (COP, "At its previous meeting, the Conference of the Parties requested a report.", []),
    (COP, "Accordingly, in Decision BC90-6 (May 2030), the Conference of the Parties established a group.", []),
    (SBI, "The SBI, at its fifty-ninth session, decided to wait.", []),
    (SBI, "At its 58th session, the SBI decided to wait.", []),
    (SBI, "In May 2029, the SBI decided to wait.", []),
    (SBI, "The SBI decided at its fifty-ninth session to wait, and at its 2nd meeting, the SBI agreed to dig.", [("decide", "sbi")]),
    (SBI, "In 2031, the SBI decided to wait.", [("decide", "sbi")]),
    (COP, "The Conference of the Parties, at its ninetieth meeting, decided to wait.", []),
    (COP, "At its 2nd plenary meeting, the Conference of the Parties agreed to dig.", [("agree", "basel-cop")]),
    # the body to which something was reported
    (COP, "The President so reported to the Conference of the Parties, which approved the report.", [("approve", "basel-cop")]),
    (COP, "The President so reported to the Bureau, which approved the report.", []),
    # nobody says who decides
    (COP, "The agenda for the preparatory segment was adopted.", [("adopt", "basel-cop")]),
    (COP, "The present report was adopted on the basis of the draft report.", [("adopt", "basel-cop")]),
    (COP, "The draft decision, as orally amended, was adopted by consensus.", [("adopt", "basel-cop")]),
    (COP, "The recommendation was adopted by the Conference of the Parties.", [("adopt", "basel-cop")]),
    (COP, "The report was adopted by the General Assembly in May.", []),
    (COP, "The draft report (UNEP/CHW.91/L.1), presented by the Rapporteur, was adopted.", [("adopt", "basel-cop")]),
    (COP, "The representative of Chad introduced a draft decision, which was adopted as decision BC-91/4.", [("adopt", "basel-cop")]),
    (COP, "The representative of Chad spoke of the plan, which was adopted in May.", []),
    (COP, "On the proposal of the Bureau, Ms. Cy Hill (Chad) was elected Rapporteur of the meeting.", [("elect", "basel-cop")]),
    (COP, "The secretariat recalled that Ms. Cy Hill (Chad) was elected Rapporteur.", []),
    (COP, "Ms. Cy Hill (Chad) was elected Chair of the Pond Review Committee of the General Assembly.", []),
    (SBI, "The Chair proposed that a group be set up, and the SBI so agreed.", [("agree", "sbi")]),
    (COP, "There being no objection, it was so decided.", [("decide", "basel-cop")]),
    (COP, "Following the discussion, it was agreed that a group would be established.", [("agree", "basel-cop")]),
    (COP, "The representative of Chad said that, in her view, it was agreed to wait.", []),
    (COP, "One party noting the rain, it was agreed by many that it was late.", []),
    # what was accepted, adopted … by the body of this meeting, and what it had been before
    (COP, "The offer of Chad to host the next meeting was accepted by the Conference of the Parties with thanks.", [("accept", "basel-cop")]),
    (SBI, "At its 2nd meeting, draft recommendation SBI/60/L.4 was adopted by the Subsidiary Body as recommendation 60/2.", [("adopt", "sbi")]),
    (SBI, "Draft conclusion SBI/60/L.4 was adopted as amended.", [("adopt", "sbi")]),
    (SBI, "The plan was adopted by the SBI in 2029.", []),
    (SBI, "The plan was adopted by the SBI at its ninth session.", []),
    (SBI, "Chad recalled that the plan was approved by the SBI.", []),
    (SBI, "The plan was not accepted by the SBI.", []),
    (SBI, "The plan was accepted by the Pond Board.", []),
    # verbs for what ends, begins again, is put off
    (SBI, "The SBI re-established the group on ponds and extended its mandate.", [("re-establish extend", "sbi")]),
    (SBI, "The SBI dissolved the group, postponed the item and urged the Parties to dig.", [("dissolve postpone urge", "sbi")]),
    (SBI, "The SBI deferred the item and commended the secretariat on its work.", [("defer commend", "sbi")]),
    (SBI, "The SBI AGREED to dig.", [("agree", "sbi")]),
    # whom it asked may have a name of any kind
    (SBI, "The SBI took note of the report, and invited members to nominate diggers.", [("take note invite", "sbi")]),
    (SBI, "The SBI welcomed the plan and requested exporting Parties to report.", [("welcome request", "sbi")]),
    (SBI, "The SBI noted the planned and requested activities in ponds.", [("note", "sbi")]),
    # what the meeting asked, agreed or approved though nobody says who did
    (SBI, "The secretariat was requested to circulate the list.", [("request", "sbi")]),
    (SBI, "The secretariat was requested to circulate the list by the General Assembly.", []),
    (SBI, "In decision 3/CP.9 the secretariat was requested to dig.", []),
    (SBI, "The following conclusions were agreed: ponds are deep.", [("agree", "sbi")]),
    (SBI, "Chad recalled that the following conclusions were agreed: ponds are deep.", []),
    (SBI, "The minutes of the previous session were approved.", [("approve", "sbi")]),
    (SBI, "The budget was approved in 2029.", []),
    (SBI, "The SBI was of the view that ponds dry up and asked the secretariat to dig.", [("ask", "sbi")]),
    (SBI, "The SBI asked whether it rained.", []),
    (SBI, "The Subsidiary Body and the Deep Ponds Panel agreed to meet.", [("agree", "sbi")]),
    # thanks for something are no decision
    (SBI, "The SBI thanked Chad for having led the project.", []),
    (SBI, "The SBI thanked Chad for its help and agreed to dig.", [("thank agree", "sbi")]),
    # in the present only after a reason
    (SBI, "The SBI, having considered the report, approves the plan and invites the secretariat to dig.", [("approve invite", "sbi")]),
    (SBI, "Having considered the report, the SBI takes note of it.", [("take note", "sbi")]),
    (SBI, "The SBI approves plans and requests reports.", []),
    # the chair of the body is not the body by its short name either
    (SBI, "The Chair of the Subsidiary Body agreed to wait.", []),
    # members as a body, and as people who talk
    (SBI, "Members accepted the kind invitation of Chad to meet there.", [("accept", "sbi")]),
    (SBI, "Members elected Ms. Cy Hill as Vice-Chair.", [("elect", "sbi")]),
    (SBI, "Members thanked Chad. Members noted that it rained, accepted that and requested more time.", []),
]


@pytest.mark.parametrize(("report", "sentence", "expected"), TOLD, ids=[row[1][:50] for row in TOLD])
def test_what_a_report_tells(reading_of: Read, report: str, sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(verbs, bodies) for number, verbs, status, bodies in decided(reading_of(report.format(sentence))) if number == "2" and status == "adopted"] == expected



def test_what_the_senior_officials_decided_needs_no_heading(reading_of: Read) -> None:
    text = (
        "Report of the 95th Senior Officials Meeting of the Environment Management Group\n\n1. Ponds\n\n1. FAO spoke of ponds.\n\nThe Senior Officials:\n- Took note of the report;\n- Requested UNEP to dig.\n\n"
        "2. Rain\n\n2. UNEP spoke of rain.\n\nThe agencies:\n- Noted the rain.\n\n3. Closing\n\n3. It ended.\n"
    )
    assert [(verbs, status) for _, verbs, status, _ in decided(reading_of(text))] == [("take note", "adopted"), ("request", "adopted")]


@pytest.mark.parametrize("block", ["Suggested actions:\n\nSome words.\n\nThe Senior Officials:\n\na) Took note of the report;\n\nb) Agreed to dig.", "The Senior Officials:\n\n- Take note of the report;\n- Agree to dig."])
def test_what_is_only_suggested_is_not_decided(reading_of: Read, block: str) -> None:
    text = f"Report of the 95th Senior Officials Meeting of the Environment Management Group\n\nI. Ponds\n\n1. FAO spoke of ponds.\n\n{block}\n\nII. Closing\n\n2. It ended.\n"
    assert {status for _, _, status, _ in decided(reading_of(text))} <= {"suggested"}


def test_a_suggestion_that_says_who_decides(reading_of: Read) -> None:
    text = "Report of the 95th Senior Officials Meeting of the Environment Management Group\n\nI. Ponds\n\n1. FAO spoke of ponds.\n\nSuggested action:\nThe Senior Officials took note of the report.\n\nII. Closing\n\n2. It ended.\n"
    assert [(verbs, status) for _, verbs, status, _ in decided(reading_of(text))] == [("take note", "suggested")]


def test_they_of_the_paragraph_before(reading_of: Read) -> None:
    reading = reading_of(
        "Report of the 95th Senior Officials Meeting of the Environment Management Group\n\nItem 1: Ponds\n\n1. The senior officials took note of the list.\n\n"
        "2. They requested UNEP to dig.\n\nItem 2: Rain\n\n3. The secretariat spoke.\n\n4. They requested UNEP to dig.\n"
    )
    assert [(number, verbs) for number, verbs, _, _ in decided(reading)] == [("1", "take note"), ("2", "request")]


REPORTS = [
    # a body that nobody knows, by the line of its meeting or by a line of its own
    ("9th Meeting of the Bureau of the Parties to the Convention on Ponds\n\nReport of the Meeting: Conclusions and Recommendations\n\n1. The meeting was opened.\n\n2. The Bureau decided to dig.\n\n3. The Parties agreed to that.\n",
     [("2", "decide", "bureau-of-the-parties-to-the-convention-on-ponds")]),
    ("Steering Committee of the Pond Partnership\nMinutes of the 4th meeting\n\n1. Opening\n\nMs. Ana Water chaired the meeting.\n\n2. Ponds\n\nThe Steering Committee admitted Chad. The Drafting Committee approved a text.\n\n3. Closing\n\nIt ended.\n",
     [("¶2", "admit", "steering-committee-of-the-pond-partnership")]),
    ("Pond Commission\nMeeting of the Deep Ponds Committee (DPC)\n\nSummary Record\n\n1. Opening\n\nThe meeting endorsed the list.\n\n2. Closing\n\nIt ended.\n", [("¶1", "endorse", "deep-ponds-committee")]),
    ("Bureau of the Pond Plenary\nReport of the 14th Bureau meeting\n\n1. It began.\n\n2. The Bureau agreed to dig. The Plenary decided to swim.\n\n3. It ended.\n", [("2", "agree", "bureau-of-the-pond-plenary")]),
    ("INTERNATIONAL POND COMMISSION\nCHAIR'S REPORT OF THE 71st ANNUAL MEETING\n\n1. OPENING\n\n1.1 Welcome\n\nThe Chair welcomed delegates.\n\n2. PONDS\n\n2.1 Deep ponds\n\nThe Commission noted the ponds. Japan agreed to dig.\n", [("¶2", "note", "international-pond-commission")]),
    ("JOINT MEETING OF THE BUREAUX OF THE BASEL AND STOCKHOLM CONVENTIONS\nGeneva, 3 May 2031\n\nReport\n\n1. The meeting was opened by Chad.\n\n2. The Bureaux requested the Secretariat to dig.\n\n3. It ended.\n\n4. It rained.\n", [("2", "request", "joint-meeting-of-the-bureaux-of-the-basel-and-stockholm-conventions-example")]),
    # mechanisms by their names, their short names, "the meeting", and what members decided below a label
    ("Twenty-third meeting of UN-Oceans\n\nSummary report\n\n1. UN-Oceans held its meeting in Bern.\n\n2. The meeting adopted its agenda.\n\n3. UN-Oceans decided to dig. It requested FAO to help.\n\n4. FAO decided to swim.\n\n5. The Chair closed the meeting.\n",
     [("2", "adopt", "un-oceans"), ("3", "decide request", "un-oceans")]),
    ("43rd UN-Water Meeting\n\nReport\n\n1. Opening\n\nThe meeting was chaired by IFAD.\n\n2. Ponds\n\nMembers noted that it rained.\n\nDecision 1: Members took note of the plan and requested UNEP to dig.\n\nDecision 2: To approve the plan.\n\nAction: UNEP to swim.\n\n3. Closing\n\nIt ended.\n",
     [("¶3", "take note request", "un-water"), ("¶4", "approve", "un-water")]),
    # in the present below a heading that says what it is
    ("POND FUND\nJOINT SUMMARY OF THE CHAIRS\n74th GEF Council Meeting\n\n1. The meeting was opened by Ms. Ana Water.\n\nDECISIONS OF THE COUNCIL\n\n2. The Council requests the Secretariat to dig.\n\n3. The Council decides on ponds. The Agencies decide to swim.\n\nSUMMARY OF DISCUSSIONS\n\n4. The Council decides on ponds every year.\n\n5. It ended.\n",
     [("2", "request", "gef-council")]),
    ("DECISIONS OF THE FIFTY-SECOND MEETING OF THE ADAPTATION FUND BOARD\n\nAgenda item 1: Opening\n\nMs. Ana Water opened the meeting.\n\nAgenda item 2: Ponds\n\nHaving considered the ponds, the Board decided to dig.\n(Decision B.52/1)\n\nThe Board heard a talk.\n",
     [("¶2", "decide", "adaptation-fund-board")]),
    ("Pond Board\nSummary report of the ninth meeting\n\nItem 1. Opening\nThe meeting was opened.\n\nItem 2. Ponds\nThe Board takes note of ponds.\n\nItem 3. Conclusions\nThe Board takes note of ponds.\n", [("¶3", "take note", "pond-board")]),
    # those who meet in a technical segment
    ("Environment Management Group\nTechnical segment of the ninth meeting\n\nSummary of discussions and suggested actions\n\nItem 1. Opening\n\nThe technical segment was held online.\n\nItem 2. Suggested actions\n\nThe senior officials are invited to:\n\n1. Take note of the ponds and request the secretariat to dig;\n\nItem 3. Closing\n\nThe technical segment agreed to meet again. The high-level segment agreed to swim.\n",
     [("Item 2. Suggested actions 1", "take note request", "emg"), ("¶2", "agree", "emg")]),
    # experts, a document for a meeting, news of one
    ("Ninth meeting of friends\nWorkshop on ponds\n\nSummary report\n\n1. The meeting was opened.\n\n2. The meeting adopted its agenda.\n\n3. Participants agreed to dig ponds.\n\n4. It ended.\n", []),
    ("Pond Board\nNinth meeting\nNote by the secretariat\n\nSummary\n\nThe meeting was opened by Chad. The Pond Board decided to dig. Members agreed to help Chad.\n", []),
    ("Bern, 3 May 2031 - The ninth meeting of the Pond Board closed today.\n\nThe meeting was opened by Chad. The Board adopted a budget. Members agreed to help Chad. The plan was accepted by the Board.\n", []),
    ("Ponds of the world\n\n1. Who digs\n\nThe third meeting of the Pond Board was opened by Chad. Members agreed to share data.\n\n2. Suggested actions\n\nPonds should be dug.\n\n3. Rain\n\nThe Pond Board approved it.\n", []),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS, ids=[" ".join(text.split())[:40] for text, _ in REPORTS])
def test_reports_of_every_kind_of_body(reading_of: Read, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(number, verbs, bodies) for number, verbs, _, bodies in decided(reading_of(text))] == expected


SUGGESTED = [
    ("- Members to take note of the plan and to agree that ponds be dug.", [("take note agree", "un-oceans")]),
    ("- The Contact Group is requested to dig.\n- All members are invited to help.", [("request", "un-oceans"), ("invite", "un-oceans")]),
    ("1. Extend the Task Team on Ponds and invite UNEP to lead it;\n\n2. Agree to dig.", [("extend invite", "un-oceans"), ("agree", "un-oceans")]),
]


@pytest.mark.parametrize(("items", "expected"), SUGGESTED, ids=[row[0][:30] for row in SUGGESTED])
def test_suggested_actions_without_letters(reading_of: Read, items: str, expected: list[tuple[str, str]]) -> None:
    text = f"UN-Oceans\nSummary report of the ninth meeting\n\nItem 1. Opening\nIt began.\n\nItem 2. Ponds\nFAO spoke of ponds.\nSuggested actions:\n{items}\n\nItem 3. Closing\nIt ended.\n"
    reading = reading_of(text)
    assert [(verbs, bodies, status) for _, verbs, status, bodies in decided(reading)] == [(*row, "suggested") for row in expected]
    assert not any("item" in iri for iri in reading.mentions.entities), "an item of the agenda is no workstream"


def test_items_below_a_numbered_heading_of_agreed_actions(reading_of: Read) -> None:
    text = "Report of the ninth meeting of the Pond Board\n\nI. Ponds\n\n1. It rained.\n\nII. Agreed actions\n\n2. The Pond Board:\n\n(a) Agreed to dig and requested UNEP to help;\n\n(b) Accepted the offer of Chad.\n\nIII. Closing\n\n3. It ended.\n"
    assert [(number, verbs, status) for number, verbs, status, _ in decided(reading_of(text))] == [("Agreed actions a", "agree request", "adopted"), ("Agreed actions b", "accept", "adopted")]


TITLES = [
    ("Proceedings of the United Nations Environment Assembly at its eighty-first session", "Assembly", "unea"),
    ("Report of the Board on Deep Ponds (BDP) on the third part of its second session", "BDP", "board-on-deep-ponds"),
    ("Report of the Ad Hoc Working Group on Long-term Cooperative Action under the Convention on its resumed sixth session", "AWG-LCA", "awg-lca"),
    ("Report of the Executive Committee of the Multilateral Fund for the Implementation of the Montreal Protocol on its 180th meeting", "Executive Committee", "multilateral-fund-excom"),
    ("Report of the Committee on Ponds and Puddles on the work of its twelfth meeting", "committee", "committee-on-ponds-and-puddles"),
    ("Proceedings of the Governing Council/Global Ministerial Environment Forum at its ninety-third session", "Council/Forum", "unep-gc"),
    ("Minutes of the 91st meeting of the Standing Committee", "Standing Committee", "standing-committee"),
    # a title that is broken over lines, numbers alone on theirs
    ("Report of the Plenary of the Intergovernmental Science-Policy\nPlatform on Biodiversity and Ecosystem Services on the work of\nits ninth session", "Plenary", "ipbes-plenary"),
    # experts who meet are no body
    ("Report of the expert meeting on ponds on its second session", "meeting", ""),
    ("Report of the Workshop on Ponds on its first meeting", "Group", ""),
    # another committee than that of the title
    ("Report of the Executive Board of the Pond Fund on its tenth meeting", "Credentials Committee", ""),
]


@pytest.mark.parametrize(("title", "short", "body"), TITLES, ids=[row[0][:60] for row in TITLES])
def test_the_body_that_a_title_names(reading_of: Read, title: str, short: str, body: str) -> None:
    reading = reading_of(f"{title}\n\n1. The session was opened at noon.\n\n2. The {short} agreed to request the secretariat to dig.\n\n3. The end.\n")
    assert [(number, verbs, bodies) for number, verbs, _, bodies in decided(reading)] == ([("2", "agree", body)] if body else [])


EMG = "Report of the 95th Senior Officials Meeting of the Environment Management Group\n\nI. Ponds\n\nPeople discussed ponds.\n\n{0}\n\nII. Closing\n\nThe meeting was closed.\n"
TOLD_ITEMS: list[tuple[str, list[tuple[str, str]]]] = [
    # "Decision:" above a list whose items say who decides; items may have letters, bullets, numbers
    ("Decision:\n\na) The senior officials took note of the list and agreed to extend it.\n\nb) The Senior Officials also requested the secretariat to dig.",
     [("Ponds a", "take note agree"), ("Ponds b", "request")]),
    ("Decisions\n\n- The senior officials took note of the list.\n- The EMG Senior Officials further decided to dig.", [("Ponds ¶1", "take note"), ("Ponds ¶2", "decide")]),
    ("Agreed actions:\n\n1. The senior officials approved the plan.\n2. The senior officials invited UNEP to dig.", [("Ponds 1", "approve"), ("Ponds 2", "invite")]),
    # on its own line, and what "they" did
    ("Decision: The senior officials agreed to dig. They also invited UNDP to join. It rained.", [("Ponds ¶1", "agree invite")]),
    # who was asked, and an item that decides nothing
    ("Decision:\n\na) The senior officials took note of the list.\n\nb) The EMG secretariat was requested to draft a plan.\n\nc) Rain in the ponds.",
     [("Ponds a", "take note"), ("Ponds b", "request")]),
    # items that say what is to be done, also by others: that was agreed
    ("Agreed actions\n- Establish a task team on ponds.\n- UNEP to swim.\n- Members to endorse it.", [("Ponds ¶1", "establish"), ("Ponds ¶2", "agree"), ("Ponds ¶3", "endorse")]),
    # no list of decisions
    ("Decision\n\nThe senior officials met before. It was a hard decision to take.", []),
    ("Actions:\n\na) Visitors took note of the signs.\n\nb) The guide requested help.", []),
    ("Decision: Once it had rained, the guide requested help.", []),
]


@pytest.mark.parametrize(("block", "expected"), TOLD_ITEMS, ids=[row[0][:40] for row in TOLD_ITEMS])
def test_items_that_say_who_decides(reading_of: Read, block: str, expected: list[tuple[str, str]]) -> None:
    reading = reading_of(EMG.format(block))
    assert [(number, verbs) for number, verbs, _, _ in decided(reading)] == expected
    assert {(status, body) for _, _, status, body in decided(reading)} <= {("adopted", "emg-som")}
    assert "Ponds" not in {entity.label for entity in reading.mentions.entities.values()}, "what is decided under a heading makes no workstream of it"


def test_a_block_of_told_decisions_in_a_report_of_paragraphs(reading_of: Read) -> None:
    text = "Report of the Committee on Ponds on its 9th meeting\n\n1. It met.\n\n2. The Committee adopted the agenda.\n\n3. It rained.\n\nDecision\n\n(a) The Committee took note of the rain.\n\n4. It ended.\n"
    assert [(number.strip(), verbs) for number, verbs, _, _ in decided(reading_of(text))] == [("2", "adopt"), ("a", "take note")]


RECORD = """SC95 SR

CONVENTION ON INTERNATIONAL TRADE IN ENDANGERED SPECIES OF WILD FAUNA AND FLORA

Ninety-fifth meeting of the Standing Committee
Geneva (Switzerland), 1-5 October 2038

{0}

Opening remarks of the Chair

The Chair welcomed the participants.

1. Adoption of the agenda

The Secretariat introduced document SC95 Doc. 1. One Party noted that it was long.

The Standing Committee adopted the agenda in document SC95 Doc. 1.

2. Ponds

The Committee noted the report in document SC95 Doc. 2 and requested the Secretariat to dig.

The Secretariat noted the request.
"""


def test_a_summary_record_has_paragraphs_without_numbers(reading_of: Read) -> None:
    found = [(number, verbs, body) for number, verbs, _, body in decided(reading_of(RECORD.format("SUMMARY RECORD")))]
    assert found == [("¶3", "adopt", "cites-standing-committee"), ("¶4", "note request", "cites-standing-committee")]
    assert decided(reading_of(RECORD.format("Background paper"))) == []


# -- decisions -----------------------------------------------------------------------------------

PRINTED: list[tuple[str, list[tuple[str, str, str, str]]]] = [
    # sections whose numbers begin anew
    ("Decision IPBES-88/1: Ponds\n\nThe Plenary,\n\nRecalling the rain,\n\nI\nWork\n\n1. Adopts the programme;\n\n2. Requests help;\n\nII\nPonds\n\n1. Welcomes the ponds;\n\n2. Approves the list, and accepts its chapters;\n",
     [("1", "adopt", "adopted", "ipbes-plenary"), ("2", "request", "adopted", "ipbes-plenary"), ("1", "welcome", "adopted", "ipbes-plenary"), ("2", "approve accept", "adopted", "ipbes-plenary")]),
    # run together on one line, and a body line with its only decision
    ("2 Decision 11/CP.98 On ponds The Conference of the Parties, Welcoming the ponds, Also recalling decision 1/CP.97, 1 1. Approves the plan and looks forward to rain; 2. Requests the secretariat to dig;\n",
     [("1", "approve look forward", "adopted", "unfccc-cop"), ("2", "request", "adopted", "unfccc-cop")]),
    ("Decision -/CP.98\nThe Conference of the Parties, Takes note of the accord of 3 May 2031.\n", [("¶1", "take note", "adopted", "unfccc-cop")]),
    # above the first section of a decision, the body line without its comma
    ("The Conference of the Parties to the Minamata Convention on Mercury\nI - Ponds\n1.Welcomes the ponds;\n2.Adopts the manual prepared by the group,2 welcomes the sheets and encourages all to read them;\n",
     [("1", "welcome", "adopted", "minamata-cop"), ("2", "adopt welcome encourage", "adopted", "minamata-cop")]),
    # told on the line of the symbol
    ("94th Meeting of the Ramsar Standing Committee\n\nAgenda item 6: Ponds\n\nDecision SC94-1: The Standing Committee established a Subgroup on ponds.\n\nDecision SC94-2: The list of ponds\n",
     [("SC94-1 ¶1", "establish", "adopted", "ramsar-standing-committee")]),
    # recitals in capitals, without a body line among them; symbols that only one convention has
    ("Resolution Conf. 94.1 (Rev. CoP98)\n\nTrade in ponds\n\nRECALLING Resolution Conf. 9.1;\n\nTHE CONFERENCE OF THE PARTIES TO THE CONVENTION\n\n1. URGES:\n\na) all Parties to dig;\n\n2. DIRECTS the Secretariat to help;\n\nREPEALS the Resolutions listed hereunder.\n",
     [("1", "urge", "adopted", "cites-cop"), ("2", "direct", "adopted", "cites-cop"), ("¶1", "repeal", "adopted", "cites-cop")]),
    # a resolution on the report of another body, whose it is said above or not said; a further verb with a capital letter, which a name may have, too
    ("Report of the Executive Board of the Multilateral Fund.\n- Author: UN General Assembly (91st sess. : 2036)\n1. Takes note of the report of the Executive Board;\n2. Notes with satisfaction the list and Urges Governments to dig;\n3. Invites all to help.\n",
     [("1", "take note", "adopted", "unga"), ("2", "note urge", "adopted", "unga"), ("3", "invite", "adopted", "unga")]),
    ("Report of the Economic and Social Council\n\n1. Takes note of the report;\n\n2. Invites all to help.\n", [("1", "take note", "adopted", ""), ("2", "invite", "adopted", "")]),
    # more verbs of a paragraph
    ("Resolution adopted by the General Assembly\n\n94/1. Ponds\n\nThe General Assembly,\n\n1. Reaffirms the law, expresses profound alarm that ponds dry up, remains concerned, and in this regard urges States to dig;\n\n2. Recognises the ponds and asks all to help.\n",
     [("1", "reaffirm express urge", "adopted", "unga"), ("2", "recognize ask", "adopted", "unga")]),
    # what stands above the body line is no part of the decision
    ("Decision 5/CP.98\n\nPonds\n\nReiterates that ponds should be dug. It said so in May, as told in the rules of procedure.\n\nThe Conference of the Parties,\n\n1. Agrees to dig;\n\n2. Also agrees to stop.\n",
     [("1", "agree", "adopted", "unfccc-cop"), ("2", "agree", "adopted", "unfccc-cop")]),
    # rows of a table with the symbol, above the decisions
    ("| POPRC-97/1 | Ponds | |\n1. Adopts the evaluation;\n2. Decides to dig; |\n| POPRC-97/2 | Pools | |\n|\n1. Decides to establish a group and agrees to work; |\n",
     [("POPRC-97/1 1", "adopt", "adopted", "stockholm-poprc"), ("POPRC-97/1 2", "decide", "adopted", "stockholm-poprc"), ("POPRC-97/2 1", "decide agree", "adopted", "stockholm-poprc")]),
    # told with more verbs, with points, and on a line longer than a heading; of a body that nobody knows
    ("Decision SC94-1: The Standing Committee noted the ponds and requested that they be dug.\n\nDecision SC94-2: The Standing Committee a) noted the pools; b) urged all to dig; and c) agreed to meet" + " again" * 80 + ".\n",
     [("SC94-1 ¶1", "note request", "adopted", "standing-committee-example"), ("SC94-2 ¶2", "note urge agree", "adopted", "standing-committee-example")]),
    # the verb on a line of its own, and what is decided below it; paragraphs that begin with "That"
    ("Decision XLI/23: Ponds\nThe Forty-First Meeting of the Parties to the Montreal Protocol,\nRecalling decision XL/2,\nDecides:\n- To approve the budget and to take note of the plan;\n- To authorize the Secretary and take note of the ponds;\n",
     [("¶2", "approve take note", "adopted", "x"), ("¶3", "authorize take note", "adopted", "x")]),
    ("Decision XLI/24: Ponds\n\nThe Forty-First Meeting of the Parties to the Montreal Protocol decides:\n\n1. To request the Panel to dig;\n\n2. That the Panel should rest;\n",
     [("1", "request", "adopted", "x"), ("2", "decide", "adopted", "x")]),
    # the symbol between the body and its verb, and items in small letters
    ("Decision VCXI/3: Ponds\n\nThe Conference of the Parties, in Decision VCXI/3 of its Ninetieth Meeting, decided:\n\n- to request the Parties to the Montreal Protocol to dig;\n\n- to invite all to help.\n",
     [("¶1", "request", "adopted", "conference-of-the-parties-example"), ("¶2", "invite", "adopted", "conference-of-the-parties-example")]),
    # nobody is said to decide, and one protocol alone is named
    ("Decision XLI/25: Ponds\n\n1. To note with appreciation the work under the Montreal Protocol;\n\n2. To select Chad as a digger;\n",
     [("1", "note", "adopted", "montreal-protocol-mop"), ("2", "select", "adopted", "montreal-protocol-mop")]),
    ("Decision XLI/25: Ponds\n\n1. To note with appreciation the work under the Montreal Protocol and the Basel Convention;\n", [("1", "note", "adopted", "")]),
    # more sentences that begin with "We"
    ("Declaration of the Ministers of Ponds\n\n1. We underline the rain. In particular, we express our thanks. We reaffirm the ponds and we invite all.\n\n2. We urge all to dig. We were wet.\n",
     [("1", "underline express reaffirm invite", "adopted", ""), ("2", "urge", "adopted", "")]),
    # a list of those who were there
    ("Final act on ponds\n\n1. The following were there:\n\nThe Republic of Azerbaijan,\n\nThe Kingdom of Norway,\n\n2. Notes were taken.\n", []),
    # ministers who declare what they will do
    ("Deep Ponds Declaration\n\nWe, African Ministers of Ponds,\n\nHaving met in Bern, at the ninety-first session of the African Ministerial Conference on the Environment,\n\nNoting the rain,\n\nHereby declare our determination:\n\n1. To strengthen the ponds;\n\n2. To request UNEP to dig.\n",
     [("1", "declare", "adopted", "amcen"), ("2", "request", "adopted", "amcen")]),
    ("Deep Ponds Declaration\n\nWe, African Ministers of Ponds,\n\nHaving met in Bern, at the ninety-first session of the African Ministerial Conference on the Environment,\n\nNoting the rain,\n\nOptions are:\n\n1. To strengthen the ponds;\n\n2. To wait.\n", []),
    # a conference that only the decisions it cites tell
    ("The Conference of the Parties,\n\nRecalling decisions 2/CP.97 and 1/CP.98,\n\n1. Welcomes the ponds;\n\n2. Invites all to dig.\n", [("1", "welcome", "adopted", "unfccc-cop"), ("2", "invite", "adopted", "unfccc-cop")]),
    ("The Conference of the Parties,\n\nRecalling decisions 2/CP.97 and SC-98/1,\n\n1. Welcomes the ponds;\n\n2. Invites all to dig.\n", [("1", "welcome", "adopted", "conference-of-the-parties-example"), ("2", "invite", "adopted", "conference-of-the-parties-example")]),
    # a resolution of a council that numbers by year
    ("Resolution adopted by the Economic and Social Council\n\n2091/33. Ponds\n\nThe Economic and Social Council,\n\nRecalling its resolution 2090/35,\n\nI\nPonds\n\n1. Decides:\n\n(a) To dig;\n\n2. Invites help.\n",
     [("1", "decide", "adopted", "ecosoc"), ("2", "invite", "adopted", "ecosoc")]),
    # told with its points, and with the symbol
    ("Decision B.91/3\n\nFollowing the discussion on ponds, the Board decided:\n(a) To dig ponds;\n(b) To request the Chair of the Adaptation Fund Board to help.\n", [("¶1", "decide", "adopted", "adaptation-fund-board")]),
    ("Decision I/95: Ponds\n\nThe Fifth Meeting of the Parties decided in Dec. I/95 to establish a group inter alia to:\n\n- count ponds under the Montreal Protocol\n", [("¶1", "decide", "adopted", "x")]),
    # run together, in brackets, beginning anywhere
    ("PONDS 47. [Decides that ponds should: (a) Be dug; (b) Be full;]] 48. [Requests the [SBI][Board] to help;]\n", [("47", "decide", "draft", "x"), ("48", "request", "draft", "x")]),
    # conclusions that are only proposed
    ("FCCC/SBSTA/2031/L.9\n\nAgenda item 5\n\nDraft conclusions proposed by the Chair\n\n1. The Subsidiary Body for Scientific and Technological Advice (SBSTA), recalling decision 9/CP.94, took note of the ponds.\n\n2. The SBSTA agreed to dig.\n\n3. The IPCC agreed to help.\n",
     [("1", "take note", "draft", "sbsta"), ("2", "agree", "draft", "sbsta")]),
    # brackets before the number, not those that say that something was left out
    ("Decision 5/CP.98\n\nOn ponds\n\nThe Conference of the Parties,\n\n[...] 1. Decides to dig;\n\n[2. Requests help;]\n\n3. [Invites] Parties to dig.\n",
     [("1", "decide", "adopted", "unfccc-cop"), ("2", "request", "draft", "unfccc-cop"), ("3", "invite", "draft", "unfccc-cop")]),
    ("Decision JCG21/1: The Pond Group endorses the atlas and requests UNEP to print it.\n\nDecision JCG21/2: The Pond Group plans for ponds\n", [("JCG21/1 ¶1", "endorse request", "adopted", "x")]),
    # told in the present below the symbol, with points or without, or in the past
    ("Decision B.91/3\n\nThe Board, having considered the report: \n(a) Takes note of the ponds;\n(b) Approves the budget.\n\nDecision B.91/4\n\nThe Board, having met, requests UNEP to dig and invites all to help.\n\nDecision B.91/5\n\nPonds and pools\n\nHaving considered the report, the Board decided to dig.\n",
     [("B.91/3 ¶1", "take note approve", "adopted", "x"), ("B.91/4 ¶2", "request invite", "adopted", "x"), ("B.91/5 ¶3", "decide", "adopted", "x")]),
    # a negotiating text: options, alternatives, paragraphs between
    ("Draft decision on ponds\n\nThe Conference of the Parties,\n\n1. *Calls* on Parties to dig;\n\n2. **Option 1** : *[Requests* the SBI to dig;]\n\n2bis. *Notes* the ponds;\n\n3. *[Takes note* of] *[Welcomes]* the report;\n\n**Option 2**:\n\n2. *[Invites] [Strongly urges]* all to dig;\n",
     [("1", "call upon", "draft", "x"), ("2", "request", "draft", "x"), ("2", "note", "draft", "x"), ("3", "take note welcome", "draft", "x"), ("2", "invite urge", "draft", "x")]),
    # a page that breaks its lines anywhere, a body that decides "in Dec. …:", the middle of a resolution run together
    ("On the ponds of the Convention on Biological Diversity\n(Article 8 (h))\nThe Conference of the\nParties\n1.\nNotes the\nponds;\n2.\nRequests the Secretariat of the Convention to\ndig many more ponds;\n",
     [("1", "note", "adopted", "cbd-cop"), ("2", "request", "adopted", "cbd-cop")]),
    ("The Third Meeting of the Parties decided in Dec. III/91:\n\n  1. to recall the ponds of the Montreal Protocol;\n  2. should ponds dry, the group would dig;\n  3. to endorse the ponds.\n",
     [("1", "recall", "adopted", "montreal-protocol-mop"), ("3", "endorse", "adopted", "montreal-protocol-mop")]),
    ("Ponds\n\n9. Welcomes the ponds of the world and those of the moon; 10. Also welcomes the pools, and encourages Parties to dig; 11. Requests help.\n",
     [("9", "welcome", "adopted", ""), ("10", "welcome encourage", "adopted", ""), ("11", "request", "adopted", "")]),
    # what a subsidiary body recommends is not adopted
    ("On ponds\nThe Subsidiary Body on Scientific, Technical and Technological Advice recommends\nthat the Conference of the Parties, at its ninety-eighth meeting:\n1. Welcomes the ponds;\n2. Requests help;\n",
     [("1", "welcome", "draft", "cbd-sbstta"), ("2", "request", "draft", "cbd-sbstta")]),
    # the report of a meeting that has lost its title, and the same of a workshop
    ("1. The sixtieth session of the Subsidiary Body for Implementation (SBI) was held in Bonn, from 3 to 13 June 2031.\n2. The Chair opened the session.\n3. The SBI had a note before it.\n4. The SBI adopted the agenda.\n",
     [("4", "adopt", "adopted", "sbi")]),
    ("1. The sixtieth session of the workshop of the Subsidiary Body for Implementation (SBI) was held in Bonn.\n2. The Chair opened the session.\n3. The SBI had a note before it.\n4. The SBI adopted the agenda.\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PRINTED, ids=[" ".join(text.split())[:40] for text, _ in PRINTED])
def test_what_a_decision_prints(reading_of: Read, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    found = decided(reading_of(text))
    assert [row[:3] for row in found] == [row[:3] for row in expected]
    assert all(theirs[3] in {"x", ours[3]} for ours, theirs in zip(found, expected, strict=True))


def test_rows_of_a_table_in_a_report(reading_of: Read) -> None:
    table = "| Item | Decision | Who |\n|---|---|---|\n| UNEP | The SBI approved the ponds and requested the secretariat to dig. | All |\n| Pools | No decision. | - |\n| Rain | The SBI members decided nothing. | - |\n"
    reading = reading_of(SBI.format(table.replace("The SBI", "The Subsidiary Body")))
    assert [row[1:] for row in decided(reading)] == [("approve request", "adopted", "sbi")]
    assert any(m.entity.endswith("/unep") for m in reading.mentions.items)


NONE = [
    # a number of a section that stands alone, and a title that looks like a verb
    "Decision 5/CP.98\n\nOn ponds\n\nThe Conference of the Parties,\n\nI.\nAnnex\n\nRules of procedure of the Board\n\n1. Requests are made in writing.\n",
    # points that begin like decisions, in a treaty
    "The Parties to this Convention,\n\nRecalling the rain,\n\nHave agreed as follows:\n\nArticle 1\n\n1. A Conference of the Parties is hereby established.\n\n2. The Conference of the Parties shall adopt rules. 3. Decides nothing.\n",
    # the sentence after a symbol that only tells who wrote
    "Action items\n\nDecision MC-95/1: The Secretariat requested comments.\n\nThe Secretariat is seeking views.\n",
    # a table that lists decisions, and a press release that names a draft
    "Ponds\n\n| SC-97/1 | Ponds | 3 |\n| SC-97/2 | Pools | 4 |\n\nThe table shows what was decided.\n",
    "Assembly adopts texts\n\nThe Assembly today adopted a resolution (document A/99/L.37) on ponds, and decided to dig.\n",
    # what a study, a newsletter or a document for a meeting recommends, or tells
    "Ponds of the world\n\nSummary for all\n\nIt was approved by the Plenary at its ninth meeting.\n\nKey decisions\n- Agreed to dig.\n- UNEP was requested to help.\n\nRecommended actions:\n- Take note of ponds.\n- States to agree on rules.\n",
    "Pond newsletter\n\nSummary of the ninth meeting of the Pond Committee\n\nThe meeting was opened by Chad. The Committee adopted a plan. Members agreed to dig ponds.\n",
    "CONFERENCE OF THE PARTIES TO THE POND CONVENTION\nNinth meeting\n\nReport of the Secretariat on ponds\n\n1. The secretariat was requested to dig.\n\n2. The eighth meeting of the Conference of the Parties was held in Rome.\n\n3. The Conference of the Parties adopted the plan.\n\n4. It rained.\n",
    # an account of a meeting that is no report of the body
    "The Plenary met in Bonn, and the Conference of the Parties, Recalling the rain, decided to dig.\n",
]


@pytest.mark.parametrize("text", NONE, ids=["annex", "treaty", "action item", "table", "press", "study", "newsletter", "document", "account"])
def test_what_decides_nothing(reading_of: Read, text: str) -> None:
    assert decided(reading_of(text)) == []


SYMBOLS = [
    ("UNEP Governing Council decisions SS.VII/1 and SS.XII/3", {"unep-gc-ss-vii-1", "unep-gc-ss-xii-3"}),
    ("decision Ex.III/1 of the parties", {"montreal-protocol-ex-iii-1"}),
    ("decisions BC.Ex-1/1 and IG.92/20", {"bc-ex-1-1", "barcelona-ig-92-20"}),
    ("Resolution Conf. 90.10 on ponds", {"cites-cop-resolution-conf-90-10"}),
    ("decision 47/52 of the Executive Committee of the Multilateral Fund, and later decision 47/52", {"multilateral-fund-excom-47-52"}),
    ("the General Assembly resolution 3337 (XXIX) on ponds", {"unga-3337-xxix"}),
    ("Economic and Social Council resolutions 2090/35 and 2091/49", {"ecosoc-2090-35", "ecosoc-2091-49"}),
    ("Decision EC-57/4.1 and Resolution IOC-XXXIII/4.2", {"example-ec-57-4-1", "example-resolution-ioc-xxxiii-4-2"}),
    # not a symbol: a name, a file
    ("an Ex-3/4 inch pipe and the SS Rotterdam, the file IG.doc", set()),
]


@pytest.mark.parametrize(("words", "expected"), SYMBOLS, ids=[words[:30] for words, _ in SYMBOLS])
def test_symbols_of_special_sessions_and_of_one_body(reading_of: Read, words: str, expected: set[str]) -> None:
    mentions = reading_of(f"They recalled {words}.\n").mentions
    assert {m.entity.rpartition("/")[2] for m in mentions.items if mentions.entities[m.entity].kind in {"DecisionText", "Resolution"}} == expected


def test_a_decision_is_the_same_where_it_is_printed_and_where_it_is_cited(reading_of: Read) -> None:
    printed = reading_of("Decision adopted by the Conference of the Parties to the Convention on Biological Diversity\n\n95/4. Ponds\n\nThe Conference of the Parties,\n\nRecalling decision 94/34 and CBD/COP/95/1,\n\n1. Adopts the ponds;\n\n2. Requests help.\n")
    assert {d.text for d in printed.statements.items if isinstance(d, Decision)} == {f"{BASE}decision/cbd-95-4"}
    cited = reading_of("The CBD Secretariat recalled decision 95/4 of the Conference of the Parties to the Convention on Biological Diversity.\n")
    assert f"{BASE}decision/cbd-95-4" in {m.entity for m in cited.mentions.items}


def test_a_body_line_above_all_headings(reading_of: Read) -> None:
    text = "**The Conference** of the Parties serving as the meeting of the Parties to the Paris Agreement,\n\n**Recalling** decision 2/CMA.2,\n\n1. **Welcomes** the report;\n\n2. **Takes** note of ponds;\n"
    assert [d.verbs for d in reading_of(text).statements.items if isinstance(d, Decision)] == [("welcome",), ("take note",)]
