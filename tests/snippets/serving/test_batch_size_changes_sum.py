import numpy as np
import pytest


def sequential(values):
    total = np.float32(0)
    for value in values:
        total = np.float32(total + np.float32(value))
    return total


@pytest.mark.parametrize(("batch", "pieces"), [(1, 8), (31, 8), (32, 1), (64, 1)])
def test_logits_are_sums_in_that_order(snippet, batch, pieces):
    rng = np.random.default_rng(6)
    hidden = rng.standard_normal(64, dtype=np.float32)
    weights = rng.standard_normal((5, 64), dtype=np.float32)
    for row, logit in zip(weights, snippet.logits(hidden, weights, batch), strict=True):
        parts = np.split(row * hidden, pieces)
        assert logit == sequential([sequential(part) for part in parts])
    exact = weights.astype(float) @ hidden.astype(float)
    np.testing.assert_allclose(snippet.logits(hidden, weights, batch), exact, atol=1e-4)
    assert snippet.logits(hidden, weights, batch).dtype == np.float32


def test_chain_rounds_to_float32_at_each_step(snippet):
    # 1 vanishes beside 2^24 in float32, unless the ones are added first
    assert snippet.chain(np.array([2**24, 1, 1], np.float32)) == 2**24
    assert snippet.chain(np.array([1, 1, 2**24], np.float32)) == 2**24 + 2
    matrix = np.arange(12, dtype=np.float32).reshape(3, 4)
    np.testing.assert_array_equal(snippet.chain(matrix), matrix.sum(1))


def test_exact_sums_do_not_depend_on_the_batch(snippet):
    rng = np.random.default_rng(7)
    hidden, weights = rng.integers(-8, 8, 64), rng.integers(-8, 8, (5, 64))
    few, many = (snippet.logits(hidden.astype(np.float32), weights.astype(np.float32), b) for b in (1, 64))
    np.testing.assert_array_equal(few, weights @ hidden)
    np.testing.assert_array_equal(few, many)


def test_two_rows_nearly_tie_and_lead(snippet):
    gap = np.abs(snippet.weights[1] - snippet.weights[0])
    assert gap.max() < 4e-7  # a float32 step at the largest weights, about 4
    assert np.any(gap > 0)
    assert set(np.argsort(snippet.logits(snippet.hidden, snippet.weights, 1))[-2:]) == {0, 1}
    assert snippet.weights.shape == (50, 512)


def test_bits_repeat_for_one_batch_and_differ_between_two(snippet):
    same, bits, small, choice = snippet.printed.splitlines()
    assert same.endswith("True") and small.endswith("True")
    assert np.abs(snippet.alone - snippet.crowded).max() < snippet.largest < 1e-3  # the last trial is not the worst
    rng = np.random.default_rng(8)
    share = 0.0
    for _ in range(60):
        hidden = rng.standard_normal(512, dtype=np.float32)
        rows = rng.standard_normal((20, 512), dtype=np.float32)
        parts = [sequential([sequential(p) for p in np.split(row * hidden, 8)]) for row in rows[:2]]
        share += np.mean([a != sequential(row * hidden) for a, row in zip(parts, rows[:2], strict=True)]) / 60
    # 120 other sums: the standard error of the share is 0.03
    assert int(bits.split()[-1].rstrip("%")) / 100 == pytest.approx(share, abs=0.1)
    assert 0 < int(choice.split()[4]) < 200
