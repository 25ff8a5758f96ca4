import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

LAWS = st.lists(st.integers(0, 20), min_size=4, max_size=4).filter(any).map(lambda x: np.array(x) / sum(x))


@given(LAWS, LAWS)
def test_the_output_law_is_the_target(snippet, p, q):
    np.testing.assert_allclose(snippet.output_law(p, q), p, atol=1e-12)


def enumerate_law(snippet, p, q):
    """The exact law of the sampler: every draft, and the uniform number on a fine grid."""

    class Grid:
        def __init__(self, draft, u):
            self.draft, self.u, self.calls = draft, u, 0

        def random(self):
            return self.u

        def choice(self, n, p):
            self.calls += 1
            self.law = p
            return self.draft

    law, accepted, grid = np.zeros(len(p)), 0.0, 2000
    for draft in np.flatnonzero(q):
        for u in (np.arange(grid) + 0.5) / grid:
            rng = Grid(draft, u)
            token, ok = snippet.accept_or_replace(p, q, rng)
            if ok:
                assert rng.calls == 1 and token == draft and np.array_equal(rng.law, q)
                law[token] += q[draft] / grid
                accepted += q[draft] / grid
            else:
                assert rng.calls == 2
                law += q[draft] / grid * rng.law
    return law, accepted


def test_the_sampler_has_the_target_law(snippet):
    for p, q in (([0.1, 0.2, 0.7], [0.5, 0.25, 0.25]), ([0.0, 0.5, 0.5], [0.5, 0.5, 0.0])):
        p, q = np.array(p), np.array(q)
        law, accepted = enumerate_law(snippet, p, q)
        np.testing.assert_allclose(law, p, atol=1e-3)  # the grid's step is 0.0005
        assert abs(accepted - (1 - np.abs(p - q).sum() / 2)) < 1e-3  # one minus total variation


def test_residual(snippet):
    p, q = np.array([0.6, 0.3, 0.1]), np.array([0.2, 0.1, 0.7])
    np.testing.assert_allclose(snippet.residual(p, q), [2 / 3, 1 / 3, 0])
    np.testing.assert_array_equal(snippet.residual(q, q), q)


def test_tokens_a_round(snippet):
    for alpha in (0.0, 0.3, 0.8):
        for n in (0, 1, 3, 7):
            # i + 1 tokens if the first i drafts pass and the next does not; n + 1 if all pass
            mean = sum((i + 1) * alpha**i * (1 - alpha) for i in range(n)) + (n + 1) * alpha**n
            assert snippet.tokens_per_round(alpha, n) == pytest.approx(mean)
    assert snippet.tokens_per_round(1.0, 5) == 6


def test_what_is_printed(snippet):
    assert snippet.p.sum() == pytest.approx(1) and snippet.q.sum() == pytest.approx(1)
    assert snippet.runs == 4000 == len(snippet.draws)
    frequencies = np.bincount(snippet.tokens, minlength=4) / 4000
    np.testing.assert_allclose(frequencies, snippet.p, atol=0.025)  # 3 standard errors: 3·sqrt(.25/4000)
    assert abs(snippet.accepted.mean() - 0.65) < 0.025
    assert np.abs(snippet.naive - snippet.p).max() > 0.1 and snippet.naive.sum() == pytest.approx(1)
    np.testing.assert_allclose(snippet.naive, np.minimum(snippet.p, snippet.q) + 0.35 * snippet.p)
    assert "3.36" in snippet.printed  # (1 - .8⁵) / .2
    assert pytest.approx(3.36, abs=0.005) == (1 - 0.8**5) / 0.2
