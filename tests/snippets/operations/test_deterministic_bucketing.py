import hashlib

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import kstest


def test_position_is_the_first_53_bits_of_sha256(snippet, monkeypatch):
    digest = hashlib.sha256(b"a:7").digest()
    bits = "".join(f"{byte:08b}" for byte in digest)
    assert snippet.position("a", 7) == int(bits[:53], 2) / 2**53
    monkeypatch.setattr(snippet.hashlib, "sha256", lambda _: type("Hash", (), {"digest": lambda self: b"\xff" * 32})())
    assert snippet.position("a", 7) == 1 - 2**-53  # also the last user is below a share of 1
    monkeypatch.undo()
    np.testing.assert_array_equal(snippet.positions("a", [7, 8]), [snippet.position("a", 7), snippet.position("a", 8)])


def test_positions_are_uniform_and_salts_independent(snippet):
    a, b = snippet.positions("x", range(20_000)), snippet.positions("y", range(20_000))
    assert kstest(a, "uniform").pvalue > 0.001  # no chance in it: the hash is fixed
    assert abs(np.corrcoef(a, b)[0, 1]) < 0.03  # standard error 0.007


@given(st.floats(0, 1), st.floats(0, 1))
def test_whoever_is_in_stays_in(snippet, low, high):
    low, high = sorted((low, high))
    assert snippet.leave([snippet.is_in(snippet.fixed, low), snippet.is_in(snippet.fixed, high)]) == [0]


def test_share_0_takes_nobody_and_share_1_all(snippet):
    ends = np.array([0.0, 0.5, 1 - 2**-53])
    assert [snippet.is_in(ends, s).sum() for s in (0, 0.5, 1)] == [0, 1, 3]


def test_leave_counts_those_who_lose_it(snippet):
    stages = [np.array(s, dtype=bool) for s in ([1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 0, 1])]
    assert snippet.leave(stages) == [1, 2]


def test_what_the_page_says(snippet):
    counts = {name: snippet.leave(stages) for name, stages in snippet.rules.items()}
    assert counts["below a growing share"] == [0, 0, 0]
    for name in ("new salt at each stage", "drawn at each request"):
        # of 1 %, 95 % leave; of 5 %, 80 %; of 20 %, half; within five standard deviations
        np.testing.assert_allclose(counts[name], [95, 400, 1000], atol=5 * np.sqrt(1000))
        np.testing.assert_allclose(counts[name][0], 95, atol=50)
    assert counts["modulo 100, 20, 5, 2"][:2] == [0, 0] and 850 < counts["modulo 100, 20, 5, 2"][2] < 1150
    for stages in snippet.rules.values():
        np.testing.assert_allclose([s.mean() for s in stages], [0.01, 0.05, 0.2, 0.5], atol=0.025)
        np.testing.assert_allclose(stages[0].mean(), 0.01, atol=0.004)
    # each of twenty independent canaries takes 1 %: 1 - 0.99^20 = 18 % of users are in some
    np.testing.assert_allclose((snippet.each > 0).mean(), 1 - 0.99**20, atol=0.02)
    assert snippet.each.max() <= 4 and abs(snippet.each.mean() - 0.2) < 0.02
    assert (snippet.fixed < 0.01).sum() < 150 and len(snippet.users) == 10_000
