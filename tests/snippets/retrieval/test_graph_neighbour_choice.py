import numpy as np
from scipy.sparse.csgraph import connected_components, minimum_spanning_tree


def squared(points):
    return np.sum((points[:, None] - points) ** 2, axis=2)


def test_diverse_without_a_limit_contains_the_minimum_spanning_tree(snippet):
    for seed in range(5):  # the links contain the relative neighbourhood graph, that contains the tree
        gaps = squared(np.random.default_rng(seed).normal(size=(40, 3)))
        links = snippet.graph(gaps, snippet.diverse, 40).toarray()
        tree = minimum_spanning_tree(gaps).toarray() > 0
        assert links[tree].all() and links.T[tree].all()


def test_nearest_is_the_k_nearest_neighbour_graph(snippet):
    points = np.random.default_rng(9).normal(size=(30, 2))
    links = snippet.graph(squared(points), snippet.nearest, 4).toarray()
    for i in range(30):
        expected = [j for j in np.argsort(np.linalg.norm(points - points[i], axis=1)) if j != i][:4]
        assert sorted(np.flatnonzero(links[i])) == sorted(expected)


def test_the_heuristic_keeps_a_candidate_only_if_no_kept_one_is_nearer_to_it(snippet):
    points = np.array([[0.0, 0.0], [1.0, 0.0], [1.5, 0.1], [0.0, 2.0], [-3.0, 0.0], [2.0, 0.0]])
    gaps = squared(points)
    assert snippet.diverse(0, [1, 2, 3, 5, 4], gaps, 9) == [1, 3, 4]  # 2 and 5 hide behind 1
    assert snippet.diverse(0, [1, 2, 3, 5, 4], gaps, 2) == [1, 3]
    assert snippet.nearest(0, [1, 2, 3, 5, 4], gaps, 2) == [1, 2]
    midway = squared(np.array([[0.0], [1.0], [2.0]]))
    assert snippet.diverse(0, [1, 2], midway, 9) == [1]  # as near to the kept one: not kept


def test_clusters_are_as_many_parts_as_the_nearest_graph_has(snippet):
    rows = [line.split() for line in snippet.printed.splitlines()]
    assert [row[0] for row in rows] == ["nearest", "diverse"]
    for row, choose, parts in zip(rows, (snippet.nearest, snippet.diverse), (9, 1), strict=True):
        links = snippet.graph(squared(snippet.docs), choose, 8)
        assert connected_components(links, directed=False)[0] == parts == int(row[-2])
        assert abs(links.nnz / 135 - float(row[1])) < 0.051
    assert float(rows[0][1]) == 8 > 2 * float(rows[1][1])


def test_documents_lie_in_nine_squares_apart(snippet):
    offsets = snippet.docs[:, None] - snippet.centres
    inside = ((offsets >= 0) & (offsets < 160)).all(axis=2)
    assert (inside.sum(axis=1) == 1).all() and (inside.sum(axis=0) == 15).all()
    assert offsets[inside].max() > 150  # 270 draws
    apart = squared(snippet.centres) + np.eye(9) * 1e9
    assert np.sqrt(apart.min()) == 400  # more than twice the side of a square


def test_the_picture_shows_every_link(snippet):
    for panel, choose in zip(snippet.figures[0].axes, (snippet.nearest, snippet.diverse), strict=True):
        lines, dots = panel.lines
        links = snippet.graph(squared(snippet.docs), choose, 8).toarray()
        ends = lines.get_xydata().reshape(-1, 3, 2)
        assert np.isnan(ends[:, 2]).all()
        np.testing.assert_array_equal(ends[:, :2], snippet.docs[np.argwhere(links)])
        np.testing.assert_array_equal(dots.get_xydata(), snippet.docs)
        assert panel.get_title() == choose.__name__
