import numpy as np
import pytest
import torch


def test_equal_logits_cost_log_k_whatever_they_are(snippet):
    for classes in (2, 7, 300):
        logits = torch.full((5, classes), -3.7, dtype=torch.float64)
        loss = torch.nn.functional.cross_entropy(logits, torch.zeros(5, dtype=torch.long)).item()
        assert snippet.expected(classes) == pytest.approx(loss) == pytest.approx(snippet.loss_at_init(logits.numpy()))


def test_the_loss_is_the_mean_over_all_labels(snippet):
    logits = np.random.default_rng(7).normal(1.0, 2.0, (6, 9))
    per_label = [torch.nn.functional.cross_entropy(torch.tensor(logits), torch.full((6,), k)).item() for k in range(9)]
    assert snippet.loss_at_init(logits) == pytest.approx(np.mean(per_label))


@pytest.mark.parametrize("spread", [0.3, 0.8, 1.5])
def test_spread_adds_half_its_square_for_many_classes(snippet, spread):
    logits = np.random.default_rng(1).normal(0, spread, (10, 200_000))
    # 2 million draws: the mean of the logits is good to 0.001, the sum of exponentials better
    assert snippet.loss_at_init(logits) == pytest.approx(snippet.expected(200_000, spread), abs=0.005)


def test_a_linear_head_on_a_normalised_state_has_the_spread_stated(snippet):
    torch.manual_seed(0)
    head = torch.nn.Linear(768, 5000, bias=False)
    torch.nn.init.normal_(head.weight, std=0.02)
    state = torch.nn.functional.layer_norm(torch.randn(8, 768), (768,))
    assert head(state).std().item() == pytest.approx(snippet.spread, rel=0.02)  # 40,000 draws: 0.4 %
    assert snippet.spread == pytest.approx(0.554, abs=5e-4)


def test_few_classes_stay_below_the_formula(snippet):
    logits = np.random.default_rng(2).normal(0, 2, (100_000, 10))
    assert snippet.loss_at_init(logits) < snippet.expected(10, 2) - 0.3
