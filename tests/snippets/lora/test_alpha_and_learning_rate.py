import numpy as np
import pytest
import torch

SGD, ADAM = torch.optim.SGD, torch.optim.Adam


def reference(adam, alpha, learning_rate, start, steps):
    rng = np.random.default_rng(0)
    X, Y, A = rng.normal(size=(50, 8)), rng.normal(size=(50, 6)), start * rng.normal(size=(2, 8))
    B, s, state = np.zeros((6, 2)), alpha / 2, [0.0, 0.0, 0.0, 0.0]
    for t in range(1, steps + 1):
        G = 2 * (X @ (s * B @ A).T - Y).T @ X / Y.size
        gradients = s * G @ A.T, s * B.T @ G
        moves = []
        for i, g in enumerate(gradients):
            state[i] = 0.9 * state[i] + 0.1 * g
            state[i + 2] = 0.999 * state[i + 2] + 0.001 * g**2
            root = np.sqrt(state[i + 2] / (1 - 0.999**t)) + 1e-16
            moves.append(state[i] / (1 - 0.9**t) / root if adam else g)
        B, A = B - learning_rate * moves[0], A - learning_rate * moves[1]
    return s * B @ A


@pytest.mark.parametrize("optimizer", [SGD, ADAM])
def test_update_agrees_with_a_second_implementation(snippet, optimizer):
    for steps in (1, 7):
        expected = reference(optimizer is ADAM, 3, 0.02, 1.5, steps)
        ours = snippet.trained_update(optimizer, 3, 0.02, start=1.5, steps=steps)
        np.testing.assert_allclose(ours.numpy(), expected, rtol=1e-6)
    default = snippet.trained_update(optimizer, 3, 0.02)
    np.testing.assert_allclose(default.numpy(), reference(optimizer is ADAM, 3, 0.02, 1, 1), rtol=1e-6)


@pytest.mark.parametrize("factor", [2, 9])
def test_exact_exchange_of_alpha_for_the_rate(snippet, factor):
    for optimizer, rate_factor in ((SGD, factor), (ADAM, factor**0.5)):
        one = snippet.trained_update(optimizer, factor * 3, 1e-3, steps=20)
        other = snippet.trained_update(optimizer, 3, rate_factor * 1e-3, start=factor**0.5, steps=20)
        assert snippet.same(one, other)
        assert not snippet.same(one, snippet.trained_update(optimizer, 3, factor * 1e-3, steps=20))


def test_first_update_grows_with_alpha_squared_under_sgd_and_with_alpha_under_adam(snippet):
    for optimizer, power in ((SGD, 2), (ADAM, 1)):
        once, thrice = (snippet.trained_update(optimizer, alpha, 1e-3) for alpha in (2, 6))
        torch.testing.assert_close(thrice, 3**power * once)
        torch.testing.assert_close(snippet.trained_update(optimizer, 2, 3e-3), 3 * once)


def test_same_tells_rounding_from_a_difference(snippet):
    one = torch.tensor([1000.0, 1.0], dtype=torch.float64)
    assert snippet.same(one, one * (1 + 5e-10)) and not snippet.same(one, one * (1 + 1.5e-9))


def test_page_conclusions(snippet):
    printed = snippet.printed.split("Adam")[0], "Adam" + snippet.printed.split("Adam", 1)[1]
    assert "twice α: × 4" in printed[0] and "twice η: × 2" in printed[0]
    assert "twice α: × 2" in printed[1] and "twice η: × 2" in printed[1]
    for part in printed:
        assert "(α, 2η): False" in part.splitlines()[2] and part.rstrip().endswith("True")
    # what the loop left behind is Adam's
    torch.testing.assert_close(snippet.once, snippet.trained_update(ADAM, 4, 0.01))
    torch.testing.assert_close(snippet.alpha_twice, snippet.trained_update(ADAM, 8, 0.01, steps=50))
    torch.testing.assert_close(snippet.eta_twice, snippet.trained_update(ADAM, 4, 0.02, steps=50))
    assert snippet.alpha_twice.isfinite().all() and snippet.alpha_twice.norm() > 0.1
