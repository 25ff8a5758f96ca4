import numpy as np
import pytest
from scipy.spatial.distance import pdist
from scipy.stats import entropy


def sphere(n, d, seed=0):
    x = np.random.default_rng(seed).normal(size=(n, d))
    return x / np.sqrt((x**2).sum(axis=1, keepdims=True))


def test_unit(snippet):
    np.testing.assert_allclose(snippet.unit(np.array([[3.0, 4.0], [0.0, -7.0]])), [[0.6, 0.8], [0, -1]])


def test_spread_is_the_root_mean_squared_distance_to_the_mean(snippet):
    z = sphere(50, 3)
    expected = np.sqrt(((z - z.mean(axis=0)) ** 2).sum() / 50)
    assert snippet.spread(z) == pytest.approx(expected)
    assert snippet.spread(z) == pytest.approx(np.sqrt(1 - (z.mean(axis=0) ** 2).sum()))  # so 1 if the mean is zero
    assert snippet.spread(np.vstack([z, -z])) == pytest.approx(1)
    assert snippet.spread(np.tile(z[:1], (9, 1))) < 1e-12


def test_effective_rank(snippet):
    assert snippet.effective_rank(np.eye(5)) == pytest.approx(5)
    assert snippet.effective_rank(np.ones((6, 3))) == pytest.approx(1)
    assert snippet.effective_rank(np.diag([1.0, 1.0, 0.0])) == pytest.approx(2)
    z = sphere(40, 6)
    values = np.sqrt(np.linalg.eigvalsh(z.T @ z))
    assert snippet.effective_rank(z) == pytest.approx(np.exp(entropy(values / values.sum())))


def test_alignment_and_uniformity_are_those_of_wang_and_isola(snippet):
    z, other = sphere(30, 4), sphere(30, 4, 1)
    assert snippet.alignment(z, other) == pytest.approx(np.mean(np.linalg.norm(z - other, axis=1) ** 2))
    assert snippet.uniformity(z) == pytest.approx(np.log(np.mean(np.exp(-2 * pdist(z, "sqeuclidean")))))
    assert snippet.uniformity(np.ones((4, 3))) == 0


def test_what_the_table_shows(snippet):
    rows = {line[:13].strip(): list(map(float, line[13:].split())) for line in snippet.printed.splitlines()[1:]}
    healthy, few, point = rows["healthy"], rows["4 dimensions"], rows["one point"]
    assert healthy[0] == few[0] == 1 > 0.05 > point[0]  # the spread misses a collapse of dimensions
    assert healthy[1] > 30 and 3.9 < few[1] <= 4 and point[1] < 2
    assert point[2] == min(healthy[2], few[2], point[2])  # alignment alone praises the collapse
    assert healthy[3] < few[3] < point[3] <= 0


def test_the_encoders(snippet):
    x = np.random.default_rng(4).normal(size=(5, 32))
    np.testing.assert_allclose(snippet.encoders["healthy"](x), snippet.unit(x))
    np.testing.assert_allclose(snippet.encoders["4 dimensions"](x)[:, :4], snippet.unit(x[:, :4]))
    assert (snippet.encoders["4 dimensions"](x)[:, 4:] == 0).all()
    np.testing.assert_allclose(snippet.encoders["one point"](x), snippet.unit(100 + x))
    assert snippet.x.shape == (512, 32)
    assert abs((snippet.view - snippet.x).std() - 0.3) < 0.01
