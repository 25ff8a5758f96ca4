import numpy as np


def queries_at(x, cosine, n, rng):
    noise = rng.normal(size=(n, len(x)))
    noise -= np.outer(noise @ x, x)
    noise /= np.linalg.norm(noise, axis=1, keepdims=True)
    return cosine * x + np.sqrt(1 - cosine**2) * noise


def test_score_error_is_the_mean_over_sampled_queries(snippet):
    rng = np.random.default_rng(1)
    x = np.eye(6)[0] * 0.6 + np.eye(6)[1] * 0.8
    codeword = x + np.array([0.3, -0.1, 0.2, 0.4, -0.2, 0.1])
    for cosine in (0.0, 0.4, 0.9):
        sampled = queries_at(x, cosine, 200_000, rng) @ (codeword - x)
        # relative standard error of a mean of squares, 200,000 draws: below 0.5 %
        np.testing.assert_allclose(snippet.score_error(x, codeword, cosine), np.sqrt(np.mean(sampled**2)), rtol=0.01)


def test_the_weight_makes_the_loss_proportional_to_the_squared_score_error(snippet):
    rng = np.random.default_rng(2)
    x = rng.normal(size=9)
    x /= np.linalg.norm(x)
    codewords = rng.normal(size=(30, 9))
    along, across = snippet.split(x, codewords)
    for cosine in (0.2, 0.8):
        loss = snippet.parallel_weight(cosine, 9) * along + across
        errors = [snippet.score_error(x, c, cosine) ** 2 for c in codewords]
        np.testing.assert_allclose(loss * (1 - cosine**2) / 8, errors)
        best = snippet.choose(x, codewords, snippet.parallel_weight(cosine, 9))
        np.testing.assert_array_equal(best, codewords[np.argmin(errors)])
    np.testing.assert_array_equal(
        snippet.choose(x, codewords, 1), codewords[np.argmin(np.linalg.norm(codewords - x, axis=1))]
    )


def test_errors_split_by_pythagoras(snippet):
    along, across = snippet.split(np.array([0.6, 0.8]), np.array([[0.6 + 3, 0.8 + 4], [0.6 - 8, 0.8 + 6]]))
    np.testing.assert_allclose(along, [25, 0], atol=1e-12)
    np.testing.assert_allclose(across, [0, 100], atol=1e-12)


def test_a_larger_distance_buys_a_smaller_error_where_scores_are_high(snippet):
    (d0, high0, low0), (d1, high1, low1) = (
        [float(v) for v in line.split()[-3:]] for line in snippet.printed.splitlines()[2:]
    )
    assert d1 > d0 and high1 < high0 and low1 > low0
    np.testing.assert_allclose(np.linalg.norm(snippet.points, axis=1), 1)
    assert snippet.points.shape == (500, 16) and snippet.codewords.shape == (256, 16)
    # codewords of length about 0.8 in root mean square
    assert abs(np.sqrt(np.mean(np.sum(snippet.codewords**2, axis=1))) - 0.8) < 0.03
