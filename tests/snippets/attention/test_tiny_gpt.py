import pytest
import torch
from transformers import GPT2Config, GPT2LMHeadModel

SIZES = [(50, 16, 3, 24, 4), (11, 7, 1, 8, 2)]


@pytest.mark.parametrize("V, T, L, d, heads", SIZES)
def test_it_is_gpt_2(snippet, V, T, L, d, heads):
    torch.manual_seed(1)
    ours = snippet.GPT(V, T, L, d, heads)
    for p in ours.parameters():  # gains and biases too, so that each one matters
        p.data += 0.3 * torch.randn_like(p)
    theirs = GPT2LMHeadModel(GPT2Config(vocab_size=V, n_positions=T, n_layer=L, n_embd=d, n_head=heads)).eval()
    state = {"transformer.wte.weight": ours.tokens.weight, "transformer.wpe.weight": ours.positions.weight}
    state["lm_head.weight"] = ours.tokens.weight
    names = {"norm_1": "ln_1", "norm_2": "ln_2", "qkv": "attn.c_attn", "out": "attn.c_proj"}
    names |= {"mlp.0": "mlp.c_fc", "mlp.2": "mlp.c_proj", "norm": "ln_f"}
    for i, block in enumerate([*ours.blocks, ours]):
        for name, there in names.items():
            if (name == "norm") == (block is ours):
                layer = block.get_submodule(name)
                prefix = f"transformer.{there}" if block is ours else f"transformer.h.{i}.{there}"
                state[f"{prefix}.weight"] = layer.weight.T if layer.weight.dim() == 2 else layer.weight
                state[f"{prefix}.bias"] = layer.bias
    missing, unexpected = theirs.load_state_dict(state, strict=False)
    assert not unexpected and not missing
    ids = torch.randint(V, (2, T - 2))
    torch.testing.assert_close(ours(ids), theirs(ids).logits, atol=1e-4, rtol=1e-4)
    assert sum(p.numel() for p in theirs.parameters()) == snippet.parameter_count(V, T, L, d)
    assert sum(p.numel() for p in ours.parameters()) == snippet.parameter_count(V, T, L, d)


def test_initialisation(snippet):
    torch.manual_seed(2)
    layers = 8
    model = snippet.GPT(200, 100, layers, 64, 2)
    for name, p in model.named_parameters():
        if name.endswith("bias"):
            assert not p.any()
        elif "norm" in name:
            assert (p == 1).all()
        else:
            last = "out." in name or "mlp.2" in name
            # at least 4096 draws: relative standard error of a standard deviation 1/√8192 = 1.1 %
            assert abs(p.std() / (0.005 if last else 0.02) - 1) < 0.06, name
    assert snippet.model.tokens.weight.is_meta and len(snippet.model.blocks) == 12
    assert {block.heads for block in snippet.model.blocks} == {12}  # as GPT-2 small has
