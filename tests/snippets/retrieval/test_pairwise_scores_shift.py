import numpy as np
import torch
from sklearn.metrics import log_loss


def test_pairwise_loss_by_loop(snippet):
    rng = np.random.default_rng(1)
    s, y = rng.normal(size=(4, 5)), rng.binomial(1, 0.4, (4, 5))
    terms = [
        np.log(1 + np.exp(-(s[q, i] - s[q, j])))
        for q in range(4)
        for i in range(5)
        for j in range(5)
        if y[q, i] > y[q, j]
    ]
    np.testing.assert_allclose(snippet.pairwise_loss(s, y), np.mean(terms))


def test_a_shift_of_a_query_leaves_the_loss_and_never_gets_a_gradient(snippet):
    rng = np.random.default_rng(2)
    s, y = rng.normal(size=(6, 8)), rng.binomial(1, 0.3, (6, 8))
    shifted = s + rng.normal(0, 50, (6, 1))
    np.testing.assert_allclose(snippet.pairwise_loss(shifted, y), snippet.pairwise_loss(s, y))
    t = torch.tensor(s, requires_grad=True)
    margin = t[:, :, None] - t[:, None, :]
    pairs = torch.tensor(y[:, :, None] > y[:, None, :])
    loss = torch.nn.functional.softplus(-margin[pairs]).mean()
    np.testing.assert_allclose(loss.detach(), snippet.pairwise_loss(s, y))
    loss.backward()
    np.testing.assert_allclose(t.grad.sum(dim=1), 0, atol=1e-12)


def test_log_loss_is_that_of_scikit_learn(snippet):
    rng = np.random.default_rng(3)
    z, y = rng.normal(size=(5, 6)), rng.binomial(1, 0.5, (5, 6))
    np.testing.assert_allclose(snippet.log_loss(z, y), log_loss(y.ravel(), 1 / (1 + np.exp(-z.ravel()))))


def test_platt_undoes_any_line_and_is_calibrated_on_average(snippet):
    z, y = snippet.logits, snippet.clicks
    plain = snippet.platt(z, y)
    assert plain.shape == z.shape
    np.testing.assert_allclose(snippet.platt(3 * z - 5, y), plain, atol=2e-2)
    np.testing.assert_allclose((1 / (1 + np.exp(-plain))).mean(), y.mean(), atol=1e-4)
    # maximum likelihood: no other line is better
    best = snippet.log_loss(plain, y)
    for a, b in ((1.05, 0), (0.95, 0), (1, 0.1), (1, -0.1)):
        assert snippet.log_loss(a * plain + b, y) > best


def test_what_the_table_says(snippet):
    y, scores = snippet.clicks, snippet.scores
    losses = [snippet.pairwise_loss(z, y) for z in scores.values()]
    np.testing.assert_allclose(losses, losses[0])
    after = [snippet.log_loss(snippet.platt(z, y), y) for z in scores.values()]
    base = snippet.base
    ignorant = -base * np.log(base) - (1 - base) * np.log(1 - base)
    assert abs(after[0] - after[1]) < 1e-3
    assert ignorant - 0.02 < after[2] < ignorant
    assert f"log loss {ignorant:.3f}" in snippet.printed
    assert np.ptp(scores["one shift for all"] - snippet.logits) < 1e-9
    spread = scores["a shift per query"] - snippet.logits
    assert np.ptp(spread, axis=1).max() < 1e-9 and 1.7 < spread[:, 0].std() < 2.3
    assert snippet.logits.shape == (500, 20)
