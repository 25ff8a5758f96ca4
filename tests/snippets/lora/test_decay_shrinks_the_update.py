import pytest
import torch


def test_each_step_multiplies_by_one_minus_rate_times_decay(snippet):
    tensors = [torch.tensor([3.0, -2.0], dtype=torch.float64), torch.tensor([[1.0]], dtype=torch.float64)]
    for rate, decay, steps in ((0.1, 0.5, 1), (0.01, 0.2, 7), (0.3, 0.0, 4)):
        ends = snippet.decayed(tensors, rate, decay, steps)
        for end, start in zip(ends, tensors, strict=True):
            torch.testing.assert_close(end, (1 - rate * decay) ** steps * start)
            assert not end.requires_grad
    assert tensors[0].tolist() == [3, -2]  # the originals stay


def test_page_figures_are_the_powers(snippet):
    rows = [line.replace("%", "").split() for line in snippet.printed.splitlines()[2:]]
    assert [float(row[0]) for row in rows] == [0.01, 0.1]
    for decay, whole, product in rows:
        kept = (1 - 3e-4 * float(decay)) ** 1000
        assert float(whole) == pytest.approx(100 * kept, abs=0.06)
        assert float(product) == pytest.approx(100 * kept**2, abs=0.06)  # both factors shrink


def test_the_model_returns_to_its_base(snippet):
    A, B = snippet.decayed([snippet.A, snippet.B], 0.1, 0.5, 400)
    assert A.shape == (4, 32) and B.shape == (32, 4) and snippet.W0.shape == (32, 32)
    torch.testing.assert_close(snippet.W0 + B @ A, snippet.W0)
    (W,) = snippet.decayed([snippet.W0], 0.1, 0.5, 400)
    assert W.norm() < 1e-6 * snippet.W0.norm()
