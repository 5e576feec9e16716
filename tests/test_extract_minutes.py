"""Minutes with marks of their own: outlines, names in a row or with a line each, votes; and what only looks like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Decision, Participation, Role
from kg.namespaces import BASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.pipeline import Reading

    Read = Callable[..., Reading]


def end(iri: str) -> str:
    return iri.removeprefix(BASE).rpartition("/")[2]


def roles(reading: Reading) -> set[str]:
    """Return who has which role, and who came, by the ends of the IRIs."""
    items = reading.statements.items
    came = {f"{end(p.person)} participant" for p in items if isinstance(p, Participation)}
    return came | {f"{end(r.agent)} {r.role}" for r in items if isinstance(r, Role)}


def decided(reading: Reading) -> list[tuple[str, str]]:
    return [(" ".join(d.verbs), " ".join(map(end, d.bodies))) for d in reading.statements.items if isinstance(d, Decision)]


def said(words: str) -> set[str]:
    return {part.strip() for part in words.split(";") if part.strip()}


# -- outlines ------------------------------------------------------------------------------------

OUTLINE = "---\ntitle: Pond Board Meeting 2031 June\n---\n\n1.\t**Welcome**\n    1. {0}\n\n2.\t**Approval of agenda**\n    1. {1}\n\n3.\t**Any other business**\n    - It rained.\n"


def test_what_stands_in_an_outline_is_decided_line_by_line(reading_of: Read) -> None:
    items = "Budget\n        - The Board agreed to dig. FAO spoke.\n            - RES-1 The Board approved the plan. RES-1\n        - It was noted that ponds are deep.\n    2. These are new:\n        - The Board approved ponds."
    reading = reading_of(OUTLINE.format("FAO spoke.", items))
    assert [s.title for s in reading.document.sections] == ["Welcome", "Approval of agenda", "Any other business"]
    assert decided(reading) == [("agree", "pond-board"), ("approve", "pond-board"), ("approve", "pond-board")]


VOTES: list[tuple[str, list[str]]] = [
    ("The Board voted to approve the plan.", ["vote approve"]),
    ("The Board voted unanimously (5 votes) on keeping the fees.", ["vote"]),
    ("The Board voted and unanimously approved the budget.", ["vote approve"]),
    ("It has been agreed that ponds will be dug.", ["agree"]),
    ("The Board **approved** the plan and noted the rain.", ["approve note"]),
    ("Observers were admitted by consensus.", ["admit"]),
    ("The Board voted in May.", []),
    ("The members who voted were wet.", []),
    ("The Board unanimously did not approve the plan.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "verbs"), VOTES, ids=[row[0][:50] for row in VOTES])
def test_votes(reading_of: Read, sentence: str, verbs: list[str]) -> None:
    assert [verb for verb, _ in decided(reading_of(OUTLINE.format("FAO spoke.", sentence)))] == verbs


# -- names without an address --------------------------------------------------------------------

JOINED: list[tuple[str, str]] = [
    ("Ana Water (AW) (Chair), Ben De Stone ( BS), Cy O’Hill (CH) and Eva Reed joined the meeting remotely.",
     "ana-water participant; ana-water chair; ben-de-stone participant; cy-ohill participant; eva-reed participant"),
    ("Pond Office, River Agency and Rain Council joined the meeting.", "river-agency participant; rain-council participant"),
    ("Ana Water, Ben Stone and Cy Hill joined the board.", ""),
    ("Ana Water and Ben joined the meeting.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), JOINED, ids=[row[0][:50] for row in JOINED])
def test_who_joined(reading_of: Read, sentence: str, expected: str) -> None:
    assert roles(reading_of(OUTLINE.format(sentence, "It rained."))) == said(expected)


NOTES = "3 May 2031\n\n### Attendees\n{0}\n\n# Agenda\n* Ponds\n\n# Meeting Notes\n## Ponds\nIt rained on all ponds.\n"
ATTENDEES: list[tuple[str, str]] = [
    ("Ana Water, Ben van Stone, Cy Hill, Eva Reed", "ana-water participant; ben-van-stone participant; cy-hill participant; eva-reed participant"),
    ("- Ana Water (PO), Pond Office [PO] - RC Chair\n- Ben Stone (FAO), Food Office\n- Cy Hill, Rain Unit\n- Eva Reed", "ana-water participant; ben-stone participant; cy-hill participant; eva-reed participant"),
    ("Pond Office, River Agency, Rain Council, Frog Union", ""),
    ("- Ponds and rain\n- Deep Rivers\n- Wet Meadows", ""),
    ("Ana Water came, Ben Stone, Cy Hill", ""),
]  # fmt: skip


@pytest.mark.parametrize(("block", "expected"), ATTENDEES, ids=[row[0][:40] for row in ATTENDEES])
def test_names_below_the_heading_of_those_who_came(reading_of: Read, block: str, expected: str) -> None:
    assert roles(reading_of(NOTES.format(block))) == said(expected)


MEMBERS: list[tuple[str, str]] = [
    ("The current Board members are:\n        - Ana Water (AW), Pond Office (PO) - Head: Chairperson\n        - Ben Stone (BS), Food Office - Vice-Chair\n        - Cy Hill, Rain Unit",
     "ana-water member; ana-water chair; ben-stone member; ben-stone officer; cy-hill member"),
    ("The Rain Board members are:\n        - Ana Water, Pond Office - Chair\n        - Ben Stone, Food Office\n        - Cy Hill, Rain Unit", ""),
    ("The current Board members are:\n        - Ana Water, Pond Office - Chair\n        - who else is wet\n        - Cy Hill, Rain Unit", ""),
    ("The ponds of the Board members are:\n        - Ana Water, Pond Office\n        - Ben Stone, Food Office\n        - Cy Hill, Rain Unit", ""),
]  # fmt: skip


@pytest.mark.parametrize(("block", "expected"), MEMBERS, ids=[row[0][:60] for row in MEMBERS])
def test_members_with_a_line_each(reading_of: Read, block: str, expected: str) -> None:
    assert roles(reading_of(OUTLINE.format(block, "It rained."))) == said(expected)


def test_all_attendees_were_content(reading_of: Read) -> None:
    text = OUTLINE.format("All attendees were content with the following:\n        - FAO is told by WHO Director Ms. Ana Water.", "It rained.")
    assert not {role for role in roles(reading_of(text)) if role.endswith("participant")}


# -- who speaks, in bulletins and notes ----------------------------------------------------------

BULLETIN = "---\ntitle: HIGHLIGHTS FROM THE POND TALKS, MONDAY\n---\n\n# PONDS\n\n{0}\n"
SPOKE: list[tuple[str, str]] = [
    # after the office of a body a surname will do
    ("SBSTA Chair Stone opened the session. The IPCC Chair said little. SBI Chair Notes were read.", "stone chair sbsta"),
    ("The SBI elected Ms. Ana Water (Chad) as its Chair. SBI Chair Water noted the rain.", "ana-water chair sbi"),
    # where somebody works does not speak
    ("Ana Water, International Energy Agency (IEA), described the Pond Watch programme.", "ana-water reporting pond-watch-programme"),
    ("Ben Stone, Head, Pond Unit, Department of Rain, made a presentation on the Pond Watch programme.", "ben-stone reporting pond-watch-programme"),
    ("Cy Hill, a friend, described the Pond Watch programme.", ""),
    # of the group, and not of the body before it
    ("Ms. Eva Reed, Co-Chair of the Intergovernmental Panel on Climate Change (IPCC) Working Group II, spoke.", ""),
    # leads in brackets, members who are new
    ("FAO welcomed the Rain Task Team with its current leadership (Mr. Dan Moss) and the snow.", "dan-moss lead rain-task-team"),
    ("Ida Wood and Lea Mud are new members of the Rain Task Team representing Chad.", "ida-wood member rain-task-team; lea-mud member rain-task-team"),
    ("Wide Ponds and Red Ponds are new members of the Rain Task Team.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("sentences", "expected"), SPOKE, ids=[row[0][:50] for row in SPOKE])
def test_who_speaks_and_leads(reading_of: Read, sentences: str, expected: str) -> None:
    items = reading_of(BULLETIN.format(sentences)).statements.items
    found = {f"{end(r.agent)} {r.role} {end(r.target)}" for r in items if isinstance(r, Role) and r.role not in {"participant", "officer"}}
    assert found == said(expected)


def test_where_somebody_works_does_not_come(reading_of: Read) -> None:
    text = "Minutes of the ninth meeting of UN-Oceans\n\n1. The meeting was held in Bern.\n\n2. Ms. Ana Water, Head, Pond Unit, FAO, made a presentation.\n\n3. The end.\n"
    items = reading_of(text).statements.items
    assert {end(r.agent) for r in items if isinstance(r, Role) and r.role == "participant"} == set()
    assert [(end(p.person), end(p.organization or "")) for p in items if isinstance(p, Participation)] == [("ana-water", "fao")]


def test_an_excerpt_whose_body_is_named_once(reading_of: Read) -> None:
    text = "Links\n\nOrganization of the work of the session\n\n13. The Executive Board of the Clean Development Mechanism considered and approved the timetable.\n\n14. In accordance with its rules, the Board, at the opening meeting, decided to dig.\n\n15. The Board also agreed to stop.\n"
    reading = reading_of(text)
    assert reading.document.family == "meeting-report"
    assert decided(reading) == [("approve", "cdm-executive-board"), ("decide", "cdm-executive-board"), ("agree", "cdm-executive-board")]
    assert reading_of(text.replace("Organization of the work of the session", "Ponds of the world")).document.family == "plain"


def test_news_decide_nothing(reading_of: Read) -> None:
    text = BULLETIN.format("The Pond Board adopted its agenda.\n\n# Agreed actions\n\n- The Pond Board agreed to dig.\n\nThe Conference of the Parties,\n\n1. Decides to dig;\n\n2. Requests help;")
    assert reading_of(text).document.family == "news"
    assert decided(reading_of(text)) == []


# -- notes with a title and who came -------------------------------------------------------------

TELECONFERENCE = "= Pond Team 3rd May 2031 Teleconference\n\n3 May 2031 12:00 UTC\n\n== 1. Participants\n\n{0}\n\n== 2. Ponds\n\n{1}\n"
LISTED: list[tuple[str, str]] = [
    ("*Chair:* Ana Water\n\n*Participants:* Ben Stone, Cy de Hill, Eva, Li Reed\n\n*Secretariat:* Dan Moss\n\n*Apologies:* Ida Wood",
     "ana-water chair; ana-water participant; ben-stone participant; cy-de-hill participant; li-reed participant; dan-moss participant"),
    ("=== Team Members\n\n* Ana Water (Co-chair)\n* Ben Stone (FAO)\n\n=== Secretariat\n\n* Cy Hill\n\n=== Apologies\n\n* Ida Wood", "ana-water co-chair; ana-water participant; ben-stone participant; cy-hill participant"),
    ("Ana Water\nBen Stone\n\nObservers: Wild Rivers, Free Ponds", "ana-water participant; ben-stone participant"),
    ("* Ana WATER (FAO)\n* Ben STONE\n\nNext Pond", "ana-water participant; ben-stone participant"),
    ("*Participants:* Ji-sun Park, Ben Stone", "ji-sun-park participant; ben-stone participant"),
    ("Wet ponds, their rivers\nAna Water", ""),
    ("* New Zealand\n* Fiji", "new-zealand participant; fiji participant"),
    ("Ana Water came, Ben Stone, Cy Hill", ""),
]  # fmt: skip


@pytest.mark.parametrize(("block", "expected"), LISTED, ids=[row[0][:40] for row in LISTED])
def test_who_came_by_the_notes(reading_of: Read, block: str, expected: str) -> None:
    reading = reading_of(TELECONFERENCE.format(block, "It rained."))
    assert roles(reading) == said(expected)
    assert {end(r.target) for r in reading.statements.items if isinstance(r, Role) and r.role == "chair"} <= {"pond-team-3rd-may-2031-teleconference-example"}


AGREED: list[tuple[str, list[str]]] = [
    ("The team agreed to dig. The project team agreed to wait.", ["agree"]),
    ("It rained.\n\n== 3. Key Decisions\n\n* Ponds to be blue\n* Minutes of April approved and filed\n** The first of them\n* None", ["agree", "approve"]),
    ("It rained.\n\n== 4. Action Items\n\n=== Ana Water\n\n* Dig a pond\n* Fill it\n\n=== Ben Stone\n\n* Share the list\n\n== 5. Rain\n\n* It was wet", ["agree", "agree", "agree"]),
    ("*Decision:* Keep the old pond.\n\n*Decision:* Pending\n\n*Action*: Ana to fill it.", ["agree", "agree"]),
    ("* Ana spoke of ponds and of rain\n* The team decided to dig\n* Ben spoke of snow", ["decide"]),
    ("The meeting notes of April were read. The meeting notes were approved and filed.", ["approve"]),
    ("* Decisions of others were read\n* Rivers", []),
    ("== Actions of the last year\n\n* Ponds were dug", []),
]  # fmt: skip


@pytest.mark.parametrize(("block", "verbs"), AGREED, ids=[row[0][:40] for row in AGREED])
def test_what_was_agreed_by_the_notes(reading_of: Read, block: str, verbs: list[str]) -> None:
    found = decided(reading_of(TELECONFERENCE.format("*Chair:* Ana Water\n\n*Participants:* Ben Stone", block)))
    assert found == [(verb, "pond-team") for verb in verbs]


def test_a_list_of_decisions_that_is_no_record(reading_of: Read) -> None:
    assert decided(reading_of("= Ponds of the world\n\n== Rain\n\nIt is wet.\n\n== Key decisions\n\n* Ponds to be blue\n* Dig them\n")) == []


GROUPS = [("Pond Team", "pond-team"), ("Sub-group 2", "sub-group-2-example"), ("Rain Board", "rain-board"), ("Steering Committee", "steering-committee-example")]


@pytest.mark.parametrize(("name", "iri"), GROUPS, ids=[name for name, _ in GROUPS])
def test_a_group_with_a_name_that_many_have_is_of_its_document(reading_of: Read, name: str, iri: str) -> None:
    text = f"{name} meeting, 3 May 2031\n\nPresent: Ana Water, Ben Stone\n\nThe {name.split(maxsplit=1)[0]} rained.\n\nDecisions:\n\n- Ponds to be dug\n"
    assert decided(reading_of(text)) == [("agree", iri)]
