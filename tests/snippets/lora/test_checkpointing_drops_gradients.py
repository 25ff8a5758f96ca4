import pytest
import torch
from peft import LoraConfig, get_peft_model
from transformers import LlamaConfig, LlamaForCausalLM

pytestmark = pytest.mark.filterwarnings("ignore")


def fresh(snippet, n):
    torch.manual_seed(7)
    return torch.randn(4, 6), [snippet.Block(6, 3) for _ in range(n)]


def test_who_gets_a_gradient(snippet):
    for n in (2, 4):
        h, blocks = fresh(snippet, n)
        assert snippet.adapters_with_gradient(h, blocks, True) == [False] * (n - 1) + [True]
        assert snippet.adapters_with_gradient(h.clone().requires_grad_(), blocks, True) == [True] * n
        assert snippet.adapters_with_gradient(h, blocks, False) == [True] * n
        assert snippet.adapters_with_gradient(h, blocks, True) == [False] * (n - 1) + [True]  # nothing is left over


def test_gradients_that_arrive_are_the_right_ones(snippet):
    h, blocks = fresh(snippet, 3)
    out = h
    for block in blocks:
        out = block(out)
    expected = torch.autograd.grad(out.square().sum(), [block.B for block in blocks])
    for inputs, reentrant, count in ((h, False, 3), (h.clone().requires_grad_(), True, 3), (h, True, 1)):
        snippet.adapters_with_gradient(inputs, blocks, reentrant)
        for block, gradient in list(zip(blocks, expected, strict=True))[3 - count :]:
            torch.testing.assert_close(block.B.grad, gradient)


def test_demonstration(snippet):
    assert not snippet.h.requires_grad and snippet.tracked.requires_grad and torch.equal(snippet.h, snippet.tracked)
    torch.manual_seed(0)
    table = torch.nn.Embedding(10, 8).weight.detach()
    torch.testing.assert_close(snippet.h, table[[1, 2, 3]])
    assert not snippet.embedding.weight.requires_grad and snippet.embedding.num_embeddings == 10
    assert [tuple(block.A.shape) for block in snippet.blocks] == [(2, 8)] * 3


def test_block_is_a_frozen_layer_with_an_adapter(snippet):
    torch.manual_seed(1)
    block = snippet.Block(6, 2)
    h = torch.randn(4, 6)
    W = block.base.weight + block.B @ block.A
    torch.testing.assert_close(block(h), torch.relu(h @ W.T + block.base.bias))
    assert {name for name, p in block.named_parameters() if p.requires_grad} == {"A", "B"}
    wide = snippet.Block(300, 50)  # 15,000 draws: standard error of a deviation 0.6 %
    assert wide.A.std().item() == pytest.approx(300**-0.5, rel=0.03)
    assert wide.B.std().item() == pytest.approx(50**-0.5, rel=0.03)


@pytest.mark.parametrize(("reentrant", "track", "expected"), [(True, False, 0), (True, True, 4), (False, False, 4)])
def test_the_same_in_transformers(reentrant, track, expected):
    torch.manual_seed(0)
    model = LlamaForCausalLM(
        LlamaConfig(hidden_size=8, intermediate_size=8, num_hidden_layers=2, num_attention_heads=2, vocab_size=11)
    )
    model = get_peft_model(model, LoraConfig(r=1, target_modules=["q_proj"], init_lora_weights=False)).train()
    model.base_model.model.gradient_checkpointing_enable({"use_reentrant": reentrant})
    model.base_model.model.disable_input_require_grads()
    if track:
        model.enable_input_require_grads()
    tokens = torch.arange(5)[None]
    loss = model(input_ids=tokens, labels=tokens).loss
    if expected:
        loss.backward()
    else:  # all blocks are checkpointed here: nothing is left to differentiate
        with pytest.raises(RuntimeError, match="does not require grad"):
            loss.backward()
    assert sum(p.grad is not None for p in model.parameters() if p.requires_grad) == expected
