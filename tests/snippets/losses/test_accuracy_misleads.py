import numpy as np
import pytest
from scipy.special import expit
from sklearn.metrics import accuracy_score, confusion_matrix, roc_auc_score


@pytest.fixture(scope="module")
def posts(snippet):
    rng = np.random.default_rng(3)
    y = rng.random(400_000) < snippet.BASE_RATE
    return y, rng.normal(size=400_000) + snippet.SHIFT * y


def test_score_at_inverts_bayes_rule(snippet):
    for p in (0.001, 0.05, 0.5, 0.97):
        s = snippet.score_at(p)
        density = np.exp(-((s - np.array([snippet.SHIFT, 0])) ** 2) / 2) * [snippet.BASE_RATE, 1 - snippet.BASE_RATE]
        assert density[0] / density.sum() == pytest.approx(p)


@pytest.mark.parametrize("threshold", [0.02, 0.1])
def test_expected_counts_agree_with_drawn_posts(snippet, posts, threshold):
    y, score = posts
    log_odds = snippet.SHIFT * score - snippet.SHIFT**2 / 2 + np.log(snippet.BASE_RATE / (1 - snippet.BASE_RATE))
    (_, alarms), (_, found) = confusion_matrix(y, expit(log_odds) > threshold)
    scale = snippet.POSTS / len(y)
    for drawn, expected in zip((found, alarms), snippet.expected_counts(threshold), strict=True):
        # counts are nearly Poisson: four standard deviations
        assert abs(drawn * scale - expected) < 4 * np.sqrt(expected * scale)


def test_report_prints_the_accuracy(snippet, capsys):
    snippet.report("some", 100, 300)
    y = np.repeat([1, 0], [500, 99_500])
    said = np.zeros(100_000)
    said[:100] = said[500:800] = 1
    assert (
        capsys.readouterr().out
        == f"some: 100 of 500 found,  300 false alarms, accuracy {accuracy_score(y, said):.2%}\n"
    )


def test_the_best_classifier_by_accuracy_finds_nothing_yet_the_ranking_is_good(snippet, posts):
    assert snippet.POSTS == 100_000
    found, alarms = snippet.expected_counts(0.5)
    assert alarms < found < 0.005 * snippet.POSTS * snippet.BASE_RATE  # more right than wrong, and next to nothing
    grid = [np.subtract(*snippet.expected_counts(t)) for t in np.linspace(0.01, 0.99, 99)]
    assert np.argmax(grid) == 49  # accuracy is best at a half: the Bayes rule for equal costs
    # standard error of the AUC with 2000 positives: below 0.005
    assert roc_auc_score(*posts) == pytest.approx(float(snippet.printed.split()[-1]), abs=0.02)
