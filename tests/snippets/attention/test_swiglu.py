import numpy as np
import torch
from transformers import LlamaConfig
from transformers.models.llama.modeling_llama import LlamaMLP


def test_swiglu_is_the_mlp_of_llama(snippet):
    rng = np.random.default_rng(2)
    x, W_gate, W_up, W_down = (rng.normal(size=s) for s in ((5, 6), (6, 9), (6, 9), (9, 6)))
    mlp = LlamaMLP(LlamaConfig(hidden_size=6, intermediate_size=9, num_attention_heads=1)).double()
    for layer, W in ((mlp.gate_proj, W_gate), (mlp.up_proj, W_up), (mlp.down_proj, W_down)):
        layer.weight.data = torch.tensor(W.T.copy())
    np.testing.assert_allclose(snippet.swiglu(x, W_gate, W_up, W_down), mlp(torch.tensor(x)).detach(), atol=1e-10)
    z = np.array([-800.0, -3, 0, 2, 800])
    np.testing.assert_allclose(snippet.silu(z), torch.nn.functional.silu(torch.tensor(z)), atol=1e-12)


def test_width(snippet):
    for d, multiple, stretch, published in ((4096, 256, 1, 11008), (5120, 256, 1, 13824), (4096, 1024, 1.3, 14336)):
        assert snippet.hidden_width(d, multiple, stretch) == published  # Llama 2 7B, 13B; Llama 3 8B
    assert snippet.hidden_width(96, 256) == snippet.hidden_width(6, 1) * 16 == 256
    for d in (30, 300, 3000):  # a multiple of 3: as many weights as 8 d²
        assert 3 * d * snippet.hidden_width(d, 1) == 8 * d * d
    assert f"{8 * 4096**2:,}" in snippet.printed
    assert snippet.twice and f"{12 * 4096**2:,}" in snippet.printed
