"""What a second clause, a short form or a name of a new kind tells of roles, and what is near and says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.pipeline import Reading

    Read = Callable[..., Reading]

EMG = """Report of the ninth meeting of the Senior Officials of the Environment Management Group

1. The ninth meeting was held in Bern.

"""
SBI = """Report of the Subsidiary Body for Implementation on its ninetieth session, held in Bern

FCCC/SBI/2039/13

I. Opening of the session

1. The ninetieth session of the Subsidiary Body for Implementation (SBI) was held in Bern.

II. Movement of ponds

"""


def roles(reading: Reading, *, took_part: bool = False) -> set[str]:
    """Return who has which role in what, by the ends of the IRIs."""
    found = (role for role in reading.statements.items if isinstance(role, Role) and (role.role == "participant") == took_part)
    return {f"{role.agent.rpartition('/')[2]} {role.role} {role.target.rpartition('/')[2]}" for role in found}


SAID: list[tuple[str, set[str]]] = [
    ("The Task Team on Ponds was chaired by Ms. Ana Water, and Mr. Ben Stone acted as its drafter.", {"ana-water chair task-team-ponds"}),
    ("The working group on frogs was chaired by Ms. Ana Water, and Mr. Ben Stone served as its rapporteur.", {"ana-water chair working-group-frogs", "ben-stone officer working-group-frogs"}),
    ("FAO briefed the group on the Clear Ponds Initiative, a three-year programme that FAO and WHO lead jointly.", {"fao reporting clear-ponds-initiative", "fao lead clear-ponds-initiative", "who lead clear-ponds-initiative"}),
    ("WHO leads the Frog Health Network along with UNEP.", {"who lead frog-health-network"}),
    ("The Pond Atlas is hosted by FAO, and its advisory board is chaired by UNEP.", {"fao host pond-atlas", "unep chair advisory-board-of-the-pond-atlas"}),
    ("The Pond Observatory, which FAO leads and which is hosted by Chad, has grown.", {"chad host pond-observatory", "fao lead pond-observatory"}),
    ("WMO and UNEP are working together on guidance for farmers on rain harvesting.", {"unep collaborator guidance-for-farmers-on-rain-harvesting", "wmo collaborator guidance-for-farmers-on-rain-harvesting"}),
    ("WHO is the lead agency for the indicator on clean ponds.", {"who lead indicator-on-clean-ponds"}),
    ("FAO and WHO are collaborating on a joint reporting form for pond owners.", {"fao collaborator joint-reporting-form-for-pond-owners", "who collaborator joint-reporting-form-for-pond-owners"}),
    ("FAO and WHO collaborate on the Frog Care Protocol, a set of rules.", {"fao collaborator frog-care-protocol", "who collaborator frog-care-protocol"}),
    ("The Rain Calculator Tool, led by WMO with FAO and UNDP as partners, is online.", {"fao collaborator rain-calculator-tool", "undp collaborator rain-calculator-tool", "wmo lead rain-calculator-tool"}),
    ("The Inventory of Ponds beyond Cities, led by FAO, is ready.", {"fao lead inventory-of-ponds-beyond-cities"}),
    ("The Rain Programme is led by WMO, and WHO, FAO and UNDP are members of its board.", {"fao member board-of-the-rain-programme", "undp member board-of-the-rain-programme", "who member board-of-the-rain-programme", "wmo lead rain-programme"}),
    ("The steering committee of the Rain Programme is chaired by WMO and WHO is a member of it.", {"who member steering-committee-of-the-rain-programme", "wmo chair steering-committee-of-the-rain-programme"}),
    ("UNEP hosts the regional sampling portal.", {"unep host regional-sampling-portal"}),
    ("UNEP spoke of the Rain Dialogue. An organizing team composed of FAO and WHO is preparing the programme.", {"fao member organizing-team-for-the-rain-dialogue", "who member organizing-team-for-the-rain-dialogue"}),
    ("The Frog Programme is led by UNEP. The programme's laboratory in Doba, hosted by FAO, opened in May.", {"fao host laboratory-of-the-frog-programme", "unep lead frog-programme"}),
    ("The Task Team on Ponds met in Doba. It elected Chad as Chair and Fiji as Vice-Chair of the Task Team for a period of two years.", {"chad chair task-team-ponds", "fiji officer task-team-ponds"}),
    ("The Task Team on Ponds met in Doba. FAO is the lead agency of the Task Team for the biennium 2031–2032.", {"fao lead task-team-ponds"}),
    ("The Pond Treaty Group of Experts on Frogs met. Chad provides the secretariat of the Group of Experts.", {"chad secretariat group-of-experts-on-frogs"}),
    ("Mr. Ben Stone opened the meeting, which was hosted by FAO.", {"fao host som9"}),
    # near, and less or nothing
    ("The Task Team on Ponds is chaired by FAO and WHO.", {"fao co-chair task-team-ponds", "who co-chair task-team-ponds"}),
    ("The Task Team on Ponds was co-chaired by Ms. Ana Water, and Mr. Ben Stone.", {"ana-water co-chair task-team-ponds", "ben-stone co-chair task-team-ponds"}),
    ("The Pond Atlas is hosted by FAO, and UNEP hopes that its advisory board could be chaired by WHO.", {"fao host pond-atlas"}),
    ("The Pond Network together with FAO leads the Frog Campaign.", {"fao lead frog-campaign"}),
    ("An organizing team composed of FAO and WHO is at work.", set()),
    ("FAO briefed the group on rain led by clouds.", set()),
    ("A modelling tool may be developed by FAO and WHO in cooperation with UNEP.", set()),
    ("Mr. Ben Stone opened the exhibition, which was hosted by FAO.", set()),
    ("FAO and WHO are no longer collaborating on a joint reporting form for pond owners.", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), SAID, ids=[row[0][:60] for row in SAID])
def test_who_has_a_role(reading_of: Read, sentence: str, expected: set[str]) -> None:
    assert roles(reading_of(f"{EMG}2. {sentence}\n\n3. The end.\n")) == expected


ITEMS: list[tuple[str, set[str]]] = [
    ("2. It elected its officers at the close of the session. Ms. Ana Water served as rapporteur of the session.", {"ana-water officer sbi90"}),
    ("2. It had before it the report of an expert group. The expert group, which was co-chaired by Ms. Ana Water and Mr. Ben Stone, had met twice.", {"ana-water co-chair expert-group-on-movement-of-ponds", "ben-stone co-chair expert-group-on-movement-of-ponds"}),
    ("2. A modelling tool was being developed by FAO and WHO in cooperation with UNEP.", {"fao collaborator modelling-tool-for-movement-of-ponds", "unep collaborator modelling-tool-for-movement-of-ponds", "who collaborator modelling-tool-for-movement-of-ponds"}),
    ("2. The expert group had met twice.", set()),
]


@pytest.mark.parametrize(("text", "expected"), ITEMS, ids=[row[0][:60] for row in ITEMS])
def test_what_a_heading_names(reading_of: Read, text: str, expected: set[str]) -> None:
    assert roles(reading_of(f"{SBI}{text}\n\n3. The end.\n")) == expected


def test_a_session_of_the_meeting_is_of_no_group(reading_of: Read) -> None:
    text = "2. The Subsidiary Body took up the item at the 2nd session of the meeting.\n\n3. Statements were made by representatives of Chad and FAO."
    assert roles(reading_of(f"{SBI}{text}\n\n4. The end.\n"), took_part=True) == {"chad participant sbi90", "fao participant sbi90"}
