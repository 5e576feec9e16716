"""Works that have no name but the words for them, meetings called by their number, and the clauses around them; and what is near and says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Fact, Role, Value
from kg.namespaces import BASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.pipeline import Reading

    Read = Callable[..., Reading]

SBI = """Report of the Subsidiary Body for Implementation on its ninetieth session, held in Bern

FCCC/SBI/2039/13

I. Opening of the session

1. The ninetieth session of the Subsidiary Body for Implementation (SBI) was held in Bern.

II. Ponds
(Agenda item 3)

"""


def roles(reading: Reading) -> set[str]:
    """Return who has which role in what, by the ends of the IRIs."""

    def end(iri: str) -> str:
        return iri.removeprefix(BASE).rpartition("/")[2]

    return {f"{end(r.agent)} {r.role} {end(r.target)}" for r in reading.statements.items if isinstance(r, Role)}


WORKS: list[tuple[str, set[str]]] = [
    ("The donors’ group is chaired by Peru.", {"peru chair donors-group"}),
    ("FAO and UNDP are working with UNEP on a second joint report.", {"fao collaborator second-joint-report", "undp collaborator second-joint-report", "unep collaborator second-joint-report"}),
    ("The World Bank hosts the new pond data centre. FAO and WHO are partners in the centre.", {"world-bank host pond-data-centre", "fao collaborator pond-data-centre", "who collaborator pond-data-centre"}),
    ("WMO coordinates the monitoring of rain. ITU is working with it on an indicator of fog on the coasts.", {"wmo lead monitoring-of-rain", "itu collaborator indicator-of-fog-on-the-coasts"}),
    # a group that was just set up, who joined it, an office in it, a name that says nothing of its kind
    ("The SBI established a working group on ponds to review the draft decisions. Its membership is as follows: Chad and Peru as co-chairs; Fiji, IUCN and WWF.",
     {"chad co-chair working-group-ponds", "peru co-chair working-group-ponds", "fiji member working-group-ponds", "iucn member working-group-ponds", "wwf member working-group-ponds"}),
    ("The Task Team on Ponds is made up of ILO and UNDP; the World Bank joined it as a member in March 2035.",
     {"ilo member task-team-ponds", "undp member task-team-ponds", "world-bank member task-team-ponds"}),
    ("The Pond Sentinel is led by FAO.", {"fao lead pond-sentinel"}),
    ("The Pond Institute is led by FAO.", set()),
    ("The Great Ponds Programme is led by UNDP, and WWF hosts the Programme Office in Bern.", {"undp lead great-ponds-programme", "wwf host programme-office-of-the-great-ponds-programme"}),
    ("The SBI noted the work of UNEP, which serves as the secretariat of the Ponds Network, and of Chad, which currently presides over that Network.",
     {"unep secretariat ponds-network", "chad chair ponds-network"}),
    ("The African Ponds Initiative is a joint programme of FAO and WMO.", {"fao collaborator african-ponds-initiative", "wmo collaborator african-ponds-initiative"}),
    ("The Ponds Partnership, of which Chad and Fiji are founding members, is coordinated by UNEP.",
     {"chad member ponds-partnership", "fiji member ponds-partnership", "unep lead ponds-partnership"}),
    ("UNEP spoke of the Network of Ponds, which is chaired by Chad, and the Task Team on Rain, led by WFP.", {"chad chair network-ponds", "wfp lead task-team-rain"}),
    ("The Task Team on Heat has three workstreams. The first, on labour, is led by ILO; the second, on cities, by UN-Habitat; and the third, on health, by WHO and WMO.",
     {"ilo lead workstream-on-labour", "un-habitat lead workstream-on-cities", "who lead workstream-on-health", "wmo lead workstream-on-health"}),
    ("UNICEF took over the coordination of the cluster on ponds from UNHCR.", {"unicef lead cluster-on-ponds"}),
    ("Mr. Ben Stone chairs the Advisory Board on Dust, while WHO provides its secretariat.", {"ben-stone chair advisory-board-on-dust", "who secretariat advisory-board-on-dust"}),
    # leading together with somebody, a group of hers, a group that works in some way, who agreed to act as something
    ("FAO reported on the Pond Programme, which UNDP leads in collaboration with WHO.", {"fao reporting pond-programme", "undp lead pond-programme", "who collaborator pond-programme"}),
    ("FAO reported on the Pond Programme, which UNDP leads in Chad.", {"fao reporting pond-programme"}),
    ("Ms. Ana Water (WHO) spoke on behalf of the Working Group on Ponds, which she coordinates.", {"ana-water lead working-group-ponds"}),
    ("The SBI noted the work of the working group on ponds, operating by electronic means and co-chaired by Chad and Peru.",
     {"chad co-chair working-group-ponds", "peru co-chair working-group-ponds"}),
    ("The Task Team on Ponds will be led by UNDP; IUCN and WWF will serve on it as members.", {"undp lead task-team-ponds", "iucn member task-team-ponds", "wwf member task-team-ponds"}),
    ("The Task Team on Ponds was set up in 2030. Co-chaired by UNDP and WHO, it had met twice.", {"undp co-chair task-team-ponds", "who co-chair task-team-ponds"}),
    ("The Task Team on Ponds was set up in 2030. Inspired by UNDP and WHO, it had met twice.", set()),
    ("The Task Team on Ponds is made up of the following members:\n\n- United Nations agencies: UNDP, WHO\n- Non-governmental organizations and industry: IUCN\n- Apologies: Chad",
     {"undp member task-team-ponds", "who member task-team-ponds", "iucn member task-team-ponds"}),
    ("The SBI noted the World Ponds Initiative, launched in 2024, which is led by UNEP in partnership with WMO.", {"unep lead world-ponds-initiative", "wmo collaborator world-ponds-initiative"}),
    ("The SBI noted the Pond Dialogue hosted by Chad in Bern in May 2024, which was co-chaired by Chad and Fiji.",
     {"chad host pond-dialogue", "chad co-chair pond-dialogue", "fiji co-chair pond-dialogue"}),
    ("UNEP provides the secretariat of the Pond Network; its project office is in Bern. Its director is Dr. Ana Water.", {"unep secretariat pond-network"}),
    ("The COBSEA Secretariat will act as secretariat of the Ponds Network until 2035.", {"secretariat-of-the-coordinating-body-on-the-seas-of-east-asia secretariat ponds-network"}),
    ("The Task Team on Ponds was led by Ms. Ana Water; its rapporteur was Mr. Ben Stone.", {"ana-water lead task-team-ponds", "ben-stone officer task-team-ponds"}),
    ("The Pond Programme is run by UNDP, which leads it jointly with WWF.", {"undp lead pond-programme", "wwf lead pond-programme"}),
    ("The mid-term review of the Pond Partnership, led by an independent consultant, Ms. Ana Water, is under way.", {"ana-water lead mid-term-review-of-the-pond-partnership"}),
    ("Chad will act as lead Party for programme area 4 of the Protocol.", {"chad lead programme-area-4-of-the-protocol"}),
    # a time is no topic, "that meeting" no name, and who moderates is not whom they work for
    ("The SBI set up a Working Group on Ponds. Chad would chair the Working Group for the first two years.", {"chad chair working-group-ponds"}),
    ("Chad would chair the Task Force for the next biennium.", set()),
    ("The SBI accepted the offer of Chad to host that meeting in Bern.", set()),
    ("A panel discussion on blue ponds was moderated by Andre Clarke of the Caribbean Broadcasting Union.", {"andre-clarke chair panel-discussion-on-blue-ponds"}),
    ("A panel discussion on red ponds was moderated by the Regional Office of the Caribbean Broadcasting Union.",
     {"regional-office-of-the-caribbean-broadcasting-union chair panel-discussion-on-red-ponds"}),
    # what is told of in the sentence before, or in the same breath
    ("The Pond Programme is funded by the GEF and led by IUCN.", {"iucn lead pond-programme"}),
    ("The Seagrass Working Group of the Nairobi Convention met twice. Chad chairs it, with Fiji as vice-chair.",
     {"chad chair seagrass-working-group-nairobi-convention", "fiji officer seagrass-working-group-nairobi-convention"}),
    ("The Task Team on Ponds met in May. Other members are Chad and Fiji.", {"chad member task-team-ponds", "fiji member task-team-ponds"}),
    ("Under the programme, UNICEF would lead the activity on ponds.", {"unicef lead activity-on-ponds"}),
    # what is said in passing, what something is, an event of its own
    ("The Pond Watch project, which began in 2016, is coordinated by WWF.", {"wwf lead pond-watch-project"}),
    ("The Task Team on Rain, established in 2030 by the Committee, is led by UNICEF.", {"unicef lead task-team-rain"}),
    ("The report is on the restoration of ponds in the delta, a national project led by FAO and implemented jointly with UNDP.",
     {"fao lead restoration-of-ponds-in-the-delta", "undp collaborator restoration-of-ponds-in-the-delta"}),
    ("FAO coordinates the Great Ponds Network. WHO and UNEP are members of the network. Its last meeting, held in Bern in 2033, was hosted by Chad.",
     {"fao lead great-ponds-network", "who member great-ponds-network", "unep member great-ponds-network", "chad host last-meeting-of-the-great-ponds-network"}),
    ("The next Pond Dialogue, on rain and health, would be hosted by FAO in Rome in March 2033 and moderated by Ms. Ana Water.", {"fao host pond-dialogue", "ana-water chair pond-dialogue"}),
    ("FAO set up a drafting team for a statement on ponds. The drafting team will be led by UNIDO, with IFAD and WHO as members.",
     {"unido lead drafting-team-for-a-statement-on-ponds", "ifad member drafting-team-for-a-statement-on-ponds", "who member drafting-team-for-a-statement-on-ponds"}),
    ("Mr. Ben Stone of FAO, which leads the Task Team on Rain, spoke.", {"fao lead task-team-rain"}),
    ("UNITAR led the project group on ponds and the Secretariat served as secretariat to it.", {"unitar lead project-group-on-ponds"}),
    ("The joint inventory of ponds was led by FAO.", {"fao lead joint-inventory-of-ponds"}),
    ("The project “Clear Ponds” is coordinated by UNEP, with WWF and IUCN as partners.",
     {"unep lead project-clear-ponds", "wwf collaborator project-clear-ponds", "iucn collaborator project-clear-ponds"}),
    ("Chapter 2, on soils and land use, was led by FAO.", {"fao lead chapter-2-on-soils-and-land-use"}),
    ("Chapter 1 (Sources and sinks) was coordinated by UNDP.", {"undp lead chapter-1-sources-and-sinks"}),
    ("The centre for remote sensing of ponds is hosted by Italy.", {"italy host centre-for-remote-sensing-of-ponds"}),
    ("WWF has been coordinating the Great Ponds Contest since 2019.", {"wwf lead great-ponds-contest"}),
    ("UNDP heads the pilot on sediment bypass in ponds.", {"undp lead pilot-on-sediment-bypass-in-ponds"}),
    ("A legal drafting group was convened by Mr. Ben Stone (Peru).", {"ben-stone lead legal-drafting-group-of-the-90th-session-of-the-subsidiary-body-for-implementation"}),
    ("The round table on rain, which Chad hosted and which Mr. Ben Stone moderated, was long.", {"chad host round-table-on-rain", "ben-stone chair round-table-on-rain"}),
    ("The mapping of ponds was implemented jointly by UNDP, FAO and UNESCO.",
     {"undp collaborator mapping-of-ponds", "fao collaborator mapping-of-ponds", "unesco collaborator mapping-of-ponds"}),
    ("The Great Ponds Platform, in which FAO and WHO participate and for which UNEP provides the secretariat, grew.",
     {"fao collaborator great-ponds-platform", "who collaborator great-ponds-platform", "unep secretariat great-ponds-platform"}),
    ("FAO was thanked. The SBI thanked UNEP for leading the study on rain.", {"unep lead study-on-rain"}),
    ("The SBI designated UNEP as the lead agency for the inventory of ponds.", {"unep lead inventory-of-ponds"}),
    ("The SBI encouraged UNEP to continue coordinating the inventory of ponds.", {"unep lead inventory-of-ponds"}),
    ("FAO convenes the Great Ponds Task Force, to which IUCN and WWF belong.",
     {"fao lead great-ponds-task-force", "iucn member great-ponds-task-force", "wwf member great-ponds-task-force"}),
    ("The inventory of ponds, a partnership led by UNEP, grew.", {"unep lead inventory-of-ponds"}),
    ("The Great Ponds Platform, whose steering group is chaired by Ms. Cy Hill, met.", {"cy-hill chair steering-group-of-the-great-ponds-platform"}),
    ("For the study on rain, WHO will be the lead agency, with FAO as partner.", {"who lead study-on-rain", "fao collaborator study-on-rain"}),
    ("A task team for rain had been set up, comprising Chad and Peru.", {"chad member task-team-rain", "peru member task-team-rain"}),
    ("FAO leads the Task Force on Ponds; UNEP and WHO are its members.",
     {"fao lead task-force-ponds", "unep member task-force-ponds", "who member task-force-ponds"}),
    ("The Great Ponds Platform was set up in 2030. UNEP provides its secretariat. FAO and WHO take part in it.",
     {"unep secretariat great-ponds-platform", "fao collaborator great-ponds-platform", "who collaborator great-ponds-platform"}),
    ("The Great Ponds Partnership is growing. The steering committee is chaired by Ms. Cy Hill.", {"cy-hill chair steering-committee-of-the-great-ponds-partnership"}),
    ("The HELCOM Pressure Working Group is chaired by Ms. Cy Hill (Chad); Mr. Ben Stone (Peru) is its Vice-Chair.",
     {"cy-hill chair helcom-pressure-working-group", "ben-stone officer helcom-pressure-working-group"}),
    ("A joint inventory of ponds was finished. The inventory was led by FAO.", {"fao lead joint-inventory-of-ponds"}),
    ("FAO encouraged Parties to support the network of ponds coordinated by WWF.", {"wwf lead network-ponds"}),
    ("The Great Ponds Network is coordinated by IUCN. FAO and Chad belong to the Great Ponds Network.",
     {"iucn lead great-ponds-network", "fao member great-ponds-network", "chad member great-ponds-network"}),
    ("The task team on rain elected FAO as its Chair.", {"fao chair task-team-rain"}),
    ("WHO is leading the work on air quality, and FAO coordinates the monitoring of ponds.", {"who lead work-on-air-quality", "fao lead monitoring-of-ponds"}),
    ("FAO agreed to lead the study on rain. WHO agreed to take the lead in preparing the inventory of ponds.", {"fao lead study-on-rain", "who lead inventory-of-ponds"}),
    ("FAO leads the pond restoration partnership together with WWF.", {"fao lead pond-restoration-partnership", "wwf lead pond-restoration-partnership"}),
    ("The task force for rain is coordinated by UNDP and FAO; IUCN, WWF and the World Bank are members.",
     {"undp lead task-force-rain", "fao lead task-force-rain", "iucn member task-force-rain", "wwf member task-force-rain", "world-bank member task-force-rain"}),
    ("UNEP told of the Task Team on Ponds. Its members are FAO and WHO.", {"fao member task-team-ponds", "who member task-team-ponds"}),
    ("FAO and UNDP have been working together on the inventory of ponds.", {"fao collaborator inventory-of-ponds", "undp collaborator inventory-of-ponds"}),
    ("FAO is the lead agency for the inventory of ponds, in collaboration with UNDP.", {"fao lead inventory-of-ponds", "undp collaborator inventory-of-ponds"}),
    ("The steering group of the Ponds Pact, which UNEP services as its secretariat and to which FAO belongs, met.",
     {"unep secretariat steering-group-of-the-ponds-pact", "fao member steering-group-of-the-ponds-pact"}),
    ("Ms. Cy Hill (Chad) reported on the informal consultations on rain, which she had facilitated.", {"cy-hill chair informal-consultations-rain", "cy-hill reporting informal-consultations-rain"}),
    ("The secretariat, in collaboration with UNEP and FAO, organized a workshop on rain.", {"unep collaborator workshop-on-rain", "fao collaborator workshop-on-rain"}),
    ("UNEP, in partnership with WMO, coordinates the Ponds Programme.", {"unep lead ponds-programme", "wmo collaborator ponds-programme"}),
    ("WWF is a partner in the inventory of ponds.", {"wwf collaborator inventory-of-ponds"}),
    ("Mr. Ben Stone of UNDP chaired the Task Team on Ponds.", {"ben-stone chair task-team-ponds"}),
    ("The SBI urged Parties to join the Great Ponds Coalition, led by Chad.", {"chad lead great-ponds-coalition"}),
    ("A task team on rain, with WMO as lead and FAO and UNDP as members, met.", {"wmo lead task-team-rain", "fao member task-team-rain", "undp member task-team-rain"}),
    ("The workshop on rain, hosted by WMO, was moderated by Ms. Cy Hill.", {"wmo host workshop-on-rain", "cy-hill chair workshop-on-rain"}),
    ("UNEP and WHO co-convene the Great Ponds Coalition.", {"unep lead great-ponds-coalition", "who lead great-ponds-coalition"}),
    ("FAO joined the Task Team on Ponds in March 2030.", {"fao member task-team-ponds"}),
    ("Under the leadership of FAO, the Great Ponds Partnership grew.", {"fao lead great-ponds-partnership"}),
    ("FAO is responsible for coordinating the inventory of ponds.", {"fao lead inventory-of-ponds"}),
    ("UNEP, FAO and Chad sit on the steering committee of the Ponds Programme.",
     {"unep member steering-committee-of-the-ponds-programme", "fao member steering-committee-of-the-ponds-programme", "chad member steering-committee-of-the-ponds-programme"}),
    ("Norway chairs the advisory board of the Ponds Programme; Chad and Peru are its members.",
     {"norway chair advisory-board-of-the-ponds-programme", "chad member advisory-board-of-the-ponds-programme", "peru member advisory-board-of-the-ponds-programme"}),
    ("The Great Ponds Coalition has 40 members, among them Chad and Peru.", {"chad member great-ponds-coalition", "peru member great-ponds-coalition"}),
    ("UNEP hosts the Pond Data Centre.", {"unep host pond-data-centre"}),
    ("In the absence of the Chair, Ms. Cy Hill, Vice-Chair, presided over the session.", {"cy-hill chair sbi90"}),
    ("FAO convenes the Regional Dialogue on Ponds.", {"fao lead regional-dialogue-on-ponds"}),
    ("FAO leads the Dry Ponds in Western Karst project.", {"fao lead dry-ponds-in-western-karst-project"}),
    ("The Task Team on Data was set up in 2023 and is led by FAO.", {"fao lead task-team-data"}),
    ("The SBI invited FAO, which coordinates the global programme on ponds, to report.", {"fao lead global-programme-on-ponds"}),
    ("The contact group on the programme of work met. The pondGOLD programme, which was led by UNEP, was extended.", {"unep lead pondgold-programme"}),
    ("FAO leads the mapping component of the Pond Initiative. UNEP leads the satellite component.", {"fao lead mapping-component-of-the-pond-initiative", "unep lead satellite-component-of-the-90th-session-of-the-subsidiary-body-for-implementation"}),
    ("The Working Group on Data, a sub-group of the Task Force on Ponds, is coordinated by WWF.", {"wwf lead working-group-data"}),
    ("Ms. Cy Hill, head of the Expert Panel on Ponds, spoke.", {"cy-hill lead expert-panel-on-ponds"}),
    # a talk is no work, a wish no role, what is not said to be led
    ("FAO led the discussion on soil.", set()),
    ("The SBI invited UNEP to lead the inventory of ponds.", set()),
    ("The inventory of ponds should be led by FAO.", set()),
    ("UNEP presented the inventory of ponds, and FAO the study on rain.", {"unep reporting inventory-of-ponds"}),
    ("The regional meeting on soil was hosted by FAO.", {"fao host regional-meeting-on-soil"}),
    ("The mapping of ponds was carried out jointly.", set()),
    ("UNEP presented its work. The steering committee is chaired by Ms. Cy Hill.", set()),
    ("A study on rain and a study on soil were finished. The study was led by FAO.", set()),
    ("FAO invited Parties to establish a network of ponds coordinated by WWF.", set()),
    ("FAO was asked whether it agreed to lead the study on rain.", set()),
    ("FAO leads the new project.", set()),
    ("The workshop on rain, which was to have been hosted by Chad, was cancelled.", set()),
    ("The Great Ponds Network, hosted by FAO until 2025, ended.", set()),
    ("FAO was asked to coordinate the inventory of ponds.", set()),
    ("FAO and Chad form a group.", set()),
    ("FAO, which had chaired the Task Team on Ponds until 2029, was thanked.", set()),
    ("It was suggested that FAO chair the Task Team on Ponds.", set()),
    ("UNEP told of the Task Team on Ponds and the Task Team on Rain. Its members are FAO and WHO.", set()),
    ("The study on rain was prepared; FAO could lead it.", set()),
    ("FAO would like to take part in the inventory of ponds.", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), WORKS, ids=[row[0][:60] for row in WORKS])
def test_works_in_words(reading_of: Read, sentence: str, expected: set[str]) -> None:
    assert roles(reading_of(f"{SBI}2. {sentence}\n\n3. The end.\n")) == expected


SITTINGS: list[tuple[str, set[str]]] = [
    ("The SBI accepted with gratitude the offer of the Government of Chad to host the ninety-first session.", {"chad host sbi91"}),
    ("The SBI decided that its ninety-first session would be hosted by Chad.", {"chad host sbi91"}),
    ("The session was hosted by Chad.", {"chad host sbi90"}),
    ("The representative of Chad announced that her Government would host the ninety-first session.", {"chad host sbi91", "chad participant sbi90"}),
    # an offer only, and the meeting of somebody else
    ("Chad offered to host the ninety-first session.", set()),
    ("FAO told of a meeting on soil. The meeting was hosted by Chad.", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), SITTINGS, ids=[row[0][:60] for row in SITTINGS])
def test_meetings_by_their_number(reading_of: Read, sentence: str, expected: set[str]) -> None:
    assert roles(reading_of(f"{SBI}2. {sentence}\n\n3. The end.\n")) == expected


def test_a_meeting_opens_and_closes_once(reading_of: Read) -> None:
    """What closes first may be a part of it; a second time is a doubt, not a second fact."""
    text = SBI + "2. The technical segment was closed at 1 p.m.\n\n3. The Chair declared the session closed at 6.05 p.m.\n\n4. The session was closed at 9.05 p.m.\n"
    reading = reading_of(text)
    closed = [f.object for f in reading.statements.items if isinstance(f, Fact) and f.predicate == "uneg:closingTime"]
    assert [value.text for value in closed if isinstance(value, Value)] == ["6.05 p.m."]
    assert any("Another closing time" in doubt.message for doubt in reading.statements.doubts)


def test_a_told_time_counts_before_the_planned_one(reading_of: Read) -> None:
    """The title page has when the meeting was to end, its last paragraph when it did."""
    text = "# Report of the Technical Segment of the 90th meeting of the Senior Officials\n\nTechnical Segment, 3 May 2031 (14:00 - 16:30 CEST), Online\n\n1. The meeting was opened at 14:00 CEST.\n\n2. The meeting was closed at 16:25 CEST.\n"
    reading = reading_of(text)
    said = {(f.predicate, f.object.text) for f in reading.statements.items if isinstance(f, Fact) and f.predicate.endswith("ingTime") and isinstance(f.object, Value)}
    assert said == {("uneg:openingTime", "14:00 CEST"), ("uneg:closingTime", "16:25 CEST")}
    assert [doubt.message for doubt in reading.statements.doubts if "16:30" in doubt.message]
