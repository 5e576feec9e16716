"""Who reported on a work, who proposed it, and what is near and says neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.pipeline import Reading

    Read = Callable[..., Reading]

EMG = """Report of the ninth meeting of the Senior Officials of the Environment Management Group

1. The ninth meeting was held in Bern.

"""
TEAM, PROJECT = "task-team-clear-ponds", "pilot-project-on-rain-gauges"


def told(reading: Reading) -> set[str]:
    """Return who reported and who proposed, by the ends of the IRIs."""
    found = [role for role in reading.statements.items if isinstance(role, Role) and role.role in {"reporting", "proposer"}]
    assert all((role.basis == "implied") == (role.role == "reporting") for role in found)
    return {f"{role.agent.rpartition('/')[2]} {role.role} {role.target.rpartition('/')[2]}" for role in found}


TOLD: list[tuple[str, set[str]]] = [
    ("FAO proposed to include a short section on quiet frogs.", {"fao proposer short-section-on-quiet-frogs"}),
    ("The representative of Chad introduced the proposal to add two frogs to the annex, which Chad had submitted.", {"chad proposer proposal-to-add-two-frogs-to-the-annex"}),
    ("The meeting discussed the proposal to list the green newt, submitted by Chad and Peru.", {"chad proposer proposal-to-list-green-newt", "peru proposer proposal-to-list-green-newt"}),
    ("The meeting discussed the proposal to list the green newt, which Chad had rejected.", set()),
    ("Ms. Ana Roe (FAO) briefed the meeting on the progress made by the Task Team on Clear Ponds.", {f"ana-roe reporting {TEAM}"}),
    ("UNDP gave an overview of the preparatory process for the United Nations Ocean Conference.", {"undp reporting preparatory-process-for-the-united-nations-ocean-conference"}),
    ("UNEP, on behalf of the Task Team on Clear Ponds, gave an update on its work.", {f"unep reporting {TEAM}"}),
    ("UNEP and WHO, the co-leads of the Task Team on Clear Ponds, presented its progress report.", {f"unep reporting {TEAM}", f"who reporting {TEAM}"}),
    ("WHO, which leads the Task Team on Clear Ponds, reported on the three calls that the Task Team on Clear Ponds had held.", {f"who reporting {TEAM}"}),
    ("On behalf of the Task Team on Clear Ponds, Mr. Ben Hill reported on progress.", {f"ben-hill reporting {TEAM}"}),
    ("The representative of WMO provided participants with an overview of the pilot project on rain gauges.", {f"wmo reporting {PROJECT}"}),
    ("UNEP presented the results of the survey of frog ponds.", {"unep reporting survey-of-frog-ponds"}),
    ("FAO presented an update on the online inventory of ponds.", {"fao reporting online-inventory-of-ponds"}),
    ("An update on the online inventory of ponds was given by Ms. Cy Moor of UNEP.", {"cy-moor reporting online-inventory-of-ponds"}),
    ("The Senior Officials welcomed the update by FAO on the Pond Restoration Initiative.", {"fao reporting pond-restoration-initiative"}),
    ("The Senior Officials thanked Mr. Ben Hill for his report on the Pond Restoration Initiative.", {"ben-hill reporting pond-restoration-initiative"}),
    ("The Senior Officials considered the report of the Task Team on Clear Ponds, presented by its chair, Ms. Ana Roe.", {f"ana-roe reporting {TEAM}"}),
    ("FAO presented the project Clear Ponds.", {"fao reporting project-clear-ponds"}),
    ("Ms. Ana Roe reported on the third edition of the Pond Atlas.", {"ana-roe reporting pond-atlas"}),
    # papers, meetings, processes, tools, in the ordinary forms
    ("UNESCO reported on the outcome of the fifth meeting of the Board of the Pond Fund.", {"unesco reporting fifth-meeting-of-the-board-of-the-pond-fund"}),
    ("UNDP presented document EMG/9/4 on the Task Team on Clear Ponds.", {"undp reporting emg-9-4"}),
    ("FAO presented a study on frogs.", {"fao reporting study-on-frogs"}),
    ("The EMG Secretariat introduced the third draft of the rain handbook.", {"emg-secretariat reporting third-draft-of-the-rain-handbook"}),
    ("Ms. Ana Roe of Rain University, chair of the Pond Panel, reported on the draft pond strategy, which is long.", {"ana-roe reporting draft-pond-strategy"}),
    ("The Head of the Frog Office, Mr. Ben Hill, presented the evaluation of dry ponds.", {"ben-hill reporting evaluation-of-dry-ponds"}),
    ("A representative of WMO, attending online, demonstrated the prototype of the rain alarm.", {"wmo reporting prototype-of-the-rain-alarm"}),
    ("WHO briefed the members on the difficulties and on the survey of mud.", {"who reporting survey-of-mud"}),
    ("A presentation on the global assessment was made by Ms. Ana Roe, Head of Ponds.", {"ana-roe reporting global-assessment"}),
    ("The compendium of mud rules was introduced by FAO.", {"fao reporting compendium-of-mud-rules"}),
    ("Mr. Ben Hill briefed members on his participation in the fourth workshop on frogs.", {"ben-hill reporting fourth-workshop-on-frogs"}),
    # "the secretariat", experience, information, what somebody considered, a list, an acronym behind
    ("The Secretariat presented the survey of frog ponds.", {"emg-secretariat reporting survey-of-frog-ponds"}),
    ("A representative of the secretariat summarized the note on ways of dealing with mud (EMG/9/4).", {"emg-secretariat reporting note-on-ways-of-dealing-with-mud"}),
    ("WHO shared its experience with the pilot project on rain gauges.", {f"who reporting {PROJECT}"}),
    ("FAO shared information related to CBD COP 15 and the 2030 Agenda.", {"fao reporting cbd-cop15", "fao reporting 2030-agenda"}),
    ("The CBD Secretariat informed members of the preparations for the ninth meeting of the Conference of the Parties (CBD COP9) in Bern.", {"cbd-secretariat reporting cbd-cop9"}),
    ("FAO informed the meeting of the progress made in implementing the pilot project on rain gauges.", {f"fao reporting {PROJECT}"}),
    ("Ms. Ana Roe, coordinator of the EMG Task Team on Clear Ponds, gave an update on the work of the task team.", {f"ana-roe reporting {TEAM}"}),
    ("Ms. Ana Roe, chair of the Task Team on Clear Ponds, presented the progress report (EMG/9/4).", {f"ana-roe reporting {TEAM}"}),
    ("WHO presented an update on behalf of the Task Team on Clear Ponds.", {f"who reporting {TEAM}"}),
    ("The Pond Facility of UNEP met. UNDP, which serves as the secretariat of the Task Team on Clear Ponds, presented the main findings of the frog inventory.", {"undp reporting frog-inventory"}),
    ("The co-chairs of the assessment, Ms. Ana Roe and Mr. Ben Hill, introduced the summary for pond owners.", {"ana-roe reporting summary-for-pond-owners", "ben-hill reporting summary-for-pond-owners"}),
    # proposals
    ("UNEP proposed a joint inventory of ponds in dry areas.", {"unep proposer joint-inventory-of-ponds-in-dry-areas"}),
    ("Norway proposed the creation of a working group on cold ponds.", {"norway proposer working-group-cold-ponds"}),
    ("Chad suggested establishing a working group on dry ponds.", {"chad proposer working-group-dry-ponds"}),
    ("The Senior Officials took note of the proposal by WMO to create a regional network of rain gauges.", {"wmo proposer regional-network-rain-gauges"}),
    ("The proposal put forward by Chad for a continental fund for ponds was discussed.", {"chad proposer continental-fund-for-ponds"}),
    ("UNEP introduced a conference room paper, submitted by Chad and Peru, proposing an informal network of ponds.",
     {"chad proposer informal-network-ponds", "peru proposer informal-network-ponds"}),
    ("Togo, which first proposed the Pond Restoration Initiative, hosts its office.", {"togo proposer pond-restoration-initiative"}),
    ("Fiji proposed the proclamation of World Frog Day.", {"fiji proposer world-frog-day"}),
    ("The idea of the Pond Restoration Initiative was first put forward by Togo.", {"togo proposer pond-restoration-initiative"}),
    ("UNDP presented the annotated outline of the 2027 edition of the Global Pond Outlook.", {"undp reporting global-pond-outlook"}),
    ("UNEP and FAO, which co-lead the Pond Innovation Accelerator, presented an update on the first phase of the accelerator.",
     {"unep reporting pond-innovation-accelerator", "fao reporting pond-innovation-accelerator"}),
    ("Mr. Ben Stone (FAO), Chair of the Task Team on Clear Ponds, outlined its workplan.", {"ben-stone reporting task-team-clear-ponds"}),
    ("The Pond Restoration Initiative was proposed by Fiji.", {"fiji proposer pond-restoration-initiative"}),
    ("WHO put forward a proposal for a study on frogs and dust.", {"who proposer study-on-frogs-and-dust"}),
    # formal proposals
    ("The representatives of Chad and Peru introduced their proposal to amend Annexes I, II and IX to the Convention so that frogs are safe.",
     {"chad proposer proposal-to-amend-annexes-i-ii-and-ix-to-the-convention", "peru proposer proposal-to-amend-annexes-i-ii-and-ix-to-the-convention"}),
    ("The proposal by Chad and Peru to amend Annex I was discussed.", {"chad proposer proposal-to-amend-annex-i", "peru proposer proposal-to-amend-annex-i"}),
    ("The European Union submitted a conference room paper containing a draft decision on cold ponds.", {"eu proposer draft-decision-on-cold-ponds"}),
    ("The meeting had before it a draft resolution on frogs, submitted by Chad and Peru.", {"chad proposer draft-resolution-on-frogs", "peru proposer draft-resolution-on-frogs"}),
    ("The representative of Norway introduced a draft decision on frogs submitted by Chad.", {"chad proposer draft-decision-on-frogs"}),
    ("Mr. Ben Stone (FAO), Chair of the Task Team on Clear Ponds, reported on the outcome of its deliberations.", {"ben-stone reporting task-team-clear-ponds"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TOLD, ids=[row[0][:60] for row in TOLD])
def test_who_reported_and_who_proposed(reading_of: Read, sentence: str, expected: set[str]) -> None:
    assert told(reading_of(f"{EMG}2. {sentence}\n\n3. The end.\n")) == expected


NEAR = [
    "FAO introduced the item.",
    "FAO presented the annual report.",
    "UNEP introduced amendments to the text on ponds.",
    "UNEP presented its views on the list of ponds.",
    "The Director of UNEP welcomed Ms. Ana Roe and introduced the speakers on ponds.",
    "WMO briefed the meeting on the weather.",
    "FAO would present a study on frogs.",
    "Ms. Ana Roe, chair of the Task Team on Clear Ponds, reported on the work of the committee.",
    "Chad described the long plan for ponds.",
    "The Senior Officials approved the report of the last meeting with the changes presented by FAO.",
    "FAO and WHO considered whether to report on the Task Team on Clear Ponds.",
    "UNEP presented an update on the second phase of the programme.",
    "The Chair invited UNDP to report on the Task Team on Clear Ponds.",
    "UNEP said that it could not yet report on the Task Team on Clear Ponds.",
    "WMO asked whether the Task Team on Clear Ponds would report on rain.",
    "WHO would report on the Task Team on Clear Ponds next year.",
    "FAO proposed a joint inventory of ponds. The proposal was not supported.",
    "UNEP had proposed a study on mud, but the group did not accept the proposal.",
    "UNDP proposed 4 May as the date of the next meeting.",
    "FAO proposed an amendment to the terms of reference of the Task Team on Clear Ponds.",
    "FAO proposed Ms. Ana Roe as chair of the Task Team on Clear Ponds.",
    "The Secretariat introduced a draft decision on ponds.",
    "UNEP introduced a draft decision on ponds.",
    "Chad might submit a draft decision on ponds.",
    "The proposal by Chad to amend Annex I was discussed, but there was no consensus on it.",
    "The proposal by Chad to amend it was discussed.",
    "UNDP proposed extending the mandate of the Task Team on Clear Ponds.",
]


@pytest.mark.parametrize("sentence", NEAR, ids=[sentence[:60] for sentence in NEAR])
def test_near_misses(reading_of: Read, sentence: str) -> None:
    assert told(reading_of(f"{EMG}2. {sentence}\n\n3. The end.\n")) == set()


def test_a_name_does_not_end_with_a_small_word_where_a_line_does(reading_of: Read) -> None:
    sentence = "Mr. Bo Hill (FAO) reported on the Nexus Dialogue on Ponds and\nDigital Frogs, which WHO had hosted."
    assert told(reading_of(f"{EMG}2. {sentence}\n\n3. The end.\n")) == {"bo-hill reporting nexus-dialogue-on-ponds-and-digital-frogs"}


SUBMITTED: list[tuple[str, set[str]]] = [
    ("Resolution submitted by Chad", {"chad proposer resolution-1-cp-90"}),
    ("Draft resolution submitted by the Federative Republic of Brazil", {"brazil proposer resolution-1-cp-90"}),
    ("Resolution submitted by Chad and Peru", {"chad proposer resolution-1-cp-90", "peru proposer resolution-1-cp-90"}),
    ("Ponds, as submitted by Chad", set()),
    ("Resolution submitted by Chad and others", {"chad proposer resolution-1-cp-90"}),
]


@pytest.mark.parametrize(("line", "expected"), SUBMITTED, ids=[row[0] for row in SUBMITTED])
def test_who_submitted_a_resolution(reading_of: Read, line: str, expected: set[str]) -> None:
    text = f"Resolution 1/CP.90\n\tThanks to the city of Bern\n\t\t{line}\n\n\tThe Conference of the Parties,\n\n\t1.\tThanks the city.\n\n\t2.\tThanks all.\n"
    assert told(reading_of(text)) == expected
