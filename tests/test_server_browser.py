"""The pages in a browser: nothing fails, nothing is fetched from elsewhere, quotes light up, everybody can use them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from kg.export import serialize, write_store
from kg.ontology import load_ontology
from kg.pipeline import build_files
from kg.resources import default_documents, folder
from kg.server.trial import running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
DOCUMENT = "document/emg-som28-technical-segment"
PAGES = ("", "queries", "queries/agency-portfolio?agency=UNDP", "agency/unep", DOCUMENT, "ontology", "search?q=biodiversity", "sparql", "nothing")
SIZES = ((1400, 900), (390, 844))
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("output")
    write_store(dict(serialize(build_files(default_documents(), load_ontology(folder("ontology"))).dataset)), path)
    with running("-o", str(path)) as (address, _):
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api")
    binary = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not binary:
        pytest.skip("there is no Chromium: apt-get install chromium")
    with playwright.sync_playwright() as running_playwright:
        browser = running_playwright.chromium.launch(executable_path=binary, args=FLAGS)
        yield browser
        browser.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_and_fetch_nothing_from_elsewhere(browser: Browser, address: str, size: tuple[int, int], scheme: str) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    for path in PAGES:
        page = context.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error, problems=problems: problems.append(str(error)))
        page.on("console", lambda m, problems=problems: problems.append(m.text) if m.type == "error" and "404" not in m.text else None)
        page.on("request", lambda r, problems=problems: None if r.url.startswith((address, "data:")) else problems.append(r.url))
        page.goto(address + path, wait_until="networkidle")
        assert problems == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], path
        page.close()
    context.close()


def test_a_quote_lights_up_its_words(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "agency/unesco")
    link = page.locator(f'a[href*="{DOCUMENT}#char="]').first
    words = link.locator("xpath=preceding-sibling::q").inner_text()
    link.click()
    page.wait_for_selector(".span.lit")
    lit = "".join(page.locator(".span.lit").all_inner_texts())
    assert lit == words.strip('“”"')
    page.close()


def test_the_keyboard_is_enough(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "queries")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("unep")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=unep")
    assert page.locator('main a[href="/agency/unep"]').count() == 1
    page.close()


def test_the_values_of_a_parameter_can_be_chosen_by_label(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "queries/agency-portfolio")
    page.focus("#p-agency")
    page.wait_for_selector("datalist option", state="attached")
    labels = page.eval_on_selector_all("datalist option", "options => options.map((option) => option.value)")
    assert "United Nations Development Programme" in labels
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_anybodys_way(browser: Browser, address: str, axe: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    for path in PAGES:
        page = context.new_page()
        page.goto(address + path, wait_until="networkidle")
        page.evaluate(axe)
        found = page.evaluate("axe.run({ exclude: ['#yasgui'] })")
        assert [violation["id"] for violation in found["violations"]] == [], path
        page.close()
    context.close()
