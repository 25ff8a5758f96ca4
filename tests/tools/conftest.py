"""A tiny project in a temporary folder, built from this project's own tools, for breaking things on purpose."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = """# A page

``` {{ .python #{id} title="t/{name}.py" }}
--8<-- "t/{name}.py"
```

``` {{ .text .output title="Output" }}
--8<-- "t/{name}.out"
```
"""


class Project:
    def __init__(self, root: Path) -> None:
        self.root = root
        for folder in ("tools", "hooks", "docs/assets"):
            shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
        for file in ("conftest.py", "pyproject.toml", "tests/snippets/conftest.py"):
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / file, root / file)
        for folder in ("snippets/t", "docs/labs"):
            (root / folder).mkdir(parents=True)
        configuration = re.sub(r"(?s)  - redirects:.*?\n(?=  - )|\nnav:.*", "\n", (ROOT / "mkdocs.yml").read_text())
        self.write("mkdocs.yml", configuration + "nav:\n  - index.md\n")
        self.write("docs/index.md", "# Home\n")

    def write(self, file: str, text: str) -> Path:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def snippet(self, name: str, source: str, *, test: bool = True, page: bool = True) -> Path:
        """A snippet with its test, and a page that shows it; not yet recorded."""
        if test:
            self.write(f"tests/snippets/t/test_{name}.py", "def test_it(snippet):\n    assert snippet\n")
        if page:
            with (self.root / "docs/index.md").open("a") as home:
                home.write(PAGE.format(id=name, name=name))
        return self.write(f"snippets/t/{name}.py", source)

    def run(self, *command: str) -> subprocess.CompletedProcess:
        return subprocess.run([sys.executable, "-m", *command], cwd=self.root, text=True, capture_output=True)

    def record(self, *arguments: str) -> subprocess.CompletedProcess:
        return self.run("tools.snippets", "record", *arguments)

    def pytest(self, *arguments: str) -> str:
        return self.run("pytest", "-q", "-p", "no:cacheprovider", *arguments).stdout

    def build(self) -> str:
        """What a build that must fail says."""
        result = self.run("mkdocs", "build", "--strict")
        assert result.returncode, result.stderr
        assert "Traceback" not in result.stderr
        return result.stderr


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture(scope="module")
def module_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("project"))
