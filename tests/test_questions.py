"""Questions of a researcher about the shipped report, each answered by a saved query alone.

The questions with the answers of a reader stand in `expected/questions.csv`; here stands how each is
asked of the graph: the query, which of its rows count, which columns are the answer. Where an answer
needs judgement, its facts are asked for. What the secretariat of a body does counts for the body; UNU and its
institute are kept apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.namespaces import BASE

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[dict[str, str]]
Where = dict[str, str]
GROUPS = ("accountability-and-monitoring-within-the-un-system-on-the-common-approach", "awareness-raising-and-knowledge-sharing-on-the-common-approach",
          "un-decade-on-ecosystem-restoration")  # fmt: skip
CO_CHAIRS = {f"{agency} working-group-{group}" for agency in ("undp", "unep", "unesco") for group in GROUPS}

ASKED: list[tuple[str, str, Where, str, set[str]]] = [
    ("q01", "workstream-leads", {"workstreamLabel": "Issue Management Group on Biodiversity", "basis": "stated"}, "agency", set()),
    ("q01", "roles", {"targetLabel": "Issue Management Group on Biodiversity", "agentLabel": "Development Programme"}, "role basis paragraph", {"reporting implied 5"}),
    ("q02", "roles", {"role": "co-chair"}, "agent target", CO_CHAIRS),
    ("q03", "roles", {"target": "working-group-un-decade", "role": "collaborator"}, "agent paragraph", {"fao 5"}),
    ("q04", "roles", {"target": "som28-technical-segment", "role": "chair"}, "agent basis", {"ligia-noronha stated"}),
    ("q05", "roles", {"role": "secretariat"}, "agent status", {"emg-secretariat suggested", "sun-facility suggested"}),
    ("q06", "roles", {"targetLabel": "Core Working Group on Plastic Pollution"}, "agent role paragraph", {"unicef reporting 8"}),
    ("q07", "roles", {"agent": "agency/unep", "role": "reporting"}, "paragraph", {"10", "11", "23"}),
    ("q07", "roles", {"agent": "agency/unep", "role": "co-chair"}, "paragraph", {"5"}),
    ("q08", "roles", {"agent": "agency/emg-secretariat", "role": "reporting"}, "paragraph", {"19", "20", "21", "26"}),
    ("q09", "roles", {"targetLabel": "Green Events"}, "agent role", {"unfccc-secretariat collaborator", "gord collaborator"}),
    ("q10", "roles", {"targetLabel": "barrier analysis"}, "agent role", {"unep collaborator", "chile-ministry-of-public-works collaborator"}),
    ("q11", "workstream-lifecycle", {"workstreamLabel": "Issue Management Group on Biodiversity", "event": "extend"}, "status", {"suggested"}),
    ("q12", "decisions", {"effect": "extend", "duration": "P1Y"}, "targetLabel", {"Issue Management Group on Biodiversity"}),
    ("q13", "workstream-lifecycle", {"event": "conclude"}, "workstreamLabel status",
     {"Consultative Process on Sustainable Infrastructure suggested", "Task Team on a UN System Contribution to the Stockholm+50 International Meeting suggested"}),
    ("q14", "workstream-lifecycle", {"event": "convert"}, "successorLabel",
     {"Working group on the sustainability of programmes", "Working group on environmental sustainability in the area of management"}),
    ("q15", "workstream-links", {"relation": "part-of", "other": "network-technical-focal-points"}, "workstream",
     {"working-group-sustainability-of-programmes", "working-group-environmental-sustainability-in-the-area-of-management"}),
    ("q16", "decisions", {"effect": "absorb"}, "targetLabel status", {"Working group on the Model Approach suggested"}),
    ("q17", "decisions", {"status": "adopted"}, "verbs paragraph", {"adopt 3"}),
    ("q19", "decisions", {"verbs": "task"}, "target status", {"network-technical-focal-points-of-the-sustainability-strategy suggested"}),
    ("q20", "decisions", {"section": "Issue Management Group on Environmental Sustainability Management", "item": "b."}, "item status",
     {"b.i suggested", "b.ii suggested", "b.iii suggested"}),
    ("q23", "mentions", {"paragraph": "7", "surface": "COP15"}, "label", {"CBD COP15"}),
    ("q25", "resolutions", {}, "body", {"United Nations Environment Assembly", "United Nations General Assembly"}),
    ("q21", "cops", {}, "label paragraphs", {"UNCCD COP15 2|14", "CBD COP15 6|7|14|26|27", "UNFCCC COP27 7|14|27"}),
    ("q22", "cops", {}, "label place", {"CBD COP15 Montreal", "UNFCCC COP27 ", "UNCCD COP15 "}),
    ("q24", "cops", {"label": "UNCCD COP15"}, "workstreams", {"Issue Management Group on Human Rights and the Environment"}),
    ("q26", "deliverables", {"workstreamLabel": "Core Working Group on Plastic Pollution", "status": "ready"}, "paragraph", {"8"}),
    ("q27", "deliverables", {"status": "draft"}, "deliverable", {"draft monitoring and reporting framework for the implementation of the Common Approach"}),
    ("q28", "deliverables", {"deliverable": "SWFS report", "paragraph": "19"}, "deliverable status",
     {"SWFS report 2017 completed", "SWFS report 2021 completed", "third SWFS report in-preparation"}),
    ("q29", "events", {"label": "Heads of Agenc", "start": "2022-12-15"}, "place", {"Montreal"}),
    ("q30", "events", {"event": "meeting/som28-technical-segment"}, "mode", {"online"}),
    ("q31", "proposals", {"paragraph": "22"}, "proposer", {"unep"}),
    ("q31", "events", {"label": "medium-term meeting"}, "start", {"2022-05-18"}),
    ("q32", "events", {"label": "natural infrastructure"}, "start", {"2022-06"}),
    ("q35", "participants", {"name": "Ligia Noronha"}, "printedAffiliation paragraph", {"EMG Annex I 64"}),
    ("q36", "participants", {"printedAffiliation": "CBD"}, "name paragraph", {"Neil Pratt Annex I 87"}),
    ("q37", "present-without-role", {"agency": "agency/unido"}, "participants", {"5"}),
    ("q39", "role-without-participant", {}, "agency", {"sun-facility", "unu-flores", "chile-ministry-of-public-works", "gord", "unsdg-secretariat"}),
    ("q40", "roles", {"agent": "agency/unesco"}, "quote", {"In line with this, the IMG has established three working groups co-chaired by UNDP, UNEP and UNESCO"}),
]  # fmt: skip
COUNTED = [
    ("q18", "decisions", {"status": "suggested"}, "decision", 30),
    ("q31", "proposals", {"paragraph": "22"}, "proposal", 3),
    ("q25", "resolutions", {}, "resolution", 3),
    ("q33", "participants", {}, "person", 121),
    ("q33", "participants", {}, "printedAffiliation", 49),
    ("q38", "present-without-role", {}, "agency", 40),
]


def tail(value: str) -> str:
    return value.rpartition("/")[2] if value.startswith(BASE) else value


def told(rows: Rows, where: Where, columns: str) -> set[str]:
    """Return the answer in the rows that hold some words in some columns."""
    chosen = [row for row in rows if all(words in row[column] for column, words in where.items())]
    return {" ".join(tail(row[column]) for column in columns.split()) for row in chosen}


@pytest.mark.parametrize(("question", "query", "where", "columns", "expected"), ASKED, ids=[f"{row[0]}-{row[1]}" for row in ASKED])
def test_a_question_is_answered(answers: Callable[[str], Rows], question: str, query: str, where: Where, columns: str, expected: set[str]) -> None:
    assert told(answers(query), where, columns) == expected, question


@pytest.mark.parametrize(("question", "query", "where", "column", "number"), COUNTED, ids=[f"{row[0]}-{row[3]}" for row in COUNTED])
def test_a_number_is_counted(answers: Callable[[str], Rows], question: str, query: str, where: Where, column: str, number: int) -> None:
    chosen = {row[column] for row in answers(query) if all(words in row[name] for name, words in where.items())}
    assert len(chosen) == number, question


def test_the_five_largest_affiliations(answers: Callable[[str], Rows]) -> None:
    sizes = sorted(((int(row["participants"]), tail(row["affiliation"])) for row in answers("affiliations")), reverse=True)[:5]
    assert sizes[:2] == [(26, "unep"), (11, "emg")]
    assert {(number, name) for number, name in sizes[2:]} == {(5, "undp"), (5, "unesco"), (5, "unido")}


def test_every_question_asked_here_is_one_of_the_reader(expected: Callable[[str], Rows]) -> None:
    known = {row["id"] for row in expected("questions")}
    assert {row[0] for row in [*ASKED, *COUNTED]} <= known
