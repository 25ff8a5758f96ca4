import numpy as np
import pytest
import torch
from scipy.optimize import minimize
from scipy.special import expit, softmax

REFERENCE = np.array([0.1, 0.2, 0.3, 0.25, 0.15])
REWARD = np.array([1.0, -0.5, 0.2, 0.0, 0.7])


def torch_kl(policy, reference):
    return torch.nn.functional.kl_div(torch.tensor(reference).log(), torch.tensor(policy), reduction="sum").item()


def test_objective_is_reward_less_the_kl(snippet):
    policy = np.array([0.3, 0.3, 0.2, 0.1, 0.1])
    for beta in (0.1, 2.0):
        expected = np.mean(policy * REWARD) * 5 - beta * torch_kl(policy, REFERENCE)
        assert snippet.rlhf_objective(policy, REFERENCE, REWARD, beta) == pytest.approx(expected)


@pytest.mark.parametrize("beta", [0.2, 1.0, 5.0])
def test_closed_form_is_where_a_numerical_search_ends(snippet, beta):
    found = minimize(
        lambda z: -snippet.rlhf_objective(softmax(z), REFERENCE, REWARD, beta), np.zeros(5), options={"gtol": 1e-9}
    )
    np.testing.assert_allclose(snippet.rlhf_optimum(REFERENCE, REWARD, beta), softmax(found.x), atol=1e-5)


@pytest.mark.parametrize("beta", [0.2, 1.0])
def test_the_minimum_of_dpo_is_the_optimum_of_rlhf(snippet, beta):
    preferred = expit(REWARD[:, None] - REWARD)
    found = minimize(snippet.dpo_loss, np.zeros(5), (REFERENCE, preferred, beta), options={"gtol": 1e-8})
    np.testing.assert_allclose(softmax(found.x), snippet.rlhf_optimum(REFERENCE, REWARD, beta), atol=1e-4)


def test_dpo_loss_is_the_papers_formula_summed_over_pairs(snippet):
    rng = np.random.default_rng(0)
    logits, preferred, beta = rng.normal(size=5), rng.uniform(size=(5, 5)), 0.3
    ratio = torch.tensor(logits).log_softmax(0) - torch.tensor(REFERENCE).log()
    expected = sum(
        -preferred[w, l] * torch.nn.functional.logsigmoid(beta * (ratio[w] - ratio[l]))
        for w in range(5)
        for l in range(5)
    )
    assert snippet.dpo_loss(logits, REFERENCE, preferred, beta) == pytest.approx(expected.item())


def test_the_page_reads_the_printed_table_right(snippet):
    values = {line[:16].strip(): float(line.rpartition("=")[2]) for line in snippet.printed.splitlines()}
    assert values["closed form"] == values["minimum of DPO"] == max(values.values())
    assert values["always the best"] < 0 < values["reference"]
