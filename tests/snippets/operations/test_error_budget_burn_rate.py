import numpy as np
import pandas as pd
import pytest


def test_budget_and_burn_rates(snippet):
    assert pytest.approx(43.2) == snippet.BUDGET
    assert [snippet.burn_rate(*rule[1:]) for rule in snippet.RULES] == pytest.approx([14.4, 6, 1])
    # at that burn rate for that long, that share is gone
    for _, spent, window in snippet.RULES:
        lost = snippet.burn_rate(spent, window) * 0.001 * window
        assert lost == pytest.approx(spent * 43.2)


def test_moving_average_agrees_with_pandas(snippet):
    errors = np.random.default_rng(1).random(300)
    for window in (1, 7, 299):
        padded = pd.Series(np.append(np.zeros(window), errors))
        expected = padded.rolling(window).mean().to_numpy()[window:]
        np.testing.assert_allclose(snippet.moving_average(errors, window), expected, atol=1e-12)


@pytest.mark.parametrize("rate", [1.0, 0.37, 0.05, 0.013, 0.0037])
def test_delay_agrees_with_an_outage_minute_by_minute(snippet, rate):
    errors = np.full(5_000, rate)
    for _, spent, window in snippet.RULES:
        on = snippet.firing(errors, spent, window)
        expected = np.argmax(on) + 1 if on.any() else np.inf
        assert np.ceil(snippet.delay(rate, spent, window)) == expected


def test_delay_at_the_edge_of_the_window(snippet):
    rate = snippet.BUDGET / 1024  # a power of two: no rounding
    assert snippet.delay(rate, 1, 1024) == 1024
    assert snippet.delay(rate, 1, 1023.9) == np.inf


def test_both_windows_must_burn(snippet):
    errors = np.zeros(400)
    errors[50:90] = 0.2
    spent, window = 0.03, 120
    frame = pd.Series(np.append(np.zeros(120), errors))
    limit = 0.001 * snippet.burn_rate(spent, window)
    long, short = (frame.rolling(w).mean().to_numpy()[120:] > limit for w in (120, 10))
    np.testing.assert_array_equal(snippet.firing(errors, spent, window), long & short)
    np.testing.assert_array_equal(snippet.firing(errors, spent, window, short=False), long)
    assert (long & ~short).any() and (short & ~long).any()


def test_short_window_ends_the_alert_soon_after_the_outage(snippet):
    last = [int(row.split(" to ")[1].split()[0]) for row in snippet.printed.splitlines()[-2:]]
    assert last[0] > 60 > 25 > last[1] > 20
    assert (
        snippet.errors.size == 600
        and snippet.errors.sum() == pytest.approx(2)
        and snippet.errors[100] == snippet.errors[119] == 0.1
    )
