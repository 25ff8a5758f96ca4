import numpy as np
import pytest


def test_both_encoders_are_isometries_and_differ(snippet):
    for e in (snippet.v1, snippet.v2, snippet.encoder(5, 9)):
        w = e["weights"]
        np.testing.assert_allclose(w.T @ w, np.eye(len(w)), atol=1e-12)
    assert snippet.encoder(5, 9)["weights"].shape == (9, 9) and snippet.v1["weights"].shape == (16, 16)
    assert snippet.v1["space"] != snippet.v2["space"]
    assert snippet.encoder(1)["space"] == snippet.v1["space"]


def test_search_agrees_with_faiss(snippet):
    import faiss

    rng = np.random.default_rng(9)
    items, queries = rng.normal(size=(300, 16)), rng.normal(size=(20, 16))
    index = snippet.build(snippet.v2, items)
    flat = faiss.IndexFlatIP(16)
    flat.add((items @ snippet.v2["weights"]).astype("float32"))
    expected = flat.search((queries @ snippet.v2["weights"]).astype("float32"), 10)[1]
    np.testing.assert_array_equal(snippet.search(snippet.v2, index, queries), expected)
    np.testing.assert_array_equal(snippet.search(snippet.v2, index, queries, k=3), expected[:, :3])


def test_recall(snippet):
    assert snippet.recall([[1, 2], [5, 6]], [[2, 3], [6, 5]]) == pytest.approx(0.75)


def test_what_the_page_says(snippet):
    for encoder in (snippet.v1, snippet.v2):
        index = snippet.build(encoder, snippet.items)
        assert snippet.recall(snippet.search(encoder, index, snippet.queries), snippet.truth) == 1
    crossed = snippet.search(snippet.v1, snippet.build(snippet.v2, snippet.items), snippet.queries)
    assert crossed.shape == (200, 10)  # no error, ten answers each
    # chance is 10 of 2,000, 0.005; 2,000 answers, standard error 0.0016; the two bases are not exactly unrelated
    assert snippet.recall(crossed, snippet.truth) < 0.02
    assert abs((snippet.queries - snippet.items[:200]).std() - 0.1) < 0.01
    assert snippet.items.shape == (2_000, 16) and snippet.truth.shape == (200, 10)
