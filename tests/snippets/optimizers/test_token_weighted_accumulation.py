import numpy as np
import pytest
import torch


def numpy_gradient(w, batches, weight):
    """Sum over scored tokens of weight(scored in its batch) times the softmax gradient."""
    total = np.zeros(w.shape)
    for x, labels in batches:
        keep = (labels >= 0).numpy()
        x, labels = x.numpy()[keep], labels.numpy()[keep]
        z = x @ w.numpy()
        p = np.exp(z) / np.exp(z).sum(1, keepdims=True)
        total += weight(keep.sum()) * x.T @ (p - np.eye(w.shape[1])[labels])
    return total


@pytest.mark.parametrize("scored", [(5,), (3, 9), (1, 20, 7), (8, 8, 8)])
def test_both_ways_against_the_softmax_gradient_by_hand(snippet, scored):
    torch.manual_seed(3)
    w = torch.randn(4, 3).double()
    batches = [snippet.batch(20, n) for n in scored]
    total, count = sum(scored), len(scored)
    np.testing.assert_allclose(snippet.one_divisor(w, batches), numpy_gradient(w, batches, lambda n: 1 / total))
    np.testing.assert_allclose(snippet.mean_of_means(w, batches), numpy_gradient(w, batches, lambda n: 1 / (n * count)))


def test_a_batch_scores_its_first_tokens(snippet):
    x, labels = snippet.batch(12, 5)
    assert x.shape == (12, 4)
    assert (labels[:5] >= 0).all() and (labels[5:] == -100).all()
    drawn = torch.cat([snippet.batch(100, 100)[1] for _ in range(10)])
    assert set(drawn.tolist()) == {0, 1, 2}


def test_equal_counts_agree_and_unequal_ones_do_not(snippet):
    rows = snippet.printed.splitlines()
    assert "off by 0.0, sum by 0.0" in rows[0]
    errors = [float(row.split("off by ")[1].split(",")[0]) for row in rows]
    assert errors == sorted(errors) and errors[2] > 0.9
    torch.testing.assert_close(snippet.one_divisor(snippet.w, snippet.batches), snippet.right)
    assert len(snippet.everything[0][1]) == 800


def test_averaging_over_ranks_needs_the_number_of_ranks(snippet):
    # DDP divides by the number of ranks: multiply the local loss by it, divide by the global count
    ranks = len(snippet.batches)
    tokens = sum((y >= 0).sum() for _, y in snippet.batches)
    local = [
        snippet.accumulate(
            snippet.w, [b], lambda z, y: ranks * torch.nn.functional.cross_entropy(z, y, reduction="sum") / tokens
        )
        for b in snippet.batches
    ]
    torch.testing.assert_close(sum(local) / ranks, snippet.right)
