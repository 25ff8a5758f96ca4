import pytest
import torch
from peft import LoraConfig, get_peft_model
from transformers import LlamaConfig, LlamaForCausalLM


def test_extension_starts_at_the_mean_and_keeps_the_table(snippet):
    torch.manual_seed(1)
    table = torch.randn(5, 3)
    module = snippet.ExtendedEmbedding(table, 2)
    assert module.weight.shape == (7, 3)
    torch.testing.assert_close(module.weight[:5], table)
    torch.testing.assert_close(module.weight[5:], table.mean(0).expand(2, 3))
    assert [name for name, _ in module.named_parameters()] == ["new"] and "table" in module.state_dict()


def rows_of(weight):
    return torch.nn.Embedding.from_pretrained(weight.clone(), freeze=False)


def test_weight_decay_is_what_moves_the_rows_that_do_not_occur(snippet, monkeypatch):
    weight = torch.randn(7, 4)
    assert snippet.moved_rows(rows_of(weight)) == list(range(7))
    assert snippet.moved_rows(rows_of(weight), mask_gradient=True) == list(range(7))
    plain = torch.optim.AdamW
    monkeypatch.setattr(torch.optim, "AdamW", lambda p, lr: plain(p, lr=lr, weight_decay=0.0))
    assert snippet.moved_rows(rows_of(weight)) == [1, 2, 6]
    assert snippet.moved_rows(rows_of(weight), mask_gradient=True) == [6]
    assert snippet.moved_rows(snippet.ExtendedEmbedding(weight[:6], 1)) == [6]


def test_three_steps_of_adamw(snippet):
    torch.manual_seed(2)
    table = torch.randn(6, 4)
    module = snippet.ExtendedEmbedding(table, 1)
    expected = table.mean(0, keepdim=True).clone().requires_grad_()
    optimizer = torch.optim.AdamW([expected], lr=0.01)
    for _ in range(3):
        optimizer.zero_grad()
        expected.square().sum().backward()
        optimizer.step()
    snippet.moved_rows(module)
    torch.testing.assert_close(module.new, expected)
    assert module.new.grad is None


def test_peft_trains_single_rows_too(snippet):
    model = LlamaForCausalLM(
        LlamaConfig(hidden_size=8, intermediate_size=8, num_hidden_layers=1, num_attention_heads=2, vocab_size=7)
    )
    config = LoraConfig(r=1, target_modules=["q_proj"], trainable_token_indices=[6])
    names = [name for name, p in get_peft_model(model, config).named_parameters() if p.requires_grad]
    assert any("token_adapter" in name for name in names)
    without = get_peft_model(LlamaForCausalLM(model.config), LoraConfig(r=1, target_modules=["q_proj"]))
    assert not any("embed" in name or "lm_head" in name for name, p in without.named_parameters() if p.requires_grad)


def test_demonstration(snippet):
    torch.manual_seed(0)
    table = torch.randn(6, 4)
    torch.testing.assert_close(snippet.table, table)
    torch.testing.assert_close(snippet.grown, torch.cat([table, torch.randn(1, 4)]))
    assert snippet.whole.weight.shape == (7, 4) == snippet.masked.weight.shape
    assert snippet.printed.splitlines()[-1].endswith("[6]")
    assert (snippet.whole.weight - snippet.grown).abs().max().item() == pytest.approx(0.03, rel=0.1)
    assert not torch.equal(snippet.whole.weight, snippet.masked.weight)
