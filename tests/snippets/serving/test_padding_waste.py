import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn.utils.rnn import pad_sequence

some_lengths = st.lists(st.integers(1, 300), min_size=1, max_size=60).map(np.array)


def padded(lengths, batches):
    tokens = [torch.ones(int(n)) for n in lengths]
    filled = [pad_sequence([tokens[i] for i in batch], batch_first=True, padding_value=0.0) for batch in batches]
    return sum(float((f == 0).sum()) for f in filled) / sum(f.numel() for f in filled)


def each_once(batches, n):
    return sorted(np.concatenate(batches).tolist()) == list(range(n))


@given(some_lengths, st.integers(1, 7), st.integers(1, 30))
def test_waste_counts_the_zeros_and_every_request_is_in_one_batch(snippet, lengths, size, pool):
    n = len(lengths)
    for batches in (
        snippet.in_order(n, size),
        snippet.sorted_pools(lengths, size, pool),
        snippet.buckets(lengths, size, (10, 100)),
        snippet.token_budget(lengths, range(n), 400),
    ):
        assert each_once(batches, n) and min(map(len, batches)) > 0
        assert snippet.waste(lengths, batches) == pytest.approx(padded(lengths, batches), abs=1e-6)
    assert max(map(len, snippet.in_order(n, size))) == min(size, n)
    assert np.concatenate(snippet.in_order(n, size)).tolist() == list(range(n))


@given(some_lengths, st.integers(1, 7), st.integers(1, 8))
def test_pools_are_sorted_and_keep_their_place(snippet, lengths, size, batches_a_pool):
    pool = size * batches_a_pool
    order = np.concatenate(snippet.sorted_pools(lengths, size, pool))
    for start in range(0, len(lengths), pool):
        chunk = order[start : start + pool].tolist()
        expected = sorted(range(start, min(start + pool, len(lengths))), key=lambda i: (lengths[i], i))
        assert chunk == expected


@given(some_lengths, st.integers(1, 7))
def test_doubling_edges_waste_less_than_half(snippet, lengths, size):
    edges = 2 ** np.arange(9)  # 1, 2, 4, ... 256: within a bucket the longest is less than twice the shortest
    batches = snippet.buckets(lengths, size, edges)
    assert snippet.waste(lengths, batches) < 0.5
    assert all(max(lengths[b]) < 2 * min(lengths[b]) or max(lengths[b]) == 1 for b in batches)
    assert all(1 <= len(b) <= size and (np.diff(b) > 0).all() for b in batches)
    assert len(batches) == sum(
        -(-int(((lengths > low) & (lengths <= high)).sum()) // size)
        for low, high in zip([0, *edges], [*edges, 1000], strict=True)
    )


@given(some_lengths, st.integers(1, 900))
def test_the_budget_holds_and_the_next_one_would_not_have_fitted(snippet, lengths, budget):
    batches = snippet.token_budget(lengths, range(len(lengths)), budget)
    assert np.concatenate(batches).tolist() == list(range(len(lengths)))
    for batch, following in zip(batches, [*batches[1:], None], strict=True):
        assert len(batch) == 1 or len(batch) * lengths[batch].max() <= budget
        if following is not None:
            more = [*batch, following[0]]
            assert len(more) * lengths[more].max() > budget


def test_uniform_lengths_waste_about_half_of_the_batch(snippet):
    rng = np.random.default_rng(1)
    lengths = rng.integers(1, 10_001, 40_000)
    for size in (2, 8):  # mean L/2 over a mean maximum of L b / (b + 1)
        expected = 1 - (size + 1) / (2 * size)
        assert snippet.waste(lengths, snippet.in_order(40_000, size)) == pytest.approx(expected, abs=0.01)


def test_printed_shares(snippet):
    lines, lengths, n = snippet.printed.splitlines(), snippet.lengths, 8192
    assert len(lengths) == n and lengths.min() >= 1 and lengths.max() <= 512
    assert abs(np.log(lengths[lengths < 512]).mean() - 4) < 0.05
    split = [np.arange(i, i + 32) for i in range(0, n, 32)]
    shares = [1 - lengths.mean() / 512, padded(lengths, split)]
    for pool in (None, 128, 1024):
        order = np.argsort(lengths.reshape(-1, pool), axis=1) if pool else None
        if pool:
            shares.append(padded(np.take_along_axis(lengths.reshape(-1, pool), order, axis=1).ravel(), split))
        else:
            bucket = np.digitize(lengths, (32, 64, 128, 256), right=True)
            members = [np.flatnonzero(bucket == b) for b in range(5)]
            shares.append(padded(lengths, [m[i : i + 32] for m in members for i in range(0, len(m), 32)]))
    printed = [float(line.split("%")[0].split()[-1]) for line in lines[1:]]
    np.testing.assert_allclose(printed[:5], 100 * np.array(shares), atol=0.51)
    assert printed[5] > 60 and printed[6] <= 2
    assert lines[0] == f"lengths: median {np.median(lengths):.0f}, p99 {np.quantile(lengths, 0.99):.0f}"
    for line, order in zip(lines[6:], (np.arange(n), np.argsort(lengths)), strict=True):
        batches = snippet.token_budget(lengths, order, 4096)
        assert f"{len(batches)} batches of up to {max(map(len, batches))}" in line
