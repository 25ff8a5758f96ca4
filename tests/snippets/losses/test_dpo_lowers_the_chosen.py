import numpy as np
import pytest
import torch
import torch.nn.functional as F
from scipy.special import softmax

RNG = np.random.default_rng(2)


def losses(weights, features, reference, beta):
    log_p = torch.log_softmax(torch.tensor(features) @ weights, 0)
    log_ref = torch.log_softmax(torch.tensor(features @ reference), 0)
    ratio = log_p - log_ref
    return -F.logsigmoid(beta * (ratio[0] - ratio[1])), -log_p[0]


@pytest.mark.parametrize("beta", [0.1, 2.0])
@pytest.mark.parametrize("sft", [0.0, 0.7])
def test_direction_is_minus_the_gradient_of_the_full_softmax_losses(snippet, beta, sft):
    features, reference, start = RNG.normal(size=(4, 3)), RNG.normal(size=3), RNG.normal(size=3)
    weights = torch.tensor(start, requires_grad=True)
    dpo, nll = losses(weights, features, reference, beta)
    (dpo + sft * nll).backward()
    np.testing.assert_allclose(snippet.step_direction(start, features, reference, beta, sft), -weights.grad)
    # the loss that is printed is the DPO loss
    np.testing.assert_allclose(
        np.logaddexp(0, -snippet.dpo_margin(start, features, reference, beta)), dpo.detach().item()
    )


def test_training_is_gradient_descent_from_the_reference(snippet):
    features, reference = RNG.normal(size=(4, 3)), RNG.normal(size=3)
    weights = torch.tensor(reference, requires_grad=True)
    optimizer = torch.optim.SGD([weights], lr=1.0)
    for _ in range(7):
        optimizer.zero_grad()
        dpo, nll = losses(weights, features, reference, 0.5)
        (dpo + 0.3 * nll).backward()
        optimizer.step()
    np.testing.assert_allclose(snippet.train(features, reference, 7, sft=0.3), weights.detach().numpy())
    assert (snippet.train(features, reference, 0) == reference).all()


def test_refusals_alike_send_the_mass_to_the_answer_nobody_mentioned(snippet):
    before = softmax(snippet.alike @ snippet.start)
    after = softmax(snippet.alike @ snippet.train(snippet.alike, snippet.start, 20))
    assert after[0] < before[0] and after[1] < before[1] and after[2] > 0.9
    # and yet the chosen gained on the rejected
    assert after[0] / after[1] > before[0] / before[1]


def test_the_sign_of_the_first_change_is_that_of_the_inner_product(snippet):
    for features in (snippet.alike, snippet.apart):
        before = softmax(features @ snippet.start)
        predicted = (features[0] - before @ features) @ (features[0] - features[1])
        step = 1e-4 * snippet.step_direction(snippet.start, features, snippet.start, 0.5, 0.0)
        after = softmax(features @ (snippet.start + step))
        assert np.sign(after[0] - before[0]) == np.sign(predicted)
    assert predicted > 0  # apart: rises


def test_only_the_rejected_answer_differs_between_the_two_cases(snippet):
    np.testing.assert_array_equal(snippet.alike[[0, 2]], snippet.apart[[0, 2]])
    assert snippet.apart[0] @ snippet.apart[1] == 0 < snippet.alike[0] @ snippet.alike[1]


def test_apart_or_with_an_sft_term_the_chosen_rises(snippet):
    for features, sft in ((snippet.apart, 0.0), (snippet.alike, 0.2)):
        before = softmax(features @ snippet.start)
        after = softmax(features @ snippet.train(features, snippet.start, 20, sft=sft))
        assert after[0] > before[0]
