import numpy as np
import scipy.special
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

FORMS = "naive", "shifted_softmax_then_log", "log_softmax"


@given(arrays(float, 5, elements=st.floats(-30, 30)))
def test_the_three_agree_for_small_logits(snippet, z):
    for form in FORMS:
        np.testing.assert_allclose(getattr(snippet, form)(z), scipy.special.log_softmax(z), atol=1e-9)


@given(arrays(float, 5, elements=st.floats(-1e8, 1e8)))
def test_log_softmax_is_right_for_any_logits(snippet, z):
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        np.testing.assert_allclose(snippet.log_softmax(z), scipy.special.log_softmax(z), rtol=1e-14, atol=1e-12)


def test_each_other_form_fails_in_its_own_way(snippet):
    z = np.array([2000.0, 10.0, -800.0])
    with np.errstate(all="ignore"):
        assert np.isnan(snippet.naive(z)[0]) and np.isneginf(snippet.naive(z)[1:]).all()
        assert snippet.shifted_softmax_then_log(z).tolist() == [0, -np.inf, -np.inf]
    assert snippet.log_softmax(z).tolist() == [0, -1990, -2800]


def test_the_printed_limits_are_where_exp_overflows(snippet):
    lines = snippet.printed.splitlines()[-3:]
    for line, dtype in zip(lines, (np.float16, np.float32, np.float64), strict=True):
        assert dtype.__name__ in line
        limit = float(line.split()[-1])
        with np.errstate(over="ignore"):
            assert np.isfinite(np.exp(dtype(limit - 0.1))) and np.isinf(np.exp(dtype(limit + 0.1)))
