"""What a page's Markdown must keep, so that the promise holds: each problem is one line with file, line, cause, mend."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tools.snippets import meaning_test

FENCE = re.compile(r"^(?P<prefix>[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*)(?P<fence>`{3,}|~{3,})\s*(?P<info>[^`]*)$")
INCLUDE = re.compile(r'^\s*--8<-- "(?P<path>[^"]+)"\s*$')
PYTHON = {"python", "python3", "py", "py3", "pycon", "ipython", "ipython3", "pytb", "sage", "numpy"}
TYPED_PYTHON = re.compile(r"^\s*(>>> |import \w|from \w[\w.]* import |def \w+\(|class \w+[(:])", re.MULTILINE)
COMPUTED = re.compile(r"\[(?P<text>[^\]]+)\]\((?P<page>[^)#\s]*)#(?P<id>[\w-]+)\)\{[^}]*\.computed[^}]*\}")
TOKEN = re.compile(
    r"(?<![\w.])(?P<number>-?\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?) ?(?P<unit>%|[×x](?![\w\d]))?", re.IGNORECASE
)
FIGURE = re.compile(r"(?<![\w.^])\d[\d.,]*(?: ?%|(?: ?×|x\b)(?! ?[\d$(])| times\b| percent\b)")
GIVEN = re.compile(r"(\*+)[^*]+\1\{[^}]*\.given[^}]*\}")
NOT_PROSE = re.compile(r"`+[^`]+`+|\$[^$\n]+\$|\]\([^)]*\)|<!--.*?-->|<[^<>]*>", re.DOTALL)
SENTENCE_END = re.compile(r"[.!?](?:\*+|\[\^[\w-]+\])*(?=\s|$)")


class Block(NamedTuple):
    line: int
    language: str
    classes: list[str]
    id: str
    title: str
    content: list[str]


def blocks_and_prose(source: str) -> tuple[list[Block], list[str]]:
    """The fenced blocks of a page at any depth, and its lines with everything that is no prose blanked out."""
    blocks, prose, inside, math, front = [], [], None, False, source.startswith("---\n")
    for number, line in enumerate(source.splitlines(), 1):
        fence = FENCE.match(line)
        text = ""
        if front:
            front = not (line == "---" and number > 1)
        elif inside:
            closing = fence and not fence["info"].strip() and fence["fence"].startswith(inside["fence"])
            if closing:
                inside = None
            else:
                blocks[-1].content.append(line)
        elif fence:
            inside, info = fence, fence["info"].strip()
            classes = (
                re.findall(r"\.([\w-]+)", re.sub(r'"[^"]*"', "", info)) if info.startswith("{") else info.split()[:1]
            )
            attribute = {key: value for key, value in re.findall(r'(\w+)="([^"]*)"', info)}
            anchor = re.search(r"#([\w-]+)", re.sub(r'"[^"]*"', "", info))
            blocks.append(
                Block(
                    number,
                    classes[0] if classes else "",
                    classes[1:],
                    anchor[1] if anchor else "",
                    attribute.get("title", ""),
                    [],
                )
            )
        elif line.strip().startswith("$$") or math:
            math ^= line.count("$$") % 2 == 1
        elif not re.match(r"\s*(\[\^[\w-]+\]:|\*\[)", line):
            text = line
        prose.append(text)
    return blocks, prose


def problems(root: Path, page: Path) -> list[str]:
    """Everything that is wrong with one page below root/docs."""
    source = page.read_text(encoding="utf-8")
    blocks, prose = blocks_and_prose(source)
    shown = page.relative_to(root)
    found = [(block.line, text) for block in blocks for text in _block_problems(root, block)]
    found += [(line, text) for line, text in _computed_problems(root, page, source)]
    found += [(line, text) for line, text in _figure_problems(prose)]
    for line, text in enumerate(prose, 1):
        if re.search(r"<pre\b", text, re.IGNORECASE):
            found.append((line, "holds a <pre> block. Use a fence that includes a snippet"))
        if "--8<--" in text:
            found.append((line, "includes a file outside a code block. Includes are for snippets and their outputs"))
        if re.search(r"!\[\s*\]\(", text):
            found.append((line, "shows a figure without a text alternative. Say between the brackets what it shows"))
        if re.search(r"\[(?:click )?(?:here|this|more|link|learn more|start)\]\(", text, re.IGNORECASE):
            found.append((line, "has a link whose text does not say where it leads. Name the page or section"))
    return [f"{shown}:{line}: {text}." for line, text in sorted(found)]


def _block_problems(root: Path, block: Block) -> list[str]:
    match = INCLUDE.match(block.content[0]) if len(block.content) == 1 else None
    path = match["path"] if match else ""
    if re.search(r":\w*$", path) or (any("--8<--" in line for line in block.content) and not path):
        return ["cuts or mixes an include. A block holds one whole file and nothing else"]
    if path and not (root / "snippets" / path).is_file():
        return [f"includes {path}, which is not there. Correct the name, or write snippets/{path}"]
    if "output" in block.classes or path.endswith(".out"):
        whole = path.endswith(".out") and "output" in block.classes
        return (
            []
            if whole
            else ["is an output block that is not the recorded file. Include the snippet's .out in a .output block"]
        )
    if block.language in PYTHON or path.endswith(".py"):
        if not path.endswith(".py"):
            return ["is a Python block typed by hand. Write a snippet and include it"]
        expected = block.language == "python" and block.title == path and block.id
        return (
            [] if expected else [f'is a snippet block without its name. Begin it {{ .python #some-id title="{path}" }}']
        )
    if not block.language:
        return ["is a code block without a language. Name it (bash, yaml, text …)"]
    if block.language == "text" and TYPED_PYTHON.search("\n".join(block.content)):
        return ["is a Python block typed by hand, called text. Write a snippet and include it"]
    return []


def _computed_problems(root: Path, page: Path, source: str) -> list[tuple[int, str]]:
    found = []
    links = list(COMPUTED.finditer(source))
    for stray in re.finditer(r"\.computed\b", re.sub(r"`[^`]*`", lambda code: " " * len(code[0]), source)):
        if not any(match.start() <= stray.start() < match.end() for match in links):
            found.append(
                (
                    source.count("\n", 0, stray.start()) + 1,
                    "has a .computed that is no link to a snippet. Write [number](#id){ .computed }",
                )
            )
    for link in links:
        line = source.count("\n", 0, link.start()) + 1
        target = (page.parent / link["page"]).resolve() if link["page"] else page
        path = _snippet_of(target, link["id"]) if target.is_file() else ""
        if not path:
            found.append(
                (
                    line,
                    f"has a computed number that points to nothing ({link['page']}#{link['id']}). Link to a snippet block's id",
                )
            )
            continue
        recorded = root / "snippets" / path.replace(".py", ".out")
        output = recorded.read_text(encoding="utf-8") if recorded.is_file() else ""
        for missing in not_printed(link["text"], output):
            found.append((line, f"says {missing}, which {path} does not print. Correct the number, or print it"))
    return found


@cache
def _ids(target: Path, changed: int) -> dict[str, str]:
    blocks, _ = blocks_and_prose(target.read_text(encoding="utf-8"))
    includes = {block.id: INCLUDE.match(block.content[0]) for block in blocks if block.id and block.content}
    return {key: match["path"] for key, match in includes.items() if match and match["path"].endswith(".py")}


def _snippet_of(target: Path, anchor: str) -> str:
    return _ids(target, target.stat().st_mtime_ns).get(anchor, "")


def not_printed(text: str, output: str) -> list[str]:
    """The numbers of a computed link that stand nowhere in the output; a link without digits must occur as it is."""

    def tokens(string: str) -> set[tuple[str, str]]:
        plain = (
            string.replace("\N{MINUS SIGN}", "-")
            .replace("\N{NO-BREAK SPACE}", " ")
            .replace("\N{NARROW NO-BREAK SPACE}", " ")
        )
        return {
            (match["number"].rstrip(","), (match["unit"] or "").replace("x", "×")) for match in TOKEN.finditer(plain)
        }

    wanted, printed = tokens(text), tokens(output)
    if not wanted:
        return [] if text in output else [text]
    plain = {number for number, _ in printed}
    return [
        f"{number} {unit}".strip()
        for number, unit in wanted
        if not ((number, unit) in printed or (unit != "%" and number in plain))
    ]


def _figure_problems(prose: list[str]) -> list[tuple[int, str]]:
    """Percentages and multipliers in running text that no snippet computes and no footnote supports."""
    found = []
    for first, text in _paragraphs(prose):
        blank = lambda match: re.sub(r"[^\n]", " ", match[0])  # noqa: E731 - keeps offsets, so that lines can be counted
        for pattern in (COMPUTED, GIVEN, NOT_PROSE):
            text = pattern.sub(blank, text)
        for figure in FIGURE.finditer(text):
            ends = [0, *(end.end() for end in SENTENCE_END.finditer(text)), len(text)]
            start = max(end for end in ends if end <= figure.start())
            end = min(end for end in ends if end >= figure.end())
            if "[^" not in text[start:end]:
                line = first + text.count("\n", 0, figure.start())
                found.append(
                    (
                        line,
                        f"says {figure[0]!r}, neither computed nor cited. Link it to a snippet, cite it by a footnote in the same sentence, or mark a definition or an exercise's given *{figure[0]}*{{ .given }}",
                    )
                )
    return found


def _paragraphs(prose: list[str]) -> list[tuple[int, str]]:
    paragraphs, fresh = [], True
    for number, line in enumerate(prose, 1):
        stripped = line.strip()
        if fresh or not stripped or re.match(r"(\||[-*+] |\d+[.)] |#|!!!|\?\?\?|===|>|:)", stripped):
            paragraphs.append((number, line))
        else:
            paragraphs[-1] = (paragraphs[-1][0], f"{paragraphs[-1][1]}\n{line}")
        fresh = not stripped
    return paragraphs


@cache  # asked for each snippet; no page changes while the tests run
def embedded(root: Path) -> set[str]:
    """Every file that some page includes."""
    pages = (page.read_text(encoding="utf-8") for page in (root / "docs").rglob("*.md"))
    return {match["path"] for page in pages for line in page.splitlines() if (match := INCLUDE.match(line))}


def unpaired(root: Path, name: str) -> str | None:
    """The partner that a snippet lacks: its test, or a page that shows it and its output."""
    test = meaning_test(root, name)
    if not test.is_file() or not re.search(r"\bassert\b|pytest\.raises|assert_", test.read_text(encoding="utf-8")):
        return f"snippets/{name}.py: has no meaning test. Write {test.relative_to(root)} with an assertion."
    missing = {f"{name}.py", f"{name}.out"} - embedded(root)
    if missing:
        return f"snippets/{name}.py: {' and '.join(sorted(missing))} embedded nowhere. Include it in a page, or delete the snippet."
    return None


def orphans(root: Path) -> list[str]:
    """Tests and recordings whose snippet is gone."""
    snippets = {path.relative_to(root / "snippets").with_suffix("") for path in (root / "snippets").rglob("*.py")}
    found = []
    for test in (root / "tests" / "snippets").rglob("test_*.py"):
        path = test.relative_to(root / "tests" / "snippets")
        if path.with_name(path.stem.removeprefix("test_")) not in snippets:
            found.append(f"{test.relative_to(root)}: tests a snippet that is gone. Delete it.")
    for file in (file for kind in ("*.out", "*.svg") for file in (root / "snippets").rglob(kind)):
        path = file.relative_to(root / "snippets")
        if path.with_name(path.name.partition(".")[0]) not in snippets:
            found.append(f"{file.relative_to(root)}: is the recording of a snippet that is gone. Delete it.")
    return found
