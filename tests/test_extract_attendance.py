"""Who took part: in gatherings without a name, in lists at the top of minutes, beside others that are known; and what is near and says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Participation, Role
from kg.namespaces import BASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.pipeline import Reading

    Read = Callable[..., Reading]


def came(reading: Reading) -> set[str]:
    """Return who took part in what, by the ends of the IRIs."""

    def end(iri: str) -> str:
        return iri.removeprefix(BASE).rpartition("/")[2]

    items = reading.statements.items
    found = {f"{end(r.agent)} in {end(r.target)}" for r in items if isinstance(r, Role) and r.role == "participant"}
    return found | {f"{end(p.person)} in {end(p.meeting)}" for p in items if isinstance(p, Participation)}


def said(words: str, where: str = "") -> set[str]:
    """Return "fao; who" of one gathering, or "fao in ponds; who in rain", as a set."""
    return {f"{part.strip()} in {where}" if where else part.strip() for part in words.split(";") if part.strip()}


# -- gatherings without a name -------------------------------------------------------------------

NOTE = "Note on ponds\n\n1. It rains.\n\n2. {0}\n\n3. The end.\n"
GATHERINGS: list[tuple[str, str]] = [
    ("FAO coordinates the Pond Management Network. WHO and UNDP are members of the network. Its last meeting, held in Bern in 2029, was hosted by Peru and attended by the World Bank and UNEP.",
     "world-bank in last-meeting-of-the-pond-management-network; unep in last-meeting-of-the-pond-management-network"),
    ("The Task Force on Ponds meets once a year; its most recent meeting, in Bern, was attended by FAO and WHO.",
     "fao in most-recent-meeting-of-the-task-force-on-ponds; who in most-recent-meeting-of-the-task-force-on-ponds"),
    ("The annual meeting of the Task Force on Ponds brought together FAO and Chad.", "fao in annual-meeting-of-the-task-force-on-ponds; chad in annual-meeting-of-the-task-force-on-ponds"),
    ("A side event on snow was organized by FAO; it was attended by UNEP and the Government of Nepal.", "unep in side-event-on-snow; nepal in side-event-on-snow"),
    ("The side event on frogs brought together UNEP and Peru.", "unep in side-event-on-frogs; peru in side-event-on-frogs"),
    ("Noting the workshop on pond fish held in Bern, in which Chad, Fiji and Peru participated, experts went on.", "chad in workshop-on-pond-fish; fiji in workshop-on-pond-fish; peru in workshop-on-pond-fish"),
    # it is to come, or was not so
    ("The Task Force on Ponds meets once a year; its next meeting will be attended by FAO.", ""),
    ("The Task Force on Ponds was not at the meeting; its last meeting was not attended by FAO.", ""),
    ("A side event on snow was organized by FAO; it could be attended by UNEP.", ""),
]


@pytest.mark.parametrize(("paragraph", "expected"), GATHERINGS, ids=[row[0][:60] for row in GATHERINGS])
def test_gatherings_without_a_name(reading_of: Read, paragraph: str, expected: str) -> None:
    assert came(reading_of(NOTE.format(paragraph))) == said(expected)


TITLED = "{0}\nBern, 22–24 March 2029\n\nREPORT OF THE MEETING\n\nI. Opening\n\n1. {1}\n\n2. Mr. Ben Stone, Head of the Pond Agency, recalled that the plan had been launched in 2027 at CBD COP15.\n\n3. The meeting was attended by FAO.\n"


@pytest.mark.parametrize(("title", "first", "meeting"), [
    # a meeting without a number is called by the title, and so again; one that is only spoken of is not the one that is reported on
    ("Consultative Meeting on Pond Storms", "The Environment Management Group (EMG) consultative meeting on pond storms was held in hybrid format on 14 March 2029, hosted by WMO at its headquarters.", "consultative-meeting-on-pond-storms"),
    ("Meeting of the Focal Points of the Pond Convention", "The meeting of the Focal Points was held in Bern and was hosted by WMO.", "meeting-of-the-focal-points-of-the-pond-convention"),
])
def test_a_meeting_that_has_no_number(reading_of: Read, title: str, first: str, meeting: str) -> None:
    reading = reading_of(TITLED.format(title, first))
    roles = {(r.agent.rpartition("/")[2], r.role, r.target.rpartition("/")[2].rpartition("-")[0]) for r in reading.statements.items if isinstance(r, Role) and r.role != "officer"}
    assert roles == {("wmo", "host", meeting), ("fao", "participant", meeting)}


@pytest.mark.parametrize(("recital", "expected"), [
    ("Welcoming the Expert Meeting on Ponds, hosted by the Government of Chad in Doba and attended by UNESCO and IUCN,", "unesco in expert-meeting-on-ponds; iucn in expert-meeting-on-ponds"),
    ("Noting that the high-level conference on ponds, held in Doba, was hosted by Chad, and that ministers from Fiji and Peru attended the conference,", "fiji in high-level-conference-on-ponds; peru in high-level-conference-on-ponds"),
    ("Inviting UNESCO to attend the Expert Meeting on Ponds,", ""),
])  # fmt: skip
def test_gatherings_in_a_preamble(reading_of: Read, recital: str, expected: str) -> None:
    assert came(reading_of(f"Resolution 9/1 on ponds\n\nThe Conference of the Parties,\n\n{recital}\n\n1. Decides to dig.\n")) == said(expected)


NEWS = "Ponds of the world\n\nBern, 3 May 2031 – {0}\n\n{1}\n"
TOLD: list[tuple[str, str, str]] = [
    ("Many people came to Bern for the launch of the Clean Ponds Programme, which will last five years.", "The launch was hosted by Chad and attended by representatives of Fiji and Peru. FAO also took part.",
     "fiji in launch-of-the-clean-ponds-programme; peru in launch-of-the-clean-ponds-programme; fao in launch-of-the-clean-ponds-programme"),
    ("More than 80 rangers from Chad and Fiji gathered in Bern this week for the World Pond Dialogue, which was opened by music.", "Participants in the Dialogue included staff of FAO. Joining them were experts from WHO. The Dialogue ended with a song.",
     "chad in world-pond-dialogue; fiji in world-pond-dialogue; fao in world-pond-dialogue; who in world-pond-dialogue"),
    ("The Pond Partnership was founded on Tuesday at a two-day forum in Bern hosted by the Government of Chad and by music.", "Some 120 people attended the forum, among them delegates from UNDP and WHO.",
     "undp in two-day-forum; who in two-day-forum"),
    # another one, one to come
    ("Many came to Bern for the World Pond Dialogue, which was opened by music and closed by a long and happy song.", "The first Dialogue, held in 2019, was attended by Fiji. WHO will take part in the next Dialogue.", ""),
    ("The launch of the Clean Ponds Programme was announced for next year in Bern by people who know about ponds.", "FAO is to attend the launch.", ""),
]


@pytest.mark.parametrize(("first", "second", "expected"), TOLD, ids=[row[1][:60] for row in TOLD])
def test_what_only_the_news_name(reading_of: Read, first: str, second: str, expected: str) -> None:
    assert came(reading_of(NEWS.format(first, second))) == said(expected)


def test_the_workshop_of_the_title(reading_of: Read) -> None:
    text = "Workshop on Pond Restoration in the Alps\nBern, 5-7 May 2031\nWorkshop report\n\nBackground\n\nThe workshop was held in spring by many people who like ponds.\n\nParticipation\n\nResource persons from FAO and WHO took part. UNDP sent observers.\n"
    assert came(reading_of(text)) == said("fao; who; undp", "workshop-on-pond-restoration-in-the-alps")


# -- lists ---------------------------------------------------------------------------------------

MINUTES = "Minutes of the 12th meeting of the Task Team on Ponds\nBern, 3 June 2031\n\n{0}\n\n1. Opening\n\nThe Chair opened the meeting.\n\n2. Next steps\n\nThe team will meet in July.\n"
LISTS: list[tuple[str, str]] = [
    ("Participants\nChair: Ms. Ana Water (UNEP)\nFAO: Mr. Ben Stone\nILO: Ms. Eva Reed, Mr. Cy Hill\nObservers: IUCN (Mr. Dan Moss), WWF\nRegrets: UNIDO, WHO", "ana-water; fao; ben-stone; ilo; eva-reed; cy-hill; iucn; dan-moss; wwf"),
    ("Participants: Ana Water (FAO), Ben Stone (WHO)\nObservers: Cy Hill (IUCN)\nApologies: UNDP", "ana-water; ben-stone; cy-hill"),
    ("Attendance: FAO, WHO\nExcused: UNDP, UNEP\nMinutes: ILO", "fao; who"),
    ("Members: FAO, WHO\nObservers: Cy Hill (IUCN)", ""),
]


@pytest.mark.parametrize(("block", "expected"), LISTS, ids=[row[0][:40] for row in LISTS])
def test_lists_at_the_top_of_minutes(reading_of: Read, block: str, expected: str) -> None:
    assert came(reading_of(MINUTES.format(block))) == said(expected, "task-team-on-ponds-12")


REPORT = "Report of the ninth meeting of the Senior Officials of the Environment Management Group\n\n1. The ninth meeting was held in Bern.\n\n2. {0}\n\n3. The end.\n"
SENTENCES: list[tuple[str, str]] = [
    ("UNDP and UNICEF dialled in.", "undp; unicef"),
    ("FAO participated as an observer, and WHO joined for item 3.", "fao; who"),
    ("FAO attended for the first time.", "fao"),
    ("Organizations were represented as follows: FAO, WHO.", "fao; who"),
    ("At the suggestion of FAO, which attended as an observer, views were exchanged.", "fao"),
    ("FAO was represented by Ms. Ana Water and WHO by Mr. Ben Stone.", "fao; ana-water; who; ben-stone"),
    ("After statements by Japan and Kenya, the debate was closed.", "japan; kenya"),
    ("Support for the map was expressed by Chile and Cuba.", "chile; cuba"),
    ("The discussion benefited from contributions by UNDP and FAO.", "undp; fao"),
    ("Delegations of the People's Republic of China, the Arab Republic of Egypt and Japan attended the meeting.", "china; egypt; japan"),
    ("FAO and the secretariat of the Alpine Pond Programme (APP) were represented by observers.", "fao; secretariat-of-the-alpine-pond-programme"),
    ("FAO, WHO and the youth constituency (PONDYOUTH) attended the meeting as observers.", "fao; who"),
    ("The dinner was opened by Ms. Ana Water of UNDP, and FAO and WHO attended the meeting.", "fao; who"),
    # who opens, closes and welcomes; not who chairs
    ("The meeting was opened by Ms. Ana Water, Deputy Director of FAO.", "ana-water"),
    ("Mr. Ben Stone, Head of Soil at WHO, opened the meeting.", "ben-stone"),
    ("Ms. Ana Water (FAO) welcomed participants.", "ana-water"),
    ("The meeting was opened by the Chair, Ms. Ana Water (FAO).", ""),
    ("Mr. Ben Stone, Chair of the Group, would open the meeting.", ""),
    ("Present in person for members of UN-Water were: Mr. Ben Stone (FAO); Ms. Ana Water (WHO).", "ben-stone; ana-water"),
    ("Members of the Pond Committee from Chad, Fiji and Peru attended the meeting.", "chad; fiji; peru"),
    # organizations that nobody knows, beside others that are known
    ("The meeting was attended by FAO, Pond Action International, WHO and the Frog Foundation.", "fao; pond-action-international; who; frog-foundation"),
    ("PONDWATCH, FAO and Rain Institute also took part.", "pondwatch; fao; rain-institute"),
    # no organizations
    ("The meeting was attended by FAO, Indigenous Peoples, WHO and Youth.", "fao; who"),
    ("Statements were made by FAO, SIDS, LDCs and WHO.", "fao; who"),
    # nobody came
    ("The tenth meeting will be attended by Congo.", ""),
    ("The map was drawn with contributions from FAO.", ""),
    ("FAO was expected to dial in.", ""),
    ("The members of FAO met in Rome for lunch.", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[row[0][:60] for row in SENTENCES])
def test_who_came_and_spoke(reading_of: Read, sentence: str, expected: str) -> None:
    assert {one.split(" in ")[0] for one in came(reading_of(REPORT.format(sentence)))} == said(expected)


# -- who has which part in the meeting that is told of ---------------------------------------------

EXPERTS = "POND COALITION\n\nSixth meeting of the pond experts\nBern, 3 May 2031\n\nSUMMARY REPORT\n\n{0}\n"
OCEANS = "Report of the ninth meeting of UN-Oceans\n\n1. The meeting was held in Bern.\n\n2. {0}\n"
FORUM = "Ponds of the world\n\nBern, 3 May 2031 – A pond was opened today in Bern by many people who like ponds and music.\n\n{0}\n"
BOARD = "---\ntitle: Ponds\n---\n3 May 2031: Hosted by the city, the 91st meeting of the GEF Council took stock of the ninth session of the United Nations Environment Assembly.\n\n{0}\n"
TOLD_OF: list[tuple[str, str, str]] = [
    (EXPERTS, "1. The sixth meeting of the pond experts was held in Bern. Ms. Ana Water (FAO) chaired the meeting. Mr. Ben Stone, of the Environment Management Group (EMG) secretariat, served as rapporteur.",
     "ana-water chair sixth-meeting-of-the-pond-experts; ben-stone officer sixth-meeting-of-the-pond-experts"),
    (EXPERTS, "1. The sixth meeting of the pond experts was held in Bern. It was hosted by WHO.", "who host sixth-meeting-of-the-pond-experts"),
    (EXPERTS, "1. The Meeting elected Ms. Ana Water (Chad) as Chairperson and Mr. Ben Stone (Fiji) as Rapporteur.", "ana-water chair sixth-meeting-of-the-pond-experts; ben-stone officer sixth-meeting-of-the-pond-experts"),
    (OCEANS, "Members elected Ms. Ana Water (FAO) as deputy focal point for two years.", "ana-water officer un-oceans"),
    (OCEANS, "FAO provided the secretariat of the meeting.", "fao secretariat un-oceans-9"),
    (OCEANS, "UN-Oceans established an Expert Group on Newts and appointed Ms. Ana Water (Chad) as its chair.", "ana-water chair expert-group-on-newts"),
    (OCEANS, "UN-Oceans set up a Working Group on Frogs, appointing Mr. Ben Stone (WHO) as its chair and Ms. Ana Water (FAO) as vice-chair.", "ben-stone chair working-group-frogs; ana-water officer working-group-frogs"),
    (FORUM, "Ms. Ana Water spoke at the Regional Frog Forum that went with it. So did Mr. Ben Stone. The Forum was chaired by Dr. Cy Hill of the University of Bern, and FAO and WHO were among those represented.",
     "ana-water participant regional-frog-forum; ben-stone participant regional-frog-forum; cy-hill chair regional-frog-forum; fao participant regional-frog-forum; who participant regional-frog-forum"),
    (BOARD, "FAO and WHO attended the meeting, which was hosted by WMO. Ms. Ana Water chaired the meeting.",
     "fao participant gef-council-91; who participant gef-council-91; wmo host gef-council-91; ana-water chair gef-council-91"),
    # another meeting, another time, or nobody yet
    (EXPERTS, "1. The fifth meeting of the pond experts was held in Bern. It was hosted by WHO.", "who host fifth-meeting-of-the-pond-experts"),
    (OCEANS, "Members discussed whether to elect Ms. Ana Water (FAO) as deputy focal point.", ""),
    (OCEANS, "UN-Oceans agreed to consider an Expert Group on Newts and proposed to appoint Ms. Ana Water (Chad) as its chair.", ""),
]


@pytest.mark.parametrize(("text", "told", "expected"), TOLD_OF, ids=[row[1][:60] for row in TOLD_OF])
def test_parts_in_the_meeting_told_of(reading_of: Read, text: str, told: str, expected: str) -> None:
    roles = (r for r in reading_of(text.format(told)).statements.items if isinstance(r, Role))
    assert {f"{r.agent.rpartition('/')[2]} {r.role} {r.target.rpartition('/')[2]}" for r in roles} == said(expected)


# -- title pages ---------------------------------------------------------------------------------

PAGE = "Ninth meeting of the Pond Committee\nBern, 3 May 2031\nPC9 Sum. 1\n\nSUMMARY\n\n{0}\n\n41. Frogs . . . . . PC9 Doc. 41\nThe Pond Committee noted the oral report on frogs.\n\n42. Newts . . . . . No document\nThe Pond Committee agreed to look at newts again.\n"
PAGES: list[tuple[str, str]] = [
    ("Hosted by: UNEP\nChair: Chad (A. Water)\nVice-Chair: Ms. Cora Hill", "unep host; chad chair; a-water chair; cora-hill officer"),
    ("Chair: Chad (A. Water)\nSecretariat: UNEP\nRapporteurs: B. Stone, C. Hill", "chad chair; a-water chair; unep secretariat; b-stone officer; c-hill officer"),
    ("Co-Chairs: Chad (A. Water) and Fiji (B. Stone)\nRapporteur: C. Hill", "chad co-chair; a-water co-chair; fiji co-chair; b-stone co-chair; c-hill officer"),
    ("Vice-Chair: B. Stone", "b-stone officer"),
    ("Co-Chairs: Ana Water (FAO), Ben Hill-Stone (WHO)", "ana-water co-chair; ben-hill-stone co-chair"),
    ("Co-Chairs: Two Colleagues, by turns", ""),
    ("Chair: to be elected\nVenue: Chad\nRapporteur: UNEP", ""),
]


@pytest.mark.parametrize(("block", "expected"), PAGES, ids=[row[0][:40] for row in PAGES])
def test_officers_on_a_title_page(reading_of: Read, block: str, expected: str) -> None:
    reading = reading_of(PAGE.format(block))
    found = {f"{r.agent.rpartition('/')[2]} {r.role}" for r in reading.statements.items if isinstance(r, Role)}
    assert found == said(expected)
