import numpy as np
import pytest
import torch
import torch.nn.functional as F

RNG = np.random.default_rng(5)
GRADES = [[2, 0, 1, 3, 3, 1], [0, 3, 2, 1, 0, 2], [3, 1, 1, 0, 2, 0], [1, 2, 0, 3, 1, 3]]


def cases():
    for grade in GRADES:
        o = RNG.normal(scale=1.5, size=6)
        yield o, RNG.poisson(1.5, size=6), RNG.integers(0, 2, size=6), np.array(grade)
    # far out on both sides, and both signs of a residual
    extreme = np.array([30.0, -30.0, 8.0, -8.0, 0.01, -0.01])
    yield extreme, np.array([2, 5, 0, 1, 3, 0]), np.array([0, 1, 1, 0, 1, 0]), np.array([1, 2, 0, 3, 0, 1])


def cumulative(o, grade):  # the ordered logit model, from differences of its distribution function
    cuts = torch.tensor([-1.0, 0.5, 1.0], dtype=torch.float64)
    ones = torch.ones_like(o)[:, None]
    upper = torch.cat([torch.sigmoid(cuts - o[:, None]), ones], 1)
    return -torch.log(torch.diff(upper, prepend=0 * ones, dim=1).gather(1, grade[:, None]))


def oracle(name, o, y, label, grade):
    y = y.double()
    sign, c = 2.0 * label - 1, grade[0]
    first, second = o[0::2], o[1::2]
    if name == "focal, γ = 2":
        p = torch.where(label == 1, torch.sigmoid(o), torch.sigmoid(-o))
        cross_entropy = F.binary_cross_entropy_with_logits(o, label.double(), reduction="none")
        return ((1 - p) ** 2 * cross_entropy).sum()
    losses = {
        "squared": lambda: F.mse_loss(o, y, reduction="sum") / 2,
        "absolute": lambda: F.l1_loss(o, y, reduction="sum"),
        "Huber, δ = 1": lambda: F.huber_loss(o, y, reduction="sum"),
        "pinball, τ = 0.9": lambda: torch.where(y > o, 0.9 * (y - o), 0.1 * (o - y)).sum(),
        "Gaussian, log σ²": lambda: F.gaussian_nll_loss(torch.zeros_like(o), y, o.exp(), reduction="sum", eps=1e-300),
        "Poisson": lambda: F.poisson_nll_loss(o, y, reduction="sum"),
        "binary CE": lambda: F.binary_cross_entropy_with_logits(o, label.double(), reduction="sum"),
        "softmax CE": lambda: F.cross_entropy(o, c),
        "ordinal": lambda: cumulative(o, grade).sum(),
        "hinge": lambda: F.relu(1 - sign * o).sum(),
        "contrastive, m = 1": lambda: (label * o**2 + (1 - label) * F.relu(1 - o) ** 2).sum() / 2,
        "triplet, m = 1": lambda: F.margin_ranking_loss(-first, -second, torch.ones(3), margin=1, reduction="sum"),
        "InfoNCE, τ = 0.1": lambda: F.cross_entropy(o / 0.1, c),
        "pairwise": lambda: -F.logsigmoid(first - second).sum(),
        "ListNet": lambda: F.cross_entropy(o, grade.double().softmax(0)),
    }
    return losses[name]()


@pytest.mark.parametrize("case", list(cases()), ids=range(5))
def test_every_loss_and_gradient_agrees_with_pytorch(snippet, case):
    sheet = snippet.cheat_sheet(*case)
    assert len(sheet) == 16
    for name, (loss, gradient) in sheet.items():
        o = torch.tensor(case[0], requires_grad=True)
        if name == "ordinal" and abs(case[0]).max() > 20:
            continue  # there the oracle, a difference of probabilities, is the inexact one
        expected = oracle(name, o, *(torch.tensor(part) for part in case[1:]))
        expected.backward()
        np.testing.assert_allclose(np.sum(loss), expected.item(), rtol=1e-9, atol=1e-12, err_msg=name)
        np.testing.assert_allclose(gradient, o.grad.numpy(), rtol=1e-9, atol=1e-12, err_msg=name)
        assert gradient.shape == case[0].shape


def test_the_ordinal_form_stays_exact_far_out(snippet):
    with np.errstate(over="raise", invalid="raise"):
        loss, gradient = snippet.cheat_sheet(np.array([60.0, -60.0]), np.zeros(2), np.zeros(2, int), np.array([1, 2]))[
            "ordinal"
        ]
    # P(grade 1) = sigmoid(0.5 - 60) - sigmoid(-1 - 60) = exp(-59.5) - exp(-61), and the mirror image
    np.testing.assert_allclose(loss[0], -np.log(np.exp(-59.5) - np.exp(-61)))
    np.testing.assert_allclose(loss[1], -np.log(np.exp(-60.5) - np.exp(-61)))
    np.testing.assert_allclose(gradient, [1, -1])


def test_at_a_kink_one_admissible_slope_is_taken(snippet):
    # o = y: the absolute loss has every slope in [-1, 1], the pinball every one in [-0.9, 0.1]; at a margin
    # the slope of the loss lies between 0 and that of the active side
    label = np.array([1, 0, 1, 0])
    o = np.array([1.0, -1.0, 0.0, 1.0])
    sheet = snippet.cheat_sheet(o, o, label, np.zeros(4, int))
    np.testing.assert_array_equal(sheet["absolute"][1], 0)
    np.testing.assert_allclose(sheet["pinball, τ = 0.9"][1], -0.9)  # the slope of the low side
    np.testing.assert_array_equal(sheet["hinge"][1], [0, 0, -1, 1])
    np.testing.assert_array_equal(sheet["triplet, m = 1"][1][2:], [0, 0])
    np.testing.assert_allclose(sheet["Huber, δ = 1"][0], 0)


def test_every_line_of_the_output_says_that_the_gradient_agrees(snippet):
    lines = snippet.printed.splitlines()
    assert len(lines) == 16
    assert all(line.endswith("True") for line in lines)
