import numpy as np
from hypothesis import given
from hypothesis import strategies as st


@given(
    st.lists(st.integers(0, 5), min_size=1, max_size=40),
    st.integers(1, 12),
    st.integers(1, 5),
    st.integers(0, 2**31),
)
def test_k_from_each_shard_is_exact_even_with_ties(snippet, scores, k, shards, seed):
    scores = np.array(scores, dtype=float)
    parts = snippet.split(np.random.default_rng(seed).integers(shards, size=len(scores)))
    expected = sorted(range(len(scores)), key=lambda i: (-scores[i], i))[:k]
    assert snippet.sharded_top(parts, scores, k, per_shard=k).tolist() == expected
    assert snippet.sharded_top(parts[::-1], scores, k, per_shard=k).tolist() == expected  # in any order of arrival


def test_fewer_from_each_by_brute_force(snippet):
    scores = np.array([9.0, 8, 7, 6, 5, 4])
    parts = [np.array([0, 1, 2]), np.array([3, 4, 5])]
    assert snippet.sharded_top(parts, scores, 4, per_shard=2).tolist() == [0, 1, 3, 4]
    assert snippet.sharded_top(parts, scores, 3, per_shard=1).tolist() == [0, 3]


def test_expected_recall_by_enumeration(snippet):
    from itertools import product

    for k, shards, per_shard in ((4, 2, 1), (4, 3, 2), (5, 2, 3), (3, 4, 3)):
        kept = [
            sum(min(np.count_nonzero(np.array(where) == s), per_shard) for s in range(shards))
            for where in product(range(shards), repeat=k)
        ]
        assert abs(snippet.expected_recall(k, shards, per_shard) - np.mean(kept) / k) < 1e-12
    assert abs(snippet.expected_recall(100, 10, 100) - 1) < 1e-12


def test_split_partitions_by_label(snippet):
    assert [part.tolist() for part in snippet.split(np.array([2, 0, 2, 1]))] == [[1], [3], [0, 2]]


def test_simulation_agrees_with_the_expectation(snippet):
    lines = [line.split() for line in snippet.printed.splitlines()[1:5]]
    for per_shard, hashed, expected, topic in lines:
        assert float(expected) == round(snippet.expected_recall(100, 10, int(per_shard)), 3)
        # 100 queries; the recall of one varies by less than 0.04
        assert abs(float(hashed) - float(expected)) < 3 * 0.04 / 10
        assert float(topic) == int(per_shard) / 100


def test_the_topic_shard_holds_all_of_query_0(snippet):
    assert len(snippet.by_topic) == len(snippet.by_hash) == 10
    assert {len(part) for part in snippet.by_topic} == {200}
    assert snippet.exact[0] <= set(snippet.by_topic[0])
    assert snippet.scores[0, snippet.by_topic[0]].min() > snippet.scores[0, snippet.by_topic[1]].max()
    assert sorted(np.concatenate(snippet.by_hash)) == list(range(2000)) and snippet.scores.shape == (100, 2000)


def test_a_missing_shard_costs_what_it_held(snippet):
    share = np.mean([1 - len(e.intersection(snippet.by_hash[0])) / 100 for e in snippet.exact])
    assert snippet.printed.splitlines()[5] == f"a shard missing: by hash {share:.2f}"
