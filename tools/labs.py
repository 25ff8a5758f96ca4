"""Execute the labs: docs/labs/NAME.py (jupytext percent format) is the source, NAME.ipynb beside it the executed lab.

python -m tools.labs      re-executes the labs that changed (`--all`: every one) and rewrites their notebooks
"""

import re
import sys
import tempfile
from pathlib import Path

import jupytext
import nbformat

from tools.launch import follow_scheme
from tools.snippets import replace, same_figure

SECONDS = 60
STYLE = Path(__file__).with_name("style.mplstyle")
SETUP = f"""%config InlineBackend.figure_formats = ["svg"]
%config InlineBackend.print_figure_kwargs = {{"bbox_inches": None, "metadata": {{"Date": None, "Creator": None}}}}
import matplotlib.pyplot
matplotlib.pyplot.style.use({str(STYLE)!r})
"""


def labs(root: Path) -> list[Path]:
    return sorted((root / "docs" / "labs").glob("*.py"))


def stale(root: Path) -> list[str]:
    """One line for each lab whose source is not what its notebook executed; needs no kernel."""
    return [
        f"docs/labs/{lab.name}: {lab.stem}.ipynb executed another source. Run `make record`."
        for lab in labs(root)
        if not lab.with_suffix(".ipynb").exists()
        or _sources(jupytext.read(lab)) != _sources(nbformat.read(lab.with_suffix(".ipynb"), as_version=4))
    ]


def _sources(notebook: nbformat.NotebookNode) -> list[tuple[str, str]]:
    return [(cell.cell_type, cell.source) for cell in notebook.cells]


def execute(lab: Path) -> nbformat.NotebookNode:
    """The lab as an executed notebook, figures as SVG whose colours follow the reader's colour scheme."""
    from nbclient import NotebookClient

    notebook = jupytext.read(lab)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(SETUP))
    with tempfile.TemporaryDirectory(prefix="lab-") as folder:
        NotebookClient(
            notebook, timeout=SECONDS, coalesce_streams=True, resources={"metadata": {"path": folder}}
        ).execute()
    del notebook.cells[0]
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"
        if cell.cell_type == "code":
            cell.execution_count = None
            cell.metadata.pop("execution", None)
            cell.outputs = [_portable(output) for output in cell.outputs]
    notebook.metadata.language_info = {"name": "python", "file_extension": ".py", "pygments_lexer": "ipython3"}
    return notebook


def _portable(output: nbformat.NotebookNode) -> nbformat.NotebookNode:
    output.pop("execution_count", None)
    if output.output_type == "execute_result":
        output.execution_count = None
    if svg := output.get("data", {}).get("image/svg+xml"):
        output.data = {"image/svg+xml": follow_scheme(svg[svg.index("<svg") :])}
        output.metadata = {}
    return output


def figures(notebook: nbformat.NotebookNode) -> list[str]:
    """Every figure of an executed lab, in order."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return [output.data["image/svg+xml"] for output in outputs if "image/svg+xml" in output.get("data", {})]


def to_markdown(lab: Path) -> str:
    """An executed lab as the Markdown of a page; figure N is the file NAME/N.svg, its `alt` stands at its cell."""
    parts, number = [], 0
    for cell in nbformat.read(lab, as_version=4).cells:
        if cell.cell_type == "markdown":
            parts.append(cell.source)
            continue
        parts.append(f"``` {{ .python .lab }}\n{cell.source}\n```")
        for output in cell.outputs:
            if "image/svg+xml" in output.get("data", {}):
                number += 1
                parts.append(f"![{cell.metadata.get('alt', '')}]({lab.stem}/{number}.svg)")
            else:
                text = output.get("text") or output.get("data", {}).get("text/plain", "")
                parts.append(f'``` {{ .text .output title="Output" }}\n{text.rstrip()}\n```')
    return "\n\n".join(parts) + "\n"


def difference(old: nbformat.NotebookNode, new: nbformat.NotebookNode) -> str | None:
    """The first cell whose output differs: figures within a tolerance, text to the letter."""
    for number, (before, after) in enumerate(zip(old.cells, new.cells, strict=True), 1):
        if before.cell_type == "code" and not _same(before.outputs, after.outputs):
            return f"cell {number} ({before.source.splitlines()[0]!r}) prints something else"
    drawn = figures(old), figures(new)
    if len(drawn[0]) != len(drawn[1]) or not all(map(same_figure, *drawn)):
        return "a figure differs from the recorded one"
    return None


def _same(before: list, after: list) -> bool:
    def texts(outputs: list) -> list[tuple]:
        data = [
            {kind: text for kind, text in output.get("data", {}).items() if "svg" not in kind} for output in outputs
        ]
        return [(output.output_type, output.get("text"), rest) for output, rest in zip(outputs, data, strict=True)]

    return texts(before) == texts(after)


def _failure(lab: Path, error: Exception) -> str:
    last = re.sub(r"\x1b\[[\d;]*m", "", str(error)).strip().splitlines()[-1]
    return f"docs/labs/{lab.name}: raises {last}. Mend the lab."


def check(root: Path, lab: Path) -> str | None:
    """Execute a lab again and compare with its notebook: None, or the problem in one line."""
    problem = next((line for line in stale(root) if line.startswith(f"docs/labs/{lab.name}:")), None)
    if problem:
        return problem
    try:
        new = execute(lab)
    except Exception as error:
        return _failure(lab, error)
    changed = difference(nbformat.read(lab.with_suffix(".ipynb"), as_version=4), new)
    return f"docs/labs/{lab.name}: {changed}. If that is right, run `make record`." if changed else None


def main() -> int:
    root, problems = Path.cwd(), 0
    changed = {line.partition(":")[0] for line in stale(root)}
    for lab in labs(root):
        if "--all" not in sys.argv and f"docs/labs/{lab.name}" not in changed:
            continue
        try:
            notebook = execute(lab)
        except Exception as error:
            problems += 1
            print(_failure(lab, error))
            continue
        replace(lab.with_suffix(".ipynb"), nbformat.writes(notebook) + "\n")
        print(f"executed docs/labs/{lab.name}")
    return min(problems, 1)


if __name__ == "__main__":
    raise SystemExit(main())
