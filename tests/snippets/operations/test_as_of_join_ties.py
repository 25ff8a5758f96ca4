import numpy as np
import pandas as pd


def make(rng, times):
    n, m = 300, 200
    records = pd.DataFrame(
        {
            "entity": rng.integers(0, 4, n),
            "time": rng.integers(0, times, n),
            "sequence": rng.permutation(n),
            "value": rng.normal(size=n),
        }
    )
    requests = pd.DataFrame(
        {"request": rng.permutation(m), "entity": rng.integers(0, 6, m), "time": rng.integers(-3, times + 3, m)}
    )
    return records, requests


def brute_force(requests, records, order):
    answers = np.full(len(requests), np.nan)
    history = {e: list(rows.itertuples()) for e, rows in records.groupby("entity")}
    for row in requests.itertuples():
        known = [r for r in history.get(row.entity, []) if r.time <= row.time]
        if known:
            answers[row.request] = max(known, key=order).value
    return answers


def test_with_ties_broken_both_engines_give_the_last_written_of_the_newest(snippet):
    for seed in range(3):
        records, requests = make(np.random.default_rng(seed), 30)
        expected = brute_force(requests, records, lambda r: (r.time, r.sequence))
        unique = snippet.break_ties(records)
        assert not unique.duplicated(["entity", "time"]).any() and len(unique) < len(records)
        np.testing.assert_array_equal(snippet.by_pandas(requests, unique), expected)
        np.testing.assert_array_equal(snippet.by_duckdb(requests, unique), expected)
        assert np.isnan(expected).any() and not np.isnan(expected).all()


def test_without_ties_nothing_has_to_be_broken(snippet):
    records, requests = make(np.random.default_rng(5), 10**9)
    expected = brute_force(requests, records, lambda r: r.time)
    np.testing.assert_array_equal(snippet.by_pandas(requests, records), expected)
    np.testing.assert_array_equal(snippet.by_duckdb(requests, records), expected)
    assert len(snippet.break_ties(records)) == len(records)


def test_pandas_takes_the_last_row_of_a_tie_as_it_stands(snippet):
    records = pd.DataFrame({"entity": [1, 1, 1], "time": [5, 5, 2], "sequence": [2, 1, 0], "value": [7.0, 8.0, 9.0]})
    requests = pd.DataFrame({"request": [0, 1, 2], "entity": [1, 1, 1], "time": [9, 4, 1]})
    np.testing.assert_array_equal(snippet.by_pandas(requests, records), [8, 9, np.nan])
    np.testing.assert_array_equal(snippet.by_pandas(requests, records.iloc[::-1].copy()), [7, 9, np.nan])
    np.testing.assert_array_equal(snippet.by_pandas(requests, snippet.break_ties(records)), [7, 9, np.nan])


def test_differing_counts_places_and_knows_missing(snippet):
    a = np.array([1, np.nan, np.nan, 4.0, 5.0])
    assert snippet.differing(a, a) == 0
    assert snippet.differing(a, np.array([1, np.nan, 3, np.nan, 5 + 1e-12])) == 3


def test_the_printed_shares_are_those_of_the_whole_sample(snippet):
    assert len(snippet.requests) == 1000 and len(snippet.records) == 2000
    order = np.arange(2000)
    position = dict(zip(snippet.records["sequence"], order, strict=True))
    forward = brute_force(snippet.requests, snippet.records, lambda r: (r.time, position[r.sequence]))
    backward = brute_force(snippet.requests, snippet.records, lambda r: (r.time, -position[r.sequence]))
    right = brute_force(snippet.requests, snippet.records, lambda r: (r.time, r.sequence))
    differs = ~((forward == backward) | (np.isnan(forward) & np.isnan(backward)))
    assert f"{differs.mean():.1%} of answers" in snippet.printed
    wrong = ~((forward == right) | (np.isnan(forward) & np.isnan(right)))
    assert f"wrong on {wrong.sum()} of 1000" in snippet.printed
