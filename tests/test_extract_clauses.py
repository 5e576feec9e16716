"""Further shapes of clauses that tell a role, what is near and says nothing, and what words mean that were said before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kg.extract.needed import needed
from kg.extract.shapes import FRAMES
from kg.extract.words import Guarded, Words, any_of
from kg.model import Role, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.pipeline import Reading

    Read = Callable[..., Reading]

EMG = """Report of the ninth meeting of the Senior Officials of the Environment Management Group

1. The ninth meeting was held in Bern.

"""
LEADERS = frozenset({"lead", "chair", "co-chair", "host", "member", "secretariat", "officer", "collaborator"})


def roles(reading: Reading) -> set[str]:
    """Return who has which role in what, by the ends of the IRIs."""
    found = (role for role in reading.statements.items if isinstance(role, Role) and role.role in LEADERS)
    return {f"{role.agent.rpartition('/')[2]} {role.role} {role.target.rpartition('/')[2]}" for role in found}


CLAUSES: list[tuple[str, set[str]]] = [
    ("The Task Team on Ponds met. The Task Team, which reports to the Working Group on Rain, is co-chaired by Chad and Peru.", {"chad co-chair task-team-ponds", "peru co-chair task-team-ponds"}),
    ("He informed the meeting that the ILO continued to coordinate the sub-group on pond safety.", {"ilo lead sub-group-on-pond-safety"}),
    ("In addition to ten members elected by the Adaptation Committee, the members of the Task Team on Ponds are FAO and WHO.", {"fao member task-team-ponds", "who member task-team-ponds"}),
    ("A Task Force on Rain was set up, with Chad as Chair and Fiji as Vice-Chair.", {"chad chair task-force-rain", "fiji officer task-force-rain"}),
    ("The Task Team on Ponds is led by UNOPS, with UNEP providing the secretariat.", {"unep secretariat task-team-ponds", "unops lead task-team-ponds"}),
    ("Under UNEP's leadership, the Task Team on Ponds met twice.", {"unep lead task-team-ponds"}),
    ("UNEP took the lead in preparing the inventory of ponds.", {"unep lead inventory-of-ponds"}),
    ("The inventory of ponds is coordinated by UNEP; the study on rain, by WHO; and the atlas of lakes, by FAO.", {"fao lead atlas-of-lakes", "unep lead inventory-of-ponds", "who lead study-on-rain"}),
    ("The Task Team on Ponds includes UNEP, FAO and WHO as members.", {"fao member task-team-ponds", "unep member task-team-ponds", "who member task-team-ponds"}),
    ("UNDP and the World Bank have joined forces in the Pond Finance Study.", {"undp collaborator pond-finance-study", "world-bank collaborator pond-finance-study"}),
    ("FAO has worked with UNEP in the Task Force on Ponds since 2010.", {"fao collaborator task-force-ponds", "unep collaborator task-force-ponds"}),
    ("The advisory note on pond recharge was written with UNESCO and UNEP.", {"unep collaborator advisory-note-on-pond-recharge", "unesco collaborator advisory-note-on-pond-recharge"}),
    ("UNEP and FAO are jointly preparing the Pond White Paper.", {"fao collaborator pond-white-paper", "unep collaborator pond-white-paper"}),
    ("The Ponds Programme is led by UNEP. The World Bank and FAO are the other implementing agencies of the programme.", {"fao collaborator ponds-programme", "unep lead ponds-programme", "world-bank collaborator ponds-programme"}),
    ("The Ponds Partnership, the secretariat of which is hosted by FAO, met twice.", {"fao host secretariat-of-the-ponds-partnership"}),
    ("A steering committee will guide the Ponds Partnership. It is chaired by Professor Ana Water, with Ms. Bea Stone of WWF as Vice-Chair. UNEP provides the secretariat of the committee.", {"ana-water chair steering-committee-of-the-ponds-partnership", "bea-stone officer steering-committee-of-the-ponds-partnership", "unep secretariat steering-committee-of-the-ponds-partnership"}),
    ("The Ponds Programme is overseen by a Steering Committee of three members: Chad, FAO and UNEP. Chad and Peru have co-chaired the Committee since 2023.", {"chad member steering-committee-of-the-ponds-programme", "fao member steering-committee-of-the-ponds-programme", "unep member steering-committee-of-the-ponds-programme"}),
    ("The first pilot project, Reefs for Ponds, began in April. It is led by UNEP.", {"unep lead project-reefs-for-ponds"}),
    ("FAO, UNEP and WWF today launched the Ponds Partnership.", {"fao collaborator ponds-partnership", "unep collaborator ponds-partnership", "wwf collaborator ponds-partnership"}),
    ("The Task Team on Ponds will be served by the Secretariat of the Basel Convention.", {"brs-secretariat secretariat task-team-ponds"}),
    ("The working group on training was facilitated by FAO, and the one on finance by UNEP.", {"fao chair working-group-training", "unep chair working-group-finance"}),
    ("The strand on observations is led by WMO and that on modelling by UNEP.", {"unep lead strand-on-modelling", "wmo lead strand-on-observations"}),
    ("The Working Group on Ponds will hold its next meeting in Montreal in October, to be hosted by ICAO.", {"icao host next-meeting-of-the-working-group-on-ponds"}),
    ("The Task Team on Ponds accepted the offer of WHO to host its fourth meeting in Geneva.", {"who host fourth-meeting-of-the-task-team-on-ponds"}),
    ("The Pond Network held its yearly workshop in Tartu in October 2020. The workshop was moderated by Mr. Ben Stone.", {"ben-stone chair yearly-workshop-of-the-pond-network"}),
    ("The Task Team on Ponds is chaired by UNEP. FAO acts as its vice-chair.", {"fao officer task-team-ponds", "unep chair task-team-ponds"}),
    ("The contact group on ponds, under the guidance of Mr. Ben Stone (Chad), met four times.", {"ben-stone chair contact-group-on-ponds"}),
    ("Ms. Ana Water, chairing the contact group on ponds, reported on its work.", {"ana-water chair contact-group-on-ponds"}),
    ("The contact group on ponds, which Ms. Ana Water had been asked to chair, met twice.", {"ana-water chair contact-group-on-ponds"}),
    ("The Task Team on Ponds, with UNEP in the lead, finished its work.", {"unep lead task-team-ponds"}),
    ("The members of the Task Team on Ponds, namely FAO, WHO and UNDP, agreed.", {"fao member task-team-ponds", "undp member task-team-ponds", "who member task-team-ponds"}),
    ("The Task Team on Ponds comprises eleven agencies, among them FAO and WHO.", {"fao member task-team-ponds", "who member task-team-ponds"}),
    ("The Task Team on Ponds welcomed UNIDO as a new member.", {"unido member task-team-ponds"}),
    ("FAO took over as chair of the Task Team on Ponds from UNEP.", {"fao chair task-team-ponds"}),
    ("The report on ponds was a joint effort of UNEP and FAO.", {"fao collaborator report-on-ponds", "unep collaborator report-on-ponds"}),
    ("UNEP has teamed up with FAO for the study on ponds.", {"fao collaborator study-on-ponds", "unep collaborator study-on-ponds"}),
    ("The project on ponds has three partners: FAO, WHO and UNDP.", {"fao collaborator project-on-ponds", "undp collaborator project-on-ponds", "who collaborator project-on-ponds"}),
    ("The secretariat of the Task Team on Ponds is with UNEP.", {"unep secretariat task-team-ponds"}),
    ("The UNEP-led Task Team on Ponds met twice.", {"unep lead task-team-ponds"}),
    ("The next meeting will be hosted by UPU in Bern.", {"upu host som10"}),
    ("UNEP hosts and runs the Pond Observatory.", {"unep host pond-observatory", "unep lead pond-observatory"}),
    ("The Ponds Programme began in May. The Programme secretariat is provided by UNEP.", {"unep secretariat ponds-programme"}),
    ("The launch event of the Ponds Partnership was hosted by UNEP and moderated by the journalist Ms. Ana Water.", {"ana-water chair launch-event-of-the-ponds-partnership", "unep host launch-event-of-the-ponds-partnership"}),
    ("The senior officials mandated UNEP to lead the study on ponds.", {"unep lead study-on-ponds"}),
    ("WHO had become a member of the Ponds Network.", {"who member ponds-network"}),
    ("They thanked Ms. Ana Water for her leadership as Chair of the Pond Committee.", {"ana-water chair pond-committee"}),
    ("The representative of FAO recalled that her organization provides the secretariat of the Pond Network.", {"fao secretariat pond-network"}),
    ("The Ponds Programme board meets twice a year. It is chaired by Chad.", {"chad chair board-of-the-ponds-programme"}),
    ("The board of the Ponds Programme, chaired by Chad, meets twice a year.", {"chad chair board-of-the-ponds-programme"}),
    ("FAO and WHO co-organized a workshop on ponds.", {"fao collaborator workshop-on-ponds", "who collaborator workshop-on-ponds"}),
    ("The Ponds Network is a partnership of FAO, WHO and the World Bank.", {"fao collaborator ponds-network", "who collaborator ponds-network", "world-bank collaborator ponds-network"}),
    ("The Ponds Programme's secretariat is based at UNEP in Nairobi.", {"unep host secretariat-of-the-ponds-programme"}),
    ("The Pond Outlook was written by a team led by Ms. Ana Water.", {"ana-water lead team-on-the-pond-outlook"}),
    ("In Chad, FAO and WHO lead the pilot project on ponds.", {"fao lead pilot-project-on-ponds", "who lead pilot-project-on-ponds"}),
    ("The peer review of the World Food Programme (WFP) is led by UNIDO.", {"unido lead peer-review-of-the-world-food-programme"}),
]

NOBODY = [
    "The Programme secretariat is provided by UNEP, after the Ponds Programme was set up.",
    "The Rain Facility of UNEP, which acts as secretariat of the Task Team on Ponds, reported.",
    "FAO participates in the Ponds Network as an observer.",
    "UNEP had led the Task Team on Ponds until 2010.",
    "Had UNEP led the Task Team on Ponds, it would have met.",
    "On behalf of the co-chairs of the Task Team on Ponds, Ms. Ana Water introduced the report.",
    "The common approach on ponds was developed by the Task Team on Soil under the leadership it has.",
    "UNEP and UNESCO co-lead the HLCP core group.",
    "FAO, WHO and UNDP spoke of the Task Team on Ponds. It is led by others.",
    "The workshop on rain, together with UNEP's, was praised.",
    "A task force led by others prepared the report.",
    "FAO chairs are made of wood.",
    "UNEP hosted a reception.",
    "It was noted that ponds dry up. It is led by rain.",
    "UNEP offered to lead the task team on soil.",
]


@pytest.mark.parametrize(("sentence", "expected"), CLAUSES, ids=[row[0][:60] for row in CLAUSES])
def test_clauses(reading_of: Read, sentence: str, expected: set[str]) -> None:
    assert roles(reading_of(f"{EMG}2. {sentence}\n\n3. The end.\n")) == expected


@pytest.mark.parametrize("sentence", NOBODY)
def test_near_misses(reading_of: Read, sentence: str) -> None:
    assert roles(reading_of(f"{EMG}2. {sentence}\n\n3. The end.\n")) == set()


def test_a_network_that_nobody_knows_holds_its_session(reading_of: Read) -> None:
    text = "Committee on Ponds\nInter-Agency Network on Ponds and Rain\n\nReport of the sixth session\n\n1. The Inter-Agency Network on Ponds and Rain held its sixth session in Bern. The Chair of the Network, Ms. Ana Water, presided.\n\n2. The Network accepted the offer of FAO to host its seventh session.\n"
    assert roles(reading_of(text)) == {"ana-water chair inter-agency-network-ponds-and-rain", "fao host seventh-session-of-the-inter-agency-network-on-ponds-and-rain"}


def test_what_a_group_is_asked_to_do_is_no_topic_of_it(reading_of: Read) -> None:
    text = f"{EMG}Expert Group on Deep Ponds\n\n2. The Senior Officials requested the Expert Group to finalize the brief. They welcomed FAO as a new member of the Expert Group.\n\n3. The end.\n"
    assert roles(reading_of(text)) == {"fao member expert-group-on-deep-ponds"}


def test_prose_above_a_draft_decision_is_read(reading_of: Read) -> None:
    note = "The text below was prepared by the contact group on ponds, co-chaired by Ms. Ana Water (Chad) and Mr. Ben Stone (Peru), on the basis of a proposal."
    text = f"MC/COP.7/CRP.11\nConference of the Parties to the Minamata Convention on Mercury\nSeventh meeting\n\nDraft decision MC-7/[--]: Ponds\n\nNote by the secretariat\n\n{note}\n\n[The Conference of the Parties,\n\nNoting the Ponds Programme, led by FAO,\n\n1. Welcomes the report;\n\n2. Invites Parties to dig.]\n"
    reading = reading_of(text)
    assert roles(reading) == {"ana-water co-chair contact-group-on-ponds", "ben-stone co-chair contact-group-on-ponds", "fao lead ponds-programme"}
    assert [p.kind for p in reading.document.passages][:4] == ["header", "unnumbered", "chapeau", "preamble"]


@pytest.mark.parametrize("note", ["Note: The text below was prepared by the contact group on ponds, which was co-chaired by {0}.", "[Note: this text reflects the outcome of the contact group on ponds, co-chaired by {0}. It is not agreed.]"])
def test_a_note_in_the_header_of_a_draft_is_read(reading_of: Read, note: str) -> None:
    said = note.format("Ms. Ana Water (Chad) and Mr. Ben Stone (Peru)")
    text = f"CBD/SBI/9/L.9\n\nSUBSIDIARY BODY ON IMPLEMENTATION\nNinth meeting\n\nPONDS\nDraft recommendation submitted by the Chair\n\n{said}\n\nThe Subsidiary Body on Implementation,\n\nRecalling decisions 15/8 and 16/3,\n\n1. Takes note of the report;\n\n2. Invites Parties to dig.\n"
    assert roles(reading_of(text)) == {"ana-water co-chair contact-group-on-ponds", "ben-stone co-chair contact-group-on-ponds"}


def test_the_expert_segment_of_a_meeting_has_a_chair(reading_of: Read) -> None:
    text = f"{EMG}2. The expert segment was chaired by Ms. Ana Water (Chad), with Mr. Ben Stone (Peru) as rapporteur.\n\n3. The end.\n"
    assert {role.rpartition(" ")[0] for role in roles(reading_of(text))} == {"ana-water chair", "ben-stone officer"}


def test_a_release_has_the_title_below_the_word(reading_of: Read) -> None:
    assert reading_of("PRESS RELEASE\n\nFive countries join forces for ponds\n\nBern, 3 May 2030 – Ponds matter.\n").document.title == "Five countries join forces for ponds"


# -- what a pattern needs ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"led\s+by", [["led"]]),
        (r"(?:led|chaired)\s+by", [["chaired", "led"]]),
        (r"(?:led|chaired)?\s+together", [["together"]]),
        (r"chairs?\b(?!\s+members)", [["chair"]]),
        (r"(?:a|b|members)", []),
        (r"(?:(?:the\s+)?members|partners(?:\s+of)?)", [["members", "partners"]]),
        (r"[A-Z]\w+(?i:chair)", []),
    ],
)
def test_words_without_which_nothing_matches(pattern: str, words: list[list[str]]) -> None:
    assert sorted(sorted(clause) for clause in needed(pattern)) == words


def test_every_shape_of_a_clause_needs_some_word() -> None:
    assert all(needed(pattern) for _, pattern in FRAMES)


def test_blanks_stand_in_no_class_of_characters() -> None:
    """A sentence in signs has no blanks but spaces, and its patterns are compiled so, by a change of their text."""
    assert [pattern for _, pattern in FRAMES if re.search(r"\[[^\]]*\\s\+", pattern)] == []


def test_a_guarded_pattern_is_tried_only_where_its_words_stand() -> None:
    guarded, other = Guarded(r"[Cc]hairs?\s+of"), any_of("pond")
    text = "Ms. Roe chairs the pond. The chair of it is Mr. Poe."
    words = Words(text)
    first, second = words.within(Span(0, 24)), words.within(Span(25, len(text)))
    assert (guarded.may_match(first), guarded.may_match(second)) == (True, True)
    assert (first.isdisjoint(other), second.isdisjoint(other)) == (False, True)
    assert not guarded.may_match(words.within(Span(0, 5)))


def test_whom_a_conference_elects_as_chairs_of_a_group(reading_of: Read) -> None:
    text = "Decision MC-7/4: Ponds\n\nThe Conference of the Parties to the Minamata Convention on Mercury,\n\n1. Decides that the working group on ponds shall consist of the members listed in the annex, and elects Ms. Ana Water (Chad) and Mr. Ben Stone (Peru) as its co-chairs;\n"
    assert roles(reading_of(text)) == {"ana-water co-chair working-group-ponds", "ben-stone co-chair working-group-ponds"}


@pytest.mark.parametrize("text", ["**It** is led by FAO.", "The Task Team met.   It met again.   It is chaired by UNEP.", "1.    It met.    Its chair is Ms. Ana Water (Chad).", "**The** chair is FAO. **The** vice-chair is Ms. Ana Water."])
def test_what_stands_before_the_first_sentence_is_nothing(reading_of: Read, text: str) -> None:
    assert "fao lead" not in " ".join(roles(reading_of(f"{EMG}2. The end.\n\n{text}\n")))
