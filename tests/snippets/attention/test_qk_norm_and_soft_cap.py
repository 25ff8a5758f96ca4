import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st


@given(st.floats(-1e6, 1e6), st.floats(0.1, 100))
def test_cap_is_bounded_and_its_slope_is_the_derivative(snippet, z, cap):
    t = torch.tensor(z, dtype=torch.float64, requires_grad=True)
    expected = cap * torch.tanh(t / cap)
    expected.backward()
    assert np.isclose(snippet.soft_cap(z, cap), expected.item()) and abs(snippet.soft_cap(z, cap)) <= cap
    assert np.isclose(snippet.soft_cap_slope(z, cap), t.grad.item(), atol=1e-12)


def test_norm_and_scores(snippet):
    rng = np.random.default_rng(6)
    Q, K = rng.normal(size=(5, 16)), rng.normal(size=(7, 16))
    for scale in (1, 1e-3):
        t = torch.tensor(scale * Q)
        np.testing.assert_allclose(snippet.rms_norm(scale * Q), torch.nn.functional.rms_norm(t, (16,), eps=1e-6))
    np.testing.assert_allclose(snippet.scores(Q, K), np.einsum("id,jd->ij", Q, K) / 4)


def test_qk_norm_bounds_scores_by_the_root_of_the_width(snippet):
    rng = np.random.default_rng(7)
    for d in (4, 64):
        Q = 50 * rng.normal(size=(9, d))
        normed = snippet.scores(snippet.rms_norm(Q), snippet.rms_norm(Q))
        np.testing.assert_allclose(np.diag(normed), np.sqrt(d))
        assert normed.max() <= np.sqrt(d) + 1e-9
    rows = [line.split() for line in snippet.printed.splitlines()[1:4]]
    assert [float(r[0]) for r in rows] == [1, 4, 16]
    assert np.allclose([float(r[1]) for r in rows], float(snippet.plain.max()) / np.array([256, 16, 1]), atol=0.06)
    assert len({r[3] for r in rows}) == 1 and max(float(r[2]) for r in rows) <= 50
