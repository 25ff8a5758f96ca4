import numpy as np
from scipy.stats import poisson
from sklearn.metrics import roc_auc_score


def test_the_three_joins_see_what_their_names_say(snippet):
    # expected counts by the closed form: rate × window, and rate × the part posted in time
    n, window, horizon, delay = 60_000, 50, 20, 30
    tables, label = snippet.simulate(np.random.default_rng(1), n, window, horizon, delay)
    counts = {name: np.expm1(table[:, 0]) for name, table in tables.items()}
    mean_rate = 0.015 * np.exp(0.5)
    in_time = window - delay * (1 - np.exp(-window / delay))  # ∫ P(delay <= s) ds over the window
    for name, days in [
        ("latest value", window + horizon),
        ("event time <= now", window),
        ("available at <= now", in_time),
    ]:
        spread = counts[name].std() / np.sqrt(n)
        assert abs(counts[name].mean() - mean_rate * days) < 4.5 * spread
        np.testing.assert_allclose(counts[name], np.round(counts[name]), atol=1e-9)
    assert np.all(counts["available at <= now"] <= counts["event time <= now"])
    future = counts["latest value"] - counts["event time <= now"]
    np.testing.assert_array_equal(np.round(future) > 0, label)
    nodes, weights = np.polynomial.hermite_e.hermegauss(60)
    fails = poisson(0.015 * horizon * np.exp(nodes)).sf(0) @ weights / weights.sum()
    assert abs(label.mean() - fails) < 4.5 / np.sqrt(4 * n)


def test_the_score_is_the_risk_with_noise(snippet):
    tables, _ = snippet.simulate(np.random.default_rng(2), 50_000)
    scores = [table[:, 1] for table in tables.values()]
    assert np.array_equal(scores[0], scores[1]) and np.array_equal(scores[0], scores[2])
    assert abs(scores[0].std() - np.hypot(1, 1.5)) < 0.03 and abs(scores[0].mean()) < 0.04


def test_what_the_page_concludes(snippet):
    rows = {line[:19].strip(): [float(v) for v in line[19:].split()] for line in snippet.printed.splitlines()[2:]}
    leaky, by_event, honest = rows.values()
    assert list(rows) == ["latest value", "event time <= now", "available at <= now"]
    assert honest[0] == honest[1] and leaky[0] > by_event[0] > honest[0]
    assert leaky[1] < honest[1] and leaky[2] < by_event[2] < snippet.y_test.mean() < honest[2] + 0.03
    assert len(snippet.y_train) == len(snippet.y_test) == 4000
    served = snippet.test["available at <= now"]
    for name, (offline, live, mean_p) in rows.items():  # another solver for the same model
        x, y = snippet.train[name], snippet.y_train
        design = np.c_[np.ones(len(x)), x]
        w = np.zeros(3)
        penalty = np.diag([0, 1.0, 1.0])
        for _ in range(30):
            p = 1 / (1 + np.exp(-design @ w))
            hessian = design.T @ (design * (p * (1 - p))[:, None]) + penalty
            w -= np.linalg.solve(hessian, design.T @ (p - y) + penalty @ w)
        scores = [np.c_[np.ones(4000), t] @ w for t in (snippet.test[name], served)]
        aucs = [roc_auc_score(snippet.y_test, s) for s in scores]
        np.testing.assert_allclose([offline, live], aucs, atol=0.0051)
        assert abs(mean_p - np.mean(1 / (1 + np.exp(-scores[1])))) < 0.0051
