import math

import pytest
import torch


def test_every_naive_form_fails_and_every_repair_gives_the_limit_and_a_finite_gradient(snippet):
    limits = [200, 0, 1, 90000, 0, 0, 0]  # by hand
    for (cause, (naive, repaired, x)), limit in zip(snippet.cases.items(), limits, strict=True):
        assert not math.isfinite(naive(x.detach())), cause
        x = x.detach().clone().requires_grad_()
        value = repaired(x)
        value.backward()
        assert value.item() == pytest.approx(limit, abs=1e-6) and x.grad.isfinite().all(), cause


def test_where_the_naive_forms_work_the_repairs_agree(snippet):
    x = torch.tensor([0.7, -1.1])
    for cause, (naive, repaired, _) in snippet.cases.items():
        if cause in ("log 0", "0 log 0", "inf / inf", "float16 overflow"):
            torch.testing.assert_close(repaired(x), naive(x))


def test_with_something_to_average_naive_and_repaired_agree(snippet, monkeypatch):
    monkeypatch.setattr(snippet, "nobody", torch.tensor([True, False]))
    x = torch.tensor([3.0, 5.0])
    for cause, value in (("nothing to average", 3), ("all scores masked", 1)):
        naive, repaired, _ = snippet.cases[cause]
        assert naive(x) == value and repaired(x) == value


def test_the_two_descents_multiply_by_one_minus_twice_the_rate(snippet):
    naive, repaired, _ = snippet.cases["step too long"]
    x = torch.tensor([0.7, 0.0], dtype=torch.float64)  # double precision holds both results
    assert naive(x).item() == pytest.approx(0.7 * 3.0**200, rel=1e-9, abs=0)
    assert repaired(x).item() == pytest.approx(0.7 * 0.6**200, rel=1e-9, abs=0)


def test_masked_softmax(snippet):
    scores = torch.tensor([[1.0, 3.0, -2.0], [0.5, 0.0, 9.0]], requires_grad=True)
    mask = torch.tensor([[True, False, True], [False, False, False]])
    p = snippet.masked_softmax(scores, mask)
    torch.testing.assert_close(p[0], scores[0].masked_fill(~mask[0], -torch.inf).softmax(0))
    assert p[1].tolist() == [0, 0, 0]
    p[:, 0].sum().backward()
    assert scores.grad.isfinite().all() and not scores.grad[1].any()
    everyone = torch.ones(2, 3, dtype=torch.bool)
    torch.testing.assert_close(snippet.masked_softmax(scores, everyone), scores.softmax(-1))


def test_the_output_of_a_softmax_cannot_be_repaired_afterwards():
    scores = torch.tensor([200.0, 0.0], requires_grad=True)
    hidden = torch.ones(2, dtype=torch.bool)
    added = scores + torch.full((2,), -torch.inf)
    filled = scores.masked_fill(hidden, -torch.inf)
    for x, expected in ((added, [True, True]), (filled, [False, False])):
        (gradient,) = torch.autograd.grad(x.softmax(0).nan_to_num(0)[0], scores, retain_graph=True)
        assert gradient.isnan().tolist() == expected


def test_descent_on_a_parabola(snippet):
    one = torch.tensor(1.0, dtype=torch.float64)
    assert snippet.descend(one, 0.004).item() == pytest.approx((1 - 2 * 0.004) ** 200)
    assert abs(snippet.descend(one, 1.0)) == 1 and snippet.descend(one, 0.5) == 0


def test_masked_mean(snippet):
    values = torch.tensor([1.0, torch.nan, 5.0, torch.inf])
    assert snippet.masked_mean(values, torch.tensor([True, False, True, False])) == 3
    assert snippet.masked_mean(values, torch.tensor([True, False, False, False])) == 1
    assert snippet.masked_mean(values, torch.zeros(4, dtype=torch.bool)) == 0


def test_the_square_that_overflows_is_beyond_the_largest_float16(snippet):
    *_, error = snippet.cases["float16 overflow"]
    assert error.dtype == torch.float16
    assert 255.0**2 < torch.finfo(torch.float16).max < error.item() ** 2
