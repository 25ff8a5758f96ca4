"""The site in a real browser: what it loads, how it fits, what is copied, what search finds, who can read it."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import expect

from tools.visit import build

pytestmark = pytest.mark.xdist_group("site")  # one worker builds the site, once
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
SCHEMES = {"light": "default", "dark": "slate"}


@pytest.fixture(scope="module")
def reader(browser, address):
    context = browser.new_context(viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.requests, page.errors = [], []
    page.on("request", lambda request: page.requests.append(request.url))
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("console", lambda message: page.errors.append(message.text) if message.type == "error" else None)
    page.goto(address)
    yield page
    context.close()


# [path, what the clipboard holds after a press on its copy button] for each block of a page; it gets the button when it is seen
COPY_EACH = """async () => {
    const copied = [];
    document.querySelectorAll('details').forEach((fold) => (fold.open = true));
    document.querySelectorAll('.tabbed-block').forEach((tab) => (tab.style.display = 'block'));
    for (const block of document.querySelectorAll('div.language-python.highlight:not(.lab)')) {
        block.scrollIntoView();
        while (!block.querySelector('[data-clipboard-target]')) await new Promise(requestAnimationFrame);
        block.querySelector('[data-clipboard-target]').click();
        copied.push([block.querySelector('.filename a').textContent, await navigator.clipboard.readText()]);
    }
    return copied;
}"""


def test_pages_load_from_here_alone_and_copying_a_block_gives_exactly_the_file(reader, address, pages):
    copied = 0
    for page in pages:
        reader.goto(address + page)
        for path, text in reader.evaluate(COPY_EACH):
            assert text == Path(f"snippets/{path}").read_text(encoding="utf-8"), f"{page}: {path}"
            copied += 1
    assert copied == len(list(Path("snippets").rglob("*.py")))
    assert not reader.errors
    assert [url for url in reader.requests if not url.startswith((address, "data:"))] == []
    assert reader.context.cookies() == []


def test_a_brace_is_drawn_from_end_to_end(browser, address):
    with browser.new_context(viewport=PHONE) as context:
        reader = context.new_page()
        reader.goto(f"{address}/losses/likelihoods/")
        braced = reader.locator("munder:has(> munder[accentunder])").first
        braced.scroll_into_view_if_needed()
        whole, brace = braced.bounding_box(), braced.locator("munder > mo").bounding_box()
        for end in (whole["x"], whole["x"] + whole["width"] - 8):
            picture = reader.screenshot(clip={"x": end, "y": brace["y"], "width": 8, "height": brace["height"]})
            darkest, _ = Image.open(BytesIO(picture)).convert("L").getextrema()
            assert darkest < 128


def test_no_page_scrolls_sideways_on_a_phone(browser, address, pages):
    with browser.new_context(viewport=PHONE) as context:
        reader = context.new_page()
        for page in pages:
            reader.goto(address + page)
            reader.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
            for width in (390, 320):
                reader.set_viewport_size(PHONE | {"width": width})
                too_wide = reader.evaluate(
                    """() => document.documentElement.scrollWidth > innerWidth
                        ? [...document.querySelectorAll('article *')].filter((e) => e.getBoundingClientRect().right > innerWidth
                            && !e.closest('pre, .math, .md-typeset__scrollwrap')).slice(0, 3).map((e) => e.outerHTML.slice(0, 200))
                        : null"""
                )
                assert too_wide is None, f"{page} is wider than {width} pixels: {too_wide}"


# Thousands of code tokens and formulas take minutes and are all alike. Blocks with a kind of token not seen before stay as
# they are, and so do a page's first formula and those in links; the others become plain text. Text whose place among the
# elements and classes is new on the site is marked: what was seen in all its colours need not be seen again
SIMPLIFY_WHAT_IS_KNOWN = """known => {
    document.documentElement.classList.add('settled');
    document.querySelectorAll('details').forEach((fold) => (fold.open = true));
    const seen = new Set(known);
    for (const code of document.querySelectorAll('pre > code')) {
        const kinds = [...code.querySelectorAll('span')].map((token) => token.className);
        if (kinds.every((kind) => seen.has(kind))) code.textContent = code.textContent;
        kinds.forEach((kind) => seen.add(kind));
    }
    [...document.querySelectorAll('math')].slice(1).filter((formula) => !formula.closest('a'))
        .forEach((formula) => formula.replaceWith(formula.textContent));
    const mark = (element, above) => {
        const place = `${above} ${element.localName}.${element.className}`;
        if ([...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && !seen.has(place)) {
            seen.add(place);
            element.dataset.new = '';
        }
        [...element.children].forEach((child) => mark(child, place));
    };
    mark(document.body, '');
    return [...seen];
}"""
# [width, scheme, options, where]: what has no colour once, sizes at the other width too, colours in each way in which they can
# be seen
COLOURS = ["color-contrast", "link-in-text-block"]
WCAG = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {rule: {"enabled": False} for rule in COLOURS},
}
SIZES = {"runOnly": {"type": "rule", "values": ["scrollable-region-focusable", "target-size"]}}
LOOKS = [(PHONE, "light", WCAG, None), (DESKTOP, "light", SIZES, None)] + [
    (viewport, scheme, {"runOnly": {"type": "rule", "values": COLOURS}}, "[data-new]")
    for viewport in (PHONE, DESKTOP)
    for scheme in SCHEMES
]
AXE_RUN = "async ([where, options]) => (await axe.run(where ?? document, options)).violations"


def test_axe_finds_no_violation(browser, address, pages):
    kinds = []
    with browser.new_context(reduced_motion="reduce") as context:
        reader = context.new_page()
        for page in pages:
            reader.emulate_media(color_scheme="light")
            reader.goto(address + page)
            kinds = reader.evaluate(SIMPLIFY_WHAT_IS_KNOWN, kinds)
            reader.evaluate(Axe().axe_script)
            for viewport, scheme, options, where in LOOKS:
                if where and not reader.locator(where).count():
                    continue
                reader.set_viewport_size(viewport)
                reader.emulate_media(color_scheme=scheme)
                reader.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme }", SCHEMES[scheme])
                violations = reader.evaluate(AXE_RUN, [where, options | {"resultTypes": ["violations"]}])
                found = [(v["id"], [node["html"][:160] for node in v["nodes"][:3]]) for v in violations]
                assert not found, f"{page}, {viewport['width']} pixels, {scheme}: {found}"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_scheme_follows_the_system_and_the_toggle(browser, address, scheme):
    other = {"light": "dark", "dark": "light"}[scheme]
    with browser.new_context(color_scheme=scheme) as context:
        reader = context.new_page()
        reader.goto(address)
        assert reader.locator("body").get_attribute("data-md-color-scheme") == SCHEMES[scheme]
        reader.get_by_title(f"Switch to {other} mode").click()
        expect(reader.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[other])


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
        reader.locator("mark[data-md-highlight]").first.wait_for()  # what was searched is marked on the page


# what people type, misspelt in places, and the page or pages that answer it; one asks our worker as the search box does
QUERIES = [line.split("\t") for line in Path(__file__).with_name("queries.tsv").read_text().splitlines()]
ASK = """async ([worker, index, queries]) => {
    const search = new Worker(worker);
    const answer = (message) => new Promise((resolve) => {
        search.onmessage = ({ data }) => resolve(data.data);
        search.postMessage(message);
    });
    await answer({ type: 0, data: await (await fetch(index)).json() });
    const found = [];
    for (const query of queries) {
        const start = performance.now();
        const { items } = await answer({ type: 2, data: query });
        found.push([items.slice(0, 3).map((sections) => sections.map(({ location }) => location)), performance.now() - start]);
    }
    return found;
}"""


def test_search_finds_what_people_type(reader, site, address):
    reader.goto(address)
    worker = next(site.glob("assets/javascripts/workers/search.*.js")).relative_to(site)
    asked = [f"{address}/{worker}", f"{address}/search/search_index.json", [query for query, _ in QUERIES]]
    answers = reader.evaluate(ASK, asked)
    first, three = [], []
    for (query, pages), (groups, _) in zip(QUERIES, answers, strict=True):
        right = {f"{page.removesuffix('index')}/".replace("//", "/") for page in pages.split("|")}
        places = [number for number, (section, *_) in enumerate(groups) if section.partition("#")[0] in right]
        if places[:1] != [0]:
            first.append((query, [group[0] for group in groups[:1]]))
        if not places:
            three.append((query, [group[0] for group in groups]))
    assert len(three) <= 0.02 * len(QUERIES), three
    assert len(first) <= 0.10 * len(QUERIES), first
    assert sorted(milliseconds for _, milliseconds in answers)[len(answers) // 2] < 70


# milliseconds from the next key to the frame that shows its hits
ARM = """() => {
    window.shown = new Promise((resolve) => {
        let pressed;
        addEventListener('keydown', () => (pressed = performance.now()), { capture: true, once: true });
        new MutationObserver((changes, observer) => {
            if (changes.some(({ addedNodes }) => addedNodes.length)) {
                observer.disconnect();
                requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed)));
            }
        }).observe(document.querySelector('.md-search-result__list'), { childList: true });
    });
}"""


def test_hits_are_on_the_screen_soon_after_the_last_key(reader, address):
    reader.goto(address)
    reader.keyboard.press("/")
    box = reader.locator("[data-md-component=search-query]")
    box.press_sequentially("huber")
    reader.locator(".md-search-result__link").first.wait_for()  # the index is there
    waits = []
    for query, _ in QUERIES[::40]:
        box.fill(query[:-1])
        reader.evaluate(ARM)
        reader.keyboard.press(query[-1])
        waits.append(reader.evaluate("shown"))
    assert sorted(waits)[len(waits) // 2] < 70, waits


@pytest.mark.parametrize(
    ("query", "section"),
    [
        ("label smoothing", "losses/cross_entropy/#label-smoothing-both-conventions"),
        ("speculative decoding", "attention/decoding/#speculative-decoding-is-exact"),
        ("simpsons paradox", "foundations/metrics/#simpsons-paradox-better-in-every-slice-worse-in-total"),
        ("latency explodes", "serving/queues/#why-does-latency-explode-at-high-utilisation"),
    ],
)
def test_search_leads_to_sections_by_keyboard_and_keeps_the_query(reader, address, query, section):
    reader.goto(address)
    reader.keyboard.press("/")
    reader.keyboard.type(query)
    links = reader.locator(".md-search-result__item .md-search-result__link")
    links.first.wait_for()
    found = [
        link.get_attribute("href").split("?")[0] + "#" + link.get_attribute("href").partition("#")[2]
        for link in links.all()[:9]
    ]
    assert f"{address}/{section}" in found
    reader.keyboard.press("ArrowDown")
    reader.keyboard.press("Enter")
    reader.wait_for_url("**/?h=*")
    reader.go_back()
    reader.wait_for_url(f"{address}/")
    assert reader.locator("[data-md-component=search-query]").input_value() == query


def test_a_page_is_read_by_keyboard_alone(reader, address):
    reader.goto(f"{address}/losses/regression/")
    reader.keyboard.press("Tab")
    expect(reader.locator(".md-skip")).to_be_focused()
    fold = reader.locator("article details").first
    fold.locator("summary").focus()
    reader.keyboard.press("Enter")
    expect(fold).to_have_attribute("open", "")
    reader.keyboard.press("/")
    expect(reader.locator("[data-md-component=search-query]")).to_be_focused()


def test_a_search_without_hits_offers_the_topics(reader, address):
    reader.goto(address)
    reader.keyboard.press("/")
    reader.keyboard.type("qqqqqqqqqqqqqqqq")
    reader.get_by_text("No matching documents").wait_for()
    reader.locator(".topics a").first.wait_for()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_link_into_a_page_leads_to_the_place(browser, address, viewport):
    """What is far from the screen has no size of its own at first; a jump must not miss for it."""
    for place in ("newsvendor", "coverage-that-is-guaranteed"):
        for link in (f"/losses/regression/#{place}", "/losses/regression/"):
            with browser.new_context(viewport=viewport) as context:
                reader = context.new_page()
                reader.goto(address + link)
                reader.evaluate("place => { document.querySelector('.md-skip').href = `#${place}` }", place)
                reader.evaluate("document.querySelector('.md-skip').click()")
                reader.wait_for_timeout(600)
                top = reader.evaluate("place => document.getElementById(place).getBoundingClientRect().top", place)
                assert 0 < top < 250, f"{link}: {place} is at {top}"


def test_a_moved_page_leads_to_its_new_address_and_place(reader, address):
    reader.goto(f"{address}/serving/quantization/#sources")
    reader.wait_for_url(f"{address}/serving/quantisation/#sources")


def test_a_tab_choice_is_kept_on_the_next_page(reader, address):
    reader.goto(f"{address}/losses/cross_entropy/")
    label = reader.locator(".tabbed-labels label", has_text="PyTorch").first
    label.scroll_into_view_if_needed()
    reader.locator(".tabbed-control").first.wait_for(state="attached")  # Material listens from then on
    label.click()
    reader.goto(f"{address}/losses/regression/")
    tabs = reader.locator(".tabbed-set", has_text="PyTorch").first
    expect(tabs.locator("input").nth(1)).to_be_checked()


def test_a_page_that_comes_without_a_new_document_is_whole(browser, address):
    with browser.new_context(viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"]) as context:
        reader = context.new_page()
        reader.goto(f"{address}/losses/regression/")
        reader.evaluate("window.same = true")
        reader.locator(".md-footer__link--next").click()
        reader.wait_for_url(f"{address}/losses/cross_entropy/")
        expect(reader.locator("article h1")).to_have_text(re.compile("Cross-entropy"))
        figure = reader.locator("article img:visible").first
        figure.scroll_into_view_if_needed()
        expect(figure).not_to_have_js_property("naturalWidth", 0)
        assert reader.locator("article math:visible").first.bounding_box()["width"] > 5
        tabs = reader.locator(".tabbed-set").first
        tabs.scroll_into_view_if_needed()
        tabs.locator(".tabbed-control").first.wait_for(state="attached")
        for number, label in enumerate(tabs.locator(".tabbed-labels label").all()):
            label.click()
            block = tabs.locator(".tabbed-block").nth(number).locator(".language-python")
            block.scroll_into_view_if_needed()  # it gets its button when it is seen
            block.locator("[data-clipboard-target]").click()
            source = Path("snippets", block.locator(".filename a").first.text_content()).read_text(encoding="utf-8")
            assert reader.evaluate("navigator.clipboard.readText()") == source
        assert reader.evaluate("window.same")


def test_a_page_is_copied_as_markdown(reader, site, address):
    reader.goto(f"{address}/losses/regression/")
    reader.get_by_title("Copy this page as Markdown").click()
    reader.get_by_text("Copied to clipboard").wait_for()
    assert reader.evaluate("navigator.clipboard.readText()") == (site / "losses/regression/index.md").read_text()


def test_an_address_without_a_page_leads_to_a_search(browser, address):
    with browser.new_context() as context:
        reader = context.new_page()
        reader.goto(f"{address}/losses/speculative_decodin.html")
        expect(reader.locator("[data-missing]")).to_have_value("speculative decodin")
        reader.locator("[data-missing]").press("Enter")
        link = reader.locator(".md-search-result__link").first
        expect(link).to_have_attribute("href", re.compile("/attention/decoding/"))


def test_everything_can_be_read_without_javascript(browser, address, pages):
    with browser.new_context(java_script_enabled=False) as context:
        reader = context.new_page()
        for page in pages:
            reader.goto(address + page, wait_until="domcontentloaded")
            assert reader.locator("article h1").is_visible()


def test_print_opens_the_folds_and_clips_no_code(reader, address):
    reader.goto(f"{address}/losses/regression/")
    reader.emulate_media(media="print")
    folded = "[...document.querySelectorAll('article details > :not(summary)')].map((e) => e.checkVisibility())"
    assert reader.evaluate(folded) and all(reader.evaluate(folded))
    clipped = (
        "[...document.querySelectorAll('article pre > code')].filter((e) => e.scrollWidth > e.clientWidth + 1).length"
    )
    assert reader.evaluate(clipped) == 0
    reader.emulate_media(media="screen")


def test_the_offline_site_searches_from_the_file_system(browser, tmp_path):
    build(tmp_path, OFFLINE="true")
    with browser.new_context() as context:
        reader = context.new_page()
        fetched = []
        reader.on("request", lambda request: fetched.append(request.url))
        reader.goto((tmp_path / "losses/regression.html").as_uri())
        reader.keyboard.press("/")
        reader.keyboard.type("speculative decoding")
        reader.locator(".md-search-result__item > .md-search-result__link").first.click()
        reader.wait_for_url("**/attention/decoding.html*")
        assert not [url for url in fetched if not url.startswith(("file:", "data:"))]
        reader.locator("article img").first.scroll_into_view_if_needed()
        reader.wait_for_function("document.querySelector('article img').naturalWidth > 0")
