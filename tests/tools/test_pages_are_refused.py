"""Each way in which a page can break the promise stops a strict build, with one line that names file, line and mend."""

import re

import pytest

BLOCK = '``` { .python #fine title="t/fine.py" }\n--8<-- "t/fine.py"\n```\n\n``` { .text .output }\n--8<-- "t/fine.out"\n```\n'
# Markdown after the title and an empty line -> the message, which gives the line
REFUSED = {
    "typed Python": ("```python\nprint(1)\n```", r"3: is a Python block typed by hand"),
    "typed Python with attributes": ("``` { .py title='x' }\nprint(1)\n```", r"3: is a Python block typed by hand"),
    "typed Python in a tab": ('=== "NumPy"\n\n    ```python\n    print(1)\n    ```', r"5: is a Python block typed by hand"),
    "typed Python in an admonition": ("!!! note\n\n    ~~~pycon\n    >>> 1\n    ~~~", r"5: is a Python block typed"),
    "typed Python in a list": ("- item\n\n    ```python\n    print(1)\n    ```", r"5: is a Python block typed by hand"),
    "typed Python at a list marker": ("1. ```python\n   print(1)\n   ```", r"3: is a Python block typed by hand"),
    "typed Python called text": ("``` text\nimport numpy as np\n```", r"3: is a Python block typed by hand, called text"),
    "an indented block": ("Text.\n\n    import numpy\n    print(1)", r"5: is an indented code block"),
    "a block without language": ("```\nx\n```", r"3: is a code block without a language"),
    "a raw block": ("<pre><code>print(1)</code></pre>", r"3: holds a <pre> block"),
    "a cut include": ('``` { .python #x title="t/fine.py" }\n--8<-- "t/fine.py:1:2"\n```', r"3: cuts or mixes an include"),
    "a mixed include": ('``` { .python #x title="t/fine.py" }\nx = 1\n--8<-- "t/fine.py"\n```', r"3: cuts or mixes an include"),
    "a block without its name": ('``` { .python }\n--8<-- "t/fine.py"\n```', r"3: is a snippet block without its name"),
    "typed output": ("``` { .text .output }\n0.1\n```", r"3: is an output block that is not the recorded file"),
    "unmarked output": ('``` text\n--8<-- "t/fine.out"\n```', r"3: is an output block that is not the recorded file"),
    "an uncomputed number": (f"{BLOCK}\nIt is [0.40 %](#fine){{ .computed }}.", r"11: says 0\.40 %, which t/fine\.py does not print"),
    "a part of a number": (f"{BLOCK}\nIt is [0.3](#fine){{ .computed }}.", r"11: says 0\.3, which t/fine\.py does not print"),
    "a number without its unit": (f"{BLOCK}\nIt is [12 %](#fine){{ .computed }}.", r"11: says 12 %, which"),
    "a sign": (f"{BLOCK}\nIt is [-12](#fine){{ .computed }}.", r"11: says -12, which"),
    "a number that points to nothing": ("It is [3](#nowhere){ .computed }.", r"3: has a computed number that points to nothing"),
    "a number that is no link": ("It is *3*{ .computed }.", r"3: has a \.computed that is no link"),
    "a percentage": ("This saves 12 % of it.", r"3: says '12 %', neither computed nor cited"),
    "a multiplier": ("First line,\nthen 3.5× faster.", r"4: says '3\.5×', neither computed nor cited"),
    "another multiplier": ("- It is 10x slower.", r"3: says '10x', neither"),
    "a multiplier in words": ("| a | b |\n| - | - |\n| 1 | 4 times |", r"5: says '4 times', neither"),
    "a footnote of another sentence": ("Known.[^a] It is 9 %. Good.\n\n[^a]: A source.", r"3: says '9 %', neither"),
    "a dead link": ("[there](gone.md)", r"'gone\.md'"),
    "a dead anchor": ("[there](#gone)", r"'#gone'"),
    "a figure without alternative": ("![](assets/site.css)", r"3: shows a figure without a text alternative"),
    "a link without a name": ("More [here](index.md).", r"3: has a link whose text does not say"),
    "bad TeX": ("Text.\n\n$$\n\\frac{a}{\n$$", r"6: the formula .* cannot be rendered"),
}  # fmt: skip
ACCEPTED = f"""{BLOCK}
It is [0.39 %](#fine){{ .computed }}, [12](#fine){{ .computed }} or [0.39 %](index.md#fine){{ .computed }}.

Half of *50 %*{{ .given }} is a given; as found, 7 % to 8 % of them.[^a] A shape is 3×4, code is `5 %`, maths is $3\\times$.

=== "Tab"

    ``` text
    just words
    ```

[^a]: Someone, 12 % of [a title](https://example.org), 2020.
"""


@pytest.fixture(scope="module")
def tiny(module_project):
    """One project with a page for each way to break the promise."""
    module_project.snippet("fine", 'print("share 0.39 %, 12 of them")\n', page=False)
    module_project.record()
    for number, (markdown, _) in enumerate(REFUSED.values()):
        module_project.write(f"docs/{number}.md", f"# Title\n\n{markdown}\n")
    with (module_project.root / "mkdocs.yml").open("a") as configuration:
        configuration.writelines(f"  - {number}.md\n" for number in range(len(REFUSED)))
    return module_project


@pytest.fixture(scope="module")
def report(tiny):
    return tiny.build()


@pytest.mark.parametrize("case", REFUSED)
def test_is_refused(report, case):
    number, message = list(REFUSED).index(case), REFUSED[case][1]
    where = rf"docs/{number}\.md:" if re.match(r"\d", message) else rf"'{number}\.md'.*"
    assert re.search(where + message, report), report


def test_a_missing_include_is_refused_in_one_line(project):
    project.write("docs/index.md", '# Title\n\n``` { .python #x title="t/gone.py" }\n--8<-- "t/gone.py"\n```\n')
    assert re.search(r"docs/index\.md:3: includes t/gone\.py, which is not there\. Correct the name", project.build())


def test_what_is_sound_is_accepted(project):
    project.snippet("fine", 'print("share 0.39 %, 12 of them")\n', page=False)
    project.record()
    project.write("docs/index.md", f"# Title\n\n{ACCEPTED}")
    result = project.run("mkdocs", "build", "--strict")
    assert not result.returncode, result.stderr
    assert (project.root / "site/snippets/t/fine.py").exists()


def test_a_page_outside_the_navigation_is_refused(project):
    project.write("docs/lost.md", "# Lost\n")
    assert "lost.md" in project.build()


@pytest.mark.parametrize("changed", ["fine.py", "fine.out"])
def test_a_stale_recording_is_refused(project, changed):
    project.snippet("fine", 'print("one")\n')
    project.record()
    project.write(f"snippets/t/{changed}", 'print("ONE")\n')
    assert "snippets/t/fine.py: it or its recording is not what was last verified. Run `make record`" in project.build()


LAB = "# %% [markdown]\n# # Lab\n\n# %%\nimport sys\n\nprint({})\n"


def test_a_lab_that_differs_on_re_execution_is_refused(project):
    project.write("docs/labs/lab.py", LAB.format("'one'"))
    assert "executed docs/labs/lab.py" in project.run("tools.labs").stdout
    assert "1 passed" in project.pytest("docs/labs")
    project.write("docs/labs/lab.py", LAB.format("'two'"))
    assert "lab.py: lab.ipynb executed another source. Run `make record`" in project.pytest("docs/labs")
    assert "lab.py: lab.ipynb executed another source" in project.build()
    project.write("docs/labs/lab.py", LAB.format("id(sys) + __import__('os').getpid()"))
    project.run("tools.labs")
    assert "lab.py: cell 2 ('import sys') prints something else" in project.pytest("docs/labs")


def test_a_lab_that_raises_is_refused(project):
    project.write("docs/labs/lab.py", LAB.format("1 / 0"))
    assert "docs/labs/lab.py: raises ZeroDivisionError: division by zero" in project.run("tools.labs").stdout
