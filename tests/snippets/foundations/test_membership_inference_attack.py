import numpy as np
from scipy.stats import norm
from sklearn.linear_model import Ridge
from sklearn.metrics import roc_curve


def test_margins_are_those_of_ridge_regression_on_the_members(snippet):
    rng = np.random.default_rng(3)
    x, y = rng.standard_normal((30, 6)), rng.choice([-1.0, 1.0], size=30)
    x = np.hstack([x, np.zeros((30, 94))])  # as many columns as the snippet's models have
    inside = rng.random((4, 30)) < 0.5
    margins = snippet.train(x, y, inside, penalty=2.5)
    for row, members in zip(margins, inside, strict=True):
        model = Ridge(alpha=2.5, fit_intercept=False).fit(x[members], y[members])
        np.testing.assert_allclose(row, y * model.predict(x), atol=1e-9)


def test_the_likelihood_ratio_fits_a_gaussian_per_person_and_side(snippet):
    rng = np.random.default_rng(4)
    shadow, inside = rng.standard_normal((50, 3)), rng.random((50, 3)) < 0.4
    margin = rng.standard_normal((2, 3))
    score = snippet.likelihood_ratio(margin, shadow, inside)
    for person in range(3):
        member, other = shadow[inside[:, person], person], shadow[~inside[:, person], person]
        expected = norm(member.mean(), member.std()).logpdf(margin[:, person])
        expected -= norm(other.mean(), other.std()).logpdf(margin[:, person])
        np.testing.assert_allclose(score[:, person], expected)


def test_advantage_and_tpr_are_read_off_the_roc_curve(snippet):
    rng = np.random.default_rng(5)
    for shift, ties in ((0.5, False), (1.5, False), (0.0, False), (-3.0, False), (1.0, True)):
        inside = rng.random(700) < 0.4
        score = rng.standard_normal(700) + shift * inside
        score = score.round() if ties else score
        fpr, tpr, _ = roc_curve(inside, score, drop_intermediate=False)
        for limit in (0.01, 0.1):
            advantage, low = snippet.advantage_and_tpr(score, inside, limit)
            # the best member rate for each false-positive rate lies just above a non-member
            np.testing.assert_allclose(advantage, max(0, (tpr - fpr).max()), atol=1e-9)
            np.testing.assert_allclose(low, tpr[fpr <= limit].max(), atol=1e-9)
        assert snippet.advantage_and_tpr(score, inside) == snippet.advantage_and_tpr(score, inside, 0.01)


def test_the_data(snippet):
    assert snippet.x.shape == (300, 100) and set(snippet.y) == {-1, 1}
    assert snippet.inside.shape == (220, 300) and abs(snippet.inside.mean() - 0.5) < 0.01
    agree = (np.sign(snippet.x[:, 0]) == snippet.y).mean()
    assert 0.7 < agree < 0.95  # one feature tells, with noise
    size = np.linalg.norm(snippet.x, axis=1) / 10
    assert abs(size.mean() - 2) < 0.3 and abs(size.var() - 2) < 0.7  # Gamma(2): mean 2, variance 2


def test_what_the_page_says(snippet):
    rows = [line.split()[-2:] for line in snippet.printed.splitlines()[1:]]
    overfit, tame = np.array(rows, float).reshape(2, 3, 2)
    assert (overfit[:, 0] > tame[:, 0]).all()  # over-fitting helps every attack
    assert overfit[2, 0] > 1.5 * overfit[1, 0]
    assert overfit[2, 1] > 0.1 > overfit[:2, 1].max()  # the average attack finds nobody at 1 %
    assert overfit[0, 0] > 0.25  # labels alone suffice
    np.testing.assert_allclose(snippet.target, snippet.margin[:20])


def test_the_label_only_advantage_is_the_gap_in_accuracy(snippet):
    correct = snippet.target > 0
    gap = correct[snippet.member].mean() - correct[~snippet.member].mean()
    found, _ = snippet.advantage_and_tpr(correct.astype(float), snippet.member)
    np.testing.assert_allclose(found, gap)


def test_temperature_changes_no_rank(snippet):
    confidence = 1 / (1 + np.exp(-snippet.target / 7))
    np.testing.assert_allclose(
        snippet.advantage_and_tpr(confidence, snippet.member), snippet.advantage_and_tpr(snippet.target, snippet.member)
    )
