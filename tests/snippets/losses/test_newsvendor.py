import numpy as np
import sklearn.metrics
from hypothesis import given
from hypothesis import strategies as st


@given(st.lists(st.integers(0, 50), min_size=1, max_size=9), st.integers(0, 60))
def test_the_cost_is_five_times_the_pinball_loss(snippet, demand, stock):
    demand = np.array(demand)
    pinball = sklearn.metrics.mean_pinball_loss(demand, np.full(len(demand), stock), alpha=0.8)
    np.testing.assert_allclose(snippet.cost(stock, demand), 5 * pinball, atol=1e-12)
    by_hand = sum(1.0 * (stock - d) if stock > d else 4.0 * (d - stock) for d in demand)
    np.testing.assert_allclose(snippet.cost(stock, demand), by_hand / len(demand))


def test_the_cheapest_stock_is_the_quantile(snippet):
    assert snippet.cheapest == np.quantile(snippet.demand, 0.8) and snippet.tau == 0.8
    assert all(
        snippet.cost(snippet.cheapest + step, snippet.demand) >= snippet.cost(snippet.cheapest, snippet.demand)
        for step in (-1, 1)
    )


def test_mean_and_median_are_dearer(snippet):
    mean, median = (float(line.split()[2].strip("%")) for line in snippet.printed.splitlines()[1:])
    assert median > mean > 5
    assert len(snippet.demand) == 9999 and abs(snippet.demand.mean() - 95) < 2  # 5 · 0.95 / 0.05; standard error 0.4
