"""The fixture that gives a test its snippet: tests/snippets/a/test_b.py gets snippets/a/b.py."""

import importlib.util
import io
from contextlib import redirect_stdout
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings
from hypothesis.internal.conjecture import providers

# the same examples on every run, and no deadline that a busy machine would miss
settings.register_profile("fieldbook", deadline=None, derandomize=True)
settings.load_profile("fieldbook")
# Hypothesis takes constants from every module that happens to be loaded: other examples in each run, and half a minute
providers.is_local_module_file = lambda path: False


def pytest_itemcollected(item: pytest.Item) -> None:
    if Path(__file__).parent in item.path.parents:
        item.add_marker(pytest.mark.xdist_group(str(item.path)))  # one worker executes a snippet, once


@pytest.fixture(scope="module")
def snippet(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """The snippet as a module, executed; `.printed` is its output, `.figures` what it showed.

    The output must be the recorded one, so that a test also fails when a line of the demonstration changes.
    """
    root = request.config.rootpath
    test = Path(request.path).relative_to(root / "tests" / "snippets")
    path = root / "snippets" / test.parent / f"{test.stem.removeprefix('test_')}.py"
    spec = importlib.util.spec_from_file_location(f"snippet_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    module.figures = []
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(io.StringIO()) as printed:
        patch.chdir(tmp_path_factory.mktemp("empty"))  # for the files that it writes
        if "matplotlib" in path.read_text():
            from matplotlib import pyplot

            pyplot.switch_backend("agg")
            pyplot.close("all")  # of the snippet before
            patch.setattr(pyplot, "show", lambda: module.figures.extend(map(pyplot.figure, pyplot.get_fignums())))
        spec.loader.exec_module(module)
    module.printed = printed.getvalue()
    assert module.printed == path.with_suffix(".out").read_text(), f"{path.name} prints other than recorded"
    return module


@pytest.fixture(scope="session")
def llama_3_8b():
    """A model in the shape of Llama 3 8B, without memory: to read, not to change (adapters would stay in it)."""
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM

    config = LlamaConfig(
        hidden_size=4096, intermediate_size=14336, num_hidden_layers=32, num_attention_heads=32,
        num_key_value_heads=8, vocab_size=128256, tie_word_embeddings=False,
    )  # fmt: skip
    with torch.device("meta"):
        return LlamaForCausalLM(config)
