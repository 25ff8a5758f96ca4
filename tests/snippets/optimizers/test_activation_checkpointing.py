import pytest
import torch
from torch import nn


def make(snippet, width=8, depth=3):
    torch.manual_seed(4)
    return nn.ModuleList([snippet.Block(width) for _ in range(depth)])


def test_gradient_is_that_of_plain_autograd(snippet):
    x = torch.randn(10, 8)
    for checkpointed in (False, True):
        blocks = make(snippet)
        gradient, _, calls = snippet.train_step(blocks, x, checkpointed)
        assert calls == (6 if checkpointed else 3)
        torch.manual_seed(1)
        h = x
        for block in blocks:
            inner = torch.nn.functional.gelu(h @ block.up.weight.T + block.up.bias)
            h = h + torch.nn.functional.dropout(inner @ block.down.weight.T + block.down.bias, 0.5)
        expected = torch.autograd.grad((h * h).sum() / h.numel(), list(blocks.parameters()))
        torch.testing.assert_close(gradient, torch.cat([g.flatten() for g in expected]))


def test_a_second_step_does_not_add_to_the_first(snippet):
    blocks, x = make(snippet), torch.randn(10, 8)
    first, *_ = snippet.train_step(blocks, x, True)
    assert torch.equal(first, snippet.train_step(blocks, x, True)[0])


@pytest.mark.parametrize(("width", "depth", "rows"), [(8, 2, 5), (16, 6, 20)])
def test_checkpointed_blocks_keep_their_inputs_alone(snippet, width, depth, rows):
    x = torch.randn(rows, width)
    _, few, _ = snippet.train_step(make(snippet, width, depth), x, True)
    _, many, _ = snippet.train_step(make(snippet, width, depth), x, False)
    one = 4 * rows * width
    assert few == one * (depth + 1)  # and the output, for the square in the loss
    # at least: input, two inner activations four times as wide; weights are not counted
    assert one * (9 * depth + 1) <= many <= one * (10 * depth + 1)


def test_the_seed_of_dropout_is_the_same_in_both_runs(snippet):
    blocks, x = make(snippet), torch.randn(10, 8)
    torch.manual_seed(99)
    first, *_ = snippet.train_step(blocks, x, False)
    torch.manual_seed(123)
    assert torch.equal(first, snippet.train_step(blocks, x, False)[0])
    assert torch.equal(*snippet.results) and snippet.results[0].abs().max() > 0
    assert "16 forwards" in snippet.printed and " 8 forwards" in snippet.printed
