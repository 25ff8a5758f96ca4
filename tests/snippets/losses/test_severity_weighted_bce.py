import numpy as np
import pytest
import torch


def test_the_loss_is_torchs_with_a_weight_on_positives(snippet):
    z, y, cost = np.array([-40.0, -1.2, 0.0, 3.0, 40.0]), np.array([1, 0, 1, 1, 0]), np.array([20.0, 3, 7, 1, 5])
    torchs = torch.nn.functional.binary_cross_entropy_with_logits(
        torch.tensor(z), torch.tensor(y, dtype=torch.float64), pos_weight=torch.tensor(cost), reduction="none"
    )
    np.testing.assert_allclose(snippet.severity_weighted_bce(z, y, cost), torchs, atol=1e-12)


@pytest.mark.parametrize("p", [0.01, 0.3, 0.8])
@pytest.mark.parametrize("cost", [0.5, 1, 36])
def test_the_learned_odds_are_the_odds_times_the_cost(snippet, p, cost):
    assert snippet.learned_logit(p, cost) == pytest.approx(np.log(cost * p / (1 - p)), abs=1e-4)


def test_the_weighted_loss_at_one_half_is_the_cheapest_of_all_policies(snippet):
    choices = [np.array([bool(code >> k & 1) for k in range(4)]) for code in range(16)]
    costs = [1000 * np.sum(snippet.share * np.where(c, 1 - snippet.p, snippet.p * snippet.miss)) for c in choices]
    nobody, plain, weighted, twice = (snippet.cost_per_thousand(*policy[1:]) for policy in snippet.policies)
    assert weighted[0] == pytest.approx(min(costs))
    assert list(weighted[1]) == list(snippet.p[choices[int(np.argmin(costs))]])
    assert weighted[0] < plain[0] < twice[0] < nobody[0]
    assert twice[0] == pytest.approx(1000 * 0.95) and list(twice[1]) == list(snippet.p)  # all are flagged
    assert nobody[0] == pytest.approx(1000 * 0.05 * 20) and len(nobody[1]) == 0


def test_the_threshold_itself_does_not_flag(snippet):
    assert len(snippet.cost_per_thousand(np.array([0.2, 0.5, 0.5, 0.7]), 0.5)[1]) == 1


def test_a_threshold_for_each_patient_decides_the_same(snippet):
    own = snippet.p > 1 / (1 + snippet.miss)
    assert np.array_equal(own, snippet.q > 0.5)


def test_the_population_is_the_one_described(snippet):
    assert snippet.share.sum() == pytest.approx(1)
    assert snippet.share @ snippet.p == pytest.approx(0.05)
    assert snippet.share @ (snippet.p * snippet.miss) == pytest.approx(0.05 * 20)  # 20 for the mean ill patient
    np.testing.assert_allclose(snippet.miss / snippet.severity, snippet.miss[0] / 5)
