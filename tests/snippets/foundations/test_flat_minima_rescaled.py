import numpy as np
import torch


def test_sharpness_is_the_trace_of_torchs_hessian(snippet):
    rng = np.random.default_rng(1)
    for inputs, units in ((2, 3), (4, 1)):
        x, first, second = (rng.standard_normal(size) for size in ((7, inputs), (inputs, units), units))
        xs, y = torch.tensor(x), torch.tensor(snippet.network(x, first, second))

        def loss(flat, xs=xs, y=y, inputs=inputs, units=units):
            a, b = flat[: inputs * units].reshape(inputs, units), flat[inputs * units :]
            return ((torch.relu(xs @ a) @ b - y) ** 2).mean()

        flat = torch.tensor(np.concatenate([first.ravel(), second]))
        assert loss(flat) < 1e-30
        hessian = torch.autograd.functional.hessian(loss, flat)
        np.testing.assert_allclose(snippet.sharpness(x, first, second), hessian.trace().item())


def test_the_function_stays_and_the_sharpness_grows_as_the_square(snippet):
    x, first, second = snippet.x, snippet.first, snippet.second
    sharp = []
    for scale in (0.25, 8.0, 64.0):
        np.testing.assert_allclose(snippet.network(x, first * scale, second / scale), snippet.y)
        sharp.append(snippet.sharpness(x, first * scale, second / scale))
    np.testing.assert_allclose(sharp[2] / sharp[1], 64, rtol=0.01)
    assert sharp[0] > 0
    rows = [line.split() for line in snippet.printed.splitlines()[1:]]
    assert [row[0] for row in rows] == ["1", "10", "100"] and {row[1] for row in rows} == {"0.0"}
    assert [round(snippet.sharpness(x, first * float(r[0]), second / float(r[0]))) for r in rows] == [
        int(r[2]) for r in rows
    ]
