import numpy as np
import pytest
from scipy.stats import expectile
from sklearn.metrics import mean_pinball_loss

Y = np.random.default_rng(5).exponential(7, size=501) - 2


def test_pinball_is_scikit_learns(snippet):
    for tau in (0.1, 0.5, 0.83):
        ours = snippet.pinball(Y - 3.3, tau).mean()
        assert ours == pytest.approx(mean_pinball_loss(Y, np.full(len(Y), 3.3), alpha=tau))


def test_constants_are_quantile_expectile_and_log_of_the_mean_exponential(snippet):
    for tau in (0.2, 0.65, 0.9):
        quantile = snippet.best_constant(lambda e, t=tau: snippet.pinball(e, t), Y)
        assert quantile == pytest.approx(np.quantile(Y, tau), abs=0.2)  # 501 draws: flat between two neighbours
        square = snippet.best_constant(lambda e, t=tau: snippet.asymmetric_square(e, t), Y)
        assert square == pytest.approx(expectile(Y, tau), abs=1e-4)
    for a in (-0.4, 0.05, 0.3):  # derivative zero: mean of exp(a (y - c)) = 1
        found = snippet.best_constant(lambda e, a=a: snippet.linex(e, a), Y)
        assert found == pytest.approx(np.log(np.exp(a * Y).mean()) / a, abs=1e-4)


def test_linex_and_the_asymmetric_square_by_value(snippet):
    error = np.array([-2.0, 0.0, 3.0])
    np.testing.assert_allclose(snippet.linex(error, 0.5), [np.exp(-1) + 1 - 1, 0, np.exp(1.5) - 1.5 - 1])
    np.testing.assert_allclose(snippet.asymmetric_square(error, 0.8), [0.2 * 4, 0, 0.8 * 9])


def test_the_bill_is_ten_times_the_pinball_loss_with_tau_nine_tenths(snippet):
    for stock in (-1.0, 2.2, 30.0):
        bill = snippet.daily_cost(stock, Y)
        assert bill == pytest.approx(10 * mean_pinball_loss(Y, np.full(len(Y), stock), alpha=0.9))


def test_the_pinball_loss_gives_the_lowest_bill(snippet):
    stocks = {name: snippet.best_constant(loss, snippet.demand) for name, loss in snippet.losses.items()}
    bills = {name: snippet.daily_cost(stock, snippet.demand) for name, stock in stocks.items()}
    assert min(bills, key=bills.get) == "pinball, tau 0.9"
    assert bills["squared"] > 1.8 * bills["pinball, tau 0.9"]
    assert stocks["squared"] == pytest.approx(snippet.demand.mean(), abs=1e-3)
