import numpy as np
import pytest
import torch


def test_plateaus_by_the_losses_that_they_stand_for(snippet):
    shares = np.array([0.5, 0.25, 0.125, 0.125])
    labels = torch.tensor([0] * 4 + [1] * 2 + [2, 3])

    def loss(logits, **options):
        return torch.nn.functional.cross_entropy(logits, labels, **options).item()

    one_hot = torch.nn.functional.one_hot(labels, 4).double()
    values = snippet.plateaus(shares, smoothing=0.2)
    assert values["equal logits"] == pytest.approx(loss(torch.zeros(8, 4)))
    assert values["inputs unused"] == pytest.approx(loss(torch.tensor(shares).log().expand(8, 4)))
    assert values["softmax twice"] == pytest.approx(loss(torch.softmax(100 * one_hot, 1)))
    best = torch.log(0.8 * one_hot + 0.05)
    assert values["perfect, labels smoothed"] == pytest.approx(loss(best, label_smoothing=0.2))
    assert values["perfect"] == 0


def test_nearest_names_the_cause(snippet):
    shares = np.array([0.4] + 60 * [0.01])
    for name, value in snippet.plateaus(shares, 0.3).items():
        assert snippet.nearest(value + 1e-3, shares, 0.3) == name
        assert snippet.nearest(value - 1e-3, shares, 0.3) == name


def test_balanced_classes_leave_two_causes_with_one_plateau(snippet):
    values = snippet.plateaus(np.full(8, 1 / 8), 0.1)
    assert values["equal logits"] == pytest.approx(values["inputs unused"]) == pytest.approx(np.log(8))
