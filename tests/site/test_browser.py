"""The site in a real browser: what it loads, how it fits, what is copied, what search finds, who can read it."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def reader(browser, address):
    context = browser.new_context(viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.requests, page.errors = [], []
    page.on("request", lambda request: page.requests.append(request.url))
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.goto(address)
    yield page
    context.close()


def test_pages_load_without_errors_and_only_from_here(reader, address, pages):
    for page in pages:
        reader.goto(address + page)
        reader.wait_for_load_state("networkidle")
    assert not reader.errors
    assert [url for url in reader.requests if not url.startswith((address, "data:"))] == []


def test_copying_a_block_gives_exactly_the_file(reader, address, pages):
    copied = 0
    for page in pages:
        reader.goto(address + page)
        blocks = reader.locator("div.language-python.highlight:not(.lab)")
        for number in range(blocks.count()):
            block = blocks.nth(number)
            path = block.locator(".filename").text_content()
            block.locator("[data-clipboard-target]").dispatch_event("click")
            expected = Path(f"snippets/{path}").read_text(encoding="utf-8")
            assert reader.evaluate("navigator.clipboard.readText()") == expected, f"{page}: {path}"
            copied += 1
    assert copied > 10


@pytest.mark.parametrize("width", [390, 320])
def test_no_page_scrolls_sideways_on_a_phone(browser, address, pages, width):
    with browser.new_context(viewport=PHONE | {"width": width}) as context:
        reader = context.new_page()
        for page in pages:
            reader.goto(address + page)
            reader.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
            too_wide = reader.evaluate(
                """() => document.documentElement.scrollWidth > innerWidth
                    ? [...document.querySelectorAll('article *')].filter((e) => e.getBoundingClientRect().right > innerWidth
                        && !e.closest('pre, .math, .md-typeset__scrollwrap')).slice(0, 3).map((e) => e.outerHTML.slice(0, 200))
                    : null"""
            )
            assert too_wide is None, f"{page} is wider than {width} pixels: {too_wide}"


@pytest.mark.parametrize(("viewport", "scheme"), [(PHONE, "light"), (DESKTOP, "dark")], ids=["phone", "desktop"])
def test_axe_finds_no_violation(browser, address, pages, viewport, scheme):
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    colours = set()
    with browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce") as context:
        reader = context.new_page()
        for page in pages:
            reader.goto(address + page)
            reader.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
            # thousands of tokens take minutes: look at code and formulas where there is a kind of token not seen before
            kinds = set(reader.evaluate("[...document.querySelectorAll('pre span')].map((token) => token.className)"))
            apart = {"exclude": [["pre"], ["math"]]} if kinds <= colours else None
            colours |= kinds
            options = {"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]}
            result = Axe().run(reader, context=apart, options=options)
            found = [(v["id"], [node["html"][:160] for node in v["nodes"][:3]]) for v in result.response["violations"]]
            assert not found, f"{page}, {scheme}: {found}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_scheme_follows_the_system_and_the_toggle(browser, address, scheme):
    names = {"light": "default", "dark": "slate"}
    other = {"light": "dark", "dark": "light"}[scheme]
    with browser.new_context(color_scheme=scheme) as context:
        reader = context.new_page()
        reader.goto(address)
        assert reader.locator("body").get_attribute("data-md-color-scheme") == names[scheme]
        reader.get_by_title(f"Switch to {other} mode").click()
        reader.wait_for_function(f"document.body.dataset.mdColorScheme === '{names[other]}'")


FINDS = {
    "BCE": "/losses/cross_entropy/",
    "log loss": "/losses/cross_entropy/",
    "BCEWithLogitsLoss": "/losses/cross_entropy/",
    "MAE": "/losses/regression/",
    "huber": "/losses/regression/",
    "pinball": "/losses/regression/",
    "quantile loss": "/losses/regression/",
    "NLL": "/losses/likelihoods/",
    "expected calibration error": "/losses/calibration/",
    "ECE": "/losses/calibration/",
    "brier": "/losses/calibration/",
    "focal loss": "/losses/imbalance/",
    "hinge": "/losses/metric_learning/",
    "triplet": "/losses/metric_learning/",
    "InfoNCE": "/losses/metric_learning/",
    "NT-Xent": "/losses/metric_learning/",
    "BPR": "/losses/ranking/",
    "LambdaRank": "/losses/ranking/",
    "NDCG": "/losses/ranking/",
    "dice loss": "/losses/designing/",
    "ordinal": "/losses/designing/",
    "DPO": "/losses/language_models/",
    "GRPO": "/losses/language_models/",
    "loss is nan": "/losses/misbehaving/",
    "softmax twice": "/losses/misbehaving/",
    "square loss sigmoid": "/losses/mse_against_cross_entropy/",
}


def test_the_search_index_is_fetched_when_the_search_is_first_used(browser, address):
    with browser.new_context() as context:
        reader = context.new_page()
        fetched = []
        reader.on("request", lambda request: fetched.append(request.url))
        reader.goto(address)
        reader.wait_for_load_state("networkidle")
        assert not [url for url in fetched if "search_index" in url]
        with reader.expect_request("**/search_index.json"):
            reader.keyboard.press("/")
        reader.locator("[data-md-component=search-query]").press_sequentially("huber")
        reader.locator(".md-search-result__item > .md-search-result__link").first.click()
        reader.locator("article mark").first.wait_for()  # what was searched is marked on the page


@pytest.mark.parametrize("query", FINDS)
def test_search_finds_it_among_the_first_three(reader, address, query):
    reader.goto(address)
    reader.keyboard.press("/")
    reader.locator("[data-md-component=search-query]").press_sequentially(query)
    hits = reader.locator(".md-search-result__item > .md-search-result__link")
    hits.first.wait_for()
    found = [hits.nth(number).get_attribute("href") for number in range(min(hits.count(), 3))]
    assert any(FINDS[query] in link for link in found), found


def test_a_tab_choice_is_kept_on_the_next_page(reader, address):
    reader.goto(f"{address}/losses/cross_entropy/")
    reader.locator(".tabbed-labels label", has_text="PyTorch").first.click()
    reader.goto(f"{address}/losses/regression/")
    chosen = reader.locator(".tabbed-set", has_text="PyTorch").first
    assert chosen.locator("input:checked").get_attribute("id") == chosen.locator("input").nth(1).get_attribute("id")


def test_everything_can_be_read_without_javascript(browser, address, pages):
    with browser.new_context(java_script_enabled=False) as context:
        reader = context.new_page()
        for page in pages:
            reader.goto(address + page)
            assert reader.locator("article h1").is_visible()
