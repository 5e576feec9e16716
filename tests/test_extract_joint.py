"""Who belongs to what, and who works together on what: the sentences that say so, and those near by that say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.shapes_joint import JOINT
from kg.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.pipeline import Reading

    Read = Callable[..., Reading]

EMG = """Report of the ninth meeting of the Senior Officials of the Environment Management Group

1. The ninth meeting was held in Bern.

"""


def roles(reading: Reading, *kinds: str) -> set[str]:
    """Return who has a role of some kinds in what, by the ends of the IRIs."""
    found = (role for role in reading.statements.items if isinstance(role, Role) and role.role in kinds)
    return {f"{role.agent.rpartition('/')[2]} {role.role} {role.target.rpartition('/')[2]}" for role in found}


MEMBERS: list[tuple[str, str, str]] = [
    ("The Task Team on Dust comprises members of the Adaptation Committee and UNDP, as well as representatives of FAO and WMO.", "task-team-dust", "adaptation-committee undp fao wmo"),
    ("The Task Team on Dust comprises two members of the Adaptation Committee, three experts of WMO and one representative each of FAO and UNEP.", "task-team-dust", "fao unep wmo"),
    ("The Task Team on Dust, which includes two representatives of WMO, one representative of FAO and two experts from UNEP, met twice.", "task-team-dust", "fao unep wmo"),
    ("The Task Team on Dust counts among its members UNEP, FAO and WMO.", "task-team-dust", "fao unep wmo"),
    ("The Panel on Forest Health met. The members of the Panel on Forest Health for the biennium are Dr. Ana Water and Prof. Ben Stone.", "panel-on-forest-health", "ana-water ben-stone"),
    ("Four partners also serve on the Panel on Forest Health: UNEP, IUCN and WWF.", "panel-on-forest-health", "iucn unep wwf"),
    ("Two new scientists, Ms. Ana Water and Mr. Ben Stone, now serve on the Panel on Forest Health; a third has withdrawn.", "panel-on-forest-health", "ana-water ben-stone"),
    ("It was told that Ms. Ana Water had joined the Panel on Forest Health as a new member, replacing Mr. Ben Stone.", "panel-on-forest-health", "ana-water"),
    ("The Task Team on Dust was set up, to be led by UNDP. UNOPS and FAO will be members.", "task-team-dust", "fao unops"),
    ("Advice comes from the Pond Committee. Its chair is Ms. Eva Reed; among its nine members are Professor Ana Water and Dr. Ben Stone.", "pond-committee", "ana-water ben-stone"),
    ("The Inter-agency Group on Mangroves was set up in 2023. Its members in the current biennium are UNDP, UNESCO and IUCN.", "inter-agency-group-on-mangroves", "iucn undp unesco"),
    ("With the accession of Chad, the Lake Rim Partnership now counts fourteen members.", "lake-rim-partnership", "chad"),
    ("WMO, UNEP and FAO are represented on the Advisory Board on Dust Storms.", "advisory-board-on-dust-storms", "fao unep wmo"),
    ("The Pond Alliance was launched by five countries. Chad, Fiji, Japan, Peru and Norway are its founding members.", "pond-alliance", "chad fiji japan norway peru"),
    ("IUCN, Wetlands International and WWF each hold a seat on the Expert Panel on Deltas.", "expert-panel-on-deltas", "iucn wetlands-international wwf"),
    ("At its fourth session the Bureau admitted Togo to the Working Group on Tailings.", "working-group-tailings", "togo"),
    ("UNIDO agreed to join the Working Group on Tailings.", "working-group-tailings", "unido"),
    ("UNIDO, which joined the Working Group on Tailings in 2022, presented its survey.", "working-group-tailings", "unido"),
    ("The Panel on Forest Health counts the European Union, Canada and Brazil among its members.", "panel-on-forest-health", "brazil canada eu"),
    ("The technical members of the Panel on Forest Health are from FAO, WWF and IUCN.", "panel-on-forest-health", "fao iucn wwf"),
    ("The Advisory Group on Forest Health, which includes FAO, WWF and IUCN, met in May.", "advisory-group-on-forest-health", "fao iucn wwf"),
    ("Members of the Panel on Forest Health are the European Union, Canada and Brazil.", "panel-on-forest-health", "brazil canada eu"),
    ("The Network of Alpine Lakes groups twelve research institutes, including the University of Geneva.", "network-alpine-lakes", "university-of-geneva"),
    ("Norway and Peru were elected to the Executive Board of the Lakes Fund.", "executive-board-of-the-lakes-fund", "norway peru"),
    ("The Task Team on Dust was created in 2021 and FAO, WMO and UNEP belong to it.", "task-team-dust", "fao unep wmo"),
    ("Five agencies (FAO, WMO, UNEP, WHO and ILO) form the Task Team on Dust.", "task-team-dust", "fao ilo unep who wmo"),
    ("The Task Team on Dust has been enlarged; it now includes WHO and ILO.", "task-team-dust", "ilo who"),
    ("The Conference welcomed the accession of Chad and Niger to the Dust Partnership.", "dust-partnership", "chad niger"),
    ("Niger became the thirtieth member of the Dust Partnership in June.", "dust-partnership", "niger"),
    ("Niger officially joined the Dust Partnership during a ceremony in Bonn.", "dust-partnership", "niger"),
    ("The Dust Partnership is made up of nine countries, among them Niger and Mali.", "dust-partnership", "mali niger"),
    ("With Niger, Mali and Chad as its members, the Dust Partnership covers the whole belt.", "dust-partnership", "chad mali niger"),
    ("Ms. Ana Water (Chad) replaced Mr. Ben Stone as a member of the Dust Panel.", "dust-panel", "ana-water"),
    ("The Dust Panel has three members from Africa: Ms. Ana Water, Mr. Ben Stone and Ms. Cy Hill.", "dust-panel", "ana-water ben-stone cy-hill"),
    ("UNEP chairs the Dust Panel; FAO and WMO are members and the World Bank is an observer.", "dust-panel", "fao wmo"),
    ("IUCN sits on the steering committee of the Dust Programme.", "steering-committee-of-the-dust-programme", "iucn"),
    ("The Dust Panel agreed to admit Togo and Benin.", "dust-panel", "benin togo"),
    ("UNIDO informed members that it had joined the Task Team on Mercury Waste in March.", "task-team-mercury-waste", "unido"),
    ("The representative of ILO announced that her organization had decided to join the Task Team on Mercury Waste.", "task-team-mercury-waste", "ilo"),
    ("The Task Team on Mercury Waste was pleased to welcome ILO and WHO among its members.", "task-team-mercury-waste", "ilo who"),
    ("ILO was accepted as a member of the Task Team on Mercury Waste.", "task-team-mercury-waste", "ilo"),
    ("UNIDO leads the Task Team on Mercury Waste. ILO, WHO and UNDP are the other members.", "task-team-mercury-waste", "ilo undp who"),
    ("UNIDO leads the Task Team on Mercury Waste, and ILO, WHO and UNDP are the other members.", "task-team-mercury-waste", "ilo undp who"),
    ("The Task Team on Mercury Waste is led by UNIDO. It also includes ILO, WHO and UNDP.", "task-team-mercury-waste", "ilo undp who"),
    ("The Task Team on Mercury Waste is led by UNIDO and has ILO, WHO and UNDP as members.", "task-team-mercury-waste", "ilo undp who"),
    ("The Task Team on Mercury Waste, in which ILO, WHO and UNDP are represented, met in Vienna.", "task-team-mercury-waste", "ilo undp who"),
    ("The Lagoon Compact was signed in Dakar. Senegal, Gambia and Guinea are among its founding members.", "lagoon-compact", "gambia guinea senegal"),
    ("Benin joined the Lagoon Compact last week, becoming its eleventh member.", "lagoon-compact", "benin"),
    ("Eleven countries, including Benin and Togo, belong to the Lagoon Compact.", "lagoon-compact", "benin togo"),
    ("Benin and Togo are the latest countries to join the Lagoon Compact.", "lagoon-compact", "benin togo"),
    ("Benin, as a member of the Lagoon Compact, has planted mangroves.", "lagoon-compact", "benin"),
    ("The board of the Lagoon Programme is made up of one representative each of Benin, Togo and UNEP.", "board-of-the-lagoon-programme", "benin togo unep"),
    ("Niger will serve on the Lake Committee until 2027.", "lake-committee", "niger"),
    ("Chad and Niger, both members of the Lake Committee, disagreed.", "lake-committee", "chad niger"),
    ("Chad, Niger and Nigeria were named to the Lake Committee.", "lake-committee", "chad niger nigeria"),
    ("ITU, an associate member of the Lake Network since 2020, offered satellite images.", "lake-network", "itu"),
]
TOGETHER: list[tuple[str, str, str]] = [
    ("The meeting welcomed the guidance on dune plants prepared with FAO and IUCN.", "guidance-on-dune-plants", "fao iucn"),
    ("The meeting welcomed the guidance on dune plants prepared with funding from FAO.", "", ""),
    ("The Global Dune Forum was hosted by WHO and co-organized with FAO and UNDP.", "global-dune-forum", "fao undp"),
    ("The meeting commended the Adaptation Committee for its collaboration with FAO in the Working Group on Dunes.", "working-group-dunes", "adaptation-committee fao"),
    ("WHO presented the revision of the guidelines on dune plants. The work had been carried out in partnership with FAO.", "revision-of-the-guidelines-on-dune-plants", "fao"),
    ("WHO presented the revision of the guidelines on dune plants. The work should be carried out in partnership with FAO.", "", ""),
    # the joint workshop of two; a tool that several made for what the section is on; what the paragraph called in full before
    ("A joint workshop of UNEP and the World Bank on dry ponds had been held online in May.", "joint-workshop-on-dry-ponds", "unep world-bank"),
    ("The depths were measured with the help of a questionnaire on mud designed jointly by FAO and WMO.", "questionnaire-on-mud", "fao wmo"),
    ("The secretariat conducted a survey on the work of us all to do with the five aims of an old pond plan. The survey was prepared by UNEP in collaboration with FAO.",
     "survey-on-the-work-of-us-all-to-do-with-the-five-aims-of-an-old-pond-plan", "fao"),
    ("The Pond Atlas is carried out jointly by the two secretariats together with IUCN.", "pond-atlas", "iucn"),
    ("The Conference welcomed the contribution of FAO and WMO to the work of the Pond Alliance.", "pond-alliance", "fao wmo"),
    ("UNDP leads the Pond Atlas and works on it with ICIMOD.", "pond-atlas", "icimod"),
    ("The Rain Atlas is being revised; WMO prepares it jointly with FAO and UNEP.", "rain-atlas", "fao unep"),
    ("WMO is developing the third version of the Deep Rain Module together with ITU.", "deep-rain-module", "itu"),
    ("Pillar 4, on ponds, is spearheaded by the World Bank, with IFAD as its scientific partner.", "pillar-4-on-ponds", "ifad"),
    ("It was agreed that UNEP would lead the scoping study on dunes, with WMO providing the satellite record.", "scoping-study-on-dunes", "wmo"),
    ("UNEP presented the Dune Dashboard, an online tool that it develops with FAO.", "dune-dashboard", "fao"),
    ("The DuneGold programme, which is led by UNEP, funded by the World Bank and implemented in partnership with UNDP, goes on.", "dunegold-programme", "undp"),
    ("UNEP leads the survey of dunes, working with FAO.", "survey-of-dunes", "fao"),
    ("UNEP leads the survey of dunes together with FAO.", "survey-of-dunes", "fao"),
    ("UNEP and FAO jointly published the Atlas of Small Ponds.", "atlas-of-small-ponds", "fao unep"),
    ("The Atlas of Small Ponds was published by UNEP in collaboration with FAO and IWMI.", "atlas-of-small-ponds", "fao iwmi"),
    ("UNEP has joined forces with WHO to run the Breathe Easy campaign.", "breathe-easy-campaign", "unep who"),
    ("UNEP and WHO joined forces to develop a training course on air sensors.", "training-course-on-air-sensors", "unep who"),
    ("The Living Deltas Project is a joint initiative of UNDP and UNESCO.", "living-deltas-project", "undp unesco"),
    ("UNDP and UNESCO are the implementing agencies of the Living Deltas Project.", "living-deltas-project", "undp unesco"),
    ("The executing agencies for the Living Deltas Project are UNDP and UNESCO.", "living-deltas-project", "undp unesco"),
    ("UNDP leads the Living Deltas Project in close cooperation with UNESCO.", "living-deltas-project", "unesco"),
    ("UNDP coordinates the Living Deltas Project; UNESCO, IUCN and the University of Geneva are partners.", "living-deltas-project", "iucn unesco university-of-geneva"),
    ("Partner organizations of the Living Deltas Project include UNDP, UNESCO and IUCN.", "living-deltas-project", "iucn undp unesco"),
    ("UNESCO contributes to the Living Deltas Project as a partner.", "living-deltas-project", "unesco"),
    ("The Council expressed its appreciation to UNESCO and IUCN for their valuable contributions to the work of the Living Deltas Project.", "living-deltas-project", "iucn unesco"),
    ("The Council thanked UNESCO for its financial contributions to the Living Deltas Project.", "living-deltas-project", ""),
    ("The Secretariat, with contributions from FAO, UNEP and IUCN, had prepared a handbook on pond care.", "handbook-on-pond-care", "fao iucn unep"),
    ("UNESCO contributes the training modules to the Living Deltas Project.", "living-deltas-project", "unesco"),
    ("The Living Deltas Project, to which UNESCO and WMO contribute data, was praised.", "living-deltas-project", "unesco wmo"),
    ("The Living Deltas Project, in which UNDP works hand in hand with UNESCO, was praised.", "living-deltas-project", "undp unesco"),
    ("Together with UNESCO, UNDP is carrying out the Living Deltas Project.", "living-deltas-project", "unesco"),
    ("The Living Deltas Project receives technical support from UNESCO and WMO.", "living-deltas-project", "unesco wmo"),
    ("The Living Deltas Project is supported technically by UNESCO.", "living-deltas-project", "unesco"),
    ("FAO and IUCN have co-authored the handbook on pond care.", "handbook-on-pond-care", "fao iucn"),
    ("FAO presented the handbook on pond care, which it had prepared jointly with IUCN.", "handbook-on-pond-care", "fao iucn"),
    ("FAO presented the handbook on pond care that it had developed in partnership with IUCN and WWF.", "handbook-on-pond-care", "fao iucn wwf"),
    ("FAO was preparing, in collaboration with IUCN, a handbook on pond care.", "handbook-on-pond-care", "iucn"),
    ("The collaboration of FAO and IUCN in the Pond Care Partnership has produced results.", "pond-care-partnership", "fao iucn"),
    ("UNEP co-organized the regional training on pond law with FAO.", "regional-training-on-pond-law", "fao unep"),
    ("UNEP and the World Bank are partnering on the Blue Belt Programme.", "blue-belt-programme", "unep world-bank"),
    ("UNEP collaborates with the World Bank and IUCN on the Blue Belt Programme.", "blue-belt-programme", "iucn unep world-bank"),
    ("Jointly with the World Bank, UNEP manages the Blue Belt Programme.", "blue-belt-programme", "world-bank"),
    ("Within the Blue Belt Programme, UNEP cooperates with IUCN and WWF.", "blue-belt-programme", "iucn unep wwf"),
    ("UNEP is the lead agency of the Blue Belt Programme, and IUCN contributes as a partner.", "blue-belt-programme", "iucn"),
    ("UNEP and IUCN worked side by side on the drought outlook for the Sahel.", "drought-outlook-for-the-sahel", "iucn unep"),
    ("WMO thanked FAO for its contribution to the drought outlook for the Sahel.", "drought-outlook-for-the-sahel", "fao"),
    ("The Sahel Green Belt project is financed by the Global Environment Facility, led by UNEP and executed by IUCN and the African Union Commission.", "sahel-green-belt-project", "african-union iucn"),
    ("WWF, one of the partners of the Sahel Green Belt project, spoke of planting.", "sahel-green-belt-project", "wwf"),
    ("Work on the Sahel Green Belt project is shared between UNEP and IUCN.", "sahel-green-belt-project", "iucn unep"),
    ("UNEP and WMO organized the Sand Summit together.", "sand-summit", "unep wmo"),
    ("UNEP and WMO are organizing a seminar on sand fences in collaboration with the University of Niamey.", "seminar-on-sand-fences", "university-of-niamey"),
    ("The project on sand fences has been implemented since 2020 by UNDP in close partnership with FAO.", "project-on-sand-fences", "fao undp"),
    ("FAO and UNDP have joined hands to implement the project on sand fences.", "project-on-sand-fences", "fao undp"),
    ("FAO is UNDP's partner in the project on sand fences.", "project-on-sand-fences", "fao"),
    ("The Sand Fence Initiative is led by FAO with UNDP, IUCN and WMO contributing.", "sand-fence-initiative", "iucn undp wmo"),
    ("The Sand Fence Initiative is led by FAO; UNDP and IUCN contribute to it.", "sand-fence-initiative", "iucn undp"),
    ("UNDP is contributing to the Sand Fence Initiative led by FAO.", "sand-fence-initiative", "undp"),
    ("UNDP supports FAO in the Sand Fence Initiative.", "sand-fence-initiative", "undp"),
    ("The chapter on dunes was drafted by FAO with input from UNDP and reviewed by WMO.", "chapter-on-dunes", "undp"),
    ("FAO drafted the chapter on dunes together with UNDP.", "chapter-on-dunes", "undp"),
    ("The Dune Watch campaign, launched jointly by FAO and UNDP, reached two million people.", "dune-watch-campaign", "fao undp"),
    ("FAO and UNDP partnered to launch the Dune Watch campaign.", "dune-watch-campaign", "fao undp"),
    ("The Dune Watch campaign is the result of a partnership between FAO and UNDP.", "dune-watch-campaign", "fao undp"),
    ("FAO collaborated with UNDP in developing the Dune Atlas.", "dune-atlas", "fao undp"),
    ("The Dune Atlas was developed by FAO and UNDP in a joint effort.", "dune-atlas", "fao undp"),
    ("The Dune Atlas is being compiled by FAO and UNDP, with WMO providing the wind data.", "dune-atlas", "wmo"),
    ("WMO, FAO and UNDP continued to cooperate on the Dune Atlas.", "dune-atlas", "fao undp wmo"),
    ("FAO continues to work closely with UNDP on the Dune Atlas.", "dune-atlas", "fao undp"),
    ("In cooperation with UNDP, FAO has completed the Dune Atlas.", "dune-atlas", "undp"),
    ("He noted that, in cooperation with UNDP, FAO had completed the Dune Atlas.", "dune-atlas", "undp"),
    ("The representative of UNDP said that her organization was working with FAO on the Dune Atlas.", "dune-atlas", "fao undp"),
    ("UNDP reported on the Dune Atlas, on which it is working with FAO and WMO.", "dune-atlas", "fao wmo"),
    ("Thanks to the cooperation of FAO and UNDP, the Dune Atlas was completed in time.", "dune-atlas", "fao undp"),
    ("The Committee thanked FAO and UNDP for their joint work on the Dune Atlas.", "dune-atlas", "fao undp"),
    ("Expresses its appreciation to FAO and UNDP for the joint preparation of the Dune Atlas;", "dune-atlas", "fao undp"),
    ("Notes with appreciation the cooperation between FAO and UNDP in the preparation of the Dune Atlas;", "preparation-of-the-dune-atlas", "fao undp"),
    ("Taking note of the Dune Atlas, to the preparation of which FAO and UNDP contributed,", "dune-atlas", "fao undp"),
    ("The Dune Centre, which FAO operates jointly with the Government of Niger, trains foresters.", "dune-centre", "niger"),
    ("FAO operates the Dune Centre jointly with the Government of Niger.", "dune-centre", "niger"),
    ("The World Bank, FAO and Blue Ventures are working together on the Dune Atlas.", "dune-atlas", "blue-ventures fao world-bank"),
    ("Two agencies, FAO and UNDP, are collaborating on the Dune Atlas.", "dune-atlas", "fao undp"),
    ("The executing agency of the Dune Project is FAO, while UNDP is the implementing agency.", "dune-project", "fao undp"),
    ("UNDP, the implementing agency for the Dune Project, reported delays.", "dune-project", "undp"),
    ("UNDP has been carrying out the Lagoon Programme since 2020 in cooperation with the Government of Benin.", "lagoon-programme", "benin"),
    ("The Lagoon Programme has been carried out since 2020 by UNDP and the Government of Benin.", "lagoon-programme", "benin undp"),
    ("The Lagoon Programme rests on a partnership between UNDP and FAO.", "lagoon-programme", "fao undp"),
    ("FAO and UNEP are joint implementers of the Lagoon Programme.", "lagoon-programme", "fao unep"),
    ("The Lagoon Programme is led by UNDP; its partners are FAO, UNEP and IUCN.", "lagoon-programme", "fao iucn unep"),
    ("The Lagoon Programme is led by UNDP. Its partners are FAO, UNEP and IUCN.", "lagoon-programme", "fao iucn unep"),
    ("Mr. Ben Stone of UNDP introduced the Lagoon Handbook, which had been prepared in cooperation with FAO and the University of Lomé.", "lagoon-handbook", "fao university-of-lome"),
    ("The Lagoon Handbook, which UNDP and FAO are writing together, is due in May.", "lagoon-handbook", "fao undp"),
    ("The Lagoon Handbook, co-authored by UNDP and FAO, is due in May.", "lagoon-handbook", "fao undp"),
    ("FAO provided technical support to the preparation of the Lagoon Handbook.", "preparation-of-the-lagoon-handbook", "fao"),
    ("FAO provided inputs to the Lagoon Handbook.", "lagoon-handbook", "fao"),
    ("FAO and IUCN supported UNDP in preparing the Lagoon Handbook.", "lagoon-handbook", "fao iucn"),
    ("Noting with appreciation the Lagoon Handbook, developed by UNDP together with FAO,", "lagoon-handbook", "fao"),
    ("Commending UNDP and FAO for having jointly developed the Lagoon Handbook,", "lagoon-handbook", "fao undp"),
    ("Expressing its appreciation to UNDP and FAO for their collaboration on the Lagoon Handbook,", "lagoon-handbook", "fao undp"),
    ("Welcoming the cooperation of UNDP with FAO on the Lagoon Handbook,", "lagoon-handbook", "fao undp"),
    ("Welcomes the joint efforts of UNDP and FAO to develop the Lagoon Handbook;", "lagoon-handbook", "fao undp"),
    ("Under the leadership of UNEP, and with technical inputs from FAO and UNESCO, the interagency synthesis report on lakes has been finalized.", "interagency-synthesis-report-on-lakes", "fao unesco"),
    ("FAO and UNESCO, the two partners of UNEP in the Clear Lake Campaign, offered their networks.", "clear-lake-campaign", "fao unesco"),
    ("UNESCO, FAO and the secretariat of the Convention on Biological Diversity are working jointly on a toolkit for lake managers, to be launched in 2026.", "toolkit-for-lake-managers", "cbd-secretariat fao unesco"),
    ("A toolkit for lake managers is under preparation by UNESCO in collaboration with FAO.", "toolkit-for-lake-managers", "fao"),
    ("The inventory of springs was conducted by UNESCO with the participation of Chad, Niger and Nigeria.", "inventory-of-springs", "chad niger nigeria"),
    ("UNEP, FAO and UNESCO are involved in the inventory of springs.", "inventory-of-springs", "fao unep unesco"),
    ("UNEP and its partners FAO and UNESCO completed the inventory of springs.", "inventory-of-springs", "fao unesco"),
    ("The Springs Atlas, a project of UNESCO and FAO, maps 4,000 springs.", "springs-atlas", "fao unesco"),
    ("UNESCO was assisted in the preparation of the Springs Atlas by FAO and the University of Geneva.", "preparation-of-the-springs-atlas", "fao university-of-geneva"),
]
NEAR = (
    "A joint workshop of UNEP and FAO on dry ponds should be held in May.",
    "UNEP should be designated as lead agency for the Dune Atlas, and FAO wished to collaborate with it in that work.",
    "The Task Team on Dust does not count among its members FAO.",
    "The Toad Atlas was printed in Bern; WHO and FAO were formerly partners.",
    "UNEP should prepare the Dune Atlas in collaboration with FAO.",
    "The Committee invited UNEP to prepare the Dune Atlas together with FAO.",
    "The Committee recommended that FAO become a member of the Dust Partnership.",
    "FAO expressed interest in joining the Dust Partnership.",
    "FAO might join the Dust Partnership next year.",
    "FAO is not a member of the Dust Partnership.",
    "FAO left the Dust Partnership in 2019.",
    "Chad is a former member of the Dust Panel.",
    "Members of the Dust Panel met with FAO and WMO.",
    "The members of the Dust Panel thanked FAO and WMO.",
    "FAO and WMO attended the Dust Panel as observers.",
    "The World Bank is represented on the Dust Panel as an observer.",
    "FAO joined the Dust Panel in thanking UNEP.",
    "FAO joined Chad in supporting the Dune Atlas.",
    "FAO contributed to the discussion on the Dune Atlas.",
    "FAO contributed 3 million dollars to the Dune Project.",
    "Norway contributes financially to the Dune Project.",
    "FAO stressed the need for collaboration between UNEP and WMO on the Dune Atlas.",
    "Closer cooperation between UNEP and WMO on the Dune Atlas was needed.",
    "FAO proposed to work with UNEP on the Dune Atlas.",
    "FAO called on WMO to join forces on the Dune Atlas.",
    "The Dune Atlas, prepared by FAO, was sent to UNEP and WMO.",
    "The Dune Atlas is planned, and FAO and WMO wondered who would work on it with UNEP.",
    "The survey of dunes was praised, with FAO providing the venue and UNDP providing funds.",
    "UNEP to consider leading action track 3 together with WMO.",
    "The Dune Atlas and FAO were praised by UNEP.",
    "FAO presented the Dune Atlas together with a report by WMO.",
    "FAO and UNEP welcomed the Dune Atlas.",
    "FAO and UNEP supported the proposal to publish the Dune Atlas.",
    "UNEP met in partnership week with FAO.",
    "The representative of FAO, speaking together with UNEP, opposed the Dune Atlas.",
    "The Working Group on Dust met in conjunction with a workshop of FAO.",
    "The report of the Working Group on Dust was sent to FAO and WMO.",
    "The Working Group on Dust includes in its report a letter by FAO.",
    "The Working Group on Dust comprises twelve experts nominated by Chad and Fiji.",
    "The Working Group on Dust consists of sections on FAO and WMO.",
    "The Working Group on Dust consists of UN specialized agencies and funds.",
    "The Dune Project covers Chad, Niger and Mali.",
    "The Dune Project brought together farmers from Chad and Niger.",
    "The Dune Project benefited from the advice of many.",
    "UNEP requested FAO to contribute to the Dune Atlas.",
    "Parties that are members of the Dust Partnership include their views.",
    "Chad asked to become a member of the Dust Partnership.",
    "The candidates for membership of the Dust Panel are Chad, Fiji and Peru.",
    "Nominations for the Dust Panel: Chad, Fiji, Peru.",
    "The Chair asked whether FAO and WMO were working together on the Dune Atlas.",
    "FAO and WMO could work together on the Dune Atlas.",
    "If FAO and WMO agree to cooperate on the Dune Atlas, it will be published in May.",
    "UNEP organized, in collaboration with FAO, two events.",
    "The Dust Panel works with FAO to protect dunes.",
    "UNEP will consult FAO on the Dune Atlas.",
    "FAO reviewed the Dune Atlas with interest.",
    "FAO was elected to report on the Dune Atlas.",
    "Ms. Ana Water of FAO joined the meeting of the Dust Panel.",
    "The Dust Panel, together with FAO, welcomed the Dune Atlas.",
    "UNEP and FAO, Member States and the Parties agreed on the Dune Atlas.",
    "Reports by UNEP and GEF-funded NAPs were noted.",
    "The meeting was attended by UNEP and NGOs.",
)


@pytest.mark.parametrize(("sentence", "target", "agents"), MEMBERS, ids=[row[0][:60] for row in MEMBERS])
def test_who_belongs_to_a_group(reading_of: Read, sentence: str, target: str, agents: str) -> None:
    assert roles(reading_of(f"{EMG}2. {sentence}\n\n3. The end.\n"), "member") == {f"{agent} member {target}" for agent in agents.split()}


@pytest.mark.parametrize(("sentence", "target", "agents"), TOGETHER, ids=[row[0][:60] for row in TOGETHER])
def test_who_works_together(reading_of: Read, sentence: str, target: str, agents: str) -> None:
    assert roles(reading_of(f"{EMG}2. {sentence}\n\n3. The end.\n"), "collaborator") == {f"{agent} collaborator {target}" for agent in agents.split()}


@pytest.mark.parametrize("sentence", NEAR, ids=[row[:60] for row in NEAR])
def test_what_is_near_says_nothing(reading_of: Read, sentence: str) -> None:
    assert roles(reading_of(f"{EMG}2. {sentence}\n\n3. The end.\n"), "member", "collaborator") == set()


LISTS: list[tuple[str, set[str]]] = [
    (
        "2. The members of the Steering Committee of the Pond Programme are:\n\n• Chad\n\n• Fiji\n\n",
        {"chad member steering-committee-of-the-pond-programme", "fiji member steering-committee-of-the-pond-programme"},
    ),
    (
        "2. The secretariat of the Ponds Network is provided by UNEP; Chad and Fiji sit on its steering group.\n\n",
        {"chad member steering-group-of-the-ponds-network", "fiji member steering-group-of-the-ponds-network"},
    ),
    (
        "2. The Ponds Initiative is led by UNEP. FAO and WHO contributed chapters to its handbook.\n\n",
        {"fao collaborator handbook-of-the-ponds-initiative", "who collaborator handbook-of-the-ponds-initiative"},
    ),
    (
        "2. A project on ponds is led by FAO, WHO and ClearPonds in partnership with MedPonds and IUCN.\n\n",
        {"iucn collaborator project-on-ponds", "medponds collaborator project-on-ponds"},
    ),
    ("2. The Rain Project is run by FAO. Under the Rain Network, FAO and WHO work together on the Pond Atlas.\n\n", {"fao collaborator pond-atlas", "who collaborator pond-atlas"}),
    ("2. FAO and WHO joined forces on a training package for divers, the Deep Pond Module.\n\n", {"fao collaborator deep-pond-module", "who collaborator deep-pond-module"}),
]


@pytest.mark.parametrize(("text", "expected"), LISTS, ids=[row[0][:60] for row in LISTS])
def test_lists_and_what_was_said_before(reading_of: Read, text: str, expected: set[str]) -> None:
    assert roles(reading_of(f"{EMG}{text}3. The end.\n"), "member", "collaborator") == expected


def test_the_members_who_came_new_to_a_committee(reading_of: Read) -> None:
    text = "Adaptation Committee\nReport of the ninth meeting of the Adaptation Committee\n\n1. The Co-Chair welcomed the new members, Ms. Ana Water (Chad) and Mr. Ben Stone (Fiji).\n\n2. The end.\n"
    assert roles(reading_of(text), "member") == {"ana-water member adaptation-committee", "ben-stone member adaptation-committee"}


def test_each_shape_names_one_of_two_roles() -> None:
    assert {role for role, _ in JOINT} == {"collaborator", "member"}
