from hypothesis import given
from hypothesis import strategies as st

TIMES = st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 60)), max_size=40).map(
    lambda r: sorted(r, key=lambda x: x[1])
)


@given(TIMES, st.integers(0, 4), st.integers(1, 15))
def test_sliding_window_against_a_full_history(snippet, requests, limit, window):
    limiter, accepted = snippet.SlidingWindow(limit, window), []
    for key, now in requests:
        inside = sum(k == key and now - window < t <= now for k, t in accepted)
        allowed = limiter.allow(key, now)
        assert allowed is (inside < limit)
        if allowed:
            accepted.append((key, now))
    for key in "ab":  # no window of this length, wherever it starts, holds more than the limit
        for start in range(61):
            assert sum(k == key and start <= t < start + window for k, t in accepted) <= limit
    assert all(len(times) <= limit for times in limiter.accepted.values())


@given(TIMES, st.integers(0, 4), st.integers(1, 15))
def test_fixed_window_against_a_full_history(snippet, requests, limit, window):
    limiter, accepted = snippet.FixedWindow(limit, window), []
    for key, now in requests:
        inside = sum(k == key and t // window == now // window for k, t in accepted)
        allowed = limiter.allow(key, now)
        assert allowed is (inside < limit)
        if allowed:
            accepted.append((key, now))


def test_fixed_windows_let_twice_the_limit_by(snippet):
    fixed, sliding = snippet.FixedWindow(5, 100), snippet.SlidingWindow(5, 100)
    times = [99] * 6 + [100] * 6
    assert sum(fixed.allow("k", t) for t in times) == 10
    assert sum(sliding.allow("k", t) for t in times) == 5
    assert "FixedWindow, 3 in 10 s: 6 in" in snippet.printed
    assert "SlidingWindow, 3 in 10 s: 3 in" in snippet.printed
