import numpy as np
import pytest


def test_expected_attempts_is_the_mean_of_a_truncated_geometric(snippet):
    for f in (0.0, 0.2, 0.7, 1.0):
        for tries in (1, 2, 5):
            ended = [(k + 1) * f**k * (1 - f) for k in range(tries - 1)]
            np.testing.assert_allclose(snippet.expected_attempts(f, tries), sum(ended) + tries * f ** (tries - 1))


def test_without_a_limit_every_failure_but_the_last_is_tried_again(snippet):
    rng = np.random.default_rng(3)
    failures = rng.random((500, 4)) < 0.6
    expected = sum(4 if row[:3].all() else int(np.argmin(row[:3])) + 1 for row in failures)
    assert snippet.attempts_sent(failures, np.inf) == expected


@pytest.mark.parametrize("budget", [0.0, 0.25, 0.5, 1.0])
def test_the_budget_caps_the_load_in_a_full_outage(snippet, budget):
    outage = np.full((400, 3), True)
    assert snippet.attempts_sent(outage, budget) == 400 * (1 + budget)
    assert snippet.attempts_sent(np.full((400, 3), False), budget) == 400


def test_unused_tokens_are_kept_for_the_next_failures(snippet):
    calm, bad = np.full((8, 3), False), np.full((1, 3), True)
    assert snippet.attempts_sent(np.vstack([calm, bad]), 0.25) == 9 + 2  # 2.25 tokens by then
    assert snippet.attempts_sent(np.vstack([calm[:3], bad]), 0.25) == 4 + 1  # exactly one


def test_what_the_page_concludes(snippet):
    rows = {line.split()[0]: line.split()[1:] for line in snippet.printed.splitlines()[2:]}
    assert rows["100%"] == ["3.00", "3.00", "1.10"]
    for expected, free, _ in rows.values():
        assert abs(float(expected) - float(free)) < 0.03  # 20,000 requests, sd below 0.9
    assert "27 calls" in snippet.printed
