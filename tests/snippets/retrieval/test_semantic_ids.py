import numpy as np


def nearest(x, book):
    return int(np.argmin([np.sum((x - entry) ** 2) for entry in book]))


def test_encoding_is_nearest_entry_then_residual(snippet):
    rng = np.random.default_rng(1)
    X, books = rng.normal(size=(12, 4)), [rng.normal(size=(5, 4)) * s for s in (1, 0.5, 0.2)]
    kept = X.copy()
    codes = snippet.encode(X, books)
    assert codes.shape == (12, 3)
    np.testing.assert_array_equal(X, kept)
    for x, code in zip(X, codes, strict=True):
        for level, book in enumerate(books):
            assert code[level] == nearest(x, book)
            x = x - book[code[level]]


def test_books_are_fitted_to_what_is_left(snippet):
    rng = np.random.default_rng(2)
    X = rng.normal(size=(300, 3))
    books = snippet.fit(X, 3, 4, np.random.default_rng(3))
    assert [b.shape for b in books] == [(4, 3)] * 3
    left = X
    for book in books:
        code = np.array([nearest(x, book) for x in left])
        before = (left**2).sum()
        left = left - book[code]
        assert (left**2).sum() < 0.9 * before
        # a centre of k-means is near the mean of its cell
        for c in range(4):
            assert np.abs(left[code == c].mean(axis=0)).max() < 0.15


def test_group_sizes(snippet):
    codes = np.array([[1, 2], [1, 3], [1, 2], [0, 2], [1, 2]])
    np.testing.assert_array_equal(snippet.group_sizes(codes), [3, 1, 3, 1, 3])


def test_random_ids_collide_as_the_formula_says(snippet):
    rng = np.random.default_rng(4)
    draws = rng.integers(4_096, size=(60, 2_000))
    sharing = [snippet.group_sizes(d[:, None]).__gt__(1).sum() for d in draws]
    assert abs(np.mean(sharing) - snippet.chance) < 12  # standard error about 4
    assert snippet.ids == 4_096


def test_more_codes_fewer_collisions_yet_more_than_by_chance(snippet):
    sharing = [(snippet.group_sizes(snippet.codes[:, :k]) > 1).sum() for k in (1, 2, 3)]
    assert sharing[0] >= sharing[1] > sharing[2] > 1.3 * snippet.chance
    first = snippet.codes[:, 0]
    pairs = (first[:, None] == first) & ~np.eye(len(first), dtype=bool)
    expected = (snippet.topic[:, None] == snippet.topic)[pairs].mean()
    assert f"agrees: {expected:.2f}" in snippet.printed
    assert expected > 5 * (snippet.topic[:, None] == snippet.topic).mean()
    np.testing.assert_allclose(snippet.X.mean(axis=0), 0, atol=1e-12)


def test_a_new_item_gets_a_code_of_its_neighbourhood(snippet):
    rng = np.random.default_rng(5)
    near = snippet.X[:200] + 1e-3 * rng.normal(size=(200, 8))
    same = snippet.encode(near, snippet.books)[:, 0] == snippet.codes[:200, 0]
    assert same.mean() > 0.95
