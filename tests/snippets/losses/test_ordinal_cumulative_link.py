import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.miscmodels.ordinal_model import OrderedModel

SCORE = np.array([-30.0, -2.2, 0.1, 0.9, 4.0, 30.0])
CUTS = np.array([-1.3, 0.2, 2.5])


def brute_probabilities(score, cuts):  # torch, by differences of the distribution function
    passed = torch.sigmoid(torch.as_tensor(cuts) - score[:, None])
    ones, zeros = torch.ones(len(score), 1), torch.zeros(len(score), 1)
    return torch.diff(torch.cat([zeros, passed, ones], 1), dim=1)


def test_probabilities_and_loss_agree_with_differences_and_statsmodels(snippet):
    p = np.exp(snippet.log_probabilities(SCORE, CUTS))
    np.testing.assert_allclose(p, brute_probabilities(torch.tensor(SCORE), CUTS), atol=1e-12)
    rng = np.random.default_rng(3)
    score, grade = rng.normal(size=40), rng.permutation(np.repeat(np.arange(4), 10))
    model = OrderedModel(grade, score[:, None], distr="logit")
    params = np.append(1.0, [CUTS[0], *np.log(np.diff(CUTS))])  # increments as logarithms
    np.testing.assert_allclose(snippet.cumulative_link_loss(score, grade, CUTS), -model.loglikeobs(params))
    np.testing.assert_allclose(snippet.thresholds(params[1:]), CUTS)
    np.testing.assert_allclose(model.transform_threshold_params(params)[1:-1], CUTS)


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=6))
def test_thresholds_always_increase(snippet, raw):
    cuts = snippet.thresholds(np.array(raw))
    assert cuts[0] == raw[0] and np.all(np.diff(cuts) > 0)


def test_gradients_agree_with_autograd(snippet):
    for true in range(4):
        grade = np.full(len(SCORE), true)
        score = torch.tensor(SCORE[1:-1], requires_grad=True)
        (-brute_probabilities(score, CUTS)[:, true].log()).sum().backward()
        ours = snippet.cumulative_link_gradient(SCORE, grade, CUTS)
        np.testing.assert_allclose(ours[1:-1], score.grad, atol=1e-10)
        score = torch.tensor(SCORE, requires_grad=True)
        logits, above = score[:, None] - torch.tensor(CUTS), torch.arange(3) < true
        loss = torch.nn.functional.binary_cross_entropy_with_logits(
            logits, above.double().expand(len(SCORE), 3), reduction="none"
        ).sum(1)
        loss.sum().backward()
        np.testing.assert_allclose(snippet.coral_loss(SCORE, grade, CUTS), loss.detach(), atol=1e-12)
        np.testing.assert_allclose(snippet.coral_gradient(SCORE, grade, CUTS), score.grad, atol=1e-12)


def test_the_loss_stays_finite_where_the_difference_of_sigmoids_is_zero(snippet):
    far, grade = np.array([-800.0, 800.0]), np.array([2, 1])
    loss = snippet.cumulative_link_loss(far, grade, CUTS)
    # tail of the logistic distribution: log P = -(distance to the nearer cut) + log(1 - exp(-gap))
    expected = [
        800 + CUTS[1] - np.log(-np.expm1(CUTS[1] - CUTS[2])),
        800 - CUTS[1] - np.log(-np.expm1(CUTS[0] - CUTS[1])),
    ]
    np.testing.assert_allclose(loss, expected)


def test_one_gradient_is_bounded_by_one_and_the_other_by_the_number_of_cuts(snippet):
    link, coral = (line.get_ydata() for line in snippet.figures[0].axes[0].lines)
    x = snippet.figures[0].axes[0].lines[0].get_xdata()
    assert x[0] == -8 and x[-1] == 8 and len(x) == 201
    assert np.all(np.diff(link) > 0) and np.all(np.diff(coral) > 0)
    assert 0.99 < link.max() < 1 and 3.9 < coral.max() < 4
    zeros = np.zeros(len(x), dtype=int)
    np.testing.assert_allclose(link, snippet.cumulative_link_gradient(x, zeros, np.array([-3, -1, 1, 3])))
