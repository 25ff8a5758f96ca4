import numpy as np


def rows(snippet):
    return [[float(x) for x in line.split()] for line in snippet.printed.splitlines()[1:6]]


def test_an_encoder_keeps_the_angles_of_what_it_sees(snippet):
    meaning = np.random.default_rng(5).normal(size=(9, 32))
    for sees, cone in ((32, 0), (20, 0), (32, 1.5), (5, 0.7)):
        vectors = snippet.encoder(3, sees, cone)(meaning)
        seen = meaning[:, :sees] / np.linalg.norm(meaning[:, :sees], axis=1)[:, None]
        expected = (seen @ seen.T + cone**2) / (1 + cone**2)
        np.testing.assert_allclose(vectors @ vectors.T, expected, atol=1e-12)
        assert vectors.shape == (9, 33)


def test_two_encoders_share_no_coordinates(snippet):
    meaning = np.random.default_rng(6).normal(size=(200, 32))
    a, b = snippet.encoder(7, 32, 0)(meaning), snippet.encoder(8, 32, 0)(meaning)
    assert abs(np.mean(a * b)) < 0.01 and np.abs(np.sum(a * b, axis=1)).max() < 0.8


def test_recall_by_sets(snippet):
    scores = np.random.default_rng(7).normal(size=(4, 30))
    truth = np.array([[0, 1, 2], [3, 4, 5], [6, 7, 8], [9, 10, 11]])
    expected = [len(set(np.argsort(-s)[:10]) & set(t)) / 3 for s, t in zip(scores, truth, strict=True)]
    assert abs(snippet.recall(scores, truth) - np.mean(expected)) < 1e-12


def test_the_truth_is_the_cosine_of_meanings(snippet):
    q, d = snippet.queries[4], snippet.docs
    cosine = d @ q / np.linalg.norm(d, axis=1)
    assert snippet.truth[4].tolist() == np.argsort(-cosine)[:10].tolist()
    assert d.shape == (1500, 32) and snippet.truth.shape == (100, 10)
    assert 0.4 < np.std(snippet.queries - d[:100]) < 0.6


def test_ends_of_the_move(snippet):
    table = rows(snippet)
    quality = [snippet.recall(s, snippet.truth) for s in (snippet.in_old, snippet.in_new)]
    assert quality[1] > 0.999
    chance = 10 / 1500
    for row, (own, other) in ((table[0], (1, 2)), (table[4], (2, 1))):
        assert row[own] == round(quality[own - 1], 2) and row[other] < 4 * chance
    assert [row[0] for row in table] == [0, 0.25, 0.5, 0.75, 1]


def test_a_half_moved_index_loses_and_two_indexes_never(snippet):
    table = rows(snippet)
    for row in table[1:4]:
        assert row[4] == table[0][4]
        assert row[1] < row[4]
    half = table[2]
    assert max(half[1:4]) < half[4]
    assert table[1][3] < table[1][1]  # each its own, by score: worse than ignoring what has moved


def test_the_partly_moved_index_holds_what_the_loop_left(snippet):
    assert snippet.moved.all() and snippet.stored.shape == (1500, 33)
    share = 0.5
    moved = snippet.turn < share
    scores = snippet.old(snippet.queries) @ snippet.old(snippet.docs).T
    scores[:, moved] = snippet.old(snippet.queries) @ snippet.new(snippet.docs[moved]).T
    assert f"{snippet.recall(scores, snippet.truth):.2f}" == f"{rows(snippet)[2][1]:.2f}"


def test_scores_of_the_models_are_not_comparable(snippet):
    assert abs(np.median(snippet.in_old)) < 0.01
    # the cone adds c² / (1 + c²) to cosines that were around 0
    assert abs(np.median(snippet.in_new) - 2.25 / 3.25) < 0.01


def test_the_map_back_is_linear_algebra(snippet):
    # the old space is a linear function of the new one up to the norms: the residual is small, the recall the old one
    fitted = snippet.new(snippet.docs) @ snippet.fit
    target = snippet.old(snippet.docs)
    assert np.mean((fitted - target) ** 2) < 0.02 * np.mean(target**2)
    mapped = float(snippet.printed.split()[-1])
    assert abs(mapped - rows(snippet)[0][4]) < 0.03
