import numpy as np
import pytest
import torch
import torch.optim._muon as muon


def in_double(grad, ns_coefficients, ns_steps, eps):
    """PyTorch's iteration without its bfloat16: p(S) on the singular values."""
    u, s, vt = torch.linalg.svd(grad, full_matrices=False)
    s = s / s.norm()
    for _ in range(ns_steps):
        s = ns_coefficients[0] * s + ns_coefficients[1] * s**3 + ns_coefficients[2] * s**5
    return u @ torch.diag(s) @ vt


def run(snippet, shape, steps, **options):
    rng = np.random.default_rng(7)
    w, m = rng.normal(size=shape), np.zeros(shape)
    theirs = torch.tensor(w, requires_grad=True)
    match = "match_rms_adamw" if options.get("match_adamw") else None
    optimizer = torch.optim.Muon(
        [theirs],
        lr=0.02,
        weight_decay=options.get("decay", 0.1),
        momentum=options.get("beta", 0.95),
        adjust_lr_fn=match,
    )
    for _ in range(steps):
        g = rng.normal(size=shape)
        w, m = snippet.muon_step(w, m, g, 0.02, **options)
        theirs.grad = torch.tensor(g)
        optimizer.step()
    return w, theirs.detach().numpy()


@pytest.mark.parametrize("shape", [(5, 5), (9, 4), (4, 9)])
@pytest.mark.parametrize("options", [{}, {"match_adamw": True}, {"decay": 0.3, "beta": 0.6}])
def test_equals_torch_optim_muon_but_for_its_rounding(snippet, monkeypatch, shape, options):
    monkeypatch.setattr(muon, "_zeropower_via_newtonschulz", in_double)
    np.testing.assert_allclose(*run(snippet, shape, 10, **options), atol=1e-10)


def test_and_with_its_bfloat16_nearly(snippet):
    ours, theirs = run(snippet, (6, 10), 1)
    np.testing.assert_allclose(ours, theirs, atol=0.02 * 0.03)  # learning rate times a few of bfloat16's 2^-8


def test_the_sizes_the_page_states_are_those_of_the_polar_factor(snippet):
    for rows, columns in ((3, 3), (12, 3), (3, 12)):
        polar = np.linalg.qr(np.random.default_rng(0).normal(size=(max(rows, columns), min(rows, columns))))[0]
        rms = np.sqrt(np.mean(polar**2))
        np.testing.assert_allclose(rms * snippet.shape_factor(rows, columns, True), 0.2)
        original = np.sqrt(max(1, rows / columns)) / np.sqrt(max(rows, columns))
        np.testing.assert_allclose(rms * snippet.shape_factor(rows, columns, False), original)
    assert 0.1 < snippet.rms[1] < 0.2  # Newton-Schulz leaves most singular values a little below 1
