"""Collects every snippet as a test item that executes it and compares with what was recorded."""

from pathlib import Path

import pytest

from tools import pages, snippets


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "SnippetFile | None":
    if file_path.suffix == ".py" and parent.config.rootpath / "snippets" in file_path.parents:
        return SnippetFile.from_parent(parent, path=file_path)
    return None


class SnippetFile(pytest.File):
    def collect(self):
        yield SnippetItem.from_parent(self, name="runs as recorded")


class SnippetItem(pytest.Item):
    def runtest(self) -> None:
        root = self.config.rootpath
        name = self.path.relative_to(root / "snippets").with_suffix("").as_posix()
        problem = pages.unpaired(root, name) or snippets.check(root, name)
        if problem:
            pytest.fail(problem, pytrace=False)

    def reportinfo(self):
        return self.path, 0, self.nodeid
