import numpy as np


def test_each_branch_adds_its_squared_scale(snippet):
    for layers, scale in ((3, 1), (10, 0.5), (6, 0)):
        found = snippet.variances(layers, scale)
        assert len(found) == 2 * layers + 1
        # 64 tokens of 256 coordinates: a relative standard error of about √(2 / 16384) = 1 % at each step
        np.testing.assert_allclose(found, 1 + scale**2 * np.arange(2 * layers + 1), rtol=0.08)


def test_picture_and_conclusion(snippet):
    axes = snippet.figures[0].axes[0]
    plain, scaled = (line.get_ydata() for line in axes.lines)
    np.testing.assert_allclose(plain, snippet.variances(24, 1))
    np.testing.assert_allclose(scaled, snippet.variances(24, 48**-0.5), rtol=1e-12)
    assert abs(plain[-1] - 49) < 3 and abs(scaled[-1] - 2) < 0.1
    assert [t.get_text() for t in axes.get_legend().get_texts()] == ["unscaled", "scaled by 1/√(2L)"]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("branches added", "variance of the residual stream")
    h = np.random.default_rng(0).normal(size=(64, 256))
    assert np.isclose(snippet.variances(1, 1)[0], h.var())
    assert snippet.variances(1, 1, d=8, tokens=5)[0] == np.random.default_rng(0).normal(size=(5, 8)).var()


def test_each_token_is_normalised_by_itself(snippet):
    rng = np.random.default_rng(0)
    h = rng.normal(size=(3, 5))
    found = [h.var()]
    for _ in range(4):
        branch = np.array([row / np.sqrt(row @ row / 5) for row in h]) @ rng.normal(size=(5, 5)) / np.sqrt(5)
        h = h + 0.7 * branch
        found.append(h.var())
    np.testing.assert_allclose(snippet.variances(2, 0.7, d=5, tokens=3), found)
