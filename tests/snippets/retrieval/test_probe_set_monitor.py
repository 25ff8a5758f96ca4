import faiss
import numpy as np


def table(snippet):
    lines = snippet.printed.splitlines()[1:5]
    return {line[:24].strip(): [float(x) for x in line[24:].split()] for line in lines}


def test_search_is_exact_inner_product_search(snippet):
    rng = np.random.default_rng(1)
    docs, queries = rng.normal(size=(80, 6)).astype("float32"), rng.normal(size=(5, 6)).astype("float32")
    index = faiss.IndexFlatIP(6)
    index.add(docs)
    for k in (1, 7):
        scores, expected = index.search(queries, k)
        ids, found = snippet.search(docs, queries, k)
        np.testing.assert_array_equal(ids, expected)
        np.testing.assert_allclose(found, scores, rtol=1e-5)
    assert snippet.search(docs, queries)[0].shape == (5, 10)


def test_overlap_counts_the_stored_answers_that_came_back(snippet):
    ids, stored = np.array([[1, 2, 3], [7, 8, 9]]), np.array([[3, 1, 5], [9, 8, 7]])
    np.testing.assert_allclose(snippet.overlap(ids, stored), [2 / 3, 1])
    np.testing.assert_allclose(snippet.overlap(ids[:, :1], stored), [1 / 3, 1 / 3])


def test_units(snippet):
    np.testing.assert_allclose(snippet.unit(np.array([[3.0, 4], [0, -2]])), [[0.6, 0.8], [0, -1]])
    for vectors in (snippet.docs, snippet.probes, snippet.fresh, snippet.asked):
        np.testing.assert_allclose(np.sum(vectors**2, axis=1), 1)


def test_the_faults_are_as_described(snippet):
    docs, lost, stale = snippet.docs, snippet.lost, snippet.stale
    assert docs.shape == (4000, 32) and snippet.probes.shape == (100, 32) and snippet.stored.shape == (100, 10)
    gone = (lost == 0).all(axis=1)
    assert gone.mean() == 1 / 8 and (lost[~gone] == docs[~gone]).all()
    changed = (stale != docs).any(axis=1)
    assert changed.mean() == 1 / 10 and np.abs(np.sum(stale * docs, axis=1)[changed]).mean() < 0.2
    cone, queries = snippet.faults["both sides in a cone"]
    assert np.median(queries @ cone.T) > 0.5 > 0.01 > abs(np.median(snippet.probes @ docs.T))
    assert (snippet.faults["healthy"][0] == docs).all()
    assert snippet.fresh.shape == (400, 32) and snippet.asked.shape == (100, 32)
    own = np.sum(snippet.probes * docs[:100], axis=1)
    # a unit vector and noise of squared length 32 · 0.15²
    assert abs(own.mean() - 1 / np.sqrt(1 + 32 * 0.15**2)) < 0.02
    own = np.sum(snippet.asked * snippet.fresh[:100], axis=1)
    assert abs(own.mean() - 1 / np.sqrt(1 + 32 * 0.15**2)) < 0.02


def test_a_lost_shard_costs_its_share(snippet):
    rows = table(snippet)
    _, _, overlap, two_errors = rows["one shard of eight lost"]
    assert abs(overlap - 7 / 8) < two_errors
    # the error of a mean of 100 probes with 10 answers each, 7 / 8 of them there
    assert abs(two_errors - 2 * np.sqrt(7 / 64 / 1000)) < 0.005


def test_counts_and_scores_do_not_show_the_faults(snippet):
    rows = table(snippet)
    healthy = rows.pop("healthy")
    assert healthy[2:] == [1, 0]
    for results, best, overlap, two_errors in rows.values():
        assert results == 10 and best > healthy[1] - 0.03 and overlap + two_errors < 0.9
    assert rows["both sides in a cone"][1] > healthy[1] and rows["both sides in a cone"][2] == min(
        r[2] for r in rows.values()
    )


def test_the_probes_do_not_know_what_was_written_later(snippet):
    lines = snippet.printed.splitlines()
    assert lines[6].split() == ["probes", "1.00"]
    everything = np.concatenate([snippet.docs, snippet.fresh])
    assert (snippet.truth == np.argsort(-(snippet.asked @ everything.T), axis=1)[:, :10]).all()
    indexed = np.mean(snippet.truth < 4000)  # the rest cannot be found
    assert abs(float(lines[7].split()[-1]) - indexed) < 0.006
    assert indexed < 0.9
