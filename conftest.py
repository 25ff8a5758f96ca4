"""Collects every snippet and every lab as a test item that executes it and compares with what was recorded."""

import os
from pathlib import Path

import pytest

from tools import labs, pages, snippets

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before anything imports NumPy or PyTorch


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.File | None:
    root = parent.config.rootpath
    if file_path.suffix == ".py" and root / "snippets" in file_path.parents:
        return Recorded.from_parent(parent, path=file_path, check=_check_snippet)
    if file_path.suffix == ".py" and file_path.parent == root / "docs" / "labs":
        return Recorded.from_parent(parent, path=file_path, check=labs.check)
    return None


def _check_snippet(root: Path, path: Path) -> str | None:
    name = path.relative_to(root / "snippets").with_suffix("").as_posix()
    return pages.unpaired(root, name) or snippets.check(root, name)


class Recorded(pytest.File):
    """A file whose execution was recorded: one item, which executes it again."""

    def __init__(self, *, check, **kwargs):
        super().__init__(**kwargs)
        self.check = check

    def collect(self):
        yield Execution.from_parent(self, name="runs as recorded")


class Execution(pytest.Item):
    def runtest(self) -> None:
        problem = self.parent.check(self.config.rootpath, self.path)
        if problem:
            pytest.fail(problem, pytrace=False)

    def reportinfo(self):
        return self.path, 0, self.nodeid
