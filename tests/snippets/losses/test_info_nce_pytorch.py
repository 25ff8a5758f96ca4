from pathlib import Path

import numpy as np
import torch


def by_hand(q, k, temperature):
    losses = []
    for i in range(len(q)):
        cosine = [q[i] @ k[j] / (q[i] @ q[i]) ** 0.5 / (k[j] @ k[j]) ** 0.5 for j in range(len(k))]
        e = np.exp(np.array(cosine) / temperature)
        losses.append(-np.log(e[i] / e.sum()))
    return np.mean(losses)


def test_both_forms_agree_with_the_formula_by_hand(snippet):
    rng = np.random.default_rng(1)
    for n, temperature in ((1, 1.0), (5, 0.5), (9, 0.05)):
        q, k = rng.normal(size=(n, 3)), 5 * rng.normal(size=(n, 3))
        one, other = by_hand(q, k, temperature), by_hand(k, q, temperature)
        tensors = torch.tensor(q), torch.tensor(k)
        np.testing.assert_allclose(snippet.info_nce(*tensors, temperature), one, atol=1e-9)
        np.testing.assert_allclose(snippet.symmetric(*tensors, temperature), (one + other) / 2, atol=1e-9)


def test_gradient_reaches_both_towers(snippet):
    q, k = torch.randn(4, 3, dtype=torch.float64), torch.randn(4, 3, dtype=torch.float64)
    assert torch.autograd.gradcheck(lambda q, k: snippet.symmetric(q, k, 0.5), (q.requires_grad_(), k.requires_grad_()))


def test_it_prints_what_the_numpy_version_prints(snippet):
    other = Path(snippet.__spec__.origin).with_name("info_nce_numpy.out")
    assert snippet.printed == other.read_text()
