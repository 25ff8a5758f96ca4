import pytest
import torch
from torch import nn
from transformers import BertConfig, BertModel, LlamaConfig, LlamaForCausalLM


def test_every_one_dimensional_shift_is_trained_and_nothing_else(snippet):
    model = snippet.bitfit(nn.TransformerEncoderLayer(8, 2, 16))
    chosen = {name for name, p in model.named_parameters() if p.requires_grad}
    assert chosen == {
        "self_attn.in_proj_bias",
        "self_attn.out_proj.bias",
        "linear1.bias",
        "linear2.bias",
        "norm1.bias",
        "norm2.bias",
    }
    assert snippet.trainable(model) == 24 + 8 + 16 + 8 + 8 + 8
    assert snippet.share(model) == pytest.approx(72 / sum(p.numel() for p in model.parameters()))


def test_a_step_changes_biases_only(snippet):
    torch.manual_seed(0)
    model = snippet.bitfit(nn.TransformerEncoderLayer(8, 2, 16, dropout=0))
    before = {name: p.detach().clone() for name, p in model.named_parameters()}
    model(torch.randn(3, 2, 8)).pow(3).sum().backward()
    torch.optim.SGD([p for p in model.parameters() if p.requires_grad], lr=1.0).step()
    moved = {name for name, p in model.named_parameters() if not torch.equal(p, before[name])}
    assert moved == {name for name in before if name.endswith("bias")}


def test_real_architectures(snippet):
    bert = snippet.bitfit(
        BertModel(
            BertConfig(vocab_size=50, hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=32)
        )
    )
    assert 0 < snippet.share(bert) < 0.1
    config = LlamaConfig(
        hidden_size=16, intermediate_size=32, num_hidden_layers=1, num_attention_heads=2, vocab_size=50
    )
    assert snippet.trainable(snippet.bitfit(LlamaForCausalLM(config))) == 0


def test_printed_figures(snippet):
    d = 768
    weights = 4 * d * d + 2 * d * 3072 + 2 * d
    biases = 4 * d + 3072 + d + 2 * d
    assert snippet.bert_like.self_attn.num_heads == 12
    assert snippet.trainable(snippet.bert_like) == biases == 8448
    assert snippet.share(snippet.bert_like) == pytest.approx(biases / (weights + biases))
    assert [tuple(p.shape) for p in snippet.llama_like.parameters()] == [(768,), (2304, 768), (768, 768)]
    assert snippet.trainable(snippet.llama_like) == 0
