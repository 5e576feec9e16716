"""The page for everyone: keyboard, screen readers, contrast, zoom, narrow screens, print; and what must not happen."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.network.conftest import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from kg.network import Background, Network

    Open = Callable[..., Page]
    Details = Callable[[Page], str]
    Place = Callable[[Page, str], tuple[float, float]]

pytestmark = pytest.mark.browser
SLOWER = float(os.environ.get("KG_SLOWER", "2"))  # how much slower than a free machine this one may be


def test_the_picture_can_be_walked_with_the_keyboard(open_page: Open) -> None:
    page = open_page()
    page.focus("#network")
    seen = set()
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
        seen.add(page.locator("#announcer").inner_text())
    assert len(seen) > 1
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#details') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "network"
    assert page.locator("#glance").is_visible()


def test_the_table_sorts_and_the_skip_link_leads_to_it(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#table table").is_visible()
    page.get_by_role("button", name="Role", exact=True).click()
    shown = page.locator("#table tbody tr:visible td:nth-child(2)").all_inner_texts()
    words = [text.split(",")[0] for text in shown if text]
    assert words == sorted(words)
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Role")


def test_everything_that_can_be_pressed_has_a_name(open_page: Open) -> None:
    page = open_page(fragment="#agency/undp")
    nameless = page.evaluate(
        "[...document.querySelectorAll('button, a[href], [role=option]')].filter((element) => !(element.getAttribute('aria-label') || element.textContent).trim()).length"
    )
    assert nameless == 0
    assert page.evaluate("document.querySelector('#search').labels.length") == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_lines_stand_off_the_paper(open_page: Open, scheme: str) -> None:
    contrasts = open_page(color_scheme=scheme).evaluate("""() => {
        const light = (hex) => { const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
        const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
        const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
        const least = (names) => Math.min(...names.flatMap((name) => ["paper", "panel"].map((ground) => ratio(colour(name), colour(ground)))));
        return [least(["ink", "muted", "accent", "alarm", "lead", "secretariat", "host", "reporting", "collaborator", "member", "officer", "proposer"]), least(["agency", "mechanism", "work", "other", "idle", "link"])];
    }""")
    assert contrasts[0] >= 4.5  # roles are written on their lines, so they must be readable as words
    assert contrasts[1] >= 3


def test_narrow_screens_need_no_sideways_scrolling_and_show_the_legend(open_page: Open) -> None:
    page = open_page(viewport={"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.click(".legend-fold > summary")
    chips = page.locator(".chip:visible")
    boxes = [chips.nth(number).bounding_box() for number in range(chips.count())]
    assert len(boxes) > 5
    assert all(box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)
    page.click(".legend-fold > summary")
    page.fill("#search", "unep")
    page.press("#search", "Enter")
    sheet = page.locator(".panel").bounding_box()
    assert sheet is not None
    assert sheet["y"] < 844  # the details are on the screen, not below it


@pytest.mark.parametrize("view", ["picture", "matrix", "timeline", "read", "table"])
def test_twice_the_size_still_fits(open_page: Open, view: str) -> None:
    page = open_page(fragment=f"#view={view}", viewport={"width": 700, "height": 450}, device_scale_factor=2)  # 1400 × 900 at 200 %
    page.wait_for_timeout(50)
    assert page.evaluate("document.documentElement.scrollWidth") <= 700
    hidden = page.evaluate(
        "[...document.querySelectorAll('header button, #search')].filter((e) => { const b = e.getBoundingClientRect(); return b.left < 0 || b.right > innerWidth + 1 }).length"
    )
    assert hidden == 0


def test_print_shows_picture_legend_and_table(open_page: Open) -> None:
    page = open_page(color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    page.locator("#table table").wait_for()
    assert page.locator("#network canvas").is_visible()
    assert page.locator(".legend").is_visible()
    assert page.locator("#search").is_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(252, 252, 250)"
    assert page.evaluate(
        "document.querySelector('#network canvas').getBoundingClientRect().bottom <= document.querySelector('#table table').getBoundingClientRect().top"
    )


def test_hostile_text_is_inert(open_page: Open, details: Details, on_screen: Place, hostile: tuple[Network, Background]) -> None:
    page = open_page(*hostile)
    page.click(".views [data-view=table]")
    for selector in ("#table tbody td [data-edge]", "#table tbody th [data-node]", "#details [data-edge]", "#details [data-node]"):
        page.locator(selector).first.click()
        assert "onerror" in details(page)
    for view in ("matrix", "timeline", "read"):
        page.click(f".views [data-view={view}]")
        page.locator(f"#{view}", has_text="onerror").wait_for()
    page.locator("#read a.name").first.click()
    assert "onerror" in details(page)
    page.fill("#search", HOSTILE)
    page.click(".views [data-view=picture]")
    x, y = on_screen(page, "nodes[0]")
    page.mouse.move(x, y)
    for tool in ("sparql", "take"):
        page.click(f"#open-{tool}")
        page.locator(f"#{tool} [data-dismiss]").click()
    page.evaluate("takeAway.svg().markup.includes('<img') ? window.hacked = 4 : 0")
    page.wait_for_timeout(100)
    assert page.evaluate("window.hacked === undefined")
    assert page.locator("img").count() == 0
    assert page.locator("a[href^=javascript]").count() == 0


def drawn_after(page: Page) -> float:
    """Return after how many milliseconds the picture had been drawn."""
    return float(page.evaluate("performance.getEntriesByName('drawn')[0].startTime"))


SPEED = [(100, 400, 1_000), (1_000, 4_000, 2_000)]


@pytest.mark.parametrize(("agencies", "workstreams", "limit"), SPEED)
def test_the_first_drawing_comes_soon(open_page: Open, crowd: Callable[[int, int], Network], agencies: int, workstreams: int, limit: float) -> None:
    network = crowd(agencies, workstreams)
    positions = {node.iri: (n % 70 * 130.0, n // 70 * 90.0) for n, node in enumerate(network.nodes)}  # laying out so many takes Python seconds
    for _ in range(3):  # another program may take the machine for a while
        spent = drawn_after(open_page(network, positions=positions))
        if spent < limit * SLOWER:
            return
    assert spent < limit * SLOWER


# ── axe-core ─────────────────────────────────────────────────────────────────────────────────────

STATES = [
    ("start", "", ""),
    ("node", "#agency/undp", ""),
    ("statement", "#agency/undp~reporting~workstream/img-biodiversity~5", ""),
    ("event", "#workstream/img-biodiversity~extend~Biodiversity a&view=timeline", ""),
    ("matrix", "#view=matrix", ""),
    ("timeline", "#view=timeline", ""),
    ("read", "#agency/undp&view=read", ""),
    ("table", "#agency/undp&view=table", ""),
    (
        "search",
        "",
        "document.getElementById('search').focus(); document.getElementById('search').value = 'unpe'; document.getElementById('search').dispatchEvent(new Event('input'))",
    ),
    ("filters", "", "document.querySelector('.more').open = true"),
    ("sparql", "", "document.getElementById('open-sparql').click()"),
    ("take away", "#agency/undp", "document.getElementById('open-take').click()"),
]


RULES = {"light": {}, "dark": {"runOnly": ["color-contrast"]}}  # what is not a colour is the same in the dark
NARROW = {"width": 390, "height": 844}
LOOKS = [("light", {}), ("dark", {"color_scheme": "dark"}), ("light", {"viewport": NARROW})]


@pytest.mark.parametrize(("scheme", "settings"), LOOKS, ids=["light", "dark", "narrow"])
def test_axe_finds_no_violation_in_any_state(open_two: Open, axe: str, scheme: str, settings: dict[str, object]) -> None:
    page, found = open_two(**settings), {}
    page.evaluate(axe)
    for name, fragment, act in STATES if "viewport" not in settings else STATES[1:8:2]:
        page.evaluate("for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close()")
        page.evaluate(f"location.hash = {fragment!r}")
        page.wait_for_timeout(50)
        page.evaluate(act)
        result = page.evaluate("options => axe.run(document, { resultTypes: ['violations'], ...options })", RULES[scheme])
        found[name] = [f"{item['id']}: {item['help']}: {node['html'][:160]}" for item in result["violations"] for node in item["nodes"]]
    assert {name: listed for name, listed in found.items() if listed} == {}


def test_axe_would_see_a_violation(open_page: Open, axe: str) -> None:
    page = open_page()
    page.evaluate(axe)
    page.evaluate("document.querySelector('#search').labels[0].remove(); document.querySelector('#search').removeAttribute('placeholder')")
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
    assert "label" in {item["id"] for item in found}


@pytest.mark.parametrize(("before", "after"), [((1300, 500), (1300, 900)), ((1300, 900), (1300, 500)), ((900, 700), (1400, 700))], ids=["taller", "lower", "wider"])
def test_a_window_that_changes_shows_everything_again(open_page: Open, before: tuple[int, int], after: tuple[int, int]) -> None:
    """The drawing library keeps the share of the picture that it showed, and so cuts captions off."""
    scale = "drawing.network.getScale().toFixed(4)"
    whole = open_page(viewport={"width": after[0], "height": after[1]}).evaluate(scale)
    page = open_page(viewport={"width": before[0], "height": before[1]})
    page.set_viewport_size({"width": after[0], "height": after[1]})
    page.wait_for_function(f"{scale} === '{whole}'", timeout=5000)


def test_a_window_that_grows_does_not_undo_what_somebody_looks_at(open_page: Open) -> None:
    page = open_page(viewport={"width": 1300, "height": 800})
    page.focus("#network")
    for _ in range(3):
        page.keyboard.press("+")
        page.wait_for_timeout(400)
    page.set_viewport_size({"width": 1300, "height": 760})
    page.wait_for_timeout(300)
    looked = page.evaluate("drawing.network.getScale()")
    page.keyboard.press("0")
    page.wait_for_timeout(600)
    assert page.evaluate("drawing.network.getScale()") < looked
