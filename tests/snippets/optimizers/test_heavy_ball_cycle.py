import numpy as np
import pytest
import torch


def test_the_gradient_is_continuous_and_has_the_slopes_that_the_page_names(snippet):
    x = np.linspace(-4, 6, 4001)
    g = np.array([snippet.gradient(value) for value in x])
    assert snippet.gradient(0.0) == 0
    slope = np.diff(g) / np.diff(x)
    assert slope.min() == pytest.approx(1) and slope.max() == pytest.approx(25)
    for edge, value in [(1.0, 25.0), (2.0, 26.0)]:
        assert snippet.gradient(edge - 1e-9) == pytest.approx(value, abs=1e-6)
        assert snippet.gradient(edge + 1e-9) == pytest.approx(value, abs=1e-6)
    assert snippet.gradient(1.5) == pytest.approx(25.5) and snippet.gradient(3.0) == pytest.approx(51)


@pytest.mark.parametrize("settings", [(0.05, 0.3, False), (0.03, 0.5, True), (1 / 9, 4 / 9, False)])
def test_run_is_that_of_torch(snippet, settings):
    lr, momentum, nesterov = settings
    theta = torch.tensor(3.3, dtype=torch.float64)
    optimizer = torch.optim.SGD([theta], lr=lr, momentum=momentum, nesterov=nesterov)
    path = []
    for _ in range(60):
        theta.grad = torch.tensor(snippet.gradient(theta.item()), dtype=torch.float64)
        optimizer.step()
        path.append(theta.item())
    np.testing.assert_allclose(snippet.run(*settings, steps=60), path, rtol=0, atol=1e-9)
    assert len(snippet.run(lr, momentum)) == 300


def test_the_cycle_solves_its_three_linear_equations(snippet):
    # x_next = x - lr f'(x) + momentum (x - x_before), with the slope and the shift of each point's piece
    lr, momentum = 1 / 9, 4 / 9
    points = snippet.run(lr, momentum)[-3:]
    slopes = [1.0 if 1 <= x < 2 else 25.0 for x in points]
    shifts = [24.0 if 1 <= x < 2 else -24.0 if x >= 2 else 0.0 for x in points]
    matrix, right = np.zeros((3, 3)), np.zeros(3)
    for i in range(3):  # the point after i is i + 1, the one before is i - 1, modulo 3
        matrix[i, (i + 1) % 3] += 1
        matrix[i, i] -= 1 + momentum - lr * slopes[i]
        matrix[i, (i - 1) % 3] += momentum
        right[i] = -lr * shifts[i]
    np.testing.assert_allclose(points, np.linalg.solve(matrix, right), atol=1e-9)
    assert max(abs(points)) > 2


def test_the_other_two_converge_and_the_settings_are_the_quadratic_ones(snippet):
    rows = {line.split(" off by")[0].strip(): line for line in snippet.printed.splitlines()[:3]}
    settings = {"plain": (2 / 26, 0.0, False), "Nesterov": (1 / 25, 2 / 3, True)}
    for name, (lr, momentum, nesterov) in settings.items():
        theta, v, steps, last_far = 3.3, 0.0, 0, 0
        for steps in range(1, 301):  # by the definition, with the gradient of the page's text
            g = 25 * theta - 24 * min(max(theta - 1, 0.0), 1.0)
            v = momentum * v + g
            theta -= lr * (g + momentum * v if nesterov else v)
            last_far = steps if abs(theta) > 1e-6 else last_far
        assert f"until step {last_far:3d} of 300" in rows[name]
        assert rows[name].split()[-4:] == ["0.00"] * 4
    assert "until step 300 of 300" in rows["heavy ball"]
    cycle = rows["heavy ball"].split()[-4:]
    assert cycle[0] == cycle[3] and len(set(cycle)) == 3
    np.testing.assert_allclose([float(x) for x in cycle], snippet.run(1 / 9, 4 / 9)[-4:], atol=0.006)
    for curvature in (1.0, 25.0):  # on a quadratic the same settings contract by 2/3
        roots = np.roots([1, -(1 + 4 / 9 - curvature / 9), 4 / 9])
        assert np.abs(roots).max() == pytest.approx(2 / 3, abs=1e-6)


def test_the_count_of_circling_starts_by_a_vectorised_run_without_velocity(snippet):
    now = before = np.arange(-100, 101) / 10
    for _ in range(600):
        slope = np.where(now < 1, 25 * now, np.where(now < 2, now + 24, 25 * now - 24))
        now, before = now - slope / 9 + 4 / 9 * (now - before), now
    assert snippet.printed.endswith(f"circles from {(abs(now) > 0.1).sum()}\n")
