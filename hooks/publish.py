"""What is published beside the pages: Markdown twins, llms.txt, a block's links, descriptions, a content-security policy."""

import base64
import hashlib
import html
import posixpath
import re
from pathlib import Path

from mkdocs.structure.files import File

from tools import snippets
from tools.pages import COMPUTED

ROOT = Path(__file__).resolve().parents[1]

INCLUDE = re.compile(r'^(\s*)--8<-- "([^"]+)"$', re.MULTILINE)
FENCE = re.compile(r"^(\s*```+) \{ \.(\w+)[^}]*\}$", re.MULTILINE)
FOLD = re.compile(r'^(\s*)(?:[?!]{3}\+?|===) (?:\w+ )?"(.*)"$')
LINK = re.compile(r"\]\((?!\w+:)([^)#\s]+)(#[^)\s]*)?\)")
ATTRIBUTES = re.compile(r"(?<=[)*])\{ ?[.#:][^}]*\}| \{ #[\w-]+ \}$", re.MULTILINE)
FILENAME = re.compile(r'<span class="filename">((\w+)/(\w+)\.py)</span>')
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
UNCOLOURED = re.compile(r'<span class="[nopw]">([^<]*)</span>')  # names, operators, punctuation, blanks
INLINE_SCRIPT = re.compile(r"<script(?![^>]*(?:\bsrc=|json))[^>]*>(.*?)</script>", re.DOTALL)
POLICY = (  # not 'none' by default: Firefox fetches the next page ahead, and says so in the console where it may not
    "default-src 'self'; script-src 'self' {hashes}; style-src-attr 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'self'"
)
twins: dict[str, str] = {}  # a page's address -> the page as Markdown
serving = False


def on_startup(command, dirty):
    global serving
    serving = command == "serve"


def on_config(config):
    if not config.use_directory_urls:  # `make offline`; the plugin would load its shim from elsewhere
        config.extra["polyfills"] = ["assets/javascripts/iframe-worker.js"]
    config.extra["verified"] = snippets.verified(ROOT)
    return config


def on_files(files, config):
    for test in sorted(ROOT.glob("tests/snippets/*/test_*.py")):
        uri = test.relative_to(ROOT / "tests").as_posix().replace("snippets/", "tests/", 1)
        files.append(File.generated(config, uri, abs_src_path=str(test)))
    return files


def on_page_markdown(markdown, page, config, files):
    shown = [path.removesuffix(".py") for _, path in INCLUDE.findall(markdown) if path.endswith(".py")]
    records = [config.extra["verified"][name] for name in shown if name in config.extra["verified"]]
    versions = {f"{package} {version}" for record in records for package, version in record["versions"].items()}
    if records:
        page.meta["verified"] = f"{', '.join(sorted(versions))} on {max(record['date'] for record in records)}"
    page.meta.setdefault("description", _first_sentences(markdown))
    if config.use_directory_urls:
        page.markdown_twin = "index.md"
        twins[page.url] = _twin(markdown, page, files)
    return markdown


def on_page_content(content, page, config, files):
    # two elements of five on a page are tokens in the colour of the text around them
    content = UNCOLOURED.sub(r"\1", content)
    # a block that scrolls can be scrolled by keyboard before Material has seen it, which asks for this where it is needed
    content = content.replace("<pre><span></span><code>", '<pre><span></span><code tabindex="0">')
    content = content.replace("<p><em>Also called:", '<p class="names"><em>Also called:', 1)
    # what Material puts around a table comes too late: a box that is skipped must be there from the start
    return TABLE.sub(r'<div class="table">\g<0></div>', content)


def on_post_page(output, page, config):
    """Give each block its links, which are no words for the search."""
    to = posixpath.relpath(".", posixpath.dirname(page.url) or ".")

    def links(match: re.Match) -> str:
        path, topic, name = match.groups()
        anchor = re.search(r'<div[^>]* id="([^"]+)"[^>]*>$', output[: match.start()])
        return (
            f'<span class="filename links"><a href="{to}/snippets/{path}" download title="Download">{path}</a>'
            f'<a href="{to}/tests/{topic}/test_{name}.py" title="The test of {name}.py">test</a>'
            f'<a href="#{anchor[1]}" title="Link to this block">#</a></span>'
        )

    return FILENAME.sub(links, output)


def on_post_build(config):
    site = Path(config.site_dir)
    for address, text in twins.items():
        (site / address / "index.md").write_text(text, encoding="utf-8")
    if config.use_directory_urls and not serving:  # `mkdocs serve` adds a script of its own; a file has no origin
        _add_policy(site)


def on_nav(nav, config, files):
    config.extra["llms"] = nav
    return nav


def on_env(env, config, files):
    """Called when every page has been read."""
    if not twins:
        return
    base = config.site_url or "/"
    index, full = [f"# {config.site_name}\n\n> {config.site_description}\n"], []
    for section in config.extra["llms"].items:
        index.append(f"\n## {section.title}\n\n")
        for page in section.children or [section]:
            index.append(f"- [{page.title}]({base}{page.url}index.md): {page.meta['description']}\n")
            full.append(twins[page.url])
    files.append(File.generated(config, "llms.txt", content="".join(index)))
    files.append(File.generated(config, "llms-full.txt", content="\n".join(full)))


def _first_sentences(markdown: str) -> str:
    """The answer under a page's title, as plain text."""
    paragraphs = re.split(r"\n\s*\n", re.split(r"^# ", markdown, maxsplit=1, flags=re.MULTILINE)[-1])
    text = next((part for part in paragraphs[1:] if re.match(r"[\w*\[\"$`]", part)), "")
    text = re.sub(r"\[\^[^\]]+\]|\{[^}]*\}|[*`$\\]", "", re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text))
    sentences = re.split(r"(?<=[.!?]) ", " ".join(text.split()))
    return html.escape(sentences[0] if len(" ".join(sentences[:2])) > 200 else " ".join(sentences[:2]))


def _twin(markdown: str, page, files) -> str:
    """A page for readers of plain Markdown: what is included stands in it, folds are opened, links lead to twins."""

    def link(match: re.Match) -> str:
        path, anchor = match[1], match[2] or ""
        file = files.get_file_from_path(posixpath.normpath(posixpath.join(posixpath.dirname(page.file.src_uri), path)))
        if not file:
            return match[0]
        address = file.url + "index.md" if file.is_documentation_page() else file.url
        return f"]({posixpath.relpath(address, page.url or '.')}{anchor})"

    def included(match: re.Match) -> str:
        file = ROOT / "snippets" / match[2]
        text = file.read_text(encoding="utf-8") if file.is_file() else match[0]  # a problem that is reported elsewhere
        return "\n".join(match[1] + line for line in text.rstrip("\n").split("\n"))

    lines, folds = [], []
    for line in markdown.splitlines():
        indent = len(line) - len(line.lstrip())
        while folds and line.strip() and indent <= folds[-1]:
            folds.pop()
        fold = FOLD.match(line)
        text = line[4 * len(folds) :]
        lines.append(f"**{fold[2]}**" if fold else text)
        if fold:
            folds.append(indent)
    text = COMPUTED.sub(r"\g<text>", "\n".join(lines))  # a block's id is no place in Markdown
    text = ATTRIBUTES.sub("", LINK.sub(link, text))
    return INCLUDE.sub(included, FENCE.sub(r"\1\2", text)) + "\n"


def _add_policy(site: Path) -> None:
    """One policy for all pages, since instant navigation keeps the first page's: in each page, and for hosts that take headers."""
    pages = {file: file.read_text(encoding="utf-8") for file in site.rglob("*.html")}
    scripts = {script for text in pages.values() for script in INLINE_SCRIPT.findall(text)}
    digests = sorted(base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    policy = POLICY.format(hashes=" ".join(f"'sha256-{digest}'" for digest in digests))
    for file, text in pages.items():
        meta = f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">'
        file.write_text(text.replace('<meta charset="utf-8">', meta, 1), encoding="utf-8")
    headers = f"/*\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n  X-Content-Type-Options: nosniff\n"
    (site / "_headers").write_text(headers, encoding="utf-8")
