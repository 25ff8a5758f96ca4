"""What MkDocs calls while it builds: refuse what was not verified, publish the snippets, render the mathematics."""

import html
import logging
import posixpath
import re
from pathlib import Path
from types import MethodType

import nbformat
from math_core import LatexError, LatexToMathML
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from tools import labs, pages, snippets

log = logging.getLogger("mkdocs.hooks.fieldbook")  # a warning here stops a strict build
ARITHMATEX = re.compile(
    r'<(span|div) class="arithmatex">(?:\\\(|\\\[)(.*?)(?:\\\)|\\\])</\1>(?P<after>[.,;:!?)]*)', re.DOTALL
)
INDENTED = re.compile(r'<div class="language-pytb highlight"><pre>(.*?)</pre>', re.DOTALL)  # see mkdocs.yml
# In the bundle of the pinned Material: what fetches the search index at once, and what waits until it is needed; a search that
# waits until the key rises, which pasting does not do; what has the whole page styled again at its start: it says the colour
# scheme to the browser, as the stylesheet does at once, holds transitions off while the scheme is set, and makes the addresses
# of all stylesheets absolute, which has them read a second time (all pages have the same ones: their names tell them apart)
LATER = {
    'L($(location.protocol!=="file:"),Je("search"))': 'L($(!1),Je("search"))',
    'z([t,r.pipe(Q(we()),g(o=>!!o.searchParams.get("h")))])': (
        'r.pipe(Q(we()),g(o=>!!o.searchParams.get("h")),b(o=>z([t,$(o)])))'
    ),
    'h(e,"keyup"),o)': 'h(e,"input"),o)',
    "return o.content=a.colorScheme,": "return ",
    'document.body.setAttribute("data-md-color-switching",""),': "",
    'function vi(e){for(let t of M("[href], [src]",e))': 'function vi(e){for(let t of M("[href]:not([rel=stylesheet]), [src]",e))',
    "t.set(r.outerHTML,r)": 't.set(r.rel==="stylesheet"?r.href.split("/").pop():r.outerHTML,r)',
}
# In its stylesheet: what shows the fifth to twentieth tab of a set, half of all that the browser tries on each element
MANY_TABS = re.compile(r",[^,{}]*tabbed-set[^,{}]*:nth-child\((?:[5-9]|1\d|20)\)[^,{}]*")
FIGURE = re.compile(r'<img [^>]*?src="([^"]+\.svg)"[^>]*?(?= ?/?>)')


def _root(config) -> Path:
    return Path(config.config_file_path).resolve().parent


def on_config(config):
    problems = snippets.stale(_root(config)) + labs.stale(_root(config))
    if problems:
        raise PluginError("\n".join(problems))
    config.extra["math"] = LatexToMathML(annotation=True)
    return config


def on_files(files, config):
    for name in snippets.names(_root(config)):
        stem = _root(config) / "snippets" / name
        for path in [
            stem.with_suffix(".py"),
            *(file for file in snippets.recorded_files(_root(config), name) if file.suffix == ".svg"),
        ]:
            uri = path.relative_to(_root(config)).as_posix()
            files.append(File.generated(config, uri, abs_src_path=str(path)))
    for lab in labs.labs(_root(config)):
        for number, svg in enumerate(labs.figures(nbformat.read(lab.with_suffix(".ipynb"), as_version=4)), 1):
            files.append(File.generated(config, f"labs/{lab.stem}/{number}.svg", content=svg))
    return files


def on_pre_page(page, config, files):
    if page.file.src_uri.endswith(".ipynb"):
        page.render = MethodType(Page.render, page)  # as Markdown: mkdocs-jupyter's own HTML weighs 600 kB a page
    return page


def on_page_read_source(page, config):
    return labs.to_markdown(Path(page.file.abs_src_path)) if page.file.src_uri.endswith(".ipynb") else None


def on_page_markdown(markdown, page, config, files):
    if page.file.src_uri.endswith(".md"):
        found = pages.problems(_root(config), Path(page.file.abs_src_path))
        for problem in found:
            log.warning(problem)
        if any("which is not there" in problem for problem in found):
            raise PluginError("\n".join(found))
    return markdown


def on_page_content(content, page, config, files):
    def render(match: re.Match) -> str:
        tex, display = html.unescape(match[2]).strip(), match[1] == "div"
        try:
            math = config.extra["math"].convert_with_local_state(tex, displaystyle=display)
        except LatexError as error:
            log.warning(
                f"{_line_of(page, tex)}: the formula {tex!r} cannot be rendered: {str(error).splitlines()[0]}. Mend its TeX."
            )
            return match[0]
        if display:
            return f'<div class="math" tabindex="0">{math}</div>{match["after"]}'
        return f'<span class="unbroken">{math}{match["after"]}</span>' if match["after"] else math

    def size(match: re.Match) -> str:
        file = files.get_file_from_path(posixpath.normpath(posixpath.join(posixpath.dirname(page.url), match[1])))
        box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', file.content_string) if file else None
        if not box:
            return match[0]
        width, height = (round(float(points) * 4 / 3) for points in box.groups())
        return f'{match[0]} width="{width}" height="{height}" loading="lazy"'

    for code in INDENTED.findall(content):
        first = html.unescape(re.sub("<[^>]+>", "", code)).strip().partition("\n")[0]
        log.warning(f"{_line_of(page, first)}: is an indented code block. Use a fence that includes a snippet.")
    content = FIGURE.sub(size, ARITHMATEX.sub(render, content))
    # two notes in a row must not read as one number
    content = content.replace('</sup><sup id="fnref', '</sup>\u202f<sup id="fnref')
    page.present_anchor_ids = (page.present_anchor_ids or set()) | set(
        re.findall(r'\bid="([^"]+)"', content)
    )  # MkDocs does not see a code block's id
    return content


def on_post_build(config):
    """Let Material's script do later what no reader waits for, and its stylesheet without what no page has."""
    bundle = next(Path(config.site_dir).glob("assets/javascripts/bundle.*.min.js"))
    script = bundle.read_text(encoding="utf-8")
    for eager, lazy in LATER.items():
        if script.count(eager) != 1:
            raise PluginError(
                f"{bundle.name} holds {script.count(eager)} times {eager!r}, not once. Adapt LATER in hooks/fieldbook.py."
            )
        script = script.replace(eager, lazy)
    bundle.write_text(script, encoding="utf-8")
    sheet = next(Path(config.site_dir).glob("assets/stylesheets/main.*.min.css"))
    styles, found = MANY_TABS.subn("", sheet.read_text(encoding="utf-8"))
    if not found:
        raise PluginError(f"{sheet.name} has no rules for many tabs. Adapt MANY_TABS in hooks/fieldbook.py.")
    sheet.write_text(styles, encoding="utf-8")


def _line_of(page, text: str) -> str:
    source = Path(page.file.abs_src_path).read_text(encoding="utf-8")
    before = source.partition(text.splitlines()[0])[0]
    return f"docs/{page.file.src_uri}:{before.count(chr(10)) + 1}"
