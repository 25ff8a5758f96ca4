import numpy as np


def test_formula_in_the_known_cases(snippet):
    rng = np.random.default_rng(0)
    for rate, mean in ((0.5, 1.0), (3.0, 0.3), (20.0, 0.01)):
        rho = rate * mean
        md1 = rho * mean / (2 * (1 - rho))
        np.testing.assert_allclose(snippet.mean_wait(rate, np.full(7, mean)), md1)
        draws = rng.exponential(mean, 400_000)  # second moment: relative se about 0.4 %
        np.testing.assert_allclose(snippet.mean_wait(rate, draws), 2 * md1, rtol=0.03)
        short_long = np.array([0.2 * mean, 1.8 * mean])  # cv² = 0.64
        np.testing.assert_allclose(snippet.mean_wait(rate, short_long), md1 * 1.64)


def test_waits_agree_with_one_request_after_the_other(snippet):
    rng = np.random.default_rng(2)
    gaps, service = rng.exponential(1, 500), rng.gamma(1, 0.9, 500)
    arrive, free, expected = np.cumsum(gaps), 0.0, []
    for when, seconds in zip(arrive, service, strict=False):
        expected.append(max(free - when, 0))
        free = max(free, when) + seconds
    np.testing.assert_allclose(snippet.simulated_waits(gaps, service), expected, atol=1e-10)


def test_services_have_the_mean_and_the_spread_that_the_page_names(snippet):
    spread = {"constant": 0, "exponential": 1, "1 in 10 long": 2.25}  # 0.9 · 0.5² + 0.1 · 5.5² - 1
    for name, service in snippet.services.items():
        np.testing.assert_allclose(service.mean(), 1, atol=0.006)  # a million draws, sd at most 1.5
        np.testing.assert_allclose(service.var(), spread[name], atol=0.03)
    for line in snippet.printed.splitlines()[1:]:
        formula, run = map(float, line.split()[-3:-1])
        assert abs(formula - run) < 0.05 * formula + 0.05
