import numpy as np


def test_mined_pairs_against_brute_force(snippet):
    rng = np.random.default_rng(5)
    x, labels = rng.normal(size=(9, 2)), np.array([0, 1, 2, 0, 1, 2, 0, 1, 2])
    hardest, semi = snippet.mined(x, labels)
    expected_hardest, expected_semi = [], []
    for a in range(9):
        distance = [np.hypot(*(x[a] - other)) for other in x]
        positives = [distance[i] for i in range(9) if i != a and labels[i] == labels[a]]
        negatives = [distance[i] for i in range(9) if labels[i] != labels[a]]
        expected_hardest.append((max(positives), min(negatives)))
        for p in positives:
            if max(negatives) > p:
                expected_semi.append((p, min(n for n in negatives if n > p)))
    np.testing.assert_allclose(hardest, expected_hardest)
    np.testing.assert_allclose(semi, expected_semi)
    assert len(expected_semi) < 18  # the case without a negative beyond the positive occurs


def test_a_negative_as_near_as_the_positive_is_not_semi_hard(snippet):
    x, labels = np.array([[0.0], [1.0], [-1.0], [3.0]]), np.array([0, 0, 1, 1])
    _, semi = snippet.mined(x, labels)
    assert [1, 3] in semi.tolist() and [1, 1] not in semi.tolist()


def test_the_loss_of_scaled_embeddings(snippet):
    pairs = np.array([[1.0, 0.5], [0.2, 3.0], [0.6, 0.9]])
    for margin, scale in ((1.0, 2.0), (0.3, 0.5), (0.2, 0.0)):
        expected = [max(0, margin + scale * p - scale * n) for p, n in pairs]
        np.testing.assert_allclose(snippet.triplet_loss(pairs, margin, scale), np.mean(expected))


def test_collapse_is_downhill_for_hard_and_uphill_for_semi_hard(snippet):
    hard, semi = (line.get_ydata() for line in snippet.figures[0].axes[0].lines)
    assert hard[0] == semi[0] == 1  # collapsed: exactly the margin
    assert (np.diff(hard) > 0).all() and (np.diff(semi) < 0).all()
    np.testing.assert_allclose(snippet.figures[0].axes[0].lines[0].get_xdata()[[0, -1]], (0, 1))
    # for any embeddings: a hard triplet's loss falls with the scale, a semi-hard one's rises
    for pairs, sign in ((snippet.hardest, 1), (snippet.semi, -1)):
        assert np.sign(pairs[:, 0] - pairs[:, 1]).mean() * sign > 0.9


def test_each_curve_is_that_of_its_triplets(snippet):
    for line, pairs in zip(snippet.figures[0].axes[0].lines, (snippet.hardest, snippet.semi), strict=True):
        scales = line.get_xdata()[:, None]
        expected = np.maximum(0, 1 + scales * (pairs[:, 0] - pairs[:, 1])).mean(axis=1)
        np.testing.assert_allclose(line.get_ydata(), expected)
    assert len(snippet.hardest) == 32 and len(snippet.labels) == 32 and len(scales) == 51
