import numpy as np
import torch
from sklearn.metrics import roc_auc_score


def test_a_step_is_gradient_descent_on_the_pairwise_loss(snippet):
    rng = np.random.default_rng(1)
    U, V = rng.normal(size=(5, 3)), rng.normal(size=(7, 3))
    users, liked, other = np.array([0, 1, 1, 4]), np.array([2, 3, 3, 0]), np.array([6, 2, 6, 1])
    tu, tv = torch.tensor(U, requires_grad=True), torch.tensor(V, requires_grad=True)
    u, i, j = tu[users], tv[liked], tv[other]
    loss = -torch.nn.functional.logsigmoid((u * i).sum(1) - (u * j).sum(1)).sum()
    loss = loss + 0.3 / 2 * ((u**2).sum() + (i**2).sum() + (j**2).sum())
    loss.backward()
    expected = U - 0.2 * tu.grad.numpy(), V - 0.2 * tv.grad.numpy()
    snippet.bpr_step(U, V, users, liked, other, 0.2, 0.3)
    np.testing.assert_allclose(U, expected[0], atol=1e-12)
    np.testing.assert_allclose(V, expected[1], atol=1e-12)


def test_pair_accuracy_is_the_auc_with_half_for_a_tie(snippet):
    rng = np.random.default_rng(2)
    scores = rng.integers(4, size=(6, 9)).astype(float)
    liked = rng.integers(9, size=6)
    candidates = rng.random((6, 9)) < 0.7
    candidates[np.arange(6), liked] = True
    expected = []
    for row, target, allowed in zip(scores, liked, candidates, strict=True):
        y = np.arange(9) == target
        auc = roc_auc_score(y[allowed], row[allowed])
        n = allowed.sum()
        expected.append((auc * (n - 1) + 0.5) / n)  # the target ties with itself
    np.testing.assert_allclose(snippet.pair_accuracy(scores, liked, candidates), np.mean(expected))


def test_a_shift_per_user_changes_no_ranking(snippet):
    scores, liked, new = snippet.U @ snippet.V.T, snippet.held_out, snippet.new
    plain = snippet.pair_accuracy(scores, liked, new)
    assert plain == snippet.pair_accuracy(snippet.shifted, liked, new)
    shift = snippet.shifted - scores
    assert np.ptp(shift, axis=1).max() < 1e-9
    assert shift.std() > 5  # far beyond the spread of the scores themselves
    by_count = snippet.pair_accuracy(snippet.by_count, liked, new)
    best = snippet.pair_accuracy(snippet.chance, liked, new)
    assert by_count + 0.03 < plain < best


def test_what_is_held_out_was_not_trained_on(snippet):
    assert snippet.seen.sum() == 300 * 12
    assert not snippet.seen[np.arange(300), snippet.held_out].any()
    assert snippet.new[np.arange(300), snippet.held_out].all()
    assert not snippet.seen[snippet.users[snippet.keep], snippet.other[snippet.keep]].any()
