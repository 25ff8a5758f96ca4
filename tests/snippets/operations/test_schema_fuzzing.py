import numpy as np
import pytest
from scipy.special import expit


def test_the_models(snippet):
    x = np.array([0.0, 90.0, 200.0])
    np.testing.assert_allclose(snippet.model_c(x), expit((x - 40) / 50))
    np.testing.assert_allclose(snippet.model_a(x), expit((x - 65) / 50))  # the median of 0, 40, 90, 200
    np.testing.assert_allclose(snippet.model_b(x), [0, 0.45, 1])


def test_the_promises(snippet):
    x = np.array([3.0, 1.0])
    for broken in (lambda x: x, lambda x: -x, lambda x: x * np.nan, lambda x: x[:1] / 9):
        assert not snippet.is_probability(broken, x)
    assert snippet.is_probability(lambda x: x / 3, x) and snippet.is_probability(lambda x: x * 0, x)
    assert snippet.is_same_alone(lambda x: 2 * x, x) and not snippet.is_same_alone(lambda x: x - x.mean(), x)
    assert snippet.is_same_alone(lambda x: x * np.nan, x)
    assert snippet.rises_with_spend(lambda x: x, x) and snippet.rises_with_spend(lambda x: 0 * x, x)
    assert not snippet.rises_with_spend(lambda x: -x, x) and not snippet.rises_with_spend(lambda x: x * np.nan, x)


def test_counterexamples_do_break_the_promise_and_are_smallest(snippet):
    batch = snippet.counterexample(snippet.model_a, snippet.is_same_alone)
    assert len(batch) == 2 and not snippet.is_same_alone(snippet.model_a, np.array(batch))
    # one row of zero: 0/0
    assert snippet.counterexample(snippet.model_b, snippet.is_probability) == [0]
    assert snippet.counterexample(lambda x: x / 1000, snippet.is_probability) is None
    with pytest.raises(ZeroDivisionError):  # an error in the model is not hidden
        snippet.counterexample(lambda x: 1 // 0, snippet.is_probability)
    assert repr(snippet.SPENDS) == "lists(one_of(just(0.0), floats(min_value=0, max_value=1000)), max_size=5)"


def test_what_the_page_says(snippet):
    verdicts = {tuple(line.split()[:2]): line.split()[2] for line in snippet.printed.splitlines()}
    assert [k for k, v in verdicts.items() if v == "broken"] == [
        ("model_a", "is_same_alone"),
        ("model_b", "is_probability"),
        ("model_b", "is_same_alone"),
        ("model_b", "rises_with_spend"),
    ]
