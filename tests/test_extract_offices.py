"""Who has which office, and who hosts: sentences as reports, decisions and news print them, and near misses that say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Role
from kg.namespaces import BASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.pipeline import Reading

    Read = Callable[..., Reading]

MOP = """Report of the Nineteenth Meeting of the Parties to the Montreal Protocol on Substances that Deplete the Ozone Layer

I. Opening of the meeting

1. The Nineteenth Meeting of the Parties to the Montreal Protocol on Substances that Deplete the Ozone Layer was held in Bern.

"""
SBI = """Report of the Subsidiary Body for Implementation on its ninetieth session, held in Bern

FCCC/SBI/2039/13

I. Opening of the session

1. The ninetieth session of the Subsidiary Body for Implementation (SBI) was held in Bern.

"""
DECISION = """Decision 3/CP.90

Dates and venues

The Conference of the Parties,

Recalling decision 1/CP.89,

"""


def roles(reading: Reading) -> set[str]:
    """Return who has which role in what, by the ends of the IRIs."""

    def end(iri: str) -> str:
        return iri.removeprefix(BASE).rpartition("/")[2]

    return {f"{end(r.agent)} {r.role} {end(r.target)}" for r in reading.statements.items if isinstance(r, Role)}


TEC = "Report of the Technology Executive Committee on its ninth meeting\n\n1. The ninth meeting of the Technology Executive Committee was held in Bonn.\n\n"
NEWS: list[tuple[str, set[str]]] = [
    # elected without an address, from a country, by a body that is named before
    ("The Adaptation Committee elected Ana da Silva Water from Fiji and Ben Stone from Peru as the new Co-Chairs.",
     {"ana-da-silva-water co-chair adaptation-committee", "ben-stone co-chair adaptation-committee"}),
    ("The Adaptation Fund Board met, during which Ana Water (Fiji) was elected Chair and Ben Iqbal Stone (Peru) was elected Vice-Chair.",
     {"ana-water chair adaptation-fund-board", "ben-iqbal-stone officer adaptation-fund-board"}),
    ("The Board of the Green Climate Fund met. The Board began by electing Mr. Ben Stone of Peru and Ms. Ana Water of Fiji as its Co-Chairs.",
     {"ben-stone co-chair gcf-board", "ana-water co-chair gcf-board"}),
    ("The Technology Executive Committee elected Ana Water as Chair and Ben Stone as Vice-Chair for 2031.", {"ana-water chair tec", "ben-stone officer tec"}),
    # an office beside its body
    ("The newly elected IPCC Chair Ben Stone (Peru) spoke.", {"ben-stone chair ipcc"}),
    ("The session was opened by B. C. Stone (Peru), the Chair of SBSTTA-1, and Ana Water (Fiji), SBSTTA-2 Chair, spoke.",
     {"b-c-stone chair sbstta-1", "ana-water chair cbd-sbstta"}),
    ("Ben Stone, Chair of the Adaptation Committee, and Ana Water, Co-Chair of the Paris Committee on Capacity-building, spoke.",
     {"ben-stone chair adaptation-committee", "ana-water co-chair pccb"}),
    # who will serve, of the only body that the text is on
    ("The first meeting of the Advisory Board of the Climate Technology Centre and Network was held. Ana Water of Fiji will serve as Chair and Ben Stone of Peru as Vice-Chair.",
     {"ana-water chair ctcn-advisory-board", "ben-stone officer ctcn-advisory-board"}),
    # the board of a mechanism that is named
    ("The Santiago network made progress. The Advisory Board welcomed the newly elected Co-Chairs, Ana Water and Ben Stone.",
     {"ana-water co-chair santiago-network-advisory-board", "ben-stone co-chair santiago-network-advisory-board"}),
    # a meeting that was described before
    ("The first intersessional meeting of the bureau gathered in Bern. The meeting was chaired by Mr. Ben Stone, Director of Soil.",
     {"ben-stone chair first-intersessional-meeting-of-the-bureau"}),
    ("The eighth meeting of the United Nations Task Force on Soil was held. The Meeting was co-chaired by WHO and FAO.",
     {"who co-chair task-force-soil-8", "fao co-chair task-force-soil-8"}),
    # a programme
    ("It thanked the co-chairs of the Bern work programme for 2031–2032, Ana Rivera Water and Ben Stone.",
     {"ana-rivera-water co-chair bern-work-programme", "ben-stone co-chair bern-work-programme"}),
    # the last one of a list names the body of all
    ("The TEC members unanimously elected Mr. Ben Stone from Peru as Chair and Ms. Ana Water from Fiji as Vice-Chair of the TEC.", {"ben-stone chair tec", "ana-water officer tec"}),
    ("It noted the selection of Ms. Ana Water (Fiji) to serve as President and Mr. Ben Stone (Peru) to serve as Vice-President and Rapporteur of the Technology Executive Committee.",
     {"ana-water chair tec", "ben-stone officer tec"}),
    # the next office of the same body
    ("The Technology Executive Committee met with the Adaptation Committee. The meeting was led by TEC Chair Ana Water (Fiji) and Vice-Chair Ben Stone (Peru).",
     {"ana-water chair tec", "ben-stone officer tec"}),
    # two offices for two persons, one each
    ("The Technology Executive Committee elected Ms. Ana Water (Fiji) and Mr. Ben Stone (Peru) as its Chair and Vice-Chair, respectively.", {"ana-water chair tec", "ben-stone officer tec"}),
    # the body that elects, not the one whose report it is; an office is of the person before "as"
    (TEC + "2. The LEG elected Ana Water (Fiji) as Chair, Ben Stone (Peru) as Vice-Chair and Ms. Cy Hill (Mali) as Rapporteur.\n\n3. The end.",
     {"ana-water chair leg", "ben-stone officer leg", "cy-hill officer leg"}),
    (TEC + "2. The Chair welcomed Ben Stone (Peru) as the new Rapporteur and Ana Water, Chair of the LEG.\n\n3. The end.",
     {"ben-stone officer tec", "ana-water chair leg"}),
    # those of a list whose office is of another body are none of the one that elects
    (TEC + "2. The TEC elected the following officers: Vice-Chair: Ms. Ana Water (Fiji); Chair of the SBSTA: Mr. Ben Stone (Peru).\n\n3. The end.",
     {"ana-water officer tec", "ben-stone chair sbsta"}),
    # who is in office, with and without an address
    ("Associate Professor Ana Water is the current chair of the TEC.", {"ana-water chair tec"}),
    ("The current chair of the Technology Executive Committee is H.E. Mr. Ben Stone, Ambassador of Peru.", {"ben-stone chair tec"}),
    ("The Technology Executive Committee welcomed the new Vice-Chair, Dr Ana Water, of Fiji.", {"ana-water officer tec"}),
    ("Experts spoke with Ana Water and Ben Stone, Co-Chairs of the Technology Executive Committee.", {"ana-water co-chair tec", "ben-stone co-chair tec"}),
    ("The report was given by Ana Water (Chair of the TEC) and by Ben Stone.", {"ana-water chair tec"}),
    ("The first meeting of the Technology Executive Committee was held. Ana Water, Fiji’s Minister of Soil and Rivers was elected Chair.", {"ana-water chair tec"}),
    ("The Parties elected a new Adaptation Committee, and the Adaptation Committee elected Norway as its Chair and Peru as Vice Chair.",
     {"norway chair adaptation-committee", "peru officer adaptation-committee"}),
    ("Report of the 8th Meeting of the Conference of the Contracting Parties to the Convention on Wetlands\n\nThe host of the 7th Meeting of the Conference of the Parties, Norway, spoke.",
     {"norway host ramsar-convention-cop7"}),
    # secretariats, hosts
    ("The Task Team on Data is supported by a secretariat provided by UNEP.", {"unep secretariat task-team-data"}),
    ("It thanked UNEP for providing the secretariat of the Task Team on Data.", {"unep secretariat task-team-data"}),
    ("Parties chose the Food and Agriculture Organization of the United Nations (FAO) and the World Health Organization (WHO) as co-hosts of the Santiago network secretariat.",
     {f"{agency} host secretariat-of-the-santiago-network-for-averting-minimizing-and-addressing-loss-a-6a8639cc" for agency in ("fao", "who")}),
    ("Peru will host a ministerial meeting to prepare for CBD COP 30.", {"peru host ministerial-meeting-to-prepare-for-cbd-cop-30"}),
    ("The Government of Chad, which will host the preparatory events, spoke.", {"chad host preparatory-events"}),
    ("The Board of the Green Climate Fund selected Peru as its host country.", {"peru host gcf-board"}),
    ("The 12th meeting of the Technology Executive Committee was convened by the secretariat in Bern and hosted by the Government of Chad.", {"chad host tec12"}),
    ("It noted the hosting by the Government of Chad of the forum on soil.", {"chad host forum-on-soil"}),
]  # fmt: skip

NOBODY = [
    # whoever was, may be, or is asked to be
    "The Adaptation Committee thanked its former Co-Chairs, Ana Water (Fiji) and Ben Stone (Peru), and the former Chair of the LEG, Mr. Dan Hill.",
    "Parties were invited to nominate Ms. Ana Water (Fiji) as Chair of the Adaptation Committee.",
    "Ms. Ana Water (Fiji) was not elected as Chair of the Adaptation Committee.",
    # of another body, known or not
    "Ms. Ana Water, Chair of the TEC drafting group, opened the meeting.",
    "Mr. Ben Stone, Co-Chair of the GCF (GCF) expert group, spoke.",
    "The Adaptation Committee met. The XYZ Co-Chairs, Ana Water and Ben Stone, spoke.",
    "The Co-Chairs of the dialogue, Ana Water and Ben Stone, told the Adaptation Committee about it.",
    "The Adaptation Committee thanked Ms. Ana Water (Fiji), Chair of the board of Acme Holdings.",
    "The Adaptation Committee met. Delegates elected Ana Water (Fiji) as Chair.",
    "Ana Water is the chair of Acme Holdings, and the Adaptation Committee thanked her.",
    "The Technology Executive Committee met with the Adaptation Committee. Ana Water (Fiji), of Acme, and Vice-Chair Ben Stone (Peru) spoke.",
    # whom a president appoints, to what is not said; two offices whose first holder is not known
    "The Adaptation Committee met. The President of the Conference of the Parties has designated Mr. Ben Stone (Peru) as Chairman.",
    "The Adaptation Committee met. Two members, one of them Mr. Ben Stone, were elected as Chair and Vice-Chair, respectively.",
    # heads of state and companies
    "Prime Minister Ben Stone and President Ana Water of Peru opened the first meeting of the Adaptation Committee.",
    "The Adaptation Committee met. Acme President Ben Stone and Vice-President Ana Water spoke.",
    # who comes from a country is not the country
    "The Adaptation Committee elected the representative of Norway as its Chair and a member from Peru as Vice-Chair.",
    "The Adaptation Committee asked whether Norway as its Chair and Peru as Vice-Chair would do.",
    # chairs of nothing that is said
    "Chairs of regional groups, Ana Water (Fiji) and Ben Stone (Peru), met with the Adaptation Committee.",
    "The Adaptation Committee met. The session was co-chaired by Ana Water (Fiji) and Ben Stone (Peru). A session was moderated by Ms. Cy Hill.",
    # a session that nobody knows is not its body; what may be hosted; what is no event
    "The United Nations Environment Assembly accepted Chad’s offer to host IPBES 11.",
    "It is proposed that Chad will host a workshop on soil.",
    "UNEP will host the data of the Adaptation Committee.",
    "The Government of Chad, which offered to host the workshop on soil, spoke.",
]


@pytest.mark.parametrize(("sentence", "expected"), NEWS, ids=[row[0][:50] for row in NEWS])
def test_offices_in_prose(reading_of: Read, sentence: str, expected: set[str]) -> None:
    assert roles(reading_of(f"{sentence}\n")) == expected


@pytest.mark.parametrize("sentence", NOBODY)
def test_near_misses(reading_of: Read, sentence: str) -> None:
    assert roles(reading_of(f"{sentence}\n")) == set()


REPORTS: list[tuple[str, str, set[str]]] = [
    # officers line by line below the words, each line a passage of its own
    (MOP, "2. The Meeting elected the following members of the Bureau:\n\nPresident: Ms. Ana Water (Fiji)\n\nVice-Presidents: Mr. Ben Stone (Peru)\n\nMs. Cleo Rain (Norway)",
     {"ana-water chair montreal-protocol-mop", "ben-stone officer montreal-protocol-mop", "cleo-rain officer montreal-protocol-mop"}),
    (MOP, "2. The Meeting elected the following officers by acclamation:\n\nPresident: Ms. Ana Water (Fiji)\n\nRapporteur: Mr. Ben Stone (Peru)",
     {"ana-water chair montreal-protocol-mop", "ben-stone officer montreal-protocol-mop"}),
    # "its" officers are those of the body whose report it is, not of who thanks them
    (SBI, "2. The SBI welcomed the report of the Paris Committee on Capacity-building and expressed its appreciation to its Co-Chairs, Ms. Ana Water (Fiji) and Mr. Ben Stone (Peru).",
     {"ana-water co-chair pccb", "ben-stone co-chair pccb"}),
    (SBI, "2. The SBI met with the Paris Committee on Capacity-building and thanked its Co-Chairs, Ms. Ana Water (Fiji) and Mr. Ben Stone (Peru).", set()),
    # the choice of who chairs another body, which only "the Committee" tells
    (MOP, "2. The Meeting noted the selection of Ms. Ana Water (Fiji) to serve as President and of Mr. Ben Stone (Peru) to serve as Vice-President and Rapporteur of the Committee.", set()),
    (DECISION, "1. Takes note of the appointment of Ms. Ana Water (Fiji) to serve as Chair for two years.", set()),
    # the chair in brackets; by acclamation; who will serve by agreement
    (MOP, "2. The Co-Chair (Ms. Ana Water, Fiji) opened the meeting.", {"ana-water co-chair montreal-protocol-mop"}),
    (MOP, "2. It was agreed that Ms. Ana Water (Fiji) would serve as Rapporteur.", {"ana-water officer montreal-protocol-mop"}),
    # who is welcomed in an office, remains in it, or gets it by the words "to serve as"
    (SBI, "2. The SBI Chair welcomed Ben Stone (Peru) as SBI Vice-Chair and Ana Water (Fiji) as SBI Rapporteur.", {"ben-stone officer sbi", "ana-water officer sbi"}),
    (SBI, "2. The Chair recalled that Ms. Ana Water (Fiji) would remain in office as Rapporteur.", {"ana-water officer sbi"}),
    (SBI, "2. The SBI elected Ben Stone to serve as its Vice-Chair for 2031.", {"ben-stone officer sbi"}),
    (SBI, "2. The President of COP 27, Ana Water, opened the workshop.", {"ana-water chair unfccc-cop27"}),
    (SBI, "2. The President of Peru, Ana Water, opened the workshop.", set()),
    # of its own session; of a committee or a group of the meeting, which elects or is chaired
    (SBI, "2. The SBI elected Mr. Ben Stone (Peru) as Chair of its ninety-first session.", {"ben-stone chair sbi"}),
    (MOP, "2. The Meeting elected Ms. Ana Water (Fiji) as Chair of the Committee of the Whole.", {"ana-water chair committee-of-the-whole-of-the-montreal-protocol-mop19"}),
    (MOP, "2. The Committee of the Whole elected Mr. Ben Stone (Peru) as its Rapporteur.", {"ben-stone officer committee-of-the-whole-of-the-montreal-protocol-mop19"}),
    (MOP, "2. The working group elected Mr. Ben Stone (Peru) as Chair.", set()),
    (MOP, "2. The Meeting elected Mr. Ben Stone (Peru) as Chair of the ministerial round table.", set()),
    (MOP, "2. The contact group on halons was co-chaired by Mr. Ben Stone (Peru) and Ms. Ana Water (Fiji).",
     {"ben-stone co-chair contact-group-on-halons", "ana-water co-chair contact-group-on-halons"}),
    # a country in brackets without a comma after it: the office is of who stands before
    (SBI, "2. Statements were made by Mr. Ben Stone (Peru,) Chair of the LEG, Ms. Ana Water, Director of Soil, and others.", {"ben-stone chair leg", "ana-water participant sbi90"}),
    # lists of speakers: without an article an office is of who stands before, with one of who stands after
    (SBI, "2. Statements were made by Mr. Ben Stone (Peru), Chair of the LEG, Ms. Ana Water, Director of Soil, and others.", {"ben-stone chair leg", "ana-water participant sbi90"}),
    (SBI, "2. Statements were made by Mr. Ben Stone, Vice-Chair of the SBI, Ms. Ana Water and Mr. Dan Hill.",
     {"ben-stone officer sbi", *(f"{name} participant sbi90" for name in ("ben-stone", "ana-water", "dan-hill"))}),
    (SBI, "2. Statements were made by the Minister of Soil, Mr. Ben Stone, the Chair of the LEG, Ms. Ana Water, and the Chair of the Adaptation Committee, Mr. Dan Hill.",
     {"ana-water chair leg", "dan-hill chair adaptation-committee", *(f"{name} participant sbi90" for name in ("ben-stone", "ana-water", "dan-hill"))}),
    (SBI, "2. Mr. Ben Stone, the Chair of the LEG, opened the meeting.", {"ben-stone chair leg"}),
    # a list of two offices: nobody has both
    (SBI, "2. The SBI elected Mr. Ben Stone (Peru) as Chair of the LEG and Ms. Ana Water (Fiji), Mr. Dan Hill (Chile) and Ms. Cleo Rain (Norway) as Vice-Chairs.",
     {"ben-stone chair leg", "ana-water officer leg", "dan-hill officer leg", "cleo-rain officer leg"}),
    # who is made to chair, not who may
    (SBI, "2. The President designated Ms. Ana Water (Fiji) and Mr. Ben Stone (Peru) to co-chair a contact group on halons.",
     {"ana-water co-chair contact-group-on-halons", "ben-stone co-chair contact-group-on-halons"}),
    (SBI, "2. The President would have appointed Ms. Ana Water (Fiji) to chair a contact group on halons, but she had left.", set()),
    (SBI, "2. The SBI designated Ms. Ana Water (Fiji) to chair the panel of another house.", set()),
    # of the body whose name stands before
    (SBI, "2. The LEG Chair, Ms. Ana Water (Fiji), spoke, and so did Ben Stone (Peru), KCI Co-Chair.", {"ana-water chair leg", "ben-stone co-chair kci"}),
    (SBI, "2. The SBI took note of the work of the Adaptation Committee and of its Chair, Mr. Ben Stone (Peru).", {"ben-stone chair adaptation-committee"}),
    # "on a proposal by the Chair" names the chair only where a comma closes
    (SBI, "2. On a proposal by the Chair, Mr. Ben Stone (Peru), the SBI went on.", {"ben-stone chair sbi"}),
    (SBI, "2. On a proposal by the Chair, Mr. Ben Stone (Peru) was elected Vice-Chair.", {"ben-stone officer sbi"}),
    (SBI, "2. On behalf of the Chair, Mr. Ben Stone (Peru) spoke.", set()),
    # groups: chaired a sentence later, by countries, under a chairmanship
    (MOP, "2. The parties set up a contact group on halons.\n\n3. The group was co-chaired by Mr. Ben Stone (Peru) and Ms. Ana Water (Fiji).",
     {"ben-stone co-chair contact-group-on-halons", "ana-water co-chair contact-group-on-halons"}),
    (MOP, "2. Mr. Ben Stone (Peru) and Ms. Ana Water (Fiji) served as co-chairs of the contact group on halons.",
     {"ben-stone co-chair contact-group-on-halons", "ana-water co-chair contact-group-on-halons"}),
    (MOP, "2. A contact group on halons was set up, co-chaired by Norway and Ghana.", {"norway co-chair contact-group-on-halons", "ghana co-chair contact-group-on-halons"}),
    (MOP, "2. It set up a drafting group on halons, under the chairmanship of Mr. Ben Stone (Peru).", {"ben-stone chair drafting-group-on-halons"}),
    # two groups were spoken of; whose workshop it is, is not said
    (MOP, "2. The parties set up a contact group on halons and a contact group on foams.\n\n3. The group was chaired by Mr. Ben Stone (Peru).", set()),
    (SBI, "2. The workshop was co-chaired by Ms. Ana Water (Fiji).", set()),
    # the meeting of the paragraph above, or both of them
    (SBI, "2. The SBI welcomed the report on the 33rd meeting of the LEG.\n\n3. The SBI thanked the Government of Chad for hosting the meeting.", {"chad host leg33"}),
    (SBI, "2. The SBI noted the 33rd meeting of the LEG and the 12th meeting of the Adaptation Committee.\n\n3. The SBI thanked the Government of Chad for hosting these meetings.",
     {"chad host leg33", "chad host ac12"}),
    (SBI, "2. The SBI noted the 33rd meeting of the LEG and another meeting.\n\n3. The SBI thanked the Government of Chad for hosting the meeting.", set()),
    (DECISION, "1. Decides to accept with appreciation the generous offer of the Government of Chad to host its ninety-first session;", {"chad host unfccc-cop91"}),
    (DECISION, "1. Expresses its gratitude to the Government of Peru and the people of Lima for hosting the ninetieth session of the Conference of the Parties;", {"peru host unfccc-cop90"}),
    (DECISION, "1. Expresses its appreciation to Kenya for hosting the secretariat;", {"kenya host unfccc-secretariat"}),
    (DECISION, "1. Welcomes the annual contribution by Kenya, the host country of the secretariat, of one million;", {"kenya host unfccc-secretariat"}),
    (DECISION, "1. Welcomes the contribution by Kenya, the host country of the tower, and by Chad, the country of the secretariat;", set()),
    (DECISION, "1. Welcomes the kind offer of the Government of Fiji to host the ninety-third session of the Conference of the Parties;", set()),
    (DECISION, ("1. Welcomes the kind offer of the Government of Fiji to host the ninety-third session of the Conference of the Parties;\n\n"
     "2. Decides that the ninety-third session of the Conference of the Parties will be held in Suva, Fiji, in May 2031;"), {"fiji host unfccc-cop93"}),
    (DECISION, ("1. Welcomes the kind offer of the Government of Fiji to host the ninety-third session of the Conference of the Parties;\n\n"
     "2. Decides that the ninety-third session of the Conference of the Parties will be held in Bonn, Germany, in May 2031;"), set()),
]  # fmt: skip


@pytest.mark.parametrize(("head", "paragraphs", "expected"), REPORTS, ids=[row[1][:60] for row in REPORTS])
def test_offices_in_reports_and_decisions(reading_of: Read, head: str, paragraphs: str, expected: set[str]) -> None:
    assert roles(reading_of(f"{head}{paragraphs}\n\n9. The end.\n")) == expected


def test_an_office_is_no_organization(reading_of: Read) -> None:
    reading = reading_of("The Co-Chair of the Board and the Vice-Chair of the Board spoke to the Adaptation Fund Board.\n")
    assert [reading.document.quote(m.span) for m in reading.mentions.items] == ["Adaptation Fund Board"]


def test_the_conference_of_a_title_is_that_of_the_text(reading_of: Read) -> None:
    made = "Report of the Conference of the Parties to the Basel Convention\n\n1. The meeting was opened by Mr. Ben Stone (Peru), President of the sixth meeting of the Conference of the Parties.\n\n2. The end.\n"
    assert roles(reading_of(made)) == {"ben-stone chair basel-convention-cop6"}


IN_PASSING: list[tuple[str, set[str]]] = [
    ("The parties agreed to establish a contact group on ponds, with Mr. Ben Stone (Peru) and Ms. Ana Water (Fiji) as co-chairs.",
     {"ben-stone co-chair contact-group-on-ponds", "ana-water co-chair contact-group-on-ponds"}),
    ("A contact group on ponds was set up, with Ms. Ana Water (Fiji) serving as chair.", {"ana-water chair contact-group-on-ponds"}),
    ("Working Group I was chaired by Mr. Ben Stone (Peru) and Working Group II by Ms. Ana Water (Fiji).",
     {"ben-stone chair working-group-i-of-the-montreal-protocol-mop19", "ana-water chair working-group-ii-of-the-montreal-protocol-mop19"}),
    ("The parties agreed to endorse the selection of Mexico and Norway as co-chairs of the Executive Committee of the Multilateral Fund.",
     {"mexico co-chair multilateral-fund-excom", "norway co-chair multilateral-fund-excom"}),
    ("The members of the Executive Committee of the Multilateral Fund were Austria (Vice-Chair), Chad and Mexico (Chair).",
     {"austria officer multilateral-fund-excom", "mexico chair multilateral-fund-excom",
      *(f"{state} member multilateral-fund-excom" for state in ("austria", "chad", "mexico"))}),
    ("Ms. Ana Water of Fiji presided as Chair of the Executive Committee of the Multilateral Fund.", {"ana-water chair multilateral-fund-excom"}),
    ("The parties decided to confirm the positions of Norway and Peru as members of the Executive Committee of the Multilateral Fund and to select Fiji and the European Union as members of that body.",
     {"norway member multilateral-fund-excom", "peru member multilateral-fund-excom"}),
    ("One party proposed that the Meeting elect Norway and Peru as members of the Executive Committee of the Multilateral Fund.", set()),
    # initials end no sentence
    ("Mr. B.C. Stone, Executive Secretary of the Ozone Secretariat, welcomed all.", {"b-c-stone officer ozone-secretariat"}),
    # proposed, of two groups, of nothing that is named; one chair for two; somebody of a country
    ("One party proposed a contact group on ponds, with Mr. Ben Stone (Peru) and Ms. Ana Water (Fiji) as co-chairs.", set()),
    ("A contact group and a drafting group met, with Mr. Ben Stone (Peru) and Ms. Ana Water (Fiji) as co-chairs.", set()),
    ("It was held in honour of the outgoing President of the Meeting of the Parties to the Montreal Protocol, Mr. Ben Stone.", set()),
    ("It met with Mr. Ben Stone (Peru) and Ms. Ana Water (Fiji) as co-chairs.", set()),
    ("A contact group on ponds met, with Mr. Ben Stone (Peru) and Ms. Ana Water (Fiji) as chair.", set()),
    ("Working Group I was chaired by Mr. Ben Stone (Peru) and Working Group II was helped by Ms. Ana Water (Fiji).", {"ben-stone chair working-group-i-of-the-montreal-protocol-mop19"}),
    ("One party proposed the election of Mexico and Norway as co-chairs of the Executive Committee of the Multilateral Fund.", set()),
    ("The members of the Bureau of the Meeting of the Parties to the Montreal Protocol were Ms. Ana Water, Fiji (Chair), and others.", {"ana-water chair montreal-protocol-mop"}),
]


@pytest.mark.parametrize(("sentence", "expected"), IN_PASSING, ids=[row[0][:60] for row in IN_PASSING])
def test_who_chairs_in_passing(reading_of: Read, sentence: str, expected: set[str]) -> None:
    assert roles(reading_of(f"{MOP}2. {sentence}\n\n3. The end.\n")) == expected


# -- elected, agreed to serve, presiding: persons, states, organizations ---------------------------

EMG = "Report of the twenty-ninth meeting of the senior officials of the Environment Management Group\n\nI. Opening of the meeting\n\n1. The twenty-ninth meeting of the senior officials of the Environment Management Group (EMG) was held in Bern.\n\n"
SC = "Convention on Wetlands\n\n64th Meeting of the Standing Committee\n\nReport and Decisions of the 64th meeting of the Standing Committee\n\n1. The 64th meeting of the Standing Committee was held in Gland.\n\n"
BUREAU = "Report of the Bureau of the Contracting Parties to the Convention for the Protection of the Marine Environment and the Coastal Region of the Mediterranean\n\n1. The meeting was held in Bern.\n\n"
WATER = "UN-Water\n\nSummary report of the 39th UN-Water Meeting\n\nThe thirty-ninth UN-Water meeting was held in Bern.\n\n"
SERVING: list[tuple[str, str, set[str]]] = [
    # of the meeting, where that is said; an office of one is no office of the body that is named beside
    (SBI, "2. It was agreed that Ms. Ana Water (Fiji) would act as Rapporteur for the meeting.", {"ana-water officer sbi90"}),
    (SBI, "2. The SBI appointed Ms. Ana Water (Fiji), Vice-Chair of the SBI, as Rapporteur of the ninetieth session.", {"ana-water officer sbi", "ana-water officer sbi90"}),
    (SBI, "2. The SBI appointed Ms. Ana Water (Fiji), Vice-Chair of the SBI, as Rapporteur of the twelfth session.", {"ana-water officer sbi"}),
    (SBI, "2. The SBI elected Ms. Ana Water, Council Member for Fiji, Chad, Peru and Mali, as its Elected Co-Chair.", {"ana-water co-chair sbi"}),
    (SBI, "2. The session was opened by Mr. Ben Stone, CEO/Chairperson of the Global Environment Facility (GEF).", {"ben-stone officer gef"}),
    (BUREAU, "2. The meeting was opened by Ms. Ana Water, President of the Bureau of the Contracting Parties, who welcomed the participants.", {"ana-water chair barcelona-bureau"}),
    (SBI, "2. The Committee of the Whole held eight meetings. At the first meeting, it elected Mr. Ben Stone (Peru) as Chair and Ms. Ana Water (Fiji) as Rapporteur.",
     {"ben-stone chair committee-of-the-whole-of-the-90th-session-of-the-subsidiary-body-for-implementation", "ana-water officer committee-of-the-whole-of-the-90th-session-of-the-subsidiary-body-for-implementation"}),
    # to replace somebody, to go on, as agreed
    (SBI, "2. The SBI elected Mr. Ben Stone (Peru) to replace Ms. Ana Water as Vice-Chair.", {"ben-stone officer sbi"}),
    (SBI, "2. The SBI elected Mr. Ben Stone (Peru) to replace her as Vice-Chair for the rest of the term.", {"ben-stone officer sbi"}),
    (SBI, "2. The Subsidiary Body elected Mr. Ben Stone (Peru) to serve as its Chair.", {"ben-stone chair sbi"}),
    (SBI, "2. The SBI further agreed that Mr. Ben Stone (Peru) would continue to serve as Rapporteur.", {"ben-stone officer sbi"}),
    (SBI, "2. Mr. Ben Stone (Peru) spoke. Mr. Stone agreed to serve as Rapporteur.", {"ben-stone officer sbi"}),
    (SBI, "2. Ms. Ana Water (Fiji), Vice-Chair, continued to serve as Rapporteur.", {"ana-water officer sbi"}),
    (SBI, "2. Mr. Ben Stone (Peru) was asked whether he would serve as Rapporteur.", set()),
    # a short form, where one body has such a name, and where somebody else may be meant
    (EMG, "2. The Pond Circle met. The Pond Circle elected Mr. Ben Stone (Peru) as its Chair.", set()),
    (SBI, "2. The working group elected Mr. Ben Stone (Peru) as its Chair.", set()),
    # the second office of a clause
    (SBI, "2. Ms. Ana Water was elected Chair and Mr. Ben Stone Vice-Chair.", {"ana-water chair sbi", "ben-stone officer sbi"}),
    (MOP, "2. Mr. Ben Stone (Peru) was designated as chair of the workshop on ponds, and Ms. Ana Water of Fiji as rapporteur.",
     {"ben-stone chair workshop-on-ponds", "ana-water officer workshop-on-ponds"}),
    (MOP, "2. The Meeting set up a committee of the whole. The committee would be chaired by Mr. Ben Stone (Peru), with Ms. Ana Water (Fiji) serving as rapporteur.",
     {"ben-stone chair committee-of-the-whole-of-the-montreal-protocol-mop19", "ana-water officer committee-of-the-whole-of-the-montreal-protocol-mop19"}),
    (MOP, "2. The Working Group on Ponds is chaired by Ms. Ana Water (Chad); Mr. Ben Stone (Peru) is its Vice-Chair.", {"ana-water chair working-group-ponds", "ben-stone officer working-group-ponds"}),
    (SBI, "2. Ms. Ana Water was elected Chair and Mr. Ben Stone Vice-Chair of the Pond Club.", {"ana-water chair sbi"}),
    # a bureau in a row
    (BUREAU, "2. The Meeting was attended by the President of the Bureau, Ms. Ana Water (Montenegro), the Vice-Presidents, Mr. Ben Stone (Cyprus) and Mr. Dan Rain (Israel), and the Rapporteur, Ms. Eve Fog (Malta).",
     {"ana-water chair barcelona-bureau", "ben-stone officer barcelona-bureau", "dan-rain officer barcelona-bureau", "eve-fog officer barcelona-bureau"}),
    # states, with who speaks for them, in brackets, in their capacity
    (SC, "2. The Committee elected Peru (Mr. Ben Stone) as Vice-Chair and Poland (Ms. Ana Water) as Alternate Vice-Chair.", {"peru officer ramsar-standing-committee", "poland officer ramsar-standing-committee"}),
    (SC, "2. Sweden, in its capacity as Chair of the Subgroup on Ponds, spoke.", {"sweden chair subgroup-on-ponds"}),
    (SC, "2. The Chair of the Subgroup on Ponds (Chad) presented its report.", {"chad chair subgroup-on-ponds"}),
    (SC, "2. The Vice-Chair (Chad, Ms. Ana Water) opened the meeting.", {"chad officer ramsar-standing-committee", "ana-water officer ramsar-standing-committee"}),
    (SC, "2. The Chair of the Management Working Group, Mr. Ben Stone (Japan), reported.", {"ben-stone chair management-working-group-standing-committee-of-the-convention-on-wetlands"}),
    (SC, "2. The former Chair of the Subgroup on Ponds (Chad) spoke.", set()),
    (SC, "2. The Committee was invited to elect Peru (Mr. Ben Stone) as Vice-Chair.", set()),
    (WATER, "UN-Water elected FAO as Deputy Focal Point for 2040.", {"fao officer un-water"}),
    # who presides over the meeting that is reported on
    (WATER, "Ms. Ana Water, Director of WMO and Chair of UN-Water, presided over the meeting.", {"ana-water chair un-water-39", "ana-water officer wmo", "ana-water chair un-water"}),
    (WATER, "The meeting took place in Bern. It was chaired by Ms. Ana Water, Director of WMO.", {"ana-water chair un-water-39", "ana-water officer wmo"}),
    (WATER, "The meeting was held on 4 May under the chairmanship of Ms. Ana Water.", {"ana-water chair un-water-39"}),
    (WATER, "Ms. Ana Water of FAO and Mr. Ben Stone of WHO served as rapporteurs.", {"ana-water officer un-water", "ben-stone officer un-water"}),
    (EMG, "2. The meeting was chaired by Ms. Ana Water, Executive Director of UNEP and Chair of the EMG.", {"ana-water chair som29", "ana-water officer unep", "ana-water chair emg"}),
    (EMG, "2. The meeting was opened and chaired by Ms. Ana Water.", {"ana-water chair som29"}),
    (EMG, "2. A meeting on ponds took place in Rome. Ms. Ana Water chaired the meeting.", set()),
    (EMG, "2. The EMG prepared for the fourth meeting of the Pond Circle. It rained. The meeting was chaired by Ms. Ana Water.", set()),
    (EMG, "2. Ms. Ana Water would chair the meeting.", set()),
    # who heads an organization
    (EMG, "2. The EMG secretariat, headed by Mr. Ben Stone, wrote the note.", {"ben-stone officer emg-secretariat"}),
    (EMG, "2. The World Pond Observatory opened. Its director is Ms. Ana Water.", {"ana-water officer world-pond-observatory"}),
    (EMG, "2. The Directors of two Regional Activity Centres, Mr. Ben Stone (SPA/RAC) and Ms. Ana Water (PAP/RAC), spoke.", {"ben-stone officer spa-rac", "ana-water officer pap-rac"}),
    (EMG, "2. The delegation of UNEP, headed by Ms. Ana Water, spoke.", set()),
    (EMG, "2. Mr. Ben Stone, Chair of the FAO Council, spoke.", {"ben-stone chair fao-council"}),
    (EMG, "2. Mr. Ben Stone, Chair of the FAO Rain Council, spoke.", set()),
    # by acclamation, to chair a group, at once, with whom
    (MOP, "2. Mr. Ben Stone (Peru) was elected by acclamation to serve as President of the Meeting of the Parties to the Montreal Protocol.", {"ben-stone chair montreal-protocol-mop"}),
    (MOP, "2. Ms. Ana Water (Fiji) and Mr. Dan Rain (Chad) were elected to serve as Vice-Presidents.", {"ana-water officer montreal-protocol-mop", "dan-rain officer montreal-protocol-mop"}),
    (MOP, "2. It was agreed that Ms. Ana Water (Fiji) would also act as Rapporteur.", {"ana-water officer montreal-protocol-mop"}),
    (SBI, "2. The SBI elected Ms. Ana Water (Fiji) Vice-Chair and Mr. Ben Stone (Peru) Rapporteur.", {"ana-water officer sbi", "ben-stone officer sbi"}),
    (EMG, "2. Ms. Ana Water of FAO, who co-chairs the Task Team on Ponds with Mr. Ben Stone of WHO, spoke.", {"ana-water co-chair task-team-ponds", "ben-stone co-chair task-team-ponds"}),
    (SC, "2. The Committee appointed Chad to chair the Subgroup on Ponds.", {"chad chair subgroup-on-ponds"}),
    (SC, "2. The Committee elected Chad as Chair and Peru as Vice-Chair of the Subgroup on Ponds.", {"chad chair subgroup-on-ponds", "peru officer subgroup-on-ponds"}),
    (SC, "2. The Committee elected Mexico as Chair, Japan as Vice-Chair and Kenya as Chair of the Subgroup on Ponds.",
     {"mexico chair ramsar-standing-committee", "japan officer ramsar-standing-committee", "kenya chair subgroup-on-ponds"}),
    (SC, "2. On the motion of the USA, Hungary was elected by acclamation to serve as Chairperson of the Standing Committee for three years.", {"hungary chair ramsar-standing-committee"}),
    (SC, "2. The following members were elected as Vice-Chairpersons by acclamation: Chad and Peru.", {"chad officer ramsar-standing-committee", "peru officer ramsar-standing-committee"}),
    (SC, "2. Hungary (Chair) welcomed the participants.", {"hungary chair ramsar-standing-committee"}),
    (SC, "2. The Subgroup on Ponds met. Hungary (Chair) welcomed the participants.", set()),
    (SC, "2. The friends of Hungary (Chair) welcomed the participants.", set()),
    # offices after names, in lists and between commas
    (MOP, "2. The following officers were elected: Mr. Ben Stone (Peru), President; Ms. Ana Water (Fiji), Vice-President.", {"ben-stone chair montreal-protocol-mop", "ana-water officer montreal-protocol-mop"}),
    (WATER, "Ms. Ana Water, Vice-Chair, UN-Water, spoke.", {"ana-water officer un-water"}),
    (WATER, "Ms. Ana Water, Vice-Chair, UN-Water and FAO spoke.", set()),
    (WATER, "Chaired by Ms. Ana Water, Director of WMO, the meeting looked at ponds.", {"ana-water chair un-water-39", "ana-water officer wmo"}),
    # nobody has it yet, or of something else
    (SBI, "2. Chad named the following nominees: Mr. Ben Stone (Peru) as Vice-Chair of the SBI and Mr. Dan Rain (Fiji) as Rapporteur.", set()),
    (SBI, "2. The candidate for Chair, Ms. Ana Water (Fiji), spoke.", set()),
    (SBI, "2. The working groups met. Ms. Ana Water and Mr. Ben Stone served as rapporteurs.", set()),
    (EMG, "2. Chad elected Ms. Ana Water as President in 2039.", set()),
    (EMG, "2. UNEP and FAO met. Its director is Ms. Ana Water.", set()),
    (SBI, "2. The workshop elected Ms. Ana Water (Fiji) as Chair.", set()),
    (SBI, "2. The SBI noted that the Pond Committee elected Ms. Ana Water (Fiji) as its Chair.", {"ana-water chair pond-committee"}),
    (SBI, "2. Ms. Ana Water (Fiji), Vice-Chair, opened the session.", {"ana-water officer sbi"}),
    (SBI, "2. Ms. Ana Water (Fiji), President, Pond Club, spoke.", set()),
    (SBI, "2. Ms. Ana Water (Pond University), Vice-President, spoke.", set()),
    (SBI, "2. Ms. Ana Water (Fiji), Co-Chair, reported on the contact group on ponds.", {"ana-water reporting contact-group-on-ponds"}),
    # by its President; after an office a name begins
    (MOP, "2. The sixth meeting of the Conference of the Parties to the Minamata Convention was opened by its President, Ms. Ana Water.", {"ana-water chair minamata-convention-cop6", "ana-water chair minamata-cop"}),
    (MOP, "2. The meeting was opened by its President, Ms. Ana Water.", {"ana-water chair montreal-protocol-mop", "ana-water chair montreal-protocol-mop19"}),
    (MOP, "2. Mr. Ben Stone, Chair of the Open-ended Pond Group, spoke.", {"ben-stone chair open-ended-pond-group"}),
    (MOP, "2. The Chair of the multidisciplinary Expert Group on Ponds, Mr. Ben Stone, spoke.", {"ben-stone chair expert-group-on-ponds"}),
    # groups without a name of their own
    (MOP, "2. The Meeting set up a working group, co-chaired by Ms. Ana Water (Fiji) and Mr. Ben Stone (Peru), to review the paper on ponds.",
     {"ana-water co-chair working-group-paper-on-ponds", "ben-stone co-chair working-group-paper-on-ponds"}),
    (MOP, "2. Contact group 1, on ponds, was co-chaired by Ms. Ana Water (Fiji) and Mr. Ben Stone (Peru). Contact group 2, on rain, was chaired by Mr. Dan Rain (Chad).",
     {"ana-water co-chair contact-group-1-on-ponds", "ben-stone co-chair contact-group-1-on-ponds", "dan-rain chair contact-group-2-on-rain"}),
    (MOP, "2. A consultation with pond owners, facilitated by Ms. Ana Water (Fiji), took place.", {"ana-water chair consultation-with-pond-owners"}),
    (MOP, "2. The budget group, which met twice under the co-chairmanship of Ms. Ana Water (Chad (Republic of)) and Mr. Ben Stone (Peru), agreed.",
     {"ana-water co-chair budget-group-on-opening-of-the-meeting", "ben-stone co-chair budget-group-on-opening-of-the-meeting"}),
    (MOP, "2. A group of friends of the chair, facilitated by Ms. Ana Water (Fiji), met.", {"ana-water chair group-of-friends-of-the-chair-on-opening-of-the-meeting"}),
    (MOP, "2. The President set up a Friends of the President group facilitated by Norway.", {"norway chair friends-of-the-president-group-on-opening-of-the-meeting"}),
    (MOP, "2. The working group, co-chaired by Ms. Ana Water (Fiji) and Mr. Ben Stone (Peru), met.", set()),
    # named without an address
    (SBI, "2. Ana Water and Ben Stone, who had been serving as Co-Chairs of the Adaptation Committee, spoke.", {"ana-water co-chair adaptation-committee", "ben-stone co-chair adaptation-committee"}),
    (SBI, "2. The report was presented by Ana Water and Ben Stone as Co-Chairs of the Adaptation Committee.", {"ana-water co-chair adaptation-committee", "ben-stone co-chair adaptation-committee"}),
    (SBI, "2. The SBI heard the Chair of the Adaptation Committee (AC), Ana Water.", {"ana-water chair adaptation-committee"}),
]  # fmt: skip


@pytest.mark.parametrize(("head", "text", "expected"), SERVING, ids=[row[1][:70] for row in SERVING])
def test_who_serves_and_presides(reading_of: Read, head: str, text: str, expected: set[str]) -> None:
    found = roles(reading_of(f"{head}{text}\n\n{'' if head == WATER else '9. '}The end.\n"))
    assert {role for role in found if " participant " not in role and " host " not in role} == expected


def test_the_meeting_on_the_lines_below_a_title(reading_of: Read) -> None:
    reading = reading_of("# JOINT SUMMARY OF THE CHAIRS\n\n**19th GEF Council Meeting**\n**May 3–5, 2031, Washington, D.C.**\n\n## OPENING OF THE MEETING\n\n1. The meeting was opened by Mr. Ben Stone.\n\n2. The Council elected Ms. Ana Water (Fiji) as its Elected Co-Chair.\n\n3. Statements were made by Chad and FAO.\n\n## CLOSING OF THE MEETING\n\n4. The meeting closed.\n")
    assert {"ana-water co-chair gef-council", "chad participant gef-council-19", "fao participant gef-council-19"} <= roles(reading)


def test_no_organization_begins_with_a_person(reading_of: Read) -> None:
    reading = reading_of("The talks were moderated by Mr. Ben Stone of the Pond Rescue Society in Bern.\n")
    assert [reading.document.quote(m.span) for m in reading.mentions.items] == ["Ben Stone", "Pond Rescue Society"]


def test_a_document_for_the_next_meeting_reports_on_the_last_one(reading_of: Read) -> None:
    text = "FOURTH MEETING OF THE STANDING COMMITTEE\nBern, 3 May 2031\n\nDRAFT REPORT OF THE THIRD MEETING OF THE STANDING COMMITTEE\n\n1. Opening\n\nThe meeting was opened at noon.\n\n2. Observers\n\nFAO and WHO attended the meeting.\n"
    reading = reading_of(text)
    met = {(r.agent.rpartition("/")[2], r.target.rpartition("/")[2]) for r in reading.statements.items if isinstance(r, Role)}
    assert met == {("fao", "third-meeting-of-the-standing-committee-example"), ("who", "third-meeting-of-the-standing-committee-example")}


def test_the_report_of_a_conference_without_its_number_in_the_title(reading_of: Read) -> None:
    text = "Report of the Conference of the Parties to the Basel Convention on the Control of Transboundary Movements of Hazardous Wastes and their Disposal\n\nI. Opening\n\n1. The seventh meeting of the Conference of the Parties was held in Bern.\n\n2. It rained.\n"
    assert reading_of(text).document.family == "meeting-report"
