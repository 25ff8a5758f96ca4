import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps


def brute_force(values, codes, block):
    out = []
    for start in range(0, len(values), block):
        part = values[start : start + block]
        scale = max(abs(part))
        out += [scale * min(codes, key=lambda c: abs(c - x / scale)) for x in part]
    return out


@given(nps.arrays(float, 12, elements=st.floats(-100, 100).filter(lambda x: abs(x) > 1e-3)))
def test_each_value_becomes_the_nearest_code_of_its_block(snippet, values):
    codes = np.array([-1, -0.9, -0.2, 0, 0.05, 0.3, 1])
    for block in (1, 3, 4, 12):
        ours = snippet.store_and_load(values, codes, block)
        best = brute_force(values, codes, block)
        np.testing.assert_allclose(np.abs(ours - values), np.abs(best - values), atol=1e-9)  # ties may fall either way


def test_the_codes_fit_in_a_byte(snippet):
    assert len(snippet.even) == 255 and len(snippet.positive_even) == len(snippet.positive_log) == 256
    np.testing.assert_allclose(np.diff(snippet.even), 2 / 254)
    np.testing.assert_allclose(np.diff(snippet.positive_even), 1 / 255)
    assert (snippet.even[0], snippet.even[127], snippet.even[-1]) == (-1, 0, 1)
    assert snippet.positive_even[0] == snippet.positive_log[0] == 0
    np.testing.assert_allclose(snippet.positive_log[1], 1e-7)
    np.testing.assert_allclose(np.diff(np.log(snippet.positive_log[1:])), np.log(1e7) / 254)


def test_the_error_of_each_scheme(snippet):
    m, v = snippet.m, snippet.v
    assert np.abs(snippet.store_and_load(m, snippet.even, m.size) - m).max() <= 100 / 254 + 1e-9
    loaded = snippet.store_and_load(v, snippet.positive_log, 256)
    # half a gap of neighbouring codes, and no value is below the smallest code
    gap = 1e7 ** (1 / 254)
    assert np.abs(loaded / v - 1).max() <= (gap - 1) / 2 + 1e-9
    even = snippet.store_and_load(v, snippet.positive_even, 256)
    lost = v[even == 0] / np.repeat(v.reshape(-1, 256).max(1), 256)[even == 0]
    np.testing.assert_allclose(lost.max(), 1 / 510, rtol=0.01)  # below half the first code
    np.testing.assert_allclose((np.sqrt(v[even == 0]) / 1e-8).max(), np.sqrt(1 / 510) * 1e8, rtol=0.01)


def test_the_data(snippet):
    assert snippet.m[0] == 100 and snippet.m.size == snippet.v.size == 65536
    assert np.abs(snippet.m[1:]).max() < 6 and abs(snippet.m[1:].std() - 1) < 0.01
    assert 1e-6 <= snippet.v.min() < 1.01e-6 and 0.99 < snippet.v.max() <= 1
    # loaded codes of a log scale: steps are right within half a gap of the square root
    assert abs(snippet.step.max() - 1) < 0.05 and snippet.lost == 0
