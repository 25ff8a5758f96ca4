import numpy as np


def test_reach_by_simulating_visits(snippet):
    rng = np.random.default_rng(1)
    people = 200_000
    chance = rng.beta(snippet.A, snippet.B, people)
    seen = np.zeros(people, bool)
    for day in range(1, 22):
        seen |= rng.random(people) < chance
        expected = snippet.reached(day) / snippet.POPULATION
        # standard error of a share of 200,000 people is at most 0.0011
        assert abs(seen.mean() - expected) < 0.005


def test_closed_forms(snippet):
    np.testing.assert_allclose(snippet.reached(1), snippet.POPULATION * snippet.A / (snippet.A + snippet.B))
    np.testing.assert_allclose(snippet.reached(0), 0, atol=1e-6)
    # E[(1 - c)^2] = variance + mean²
    a, b = snippet.B, snippet.A
    square = a * b / (a + b) ** 2 / (a + b + 1) + (a / (a + b)) ** 2
    np.testing.assert_allclose(snippet.reached(2), snippet.POPULATION * (1 - square))
    assert (snippet.POPULATION, snippet.A, snippet.B) == (500_000, 0.5, 4.5)


def test_days_needed_is_the_first_day_with_enough(snippet):
    for users in (1, 49_999.0, 50_001.0, 200_000, 244_242):
        days = snippet.days_needed(users)
        assert snippet.reached(days) >= users
        assert days == 1 or snippet.reached(days - 1) < users
    assert snippet.days_needed(snippet.reached(9)) == 9


def test_more_days_add_fewer_new_users(snippet):
    new = np.diff([snippet.reached(day) for day in range(60)])
    assert (np.diff(new) < 0).all() and (new > 0).all()
    assert snippet.days_needed(snippet.wanted) > 2 * snippet.wanted / snippet.reached(1)
