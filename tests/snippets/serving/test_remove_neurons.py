import numpy as np
import pytest
import torch


def network(seed):
    rng = np.random.default_rng(seed)
    w1, b1, w2, b2 = (rng.standard_normal(s) for s in ((6, 10), 10, (10, 3), 3))
    return rng.standard_normal((50, 6)), w1, b1, w2, b2


def test_forward_agrees_with_pytorch(snippet):
    x, w1, b1, w2, b2 = network(1)
    hidden = torch.relu(torch.nn.functional.linear(torch.tensor(x), torch.tensor(w1.T), torch.tensor(b1)))
    expected = torch.nn.functional.linear(hidden, torch.tensor(w2.T), torch.tensor(b2))
    np.testing.assert_allclose(snippet.forward(x, w1, b1, w2, b2), expected)


def test_a_neuron_is_ranked_by_how_much_it_moves_the_output(snippet):
    x, w1, b1, w2, b2 = network(2)
    moved = []
    for j in range(10):
        alone = np.zeros_like(w2)
        alone[j] = w2[j]
        out = snippet.forward(x, w1, b1, alone, b2)
        moved.append(np.linalg.norm(out - out.mean(axis=0)))
    for count in (1, 4, 7):
        np.testing.assert_array_equal(snippet.keep(x, w1, b1, w2, count), sorted(np.argsort(moved)[-count:]))


def test_the_folded_bias_makes_the_mean_output_exact(snippet):
    x, *model = network(3)
    kept = np.array([1, 4, 5])
    small = snippet.remove(x, *model, kept)
    assert [w.shape for w in small] == [(6, 3), (3,), (3, 3), (3,)]
    exact, approximate = snippet.forward(x, *model), snippet.forward(x, *small)
    np.testing.assert_allclose(approximate.mean(axis=0), exact.mean(axis=0))
    # a neuron that never changes costs nothing
    model[0][:, 2], model[1][2] = 0, 1.5
    small = snippet.remove(x, *model, np.delete(np.arange(10), 2))
    np.testing.assert_allclose(snippet.forward(x, *small), snippet.forward(x, *model))


def test_conclusions(snippet):
    np.testing.assert_allclose(snippet.forward(snippet.x, *snippet.masked), snippet.forward(snippet.x, *snippet.cut))
    rows = [line.split()[-2:] for line in snippet.printed.splitlines()[2:]]
    work, errors = [int(r[0]) for r in rows], [float(r[1]) for r in rows]
    assert work[0] == work[1] == 2 * work[2] == 2 * work[3] == 256 * 42
    assert errors[0] == 0 and errors[1] == errors[2] > 1.3 * errors[3]
    centred = snippet.exact - snippet.exact.mean(axis=0)
    off = snippet.forward(snippet.x, *snippet.folded) - snippet.exact
    assert errors[3] == pytest.approx(np.sqrt((off**2).sum() / (centred**2).sum()), abs=5e-4)
