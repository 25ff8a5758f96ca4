import numpy as np
import pytest
import torch

LOSSES = {
    "CE": lambda z: torch.nn.functional.softplus(-z),
    "SE": lambda z: (torch.sigmoid(z) - 1) ** 2,
}


@pytest.mark.parametrize("name", LOSSES)
def test_gradients_agree_with_autograd(snippet, name):
    z = torch.tensor([-9.0, -1.3, 0.0, 0.7, 6.0], dtype=torch.float64, requires_grad=True)
    LOSSES[name](z).sum().backward()
    ours = [snippet.GRADIENTS[name](value) for value in z.tolist()]
    np.testing.assert_allclose(ours, z.grad, rtol=1e-12)


@pytest.mark.parametrize("name", LOSSES)
@pytest.mark.parametrize(("start", "lr"), [(-3.0, 0.7), (-0.4, 0.1), (0.0, 1.0)])
def test_step_counts_are_those_of_torch_optimisers(snippet, name, start, lr):
    def count(make):
        z = torch.tensor(start, dtype=torch.float64, requires_grad=True)
        optimiser, steps = make([z]), 0
        while z.item() < 0:
            optimiser.zero_grad()
            LOSSES[name](z).backward()
            optimiser.step()
            steps += 1
        return steps

    gradient = snippet.GRADIENTS[name]
    assert snippet.descent_steps(gradient, start, lr) == count(lambda p: torch.optim.SGD(p, lr=lr))
    assert snippet.adam_steps(gradient, start, lr / 10) == count(lambda p: torch.optim.Adam(p, lr=lr / 10))
    # a large eps and other betas, so that each constant of Adam matters
    options = {"lr": 0.05, "betas": (0.7, 0.95), "eps": 0.02}
    ours = snippet.adam_steps(gradient, start, 0.05, beta1=0.7, beta2=0.95, eps=0.02)
    assert ours == count(lambda p: torch.optim.Adam(p, **options))


def test_time_grows_linearly_under_ce_and_exponentially_under_se(snippet):
    # gradient flow: the time is the integral of dz / |gradient| from the start to 0
    for start in (-3.0, -5.0):
        lr, e = 0.01, np.exp(start)
        ce = -start + 1 - e
        se = (1 / e - 1 - 3 * start + 3 * (1 - e) + (1 - e**2) / 2) / 2
        assert snippet.descent_steps(snippet.cross_entropy_gradient, start, lr) * lr == pytest.approx(ce, abs=2 * lr)
        assert snippet.descent_steps(snippet.squared_error_gradient, start, lr) * lr == pytest.approx(se, rel=0.01)


def test_adam_frees_a_lone_saturated_logit(snippet):
    for start in (-6.0, -10.0):
        ce, se = (snippet.adam_steps(g, start, 0.1) for g in snippet.GRADIENTS.values())
        assert se < ce < -start / 0.1 * 1.2


def test_share_of_the_pull(snippet):
    p = 1 / (1 + np.exp([5.0, -1.0, 0.5]))
    ce, se = 1 - p, 2 * p * (1 - p) ** 2
    ours = [snippet.share_of_batch(g, -5.0, [1.0, -0.5]) for g in snippet.GRADIENTS.values()]
    np.testing.assert_allclose(ours, [ce[0] / ce.sum(), se[0] / se.sum()])


def test_adam_stalls_below_its_default_eps(snippet):
    # a gradient as small as eps = 1e-8 makes steps of half the learning rate
    assert snippet.adam_steps(lambda z: -1e-8, -0.99, 0.1) == 20
