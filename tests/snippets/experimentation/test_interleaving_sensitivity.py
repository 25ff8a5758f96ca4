import numpy as np

RNG = np.random.default_rng(1)
SEEN = 1 / np.arange(1, 11)


def slow_credit(rng, mood, sessions, a, b):  # one user, one draft at a time
    total = 0
    for _ in range(sessions):
        for pair in range(5):
            order = [(b, 1), (a, -1)] if rng.random() < 0.5 else [(a, -1), (b, 1)]
            for offset, (relevance, sign) in enumerate(order):
                total += sign * (rng.random() < mood * SEEN[2 * pair + offset] * relevance)
    return total


def test_credit_against_a_slow_simulation(snippet):
    np.testing.assert_allclose(snippet.SEEN, SEEN)
    slow = np.array([slow_credit(RNG, 0.8, 6, 0.3, 0.4) for _ in range(1500)])
    fast = snippet.credit(RNG, np.full((100_000, 1), 0.8), 6)
    expected = 6 * 0.8 * SEEN.sum() / 2 * 0.1  # each item is seen half of the time in each place
    assert abs(fast.mean() - expected) < 4 * fast.std() / np.sqrt(100_000)
    assert abs(slow.mean() - expected) < 4 * slow.std() / np.sqrt(1500)
    assert abs(slow.var() / fast.var() - 1) < 0.15  # relative error of a variance of 1500 draws: 3.7 %


def test_clicks_have_mean_and_variance_of_binomials(snippet):
    mood = RNG.beta(1, 3, (100_000, 1))
    clicks = snippet.ab_clicks(RNG, mood, 20, 0.5)
    np.testing.assert_allclose(clicks.mean(), 20 * 0.25 * SEEN.sum() * 0.5, rtol=0.02)
    p = mood * SEEN * 0.5
    expected = (20 * p * (1 - p)).sum(1).mean() + (20 * p.sum(1)).var()
    np.testing.assert_allclose(clicks.var(), expected, rtol=0.04)


def test_first_click_by_enumeration_over_the_positions(snippet):
    # position k is reached if nothing before it was clicked; pairs are independent, each order equally likely
    b, a, reach = 0.0, 0.0, 1.0
    for _ in range(5):
        b += reach * (0.5 * 0.4 + 0.5 * 0.7 * 0.4)
        a += reach * (0.5 * 0.3 + 0.5 * 0.6 * 0.3)
        reach *= 0.6 * 0.7
    signs = snippet.first_click(RNG, 200_000)
    for sign, share in ((1, b), (-1, a), (0, reach)):
        assert abs(np.mean(signs == sign) - share) < 4 * np.sqrt(0.25 / 200_000)  # four standard errors
    for relevance in (0.05, 0.3):
        found = snippet.satisfied(RNG, 200_000, relevance).mean()
        assert abs(found - (1 - (1 - relevance) ** 10)) < 4 * np.sqrt(0.25 / 200_000)


def test_ratio_of_users(snippet):
    a, b, c = np.array([0.0, 2.0]), np.array([1.0, 5.0]), np.array([1.0, 2.0, 3.0])
    # per unit of (z + z)²: A/B (1 + 4) / 2² in each of two arms, interleaving (2/3) / 2²
    np.testing.assert_allclose(snippet.users_ratio(a, b, c), 2 * 5 / 4 / (2 / 3 / 4))


def test_gain_comes_from_differences_between_users_or_from_one_click(snippet):
    alike, differ, first = (float(row.split(" x ")[1]) for row in snippet.printed.splitlines())
    # alike: were the variances those of Poisson counts, 2 (λa + λb)/(λb - λa)² against (λa + λb)/2 / ((λb - λa)/2)²: equal
    assert snippet.a.shape == snippet.b.shape == (100_000,)
    assert abs(alike - 1) < 0.2 and differ > 5 and first > 3
    p, q = 1 - 0.7**10, 1 - 0.6**10
    b = (0.2 + 0.14) * (1 - 0.42**5) / 0.58
    a = (0.15 + 0.09) * (1 - 0.42**5) / 0.58
    exact = 2 * (p * (1 - p) + q * (1 - q)) / (q - p) ** 2 / ((a + b - (b - a) ** 2) / (b - a) ** 2)
    assert abs(first / exact - 1) < 0.2  # (q - p)² from 100,000 users each: relative error 5 %


def test_gain_grows_with_the_sessions_of_users_who_differ(snippet):
    mood = RNG.beta(1, 3, (30_000, 1))
    gains = []
    for sessions in (2, 20, 100):
        a, b = (snippet.ab_clicks(RNG, mood, sessions, r) for r in (0.3, 0.4))
        gains.append(snippet.users_ratio(a, b, snippet.credit(RNG, mood, sessions)))
    assert gains == sorted(gains)
    assert (snippet.A, snippet.B) == (0.3, 0.4)
