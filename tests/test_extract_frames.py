"""Who leads, chairs, hosts, serves, belongs and took part, by the shape of a clause; and clauses that are near and say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Decision, Fact, Participation, Role, Value
from kg.namespaces import BASE, last_part

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.pipeline import Reading

    Read = Callable[..., Reading]

SBI = """Report of the Subsidiary Body for Implementation on its ninetieth session, held in Bern

FCCC/SBI/2039/13

I. Opening of the session

1. The ninetieth session of the Subsidiary Body for Implementation (SBI) was held in Bern. The Chair of the SBI, Ms. Ana Water (Fiji), opened the session.

II. Ponds
(Agenda item 3)

"""
EMG = """Report of the ninth meeting of the Senior Officials of the Environment Management Group

1. The ninth meeting was held in Bern.

"""


def roles(reading: Reading) -> set[str]:
    """Return who has which role in what, by the ends of the IRIs."""

    def end(iri: str) -> str:
        return iri.removeprefix(BASE).rpartition("/")[2]

    return {f"{end(r.agent)} {r.role} {end(r.target)}" for r in reading.statements.items if isinstance(r, Role)}


# -- talks ---------------------------------------------------------------------------------------

PONDS = "informal-consultations-ponds"
TALKS: list[tuple[str, set[str]]] = [
    # the item is the topic; a surname alone, a particle, a hyphen of another kind
    ("At its 1st meeting, the SBI agreed to consider this item in informal consultations co-facilitated by Mr. Ben d’Arcy (Peru) and Ms. Cy Le‑Anne (Chad).",
     {f"ben-darcy co-chair {PONDS}", f"cy-le-anne co-chair {PONDS}"}),
    ("The SBI agreed that the item would be considered in informal consultations facilitated by Ben Stone (Peru).", {f"ben-stone chair {PONDS}"}),
    # somebody else in the place of who was to do it
    ("The SBI agreed to consider this item in informal consultations facilitated by Mr. Ben Stone (Peru). As Mr. Stone was unable to attend the session, Ms. Cy Hill (Chad) was invited to facilitate these consultations.",
     {f"cy-hill chair {PONDS}"}),
    ("The SBI agreed to consider this item in informal consultations co-facilitated by Mr. Ben Stone (Peru) and Mr. Dan Roe (Chad). As Mr. Stone could not attend, Ms. Cy Hill (Fiji) co-facilitated the consultations.",
     {f"dan-roe co-chair {PONDS}", f"cy-hill co-chair {PONDS}"}),
    ("The SBI agreed to consider this item in informal consultations facilitated by Mr. Ben Stone (Peru). As Mr. Stone was unable to attend the entire session, Ms. Cy Hill (Chad) was invited to facilitate the last of these consultations.",
     {f"ben-stone chair {PONDS}"}),
    # by an office that was said before
    ("The SBI agreed to consider this item in informal consultations facilitated by the Chair.", {f"ana-water chair {PONDS}"}),
    ("The SBI agreed to consider this item in a contact group chaired by the SBI Chair.", {"ana-water chair contact-group-on-ponds"}),
    # a topic of their own
    ("Mr. Ben Stone (Peru) and Ms. Cy Hill (Chad) co-facilitated the informal consultations on soil.",
     {"ben-stone co-chair informal-consultations-soil", "cy-hill co-chair informal-consultations-soil"}),
    ("The SBI met in informal consultations, with Mr. Ben Stone (Peru) and Ms. Cy Hill (Chad) as co-facilitators.",
     {f"ben-stone co-chair {PONDS}", f"cy-hill co-chair {PONDS}"}),
    # an event in words
    ("The workshop on soil was facilitated by Mr. Ben Stone (Peru).", {"ben-stone chair workshop-on-soil"}),
    # a list by agenda item
    ("The SBI agreed to convene informal consultations on two items, to be facilitated by co-facilitators, as follows:\n(a) Agenda item 4 (Soil and sand): Mr. Ben Stone (Peru) and Ms. Cy Hill (Chad);\n(b) Agenda item 5 (Rain): Mr. Dan Roe (Mali).",
     {"ben-stone co-chair informal-consultations-soil-and-sand", "cy-hill co-chair informal-consultations-soil-and-sand", "dan-roe chair informal-consultations-rain"}),
    # a contact group that is called by what it is for
    ("The SBI set up a contact group, co-chaired by Mr. Ben Stone (Peru) and Ms. Cy Hill (Chad), to consider the rules of rain.",
     {"ben-stone co-chair contact-group-on-rules-of-rain", "cy-hill co-chair contact-group-on-rules-of-rain"}),
    # a list whose items are quoted
    ("Informal consultations were held on the items and were co-facilitated as follows:\n(a) Item 3, “Rules of rain”: Ms. Cy Hill (Chad) and Mr. Ben Stone (Peru).",
     {"ben-stone co-chair informal-consultations-rules-of-rain", "cy-hill co-chair informal-consultations-rules-of-rain"}),
    # persons who lead together
    ("The SBI set up a contact group on rain, to be co-led by Mr. Ben Stone (Peru) and Ms. Cy Hill (Chad).",
     {"ben-stone co-chair contact-group-on-rain", "cy-hill co-chair contact-group-on-rain"}),
    # whom the chair asks
    ("The Chair asked Mr. Ben Stone (Peru) to facilitate a contact group on rain.", {"ben-stone chair contact-group-on-rain"}),
    # an event that took place
    ("The water dialogue took place on 4 June 2019 and was co-chaired by Ms. Cy Hill (Chad) and Mr. Ben Stone (Peru).",
     {"ben-stone co-chair water-dialogue", "cy-hill co-chair water-dialogue"}),
    # a draft is no topic: the group has that of the item
    ("The SBI set up a contact group, co-chaired by Mr. Ben Stone (Peru) and Ms. Cy Hill (Chad), to consider the draft recommendation further.",
     {"ben-stone co-chair contact-group-on-ponds", "cy-hill co-chair contact-group-on-ponds"}),
    # what is only proposed; an office that nobody is said to have; a session without a name
    ("The delegates asked Mr. Ben Stone (Peru) to facilitate a contact group on rain.", set()),
    ("It was proposed that informal consultations be facilitated by Mr. Ben Stone (Peru).", set()),
    ("The SBI agreed to consider this item in informal consultations facilitated by the Rapporteur.", set()),
    ("The meeting on soil was facilitated by Mr. Ben Stone (Peru).", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), TALKS, ids=[row[0][:50] for row in TALKS])
def test_who_leads_talks(reading_of: Read, sentence: str, expected: set[str]) -> None:
    assert roles(reading_of(f"{SBI}2. {sentence}\n\n3. The end.\n")) == expected | {"ana-water chair sbi"}


def test_the_chair_consults_on_the_agenda(reading_of: Read) -> None:
    text = f"{SBI}Adoption of the agenda\n\n2. Following consultations conducted by the Chair, the SBI adopted its agenda.\n\n3. The end.\n"
    assert roles(reading_of(text)) == {"ana-water chair sbi"}


# -- who took part -------------------------------------------------------------------------------

SPEAKERS: list[tuple[str, set[str]]] = [
    ("Statements were made by representatives of 13 Parties, including on behalf of the African Group and the European Union (EU) and its member States.",
     {"african-group", "eu"}),
    ("A statement was also made by a representative of the World Meteorological Organization (WMO).", {"wmo"}),
    ("The SBI noted with appreciation the statements made by representatives of FAO and UNEP.", {"fao", "unep"}),
    # the topic is no speaker, nor is the country of one who speaks, nor whose name only begins another
    ("Statements were made by representatives of two Parties on the work of UNEP.", set()),
    ("A statement was made by Mr. Ben Stone (Peru).", set()),
    ("Statements were made by representatives of three UNEP partners and United Nations and other organizations.", set()),
    ("Parties made statements on FAO.", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), SPEAKERS, ids=[row[0][:50] for row in SPEAKERS])
def test_who_spoke_took_part(reading_of: Read, sentence: str, expected: set[str]) -> None:
    found = roles(reading_of(f"{SBI}2. {sentence}\n\n3. The end.\n"))
    assert {role for role in found if " participant " in role} == {f"{agent} participant sbi90" for agent in expected}


# -- functions -----------------------------------------------------------------------------------

FUNCTIONS: list[tuple[str, set[str]]] = [
    ("Ms. Cy Hill, Under-Secretary-General of the United Nations and Executive Director of UNEP, spoke.", {"cy-hill officer unep", "cy-hill officer un"}),
    ("UNEP Executive Director Cy Hill spoke.", {"cy-hill officer unep"}),
    ("The Executive Secretary of the Convention on Biological Diversity, Mr. Ben Stone, spoke.", {"ben-stone officer cbd-secretariat"}),
    ("Cy Hill, Director of the Water Division of UNEP, spoke.", {"cy-hill officer unep"}),
    ("The Deputy Executive Secretary, Ms. Cy Hill, spoke.", {"cy-hill officer unfccc-secretariat"}),
    ("Ms. Cy Hill, Chair of the EMG and Director-General of FAO, spoke.", {"cy-hill chair emg", "cy-hill officer fao"}),
    ("Ben Stone (Peru), LEG member, spoke.", {"ben-stone member leg"}),
    ("Mr. Ben Stone (Peru), a member of the Adaptation Committee, spoke.", {"ben-stone member adaptation-committee"}),
    # of somebody who left, of a part that has another name, of the one before
    ("The former Executive Director of UNEP, Ms. Cy Hill, spoke.", set()),
    ("Statements were made by Ms. Cy Hill, Director of Soil, Mr. Ben Stone, and others.", {"cy-hill participant sbi90", "ben-stone participant sbi90"}),
]


@pytest.mark.parametrize(("sentence", "expected"), FUNCTIONS, ids=[row[0][:50] for row in FUNCTIONS])
def test_who_has_a_function(reading_of: Read, sentence: str, expected: set[str]) -> None:
    assert roles(reading_of(f"{SBI}2. {sentence}\n\n3. The end.\n")) == expected | {"ana-water chair sbi"}


# -- the shape of a clause -----------------------------------------------------------------------

CLAUSES: list[tuple[str, set[str]]] = [
    # one lead and another, a helm
    ("Workstream 1, on soil, is led by UNDP, with FAO as co-lead.", {"undp lead workstream-1-on-soil", "fao lead workstream-1-on-soil"}),
    ("Workstream 3, on rain, has UNITAR at its helm.", {"unitar lead workstream-3-on-rain"}),
    ("The Task Team on Ponds, for which UNEP and FAO act as lead agencies, met.", {"unep lead task-team-ponds", "fao lead task-team-ponds"}),
    ("UNOPS has taken over from UNHCR the leadership of the sub-group on procurement.", {"unops lead sub-group-on-procurement"}),
    ("FAO informed the meeting that it leads the Task Team on Ponds.", {"fao lead task-team-ponds", "fao participant som9"}),
    # of what was named before
    ("The Task Team on Ponds met. It is serviced by UNEP.", {"unep secretariat task-team-ponds"}),
    ("Workstream 2 (pools and puddles) met. FAO coordinates the workstream.", {"fao lead workstream-2-on-pools-and-puddles"}),
    # persons: one each, one of a list, what they are elsewhere
    ("The Task Team on Ponds is co-chaired by Ms. Cy Hill, Minister of Rain of Chad, and Mr. Ben Stone, Minister of Soil of Peru.",
     {"cy-hill co-chair task-team-ponds", "ben-stone co-chair task-team-ponds"}),
    ("Ms. Cy Hill and Mr. Ben Stone as Chair and Vice-Chair, respectively, of the Task Team on Ponds spoke.",
     {"cy-hill chair task-team-ponds", "ben-stone officer task-team-ponds"}),
    ("FAO, UNEP and WHO, chair of the Task Team on Ponds, spoke.", {"who chair task-team-ponds"}),
    ("The Task Team on Ponds was chaired by FAO and the Task Team on Rain by UNEP.", {"fao chair task-team-ponds", "unep chair task-team-rain"}),
    # members
    ("The Task Team on Ponds is composed of FAO, UNEP and WHO.", {f"{agency} member task-team-ponds" for agency in ("fao", "unep", "who")}),
    ("The Task Team on Ponds, of which FAO and UNEP are members, met.", {"fao member task-team-ponds", "unep member task-team-ponds"}),
    ("The Task Team on Ponds met. Its members are FAO and WHO.", {"fao member task-team-ponds", "who member task-team-ponds"}),
    ("The Task Team on Ponds – Lead: FAO; Members: UNEP, WHO.",
     {"fao lead task-team-ponds", "unep member task-team-ponds", "who member task-team-ponds"}),
    # names with their kind at the end, at the beginning, in the possessive
    ("The Core Drafting Team of the Task Team on Ponds met. The Pond Methodologies Panel is chaired by Ms. Cy Hill.", {"cy-hill chair pond-methodologies-panel"}),
    ("Mr. Ben Stone, Co-Chair of the Partnership for Action on Ponds, spoke.", {"ben-stone co-chair partnership-for-action-on-ponds"}),
    ("FAO chairs the EMG’s steering committee.", {"fao chair steering-committee-of-the-united-nations-environment-management-group"}),
    ("The Task Team on Ponds, the members of which include FAO and WHO, met.", {"fao member task-team-ponds", "who member task-team-ponds"}),
    ("The Task Team on Ponds is led by UNEP, and its members are FAO and WHO.",
     {"unep lead task-team-ponds", "fao member task-team-ponds", "who member task-team-ponds"}),
    ("The Task Team on Ponds met. Its advisory group is chaired by FAO.", {"fao chair advisory-group-of-the-task-team-ponds"}),
    ("UNEP spoke of the Task Team on Ponds, the steering committee of which is chaired by FAO.", {"fao chair steering-committee-of-the-task-team-ponds"}),
    ("A task team on rain and soil had been established. The task team is led by FAO.", {"fao lead task-team-rain-and-soil"}),
    ("The area on rain is led by FAO; the area on soil is led by WHO.", {"fao lead area-on-rain", "who lead area-on-soil"}),
    ("The election of Ms. Cy Hill and Mr. Ben Stone as Co-Chairs of the Task Team on Ponds was noted.",
     {"cy-hill co-chair task-team-ponds", "ben-stone co-chair task-team-ponds"}),
    ("UNIDO spoke. The Task Team on Ponds is chaired by FAO, and WHO provides its secretariat.", {"fao chair task-team-ponds", "who secretariat task-team-ponds"}),
    ("Ms. Cy Hill spoke on behalf of Chad in her capacity as Chair of the Task Team on Ponds.", {"cy-hill chair task-team-ponds", "cy-hill participant som9"}),
    ("As chair of the Task Team on Ponds, FAO spoke.", {"fao chair task-team-ponds"}),
    ("The Task Team on Ponds was co-chaired by the Minister of Rain of Chad, Ms. Cy Hill, and the Minister of Soil of Peru, Mr. Ben Stone.",
     {"cy-hill co-chair task-team-ponds", "ben-stone co-chair task-team-ponds"}),
    ("The EMG thanked Ms. Cy Hill and Mr. Ben Stone for their leadership as Chair and Vice-Chair, respectively, of the Task Team on Ponds.",
     {"cy-hill chair task-team-ponds", "ben-stone officer task-team-ponds"}),
    ("FAO spoke of the work of the Task Team on Ponds, which it leads.", {"fao lead task-team-ponds"}),
    ("The workshop on soil was hosted by Chad and co-chaired by Chad and Peru.",
     {"chad host workshop-on-soil", "chad co-chair workshop-on-soil", "peru co-chair workshop-on-soil"}),
    ("The workshop on soil, facilitated by Ms. Cy Hill, with Mr. Ben Stone serving as rapporteur, met.",
     {"cy-hill chair workshop-on-soil", "ben-stone officer workshop-on-soil"}),
    ("Two contact groups were set up. The first, on soil, was co-facilitated by Mr. Ben Stone (Peru) and Ms. Cy Hill (Chad). The second, on rain, was facilitated by Ms. Di Roe (Mali).",
     {"ben-stone co-chair contact-group-on-soil", "cy-hill co-chair contact-group-on-soil", "di-roe chair contact-group-on-rain"}),
    ("The co-chairs of the thematic assessment of deep ponds, Ms. Cy Hill (Chad) and Mr. Ben Stone (Peru), spoke.",
     {"cy-hill co-chair thematic-assessment-of-deep-ponds", "ben-stone co-chair thematic-assessment-of-deep-ponds"}),
    ("The fourth meeting of the Pond Advisory Circle, held in Bern and chaired by Ms. Cy Hill (Chad), ended.", {"cy-hill chair fourth-meeting-of-the-pond-advisory-circle"}),
    ("Participants elected Ms. Cy Hill (Chad) as Chair of the task team on soil and Mr. Ben Stone (Peru) as rapporteur.",
     {"cy-hill chair task-team-soil", "ben-stone officer task-team-soil"}),
    ("She had asked Ms. Cy Hill, Minister of Rain of Chad, and Mr. Ben Stone, Minister of Soil of Peru, to co-lead ministerial consultations on rain.",
     {"cy-hill co-chair ministerial-consultations-rain", "ben-stone co-chair ministerial-consultations-rain"}),
    ("Mr. Ben Stone, Vice-Chair of Working Group II of the Intergovernmental Panel on Climate Change, spoke.",
     {"ben-stone officer ipcc-wg-ii"}),
    ("The Task Team on Ponds and the Task Team on Rain are led by FAO.", {"fao lead task-team-ponds", "fao lead task-team-rain"}),
    ("The Coalition for Deep Ponds, which is chaired by FAO and of which UNEP and WHO are members, met.",
     {"fao chair coalition-for-deep-ponds", "unep member coalition-for-deep-ponds", "who member coalition-for-deep-ponds"}),
    ("The Executive Secretary of the Basel, Rotterdam and Stockholm Conventions, Mr. Ben Stone, spoke.", {"ben-stone officer brs-secretariat"}),
    ("Ms. Cy Hill of the Secretariat of the Convention on Biological Diversity (CBD), co-chair of the Task Team on Ponds, spoke.", {"cy-hill co-chair task-team-ponds"}),
    ("The Task Team on Ponds under the Convention is led by Chad and Peru.", {"chad lead task-team-ponds", "peru lead task-team-ponds"}),
    ("WMO leads the Deep Ponds initiative.", {"wmo lead deep-ponds-initiative"}),
    ("The Task Team on Ponds met, with the following membership: Chad (Chair); Peru, Cuba; FAO and the World Bank.",
     {"chad member task-team-ponds", "chad chair task-team-ponds", "peru member task-team-ponds", "cuba member task-team-ponds", "fao member task-team-ponds", "world-bank member task-team-ponds"}),
    ("FAO and WHO, which are members of the Task Team on Ponds, spoke.", {"fao member task-team-ponds", "who member task-team-ponds"}),
    ("The co-leads of the activity group on rain, Ms. Cy Hill and Mr. Ben Stone, spoke.", {"cy-hill lead activity-group-on-rain", "ben-stone lead activity-group-on-rain"}),
    # what an agency does is said of it a sentence later
    ("FAO helps. It leads the Task Team on Ponds.", {"fao lead task-team-ponds"}),
    ("The Task Team on Ponds includes representatives of FAO and WHO.", {"fao member task-team-ponds", "who member task-team-ponds"}),
    ("The Task Team on Ponds is chaired by FAO and its secretariat is provided by WHO.", {"fao chair task-team-ponds", "who secretariat task-team-ponds"}),
    ("FAO was represented by its Deputy Director-General, Ms. Cy Hill.", {"cy-hill officer fao"}),
    # hosts and secretariats
    ("The workshop on soil, held in Bern, was organized by FAO, was hosted by Chad and was chaired by Ms. Cy Hill.",
     {"chad host workshop-on-soil", "cy-hill chair workshop-on-soil"}),
    ("The International Conference on Soil, held in Bern on 3 May 2019, which was hosted by Chad and co-chaired by Chad and Peru, ended.",
     {"chad host international-conference-on-soil", "chad co-chair international-conference-on-soil", "peru co-chair international-conference-on-soil"}),
    ("UNEP welcomed a regional meeting on soil. FAO hosted the meeting in Bern.", {"fao host regional-meeting-on-soil"}),
    ("The Task Team on Ponds, whose secretariat is hosted by WHO, met.", {"who host secretariat-of-the-task-team-on-ponds"}),
    ("The Task Team on Ponds is chaired by the head of FAO and is supported by a secretariat provided by WHO.", {"who secretariat task-team-ponds"}),
    # the body of the longer name, not the EMG
    ("Ms. Cy Hill, Chair of the EMG Pond Body, spoke of the EMG.", {"cy-hill chair emg-pond-body"}),
    ("FAO provides secretariat support to the Task Team on Ponds.", {"fao secretariat task-team-ponds"}),
    ("The workshop on soil was held at the invitation of the Government of Chad.", {"chad host workshop-on-soil"}),
    ("The workshop on soil was held in Bern, at the invitation of the Government of Chad.", {"chad host workshop-on-soil"}),
    ("The EMG welcomed the regional training workshops held in Bern and thanked Chad for hosting the workshops.", {"chad host regional-training-workshops"}),
    ("The workshop in Bern was hosted by the Government of Chad.", {"chad host workshop-in-bern"}),
    ("The EMG thanked Chad for hosting the 6th Capacity-building Hub in Bern.", {"chad host 6th-capacity-building-hub"}),
    ("WMO kindly offered to host the workshop on soil, and the Senior Officials accepted the offer.", {"wmo host workshop-on-soil"}),
    ("WMO offered to host the workshop on soil. The offer was accepted with thanks.", {"wmo host workshop-on-soil"}),
    # who worked together
    ("Together with FAO, UNEP published the guidance on soil.", {"fao collaborator guidance-on-soil"}),
    ("The Task Team on Ponds is supported by the World Bank.", {"world-bank collaborator task-team-ponds"}),
    ("The report on soil, prepared by UNEP in collaboration with FAO, is long.", {"fao collaborator report-on-soil"}),
    ("UNEP has developed, jointly with the World Health Organization (WHO), a toolkit for soil.", {"who collaborator toolkit-for-soil"}),
    ("UNEP produced the soil manual together with FAO and WHO.", {"fao collaborator soil-manual", "who collaborator soil-manual"}),
    ("A workshop on soil, hosted by Chad and organized in cooperation with FAO, met.", {"chad host workshop-on-soil", "fao collaborator workshop-on-soil"}),
    ("The workshop on soil was organized by UNEP in collaboration with FAO.", {"fao collaborator workshop-on-soil"}),
    ("The workshop on soil was hosted by Chad, with the support of FAO.", {"chad host workshop-on-soil", "fao collaborator workshop-on-soil"}),
]
NOBODY = [
    # wished, asked, proposed, possible, denied, over
    "UNEP was invited to lead the Task Team on Ponds.",
    "It is proposed that UNEP chair the Task Team on Ponds.",
    "FAO might host the Task Team on Ponds.",
    "The position of co-lead of the Task Team on Ponds remains vacant.",
    "Mr. Ben Stone (Peru), who had steered the Task Team on Ponds, retired.",
    "UNEP is no longer a member of the Task Team on Ponds.",
    "Ms. Cy Hill and Mr. Ben Stone spoke as Vice-Chairs for the Eastern European Group.",
    "A small group on rain met. The task team on soil is to be led by whoever wishes.",
    # of another, of a part, of who is only near
    "The Director of FAO, Chair of the Task Team on Ponds, spoke.",
    "Following the report of the co-chairs of the Task Team on Ponds, UNEP spoke.",
    "The report on the Task Team on Ponds was led to print by FAO staff.",
    "The meeting was attended by FAO, and UNEP leads by example.",
    "The EMG prepared for the fourth meeting of the Pond Advisory Circle. It rained. The meeting was chaired by Ms. Cy Hill.",
    # what was done to something else than the agency before
    "FAO’s report is long. It leads the Task Team on Ponds to many thoughts.",
    "FAO organized a day of rain. It was chaired by Ms. Cy Hill.",
    # works that are only planned or asked for, that have no name at all, or took place beside another
    "UNEP will prepare the report on soil in collaboration with FAO.",
    "The secretariat is to prepare a report on soil, jointly with FAO.",
    "WMO offered to host the workshop on soil. The offer was noted.",
    "The Task Team on Ponds brings together the United Nations organizations that dig.",
    # a group that nobody knows has the chair, not the body that set it up
    "The Senior Officials Meeting of the EMG established a Circle on Rain, composed of Chad (Chair), Peru and Cuba.",
    # no event is led, or hosted, by who convenes it
    "The workshop on soil was convened by FAO.",
]


@pytest.mark.parametrize(("sentence", "expected"), CLAUSES, ids=[row[0][:60] for row in CLAUSES])
def test_the_shape_of_a_clause(reading_of: Read, sentence: str, expected: set[str]) -> None:
    assert roles(reading_of(f"{EMG}2. {sentence}\n\n3. The end.\n")) == expected


@pytest.mark.parametrize("sentence", NOBODY)
def test_what_is_only_near(reading_of: Read, sentence: str) -> None:
    found = roles(reading_of(f"{EMG}2. {sentence}\n\n3. The end.\n"))
    assert not {role for role in found if role.rpartition(" ")[0].rpartition(" ")[2] in {"lead", "chair", "co-chair", "host", "member", "secretariat", "officer"}}


# -- rosters -------------------------------------------------------------------------------------

ROSTERS: list[tuple[str, set[str]]] = [
    ("2. The following officers were elected by the SBI:\n\nPresident: Ms. Cy Hill (Chad)\nVice-Presidents: Mr. Ben Stone (Peru), Ms. Di Roe (Mali)\nRapporteur:\n  Mr. Ed Poe (Cuba)",
     {"cy-hill chair sbi", "ben-stone officer sbi", "di-roe officer sbi", "ed-poe officer sbi"}),
    # an office on a line of its own, names without an address; another body's chair among them
    ("2. The SBI elected the following officers:\n\nVice-Presidents\nCy Hill (Chad)\nBen Stone (Peru)", {"cy-hill officer sbi", "ben-stone officer sbi"}),
    ("2. The SBI elected the following members of the Adaptation Committee:\n\nAfrican States: Cy Hill (Chad)\nBen Stone (Peru)",
     {"cy-hill member adaptation-committee", "ben-stone member adaptation-committee"}),
    ("2. The members of the Bureau were: Ms. Cy Hill (Chad), Vice-Chair; and Mr. Ben Stone (Peru).", {"cy-hill officer sbi", "ben-stone officer sbi"}),
    ("2. The SBI elected Ms. Cy Hill (Chad) and Mr. Ben Stone (Peru) to serve on its Bureau.", {"cy-hill officer sbi", "ben-stone officer sbi"}),
    ("2. The SBI elected the following Vice-Presidents:\n\nMs. Cy Hill (Chad)\nMr. Ben Stone (Peru)", {"cy-hill officer sbi", "ben-stone officer sbi"}),
    ("2. The SBI elected the following individuals as members of the Pond Review Committee, to serve until the next session:\n\nFrom Africa: Ms. Cy Hill (Chad)\nFrom America: Mr. Ben Stone (Peru)",
     {"cy-hill member pond-review-committee", "ben-stone member pond-review-committee"}),
    # chairs of other bodies on lines of their own
    ("2. The SBI elected the following members of the Bureau:\n\nVice-Presidents\nMs. Cy Hill (Chad)\nChair of the Adaptation Committee\nMr. Ben Stone (Peru)\nRapporteur\nMr. Ed Poe (Cuba)",
     {"cy-hill officer sbi", "ben-stone chair adaptation-committee", "ed-poe officer sbi"}),
    ("2. The SBI elected the following officers:\n\nRapporteur: Cy Hill (Chad)\nChair of the Adaptation Committee: Ben Stone (Peru)",
     {"cy-hill officer sbi", "ben-stone chair adaptation-committee"}),
    ("2. The following officers, elected at the last session, served on the Bureau:\n\nPresident:\tMs. Cy Hill (Chad)\n\nVice-Presidents:\tMr. Ben Stone (Peru)\n\tMr. Ed Poe (Cuba)",
     {"cy-hill chair sbi", "ben-stone officer sbi", "ed-poe officer sbi"}),
    # a list that nothing announces, and the end of one
    ("2. It rained.\n\nChair: Ms. Cy Hill (Chad)", set()),
    ("2. The following officers were elected by the SBI:\n\nRapporteur: Mr. Ed Poe (Cuba)\nThe day was long, and it was warm. Ms. Cy Hill (Chad) spoke.", {"ed-poe officer sbi"}),
]


@pytest.mark.parametrize(("text", "expected"), ROSTERS, ids=[" ".join(row[0].split())[:60] for row in ROSTERS])
def test_lists_of_officers(reading_of: Read, text: str, expected: set[str]) -> None:
    assert roles(reading_of(f"{SBI}{text}\n\n3. The end.\n")) - {"ana-water chair sbi"} == expected


# -- what went wrong once ------------------------------------------------------------------------


def test_vice_presidents_preside_over_nothing(reading_of: Read) -> None:
    found = roles(reading_of(f"{SBI}2. The Vice-President of the Conference of the Parties (COP), Ms. Cy Hill (Chad), spoke.\n\n3. The end.\n"))
    assert not {role for role in found if role.startswith("cy-hill chair")}


def test_two_items_of_a_long_name_are_two(reading_of: Read) -> None:
    items = [f"Development of modalities and procedures for the operation and use of a public registry referred to in Article {n}" for n in (4, 7)]
    text = "".join(
        f"{numeral}. {title}\n(Agenda item {n})\n\n{n}. The SBI agreed to consider this item in informal consultations facilitated by Mr. Ben Stone (Peru).\n\n"
        for n, (numeral, title) in enumerate(zip(("III", "IV"), items, strict=True), 2)
    )
    found = {r.target for r in reading_of(SBI + text).statements.items if isinstance(r, Role) and r.agent.endswith("ben-stone")}
    assert len(found) == len(items)
    assert all(len(last_part(iri.rpartition("/")[2])) <= len("x" * 90) for iri in found)


def test_the_chair_of_another_body_is_not_ours(reading_of: Read) -> None:
    text = f"{SBI}2. The SBI noted the report of the Adaptation Committee, presented by its Chair, Mr. Ben Stone (Peru). The Pond Body elected Ms. Cy Hill (Chad) as its Vice-Chair.\n\n3. The end.\n"
    assert {role for role in roles(reading_of(text)) if role.endswith(" sbi")} == {"ana-water chair sbi"}


def test_a_short_acronym_needs_its_name(reading_of: Read) -> None:
    assert "ben-stone chair adaptation-committee" not in roles(reading_of(f"{EMG}2. Mr. Ben Stone (Peru), AC Chair, spoke.\n"))
    named = "2. The Adaptation Committee (AC) met. Mr. Ben Stone (Peru), AC Chair, spoke.\n"
    assert "ben-stone chair adaptation-committee" in roles(reading_of(SBI + named))


def test_the_committee_where_one_of_the_whole_is_spoken_of(reading_of: Read) -> None:
    text = f"{SBI}2. The Adaptation Committee met. The SBI set up a committee of the whole. Ms. Cy Hill (Chad) was elected Rapporteur of the Committee.\n\n3. The end.\n"
    assert {role for role in roles(reading_of(text)) if "cy-hill" in role} == {"cy-hill officer committee-of-the-whole-of-the-90th-session-of-the-subsidiary-body-for-implementation"}


@pytest.mark.parametrize("said", ["first meeting of the Ad Hoc Technical Circle on Ponds", "Ad Hoc Technical Circle on Ponds on its first meeting"])
def test_the_meeting_of_a_body_that_nobody_knows(reading_of: Read, said: str) -> None:
    text = f"Decision 14/CMA.4\n\nThe Conference of the Parties,\n\n1. Welcomes the report of the {said}, held in Bern;\n\n2. Thanks the Government of Chad for hosting the meeting;\n"
    assert roles(reading_of(text)) == {"chad host first-meeting-of-the-ad-hoc-technical-circle-on-ponds"}
    assert roles(reading_of(text.replace(", held in Bern", " and of another meeting"))) == set()


def test_the_workshop_of_the_title(reading_of: Read) -> None:
    text = "Report of the Regional Workshop on Ponds for Small Islands\n\nIntroduction\n\nIt rained. The workshop was chaired by Ms. Cy Hill (Chad).\n\nEnd\n\nIt rained again.\n"
    assert roles(reading_of(text)) == {"cy-hill chair regional-workshop-on-ponds-for-small-islands"}


def test_talks_are_known_where_somebody_leads_them(reading_of: Read) -> None:
    said = "The Ponds Chair of the SBI met with FAO. It was proposed that the consultations be facilitated by Mr. Ben Stone (Peru)."
    assert not [iri for iri in reading_of(f"{SBI}2. {said}\n\n3. The end.\n").statements.entities if "consultations" in iri]


def test_talks_are_part_of_the_body_whose_session_it_is(reading_of: Read) -> None:
    text = f"{SBI}2. The SBI agreed to consider this item in informal consultations facilitated by Mr. Ben Stone (Peru). FAO told of a contact group on rain, chaired by Ms. Cy Hill (Chad).\n\n3. The end.\n"
    parts = {(item.subject.rpartition("/")[2], str(item.object).rpartition("/")[2]) for item in reading_of(text).statements.items if isinstance(item, Fact) and item.predicate == "uneg:partOf"}
    assert parts == {("informal-consultations-ponds", "sbi")}


# -- when and where ------------------------------------------------------------------------------

SESSIONS: list[tuple[str, tuple[str, ...]]] = [
    ("was held at the World Pond Centre in Bern, Chad, from 3 to 13 June 2031.", ("2031-06-03", "2031-06-13", "Bern, Chad")),
    ("was held at the headquarters of the United Nations Environment Programme (UNEP) in Bern from 3 to 13 June 2031.", ("2031-06-03", "2031-06-13", "Bern")),
    # that it was opened on a day says nothing of its end
    ("was opened on 3 June 2031 by Ms. Cy Hill.", ("2031-06-03", "", "")),
    ("was held at the World Pond Centre. FAO met in Bern from 3 to 13 June 2031.", ("", "", "")),
]


@pytest.mark.parametrize(("said", "expected"), SESSIONS, ids=[row[0][:50] for row in SESSIONS])
def test_when_and_where_a_session_was(reading_of: Read, said: str, expected: tuple[str, ...]) -> None:
    reading = reading_of(f"Report of the Subsidiary Body for Implementation on its ninetieth session\n\n1. The ninetieth session of the Subsidiary Body for Implementation (SBI) {said}\n\n2. The end.\n")
    facts = {item.predicate: item.object.text for item in reading.statements.items if isinstance(item, Fact) and isinstance(item.object, Value) and item.subject.endswith("/sbi90")}
    assert tuple(facts.get(f"schema:{name}", "") for name in ("startDate", "endDate", "location")) == expected


# -- minutes and decisions on lines of their own -------------------------------------------------


def decided(reading: Reading) -> list[tuple[str, ...]]:
    return [item.verbs for item in reading.statements.items if isinstance(item, Decision)]


def test_a_decision_on_a_line_of_its_own(reading_of: Read) -> None:
    text = "Report of the ninth Senior Officials Meeting of the Environment Management Group\n\n1. The ninth Senior Officials Meeting of the EMG was held.\n\n2. FAO spoke.\n\nDecision 1: The Senior Officials adopted the plan and requested FAO to dig.\n\n3. The end.\n"
    assert ("adopt", "request") in decided(reading_of(text))


def test_minutes_are_a_meeting_report(reading_of: Read) -> None:
    text = "Task Team on Ponds\nThird meeting, Bern, 4 May 2039\nMeeting notes\n\nOpening\n\nThe Task Team on Ponds met in Bern.\n\nNext meeting\n\nIt will rain.\n"
    assert reading_of(text).document.family == "meeting-report"
    assert reading_of(text.replace("Meeting notes", "A story").replace("Third meeting, Bern, 4 May 2039", "By the pond")).document.family != "meeting-report"


# -- who attended --------------------------------------------------------------------------------

ATTENDED: list[tuple[str, set[str]]] = [
    ("The session was attended by representatives of UNEP, the World Bank and WHO.", {"unep", "world-bank", "who"}),
    ("Representatives of the following Parties attended the session: Chad, Fiji and Peru.", {"chad", "fiji", "peru"}),
    ("The following intergovernmental organizations were represented: FAO, IUCN.", {"fao", "iucn"}),
    ("FAO and UNESCO also participated in the session as observers.", {"fao", "unesco"}),
    ("Also present were the Food and Agriculture Organization of the United Nations (FAO) and Chad.", {"fao", "chad"}),
    ("The session was attended by Ms. Cy Hill, Minister of Water of Chad, and by UNEP.", {"cy-hill", "unep"}),
    # who did not come, what somebody has elsewhere, what was talked about
    ("Chad was represented by Ms. Cy Hill from the Ministry of Water.", {"chad"}),
    ("FAO was unable to attend; it was invited to the session attended by nobody.", set()),
    ("Parties that are not represented on the CGE should be invited by UNEP.", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), ATTENDED, ids=[row[0][:60] for row in ATTENDED])
def test_who_attended(reading_of: Read, sentence: str, expected: set[str]) -> None:
    found = roles(reading_of(f"{SBI}2. {sentence}\n\n3. The end.\n"))
    assert {role for role in found if " participant " in role} == {f"{agent} participant sbi90" for agent in expected}


def attended(reading: Reading) -> set[str]:
    """Return who took part, of persons also for whom, and in what if not in the session that is reported on."""

    def end(iri: str | None) -> str:
        return (iri or "").rpartition("/")[2]

    found = {(end(r.agent), end(r.target)) for r in reading.statements.items if isinstance(r, Role) and r.role == "participant"}
    found |= {(f"{end(p.person)} of {end(p.organization)}", end(p.meeting)) for p in reading.statements.items if isinstance(p, Participation)}
    return {who if meeting == "sbi90" else f"{who} in {meeting}" for who, meeting in found}


PRESENT: list[tuple[str, set[str]]] = [
    # who came, before and after the words for it; with observers, online, for an item
    ("The following non-Parties sent observers: Chad, Fiji and Peru.", {"chad", "fiji", "peru"}),
    ("Observers from the following bodies also attended: FAO, the World Bank and the Ramsar Convention Secretariat.", {"fao", "world-bank", "ramsar-secretariat"}),
    ("The World Bank and the secretariat of the Convention on Migratory Species participated by video link.", {"world-bank", "cms-secretariat"}),
    ("FAO and WHO attended as observers for items 3 and 4.", {"fao", "who"}),
    ("FAO, WHO and 15 non-governmental organizations were also represented.", {"fao", "who"}),
    ("UNEP, FAO and WHO, as partners of the pond network, also attended.", {"unep", "fao", "who"}),
    ("Chad attended, as did Fiji and experts from FAO.", {"chad", "fiji", "fao"}),
    ("FAO, together with WHO, took part; Chad joined online.", {"fao", "who", "chad"}),
    ("Intergovernmental organizations present included FAO and WHO; UNEP and IUCN took part as observers.", {"fao", "who", "unep", "iucn"}),
    ("Among the observers taking part were FAO, the Pond Trust and WHO.", {"fao", "pond-trust", "who"}),
    ("Forty Parties attended the session, including Chad and Fiji.", {"chad", "fiji"}),
    ("The session was attended on 5 May by FAO and WHO.", {"fao", "who"}),
    ("The session was attended by:\n(a) Chad;\n(b) Fiji;\n(c) FAO.", {"chad", "fiji", "fao"}),
    ("Present: Ms. Ana Water (FAO), Mr. Ben Stone (WHO). Apologies: UNDP and UNESCO.", {"ana-water of fao", "ben-stone of who"}),
    # persons, and for whom they are
    ("The following representatives participated in person: Mr. Ben Stone and Ms. Cy Hill (FAO); Ms. Ana Water (WHO).", {"ben-stone of fao", "cy-hill of fao", "ana-water of who"}),
    ("The session was attended by Ms. Ana Water, Minister of Ponds of Chad, Mr. Ben Stone of the Ministry of Soil of Peru and representatives of FAO.",
     {"ana-water", "ben-stone of ministry-of-soil-of-peru", "fao"}),
    ("The Directors of two centres, Mr. Ben Stone (FAO) and Ms. Cy Hill (WHO), took part online.", {"ben-stone of fao", "cy-hill of who"}),
    ("UNEP was represented by Ms. Cy Hill, Head of Soil, Pond Agency.", {"unep", "cy-hill"}),
    ("Also attending were:\n\n- Ms. Ana Water, FAO\n- Mr. Ben Stone, WMO", {"ana-water of fao", "ben-stone of wmo"}),
    # secretariats of several treaties
    ("The executive heads or their representatives from the secretariats of CBD, CITES, the Ramsar Convention and the World Heritage Convention participated.",
     {"cbd-secretariat", "cites-secretariat", "ramsar-secretariat", "world-heritage-centre"}),
    ("The CITES, Ramsar and CMS secretariats attended.", {"cites-secretariat", "ramsar-secretariat", "cms-secretariat"}),
    ("The secretariats of several agreements (CBD and CITES) took part.", {"cbd-secretariat", "cites-secretariat"}),
    # who spoke
    ("Statements were made by the representatives of Chad, Fiji (on behalf of the Pacific States) and FAO.", {"chad", "fiji", "fao"}),
    ("On 17 May, interventions were made by Chad, IUCN and by Ms. Ana Water on behalf of UNEP.", {"chad", "iucn", "unep", "ana-water of unep"}),
    ("The Participants of Chad and of the Russian Federation made interventions on ponds.", {"chad", "russian-federation"}),
    ("A statement was also made by Ms. Ana Water on behalf of the open-ended network.", {"ana-water"}),
    ("The representative of Chad, supported by many, said that UNEP and FAO had dug.", {"chad"}),
    ("The observers from FAO and WHO took the floor.", {"fao", "who"}),
    # in another meeting than the one that is reported on
    ("The ninth meeting of the Adaptation Committee was held in Rome. The meeting was attended by FAO.", {"fao in ac9"}),
    ("A dialogue on clean ponds was held on 9 March. The panellists were Mr. Ben Stone and Ms. Cy Hill, Director of the World Pond Bank.",
     {"ben-stone in dialogue-on-clean-ponds", "cy-hill in dialogue-on-clean-ponds"}),
    ("A consultation with donors, facilitated by Chad, took place on Monday. FAO attended.", {"fao in consultation-with-donors-at-the-90th-session-of-the-subsidiary-body-for-implementation"}),
    ("The Pond Forum was held with the participation of FAO and WHO.", {"fao in pond-forum", "who in pond-forum"}),
    ("IUCN and WWF joined for items 3 and 4 as observers. The session was attended by FAO, WHO and, as a partner, the Global Water Partnership.",
     {"iucn", "wwf", "fao", "who", "global-water-partnership"}),
    ("Ms. Ana Water, Executive Director of UNEP, delivered her policy statement at the 1st meeting.", {"ana-water"}),
    ("The technical pond dialogue, chaired by Ms. Ana Water, took place on 7 June; representatives of FAO and WHO participated.",
     {"fao in technical-pond-dialogue-at-the-90th-session-of-the-subsidiary-body-for-implementation", "who in technical-pond-dialogue-at-the-90th-session-of-the-subsidiary-body-for-implementation"}),
    ("The Pond Forum gathered representatives of FAO and WHO.", {"fao in pond-forum", "who in pond-forum"}),
    ("The launch of the report was announced during the Pond Forum. Some 20 experts attended, among them Ms. Ana Water and representatives of FAO.", {"ana-water in pond-forum", "fao in pond-forum"}),
    ("At its 3rd meeting, the session heard Chad. Statements were made by the representatives of Fiji and Peru.", {"fiji", "peru"}),
    ("During the ensuing discussion, the representatives of Chad and Peru welcomed the report.", {"chad", "peru"}),
    ("The session was attended by WHO, FAO Mongolia and Chad.", {"who", "chad"}),
    ("FAO joined for the whole project, and WHO joined as a member. The last pond dialogue took place in May; UNEP participated.", set()),
    ("A side event was held on Monday. FAO and WHO attended.",
     {"fao in side-event-of-the-90th-session-of-the-subsidiary-body-for-implementation", "who in side-event-of-the-90th-session-of-the-subsidiary-body-for-implementation"}),
    # a meeting nobody knows, a project, a board; who is invited, absent, thanked, spoken of, or came to something before
    ("The first MA of Chad was held on 4 May. Chad was represented by Mr. Ben Stone.", set()),
    ("Chad and Fiji participated in the pond project.", set()),
    ("Chad and Fiji are represented on the Bureau, and FAO joined the partnership on ponds.", set()),
    ("FAO and WHO were invited to attend, but were not present.", set()),
    ("Ms. Ana Water regretted that FAO had been unable to attend the session.", set()),
    ("The Chair thanked FAO for the report on the workshop attended by WHO.", set()),
    ("The members of the Board of the Green Climate Fund and experts nominated by FAO participated.", set()),
    ("Parties recalled the statements made by UNEP at a previous meeting.", set()),
    ("The project in which FAO participated was closed.", set()),
]


@pytest.mark.parametrize(("text", "expected"), PRESENT, ids=[" ".join(row[0].split())[:60] for row in PRESENT])
def test_who_was_present(reading_of: Read, text: str, expected: set[str]) -> None:
    assert attended(reading_of(f"{SBI}2. {text}\n\n3. The end.\n")) == expected


def test_who_was_present_where_only_a_line_names_the_meeting(reading_of: Read) -> None:
    text = "UN-Oceans\nSummary report of the thirty-first meeting\nBern, 4 May 2039\n\n1. The meeting was hosted by Chad.\n\n2. FAO and WHO took part.\n\n3. It rained.\n"
    assert attended(reading_of(text)) == {"fao in un-oceans-31", "who in un-oceans-31"}


def test_who_came_to_a_workshop_that_is_told_of(reading_of: Read) -> None:
    text = "Ponds without borders\n\nBern, 4 May 2039 - It rained.\n\nThe Second Workshop on Pond Mapping, held in Bern, was long. It was moderated by Ms. Ana Water. Delegations from India and Nepal participated, as did experts from FAO.\n"
    assert {role.split(" in ")[0] for role in attended(reading_of(text))} == {"india", "nepal", "fao"}
    assert attended(reading_of(text.replace("The Second Workshop on Pond Mapping", "The Pond Project"))) == set()


def test_who_came_to_a_meeting_that_has_no_name(reading_of: Read) -> None:
    text = "Ponds without borders\n\nBern, 4 May 2039 - It rained at the opening ceremony.\n\nThe kick-off meeting was held in Bern. It was attended by 60 persons, among them Ms. Ana Water and Mr. Ben Stone of FAO.\n\nThe ceremony was attended by FAO.\n"
    assert {role.split(" in ")[0] for role in attended(reading_of(text))} == {"ana-water of fao", "ben-stone of fao", "fao"}
    assert {role.split(" in ")[1][:16] for role in attended(reading_of(text))} == {"kick-off-meeting", "opening-ceremony"}
    assert attended(reading_of(text.replace("The ceremony", "The previous ceremony").replace("kick-off meeting", "other meeting"))) == set()


def test_who_spoke_at_a_meeting_of_a_working_group(reading_of: Read) -> None:
    text = f"{SBI}2. Working Group II took up item 4 at its 3rd meeting, on 9 May. Statements were made by the representatives of Chad and Fiji.\n\n3. A statement was made by FAO.\n"
    assert {role[: role.index("working-group-ii")] for role in attended(reading_of(text))} == {f"{who} in 3rd-meeting-of-" for who in ("chad", "fiji", "fao")}
    assert attended(reading_of(text.replace("Working Group II took", "The Body took"))) == {"chad", "fiji", "fao"}


def test_who_came_to_the_meeting_that_the_first_paragraph_tells_of(reading_of: Read) -> None:
    text = "Pond Programme\nReport on its work\n\n1. The ninth meeting of the Task Force on Ponds was held in Bern on 4 May 2039.\n\n2. Experts from Chad and Fiji attended.\n\n3. It rained.\n"
    assert {role.split(" in ")[1][:26] for role in attended(reading_of(text))} == {"task-force-ponds-9"}
    assert attended(reading_of(text.replace("The ninth meeting of the Task Force on Ponds", "The last pond forum"))) == set()


def test_who_came_to_a_meeting_named_before(reading_of: Read) -> None:
    text = "Ponds without borders\n\nBern, 4 May 2039 - It rained.\n\nMany met for the Pond Science Summit. The summit was opened by Ms. Ana Water. It drew delegations from Chad and Fiji.\n"
    assert attended(reading_of(text)) == {"chad in pond-science-summit", "fiji in pond-science-summit"}
    assert attended(reading_of(text.replace("The summit was opened", "The other summit was opened"))) == set()
