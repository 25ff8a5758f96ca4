"""What MkDocs calls while it builds: refuse what was not verified, publish the snippets, render the mathematics."""

import html
import logging
import re
from pathlib import Path

import yaml
from math_core import LatexError, LatexToMathML
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from tools import pages, snippets

log = logging.getLogger("mkdocs.hooks.fieldbook")  # a warning here stops a strict build
ARITHMATEX = re.compile(r'<(span|div) class="arithmatex">(?:\\\(|\\\[)(.*?)(?:\\\)|\\\])</\1>', re.DOTALL)
FIGURE = re.compile(r'<img ([^>]*?)src="([^"]*/)?(snippets/[^"]+\.svg)"([^>]*)>')


def _root(config) -> Path:
    return Path(config.config_file_path).parent


def on_config(config):
    problems = snippets.stale(_root(config))
    if problems:
        raise PluginError("\n".join(problems))
    macros = yaml.safe_load((Path(__file__).parent / "macros.yml").read_text(encoding="utf-8"))
    config.extra["math"] = LatexToMathML(macros=macros, annotation=True)
    return config


def on_files(files, config):
    for name in snippets.names(_root(config)):
        stem = _root(config) / "snippets" / name
        for path in [stem.with_suffix(".py"), *(file for file in snippets.recorded_files(_root(config), name) if file.suffix == ".svg")]:
            uri = path.relative_to(_root(config)).as_posix()
            files.append(File.generated(config, uri, abs_src_path=str(path)))
    return files


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
            log.warning(f"{_line_of(page, tex)}: the formula {tex!r} cannot be rendered: {str(error).splitlines()[0]}. Mend its TeX.")
            return match[0]
        return f'<div class="math" tabindex="0">{math}</div>' if display else math

    def size(match: re.Match) -> str:
        svg = (_root(config) / match[3]).read_text(encoding="utf-8")
        width, height = (round(float(points) * 4 / 3) for points in re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg).groups())
        return f'<img {match[1]}src="{match[2] or ""}{match[3]}"{match[4]} width="{width}" height="{height}" loading="lazy">'

    return FIGURE.sub(size, ARITHMATEX.sub(render, content))


def _line_of(page, tex: str) -> str:
    source = Path(page.file.abs_src_path).read_text(encoding="utf-8")
    first = tex.splitlines()[0]
    return f"docs/{page.file.src_uri}:{source[: max(source.find(first), 0)].count(chr(10)) + 1}"
