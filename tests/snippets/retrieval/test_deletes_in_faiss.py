import faiss
import numpy as np


def test_masked_graph_search_is_nearly_exact_search_among_the_living(snippet):
    exact = faiss.IndexFlatL2(16)
    exact.add(snippet.docs[1000:])
    queries = snippet.docs[::60]
    expected = exact.search(queries, 5)[1] + 1000
    found = snippet.graph.search(queries, 5, params=snippet.masked)[1]
    assert found.min() >= 1000
    hits = np.mean([len(set(f) & set(t)) / 5 for f, t in zip(found, expected, strict=True)])
    assert hits > 0.9
    assert snippet.masked.efSearch == 64 and snippet.graph.ntotal == 3000


def test_the_inverted_lists_no_longer_hold_the_deleted(snippet):
    stored = np.concatenate(
        [
            faiss.rev_swig_ptr(snippet.lists.invlists.get_ids(i), snippet.lists.invlists.list_size(i))
            for i in range(snippet.lists.nlist)
        ]
    )
    assert sorted(stored) == [*range(1000, 3000), 7000]
    assert snippet.lists.nlist == 20


def test_hnsw_refuses_whatever_is_asked(snippet):
    for ids in ([0], [2999, 1]):
        try:
            snippet.graph.remove_ids(np.array(ids))
        except RuntimeError as error:
            assert "not implemented" in str(error)
        else:
            raise AssertionError("the page says that it raises")


def test_the_example_is_as_described(snippet):
    assert snippet.docs.shape == (3000, 16) and (snippet.docs.min(), snippet.docs.max()) == (-20, 20)
    np.testing.assert_array_equal(snippet.docs, np.round(snippet.docs))
    assert snippet.graph.hnsw.nb_neighbors(1) == 16 and snippet.found.shape == (3,)
