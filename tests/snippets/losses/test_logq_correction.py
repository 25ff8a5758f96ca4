import numpy as np
import pytest
import torch

P, Q = np.array([0.5, 0.3, 0.2]), np.array([0.1, 0.3, 0.6])
ALL, NONE = np.ones(3), np.zeros(3)


@pytest.mark.parametrize("mask_repeats", [False, True])
@pytest.mark.parametrize("fixed", [ALL, NONE, np.array([0, 1, 1])])
def test_enumeration_agrees_with_simulation_through_autograd(snippet, fixed, mask_repeats):
    rng = np.random.default_rng(0)
    scores = torch.tensor([0.3, -0.5, 0.9], requires_grad=True, dtype=torch.float64)
    n = 40_000
    drawn = np.column_stack([rng.choice(3, n, p=P), rng.choice(3, (n, 2), p=Q)])
    logits = scores[torch.tensor(drawn)] - torch.tensor(fixed * np.log(Q)[drawn])
    if mask_repeats:
        repeat = torch.tensor(np.column_stack([np.zeros(n, bool), drawn[:, 1:] == drawn[:, :1]]))
        logits = logits.masked_fill(repeat, -torch.inf)
    torch.nn.functional.cross_entropy(logits, torch.zeros(n, dtype=torch.long)).backward()
    exact = snippet.expected_gradient(scores.detach().numpy(), P, Q, 2, fixed, mask_repeats)
    # a gradient's entry lies in [-1, 1]: its mean over 40,000 draws has a standard error below 0.005
    np.testing.assert_allclose(exact, scores.grad, atol=0.015)


def test_where_each_variant_stops(snippet):
    rng = np.random.default_rng(1)
    for n in (1, 2, 4):
        p, q = rng.dirichlet(np.ones(3)), rng.dirichlet(np.ones(3))
        everywhere, nowhere = np.ones(n + 1), np.zeros(n + 1)
        only_negatives = np.array([0] + [1] * n)
        for shift in (0, 3):
            true, relative = np.log(p) + shift, np.log(p / q) + shift
            assert np.abs(snippet.expected_gradient(true, p, q, n, everywhere)).max() < 1e-12
            assert np.abs(snippet.expected_gradient(relative, p, q, n, nowhere)).max() < 1e-12
            assert np.abs(snippet.expected_gradient(true, p, q, n, nowhere)).max() > 1e-3
            assert np.abs(snippet.expected_gradient(true, p, q, n, only_negatives)).max() > 1e-3
            if n > 1:  # a single negative that is masked leaves nothing to compare
                assert np.abs(snippet.expected_gradient(true, p, q, n, everywhere, True)).max() > 1e-3


def test_popular_items_are_pushed_too_far_without_correction(snippet):
    A, *others = snippet.expected_gradient(snippet.true, snippet.p, snippet.q, 3, np.zeros(4))
    assert A > 0 > max(others)  # descent lowers the score of the popular item
    assert snippet.q.argmax() == 0 and np.isclose(snippet.q.sum(), 1) and np.isclose(snippet.p.sum(), 1)


def test_away_from_the_truth_it_nears_full_softmax_only_as_n_grows(snippet):
    full = np.full(4, 1 / 4) - snippet.p
    gaps = [
        np.abs(snippet.expected_gradient(np.zeros(4), snippet.p, snippet.q, n, np.ones(n + 1)) - full).sum()
        for n in (1, 3, 7)
    ]
    assert gaps[0] > gaps[1] > gaps[2] > 0.05
    assert np.allclose([float(x) for x in snippet.printed.splitlines()[-1].split()[2:]], full)


def test_the_estimate_of_the_partition_function_is_unbiased(snippet):
    # the one thing of logQ that is unbiased: mean of exp(s) / q over draws from q is the sum of exp(s)
    s = np.array([0.3, -2.0, 1.0])
    assert np.isclose((Q * np.exp(s - np.log(Q))).sum(), np.exp(s).sum())
