import builtins
import collections
import io
import pickle

import pytest
import torch


def test_unpickling_runs_what_the_file_says(snippet, capsys):
    assert pickle.loads(pickle.dumps(snippet.Payload())) is None  # print returns None
    assert capsys.readouterr().out == "    this line was printed by the file\n"
    assert snippet.Payload().__reduce__()[0] is builtins.print


def test_the_allow_list(snippet, capsys):
    ordered = collections.OrderedDict(a=[1, 2.5], b="c")
    assert snippet.AllowList(io.BytesIO(pickle.dumps(ordered))).load() == ordered
    for bad in (snippet.Payload(), collections.Counter(), len, {"deep": [snippet.Payload()]}):
        with pytest.raises(pickle.UnpicklingError, match="not allowed"):
            snippet.AllowList(io.BytesIO(pickle.dumps(bad))).load()
    assert capsys.readouterr().out == ""


def test_weights_only_is_the_default_of_this_torch(snippet, capsys):
    with pytest.raises(pickle.UnpicklingError):
        torch.load(io.BytesIO(snippet.hostile))
    back = torch.load(io.BytesIO(snippet.honest))
    assert torch.equal(back["layer.weight"], torch.ones(2, 2))
    assert capsys.readouterr().out == ""
    assert torch.load(io.BytesIO(snippet.saved(torch.arange(3)))).tolist() == [0, 1, 2]


def test_what_was_executed(snippet):
    blocks = snippet.printed.split("\npickle.")[0]
    lines = [line for line in blocks.splitlines() if line]
    ran = [lines[i - 1] for i, line in enumerate(lines) if "printed by the file" in line]
    assert ran == ["pickle.loads, hostile", "torch.load, weights_only=False, hostile"]
    refused = [lines[i - 1] for i, line in enumerate(lines) if line == "    refused"]
    assert refused == ["allow-list, hostile", "torch.load, weights_only=True, hostile"]
