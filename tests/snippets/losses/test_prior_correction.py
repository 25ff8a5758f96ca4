import numpy as np
import pytest
import statsmodels.api as sm


def test_fit_agrees_with_statsmodels(snippet):
    rng = np.random.default_rng(1)
    x = rng.normal(size=(500, 2))
    y = rng.binomial(1, 0.3, size=500)
    model = snippet.fit(x, y)
    expected = sm.Logit(y, sm.add_constant(x)).fit(disp=0).params
    np.testing.assert_allclose([*model.intercept_, *model.coef_[0]], expected, atol=1e-4)


def test_correction_is_a_shift_of_the_logit_by_the_log_of_the_share_kept(snippet):
    q, kept = np.array([1e-6, 0.02, 0.5, 0.97]), 0.04
    back = snippet.corrected(q, kept)
    np.testing.assert_allclose(np.log(back / (1 - back)), np.log(q / (1 - q)) + np.log(kept))
    np.testing.assert_allclose(snippet.corrected(q, 1), q)


def test_correction_recovers_the_true_probability_exactly(snippet):
    # 7 positives and 993 negatives, one negative in ten kept
    assert snippet.corrected(7 / (7 + 99.3), 0.1) == pytest.approx(7 / 1000)


def test_the_model_of_the_sample_is_calibrated_again(snippet):
    truth = 1 / (1 + np.exp(5.5 - snippet.x[:, 0]))
    raw, back = snippet.q, snippet.corrected(snippet.q, snippet.kept)
    assert raw.mean() > 20 * truth.mean()
    # about 1,300 positives: the relative standard error of a rate is about 3 %
    assert back.mean() == pytest.approx(truth.mean(), rel=0.12)
    assert snippet.y.mean() == pytest.approx(truth.mean(), rel=0.12)
    high = truth > np.quantile(truth, 0.99)
    assert back[high].mean() == pytest.approx(truth[high].mean(), rel=0.25)


def test_the_slopes_agree_within_their_errors(snippet):
    # the standard error of the slope on the sample is about 0.04
    assert snippet.slopes == pytest.approx((1, 1), abs=4 * 0.04)
    shift = snippet.on_sample.intercept_.item() - snippet.on_all.intercept_.item()
    assert shift == pytest.approx(-np.log(snippet.kept), abs=4 * 0.06)


def test_every_positive_is_kept_and_few_negatives(snippet):
    positive = snippet.y == 1
    assert snippet.sample[positive].all()
    spread = np.sqrt((~positive).sum() * 0.01 * 0.99)
    assert abs(snippet.sample[~positive].sum() - 0.01 * (~positive).sum()) < 4 * spread
    assert snippet.x.shape == (200_000, 1)
