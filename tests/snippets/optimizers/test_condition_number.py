import numpy as np
import pytest


def companion(x, momentum, nesterov):
    s = 1 - x
    if nesterov:
        return np.array([[s * (1 + momentum), -s * momentum], [1, 0]])
    return np.array([[1 + momentum - x, -momentum], [1, 0]])


def radius(lr, momentum, curvatures, nesterov):
    return max(np.abs(np.linalg.eigvals(companion(lr * c, momentum, nesterov))).max() for c in curvatures)


@pytest.mark.parametrize("low, high", [(1.0, 30.0), (0.2, 80.0), (3.0, 4.0)])
def test_settings_have_the_rates_of_theory(snippet, low, high):
    root = np.sqrt(high / low)
    theory = {
        "plain": (high - low) / (high + low),
        "heavy ball": (root - 1) / (root + 1),
        "Nesterov": 1 - 1 / root,
    }
    for method, rate in theory.items():
        lr, momentum = snippet.best_settings(method, low, high)
        found = radius(lr, momentum, (low, high), method == "Nesterov")
        assert found == pytest.approx(rate, abs=1e-6)  # a double root is known to half the digits only
        if method != "Nesterov":  # no learning rate or momentum near it has a smaller rate
            for a, b in [(1.01, 0), (0.99, 0), (1, 0.003), (1, -0.003)]:
                if method == "heavy ball" or b == 0:
                    assert radius(lr * a, momentum + b, (low, high), False) > found
    assert snippet.best_settings("Nesterov", low, high)[0] == 1 / high


@pytest.mark.parametrize("method", ["plain", "heavy ball", "Nesterov"])
@pytest.mark.parametrize("shrink", [1e-3, 1e-6])
def test_count_of_steps_with_two_positions_instead_of_a_velocity(snippet, method, shrink):
    curvature = np.array([2.0, 90.0])
    lr, momentum = snippet.best_settings(method, *curvature)
    now = before = np.ones(2)  # for Nesterov the points, whose look-ahead is the weights
    ahead, steps = now, 0
    while np.linalg.norm(ahead) > shrink * np.sqrt(2):
        if method == "Nesterov":
            now, before = ahead - lr * curvature * ahead, now
            ahead = now + momentum * (now - before)
        else:
            now, before = now - lr * curvature * now + momentum * (now - before), now
            ahead = now
        steps += 1
    arguments = () if shrink == 1e-6 else (shrink,)
    assert snippet.steps_needed(method, *curvature, *arguments) == steps


def test_one_curvature_only(snippet):
    assert snippet.steps_needed("plain", 5.0, 5.0) == 1  # a Newton step


def test_steps_grow_with_the_condition_and_with_its_root(snippet):
    rows = np.array([line.split() for line in snippet.printed.splitlines()[1:]], dtype=float)
    condition, plain, heavy, nesterov = rows.T
    np.testing.assert_allclose(plain, np.log(1e6) * condition / 2, rtol=0.1)
    assert np.all(heavy < nesterov) and np.all(nesterov < plain)
    assert 8 < plain[2] / plain[1] < 12
    for accelerated in (heavy, nesterov):
        assert 2.8 < accelerated[2] / accelerated[1] < 3.6  # the root of ten is 3.16
