import numpy as np
import pytest
import torch
from peft import LoraConfig, get_peft_model


def random_adapters(rng, d_in, d_out, ranks):
    return [(rng.normal(size=(r, d_in)), rng.normal(size=(d_out, r)), rng.uniform(0.5, 2)) for r in ranks]


def test_batch_equals_a_loop_over_requests(snippet):
    rng = np.random.default_rng(5)
    W = rng.normal(size=(6, 4))
    adapters = random_adapters(rng, 4, 6, (1, 3, 2))
    x = rng.normal(size=(7, 2, 4))
    slot = np.array([3, 1, 0, 2, 2, 0, 1])
    expected = []
    for i, s in enumerate(slot):
        a, b, scaling = adapters[s - 1] if s else (np.zeros((1, 4)), np.zeros((6, 1)), 1.0)
        expected.append([(W + scaling * b @ a) @ token for token in x[i]])
    for max_rank in (3, 5):
        A, B = snippet.stack(adapters, max_rank)
        assert A.shape == (4, max_rank, 4) and B.shape == (4, 6, max_rank)
        assert not A[0].any() and not B[0].any()
        np.testing.assert_allclose(snippet.batched_forward(x, W, A, B, slot), expected)


def test_peft_mixes_adapters_in_a_batch_the_same_way(snippet):
    torch.manual_seed(0)
    model = torch.nn.Sequential(torch.nn.Linear(5, 6, bias=False)).double()

    def config(r):
        return LoraConfig(r=r, lora_alpha=3, target_modules=["0"], init_lora_weights=False)

    model = get_peft_model(model, config(2), "one", autocast_adapter_dtype=False)
    model.add_adapter("two", config(4))
    model.double()
    layer = model.base_model.model[0]
    adapters = [
        (layer.lora_A[n].weight.detach().numpy(), layer.lora_B[n].weight.detach().numpy(), layer.scaling[n])
        for n in ("one", "two")
    ]
    x = torch.randn(3, 2, 5, dtype=torch.float64)
    model.eval()
    with torch.no_grad():
        expected = model(x, adapter_names=["two", "__base__", "one"])
    W = layer.base_layer.weight.detach().numpy()
    ours = snippet.batched_forward(x.numpy(), W, *snippet.stack(adapters, 4), np.array([2, 0, 1]))
    np.testing.assert_allclose(ours, expected.numpy())


def test_a_rank_above_the_maximum_is_refused(snippet):
    adapters = random_adapters(np.random.default_rng(0), 4, 6, (5,))
    with pytest.raises(ValueError):
        snippet.stack(adapters, 3)


def test_extra_work_counts_multiply_adds(snippet):
    for d_in, d_out, rank in ((4096, 4096, 16), (10, 30, 3)):
        assert snippet.extra_work(d_in, d_out, rank) == pytest.approx((d_in * rank + rank * d_out) / (d_in * d_out))


def test_the_demonstration_covers_every_slot(snippet):
    assert snippet.slot.tolist() == [2, 0, 1, 3, 2]
    rng = np.random.default_rng(0)
    np.testing.assert_allclose(snippet.W, rng.standard_normal((64, 64)) / 8)
    for (a, b, scaling), r in zip(snippet.adapters, (4, 16, 8), strict=True):
        np.testing.assert_allclose(a, rng.standard_normal((r, 64)))
        np.testing.assert_allclose(b, rng.standard_normal((64, r)) / 64)
        assert scaling == 16 / r
    np.testing.assert_allclose(snippet.x, rng.standard_normal((5, 7, 64)))
    assert snippet.y.shape == (5, 7, 64)
    np.testing.assert_allclose(snippet.alone, snippet.y)
    np.testing.assert_allclose(snippet.y[1], snippet.x[1] @ snippet.W.T)
