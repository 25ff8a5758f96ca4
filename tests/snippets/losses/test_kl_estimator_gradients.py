import numpy as np
import torch
import torch.nn.functional as F

RNG = np.random.default_rng(6)
LOGITS = RNG.normal(size=5)
REFERENCE = torch.tensor(RNG.normal(size=5)).log_softmax(0).numpy()


def true_kl_and_gradient(forward):
    z = torch.tensor(LOGITS, requires_grad=True)
    log_policy, reference = z.log_softmax(0), torch.tensor(REFERENCE)
    pair = (log_policy, reference) if forward else (reference, log_policy)
    kl = F.kl_div(*pair, reduction="sum", log_target=True)
    kl.backward()
    return kl.item(), z.grad.numpy()


def differentiated_estimator(name):
    # what a trainer does: sample, hold the sample fixed, differentiate the estimate; here averaged exactly
    z = torch.tensor(LOGITS, requires_grad=True)
    log_ratio = z.log_softmax(0) - torch.tensor(REFERENCE)
    estimate = {
        "k1": log_ratio,
        "k2": log_ratio**2 / 2,
        "k3": torch.expm1(-log_ratio) + log_ratio,
    }[name]
    mean = z.detach().softmax(0) @ estimate
    mean.backward()
    return mean.item(), z.grad.numpy()


def test_means_and_gradients_agree_with_autograd(snippet):
    found = snippet.expected(LOGITS, REFERENCE)
    assert list(found) == ["k1", "k2", "k3"]
    for name, (value, gradient) in found.items():
        value_expected, gradient_expected = differentiated_estimator(name)
        np.testing.assert_allclose(value, value_expected, atol=1e-12)
        np.testing.assert_allclose(gradient, gradient_expected, atol=1e-12)


def test_kl_gradients_agree_with_autograd(snippet):
    reverse, forward = snippet.kl_gradients(LOGITS, REFERENCE)
    np.testing.assert_allclose(reverse, true_kl_and_gradient(forward=False)[1], atol=1e-12)
    np.testing.assert_allclose(forward, true_kl_and_gradient(forward=True)[1], atol=1e-12)


def test_which_estimator_has_the_value_and_which_the_gradient(snippet):
    found = snippet.expected(LOGITS, REFERENCE)
    kl, reverse = true_kl_and_gradient(forward=False)
    _, forward = true_kl_and_gradient(forward=True)
    np.testing.assert_allclose(found["k1"][0], kl)
    np.testing.assert_allclose(found["k3"][0], kl)
    assert abs(found["k2"][0] - kl) > 0.01
    np.testing.assert_allclose(found["k1"][1], 0, atol=1e-12)
    np.testing.assert_allclose(found["k2"][1], reverse, atol=1e-12)
    np.testing.assert_allclose(found["k3"][1], forward, atol=1e-12)
    assert abs(reverse - forward).max() > 0.01


def test_slopes_are_the_derivatives_of_the_estimates(snippet):
    u, step = np.linspace(-2, 2, 41), 1e-6
    up, down = snippet.kl_estimators(u + step), snippet.kl_estimators(u - step)
    for name, (_, slope) in snippet.kl_estimators(u).items():
        np.testing.assert_allclose(slope, (up[name][0] - down[name][0]) / (2 * step), atol=1e-8)


def test_k3_is_never_negative_and_k1_can_be(snippet):
    estimators = snippet.kl_estimators(np.linspace(-5, 5, 101))
    assert (estimators["k3"][0] >= 0).all() and (estimators["k1"][0] < 0).any()
