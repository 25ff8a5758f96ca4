import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st


@given(st.integers(0, 30), st.floats(0, 0.95))
def test_the_mean_over_masks_is_the_ridge_loss(snippet, seed, p):
    rng = np.random.default_rng(seed)
    X, y, w = rng.standard_normal((5, 3)), rng.standard_normal(5), rng.standard_normal(3)
    expected = sum((y - X @ w) ** 2) + p / (1 - p) * sum(w[j] ** 2 * sum(X[:, j] ** 2) for j in range(3))
    np.testing.assert_allclose(snippet.ridge_loss(X, y, w, p), expected)
    np.testing.assert_allclose(snippet.mean_dropout_loss(X, y, w, p), expected)


def test_torchs_dropout_has_this_mean(snippet):
    rng = np.random.default_rng(1)
    X, y, w = rng.standard_normal((6, 3)), rng.standard_normal(6), rng.standard_normal(3)
    generator_state = torch.random.get_rng_state()
    torch.manual_seed(0)
    many = torch.tensor(X).expand(40_000, 6, 3)
    losses = ((torch.tensor(y) - torch.nn.functional.dropout(many, 0.3) @ torch.tensor(w)) ** 2).sum(dim=1)
    torch.random.set_rng_state(generator_state)
    error = 5 * losses.std().item() / 200  # five standard errors
    assert abs(losses.mean().item() - snippet.mean_dropout_loss(X, y, w, 0.3)) < error


def test_a_wide_feature_is_penalised_more(snippet):
    # the third column has three times the scale, hence about nine times the penalty
    one, wide = np.eye(4)[0], np.eye(4)[2]
    zero = np.zeros(20)
    extra = [
        snippet.ridge_loss(snippet.X, zero, w, 0.5) - snippet.ridge_loss(snippet.X, zero, w, 0) for w in (one, wide)
    ]
    np.testing.assert_allclose(extra, (snippet.X**2).sum(axis=0)[[0, 2]])
    assert 4 < extra[1] / extra[0] < 20


def test_printed(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()[1:]]
    assert [row[0] for row in rows] == ["0.0", "0.2", "0.5"]
    assert all(row[2] == row[3] for row in rows) and len({row[1] for row in rows}) == 1
    np.testing.assert_allclose(snippet.X.std(axis=0), [1, 1, 3, 3], rtol=0.45)
