import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays


@given(arrays(float, st.integers(1, 6), elements=st.floats(-1e4, 1e4)), st.data())
def test_agrees_with_pytorch(snippet, logits, data):
    label = data.draw(st.integers(0, len(logits) - 1))
    expected = torch.nn.functional.cross_entropy(torch.tensor(logits)[None], torch.tensor([label])).item()
    assert snippet.cross_entropy(logits, label) == pytest.approx(expected, abs=1e-9)


def test_ignorance_costs_log_k(snippet):
    printed = [line.split() for line in snippet.printed.splitlines()]
    for classes, _, _, loss in printed:
        assert float(loss) == pytest.approx(np.log(int(classes)), abs=5e-4)
    assert [int(line[0]) for line in printed] == [2, 10, 1000]
