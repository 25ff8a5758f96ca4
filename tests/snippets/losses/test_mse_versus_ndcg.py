import numpy as np
import pytest
from sklearn.metrics import mean_squared_error, ndcg_score


def test_both_metrics_agree_with_scikit_learn(snippet):
    rng = np.random.default_rng(1)
    for n in (2, 3, 6):
        for _ in range(5):
            prediction, relevance = rng.normal(size=n), rng.permutation(np.arange(n))
            assert snippet.mse(prediction, relevance) == pytest.approx(mean_squared_error(relevance, prediction))
            expected = ndcg_score((2**relevance - 1)[None], prediction[None])
            assert snippet.ndcg(prediction, relevance) == pytest.approx(expected)


def test_a_lower_error_with_a_worse_order(snippet):
    rows = [line.split("]")[1].split() for line in snippet.printed.splitlines()[1:]]
    (low, worse), (high, better), *_ = ([float(x) for x in row] for row in rows)
    assert low < 0.2 and high == 25 and worse < 0.8 and better == 1
