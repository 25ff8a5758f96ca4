"""The site in a real browser: what it loads, how it fits, what is copied, what search finds, who can read it."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


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


# [path, what the clipboard holds after a press on its copy button] for each block of a page
COPY_EACH = """async () => {
    const copied = [];
    for (const block of document.querySelectorAll('div.language-python.highlight:not(.lab)')) {
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
# they are, and so do a page's first formula and those in links; the others become plain text
SIMPLIFY_WHAT_IS_KNOWN = """known => {
    document.querySelectorAll('details').forEach((fold) => (fold.open = true));
    const seen = new Set(known);
    for (const code of document.querySelectorAll('pre > code')) {
        const kinds = [...code.querySelectorAll('span')].map((token) => token.className);
        if (kinds.every((kind) => seen.has(kind))) code.textContent = code.textContent;
        kinds.forEach((kind) => seen.add(kind));
    }
    [...document.querySelectorAll('math')].slice(1).filter((formula) => !formula.closest('a'))
        .forEach((formula) => formula.replaceWith(formula.textContent));
    return [...seen];
}"""
# What depends on scheme and width
LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]


@pytest.mark.parametrize(("viewport", "scheme"), [(PHONE, "light"), (DESKTOP, "dark")], ids=["phone", "desktop"])
def test_axe_finds_no_violation(browser, address, pages, viewport, scheme):
    tags, kinds = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], []
    with browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce") as context:
        reader = context.new_page()
        for page in pages:
            reader.goto(address + page)
            kinds = reader.evaluate(SIMPLIFY_WHAT_IS_KNOWN, kinds)
            whole = viewport is PHONE or page == pages[0]
            rules = {"type": "tag", "values": tags} if whole else {"type": "rule", "values": LOOKS}
            result = Axe().run(reader, options={"runOnly": rules, "resultTypes": ["violations"]})
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


FINDS = {  # what people type, and the page that must be among the first three
    "losses/likelihoods": ["NLL", "maximum likelihood"],
    "losses/regression": ["MAE", "huber", "pinball", "quantile loss"],
    "losses/cross_entropy": ["BCE", "log loss", "BCEWithLogitsLoss"],
    "losses/mse_against_cross_entropy": ["square loss sigmoid"],
    "losses/calibration": ["expected calibration error", "ECE", "brier"],
    "losses/imbalance": ["focal loss"],
    "losses/metric_learning": ["hinge", "triplet", "InfoNCE", "NT-Xent"],
    "losses/ranking": ["BPR", "LambdaRank", "NDCG"],
    "losses/language_models": ["DPO", "GRPO"],
    "losses/designing": ["dice loss", "ordinal"],
    "losses/misbehaving": ["loss is nan", "softmax twice"],
    "lora/mechanism": ["rsLoRA", "low-rank adaptation"],
    "lora/counting": ["lora parameters memory"],
    "lora/tuning": ["lora learning rate", "target modules"],
    "lora/serving": ["merge adapter"],
    "lora/qlora": ["NF4", "QLoRA", "double quantisation"],
    "lora/family": ["DoRA", "prefix tuning", "BitFit"],
    "lora/failures": ["catastrophic forgetting", "intruder dimensions"],
    "attention/scaled_dot_product": ["causal mask", "scaled dot product"],
    "attention/multi_head": ["GQA", "MLA", "multi-query attention"],
    "attention/positions": ["RoPE", "ALiBi", "YaRN"],
    "attention/block": ["RMSNorm", "MoE", "SwiGLU"],
    "attention/decoding": ["speculative decoding", "top-p", "KV cache"],
    "attention/long_context": ["flash attention", "linear attention", "sliding window"],
    "attention/tokenisation": ["BPE", "byte fallback", "tokenizer"],
    "attention/vision": ["ViT", "patch embedding", "zero-shot classification"],
    "optimizers/sgd": ["momentum", "nesterov"],
    "optimizers/adam": ["AdamW", "bias correction", "AMSGrad"],
    "optimizers/beyond_adam": ["Muon", "Lion", "Adafactor"],
    "optimizers/schedules": ["warm-up", "cosine annealing", "critical batch size"],
    "optimizers/stability": ["gradient clipping", "clip_grad_norm_", "loss scaling", "bfloat16"],
    "optimizers/memory": ["gradient accumulation", "ZeRO", "activation checkpointing"],
    "optimizers/evidence": ["sharpness", "SAM", "edge of stability"],
    "foundations/tasks": ["proxy label", "kaplan-meier"],
    "foundations/training_loop": ["zero_grad", "autograd", "batch normalisation"],
    "foundations/generalisation": ["bias variance", "double descent", "dropout", "early stopping"],
    "foundations/metrics": ["ROC-AUC", "average precision", "simpson", "bootstrap"],
    "foundations/leakage": ["target encoding", "data leakage"],
    "foundations/privacy": ["differential privacy", "DP-SGD", "membership inference"],
    "foundations/coding_streams": ["LRU cache", "reservoir sampling", "rate limiter"],
    "foundations/coding_models": ["k-means", "beam search", "NMS"],
    "experimentation/design": ["randomisation unit", "delta method"],
    "experimentation/power": ["sample size", "minimum detectable effect", "winner's curse"],
    "experimentation/analysis": ["SRM", "Welch", "permutation test"],
    "experimentation/variance_reduction": ["CUPED", "post-stratification"],
    "experimentation/sequential": ["peeking", "alpha spending", "mSPRT"],
    "experimentation/multiplicity": ["Bonferroni", "FDR", "Thompson sampling"],
    "experimentation/interference": ["switchback", "SUTVA", "synthetic control"],
    "experimentation/logged_data": ["IPS", "doubly robust", "interleaving"],
    "experimentation/retraining": ["novelty effect", "surrogate"],
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
        reader.locator("mark[data-md-highlight]").first.wait_for()  # what was searched is marked on the page


@pytest.mark.parametrize("topic", sorted({page.partition("/")[0] for page in FINDS}))
def test_search_finds_it_among_the_first_three(reader, address, topic):
    reader.goto(address)
    box, said = reader.locator("[data-md-component=search-query]"), reader.locator(".md-search-result__meta")
    hits = reader.locator(".md-search-result__item > .md-search-result__link")
    missed = []
    for page in [page for page in FINDS if page.startswith(topic)]:
        for query in FINDS[page]:
            box.fill("")
            box.press("End")
            expect(said).to_have_text("Type to start searching")
            box.fill(query)
            box.press("End")
            hits.first.wait_for()
            found = [hits.nth(number).get_attribute("href") for number in range(min(hits.count(), 3))]
            if not any(f"/{page}/" in link for link in found):
                missed.append((query, found))
    assert not missed


def test_the_next_page_comes_without_loading_anew_and_works(reader, address):
    reader.goto(f"{address}/losses/regression/")
    reader.evaluate("window.kept = true")
    reader.locator(".md-footer__link--next").click()
    reader.wait_for_url("**/losses/cross_entropy/")
    assert reader.evaluate("window.kept")
    assert reader.locator("article math").count() > 10
    copied = reader.evaluate(COPY_EACH)
    assert len(copied) > 5 and all(text == Path(f"snippets/{path}").read_text() for path, text in copied)
    assert not reader.errors  # nothing was refused by the content-security policy


def test_a_page_can_be_copied_as_markdown(reader, site, address):
    reader.goto(f"{address}/losses/regression/")
    reader.locator("[data-copy-page]").click()
    reader.get_by_text("Copied to clipboard").wait_for()
    assert reader.evaluate("navigator.clipboard.readText()") == (site / "losses/regression/index.md").read_text()


def test_a_page_that_is_not_there_searches(browser, address):
    with browser.new_context() as context:
        reader = context.new_page()
        reader.goto(f"{address}/losses/huber-loss.html")
        assert reader.locator("[data-missing]").input_value() == "huber loss"
        assert reader.locator("article").get_by_role("link", name="Losses").count()
        reader.get_by_role("button", name="Search", exact=True).click()
        first = reader.locator(".md-search-result__item > .md-search-result__link").first
        first.wait_for()
        assert "/losses/regression/" in first.get_attribute("href")


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
