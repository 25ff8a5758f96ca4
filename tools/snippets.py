"""Run, record, verify and scaffold snippets.

python tools/snippets.py record [--all] [NAME …]     re-run what changed, rewrite its recording, show the difference
python tools/snippets.py new losses/huber            scaffold a snippet and its test
"""

import argparse
import datetime
import difflib
import fcntl
import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count, takewhile
from pathlib import Path

LAUNCH = Path(__file__).with_name("launch.py")
CPU_SECONDS = 2.0  # of the snippet itself; importing libraries is not counted
PACE_SECONDS = 0.3  # of CPU for the loop in _allowed() on the machine that the former are meant for
WALL_SECONDS = 60.0  # catches what hangs, also on a busy machine
NUMBER = re.compile(r"-?\d+\.?\d*(?:e[-+]?\d+)?")
FIGURE_TOLERANCE = 0.5  # of a point; a figure is about 500 points wide


@dataclass
class Run:
    """What one execution gave; `problem` is one line that names the file, the line, the cause and the mend."""

    output: str = ""
    figures: list[str] = field(default_factory=list)
    seconds: float = 0.0
    versions: dict[str, str] = field(default_factory=dict)
    problem: str | None = None


def names(root: Path) -> list[str]:
    """Every snippet below root/snippets as `topic/name`, in order."""
    folder = root / "snippets"
    return sorted(path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.py"))


def meaning_test(root: Path, name: str) -> Path:
    """Where the test of a snippet lies."""
    topic, _, stem = name.rpartition("/")
    return root / "tests" / "snippets" / topic / f"test_{stem}.py"


def run(root: Path, name: str) -> Run:
    """Execute a snippet in a fresh interpreter, in an empty folder, under guard."""
    path = root / "snippets" / f"{name}.py"
    shown = path.relative_to(root)
    try:
        compile(path.read_text(encoding="utf-8"), shown, "exec")
    except UnicodeDecodeError as error:
        return Run(problem=f"{shown}: is not UTF-8 ({error.reason} at byte {error.start}). Save it as UTF-8.")
    except SyntaxError as error:
        return Run(problem=f"{shown}:{error.lineno}: has a syntax error: {error.msg}. Mend the snippet.")
    with tempfile.TemporaryDirectory(prefix="snippet-") as folder:
        empty, scratch = Path(folder, "empty"), Path(folder, "scratch")
        empty.mkdir(), scratch.mkdir()
        command = [sys.executable, "-P", LAUNCH, path, scratch]
        with subprocess.Popen(
            command, cwd=empty, env=_environment(empty), text=True, encoding="utf-8", start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        ) as process:  # fmt: skip
            try:
                output, errors = process.communicate(timeout=WALL_SECONDS)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                hangs = f"{shown}: hangs (no end after {WALL_SECONDS:.0f} s). Make it terminate."
                return Run(problem=hangs)
        report = json.loads((scratch / "report.json").read_text()) if (scratch / "report.json").exists() else {}
        figures = sorted(scratch.glob("*.svg"), key=lambda file: int(file.stem))
        result = Run(
            output, [file.read_text() for file in figures], report.get("seconds", 0.0), report.get("versions", {})
        )
    result.problem = _problem(shown, path, process.returncode, errors, report, result)
    return result


def _environment(empty: Path) -> dict[str, str]:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "fieldbook-matplotlib"
    cache.mkdir(parents=True, exist_ok=True)  # shared: building matplotlib's font cache takes seconds
    fixed = {"MPLBACKEND": "agg", "MPLCONFIGDIR": cache, "HOME": empty, "TMPDIR": empty, "TZ": "UTC", "LC_ALL": "C.UTF-8",
             "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1", "HF_HUB_OFFLINE": "1"}  # fmt: skip
    kept = {key: os.environ[key] for key in ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT") if key in os.environ}
    return kept | {key: str(value) for key, value in fixed.items()}


def _problem(shown: Path, path: Path, status: int, errors: str, report: dict, result: Run) -> str | None:
    lines = re.findall(rf'File "{re.escape(str(path))}", line (\d+)', errors)
    where = f"{shown}:{lines[-1]}" if lines else f"{shown}"
    if report.get("violations"):
        return f"{where}: {report['violations'][0]}. A snippet runs alone, in its own folder: remove it."
    if status:
        last = errors.strip().splitlines()[-1:] or [f"exit status {status}"]
        return f"{where}: raises {last[0]}. Mend the snippet."
    if errors.strip():
        return f"{where}: writes to standard error: {errors.strip().splitlines()[0]} Mend what it warns of."
    if not result.output.strip():
        return f"{shown}: prints nothing. Print a labelled result that a reader can check."
    if result.seconds > CPU_SECONDS and result.seconds > (allowed := _allowed()):
        return f"{shown}: is too slow: {result.seconds:.1f} s of CPU, allowed {allowed:.1f} s. Make its data smaller."
    return None


def _allowed() -> float:
    """CPU seconds for a snippet: more where the same work takes longer, since shared machines vary by a factor of two."""
    started = time.process_time()
    sum(number * number for number in range(5_000_000))
    return CPU_SECONDS * max(1.0, (time.process_time() - started) / PACE_SECONDS)


def recorded_files(root: Path, name: str) -> list[Path]:
    """The files that recording a snippet wrote: its output, then its figures."""
    stem = root / "snippets" / name
    more = (stem.with_suffix(f".{number}.svg") for number in count(2))
    return [file for file in (stem.with_suffix(".out"), stem.with_suffix(".svg")) if file.exists()] + [
        *takewhile(Path.exists, more)
    ]


def same_figure(one: str, other: str) -> bool:
    """The same picture: everything but numbers equal, numbers within a tolerance that the eye cannot see."""
    if NUMBER.sub("#", one) != NUMBER.sub("#", other):
        return False
    pairs = zip(NUMBER.findall(one), NUMBER.findall(other), strict=True)
    # equal texts first: a hash such as 7e999 reads as infinity, which equals nothing
    return all(a == b or abs(float(a) - float(b)) <= FIGURE_TOLERANCE for a, b in pairs)


def check(root: Path, name: str) -> str | None:
    """Run a snippet and compare with its recording: None, or the problem in one line."""
    result = run(root, name)
    if result.seconds > CPU_SECONDS:  # a busy machine counts seconds that are not the snippet's
        result = min(result, run(root, name), key=lambda one: one.seconds)
    if result.problem:
        return result.problem
    output, *figures = [file.read_text() for file in recorded_files(root, name)] or [None]
    mend = f"If the new output is right, `make record` ARGS={name}."
    if output is None:
        return f"snippets/{name}.py: was never recorded. Run `make record`."
    if result.output != output:
        if run(root, name).output != result.output:
            return f"snippets/{name}.py: differs between two runs. Seed every random generator."
        changed = _first_difference(output, result.output)
        return f"snippets/{name}.py: prints other than recorded in {name}.out:{changed}. {mend}"
    if len(figures) != len(result.figures) or not all(map(same_figure, figures, result.figures)):
        return f"snippets/{name}.py: draws another figure than recorded. {mend}"
    return None


def _first_difference(old: str, new: str) -> str:
    before, after = old.splitlines(), new.splitlines()
    line = next(
        (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
    )
    a, b = ([*lines, "(nothing)"][min(line, len(lines))] for lines in (before, after))
    return f"{line + 1}: {a!r} is now {b!r}"


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]


def state(root: Path, name: str) -> dict[str, object]:
    """The hashes that tie a snippet to its recording."""
    source = root / "snippets" / f"{name}.py"
    return {"snippet": digest(source), "recorded": {file.name: digest(file) for file in recorded_files(root, name)}}


def verified(root: Path) -> dict[str, dict]:
    file = root / "snippets" / "verified.json"
    return json.loads(file.read_text()) if file.exists() else {}


def _differs(root: Path, name: str, expected: dict) -> bool:
    return any(expected.get(key) != value for key, value in state(root, name).items())


def stale(root: Path) -> list[str]:
    """One line for each snippet or recording that is not what was last verified."""
    record, problems = verified(root), []
    for name in names(root):
        expected = record.get(name, {})
        if _differs(root, name, expected):
            what = "it or its recording is not what was last verified" if expected else "was never verified"
            problems.append(f"snippets/{name}.py: {what}. Run `make record`, read the difference, commit it.")
    for name in record.keys() - set(names(root)):
        problems.append(f"snippets/verified.json: {name} has no snippet any more. Run `make record`.")
    return problems


@contextmanager
def _uninterrupted(root: Path):
    """Hold the lock and put off Ctrl-C and SIGTERM while a recording's files are moved into place."""
    held = []
    old = {
        number: signal.signal(number, lambda *got: held.append(got[0])) for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        with (root / "snippets").joinpath(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
    finally:
        for number, handler in old.items():
            signal.signal(number, handler)
        for number in held:
            signal.raise_signal(number)


def replace(file: Path, text: str) -> None:
    temporary = file.with_name(f".{file.name}.new")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(file)


def _save(root: Path, name: str, result: Run) -> None:
    """Move one finished recording into place: a recording is replaced whole, or stays as it was."""
    stem = root / "snippets" / name
    files = {stem.with_suffix(".out"): result.output}
    for number, figure in enumerate(result.figures, 1):
        files[stem.with_suffix(".svg" if number == 1 else f".{number}.svg")] = figure
    with _uninterrupted(root):
        for old in set(recorded_files(root, name)) - files.keys():
            old.unlink()
        for file, text in files.items():
            if file.suffix == ".out" or not file.exists() or not same_figure(file.read_text(), text):
                replace(file, text)
        entry = state(root, name) | {"cpu_seconds": round(result.seconds, 2), "versions": result.versions}
        entry["date"] = datetime.date.today().isoformat()
        _update_verified(root, {name: entry})


def _update_verified(root: Path, entries: dict[str, dict]) -> None:
    """Add `entries` and drop those whose snippet is gone; the caller holds the lock."""
    present = set(names(root))
    kept = {key: value for key, value in verified(root).items() if key in present} | entries
    replace(root / "snippets" / "verified.json", json.dumps(dict(sorted(kept.items())), indent=1) + "\n")


def record(root: Path, wanted: list[str], everything: bool) -> int:
    """Re-run what changed (or `wanted`, or everything) and record it; returns the number of problems."""
    known, present = verified(root), names(root)
    for name in set(wanted) - set(present):
        print(f"snippets/{name}.py: is not there. Name a snippet as topic/name.")
    chosen = [name for name in present if name in wanted] if wanted else present
    if not everything:
        chosen = [name for name in chosen if _differs(root, name, known.get(name, {}))]
    recorded, problems = 0, len(set(wanted) - set(present))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, (first, second) in zip(chosen, pool.map(lambda n: (run(root, n), run(root, n)), chosen), strict=True):
            if not first.problem and first.output != second.output:
                first.problem = f"snippets/{name}.py: differs between two runs. Seed every random generator."
            if first.problem:
                problems += 1
                print(first.problem)
                continue
            out = root / "snippets" / f"{name}.out"
            old = out.read_text() if out.exists() else ""
            sides = f"{name}.out (old)", f"{name}.out (new)"
            for line in difflib.unified_diff(old.splitlines(), first.output.splitlines(), *sides, lineterm=""):
                print(line)
            _save(root, name, first)
            recorded += 1
    if known.keys() - set(present):
        with _uninterrupted(root):
            _update_verified(root, {})
    print(f"recorded {recorded} of {len(present)} snippets; {problems} problems")
    return problems


SNIPPET = '"""Shows …"""\n\nimport numpy as np\n\n\ndef {stem}(x):\n    return np.asarray(x)\n\n\nprint({stem}(1.0))\n'
TEST = "def test_{stem}_agrees_with_its_oracle(snippet):\n    assert snippet.{stem}(2.0) == ...\n"
PAGE = """
``` {{ .python #{anchor} title="{name}.py" }}
--8<-- "{name}.py"
```

``` {{ .text .output title="Output" }}
--8<-- "{name}.out"
```
"""


def new(root: Path, name: str) -> int:
    """Scaffold snippets/NAME.py and its test; print what to paste into a page."""
    topic, _, stem = name.rpartition("/")
    if not topic or not stem.isidentifier():
        print(f"{name!r} is no snippet name. Give topic/name, for instance losses/huber.")
        return 1
    snippet, test = root / "snippets" / f"{name}.py", meaning_test(root, name)
    if snippet.exists():
        print(f"snippets/{name}.py: exists already. Edit it, or choose another name.")
        return 1
    for file, text in ((snippet, SNIPPET), (test, TEST)):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.format(stem=stem))
        print(f"wrote {file.relative_to(root)}")
    print("Paste into a page:", PAGE.format(anchor=stem.replace("_", "-"), name=name), sep="\n")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    recording = commands.add_parser("record")
    recording.add_argument("names", nargs="*")
    recording.add_argument("--all", action="store_true")
    commands.add_parser("new").add_argument("name")
    options = parser.parse_args()
    if options.command == "new":
        return new(Path.cwd(), options.name)
    return min(record(Path.cwd(), options.names, options.all), 1)


if __name__ == "__main__":
    raise SystemExit(main())
