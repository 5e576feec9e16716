"""Who leads groups that are told by their topics alone; and lists of topics that are near and say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Role
from kg.namespaces import BASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.pipeline import Reading

    Read = Callable[..., Reading]

TOP = "Ponds of the world: a report on water and land\n\nIntroduction\n\n"


def roles(reading: Reading) -> set[str]:
    """Return who has which role in what, by the ends of the IRIs."""

    def end(iri: str) -> str:
        return iri.removeprefix(BASE).rpartition("/")[2]

    return {f"{end(r.agent)} {r.role} {end(r.target)}" for r in reading.statements.items if isinstance(r, Role)}


TOPICS: list[tuple[str, set[str]]] = [
    # after a colon: led by, responsible, in brackets, one on, a dash
    ("The Network has two working groups: ponds and frogs, led by FAO; and rain, for which WHO is responsible.", {"fao lead working-group-ponds-and-frogs", "who lead working-group-rain"}),
    ("It has three task forces: ponds (led by FAO), rain (chaired by WMO) and soil (co-led by WHO and UNDP).",
     {"fao lead task-force-ponds", "wmo chair task-force-rain", "who lead task-force-soil", "undp lead task-force-soil"}),
    ("It works through two working groups: one on ponds, led by FAO; and one on rain, co-chaired by WHO and UNDP.",
     {"fao lead working-group-ponds", "who co-chair working-group-rain", "undp co-chair working-group-rain"}),
    ("It has two task teams: ponds – chaired by FAO; rain – chaired by WMO.", {"fao chair task-team-ponds", "wmo chair task-team-rain"}),
    ("It has two sub-groups: ponds, with FAO as lead; and rain, under the leadership of WMO.", {"fao lead sub-group-on-ponds", "wmo lead sub-group-on-rain"}),
    # without a colon
    ("It set up three working groups, on ponds (lead: FAO), rain (lead: WMO) and soil (leads: UNEP and UNDP).",
     {"fao lead working-group-ponds", "wmo lead working-group-rain", "unep lead working-group-soil", "undp lead working-group-soil"}),
    # a topic a line
    ("The Network has two working groups:\n\n(a) Ponds (lead: FAO);\n\n(b) Rain (lead: WMO).", {"fao lead working-group-ponds", "wmo lead working-group-rain"}),
    ("The Network has two working groups:\n– Ponds, led by FAO\n– Rain, led by WMO", {"fao lead working-group-ponds", "wmo lead working-group-rain"}),
    # the sentence before says that they lead who stand beside the topics
    ("The following working groups, with their lead agencies, were set up: ponds – FAO; rain – WMO.", {"fao lead working-group-ponds", "wmo lead working-group-rain"}),
    # each of those in a row
    ("Task forces on ponds, rain and soil are chaired by FAO, WMO and UNEP, respectively.", {"fao chair task-force-ponds", "wmo chair task-force-rain", "unep chair task-force-soil"}),
    ("FAO leads the working group on ponds, WMO that on rain and UNEP the one on soil.", {"fao lead working-group-ponds", "wmo lead working-group-rain", "unep lead working-group-soil"}),
    # said of nobody
    ("Three working groups have met: ponds (FAO), rain (WMO).", set()),
    ("The working groups discussed the following: ponds, led by FAO; rain, led by WMO.", set()),
    ("The Network should have two working groups: ponds, led by FAO; and rain, led by WMO.", set()),
    ("Two working groups were proposed: ponds, led by FAO; and rain, led by WMO.", set()),
    ("It has two working groups: ponds, which might be led by FAO; and rain, which could be led by WMO.", set()),
    ("Task forces on ponds, rain and soil are chaired by FAO and WMO, respectively.", set()),
    ("The Board established two working groups, the first chaired by Ms. Ana Water and Mr. Ben Stone and the second by Ms. Cy Hill, and a task force.",
     {"ana-water co-chair first-working-group-example", "ben-stone co-chair first-working-group-example", "cy-hill chair second-working-group-example"}),
    ("The Board might establish two working groups, the first chaired by Ms. Ana Water and the second by Ms. Cy Hill.", set()),
    # beside each what leads it
    ("The issues have included the care of ponds and frogs (with FAO as the lead agency), rain (with WMO and WHO as lead agencies) and mud.",
     {"fao lead care-of-ponds-and-frogs", "wmo lead rain", "who lead rain"}),
    ("The issues have included mud, rain and frogs (with FAO as the lead agency).", set()),
    ("The issues could have included frogs (with FAO as the lead agency).", set()),
    ("It has two working groups: ponds (Chad), rain (Fiji).", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOPICS, ids=[row[0][:70] for row in TOPICS])
def test_groups_told_by_their_topics(reading_of: Read, text: str, expected: set[str]) -> None:
    assert roles(reading_of(f"{TOP}{text}\n\nThe end.\n")) == expected
