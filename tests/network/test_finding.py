"""Finding one's way: filters, neighbours, back and forward, and the address that carries it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Open = Callable[..., Page]
    Details = Callable[[Page], str]

pytestmark = pytest.mark.browser


def shown(page: Page) -> set[str]:
    """Return the keys of the nodes the picture draws."""
    return set(page.evaluate("drawing.network.body.nodeIndices.map((id) => nodeById.get(id).key)"))


def roles_shown(page: Page) -> list[str]:
    """Return the roles of the statements the picture draws."""
    return sorted(page.evaluate("drawing.network.body.edgeIndices.map((id) => edgeById.get(id).role)"))


def address(page: Page) -> str:
    """Return the part of the address that can be sent."""
    return str(page.evaluate("decodeURIComponent(location.hash)"))


def test_filters_by_type_document_and_time(open_two: Open) -> None:
    page = open_two()
    before = page.evaluate("drawing.network.getPositions()")
    assert "host" in roles_shown(page)
    page.click(".more > summary")
    page.get_by_role("button", name="R.0, Earlier report, 2018-05-10").click()
    assert "host" not in roles_shown(page)
    assert page.locator(".more > summary").inner_text() == "More filters (1 on)"
    page.get_by_role("button", name="R.0, Earlier report, 2018-05-10").click()
    page.get_by_role("button", name="Working group 1").click()
    assert "workstream/wg-decade" not in shown(page)
    page.click("#show-all")
    assert page.locator("#hidden-count").inner_text() == "Nothing hidden"
    assert {key: place for key, place in page.evaluate("drawing.network.getPositions()").items() if key in before} == before


def test_the_time_slider_goes_from_meeting_to_meeting(open_two: Open) -> None:
    page = open_two()
    page.click(".more > summary")
    assert page.locator("#time-note").inner_text() == "2018-05-10 – 2022-10-13"
    page.focus("#time-to")
    page.keyboard.press("ArrowLeft")
    assert page.locator("#time-note").inner_text() == "2018-05-10"
    assert roles_shown(page) == ["host"]
    assert "to=2018-05-10" in address(page)
    page.keyboard.press("ArrowRight")
    page.focus("#time-from")
    page.keyboard.press("ArrowRight")
    assert "host" not in roles_shown(page)
    assert len(roles_shown(page)) == 7
    assert page.get_attribute("#time-from", "aria-valuetext") == "2022-10-13"


def test_one_date_needs_no_slider(open_page: Open) -> None:
    page = open_page()
    page.click(".more > summary")
    assert page.locator("#time-from").is_disabled()
    assert page.locator("#time-note").inner_text() == "2022-10-13"


def test_neighbours_are_counted_expanded_and_hidden(open_page: Open, details: Details) -> None:
    page = open_page(fragment="#agency/undp")
    assert "Neighbours 2" in details(page)
    assert "2 statements" in details(page)
    page.get_by_role("button", name="Only its 2 neighbours").click()
    assert shown(page) == {"agency/undp", "workstream/img-biodiversity", "workstream/wg-decade"}
    assert "Only UNDP and its neighbours" in page.locator("#announcer").inner_text()
    page.get_by_role("button", name="Expand Working group on the UN Decade on Ecosystem Restoration").click()
    assert {"agency/unep", "agency/unesco"} <= shown(page)
    page.get_by_role("button", name="Hide Issue Management Group on Biodiversity").click()
    assert "workstream/img-biodiversity" not in shown(page)
    page.get_by_role("button", name="Show 1 hidden").click()
    assert "workstream/img-biodiversity" in shown(page)
    assert "agency/emg-secretariat" not in shown(page)
    page.click("#show-all")
    assert len(shown(page)) == 9


def test_hiding_what_is_chosen_clears_the_choice(open_page: Open) -> None:
    page = open_page(fragment="#agency/unesco")
    page.get_by_role("button", name="Hide", exact=True).first.click()
    assert "agency/unesco" not in shown(page)
    assert page.locator("#glance").is_visible()
    assert "1 statement hidden" in page.locator("#hidden-count").inner_text()


def test_back_and_forward_go_through_what_was_looked_at(open_page: Open, details: Details) -> None:
    page = open_page()
    for typed in ("UNDP", "UNESCO"):
        page.fill("#search", typed)
        page.press("#search", "Enter")
    page.click(".views [data-view=matrix]")
    page.go_back()
    assert page.evaluate("document.body.dataset.view") == "picture"
    assert "Cultural Organization" in details(page)
    page.go_back()
    assert "Development Programme" in details(page)
    page.go_back()
    assert page.locator("#glance").is_visible()
    page.go_forward()
    assert "Development Programme" in details(page)
    page.click(".chip[data-value=implied]")
    assert "reporting" not in roles_shown(page)
    page.go_back()
    assert "reporting" in roles_shown(page)


def test_the_address_carries_choice_filters_and_view(open_two: Open, details: Details) -> None:
    page = open_two()
    page.click(".chip[data-value=implied]")
    page.click(".chip[data-facet=status][data-value='']")
    page.click(".chip[data-facet=group][data-value=idle]")
    page.fill("#search", "UNEP")
    page.press("#search", "Enter")
    page.get_by_role("button", name="Only its 2 neighbours").click()
    page.click(".views [data-view=timeline]")
    sent = page.evaluate("location.hash")
    other = open_two(fragment=sent)
    assert other.evaluate("document.body.dataset.view") == "timeline"
    assert "Environment Programme" in details(other)
    assert shown(other) == shown(page)
    assert roles_shown(other) == roles_shown(page)
    assert other.locator("#hidden-count").inner_text() == page.locator("#hidden-count").inner_text()
    assert address(other) == address(page)
    for part in ("agency/unep&view=timeline", "hide-basis=implied", "hide-status=-", "only=", "hide-group="):
        assert part in address(page)


@pytest.mark.parametrize("fragment", ["#view=nowhere", "#x&hide-nothing=1&only=agency/none&from=soon", "#&&&===", "#%E0%A4%A&view=%"])
def test_a_broken_address_shows_the_start(open_two: Open, fragment: str) -> None:
    page = open_two(fragment=fragment)
    assert page.locator("#glance").is_visible()
    assert page.evaluate("document.body.dataset.view") == "picture"
    assert len(shown(page)) == 8


def test_what_has_no_symbol_is_found_too(open_page: Open, details: Details) -> None:
    page = open_page()
    page.fill("#search", "conference 15")
    page.press("#search", "Enter")
    page.locator("#details", has_text="Paragraph 6, R.1").wait_for()
    assert "without a role in the picture" in details(page)
    page.get_by_role("button", name="Paragraph 6, R.1").click()
    page.locator("#read .passage.here", has_text="COP15 takes place").wait_for()
