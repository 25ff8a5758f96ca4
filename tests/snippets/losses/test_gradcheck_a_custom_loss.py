import torch
import torch.nn.functional as F

Z = torch.linspace(-2, 2.5, 8, dtype=torch.float64)
Y = torch.tensor([0, 1, 1, 0, 0, 1, 1, 0], dtype=torch.float64)


def failures(snippet, loss, z=Z, y=Y):
    return {check for check, passed in snippet.audit(loss, z, y).items() if not passed}


def test_all_four_losses_have_the_same_value(snippet):
    expected = F.binary_cross_entropy_with_logits(Z, Y)
    for loss in (snippet.from_probabilities, snippet.HandWritten.apply, snippet.guarded):
        torch.testing.assert_close(loss(Z, Y), expected)


def test_the_audit_finds_each_planted_mistake(snippet):
    assert failures(snippet, snippet.guarded) == set()
    assert failures(snippet, F.binary_cross_entropy_with_logits) == {"empty"}
    assert failures(snippet, snippet.from_probabilities) == {"extreme", "empty"}
    assert failures(snippet, snippet.HandWritten.apply) == {"gradcheck", "empty"}
    assert failures(snippet, lambda z, y: snippet.guarded(z, y) + 0.1) == {"limits"}
    assert failures(snippet, lambda z, y: snippet.guarded(z, 1 - y)) == {"limits"}
    assert failures(snippet, lambda z, y: snippet.guarded(z, y) * len(z)) == {"limits", "doubled"}

    def first_counts_more(z, y):
        return snippet.guarded(z, y) + (F.softplus((1 - 2 * y) * z)[:1] / max(len(z), 1)).sum()

    assert "order" in failures(snippet, first_counts_more)


def test_the_audit_looks_as_far_as_margin_20_and_logits_of_1000(snippet):
    assert failures(snippet, lambda z, y: snippet.guarded(z, y).clamp(max=20.5)) == set()
    assert failures(snippet, lambda z, y: snippet.guarded(z, y).clamp(max=19.5)) == {"limits"}

    def overflows(bound):
        return lambda z, y: snippet.guarded(torch.where(z.abs() > bound, torch.inf, z), y)

    largest = 1000 * Z.abs().max()
    assert failures(snippet, overflows(largest + 1)) == set()
    assert "extreme" in failures(snippet, overflows(largest - 1))


class RightBackward(torch.autograd.Function):
    @staticmethod
    def forward(ctx, z, y):
        ctx.save_for_backward(z, y)
        return F.softplus(z).sub(y * z).sum() / max(len(z), 1)

    @staticmethod
    def backward(ctx, upstream):
        z, y = ctx.saved_tensors
        return upstream * (torch.sigmoid(z) - y) / max(len(z), 1), None  # no gradient for the labels


def test_a_right_backward_passes_and_one_example_is_enough(snippet):
    assert failures(snippet, RightBackward.apply) == set()
    one = snippet.guarded(Z[:1], Y[:1])
    torch.testing.assert_close(one, F.binary_cross_entropy_with_logits(Z[:1], Y[:1]))
    assert snippet.audit(snippet.guarded, Z, Y)["extreme"] is True


def test_a_finite_loss_with_an_infinite_gradient_is_not_accepted(snippet):
    def root(z, y):
        return z.sub(z.detach()).abs().sqrt().sum()  # 0, with slope 0 * inf

    assert not snippet.finite_with_gradient(root, Z, Y)
    assert not snippet.finite_with_gradient(lambda z, y: z.sum() * 0 + torch.inf, Z, Y)
    assert snippet.finite_with_gradient(lambda z, y: z.sum(), Z, Y)


def test_the_hand_written_gradient_is_wrong_by_the_factor_n(snippet):
    z = Z.clone().requires_grad_()
    (3 * snippet.HandWritten.apply(z, Y)).backward()
    torch.testing.assert_close(z.grad, 3 * (torch.sigmoid(Z) - Y))
    true = torch.autograd.functional.jacobian(lambda v: F.binary_cross_entropy_with_logits(v, Y), Z)
    torch.testing.assert_close(z.grad, 3 * len(Z) * true)
