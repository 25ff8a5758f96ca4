import pytest
import torch
from peft import LoraConfig, get_peft_model
from torch import nn
from torch.utils.checkpoint import checkpoint, set_checkpoint_early_stop
from torch.utils.flop_counter import FlopCounterMode

TOKENS, WIDTH, LAYERS, RANK = 7, 12, 3, 2


class Stack(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(WIDTH, WIDTH, bias=False) for _ in range(LAYERS))

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


def counted(model, checkpointed):
    x = torch.randn(TOKENS, WIDTH, requires_grad=True)  # something below needs the gradient
    # by default, the second forward pass stops when it has what the backward pass needs
    with FlopCounterMode(display=False) as counter, set_checkpoint_early_stop(False):
        h = checkpoint(model, x, use_reentrant=False) if checkpointed else model(x)
        h.sum().backward()
    return counter.get_total_flops() / TOKENS


@pytest.mark.parametrize("checkpointed", [False, True])
def test_counts_are_those_of_torch(snippet, checkpointed):
    weights, adapter = LAYERS * WIDTH**2, LAYERS * RANK * 2 * WIDTH
    model = Stack()
    assert snippet.step_flops(weights, checkpointed=checkpointed) == counted(model, checkpointed)
    wrapped = get_peft_model(model, LoraConfig(r=RANK, target_modules=[str(i) for i in range(LAYERS)]))
    assert snippet.step_flops(weights, adapter, checkpointed) == counted(wrapped, checkpointed)
    assert snippet.step_flops(weights) == 6 * weights  # nothing is checkpointed unless asked for


def test_share_that_stays_tends_to_two_thirds_and_three_quarters(snippet):
    assert snippet.step_flops(900, 0) / snippet.step_flops(900) == pytest.approx(2 / 3)
    assert snippet.step_flops(900, 0, True) / snippet.step_flops(900, None, True) == pytest.approx(3 / 4)


def test_weights_are_those_of_the_published_architecture(snippet):
    shapes = [(4096, 4096)] * 2 + [(4096, 1024)] * 2 + [(4096, 14336)] * 3
    counts = (32 * sum(a * b for a, b in shapes), 128256 * 4096, 32 * 16 * sum(a + b for a, b in shapes))
    assert counts == (snippet.LINEAR, snippet.HEAD, snippet.ADAPTER)
    _, plain, checkpointed, forward = snippet.printed.splitlines()
    share = counts[2] / (counts[0] + counts[1])
    assert plain.endswith(f"{2 / 3 + share:.1%}") and checkpointed.endswith(f"{3 / 4 + share:.1%}")
    assert forward.endswith(f"+{share:.1%}") and snippet.extra == pytest.approx(share)
    assert float(plain.split()[1]) == round(6e-9 * (counts[0] + counts[1]), 1)
