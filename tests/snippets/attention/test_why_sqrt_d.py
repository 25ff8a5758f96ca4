import numpy as np
import pytest
import scipy.special
import scipy.stats
import torch


def test_variance_is_that_of_the_derivation(snippet):
    # 32,000 scores that share 2,000 queries: the relative standard error is near 2 %
    for d, mean in ((8, 0.0), (8, 0.5), (32, 2.0)):
        total, row = snippet.score_variance(d, mean, np.random.default_rng(5))
        assert total == pytest.approx(d * (1 + 2 * mean**2), rel=0.08)
        assert row == pytest.approx(d * (1 + mean**2), rel=0.08)


def test_variance_counts_all_pairs_and_rows_by_the_unbiased_formula(snippet):
    class Fixed:
        def __init__(self):
            self.draws = []

        def normal(self, mean, size):
            self.draws.append(np.random.default_rng(len(self.draws)).normal(mean, size=size))
            return self.draws[-1]

    rng = Fixed()
    total, row = snippet.score_variance(3, 0.7, rng)
    q, k = rng.draws
    scores = np.einsum("qod,qkd->qk", q, k)
    assert scores.shape == (2000, 16)
    assert total == pytest.approx(np.mean(scores**2) - np.mean(scores) ** 2)
    assert row == pytest.approx(np.mean([np.var(r, ddof=1) for r in scores]))


def test_softmax_entropy_and_jacobian(snippet):
    z = np.random.default_rng(1).normal(size=(3, 5)) * 4
    p = snippet.softmax(z)
    np.testing.assert_allclose(p, scipy.special.softmax(z, axis=-1))
    np.testing.assert_allclose(snippet.entropy(p), scipy.stats.entropy(p, axis=-1))
    np.testing.assert_allclose(snippet.softmax(np.array([1e4, 0.0])), [1, 0])
    assert snippet.entropy(np.array([1.0, 0.0])) == 0 and snippet.jacobian_norm(np.array([1.0, 0.0])) == 0
    for row, norm in zip(z, snippet.jacobian_norm(p), strict=True):
        jacobian = torch.autograd.functional.jacobian(lambda x: x.softmax(0), torch.tensor(row))
        assert norm == pytest.approx(jacobian.norm().item())


def test_what_the_page_concludes(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[6:]]
    raw = [(float(r[2]), float(r[3]), int(r[4][:-1])) for r in rows[::2]]
    scaled = [(float(r[2]), float(r[3]), int(r[4][:-1])) for r in rows[1::2]]
    assert raw[0][0] > raw[1][0] > raw[2][0] and raw[0][1] < raw[1][1] < raw[2][1] and raw[2][2] > 50
    assert max(s[0] for s in scaled) - min(s[0] for s in scaled) < 0.1  # level whatever d
    assert all(s[2] == 0 for s in scaled) and min(s[0] for s in scaled) > 0.85 * np.log(64)
    table = [list(map(float, line.split())) for line in snippet.printed.splitlines()[1:5]]
    assert [row[2:] for row in table] == [[1.0, 1.0], [1.0, 1.0], [3.0, 2.0], [3.0, 2.0]]
