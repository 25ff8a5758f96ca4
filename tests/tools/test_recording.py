"""Recording: only what changed, nothing twice, nothing half-written."""

import os
import signal
import subprocess
import sys
import time

import pytest

SEVERAL = 'for line in range(3):\n    print("line", line)\n'


def contents(project):
    folder = project.root / "snippets"
    files = (
        file for file in folder.rglob("*") if file.is_file() and file.name != ".lock" and "pycache" not in str(file)
    )
    return {file: file.read_bytes() for file in files}


def test_a_second_run_changes_nothing(project):
    project.snippet("a", SEVERAL)
    first = project.record()
    assert "+line 2" in first.stdout and "recorded 1 of 1 snippets; 0 problems" in first.stdout
    before = contents(project)
    times = {file: file.stat().st_mtime_ns for file in before}
    assert "recorded 0 of 1" in project.record().stdout
    assert contents(project) == before
    project.record("--all")
    assert contents(project).keys() == before.keys()
    assert times == {file: file.stat().st_mtime_ns for file in before if file.suffix == ".py"} | {
        file: times[file] for file in before if file.suffix != ".py"
    }


def test_a_change_is_shown_and_recorded(project):
    project.snippet("a", SEVERAL)
    project.snippet("b", SEVERAL)
    project.record()
    project.write("snippets/t/a.py", SEVERAL.replace("3", "2"))
    said = project.record().stdout
    assert "-line 2" in said and "recorded 1 of 2" in said
    assert (project.root / "snippets/t/a.out").read_text() == "line 0\nline 1\n"
    assert not project.run("mkdocs", "build", "--strict").returncode


def test_a_broken_snippet_leaves_its_recording_alone(project):
    project.snippet("a", SEVERAL)
    project.record()
    before = (project.root / "snippets/t/a.out").read_text(), (project.root / "snippets/verified.json").read_text()
    project.write("snippets/t/a.py", SEVERAL + "1 / 0\n")
    result = project.record()
    assert result.returncode == 1 and "a.py:3: raises ZeroDivisionError" in result.stdout
    assert before == (
        (project.root / "snippets/t/a.out").read_text(),
        (project.root / "snippets/verified.json").read_text(),
    )


def test_a_figure_that_goes_takes_its_file_along(project):
    draw = "import matplotlib.pyplot as plt\nplt.plot([0, 1])\nplt.show()\n"
    project.snippet("a", draw + SEVERAL)
    project.record()
    svg = project.root / "snippets/t/a.svg"
    assert "prefers-color-scheme:dark" in svg.read_text() and "var(--c0)" in svg.read_text()
    project.write("snippets/t/a.py", SEVERAL)
    project.record()
    assert not svg.exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_run_leaves_the_old_state_whole(project, number):
    project.snippet("a", SEVERAL)
    project.record()
    before = contents(project)
    project.write("snippets/t/a.py", "import time\ntime.sleep(5)\n" + SEVERAL.replace("3", "4"))
    before[project.root / "snippets/t/a.py"] = (project.root / "snippets/t/a.py").read_bytes()
    command = [sys.executable, "-m", "tools.snippets", "record"]
    process = subprocess.Popen(command, cwd=project.root, start_new_session=True, stderr=subprocess.DEVNULL)
    time.sleep(2)
    os.killpg(process.pid, number)
    process.wait()
    assert contents(project) == before
    assert "it or its recording is not what was last verified" in project.build()


def test_scaffolding_says_what_to_do(project):
    result = project.run("tools.snippets", "new", "t/huber")
    assert (project.root / "snippets/t/huber.py").exists()
    assert (project.root / "tests/snippets/t/test_huber.py").exists()
    assert '--8<-- "t/huber.out"' in result.stdout and "#huber" in result.stdout
    again = project.run("tools.snippets", "new", "t/huber")
    assert again.returncode and "t/huber.py: exists already" in again.stdout
    wrong = project.run("tools.snippets", "new", "huber")
    assert wrong.returncode and "Give topic/name" in wrong.stdout


def test_every_snippet_is_in_exactly_one_shard(project):
    for name in "abcdefg":
        project.snippet(name, SEVERAL)
    shards = [
        project.pytest("snippets", "--collect-only", "--splits", "3", "--group", str(group)) for group in (1, 2, 3)
    ]
    collected = [line for shard in shards for line in shard.splitlines() if "::" in line]
    assert sorted(collected) == [f"snippets/t/{name}.py::runs as recorded" for name in "abcdefg"]
