import numpy as np
from hypothesis import given
from hypothesis import strategies as st


def as_complex(x):
    return x[::2] + 1j * x[1::2]


def turned(x, position):
    i = np.arange(len(x) // 2)
    return as_complex(x) * np.exp(1j * position * 10000.0 ** (-2 * i / len(x)))


@given(st.integers(-5000, 5000), st.integers(1, 20), st.integers(0, 99))
def test_rotation_is_complex_multiplication(snippet, position, pairs, seed):
    x = np.random.default_rng(seed).normal(size=2 * pairs)
    result = snippet.rotate(x, position)
    np.testing.assert_allclose(as_complex(result), turned(x, position), atol=1e-9)
    assert np.isclose(np.linalg.norm(result), np.linalg.norm(x))


@given(st.integers(0, 4000), st.integers(0, 4000), st.integers(0, 4000), st.integers(0, 99))
def test_score_depends_on_the_distance_alone(snippet, m, n, shift, seed):
    q, k = np.random.default_rng(seed).normal(size=(2, 16))
    expected = (turned(q, m) * turned(k, n).conj()).real.sum()
    assert np.isclose(snippet.score(q, k, m, n), expected)
    assert np.isclose(snippet.score(q, k, m + shift, n + shift), expected)


def test_a_query_can_prefer_any_distance(snippet):
    assert len(snippet.profile) == 300 and np.argmax(snippet.profile) == 50
    # at its peak the score is the squared length of the key, the most that a vector of that length can reach
    assert np.isclose(snippet.profile[50], snippet.k @ snippet.k)
    np.testing.assert_allclose(snippet.profile[51], snippet.profile[49])


def test_wavelengths_and_their_picture(snippet):
    axes = snippet.figures[0].axes[0]
    for line, base, slow in zip(axes.lines[:2], (10_000, 500_000), (14, 29), strict=True):
        expected = [2 * np.pi * base ** (2 * i / 128) for i in range(64)]
        np.testing.assert_allclose(line.get_ydata(), expected)
        assert sum(w > 8192 for w in expected) == slow
        assert f"{slow} of 64 pairs never" in snippet.printed
        assert f"base {base}: wavelengths 6.28 to {expected[-1]:,.0f}" in snippet.printed
    assert set(axes.lines[2].get_ydata()) == {8192}
    assert axes.get_yscale() == "log"
    assert axes.lines[2].get_linestyle() == "--" and axes.lines[2].get_color() == "C2"
    labels = [t.get_text() for t in axes.get_legend().get_texts()]
    assert labels == ["base 10,000", "base 500,000", "8192 tokens"]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("pair of coordinates", "wavelength, tokens")
