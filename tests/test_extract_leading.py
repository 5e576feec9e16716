"""Who leads, chairs and coordinates: further clauses, bare titles, lists of groups, sessions that a heading names, and what is near and says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.needed import needed
from kg.extract.shapes_leading import LEADING
from kg.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.pipeline import Reading

    Read = Callable[..., Reading]

EMG = """Report of the ninth meeting of the Senior Officials of the Environment Management Group

1. The ninth meeting was held in Bern.

"""
WORKSHOP = "Workshop on Village Ponds\n\nSummary of discussions\n\nOpening\n\nThe workshop was opened by FAO.\n\n"
LEADERS = frozenset({"lead", "chair", "co-chair", "host", "member", "secretariat", "officer", "collaborator"})


def roles(reading: Reading) -> set[str]:
    """Return who has which role in what, by the ends of the IRIs."""
    found = (role for role in reading.statements.items if isinstance(role, Role) and role.role in LEADERS)
    return {f"{role.agent.rpartition('/')[2]} {role.role} {role.target.rpartition('/')[2]}" for role in found}


LED: list[tuple[str, set[str]]] = [
    ("FAO introduced the work of the Working Group on Seeds, which it has led since 2029.", {"fao lead working-group-seeds"}),
    ("FAO thanked the Working Group on Seeds, which met in May.", set()),
    # who served as chair, will assume the chair, leads the drafting; a lead that is not named twice
    ("The ninth meeting of the Senior Officials of the Environment Management Group was opened at 9.30 a.m. by Ms. Ana Water, Head of Ponds, who served as Chair in accordance with the rotation.", {"ana-water chair som9"}),
    ("It was agreed that FAO would assume the chair of the Task Team on Ponds in May.", {"fao chair task-team-ponds"}),
    ("The members agreed to prepare a joint note on ponds. The drafting will be led by FAO, with inputs from all.", {"fao lead drafting-of-a-joint-note"}),
    ("The members agreed to meet. The drafting will be led by FAO.", set()),
    ("Chapter 3, on gaps, is being drafted under the lead of FAO, and the chapter on frogs under that of WHO.", {"fao lead chapter-3-on-gaps", "who lead chapter-on-frogs"}),
    ("FAO is the lead agency for the inventory of ponds and works with WHO on a joint pond policy note.",
     {"fao lead inventory-of-ponds", "fao collaborator joint-pond-policy-note", "who collaborator joint-pond-policy-note"}),
    # what somebody does for it; a member of a bureau; a long topic; what somebody will host
    ("On behalf of the Task Team on Ponds, which it chairs, WMO said that it had rained.", {"wmo chair task-team-ponds"}),
    ("The representative of WMO, in its capacity as chair of the Task Team on Ponds, introduced a paper.", {"wmo chair task-team-ponds"}),
    ("The Task Team on Ponds, led by Bureau member Ms. Ana Water, is preparing a forum.", {"ana-water lead task-team-ponds"}),
    ("The Task Team on the Treaty on Ponds of Areas beyond National Jurisdiction, coordinated by WMO, met.", {"wmo lead task-team-treaty-on-ponds-of-areas-beyond-national-jurisdiction"}),
    ("WMO informed participants that it would host the next Pond Forum in Bern.", {"wmo host pond-forum"}),
    ("WMO informed participants that it might host the next Pond Forum in Bern.", set()),
    # what is set up or goes on, and who is to lead it; who leads on a topic; what a name begins with
    ("It was agreed that the Task Team on Ponds would be established for a year and that WMO would lead its work.", {"wmo lead task-team-ponds"}),
    ("The members decided to establish the Task Team on Ponds for two years, coordinated by WMO.", {"wmo lead task-team-ponds"}),
    ("Ms. Ana Water of the secretariat of the Convention on Biological Diversity spoke. The Task Team on Ponds is co-led by the secretariat of the Convention and UNEP, and FAO acts as its secretariat.",
     {"cbd-secretariat lead task-team-ponds", "unep lead task-team-ponds", "fao secretariat task-team-ponds"}),
    ("WMO leads on early detection, while WHO heads the pillar on health.", {"wmo lead early-detection", "who lead pillar-on-health"}),
    ("UNDP takes the lead on community gardens, working with UNICEF.", {"undp lead community-gardens", "unicef collaborator community-gardens"}),
    ("UNEP coordinates the FAO Clean Ponds Innovation Challenge.", {"unep lead fao-clean-ponds-innovation-challenge"}),
    ("The study was made by the UNEP Pond Division. In May two task teams met: the first, on ponds, is led by FAO; the second, on rain, by the UNEP Pond Division.",
     {"fao lead task-team-ponds", "unep-pond-division lead task-team-rain"}),
    ("FAO spearheads the regional pond recycling strategy. Chad is the lead country for its implementation.", {"fao lead regional-pond-recycling-strategy", "chad lead regional-pond-recycling-strategy"}),
    ("An inventory of ponds is due in May. It is being compiled by a team led by Mr. Ben Stone.", {"ben-stone lead inventory-of-ponds"}),
    ("The Technical Pond Unit (TPU) coordinates the global inventory of lagoons.", {"technical-pond-unit lead global-inventory-of-lagoons"}),
    ("Decides that the Rain–Snow twinning programme of the Climate Technology Centre will be led by UNIDO.", {"unido lead rain-snow-twinning-programme-of-the-climate-technology-centre"}),
    # who works on it beside the lead; a term of office and a country are no names
    ("UNEP is the lead agency for the monitoring of indicator 14.2.1 on rain, on which it works with FAO.", {"unep lead monitoring-of-indicator-14-2-1-on-rain", "fao collaborator monitoring-of-indicator-14-2-1-on-rain"}),
    ("The Working Group on Ponds for 2030-2031 is chaired by FAO.", {"fao chair working-group-ponds"}),
    ("The Rain Centre in Chad, which leads the Ponds Initiative, was thanked.", {"rain-centre lead ponds-initiative"}),
    ("The Committee convened the Task Team on Ponds in May, and noted that Ms. Ana Water (Chad) and Mr. Ben Stone (Peru) have been appointed as its Co-Chairs.", {"ana-water co-chair task-team-ponds", "ben-stone co-chair task-team-ponds"}),
    # numbered works in small letters, what somebody does besides, the other of two, a verb that is said once
    ("Outcome area 1, on ponds, is led by FAO. WMO leads outcome area 2, on rain, and outcome area 3 is coordinated by UNEP and UNDP.",
     {"fao lead outcome-area-1-on-ponds", "wmo lead outcome-area-2-on-rain", "unep lead outcome-area-3", "undp lead outcome-area-3"}),
    ("UNEP publishes the Pond Outlook and coordinates the Network on Small Ponds.", {"unep lead network-small-ponds"}),
    ("Two global partnerships are coordinated by FAO: the Global Soil Partnership and the Mountain Partnership.", {"fao lead global-soil-partnership", "fao lead mountain-partnership"}),
    ("Mr. Ben Stone was in the chair of the Task Team on Rain.", {"ben-stone chair task-team-rain"}),
    ("The survey was taken over by the Task Team on Rain, for which WMO serves as the secretariat.", {"wmo secretariat task-team-rain"}),
    ("The pond node is led by Chad and the rain one by Peru.", {"chad lead pond-node-of-the-9th-senior-officials-meeting-of-the-environment-management-group", "peru lead rain-node"}),
    ("UNEP is in charge of the component on rain, WHO of that on health, and FAO of that on food.",
     {"unep lead component-on-rain", "who lead component-on-health", "fao lead component-on-food"}),
    ("The working groups are led as follows: Working Group on Ponds – WMO; Working Group on Rain – WHO, with support from ILO; Working Group on Snow – UNDP and FAO jointly.",
     {"wmo lead working-group-ponds", "who lead working-group-rain", "ilo collaborator working-group-rain", "undp lead working-group-snow", "fao lead working-group-snow"}),
    ("UNEP works with FAO, the lead agency, on the Ponds Initiative.", {"unep collaborator ponds-initiative", "fao lead ponds-initiative"}),
    ("FAO, speaking as coordinator of the Task Team on Ponds, thanked all.", {"fao lead task-team-ponds"}),
    ("To commend Chad and Fiji for co-chairing the Task Team on Ponds.", {"chad co-chair task-team-ponds", "fiji co-chair task-team-ponds"}),
    ("Designate the Rain Institute (RI) of Chad as lead agency for the implementation of the Ponds Initiative, with the Snow Institute (SI) of Fiji as partner agency.",
     {"rain-institute lead ponds-initiative", "snow-institute collaborator ponds-initiative"}),
    ("UNDP leads the modernization of the rain gauges.", {"undp lead modernization-of-the-rain-gauges"}),
    ("The Ponds Partnership's review of rain is led by FAO.", {"fao lead review-of-rain"}),
    ("The conference on ponds will be hosted by Chad, and its preparation is led by UNEP in collaboration with FAO.", {"chad host conference-on-ponds", "unep lead conference-on-ponds", "fao collaborator conference-on-ponds"}),
    ("Denmark and the United Kingdom co-chair the Task Force on Deep Rain (TFDR). Chad leads the TFDR.", {"denmark co-chair task-force-deep-rain", "united-kingdom-of-great-britain-and-northern-ireland co-chair task-force-deep-rain", "chad lead task-force-deep-rain"}),
    ("Mr. Ben Stone (Chad), Co-Chair of the Pond Waste Partnership, spoke. The other Co-Chair, Ms. Ana Water (Fiji), could not come.", {"ana-water co-chair pond-waste-partnership", "ben-stone co-chair pond-waste-partnership"}),
    ("The Task Team on Ponds met twice. UNEP is the lead agency, and FAO helps.", {"unep lead task-team-ponds"}),
    ("The Task Team on Ponds met twice. UNEP and FAO served as co-chairs.", {"fao co-chair task-team-ponds", "unep co-chair task-team-ponds"}),
    ("The Task Team on Ponds met twice. The lead agency is UNEP.", {"unep lead task-team-ponds"}),
    ("The fifth meeting of the Task Team on Ponds will be chaired by UNDP.", {"undp chair task-team-ponds-5"}),
    ("UNDP will succeed UNEP as chair of the Task Team on Ponds in June.", {"undp chair task-team-ponds"}),
    ("FAO (lead of the Task Team on Ponds) reported on progress.", {"fao lead task-team-ponds"}),
    ("The co-leads of the Task Team on Ponds (FAO and WHO) reported on progress.", {"fao lead task-team-ponds", "who lead task-team-ponds"}),
    ("UNEP has lead responsibility for the pillar on nature.", {"unep lead pillar-on-nature"}),
    ("UNEP and FAO were designated by the General Assembly to lead the Pond Initiative.", {"fao lead pond-initiative", "unep lead pond-initiative"}),
    ("World Pond Day is coordinated by UNESCO and WMO.", {"unesco lead world-pond-day", "wmo lead world-pond-day"}),
    ("The guidelines had been prepared by a small working group under the lead of Chad.", {"chad lead small-working-group-guidelines"}),
    ("FAO leads the component on hatcheries and UNEP the component on feed.", {"fao lead component-on-hatcheries", "unep lead component-on-feed"}),
    ("UNICEF reported on the Coalition for Pond Schools. As its coordinator, UNICEF had sent out a survey in March.", {"unicef lead coalition-for-pond-schools"}),
    ("Leadership of the Task Team on Markets passed from UNDP to ILO in January.", {"ilo lead task-team-markets"}),
    ("Since January the Task Team on Markets has been in the hands of ILO.", {"ilo lead task-team-markets"}),
    ("WMO, which leads the Rain Watch programme with UNEP, presented the first results.", {"unep lead rain-watch-programme", "wmo lead rain-watch-programme"}),
    ("Under the coordination of FAO, the Pond Fisheries Platform has trained 200 officers.", {"fao lead pond-fisheries-platform"}),
    ("The Platform on Sponge Cities is an initiative led by UN-Habitat and hosted by UNEP.", {"un-habitat lead platform-on-sponge-cities"}),
    ("UNEP and WHO were asked to co-lead the mapping of pond laboratories, and both accepted.", {"unep lead mapping-of-pond-laboratories", "who lead mapping-of-pond-laboratories"}),
    ("Two working groups were set up: ponds, to be led by FAO, and rain, to be led by WMO.", {"fao lead working-group-ponds", "wmo lead working-group-rain"}),
    ("The Coalition on Wet Grasslands has three working groups: finance, to be led by UNDP; data, led by UNEP; and outreach, led by UNESCO.", {"undp lead working-group-finance", "unep lead working-group-data", "unesco lead working-group-outreach"}),
    ("The communications subgroup, convened by UNICEF, has prepared a plan.", {"unicef lead communications-subgroup"}),
    ("The chair of the Inter-agency Group on Wells rotates every year and is now with UNESCO.", {"unesco chair inter-agency-group-on-wells"}),
    ("The Inter-agency Group on Wells is chaired on a rotating basis; the current chair is IFAD.", {"ifad chair inter-agency-group-on-wells"}),
    ("The Ramsar Convention secretariat and WMO lead the activity on wetland rainfall.", {"ramsar-secretariat lead activity-on-wetland-rainfall", "wmo lead activity-on-wetland-rainfall"}),
    ("As lead agency for the Decade on Ponds, FAO presented the annual report.", {"fao lead decade-on-ponds"}),
    ("FAO, speaking as lead agency for the Decade on Ponds, presented the annual report.", {"fao lead decade-on-ponds"}),
    ("A contact group on tyres was set up. Mr. Ben Stone (Fiji) was asked to chair it.", {"ben-stone chair contact-group-on-tyres"}),
    ("Mr. Ben Stone, who had chaired the contact group on tyres, said that consensus had been reached.", {"ben-stone chair contact-group-on-tyres"}),
    ("Ms. Ana Water had replaced Mr. Ben Stone as chair of the small intersessional working group on cables.", {"ana-water chair small-intersessional-working-group-cables"}),
    ("The representative of Chad, as lead country for the guidelines on cables, introduced the draft.", {"chad lead guidelines-on-cables"}),
    ("On the first day, the meeting was chaired by Ms. Cy Hill, Vice-Chair of the group.", set()),
    ("The Household Waste Partnership is led by two co-chairs, Ms. Ana Water (Chad) and Mr. Ben Stone (Fiji).", {"ana-water co-chair household-waste-partnership", "ben-stone co-chair household-waste-partnership"}),
    ("The co-chairs of the Partnership on Plastic Waste, Ms. Ana Water (Chad) and Mr. Ben Stone (Fiji), presented their report.", {"ana-water co-chair partnership-on-plastic-waste", "ben-stone co-chair partnership-on-plastic-waste"}),
    ("The Partnership on Plastic Waste has four project groups. UNEP chairs project group 1, on design.", {"unep chair project-group-1"}),
    ("The Expert Group on Lamps completed its work in April under the chairmanship of Mr. Dan Reed.", {"dan-reed chair expert-group-on-lamps"}),
    ("Mr. Dan Reed (Fiji) and Ms. Eva Moss (Chad), who co-facilitate the intersessional process on lamps, reported progress.", {"dan-reed co-chair intersessional-process-on-lamps", "eva-moss co-chair intersessional-process-on-lamps"}),
    ("UNEP and IUCN today launched Ponds for All, a partnership to restore village ponds. It is led by UNEP, with FAO as technical partner.", {"fao collaborator ponds-for-all", "iucn collaborator ponds-for-all", "unep collaborator ponds-for-all", "unep lead ponds-for-all"}),
    ("WWF heads Frog Watch, a monitoring project in the Congo basin.", {"wwf lead frog-watch"}),
    ('WWF leads a regional project called "Frogs and Us".', {"wwf lead project-frogs-and-us"}),
    ("The Wet Meadows Programme is directed by Dr. Ben Stone.", {"ben-stone lead wet-meadows-programme"}),
    ("IUCN leads the restoration trials at Lake Tana, and Chad provides the seedlings.", {"iucn lead restoration-trials-at-lake-tana"}),
    ("The restoration trials at Lake Tana are led by IUCN.", {"iucn lead restoration-trials-at-lake-tana"}),
    ("The five-year project on peat is funded by the Global Environment Facility and led by FAO.", {"fao lead five-year-project-on-peat"}),
    ("The five-year project on peat, financed by the Green Climate Fund and coordinated by UNDP, covers ten countries.", {"undp lead five-year-project-on-peat"}),
    ("Indonesia will coordinate the Peat Fires Compact during its first year.", {"indonesia lead peat-fires-compact"}),
    ("The Peat Fires Compact was signed in Bali. Indonesia will coordinate it during its first year.", {"indonesia lead peat-fires-compact"}),
    ("UNDP updated the meeting on the Finance Cluster. It leads the cluster jointly with the World Bank.", {"undp lead finance-cluster-of-the-senior-officials-meeting-of-the-environment-management-group", "world-bank lead finance-cluster-of-the-senior-officials-meeting-of-the-environment-management-group"}),
    ("The Network for Wet Meadows met three times since the last meeting. UNESCO continues to chair the network.", {"unesco chair network-wet-meadows"}),
    ("The Network for Wet Meadows met three times. The network, chaired by UNESCO, now has 30 members.", {"unesco chair network-wet-meadows"}),
    ("The representative of FAO reported on the Working Group on Seeds, which her organization chairs.", {"fao chair working-group-seeds"}),
    ("FAO reported on the Working Group on Seeds, of which it is the chair.", {"fao chair working-group-seeds"}),
    ("FAO reported on the Working Group on Seeds, which it chairs with IFAD.", {"fao co-chair working-group-seeds", "ifad co-chair working-group-seeds"}),
    ("The Task Group on Nurseries, co-led by UNEP, FAO and, since May, UNESCO, will report in June.", {"fao lead task-group-on-nurseries", "unep lead task-group-on-nurseries", "unesco lead task-group-on-nurseries"}),
    ("WMO replaced UNEP as chair of the Task Group on Dams.", {"wmo chair task-group-on-dams"}),
    ("The Task Group on Dams, under its chair, WMO, has met twice.", {"wmo chair task-group-on-dams"}),
    ("UNECE hosts and coordinates the Register of Dams.", {"ece host register-of-dams", "ece lead register-of-dams"}),
    ("UNESCO acts as the coordinating agency for the Lakes Decade.", {"unesco lead lakes-decade"}),
    ("UNESCO was designated coordinating agency for the Lakes Decade.", {"unesco lead lakes-decade"}),
    ("Responsibility for the workstream on lake levels was given to WMO.", {"wmo lead workstream-on-lake-levels"}),
    ("WMO has been entrusted with the coordination of the workstream on lake levels.", {"wmo lead workstream-on-lake-levels"}),
    ("The workstream on lake levels falls under the responsibility of WMO.", {"wmo lead workstream-on-lake-levels"}),
    ("The Clean Hands Campaign was launched in March by UNICEF, which also coordinates it.", {"unicef lead clean-hands-campaign"}),
    ("The Clean Hands Campaign is led globally by UNICEF.", {"unicef lead clean-hands-campaign"}),
    ("UNICEF and WHO reported on the Clean Hands Campaign, which the two agencies lead jointly.", {"unicef lead clean-hands-campaign", "who lead clean-hands-campaign"}),
    ("The Assessment of Mountain Ponds is a joint effort of UNEP and ICIMOD, with ICIMOD in the lead.", {"icimod collaborator assessment-of-mountain-ponds", "icimod lead assessment-of-mountain-ponds", "unep collaborator assessment-of-mountain-ponds"}),
    ("Designates the United Nations Environment Programme as lead agency for the Year of Ponds;", {"unep lead year-of-ponds"}),
    ("Decides that the Year of Ponds shall be coordinated by the United Nations Environment Programme;", {"unep lead year-of-ponds"}),
    ("Entrusts the coordination of the Pond Data Initiative to UNESCO;", {"unesco lead pond-data-initiative"}),
    ("Expresses its gratitude to Mr. Ben Stone (Fiji) for his able chairing of the open-ended group on pond trade;", {"ben-stone chair open-ended-group-on-pond-trade"}),
    ("Accepts with appreciation the offer of Chad to lead the programme on pond music;", {"chad lead programme-on-pond-music"}),
    ("UN-Habitat and the World Bank reported that they co-lead the cluster on sustainable transport.", {"un-habitat lead cluster-on-sustainable-transport", "world-bank lead cluster-on-sustainable-transport"}),
    ("The lead of the task team on training (UNITAR) tabled a proposal.", {"unitar lead task-team-training"}),
    ("The expert group on noise chose WHO and ILO as co-chairs.", {"ilo co-chair expert-group-on-noise", "who co-chair expert-group-on-noise"}),
    ("The expert group on noise, meeting under the chairmanship of WHO, agreed on ten indicators.", {"who chair expert-group-on-noise"}),
    ("ILO co-chairs the expert group on noise alongside WHO.", {"ilo co-chair expert-group-on-noise", "who co-chair expert-group-on-noise"}),
    ("ILO took over from WHO as chair of the expert group on noise.", {"ilo chair expert-group-on-noise"}),
    ("The chairmanship of the expert group on noise was transferred to ILO.", {"ilo chair expert-group-on-noise"}),
    ("The Senior Officials decided to set up a task team on green meetings and asked UNEP to lead it.", {"unep lead task-team-green-meetings"}),
    ("A task team on green meetings was established; UNEP will chair it.", {"unep chair task-team-green-meetings"}),
    ("ICAO leads the subgroup on air travel, FAO the subgroup on catering, and UNFCCC the subgroup on venues.", {"fao lead subgroup-on-catering", "icao lead subgroup-on-air-travel", "unfccc-secretariat lead subgroup-on-venues"}),
    ('The side event "Ponds and People" was co-organized by UNEP and FAO and moderated by Ms. Cy Hill.', {"cy-hill chair side-event-ponds-and-people", "fao collaborator side-event-ponds-and-people", "unep collaborator side-event-ponds-and-people"}),
    ("The webinar series on pond birds is coordinated by the CMS secretariat.", {"cms-secretariat lead webinar-series-on-pond-birds"}),
    ("The joint programme on coastal ponds is implemented by UNDP and FAO under the coordination of UNDP.", {"fao collaborator joint-programme-on-coastal-ponds", "undp collaborator joint-programme-on-coastal-ponds", "undp lead joint-programme-on-coastal-ponds"}),
    ("UNDP, the coordinator of the initiative Ponds4All, reported on its pilot phase.", {"undp lead initiative-ponds4all"}),
    ('IFAD is the lead partner in the project "Blue Villages".', {"ifad lead project-blue-villages"}),
]

NOBODY = [
    "It was proposed that the Task Team on Ponds would be established and that WMO would lead its work.",
    "It was agreed that the Task Team on Ponds would be established and that WMO might lead its work.",
    "UNESCO wants to take the lead on river data, and IUCN could take the lead on frogs.",
    "UNICEF no longer leads on water supply.",
    "Chad leads on behalf of the region.",
    "They considered whether to establish a task force on toads, led by UNESCO.",
    "FAO was asked whether it could lead action track 2.",
    "The working groups should be led as follows: Working Group on Ponds – FAO; Working Group on Rain – WHO.",
    "Invites UNEP to designate FAO as lead agency for the Task Team on Ponds.",
    "Parties may appoint FAO as lead of the Task Team on Ponds.",
    "UNEP leads the discussion of the report of FAO.",
    "FAO says that WHO leads the way and that nobody coordinates the Task Team on Ponds.",
    "It was proposed that FAO lead the Task Team on Ponds.",
    "FAO was invited to co-lead the Task Team on Ponds.",
    "UNEP used to lead the Task Team on Ponds.",
    "The former chair of the Task Team on Ponds, Ms. Ana Water, was thanked.",
    "The Task Team on Ponds should be led by a UN agency such as FAO.",
    "The Task Team on Ponds has no chair; WHO declined to lead it.",
    "Who will lead the Task Team on Ponds, FAO or WHO, remains open.",
    "UNEP works with FAO, which leads on soil.",
    "The Task Team on Ponds reports to UNEP, chairs of regional groups and donors.",
    "The chair of the Task Team on Ponds thanked FAO and WHO.",
    "The representative of the lead agency, FAO, took the floor.",
    "Mr. Ben Stone replaced Ms. Ana Water as the focal point of UNDP in the Task Team on Ponds.",
    "FAO succeeded WHO as host of the Task Team on Ponds.",
    "The Task Team on Ponds met under the auspices of WMO.",
    "The Task Team on Ponds works with FAO. It leads on soil questions.",
    "The Coalition on Ponds was launched by FAO, WHO and UNEP. It will be led by a steering group.",
    "UNEP presented the Pond Outlook. FAO thanked it.",
    "The meeting agreed that the question of who should lead the Task Team on Ponds would be discussed by FAO and WHO.",
    "The leadership of UNEP in the field of ponds was recognized.",
    "FAO will lead discussions on ponds in the Task Team on Rain.",
    "WMO led the way in the Task Team on Rain.",
    "UNEP could co-lead the campaign on rain with WMO.",
    "The Task Team on Rain thanked the lead author, Ms. Ana Water.",
    "The responsibility for the Task Team on Rain should be given to WMO.",
    "WMO handed over the report of the Task Team on Rain to FAO.",
    "The offer of Chad to lead the Task Team on Rain was welcomed.",
    "UNEP is not the lead of the Task Team on Rain.",
    "Two working groups were proposed: ponds, to be led by FAO, and rain, to be led by WMO.",
    "The morning was spent on ponds. Ms. Ana Water presided over the tea.",
    "UNEP is the lead agency for climate in the region.",
    "The Task Team on Rain met in May. UNEP is a member.",
    "Directed by its members, the Task Team on Rain will report to FAO.",
    "The chairs of the Task Team on Rain, supported by WMO, will report.",
    "The lead was taken by others in the past.",
    "The Task Team on Rain was led until 2020 by WMO.",
    "UNDP chaired the Task Team on Rain from 2015 to 2018.",
    "The Task Team on Rain, which was led by UNDP and ended in 2023, drew maps.",
    "Members praised the three partnerships that FAO asked WHO to lead: the Global Soil Partnership and the Mountain Partnership.",
    "FAO, which had led the Task Team on Rain, thanked all.",
    "UNEP regretted that no agency was ready to chair the Task Team on Rain together with WMO.",
    "Frog Day, a project of schools, was praised by FAO, which leads on amphibians.",
]


@pytest.mark.parametrize(("sentence", "expected"), LED, ids=[row[0][:60] for row in LED])
def test_who_leads(reading_of: Read, sentence: str, expected: set[str]) -> None:
    assert roles(reading_of(f"{EMG}2. {sentence}\n\n3. The end.\n")) == expected


@pytest.mark.parametrize("sentence", NOBODY)
def test_near_misses(reading_of: Read, sentence: str) -> None:
    said = {role for role in roles(reading_of(f"{EMG}2. {sentence}\n\n3. The end.\n")) if role.split()[1] in {"lead", "chair", "co-chair"}}
    assert said == set()


SESSIONS: list[tuple[str, set[str]]] = [
    ("Session 1: Where ponds are\n\nThe session was chaired by Mr. Dan Reed (FAO).", {"dan-reed chair session-1-where-ponds-are"}),
    ("Session 2: Who owns ponds\n\nMs. Eva Moss of FAO chaired this session.", {"eva-moss chair session-2-who-owns-ponds"}),
    ("Session 2: Who owns ponds\n\nThe second session was co-moderated by Ms. Eva Moss and Mr. Dan Reed (FAO).", {"dan-reed co-chair session-2-who-owns-ponds", "eva-moss co-chair session-2-who-owns-ponds"}),
    ("Session 2: Who owns ponds\n\nThe session opened with a talk by Ms. Gia Rock. Mr. Finn Lake of UNDP moderated.", {"finn-lake chair session-2-who-owns-ponds"}),
    ("Session 3: Money\n\nModerator: Ms. Ana Water, World Bank\nSpeakers: Mr. Ben Stone (FAO), Mr. Cy Hill (WHO)", {"ana-water chair session-3-money"}),
    ("Session 3: Money\n\nThe first session was chaired by Mr. Dan Reed (FAO).", {"dan-reed chair first-session-of-the-workshop-on-village-ponds"}),
    ("Item 2: Setting the scene\n\nThis session was moderated by Ms. Eva Moss (FAO).", {"eva-moss chair session-on-setting-the-scene"}),
    ("Money\n\nThe discussion was chaired by Mr. Dan Reed (FAO).", set()),
]


@pytest.mark.parametrize(("text", "expected"), SESSIONS, ids=[row[0][:60] for row in SESSIONS])
def test_a_session_that_a_heading_names(reading_of: Read, text: str, expected: set[str]) -> None:
    assert {role for role in roles(reading_of(f"{WORKSHOP}{text}\n\nClosing\n\nThe end.\n")) if "chair" in role} == expected


def test_whoever_presided(reading_of: Read) -> None:
    text = "2. The ninth meeting of the Senior Officials was held in Bern. Ms. Ana Water of FAO, focal point of the group, presided.\n\n3. The end.\n"
    assert "ana-water chair som9" in roles(reading_of(EMG + text))


def test_chairs_on_a_line_above_the_minutes(reading_of: Read) -> None:
    text = "Inter-agency Task Team on Ponds\n\nSummary of the seventh meeting\n6 March 2025\n\nCo-chairs: Ana Water (FAO) and Ben Stone (WHO)\nParticipants: Cy Hill (UNEP)\n\n1. Welcome\n\nThe Task Team adopted its agenda.\n"
    assert {role for role in roles(reading_of(text)) if "chair" in role} == {f"{who} co-chair inter-agency-task-team-ponds-7" for who in ("ana-water", "ben-stone")}


def test_the_campaign_of_a_day(reading_of: Read) -> None:
    assert roles(reading_of(f"{EMG}World Pond Day 2029\n\n2. UNEP and FAO were appointed co-leads of the campaign.\n\n3. The end.\n")) == {f"{who} lead world-pond-day-2029-campaign" for who in ("fao", "unep")}


def test_every_shape_needs_some_word() -> None:
    assert all(needed(pattern) for _, pattern in LEADING)


MINUTES = "UN-OCEANS TASK FORCE ON SMALL PONDS\n\nMinutes of the 5th meeting (teleconference)\nTuesday, 3 May 2031\n\nParticipants\n  FAO       Ana Water (Coordinator)\n  UNESCO    Ben Stone\n\n1. Welcome\n\n{0}\n\n2. Ponds\n\nUNDP showed a map.\n\n3. Closing\n\nThe end came soon.\n\n4. Agreed actions\n  - Share the map (FAO, 3 June)\n"


def test_who_is_listed_in_columns_is_known_where_the_minutes_name_him_again(reading_of: Read) -> None:
    assert roles(reading_of(MINUTES.format("Ana Water chaired the call and welcomed Ben Stone."))) == {"ana-water chair task-force-small-ponds-5"}


@pytest.mark.parametrize("sentence", [
    "The request for a fourth pilot country was refused. UNICEF is the lead agency for the pilot.",
    "The request for a fourth pilot was refused. UNICEF is the lead agency for the pilot.",
])
def test_a_title_that_any_minutes_have_is_nobody_of_whom_a_work_could_be(reading_of: Read, sentence: str) -> None:
    text = MINUTES.replace("UN-OCEANS TASK FORCE ON SMALL PONDS\n\n", "").format(sentence)
    assert roles(reading_of(text)) == set()
