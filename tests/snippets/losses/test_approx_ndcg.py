import numpy as np
import pytest
import torch
from sklearn.metrics import ndcg_score


def lists():
    torch.manual_seed(1)
    for n in (2, 4, 7):
        relevance = torch.randint(0, 4, (n,)).double()
        relevance[0] = 3
        yield torch.randn(n, dtype=torch.float64), relevance


def test_soft_ranks_count_the_others_by_sigmoids(snippet):
    for scores, _ in lists():
        for temperature in (0.2, 3.0):
            expected = [
                1 + sum(1 / (1 + np.exp((s - o).item() / temperature)) for j, o in enumerate(scores) if j != i)
                for i, s in enumerate(scores)
            ]
            np.testing.assert_allclose(snippet.soft_ranks(scores, temperature), expected)
        n = len(scores)
        assert snippet.soft_ranks(scores, 0.7).sum() == pytest.approx(n * (n + 1) / 2)  # as hard ranks do


def test_at_low_temperature_it_is_ndcg(snippet):
    for scores, relevance in lists():
        expected = ndcg_score((2**relevance - 1)[None], scores[None])
        assert snippet.smooth_ndcg(scores, relevance, 1e-4).item() == pytest.approx(expected)


def test_its_gradient(snippet):
    for scores, relevance in lists():

        def smooth(s, y=relevance):
            return snippet.smooth_ndcg(s, y, 0.8)

        assert torch.autograd.gradcheck(smooth, scores.clone().requires_grad_())


def test_equal_soft_ranks_have_a_closed_form(snippet):
    relevance = torch.tensor([2.0, 0.0, 1.0])
    value = snippet.smooth_ndcg(torch.zeros(3), relevance, 1.0).item()
    assert value == pytest.approx((3 + 1) / np.log2(3) / (3 + 1 / np.log2(3)))  # everybody at rank 2


def test_the_table(snippet):
    *rows, last = snippet.printed.splitlines()[1:]
    _, smooth, gradient = np.array([list(map(float, row.split())) for row in rows]).T
    exact = ndcg_score((2**snippet.relevance - 1)[None], snippet.scores.detach()[None])
    assert float(last.split()[-1]) == pytest.approx(exact, abs=0.0006) == smooth[-1]
    assert gradient[-1] == 0 and gradient.argmax() == 2 and (np.diff(np.abs(smooth - exact)) <= 0).all()
