import numpy as np
from scipy.spatial.distance import cdist


def test_both_forms_are_the_squared_distance_near_the_origin(snippet):
    rng = np.random.default_rng(4)
    A, B = rng.normal(size=(6, 2)), rng.normal(size=(5, 2))
    for form in (snippet.expanded, snippet.direct):
        np.testing.assert_allclose(form(A, B), cdist(A, B, "sqeuclidean"), atol=1e-12)


def test_only_the_direct_form_survives_a_shift(snippet):
    rng = np.random.default_rng(5)
    A, B = rng.normal(size=(50, 4)), rng.normal(size=(60, 4))
    true = cdist(A, B).argmin(axis=1)
    np.testing.assert_array_equal(snippet.direct(A + 1e8, B + 1e8).argmin(axis=1), true)
    assert np.mean(snippet.expanded(A + 1e8, B + 1e8).argmin(axis=1) != true) > 0.5
    centre = (B + 1e8).mean(axis=0)
    np.testing.assert_array_equal(snippet.expanded(A + 1e8 - centre, B + 1e8 - centre).argmin(axis=1), true)


def test_wrong_share_in_words(snippet):
    distances = 1 - np.eye(4)
    assert snippet.wrong(distances, np.arange(4)) == "none"
    assert snippet.wrong(distances, np.array([0, 1, 3, 2])) == "some"  # just a half
    assert snippet.wrong(distances, np.array([0, 2, 3, 1])) == "most"


def test_the_printed_table_says_when_it_fails(snippet):
    assert snippet.queries.shape == snippet.points.shape == (200, 3)
    assert [line.split() for line in snippet.printed.splitlines()[1:5]] == [
        ["0", "none", "none"], ["10000", "none", "none"], ["100000000", "most", "none"], ["1000000000", "most", "none"]
    ]  # fmt: skip
