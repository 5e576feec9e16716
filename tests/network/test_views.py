"""The views beside the picture: matrix, timeline, reading, table; each leads to the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kg.network import Background, Network, background, layout, next_picture, to_graphml
from kg.network.values import Passage
from tests.network.conftest import BASE, CO_CHAIRED, PRESENTED, REPORT, Example

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Open = Callable[..., Page]
    Details = Callable[[Page], str]

pytestmark = pytest.mark.browser


def texts(page: Page, selector: str) -> list[str]:
    """Return the texts of elements in one line each."""
    return [" ".join(text.split()) for text in page.locator(selector).all_inner_texts()]


# ── matrix ───────────────────────────────────────────────────────────────────────────────────────


def test_the_matrix_tells_roles_and_basis_and_keeps_what_is_empty(open_page: Open, details: Details) -> None:
    page = open_page(fragment="#view=matrix")
    columns = texts(page, "#matrix thead th")[2:]
    assert columns == [
        "Working group on the UN Decade on Ecosystem Restoration",
        "Issue Management Group on Biodiversity no lead stated",
        "Sustainability strategy task team nobody named",
    ]
    rows = {row.split()[0]: row for row in texts(page, "#matrix tbody tr")}
    assert rows["UNDP"] == "UNDP 3 – CCr r"
    assert rows["WIPO"].startswith("WIPO attended, no role in a workstream 0 2")
    assert rows["Roles"] == "Roles in it 5 4 1 0"
    assert page.locator("#matrix .cell.implied[data-edge]").count() == 2
    assert page.locator("#matrix .cell.stated[data-edge]").count() == 3
    looks = page.evaluate(
        "['stated', 'implied'].map((basis) => { const s = getComputedStyle(document.querySelector(`#matrix .cell.${basis}[data-edge]`)); return [s.borderTopStyle, s.backgroundColor === 'rgba(0, 0, 0, 0)'] })"
    )
    assert looks == [["solid", False], ["dashed", True]]
    page.get_by_role("button", name="r: UNDP, reporting, implied, in Issue Management Group on Biodiversity").click()
    assert PRESENTED in details(page)
    assert page.locator("#matrix .cell[aria-current=true]").count() == 1


def test_the_matrix_sorts_and_folds(open_page: Open) -> None:
    page = open_page(fragment="#view=matrix")
    assert [row.split()[0] for row in texts(page, "#matrix tbody tr")][:3] == ["UNDP", "UNEP", "UNESCO"]
    page.get_by_label("Rows by").select_option("people")
    assert [row.split()[0] for row in texts(page, "#matrix tbody tr")][:2] == ["UNEP", "WIPO"]
    page.get_by_label("Columns by").select_option("name")
    assert texts(page, "#matrix thead th")[2].startswith("Issue Management Group")
    page.get_by_label("only rows with a role").check()
    assert len(texts(page, "#matrix tbody tr")) == 3 + 1
    page.click(".chip[data-value=implied]")
    assert page.locator("#matrix .cell.implied[data-edge]").count() == 0


def test_a_lead_who_is_a_person_is_told_without_a_name(open_page: Open, example: Example, details: Details) -> None:
    chair = {"agent": BASE + "person/chair", "role": "chair", "target": BASE + "workstream/task-team", "basis": "stated", "document": REPORT, "paragraph": "6"}
    led = {"workstream": BASE + "workstream/task-team", "agency": BASE + "person/chair", "role": "chair", "basis": "stated"}
    rows = {**example.rows, "roles": [*example.rows["roles"], chair], "workstream-leads": [*example.rows["workstream-leads"], led]}
    page = open_page(Example(rows).network, example.background, fragment="#workstream/task-team&view=matrix")
    assert "Sustainability strategy task team led by a person" in texts(page, "#matrix thead th")
    assert "Lead stated: a person." in details(page)


# ── timeline ─────────────────────────────────────────────────────────────────────────────────────


def test_the_timeline_tells_what_happened_from_what_is_suggested(open_page: Open, details: Details) -> None:
    page = open_page(fragment="#view=timeline")
    assert texts(page, "#timeline thead th") == ["Workstream", "Before told without a date", "2022-10-13 A Meeting"]
    lane = page.locator("#timeline tr", has_text="Issue Management Group on Biodiversity")
    assert texts(page, "#timeline tr[data-lane] .what") == ["Endorsed", "To be extended for one more year", "To be converted"]
    assert lane.locator("td").nth(0).locator(".past").count() == 1
    assert lane.locator("td").nth(1).locator(".suggested").count() == 1
    lane.get_by_role("button", name="To be extended for one more year").click()
    assert "suggested, not decided" in details(page)
    assert page.locator("#details mark").inner_text() == "Agree to extend the Issue Management Group on Biodiversity for one more year."


def test_predecessor_and_successor_are_linked(open_page: Open, details: Details) -> None:
    page = open_page(fragment="#view=timeline")
    lanes = page.locator("#timeline tr[data-lane]")
    names = [lanes.nth(n).locator("th").inner_text().strip() for n in range(lanes.count())]
    assert names.index("Working group on the UN Decade on Ecosystem Restoration") == names.index("Sustainability strategy task team") + 1
    page.locator("#timeline tr", has_text="To be converted").locator(".next button").click()
    assert "Working group on the UN Decade" in details(page)
    page.locator("#timeline .coming button").click()
    assert "Sustainability strategy task team" in details(page)


def test_filters_reach_the_timeline(open_page: Open) -> None:
    page = open_page(fragment="#view=timeline")
    page.click(".chip[data-facet=status][data-value=suggested]")
    assert texts(page, "#timeline tr[data-lane] .what") == ["Endorsed"]
    assert "2 workstreams without an event" in page.locator("#timeline summary").inner_text()


# ── reading ──────────────────────────────────────────────────────────────────────────────────────


def test_a_statement_leads_into_the_document_and_back(open_page: Open, details: Details) -> None:
    page = open_page(fragment="#agency/undp~reporting~workstream/img-biodiversity~5")
    assert page.locator("#details mark").inner_text() == PRESENTED
    assert page.locator("#details .who").all_inner_texts() == ["UNDP"]
    page.get_by_role("button", name="Read it in the document").click()
    here = page.locator("#read .passage.here")
    here.wait_for()
    assert PRESENTED in here.inner_text()
    assert here.locator("mark.implied").inner_text() == PRESENTED
    assert CO_CHAIRED in page.locator("#read .passage.here mark:not(.implied)").all_inner_texts()
    assert page.evaluate("document.activeElement.classList.contains('passage')")
    here.locator("a.name", has_text="UNESCO").click()
    assert "Cultural Organization" in details(page)
    page.click(".views [data-view=picture]")
    assert page.evaluate("drawing.network.getViewPosition().x") == pytest.approx(page.evaluate("nodes.find((node) => node.acronym === 'UNESCO').x"), abs=1)
    page.go_back()
    assert page.locator("#read .passage.here").is_visible()


def test_beside_a_passage_stands_what_it_states(open_page: Open, details: Details) -> None:
    page = open_page(fragment="#view=read")
    notes = page.locator("#read .passage", has_text=PRESENTED).locator(".note")
    assert "UNDP co-chairs the Working group on the UN Decade on Ecosystem Restoration, together with others." in notes.all_inner_texts()
    notes.filter(has_text="UNEP co-chairs").click()
    assert page.locator("#details h2").inner_text() == "Co-chair"
    page.locator("#read .note", has_text="to be extended for one more year").click()
    assert "To be extended for one more year" in details(page)


def test_one_goes_to_a_section_and_to_another_document(open_two: Open) -> None:
    page = open_two(fragment="#view=read")
    page.locator("#read [data-section]").select_option("Issue Management Group on Biodiversity")
    assert page.locator("#read .here h3").inner_text() == "Issue Management Group on Biodiversity"
    page.locator("#read [data-document]").select_option("earlier")
    assert "UNEP hosts the Sustainability strategy task team." in str(page.locator("#read article").text_content())
    assert page.evaluate("document.activeElement.dataset.document !== undefined")


def test_the_address_carries_the_passage(open_page: Open) -> None:
    page = open_page(fragment="#agency/undp~reporting~workstream/img-biodiversity~5")
    page.get_by_role("button", name="Read it in the document").click()
    page.locator("#read .passage.here").wait_for()
    other = open_page(fragment=page.evaluate("location.hash"))
    other.locator("#read .passage.here", has_text=PRESENTED).wait_for()


def test_long_documents_are_unpacked_when_read(open_page: Open, network: Network) -> None:
    long = "A sentence that fills the page without naming anybody. " * 80
    passages = (Passage(REPORT, "5", "paragraph", f"{PRESENTED} {CO_CHAIRED}"), *(Passage(REPORT, f"{n}", "paragraph", long) for n in range(10, 330)))
    page = open_page(network, Background((background.Paper(REPORT, "Long report"),), passages))
    assert page.evaluate("'packed' in JSON.parse(document.getElementById('texts-data').textContent)")
    assert not page.evaluate("texts.isLoaded()")
    page.click(".views [data-view=read]")
    page.locator("#read .passage", has_text=PRESENTED).wait_for()
    assert page.locator("#read .passage").count() + page.locator("#read .left-out").count() == pytest.approx(246, abs=80)
    assert "left out" in page.locator("#read .left-out").inner_text()


def test_without_texts_the_page_says_so(open_page: Open, network: Network) -> None:
    page = open_page(network, Background())
    page.click(".views [data-view=read]")
    assert "not part of this page" in page.locator("#read").inner_text()
    page.click(".views [data-view=timeline]")
    assert "No document read so far tells" in page.locator("#timeline").inner_text()


# ── table ────────────────────────────────────────────────────────────────────────────────────────


def test_the_table_is_the_twin_of_the_picture(open_page: Open) -> None:
    page = open_page(fragment="#agency/undp&view=table")
    current = "document.querySelectorAll('#table tr[aria-current]').length"
    assert page.evaluate(current) == page.evaluate("nodes.find((node) => node.acronym === 'UNDP').edges.length") == 3
    for chip in (".chip[data-value=implied]", ".chip[data-facet=legend][data-value=link]", ".chip[data-facet=group][data-value=led]"):
        page.click(chip)
        rows = page.evaluate(
            "[...document.querySelectorAll('#table tbody tr:not([hidden])')].map((row) => row.dataset.row).filter((id) => edgeById.has(id)).sort()"
        )
        assert rows == sorted(page.evaluate("drawing.network.body.edgeIndices"))
    page.keyboard.press("Escape")
    assert page.evaluate(current) == 0


# ── changes ──────────────────────────────────────────────────────────────────────────────────────


def test_changes_are_seen_and_can_be_filtered(open_page: Open, example: Example, details: Details) -> None:
    network = example.network
    before = replace(
        network,
        nodes=tuple(node for node in network.nodes if "unesco" not in node.iri),
        edges=tuple(edge for edge in network.edges if "unesco" not in edge.source),
    )
    after = replace(network, edges=tuple(edge for edge in network.edges if edge.role != "secretariat"))
    shown, positions = next_picture(after, to_graphml(before, layout(before)))
    page = open_page(shown, example.background, positions=positions)
    glance = " ".join(page.locator("#glance").inner_text().split())
    assert "Since the previous build new 1 UNESCO changed" in glance
    page.click(".views [data-view=table]")
    assert page.locator("#table tr", has_text="secretariat").locator(".change").first.inner_text() == "gone"
    page.click(".chip[data-facet=change][data-value=gone]")
    assert page.locator("#table tr", has_text="Agree that the EMG Secretariat").is_hidden()
    page.fill("#search", "UNESCO")
    page.press("#search", "Enter")
    assert "new" in details(page)
    assert page.evaluate(f"nodes.find((node) => node.iri === '{BASE}agency/unesco').change") == "new"
