import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st


def reference(weights, momentum, gradient, lr, decay, betas):
    """Algorithm 2 of the paper in the order of the published code: decay first, then the sign."""
    p, m, g = (torch.tensor(a) for a in (weights, momentum, gradient))
    p = p.mul(1 - lr * decay).add(torch.lerp(g, m, betas[0]).sign(), alpha=-lr)
    return p.numpy(), torch.lerp(g, m, betas[1]).numpy()


def test_equals_the_reference_over_many_steps(snippet):
    rng = np.random.default_rng(5)
    w, m = rng.normal(size=(2, 6))
    ours = theirs = (w, m)
    for t in range(50):
        g = rng.normal(size=6)
        options = (0.03, 0.2, (0.8, 0.95)) if t % 2 else (0.03, 0.0, (0.9, 0.99))
        ours = snippet.lion_step(*ours, g, *options) if t % 2 else snippet.lion_step(*ours, g, 0.03)
        theirs = reference(*theirs, g, *options)
        np.testing.assert_allclose(ours[0], theirs[0], atol=1e-12)
        np.testing.assert_allclose(ours[1], theirs[1], atol=1e-12)


@given(st.floats(1e-30, 1e30), st.floats(-3, 3).filter(lambda g: abs(g) > 1e-3))
def test_the_scale_of_the_loss_does_not_matter(snippet, scale, g):
    plain, scaled = (snippet.lion_step(1.0, 0.3 * s, g * s, 0.1)[0] for s in (1, scale))
    assert plain == scaled
    np.testing.assert_allclose(abs(plain - 1), 0.1)


def test_what_the_page_says(snippet):
    moved, stored = snippet.lion_step(0.0, 1.0, -20.0, 1e-4)
    assert moved > 0 and stored > 0  # the step follows the new gradient, the buffer still the old ones
    w, m = 5.0, 0.0
    for _ in range(3000):
        w, m = snippet.lion_step(w, m, 2.0, 0.05, decay=0.25)
    np.testing.assert_allclose(w, -1 / 0.25)
    np.testing.assert_allclose(snippet.w, (1 - (1 - 0.1 * 0.5) ** 200) / 0.5, rtol=1e-9)
    np.testing.assert_allclose(snippet.m, -(1 - 0.99**200))
    np.testing.assert_allclose(snippet.gradient, [1e-6, 1, -1000])
    assert (np.sign(snippet.moved) == 1).all()
