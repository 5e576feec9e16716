"""Who hosts what, who is its secretariat, and who moderates a part of a meeting; near misses that say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Fact, Role
from kg.namespaces import BASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.pipeline import Reading

    Read = Callable[..., Reading]

NEWS = ""
EMG = "Report of the twenty-ninth meeting of the senior officials of the Environment Management Group\n\nI. Opening of the meeting\n\n1. The twenty-ninth meeting of the senior officials of the Environment Management Group (EMG) was held in Bern.\n\n"
MOP = "Report of the Nineteenth Meeting of the Parties to the Montreal Protocol on Substances that Deplete the Ozone Layer\n\nI. Opening of the meeting\n\n1. The Nineteenth Meeting of the Parties to the Montreal Protocol on Substances that Deplete the Ozone Layer was held in Bern.\n\n"
COP = "Report of the Conference of the Parties to the Convention on Biological Diversity on its nineteenth meeting\n\nI. Opening\n\n1. The nineteenth meeting of the Conference of the Parties to the Convention on Biological Diversity was held in Bern.\n\n"
PLENARY = "Report of the Plenary of the Intergovernmental Science-Policy Platform on Biodiversity and Ecosystem Services on the work of its ninth session\n\nI. Opening\n\n1. The ninth session of the Plenary of the Intergovernmental Science-Policy Platform on Biodiversity and Ecosystem Services was held in Bern.\n\n"
UNEA = "Proceedings of the United Nations Environment Assembly at its ninth session\n\nI. Opening\n\n1. The ninth session of the United Nations Environment Assembly of the United Nations Environment Programme was held in Nairobi.\n\n"
SBI = "Report of the Subsidiary Body for Implementation on its ninetieth session, held in Bern\n\nFCCC/SBI/2039/13\n\nI. Opening of the session\n\n1. The ninetieth session of the Subsidiary Body for Implementation (SBI) was held in Bern.\n\n"
DECISION = "Decision 3/CP.90\n\nDates and venues\n\nThe Conference of the Parties,\n\nRecalling decision 1/CP.89,\n\n"
STANDING = "Report of the 91st meeting of the AEWA Standing Committee\n\nI. Opening\n\n1. The meeting was held in Bern.\n\n"
OPENING = "Report of the meeting\n\nIntroduction\n\n1. The seventh meeting of the Committee on Quiet Ponds was held in Bern from 1 to 3 May 2038.\n\n"
SOM = "29th-senior-officials-meeting-of-the-environment-management-group"


def roles(reading: Reading) -> set[str]:
    """Return who has which role in what, by the ends of the IRIs."""

    def end(iri: str) -> str:
        return iri.removeprefix(BASE).rpartition("/")[2]

    return {f"{end(r.agent)} {r.role} {end(r.target)}" for r in reading.statements.items if isinstance(r, Role)}


ROWS: list[tuple[str, str, set[str]]] = [
    # a segment and not the whole, a place with a country, an event beside the meeting, a name that goes on, who hosts its secretariat
    (EMG, "2. The Senior Segment of the twenty-ninth meeting of the senior officials of the Environment Management Group (EMG) was held online on 3 May 2031 and was hosted by WMO. The meeting was chaired by Ms. Ana Water.",
     {"wmo host som29-senior-segment", "ana-water chair som29-senior-segment"}),
    (COP, "2. The second segment of the nineteenth meeting of the Conference of the Parties to the Convention on Biological Diversity was held at the Blue Hall Convention Centre, Doba, Chad, from 3 to 5 May 2031, hosted by the Government of Chad.", {"chad host cbd-cop19"}),
    (EMG, "2. Members recalled the consultation with pond keepers held on the eve of the meeting, which had been co-hosted by UNDP and FAO.", {"undp host consultation-with-pond-keepers", "fao host consultation-with-pond-keepers"}),
    (EMG, "2. Members recalled the day held in the margins of the meeting, which had been hosted by FAO.", set()),
    (EMG, "2. The workshop on ponds, hosted by the GEF XYZ Network, was long.", {"gef-xyz-network host workshop-on-ponds"}),
    (EMG, "2. The Global Alliance for Buildings and Construction (GlobalABC) is the main platform. UNEP hosts its secretariat.", {"unep host secretariat-of-the-global-alliance-for-buildings-and-construction"}),
    (EMG, "2. The meeting requested MedWet, whose secretariat is hosted by FAO in Arles, to send its report.", {"fao host secretariat-of-the-mediterranean-wetlands-initiative"}),
    # what a heading calls the talk that is moderated; what was held at a meeting is moderated, and not the meeting
    (EMG, "## III. Strategic discussion\n\n2. The discussion was moderated by Ms. Ana Water of FAO.", {"ana-water chair strategic-discussion-of-the-29th-senior-officials-meeting-of-the-environment-mana-45f69d83"}),
    (EMG, "## III. Ponds\n\n2. The discussion was moderated by Ms. Ana Water of FAO.", set()),
    (SBI, "2. At the 6th meeting, on 5 May 2031, an interactive dialogue on ponds and\nsmall lakes was held. It was moderated by Ms. Ana Water.", {"ana-water chair dialogue-on-ponds-and-small-lakes"}),
    # which meeting a report is on, its first paragraph says
    (OPENING, "2. The Committee elected Ms. Ana Hill (Peru) as Chair.", {"ana-hill chair committee-on-quiet-ponds"}),
    (OPENING, "2. The Committee accepted with gratitude the offer of Chad to host its eighth meeting.", {"chad host committee-on-quiet-ponds-8"}),
    (OPENING, "2. The Committee welcomed the offer of the Government of Chad and agreed to hold the forum on newts in Doba.", {"chad host forum-on-newts"}),
    (OPENING, "2. The Committee welcomed the offer of the Government of Chad and thanked Peru.", set()),
    (DECISION, "1. Extends the term of the Ad Hoc Technical Expert Group, and thanks the Government of Chad for hosting its second meeting;", set()),
    # what something has, is hosted: its secretariat, its office, its data centre
    (NEWS, "The Pond Initiative was set up in 2020; its secretariat is hosted by FAO in Rome.", {"fao host secretariat-of-the-pond-initiative"}),
    (NEWS, "The Pond Restoration Network was founded in 2019. It is coordinated by FAO, and its secretariat is hosted by WMO.", {"fao lead pond-restoration-network", "wmo host secretariat-of-the-pond-restoration-network"}),
    (NEWS, "The Andean Alliance for Ponds began in May. Its coordination office is hosted by the Government of Senegal in Dakar.", {"senegal host coordination-office-of-the-andean-alliance-for-ponds"}),
    (NEWS, "The Pond Data Network, whose data centre is hosted by UNEP, grew.", {"unep host data-centre-of-the-pond-data-network"}),
    (NEWS, "UNEP and WHO met. Its data centre is hosted by FAO.", set()),
    (NEWS, "The Pond Data Network asked whether its secretariat could be hosted by UNEP.", set()),
    (EMG, "2. The EMG noted the report of the Global Climate Observing System, whose secretariat is hosted by WMO in Geneva.", {"wmo host gcos-secretariat"}),
    # a partnership has a committee, on which others sit
    (NEWS, "The Pond Partnership has a steering committee chaired by the Government of the Netherlands; India and the Global Environment Facility sit on the committee.", {"netherlands chair steering-committee-of-the-pond-partnership"}),
    (NEWS, "The Pond Network is coordinated by FAO and WHO; UNEP and the World Bank are its members.", {"fao lead pond-network", "unep member pond-network", "who lead pond-network", "world-bank member pond-network"}),
    # by invitation; with a pronoun for the meeting or the host
    (COP, "2. At the invitation of the Government of Fiji, which acted as host, the nineteenth meeting of the Conference of the Parties was held in Suva.", {"fiji host cbd-cop19"}),
    (COP, "2. The Conference of the Parties welcomed the offer of the Government of Uruguay and decided that its twentieth meeting would be hosted by that Government in Montevideo.", {"uruguay host cbd-cop20"}),
    (COP, "2. The Conference of the Parties thanked Chad and Peru and asked whether its twentieth meeting would be hosted by that Government.", set()),
    (PLENARY, "2. The ninth session of the Plenary was held in Bern. It was hosted by the Government of Fiji and attended by many.", {"fiji host plenary-of-the-intergovernmental-science-policy-platform-on-biodiversity-and-eco-9"}),
    (PLENARY, "2. The representative of Fiji reiterated the offer of her Government to host the tenth session. The Plenary accepted the offer by acclamation.", {"fiji host plenary-of-the-intergovernmental-science-policy-platform-on-biodiversity-and-eco-10"}),
    (PLENARY, "2. The representative of Fiji reiterated the offer of her Government to host the tenth session. The Plenary noted the offer.", set()),
    (MOP, "2. The representative of Rwanda said that her Government would host the Twentieth Meeting of the Parties in Kigali.", {"rwanda host montreal-protocol-mop20"}),
    (MOP, "2. The representative of Rwanda hoped that her Government would host the Twentieth Meeting of the Parties in Kigali.", set()),
    (SBI, "2. The SBI took note of the Pond Forum, held in Suva, and expressed its gratitude to the Government of Fiji for having hosted it.", {"fiji host pond-forum"}),
    (SBI, "2. The SBI thanked the Government of Fiji for having hosted it.", set()),
    (EMG, "2. The meeting took place on the premises of the CMS secretariat, which acted as host.", {"cms-secretariat host som29"}),
    (EMG, "2. The next meeting will be held in Gland at the invitation of the Ramsar secretariat, which will host it jointly with IUCN.", {"iucn host som30", "ramsar-secretariat host som30"}),
    (DECISION, "1. Thanking the Government of Romania, which hosted the pond workshop in Tulcea from 6 to 8 May 2025, and Ms. Ana Water, who presided over it,", {"ana-water chair pond-workshop", "romania host pond-workshop"}),
    (DECISION, "1. Expressing gratitude to the Government of Albania for hosting the third meeting of the Pond Group in Vlorë in May 2025,", {"albania host third-meeting-of-the-pond-group"}),
    (DECISION, "1. Welcomes the offer of the Government of Spain to host the first Pond Forum in Murcia in 2027, and accepts it with thanks;", {"spain host first-pond-forum"}),
    (DECISION, "1. Welcomes the offer of the Government of Spain to host the first Pond Forum in Murcia in 2027;", set()),
    # whose meeting it was that others hosted; who organized it with another's money
    (EMG, "2. The network of pond keepers met in Bern on 3 May at the invitation of WHO, which hosted the meeting.", {"who host meeting-of-the-network-of-pond-keepers"}),
    (EMG, "2. The workshop on toads, held in Bern, had been organized by UNEP with the financial support of Norway.", {"norway collaborator workshop-on-toads"}),
    # who organized is not hosted
    (NEWS, "A workshop on ponds, organized by the secretariat together with UNHCR and WHO, was hosted by IOM in Geneva.", {"iom host workshop-on-ponds", "unhcr collaborator workshop-on-ponds", "who collaborator workshop-on-ponds"}),
    # secretariats
    (EMG, "2. The Issue Management Group on Ponds met. The EMG secretariat serves as the secretariat of the group within existing resources.", {"emg-secretariat secretariat img-ponds"}),
    (EMG, "2. UNECE recalled that it also provides the secretariat of the Water Convention.", {"ece secretariat water-convention"}),
    (EMG, "2. UNECE asked whether it provides the secretariat of the Water Convention.", set()),
    (DECISION, "1. Also decides that Bangladesh and the Netherlands shall co-chair the expert group on ponds and that the secretariat of UNEP shall serve as its secretariat;", {"bangladesh co-chair expert-group-on-ponds", "netherlands co-chair expert-group-on-ponds", "unep secretariat expert-group-on-ponds"}),
    # groups of experts, and working groups with a number and a topic
    (DECISION, "1. Decides to extend the mandate of the group of technical experts on ponds and that Mr. Ben Stone and Ms. Ana Water (Indonesia) shall serve as its co-chairs;", {"ana-water co-chair group-of-technical-experts-on-ponds", "ben-stone co-chair group-of-technical-experts-on-ponds"}),
    (PLENARY, "2. Working group I, on the ponds assessment, would be co-chaired by Mr. Cy Stone and Ms. Ana Water (Fiji), and working group II, on rain, would be chaired by Mr. Dan Rain (Chad).", {"ana-water co-chair working-group-i-on-the-ponds-assessment", "cy-stone co-chair working-group-i-on-the-ponds-assessment", "dan-rain chair working-group-ii-on-rain"}),
    # parts of a meeting, and no meeting that their number would mean
    (UNEA, "2. The multi-stakeholder dialogue was moderated jointly by Mr. Ben Stone, of the International Pond Council, and Ms. Ana Water.", {"ana-water co-chair multi-stakeholder-dialogue-of-the-9th-session-of-the-united-nations-environment-assembly", "ben-stone co-chair multi-stakeholder-dialogue-of-the-9th-session-of-the-united-nations-environment-assembly"}),
    (NEWS, "A panel on finance, moderated by Ms. Ana Water, closed the day. A session on women in ponds was moderated by Ms. Cy Hill of WHO.", {"ana-water chair panel-on-finance", "cy-hill chair session-on-women-in-ponds"}),
    (EMG, "2. In the third session, facilitated by Mr. Ben Stone, participants worked in groups.", {"ben-stone chair third-session-of-the-29th-senior-officials-meeting-of-the-environment-management-group"}),
    (EMG, "2. A session, moderated by Mr. Ben Stone, was held. The discussion was moderated by Ms. Ana Water.", set()),
    (SBI, "2. The in-session workshop on livestock, held on 6 June, was moderated by Ms. Ana Water (New Zealand).", {"ana-water chair in-session-workshop-on-livestock"}),
    (SBI, "2. Chad offered to host, in 2031, a workshop on toads. The Subsidiary Body accepted the offer.", {"chad host workshop-on-toads"}),
    (SBI, "2. Chad offered to host, in 2031, a workshop on toads. The Subsidiary Body took note of the offer.", set()),
    # officers
    (COP, "2. The Bureau comprised the following members, in addition to the Chair: Mr. Kofi Rain (Ghana) and Ms. Sunita Pond (Nepal).", {"kofi-rain officer cbd-cop", "sunita-pond officer cbd-cop"}),
    (UNEA, "2. The Committee of the Whole was chaired by Mr. Ben Stone (Peru). The Committee appointed Ms. Ana Water (Fiji) as its Rapporteur.", {"ana-water officer committee-of-the-whole-of-the-9th-session-of-the-united-nations-environment-assembly", "ben-stone chair committee-of-the-whole-of-the-9th-session-of-the-united-nations-environment-assembly"}),
    (UNEA, "2. The Committee appointed Ms. Ana Water (Fiji) as its Rapporteur.", set()),
    (COP, "2. The Bureau comprised, besides the President, the following Vice-Presidents:\n\nMr. Kofi Rain (Ghana)\nMs. Sunita Pond (Nepal)", {"kofi-rain officer cbd-cop", "sunita-pond officer cbd-cop"}),
    (COP, "2. The Bureau was composed of: for African States, Mr. Kofi Rain (Ghana); and for Western European and others States, Ms. Ines Water (Norway).", {"ines-water officer cbd-cop", "kofi-rain officer cbd-cop"}),
    (SBI, "2. The report was introduced by Ms. Ana Water, one of the Co-Chairs of the Adaptation Committee; her fellow Co-Chair, Mr. Ben Stone, joined remotely.", {"ana-water co-chair adaptation-committee", "ben-stone co-chair adaptation-committee"}),
    (SBI, "2. The SBI met with her fellow Co-Chair, Mr. Ben Stone.", set()),
    (EMG, "2. Mr. Dan Rain, Minister of Ponds of Chad, as President of the Conference of the Parties to the Minamata Convention, spoke.", {"dan-rain chair minamata-cop"}),
    # the meeting that is reported on, and no other
    (SBI, "2. The session was co-hosted by FAO and WHO.", {"fao host sbi90", "who host sbi90"}),
    (SBI, "2. FAO told of a session on soil. The session was hosted by FAO.", set()),
    (COP, "2. The Conference of the Parties thanked the Government of Kenya for having so generously hosted its nineteenth meeting.", {"kenya host cbd-cop19"}),
    (NEWS, "The Rain Forum took place in Doha. The opening ceremony was moderated by the broadcaster Ms. Ana Water; Mr. Ben Stone, Director of the Rain Institute, chaired the closing plenary.", {"ana-water chair opening-ceremony-of-the-rain-forum", "ben-stone chair closing-plenary-of-the-rain-forum", "ben-stone officer rain-institute"}),
    (EMG, "2. The morning session was chaired by Ms. Ana Water of WHO and the afternoon session by Mr. Ben Stone of UNDP.", {"ana-water chair morning-session-of-the-29th-senior-officials-meeting-of-the-environment-management-group", "ben-stone chair afternoon-session-of-the-29th-senior-officials-meeting-of-the-environment-management-group"}),
    (EMG, "2. The Head of the EMG Secretariat, Ms. Ana Water, chaired the meeting.", {"ana-water chair som29", "ana-water officer emg-secretariat"}),
    (MOP, "2. The Co-Chairs of the Implementation Committee, Ms. Ana Water and Mr. Ben Stone, could not attend; Ms. Cy Hill (Sweden) presented the report.", {"ana-water co-chair montreal-implementation-committee", "ben-stone co-chair montreal-implementation-committee"}),
    (DECISION, "1. Decides to select Geneva as the seat of the secretariat of the Pond Platform, to be hosted by the United Nations Environment Programme;", {"unep host secretariat-of-the-pond-platform"}),
    (NEWS, "The steering group of the Rain Campaign is chaired by Ms. Ana Water of WHO, and its secretariat sits with FAO.", {"ana-water chair steering-group-of-the-rain-campaign", "fao secretariat steering-group-of-the-rain-campaign"}),
    # one of two that are listed
    (NEWS, "The CMS secretariat and the Pond Network, which is hosted by FAO in Rome, publish a bulletin.", {"fao host pond-network"}),
    (DECISION, "1. Decides to establish a preparatory committee on ponds, of which Costa Rica and Finland shall be the co-chairs and Bangladesh the rapporteur;", {"bangladesh officer preparatory-committee-on-ponds", "costa-rica co-chair preparatory-committee-on-ponds", "finland co-chair preparatory-committee-on-ponds"}),
    # sessions with a number, in a row; parts of a meeting; agencies that moderate; what a session dealt with
    (EMG, "2. Session I was moderated by Mr. Ben Stone (WHO), Session II by Ms. Cy Hill (FAO) and Session III by WMO.", {"ben-stone chair session-i-of-the-29th-senior-officials-meeting-of-the-environment-management-group", "cy-hill chair session-ii-of-the-29th-senior-officials-meeting-of-the-environment-management-group", "wmo chair session-iii-of-the-29th-senior-officials-meeting-of-the-environment-management-group"}),
    (EMG, "2. Ms. Ana Water chaired the first part of the meeting and Mr. Ben Stone the second part.", {"ana-water chair first-part-of-the-29th-senior-officials-meeting-of-the-environment-management-group", "ben-stone chair second-part-of-the-29th-senior-officials-meeting-of-the-environment-management-group"}),
    (EMG, "2. Ms. Ana Water (FAO) chaired the morning session, and Mr. Ben Stone (WHO) the afternoon session.", {"ana-water chair morning-session-of-the-29th-senior-officials-meeting-of-the-environment-management-group", "ben-stone chair afternoon-session-of-the-29th-senior-officials-meeting-of-the-environment-management-group"}),
    (NEWS, "A second session, co-chaired by Fiji and Tonga, dealt with the collection of old nets.", {"fiji co-chair second-session-on-the-collection-of-old-nets", "tonga co-chair second-session-on-the-collection-of-old-nets"}),
    (NEWS, "The panel on rain was moderated by the World Bank.", {"world-bank chair panel-on-rain"}),
    (NEWS, "The panel on rain should be moderated by the World Bank.", set()),
    (NEWS, "A second session, co-chaired by Fiji and Tonga, dealt with it.", set()),
    # an event that has a name and is called so; who moderates by another office; groups and segments
    (DECISION, "1. Also welcomes the successful conduct of the Pond Expo held from 22 to 26 August 2031 and expresses its appreciation to the Government of Chad for hosting the event;", {"chad host pond-expo"}),
    (DECISION, "1. Welcomes the Pond Expo held in May and the Frog Expo held in June and thanks the Government of Chad for hosting the event;", set()),
    (EMG, "2. The panel on rain was moderated by the Executive Director of UNEP, Ms. Ana Water.", {"ana-water chair panel-on-rain", "ana-water officer unep"}),
    (EMG, "2. The panel on rain was moderated by Ms. Ana Water, Chair of the Rain Panel.", {"ana-water chair panel-on-rain", "ana-water chair rain-panel"}),
    (COP, "2. The work had been done by a small intersessional working group led by Chad and Peru.", {"chad lead small-intersessional-working-group-opening", "peru lead small-intersessional-working-group-opening"}),
    (COP, "2. The Conference of the Parties established a contact group on ponds, co-chaired by Ms. Ana Water (Chad) and Mr. Joris van Pond (Peru).\n\n3. Ms. Water, co-chair of the contact group, reported that it had met.",
     {"ana-water co-chair contact-group-on-ponds", "joris-van-pond co-chair contact-group-on-ponds"}),
    (MOP, "2. The preparatory segment of the Nineteenth Meeting of the Parties was opened by its co-chairs, Ms. Ana Water (Chad) and Mr. Ben Stone (Peru).",
     {"ana-water co-chair montreal-protocol-mop19-preparatory-segment", "ben-stone co-chair montreal-protocol-mop19-preparatory-segment"}),
    (COP, "2. Mr. Joris van Pond (Peru) came.\n\n3. Mr. van Pond chairs the working group on rain.", {"joris-van-pond chair working-group-rain"}),
    (OPENING, "2. The Committee elected the member for Chad and Peru, Ms. Ana Hill, as its Elected Chair.", {"ana-hill chair committee-on-quiet-ponds"}),
    (EMG, "2. FAO recalled the rain forum held on the eve of the meeting, which had been co-hosted by WHO and UNDP.", {"undp host rain-forum", "who host rain-forum"}),
    (EMG, "2. The three working groups of the Task Team on Mud, co-chaired by UNDP and UNEP, had met.", set()),
    (EMG, "2. The rain forum was organized by FAO, with the support of the WHO-WMO Joint Rain Programme.", set()),
    (EMG, "2. The Pond Forum was held at the Rain Hotel Meridien, in Dakar, Senegal, at the invitation of the Government of the Republic of Senegal.", {"senegal host pond-forum"}),
    (OPENING, "2. Ana Hill (Chair, UK) opened the meeting and welcomed all.", {"ana-hill chair committee-on-quiet-ponds"}),
    (STANDING, "2. The Chair of the Standing Committee (StC), Ms. Ana Hill (Chad), opened the meeting.", {"ana-hill chair aewa-standing-committee"}),
    (EMG, "2. Session 3 (Rain) – Chair: Ms. Ana Water (FAO); Rapporteur: Mr. Ben Stone (UNDP).", set()),
    (EMG, "## Ponds\n\n2. Session 1: Rain\nChair: Ms. Ana Water (FAO)\nRapporteur: Mr. Ben Stone", set()),
]  # fmt: skip


@pytest.mark.parametrize(("head", "text", "expected"), ROWS, ids=[row[1][:70] for row in ROWS])
def test_who_hosts_serves_and_moderates(reading_of: Read, head: str, text: str, expected: set[str]) -> None:
    found = roles(reading_of(f"{head}{text}\n\n{'9. ' if head else ''}The end.\n"))
    assert {role for role in found if " participant " not in role} == expected


# -- who organized, and is no organizes for that --------------------------------------------------------

ORGANIZED: list[tuple[str, str, set[str]]] = [
    (EMG, "2. The workshop on soil was convened by FAO.", {"fao organizes workshop-on-soil"}),
    (EMG, "2. UNEP told of the pond workshop organized by FAO and WHO in Bern.", {"fao organizes pond-workshop", "who organizes pond-workshop"}),
    (EMG, "2. The training course for divers, held in Bern from 3 to 5 May 2031, was organised by UNEP.", {"unep organizes training-course-for-divers"}),
    (SBI, "2. The SBI took note of the joint meeting, held in Bern on 4 May, on frogs, newts and toads, which was organized by the Adaptation Committee with a view to learning.", {"adaptation-committee organizes joint-meeting-on-frogs"}),
    (SBI, "2. The SBI noted the workshop convened by the Adaptation Committee on newts.", {"adaptation-committee organizes workshop-on-newts"}),
    (SBI, "2. The SBI welcomed the stakeholder consultation workshop of the task force on ponds organized by WHO.", {"who organizes stakeholder-consultation-workshop-of-the-task-force-on-ponds"}),
    (SBI, "2. The Chair told of a workshop to be organized by WMO and FAO in May.", {"wmo organizes workshop-organized-by-wmo-and-fao", "fao organizes workshop-organized-by-wmo-and-fao"}),
    (SBI, "2. The SBI invited FAO to take part in the Pond Expo, to be organized by the Adaptation Committee as part of its work.", {"adaptation-committee organizes pond-expo"}),
    (SBI, "2. The SBI thanked UNEP for convening the regional dialogue on rain.", {"unep organizes regional-dialogue-on-rain"}),
    (SBI, "2. The SBI expressed its appreciation to the Adaptation Committee for the organization of the Pond Expo in Dhaka.", {"adaptation-committee organizes pond-expo"}),
    (SBI, "2. The SBI noted that, as requested at its last session, WMO organized a workshop on newts.", {"wmo organizes workshop-on-newts"}),
    (DECISION, "1. Welcomes the initiative of UNEP to convene the Pond Summit;", {"unep organizes pond-summit"}),
    # another is the host; a part, somebody of it, its own sitting; the secretariat of those who meet; what need not be
    (EMG, "2. The workshop on soil was convened by FAO and hosted by Chad.", {"fao organizes workshop-on-soil"}),
    (EMG, "2. The pond conference was organized by the FAO Regional Office.", set()),
    (EMG, "2. The pond conference was convened by the Adaptation Committee Chair.", set()),
    (DECISION, "1. Expresses its appreciation to the Secretary-General of the United Nations for convening the special event on ponds;", set()),
    (SBI, "2. The SBI and FAO convened a workshop on ponds.", set()),
    (SBI, "2. The SBI took note of the Pond Dialogue, organized by the secretariat.", set()),
    (SBI, "2. The SBI requested FAO to support a workshop to be organized by WMO.", set()),
    (SBI, "2. The workshop on ponds could be organized by FAO.", set()),
    (SBI, "2. The SBI invited FAO to organize a workshop on ponds.", set()),
    (EMG, "2. The day was organized by FAO. The workshop was organized by FAO.", set()),
    # the organizes country of the secretariat of those who meet
    (SBI, "2. The SBI thanked the Government of Germany for its contribution to the budget of EUR 100 as Host Government of the secretariat.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("head", "text", "expected"), ORGANIZED, ids=[row[1][:70] for row in ORGANIZED])
def test_who_organized(reading_of: Read, head: str, text: str, expected: set[str]) -> None:
    reading = reading_of(f"{head}{text}\n\n9. The end.\n")
    found = {f"{str(s.object).rpartition('/')[2]} organizes {s.subject.rpartition('/')[2]}" for s in reading.statements.items if isinstance(s, Fact) and s.predicate == "uneg:organizedBy"}
    assert found == expected
    assert not {role for role in roles(reading) if " host " in role and role.split()[0] in {who.split()[0] for who in expected}}


HELPED: list[tuple[str, set[str]]] = [
    ("1. Expresses its gratitude to the Government of Chad and FAO for their support in ensuring the success of the 2031 forum of the Standing Committee on Finance;",
     {"chad collaborator 2031-forum-of-the-standing-committee-on-finance", "fao collaborator 2031-forum-of-the-standing-committee-on-finance"}),
    ("1. Thanks FAO for its contribution to the success of the regional workshop on ponds;", {"fao collaborator regional-workshop-on-ponds"}),
    ("1. Thanks Chad for its financial support in holding the regional workshop on ponds;", set()),
    ("1. Thanks Chad for its support for the work of the Board;", set()),
]


@pytest.mark.parametrize(("text", "expected"), HELPED, ids=[row[0][:60] for row in HELPED])
def test_who_helped_with_an_event(reading_of: Read, text: str, expected: set[str]) -> None:
    assert roles(reading_of(f"{DECISION}{text}\n\n2. The end.\n")) == expected


def test_a_trustee_is_no_officer(reading_of: Read) -> None:
    assert roles(reading_of(f"{DECISION}1. Notes the decision of the Board to select the World Bank as the trustee of the Green Climate Fund;\n\n2. The end.\n")) == set()
