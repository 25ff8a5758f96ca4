"""The built HTML keeps the promise: what a reader sees is what was executed."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from fontTools.ttLib import TTFont
from PIL import Image

from tools import anchors, snippets, visit
from tools import pages as checks

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.xdist_group("site")  # one worker builds the site and parses its pages, once


@pytest.fixture(scope="session")
def documents(site, pages):
    return {page: BeautifulSoup((site / page.strip("/") / "index.html").read_text(), "html.parser") for page in pages}


def code_of(block):
    return block.select_one("pre > code").get_text()


def test_every_python_block_is_a_whole_snippet(site, documents):
    shown = set()
    for page, document in documents.items():
        for block in document.select("div.language-python.highlight:not(.lab)"):
            path = block.select_one(".filename a").get_text()
            code = (ROOT / "snippets" / path).read_text()
            assert code_of(block) == code, f"{page}: {path} is not shown as it is"
            assert (site / page.strip("/") / block.select_one(".filename a")["href"]).resolve().read_text() == code
            _, test, itself = (link["href"] for link in block.select(".filename a"))
            assert (site / page.strip("/") / test).resolve().read_text() == snippets.meaning_test(
                ROOT, path.removesuffix(".py")
            ).read_text()
            assert itself == f"#{block['id']}", f"{page}: {path} does not link to itself"
            assert path not in shown, f"{page}: {path} is shown a second time"
            shown.add(path)
    assert shown == {f"{path.relative_to(ROOT / 'snippets')}" for path in (ROOT / "snippets").rglob("*.py")}


def test_every_output_block_is_a_recording(documents):
    recorded = {file.read_text().strip("\n") for file in (ROOT / "snippets").rglob("*.out")}
    for page, document in documents.items():
        if not page.startswith("/labs/"):
            for block in document.select("div.output.highlight"):
                assert code_of(block).strip("\n") in recorded, f"{page}: an output block that no snippet printed"


def test_no_test_and_no_recording_is_an_orphan():
    assert checks.orphans(ROOT) == []


def test_every_formula_was_rendered(site, documents):
    for page, document in documents.items():
        assert not document.select(".arithmatex"), f"{page}: a formula was left as TeX"
        text = re.sub(
            r"(?s)<(pre|code|script|math|svg)\b.*?</\1>", "", (site / page.strip("/") / "index.html").read_text()
        )
        assert not re.search(r"\$[^$\n]*\\[a-z]+", text), f"{page}: TeX in the text"


def test_no_set_has_more_tabs_than_the_stylesheet_shows(documents):
    for page, document in documents.items():
        assert not document.select(".tabbed-set > input:nth-of-type(5)"), (
            f"{page}: MANY_TABS in hooks/fieldbook.py removes tabs"
        )


def test_the_font_holds_every_character_of_the_formulas(documents):
    font = set(map(chr, TTFont(ROOT / "docs/assets/fonts/fieldbook-math.woff2").getBestCmap()))
    font |= {"\ufe00"}  # a variation selector draws nothing itself
    for page, document in documents.items():
        symbols = "".join(symbol.get_text() for symbol in document.select("math :is(mi, mo, mn)"))
        missing = {character for character in symbols if not character.isspace()} - font
        assert not missing, f"{page}: the maths font lacks {missing}. Add it as docs/assets/fonts/README.md says"


def test_every_page_is_also_clean_markdown(site, documents):
    overview, whole = (site / "llms.txt").read_text(), (site / "llms-full.txt").read_text()
    for page, document in documents.items():
        twin = (site / page.strip("/") / "index.md").read_text()
        assert twin in whole and f"{page}index.md): " in overview
        for block in document.select("div.highlight"):
            assert code_of(block).rstrip("\n") in twin, f"{page}: {code_of(block)[:60]!r} is not in index.md"
        prose = re.sub(r"(?ms)^```.*?^```$|`[^`]*`", "", twin)
        assert not re.search(r"--8<--|\{ ?[.#]|^(\?\?\?|!!!|===) ", prose, re.MULTILINE), (
            f"{page}: index.md is not clean"
        )
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", prose):
            assert (site / page.strip("/") / target).exists(), f"{page}: index.md links to {target}, which is not there"


def test_every_script_is_allowed_by_the_policy_and_no_other(site):
    headers = (site / "_headers").read_text()
    for file in site.rglob("*.html"):
        text = file.read_text()
        policy = re.search('<meta http-equiv="Content-Security-Policy" content="([^"]+)">', text)[1]
        scripts = policy.partition("script-src")[2].partition(";")[0].split()
        assert scripts[0] == "'self'" and all(source.startswith("'sha256-") for source in scripts[1:])
        assert policy in headers
        handlers = re.findall(r"<[^>]* on\w+=", text)
        assert not handlers, f"{file.relative_to(site)}: {handlers}"


def test_every_page_says_what_it_was_verified_with_and_where_to_report(documents):
    for page, document in documents.items():
        said = document.select_one("article .verified")
        if document.select("div.language-python.highlight:not(.lab)"):
            assert re.search(r"python 3\.\d+\.\d+.* on \d{4}-\d\d-\d\d", said.get_text()), f"{page}: no versions"
        report = said.find("a", string="Report an error")["href"]
        assert report.startswith("https://reports.example/new?title=Error") and quote(page) in report


def test_every_page_has_one_title_and_a_description(documents):
    titles, described = {}, set()
    for page, document in documents.items():
        assert len(document.select("article h1")) == 1, f"{page}: needs one h1"
        description = document.select_one("meta[name=description]")["content"]
        assert 40 < len(description) <= 320 and description not in described, f"{page}: {description!r}"
        described.add(description)
        titles.setdefault(document.title.get_text(), []).append(page)
    assert all(len(same) == 1 for same in titles.values()), titles


def test_every_figure_has_an_alternative_and_a_size(documents):
    for page, document in documents.items():
        for image in document.select("article img"):
            assert len(image.get("alt", "")) > 15, f"{page}: say in the alternative what {image['src']} shows"
            assert image.get("width") and image.get("height"), f"{page}: {image['src']} has no size"


def test_nothing_is_loaded_from_a_third_party(site, documents):
    for page, document in documents.items():
        for element in document.select("script[src], img[src], link[rel=stylesheet], iframe, source[src]"):
            address = element.get("src") or element.get("href")
            assert not re.match(r"(https?:)?//", address), f"{page}: loads {address}"
    for sheet in site.rglob("*.css"):
        assert not re.search(r"(url\(|@import)\s*[\"']?(https?:)?//", sheet.read_text()), (
            f"{sheet.name} loads from elsewhere"
        )


def test_a_first_visit_is_light(site, documents):
    for page in documents:
        files = visit.weights(site, page)
        weight = sum(files.values())
        assert len(files) <= 12 and weight <= 170_000, f"{page}: {len(files)} requests, {weight:,} bytes"


def test_every_page_has_a_card(site, address, documents):
    for page, document in documents.items():
        shown = {tag["property"]: tag["content"] for tag in document.select("meta[property^='og:']")}
        assert shown["og:url"] == address + page and shown["og:image"] == f"{address}{page}card.png"
        assert shown["og:title"] in document.title.get_text() and len(shown["og:description"]) > 40
        assert shown["og:title"].replace("–", "-").isascii(), f"{page}: the card's font may lack a letter of its title"
        with Image.open(site / page.strip("/") / "card.png") as card:
            assert card.size == (1200, 630)


def test_published_anchors_stay_alive(site):
    present, published = anchors.anchors(site), anchors.published()
    gone, new = sorted(published - present), sorted(present - published)
    assert not gone, f"others link to {gone}. Keep them: `{{ #old-name }}` at the heading, or a redirect in mkdocs.yml"
    assert not new, f"nothing keeps {new[:5]} alive. Run `make anchors`"
