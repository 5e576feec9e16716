"""Who took part: who came, who spoke, who is listed; and words that are near and say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Participation, Role
from kg.namespaces import BASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.pipeline import Reading

    Read = Callable[..., Reading]

SBI = """Report of the Subsidiary Body for Implementation on its ninetieth session, held in Bern

FCCC/SBI/2039/13

1. The ninetieth session of the Subsidiary Body for Implementation (SBI) was held in Bern.

"""


def took_part(reading: Reading) -> set[str]:
    """Return who took part, of persons also for whom, and in what if not in the session that is reported on."""

    def end(iri: str | None) -> str:
        return (iri or "").removeprefix(BASE).rpartition("/")[2]

    found = {(end(r.agent), end(r.target)) for r in reading.statements.items if isinstance(r, Role) and r.role == "participant"}
    found |= {(f"{end(p.person)} of {end(p.organization)}", end(p.meeting)) for p in reading.statements.items if isinstance(p, Participation)}
    return {who if meeting == "sbi90" else f"{who} in {meeting}" for who, meeting in found}


CAME: list[tuple[str, set[str]]] = [
    # a treaty in full stands for its secretariat, among agencies, alone, after those who speak for it
    ("The Minamata Convention, the Ramsar Convention and FAO attended the session.", {"minamata-secretariat", "ramsar-secretariat", "fao"}),
    ("The International Plant Protection Convention joined online.", {"ippc-secretariat"}),
    ("The session was attended by the Executive Secretaries of the Minamata Convention and the Ramsar Convention.", {"minamata-secretariat", "ramsar-secretariat"}),
    ("The following secretariats were represented: FAO, secretariat of CITES.", {"fao", "cites-secretariat"}),
    # … but not where its Parties come, or their experts
    ("The session was attended by Parties to the Minamata Convention and by FAO.", {"fao"}),
    ("The session was attended by Parties to the Minamata Convention, the Ramsar Convention and the Stockholm Convention and by FAO.", {"fao"}),
    ("The session was attended by the focal points of the Minamata Convention.", set()),
    # groups that are named by words of their kind only where somebody speaks for them
    ("Statements were made by representatives of three Parties, one on behalf of the least developed countries (LDCs) and one on behalf of the African States.", {"least-developed-countries-group", "african-group"}),
    ("Statements were made by representatives of 9 Parties, including 4 on behalf of groups of Parties: AOSIS; Argentina, Brazil and Uruguay; Brazil, South Africa, India and China; and LDCs.",
     {"aosis", "group-sur", "basic-countries", "least-developed-countries-group"}),
    ("Statements were made by FAO and on behalf of the BASIC countries (Brazil, China, India and South Africa).", {"fao", "basic-countries"}),
    ("Statements were also made on behalf of environmental non-governmental organizations (ENGOs), farmers and youth NGOs.", {"engo", "farmers-constituency", "youngo"}),
    ("Statements were made by representatives of four UNFCCC NGO constituencies: business and industry, children and youth and trade union NGOs, and Indigenous Peoples organizations.",
     {"bingo", "youngo", "tungo", "ipo-constituency"}),
    ("Statements were made by representatives of Argentina, Brazil and Uruguay.", {"argentina", "brazil", "uruguay"}),
    ("The session was attended by representatives of FAO, environmental NGOs, farmers and least developed countries.", {"fao"}),
    ("A statement was made by FAO. It had asked farmers, youth NGOs and least developed countries.", {"fao"}),
    # a list with a kind in it, with member states, with others, of those who lead a delegation
    ("Representatives from the governments of Chad and Fiji, FAO and a number of non-governmental organizations (WWF, IUCN) attended.", {"chad", "fiji", "fao", "wwf", "iucn"}),
    ("The European Union and its member States, Norway and Switzerland took part in the session.", {"eu", "norway", "switzerland"}),
    ("Representatives of 12 organizations (FAO, WHO and others) attended the session.", {"fao", "who"}),
    ("A delegation from Peru, led by Ms. Ana Water, attended the session.", {"peru"}),
    ("The session had 40 participants. They included representatives of Chad, Fiji and FAO.", {"chad", "fiji", "fao"}),
    ("FAO and WHO were among those represented.", {"fao", "who"}),
    ("The session was closed at 5.15 p.m. Participants in the session: FAO, WHO.", {"fao", "who"}),
    ("FAO and WHO participated in this part of the session.", {"fao", "who"}),
    ("The session was attended by the following members: Ms. Ana Water (Chad) and Ms. Cy Hill (Fiji).", {"ana-water of chad", "cy-hill of fiji"}),
    ("The ponds are many. They included ponds of Chad, Fiji and FAO.", set()),
    ("The session had 40 items. They included Chad, Fiji and FAO.", set()),
    ("FAO knew nine organizations (WWF, IUCN) that had written to it.", set()),
    # for whom somebody came
    ("Mr. Ben Stone took part on behalf of FAO.", {"ben-stone of fao", "fao"}),
    ("Ms. Cy Hill (Chad) and Mr. Ben Stone joined online for FAO.", {"cy-hill of chad", "ben-stone of fao", "fao"}),
    ("Kenya participated on behalf of the African Group.", {"kenya", "african-group"}),
    ("Chad and Fiji were represented by their ministers of rain.", {"chad", "fiji"}),
    ("Members present: FAO, WHO.", {"fao", "who"}),
    ("The session was attended by Board members from Chad and Fiji.", {"chad", "fiji"}),
    ("Small States were represented by Fiji.", set()),
    ("Mr. Ben Stone will take part on behalf of FAO.", set()),
    ("FAO sent its apologies, and WHO was absent.", set()),
]

SPOKE: list[tuple[str, set[str]]] = [
    ("In her opening statement, Ms. Ana Water, Head of Ponds, said that it had rained.", {"ana-water"}),
    ("In his welcoming remarks, Mr. Ben Stone stressed the role of ponds.", {"ben-stone"}),
    ("In her opening statement, Ms. Ana Water, Chair of the SBI, said that it had rained.", set()),
    ("In his opening statement, Mr. Ben Stone, Minister of Ponds, welcomed the meeting participants.", {"ben-stone"}),
    ("Ms. Ana Water gave the floor to Mr. Ben Stone, of the secretariat, to deliver an opening statement on behalf of Mr. Cy Hill.", {"ben-stone"}),
    ("The Secretariat was represented by UNEP and its centres, namely FAO and WMO.", {"unep", "fao", "wmo"}),
    ("The Secretariat could be represented by UNEP.", set()),
    # the words for it
    ("Chad and Fiji delivered opening statements.", {"chad", "fiji"}),
    ("Chad and FAO also spoke.", {"chad", "fao"}),
    ("The SBI noted with appreciation the statements delivered at the opening plenary of this session by representatives of WMO, IUCN and FAO.", {"wmo", "iucn", "fao"}),
    ("Chad and Fiji described national surveys of newts.", {"chad", "fiji"}),
    ("Peru did not support the guidance in its present form.", {"peru"}),
    ("In the discussion, FAO underlined that the ponds should be counted with the lakes.", {"fao"}),
    ("FAO underlined that the ponds should be counted with the lakes.", set()),
    ("In the debate, the CBD Secretariat informed delegates of its plans for newts.", {"cbd-secretariat"}),
    ("UNCTAD pointed to the need for more ponds.", {"unctad"}),
    ("The session was opened by Ms. Ana Water, Director of Rivers, as focal point of UN-Oceans.", {"ana-water"}),
    ("The session was attended by FAO, as chair of UN-Water, and WHO.", {"fao", "who"}),
    ("The session began at 9 a.m. with introductory remarks by the Chair, Ms. Ana Water.", set()),
    ("Council members from Chad and Fiji spoke in support of the plan.", {"chad", "fiji"}),
    ("Board members for Chad, Fiji and the Pacific constituency spoke in support of the plan.", {"chad", "fiji"}),
    ("FAO and WHO contributed to the ensuing discussion.", {"fao", "who"}),
    ("The Executive Secretaries of the Minamata Convention and the Ramsar Convention addressed the session.", {"minamata-secretariat", "ramsar-secretariat"}),
    ("Presentations were made by Ms. Ana Water (FAO) and Mr. Ben Stone of WHO.", {"ana-water of fao", "ben-stone of who"}),
    ("Questions were raised by Chad and Fiji.", {"chad", "fiji"}),
    ("Responding to questions from Chad and Fiji, the Chair explained the rules.", {"chad", "fiji"}),
    ("The proposal was supported by Chad and Fiji.", {"chad", "fiji"}),
    ("The floor was given to Chad, Fiji and FAO.", {"chad", "fiji", "fao"}),
    # those named after the words
    ("The following delegations took the floor: Chad, Fiji and Peru.", {"chad", "fiji", "peru"}),
    ("The following spoke: Chad, Fiji and FAO.", {"chad", "fiji", "fao"}),
    ("Kenya spoke on behalf of the African Group.", {"kenya", "african-group"}),
    # a state or an agency that says something itself
    ("Chad said that it had rained.", {"chad"}),
    ("In the discussion, Chad and Fiji supported the proposal.", {"chad", "fiji"}),
    ("Chad, supported by Fiji and Peru, proposed a new paragraph.", {"chad", "fiji", "peru"}),
    ("Kenya, on behalf of the African Group, called for more rain.", {"kenya", "african-group"}),
    ("FAO informed the meeting that it had rained.", {"fao"}),
    ("Heads of delegation of Chad and Fiji noted that it had rained.", {"chad", "fiji"}),
    ("Several Parties, including Chad and Fiji, supported the proposal.", {"chad", "fiji"}),
    ("Brazil, for the G-77/China, and Fiji, speaking for the Pacific, noted with concern that it had rained.", {"brazil", "fiji"}),
    ("Speaking on behalf of the African Group, Kenya called for more rain.", {"kenya"}),
    ("The representative of a non-governmental organization, the Pond Watch Institute, said that it rained.", {"pond-watch-institute"}),
    ("The representative of Chad, supported by the representatives of Fiji and Peru, commended the work.", {"chad", "fiji", "peru"}),
    ("Chad, Fiji and the European Union and its member States supported the proposal.", {"chad", "fiji", "eu"}),
    ("There were statements from Chad and Fiji.", {"chad", "fiji"}),
    ("Ministers and heads of delegation from Chad and Fiji attended the high-level segment.", {"chad", "fiji"}),
    # elsewhere, in writing, by whom it is not said, of money
    ("Chad said in its national report that ponds were dry.", set()),
    ("Chad supported the project with funds.", set()),
    ("Chad expressed its concern in a letter to the secretariat.", set()),
    ("At the previous meeting, Chad said that it would rain.", set()),
    ("UNEP said in 2019 that ponds were dry.", set()),
    ("The report noted that Chad said that it would rain.", set()),
    ("Chad, which hosts the group, said that it rained.", set()),
    ("The Minister of Chad said that it rained.", set()),
    ("In response to a question on the ponds under consideration by Chad, it was said that it rained.", set()),
    ("FAO addressed the lack of rain.", set()),
    ("Comments were provided by Chad and Fiji.", set()),
    ("Statements that could have been made by Chad were not.", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), [*CAME, *SPOKE], ids=[row[0][:60] for row in (*CAME, *SPOKE)])
def test_who_came_and_who_spoke(reading_of: Read, sentence: str, expected: set[str]) -> None:
    assert took_part(reading_of(f"{SBI}2. {sentence}\n\n3. The end.\n")) == expected


def test_what_is_said_before_a_meeting_is_not_said_there(reading_of: Read) -> None:
    text = "Preparing for the ninetieth session of the Subsidiary Body for Implementation\n\nWhy ponds\n\nPonds are deep.\n\nGermany said that it would rain. FAO said that ponds are dry.\n"
    assert took_part(reading_of(text)) == set()


# -- lists of participants -----------------------------------------------------------------------

LISTED: list[tuple[str, set[str]]] = [
    # an agency and who came for it, with an office, with the bracket behind
    ("Annex I\nList of participants\n\nChair: Ana Water (UNIDO)\nSecretary: Ben Stone (FAO)\n\nWHO: Cy Hill, Pond Office\nUNDP: Dan Roe and Ann Bee, Rain Hub",
     {"ana-water of unido", "ben-stone of fao", "who", "cy-hill of who", "undp", "dan-roe of undp", "ann-bee of undp"}),
    # an agency, and below it who came for it; those who sent apologies
    ("List of participants\n\nParties\n\nAlbania\nMs. Ana Water\nDirector of Ponds\nNew Pond\n\nChad\nMr. Ben Stone\n\nUnited Nations bodies\n\nFAO\nMs. Cy Hill, Officer\n\nApologies\n\nWHO\nMr. Dan Roe",
     {"albania", "ana-water of albania", "chad", "ben-stone of chad", "fao", "cy-hill of fao"}),
    # a person, and behind the name for whom
    ("Participants\n\nAna Water, Pond Officer, FAO\nMr. Ben Stone, WHO\nCy Hill (UNEP)\nDan Roe – UNDP\nElla Fitz, Pond Agency\nNew Pond, Chad",
     {"ana-water of fao", "ben-stone of who", "cy-hill of unep", "dan-roe of undp", "ella-fitz of pond-agency"}),
    ("Annex II. Participants\n\nAna Water | FAO\nBen Stone | WHO", {"ana-water of fao", "ben-stone of who"}),
    # two languages, a number, a last line that looks like a heading, a table, kinds with a colon
    ("Annex I\nList of participants\n\nPARTIES\n\nALBANIA / ALBANIE\nMs. Ana Water\nHead of Ponds\n\nCHAD / TCHAD\nMr. Ben Stone\n\nOBSERVERS\n\nBirdLife International\nMr. Dan Roe\nOfficer",
     {"albania", "ana-water of albania", "chad", "ben-stone of chad", "birdlife", "dan-roe of birdlife"}),
    ("List of participants\n\n1. Ms. Ana Water, FAO\n2. Mr. Ben Stone, UNDP", {"ana-water of fao", "ben-stone of undp"}),
    ("List of participants\n\n1. FAO – Ms. Ana Water\n2. UNDP – Mr. Ben Stone\n3. WHO – Ms. Cy Hill", {"fao", "ana-water of fao", "undp", "ben-stone of undp", "who", "cy-hill of who"}),
    ("Participants\n\nMembers\n\nMs. Ana Water (Chair, FAO)\n\nSecretariat\n\nMs. Di Moe, WHO", {"ana-water of fao", "di-moe of who"}),
    # in one line; those who did not come
    ("Present: Ana Water (FAO), Ben Stone (UNDP) and Cy Hill (WHO). Apologies: Dan Roe (UNESCO).", {"ana-water of fao", "ben-stone of undp", "cy-hill of who"}),
    ("The following were present: Ana Water (FAO), Ben Stone (UNDP) and Ms. Cy Hill (WHO).", {"ana-water of fao", "ben-stone of undp", "cy-hill of who"}),
    ("Annex: Participants\n\nFAO – Ana Water\nUNDP – Ben Stone", {"fao", "ana-water of fao", "undp", "ben-stone of undp"}),
    ("Absent: Ana Water (FAO), Ben Stone (UNDP).", set()),
    ("The following were elected: Ana Water (FAO), Ben Stone (UNDP).", set()),
    ("Attendance\n\nOrganization | Name\nFAO | Ana Water\nUNDP | Ben Stone", {"fao", "ana-water of fao", "undp", "ben-stone of undp"}),
    ("Participants\n\nAgencies: FAO, UNDP\nConventions: CBD, Ramsar Convention\nObservers: IUCN", {"fao", "undp", "cbd-secretariat", "ramsar-secretariat", "iucn"}),
    # in columns, for whom and who
    ("Participants\n  FAO       Ana Water\n  UNESCO    Ben Stone (Chair)\nApologies: WHO", {"fao", "ana-water of fao", "unesco", "ben-stone of unesco"}),
    # names alone
    ("PARTICIPANTS\n\nFAO, WHO and UNEP\n\nApologies: UNESCO", {"fao", "who", "unep"}),
    # no list
    # agencies in one line, each with who came for it; nothing where one of them has another form
    ("Participants\nMembers: FAO, Mr. Ben Stone; UNDP, Ms. Ana Water\nPartners: IUCN, Mr. Cy Hill", {"fao", "ben-stone of fao", "undp", "ana-water of undp", "iucn", "cy-hill of iucn"}),
    ("Participants\nMembers: FAO, for the ponds; UNDP, Ms. Ana Water", set()),
    ("Participants\n\nThere were many.\n\nFAO\nWHO", set()),
    ("Speakers we like\n\nFAO: Ana Water, Pond Office", set()),
]


@pytest.mark.parametrize(("text", "expected"), LISTED, ids=[row[0][:60] for row in LISTED])
def test_who_is_listed(reading_of: Read, text: str, expected: set[str]) -> None:
    assert took_part(reading_of(f"{SBI}2. The session ended.\n\n{text}\n")) == expected


def test_the_meeting_is_of_the_group_whose_name_stands_nearest(reading_of: Read) -> None:
    text = "High-level Committee on Programmes\nInter-Agency Network on Ponds\n\nReport of the sixth session\n\n1. The session was held in Bern.\n\n2. FAO also spoke.\n"
    assert took_part(reading_of(text)) == {"fao in inter-agency-network-ponds-6"}


def test_the_first_of_two_meetings_that_are_held_together(reading_of: Read) -> None:
    text = "Twenty-second Intergovernmental Meeting on the Action Plan for Deep Ponds and Nineteenth Meeting of the Contracting Parties to the Pond Convention\n\nREPORT OF THE MEETING\n\n1. The meeting was held in Bern.\n\n2. FAO also spoke.\n"
    assert took_part(reading_of(text)) == {"fao in twenty-second-intergovernmental-meeting-on-the-action-plan-for-deep-ponds"}


OVERVIEW = "Ponds of the north: a thematic overview\n\nWhy ponds\n\nPonds are deep.\n\n"
ELSEWHERE: list[tuple[str, set[str]]] = [
    # of what the words before say something: which, the same noun again, its session, what a network held
    ("Noting also the regional consultation hosted by Chad in May 2025, which was attended by representatives of Fiji and Peru,", {"fiji", "peru"}),
    ("Chad hosted the Global Conference on Ponds in 2021. The conference was attended by FAO and the World Bank.", {"fao", "world-bank"}),
    ("Chad convenes the Regional Dialogue on Ponds. The third session of the Dialogue was held in Bern and was attended by Fiji and Peru.", {"fiji", "peru"}),
    ("The Northern Pond Network held its yearly workshop in Bern. The workshop was moderated by Mr. Ben Stone, and some sixty people took part, among them staff of FAO and WHO.", {"fao", "who"}),
    # by whom experts were nominated
    ("The workshop was held in Bern. It was attended by experts nominated by Chad, Fiji and Peru.", {"chad", "fiji", "peru"}),
    # who moderates for an agency does not make it come
    ("The Northern Pond Network held its yearly workshop in Bern. The workshop was moderated by Mr. Ben Stone of FAO, and some sixty people took part.", set()),
    ("Ponds are deep. The workshop was attended by FAO.", set()),
    # the only one they speak of, that has no name
    ("The workshop was held in Bern in May. Participants included representatives of Chad and Fiji, as well as FAO.", {"chad", "fiji", "fao"}),
    ("The seminar was hosted by Peru.\n\nThe World Bank took part online.", {"world-bank"}),
    ("The workshop was held in Bern. An earlier workshop looked at ponds.\n\nParticipants included Chad and Fiji.", set()),
    ("The meeting was held in Bern. The Third Pond Forum followed.\n\nParticipants included Chad and Fiji.", set()),
    ("Each pond has a workshop. The workshop was held up by rain.\n\nParticipants included Chad and Fiji.", set()),
]


@pytest.mark.parametrize(("text", "expected"), ELSEWHERE, ids=[row[0][:60] for row in ELSEWHERE])
def test_who_came_to_what_was_told_of_just_before(reading_of: Read, text: str, expected: set[str]) -> None:
    found = took_part(reading_of(f"{OVERVIEW}{text}\n\nPonds dry up.\n"))
    assert {who.partition(" in ")[0] for who in found} == expected
    assert len({who.partition(" in ")[2] for who in found}) <= 1


TITLES = [
    ("Report of the regional workshop on deep ponds\nBern, Switzerland, 9–12 July 2018\n\n1. The workshop was attended by Chad and Fiji.\n\n2. Ponds are deep.\n", "regional-workshop-on-deep-ponds"),
    ("Summary of the seminar on deep ponds\n\nThe seminar was attended by Chad and Fiji.\n\nPonds are deep.\n", "seminar-on-deep-ponds"),
    ("REPORT OF THE REGIONAL WORKSHOP ON DEEP PONDS\nBern, 9-11 May 2017\n\nBackground\nThe workshop was attended by Chad and Fiji.\n\nDay 1\nPonds are deep.\n", "regional-workshop-on-deep-ponds"),
]


@pytest.mark.parametrize(("text", "expected"), TITLES, ids=[text[:30] for text, _ in TITLES])
def test_the_workshop_that_a_title_names(reading_of: Read, text: str, expected: str) -> None:
    assert took_part(reading_of(text)) == {f"chad in {expected}", f"fiji in {expected}"}


def test_a_workshop_that_is_described_is_the_one_spoken_of_then(reading_of: Read) -> None:
    text = "Ponds of the north: a thematic overview\n\nFAO, in collaboration with WHO, organized a regional workshop on deep ponds. The workshop was attended by Chad and Fiji.\n"
    assert took_part(reading_of(text)) == {"chad in regional-workshop-on-deep-ponds", "fiji in regional-workshop-on-deep-ponds"}


# -- officers told by lists ----------------------------------------------------------------------

SC = "Report of the ninth meeting of the Standing Committee of the Ramsar Convention\n\n1. The ninth meeting was held in Bern.\n\n"
OFFICERS: list[tuple[str, set[str]]] = [
    # offices in a row behind names; the office behind a name is not of the next
    ("Ms. Ana Water (Chad) was elected Chair, Mr. Ben Stone (Peru) Vice-Chair and Ms. Cy Hill (Fiji) Rapporteur.", {"ana-water chair", "ben-stone officer", "cy-hill officer"}),
    ("The Standing Committee elected Ms. Ana Water (Chad) its Chair.", {"ana-water chair"}),
    ("Ms. Ana Water (Chad) was elected Chair, Mr. Ben Stone said.", {"ana-water chair"}),
    # states behind offices, on lines and in a row, with a number, with what stands between
    ("The Meeting elected the following officers from among the representatives of the Parties:\nPresident: Kingdom of the Netherlands\nFirst Vice-President: Peru\nSecond Vice-President: Fiji\nRapporteur: Saint Lucia",
     {"netherlands chair", "peru officer", "fiji officer", "saint-lucia officer"}),
    ("The Standing Committee elected the following officers: Chair: Chad; Vice-Chairs: Fiji and Peru; Rapporteur: Mali.", {"chad chair", "fiji officer", "peru officer", "mali officer"}),
    ("The Bureau was constituted as follows:\n\nChair: Chad\nVice-Chairs: Fiji, Peru and Mali\nRapporteur: Ms. Ana Water (Cuba)", {"chad chair", "fiji officer", "peru officer", "mali officer", "ana-water officer"}),
    ("The Committee elected Chad as Chair, Fiji and Peru as Vice-Chairs and Mali as Rapporteur.", {"chad chair", "fiji officer", "peru officer", "mali officer"}),
    # persons: the first of several in an office, an office with no word before it, one each
    ("The Committee elected the following officers:\nChair: Mr. Ben Stone (Chad)\nFirst Vice-Chair: Ms. Cy Hill (Peru)\nSecond Vice-Chair: Mr. Dan Roe (Mali)", {"ben-stone chair", "cy-hill officer", "dan-roe officer"}),
    ("The Committee elected, by acclamation, the following officers:\n\n- Ms. Ana Water (Fiji), Chair\n- Mr. Ben Stone (Chad), Vice-Chair", {"ana-water chair", "ben-stone officer"}),
    ("The following officers were elected: Mr. Ben Stone (Chad), Chair; Ms. Cy Hill (Peru) and Mr. Dan Roe (Mali), Vice-Chairs.", {"ben-stone chair", "cy-hill officer", "dan-roe officer"}),
    ("The Committee elected Mr. Ben Stone (Chad) Chair, Ms. Cy Hill (Peru) Vice-Chair and Ms. Ana Water (Fiji) Rapporteur.", {"ben-stone chair", "cy-hill officer", "ana-water officer"}),
    # of what was said before to have a chair
    ("The Subgroup on Ponds is chaired by Chad. Fiji acts as its vice-chair.", {"chad chair in subgroup-on-ponds", "fiji officer in subgroup-on-ponds"}),
    ("The Subgroup on Ponds is chaired by Ms. Ana Water. Its Vice-Chair is Mr. Ben Stone.", {"ana-water chair in subgroup-on-ponds", "ben-stone officer in subgroup-on-ponds"}),
    # of a group that nobody knows; only proposed
    ("The working group elected the following officers:\nChair: Chad\nRapporteur: Mali", set()),
    ("It was proposed that Chad act as its vice-chair.", set()),
]


@pytest.mark.parametrize(("text", "expected"), OFFICERS, ids=[row[0][:60] for row in OFFICERS])
def test_officers_told_by_lists(reading_of: Read, text: str, expected: set[str]) -> None:
    reading = reading_of(f"{SC}2. {text}\n\n3. The end.\n")
    found = {(r.agent.rpartition("/")[2], r.role, r.target.rpartition("/")[2]) for r in reading.statements.items if isinstance(r, Role) and r.role in {"chair", "co-chair", "officer"}}
    assert {f"{who} {role}" + ("" if what == "ramsar-standing-committee" else f" in {what}") for who, role, what in found} == expected


IPBES = "Report of the Plenary of the Intergovernmental Science-Policy Platform on Biodiversity and Ecosystem Services on the work of its twelfth session\n\n1. The twelfth session of the Plenary was held in Bern.\n\n"
OF_WHAT: list[tuple[str, str, set[str]]] = [
    # of the platform, of the bureau, of the body that elects
    (IPBES, "The session was opened by the Chair of the Platform, Mr. Ben Stone.", {"ben-stone chair ipbes"}),
    (IPBES, "The Plenary elected Ms. Cy Hill (Fiji) as Vice-Chair of the Platform.", {"cy-hill officer ipbes"}),
    (IPBES, "The Plenary elected Ms. Cy Hill (Fiji) as a vice-chair of the Bureau, to replace Mr. Ben Stone, who had resigned.", {"cy-hill officer ipbes-bureau"}),
    (IPBES, "The Plenary elected by acclamation Ms. Cy Hill (Fiji) as Vice-Chair of the Bureau for the Pacific.", {"cy-hill officer ipbes-bureau"}),
    (IPBES, "The Plenary elected Ms. Cy Hill (Fiji) as Vice-Chair.", {"cy-hill officer ipbes-plenary"}),
    (SC, "The Committee elected Ms. Cy Hill (Fiji) as Vice-Chair of the Bureau.", {"cy-hill officer ramsar-standing-committee"}),
    # who had come late, who stays
    (SC, "The Chair welcomed Mr. Ben Stone (Chad), who had just joined the meeting, as Rapporteur.", {"ben-stone officer ramsar-standing-committee"}),
    (SC, "No nomination had been received, and Mr. Ben Stone, the current Rapporteur, would remain in office until another is elected.", {"ben-stone officer ramsar-standing-committee"}),
    (SC, "The Vice-Chair, Ms. Cy Hill (Fiji), will continue in office.", {"cy-hill officer ramsar-standing-committee"}),
    (SC, "Mr. Ben Stone, the current Rapporteur of the Pond Panel, would remain in office.", {"ben-stone officer pond-panel"}),
]


@pytest.mark.parametrize(("top", "text", "expected"), OF_WHAT, ids=[row[1][:60] for row in OF_WHAT])
def test_of_what_somebody_is_an_officer(reading_of: Read, top: str, text: str, expected: set[str]) -> None:
    reading = reading_of(f"{top}2. {text}\n\n3. The end.\n")
    found = {(r.agent.rpartition("/")[2], r.role, r.target.rpartition("/")[2]) for r in reading.statements.items if isinstance(r, Role) and r.role in {"chair", "co-chair", "officer"}}
    assert {" ".join(role) for role in found} == expected


def test_who_chairs_it_after_a_sentence_on_a_named_meeting(reading_of: Read) -> None:
    text = "Report of the ninth meeting of the Standing Committee of the Ramsar Convention\n\n1. The ninth meeting of the Standing Committee was held in Bern. It was co-chaired by Ms. Ana Water (Chad) and Mr. Ben Stone (Peru).\n\n2. The end.\n"
    found = {(r.agent.rpartition("/")[2], r.role, r.target.rpartition("/")[2]) for r in reading_of(text).statements.items if isinstance(r, Role)}
    assert found == {("ana-water", "co-chair", "standing-committee-of-the-convention-on-wetlands-9"), ("ben-stone", "co-chair", "standing-committee-of-the-convention-on-wetlands-9")}


def test_the_rapporteur_of_the_meeting(reading_of: Read) -> None:
    text = "2. The rapporteur of the meeting was Ms. Ana Water (Chad).\n\n3. The end.\n"
    found = [(r.agent.rpartition("/")[2], r.role) for r in reading_of(f"{SC}{text}").statements.items if isinstance(r, Role)]
    assert found == [("ana-water", "officer")]


def test_she_and_somebody_chair_together(reading_of: Read) -> None:
    text = "2. The Chair of the Standing Committee, Dr. Ana Water, opened the meeting. She and the Vice-Chair, Mr. Ben Stone (Chad), presided over the meeting in turn.\n\n3. The end.\n"
    found = {(r.agent.rpartition("/")[2], r.role) for r in reading_of(f"{SC}{text}").statements.items if isinstance(r, Role) and r.target.endswith("wetlands-9")}
    assert found == {("ana-water", "co-chair"), ("ben-stone", "co-chair")}


def test_who_speaks_where_a_segment_is_opened(reading_of: Read) -> None:
    text = (
        "Report of the Nineteenth Meeting of the Parties to the Montreal Protocol on Substances that Deplete the Ozone Layer\n\nI. Opening of the preparatory segment\n\n1. The preparatory segment of the Nineteenth Meeting of the Parties was opened.\n\n"
        "2. Opening statements were delivered by FAO.\n\nII. Ponds\n\n3. Statements were made by WHO.\n"
    )
    found = {(r.agent.rpartition("/")[2], r.target.rpartition("/")[2]) for r in reading_of(text).statements.items if isinstance(r, Role) and r.role == "participant"}
    assert found == {("fao", "montreal-protocol-mop19-preparatory-segment"), ("who", "montreal-protocol-mop19")}
