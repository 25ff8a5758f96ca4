import numpy as np
import torch
from torch.nn.utils import prune

SHAPES = (5, 8), (8, 6), (6, 3)


def layers(seed):
    rng = np.random.default_rng(seed)
    return [rng.standard_normal(shape) * size for shape, size in zip(SHAPES, (0.3, 1, 2), strict=True)]


def with_torch(weights, amount, globally):
    modules = []
    for w in weights:
        module = torch.nn.Linear(*w.shape[::-1], bias=False).double()
        module.weight.data = torch.tensor(w)
        modules.append(module)
    if globally:
        prune.global_unstructured([(m, "weight") for m in modules], prune.L1Unstructured, amount=amount)
    else:
        for module in modules:
            prune.l1_unstructured(module, "weight", amount)
    return [m.weight.detach().numpy() for m in modules]


def test_agrees_with_pytorch(snippet):
    for seed, share in ((0, 0.3), (1, 0.5), (2, 0.9)):
        ours = (snippet.prune_globally, True), (snippet.prune_by_layer, False)
        for method, globally in ours:
            for a, b in zip(method(layers(seed), share), with_torch(layers(seed), 1 - share, globally), strict=True):
                np.testing.assert_allclose(a, b)


def test_keep_largest(snippet):
    w = np.array([[1.0, -5.0], [3.0, -2.0]])
    np.testing.assert_array_equal(snippet.keep_largest(w, 0.5), [[0, -5], [3, 0]])
    np.testing.assert_array_equal(snippet.keep_largest(w, 1.0), w)
    np.testing.assert_array_equal(snippet.keep_largest(w, 0.25), [[0, -5], [0, 0]])


def test_network_agrees_with_pytorch(snippet):
    weights, x = layers(4), np.random.default_rng(5).standard_normal((7, 5))
    h = torch.tensor(x)
    for w in weights[:-1]:
        h = torch.relu(h @ torch.tensor(w))
    np.testing.assert_allclose(snippet.network(weights, x), h @ torch.tensor(weights[-1]))


def test_rescaling_changes_the_global_choice_alone(snippet):
    a = snippet.network(snippet.prune_by_layer(snippet.layers, 0.3), snippet.x)
    b = snippet.network(snippet.prune_by_layer(snippet.rescaled, 0.3), snippet.x)
    np.testing.assert_allclose(a, b)
    kept = [np.mean(w != 0) for w in snippet.prune_globally(snippet.rescaled, 0.3)]
    assert kept[0] > 0.8 and kept[1] < 0.05
    assert sum(np.sum(w != 0) for w in snippet.prune_globally(snippet.rescaled, 0.3)) == round(0.3 * 25_856)
    assert "same: True" in snippet.printed
