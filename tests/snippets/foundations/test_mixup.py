import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st


@given(st.integers(0, 100), st.floats(0.1, 5))
def test_soft_targets_and_mixed_losses_are_equal(snippet, seed, alpha):
    rng = np.random.default_rng(seed)
    x, targets = rng.standard_normal((6, 3)), np.eye(4)[rng.integers(0, 4, 6)]
    mixed, soft, share, partner = snippet.mixup(x, targets, rng, alpha)
    assert 0 <= share <= 1 and sorted(partner) == list(range(6))
    for i in range(6):
        np.testing.assert_allclose(mixed[i], x[partner[i]] + share * (x[i] - x[partner[i]]))
        np.testing.assert_allclose(soft[i], targets[partner[i]] + share * (targets[i] - targets[partner[i]]))
    logits = torch.tensor(mixed @ rng.standard_normal((3, 4)))
    cross_entropy = torch.nn.functional.cross_entropy
    own, others = (cross_entropy(logits, torch.tensor(t)).item() for t in (targets, targets[partner]))
    loss = snippet.cross_entropy(logits.numpy(), soft)
    np.testing.assert_allclose(loss, cross_entropy(logits, torch.tensor(soft)).item())
    np.testing.assert_allclose(loss, share * own + (1 - share) * others)


def test_the_share_follows_the_beta_distribution(snippet):
    rng, x = np.random.default_rng(1), np.zeros((2, 1))
    for alpha, options in ((0.2, {}), (2.0, {"alpha": 2.0})):
        shares = [snippet.mixup(x, np.eye(2), rng, **options)[2] for _ in range(4000)]
        assert abs(np.mean(shares) - 0.5) < 0.03  # standard error at most 0.007
        np.testing.assert_allclose(np.var(shares), 1 / (4 * (2 * alpha + 1)), rtol=0.08)


def test_printed_losses_agree(snippet):
    one, other = (line.split()[-1] for line in snippet.printed.splitlines()[-2:])
    assert one == other
    np.testing.assert_allclose(snippet.soft.sum(axis=1), 1)
    assert (snippet.partner != np.arange(4)).any()
