"""The child process of a verified run: execute one snippet in this empty folder, guarded.

python -P launch.py SNIPPET SCRATCH, started by snippets.py. Figures and report.json go to the folder SCRATCH.
"""

import ast
import importlib
import importlib.metadata
import json
import os
import platform
import re
import runpy
import sys
import time
from contextlib import suppress
from pathlib import Path

NETWORK = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"}
PROGRAMS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"}
CHANGES = {"os.mkdir", "os.remove", "os.rmdir", "os.rename", "os.link", "os.symlink", "os.truncate", "sqlite3.connect"}
DISTRIBUTIONS = {"sklearn": "scikit-learn", "faiss": "faiss-cpu"}  # of the modules that are called otherwise
# Colours of style.mplstyle, and what they become in the dark: name -> (light, dark)
COLOURS = {
    "--fg": ("#24292f", "#e6e6ea"),
    "--grid": ("#d0d7de", "#4a4f5a"),
    "--c0": ("#0b62c4", "#6cb2ff"),
    "--c1": ("#c2410c", "#ffa657"),
    "--c2": ("#15803d", "#7ee787"),
    "--c3": ("#7e22ce", "#d2a8ff"),
    "--c4": ("#be123c", "#ff8fa8"),
    "--c5": ("#0f766e", "#5eead4"),
}


def guard(allowed: list[Path], violations: list[str]) -> None:
    """Refuse the network, other programs, and writes outside `allowed`; the report repeats what was refused."""
    roots = [os.path.realpath(folder) for folder in allowed]

    def refuse(what: str) -> None:
        violations.append(what)
        raise PermissionError(what)

    def inside(path: object) -> bool:
        if isinstance(path, int) or path in (os.devnull, ":memory:", b":memory:", ""):
            return True
        real = os.path.realpath(os.fsdecode(path))
        return any(os.path.commonpath([real, root]) == root for root in roots)

    def hook(event: str, arguments: tuple) -> None:
        if event in NETWORK and not (event == "socket.connect" and isinstance(arguments[1], (str, bytes))):
            refuse(f"reads the network ({event})")
        elif event in PROGRAMS:
            refuse(f"starts another program ({event})")
        elif event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR) and not inside(arguments[0]):
            refuse(f"writes outside its folder ({arguments[0]})")
        elif event in CHANGES and not all(inside(path) for path in arguments[:2] if isinstance(path, (str, bytes))):
            refuse(f"writes outside its folder ({event} {arguments[0]})")

    sys.addaudithook(hook)


def follow_scheme(svg: str) -> str:
    """Replace the colours of a figure by variables that follow the reader's light or dark scheme."""
    light, dark = ("".join(f"{name}:{colours[i]};" for name, colours in COLOURS.items()) for i in (0, 1))
    for name, (colour, _) in COLOURS.items():
        svg = svg.replace(colour, f"var({name})")
    scheme = f"<style>:root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}</style>"
    return svg.replace("<defs>", scheme + "\n <defs>", 1)


def capture_figures(scratch: Path) -> None:
    """Make plt.show() write each figure as a reproducible SVG whose colours follow the reader's scheme."""
    import matplotlib

    matplotlib.use("agg")
    from matplotlib import pyplot

    pyplot.style.use(Path(__file__).with_name("style.mplstyle"))

    def show(*_: object, **__: object) -> None:
        for number in pyplot.get_fignums():
            file = scratch / f"{len(list(scratch.glob('*.svg'))) + 1}.svg"
            pyplot.figure(number).savefig(file, metadata={"Date": None, "Creator": None})
            file.write_text(follow_scheme(file.read_text()))
        pyplot.close("all")

    pyplot.show = show


def preload(source: str) -> dict[str, str]:
    """Import what the snippet imports, so that its own CPU time can be told apart; returns the versions."""
    modules = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            modules.add(node.module or "")
    if "torch" in modules and re.search('optim|checkpoint|linear_cross_entropy|torch.func |"meta"', source):
        modules.add("torch._dynamo")  # PyTorch imports it at the first use of these
    for module in modules:
        with suppress(ImportError):  # the snippet itself will raise it, at its line
            importlib.import_module(module)
    names = sorted({DISTRIBUTIONS.get(top, top) for top in (module.partition(".")[0] for module in modules)})
    versions = {"python": platform.python_version()}
    for name in names:
        with suppress(importlib.metadata.PackageNotFoundError):  # the standard library
            versions[name] = importlib.metadata.version(name)
    return versions


def main(snippet: Path, scratch: Path) -> None:
    report: dict[str, object] = {"violations": []}
    started = None
    try:
        report["versions"] = preload(snippet.read_text(encoding="utf-8"))
        if "matplotlib" in report["versions"]:
            capture_figures(scratch)
        guard([Path.cwd(), scratch, Path(os.environ["MPLCONFIGDIR"])], report["violations"])
        sys.argv = [str(snippet)]
        started = time.process_time()
        runpy.run_path(str(snippet), run_name="__main__")
    finally:
        report["seconds"] = time.process_time() - (started or 0)
        (scratch / "report.json").write_text(json.dumps(report))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
