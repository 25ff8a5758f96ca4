import numpy as np
import pytest


def brute_force(x, a, r, target, propensity, model):
    weights = [target[i, j] / propensity[i, j] for i, j in zip(x, a, strict=True)]
    direct = [sum(target[i, k] * model[i, k] for k in range(target.shape[1])) for i in x]
    rest = [w * (y - model[i, j]) for w, y, i, j in zip(weights, r, x, a, strict=True)]
    weighted = sum(w * y for w, y in zip(weights, r, strict=True))
    n = len(x)
    return {
        "IPS": weighted / n,
        "SNIPS": weighted / sum(weights),
        "direct": sum(direct) / n,
        "DR": (sum(direct) + sum(rest)) / n,
    }


def limits(s, propensity, model):
    """What each estimator tends to, by summing over contexts and actions."""
    p = s.CONTEXT[:, None] * s.LOGGING
    w = s.TARGET / propensity
    direct = s.CONTEXT @ (s.TARGET * model).sum(1)
    ips = (p * w * s.REWARD).sum()
    return {
        "IPS": ips,
        "SNIPS": ips / (p * w).sum(),
        "direct": direct,
        # the product of two errors, as derived on the page
        "DR": s.truth + (s.CONTEXT[:, None] * s.TARGET * (model - s.REWARD) * (1 - s.LOGGING / propensity)).sum(),
    }


def test_estimators_agree_with_loops(snippet):
    rng = np.random.default_rng(5)
    x, a, r = rng.integers(0, 2, (3, 7)), rng.integers(0, 4, (3, 7)), rng.random((3, 7))
    target, propensity = rng.dirichlet(np.ones(4), (2, 2))
    model = rng.random((2, 4))
    got = snippet.estimates(x, a, r, target, propensity, model)
    for i in range(3):
        for name, value in brute_force(x[i], a[i], r[i], target, propensity, model).items():
            assert got[name][i] == pytest.approx(value)


def test_the_log_follows_the_stated_policy(snippet):
    x, a, r = snippet.log(np.random.default_rng(7), (400, 500))
    n = 200_000
    assert x.shape == a.shape == r.shape == (400, 500) and set(np.unique(r)) == {0.0, 1.0}
    for i in range(2):
        for j in range(3):
            hit = (x == i) & (a == j)
            share = snippet.CONTEXT[i] * snippet.LOGGING[i, j]
            assert abs(hit.mean() - share) < 5 * np.sqrt(share * (1 - share) / n)  # five standard errors
            q = snippet.REWARD[i, j]
            assert abs(r[hit].mean() - q) < 5 * np.sqrt(q * (1 - q) / hit.sum())


def test_bias_is_what_the_derivation_says_in_all_four_cases(snippet):
    s = snippet
    assert s.truth == pytest.approx(0.6 * (0.01 + 0.21 + 0.04) + 0.4 * (0.08 + 0.02 + 0.42))
    for propensity in (s.LOGGING, s.wrong_propensity):
        for model in (s.wrong_model, s.REWARD):
            expected = limits(s, propensity, model)
            for name, value in s.estimates(*s.rows, s.TARGET, propensity, model).items():
                # five standard errors over 2000 logs; a ratio (SNIPS) is biased by the order of its variance
                slack = 5 * value.std() / np.sqrt(2_000) + 1e-12 + (name == "SNIPS") * 2 * value.var()
                assert abs(value.mean() - expected[name]) < slack, name
            assert (abs(expected["DR"] - s.truth) < 1e-12) == (propensity is s.LOGGING or model is s.REWARD)


def test_doubly_robust_spread_agrees_with_its_variance(snippet):
    s = snippet
    p, w = s.CONTEXT[:, None] * s.LOGGING, s.TARGET / s.LOGGING
    direct = (s.TARGET * s.REWARD).sum(1)
    variance = s.CONTEXT @ direct**2 - s.truth**2 + (p * w**2 * s.REWARD * (1 - s.REWARD)).sum()
    got = s.estimates(*s.rows, s.TARGET, s.LOGGING, s.REWARD)
    # a spread from 2000 logs has a relative standard error of 1/sqrt(4000)
    assert got["DR"].std() == pytest.approx(np.sqrt(variance / 500), rel=5 / np.sqrt(4_000))
    assert got["DR"].std() < got["IPS"].std()
