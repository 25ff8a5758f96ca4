import numpy as np
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st

ERRORS = np.array([-6.0, -0.9, 0.1, 1.5])


def test_losses_and_slopes_agree_with_autograd(snippet):
    oracles = {"squared": F.mse_loss, "absolute": F.l1_loss, "huber": F.huber_loss}
    for name, loss in oracles.items():
        e = torch.tensor(ERRORS, requires_grad=True)
        value = loss(e, torch.zeros(4, dtype=torch.float64), reduction="none")
        value.sum().backward()
        found = getattr(snippet, name)(ERRORS)
        np.testing.assert_allclose(found[0], value.detach())
        np.testing.assert_allclose(found[1], e.grad)


@given(st.lists(st.floats(0.1, 100), min_size=1, max_size=8), st.integers(0, 255))
def test_the_share_of_the_last_ignores_signs(snippet, sizes, signs):
    values = np.array([v if signs >> i & 1 else -v for i, v in enumerate(sizes)])
    np.testing.assert_allclose(snippet.share_of_last(values), sizes[-1] / sum(sizes))


def test_closed_forms_for_one_error_of_ten_among_a_hundred(snippet):
    shares = {"squared": (100 / 200, 20 / 220), "absolute": (10 / 110, 1 / 101), "huber": (9.5 / 59.5, 1 / 101)}
    lines = snippet.printed.splitlines()[2:]
    for line, (name, (loss, slope)) in zip(lines, shares.items(), strict=True):
        cells = line.split()
        assert cells[0] == name and cells[-2:] == [f"{loss:.1%}", f"{slope:.1%}"]
    assert [line.split()[1:3] for line in lines] == [["100", "10"], ["10", "1"], ["19", "1"]]
