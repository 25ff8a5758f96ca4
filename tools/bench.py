"""What executing and building cost: `python -m tools.bench` prints a table, for this project and for a synthetic one."""

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools import snippets, visit

CORES = os.cpu_count()
ROOT = Path(__file__).parents[1]
PAGE = """# Page {number}

Some text with a formula, $x_{number}$, and words to search for.

{blocks}
"""
BLOCK = """``` {{ .python #s{number} title="t/s{number}.py" }}
--8<-- "t/s{number}.py"
```

``` {{ .text .output }}
--8<-- "t/s{number}.out"
```
"""


def timed(command: list[str], folder: Path) -> tuple[float, float]:
    """Wall and CPU seconds of a command, its children included."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run([sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True)
    assert not done.returncode, done.stdout[-800:] + done.stderr[-800:]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - started, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def own_cpu_seconds(root: Path) -> float:
    """The CPU seconds of the snippets' own processes, interpreter and imports included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with ThreadPoolExecutor(CORES) as pool:
        list(pool.map(lambda name: snippets.run(root, name), snippets.names(root)))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def copied(root: Path, folder: Path, without: str) -> Path:
    """A project in a new folder, without tests, labs, navigation and what `without` matches in its configuration."""
    shutil.copytree(
        root, folder, ignore=shutil.ignore_patterns(".git", ".venv", "site", "tests", "__pycache__", "labs")
    )
    configuration = re.sub(rf"(?s){without}|\nnav:.*", "\n", (root / "mkdocs.yml").read_text())
    (folder / "mkdocs.yml").write_text(configuration)
    return folder


def measure_visits(site: Path) -> None:
    """A row for each page: what its first visit transfers."""
    print("a first visit, kB compressed, pictures apart")
    print(f"  {'page':44} files   HTML    CSS scripts  fonts  whole")
    visits = {page or "home": visit.weights(site, page) for page in visit.addresses(site)}
    for page, files in sorted(visits.items(), key=lambda one: -sum(one[1].values())):
        kinds = [
            sum(size for name, size in files.items() if name.endswith(kind))
            for kind in (".html", ".css", ".js", ".woff2")
        ]
        numbers = "".join(f"{size / 1000:7.1f}" for size in (*kinds, sum(files.values())))
        print(f"  {page:44} {len(files):5d}{numbers}")


def measure_build(root: Path) -> float:
    """Seconds to build the site, printed against the same Markdown with the same extensions and no hooks: what MkDocs and Material alone cost."""
    with tempfile.TemporaryDirectory() as folder:
        build = ["mkdocs", "build", "--site-dir", f"{folder}/site"]
        ours = r"hooks: .*?\n|  - mkdocs-jupyter:.*?\n\n|validation:.*?\n\n|strict: true\n"
        wall, cpu = timed(build, root)
        if root == ROOT:
            measure_visits(Path(folder, "site"))
        bare, _ = timed(build, copied(root, Path(folder, "plain"), without=ours))
    print(
        f"  build the site          {wall:7.1f} s wall {cpu:7.1f} s CPU; {wall / bare:.2f} of plain Material's {bare:.1f} s"
    )
    return wall


def measure(root: Path, label: str) -> None:
    names = snippets.names(root)
    pages = len(list((root / "docs").rglob("*.md")))
    own = own_cpu_seconds(root)
    wall, cpu = timed(["pytest", "-q", "-p", "no:cacheprovider", "-n", "auto", "snippets"], root)
    print(f"{label}: {len(names)} snippets, {pages} pages, {CORES} cores")
    print(
        f"  execute all snippets    {wall:7.1f} s wall {cpu:7.1f} s CPU; {wall / (own / CORES):.2f} of their own {own:.1f} s / {CORES}"
    )
    build = measure_build(root)
    name = names[len(names) // 2]
    test = str(snippets.meaning_test(root, name))
    verify, _ = timed(["pytest", "-q", "-p", "no:cacheprovider", f"snippets/{name}.py", test], root)
    print(
        f"  edit one snippet        {verify:7.1f} s to verify it, {verify + build:.1f} s until its page is rebuilt ({name})"
    )


def synthetic(root: Path, pages: int, snippets_a_page: int) -> Path:
    """A project of `pages` pages and small NumPy snippets, recorded."""
    for folder in ("tools", "hooks", "docs/assets", "tests/snippets"):
        ignore = shutil.ignore_patterns("__pycache__", "test_*")
        shutil.copytree(ROOT / folder, root / folder, ignore=ignore, dirs_exist_ok=True)
    for file in ("conftest.py", "pyproject.toml"):
        shutil.copy(ROOT / file, root / file)
    for folder in ("snippets/t", "tests/snippets/t"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    for number in range(pages * snippets_a_page):
        source = f'"""Shows {number}."""\n\nimport numpy as np\n\nprint(np.arange({number} + 1).sum())\n'
        (root / f"snippets/t/s{number}.py").write_text(source)
        (root / f"tests/snippets/t/test_s{number}.py").write_text("def test_it(snippet):\n    assert snippet\n")
    for page in range(pages):
        numbers = range(page * snippets_a_page, (page + 1) * snippets_a_page)
        blocks = "\n".join(BLOCK.format(number=number) for number in numbers)
        (root / f"docs/p{page}.md").write_text(PAGE.format(number=page, blocks=blocks))
    (root / "docs/index.md").write_text("# Home\n")
    (root / "mkdocs.yml").write_text(
        re.sub(r"(?s)  - redirects:.*?\n(?=  - )|\nnav:.*", "\n", (ROOT / "mkdocs.yml").read_text())
    )
    subprocess.run([sys.executable, "-m", "tools.snippets", "record"], cwd=root, check=True, capture_output=True)
    return root


def grown(folder: Path, pages: int) -> Path:
    """This project without its labs, its pages copied until there are `pages` of them."""
    copied(ROOT, folder, without="strict: true\n")  # links to the labs are dead here
    own = sorted(folder.glob("docs/*/*.md"))
    for number in range(pages - len(list(folder.glob("docs/**/*.md")))):
        page = own[number % len(own)]
        shutil.copy(page, page.with_stem(f"{page.stem}_{number}"))
    return folder


def main() -> None:
    measure(ROOT, "this project")
    with tempfile.TemporaryDirectory() as folder:
        print("this project's pages, copied until there are 150")
        measure_build(grown(Path(folder, "grown"), pages=150))
    with tempfile.TemporaryDirectory() as folder:
        measure(synthetic(Path(folder), pages=150, snippets_a_page=2), "synthetic")


if __name__ == "__main__":
    main()
