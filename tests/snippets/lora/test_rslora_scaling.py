import numpy as np
import pytest
import torch


def one_torch_step(optimizer_class, A, x, probe, g, scale, **options):
    """The same step taken by PyTorch's optimiser, on the loss g · h(x)."""
    A, x, probe, g = (torch.tensor(value) for value in (A, x, probe, g))
    B = torch.zeros(len(g), len(A), dtype=torch.float64, requires_grad=True)
    (g @ (scale * B @ (A @ x))).backward()
    optimizer_class([B], **options).step()
    return (scale * B @ (A @ probe)).detach().numpy()


def test_step_is_that_of_torch(snippet):
    rng = np.random.default_rng(11)
    A, x, probe, g = (rng.normal(size=size) for size in ((3, 7), 7, 7, 5))
    for scale in (0.5, 4.0):
        sgd = one_torch_step(torch.optim.SGD, A, x, probe, g, scale, lr=1)
        np.testing.assert_allclose(snippet.first_step_change(A, x, probe, g, scale, False), sgd)
        adam = one_torch_step(torch.optim.Adam, A, x, probe, g, scale, lr=1)
        np.testing.assert_allclose(snippet.first_step_change(A, x, probe, g, scale, True), adam, rtol=1e-6)


def rows(snippet):
    return {line[:26].strip(): np.array(line[26:].split(), float) for line in snippet.printed.splitlines()[1:]}


def test_growth_with_the_rank_follows_the_derivation(snippet):
    steps = np.array([1, 4, 16, 64])  # r / 4
    table = {" ".join(name.split()): values for name, values in rows(snippet).items()}
    # 200 examples and r terms: the tolerance is three standard errors of the rank-4 row, the noisiest
    for name, power in {
        "SGD, the same input α/r": -1,
        "SGD, the same input α/√r": 0,
        "Adam, the same input α/r": 0,
        "Adam, the same input α/√r": 0.5,
        "Adam, unrelated input α/r": -0.5,
        "Adam, unrelated input α/√r": 0,
    }.items():
        np.testing.assert_allclose(table[name], steps.astype(float) ** power, rtol=0.15, atol=0.01)


def test_picture_has_the_six_rows_and_a_fresh_computation_agrees(snippet):
    lines = snippet.figures[-1].axes[0].lines
    assert [line.get_label() for line in lines][::2] == [
        "SGD, the same input, α/r",
        "Adam, the same input, α/r",
        "Adam, unrelated input, α/r",
    ]
    A, X, P = snippet.A, snippet.X, snippet.P
    u, v, g = X @ A.T, P @ A.T, np.linalg.norm(snippet.G, axis=1)

    def expected(r, power, kind):
        scale = 16 / r**power
        if kind == "SGD":
            size = scale**2 * g * (u[:, :r] ** 2).sum(1)
        elif kind == "same":
            size = scale * 2 * abs(u[:, :r]).sum(1)  # |sign of g| is √4 over 4 outputs
        else:
            size = scale * 2 * (np.sign(u[:, :r]) * v[:, :r]).sum(1)
        return np.linalg.norm(size)

    for line, (kind, power) in zip(lines, [(k, p) for k in ("SGD", "same", "other") for p in (1, 0.5)], strict=True):
        size = np.array([expected(r, power, kind) for r in (4, 16, 64, 256)])
        np.testing.assert_allclose(line.get_ydata(), size / size[0], rtol=1e-9)


def test_factor_a_has_the_default_distribution(snippet):
    bound = 1 / np.sqrt(512)
    assert snippet.A.shape == (256, 512)
    assert 0.99 * bound < snippet.A.max() <= bound and -bound <= snippet.A.min() < -0.99 * bound
    assert snippet.X.std() == pytest.approx(1, abs=0.01) and snippet.X.shape == snippet.P.shape == (200, 512)
    assert snippet.alpha == 16
