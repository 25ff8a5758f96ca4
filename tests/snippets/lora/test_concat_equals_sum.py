import numpy as np
import pytest
import torch
from peft import LoraConfig, get_peft_model

D_IN, D_OUT = 12, 10


def two_adapters(ranks, alphas, seed=0):
    torch.manual_seed(seed)
    model = torch.nn.Sequential(torch.nn.Linear(D_IN, D_OUT, bias=False)).double()

    def config(r, alpha):
        return LoraConfig(r=r, lora_alpha=alpha, target_modules=["0"], init_lora_weights=False)

    model = get_peft_model(model, config(ranks[0], alphas[0]), "a0", autocast_adapter_dtype=False)
    model.add_adapter("a1", config(ranks[1], alphas[1]))
    model.double()
    layer = model.base_model.model[0]
    adapters = [
        (layer.lora_A[n].weight.detach().numpy(), layer.lora_B[n].weight.detach().numpy(), layer.scaling[n])
        for n in ("a0", "a1")
    ]
    return model, layer, adapters


def combined_by_peft(model, layer, weights, kind):
    model.add_weighted_adapter(["a0", "a1"], weights, kind, combination_type=kind)
    model.double()
    return layer.get_delta_weight(kind).detach().numpy()


def test_every_combination_is_that_of_peft(snippet):
    for weights in ([0.7, 0.3], [1.5, 0.2]):
        model, layer, adapters = two_adapters((3, 3), (6, 1.5))
        cat = snippet.concatenated(adapters, weights)
        total = sum(w * s * b @ a for w, (a, b, s) in zip(weights, adapters, strict=True))
        np.testing.assert_allclose(cat[1] @ cat[0], total, atol=1e-12)
        for kind, (A, B) in {
            "cat": cat,
            "linear": snippet.factors_added(adapters, weights),
            "svd": snippet.truncated(*cat, 3),  # PEFT keeps the rank of the inputs
        }.items():
            np.testing.assert_allclose(B @ A, combined_by_peft(model, layer, weights, kind), atol=1e-5)


def test_concatenation_takes_other_ranks_and_signs(snippet):
    _, _, adapters = two_adapters((2, 5), (1, 4), seed=1)
    A, B = snippet.concatenated(adapters, [2.0, -0.5])
    assert A.shape == (7, D_IN) and B.shape == (D_OUT, 7)
    total = (
        2.0 * adapters[0][2] * adapters[0][1] @ adapters[0][0] - 0.5 * adapters[1][2] * adapters[1][1] @ adapters[1][0]
    )
    np.testing.assert_allclose(B @ A, total, atol=1e-12)


def test_truncation_is_optimal(snippet):
    rng = np.random.default_rng(2)
    A, B = rng.normal(size=(6, D_IN)), rng.normal(size=(D_OUT, 6))
    short_A, short_B = snippet.truncated(A, B, 4)
    assert short_A.shape == (4, D_IN) and short_B.shape == (D_OUT, 4)
    more_A, more_B = snippet.truncated(A, B, D_IN)  # no more than min(D_IN, D_OUT) directions exist
    assert more_A.shape == (D_OUT, D_IN) and more_B.shape == (D_OUT, D_OUT)
    tail = np.linalg.svd(B @ A, compute_uv=False)[4:]
    assert np.linalg.norm(B @ A - short_B @ short_A) == pytest.approx(np.linalg.norm(tail))  # Eckart and Young
    assert snippet.error((short_A, short_B), B @ A) == pytest.approx(np.linalg.norm(tail) / np.linalg.norm(B @ A))


def test_cross_terms_have_the_size_the_page_derives(snippet):
    # independent factors: relative error sqrt(2 w1 w2 / (w1² + w2²)); ranks and widths here are finite, so loosely
    for w in (0.5, 0.7):
        pair = snippet.factors_added(snippet.adapters, [w, 1 - w])
        total = sum(v * s * b @ a for v, (a, b, s) in zip((w, 1 - w), snippet.adapters, strict=True))
        assert snippet.error(pair, total) == pytest.approx(np.sqrt(2 * w * (1 - w) / (w**2 + (1 - w) ** 2)), rel=0.1)


def test_printed_table(snippet):
    errors = [snippet.error(pair, snippet.total) for pair in (snippet.cat, snippet.truncated(*snippet.cat, 16))]
    assert max(errors) < 1e-12
    assert (
        snippet.error(snippet.truncated(*snippet.cat, 8), snippet.total)
        < 0.5
        < 0.8
        < snippet.error(snippet.factors_added(snippet.adapters, snippet.weights), snippet.total)
    )
    rng = np.random.default_rng(0)
    for a, b, s in snippet.adapters:
        np.testing.assert_array_equal(a, rng.standard_normal((8, 96)))
        np.testing.assert_array_equal(b, rng.standard_normal((64, 8)))
        assert s == 2
