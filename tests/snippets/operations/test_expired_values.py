import numpy as np
import pandas as pd
from scipy.stats import expon


def test_the_age_of_the_newest_value_is_exponential(snippet):
    for rate in (0.1, 1.0, 3.0):
        for ttl in (0.0, 0.5, 2.0, 30.0):
            assert np.isclose(snippet.expired_share(ttl, rate), expon(scale=1 / rate).sf(ttl))


def test_the_join_drops_what_is_older_than_ttl(snippet):
    records = pd.DataFrame({"hour": [1.0, 5.0], "value": [10.0, 50.0]})
    requests = pd.DataFrame({"hour": [0.5, 1.0, 3.0, 3.25, 5.0, 6.0, 7.0, 7.5]})
    expected = [np.nan, 10, 10, np.nan, 50, 50, 50, np.nan]
    np.testing.assert_array_equal(snippet.join_with_ttl(requests, records, 2.0), expected)


def test_simulated_and_formula_agree(snippet):
    # 100,000 updates: the mean of as many gaps' contributions, standard error under 0.003
    for ttl, share in zip(snippet.ttls, snippet.shares, strict=True):
        assert abs(share - np.exp(-0.25 * ttl)) < 0.01
    assert snippet.rate == 0.25 and snippet.hours == 400_000 and snippet.ttls == [1, 2, 4, 8, 24]
    gaps = np.diff(snippet.updates)
    assert abs(gaps.mean() - 4) < 0.06 and len(snippet.requests) == 40_000
    rows = [line.split() for line in snippet.printed.splitlines()[1:]]
    assert [r[0] for r in rows] == ["1", "2", "4", "8", "24"]
    # by hand: the age of each request's newest update
    times = snippet.requests["hour"].to_numpy()
    age = times - snippet.updates[np.searchsorted(snippet.updates, times, side="right") - 1]
    for row, ttl in zip(rows, snippet.ttls, strict=True):
        assert row[1] == f"{np.mean(age > ttl):.2f}" and row[2] == f"{np.exp(-ttl / 4):.2f}"


def test_the_picture(snippet):
    curve, points = snippet.figures[0].axes[0].lines
    np.testing.assert_allclose(curve.get_ydata(), np.exp(-curve.get_xdata() / 4))
    assert curve.get_xdata()[0] == 0 and curve.get_xdata()[-1] == 24 and len(curve.get_xdata()) == 97
    np.testing.assert_array_equal(points.get_xdata(), snippet.ttls)
    np.testing.assert_array_equal(points.get_ydata(), snippet.shares)
