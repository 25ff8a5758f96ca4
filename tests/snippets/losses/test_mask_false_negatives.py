import numpy as np
import pytest
import torch
import torch.nn.functional as F


def test_the_share_agrees_with_simulation(snippet):
    rng = np.random.default_rng(0)
    for p, n in (([0.5, 0.3, 0.2], 3), ([0.7, 0.1, 0.1, 0.1], 2), ([1.0], 2)):
        batch = rng.choice(len(p), (40_000, n), p=p)
        met = (batch[:, 1:] == batch[:, :1]).any(axis=1).mean()
        # the standard error of a share of 40,000 is at most 0.0025
        assert snippet.share_with_false_negative(np.array(p), n) == pytest.approx(met, abs=0.01)
    assert snippet.share_with_false_negative(np.array([0.5, 0.5]), 1) == 0


def test_uniform_classes_in_closed_form(snippet):
    assert snippet.share_with_false_negative(np.full(50, 0.02), 11) == pytest.approx(1 - 0.98**10)


def test_masked_info_nce(snippet):
    rng = np.random.default_rng(1)
    logits, labels = rng.normal(size=(5, 5)), np.array([0, 1, 0, 2, 1])
    expected = F.cross_entropy(torch.tensor(logits), torch.arange(5))
    assert snippet.info_nce(logits, labels, False) == pytest.approx(expected.item())
    losses = []
    for i in range(5):
        kept = [j for j in range(5) if j == i or labels[j] != labels[i]]
        losses.append(np.log(np.exp(logits[i, kept]).sum()) - logits[i, i])
    assert snippet.info_nce(logits, labels, True) == pytest.approx(np.mean(losses))


def test_skew_makes_small_batches_worse(snippet):
    uniform, skewed = snippet.uniform, snippet.skewed / snippet.skewed.sum()
    assert len(uniform) == len(skewed) == 1000 and uniform.sum() == pytest.approx(1)
    np.testing.assert_allclose(snippet.skewed * np.arange(1, 1001), 1)
    for n in (2, 64, 256):
        assert snippet.share_with_false_negative(skewed, n) > snippet.share_with_false_negative(uniform, n)


def test_a_perfect_embedding_pays_without_the_mask(snippet):
    # two of four anchors have one false negative that is as similar as the positive: log 2 each
    assert snippet.info_nce(snippet.perfect, snippet.labels, False) == pytest.approx(np.log(2) / 2, abs=1e-3)
    assert snippet.info_nce(snippet.perfect, snippet.labels, True) < 1e-3
