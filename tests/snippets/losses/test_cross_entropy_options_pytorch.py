import math
import re

import numpy as np
import pytest
from scipy.special import log_softmax


def number(printed, start):
    return float(re.search(rf"^{start} +(\S+?),?\s", printed + "\n", re.MULTILINE)[1])


def test_every_line_against_numpy(snippet):
    each = -log_softmax(snippet.logits.numpy(), axis=1)[range(3), snippet.labels]
    w = np.array([1.0, 10, 1])[snippet.labels]
    np.testing.assert_allclose(snippet.each, each, rtol=1e-6)
    expected = {
        "mean": each.mean(),
        "weighted mean": (w * each).sum() / w.sum(),
        "one-hot targets": (w * each).sum() / 3,
        "a batch of one": each[1],
        "last one ignored": each[:2].mean(),
    }
    for start, value in expected.items():
        assert number(snippet.printed, start) == pytest.approx(value, abs=6e-5), start
    assert math.isnan(number(snippet.printed, "all ignored"))


def test_the_formulas_beside_the_numbers_hold(snippet):
    for line in snippet.printed.splitlines():
        if "sum(w l)" in line:
            assert line.split()[-1] == re.search(r" (\d\.\d{4}),", line)[1]
    assert snippet.hard != snippet.soft


def test_the_weight_matters_in_the_batch_and_cancels_alone(snippet):
    assert abs(snippet.hard - snippet.each.mean()) > 0.1
    assert snippet.alone == snippet.each[1]


def test_ignoring_an_index_is_refused_for_probabilities(snippet):
    assert "not supported for floating point target" in snippet.printed
