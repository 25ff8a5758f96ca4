import numpy as np
import pytest
import torch


def stream(seed, steps=120):
    rng = np.random.default_rng(seed)
    return rng.normal(size=steps) * (rng.random(steps) < 0.2)


@pytest.mark.parametrize("betas, eps", [((0.9, 0.999), 1e-8), ((0.6, 0.9), 0.3)])
def test_moves_are_those_of_adam(snippet, betas, eps):
    gradients = stream(1)
    theta = torch.zeros(1, dtype=torch.float64)
    optimizer, path = torch.optim.Adam([theta], lr=1.0, betas=betas, eps=eps), [0.0]
    for g in gradients:
        theta.grad = torch.tensor([g])
        optimizer.step()
        path.append(theta.item())
    np.testing.assert_allclose(snippet.moves(gradients, betas, eps), -np.diff(path), atol=1e-9)
    if eps == 1e-8:
        np.testing.assert_allclose(snippet.moves(gradients), -np.diff(path), atol=1e-9)
        assert snippet.moves([1e-8])[0] == pytest.approx(0.5)  # epsilon as large as the gradient


def test_skipping_is_sparse_adam(snippet):
    gradients = stream(2)
    table = torch.zeros(1, 1, dtype=torch.float64)
    optimizer, path = torch.optim.SparseAdam([table], lr=1.0, betas=(0.8, 0.95), eps=1e-12), [0.0]
    for g in gradients:
        rows = [[0]] if g else [[]]
        values = torch.tensor([[g]] if g else np.zeros((0, 1)), dtype=torch.float64)
        table.grad = torch.sparse_coo_tensor(rows, values, (1, 1), check_invariants=True)
        optimizer.step()
        path.append(table.item())
    found = snippet.moves(gradients, (0.8, 0.95), 1e-12, skip_zeros=True)
    np.testing.assert_allclose(found, -np.diff(path), atol=1e-9)
    assert np.all(found[gradients == 0] == 0)


def test_printed_figures_from_the_geometric_series(snippet):
    rows = [
        [float(x) for x in (line.split(" lr")[0].split()[-1], line.split()[-2])]
        for line in snippet.printed.splitlines()[:3]
    ]
    for row, beta2 in zip(rows[:2], (0.999, 0.95), strict=True):
        first = 0.1 / np.sqrt(1 - beta2)
        ratio = 0.9 / np.sqrt(beta2)
        np.testing.assert_allclose(row, [first, first * (1 - ratio**200) / (1 - ratio)], atol=0.006)
    np.testing.assert_allclose(rows[2], [0.1 / np.sqrt(0.001)] * 2, atol=0.006)
    np.testing.assert_array_equal(snippet.once, np.arange(10_200) == 10_000)


def test_the_size_of_the_gradient_does_not_matter(snippet):
    for size in (1e-3, 1.0, 1e4):
        gradients = np.zeros(12_000)
        gradients[11_900] = size
        assert snippet.moves(gradients, eps=0.0 + 1e-30).max() == pytest.approx(0.1 / np.sqrt(0.001), rel=1e-4)


def test_the_bound_holds_for_any_gradients_and_the_growing_burst_attains_it(snippet):
    for beta1, beta2 in [(0.9, 0.999), (0.5, 0.9), (0.8, 0.95)]:
        bound = snippet.largest_possible(beta1, beta2)
        start = 20_000  # where both corrections are 1
        gradients = np.zeros(start + 150)
        gradients[start:] = (beta2 / beta1) ** np.arange(150.0)
        assert snippet.moves(gradients, (beta1, beta2)).max() == pytest.approx(bound, rel=1e-3)
        for seed in range(5):
            gradients[start:] = np.random.default_rng(seed).normal(size=150) ** 3
            assert abs(snippet.moves(gradients, (beta1, beta2))[start:]).max() < bound
    assert snippet.printed.endswith(f"largest possible step: {0.1 / np.sqrt(0.001 * (1 - 0.81 / 0.999)):.2f} lr\n")


def test_the_printed_burst_is_all_but_the_bound(snippet):
    burst = snippet.growing
    assert len(burst) == 10_200 and np.flatnonzero(burst)[0] == 10_100
    np.testing.assert_allclose(burst[10_101:] / burst[10_100:-1], 1.11)
    assert snippet.printed.splitlines()[3].split()[5] == snippet.printed.split()[-2]
