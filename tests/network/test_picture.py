"""The picture in a browser: drawing, finding, the legend, statements, addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.network.conftest import LABELS, PRESENTED, SECRETARIAT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Open = Callable[..., Page]
    Details = Callable[[Page], str]
    Place = Callable[[Page, str], tuple[float, float]]

pytestmark = pytest.mark.browser


def test_opens_without_a_network_and_draws(open_page: Open) -> None:
    page = open_page()
    colours = page.evaluate("""() => { const canvas = document.querySelector("#network canvas");
        return new Set(new Uint32Array(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size }""")
    assert colours > 20
    assert page.evaluate("[drawing.network.body.nodeIndices.length, drawing.network.body.edgeIndices.length]") == [8, 7]
    page.click(".views [data-view=table]")
    assert page.locator("#table tbody tr").count() == 7 + 2  # a row a statement; the workstream nobody has, the agency without a role


def test_at_a_glance_counts_leads_and_names_what_nobody_has(open_page: Open) -> None:
    glance = re.sub(r"\s+", " ", open_page().locator("#glance").inner_text())
    assert "1 of 3 workstreams has a stated lead." in glance
    assert "Nobody named 1 Sustainability strategy task team" in glance
    assert "Issue Management Group on Biodiversity UNDP (reporting)" in glance


FOUND = [
    ("UNEP", "agency/unep"),
    ("  unép ", "agency/unep"),  # accents, case and blanks do not matter
    ("programme des nations unies pour l'environnement", "agency/unep"),  # another language, another apostrophe
    ("IMG on biodiversity", "workstream/img-biodiversity"),  # an alias
    ("decade restoration", "workstream/wg-decade"),  # words from the middle
    ("wipo", "agency/wipo"),  # hidden at the start, shown when asked for
]


def test_search_selects_and_centres(open_page: Open, details: Details) -> None:
    page = open_page()
    for typed, found in FOUND:
        page.fill("#search", typed)
        page.press("#search", "Enter")
        assert (typed, page.evaluate("decodeURIComponent(location.hash)")) == (typed, f"#{found}")
        assert LABELS[found][0] in details(page)
        node = page.evaluate("key => nodes.find((node) => node.key === key)", found)
        view = page.evaluate("drawing.network.getViewPosition()")
        assert (view["x"], view["y"]) == pytest.approx((node["x"], node["y"]), abs=1)
        assert node["name"] in page.locator("#announcer").inner_text()
        assert page.evaluate("id => drawing.network.body.nodeIndices.includes(id)", node["id"])


def test_an_unknown_name_says_so_and_offers_the_nearest(open_page: Open, details: Details) -> None:
    page = open_page()
    page.fill("#search", "UNPE")
    assert "Nothing is called “UNPE”" in page.locator("#found").inner_text()
    assert page.locator("#found [role=option]").first.inner_text().startswith("UNEP")
    page.press("#search", "Enter")
    assert page.locator("#details").is_hidden()  # a guess is offered, not taken
    page.locator("#found [role=option]").first.click()
    assert "United Nations Environment Programme" in details(page)


def test_the_legend_filters_picture_and_table_and_moves_nothing(open_page: Open) -> None:
    page = open_page()
    before = page.evaluate("[drawing.network.getPositions(), drawing.network.getViewPosition(), drawing.network.getScale()]")
    assert page.locator("#hidden-count").inner_text() == "1 node hidden"
    chip = page.locator(".chip[data-value=implied]")
    chip.click()
    assert chip.get_attribute("aria-pressed") == "false"
    assert page.locator("#hidden-count").inner_text() == "1 node and 2 statements hidden"
    assert page.evaluate("drawing.network.body.edgeIndices.length") == 5
    assert page.evaluate("page.setView('table') || edges.every((edge) => document.getElementById(`row-${edge.id}`).hidden === (edge.basis === 'implied'))")
    page.click(".views [data-view=picture]")
    assert page.evaluate("[drawing.network.getPositions(), drawing.network.getViewPosition(), drawing.network.getScale()]") == before
    page.click("#show-all")
    assert page.locator("#hidden-count").inner_text() == "Nothing hidden"
    assert page.locator("#show-all").is_hidden()
    assert page.evaluate("[drawing.network.body.nodeIndices.length, drawing.network.body.edgeIndices.length]") == [9, 7]
    after = page.evaluate("drawing.network.getPositions()")
    assert {key: after[key] for key in before[0]} == before[0]


def test_each_kind_of_chip_hides_its_own(open_page: Open) -> None:
    page = open_page()
    for facet, value, left in (("group", "led", 2), ("legend", "co-chair", 4), ("legend", "link", 6), ("status", "suggested", 6)):
        chip = page.locator(f".chip[data-facet={facet}][data-value={value}]")
        chip.click()
        assert (value, page.evaluate("drawing.network.body.edgeIndices.length")) == (value, left)
        chip.click()
    assert page.evaluate("drawing.network.body.edgeIndices.length") == 7


def test_an_edge_shows_sentence_quote_document_and_paragraph(open_page: Open, details: Details) -> None:
    page = open_page()
    page.click(".views [data-view=table]")
    page.locator("#table tr", has_text="EMG Secretariat").get_by_role("button", name="secretariat", exact=True).click()
    text = details(page)
    for part in (
        "EMG Secretariat provides the secretariat of the UN Sustainability Strategy.",
        SECRETARIAT,
        "Consultations b, R.1",
        "stated",
        "suggested, not decided",
    ):
        assert part in text
    assert page.locator("#table tr[aria-current=true]").count() == 1
    address = page.evaluate("decodeURIComponent(location.hash)")
    assert address == "#agency/emg-secretariat~secretariat~instrument/strategy~Consultations b&view=table"


def test_clicking_a_line_and_a_symbol_on_the_canvas(open_page: Open, details: Details, on_screen: Place) -> None:
    page = open_page()
    page.mouse.click(*on_screen(page, "drawing.middle(edges.find((edge) => edge.role === 'secretariat'))"))
    assert SECRETARIAT in details(page)
    page.keyboard.press("Escape")
    assert page.locator("#details").is_hidden()
    page.mouse.click(*on_screen(page, "nodes.find((node) => node.acronym === 'UNDP')"))
    assert "United Nations Development Programme" in details(page)
    assert PRESENTED in details(page)


def test_parallel_statements_can_be_clicked_apart(open_page: Open, on_screen: Place) -> None:
    page = open_page()
    pair = "edges.filter((edge) => nodes.find((node) => node.id === edge.from).acronym === 'UNDP' && nodes.find((node) => node.id === edge.to).key === 'workstream/wg-decade')"
    shown = []
    for number in range(page.evaluate(f"{pair}.length")):
        page.mouse.click(*on_screen(page, f"drawing.middle({pair}[{number}])"))
        shown.append(page.locator("#details h2").inner_text())
    assert shown == ["Co-chair", "Reporting"]


def test_no_lead_stated_is_said_and_seen(open_page: Open, details: Details) -> None:
    page = open_page(fragment="#workstream/img-biodiversity")
    assert "no lead stated" in details(page)
    look = page.evaluate("""Object.fromEntries(nodes.filter((node) => node.kind === "workstream").map((node) => {
        const { color, shapeProperties } = drawing.network.body.nodes[node.id].options;
        return [node.group, [color.background === color.border, Boolean(shapeProperties.borderDashes)]] }))""")
    assert look == {"led": [True, False], "open": [False, False], "nobody": [False, True]}  # filled, hollow, hollow and dashed


def test_lines_tell_basis_and_standing(open_page: Open) -> None:
    look = open_page().evaluate("""Object.fromEntries(edges.map((edge) => { const { options } = drawing.network.body.edges[edge.id];
        return [`${edge.basis} ${edge.status}`.trim(), [Boolean(options.dashes), options.arrows.middle.enabled]] }))""")
    assert look == {"stated": [False, False], "implied": [True, False], "stated suggested": [False, True]}


def test_the_address_carries_the_selection(open_page: Open) -> None:
    page = open_page(fragment="#agency/undp~reporting~workstream/img-biodiversity~5")
    assert page.locator("#details h2").inner_text() == "Reporting"
    page.evaluate("location.hash = 'agency/unep'")
    page.locator("#details h2", has_text="United Nations Environment Programme").wait_for()
    for fragment in ("#nothing", "#%E0%A4%A"):  # names nothing; is no text at all
        assert open_page(fragment=fragment).locator("#glance").is_visible()
