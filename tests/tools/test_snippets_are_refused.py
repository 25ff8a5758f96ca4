"""Each way in which a snippet can break the promise stops the run, with one line that names file, line and mend."""

import re

import pytest

pytestmark = pytest.mark.xdist_group("refused")  # one worker runs the broken snippets, once
RECORDED = 'print("one")\n'
BROKEN = {
    "raises": ("x = 1\nprint(x)\nx / 0\n", r"raises\.py:3: raises ZeroDivisionError: division by zero\. Mend"),
    "hangs": ("while True:\n    import time; time.sleep(1)\n", r"hangs\.py: hangs .*Make it terminate"),
    "slow": (
        "import time\nwhile time.process_time() < 4:\n    pass\nprint('done')\n",
        r"slow\.py: is too slow: .* of CPU, allowed \d\.\d s\. Make its data smaller",
    ),
    "silent": ("x = 1\n", r"silent\.py: prints nothing\. Print"),
    "warns": ("import warnings\nwarnings.warn('old')\nprint(1)\n", r"warns\.py.*: writes to standard error: .*old"),
    "changed": ('print("two")\n', r"changed\.py: prints other than recorded in t/changed\.out:1: 'one' is now 'two'"),
    "unseeded": ("import random\nprint(random.random())\n", r"unseeded\.py: differs between two runs\. Seed"),
    "network": (
        "import socket\nsocket.create_connection(('127.0.0.1', 9))\nprint(1)\n",
        r"network\.py:2: reads the network .*remove it",
    ),
    "quiet_network": (
        "import socket\nprint(1)\ntry:\n    socket.create_connection(('127.0.0.1', 9))\nexcept OSError:\n    pass\n",
        r"quiet_network\.py: reads the network",
    ),
    "writes": (
        "from pathlib import Path\nPath('inside').write_text('fine')\nPath('/tmp/outside').write_text('x')\n",
        r"writes\.py:3: writes outside its folder \(/tmp/outside\)",
    ),
    "program": (
        "import subprocess\nsubprocess.run(['true'])\nprint(1)\n",
        r"program\.py:2: starts another program",
    ),
    "syntax": ("print(1)\nx = = 2\n", r"syntax\.py:2: has a syntax error: invalid syntax\. Mend"),
    "sibling": ("import fine\nprint(1)\n", r"sibling\.py:1: raises ModuleNotFoundError"),
    "unrecorded": ("print(1)\n", r"unrecorded\.py: was never recorded\. Run `make record`"),
    "figure": (
        "import matplotlib.pyplot as plt\nplt.plot([0, 1], [0, 3])\nplt.show()\nprint('one')\n",
        r"figure\.py: draws another figure than recorded",
    ),
}


@pytest.fixture(scope="module")
def report(module_project):
    project = module_project
    module = project.root / "tools" / "snippets.py"
    limits = {"WALL_SECONDS = 60.0": "WALL_SECONDS = 12.0", "CPU_SECONDS = 2.0": "CPU_SECONDS = 0.5"}
    source = module.read_text()
    for usual, short in limits.items():
        assert usual in source
        source = source.replace(usual, short)
    module.write_text(source)
    for name, (source, _) in BROKEN.items():
        project.snippet(name, source.replace("3]", "2]") if name == "figure" else RECORDED)
    for name in ("fine", "untested", "hidden", "latin"):
        project.snippet(name, RECORDED, test=name != "untested", page=name != "hidden")
    assert "0 problems" in project.record().stdout
    for name, (source, _) in BROKEN.items():
        project.write(f"snippets/t/{name}.py", source)
    (project.root / "snippets/t/unrecorded.out").unlink()
    (project.root / "snippets/t/latin.py").write_bytes('print("é")\n'.encode("latin-1"))
    return project.pytest("snippets")


@pytest.mark.parametrize("name", BROKEN)
def test_is_refused(report, name):
    pattern = BROKEN[name][1]
    lines = [line for line in report.splitlines() if re.match(rf"snippets/t/{pattern}", line)]
    assert len(lines) == 1, report


def test_file_that_is_not_utf_8_is_refused(report):
    assert "snippets/t/latin.py: is not UTF-8" in report


def test_lack_of_a_meaning_test_is_refused(report):
    assert re.search(r"untested\.py: has no meaning test\. Write tests/snippets/t/test_untested\.py", report)


def test_being_embedded_nowhere_is_refused(report):
    assert re.search(r"hidden\.py: t/hidden\.out and t/hidden\.py embedded nowhere", report)


def test_a_sound_snippet_passes(report):
    assert re.search(rf"{len(BROKEN) + 3} failed, 1 passed", report)


def test_a_test_without_an_assertion_does_not_count(project):
    project.snippet("vague", RECORDED)
    project.write("tests/snippets/t/test_vague.py", "def test_it(snippet):\n    snippet\n")
    project.record()
    assert "vague.py: has no meaning test" in project.pytest("snippets")


def test_a_changed_recording_fails_the_meaning_test_too(project):
    project.snippet("drifts", RECORDED)
    project.record()
    project.write("snippets/t/drifts.py", 'print("two")\n')
    assert "drifts.py prints other than recorded" in project.pytest("tests/snippets")
